"""The measures as a table for a person."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.evaluation.aims import Aim, judge
from assistant.evaluation.baselines import Baseline
from assistant.evaluation.measuring import Measures, Share


def as_table(measures: Measures, misspelt: Measures | None = None) -> str:
    """Write the measures.

    Args:
        measures: what was found.
        misspelt: what was found with some words misspelt, if that was tried.

    Returns:
        Lines of text.
    """
    return "\n".join(_lines(measures, misspelt))


def baseline_table(baseline: Baseline) -> str:
    """Write how a simple matcher did on the same questions.

    Args:
        baseline: what was found.

    Returns:
        Lines of text.
    """
    rows = (_row("right entry first", baseline.top_1), _row("right entry in the first three", baseline.top_3))
    return "\n".join((f"Baseline: {baseline.name}", *rows))


def _lines(measures: Measures, misspelt: Measures | None) -> Iterator[str]:
    yield f"  {'':<42} measured  {'':<18} aim"
    for judged in judge(measures, misspelt):
        yield _row(judged.name, judged.share, judged.aim)
    yield f"  {'mean reciprocal rank':<42} {measures.mrr:8.3f}"
    if measures.latency:
        median, p99 = measures.latency.median, measures.latency.p99
        yield f"  {'reply, median and 99th percentile':<42} {median:.2f} ms, {p99:.2f} ms"
    yield "Reliability: score claimed, share right, replies"
    for band in measures.reliability:
        yield f"  {band.lowest:.1f} to {band.highest:.1f}: {band.mean_score:.2f} {band.right:.2f} {band.replies:5d}"
    yield "Worst confusions: expected, given, questions"
    for confusion in measures.confusions:
        yield f"  {confusion.expected} -> {confusion.given}"
        yield from (f"      {question}" for question in confusion.questions)


def _row(name: str, share: Share, aim: Aim | None = None) -> str:
    if not share.total:
        return f"  {name:<42}        -"
    aimed_at = "" if aim is None else f"{aim}" if aim.is_met_by(share) else f"{aim}, missed"
    counts = f"({share.count} of {share.total})"
    return f"  {name:<42} {share.value:8.1%}  {counts:<18} {aimed_at}".rstrip()
