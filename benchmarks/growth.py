"""How the time of a reply and of a compilation grows from 100 to 100,000 phrasings."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from assistant.matching import Matcher, open_index
from benchmarks.bases import write_base
from benchmarks.replies import time_each

SIZES = ((10, 10), (100, 10), (200, 50), (1500, 20), (5000, 20))
"""Entries, and phrasings of each."""


def run() -> Iterator[str]:
    """Measure.

    Yields:
        Lines of the report.
    """
    for entries, phrasings in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            questions = write_base(Path(folder) / "base", entries, phrasings)
            start = perf_counter()
            index = open_index(Path(folder) / "base")
            compiled = perf_counter() - start
            matcher = Matcher(index)
            right = sum(matcher.match(text).candidates[0].entry.id == f"e{n}" for n, text in enumerate(questions))
            middle, slowest = time_each(matcher.match, questions)
            yield (
                f"{entries * phrasings:7,} phrasings of {entries:5,} entries: compiled in {compiled:.1f} s, "
                f"reply median {middle:.2f} ms, p99 {slowest:.2f} ms, right first {right / len(questions):.0%}"
            )
