"""What people ask after an answer is learned from written follow-ups."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.conversation import Conversation
from assistant.knowledge_base.loading import load_knowledge
from assistant.matching import Matcher, Outcome, open_index
from assistant.matching.features import FeatureSpace, FeatureVector, fit_features
from assistant.matching.follow_up_model import (
    OTHER_ENTRY,
    OUT_OF_SCOPE,
    SAME_ENTRY,
    FollowUpExamples,
    FollowUpModel,
    fit_follow_up_model,
)
from assistant.matching.neighbours import Neighbours
from assistant.matching.text import tokenise
from assistant.matching.word_vectors import shipped_vectors

WRITTEN = (
    ("and the neighbours", 0, (1,)),
    ("do the neighbours mind", 2, (1,)),
    ("are you sure", 0, (0,)),
    ("are you quite sure", 1, (1,)),
    ("sure about that", 2, (2,)),
)
ELSEWHERE = ("football on sunday", "a recipe for soup")


@pytest.fixture(scope="module")
def space() -> FeatureSpace:
    return fit_features([tokenise(text) for text, _, _ in WRITTEN], shipped_vectors())


@pytest.fixture(scope="module")
def model(space: FeatureSpace) -> FollowUpModel:
    texts = FollowUpExamples(
        [read(space, text) for text, _, _ in WRITTEN],
        [after for _, after, _ in WRITTEN],
        [entries for _, _, entries in WRITTEN],
        [read(space, text) for text in ELSEWHERE],
    )
    none = np.zeros(3, np.bool_)
    return fit_follow_up_model(texts, [Neighbours(none, none)] * 3)


def read(space: FeatureSpace, text: str) -> FeatureVector:
    return space.vector(tokenise(text))


def test_words_lead_to_the_entry_that_was_written(space: FeatureSpace, model: FollowUpModel) -> None:
    assert model.entry_probabilities(read(space, "what about neighbours")).argmax() == 1


@pytest.mark.parametrize(
    ("text", "kind"), [("sure?", SAME_ENTRY), ("the neighbours", OTHER_ENTRY), ("soup recipe", OUT_OF_SCOPE)]
)
def test_words_tell_the_kind_of_message(space: FeatureSpace, model: FollowUpModel, text: str, kind: int) -> None:
    assert model.kind_probabilities(read(space, text)).argmax() == kind


def test_what_was_asked_after_an_answer_is_likelier_after_it(model: FollowUpModel) -> None:
    assert np.allclose(model.transitions.sum(axis=1), 1)
    assert model.transitions[0, 1] > model.transitions[0, 2]


def test_follow_ups_of_the_knowledge_are_learned_and_stored(knowledge_folder: Path, tmp_path: Path) -> None:
    folder = knowledge_folder / "follow_ups"
    folder.mkdir()
    lines = [
        f'      - {{ask: "{text}", entries: [trees]}}' for text in ("what of the shade", "too much shade", "shade")
    ]
    (folder / "animals.yaml").write_text(
        "topic: animals\nfollow_ups:\n  bees:\n    a:\n" + "\n".join(lines) + "\n", encoding="utf-8"
    )
    assert len(load_knowledge(knowledge_folder).follow_ups) == len(lines)
    conversation = Conversation(Matcher(open_index(knowledge_folder)))
    conversation.show("bees")
    reply = conversation.ask("and the shade?")
    assert (reply.candidates[0].entry.id, reply.follow_up) == ("trees", True)


def test_a_message_out_of_scope_is_declined_after_an_answer(shipped_matcher: Matcher) -> None:
    conversation = Conversation(shipped_matcher)
    conversation.show("share-without-consent")
    assert conversation.ask("who won the cup final last night and what was the score").outcome is Outcome.DECLINE
