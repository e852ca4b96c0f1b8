"""The evidence is what its names say, and counts the words that were typed."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.matching import Matcher
from assistant.matching.calibration import UNFITTED
from assistant.matching.signals import SIGNAL_NAMES, Signals, known_letter_share

SIGNALS = Signals(
    best=0.9, margin=0.5, out_of_scope=0.1, nearest=0.8, nearest_other=0.6, known_letter_share=0.7, words=2
)


def test_every_signal_has_a_name_and_a_coefficient() -> None:
    assert len(SIGNALS.vector()) == len(SIGNAL_NAMES) == len(UNFITTED.right_coefficients)
    assert len(UNFITTED.in_scope_coefficients) == len(SIGNAL_NAMES)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("constant", 1),
        ("best", np.log(9)),
        ("out of scope", -np.log(9)),
        ("margin", 0.5),
        ("nearest", 0.8),
        ("nearer than others", 0.2),
        ("known letters", 0.7),
        ("very short", 1),
        ("length", 0.05),
    ],
)
def test_each_signal_stands_under_its_name(name: str, value: float) -> None:
    assert SIGNALS.vector()[SIGNAL_NAMES.index(name)] == pytest.approx(value)


def test_a_long_unknown_word_counts_for_more_than_a_short_one() -> None:
    assert known_letter_share(["the", "beehives", "42"], {"the"}.__contains__) == pytest.approx(3 / 11)
    assert known_letter_share([], {"the"}.__contains__) == 0


def test_only_words_that_were_typed_are_counted_and_shown(small_matcher: Matcher) -> None:
    assert small_matcher.match("may I share my plot").words == ("may", "i", "share", "my", "plot")
    counted = small_matcher.words_that_counted("a plot", small_matcher.knowledge.entries[0])
    assert {word for word, _ in counted} <= {"a", "plot"}
