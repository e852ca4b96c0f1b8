"""The mechanical part of the editorial standard: what can be proved of an entry without understanding it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import blake2b
from pathlib import Path

from assistant.errors import Problem
from assistant.knowledge_base.citations import citations_in, without_citations
from assistant.knowledge_base.file_types import CoverageFile
from assistant.knowledge_base.glossary_use import unused_terms
from assistant.knowledge_base.model import Entry, KnowledgeBase, Reading
from assistant.knowledge_base.yaml_file import YamlFile, parse_yaml

SHORTEST_ANSWER, LONGEST_ANSWER = 60, 210
"""Words of an answer, citations not counted."""

LONGEST_MEAN_SENTENCE = 21.0
"""Words of an entry's sentences on average."""

HARDEST = 12.0
"""Flesch-Kincaid grade of an answer at the most; names of laws and bodies push it up."""

LONGEST_REVIEW = timedelta(days=366)
COPIED_RUN = 8
"""Words in a row shared with another text that count as copied."""

_WORD = re.compile(r"[A-Za-z0-9'’-]+")
_SENTENCE_END = re.compile(r"(?<=[.?:])\s+|\n+")
_ITEM = re.compile(r"\n(?=\s*(?:-|\d+\.) )")
_REPORTED = re.compile(
    r"\breport|\bsaid\b|\bsays?\b|\bannounced|\bsummar|\bquot|\baccording\b|\bnot (?:confirmed|read|checked)",
    re.IGNORECASE,
)
_DISCOURAGED = {
    "perpetrator": "Say 'person of concern' for someone unproven.",
    "historic abuse": "Say 'non-recent abuse'.",
    "child prostitut": "Say what was done to the child.",
    "!": "Take the exclamation mark out.",
}
_MAY_NAME = frozenset({"meaning-of-person-of-concern"})
"""Entries whose subject is the discouraged word itself."""

Places = dict[str, tuple[YamlFile, int]]
"""The file of each entry, and its place in the file's list."""

Rule = Callable[[Entry, KnowledgeBase], Iterator[tuple[str, str, str]]]
"""Yields field, fault and cure for an entry."""


def editorial_faults(knowledge: KnowledgeBase, folder: Path, today: date | None = None) -> list[Problem]:
    """Hold every entry against the standard.

    Args:
        knowledge: the knowledge base.
        folder: where its files are, for line numbers.
        today: the day for review dates; none are checked against a day when None.

    Returns:
        Faults by file and line.
    """
    places = _places(folder)
    problems = []
    for entry in knowledge.entries:
        file, index = places[entry.id]
        for rule in RULES:
            for field, fault, cure in rule(entry, knowledge):
                problems.append(file.problem(("entries", index, field), f"'{entry.id}', {field}", fault, cure))
        if today and entry.is_overdue(today):
            fault, cure = f"The review was due by {entry.review_by}.", "Check the entry and set new dates."
            problems.append(file.problem(("entries", index, "review_by"), f"'{entry.id}', review_by", fault, cure))
    problems.extend(_phrasing_faults(knowledge))
    problems.extend(_own_words(knowledge, folder, places))
    problems.extend(_orphans(knowledge))
    problems.extend(_coverage_faults(knowledge, folder))
    return sorted(problems)


def _cited(entry: Entry, knowledge: KnowledgeBase) -> Iterator[tuple[str, str, str]]:
    for paragraph in re.split(r"\n\s*\n", entry.answer.strip()):
        for item in _ITEM.split(paragraph):
            if not citations_in(item) and not item.rstrip().endswith(":"):
                start = " ".join(item.split()[:6])
                yield "answer", f"This has no citation: '{start} ...'.", "Add [@source-id, locator]."
    for field, text in entry.cited_fields():
        for citation in citations_in(text):
            if not citation.locator:
                cure = "Name the section, paragraph or heading: [@source-id, locator]."
                yield field, f"The citation of '{citation.source}' has no locator.", cure


def _complete(entry: Entry, knowledge: KnowledgeBase) -> Iterator[tuple[str, str, str]]:
    if not entry.limits:
        yield "limits", "There are no limits.", "Say when the answer does not hold, or what people get wrong."
    if not 2 <= len(entry.next_steps) <= 5:
        yield "next_steps", f"There are {len(entry.next_steps)} next steps.", "Give two to five."
    if not entry.nations:
        yield "nations", "No nation is named.", "Name the nations for which the answer holds."
    if not 3 <= len(entry.related) <= 6:
        yield "related", f"There are {len(entry.related)} related entries.", "Name three to six."
    if not entry.roles:
        yield "roles", "No role is named.", "Say who asks this."
    if entry.check_live != bool(entry.to_check):
        yield "to_check", "'check_live' and 'to_check' go together.", "Give both or neither."


def _dated(entry: Entry, knowledge: KnowledgeBase) -> Iterator[tuple[str, str, str]]:
    if not entry.reviewed or not entry.review_by:
        yield "reviewed", "A review date is missing.", "Give 'reviewed' and 'review_by'."
    elif not entry.reviewed < entry.review_by <= entry.reviewed + LONGEST_REVIEW:
        fault = f"The next review, {entry.review_by}, is not within a year after {entry.reviewed}."
        yield "review_by", fault, "Set a date within twelve months."


