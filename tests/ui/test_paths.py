"""Being walked through a decision."""

from __future__ import annotations

import pytest
from acting import answer, rows, said, seen, walking
from textual.widgets import Input, OptionList

from assistant.ui.app import AssistantApp
from assistant.ui.screens import path
from assistant.ui.screens.entry import EntryScreen
from assistant.ui.screens.path import PathScreen
from assistant.ui.screens.paths import PathsScreen
from assistant.ui.screens.plain_text import PlainTextScreen
from assistant.ui.widgets import document_view

NOTE = 'You answered "No". Ring 999 if that changes [1].'


@pytest.mark.parametrize("key", ["1", "enter"])
async def test_a_path_begins_with_its_number_or_with_enter_at_once(app: AssistantApp, key: str) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f5")
        await person.pause()
        assert "1 Should I share this?" in seen(person)
        assert rows(person)[-1].strip().startswith("1 choose  Esc Close")
        assert said(person) == "Enter begins the marked path, a number any. Down goes into the list."
        await person.press(key)
        await person.pause()
        assert isinstance(app.screen, PathScreen)
        await person.press("escape")
        await person.pause()
        assert app.screen.query_one(Input).value == ""
        await person.press("9")
        await person.pause()
        assert "Nothing is found here." in seen(person)


async def test_a_path_that_was_left_stands_first_to_be_gone_on_with(app: AssistantApp) -> None:
    async with walking(app, "2") as person:
        await answer(person, "escape")
        assert isinstance(app.screen, PathsScreen)
        assert said(person) == "Your path is kept: Enter or F8 goes on with it. A number begins a path."
        lines = [row.strip("▌▎ ") for row in rows(person)]
        first = lines.index("F8 Go on with: Should I share this?")
        assert lines[first + 1] == "Left at: Is there a worry about abuse?"
        assert lines[first + 2] == 'Is a child in danger now? You answered "No".'
        assert "1 Should I share this?" in lines[first + 3 :]
        assert lines[-1].startswith("1 choose  Esc Close  F8 Back to path")
        for key in ("enter", "f8"):
            await answer(person, key)
            assert isinstance(app.screen, PathScreen)
            assert NOTE in seen(person)
            await answer(person, "escape")
        await answer(person, "1")
        assert "Is a child in danger now?" in seen(person)
        assert "You answered" not in seen(person)


async def test_a_path_walked_to_its_end_is_kept_and_not_gone_on_with(app: AssistantApp) -> None:
    async with walking(app, "1") as person:
        await answer(person, "escape")
        assert said(person).startswith("Your path is kept: F8 goes back to it.")
        assert "Go on with" not in seen(person)
        await answer(person, "f8")
        assert "1. Is a child in danger now? Yes." in seen(person)


async def test_a_step_names_the_ways_back(app: AssistantApp) -> None:
    async with walking(app) as person:
        assert "Esc Close" in rows(person)[-1]
        assert "[ Take back" not in rows(person)[-1]
        await answer(person, "2")
        assert "Esc Close" in rows(person)[-1]
        assert "[ Take back" in rows(person)[-1]


async def test_what_follows_from_an_answer_is_said_at_once(app: AssistantApp) -> None:
    async with walking(app) as person:
        assert "You answered" not in seen(person)
        await answer(person, "2")
        text = seen(person)
        assert 0 < text.index(NOTE) < text.index("Is there a worry about abuse?")
        await person.press("left_square_bracket")
        await person.pause()
        assert "You answered" not in seen(person)


async def test_what_follows_from_the_last_answer_stands_above_the_end(app: AssistantApp) -> None:
    async with walking(app, "1") as person:
        text = seen(person)
        assert text.index('You answered "Yes". Ring first [1].') < text.index("Ring 999.")
        assert "1. Is a child in danger now? Yes." in text
        assert text.count("Ring first [1].") == 1
        assert isinstance(app.screen, PathScreen)
        assert "1. Is a child in danger now? Yes. Ring first [1]." in app.screen.answer_text("text")


