"""Two ways to give each class a chance: a trained regression, or the nearest phrasings.

The regression is better by ten points and more where entries have phrasings to learn from. Its weights grow
with entries times features, so above `MOST_CLASSES`, and where there is hardly anything to learn from, the
nearest phrasings are retrieved instead and the classes ranked by them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.matching.features import Row
from assistant.matching.phrasing_table import PhrasingTable
from assistant.matching.softmax import Weights, probabilities, train_softmax

MOST_CLASSES = 1000
"""Up to this number of classes the regression is trained."""

FEWEST_TEXTS = 3
"""Phrasings a class, on average, from which the regression is worth training."""

COMMON = 0.2
"""A feature in more than this share of the phrasings retrieves nothing: it would retrieve everything."""

FEW = 2000
"""Below this number of phrasings every feature retrieves."""

RETRIEVED = 200
"""Phrasings that are compared closely."""

SHARPNESS = np.float32(2.0)
"""How far a difference of similarity moves the chances, in units of the softmax scale."""


@dataclass(frozen=True, slots=True)
class Regression:
    """The trained regression.

    Attributes:
        weights: class weights as whole numbers from -127 to 127, shape (features, classes).
        weight_scale: what a row of `weights` is multiplied by, shape (features,).
        meaning_weights: class weights of the mean word vector, shape (dimensions, classes).
    """

    weights: NDArray[np.int8]
    weight_scale: NDArray[np.float32]
    meaning_weights: NDArray[np.float32]

    def chances(self, row: Row) -> NDArray[np.float32]:
        """Give the probability of each class for a question, shape (classes,)."""
        scaled = row.values * self.weight_scale[row.columns]
        lexical = scaled @ self.weights[row.columns].astype(np.float32)
        return probabilities(lexical + row.meaning @ self.meaning_weights)


@dataclass(frozen=True, slots=True)
class NearestPhrasings:
    """Retrieval by an inverted list, then ranking by the phrasings that were retrieved.

    Attributes:
        table: all phrasings.
        posting_starts: where the list of each feature begins, shape (features + 1,).
        postings: phrasing numbers, feature after feature; none for a common feature.
        posting_values: weights of the feature in those phrasings, in 255ths, same shape.
    """

    table: PhrasingTable
    posting_starts: NDArray[np.int64]
    postings: NDArray[np.int32]
    posting_values: NDArray[np.uint8]

    def chances(self, row: Row) -> NDArray[np.float32]:
        """Give the probability of each class for a question, shape (classes,)."""
        found = self._retrieve(row)
        scores = np.zeros(self.table.classes, np.float32)
        if len(found):
            owners = np.searchsorted(self.table.class_starts, found, side="right") - 1
            np.maximum.at(scores, owners, self.table.similarities(row, found))
        return probabilities(scores * SHARPNESS)

    def _retrieve(self, row: Row) -> NDArray[np.int64]:
        spans = [(self.posting_starts[column], self.posting_starts[column + 1]) for column in row.columns]
        if not spans:
            return np.empty(0, np.int64)
        rows = np.concatenate([self.postings[start:end] for start, end in spans])
        weights = np.concatenate(
            [self.posting_values[start:end] * value for (start, end), value in zip(spans, row.values, strict=True)]
        )
        scores = np.bincount(rows, weights, minlength=len(self.table.starts) - 1)
        most = min(RETRIEVED, len(scores))
        best = np.argpartition(-scores, most - 1)[:most]
        return np.sort(best[scores[best] > 0])


def train_classifier(
    rows: Sequence[Row], labels: Sequence[int], table: PhrasingTable, on_epoch: Callable[[], None] = lambda: None
) -> Regression | NearestPhrasings:
    """Make the classifier that suits the knowledge base.

    Args:
        rows: the phrasings, ordered by class.
        labels: class of each.
        table: the same phrasings as a table.
        on_epoch: called after each pass of training.

    Returns:
        A regression for up to `MOST_CLASSES` classes with phrasings to learn from; else retrieval.
    """
    if table.classes > MOST_CLASSES or len(rows) < FEWEST_TEXTS * table.classes:
        return _invert(table)
    return quantised(train_softmax(rows, labels, table.features, table.classes, on_epoch=on_epoch))


def quantised(weights: Weights) -> Regression:
    """Store weights in a quarter of the space.

    Args:
        weights: as trained.

    Returns:
        The regression, each row of lexical weights as whole numbers and a scale.
    """
    largest = np.abs(weights.lexical).max(axis=1)
    scale = np.where(largest > 0, largest / 127, 1).astype(np.float32)
    return Regression(np.rint(weights.lexical / scale[:, None]).astype(np.int8), scale, weights.meaning)


def _invert(table: PhrasingTable) -> NearestPhrasings:
    phrasings = len(table.starts) - 1
    rows = np.repeat(np.arange(phrasings, dtype=np.int32), np.diff(table.starts))
    frequency = np.bincount(table.columns, minlength=table.features)
    rare = (frequency <= COMMON * phrasings) if phrasings > FEW else np.ones(table.features, np.bool_)
    kept = rare[table.columns]
    columns = table.columns[kept]
    order = np.argsort(columns, kind="stable")
    counts = np.bincount(columns, minlength=table.features)
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    return NearestPhrasings(table, starts, rows[kept][order], table.values[kept][order])
