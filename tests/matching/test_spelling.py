"""Repair mends slips and leaves the rest alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.matching.spelling import Speller

SPELLER = Speller(["safeguarding", "consent", "share", "police", "referral", "form"], known={"firm"}.__contains__)


@pytest.mark.parametrize(
    ("typed", "repaired"),
    [
        ("concent", "consent"),
        ("safegaurding", "safeguarding"),
        ("safegarding", "safeguarding"),
        ("refferal", "referral"),
        ("polcie", "police"),
        ("firm", "firm"),
        ("fom", "fom"),
        ("zebra", "zebra"),
        ("47", "47"),
    ],
)
def test_repair(typed: str, repaired: str) -> None:
    assert SPELLER.repair([typed]) == (repaired,)


@given(st.lists(st.text(alphabet="abcdefghij", min_size=1, max_size=12)))
def test_the_number_of_words_never_changes(tokens: list[str]) -> None:
    assert len(SPELLER.repair(tokens)) == len(tokens)


@given(st.sampled_from(["safeguarding", "consent", "referral"]), st.data())
def test_a_dropped_letter_is_mended(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 1))
    assert SPELLER.repair([word[:place] + word[place + 1 :]]) == (word,)
