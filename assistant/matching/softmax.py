"""Multinomial logistic regression over rows, trained by stochastic gradient descent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.matching.features import Row

SCALE = 10.0
"""Inverse temperature: rows have length one, so bare dot products are too small to tell classes apart."""

LEARNING_RATE = 0.25
EPOCHS = 4

LEARNED = 0.05
"""A row whose own class lacks no more than this probability teaches nothing for now."""

NOTHING = np.float32(1e-4)
"""A step of less than this is not taken for the meaning of a class."""

REST = 3
"""Passes until such a row is looked at again."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """What the regression learned.

    Attributes:
        lexical: weights of the lexical features, shape (features, classes).
        meaning: weights of the mean word vector, shape (dimensions, classes).
    """

    lexical: Floats
    meaning: Floats

    def plus(self, evidence: Floats) -> Weights:
        """Add evidence of another kind.

        Args:
            evidence: what each feature adds to the logarithm of each class's probability, shape (features, classes).

        Returns:
            The weights with it.
        """
        return Weights(self.lexical + evidence / np.float32(SCALE), self.meaning)


def train_softmax(
    rows: Sequence[Row],
    labels: Sequence[int],
    features: int,
    classes: int,
    *,
    epochs: int = EPOCHS,
    on_epoch: Callable[[], None] = lambda: None,
) -> Weights:
    """Fit class weights.

    Args:
        rows: training texts.
        labels: class of each row, 0 to classes - 1.
        features: number of columns.
        classes: number of classes.
        epochs: passes over the rows, in an order that is the same every time.
        on_epoch: called after each pass.

    Returns:
        The weights. The step falls linearly to zero.
    """
    weights = np.zeros((features, classes), np.float32)
    meaning = np.zeros((classes, len(rows[0].meaning)), np.float32)  # so that one class lies together in memory
    order = np.random.default_rng(0)
    rest = np.zeros(len(rows), np.int64)
    for epoch in range(epochs):
        step = np.float32(LEARNING_RATE * (1 - epoch / epochs))
        for index in order.permutation(np.flatnonzero(rest <= epoch)):
            row = rows[index]
            block = weights[row.columns]
            error = softmax(row.values @ block + meaning @ row.meaning)
            error[labels[index]] -= 1
            if error[labels[index]] > -LEARNED:
                rest[index] = epoch + REST
                continue
            error *= step
            block -= row.values[:, None] * error
            weights[row.columns] = block
            wrong = np.flatnonzero(np.abs(error) > NOTHING)
            meaning[wrong] -= error[wrong, None] * row.meaning
        on_epoch()
    return Weights(weights, np.ascontiguousarray(meaning.T))


def softmax(scores: Floats) -> Floats:
    """Turn class scores into probabilities.

    Args:
        scores: dot products of a row with the class weights, shape (classes,).

    Returns:
        Softmax of the scaled scores, shape (classes,).
    """
    shifted = np.float32(SCALE) * scores
    shifted -= shifted.max()
    exponents = np.exp(shifted)
    return np.asarray(exponents / exponents.sum(), np.float32)
