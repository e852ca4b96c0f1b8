"""What a person does and sees, for the tests of screens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from assistant.ui.app import AssistantApp
from assistant.ui.screens.chat import ChatScreen
from assistant.ui.screens.frame import FramedScreen
from assistant.ui.widgets.message_line import MessageLine
from assistant.ui.widgets.question_input import QuestionInput
from assistant.ui.widgets.reader import Transcript

Person = Pilot[None]


def app_of(person: Person) -> AssistantApp:
    assert isinstance(person.app, AssistantApp)
    return person.app


def chat_of(person: Person) -> ChatScreen:
    return app_of(person).chat


async def ask(person: Person, question: str) -> None:
    line = chat_of(person).query_one(QuestionInput)
    line.focus()
    line.value = question
    await person.press("enter")
    await person.pause()


async def read(person: Person, question: str = "Can I share without consent?") -> None:
    """Ask, and go to where letters are keys."""
    await ask(person, question)
    await person.press("escape")
    await person.pause()


@asynccontextmanager
async def asked(app: AssistantApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Person]:
    """Open the chat and ask: the answer is shown, and the line has the focus."""
    async with app.run_test(size=size) as person:
        await ask(person, "Can I share without consent?")
        yield person


@asynccontextmanager
async def reading(app: AssistantApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Person]:
    """Open the chat, ask, and go to the answer."""
    async with app.run_test(size=size) as person:
        await read(person)
        yield person


async def walk(person: Person, *answers: str) -> None:
    """Begin the guided path, and answer by number."""
    await person.press("f5", "down", "enter")
    await person.pause()
    await answer(person, *answers)


async def answer(person: Person, *keys: str) -> None:
    for key in keys:
        await person.press(key)
        await person.pause()


@asynccontextmanager
async def walking(app: AssistantApp, *answers: str, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Person]:
    """Open the chat, begin the guided path, and answer by number."""
    async with app.run_test(size=size) as person:
        await walk(person, *answers)
        yield person


def line_of(app: AssistantApp) -> QuestionInput:
    """The line in which questions are typed."""
    return app.chat.query_one(QuestionInput)


def transcript_of(app: AssistantApp) -> Transcript:
    """The column in which answers are read."""
    return app.chat.query_one(Transcript)


def rows(person: Person) -> list[str]:
    """What the terminal shows, row by row."""
    return ["".join(segment.text for segment in strip) for strip in app_of(person).screen._compositor.render_strips()]


def seen(person: Person) -> str:
    return "\n".join(rows(person))


def said(person: Person) -> str:
    screen = app_of(person).screen
    assert isinstance(screen, FramedScreen)
    return screen.query_one(MessageLine).text


def answered(person: Person) -> str | None:
    """Id of the entry that is read in the chat."""
    view = chat_of(person).view
    return view.reply.entry.id if view and view.reply.entry else None
