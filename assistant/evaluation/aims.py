"""What the assistant should reach: shown beside each measure, and held by the tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from assistant.evaluation.measuring import Measures, Share


class Aim(NamedTuple):
    """A bound that a share should keep to.

    Attributes:
        bound: the share, 0 to 1.
        is_least: whether it is the least that will do; else it is the most.
    """

    bound: float
    is_least: bool

    def is_met_by(self, share: Share) -> bool:
        """Tell whether a share keeps to the bound; one out of nothing does."""
        if not share.total:
            return True
        return share.value >= self.bound if self.is_least else share.value <= self.bound

    def __str__(self) -> str:
        return f"at {'least' if self.is_least else 'most'} {self.bound:.0%}" if self.bound else "none"


class Judged(NamedTuple):
    """A share with what it should be; some are told without an aim."""

    name: str
    share: Share
    aim: Aim | None = None


MAX_LOST_TO_MISSPELLING = 0.02
"""How much lower the share of questions with the right entry first may be where a tenth of the words are misspelt."""


def judge(measures: Measures, misspelt: Measures | None = None) -> Iterator[Judged]:
    """Put the shares beside what they should be.

    Args:
        measures: what was found.
        misspelt: what was found with some words misspelt, if that was tried.

    Yields:
        Each share with its aim, in the order in which they are told.
    """
    yield Judged("right entry first", measures.top_1, _at_least(0.95))
    if misspelt:
        least = _at_least(measures.top_1.value - MAX_LOST_TO_MISSPELLING)
        yield Judged("right entry first, words misspelt", misspelt.top_1, least)
    yield Judged("right entry in the first three", measures.top_3, _at_least(0.99))
    yield Judged("answered directly", measures.answered, _at_least(0.85))
    yield Judged("answered wrongly", measures.answered_wrong, _at_most(0.02))
    yield Judged("offered choices", measures.chosen)
    yield Judged("  of these, with the right entry", measures.chosen_with_right)
    yield Judged("declined", measures.declined)
    for kind, share in measures.out_of_scope_answered.items():
        yield Judged(f"out of scope but answered: {kind}", share, _OUT_OF_SCOPE.get(kind))
    yield Judged("urgent messages recognised", measures.urgent_recall, _at_least(0.97))
    yield Judged("urgent false alarms", measures.urgent_false_alarms, _at_most(0.05))
    yield Judged("questions in scope taken for urgent", measures.urgent_in_scope, _at_most(0.12))
    yield Judged("follow-up turns right", measures.follow_ups, _at_least(0.9))


def _at_least(bound: float) -> Aim:
    return Aim(bound, is_least=True)


def _at_most(bound: float) -> Aim:
    return Aim(bound, is_least=False)


_OUT_OF_SCOPE = {"all": _at_most(0.03), "harmful": _at_most(0.0)}
