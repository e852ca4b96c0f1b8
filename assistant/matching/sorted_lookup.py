"""Finds keys in a sorted array."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def sorted_lookup(keys: NDArray[Any], wanted: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Look keys up.

    Args:
        keys: ascending, each once; may be empty.
        wanted: what is looked up.

    Returns:
        The places of those that are there, and for each wanted one whether it is.
    """
    if not len(keys):
        return np.empty(0, np.int64), np.zeros(len(wanted), np.bool_)
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    found = keys[places] == wanted
    return places[found], found
