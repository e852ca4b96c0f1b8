"""Emergency help comes up for danger now, and not for the word "emergency" in the name of a thing."""

from __future__ import annotations

import pytest

from assistant.conversation import is_urgent


@pytest.mark.parametrize(
    "message",
    [
        "a child is in danger right now",
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
def test_urgent(message: str) -> None:
    assert is_urgent(message)


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
def test_not_urgent(message: str) -> None:
    assert not is_urgent(message)
