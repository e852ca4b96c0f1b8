"""Ends the chat with its terminal, also where whoever started it keeps it from being told."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TextIO

LOOKED_FOR = 2.0
"""Seconds between two looks at whether the terminal is still there."""

HUNG_UP = 129
"""The exit code that shells give a program which its closed terminal ended: 128 and the number of the signal."""


@contextmanager
def ending_with(terminal: TextIO) -> Iterator[None]:
    """End the program as a closed terminal ends its programs: nobody can read, type or leave any more.

    Args:
        terminal: what is looked for, as long as this lasts.

    Yields:
        While it is looked for. Windows ends its programs itself, and nothing changes there.
    """
    if sys.platform == "win32":
        yield
        return
    over = Event()
    Thread(target=_look_for, args=(terminal, over), daemon=True).start()
    try:
        yield
    finally:
        over.set()


def _look_for(terminal: TextIO, over: Event) -> None:
    while not over.wait(LOOKED_FOR):
        if not terminal.isatty():
            os._exit(HUNG_UP)  # there is nobody to be told anything, and the chat itself waits for its lost output
