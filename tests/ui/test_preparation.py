"""The first start: the chat is open while its index is compiled, and what is asked meanwhile is answered at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from acting import Person, ask, chat_of, said
from textual.widgets import Input

from assistant.conversation import Conversation
from assistant.knowledge_base.loading import load_knowledge
from assistant.matching import IndexFile, Matcher, UncompiledIndex, open_index
from assistant.ui import app as app_module
from assistant.ui.app import AssistantApp
from assistant.ui.screens.browse import BrowseScreen
from assistant.ui.settings import Settings
from assistant.ui.widgets.choice_list import ChoiceList
from assistant.ui.widgets.turn import Turn


class SlowIndex(UncompiledIndex):
    """Half compiled until it is let go on."""

    def __init__(self, folder: Path) -> None:
        super().__init__(load_knowledge(folder), "")
        self.compiled = open_index(folder)
        self.may_end = Event()
        self.fault: Exception | None = None

    def compile(self, progress: Callable[[float], None] = lambda share: None) -> IndexFile:
        progress(0.5)
        self.may_end.wait(120)
        if self.fault:
            raise self.fault
        return self.compiled


@pytest.fixture
def index(sharing_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowIndex]:
    monkeypatch.setattr(app_module, "PREPARING_SHOWN", 0.1)
    slow = SlowIndex(sharing_folder)
    yield slow
    slow.may_end.set()


@pytest.fixture
def app(index: SlowIndex) -> AssistantApp:
    return AssistantApp(Conversation(Matcher(index)), Settings())


async def test_how_far_it_is_can_be_read_and_what_is_asked_is_answered_in_order(
    app: AssistantApp, index: SlowIndex
) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await until(person, lambda: "50 %" in said(person))
        await ask(person, "Can I share without consent?")
        await ask(person, "and in Wales?")
        await until(person, lambda: said(person).startswith("Your question is answered when all is prepared: 50 %"))
        assert not app.chat.query(Turn)
        index.may_end.set()
        await until(person, lambda: len(app.chat.query(Turn)) == 2)
        await person.pause()
        assert [turn.reply.question for turn in app.chat.query(Turn)] == [
            "Can I share without consent?",
            "and in Wales?",
        ]
        assert said(person) == ""
        await ask(person, "Can I share without consent?")
        assert len(app.chat.query(Turn)) == 3


async def test_nothing_asked_it_says_that_it_is_ready_until_a_key_is_pressed(
    app: AssistantApp, index: SlowIndex
) -> None:
    async with app.run_test(size=(80, 24)) as person:
        index.may_end.set()
        await until(person, lambda: said(person) == "Ready to answer.")
        await person.press("escape")
        assert said(person) == ""


async def test_questions_are_found_and_read_meanwhile_and_nothing_waits(app: AssistantApp, index: SlowIndex) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f2")
        assert isinstance(app.screen, BrowseScreen)
        await person.press(*"consent")
        found = app.screen.query_one("#found", ChoiceList)
        assert "Can I share without consent?" in [choice.text for choice in found.choices]
        app.screen.query_one(Input).value = ""
        await app.return_to_chat().read("share-without-consent")
        await person.press("escape", "n")
        await person.pause()
        assert len(chat_of(person).query(Turn)) == 2
        assert not app.conversation.is_ready


async def test_a_fault_of_the_preparation_ends_the_chat(app: AssistantApp, index: SlowIndex) -> None:
    index.fault = MemoryError()
    index.may_end.set()
    with pytest.raises(MemoryError):
        await _stay(app)
    assert app.fault is index.fault


async def until(person: Person, condition: Callable[[], bool]) -> None:
    """Wait for what a thread brings about, however busy the machine is."""
    for _ in range(200):
        if condition():
            return
        await person.pause(0.05)
    raise AssertionError("it did not come about")


async def _stay(app: AssistantApp) -> None:
    async with app.run_test() as person:
        await until(person, lambda: app.fault is not None)
