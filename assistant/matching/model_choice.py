"""Which model suits a knowledge base: a trained regression, or the nearest texts.

The regression is better by ten points and more where entries have phrasings to learn from. Its weights grow
with entries times features, so above `MAX_TRAINED_ENTRIES`, and where there is hardly anything to learn from, the
nearest texts are retrieved instead and the classes ranked by them.
"""

from __future__ import annotations

from typing import NamedTuple

MAX_TRAINED_ENTRIES = 1000
"""Up to this number of entries the regression is trained."""

MIN_TEXTS_PER_ENTRY = 3
"""Phrasings an entry, on average, from which the regression is worth training."""

MIN_PHRASINGS = 60
"""Phrasings in all below which scores could not be calibrated: one for each that can be held out."""

MAX_TEXTS_WITH_ANSWERS = 5
"""Phrasings an entry, on average, up to which sentences of the answers are looked at beside them."""


class ModelChoice(NamedTuple):
    """How the entries are ranked.

    Attributes:
        trains: a regression is trained; else the nearest texts are retrieved.
        uses_answers: sentences of the answers are retrieved beside the phrasings.
        models_follow_ups: what people ask after each answer is learned, which takes room for every pair of entries.
    """

    trains: bool
    uses_answers: bool
    models_follow_ups: bool


def choose_model(texts: int, entries: int) -> ModelChoice:
    """Choose the model of a knowledge base.

    Args:
        texts: number of phrasings, canonical questions among them.
        entries: number of entries.

    Returns:
        The choice.
    """
    trains = entries <= MAX_TRAINED_ENTRIES and texts >= max(MIN_TEXTS_PER_ENTRY * entries, entries + MIN_PHRASINGS)
    return ModelChoice(trains, not trains and texts <= MAX_TEXTS_WITH_ANSWERS * entries, entries <= MAX_TRAINED_ENTRIES)
