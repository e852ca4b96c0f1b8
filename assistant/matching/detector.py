"""Learns from examples to recognise one kind of message: urgent ones, or harmful requests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.matching.classifier import Regression, quantised
from assistant.matching.features import FeatureSpace, fit_features
from assistant.matching.softmax import train_softmax
from assistant.matching.text import tokenise
from assistant.matching.word_vectors import WordVectors

OTHER, WANTED = 0, 1
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Detector:
    """Two classes: the wanted kind of message, and every other.

    Attributes:
        space: the features.
        regression: gives each class a chance.
        cut: chance from which a message is of the wanted kind, 0 to 1.
    """

    space: FeatureSpace
    regression: Regression
    cut: float

    def chance(self, message: str) -> float:
        """Give the probability that a message is of the wanted kind.

        Args:
            message: what was typed.

        Returns:
            0 to 1.
        """
        return float(self.regression.chances(self.space.row(tokenise(message)))[WANTED])

    def detects(self, message: str) -> bool:
        """Tell whether a message is of the wanted kind.

        Args:
            message: what was typed.

        Returns:
            True from the cut up.
        """
        return self.chance(message) >= self.cut


def train_detector(
    wanted: Sequence[str], other: Sequence[str], vectors: WordVectors, least_recall: float, most_alarms: float
) -> Detector:
    """Train on examples.

    Args:
        wanted: messages of the kind.
        other: messages that are not.
        vectors: word vectors.
        least_recall: share of the wanted examples that should be recognised, 0 to 1.
        most_alarms: share of the others that may be taken for the kind, 0 to 1.

    Returns:
        The detector. Its cut is measured on examples held out in turn: the highest that gives the recall,
        or, where that lets through too many false alarms, the lowest that does not.
    """
    texts, labels = [*wanted, *other], [WANTED] * len(wanted) + [OTHER] * len(other)
    held_out = np.zeros(len(texts))
    for fold in range(FOLDS):
        kept = [number for number in range(len(texts)) if number % FOLDS != fold]
        model = _train([texts[number] for number in kept], [labels[number] for number in kept], vectors)
        for number in range(fold, len(texts), FOLDS):
            held_out[number] = model.chance(texts[number])
    by_recall = np.quantile(held_out[: len(wanted)], 1 - least_recall)
    by_alarms = np.quantile(held_out[len(wanted) :], 1 - most_alarms)
    whole = _train(texts, labels, vectors)
    return Detector(whole.space, whole.regression, float(max(by_recall, by_alarms)))


def _train(texts: Sequence[str], labels: Sequence[int], vectors: WordVectors) -> Detector:
    tokens = [tokenise(text) for text in texts]
    space = fit_features(tokens, vectors)
    weights = train_softmax([space.row(words) for words in tokens], labels, len(space.keys), 2)
    return Detector(space, quantised(weights), 0.5)
