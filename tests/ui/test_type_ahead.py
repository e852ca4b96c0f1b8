"""While an answer is read a letter alone is a key, and a burst of letters is the beginning of a question."""

from __future__ import annotations

import pytest
from acting import answered, asked, line_of, reading, said
from conftest import MakeApp
from textual import events

from assistant.ui.app import AssistantApp
from assistant.ui.screens import type_ahead
from assistant.ui.screens.entry import EntryScreen
from assistant.ui.screens.glossary import GlossaryScreen
from assistant.ui.settings import Settings
from assistant.ui.widgets.turn import Turn

PROMPT = type_ahead.KEY_PAUSE
LONG = 60.0


@pytest.fixture
def _long_pause(monkeypatch: pytest.MonkeyPatch, _no_pause: None) -> None:
    monkeypatch.setattr(type_ahead, "KEY_PAUSE", LONG)


def test_single_keys_feel_prompt() -> None:
    assert 0.05 < PROMPT <= 0.15


@pytest.mark.usefixtures("_long_pause")
@pytest.mark.parametrize(
    "question",
    [
        "social worker",
        "can i tell",
        "not sure",
        "15 year old",
        "If so",
        "e e e",
        "is it",
        "just",
        "no one",
        "3yo",
        "2 of us",
    ],
)
async def test_a_burst_is_a_question_and_no_command(app: AssistantApp, question: str) -> None:
    async with reading(app) as person:
        await person.press(*question)
        await person.pause()
        assert line_of(app).value == question
        assert app.focused is line_of(app)
        assert app.screen is app.chat
        assert len(app.chat.query(Turn)) == 1
        assert said(person) == ""


@pytest.mark.usefixtures("_long_pause")
async def test_letters_that_come_all_at_once_keep_their_order(app: AssistantApp) -> None:
    async with reading(app) as person:
        question = "can the school nurse share"
        for character in question:
            app.post_message(events.Key("space" if character == " " else character, character))
        await person.pause()
        await person.pause()
        assert line_of(app).value == question


@pytest.mark.usefixtures("_long_pause")
async def test_a_burst_goes_on_with_what_was_left(app: AssistantApp) -> None:
    async with asked(app) as person:
        await person.press(*"may i ", "escape", *"share")
        assert line_of(app).value == "may i share"


async def test_a_letter_alone_is_a_key_after_the_pause(app: AssistantApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type_ahead, "KEY_PAUSE", 0.3)
    async with reading(app) as person:
        await person.press("g")
        assert app.screen is app.chat
        await person.pause(0.4)
        await person.pause()
        assert isinstance(app.screen, GlossaryScreen)


@pytest.mark.usefixtures("_long_pause")
async def test_another_key_ends_the_wait_and_both_act_in_order(app: AssistantApp) -> None:
    async with reading(app) as person:
        await person.press("2", "escape")
        await person.pause()
        assert answered(person) == "who-to-tell"
        assert app.focused is line_of(app)
        assert line_of(app).value == ""


@pytest.mark.parametrize("keys", ["ju", "1c", "c1"])
async def test_two_keys_at_once_are_two_keys(app: AssistantApp, monkeypatch: pytest.MonkeyPatch, keys: str) -> None:
    monkeypatch.setattr(type_ahead, "KEY_PAUSE", 0.05)
    monkeypatch.setattr(type_ahead, "OUTWARD_PAUSE", 0.1)
    async with reading(app) as person:
        await person.press(*keys)
        await person.pause(0.3)
        await person.pause()
        assert line_of(app).value == ""
        assert "was sent to your terminal's clipboard" in said(person) or keys == "c1"
        assert len(app.chat.query(Turn)) == (1 if keys == "ju" else 2)


async def test_a_third_letter_soon_after_two_takes_both_back(
    app: AssistantApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type_ahead, "KEY_PAUSE", 0.1)
    async with reading(app) as person:
        await person.press("j")
        await person.pause(0.2)
        assert app.chat.sources
        assert app.chat.sources.has_focus
        await person.press(*"us")
        await person.pause(0.2)
        assert line_of(app).value == "jus"
        assert app.focused is line_of(app)


@pytest.mark.usefixtures("_long_pause")
async def test_a_bracket_acts_at_once(app: AssistantApp) -> None:
    async with reading(app) as person:
        await person.press("left_square_bracket")
        assert said(person) == "This is the first answer."


async def test_a_letter_that_is_no_key_begins_a_question(app: AssistantApp) -> None:
    async with reading(app) as person:
        await person.press("w")
        assert app.screen is app.chat
        assert line_of(app).value == "w"
        assert app.focused is line_of(app)


@pytest.mark.usefixtures("_long_pause")
async def test_keys_that_a_person_set_are_held_too(make_app: MakeApp) -> None:
    app = make_app(Settings(keys={"copy-text": "y", "save": "s"}))
    async with reading(app) as person:
        await person.press(*"say yes")
        assert line_of(app).value == "say yes"
        assert app.screen is app.chat


@pytest.mark.usefixtures("_long_pause")
async def test_a_burst_on_a_screen_of_its_own_begins_a_question_in_the_chat(app: AssistantApp) -> None:
    async with asked(app) as person:
        app.open_entry("how-much")
        await person.pause()
        await person.press("x", "escape")
        await person.pause()
        assert app.screen is app.chat
        assert line_of(app).value == ""
        app.open_entry("how-much")
        await person.pause()
        assert isinstance(app.screen, EntryScreen)
        await person.press(*"who can help")
        await person.pause()
        assert app.screen is app.chat
        assert line_of(app).value == "who can help"