async def test_the_step_counts_at_most_the_longest_way(app: AssistantApp) -> None:
    async with walking(app) as person:
        assert "Should I share this? (step 1 of at most 2)" in seen(person)
        await answer(person, "2")
        assert "step 2 of at most 2" in seen(person)
        await answer(person, "1")
        assert "step" not in seen(person)


async def test_on_a_low_screen_what_follows_is_read_before_the_answers(app: AssistantApp) -> None:
    async with walking(app, "2", size=(40, 8)) as person:
        assert rows(person)[1].strip("▌ ").startswith('You answered "No".')
        assert said(person) == "Read on: the answers are further down."
        assert not isinstance(app.screen.focused, OptionList)
        await person.press("enter")
        await person.pause()
        assert rows(person)[1].strip("▌ ").startswith('You answered "No".')
        await answer(person, "1")
        assert 'You answered "Yes".' in seen(person)


async def test_a_decision_record_is_offered_once_something_was_answered(
    app: AssistantApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(AssistantApp, "deliver_copy", lambda self, text, what: copied.append(text))
    async with walking(app, size=(100, 24)) as person:
        assert "Copy record" not in rows(person)[-1]
        await person.press("d")
        assert said(person) == "Answer a question first: then there is something to record."
        assert not copied
        await answer(person, "2")
        assert "d Copy record" in rows(person)[-1]
        await person.press("d")
        assert copied[0].startswith("Decision record: Should I share this?")
        await person.press("left_square_bracket")
        await person.pause()
        assert "Copy record" not in rows(person)[-1]


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_at_the_end_a_copy_leaves_the_record_on_offer(app: AssistantApp, size: tuple[int, int]) -> None:
    async with walking(app, "1", size=size) as person:
        assert said(person) == "c copies this summary, d copies a decision record to fill in. [ goes back."
        await answer(person, "c")
        assert said(person).startswith("The summary was sent to your terminal's clipboard. If pasting gives nothing,")
        assert said(person).endswith("press F7. d copies a decision record to fill in.")
        shown = " ".join(" ".join(rows(person)).split())
        assert "press F7. d copies a decision record to fill in." in shown
        await person.press("f7")
        await person.pause()
        assert isinstance(app.screen, PlainTextScreen)


async def test_plain_text_holds_the_record_only_once_something_was_answered(app: AssistantApp) -> None:
    async with walking(app, size=(60, 60)) as person:
        await person.press("p")
        await person.pause()
        assert isinstance(app.screen, PlainTextScreen)
        assert "Decision record" not in seen(person)
        await person.press("escape")
        await answer(person, "2")
        await person.press("p")
        await person.pause()
        assert "Decision record: Should I share this?" in seen(person)


async def test_what_there_is_to_read_more_has_the_numbers_after_the_answers(app: AssistantApp) -> None:
    async with walking(app, "2", size=(80, 40)) as person:
        assert "4 Who do I tell first?" in seen(person)
        assert rows(person)[-1].strip().startswith("1 to 3 answer")
        await answer(person, "4")
        assert isinstance(app.screen, EntryScreen)
        await person.press("escape")
        await answer(person, "1")
        assert "1 How much should I share?" in seen(person)
        await answer(person, "1")
        assert isinstance(app.screen, EntryScreen)


async def test_without_numbers_for_all_of_it_what_there_is_to_read_more_has_none(
    app: AssistantApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (path, document_view):
        monkeypatch.setattr(module, "NUMBERS", range(1, 4))
    async with walking(app, "2", size=(80, 40)) as person:
        assert "Read more (r goes to the list)" in seen(person)
        assert "- Who do I tell first?" in seen(person)
        await answer(person, "4")
        assert isinstance(app.screen, PathScreen)
        await answer(person, "r", "enter")
        assert isinstance(app.screen, EntryScreen)


async def test_answers_below_the_screen_are_told_of(app: AssistantApp) -> None:
    async with walking(app, "2", size=(40, 10)) as person:
        assert "1 Yes" in seen(person)
        assert "3 No" not in seen(person)
        assert said(person) == "More answers are further down."
        await person.press("end")
        await person.pause()
        assert "3 No" in seen(person)
        assert said(person) == ""
        await person.press("down", "down")
        await person.pause()
        assert "3 No" in seen(person)
