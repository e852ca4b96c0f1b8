"""Who asks for a number is given it, and who asks more than that is answered."""

from __future__ import annotations

import pytest

from assistant.conversation import Conversation
from assistant.conversation.contact_details import contacts_asked_for, names_only
from assistant.matching import Matcher, Outcome
from assistant.messages import HOW_TO_REACH


@pytest.mark.parametrize(
    ("message", "contact"),
    [
        ("number for the lado", "lado-local"),
        ("How do I contact CEOP?", "ceop"),
        ("hi, do you have a phone number for the NSPCC please", "nspcc-helpline"),
        ("nspcc whistleblowing line number", "nspcc-whistleblowing"),
        ("childrens social care number", "local-childrens-services"),
        ("what's the Information Commissioner's Office website?", "ico-helpline"),
        ("where do I find the number for my local social services", "local-childrens-services"),
        ("samaritans phone number", "samaritans"),
    ],
)
def test_who_asks_how_to_reach_a_service_is_told(shipped_matcher: Matcher, message: str, contact: str) -> None:
    assert [one.id for one in contacts_asked_for(message, shipped_matcher.knowledge)] == [contact]
    reply = Conversation(shipped_matcher).ask(message)
    assert [one.id for one in reply.contacts] == [contact]
    assert reply.message == HOW_TO_REACH
    assert reply.candidates


@pytest.mark.parametrize(
    "message",
    [
        "can I contact the LADO before I tell my head",
        "can I call the police",
        "do I give the social worker my phone number",
        "the LADO has asked for my phone number",
        "does Childline tell the police",
        "what is a LADO",
        "contact the family of the boy in our MASH referral",
        "",
    ],
)
def test_who_asks_more_is_answered(shipped_matcher: Matcher, message: str) -> None:
    assert contacts_asked_for(message, shipped_matcher.knowledge) == ()


def test_a_bare_name_asks_for_the_service_where_no_entry_fits(shipped_matcher: Matcher) -> None:
    knowledge = shipped_matcher.knowledge
    assert [one.id for one in names_only("Samaritans", knowledge)] == ["samaritans"]
    assert [one.id for one in names_only("police", knowledge)] == ["emergency-999", "police-101"]
    assert names_only("police checks", knowledge) == ()
    assert [one.id for one in Conversation(shipped_matcher).ask("the Samaritans").contacts] == ["samaritans"]


def test_an_entry_that_fits_a_name_is_the_answer(shipped_matcher: Matcher) -> None:
    reply = Conversation(shipped_matcher).ask("emergency duty team")
    assert reply.outcome is Outcome.ANSWER
    assert reply.contacts == ()
