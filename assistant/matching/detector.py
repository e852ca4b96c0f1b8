"""Learns from examples to recognise one kind of message: urgent ones, or harmful requests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.matching.experts import fit_experts
from assistant.matching.features import FeatureVector
from assistant.matching.regression import Regression

NEGATIVE, POSITIVE = 0, 1
DETECTOR_FOLDS = 5
DETECTOR_FITS = DETECTOR_FOLDS + 1
DETECTOR_ORDERS = 3
"""Parts of the examples that are held out in turn, trainings, and orders of the examples in each."""

DETECTOR_BAYES_WEIGHT = 2.0
"""How much naive Bayes counts beside the regression: the examples are few, and what they have in common tells more
than what sets each apart. Set by trial; a change is judged by `make evaluate`."""


@dataclass(frozen=True, slots=True)
class DetectorTarget:
    """What a detector should reach on examples held out of its training, as shares from 0 to 1.

    Attributes:
        min_recall: of the wanted examples, recognised.
        max_false_positive_rate: of the others, taken for the kind.
        max_suspect_rate: of the others, suspected.
    """

    min_recall: float
    max_false_positive_rate: float
    max_suspect_rate: float


@dataclass(frozen=True, slots=True)
class Detector:
    """Two classes: the wanted kind of message, and every other.

    Attributes:
        regression: gives each class a probability.
        threshold: probability from which a message is of the wanted kind, 0 to 1.
        suspect_threshold: probability from which it may be, 0 to 1.
    """

    regression: Regression
    threshold: float
    suspect_threshold: float

    def probability(self, vector: FeatureVector) -> float:
        """Give the probability that a message is of the wanted kind.

        Args:
            vector: the message.

        Returns:
            0 to 1.
        """
        return float(self.regression.probabilities(vector)[POSITIVE])

    def detects(self, vector: FeatureVector, least: float = 0.0) -> bool:
        """Tell whether a message is of the wanted kind.

        Args:
            vector: the message.
            least: a probability that it must have besides, 0 to 1.

        Returns:
            True from the threshold up.
        """
        return self.probability(vector) >= max(self.threshold, least)

    def suspects(self, vector: FeatureVector) -> bool:
        """Tell whether a message may be of the wanted kind.

        Args:
            vector: the message.

        Returns:
            True from the suspect threshold up.
        """
        return self.probability(vector) >= self.suspect_threshold


def train_detector(
    positives: Sequence[FeatureVector],
    negatives: Sequence[FeatureVector],
    features: int,
    target: DetectorTarget,
    on_fit: Callable[[], None] = lambda: None,
) -> Detector:
    """Train on examples.

    Args:
        positives: messages of the kind.
        negatives: messages that are not.
        features: number of columns.
        target: what the thresholds should reach.
        on_fit: called each time after training, `DETECTOR_FITS` times in all.

    Returns:
        The detector. Its threshold is measured on examples held out in turn: the highest that gives the recall,
        or, where that lets through too many false alarms, the lowest that does not.
    """
    vectors, labels = [*positives, *negatives], [POSITIVE] * len(positives) + [NEGATIVE] * len(negatives)
    held_out = np.zeros(len(vectors))
    for fold in range(DETECTOR_FOLDS):
        kept = [number for number in range(len(vectors)) if number % DETECTOR_FOLDS != fold]
        regression = _fit([vectors[number] for number in kept], [labels[number] for number in kept], features)
        for number in range(fold, len(vectors), DETECTOR_FOLDS):
            held_out[number] = regression.probabilities(vectors[number])[POSITIVE]
        on_fit()
    by_recall = np.quantile(held_out[: len(positives)], 1 - target.min_recall)
    by_false_positives = np.quantile(held_out[len(positives) :], 1 - target.max_false_positive_rate)
    by_suspects = np.quantile(held_out[len(positives) :], 1 - target.max_suspect_rate)
    threshold = float(max(by_recall, by_false_positives))
    regression = _fit(vectors, labels, features)
    on_fit()
    return Detector(regression, threshold, min(threshold, float(by_suspects)))


def _fit(vectors: Sequence[FeatureVector], labels: Sequence[int], features: int) -> Regression:
    return fit_experts(vectors, labels, features, 2, orders=DETECTOR_ORDERS).regression(DETECTOR_BAYES_WEIGHT)
