"""Someone who types slowly begins a question with a letter that is a key: nothing is lost, and nothing is left done."""

from __future__ import annotations

import pytest
from acting import Person, answered, line_of, reading, said, seen, transcript_of, walking
from conftest import MakeApp
from textual.events import Key

from assistant.ui.app import AssistantApp
from assistant.ui.screens import first_letter, type_ahead
from assistant.ui.screens.chat import ChatScreen
from assistant.ui.screens.entry import EntryScreen
from assistant.ui.screens.glossary import GlossaryScreen
from assistant.ui.screens.path import PathScreen
from assistant.ui.screens.save import SaveScreen
from assistant.ui.screens.sources import SourcesScreen
from assistant.ui.widgets.question_input import QuestionInput
from assistant.ui.widgets.reader import Transcript
from assistant.ui.widgets.search_line import SearchLine
from assistant.ui.widgets.turn import Turn
from assistant.ui.widgets.welcome import Welcome

PAUSE = 0.05
OUTWARD_PAUSE = type_ahead.OUTWARD_PAUSE
SLOW, TWO_KEYS = first_letter.SLOW, first_letter.TWO_KEYS


@pytest.fixture(autouse=True)
def _short_pause(monkeypatch: pytest.MonkeyPatch, _no_pause: None) -> None:
    monkeypatch.setattr(type_ahead, "KEY_PAUSE", PAUSE)
    monkeypatch.setattr(type_ahead, "OUTWARD_PAUSE", PAUSE)
    monkeypatch.setattr(first_letter, "SLOW", 60.0)
    monkeypatch.setattr(first_letter, "TWO_KEYS", 60.0)


async def type_slowly(person: Person, text: str) -> None:
    """Leave each letter time to act as a key."""
    for character in text:
        await person.press("space" if character == " " else character)
        await person.pause(2 * PAUSE)


@pytest.mark.parametrize(
    "question", ["social", "can i", "please", "not sure", "grooming", "the", "u ok", "just", "rather", "if so", "e g"]
)
async def test_a_question_typed_slowly_is_whole_and_leaves_nothing_open(app: AssistantApp, question: str) -> None:
    async with reading(app) as person:
        await type_slowly(person, question)
        assert line_of(app).value == question
        assert app.focused is line_of(app)
        assert [type(screen) for screen in app.screen_stack] == [ChatScreen]
        assert len(app.chat.query(Turn)) == 1


async def test_what_the_first_letter_copied_is_still_said(app: AssistantApp) -> None:
    async with reading(app) as person:
        await type_slowly(person, "ca")
        assert said(person).startswith("The cited answer was sent to your terminal's clipboard.")


@pytest.mark.parametrize(("key", "follows"), [("n", "ot"), ("n", "i"), ("2", " "), ("1", "5")])
async def test_a_turn_that_the_first_letter_took_is_taken_back(app: AssistantApp, key: str, follows: str) -> None:
    async with reading(app) as person:
        before = app.conversation.last
        await type_slowly(person, key)
        assert len(app.chat.query(Turn)) == 2
        await type_slowly(person, follows)
        assert line_of(app).value == key + follows
        assert len(app.chat.query(Turn)) == 1
        assert answered(person) == "share-without-consent"
        assert app.conversation.last is before
        assert app.chat.transcript.count("Guide:") == 1


