"""What an option's value may be."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date


def day(text: str) -> date:
    """Read a day.

    Args:
        text: YYYY-MM-DD.

    Returns:
        The day.

    Raises:
        ArgumentTypeError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"'{text}' is no day such as 2026-11-22") from None


def count(text: str) -> int:
    """Read how many.

    Args:
        text: a whole number from 1 on.

    Returns:
        The number.

    Raises:
        ArgumentTypeError: it is none.
    """
    if not (text.isascii() and text.isdigit() and int(text)):
        raise ArgumentTypeError(f"'{text}' is no whole number from 1 on")
    return int(text)


def share(text: str) -> float:
    """Read a share.

    Args:
        text: a number from 0 to 1.

    Returns:
        The share.

    Raises:
        ArgumentTypeError: it is none.
    """
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise ArgumentTypeError(f"'{text}' is no number from 0 to 1")
    return number
