"""The trained regression, its weights stored in a quarter of the space."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.matching.features import FeatureVector
from assistant.matching.softmax import Weights, softmax


@dataclass(frozen=True, slots=True)
class Regression:
    """Gives each class a probability by weights that were learned.

    Attributes:
        weights: class weights as whole numbers from -127 to 127, shape (features, classes).
        weight_scale: what a row of `weights` is multiplied by, shape (features,).
        embedding_weights: class weights of the sentence embedding, shape (dimensions, classes).
    """

    weights: NDArray[np.int8]
    weight_scale: NDArray[np.float32]
    embedding_weights: NDArray[np.float32]

    def probabilities(self, vector: FeatureVector) -> NDArray[np.float32]:
        """Give the probability of each class for a question, shape (classes,)."""
        scaled = vector.values * self.weight_scale[vector.columns]
        lexical = scaled @ self.weights[vector.columns].astype(np.float32)
        return softmax(lexical + vector.embedding @ self.embedding_weights)


def quantised(weights: Weights) -> Regression:
    """Store weights in a quarter of the space.

    Args:
        weights: as trained.

    Returns:
        The regression, each row of lexical weights as whole numbers and a scale.
    """
    largest = np.abs(weights.lexical).max(axis=1)
    scale = np.where(largest > 0, largest / 127, 1).astype(np.float32)
    return Regression(np.rint(weights.lexical / scale[:, None]).astype(np.int8), scale, weights.embedding)
