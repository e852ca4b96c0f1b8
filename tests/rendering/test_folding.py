"""The note for Wales is folded for those who work elsewhere, and nothing else changes."""

from __future__ import annotations

import pytest

from assistant.conversation import Conversation
from assistant.knowledge_base import Nation
from assistant.rendering import SectionKind, as_plain_text, reply_document, with_note_folded

LINE = 'There is also a note for Wales: ask "and in Wales?" to read it.'


def sources(text: str) -> list[str]:
    return text.partition("\nSources\n")[2].partition("\n\n")[0].splitlines()


@pytest.mark.parametrize("nation", [Nation.ENGLAND, Nation.SCOTLAND])
def test_one_line_stands_for_the_note_and_the_sources_that_it_alone_cites(
    conversation: Conversation, nation: Nation
) -> None:
    whole = reply_document(conversation.show("bees"), conversation.knowledge)
    document = with_note_folded(whole, nation)
    before, after = as_plain_text(whole), as_plain_text(document)
    assert "In Wales\n" in before
    assert "In Wales\n" not in after
    assert after.index("What to do now") < after.index(LINE) < after.index("Holds for")
    kept, dropped = sources(after), set(sources(before)) - set(sources(after))
    assert kept == sources(before)[: len(kept)]
    assert dropped
    assert all(line[:3] not in after for line in dropped)
    (section,) = (one for one in document if one.kind is SectionKind.SOURCES)
    assert len(section.citations) == len(section.items) == len(kept)


@pytest.mark.parametrize("nation", [None, Nation.WALES, Nation.UK])
def test_the_note_is_shown_to_those_whom_it_may_concern(conversation: Conversation, nation: Nation | None) -> None:
    whole = reply_document(conversation.show("bees"), conversation.knowledge)
    assert with_note_folded(whole, nation) == whole


def test_an_answer_without_a_note_says_nothing_of_one(conversation: Conversation) -> None:
    whole = reply_document(conversation.show("hens"), conversation.knowledge)
    assert with_note_folded(whole, Nation.ENGLAND) == whole
