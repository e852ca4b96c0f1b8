"""Numbers that a person types or presses to pick from a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

MAX_DIGITS = 2
"""No list is longer, and "999" or "101" is something that a person wants to tell."""


def number_in(text: str) -> int | None:
    """Read a message as a number to pick by.

    Args:
        text: what was typed or pressed.

    Returns:
        The number of "2", "2." or "2)"; None for anything else.
    """
    bare = text.strip().rstrip(".)")
    return int(bare) if bare.isdecimal() and len(bare) <= MAX_DIGITS else None


def picked(text: str, options: Sequence[T]) -> T | None:
    """Give what a number stands for.

    Args:
        text: what was typed or pressed.
        options: the list, in the order shown.

    Returns:
        One of the options; None where the text is no number of the list.
    """
    number = number_in(text)
    return options[number - 1] if number and number <= len(options) else None
