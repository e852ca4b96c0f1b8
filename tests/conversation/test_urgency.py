"""Emergency help comes up for danger now, and not for the word "emergency" in the name of a thing."""

from __future__ import annotations

import pytest

from assistant.conversation.urgency import is_urgent
from assistant.matching import Matcher


@pytest.mark.parametrize(
    "message",
    [
        "a child is in danger right now",
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
        "",
    ],
)
def test_not_urgent(message: str, shipped_matcher: Matcher) -> None:
    assert not is_urgent(message, shipped_matcher)


@pytest.mark.parametrize(
    ("message", "urgent"),
    [("flames on my plot, the shed is on fire", True), ("where can i buy paint for a fence", False)],
)
def test_each_knowledge_base_teaches_what_is_urgent(message: str, urgent: bool, small_matcher: Matcher) -> None:
    assert is_urgent(message, small_matcher) is urgent


def test_what_is_said_outright_needs_no_examples(small_matcher: Matcher) -> None:
    assert is_urgent("she is being hurt right now", small_matcher)
    assert not is_urgent("where is the emergency contact form", small_matcher)
