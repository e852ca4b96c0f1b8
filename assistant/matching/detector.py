"""Learns from examples to recognise one kind of message: urgent ones, or harmful requests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.matching.features import Row
from assistant.matching.naive_bayes import log_likelihood_ratios
from assistant.matching.regression import Regression, quantised
from assistant.matching.softmax import train_softmax

OTHER, WANTED = 0, 1
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Aim:
    """What a detector should reach on examples held out of its training, as shares from 0 to 1.

    Attributes:
        least_recall: of the wanted examples, recognised.
        most_alarms: of the others, taken for the kind.
        most_doubts: of the others, suspected.
    """

    least_recall: float
    most_alarms: float
    most_doubts: float


@dataclass(frozen=True, slots=True)
class Detector:
    """Two classes: the wanted kind of message, and every other.

    Attributes:
        regression: gives each class a chance.
        cut: chance from which a message is of the wanted kind, 0 to 1.
        doubt: chance from which it may be, 0 to 1.
    """

    regression: Regression
    cut: float
    doubt: float

    def chance(self, row: Row) -> float:
        """Give the probability that a message is of the wanted kind.

        Args:
            row: the message.

        Returns:
            0 to 1.
        """
        return float(self.regression.chances(row)[WANTED])

    def detects(self, row: Row) -> bool:
        """Tell whether a message is of the wanted kind.

        Args:
            row: the message.

        Returns:
            True from the cut up.
        """
        return self.chance(row) >= self.cut

    def suspects(self, row: Row) -> bool:
        """Tell whether a message may be of the wanted kind.

        Args:
            row: the message.

        Returns:
            True from the lower level up.
        """
        return self.chance(row) >= self.doubt


def train_detector(wanted: Sequence[Row], other: Sequence[Row], features: int, aim: Aim) -> Detector:
    """Train on examples.

    Args:
        wanted: messages of the kind.
        other: messages that are not.
        features: number of columns.
        aim: what the levels should reach.

    Returns:
        The detector. Its cut is measured on examples held out in turn: the highest that gives the recall,
        or, where that lets through too many false alarms, the lowest that does not.
    """
    rows, labels = [*wanted, *other], [WANTED] * len(wanted) + [OTHER] * len(other)
    held_out = np.zeros(len(rows))
    for fold in range(FOLDS):
        kept = [number for number in range(len(rows)) if number % FOLDS != fold]
        model = _train([rows[number] for number in kept], [labels[number] for number in kept], features)
        for number in range(fold, len(rows), FOLDS):
            held_out[number] = model.chance(rows[number])
    by_recall = np.quantile(held_out[: len(wanted)], 1 - aim.least_recall)
    by_alarms = np.quantile(held_out[len(wanted) :], 1 - aim.most_alarms)
    by_doubts = np.quantile(held_out[len(wanted) :], 1 - aim.most_doubts)
    cut = float(max(by_recall, by_alarms))
    return Detector(_train(rows, labels, features).regression, cut, min(cut, float(by_doubts)))


def _train(rows: Sequence[Row], labels: Sequence[int], features: int) -> Detector:
    log_ratios = log_likelihood_ratios(rows, labels, features, 2)
    return Detector(quantised(train_softmax(rows, labels, features, 2).plus(log_ratios)), 0.5, 0.5)
