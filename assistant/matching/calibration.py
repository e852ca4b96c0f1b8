"""From evidence to a score that means something, and the cuts that decide.

The calibrator is a logistic regression fitted on questions that the classifier was not trained on (Platt's
method, with evidence beside the classifier's own score), so that replies scored 0.9 are right about nine
times in ten.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

MOST_WRONG = 0.02
"""Operating point: at most this share of held-out questions may be answered wrongly."""

MOST_OUT_OF_SCOPE = 0.05
"""Operating point: at most this share of held-out out-of-scope questions may be answered.

More than may be answered in use: the held-out ones are meant to look like questions in scope, and are answered
three times as often as those which independent writers asked."""

MOST_HIDDEN = 0.1
"""The same for a knowledge base without out-of-scope questions, measured on questions of hidden entries. They are
nearer to the entries left than what people ask who have come to the wrong place."""

ONE_MORE = 1
"""Faults counted beside those seen, so that few questions make a cautious cut."""

CAUTIOUS = 0.9
"""The cut where none keeps to the operating point."""

KEPT_IN_SCOPE = 0.98
"""Operating point: at least this share of held-out questions must get an answer or choices."""


class Calibration(Struct, frozen=True):
    """How evidence becomes a score and a decision.

    Attributes:
        right: coefficients of "the best entry is the right one".
        in_scope: coefficients of "the right entry is among the candidates".
        answer_cut: from this score up the best entry is answered, 0 to 1.
        choose_cut: from this in-scope score up choices are offered, 0 to 1.
        fitted: whether there were enough questions to fit on; else cautious values stand in.
    """

    right: tuple[float, ...]
    in_scope: tuple[float, ...]
    answer_cut: float
    choose_cut: float
    fitted: bool

    def score(self, evidence: NDArray[np.float64]) -> float:
        """Give the probability that the best entry is the right one.

        Args:
            evidence: the signals as a vector.

        Returns:
            0 to 1.
        """
        return _sigmoid(float(evidence @ np.array(self.right)))

    def scope(self, evidence: NDArray[np.float64]) -> float:
        """Give the probability that the right entry is among the candidates.

        Args:
            evidence: the signals as a vector.

        Returns:
            0 to 1.
        """
        return _sigmoid(float(evidence @ np.array(self.in_scope)))


UNFITTED = Calibration(
    right=(-3.1, 0.4, 0.0, 0.0, 0.7, -0.3, 1.1, 1.3, 2.5),
    in_scope=(-3.5, 0.4, -0.1, -0.7, 3.3, -2.6, 1.7, 2.1, 2.0),
    answer_cut=0.75,
    choose_cut=0.3,
    fitted=False,
)
"""For a knowledge base with too few phrasings to learn from: fitted on four others with one phrasing an entry."""


def fit_calibration(
    evidence: Matrix,
    right: Sequence[bool],
    in_reach: Sequence[bool],
    scope: Sequence[bool],
    written: Sequence[bool],
) -> Calibration:
    """Fit the calibrator and choose its operating point.

    Args:
        evidence: signals of held-out questions, shape (questions, signals).
        right: whether the best entry was the right one.
        in_reach: whether the right entry was among the candidates.
        scope: whether the question was in scope at all.
        written: whether it was written as an out-of-scope question, and not made one by hiding its entry.

    Returns:
        The calibration. The answer cut is the lowest score at which the share of questions answered
        wrongly is at most `MOST_WRONG` and the share of written out-of-scope questions answered at most
        `MOST_OUT_OF_SCOPE`. The choose cut keeps `KEPT_IN_SCOPE` of the questions in scope.
    """
    is_right, reached, in_scope = np.array(right), np.array(in_reach), np.array(scope)
    balance = np.where(in_scope, 1.0, 0.5 * in_scope.sum() / max(1, (~in_scope).sum()))
    right_coefficients = _fit_logistic(evidence, is_right, balance)
    scope_coefficients = _fit_logistic(evidence, reached, balance)
    scores = 1 / (1 + np.exp(-(evidence @ right_coefficients)))
    scopes = 1 / (1 + np.exp(-(evidence @ scope_coefficients)))
    outside, most_outside = (np.array(written), MOST_OUT_OF_SCOPE) if any(written) else (~in_scope, MOST_HIDDEN)
    return Calibration(
        right=tuple(map(float, right_coefficients)),
        in_scope=tuple(map(float, scope_coefficients)),
        answer_cut=_answer_cut(scores, is_right, in_scope, outside, most_outside),
        choose_cut=float(np.quantile(scopes[in_scope], 1 - KEPT_IN_SCOPE)),
        fitted=True,
    )


def _answer_cut(
    scores: Matrix,
    right: NDArray[np.bool_],
    in_scope: NDArray[np.bool_],
    outside: NDArray[np.bool_],
    most_outside: float,
) -> float:
    for cut in np.linspace(0.2, 0.99, 80):
        answered = scores >= cut
        wrong = (ONE_MORE + (answered & in_scope & ~right).sum()) / max(1, in_scope.sum())
        leaked = (ONE_MORE + (answered & outside).sum()) / max(1, outside.sum())
        if wrong <= MOST_WRONG and leaked <= most_outside:
            return float(cut)
    return CAUTIOUS


def _fit_logistic(evidence: Matrix, truth: NDArray[np.bool_], weight: Matrix, ridge: float = 1e-2) -> Matrix:
    """Fit logistic regression by Newton's method with a small ridge penalty."""
    coefficients = np.zeros(evidence.shape[1])
    penalty = ridge * np.eye(evidence.shape[1]) * len(evidence) / 100
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(evidence @ coefficients, -30, 30)))
        slope = evidence.T @ (weight * (truth - chance)) - penalty @ coefficients
        curve = (evidence * (weight * chance * (1 - chance))[:, None]).T @ evidence + penalty
        step = np.linalg.solve(curve, slope)
        coefficients += step
        if np.abs(step).max() < 1e-8:
            break
    return coefficients


def _sigmoid(value: float) -> float:
    return float(1 / (1 + np.exp(-np.clip(value, -30, 30))))
