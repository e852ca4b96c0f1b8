"""Two ways to give each class a chance: a trained regression, or the nearest texts.

The regression is better by ten points and more where entries have phrasings to learn from. Its weights grow
with entries times features, so above `MOST_ENTRIES`, and where there is hardly anything to learn from, the
nearest texts are retrieved instead and the classes ranked by them.
"""

from __future__ import annotations

from typing import NamedTuple

MOST_ENTRIES = 1000
"""Up to this number of entries the regression is trained."""

FEWEST_TEXTS = 3
"""Phrasings an entry, on average, from which the regression is worth training."""

FEWEST_PHRASINGS = 60
"""Phrasings in all below which scores could not be calibrated: one for each that can be held out."""

ANSWERS_HELP = 5
"""Phrasings an entry, on average, up to which sentences of the answers are looked at beside them."""


class Gear(NamedTuple):
    """How the entries are ranked.

    Attributes:
        learns: a regression is trained; else the nearest texts are retrieved.
        looks_at_answers: sentences of the answers are retrieved beside the phrasings.
        follows: what people ask after each answer is learned, which takes room for every pair of entries.
    """

    learns: bool
    looks_at_answers: bool
    follows: bool


def choose_gear(texts: int, entries: int) -> Gear:
    """Choose what suits a knowledge base.

    Args:
        texts: number of phrasings, canonical questions among them.
        entries: number of entries.

    Returns:
        The gear.
    """
    learns = entries <= MOST_ENTRIES and texts >= max(FEWEST_TEXTS * entries, entries + FEWEST_PHRASINGS)
    return Gear(learns, not learns and texts <= ANSWERS_HELP * entries, entries <= MOST_ENTRIES)
