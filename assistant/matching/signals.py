"""What speaks for and against the best entry: the evidence that the decision rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Signals:
    """Evidence about one question.

    Attributes:
        best: probability of the best entry, 0 to 1.
        margin: distance to the second entry's probability, 0 to 1.
        out_of_scope: probability that the question is one to decline, 0 to 1.
        nearest: cosine similarity to the nearest phrasing of the best entry, 0 to 1.
        nearest_other: the same for the best of the other entries in reach, 0 to 1.
        known: share of the question's words that the knowledge base knows, 0 to 1.
        words: number of words in the question.
    """

    best: float
    margin: float
    out_of_scope: float
    nearest: float
    nearest_other: float
    known: float
    words: int

    def vector(self) -> NDArray[np.float64]:
        """Give the evidence as numbers for the calibrator.

        Returns:
            Shape (9,): a constant, log-odds of the best and of out-of-scope, the margin, both
            similarities and their difference, the share of known words and whether the question is very short.
        """
        return np.array(
            [
                1.0,
                _log_odds(self.best),
                _log_odds(self.out_of_scope),
                self.margin,
                self.nearest,
                self.nearest - self.nearest_other,
                self.known,
                1.0 if self.words <= 2 else 0.0,
                min(self.words, 40) / 40,
            ]
        )


def _log_odds(probability: float) -> float:
    clipped = min(max(probability, 1e-4), 1 - 1e-4)
    return float(np.log(clipped / (1 - clipped)))


def known_share(tokens: Sequence[str], known: Sequence[bool]) -> float:
    """Give the share of words that the knowledge base knows.

    Args:
        tokens: words and numbers of the question.
        known: for each token, whether it is a word of the phrasings.

    Returns:
        0 to 1; 0 for a question without words.
    """
    letters = [(len(token), is_known) for token, is_known in zip(tokens, known, strict=True) if token.isalpha()]
    total = sum(length for length, _ in letters)
    return sum(length for length, is_known in letters if is_known) / total if total else 0.0
