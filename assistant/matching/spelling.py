"""Repair of misspelt words against the words that the knowledge base knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

MIN_LENGTH = 4
"""Words below this length are left alone: too many are one letter apart."""

MIN_LENGTH_FOR_TWO_SLIPS = 8
"""From this length two slips are mended instead of one."""

MIN_COUNT = 3
"""Times that a word must be in the phrasings to count as right; phrasings have slips of the pen too."""

MAX_REMEMBERED = 10_000
"""Repairs that are remembered; then all are forgotten, so that a long conversation takes no room."""

MIN_TEXTS_TO_COUNT = 500
"""Below this number of phrasings every word counts as right."""


def words_by_frequency(texts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """List the words of the phrasings that count as right.

    Args:
        texts: token lists.

    Returns:
        Words, the commonest first, ties in alphabetical order.
    """
    counts = Counter(token for tokens in texts for token in tokens if token.isalpha())
    min_count = MIN_COUNT if len(texts) >= MIN_TEXTS_TO_COUNT else 1
    return tuple(sorted((word for word in counts if counts[word] >= min_count), key=lambda word: (-counts[word], word)))


class Speller:
    """Knows which words are right and finds the nearest for one that is not.

    Args:
        targets: words that a misspelt word may be repaired to, the commonest first.
        known: tells of further words that they are right as they are and never repaired.
    """

    def __init__(self, targets: Sequence[str], known: Callable[[str], bool] = lambda word: False) -> None:
        self.targets = tuple(targets)
        self._targets = frozenset(targets)
        self._known = known
        self._by_start: dict[str, list[str]] = {}
        self._rest = [word for word in targets if len(word) >= MIN_LENGTH]
        for word in self._rest:
            self._by_start.setdefault(word[0], []).append(word)
        self._repaired: dict[str, str] = {}

    def knows(self, word: str) -> bool:
        """Tell whether a word is one of the targets."""
        return word in self._targets

    def recognises(self, word: str) -> bool:
        """Tell whether a word is one of the targets or of the other words that are right."""
        return word in self._targets or self._known(word)

    def repair(self, tokens: Sequence[str]) -> tuple[str, ...]:
        """Mend the words that are not known.

        Args:
            tokens: words and numbers.

        Returns:
            The tokens, each unknown word replaced by the nearest known one within one slip (optimal
            string alignment distance), or two from eight letters; words with no such neighbour stay.
        """
        return tuple(self._repair_one(token) for token in tokens)

    def _repair_one(self, word: str) -> str:
        if len(word) < MIN_LENGTH or word in self._targets or not word.isalpha() or self._known(word):
            return word
        if word not in self._repaired:
            if len(self._repaired) > MAX_REMEMBERED:
                self._repaired.clear()
            self._repaired[word] = self._nearest(word)
        return self._repaired[word]

    def _nearest(self, word: str) -> str:
        slips = 2 if len(word) >= MIN_LENGTH_FOR_TWO_SLIPS else 1
        for pool in (self._by_start.get(word[0], []), self._rest):
            found = process.extractOne(word, pool, scorer=OSA.distance, score_cutoff=slips)
            if found:
                return str(found[0])
        return word
