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


def begins_words(words: str, text: str) -> bool:
    """Tell whether every word typed begins a word of the text, each one of its own.

    Args:
        words: what was typed.
        text: what is looked through.
    """
    left = text.casefold().split()
    for word in words.casefold().split():
        begun = next((one for one in left if one.startswith(word)), None)
        if begun is None:
            return False
        left.remove(begun)
    return True
