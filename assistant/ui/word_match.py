"""The plainest search: every word typed is somewhere in the text."""

from __future__ import annotations


def matches(words: str, text: str) -> bool:
    """Tell whether a text holds every word, in any order and case.

    Args:
        words: what was typed.
        text: what is looked through.
    """
    folded = text.casefold()
    return all(word in folded for word in words.casefold().split())
