"""Retrieval: the texts nearest to a question, found through inverted lists, speak for the classes they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.matching.features import Row
from assistant.matching.phrasing_table import FINEST, LARGEST, WHOLE, PhrasingTable
from assistant.matching.softmax import Floats, softmax

COMMON = 0.2
"""A feature in more than this share of the texts retrieves nothing: it would retrieve everything."""

FEW = 5000
"""Up to this number of texts all of them are compared, so that a text with no word in common is found too."""

RETRIEVED = 200
"""Texts that are compared closely."""

MEANING = 3.4
"""How much the mean word vector counts beside the words themselves, against 1 in training: with few texts a
question seldom shares their words. Chosen on knowledge bases of one phrasing an entry."""

GATHERING, OF_MANY, MANY = np.float32(4.5), np.float32(12), 8
"""How fast a text's say grows with its similarity (the lower, the more the number of alike texts counts), the same
where classes have many texts, and what is many on average. Chosen on public questions with one to 130 texts a class."""

OF_ANSWERS = np.float32(0.2)
"""What a sentence of an answer says for its entry, against 1 for a phrasing."""

SHARPNESS = np.float32(2.0)
"""How far a difference of similarity moves the probabilities, in units of the softmax scale."""


@dataclass(frozen=True)
class InvertedTable:
    """Texts of the classes, found by their features.

    Attributes:
        table: the texts.
        posting_starts: where the list of each feature begins, shape (features + 1,).
        postings: text numbers, feature after feature; none for a common feature.
        posting_values: weights of the feature in those texts, in 255ths, same shape.
    """

    table: PhrasingTable
    posting_starts: NDArray[np.int64]
    postings: NDArray[np.int32]
    posting_values: NDArray[np.uint8]

    def say(self, row: Row, gathering: np.float32) -> Floats:
        """Sum up what the nearest texts say for each class.

        Args:
            row: a question.
            gathering: how fast a text's say grows with its similarity.

        Returns:
            Sum over the class's texts of exp(gathering x similarity) - 1, evened out between classes of
            many and of few texts, shape (classes,).
        """
        shared = self._shared_features(row)
        if len(shared) <= FEW:
            owners = self._owners
            alike = np.asarray((shared / LARGEST + MEANING * (self._meanings @ row.meaning)) / WHOLE, np.float32)
        else:
            best = np.argpartition(-shared, RETRIEVED - 1)[:RETRIEVED]
            found = best[shared[best] > 0]
            owners, alike = self._owners[found], self.table.similarities(row, found, MEANING)
        says = np.expm1(gathering * np.maximum(alike, 0))
        return np.asarray(np.bincount(owners, says, minlength=self.table.classes) * self._evenness, np.float32)

    def _shared_features(self, row: Row) -> Floats:
        """Compare all texts by their lexical features, in 255ths, shape (texts,)."""
        spans = [(self.posting_starts[column], self.posting_starts[column + 1]) for column in row.columns]
        texts = len(self.table.starts) - 1
        if not spans:
            return np.zeros(texts, np.float32)
        rows = np.concatenate([self.postings[start:end] for start, end in spans])
        weights = np.concatenate(
            [self.posting_values[start:end] * value for (start, end), value in zip(spans, row.values, strict=True)]
        )
        return np.bincount(rows, weights, minlength=texts).astype(np.float32)

    @cached_property
    def _meanings(self) -> Floats:
        return self.table.meanings.astype(np.float32) / FINEST

    @cached_property
    def _owners(self) -> NDArray[np.int64]:
        return self.table.classes_of_rows()

    @cached_property
    def _evenness(self) -> Floats:
        sizes = np.maximum(np.diff(self.table.class_starts), 1)
        return np.asarray(np.median(sizes) / sizes, np.float32)


@dataclass(frozen=True, slots=True)
class NearestTexts:
    """Gives each class a probability by the texts that are near.

    Attributes:
        phrasings: the phrasings.
        answers: sentences of the answers; None where there are phrasings enough.
    """

    phrasings: InvertedTable
    answers: InvertedTable | None

    def probabilities(self, row: Row) -> NDArray[np.float32]:
        """Give the probability of each class for a question, shape (classes,)."""
        table = self.phrasings.table
        gathering = OF_MANY if len(table.starts) > MANY * table.classes else GATHERING
        said = self.phrasings.say(row, gathering)
        if self.answers:
            said += OF_ANSWERS * self.answers.say(row, gathering)
        return softmax(np.log1p(said) * (SHARPNESS / gathering))


def invert(table: PhrasingTable) -> InvertedTable:
    """List the texts of a table by feature.

    Args:
        table: texts of the classes.

    Returns:
        The table with its inverted lists.
    """
    texts = len(table.starts) - 1
    rows = np.repeat(np.arange(texts, dtype=np.int32), np.diff(table.starts))
    frequency = np.bincount(table.columns, minlength=table.features)
    most = COMMON * texts if texts > FEW else texts
    kept = (frequency <= most)[table.columns]
    columns = table.columns[kept]
    order = np.argsort(columns, kind="stable")
    counts = np.bincount(columns, minlength=table.features)
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    return InvertedTable(table, starts, rows[kept][order], table.values[kept][order])