async def test_the_welcome_comes_back(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("escape")
        await type_slowly(person, "1")
        assert not app.chat.query(Welcome)
        await type_slowly(person, "5")
        assert line_of(app).value == "15"
        assert app.chat.query(Welcome)
        assert app.chat.transcript == ""
        assert "Try one of these" in seen(person)


async def test_the_second_letter_can_come_while_the_first_still_acts(app: AssistantApp) -> None:
    async with reading(app) as person:
        screen = app.chat
        for first, second in (("n", "i"), ("s", "o"), ("2", "4")):
            screen.query_one(Transcript).focus()
            await person.pause()
            screen.query_one(QuestionInput).value = ""
            app.post_message(Key(first, first))
            while app.first_letter is None:
                await person._wait_for_screen()
            app.post_message(Key(second, second))
            await person.pause()
            await person.pause()
            assert line_of(app).value == first + second
            assert app.screen is screen
            assert len(screen.query(Turn)) == 1


async def test_what_was_read_stays_in_view(app: AssistantApp) -> None:
    async with reading(app) as person:
        transcript = transcript_of(app)
        transcript.scroll_to(y=2, animate=False)
        await person.pause()
        await type_slowly(person, "j")
        assert transcript.scroll_y != 2
        await type_slowly(person, "us")
        assert transcript.scroll_y == 2


@pytest.mark.parametrize(("keys", "screen"), [(("j", "3"), ChatScreen), (("s", "left_square_bracket"), SaveScreen)])
async def test_keys_that_make_no_word_act_one_after_the_other(
    app: AssistantApp, keys: tuple[str, ...], screen: type
) -> None:
    async with reading(app) as person:
        for key in keys:
            await person.press(key)
            await person.pause(2 * PAUSE)
        assert type(app.screen) is screen
        assert line_of(app).value == ""
        if screen is ChatScreen:
            assert app.chat.sources
            assert app.chat.sources.highlighted == 2


async def test_later_a_letter_means_what_it_means_there(app: AssistantApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_letter, "SLOW", 0.3)
    async with reading(app) as person:
        await type_slowly(person, "g")
        await person.pause(0.4)
        await type_slowly(person, "ref")
        assert isinstance(app.screen, GlossaryScreen)
        assert app.screen.query_one(SearchLine).value == "ref"
        assert line_of(app).value == ""


async def test_two_keys_one_after_the_other_are_two_keys(app: AssistantApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(app) as person:
        await type_slowly(person, "cC")
        assert line_of(app).value == ""
        monkeypatch.setattr(first_letter, "TWO_KEYS", 0.0)
        await type_slowly(person, "ju")
        assert line_of(app).value == ""
        assert app.chat.sources
        assert app.chat.sources.has_focus
        assert "was sent to your terminal's clipboard" in said(person)


async def test_a_number_and_a_key_are_two_keys(app: AssistantApp) -> None:
    async with reading(app) as person:
        await type_slowly(person, "1c")
        assert line_of(app).value == ""
        assert len(app.chat.query(Turn)) == 2
        assert said(person).startswith("The cited answer was sent to your terminal's clipboard.")


async def test_a_key_after_a_number_stays_where_the_number_led(app: AssistantApp) -> None:
    async with reading(app) as person:
        app.open_entry("who-to-tell")
        await person.pause()
        await type_slowly(person, "1d")
        assert isinstance(app.screen, EntryScreen)
        assert said(person) == "d is no key here. Type on to ask in the chat."
        assert line_of(app).value == ""


async def test_typing_that_was_a_key_at_first_is_told(app: AssistantApp) -> None:
    async with reading(app) as person:
        await type_slowly(person, "ni")
        assert said(person) == first_letter.TAKEN
        await person.press("enter")
        assert said(person) == ""


async def test_a_third_letter_makes_a_word_of_two_keys(app: AssistantApp) -> None:
    async with reading(app) as person:
        await type_slowly(person, "ju")
        assert line_of(app).value == ""
        await type_slowly(person, "s")
        assert line_of(app).value == "jus"
        assert [type(screen) for screen in app.screen_stack] == [ChatScreen]


@pytest.mark.parametrize("word", ["could", "uncle", "report"])
async def test_a_word_of_keys_typed_so_slowly_that_they_act_is_whole(
    app: AssistantApp, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setattr(first_letter, "TWO_KEYS", 0.0)
    async with reading(app) as person:
        await type_slowly(person, word)
        assert line_of(app).value == word
        assert len(app.chat.query(Turn)) == 1
        if word == "could":
            assert said(person).endswith("Before that, c, o and u acted as keys.")


@pytest.mark.parametrize("word", ["could", "uncle"])
async def test_what_cannot_be_taken_back_waits_after_a_letter(
    app: AssistantApp, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setattr(first_letter, "TWO_KEYS", 0.0)
    monkeypatch.setattr(type_ahead, "OUTWARD_PAUSE", 60.0)
    async with reading(app) as person:
        await type_slowly(person, word)
        assert line_of(app).value == word
        acted = {"could": "c acted as a key", "uncle": "u and n acted as keys"}[word]
        assert said(person).endswith(f"Taken as typing. Before that, {acted}.")


async def test_a_key_alone_acts_promptly_and_the_browser_waits(
    app: AssistantApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type_ahead, "OUTWARD_PAUSE", 0.4)
    async with reading(app) as person:
        for key in "cCu":
            app.say("")
            await type_slowly(person, key)
            assert "was sent to your terminal's clipboard" in said(person)
            await person.press("escape", "escape")
        app.say("")
        await type_slowly(person, "o")
        assert said(person) == ""
        await person.pause(0.4)
        assert "The address: https://example.org/act" in said(person)


async def test_in_the_list_of_sources_both_letters_are_searched_for(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f4", "down")
        await type_slowly(person, "uk")
        assert isinstance(app.screen, SourcesScreen)
        assert app.screen.query_one(SearchLine).value == "uk"


async def test_on_a_screen_of_its_own_no_letter_is_lost(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as person:
        app.open_entry("how-much")
        await person.pause()
        await type_slowly(person, "who")
        assert app.screen is app.chat
        assert line_of(app).value == "who"
        app.open_entry("how-much")
        await person.pause()
        line_of(app).value = ""
        await type_slowly(person, "so")
        assert app.screen is app.chat
        assert line_of(app).value == "so"


@pytest.mark.parametrize("question", ["can i", "do i", "please", "the", "who"])
async def test_on_a_path_a_question_goes_to_the_chat_and_the_place_is_kept(app: AssistantApp, question: str) -> None:
    async with walking(app, "2") as person:
        await type_slowly(person, question)
        await person.pause()
        assert line_of(app).value == question
        assert [type(screen) for screen in app.screen_stack] == [ChatScreen]
        assert "Left at: Is there a worry about abuse?" in " ".join(seen(person).split())
        assert "F8 Go on with it" in seen(person)
        await person.press("f8")
        await person.pause()
        assert "Is there a worry about abuse?" in seen(person)


async def test_on_a_path_one_letter_that_is_no_key_does_nothing_but_say_so(app: AssistantApp) -> None:
    async with walking(app, "2") as person:
        await type_slowly(person, "w")
        assert isinstance(app.screen, PathScreen)
        assert said(person) == "w is no key here. Type on to ask in the chat."
        await type_slowly(person, "c")
        assert line_of(app).value == "wc"


async def test_a_letter_that_is_no_key_waits_for_the_next(app: AssistantApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_letter, "SLOW", 0.0)
    async with walking(app, "2") as person:
        await type_slowly(person, "wh")
        assert line_of(app).value == "wh"
        app.chat.action_last_walk()
        await person.pause()
        await type_slowly(person, "wd")
        assert isinstance(app.screen, PathScreen)
        assert said(person).startswith("The decision record was sent")


async def test_on_a_path_answers_follow_one_another_at_once(app: AssistantApp) -> None:
    async with walking(app) as person:
        await person.press("2")
        await person.pause(0)
        await person.press("1")
        await person.pause()
        assert isinstance(app.screen, PathScreen)
        assert "Share what is relevant." in seen(person)
        await type_slowly(person, "d")
        assert said(person).startswith("The decision record was sent")


def test_slow_is_slow_and_still_within_a_word() -> None:
    assert 0.8 <= SLOW <= 1.5
    assert 0.25 < TWO_KEYS < SLOW
    assert 0.5 < OUTWARD_PAUSE < SLOW
