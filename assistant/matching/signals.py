"""What speaks for and against the best entry: the evidence that the decision rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SIGNAL_NAMES = (
    "constant",
    "best",
    "out of scope",
    "margin",
    "nearest",
    "nearer than others",
    "known letters",
    "very short",
    "length",
)
"""What the calibrator is given, in this order; each has a coefficient."""

MAX_VERY_SHORT = 2
"""Words up to which a question is very short: a name or two, with nothing said of them. Set by hand."""

MAX_WORDS = 40
"""Words from which a question is as long as any: longer ones are rare. Set by hand."""


@dataclass(frozen=True, slots=True)
class Signals:
    """Evidence about one question.

    Attributes:
        best: probability of the best entry, 0 to 1.
        margin: distance to the second entry's probability, 0 to 1.
        out_of_scope: probability that the question is one to decline, 0 to 1.
        nearest: cosine similarity to the nearest phrasing of the best entry, 0 to 1.
        nearest_other: the same for the best of the other entries in reach, 0 to 1.
        known_letter_share: share of the letters that are in words of the phrasings, 0 to 1.
        words: number of words in the question.
    """

    best: float
    margin: float
    out_of_scope: float
    nearest: float
    nearest_other: float
    known_letter_share: float
    words: int

    def vector(self) -> NDArray[np.float64]:
        """Give the evidence as numbers for the calibrator.

        Returns:
            One number for each of `SIGNAL_NAMES`: the probabilities as log-odds, the nearest phrasing's similarity
            and how much it is nearer than those of other entries, the length as a share of `MAX_WORDS`.
        """
        return np.array(
            [
                1.0,
                _log_odds(self.best),
                _log_odds(self.out_of_scope),
                self.margin,
                self.nearest,
                self.nearest - self.nearest_other,
                self.known_letter_share,
                1.0 if self.words <= MAX_VERY_SHORT else 0.0,
                min(self.words, MAX_WORDS) / MAX_WORDS,
            ]
        )


def _log_odds(probability: float) -> float:
    clipped = min(max(probability, 1e-4), 1 - 1e-4)
    return float(np.log(clipped / (1 - clipped)))


def known_letter_share(words: Sequence[str], knows: Callable[[str], bool]) -> float:
    """Give the share of letters that are in known words, so that a long unknown word counts for more.

    Args:
        words: words and numbers of the question.
        knows: tells whether a word is known.

    Returns:
        0 to 1; 0 for a question without words.
    """
    alphabetic = [word for word in words if word.isalpha()]
    total = sum(map(len, alphabetic))
    return sum(len(word) for word in alphabetic if knows(word)) / total if total else 0.0
