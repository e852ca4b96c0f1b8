"""Retrieval: the texts nearest to a question, found through an inverted index, vote for the classes they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.matching.features import FeatureVector
from assistant.matching.phrasing_table import EMBEDDING_SCALE, SQUARED_LENGTH, VALUE_SCALE, PhrasingTable
from assistant.matching.softmax import Floats, softmax

MAX_DOCUMENT_SHARE = 0.2
"""A feature in more than this share of the texts retrieves nothing: it would retrieve everything."""

MAX_SCANNED_TEXTS = 5000
"""Up to this number of texts all of them are compared, so that a text with no word in common is found too."""

MAX_RETRIEVED = 200
"""Texts that are compared closely."""

EMBEDDING_FACTOR = 3.4
"""How much the sentence embedding counts beside the words themselves, against 1 in training: with few texts a
question seldom shares their words. Chosen on knowledge bases of one phrasing an entry, which are
not in this repository."""

VOTE_SHARPNESS, VOTE_SHARPNESS_LARGE, LARGE_CLASS = np.float32(4.5), np.float32(12), 8
"""How fast a text's vote grows with its similarity (the lower, the more the number of alike texts counts), the same
where classes have many texts, and what is many on average. Chosen on public questions with one to 130 texts a class,
which are not in this repository."""

ANSWER_VOTE = np.float32(0.2)
"""The vote of a sentence of an answer, against 1 for a phrasing. Set by trial."""

PROBABILITY_SHARPNESS = np.float32(2.0)
"""How far a difference of similarity moves the probabilities, in units of the softmax scale. Set by trial."""


@dataclass(frozen=True)
class InvertedIndex:
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

    def class_votes(self, vector: FeatureVector, sharpness: np.float32) -> Floats:
        """Sum up the votes of the nearest texts for each class.

        Args:
            vector: a question.
            sharpness: how fast a text's vote grows with its similarity.

        Returns:
            Sum over the class's texts of exp(sharpness x similarity) - 1, evened out between classes of
            many and of few texts, shape (classes,).
        """
        shared = self._lexical_similarities(vector)
        if len(shared) <= MAX_SCANNED_TEXTS:
            owners = self._owners
            both = shared / VALUE_SCALE + EMBEDDING_FACTOR * (self._embeddings @ vector.embedding)
            alike = np.asarray(both / SQUARED_LENGTH, np.float32)
        else:
            best = np.argpartition(-shared, MAX_RETRIEVED - 1)[:MAX_RETRIEVED]
            found = best[shared[best] > 0]
            owners, alike = self._owners[found], self.table.similarities(vector, found, EMBEDDING_FACTOR)
        votes = np.expm1(sharpness * np.maximum(alike, 0))
        return np.asarray(np.bincount(owners, votes, minlength=self.table.classes) * self._class_balance, np.float32)

    def _lexical_similarities(self, vector: FeatureVector) -> Floats:
        """Compare all texts by their lexical features, in 255ths, shape (texts,)."""
        spans = [(self.posting_starts[column], self.posting_starts[column + 1]) for column in vector.columns]
        texts = len(self.table.starts) - 1
        if not spans:
            return np.zeros(texts, np.float32)
        rows = np.concatenate([self.postings[start:end] for start, end in spans])
        weights = np.concatenate(
            [self.posting_values[start:end] * value for (start, end), value in zip(spans, vector.values, strict=True)]
        )
        return np.bincount(rows, weights, minlength=texts).astype(np.float32)

    @cached_property
    def _embeddings(self) -> Floats:
        return self.table.embeddings.astype(np.float32) / EMBEDDING_SCALE

    @cached_property
    def _owners(self) -> NDArray[np.int64]:
        return self.table.classes_of_texts()

    @cached_property
    def _class_balance(self) -> Floats:
        sizes = np.maximum(np.diff(self.table.class_starts), 1)
        return np.asarray(np.median(sizes) / sizes, np.float32)


@dataclass(frozen=True, slots=True)
class NearestTexts:
    """Gives each class a probability by the texts that are near.

    Attributes:
        phrasings: the phrasings.
        answers: sentences of the answers; None where there are phrasings enough.
    """

    phrasings: InvertedIndex
    answers: InvertedIndex | None

    def probabilities(self, vector: FeatureVector) -> NDArray[np.float32]:
        """Give the probability of each class for a question, shape (classes,)."""
        table = self.phrasings.table
        sharpness = VOTE_SHARPNESS_LARGE if len(table.starts) > LARGE_CLASS * table.classes else VOTE_SHARPNESS
        votes = self.phrasings.class_votes(vector, sharpness)
        if self.answers:
            votes += ANSWER_VOTE * self.answers.class_votes(vector, sharpness)
        return softmax(np.log1p(votes) * (PROBABILITY_SHARPNESS / sharpness))


def invert(table: PhrasingTable) -> InvertedIndex:
    """List the texts of a table by feature.

    Args:
        table: texts of the classes.

    Returns:
        The table with its inverted lists.
    """
    texts = len(table.starts) - 1
    rows = np.repeat(np.arange(texts, dtype=np.int32), np.diff(table.starts))
    frequency = np.bincount(table.columns, minlength=table.features)
    most = MAX_DOCUMENT_SHARE * texts if texts > MAX_SCANNED_TEXTS else texts
    kept = (frequency <= most)[table.columns]
    columns = table.columns[kept]
    order = np.argsort(columns, kind="stable")
    counts = np.bincount(columns, minlength=table.features)
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    return InvertedIndex(table, starts, rows[kept][order], table.values[kept][order])
