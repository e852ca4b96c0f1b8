"""Ranks the entries for a question: the chances of each, and the nearest phrasing of the leading ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.matching.classifier import NearestPhrasings, Regression, train_classifier
from assistant.matching.features import FeatureSpace, Row, fit_features
from assistant.matching.phrasing_table import PhrasingTable, build_table
from assistant.matching.signals import Signals, known_share
from assistant.matching.spelling import Speller, words_by_frequency
from assistant.matching.text import tokenise
from assistant.matching.word_vectors import WordVectors

REACH = 10
"""Entries that are ranked, best first."""

COMPARED = 3
"""Leading entries whose phrasings are compared with the question one by one."""

FLOOR = 1e-3
"""Added to a chance before its logarithm, so that no single view can rule an entry out."""

UNEXPECTED = 0.02
"""How likely a follow-up is to be about an entry that nothing speaks for."""

WEIGHT_OF_BOTH, WEIGHT_OF_EXPECTED = 0.3, 1.0
"""Weights of the second and third view beside the message alone, in logarithms."""

SAME_AGAIN = 1.0
"""What the entry just answered loses, in logarithms: a follow-up seldom asks for the same answer."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the ranker reads it.

    Attributes:
        tokens: its words and numbers, spelling repaired.
        row: the same as numbers.
    """

    tokens: tuple[str, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class Context:
    """The turn before.

    Attributes:
        before: the message that was typed then.
        current: class number of the entry that was answered; None when none was.
        expected: how likely each class is to be asked about next, shape (classes,).
    """

    before: Reading
    current: int | None
    expected: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The outcome of ranking one question.

    Attributes:
        tokens: the words as understood, spelling repaired.
        classes: class numbers of the leading entries, best first, shape (n,).
        chances: their probabilities, shape (n,).
        nearest: number of the nearest phrasing of each of the first few, -1 where it has none.
        similarity: cosine similarity to that phrasing, 0 to 1.
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
    """A classifier with the phrasings it was trained on.

    Attributes:
        space: the features.
        classifier: gives each class a chance.
        table: the phrasings.
        entries: number of classes that are entries; those after are kinds of out-of-scope question.
        words: words of the phrasings, the commonest first.
    """

    space: FeatureSpace
    classifier: Regression | NearestPhrasings
    table: PhrasingTable
    entries: int
    words: tuple[str, ...]

    @cached_property
    def speller(self) -> Speller:
        """Repairs words against those of the phrasings."""
        return Speller(self.words, self.space.vectors.knows)

    def read(self, text: str) -> Reading:
        """Read a text.

        Args:
            text: what was typed.

        Returns:
            Its words with their spelling repaired, and their numbers.
        """
        tokens = self.speller.repair(tokenise(text))
        return Reading(tokens, self.space.row(tokens))

    def rank(self, reading: Reading) -> Ranking:
        """Rank the entries for a question.

        Args:
            reading: the question.

        Returns:
            The leading entries with the evidence for a decision.
        """
        return self._rank_row(reading.tokens, reading.row, self.classifier.chances(reading.row))

    def rank_in_context(self, reading: Reading, context: Context) -> Ranking:
        """Rank the entries for a message in the light of the turn before.

        Args:
            reading: the message.
            context: what was said before.

        Returns:
            The ranking by a product of three views: the message alone, it and the message before read as
            one, and what a follow-up is likely to be about.
        """
        both = self.space.row((*context.before.tokens, *reading.tokens))
        likely = context.expected + self.classifier.chances(context.before.row)
        score = (
            np.log(self.classifier.chances(reading.row) + FLOOR)
            + WEIGHT_OF_BOTH * np.log(self.classifier.chances(both) + FLOOR)
            + WEIGHT_OF_EXPECTED * np.log(likely + UNEXPECTED)
        )
        if context.current is not None:
            score[context.current] -= SAME_AGAIN
        chances = np.exp(score - score.max())
        return self._rank_row(reading.tokens, both, (chances / chances.sum()).astype(np.float32))

    def _rank_row(self, tokens: tuple[str, ...], row: Row, chances: NDArray[np.float32]) -> Ranking:
        entry_chances, others = chances[: self.entries], chances[self.entries :]
        reach = min(REACH, self.entries)
        leading = np.argpartition(-entry_chances, reach - 1)[:reach]
        leading = leading[np.lexsort((leading, -entry_chances[leading]))]
        nearest, similarity = self.table.nearest(row, leading[:COMPARED])
        ordered = entry_chances[leading]
        signals = Signals(
            best=float(ordered[0]),
            margin=float(ordered[0] - ordered[1]) if reach > 1 else float(ordered[0]),
            out_of_scope=float(others.sum()),
            nearest=float(similarity[0]),
            nearest_other=float(similarity[1:].max()) if len(similarity) > 1 else 0.0,
            known=known_share(tokens, [self.speller.knows(token) for token in tokens]),
            words=len(tokens),
        )
        return Ranking(tokens, leading, ordered, nearest, similarity, others, signals)


def train_ranker(
    texts: Sequence[Sequence[str]],
    labels: Sequence[int],
    entries: int,
    classes: int,
    vectors: WordVectors,
    also: Sequence[Sequence[str]] = (),
    on_epoch: Callable[[], None] = lambda: None,
) -> Ranker:
    """Train on phrasings.

    Args:
        texts: token lists of the phrasings, ordered by class.
        labels: class of each phrasing, ascending.
        entries: number of classes that are entries.
        classes: number of classes in all.
        vectors: word vectors.
        also: token lists of other texts whose features should be known.
        on_epoch: called after each pass of training.

    Returns:
        The trained ranker.
    """
    words = words_by_frequency(texts)
    speller = Speller(words, vectors.knows)
    mended = [speller.repair(tokens) for tokens in texts]
    space = fit_features([*mended, *map(speller.repair, also)], vectors)
    rows = [space.row(tokens) for tokens in mended]
    table = build_table(rows, labels, classes, len(space.keys))
    return Ranker(space, train_classifier(rows, labels, table, on_epoch), table, entries, words)
