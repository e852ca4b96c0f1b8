"""Dates and lists as English writes them."""

from __future__ import annotations

from datetime import date


def long_date(day: date | None) -> str:
    """Write a date in words, the same in every locale.

    Args:
        day: a date.

    Returns:
        For example "22 November 2026"; empty for none.
    """
    months = "January February March April May June July August September October November December".split()
    return f"{day.day} {months[day.month - 1]} {day.year}" if day else ""


def in_words(words: list[str]) -> str:
    """Join words as English does.

    Args:
        words: at least one.

    Returns:
        "a", "a and b", or "a, b and c".
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
