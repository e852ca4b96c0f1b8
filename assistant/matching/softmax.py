"""Multinomial logistic regression over feature vectors, trained by stochastic gradient descent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.matching.features import FeatureVector

INVERSE_TEMPERATURE = 10.0
"""Inverse temperature: feature vectors have length one, so bare dot products are too small to tell classes apart."""

LEARNING_RATE = 0.25
EPOCHS = 4
"""First step, and passes over the texts. Set by trial; a change is judged by `make evaluate`."""

SKIP_ERROR = 0.05
"""A text whose own class lacks no more than this probability teaches nothing for now."""

MIN_STEP = np.float32(1e-4)
"""A step of less than this is not taken for the embedding weights of a class."""

SKIP_EPOCHS = 3
"""Passes until such a text is looked at again."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """What the regression learned.

    Attributes:
        lexical: weights of the lexical features, shape (features, classes).
        embedding: weights of the sentence embedding, shape (dimensions, classes).
    """

    lexical: Floats
    embedding: Floats

    def plus(self, evidence: Floats) -> Weights:
        """Add evidence of another kind.

        Args:
            evidence: what each feature adds to the logarithm of each class's probability, shape (features, classes).

        Returns:
            The weights with it.
        """
        return Weights(self.lexical + evidence / np.float32(INVERSE_TEMPERATURE), self.embedding)


def train_softmax(
    vectors: Sequence[FeatureVector],
    labels: Sequence[int],
    features: int,
    classes: int,
    *,
    epochs: int = EPOCHS,
    seed: int = 0,
    on_epoch: Callable[[], None] = lambda: None,
) -> Weights:
    """Fit class weights.

    Args:
        vectors: training texts.
        labels: class of each text, 0 to classes - 1.
        features: number of columns.
        classes: number of classes.
        epochs: passes over the texts.
        seed: which order the texts come in; the same every time for one seed.
        on_epoch: called after each pass.

    Returns:
        The weights. The step falls linearly to zero.
    """
    weights = np.zeros((features, classes), np.float32)
    embedding = np.zeros((classes, len(vectors[0].embedding)), np.float32)  # so that one class lies together in memory
    order = np.random.default_rng(seed)
    skipped_until = np.zeros(len(vectors), np.int64)
    for epoch in range(epochs):
        step = np.float32(LEARNING_RATE * (1 - epoch / epochs))
        for index in order.permutation(np.flatnonzero(skipped_until <= epoch)):
            vector = vectors[index]
            block = weights.take(vector.columns, axis=0)
            error = softmax(vector.values @ block + embedding @ vector.embedding)
            error[labels[index]] -= 1
            if error[labels[index]] > -SKIP_ERROR:
                skipped_until[index] = epoch + SKIP_EPOCHS
                continue
            error *= step
            block -= vector.values[:, None] * error
            weights[vector.columns] = block
            wrong = np.flatnonzero(np.abs(error) > MIN_STEP)
            embedding[wrong] -= error[wrong, None] * vector.embedding
        on_epoch()
    return Weights(weights, np.ascontiguousarray(embedding.T))


def mean_weights(runs: Sequence[Weights]) -> Weights:
    """Average what was learned from the same texts in several orders.

    Args:
        runs: the weights of each, at least one.

    Returns:
        Their mean, which hangs less on the texts that happened to come last.
    """
    share = np.float32(1 / len(runs))
    return Weights(
        np.add.reduce([run.lexical for run in runs]) * share, np.add.reduce([run.embedding for run in runs]) * share
    )


def softmax(scores: Floats) -> Floats:
    """Turn class scores into probabilities.

    Args:
        scores: dot products of a feature vector with the class weights, shape (classes,).

    Returns:
        Softmax of the scaled scores, shape (classes,).
    """
    shifted = np.float32(INVERSE_TEMPERATURE) * scores
    shifted -= shifted.max()
    exponents = np.exp(shifted)
    return np.asarray(exponents / exponents.sum(), np.float32)
