"""Words copied from the guide, found by hashes: the original is not kept."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from assistant.errors import Problem
from assistant.knowledge_base.citations import without_citations
from assistant.knowledge_base.editorial.words import words_of
from assistant.knowledge_base.loading import ParsedFolder
from assistant.knowledge_base.snapshot import unreadable

COPIED_RUN = 8
"""Words in a row shared with another text that count as copied."""


def copied_runs(parsed: ParsedFolder) -> Iterator[Problem]:
    """Find entries that share a run of words with the guide.

    Args:
        parsed: a knowledge folder; `guide_fingerprints.txt` in it holds the hashes of the guide's runs.

    Yields:
        One problem for each field that shares one.
    """
    path = parsed.folder / "guide_fingerprints.txt"
    if not path.is_file():
        return
    try:
        theirs = set(path.read_text(encoding="utf-8", errors="replace").split())
    except OSError as error:
        yield unreadable(path.name, error)
        return
    for entry in parsed.knowledge.entries:
        for field, text in entry.cited_fields():
            if theirs.intersection(fingerprints(text)):
                fault = f"{COPIED_RUN} words in a row are those of the guide."
                yield parsed.entry_problem(entry, field, fault, "Say it in our own words.")


def fingerprints(text: str, length: int = COPIED_RUN) -> list[str]:
    """Give each run of words of a text as a hash, so that copying can be proved without keeping the original.

    Args:
        text: any text.
        length: words in a run.

    Returns:
        Hexadecimal BLAKE2b hashes (6 bytes) of the runs, case and punctuation left out, in order.
    """
    words = words_of(without_citations(text).lower())
    runs = (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))
    return [blake2b(run.encode(), digest_size=6).hexdigest() for run in runs]
