"""Prepares the conversation beside the screen, which can be used meanwhile and left at any moment."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread


class Preparation:
    """Work in a thread that ends with the program: one that the program waits for would keep a person from leaving.

    Args:
        work: what to do once.
    """

    def __init__(self, work: Callable[[], None]) -> None:
        self._work = work
        self.is_over = False
        self.fault: Exception | None = None
        """What the work failed with."""

    def start(self) -> None:
        """Begin."""
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            self._work()
        except Exception as error:  # kept for the thread of the screen, which alone can tell of it
            self.fault = error
        self.is_over = True
