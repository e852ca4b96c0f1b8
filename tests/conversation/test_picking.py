"""Which messages are numbers that pick, and what they pick."""

from __future__ import annotations

import pytest

from assistant.conversation import Action, Conversation
from assistant.conversation.picking import number_in, picked

TEN = "abcdefghij"


@pytest.mark.parametrize(("text", "option"), [("1", "a"), ("2.", "b"), (" 3) ", "c"), ("10", "j")])
def test_a_number_picks_from_the_list_as_shown(text: str, option: str) -> None:
    assert picked(text, TEN) == option


@pytest.mark.parametrize("text", ["0", "11", "", "-1", "1.5", "first"])
def test_anything_else_picks_nothing(text: str) -> None:
    assert picked(text, TEN) is None


@pytest.mark.parametrize("text", ["999", "101", "15 year old", "2 of them"])
def test_what_a_person_tells_is_no_number_of_a_list(text: str) -> None:
    assert number_in(text) is None


def test_options_are_what_numbers_pick(conversation: Conversation) -> None:
    shown = conversation.ask("can i keep bees")
    for number, entry_id in enumerate(shown.options, start=1):
        conversation.return_to(shown)
        reply = conversation.ask(f"{number}.")
        assert reply.entry is not None
        assert (reply.entry.id, reply.action) == (entry_id, Action.PICKED)
