"""The time of one reply, on the shipped knowledge and at 10,000 phrasings, against BM25 in the same run."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from assistant.evaluation.baselines import bm25
from assistant.knowledge_base import shipped_knowledge
from assistant.matching import IndexFile, Matcher, open_index
from benchmarks.bases import write_base

FRAME = 16.0
"""Milliseconds of one frame of the screen."""


def run() -> Iterator[str]:
    """Measure.

    Yields:
        Lines of the report.
    """
    index = open_index(shipped_knowledge())
    yield from report("shipped knowledge", index, [entry.question for entry in index.knowledge.entries])
    with tempfile.TemporaryDirectory() as folder:
        questions = write_base(Path(folder) / "base", 200, 50)
        yield from report("10,000 phrasings", open_index(Path(folder) / "base"), questions)


def report(name: str, index: IndexFile, questions: Sequence[str]) -> Iterator[str]:
    """Time replies and searches.

    Args:
        name: of the knowledge base.
        index: its index.
        questions: what is asked.

    Yields:
        Lines of the report.
    """
    matcher = Matcher(index)
    lexical = bm25([text for texts in matcher.texts_of_entries().values() for text in texts])
    for what, ask in (("reply", matcher.match), ("suggestion", matcher.search), ("BM25", lexical)):
        middle, slowest = time_each(ask, questions)
        yield f"{name}, {what}: median {middle:.2f} ms, p99 {slowest:.2f} ms, {slowest / FRAME:.2f} frames"


def time_each(ask: Callable[[str], object], questions: Sequence[str]) -> tuple[float, float]:
    """Ask each question once after a warm-up.

    Args:
        ask: what is timed.
        questions: what is asked.

    Returns:
        Median and 99th percentile in milliseconds.
    """
    for question in questions[:10]:
        ask(question)
    times = []
    for question in questions:
        start = perf_counter()
        ask(question)
        times.append(1000 * (perf_counter() - start))
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.99)]
