"""From evidence to a score that means something, and the thresholds that decide.

The calibrator is a logistic regression fitted on questions that the classifier was not trained on (Platt's
method, with evidence beside the classifier's own score), so that replies scored 0.9 are right about nine
times in ten.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assistant.matching.logistic import Numbers, fit_logistic, sigmoid
from assistant.matching.signals import SIGNAL_NAMES

Mask = NDArray[np.bool_]

MAX_WRONG_SHARE = 0.02
"""Operating point: at most this share of held-out questions may be answered wrongly."""

MAX_OUT_OF_SCOPE_SHARE = 0.05
"""Operating point: at most this share of held-out out-of-scope questions may be answered.

More than may be answered in use: the held-out ones are meant to look like questions in scope, and are answered
three times as often as those which independent writers asked."""

MIN_WRITTEN, MAX_HIDDEN_SHARE = 100, 0.08
"""Held-out out-of-scope questions below which so small a share of them says nothing, and the share that counts then: of
them and of the questions of hidden entries together. These are nearer to the entries left than what people ask who have
come to the wrong place."""

ADDED_FAULTS = 1
"""Faults counted beside those seen, so that few questions make a cautious threshold."""

FALLBACK_THRESHOLD = 0.9
"""The threshold where none keeps to the operating point."""

MIN_KEPT_SHARE = 0.98
"""Operating point: at least this share of held-out questions must get an answer or choices."""


OUT_OF_SCOPE_WEIGHT = 0.5
"""How much the questions that no entry answers count together in the fit, against 1 for the others together: they are
fewer in use."""

THRESHOLDS = np.linspace(0.2, 0.99, 80)
"""The scores that are tried as answer threshold, a hundredth apart; below the lowest an answer is a guess."""


class Calibration(Struct, frozen=True):
    """How evidence becomes a score and a decision.

    Attributes:
        right_coefficients: those of "the best entry is the right one".
        in_scope_coefficients: those of "the right entry is among the candidates".
        answer_threshold: from this score up the best entry is answered, 0 to 1.
        choose_threshold: from this in-scope score up choices are offered, 0 to 1.
        fitted: whether there were enough questions to fit on; else cautious values stand in.
    """

    right_coefficients: tuple[float, ...]
    in_scope_coefficients: tuple[float, ...]
    answer_threshold: float
    choose_threshold: float
    fitted: bool

    def score(self, evidence: Numbers) -> float:
        """Give the probability that the best entry is the right one.

        Args:
            evidence: the signals as a vector.

        Returns:
            0 to 1.
        """
        return float(sigmoid(evidence @ np.array(self.right_coefficients)))

    def in_scope_score(self, evidence: Numbers) -> float:
        """Give the probability that the right entry is among the candidates.

        Args:
            evidence: the signals as a vector.

        Returns:
            0 to 1.
        """
        return float(sigmoid(evidence @ np.array(self.in_scope_coefficients)))


# Coefficients of "the best entry is right" and of "the right entry is among the candidates".
_UNFITTED = {
    "constant": (-3.1, -3.5),
    "best": (0.4, 0.4),
    "out of scope": (0.0, -0.1),
    "margin": (0.0, -0.7),
    "nearest": (0.7, 3.3),
    "nearer than others": (-0.3, -2.6),
    "known letters": (1.1, 1.7),
    "very short": (1.3, 2.1),
    "length": (2.5, 2.0),
}

UNFITTED = Calibration(
    right_coefficients=tuple(_UNFITTED[name][0] for name in SIGNAL_NAMES),
    in_scope_coefficients=tuple(_UNFITTED[name][1] for name in SIGNAL_NAMES),
    answer_threshold=0.75,
    choose_threshold=0.3,
    fitted=False,
)
"""For a knowledge base with too few phrasings to learn from: fitted on four others with one phrasing an entry, which
are not in this repository."""


class HeldOutOutcome(NamedTuple):
    """What came of a question that the classifier was not trained on.

    Attributes:
        evidence: the signals as a vector.
        is_right: whether the best entry was the right one.
        in_reach: whether the right entry was among the candidates that would be offered.
        in_scope: whether any entry answers it.
        is_written: whether it was written as an out-of-scope question, and not made one by hiding its entry.
    """

    evidence: Numbers
    is_right: bool
    in_reach: bool
    in_scope: bool
    is_written: bool


def fit_calibration(outcomes: Sequence[HeldOutOutcome]) -> Calibration:
    """Fit the calibrator and choose its operating point.

    Args:
        outcomes: of held-out questions, at least one.

    Returns:
        The calibration. The answer threshold is the lowest score at which the share of questions answered
        wrongly is at most `MAX_WRONG_SHARE` and the share of written out-of-scope questions answered at most
        `MAX_OUT_OF_SCOPE_SHARE`; where there are fewer than `MIN_WRITTEN`, that of all out-of-scope questions at most
        `MAX_HIDDEN_SHARE`. The choose threshold keeps `MIN_KEPT_SHARE` of the questions in scope.
    """
    evidence = np.stack([outcome.evidence for outcome in outcomes])
    is_right, in_reach, in_scope, is_written = np.array([outcome[1:] for outcome in outcomes]).T
    balance = np.where(in_scope, 1.0, OUT_OF_SCOPE_WEIGHT * in_scope.sum() / max(1, (~in_scope).sum()))
    right_coefficients = fit_logistic(evidence, is_right, balance)
    in_scope_coefficients = fit_logistic(evidence, in_reach, balance)
    scores, in_scope_scores = sigmoid(evidence @ right_coefficients), sigmoid(evidence @ in_scope_coefficients)
    outside, max_outside_share = ~in_scope, MAX_HIDDEN_SHARE
    if is_written.sum() >= MIN_WRITTEN:
        outside, max_outside_share = is_written, MAX_OUT_OF_SCOPE_SHARE
    return Calibration(
        right_coefficients=tuple(map(float, right_coefficients)),
        in_scope_coefficients=tuple(map(float, in_scope_coefficients)),
        answer_threshold=_answer_threshold(scores, in_scope & ~is_right, in_scope, outside, max_outside_share),
        choose_threshold=float(np.quantile(in_scope_scores[in_scope], 1 - MIN_KEPT_SHARE)),
        fitted=True,
    )


def _answer_threshold(scores: Numbers, wrong: Mask, in_scope: Mask, outside: Mask, max_outside_share: float) -> float:
    for threshold in THRESHOLDS:
        answered = scores >= threshold
        wrong_share = (ADDED_FAULTS + (answered & wrong).sum()) / max(1, in_scope.sum())
        outside_share = (ADDED_FAULTS + (answered & outside).sum()) / max(1, outside.sum())
        if wrong_share <= MAX_WRONG_SHARE and outside_share <= max_outside_share:
            return float(threshold)
    return FALLBACK_THRESHOLD
