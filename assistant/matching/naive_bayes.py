"""Naive Bayes: how much more often a class uses a feature than all classes together do."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.matching.features import FeatureVector

SMOOTHING = np.float32(0.3)
"""Share of the likelihood that is taken from all classes together; chosen with writers held out."""


def log_likelihood_ratios(
    vectors: Sequence[FeatureVector], labels: Sequence[int], features: int, classes: int
) -> NDArray[np.float32]:
    """Weigh each feature for each class by its likelihood.

    Args:
        vectors: training texts.
        labels: class of each text, 0 to classes - 1.
        features: number of columns.
        classes: number of classes.

    Returns:
        ln((1 - s) p(feature | class) / p(feature) + s) with s = `SMOOTHING` (Jelinek-Mercer smoothing),
        p in shares of the texts' values; 0 for a feature that no text has; shape (features, classes).
    """
    used = np.zeros((features, classes), np.float32)
    for vector, label in zip(vectors, labels, strict=True):
        used[vector.columns, label] += vector.values
    of_all = used.sum(axis=1, keepdims=True)
    known = of_all > 0
    of_all = np.where(known, of_all / of_all.sum(), 1)
    of_class = used / np.maximum(used.sum(axis=0), np.finfo(np.float32).tiny)
    log_ratios = np.log((1 - SMOOTHING) * of_class / of_all + SMOOTHING)
    return np.where(known, log_ratios, 0).astype(np.float32)
