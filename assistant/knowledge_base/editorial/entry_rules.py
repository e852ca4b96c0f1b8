"""Rules for a single entry: citations, fields, dates, wording, and how its sources are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from assistant.errors import Problem
from assistant.knowledge_base.citations import citations_in, without_citations
from assistant.knowledge_base.editorial.readability import reading_level
from assistant.knowledge_base.editorial.words import words_of
from assistant.knowledge_base.kinds import Reading
from assistant.knowledge_base.loading import ParsedFolder
from assistant.knowledge_base.model import Entry, KnowledgeBase

MIN_ANSWER_WORDS, MAX_ANSWER_WORDS = 60, 210
"""Words of an answer at the least and at the most, citations not counted."""

MAX_MEAN_SENTENCE = 21.0
"""Words of an answer's sentences on average, at the most."""

MAX_GRADE = 12.0
"""Flesch-Kincaid grade of an answer at the most; names of laws and bodies push it up."""

MAX_REVIEW_INTERVAL = timedelta(days=366)

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

Rule = Callable[[Entry, KnowledgeBase], Iterator[tuple[str, str, str]]]
"""Yields field, fault and cure for an entry."""


def entry_faults(parsed: ParsedFolder) -> Iterator[Problem]:
    """Hold every entry against every rule.

    Args:
        parsed: a knowledge folder.

    Yields:
        One problem for each fault.
    """
    for entry in parsed.knowledge.entries:
        for rule in RULES:
            for field, fault, cure in rule(entry, parsed.knowledge):
                yield parsed.entry_problem(entry, field, fault, cure)


def overdue_reviews(parsed: ParsedFolder, today: date) -> Iterator[Problem]:
    """Find entries whose review was due before a day.

    Args:
        parsed: a knowledge folder.
        today: the day.

    Yields:
        One problem for each.
    """
    for entry in parsed.knowledge.entries:
        if entry.is_overdue(today):
            fault = f"The review was due by {entry.review_by}."
            yield parsed.entry_problem(entry, "review_by", fault, "Check the entry and set new dates.")


def _cited(entry: Entry, knowledge: KnowledgeBase) -> Iterator[tuple[str, str, str]]:
    for item in _items(entry.answer):
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
    elif not entry.reviewed < entry.review_by <= entry.reviewed + MAX_REVIEW_INTERVAL:
        fault = f"The next review, {entry.review_by}, is not within a year after {entry.reviewed}."
        yield "review_by", fault, "Set a date within twelve months."


def _worded(entry: Entry, knowledge: KnowledgeBase) -> Iterator[tuple[str, str, str]]:
    answer = without_citations(entry.answer)
    count = len(words_of(answer))
    if not MIN_ANSWER_WORDS <= count <= MAX_ANSWER_WORDS:
        cure = f"Keep it between {MIN_ANSWER_WORDS} and {MAX_ANSWER_WORDS}."
        yield "answer", f"The answer has {count} words.", cure
    mean, grade = reading_level(answer)
    if mean > MAX_MEAN_SENTENCE:
        yield "answer", f"Its sentences have {mean:.1f} words on average.", "Cut long sentences in two."
    if grade > MAX_GRADE:
        yield "answer", f"Its reading level is grade {grade:.1f}.", "Use shorter words and sentences."
    for field, text in entry.cited_fields():
        for word, cure in _DISCOURAGED.items():
            if word in without_citations(text).lower() and entry.id not in _MAY_NAME:
                yield field, f"'{word}' stands here.", cure


def _second_hand(entry: Entry, knowledge: KnowledgeBase) -> Iterator[tuple[str, str, str]]:
    for field, text in entry.cited_fields():
        for item in _items(text):
            sources = [knowledge.source[citation.source] for citation in citations_in(item)]
            if sources and all(source.read is Reading.SECOND_HAND for source in sources):
                whole = " ".join([item, *entry.to_check, *entry.limits])
                if not entry.check_live and not _REPORTED.search(whole):
                    fault = f"'{sources[0].id}' was not read itself, and the text does not say so."
                    yield field, fault, "Word it as reported, or cite a source that was read."


def _items(text: str) -> Iterator[str]:
    """Give each paragraph of a text, a list item by item."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        yield from _ITEM.split(paragraph)


RULES: tuple[Rule, ...] = (_cited, _complete, _dated, _worded, _second_hand)
"""Every rule for a single entry."""
