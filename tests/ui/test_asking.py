"""Asking, and what the answer shows."""

from __future__ import annotations

import msgspec
import pytest
import yaml
from acting import answered, ask, asked, chat_of, line_of, read, rows, said, seen
from conftest import SIZES, MakeApp
from textual import events
from textual.widgets import Static

from assistant.knowledge_base import Guide, shipped_knowledge
from assistant.ui.app import AssistantApp
from assistant.ui.screens.browse import BrowseScreen
from assistant.ui.screens.entry import EntryScreen
from assistant.ui.screens.paths import PathsScreen
from assistant.ui.settings import Settings
from assistant.ui.widgets.question_input import LONGEST, QuestionInput
from assistant.ui.widgets.reader import Reader, Transcript
from assistant.ui.widgets.turn import Turn


@pytest.mark.parametrize("size", SIZES)
async def test_first_screen_says_what_it_is_and_takes_typing(app: AssistantApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as person:
        await person.pause()
        assert isinstance(app.focused, QuestionInput)
        welcome = " ".join(str(part.content) for part in app.chat.query(Static) if isinstance(part.content, str))
        assert app.chat.query_one("Welcome .-emergency").border_title == "EMERGENCY"
        for text in ("Answers about sharing information.", "Ring 999 now", "Nothing you type is stored."):
            assert text in welcome
        assert [choice.text for choice in app.chat.choices] == [
            "Can I share without consent?",
            "Who do I tell first?",
            "How do I record it?",
        ]
        assert "Ctrl+Q Leave now" in rows(person)[0]


async def test_what_matters_most_at_first_is_in_view_on_a_usual_terminal(app: AssistantApp) -> None:
    guide = msgspec.convert(yaml.safe_load((shipped_knowledge() / "guide.yaml").read_text("utf-8")), Guide)
    knowledge = msgspec.structs.replace(app.conversation.knowledge, guide=guide)
    app.conversation.__dict__["knowledge"] = knowledge
    async with app.run_test(size=(80, 24)) as person:
        await person.pause()
        text = " ".join(seen(person).replace("┃", " ").split())
        for part in (guide.purpose, "EMERGENCY", guide.emergency, guide.privacy, *guide.examples[:3]):
            assert " ".join(part.split()) in text


@pytest.mark.parametrize("size", SIZES)
async def test_an_answer_starts_at_the_top_with_the_direct_answer(app: AssistantApp, size: tuple[int, int]) -> None:
    async with asked(app, size) as person:
        assert answered(person) == "share-without-consent"
        text = seen(person)
        assert "Answering: Can I share without" in text
        assert "Yes, where a child may be at" in text
        assert "[1]" in text
        assert "Law changing: check" in text


async def test_an_answer_shows_every_part(app: AssistantApp) -> None:
    async with asked(app, (80, 90)) as person:
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
    async with asked(app, (80, 90)) as person:
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


async def test_earlier_questions_come_back_and_the_draft_is_kept(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, "Who do I tell first?")
        await ask(person, "How do I record it?")
        line = line_of(app)
        await person.press("h", "i", "up", "up")
        assert line.value == "Who do I tell first?"
        await person.press("up")
        assert line.value == "Who do I tell first?"
        await person.press("down", "down")
        assert line.value == "hi"


async def test_with_an_empty_line_the_arrows_read_on_and_then_bring_back_questions(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, "Who do I tell first?")
        await ask(person, "Can I share without consent?")
        transcript, line = app.chat.query_one(Transcript), app.chat.query_one(QuestionInput)
        top = transcript.scroll_y
        await person.press("down", "down", "up")
        await person.pause()
        assert transcript.scroll_y == top + 1
        assert line.value == ""
        await person.press("up", "up")
        await person.pause()
        assert transcript.scroll_y == top
        assert line.value == "Can I share without consent?"
        await person.press("pagedown")
        await person.pause()
        assert transcript.scroll_y > top + 10
        assert app.focused is line


async def test_what_is_typed_is_never_markup(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, "[/school] [red]x [@click=app.quit]go[/] **b**")
        assert "[/school] [red]x [@click=app.quit]go[/] **b**" in seen(person)
        await ask(person, ":[/nonsense] [red]")
        await ask(person, ":oops[/red]")
        assert said(person).startswith("There is no ':oops[/red]'.")


async def test_pasted_lines_become_one_question(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        line = line_of(app)
        line.post_message(events.Paste("can I share\nwithout\r\n\tconsent?\n"))
        await person.pause()
        assert line.value == "can I share without consent?"
        await person.press("enter")
        await person.pause()
        assert answered(person) == "share-without-consent"


async def test_very_long_text_is_cut_and_that_is_said(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        line = line_of(app)
        line.post_message(events.Paste("The beginning " + "word " * 20_000))
        await person.pause()
        assert len(line.value) == LONGEST
        assert "The beginning word word" in seen(person)
        assert said(person) == (
            f"Only the first {LONGEST} characters were kept. "
            "A short question works best: names and case notes are not needed."
        )
        await person.press("enter")
        await person.pause()
        assert "(shortened here)" in seen(person)


async def test_the_nation_is_shown_and_its_note_comes_first_after_the_direct_answer(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 60)) as person:
        await ask(person, ":nation wales")
        assert "For Wales" in rows(person)[0]
        assert said(person).startswith("Nation set to Wales.")
        await ask(person, "Can I share without consent?")
        text = seen(person)
        assert text.find("Yes, where a child") < text.find("In Wales ask first") < text.find("You need a lawful")
        await ask(person, ":nation narnia")
        assert "'narnia' is not one of" in said(person)


@pytest.mark.parametrize("size", [(80, 60), (120, 60)])
async def test_in_england_the_note_for_wales_is_one_line_that_a_number_opens(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(Settings(nation="england"))
    async with app.run_test(size=size) as person:
        await read(person)
        assert "In Wales ask first" not in seen(person)
        assert "4 Read the note for Wales" in seen(person)
        assert seen(person).count("Read the note for Wales") == 1
        assert rows(person)[-1].strip().startswith("1 to 3 related")
        assert "In Wales ask first [6]" in app.chat.answer_text("text")
        assert app.chat.sources
        numbers = [one.number for one in app.chat.sources.citations]
        await person.press("4")
        await person.pause()
        assert "In Wales ask first" in seen(person)
        assert "Read the note for Wales" not in seen(person)
        assert app.chat.sources
        assert [one.number for one in app.chat.sources.citations] == [*numbers, len(numbers) + 1]
        assert len(app.chat.query(Turn)) == 1
        await person.press("1")
        await person.pause()
        assert answered(person) == "parent-refuses"


async def test_the_note_opens_from_the_line_with_the_mouse_and_on_a_screen_of_its_own(make_app: MakeApp) -> None:
    app = make_app(Settings(nation="england"))
    async with app.run_test(size=(80, 60)) as person:
        await ask(person, "Can I share without consent?")
        await ask(person, "4")
        assert "In Wales ask first" in seen(person)
        app.open_entry("share-without-consent")
        await person.pause()
        row = next(number for number, one in enumerate(rows(person)) if "Read the note for Wales" in one)
        await person.click(offset=(12, row))
        await person.pause()
        assert isinstance(app.screen, EntryScreen)
        assert "In Wales ask first" in seen(person)
        assert app.focused is app.screen.query_one(Reader)


@pytest.mark.parametrize(("letter", "does"), [("c", "Copy"), ("n", "Did not help"), ("C", "Copy as Markdown")])
async def test_a_letter_sent_by_itself_is_told_as_the_key_that_it_is(app: AssistantApp, letter: str, does: str) -> None:
    async with asked(app) as person:
        await ask(person, letter)
        assert said(person) == f"{letter} is a key while you read ({does}). Press Esc first, then {letter}."
        assert len(app.chat.query(Turn)) == 1
        await ask(person, "x")
        assert len(app.chat.query(Turn)) == 2


async def test_typed_commands_open_screens(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, ":topics")
        assert isinstance(app.screen, BrowseScreen)
        await person.press("escape")
        await person.pause()
        assert app.chat.is_current
        await ask(person, ":theme light")
        assert app.theme == "share-to-protect-light"
        await ask(person, ":none")
        assert said(person) == "Ask something first."
        await ask(person, ":quit")
        assert app.return_code == 0
        assert not app.is_running


async def test_another_nation_shows_the_answer_again_at_once(app: AssistantApp) -> None:
    async with asked(app, (80, 60)) as person:
        assert seen(person).find("In Wales ask first") > seen(person).find("You need a lawful")
        await ask(person, ":nation wales")
        assert said(person).startswith("Nation set to Wales.")
        text = seen(person)
        assert 0 < text.find("Yes, where a child may be at risk [1]") < text.find("In Wales ask first [2]")
        assert text.find("In Wales ask first [2]") < text.find("You need a lawful basis [3]")
        assert app.chat.answer_text("text").count("In Wales ask first [2]") == 1
        assert "In Wales ask first [2]" in app.chat.transcript
        await ask(person, ":nation scotland")
        assert "It was not checked for Scotland." in seen(person)
        await ask(person, ":nation")
        assert said(person).startswith("Nation set to Scotland. ':nation wales' changes it")
        assert "It was not checked for Scotland." in seen(person)
        await ask(person, ":nation none")
        assert "Yes, where a child may be at risk [1]" in seen(person)
        await ask(person, ":nation")
        assert said(person).startswith("No nation is set.")


async def test_an_answer_about_one_nation_stays_so(app: AssistantApp) -> None:
    async with asked(app, (80, 60)) as person:
        await ask(person, "and in wales?")
        await ask(person, ":nation england")
        text = app.chat.transcript
        assert text.count("In Wales ask first [2]") == 1


async def test_another_nation_shows_an_answer_on_the_whole_screen_again(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 60)) as person:
        app.open_entry("parent-refuses")
        await person.pause()
        app.change_nation("wales")
        await person.pause()
        assert "It was not checked for Wales." in seen(person)


async def test_a_number_that_was_not_sent_is_no_draft(app: AssistantApp) -> None:
    async with asked(app) as person:
        await person.press("1")
        assert said(person).startswith("Enter opens: ")
        await person.press("escape")
        await person.pause()
        assert chat_of(person).query_one(QuestionInput).value == ""
        assert said(person) == ""
        await person.press("escape", *"1 boy")
        await person.press("escape")
        await person.pause()
        assert chat_of(person).query_one(QuestionInput).value == "1 boy"


async def test_the_name_of_the_guided_paths_opens_them(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, "Walk me through it")
        assert isinstance(app.screen, PathsScreen)
