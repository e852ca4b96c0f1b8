"""Keeps what is typed while the chat opens, until the chat reads the keyboard itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

_LOCAL_MODES = 3
"""Place of the local modes among the attributes of a terminal; the input modes come first."""


@contextmanager
def keys_kept(keyboard: TextIO) -> Iterator[None]:
    """Let no key be shown, or taken by the terminal for itself, from now to the end.

    Otherwise the first words of a question would stand on the screen of whoever opens the chat and types at once, and
    Ctrl+Q and Ctrl+S would let the terminal's output go on and stop.

    Args:
        keyboard: where the keys come from.

    Yields:
        While the keys are kept. Where there is no such terminal, nothing changes.
    """
    if sys.platform == "win32":
        yield
        return
    import termios

    try:
        before, kept = termios.tcgetattr(keyboard), termios.tcgetattr(keyboard)
    except termios.error:
        yield
        return
    kept[0] &= ~(termios.IXON | termios.ICRNL)
    kept[_LOCAL_MODES] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(keyboard, termios.TCSANOW, kept)
    try:
        yield
    finally:
        with suppress(termios.error):  # a terminal that was closed has nothing to be put back
            termios.tcsetattr(keyboard, termios.TCSADRAIN, before)
