"""What an option's value may be; argparse reports the others with the function's name."""

from __future__ import annotations

from datetime import date


def day(text: str) -> date:
    """Read a day.

    Args:
        text: YYYY-MM-DD.

    Returns:
        The day.

    Raises:
        ValueError: it is none.
    """
    return date.fromisoformat(text)
