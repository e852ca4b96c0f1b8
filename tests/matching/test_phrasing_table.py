"""The phrasings as one table of numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from assistant.matching.features import FeatureVector
from assistant.matching.phrasing_table import build_table


def vector(columns: Sequence[int]) -> FeatureVector:
    values = np.full(len(columns), 1 / max(1, len(columns)) ** 0.5, np.float32)
    return FeatureVector(np.array(columns, np.int32), values, np.zeros(4, np.float32))


@pytest.mark.parametrize("empty", [0, 1, 2])
def test_a_phrasing_of_rare_words_alone_is_like_nothing(empty: int) -> None:
    phrasings = [vector([]) if place == empty else vector([place]) for place in range(3)]
    table = build_table(phrasings, [0, 0, 0], 1, 3)
    for asked in {0, 1, 2} - {empty}:
        alike = table.similarities(vector([asked]), np.arange(3))
        assert alike.argmax() == asked
        assert np.count_nonzero(alike) == 1
        assert table.nearest(vector([asked]), np.array([0]))[0].tolist() == [asked]
