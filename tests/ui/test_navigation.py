"""From one screen to another and back: no screen lies open twice, and the chat is one key away."""

from __future__ import annotations

import pytest
from acting import Person, answer, ask, reading, rows, said, seen, walk
from textual.widgets import Input, Static

from assistant.messages import NOT_WALKED
from assistant.ui.app import AssistantApp
from assistant.ui.screens.browse import BrowseScreen
from assistant.ui.screens.chat import ChatScreen
from assistant.ui.screens.entry import EntryScreen
from assistant.ui.screens.path import PathScreen
from assistant.ui.screens.paths import PathsScreen
from assistant.ui.screens.sources import SourcesScreen
from assistant.ui.widgets.choice_list import ChoiceList
from assistant.ui.widgets.question_input import QuestionInput
from assistant.ui.widgets.reader import Transcript
from assistant.ui.widgets.walk_note import WalkNote


def stack(app: AssistantApp) -> list[str]:
    return [type(screen).__name__.removesuffix("Screen") for screen in app.screen_stack]


async def test_a_screen_that_lies_open_is_gone_back_to_as_it_was(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f2", *"dad", "enter")
        await person.pause()
        await person.press("j", "enter")
        await person.pause()
        assert stack(app) == ["Chat", "Browse", "Entry", "Sources"]
        await person.press("f2")
        await person.pause()
        assert stack(app) == ["Chat", "Browse"]
        assert app.screen.query_one(Input).value == "dad"


async def test_what_was_asked_for_is_shown_where_the_screen_lies_open(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f2", *"dad", "enter")
        await person.pause()
        await person.press("t")
        await person.pause()
        assert stack(app) == ["Chat", "Browse"]
        assert isinstance(app.screen, BrowseScreen)
        chosen = app.screen.query_one("#topics", ChoiceList).chosen
        assert chosen is not None
        assert chosen.value == "consent"
        app.action_all_sources("act")
        await person.pause()
        app.open_entry("how-much")
        await person.pause()
        app.action_all_sources("leaflet")
        await person.pause()
        assert stack(app) == ["Chat", "Browse", "Sources"]
        assert isinstance(app.screen, SourcesScreen)
        chosen = app.screen.query_one("#found", ChoiceList).chosen
        assert chosen is not None
        assert chosen.value == "leaflet"


async def test_reading_on_does_not_end_a_walk(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        app.open_entry("how-much")
        await person.pause()
        await walk(person, "2")
        await person.press("r", "enter")
        await person.pause()
        assert stack(app) == ["Chat", "Entry", "Paths", "Path", "Entry"]
        await person.press("escape")
        await person.pause()
        assert isinstance(app.screen, PathScreen)
        assert "Is there a worry about abuse?" in seen(person)
        await person.press("f5")
        await person.pause()
        assert isinstance(app.screen, PathsScreen)
        assert stack(app) == ["Chat", "Entry", "Paths"]


@pytest.mark.parametrize("last", ["f4", "ctrl+p"])
async def test_one_key_goes_straight_back_to_the_chat(app: AssistantApp, last: str) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f2", *"dad", "enter")
        await person.pause()
        assert isinstance(app.screen, EntryScreen)
        assert "F6 Chat" in seen(person)
        await person.press(last)
        await person.pause(0.2)
        await person.press("f6")
        await person.pause()
        assert isinstance(app.screen, ChatScreen)
        assert isinstance(app.focused, QuestionInput)


async def test_the_same_key_goes_to_the_line_of_the_chat(app: AssistantApp) -> None:
    async with reading(app) as person:
        await person.press("f6")
        assert isinstance(app.focused, QuestionInput)


async def walk_and_leave(person: Person, *answers: str) -> None:
    """Walk the path, and go straight back to the chat."""
    await walk(person, *answers)
    await answer(person, "f6")


def notes(app: AssistantApp) -> list[str]:
    return [str(note.query_one(Static).content) for note in app.chat.query(WalkNote)]


@pytest.mark.parametrize("leave", [("escape", "escape"), ("f6",), ("f5", "escape")])
async def test_a_walk_leaves_one_line_that_opens_its_summary(app: AssistantApp, leave: tuple[str, ...]) -> None:
    async with app.run_test(size=(80, 40)) as person:
        await walk(person, "1")
        for key in leave:
            await person.press(key)
            await person.pause()
        assert stack(app) == ["Chat"]
        assert notes(app) == ["You walked through: Should I share this? Ended at: Ring 999."]
        assert "You walked through: Should I share this?" in seen(person)
        assert "F8 Open its summary again" in seen(person)
        await person.press("shift+tab", "enter")
        await person.pause()
        assert isinstance(app.screen, PathScreen)
        assert "What you answered" in seen(person)
        await person.press("escape")
        await person.pause()
        assert len(notes(app)) == 1


async def test_a_path_left_on_the_way_can_be_gone_on_with(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        app.chat.action_last_walk()
        assert said(person) == NOT_WALKED
        await walk_and_leave(person)
        assert notes(app) == []
        await walk_and_leave(person, "2")
        assert notes(app) == ["You walked through: Should I share this? Left at: Is there a worry about abuse?"]
        await ask(person, ":walk")
        await person.press("1")
        await person.pause()
        assert "Share what is relevant." in seen(person)
        await person.press("f6")
        await person.pause()
        assert notes(app) == ["You walked through: Should I share this? Ended at: Share what is relevant."]


async def test_walked_paths_are_saved_with_the_conversation_in_order(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        assert app.chat.transcript == ""
        await walk_and_leave(person, "2", "1")
        assert app.chat.transcript.startswith(
            "You walked through: Should I share this? Ended at: Share what is relevant."
        )
        await ask(person, "How much should I share?")
        await walk_and_leave(person, "1")
        parts = (
            "Ended at: Share",
            "1. Is a child in danger now? No. Ring 999 if that changes [1].",
            "[1] Guide to",
            "You: How much should I share?",
            "Ended at: Ring 999.",
            "1. Is a child in danger now? Yes.",
        )
        places = [app.chat.transcript.find(part) for part in parts]
        assert -1 not in places
        assert places == sorted(places)
        assert app.chat.transcript.count("General guidance, not legal advice.") == 1


async def test_who_reads_an_answer_keeps_the_place_and_is_told_of_the_walk(app: AssistantApp) -> None:
    async with reading(app) as person:
        transcript = app.chat.query_one(Transcript)
        transcript.scroll_to(y=2, animate=False)
        await person.pause()
        await walk_and_leave(person, "1")
        await person.pause()
        assert transcript.scroll_y == 2
        assert said(person) == "Your path is kept at the end of the chat. F8 goes back to it."


async def test_a_path_walked_the_same_way_again_is_the_one_walked_last(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 40)) as person:
        for answers in (("1",), ("2", "1"), ("1",)):
            await walk_and_leave(person, *answers)
        assert [note.partition("Ended at: ")[2] for note in notes(app)] == ["Share what is relevant.", "Ring 999."]
        assert app.chat.transcript.count("Ended at: Ring 999.") == 1
        await answer(person, "f8", "enter")
        assert "Ring 999." in seen(person)
        assert "Share what is relevant." not in seen(person)


async def test_one_key_leads_back_to_the_paths_that_were_walked(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 40)) as person:
        await person.press("f8")
        assert "Back to path" not in rows(person)[-1]
        await walk_and_leave(person, "1")
        await walk(person, "2")
        await person.press("f6")
        await person.pause(0.2)
        assert "F8 Back to path" in rows(person)[-1]
        assert seen(person).count("F8 Go on with it") == 1
        assert seen(person).count("F8 Open its summary again") == 1
        await answer(person, "f8")
        assert 'Is a child in danger now? You answered "Yes".' in seen(person)
        await answer(person, "2")
        assert "Ring 999." in seen(person)
        assert "What you answered" in seen(person)
        await answer(person, "f6", "f8", "enter")
        assert isinstance(app.screen, PathScreen)
        assert "Is there a worry about abuse?" in seen(person)


@pytest.mark.parametrize("quit_first", [True, False])
async def test_leaving_from_a_path_leaves_no_fault(app: AssistantApp, quit_first: bool) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await walk(person, "2")
        if quit_first:
            await person.press("ctrl+q")
    assert app.fault is None
