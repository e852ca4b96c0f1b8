"""Naive Bayes: features that a class uses more than others speak for it."""

from __future__ import annotations

import numpy as np

from assistant.matching.features import FeatureVector
from assistant.matching.naive_bayes import SMOOTHING, log_likelihood_ratios


def vector(**weights: float) -> FeatureVector:
    columns = [int(name.removeprefix("f")) for name in weights]
    return FeatureVector(
        np.array(columns, np.int32), np.array([*weights.values()], np.float32), np.zeros(1, np.float32)
    )


def test_a_feature_speaks_for_the_class_that_uses_it_by_the_stated_formula() -> None:
    log_ratios = log_likelihood_ratios([vector(f0=1.0), vector(f0=1.0, f1=2.0)], [0, 1], 3, 2)
    of_all, of_class = 2 / 4, 1 / 3
    assert np.isclose(log_ratios[0, 1], np.log((1 - SMOOTHING) * of_class / of_all + SMOOTHING))
    assert log_ratios[0, 0] > 0 > log_ratios[0, 1]
    assert log_ratios[1, 1] > 0 > log_ratios[1, 0]


def test_a_feature_that_nobody_uses_says_nothing() -> None:
    log_ratios = log_likelihood_ratios([vector(f0=1.0), vector(f1=1.0)], [0, 1], 3, 2)
    assert not log_ratios[2].any()
