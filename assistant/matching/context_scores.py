"""Weighs what a message may be about in the light of the turn before.

The weights are those of a conditional logit, fitted on conversations whose writers the views had not learned from
(`tests/tuning/follow-ups.yaml` among them). No script here fits them again; a change is judged by `make evaluate`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.matching.features import FeatureVector
from assistant.matching.follow_up_model import OTHER_ENTRY, SAME_ENTRY, FollowUpModel
from assistant.matching.neighbours import Neighbours

Floats = NDArray[np.float32]

PROBABILITY_FLOOR = 1e-2
"""Added to a probability before its logarithm, so that no single view can rule an entry out."""

TRANSITION_FLOOR = 1e-3
"""The same for what people ask next."""

MESSAGE_WEIGHT, WITH_PREVIOUS_WEIGHT, WORDING_WEIGHT = 0.95, 0.32, 0.88
TRANSITION_WEIGHT, SAME_ENTRY_WEIGHT = 1.07, 0.45
"""Weights where follow-ups were learned from: of the message alone, of it with the message before, of its words as a
follow-up, of what people ask after that answer, and of its being about the same entry again rather than another."""

DEFAULT_WEIGHTS = (1.4, 0.63, 0.41)
"""Weights where there was none to learn from: of the message alone, with the message before, and with the question
that was answered."""

RELATED_BONUS, SAME_TOPIC_BONUS, SAME_ENTRY_BONUS = 1.56, 1.35, -0.15
"""What speaks then for an entry besides: it is related to the one answered, of its topic, or the very one."""


def follow_up_scores(
    alone: Floats, with_message: Floats, vector: FeatureVector, before: int, model: FollowUpModel
) -> Floats:
    """Weigh by what people ask after an answer.

    Args:
        alone: probability of each class for the message by itself, shape (classes,).
        with_message: the same after the message before.
        vector: the message.
        before: number of the entry that was answered.
        model: what was learned.

    Returns:
        Logarithm of the likelihood of each class, up to a constant, shape (classes,).
    """
    by_wording, by_transition = np.zeros((2, len(alone)), np.float32)
    by_wording[: len(model.transitions)] = model.entry_probabilities(vector)
    by_transition[: len(model.transitions)] = model.transitions[before]
    score = MESSAGE_WEIGHT * np.log(alone + PROBABILITY_FLOOR)
    score += WITH_PREVIOUS_WEIGHT * np.log(with_message + PROBABILITY_FLOOR)
    score += WORDING_WEIGHT * np.log(by_wording + PROBABILITY_FLOOR)
    score += TRANSITION_WEIGHT * np.log(by_transition + TRANSITION_FLOOR)
    kinds = model.kind_probabilities(vector) + PROBABILITY_FLOOR
    score[before] += SAME_ENTRY_WEIGHT * np.log(kinds[SAME_ENTRY] / kinds[OTHER_ENTRY])
    return np.asarray(score, np.float32)


def default_scores(views: Sequence[Floats], before: int, neighbours: Neighbours) -> Floats:
    """Weigh by what stands near the entry that was answered.

    Args:
        views: probability of each class for the message by itself, after the message before, and after the question
            that was answered; each of shape (classes,).
        before: number of the entry that was answered.
        neighbours: what stands near it.

    Returns:
        Logarithm of the likelihood of each class, up to a constant, shape (classes,).
    """
    score = np.zeros(len(views[0]))
    for weight, view in zip(DEFAULT_WEIGHTS, views, strict=True):
        score += weight * np.log(view + PROBABILITY_FLOOR)
    score[: len(neighbours.related)] += RELATED_BONUS * neighbours.related + SAME_TOPIC_BONUS * neighbours.same_topic
    score[before] += SAME_ENTRY_BONUS
    return np.asarray(score, np.float32)
