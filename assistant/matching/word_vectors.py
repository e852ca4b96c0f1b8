"""A static table of word vectors: what words mean beside how they are spelt.

Each vector was fitted so that the sum of a sentence's word vectors points where a sentence encoder puts the
sentence; `vectors/README.md` tells from what and how it is rebuilt. Nothing but numpy is needed to use it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from assistant.matching.sorted_lookup import sorted_lookup


@dataclass(frozen=True, slots=True)
class WordVectors:
    """The table.

    Attributes:
        keys: CRC-32 of each word, sorted, shape (words,).
        numbers: the vectors as whole numbers from -127 to 127, shape (words, dimensions).
        scale: what a row of `numbers` is multiplied by, shape (words,).
    """

    keys: NDArray[np.uint32]
    numbers: NDArray[np.int8]
    scale: NDArray[np.float32]

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self.numbers.shape[1])

    def knows(self, word: str) -> bool:
        """Tell whether a word is in the table."""
        return bool(len(self._places([word])))

    def sentence_embedding(self, tokens: Sequence[str]) -> NDArray[np.float32]:
        """Give the direction of a text.

        Args:
            tokens: its words and numbers.

        Returns:
            The sum of the vectors of the known words scaled to length one, shape (dimensions,); zeros
            when no word is known.
        """
        places = self._places(tokens)
        if not len(places):
            return np.zeros(self.dimensions, np.float32)
        total = self.scale[places] @ self.numbers[places].astype(np.float32)
        return np.asarray(total / max(float(np.sqrt(total @ total)), 1e-9), np.float32)

    def _places(self, tokens: Sequence[str]) -> NDArray[np.int64]:
        wanted = np.array([crc32(token.encode()) for token in tokens], np.uint32)
        return sorted_lookup(self.keys, wanted)[0]


@cache
def shipped_vectors() -> WordVectors:
    """Read the table that ships with the program; only needed to compile an index."""
    with resources.as_file(resources.files("assistant.matching") / "word_vectors.npz") as path, np.load(path) as table:
        return WordVectors(table["keys"], table["numbers"], table["scale"])
