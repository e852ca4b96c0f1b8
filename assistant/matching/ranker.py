"""Ranks the entries for a question: the classifier, and the nearest phrasing of each leading entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.matching.features import MEANING_WEIGHT, FeatureSpace, Row, fit_features
from assistant.matching.signals import Signals, known_share
from assistant.matching.softmax import probabilities, train_softmax
from assistant.matching.spelling import Speller
from assistant.matching.text import tokenise
from assistant.matching.word_vectors import WordVectors

WHOLE = 1 + MEANING_WEIGHT**2
"""Squared length of a row, lexical features and meaning together."""

REACH = 10
"""Entries that are looked at closely, best first."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The outcome of ranking one question.

    Attributes:
        tokens: the words as understood, spelling repaired.
        classes: class numbers of the leading entries, best first, shape (n,).
        chances: their probabilities, shape (n,).
        nearest: row of the nearest phrasing of each, -1 where it has none, shape (n,).
        similarity: cosine similarity to that phrasing, 0 to 1, shape (n,).
        other_classes: probability of each out-of-scope class, shape (classes - entries,).
        signals: the evidence for the decision.
    """

    tokens: tuple[str, ...]
    classes: NDArray[np.int64]
    chances: NDArray[np.float32]
    nearest: NDArray[np.int64]
    similarity: NDArray[np.float32]
    other_classes: NDArray[np.float32]
    signals: Signals


@dataclass(frozen=True)
class Ranker:
    """A trained classifier with the phrasings it was trained on.

    Attributes:
        space: the lexical features.
        weights: class weights as whole numbers from -127 to 127, shape (features, classes).
        weight_scale: what a row of `weights` is multiplied by, shape (features,).
        meaning_weights: class weights of the mean word vector, shape (dimensions, classes).
        columns: columns of all phrasings one after another, shape (nonzero,).
        values: their weights, shape (nonzero,).
        meanings: mean word vectors of all phrasings, shape (phrasings, dimensions).
        starts: where each phrasing begins in `columns`, shape (phrasings + 1,).
        class_starts: where the phrasings of each class begin, shape (classes + 1,).
        entries: number of classes that are entries; those after are kinds of out-of-scope question.
        words: words of the phrasings, the commonest first.
    """

    space: FeatureSpace
    weights: NDArray[np.int8]
    weight_scale: NDArray[np.float32]
    meaning_weights: NDArray[np.float32]
    columns: NDArray[np.int32]
    values: NDArray[np.float16]
    meanings: NDArray[np.float16]
    starts: NDArray[np.int64]
    class_starts: NDArray[np.int64]
    entries: int
    words: tuple[str, ...]

    @cached_property
    def speller(self) -> Speller:
        """Repairs words against those of the phrasings."""
        return Speller(self.words, self.space.vectors.knows)

    def rank(self, text: str) -> Ranking:
        """Rank the entries for a question.

        Args:
            text: what was typed.

        Returns:
            The leading entries with the evidence for a decision.
        """
        tokens = self.understand(text)
        row = self.space.row(tokens)
        return self._rank_row(tokens, row, self._chances(row))

    def rank_follow_up(self, text: str, before: str, favoured: NDArray[np.int64]) -> Ranking:
        """Rank the entries for a message that leans on the turn before.

        Args:
            text: what was typed.
            before: the question of the entry before.
            favoured: class numbers that a follow-up is likely to be about.

        Returns:
            The ranking by the mean of three views: the message alone, both texts read as one, and
            the favoured entries.
        """
        tokens = self.understand(text)
        alone = self.space.row(tokens)
        both = self.space.row((*self.understand(before), *tokens))
        prior = np.zeros(len(self.class_starts) - 1, np.float32)
        prior[favoured] = 1 / max(1, len(favoured))
        chances = (self._chances(alone) * 2 + self._chances(both) + prior) / 4
        return self._rank_row(tokens, both, chances.astype(np.float32))

    def understand(self, text: str) -> tuple[str, ...]:
        """Give the words of a text with their spelling repaired."""
        return self.speller.repair(tokenise(text))

    def _chances(self, row: Row) -> NDArray[np.float32]:
        scaled = row.values * self.weight_scale[row.columns]
        lexical = scaled @ self.weights[row.columns].astype(np.float32)
        return probabilities(lexical + row.meaning @ self.meaning_weights)

    def _rank_row(self, tokens: tuple[str, ...], row: Row, chances: NDArray[np.float32]) -> Ranking:
        entry_chances = chances[: self.entries]
        reach = min(REACH, self.entries)
        leading = np.argpartition(-entry_chances, reach - 1)[:reach]
        leading = leading[np.lexsort((leading, -entry_chances[leading]))]
        nearest, similarity = self._nearest(row, leading)
        known = known_share(tokens, [self.speller.knows(token) for token in tokens])
        ordered = entry_chances[leading]
        signals = Signals(
            best=float(ordered[0]),
            margin=float(ordered[0] - ordered[1]) if reach > 1 else float(ordered[0]),
            out_of_scope=float(chances[self.entries :].sum()),
            nearest=float(similarity[0]),
            nearest_other=float(similarity[1:].max()) if reach > 1 else 0.0,
            known=known,
            words=len(tokens),
        )
        return Ranking(tokens, leading, ordered, nearest, similarity, chances[self.entries :], signals)

    def _nearest(self, row: Row, classes: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        question = np.zeros(len(self.space.keys), np.float32)
        question[row.columns] = row.values
        nearest = np.full(len(classes), -1, np.int64)
        similarity = np.zeros(len(classes), np.float32)
        for place, number in enumerate(classes):
            first, last = self.class_starts[number], self.class_starts[number + 1]
            if first == last:
                continue
            start, end = self.starts[first], self.starts[last]
            products = question[self.columns[start:end]] * self.values[start:end]
            sums = np.add.reduceat(products, self.starts[first:last] - start)
            sums = (sums + self.meanings[first:last] @ row.meaning) / WHOLE
            best = int(sums.argmax())
            nearest[place], similarity[place] = first + best, sums[best]
        return nearest, similarity


def train_ranker(
    texts: Sequence[Sequence[str]],
    labels: Sequence[int],
    entries: int,
    classes: int,
    vectors: WordVectors,
    on_epoch: Callable[[], None] = lambda: None,
) -> Ranker:
    """Train on phrasings.

    Args:
        texts: token lists of the phrasings, ordered by class.
        labels: class of each phrasing, ascending.
        entries: number of classes that are entries.
        classes: number of classes in all.
        vectors: word vectors.
        on_epoch: called after each pass of training.

    Returns:
        The trained ranker.
    """
    words = _words_by_frequency(texts)
    speller = Speller(words, vectors.knows)
    mended = [speller.repair(tokens) for tokens in texts]
    space = fit_features(mended, vectors)
    rows = [space.row(tokens) for tokens in mended]
    weights = train_softmax(rows, labels, len(space.keys), classes, on_epoch=on_epoch)
    largest = np.abs(weights.lexical).max(axis=1)
    scale = np.where(largest > 0, largest / 127, 1).astype(np.float32)
    counts = np.bincount(np.asarray(labels, np.int64), minlength=classes)
    return Ranker(
        space=space,
        weights=np.rint(weights.lexical / scale[:, None]).astype(np.int8),
        weight_scale=scale,
        meaning_weights=weights.meaning,
        columns=np.concatenate([row.columns for row in rows]),
        values=np.concatenate([row.values for row in rows]).astype(np.float16),
        meanings=np.stack([row.meaning for row in rows]).astype(np.float16),
        starts=np.concatenate([[0], np.cumsum([len(row.columns) for row in rows])]).astype(np.int64),
        class_starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        entries=entries,
        words=words,
    )


OFTEN = 3
"""Times that a word must be in the phrasings to count as right; phrasings have slips of the pen too."""

FEW_TEXTS = 500
"""Below this number of phrasings every word counts as right."""


def _words_by_frequency(texts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for tokens in texts:
        for token in tokens:
            if token.isalpha():
                counts[token] = counts.get(token, 0) + 1
    often = [word for word, count in counts.items() if count >= OFTEN or len(texts) < FEW_TEXTS]
    return tuple(sorted(often, key=lambda word: (-counts[word], word)))
