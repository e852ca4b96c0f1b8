"""Asking, choosing, going on and coming back, in the chat."""

from __future__ import annotations

import pytest
from acting import answered, app_of, ask, chat_of, read, rows, said, seen
from conftest import SIZES
from textual import events
from textual.widgets import Static

from assistant.ui.app import AssistantApp
from assistant.ui.screens import chat
from assistant.ui.screens.browse import BrowseScreen
from assistant.ui.screens.chat import NUMBER_PAUSE, OPEN_TURNS
from assistant.ui.screens.related import RelatedScreen
from assistant.ui.screens.sources import SourcesScreen
from assistant.ui.widgets.choice_list import ChoiceList
from assistant.ui.widgets.prose import Prose
from assistant.ui.widgets.question_input import LONGEST, QuestionInput
from assistant.ui.widgets.reader import Transcript
from assistant.ui.widgets.side_pane import SidePane
from assistant.ui.widgets.turn import Turn


@pytest.mark.parametrize("size", SIZES)
async def test_first_screen_says_what_it_is_and_takes_typing(app: AssistantApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as person:
        await person.pause()
        assert isinstance(app.focused, QuestionInput)
        welcome = " ".join(str(part.content) for part in app.chat.query(Static) if isinstance(part.content, str))
        for text in ("Answers about sharing information.", "EMERGENCY", "Ring 999 now", "Nothing you type is stored."):
            assert text in welcome
        assert [choice.text for choice in app.chat.choices] == [
            "Can I share without consent?",
            "Who do I tell first?",
            "How do I record it?",
        ]
        assert "Ctrl+Q Leave now" in rows(person)[0]


@pytest.mark.parametrize("size", SIZES)
async def test_an_answer_starts_at_the_top_with_the_direct_answer(app: AssistantApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as person:
        await ask(person, "Can I share without consent?")
        assert answered(person) == "share-without-consent"
        text = seen(person)
        assert "Answering: Can I share without" in text
        assert "Yes, where a child may be at" in text
        assert "[1]" in text
        assert "Law changing: check" in text


async def test_an_answer_shows_every_part(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 90)) as person:
        await ask(person, "Can I share without consent?")
        text = seen(person)
        parts = [
            "Topic: Consent",
            "Answering: Can I share without consent?",
            "Yes, where a child may be at risk [1].",
            "- Record your reasons",
            "Limits",
            "What to do now",
            "1. Talk to your lead.",
            "2. Share the facts.",
            "In Wales",
            "The law or guidance is changing: check first",
            "Holds for England and Wales. Reviewed 31 January 2026; next review by",
            "Words explained: lawful basis",
            "Related questions",
            "Sources",
            "https://example.org/act",
        ]
        places = [text.find(part) for part in parts]
        assert [part for part, place in zip(parts, places, strict=True) if place < 0] == []
        assert places == sorted(places)


async def test_list_items_hang_under_their_first_word(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 90)) as person:
        await ask(person, "Can I share without consent?")
        lines = rows(person)
        first = next(number for number, line in enumerate(lines) if "- Record your reasons" in line)
        start = lines[first].index("- Record") + 2
        assert lines[first + 1][:start].strip() == ""
        assert lines[first + 1][start] != " "


async def test_emergency_help_comes_first(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 40)) as person:
        await ask(person, "a child is in immediate danger, can I share without consent?")
        text = seen(person)
        assert 0 < text.find("EMERGENCY. If a child may be in danger now") < text.find("Yes, where a child")


async def test_personal_data_is_pointed_out(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 40)) as person:
        await ask(person, "can I share without consent? ring me on 07700 900123")
        assert "This looks like personal data. (Seen: phone number.)" in seen(person)


async def test_a_question_out_of_scope_is_declined_with_someone_to_turn_to(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 40)) as person:
        await ask(person, "how do i bake a cake")
        text = seen(person)
        assert "I do not have an answer to that." in text
        assert "Social care (0808 800 5000)" in text
        assert answered(person) is None


