"""Times and weighs whole processes."""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median
from time import perf_counter

RUNS = 11


def run_python(*arguments: str) -> tuple[float, float]:
    """Run Python to its end.

    Args:
        *arguments: arguments of the interpreter.

    Returns:
        Wall time in seconds and peak resident memory in megabytes.
    """
    start = perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return perf_counter() - start, usage.ru_maxrss / 1024


def compare(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[float, float, float, float]:
    """Run two processes in turn, so that both see the same machine.

    Args:
        first: arguments of the one that is measured.
        second: arguments of its baseline.

    Returns:
        Median time of each in seconds, then median memory of each in megabytes.
    """
    pairs = [(run_python(*first), run_python(*second)) for _ in range(RUNS)]
    return (
        median(one[0] for one, _ in pairs),
        median(two[0] for _, two in pairs),
        median(one[1] for one, _ in pairs),
        median(two[1] for _, two in pairs),
    )
