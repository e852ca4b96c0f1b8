"""What looks like personal data is noticed and masked; ordinary questions are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.conversation import Conversation
from assistant.conversation.personal_data import MASK, PATTERNS, mask_personal_data, personal_data_in
from assistant.matching import Matcher
from assistant.rendering import masked_line


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mail jo.bloggs+x@school.example.uk about it", "email address"),
        ("ring 07700 900123", "phone number"),
        ("ring +44 7700 900123 or", "phone number"),
        ("0117 496 0123 is mum", "phone number"),
        ("NHS 943 476 5919", "NHS number"),
        ("nhs no 9434765919", "NHS number"),
        ("NI number AB 12 34 56 C", "National Insurance number"),
        ("ab123456c", "National Insurance number"),
        ("dob 3/4/2012", "date of birth"),
        ("born on 3rd April 2012", "date of birth"),
        ("03/04/2012", "date of birth"),
        ("lives at SW1A 1AA", "postcode"),
        ("cf10 1ep", "postcode"),
    ],
)
def test_each_kind_is_found_and_masked(text: str, kind: str) -> None:
    assert personal_data_in(text) == (kind,)
    assert MASK in mask_personal_data(text)


@pytest.mark.parametrize(
    "text",
    [
        "can I share without consent under section 47",
        "she is 15 and he is 22",
        "ring 999 or 101",
        "the 2018 Act and SI 2026/689",
        "KCSIE 2026 paragraph 557",
        "943 476 5918",
        "call 0800 1111",
        "year 9 pupil in 7B",
        "PO16 and s17",
    ],
)
def test_ordinary_questions_are_left_alone(text: str) -> None:
    assert personal_data_in(text) == ()
    assert mask_personal_data(text) == text


def test_details_hide_nothing_of_what_is_told(shipped_matcher: Matcher) -> None:
    bare = Conversation(shipped_matcher).ask("told me her dad hurts her at night")
    told = Conversation(shipped_matcher).ask("dob 3/4/2012, CF10 1EP, 07700 900123, told me her dad hurts her at night")
    assert bare.urgent
    assert told.urgent
    assert [one.entry.id for one in told.candidates] == [one.entry.id for one in bare.candidates]
    assert told.question.startswith("dob 3/4/2012")


def test_several_kinds_are_named_once_each() -> None:
    text = "a@b.example, c@d.example, dob 1/2/2010"
    assert personal_data_in(text) == ("email address", "date of birth")


@given(st.text(max_size=300))
def test_masking_twice_changes_nothing(text: str) -> None:
    once = mask_personal_data(text)
    assert mask_personal_data(once) == once


def test_every_kind_is_named_where_a_conversation_is_saved() -> None:
    assert all(pattern.kind in masked_line() for pattern in PATTERNS)
