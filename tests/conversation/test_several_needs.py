"""A message that asks two things leads to both."""

from __future__ import annotations

import pytest

from assistant.conversation import Conversation
from assistant.conversation.several_needs import parts_of
from assistant.matching import Matcher


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("can I keep bees on it and who do I have to ask", ("can I keep bees on it", "who do I have to ask")),
        ("She told me today. What do I write down now?", ()),
        ("Her dad knows? She said. So what do I write now", ()),
        ("is it my job to ring them? then what do I write", ("is it my job to ring them", "then what do I write")),
        ("salt and pepper and vinegar for the shed", ()),
        ("why? how?", ()),
        ("", ()),
    ],
)
def test_parts(message: str, parts: tuple[str, ...]) -> None:
    assert parts_of(message) == parts


def test_the_other_question_is_offered_first(shipped_matcher: Matcher) -> None:
    reply = Conversation(shipped_matcher).ask(
        "what do I write in a referral and can the parents find out that it was me who reported"
    )
    assert reply.entry is not None
    assert reply.also
    assert reply.options[: len(reply.also)] == tuple(entry.id for entry in reply.also)
    assert reply.entry.id not in reply.options


def test_two_questions_of_which_neither_leads_become_choices(shipped_matcher: Matcher) -> None:
    reply = Conversation(shipped_matcher).ask(
        "can I share without consent and what should I write down about my decision"
    )
    assert {candidate.entry.id for candidate in reply.candidates[:5]} >= {
        "share-without-consent",
        "recording-a-sharing-decision",
    }
