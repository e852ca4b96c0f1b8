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

MOST_OUT_OF_SCOPE = 0.02
"""Operating point: at most this share of held-out out-of-scope questions may be answered.

Less than is aimed at, because the held-out ones come from the writers that the classifier knows."""

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
    right=(-5.0, 0.3, 0.0, 1.0, 5.0, 2.0, 2.0, -0.5, 0.0),
    in_scope=(-4.0, 0.2, 0.0, 0.5, 6.0, 0.0, 3.0, 0.0, 0.0),
    answer_cut=0.6,
    choose_cut=0.35,
    fitted=False,
)
"""For a knowledge base with too few phrasings to learn from: rests on similarity and asks when unsure."""


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
    outside = np.array(written) if any(written) else ~in_scope
    return Calibration(
        right=tuple(map(float, right_coefficients)),
        in_scope=tuple(map(float, scope_coefficients)),
        answer_cut=_answer_cut(scores, is_right, in_scope, outside),
        choose_cut=float(np.quantile(scopes[in_scope], 1 - KEPT_IN_SCOPE)),
        fitted=True,
    )


def _answer_cut(
    scores: Matrix, right: NDArray[np.bool_], in_scope: NDArray[np.bool_], outside: NDArray[np.bool_]
) -> float:
    for cut in np.linspace(0.2, 0.99, 80):
        answered = scores >= cut
        wrong = (answered & in_scope & ~right).sum() / max(1, in_scope.sum())
        leaked = (answered & outside).sum() / max(1, outside.sum())
        if wrong <= MOST_WRONG and leaked <= MOST_OUT_OF_SCOPE:
            return float(cut)
    return 0.99


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
