"""Phrasings that stand under two entries, and so lead to neither."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.errors import Problem
from assistant.knowledge_base.editorial.words import words_of
from assistant.knowledge_base.loading import ParsedFolder


def repeated_phrasings(parsed: ParsedFolder) -> Iterator[Problem]:
    """Find phrasings that another entry has too.

    Args:
        parsed: a knowledge folder.

    Yields:
        One problem for each, case and punctuation left out.
    """
    knowledge = parsed.knowledge
    first: dict[str, str] = {}
    for phrasing in knowledge.phrasings:
        owner = first.setdefault(" ".join(words_of(phrasing.text.lower())), phrasing.entry)
        if owner != phrasing.entry:
            file = f"phrasings/{knowledge.topic_of[phrasing.entry]}.yaml"
            fault = f"'{phrasing.text}' also stands under '{owner}'."
            yield Problem(file, 0, f"'{phrasing.entry}'", fault, "Keep it where it belongs, or make it clearer.")
