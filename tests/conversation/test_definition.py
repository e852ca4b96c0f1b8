"""Who asks what a word means is told, before anything else that the question may want."""

from __future__ import annotations

import pytest

from assistant.conversation import Conversation
from assistant.conversation.definition import term_asked_for
from assistant.matching import Matcher, Outcome


@pytest.mark.parametrize(
    ("message", "term"),
    [
        ("what is a LADO?", "lado"),
        ("whats a lado", "lado"),
        ("What does DSL stand for?", "dsl"),
        ("who is my dsl", "dsl"),
        ("MASH", "mash"),
        ("meaning of gillick competence please", "gillick-competence"),
        ("what's a safeguardin lead", "safeguarding-lead"),
        ("section 47 enquiry", "section-47"),
        ("clares law", "dvds"),
        ("so what is meant by person of concern exactly", "person-of-concern"),
        ("what is the LADO's phone number", None),
        ("when do i ring the lado", None),
        ("what is a banana", None),
        ("what is", None),
        ("", None),
    ],
)
def test_the_word_that_is_asked_for(shipped_matcher: Matcher, message: str, term: str | None) -> None:
    found = term_asked_for(message, shipped_matcher)
    assert (found and found.id) == term


def test_a_word_of_the_glossary_is_never_out_of_scope(shipped_matcher: Matcher) -> None:
    reply = Conversation(shipped_matcher).ask("what is a safeguarding lead")
    assert reply.term is not None
    assert (reply.outcome, reply.scope_kind) == (Outcome.CHOOSE, None)
    assert reply.candidates


def test_an_answer_that_fits_is_given_beside_the_meaning(shipped_matcher: Matcher) -> None:
    reply = Conversation(shipped_matcher).ask("what is a person of concern?")
    assert reply.entry is not None
    assert (reply.entry.id, reply.term and reply.term.id) == ("meaning-of-person-of-concern", "person-of-concern")


def test_other_questions_have_no_word_explained(shipped_matcher: Matcher) -> None:
    assert Conversation(shipped_matcher).ask("can I share without consent?").term is None
