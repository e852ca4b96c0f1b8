"""Scores are fitted on held-out questions, and the thresholds keep to the operating point."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.matching.calibration import FALLBACK_THRESHOLD, MAX_WRONG_SHARE, HeldOutOutcome, fit_calibration
from assistant.matching.logistic import fit_logistic, sigmoid

CHOOSER = np.random.default_rng(0)
INSIDE = [
    HeldOutOutcome(np.array([1.0, signal]), bool(CHOOSER.random() > (0.002 if signal > 0 else 0.5)), True, True, False)
    for signal in CHOOSER.uniform(-3, 3, 1000)
]
"""Questions in scope with one signal: above 0 the best entry is nearly always right, below it every other time."""

OUTSIDE = [HeldOutOutcome(np.array([1.0, -3.0]), False, False, False, True)] * 100


def test_logistic_regression_finds_the_coefficients_that_made_the_truth() -> None:
    chooser = np.random.default_rng(0)
    evidence = np.column_stack([np.ones(20_000), chooser.normal(size=20_000)])
    truth = chooser.random(20_000) < sigmoid(evidence @ np.array([-0.5, 1.5]))
    assert fit_logistic(evidence, truth, np.ones(20_000)) == pytest.approx([-0.5, 1.5], abs=0.1)


def test_the_answer_threshold_leaves_out_what_is_often_wrong() -> None:
    calibration = fit_calibration([*INSIDE, *OUTSIDE])
    answered = [one for one in INSIDE if calibration.score(one.evidence) >= calibration.answer_threshold]
    assert 300 < len(answered) < 700
    assert sum(not one.is_right for one in answered) <= MAX_WRONG_SHARE * len(INSIDE)


def test_without_any_question_to_decline_the_threshold_is_cautious() -> None:
    assert fit_calibration(INSIDE).answer_threshold == FALLBACK_THRESHOLD


def test_only_many_written_out_of_scope_questions_set_the_threshold_by_themselves() -> None:
    hidden = [HeldOutOutcome(np.array([1.0, -3.0]), False, False, False, False)] * 400
    alluring = [HeldOutOutcome(np.array([1.0, 2.0]), False, False, False, True)]
    few, many = (fit_calibration([*INSIDE, *hidden, *alluring * count]) for count in (20, 200))
    assert few.score(alluring[0].evidence) >= few.answer_threshold
    assert many.score(alluring[0].evidence) < many.answer_threshold
