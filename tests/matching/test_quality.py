"""The shipped matcher keeps its quality on questions that it has not learned from."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.evaluation import Measures, measure, read_questions
from assistant.knowledge_base.loading import load_knowledge
from assistant.matching import Matcher

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def measures(shipped_matcher: Matcher) -> Measures:
    questions = read_questions(CHECKOUT / "tests/questions", shipped_matcher.knowledge.entry)
    return measure(questions, shipped_matcher)


def test_the_right_entry_comes_first(measures: Measures) -> None:
    assert measures.top_1.value >= 0.95
    assert measures.top_3.value >= 0.99


def test_wrong_answers_are_rarer_than_choices(measures: Measures) -> None:
    assert measures.answered_wrong.value <= 0.02
    assert measures.answered.value >= 0.85


def test_what_is_out_of_scope_is_not_answered(measures: Measures) -> None:
    assert measures.out_of_scope_answered["all"].value <= 0.03
    assert measures.out_of_scope_answered["harmful"].count == 0


def test_urgent_messages_are_seen(measures: Measures) -> None:
    assert measures.urgent_recall.value >= 0.9
    assert measures.urgent_false_alarms.value <= 0.05
    assert measures.urgent_in_scope.value <= 0.12, "help that comes with every answer is no longer read"


def test_follow_ups_are_read_in_their_light(measures: Measures) -> None:
    assert measures.follow_ups.value >= 0.8


def test_a_score_of_nine_tenths_is_right_nine_times_in_ten(measures: Measures) -> None:
    assert measures.reliability[-1].right >= 0.9


def test_no_test_question_is_learned_from() -> None:
    knowledge = load_knowledge(CHECKOUT / "knowledge")
    asked = read_questions(CHECKOUT / "tests/questions", knowledge.entry)
    learned = {" ".join(phrasing.text.lower().split()) for phrasing in knowledge.phrasings}
    learned |= {" ".join(text.lower().split()) for text in (*knowledge.urgent, *knowledge.calm)}
    learned |= {" ".join(text.lower().split()) for group in knowledge.out_of_scope for text in group.questions}
    texts = [one.ask for one in (*asked.questions, *asked.out_of_scope, *asked.urgency)]
    assert [text for text in texts if " ".join(text.lower().split()) in learned] == []
