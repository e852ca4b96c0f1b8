"""The only writer to standard error, and the exit codes."""

from __future__ import annotations

import sys
from enum import IntEnum

from assistant.matching import Outcome


class ExitCode(IntEnum):
    """What a command's exit code means."""

    DONE = 0
    DECLINED = 1
    ERROR = 2
    CHOICES = 3
    INTERRUPTED = 130


EXIT_CODES = {
    Outcome.ANSWER: ExitCode.DONE,
    Outcome.CHOOSE: ExitCode.CHOICES,
    Outcome.DECLINE: ExitCode.DECLINED,
}
"""The exit code of each outcome of a question."""


def report(message: str) -> None:
    """Write a message for the person, not for scripts.

    Args:
        message: one or more lines.
    """
    sys.stderr.write(f"{message}\n")


class ProgressBar:
    """Shows on a terminal how far some work is, until all that belongs to it is done; silent in a pipe.

    Args:
        work: what is done.
    """

    WIDTH = 20
    """Columns of the bar, so that all of it fits into 80."""

    def __init__(self, work: str = "Preparing the knowledge (once, about a minute)") -> None:
        self._work, self._shown = work, -1

    def __enter__(self) -> ProgressBar:
        """Begin with nothing drawn: there may be no work."""
        return self

    def __exit__(self, *_: object) -> None:
        """Wipe the line, also where the work was broken off."""
        if self._shown >= 0:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()

    def __call__(self, share: float) -> None:
        """Draw the bar.

        Args:
            share: work done, 0 to 1.
        """
        percent = int(share * 100)
        if not sys.stderr.isatty() or percent == self._shown:
            return
        self._shown = percent
        done = int(share * self.WIDTH)
        sys.stderr.write(f"\r{self._work} [{'#' * done:<{self.WIDTH}}] {percent:3d}%")
        sys.stderr.flush()
