"""The only writer to standard output."""

from __future__ import annotations

import os
import shutil
import sys

MOST_COLUMNS = 88
"""Longer lines are tiring to read."""


def write(text: str) -> None:
    """Write data.

    Args:
        text: what the command gives; a line break is added when it has none at the end.
    """
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def flush() -> None:
    """Send what was written at once, so that a pipe or a person sees it."""
    sys.stdout.flush()


def width() -> int:
    """Give the columns to wrap at.

    Returns:
        The terminal's width within reason; 0, which is no wrapping, when output is not a terminal.
    """
    return min(shutil.get_terminal_size().columns, MOST_COLUMNS) if sys.stdout.isatty() else 0


def is_terminal() -> bool:
    """Tell whether a full-screen program can run: a terminal on both sides that can be drawn on."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
