"""The shipped matcher keeps its quality on questions that it has not learned from."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.evaluation import Measures, TestQuestions, measure, read_questions
from assistant.evaluation.aims import judge
from assistant.evaluation.misspelling import misspell
from assistant.knowledge_base.loading import load_knowledge
from assistant.matching import Matcher
from assistant.matching.text import tokenise

ANYBODY_TYPES = (
    "???",
    "and in Wales?",
    "anyone there?",
    "he's dead",
    "how much",
    "not consent then?",
    "or under 13?",
    "scotland?",
    "what about the police?",
    "what about Wales",
    "what does LADO mean",
    "what if im wrong",
    "what's a person of concern",
    "what is a multi agency assessment",
    "who counts as a practitioner",
    "who to",
    "why",
    "why not?",
)
"""Short and general enough to be thought of by any writer: these may be both asked and learned from."""

CHECKOUT = Path(__file__).parents[2]
QUESTIONS, BARE_SIGNS = (CHECKOUT / "tests" / folder for folder in ("questions", "bare_signs"))
"""Questions of every kind, and signs of abuse that are told in a few words and without any question."""


@pytest.fixture(scope="module")
def measures(shipped_matcher: Matcher) -> Measures:
    questions = read_questions(QUESTIONS, shipped_matcher.knowledge.entry)
    return measure(questions, shipped_matcher)


def test_every_aim_is_met(measures: Measures, shipped_matcher: Matcher) -> None:
    questions = read_questions(QUESTIONS, shipped_matcher.knowledge.entry)
    misspelt = measure(misspell(TestQuestions(questions=questions.questions), 0.1), shipped_matcher)
    judged = list(judge(measures, misspelt))
    assert all(one.share.total for one in judged)
    assert [(one.name, one.share.value) for one in judged if one.aim and not one.aim.is_met_by(one.share)] == []


def test_a_score_of_nine_tenths_is_right_nine_times_in_ten(measures: Measures) -> None:
    assert measures.reliability[-1].right >= 0.9


def test_bare_signs_lead_to_choices_rather_than_astray(shipped_matcher: Matcher) -> None:
    measured = measure(read_questions(BARE_SIGNS, shipped_matcher.knowledge.entry), shipped_matcher)
    assert measured.top_3.value >= 0.9
    assert measured.answered_wrong.value <= 0.02
    assert measured.declined.value <= 0.05
    assert measured.urgent_recall.value >= 0.97


@pytest.mark.parametrize("folder", [QUESTIONS, BARE_SIGNS], ids=lambda folder: folder.name)
def test_no_test_text_is_learned_from(folder: Path) -> None:
    knowledge = load_knowledge(CHECKOUT / "knowledge")
    asked = read_questions(folder, knowledge.entry)
    learned = {
        tokenise(text)
        for text in (
            *(entry.question for entry in knowledge.entries),
            *(phrasing.text for phrasing in knowledge.phrasings),
            *(follow_up.text for follow_up in knowledge.follow_ups),
            *(question for group in knowledge.out_of_scope for question in group.questions),
            *knowledge.urgent,
            *knowledge.calm,
        )
    }
    texts = [one.ask for one in asked.questions]
    texts += [one.ask for one in asked.out_of_scope]
    texts += [one.ask for one in asked.urgency]
    texts += [turn.ask for conversation in asked.conversations for turn in conversation.turns]
    assert {tokenise(text) for text in texts} & learned <= {tokenise(text) for text in ANYBODY_TYPES}
