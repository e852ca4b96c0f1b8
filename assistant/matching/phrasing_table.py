"""The phrasings as feature vectors, ordered by class: which is nearest to a question?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.matching.features import EMBEDDING_WEIGHT, FeatureVector

VALUE_SCALE = np.float32(255)
"""A weight of one, as it is stored."""

EMBEDDING_SCALE = np.float32(127 / EMBEDDING_WEIGHT)
"""The number of an embedding as it is stored, for each unit: the longest that one can be is 127."""

SQUARED_LENGTH = np.float32(1 + EMBEDDING_WEIGHT**2)
"""Squared length of a feature vector, lexical features and embedding together."""


@dataclass(frozen=True, slots=True)
class PhrasingTable:
    """All phrasings.

    Attributes:
        columns: columns of all phrasings one after another, shape (nonzero,).
        values: their weights in 255ths, shape (nonzero,).
        embeddings: embeddings times `EMBEDDING_SCALE`, shape (phrasings, dimensions).
        starts: where each phrasing begins in `columns`, shape (phrasings + 1,).
        class_starts: where the phrasings of each class begin, shape (classes + 1,).
        features: number of columns there are.
    """

    columns: NDArray[np.int32]
    values: NDArray[np.uint8]
    embeddings: NDArray[np.int8]
    starts: NDArray[np.int64]
    class_starts: NDArray[np.int64]
    features: int

    @property
    def classes(self) -> int:
        """Number of classes."""
        return len(self.class_starts) - 1

    def classes_of_texts(self) -> NDArray[np.int64]:
        """Give the class of each phrasing, shape (phrasings,)."""
        return np.repeat(np.arange(self.classes), np.diff(self.class_starts))

    def nearest(
        self, vector: FeatureVector, classes: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Find the nearest phrasing of each of some classes.

        Args:
            vector: a question.
            classes: class numbers, shape (n,).

        Returns:
            Phrasing numbers, -1 where a class has none, and cosine similarities, each of shape (n,).
        """
        question = self._dense(vector)
        numbers = np.full(len(classes), -1, np.int64)
        similarity = np.zeros(len(classes), np.float32)
        for place, number in enumerate(classes):
            first, last = self.class_starts[number], self.class_starts[number + 1]
            if first < last:
                alike = self._similarities(question, vector, first, last)
                best = int(alike.argmax())
                numbers[place], similarity[place] = first + best, alike[best]
        return numbers, similarity

    def similarities(
        self, vector: FeatureVector, phrasings: NDArray[np.int64], embedding_factor: float = 1.0
    ) -> NDArray[np.float32]:
        """Compare a question with some phrasings.

        Args:
            vector: a question.
            phrasings: phrasing numbers, shape (n,).
            embedding_factor: how much the embeddings count, 1 for as much as in training.

        Returns:
            Cosine similarities, 0 to 1 where `embedding_factor` is 1, shape (n,).
        """
        if not len(phrasings):
            return np.empty(0, np.float32)
        lengths = self.starts[phrasings + 1] - self.starts[phrasings]
        begins = np.cumsum(lengths) - lengths
        places = np.arange(lengths.sum()) + np.repeat(self.starts[phrasings] - begins, lengths)
        products = self._dense(vector)[self.columns[places]] * self.values[places]
        lexical = _sums(products, lengths) / VALUE_SCALE
        embedded = self.embeddings[phrasings].astype(np.float32) @ (vector.embedding / EMBEDDING_SCALE)
        alike = lexical + embedding_factor * embedded
        return np.asarray(alike / SQUARED_LENGTH, np.float32)

    def _dense(self, vector: FeatureVector) -> NDArray[np.float32]:
        question = np.zeros(self.features, np.float32)
        question[vector.columns] = vector.values
        return question

    def _similarities(
        self, question: NDArray[np.float32], vector: FeatureVector, first: int, last: int
    ) -> NDArray[np.float32]:
        start, end = self.starts[first], self.starts[last]
        products = question[self.columns[start:end]] * self.values[start:end]
        sums = _sums(products, np.diff(self.starts[first : last + 1]))
        embedded = self.embeddings[first:last].astype(np.float32) @ (vector.embedding / EMBEDDING_SCALE)
        alike = sums / VALUE_SCALE + embedded
        return np.asarray(alike / SQUARED_LENGTH, np.float32)


def _sums(products: NDArray[np.float32], lengths: NDArray[np.int64]) -> NDArray[np.float32]:
    """Add up the products of each phrasing, of which one whose words are all rare has none."""
    filled = lengths > 0
    sums = np.zeros(len(lengths), np.float32)
    if filled.any():
        # reduceat would give the next product instead of 0 where there is none
        sums[filled] = np.add.reduceat(products, (np.cumsum(lengths) - lengths)[filled])
    return sums


def build_table(vectors: Sequence[FeatureVector], labels: Sequence[int], classes: int, features: int) -> PhrasingTable:
    """Put phrasings into a table.

    Args:
        vectors: the phrasings, ordered by class.
        labels: class of each, ascending.
        classes: number of classes.
        features: number of columns.

    Returns:
        The table.
    """
    counts = np.bincount(np.asarray(labels, np.int64), minlength=classes)
    return PhrasingTable(
        columns=np.concatenate([vector.columns for vector in vectors]),
        values=np.rint(np.concatenate([vector.values for vector in vectors]) * VALUE_SCALE).astype(np.uint8),
        embeddings=np.rint(np.stack([vector.embedding for vector in vectors]) * EMBEDDING_SCALE).astype(np.int8),
        starts=np.concatenate([[0], np.cumsum([len(vector.columns) for vector in vectors])]).astype(np.int64),
        class_starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        features=features,
    )
