"""The only writer to standard output."""

from __future__ import annotations

import io
import os
import shutil
import sys

from assistant.rendering import hanging

MOST_COLUMNS = 88
"""Longer lines are tiring to read."""

HANG = 4
"""Columns by which the further lines of a record stand in."""


def prepare() -> None:
    """Have a "?" stand for each character that the terminal's encoding lacks, rather than end the program."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def write(text: str) -> None:
    """Write data.

    Args:
        text: what the command gives; a line break is added when it has none at the end.
    """
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def write_record(text: str, indent: str = "") -> None:
    """Write one record: a line for a program, and for a person as many as it needs.

    Args:
        text: the record.
        indent: blanks before it.
    """
    write("\n".join(hanging(text, width(), indent, HANG)))


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
