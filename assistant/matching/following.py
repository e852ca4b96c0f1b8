"""What people ask after an answer, learned from written follow-ups: "and if she says no?", "who decides?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.matching.features import Row
from assistant.matching.naive_bayes import log_likelihood_ratios
from assistant.matching.nearness import Nearness
from assistant.matching.regression import Regression, quantised
from assistant.matching.softmax import train_softmax

RELATED, SAME_TOPIC, ANY = 0.6, 0.15, 0.02
"""What is added to the number of times that an entry was written as what comes next (the second best of a follow-up
counts a half, the third a third): where it is related to the one answered, where it is of its topic, and always."""

OTHER, SAME, OUT = 0, 1, 2
"""Kinds of message after an answer: about another entry, about the same one again, or out of scope."""


@dataclass(frozen=True, slots=True)
class FollowUpTexts:
    """Follow-ups to learn from.

    Attributes:
        rows: what was typed.
        after: number of the entry that had been answered.
        entries: numbers of the entries that answer it, best first.
        out_of_scope: messages that are none.
    """

    rows: Sequence[Row]
    after: Sequence[int]
    entries: Sequence[Sequence[int]]
    out_of_scope: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Following:
    """What people ask after an answer.

    Attributes:
        columns: the lexical features that follow-ups have, ascending, shape (known,).
        wording: which entry a follow-up is about by its words alone, over those features.
        kind: which kind of message it is by its words alone.
        next: how likely each entry (column) is wanted after each (row), shape (entries, entries).
    """

    columns: NDArray[np.int32]
    wording: Regression
    kind: Regression
    next: NDArray[np.float32]

    def by_wording(self, row: Row) -> NDArray[np.float32]:
        """Give the probability of each entry for the words of a follow-up, shape (entries,)."""
        return self.wording.chances(_narrowed(row, self.columns))

    def by_kind(self, row: Row) -> NDArray[np.float32]:
        """Give the probability of each kind of message, shape (3,)."""
        return self.kind.chances(_narrowed(row, self.columns))


def learn_following(texts: FollowUpTexts, near: Sequence[Nearness]) -> Following:
    """Learn from follow-ups.

    Args:
        texts: the follow-ups, at least one.
        near: what stands near each entry, in their order.

    Returns:
        What people ask after each answer.
    """
    columns = np.unique(np.concatenate([row.columns for row in texts.rows])).astype(np.int32)
    rows, outside = ([_narrowed(row, columns) for row in some] for some in (texts.rows, texts.out_of_scope))
    turns = list(zip(texts.after, texts.entries, strict=True))
    kinds = [SAME if after in entries else OTHER for after, entries in turns] + [OUT] * len(outside)
    counts = np.array([RELATED * one.related + SAME_TOPIC * one.same_topic + ANY for one in near])
    for after, entries in turns:
        for place, entry in enumerate(entries, start=1):
            counts[after, entry] += 1 / place
    return Following(
        columns,
        wording=_learn(rows, [entries[0] for entries in texts.entries], len(columns), len(near)),
        kind=_learn([*rows, *outside], kinds, len(columns), 3),
        next=(counts / counts.sum(axis=1, keepdims=True)).astype(np.float32),
    )


def _narrowed(row: Row, columns: NDArray[np.int32]) -> Row:
    """Keep the lexical features that are among some columns, numbered by their place among them."""
    places = np.searchsorted(columns, row.columns)
    places[places == len(columns)] = 0
    known = columns[places] == row.columns
    return Row(places[known].astype(np.int32), row.values[known], row.meaning)


def _learn(rows: Sequence[Row], labels: Sequence[int], features: int, classes: int) -> Regression:
    log_ratios = log_likelihood_ratios(rows, labels, features, classes)
    return quantised(train_softmax(rows, labels, features, classes).plus(log_ratios))
