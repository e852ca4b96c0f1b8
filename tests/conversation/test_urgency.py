"""Emergency help comes up for danger now, and not for the word "emergency" in the name of a thing."""

from __future__ import annotations

import pytest

from assistant.conversation.urgency import is_urgent
from assistant.matching import Matcher


@pytest.mark.parametrize(
    "message",
    [
        "a child is in danger right now",
        "she's in danger",
        "someone's raping a girl in the park",
        "he is molesting my son right now",
        "he's picking her up at 3 and I don't think she should go",
        "she just told me grandad hurts her and home time is in ten minutes",
        "there is a man outside the school waiting for the girl",
        "she says she is going to kill herself tonight",
        "hes livestreaming it",
        "a boy has gone missing with an older man",
        "pupil is meeting someone from the internet after school",
        "should I ring 999",
        "her dad says he is going to kill me",
    ],
)
def test_urgent(message: str, shipped_matcher: Matcher) -> None:
    assert is_urgent(message, shipped_matcher)


@pytest.mark.parametrize(
    "message",
    [
        "emergency contact form",
        "what does the emergency duty team do",
        "can I share without consent",
        "how long do we keep records",
        "is the new information sharing duty in force now",
        "what is an emergency protection order",
        "my boss is going to kill me, the records audit is late",
        "",
    ],
)
def test_not_urgent(message: str, shipped_matcher: Matcher) -> None:
    assert not is_urgent(message, shipped_matcher)


def test_what_stands_around_it_does_not_hide_danger(shipped_matcher: Matcher) -> None:
    plain = (
        "I am writing to you because the surgery asked me to put it on paper. Thank you for all your help last year. "
    )
    danger = "Her uncle is collecting her from school at three and he is the one who hurts her. "
    assert is_urgent(plain * 2 + danger + plain * 2, shipped_matcher)
    assert not is_urgent(plain * 4, shipped_matcher)
    assert is_urgent(plain * 50 + "Ring 999 now.", shipped_matcher)


@pytest.mark.parametrize(
    ("message", "urgent"),
    [("flames on my plot, the shed is on fire", True), ("where can i buy paint for a fence", False)],
)
def test_each_knowledge_base_teaches_what_is_urgent(message: str, urgent: bool, small_matcher: Matcher) -> None:
    assert is_urgent(message, small_matcher) is urgent


def test_what_is_said_outright_needs_no_examples(small_matcher: Matcher) -> None:
    assert is_urgent("she is being hurt right now", small_matcher)
    assert not is_urgent("where is the emergency contact form", small_matcher)
