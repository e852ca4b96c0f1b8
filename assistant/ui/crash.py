"""Where a fault of the program happened, told without anything that a person typed."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from textual.worker import WorkerFailed


def place_of(error: BaseException) -> str:
    """Name the kind of an error and the line that raised it.

    The error's own message is left out: it may quote what was typed.

    Args:
        error: what was raised.

    Returns:
        For example "KeyError at session.py, line 70".
    """
    if isinstance(error, WorkerFailed):
        error = error.error
    name = type(error).__name__
    frames = traceback.extract_tb(error.__traceback__)
    return f"{name} at {PurePath(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else name
