"""Weighs what a message may be about in the light of the turn before.

The weights are those of a conditional logit, fitted on conversations whose writers the views had not learned from.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.matching.features import Row
from assistant.matching.following import OTHER, SAME, Following
from assistant.matching.nearness import Nearness

Floats = NDArray[np.float32]

FLOOR = 1e-2
"""Added to a chance before its logarithm, so that no single view can rule an entry out."""

RARE = 1e-3
"""The same for what people ask next."""

ALONE, WITH_MESSAGE, WORDING, NEXT, AGAIN = 0.78, 0.32, 0.88, 1.07, 0.29
"""Weights where follow-ups were learned from: of the message alone, of it with the message before, of its words as a
follow-up, of what people ask after that answer, and of its being about the same entry again rather than another."""

PLAIN_VIEWS = (1.4, 0.63, 0.41)
"""Weights where there was none to learn from: of the message alone, with the message before, and with the question
that was answered."""

RELATED, SAME_TOPIC, SAME_AGAIN = 1.56, 1.35, -0.15
"""What speaks then for an entry besides: it is related to the one answered, of its topic, or the very one."""


def learned_score(alone: Floats, with_message: Floats, row: Row, before: int, following: Following) -> Floats:
    """Weigh by what people ask after an answer.

    Args:
        alone: chance of each class for the message by itself, shape (classes,).
        with_message: the same after the message before.
        row: the message.
        before: number of the entry that was answered.
        following: what was learned.

    Returns:
        Logarithm of the likelihood of each class, up to a constant, shape (classes,).
    """
    worded, wanted = np.zeros((2, len(alone)), np.float32)
    worded[: len(following.next)] = following.by_wording(row)
    wanted[: len(following.next)] = following.next[before]
    score = ALONE * np.log(alone + FLOOR) + WITH_MESSAGE * np.log(with_message + FLOOR)
    score += WORDING * np.log(worded + FLOOR) + NEXT * np.log(wanted + RARE)
    kinds = following.by_kind(row) + FLOOR
    score[before] += AGAIN * np.log(kinds[SAME] / kinds[OTHER])
    return np.asarray(score, np.float32)


def plain_score(views: Sequence[Floats], before: int, near: Nearness) -> Floats:
    """Weigh by what stands near the entry that was answered.

    Args:
        views: chance of each class for the message by itself, after the message before, and after the question
            that was answered; each of shape (classes,).
        before: number of the entry that was answered.
        near: what stands near it.

    Returns:
        Logarithm of the likelihood of each class, up to a constant, shape (classes,).
    """
    score = np.zeros(len(views[0]))
    for weight, view in zip(PLAIN_VIEWS, views, strict=True):
        score += weight * np.log(view + FLOOR)
    score[: len(near.related)] += RELATED * near.related + SAME_TOPIC * near.same_topic
    score[before] += SAME_AGAIN
    return np.asarray(score, np.float32)
