"""The phrasings as rows of numbers, ordered by class: which is nearest to a question?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.matching.features import MEANING_WEIGHT, Row

LARGEST = np.float32(255)
"""A weight of one, as it is stored."""

FINEST = np.float32(127 / MEANING_WEIGHT)
"""The number of a mean word vector as it is stored, for each unit: the longest that one can be is 127."""

WHOLE = np.float32(1 + MEANING_WEIGHT**2)
"""Squared length of a row, lexical features and meaning together."""


@dataclass(frozen=True, slots=True)
class PhrasingTable:
    """All phrasings.

    Attributes:
        columns: columns of all phrasings one after another, shape (nonzero,).
        values: their weights in 255ths, shape (nonzero,).
        meanings: mean word vectors times `FINEST`, shape (phrasings, dimensions).
        starts: where each phrasing begins in `columns`, shape (phrasings + 1,).
        class_starts: where the phrasings of each class begin, shape (classes + 1,).
        features: number of columns there are.
    """

    columns: NDArray[np.int32]
    values: NDArray[np.uint8]
    meanings: NDArray[np.int8]
    starts: NDArray[np.int64]
    class_starts: NDArray[np.int64]
    features: int

    @property
    def classes(self) -> int:
        """Number of classes."""
        return len(self.class_starts) - 1

    def classes_of_rows(self) -> NDArray[np.int64]:
        """Give the class of each phrasing, shape (phrasings,)."""
        return np.repeat(np.arange(self.classes), np.diff(self.class_starts))

    def nearest(self, row: Row, classes: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Find the nearest phrasing of each of some classes.

        Args:
            row: a question.
            classes: class numbers, shape (n,).

        Returns:
            Phrasing numbers, -1 where a class has none, and cosine similarities, each of shape (n,).
        """
        question = self._spread(row)
        numbers = np.full(len(classes), -1, np.int64)
        similarity = np.zeros(len(classes), np.float32)
        for place, number in enumerate(classes):
            first, last = self.class_starts[number], self.class_starts[number + 1]
            if first < last:
                alike = self._similarities(question, row, first, last)
                best = int(alike.argmax())
                numbers[place], similarity[place] = first + best, alike[best]
        return numbers, similarity

    def similarities(self, row: Row, phrasings: NDArray[np.int64], meaning: float = 1.0) -> NDArray[np.float32]:
        """Compare a question with some phrasings.

        Args:
            row: a question.
            phrasings: phrasing numbers, shape (n,).
            meaning: how much the mean word vectors count, 1 for as much as in training.

        Returns:
            Cosine similarities, 0 to 1 where `meaning` is 1, shape (n,).
        """
        if not len(phrasings):
            return np.empty(0, np.float32)
        lengths = self.starts[phrasings + 1] - self.starts[phrasings]
        ends = np.cumsum(lengths)
        begins = ends - lengths
        places = np.arange(ends[-1]) + np.repeat(self.starts[phrasings] - begins, lengths)
        products = self._spread(row)[self.columns[places]] * self.values[places]
        lexical = np.add.reduceat(products, begins) / LARGEST
        alike = lexical + meaning * (self.meanings[phrasings].astype(np.float32) @ (row.meaning / FINEST))
        return np.asarray(alike / WHOLE, np.float32)

    def _spread(self, row: Row) -> NDArray[np.float32]:
        question = np.zeros(self.features, np.float32)
        question[row.columns] = row.values
        return question

    def _similarities(self, question: NDArray[np.float32], row: Row, first: int, last: int) -> NDArray[np.float32]:
        start, end = self.starts[first], self.starts[last]
        products = question[self.columns[start:end]] * self.values[start:end]
        # reduceat gives the next product instead of 0 for an empty phrasing; none is stored empty
        sums = np.add.reduceat(products, self.starts[first:last] - start)
        alike = sums / LARGEST + self.meanings[first:last].astype(np.float32) @ (row.meaning / FINEST)
        return np.asarray(alike / WHOLE, np.float32)


def build_table(rows: Sequence[Row], labels: Sequence[int], classes: int, features: int) -> PhrasingTable:
    """Put phrasings into a table.

    Args:
        rows: the phrasings, ordered by class, none without features.
        labels: class of each, ascending.
        classes: number of classes.
        features: number of columns.

    Returns:
        The table.
    """
    counts = np.bincount(np.asarray(labels, np.int64), minlength=classes)
    return PhrasingTable(
        columns=np.concatenate([row.columns for row in rows]),
        values=np.rint(np.concatenate([row.values for row in rows]) * LARGEST).astype(np.uint8),
        meanings=np.rint(np.stack([row.meaning for row in rows]) * FINEST).astype(np.int8),
        starts=np.concatenate([[0], np.cumsum([len(row.columns) for row in rows])]).astype(np.int64),
        class_starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        features=features,
    )
