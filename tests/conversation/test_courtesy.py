"""Greetings and thanks do not hide the question beside them."""

from __future__ import annotations

import pytest

from assistant.conversation.courtesy import without_courtesy
from assistant.conversation.follow_up import says_it_did_not_help


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("ok thanks. who do i tell", "who do i tell"),
        ("Hello there, what is a LADO", "what is a LADO"),
        ("thank you so much for that - and in Wales?", "and in Wales?"),
        ("cheers. and if dad says no", "and if dad says no"),
        ("can I share without consent, many thanks", "can I share without consent"),
        ("Hi, good morning. May I tell the GP? Thanks!", "May I tell the GP"),
    ],
)
def test_the_question_is_left(message: str, asked: str) -> None:
    assert without_courtesy(message) == asked


@pytest.mark.parametrize(
    "message",
    [
        "thanks",
        "hello",
        "thanks very useful",
        "ok thank you i will ring them now",
        "high five",
        "they hid it",
        "",
        "  ",
    ],
)
def test_small_talk_and_statements_stay_whole(message: str) -> None:
    assert without_courtesy(message) == message


def test_thanks_before_a_complaint_are_no_thanks() -> None:
    assert says_it_did_not_help("thanks but that did not help")
