"""The screens that lie over the chat."""

from __future__ import annotations

from pathlib import Path

import pytest
from acting import answered, app_of, ask, chat_of, line_of, read, reading, rows, said, seen, walk
from conftest import SIZES
from textual.widgets import Input, Static

from assistant.messages import ASK_FIRST
from assistant.ui.app import AssistantApp
from assistant.ui.screens.browse import BrowseScreen
from assistant.ui.screens.entry import EntryScreen
from assistant.ui.screens.glossary import GlossaryScreen
from assistant.ui.screens.path import PathScreen
from assistant.ui.screens.paths import PathsScreen
from assistant.ui.screens.plain_text import PlainTextScreen
from assistant.ui.screens.save import SaveScreen
from assistant.ui.widgets.choice_list import ChoiceList


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("key", "title"),
    [("f1", "Help"), ("f2", "Browse"), ("f3", "Words explained"), ("f4", "Sources"), ("f5", "Walk me")],
)
async def test_every_screen_opens_offers_to_leave_and_closes(
    app: AssistantApp, key: str, title: str, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as person:
        await person.press(key)
        await person.pause()
        assert rows(person)[0].strip().startswith(title[: size[0] - 24])
        assert "Ctrl+Q Leave now" in rows(person)[0]
        assert "Esc Close" in rows(person)[-1]
        await person.press("escape")
        await person.pause()
        assert app.screen is app.chat


async def test_topics_open_and_close_and_lead_to_a_question(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f2", "down", "down")
        assert "+  Doing it (3)" in seen(person)
        await person.press("enter")
        await person.pause()
        assert "How do I record it?" in seen(person)
        await person.press("left")
        assert "How do I record it?" not in seen(person)
        await person.press("right", "down", "enter")
        await person.pause()
        assert isinstance(app.screen, EntryScreen)
        assert "Who do I tell first?" in seen(person)


async def test_a_scrollbar_that_comes_takes_no_room_from_the_lines(app: AssistantApp) -> None:
    async with app.run_test(size=(60, 7)) as person:
        await person.press("f2", "down")
        await person.pause()
        topics = app.screen.query_one("#topics", ChoiceList)
        width, bar = topics.scrollable_content_region.width, topics.show_vertical_scrollbar
        await person.press("right")
        await person.pause()
        assert (bar, topics.show_vertical_scrollbar) == (False, True)
        assert topics.scrollable_content_region.width == width


async def test_search_follows_what_is_typed(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f2", *"dad refuses")
        await person.pause()
        assert rows(person)[5].strip() == '▎ A parent refuses consent. Can I still share? (as in "dad refuses")'
        await person.press("enter")
        await person.pause()
        assert isinstance(app.screen, EntryScreen)
        await person.press("escape")
        await person.pause()
        app.screen.query_one(Input).value = "lawful"
        await person.pause()
        assert "Word: lawful basis" in seen(person)
        await person.press("enter")
        await person.pause()
        assert isinstance(app.screen, GlossaryScreen)
        assert "A reason that the law accepts." in seen(person)
        await person.press("escape")
        await person.pause()
        app.screen.query_one(Input).value = "zzzz"
        await person.pause()
        assert "Nothing is found here." in seen(person)
        app.screen.query_one(Input).value = ""
        await person.pause()
        assert "+  Consent (3)" in seen(person)
        app.screen.query_one(Input).value = "zzzz "
        await person.press("enter")
        await person.pause()
        assert app.focused is line_of(app)
        assert line_of(app).value == "zzzz"


async def test_browse_says_what_opens_a_line(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f2")
        await person.pause()
        assert said(person) == "Enter opens what is marked. Down goes into the list."


async def test_markup_in_a_search_is_only_text(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f2")
        app.screen.query_one(Input).value = "[/red] [consent"
        await person.pause()
        assert "[/red] [consent" in seen(person)


@pytest.mark.parametrize("size", SIZES)
async def test_an_entry_has_its_own_trail_and_leaves_the_conversation_alone(
    app: AssistantApp, size: tuple[int, int]
) -> None:
    async with reading(app, size) as person:
        await person.press("e")
        await person.pause()
        screen = app.screen
        assert isinstance(screen, EntryScreen)
        await person.press("1")
        await person.pause()
        await person.press("2")
        await person.pause()
        assert "How much should I share?" in seen(person)
        await person.press("left_square_bracket")
        await person.pause()
        assert "A parent refuses consent." in seen(person)
        assert app.conversation.last is not None
        assert app.conversation.last.question == "Can I share without consent?"
        await person.press("a")
        await person.pause()
        assert app.screen is app.chat
        assert answered(person) == "parent-refuses"


async def test_words_of_the_answer_come_first_in_the_glossary(app: AssistantApp) -> None:
    async with reading(app) as person:
        await person.press("g")
        await person.pause()
        text = seen(person)
        assert 0 < text.find("lawful basis") < text.find("referral")
        assert "Source: Sharing Act 2018. legislation, 2018: s.6." in " ".join(text.replace("▌", "").split())
        assert "Also: report." in text


async def test_a_word_leads_to_the_questions_that_use_it(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f3", *"lawful", "enter")
        await person.pause()
        assert rows(person)[0].strip().startswith("Answers that use: lawful basis")
        assert "Can I share without consent?" in seen(person)
        assert "Who do I tell first?" not in seen(person)
        await person.press("enter")
        await person.pause()
        assert isinstance(app.screen, EntryScreen)
        await person.press("escape", "escape")
        await person.pause()
        assert isinstance(app.screen, GlossaryScreen)
        app.screen.query_one(Input).value = "referral"
        await person.pause()
        await person.press("enter")
        assert said(person) == "referral: no answer uses this word."


async def test_nothing_to_copy_is_said_where_everything_is_said(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("ctrl+c")
        await person.pause()
        assert said(person) == "Nothing is selected to copy. Ctrl+Q leaves now."
        assert "Do you want to quit" not in seen(person)


async def test_sources_say_what_is_known_of_them(app: AssistantApp) -> None:
    async with app.run_test(size=(100, 30)) as person:
        await person.press("f4")
        await person.pause()
        text = seen(person)
        assert "Sharing Act 2018. legislation, 2018" in text
        assert "Statute. England and Wales. In force. Read for this guide." in text
        assert "Guide. Wales. Not itself law. Known through another page." in text
        app.screen.query_one(Input).value = "wales in force"
        await person.pause()
        assert "Old leaflet" not in seen(person)
        await person.press("enter")
        await person.pause()
        assert said(person).startswith("Cited 7 times.")


async def test_the_topic_of_an_answer_opens_in_browse(app: AssistantApp) -> None:
    async with reading(app) as person:
        row = next(number for number, line in enumerate(rows(person)) if "Topic: Consent" in line)
        await person.click(offset=(5, row))
        await person.pause()
        assert isinstance(app.screen, BrowseScreen)
        chosen = app.screen.query_one("#topics", ChoiceList).chosen
        assert chosen is not None
        assert chosen.value == "consent"
        assert "The child does not want me to share." in seen(person)


@pytest.mark.parametrize("size", [(80, 60), (40, 90)])
async def test_plain_text_is_wrapped_at_words_and_items_hang(app: AssistantApp, size: tuple[int, int]) -> None:
    async with reading(app, (60, 24)) as person:
        await person.press("p")
        await person.pause()
        await person.resize_terminal(*size)
        await person.pause()
        shown = str(app.screen.query_one("#plain Static", Static).content)
        assert shown == app.chat.answer_text("text", size[0])
        assert [len(row) for row in shown.splitlines() if len(row) > size[0]] == []
        lines = [row.rstrip() for row in rows(person)]
        first = next(number for number, line in enumerate(lines) if line.startswith("- Record your reasons"))
        assert lines[first + 1].startswith("  ")
        assert lines[first + 1][2] != " "


async def test_plain_text_is_the_whole_cited_answer(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 70)) as person:
        await person.press("escape", "p")
        assert said(person) == ASK_FIRST
        await read(person)
        await person.press("p")
        await person.pause()
        assert isinstance(app.screen, PlainTextScreen)
        text = seen(person)
        for part in ("Yes, where a child may be at risk [1].", "[1] Sharing Act 2018", "Reviewed 31 January 2026", "+"):
            assert part in text
        assert "knowledge 2026.1+" in text


async def test_a_path_is_walked_taken_back_and_summed_up(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 40)) as person:
        await person.press("f5")
        await person.pause()
        assert isinstance(app.screen, PathsScreen)
        assert "From worry to decision." in seen(person)
        await person.press("down", "enter")
        await person.pause()
        assert isinstance(app.screen, PathScreen)
        assert "Is a child in danger now?" in seen(person)
        await person.press("left_square_bracket")
        assert said(person) == "This is the first step."
        await person.press("1")
        await person.pause()
        assert "Ring 999." in seen(person)
        await person.press("left_square_bracket")
        await person.pause()
        await person.press("2")
        await person.pause()
        assert "Is there a worry about abuse?" in seen(person)
        await person.press("1")
        await person.pause()
        text = seen(person)
        assert "Share what is relevant." in text
        assert "1. Is a child in danger now? No." in text
        assert "2. Is there a worry about abuse? Yes." in text
        assert "d copies a decision record" in " ".join(said(person).split())


async def test_a_path_leads_to_entries_and_copies_a_record(app: AssistantApp, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(AssistantApp, "deliver_copy", lambda self, text, what: copied.append(text))
    async with app.run_test(size=(80, 40)) as person:
        await walk(person, "2")
        await person.press("d", "c")
        assert copied[0].startswith("Decision record: Should I share this?")
        assert "Is a child in danger now? No." in copied[0]
        assert copied[1].startswith("Should I share this?")
        await person.press("r", "enter")
        await person.pause()
        assert isinstance(app.screen, EntryScreen)
        assert "Who do I tell first?" in seen(person)


async def test_saving_masks_and_asks_before_replacing(app: AssistantApp, tmp_path: Path) -> None:
    target = tmp_path / "Notes.txt"
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, f":save {target}")
        assert said(person) == ASK_FIRST
        await ask(person, "Can I share without consent? I am jo@example.org")
        await ask(person, f":save {target}")
        assert said(person) == f"Saved to {target}. Only you can open it."
        text = target.read_text(encoding="utf-8")
        assert "You: Can I share without consent? I am [removed]" in text
        assert "jo@example.org" not in text
        assert "[1] Sharing Act 2018" in text
        assert "knowledge 2026.1+" in text
        assert target.stat().st_mode & 0o777 == 0o600
        target.write_text("mine", encoding="utf-8")
        await person.press("ctrl+s")
        await person.pause()
        assert isinstance(app.screen, SaveScreen)
        app.screen.query_one(Input).value = str(target)
        await person.press("enter")
        assert "exists already" in said(person)
        assert target.read_text(encoding="utf-8") == "mine"
        await person.press("enter")
        await person.pause()
        assert target.read_text(encoding="utf-8") == text
        assert target.stat().st_mode & 0o777 == 0o600


async def test_leave_to_replace_one_file_is_no_leave_for_another(app: AssistantApp, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    async with reading(app) as person:
        await person.press("ctrl+s")
        await person.pause()
        for name in ("a.txt", "b.txt"):
            app.screen.query_one(Input).value = str(tmp_path / name)
            await person.pause()
            await person.press("enter")
        assert [(tmp_path / name).read_text(encoding="utf-8") for name in ("a.txt", "b.txt")] == ["a.txt", "b.txt"]
        await person.press("escape")
        await person.pause()
        assert said(person) == "Not saved."


async def test_the_palette_finds_questions_commands_and_words(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("ctrl+p", *"mum says no")
        await person.pause(0.3)
        assert "A parent refuses consent. Can I still share?" in seen(person)
        await person.press("enter")
        await person.pause(0.2)
        assert answered(person) == "parent-refuses"
        await person.press("ctrl+p", *"work in wales")
        await person.pause(0.3)
        await person.press("enter")
        await person.pause(0.2)
        assert "For Wales" in rows(person)[0]


async def test_the_command_whose_words_are_typed_comes_first(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("ctrl+p", *"I work in W")
        await person.pause(0.3)
        assert "I work in England" in seen(person)
        await person.press("enter")
        await person.pause(0.2)
        assert "For Wales" in rows(person)[0]


@pytest.mark.parametrize("size", SIZES)
async def test_the_palette_shows_its_keys_and_those_of_its_commands(app: AssistantApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as person:
        await person.press("ctrl+p")
        await person.pause(0.3)
        assert rows(person)[-1].strip() == "Esc Close  Enter Open  F6 Chat"
        assert "Ctrl+Q Leave now" in rows(person)[0]
        assert "Help and keys (F1)" in seen(person)


@pytest.mark.parametrize("key", ["f2", "f3", "f4", "f5", "ctrl+p"])
async def test_what_can_be_searched_is_told_whole_on_a_small_terminal(app: AssistantApp, key: str) -> None:
    async with app.run_test(size=(40, 15)) as person:
        await person.press(key)
        await person.pause(0.2)
        assert app.screen.query_one(Input).placeholder in seen(person)


async def test_the_palette_offers_no_screenshot(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("ctrl+p", *"screenshot")
        await person.pause(0.3)
        assert "Save a" not in seen(person)
        assert app_of(person).chat is chat_of(person)


async def test_topics_open_and_close_at_once_from_the_search(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f2", "right")
        assert "The child does not want me to share." in seen(person)
        await person.press("left")
        assert "The child does not want me to share." not in seen(person)
        await person.press(*"dad", "left", "x")
        assert app.screen.query_one(Input).value == "daxd"


async def test_down_goes_into_the_list_and_up_comes_back(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f2", "down")
        tree = app.screen.query_one("#topics", ChoiceList)
        assert tree.has_focus
        assert tree.highlighted == 0
        await person.press("down")
        assert tree.highlighted == 1
        await person.press("down")
        assert tree.highlighted == 1
        await person.press("up", "up")
        assert app.screen.query_one(Input).has_focus


@pytest.mark.parametrize("key", ["f2", "f3", "f4", "f5"])
async def test_typing_in_a_list_goes_to_the_search(app: AssistantApp, key: str) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press(key, "down", *"shar")
        line = app.screen.query_one(Input)
        assert app.focused is line
        assert line.value == "shar"


async def test_the_keys_of_a_list_of_sources_still_act(app: AssistantApp, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(AssistantApp, "deliver_copy", lambda self, text, what: copied.append(text))
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f4", "down", "u")
        assert copied == ["https://example.org/guide"]
        assert app.screen.query_one(Input).value == ""
