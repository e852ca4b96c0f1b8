"""Logistic regression of a few signals."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

RIDGE = 1e-4
"""Penalty on the squares of the coefficients, for each question: too little to move them where there are many."""

MAX_STEPS, TOLERANCE = 25, 1e-8
"""Newton's method stops after so many steps, or at a step of that size; it needs about ten."""

MAX_LOG_ODDS = 30
"""Beyond this the exponential function says nothing more."""


def sigmoid(log_odds: Numbers) -> Numbers:
    """Turn log-odds into probabilities.

    Args:
        log_odds: any numbers.

    Returns:
        Probabilities, 0 to 1, same shape.
    """
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -MAX_LOG_ODDS, MAX_LOG_ODDS))))


def fit_logistic(evidence: Numbers, truth: NDArray[np.bool_], weight: Numbers) -> Numbers:
    """Fit by Newton's method with a small ridge penalty.

    Args:
        evidence: shape (questions, signals).
        truth: what is to be told from it, shape (questions,).
        weight: how much each question counts, shape (questions,).

    Returns:
        A coefficient for each signal, shape (signals,).
    """
    coefficients = np.zeros(evidence.shape[1])
    penalty = RIDGE * len(evidence) * np.eye(evidence.shape[1])
    for _ in range(MAX_STEPS):
        probability = sigmoid(evidence @ coefficients)
        slope = evidence.T @ (weight * (truth - probability)) - penalty @ coefficients
        curve = (evidence * (weight * probability * (1 - probability))[:, None]).T @ evidence + penalty
        step = np.linalg.solve(curve, slope)
        coefficients += step
        if np.abs(step).max() < TOLERANCE:
            break
    return coefficients
