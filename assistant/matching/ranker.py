"""Ranks the entries for a question: the probabilities of each, and the nearest phrasing of the leading ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.matching.context_scores import default_scores, follow_up_scores
from assistant.matching.encoder import EncodedText, Encoder
from assistant.matching.features import FeatureVector
from assistant.matching.follow_up_model import FollowUpModel
from assistant.matching.neighbours import Neighbours
from assistant.matching.phrasing_table import PhrasingTable
from assistant.matching.regression import Regression
from assistant.matching.retrieval import NearestTexts
from assistant.matching.signals import Signals, known_letter_share

MAX_RANKED = 10
"""Entries that are ranked, best first."""

MAX_COMPARED_ENTRIES = 3
"""Leading entries whose phrasings are compared with the question one by one."""


@dataclass(frozen=True, slots=True)
class Context:
    """The turn before.

    Attributes:
        message: what was typed then.
        question: the question of the entry that was answered, or came nearest.
        entry: class number of that entry.
        neighbours: what stands near it.
    """

    message: EncodedText
    question: EncodedText
    entry: int
    neighbours: Neighbours


@dataclass(frozen=True, slots=True)
class Ranking:
    """The outcome of ranking one question.

    Attributes:
        classes: class numbers of the leading entries, best first, shape (n,).
        probabilities: their probabilities, shape (n,).
        nearest: number of the nearest phrasing of each of the first few, -1 where it has none.
        similarity: cosine similarity to that phrasing, 0 to 1.
        other_classes: probability of each out-of-scope class, shape (classes - entries,).
        signals: the evidence for the decision.
    """

    classes: NDArray[np.int64]
    probabilities: NDArray[np.float32]
    nearest: NDArray[np.int64]
    similarity: NDArray[np.float32]
    other_classes: NDArray[np.float32]
    signals: Signals


@dataclass(frozen=True, slots=True)
class Ranker:
    """A classifier with the phrasings it was trained on.

    Attributes:
        encoder: reads texts.
        classifier: gives each class a probability.
        table: the phrasings.
        entries: number of classes that are entries; those after are kinds of out-of-scope question.
        follow_up_model: what people ask after an answer; None where there were no follow-ups to learn from.
    """

    encoder: Encoder
    classifier: Regression | NearestTexts
    table: PhrasingTable
    entries: int
    follow_up_model: FollowUpModel | None = None

    def rank(self, encoded: EncodedText) -> Ranking:
        """Rank the entries for a question.

        Args:
            encoded: the question.

        Returns:
            The leading entries with the evidence for a decision.
        """
        return self._rank(encoded.words, encoded.vector, self.classifier.probabilities(encoded.vector))

    def rank_in_context(self, encoded: EncodedText, context: Context) -> Ranking:
        """Rank the entries for a message in the light of the turn before.

        Args:
            encoded: the message.
            context: what was said before.

        Returns:
            The ranking by a product of several views of the message and of what is likely to follow.
        """
        probabilities, space = self.classifier.probabilities, self.encoder.space
        with_message = space.vector((*context.message.tokens, *encoded.tokens))
        views = (probabilities(encoded.vector), probabilities(with_message))
        if self.follow_up_model:
            score = follow_up_scores(*views, encoded.vector, context.entry, self.follow_up_model)
        else:
            with_question = probabilities(space.vector((*context.question.tokens, *encoded.tokens)))
            score = default_scores((*views, with_question), context.entry, context.neighbours)
        likely = np.exp(score - score.max())
        return self._rank(encoded.words, with_message, (likely / likely.sum()).astype(np.float32))

    def _rank(self, words: tuple[str, ...], vector: FeatureVector, probabilities: NDArray[np.float32]) -> Ranking:
        entry_probabilities, others = probabilities[: self.entries], probabilities[self.entries :]
        ranked = min(MAX_RANKED, self.entries)
        leading = np.argpartition(-entry_probabilities, ranked - 1)[:ranked]
        leading = leading[np.lexsort((leading, -entry_probabilities[leading]))]
        nearest, similarity = self.table.nearest(vector, leading[:MAX_COMPARED_ENTRIES])
        ordered = entry_probabilities[leading]
        signals = Signals(
            best=float(ordered[0]),
            margin=float(ordered[0] - ordered[1]) if ranked > 1 else float(ordered[0]),
            out_of_scope=float(others.sum()),
            nearest=float(similarity[0]),
            nearest_other=float(similarity[1:].max()) if len(similarity) > 1 else 0.0,
            known_letter_share=known_letter_share(words, self.encoder.speller.knows),
            words=len(words),
        )
        return Ranking(leading, ordered, nearest, similarity, others, signals)
