"""What people ask after an answer, learned from written follow-ups: "and if she says no?", "who decides?"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from assistant.matching.experts import fit_experts
from assistant.matching.features import FeatureVector
from assistant.matching.neighbours import Neighbours
from assistant.matching.regression import Regression
from assistant.matching.sorted_lookup import sorted_lookup

RELATED_COUNT, SAME_TOPIC_COUNT, BASE_COUNT = 0.6, 0.15, 0.02
"""What is added to the number of times that an entry was written as what comes next (the second best of a follow-up
counts a half, the third a third): where it is related to the one answered, where it is of its topic, and always.
Set by trial; a change is judged by `make evaluate`."""

FOLLOW_UP_ORDERS = 3
FOLLOW_UP_FITS = 2 * FOLLOW_UP_ORDERS

OTHER_ENTRY, SAME_ENTRY, OUT_OF_SCOPE = 0, 1, 2
"""Kinds of message after an answer: about another entry, about the same one again, or out of scope."""


@dataclass(frozen=True, slots=True)
class FollowUpExamples:
    """Follow-ups to learn from.

    Attributes:
        vectors: what was typed.
        after: number of the entry that had been answered.
        entries: numbers of the entries that answer it, best first.
        out_of_scope: messages that are none.
    """

    vectors: Sequence[FeatureVector]
    after: Sequence[int]
    entries: Sequence[Sequence[int]]
    out_of_scope: Sequence[FeatureVector]


@dataclass(frozen=True, slots=True)
class FollowUpModel:
    """What people ask after an answer.

    Attributes:
        columns: the lexical features that follow-ups have, ascending, shape (known,).
        entry_classifier: which entry a follow-up is about by its words alone, over those features.
        kind_classifier: which kind of message it is by its words alone.
        transitions: how likely each entry (column) is wanted after each (row), shape (entries, entries).
    """

    columns: NDArray[np.int32]
    entry_classifier: Regression
    kind_classifier: Regression
    transitions: NDArray[np.float32]

    def entry_probabilities(self, vector: FeatureVector) -> NDArray[np.float32]:
        """Give the probability of each entry for the words of a follow-up, shape (entries,)."""
        return self.entry_classifier.probabilities(_narrowed(vector, self.columns))

    def kind_probabilities(self, vector: FeatureVector) -> NDArray[np.float32]:
        """Give the probability of each kind of message, shape (3,)."""
        return self.kind_classifier.probabilities(_narrowed(vector, self.columns))


def fit_follow_up_model(
    examples: FollowUpExamples, neighbours: Sequence[Neighbours], on_epoch: Callable[[], None] = lambda: None
) -> FollowUpModel:
    """Fit to written follow-ups.

    Args:
        examples: the follow-ups, at least one.
        neighbours: what stands near each entry, in their order.
        on_epoch: called after each pass of training, of which there are `FOLLOW_UP_FITS`.

    Returns:
        What people ask after each answer.
    """
    columns = np.unique(np.concatenate([vector.columns for vector in examples.vectors])).astype(np.int32)
    vectors, outside = (
        [_narrowed(vector, columns) for vector in some] for some in (examples.vectors, examples.out_of_scope)
    )
    turns = list(zip(examples.after, examples.entries, strict=True))
    kinds = [SAME_ENTRY if after in entries else OTHER_ENTRY for after, entries in turns]
    kinds += [OUT_OF_SCOPE] * len(outside)
    counts = np.array(
        [RELATED_COUNT * one.related + SAME_TOPIC_COUNT * one.same_topic + BASE_COUNT for one in neighbours]
    )
    for after, entries in turns:
        for place, entry in enumerate(entries, start=1):
            counts[after, entry] += 1 / place
    first = [entries[0] for entries in examples.entries]
    fit = partial(fit_experts, features=len(columns), on_epoch=on_epoch, orders=FOLLOW_UP_ORDERS)
    return FollowUpModel(
        columns,
        entry_classifier=fit(vectors, first, classes=len(neighbours)).regression(),
        kind_classifier=fit([*vectors, *outside], kinds, classes=3).regression(),
        transitions=(counts / counts.sum(axis=1, keepdims=True)).astype(np.float32),
    )


def _narrowed(vector: FeatureVector, columns: NDArray[np.int32]) -> FeatureVector:
    """Keep the lexical features that are among some columns, numbered by their place among them."""
    places, known = sorted_lookup(columns, vector.columns)
    return FeatureVector(places.astype(np.int32), vector.values[known], vector.embedding)