@pytest.mark.parametrize("size", SIZES)
async def test_a_number_picks_while_reading(app: AssistantApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as person:
        await read(person)
        await person.press("2")
        await person.pause()
        assert answered(person) == "who-to-tell"


async def test_a_number_typed_alone_picks_after_a_pause(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, "Can I share without consent?")
        await person.press("1")
        assert said(person) == "Opens: A parent refuses consent. Can I still share?"
        assert answered(person) == "share-without-consent"
        await person.pause(NUMBER_PAUSE + 0.2)
        await person.pause()
        assert answered(person) == "parent-refuses"
        assert app.chat.query_one(QuestionInput).value == ""


async def test_a_number_that_begins_a_question_is_left_alone(
    app: AssistantApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat, "NUMBER_PAUSE", 2)
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, "Can I share without consent?")
        await person.press("1", "5")
        assert said(person) == ""
        await person.pause(2.2)
        assert answered(person) == "share-without-consent"
        assert app.chat.query_one(QuestionInput).value == "15"


async def test_a_number_with_enter_picks_at_once_and_is_not_remembered(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, "Can I share without consent?")
        await ask(person, "3")
        assert answered(person) == "how-much"
        await person.press("up")
        assert app.chat.query_one(QuestionInput).value == "Can I share without consent?"


async def test_an_example_is_asked(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("escape", "2")
        await person.pause()
        assert answered(person) == "who-to-tell"
        assert not app.chat.query("Welcome")


async def test_enter_and_the_mouse_choose_in_a_list(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 60)) as person:
        await read(person)
        related = app.chat.query_one(ChoiceList)
        related.focus()
        await person.press("down", "enter")
        await person.pause()
        assert answered(person) == "who-to-tell"
        await person.press("left_square_bracket")
        await person.pause()
        first = next(number for number, line in enumerate(rows(person)) if "1 A parent refuses" in line)
        await person.click(offset=(10, first))
        await person.pause()
        assert answered(person) == "parent-refuses"


async def test_none_of_these_leads_to_someone(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 40)) as person:
        await read(person)
        await person.press("n")
        await person.pause()
        text = seen(person)
        assert "Talk to your safeguarding lead." in text
        assert "share-without-consent" not in [choice.value for choice in app.chat.choices]


async def test_not_helped_is_about_the_answer_that_is_read(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 40)) as person:
        await read(person)
        await person.press("2")
        await person.pause()
        await person.press("left_square_bracket")
        await person.pause()
        await person.press("n")
        await person.pause()
        assert app.chat.view is not None
        assert app.chat.view.reply.question == "Can I share without consent?"


