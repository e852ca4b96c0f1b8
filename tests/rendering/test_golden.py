"""Output formats are a contract: their bytes are kept. Refresh with: ASSISTANT_GOLDEN=1 pytest tests/rendering."""

from __future__ import annotations

import os
import re
from pathlib import Path

import msgspec
import pytest

from assistant.conversation import Conversation, Reply
from assistant.knowledge_base import KnowledgeBase, Nation
from assistant.rendering import (
    SectionKind,
    as_json,
    as_markdown,
    as_plain_text,
    entry_document,
    reply_document,
    reply_json,
)
from assistant.rendering.citing import split_lead

VERSION = re.compile(r"2026\.1\+[0-9a-f]{8}")
GOLDEN = Path(__file__).parent / "golden"


def replies(conversation: Conversation) -> dict[str, Reply]:
    answer = conversation.show("bees", "bees?")
    return {
        "answer": answer,
        "urgent": conversation.ask("someone is trapped in a shed, mail a@b.example"),
        "decline": conversation.ask("capital of france"),
        "harmful": conversation.ask("how do i poison my neighbour"),
        "none": conversation.reject(),
    }


@pytest.mark.parametrize("name", ["answer", "urgent", "decline", "harmful", "none"])
def test_formats(conversation: Conversation, name: str) -> None:
    knowledge = conversation.knowledge
    reply = replies(conversation)[name]
    document = reply_document(reply, knowledge)
    compare(f"{name}.txt", as_plain_text(document))
    compare(f"{name}.wrapped.txt", as_plain_text(document, 48))
    compare(f"{name}.md", as_markdown(document))
    compare(f"{name}.json", as_json(without_scores(reply_json(reply, knowledge))) + "\n")


def test_the_note_for_wales_comes_straight_after_the_direct_answer_for_a_reader_there(
    conversation: Conversation,
) -> None:
    knowledge: KnowledgeBase = conversation.knowledge
    document = entry_document(knowledge.entry["bees"], knowledge, Nation.WALES)
    compare("wales.txt", as_plain_text(document))


def test_one_line_says_that_a_direct_answer_is_not_for_wales_before_it_is_read(conversation: Conversation) -> None:
    knowledge = conversation.knowledge
    hens = msgspec.structs.replace(knowledge.entry["hens"], wales="In Wales ask the landlord.")
    kinds = [section.kind for section in entry_document(hens, knowledge, Nation.WALES)]
    assert kinds[:4] == [SectionKind.TITLE, SectionKind.NOTICE, SectionKind.ANSWER, SectionKind.WALES]
    text = as_plain_text(entry_document(hens, knowledge, Nation.WALES))
    assert "Answer for England. For Wales, read the note after it before you act." in text
    assert "It was not checked for Wales." not in text


def test_a_list_that_the_direct_answer_announces_belongs_to_it() -> None:
    assert split_lead("Yes, if:\n\n- a\n- b\n\nMore.") == ("Yes, if:\n\n- a\n- b", "More.")
    assert split_lead("Yes.\n\n- a") == ("Yes.", "- a")
    assert split_lead("Yes.") == ("Yes.", "")


def test_an_answer_that_does_not_hold_where_the_reader_is_says_so(conversation: Conversation) -> None:
    knowledge = conversation.knowledge
    text = as_plain_text(entry_document(knowledge.entry["hens"], knowledge, Nation.SCOTLAND))
    assert "This answer holds for England. It was not checked for Scotland." in text


def without_scores(fields: dict[str, object]) -> dict[str, object]:
    """Scores are measured elsewhere; here they would tie the format to the training."""
    candidates = fields["candidates"]
    assert isinstance(candidates, list)
    return fields | {"candidates": sorted(candidate["id"] for candidate in candidates)}


def compare(name: str, text: str) -> None:
    path = GOLDEN / name
    text = VERSION.sub("2026.1+hash", text)  # the hash follows every change of the small knowledge base
    if os.environ.get("ASSISTANT_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
