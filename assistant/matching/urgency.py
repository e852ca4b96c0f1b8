"""Learns from examples which messages say that a child may be in danger now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.matching.classifier import Regression, quantised
from assistant.matching.features import FeatureSpace, fit_features
from assistant.matching.softmax import train_softmax
from assistant.matching.text import tokenise
from assistant.matching.word_vectors import WordVectors

CALM, URGENT = 0, 1
FOLDS = 5

LEAST_RECALL = 0.98
"""Share of the urgent examples, each held out of training, that must be recognised."""

MOST_ALARMS = 0.06
"""Share of the calm examples, each held out of training, that may raise a false alarm; recall comes first."""


@dataclass(frozen=True, slots=True)
class UrgencyModel:
    """Two classes, calm and urgent.

    Attributes:
        space: the features.
        regression: gives each class a chance.
        cut: chance from which a message is urgent, 0 to 1.
    """

    space: FeatureSpace
    regression: Regression
    cut: float

    def chance(self, message: str) -> float:
        """Give the probability that a message is urgent.

        Args:
            message: what was typed.

        Returns:
            0 to 1.
        """
        return float(self.regression.chances(self.space.row(tokenise(message)))[URGENT])

    def is_urgent(self, message: str) -> bool:
        """Tell whether a message is urgent.

        Args:
            message: what was typed.

        Returns:
            True from the cut up.
        """
        return self.chance(message) >= self.cut


def train_urgency(urgent: Sequence[str], calm: Sequence[str], vectors: WordVectors) -> UrgencyModel:
    """Train on examples.

    Args:
        urgent: messages that say a child may be in danger now.
        calm: messages that do not.
        vectors: word vectors.

    Returns:
        The model. Its cut is the highest that still recognises `LEAST_RECALL` of the urgent examples held
        out in turn, or the one that lets through `MOST_ALARMS` of the calm ones if that is higher.
    """
    texts, labels = [*urgent, *calm], [URGENT] * len(urgent) + [CALM] * len(calm)
    held_out = np.zeros(len(texts))
    for fold in range(FOLDS):
        kept = [number for number in range(len(texts)) if number % FOLDS != fold]
        model = _train([texts[number] for number in kept], [labels[number] for number in kept], vectors)
        for number in range(fold, len(texts), FOLDS):
            held_out[number] = model.chance(texts[number])
    by_recall = np.quantile(held_out[: len(urgent)], 1 - LEAST_RECALL)
    by_alarms = np.quantile(held_out[len(urgent) :], 1 - MOST_ALARMS)
    whole = _train(texts, labels, vectors)
    return UrgencyModel(whole.space, whole.regression, float(max(by_recall, min(by_alarms, 0.5))))


def _train(texts: Sequence[str], labels: Sequence[int], vectors: WordVectors) -> UrgencyModel:
    tokens = [tokenise(text) for text in texts]
    space = fit_features(tokens, vectors)
    weights = train_softmax([space.row(words) for words in tokens], labels, len(space.keys), 2)
    return UrgencyModel(space, quantised(weights), 0.5)