async def test_back_and_forward_through_what_was_read(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await read(person)
        await person.press("1")
        await person.pause()
        await person.press("2")
        await person.pause()
        assert answered(person) == "how-much"
        await person.press("left_square_bracket", "left_square_bracket")
        await person.pause()
        assert answered(person) == "share-without-consent"
        assert "Answering: Can I share" in seen(person)
        await person.press("left_square_bracket")
        assert said(person) == "This is the first answer."
        await person.press("right_square_bracket")
        await person.pause()
        assert answered(person) == "parent-refuses"


async def test_earlier_questions_come_back_and_the_draft_is_kept(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, "Who do I tell first?")
        await ask(person, "How do I record it?")
        line = app.chat.query_one(QuestionInput)
        await person.press("h", "i", "up", "up")
        assert line.value == "Who do I tell first?"
        await person.press("up")
        assert line.value == "Who do I tell first?"
        await person.press("down", "down")
        assert line.value == "hi"


async def test_what_is_typed_is_never_markup(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, "[/school] [red]x [@click=app.quit]go[/] **b**")
        assert "[/school] [red]x [@click=app.quit]go[/] **b**" in seen(person)
        await ask(person, ":[/nonsense] [red]")
        await ask(person, ":oops[/red]")
        assert said(person).startswith("There is no ':oops[/red]'.")


async def test_pasted_lines_become_one_question(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        line = app.chat.query_one(QuestionInput)
        line.post_message(events.Paste("can I share\nwithout\r\n\tconsent?\n"))
        await person.pause()
        assert line.value == "can I share without consent?"
        await person.press("enter")
        await person.pause()
        assert answered(person) == "share-without-consent"


async def test_very_long_text_is_cut_and_that_is_said(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        line = app.chat.query_one(QuestionInput)
        line.post_message(events.Paste("word " * 20_000))
        await person.pause()
        assert len(line.value) == LONGEST
        assert said(person) == f"Only the first {LONGEST} characters were kept. A short question works best."
        await person.press("enter")
        await person.pause()
        assert "(shortened here)" in seen(person)


async def test_a_citation_leads_to_its_source_and_back(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await read(person)
        app.chat.query_one(Transcript).scroll_to(y=2, animate=False)
        await person.pause()
        before = app.chat.query_one(Transcript).scroll_y
        row = next(number for number, line in enumerate(rows(person)) if "page 2" in line or "[3]" in line)
        await person.click(offset=(rows(person)[row].index("[3]") + 1, row))
        await person.pause()
        sources = app.chat.view.sources if app.chat.view else None
        assert sources is app.focused
        assert sources is not None
        assert sources.highlighted == 2
        assert "[3]" in seen(person)
        assert "Guide to sharing" in seen(person)
        await person.press("j")
        await person.pause()
        assert app.chat.query_one(Transcript).scroll_y == before


async def test_a_number_chooses_among_sources_there(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await read(person)
        await person.press("j", "4")
        await person.pause()
        assert answered(person) == "share-without-consent"
        sources = app.chat.view.sources if app.chat.view else None
        assert sources is not None
        assert sources.highlighted == 3
        await person.press("enter")
        await person.pause()
        assert isinstance(app.screen, SourcesScreen)
        assert app.screen.query_one("#found", ChoiceList).chosen.value == "leaflet"  # type: ignore[union-attr]


async def test_the_side_pane_stands_beside_on_a_wide_terminal_only(app: AssistantApp) -> None:
    async with app.run_test(size=(120, 40)) as person:
        await ask(person, "Can I share without consent?")
        assert app.chat.query_one(SidePane).display
        assert "Topics" in seen(person)
        assert [choice.value for choice in app.chat.query_one("#pane-related", ChoiceList).choices] == [
            "parent-refuses",
            "who-to-tell",
            "how-much",
        ]
        await person.press("escape", "r", "down", "enter")
        await person.pause()
        assert answered(person) == "who-to-tell"
        await person.resize_terminal(80, 12)
        await person.pause()
        assert not app.chat.query_one(SidePane).display
        await person.press("escape", "escape", "r")
        await person.pause()
        assert isinstance(app.screen, RelatedScreen)
        related = app.screen.query_one("#pane-related", ChoiceList)
        assert related is app.focused
        assert related.highlighted == 0
        assert "Related questions" in seen(person)
        await person.press("1")
        await person.pause()
        assert answered(person) == "share-without-consent"


async def test_a_topic_in_the_pane_opens_in_browse(app: AssistantApp) -> None:
    async with app.run_test(size=(120, 40)) as person:
        app.chat.query_one("#pane-topics", ChoiceList).focus()
        await person.press("down", "enter")
        await person.pause()
        assert isinstance(app.screen, BrowseScreen)
        assert "How do I record it?" in seen(person)


async def test_the_nation_is_shown_and_its_note_comes_first(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 60)) as person:
        await ask(person, ":nation wales")
        assert "For Wales" in rows(person)[0]
        assert said(person).startswith("Nation set to Wales.")
        await ask(person, "Can I share without consent?")
        text = seen(person)
        assert text.find("In Wales ask first") < text.find("Yes, where a child")
        await ask(person, ":nation narnia")
        assert "'narnia' is not one of" in said(person)


async def test_old_turns_fold_and_open_again(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        for _ in range(OPEN_TURNS + 2):
            await ask(person, "Can I share without consent?")
        turns = list(app.chat.query(Turn))
        assert [turn.is_folded for turn in turns] == [True, True] + [False] * OPEN_TURNS
        assert len(app.chat.query(Prose)) == OPEN_TURNS * 6
        await person.press("escape")
        for _ in turns:
            await person.press("left_square_bracket")
        await person.pause()
        assert not turns[0].is_folded
        assert "Yes, where a child may be at" in seen(person)


async def test_typed_commands_open_screens(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, ":topics")
        assert isinstance(app.screen, BrowseScreen)
        await person.press("escape")
        await person.pause()
        assert app.screen is app.chat
        await ask(person, ":theme light")
        assert app.theme == "share-to-protect-light"
        await ask(person, ":none")
        assert said(person) == "Ask something first."
        await ask(person, ":quit")
        assert app.return_code == 0
        assert not app.is_running


async def test_tab_goes_through_the_screen_in_order(app: AssistantApp) -> None:
    async with app.run_test(size=(120, 40)) as person:
        await ask(person, "Can I share without consent?")
        order = []
        for _ in range(5):
            await person.press("tab")
            order.append(app.focused.id or type(app.focused).__name__ if app.focused else None)
        assert order == ["pane-related", "pane-topics", "transcript", "SourceList", "question"]
        assert app_of(person).screen is chat_of(person)
