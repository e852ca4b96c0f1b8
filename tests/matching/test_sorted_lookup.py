"""Keys are found in a sorted array, and in an empty one none are."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.matching.sorted_lookup import sorted_lookup
from assistant.matching.word_vectors import WordVectors


@pytest.mark.parametrize(
    ("keys", "wanted", "places", "found"),
    [
        ([2, 5, 9], [9, 3, 2, 10], [2, 0], [True, False, True, False]),
        ([], [1, 2], [], [False, False]),
        ([4], [], [], []),
    ],
)
def test_lookup(keys: list[int], wanted: list[int], places: list[int], found: list[bool]) -> None:
    there, mask = sorted_lookup(np.array(keys, np.uint32), np.array(wanted, np.uint32))
    assert (there.tolist(), mask.tolist()) == (places, found)


def test_an_empty_table_of_word_vectors_knows_nothing() -> None:
    empty = WordVectors(np.empty(0, np.uint32), np.empty((0, 4), np.int8), np.empty(0, np.float32))
    assert not empty.knows("word")
    assert not empty.sentence_embedding(["word"]).any()