def _worded(entry: Entry, knowledge: KnowledgeBase) -> Iterator[tuple[str, str, str]]:
    answer = without_citations(entry.answer)
    count = len(_WORD.findall(answer))
    if not SHORTEST_ANSWER <= count <= LONGEST_ANSWER:
        cure = f"Keep it between {SHORTEST_ANSWER} and {LONGEST_ANSWER}."
        yield "answer", f"The answer has {count} words.", cure
    mean, grade = reading_level(answer)
    if mean > LONGEST_MEAN_SENTENCE:
        yield "answer", f"Its sentences have {mean:.1f} words on average.", "Cut long sentences in two."
    if grade > HARDEST:
        yield "answer", f"Its reading level is grade {grade:.1f}.", "Use shorter words and sentences."
    for field, text in entry.cited_fields():
        for word, cure in _DISCOURAGED.items():
            if word in without_citations(text).lower() and entry.id not in _MAY_NAME:
                yield field, f"'{word}' stands here.", cure


def _second_hand(entry: Entry, knowledge: KnowledgeBase) -> Iterator[tuple[str, str, str]]:
    for field, text in entry.cited_fields():
        for paragraph in re.split(r"\n\s*\n", text.strip()):
            for item in _ITEM.split(paragraph):
                sources = [knowledge.source[citation.source] for citation in citations_in(item)]
                if sources and all(source.read is Reading.SECOND_HAND for source in sources):
                    whole = " ".join([item, *entry.to_check, *entry.limits])
                    if not entry.check_live and not _REPORTED.search(whole):
                        fault = f"'{sources[0].id}' was not read itself, and the text does not say so."
                        yield field, fault, "Word it as reported, or cite a source that was read."


RULES: tuple[Rule, ...] = (_cited, _complete, _dated, _worded, _second_hand)
"""Every rule for a single entry."""


def reading_level(text: str) -> tuple[float, float]:
    """Measure how hard a text is to read.

    Args:
        text: plain text or Markdown without citations.

    Returns:
        Mean words a sentence, and the Flesch-Kincaid grade (0.39 words a sentence + 11.8 syllables a word
        - 15.59; Kincaid and others 1975), syllables counted by groups of vowels.
    """
    sentences = [found for part in _SENTENCE_END.split(text) if (found := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0, 0.0
    mean = len(words) / len(sentences)
    return mean, 0.39 * mean + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def fingerprints(text: str, length: int = COPIED_RUN) -> list[str]:
    """Give each run of words of a text as a hash, so that copying can be proved without keeping the original.

    Args:
        text: any text.
        length: words in a run.

    Returns:
        Hexadecimal BLAKE2b hashes (6 bytes) of the runs, case and punctuation left out, in order.
    """
    words = _plain_words(without_citations(text))
    runs = (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))
    return [blake2b(run.encode(), digest_size=6).hexdigest() for run in runs]


def _own_words(knowledge: KnowledgeBase, folder: Path, places: Places) -> Iterator[Problem]:
    path = folder / "guide_fingerprints.txt"
    if not path.is_file():
        return
    theirs = set(path.read_text(encoding="utf-8").split())
    for entry in knowledge.entries:
        for field, text in entry.cited_fields():
            if theirs.intersection(fingerprints(text)):
                file, index = places[entry.id]
                fault = f"{COPIED_RUN} words in a row are those of the guide."
                yield file.problem(
                    ("entries", index, field), f"'{entry.id}', {field}", fault, "Say it in our own words."
                )


def _plain_words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def _places(folder: Path) -> Places:
    places: Places = {}
    for path in sorted((folder / "entries").glob("*.y*ml")):
        file = parse_yaml(path.read_bytes(), path.relative_to(folder).as_posix())
        for index, item in enumerate(file.data["entries"]):
            places[item["id"]] = (file, index)
    return places


def _phrasing_faults(knowledge: KnowledgeBase) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for phrasing in knowledge.phrasings:
        key = " ".join(_plain_words(phrasing.text))
        owner = first.setdefault(key, phrasing.entry)
        if owner != phrasing.entry:
            file = f"phrasings/{knowledge.topic_of[phrasing.entry]}.yaml"
            fault = f"'{phrasing.text}' also stands under '{owner}'."
            yield Problem(file, 0, f"'{phrasing.entry}'", fault, "Keep it where it belongs, or make it clearer.")


def _orphans(knowledge: KnowledgeBase) -> Iterator[Problem]:
    texts = [text for entry in knowledge.entries for _, text in entry.cited_fields()]
    for path in knowledge.paths:
        for step in path.steps:
            texts += [step.help or "", *(option.note or "" for option in step.options)]
    texts += [term.source for term in knowledge.terms] + [contact.source for contact in knowledge.contacts]
    cited = {citation.source for text in texts for citation in citations_in(text)} | set(knowledge.guide.based_on)
    for source in knowledge.sources:
        if source.id not in cited:
            yield Problem("sources.yaml", 0, f"'{source.id}'", "Nothing cites this source.", "Cite it or remove it.")
    for term in unused_terms(knowledge):
        cure = "List it under an entry's terms, or remove it."
        yield Problem("glossary.yaml", 0, f"'{term.id}'", "No text names this term and no entry lists it.", cure)


def _coverage_faults(knowledge: KnowledgeBase, folder: Path) -> Iterator[Problem]:
    path = folder / "guide_coverage.yaml"
    if not path.is_file():
        return
    file = parse_yaml(path.read_bytes(), path.name)
    for index, item in enumerate(file.convert(CoverageFile, "coverage").coverage):
        for entry in item.entries:
            if entry not in knowledge.entry:
                where = f"item {index + 1}, entries"
                yield file.problem(("coverage", index), where, f"There is no entry '{entry}'.", "Correct the id.")
