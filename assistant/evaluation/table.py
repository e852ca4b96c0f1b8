"""The measures as a table for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.evaluation.baselines import Baseline
from assistant.evaluation.measuring import Measures, Share


def as_table(measures: Measures, baselines: Sequence[Baseline] = ()) -> str:
    """Write the measures.

    Args:
        measures: what was found.
        baselines: simple matchers on the same questions.

    Returns:
        Lines of text.
    """
    return "\n".join(_lines(measures, baselines))


def _lines(measures: Measures, baselines: Sequence[Baseline]) -> Iterator[str]:
    yield "Questions in scope"
    yield _row("right entry first", measures.top_1)
    yield _row("right entry in the first three", measures.top_3)
    yield f"  {'mean reciprocal rank':<42} {measures.mrr:7.3f}"
    yield _row("answered directly", measures.answered)
    yield _row("answered wrongly", measures.answered_wrong)
    yield _row("offered choices", measures.chosen)
    yield _row("  of these, with the right entry", measures.chosen_with_right)
    yield _row("declined", measures.declined)
    for kind, share in measures.out_of_scope_answered.items():
        yield _row(f"out of scope but answered: {kind}", share)
    yield _row("urgent messages recognised", measures.urgent_recall)
    yield _row("urgent false alarms", measures.urgent_false_alarms)
    yield _row("questions in scope taken for urgent", measures.urgent_in_scope)
    yield _row("follow-up turns right", measures.follow_ups)
    if measures.latency:
        median, p99 = measures.latency.median, measures.latency.p99
        yield f"  {'reply, median and 99th percentile':<42} {median:.2f} ms, {p99:.2f} ms"
    for baseline in baselines:
        yield f"Baseline: {baseline.name}"
        yield _row("right entry first", baseline.top_1)
        yield _row("right entry in the first three", baseline.top_3)
    yield "Reliability: score claimed, share right, replies"
    for band in measures.reliability:
        yield f"  {band.lowest:.1f} to {band.highest:.1f}: {band.mean_score:.2f} {band.right:.2f} {band.replies:5d}"
    yield "Worst confusions: expected, given, questions"
    for confusion in measures.confusions:
        yield f"  {confusion.expected} -> {confusion.given}"
        yield from (f"      {question}" for question in confusion.questions)


def _row(name: str, share: Share) -> str:
    return (
        f"  {name:<42} {share.value:7.1%}  ({share.count} of {share.total})" if share.total else f"  {name:<42}       -"
    )
