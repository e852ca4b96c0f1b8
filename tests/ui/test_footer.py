"""The keys at the bottom: the most useful first in every state, whole words, and leaving always in view."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

import pytest
from acting import Person, app_of, ask, chat_of, read, reading, rows, walk
from conftest import MakeApp
from msgspec.structs import replace
from textual.widgets._footer import FooterKey

from assistant.ui.app import AssistantApp
from assistant.ui.keys import FOOTER, KEYS
from assistant.ui.screens.term_uses import TermUsesScreen
from assistant.ui.settings import Settings

Steps = Callable[[Person], Awaitable[None]]


async def welcome(person: Person) -> None:
    await person.pause()


async def answer(person: Person) -> None:
    await ask(person, "Can I share without consent?")


async def sources(person: Person) -> None:
    await read(person)
    await person.press("j")


async def choices(person: Person) -> None:
    await ask(person, "sharing information with someone")


async def declined(person: Person) -> None:
    await ask(person, "how do i bake a cake")


async def path(person: Person) -> None:
    await walk(person, "2")


async def browse(person: Person) -> None:
    await person.press("f2")


async def topics(person: Person) -> None:
    await person.press("f2", "down")


async def found(person: Person) -> None:
    await person.press("f2", *"dad")


async def entry(person: Person) -> None:
    app_of(person).open_entry("how-much")


async def choices_read(person: Person) -> None:
    await choices(person)
    await person.press("escape")


async def all_sources(person: Person) -> None:
    await person.press("f4", "down")


async def related(person: Person) -> None:
    await read(person)
    await person.press("r")


STATES: dict[str, tuple[Steps, dict[int, str]]] = {
    "welcome": (
        welcome,
        {
            40: "1 to 3 choose  Esc Read  F1 Help",
            80: "1 to 3 choose  Esc Read  F1 Help  F2 Browse  F5 Guided paths  Ctrl+P Find",
            120: "1 to 3 choose  Esc Read  F1 Help  F2 Browse  F5 Guided paths  Ctrl+P Find",
        },
    ),
    "answer, typing": (
        answer,
        {
            40: "1 to 3 related  Esc Read  PgDn More",
            80: "1 to 3 related  Esc Read  PgDn More  F1 Help  F2 Browse  F5 Guided paths",
            120: "1 to 3 related  Esc Read  PgDn More  F1 Help  F2 Browse  F5 Guided paths  Ctrl+P Find",
        },
    ),
    "answer, reading": (
        read,
        {
            40: "1 to 3 related  Esc Type  PgDn More",
            80: "1 to 3 related  Esc Type  PgDn More  c Copy  j Sources  F1 Help  r Related",
            120: "1 to 3 related  Esc Type  PgDn More  c Copy  j Sources  F1 Help  n Did not help  r Related"
            "  F2 Browse  Ctrl+P Find",
        },
    ),
    "sources of an answer": (
        sources,
        {
            40: "1 to 6 source  Esc Read  PgDn More",
            80: "1 to 6 source  Esc Read  PgDn More  c Copy  j Sources  F1 Help  r Related",
            120: "1 to 6 source  Esc Read  PgDn More  c Copy  j Sources  F1 Help  n Did not help  r Related"
            "  F2 Browse  Ctrl+P Find",
        },
    ),
    "choices": (
        choices,
        {
            40: "1 to 4 choose  Esc Read  F1 Help",
            80: "1 to 4 choose  Esc Read  F1 Help  F2 Browse  F5 Guided paths  Ctrl+P Find",
            120: "1 to 4 choose  Esc Read  F1 Help  F2 Browse  F5 Guided paths  Ctrl+P Find",
        },
    ),
    "choices, reading": (
        choices_read,
        {
            40: "1 to 4 choose  Esc Type  c Copy",
            80: "1 to 4 choose  Esc Type  c Copy  F1 Help  F2 Browse  F5 Guided paths",
            120: "1 to 4 choose  Esc Type  c Copy  F1 Help  F2 Browse  F5 Guided paths  Ctrl+P Find",
        },
    ),
    "path": (
        path,
        {
            40: "1 to 3 answer  Esc Close  c Copy",
            80: "1 to 3 answer  Esc Close  [ Take back  c Copy  d Copy record  j Sources",
            120: "1 to 3 answer  Esc Close  [ Take back  c Copy  d Copy record  j Sources  F1 Help  F6 Chat  r Related"
            "  F2 Browse",
        },
    ),
    "browse": (
        browse,
        {
            40: "Esc Close  Right Open topic  F1 Help",
            80: "Esc Close  Right Open topic  Left Close topic  F1 Help  F6 Chat  F2 Browse",
            120: "Esc Close  Right Open topic  Left Close topic  F1 Help  F6 Chat  F2 Browse  F5 Guided paths"
            "  Ctrl+P Find",
        },
    ),
    "topics": (
        topics,
        {
            40: "Esc Close  Right Open topic  F1 Help",
            80: "Esc Close  Right Open topic  Left Close topic  F1 Help  F6 Chat  F2 Browse",
            120: "Esc Close  Right Open topic  Left Close topic  F1 Help  F6 Chat  F2 Browse  F5 Guided paths"
            "  Ctrl+P Find",
        },
    ),
    "found": (
        found,
        {
            40: "Esc Close  F1 Help  F6 Chat",
            80: "Esc Close  F1 Help  F6 Chat  F2 Browse  F5 Guided paths  Ctrl+P Find",
            120: "Esc Close  F1 Help  F6 Chat  F2 Browse  F5 Guided paths  Ctrl+P Find",
        },
    ),
    "entry": (
        entry,
        {
            40: "1 related  Esc Close  PgDn More",
            80: "1 related  Esc Close  c Copy  j Sources  F1 Help  F6 Chat  a Take to chat",
            120: "1 related  Esc Close  c Copy  j Sources  F1 Help  F6 Chat  a Take to chat  r Related"
            "  F2 Browse  F5 Guided paths",
        },
    ),
    "all sources": (
        all_sources,
        {
            40: "Esc Close  u Copy address  F1 Help",
            80: "Esc Close  u Copy address  o Open source  F1 Help  F6 Chat  F2 Browse",
            120: "Esc Close  u Copy address  o Open source  F1 Help  F6 Chat  F2 Browse  F5 Guided paths  Ctrl+P Find",
        },
    ),
}


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("state", STATES)
async def test_the_keys_of_each_state(app: AssistantApp, state: str, width: int) -> None:
    steps, expected = STATES[state]
    async with app.run_test(size=(width, 24)) as person:
        await steps(person)
        await person.pause()
        await person.pause()
        assert rows(person)[-1].strip() == expected[width]
        assert "Ctrl+Q Leave now" in rows(person)[0]


async def test_a_declined_question_offers_the_nearest(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await declined(person)
        await person.pause()
        count = len(chat_of(person).choices)
        first = f"1 to {count} choose" if count > 1 else "Esc Read"
        assert rows(person)[-1].strip().startswith(first)


async def test_the_numbers_are_named_as_they_are_set(make_app: MakeApp) -> None:
    app = make_app(Settings(keys={"pick-3": "z"}))
    async with reading(app) as person:
        await person.pause()
        assert rows(person)[-1].strip().startswith("1 to z related")


async def test_more_below_is_said_until_the_end_is_in_view(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, "Can I share without consent?")
        for _ in range(9):
            await person.press("pagedown")
        await person.pause(0.2)
        assert "More" not in rows(person)[-1]
        await person.press("pageup")
        await person.pause(0.2)
        assert "PgDn More" in rows(person)[-1]


async def test_numbers_are_not_offered_while_they_would_only_be_typed(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask(person, "Can I share without consent?")
        await person.press("c")
        await person.pause(0.2)
        assert rows(person)[-1].strip().startswith("Esc Read")
        await person.press("escape")
        await person.pause(0.2)
        assert rows(person)[-1].strip().startswith("1 to 3 related  Esc Type")
        assert "Reading. Your question is not sent yet" in rows(person)[-4]
        await person.press("escape", "backspace")
        await person.pause(0.2)
        assert rows(person)[-1].strip().startswith("1 to 3 related  Esc Read")
        assert "Reading" not in rows(person)[-4]


@pytest.mark.parametrize("width", range(30, 130, 7))
async def test_no_key_is_cut(app: AssistantApp, width: int) -> None:
    async with reading(app, (width, 24)) as person:
        await person.pause()
        shown = [f"{key.key_display} {key.description}" for key in app.screen.query(FooterKey)]
        assert re.split(r"\s{2,}", rows(person)[-1].strip()) == shown


@pytest.mark.parametrize("by_mouse", [True, False])
async def test_leaving_clears_the_screen_by_mouse_and_by_key(
    app: AssistantApp, monkeypatch: pytest.MonkeyPatch, by_mouse: bool
) -> None:
    async with reading(app) as person:
        written: list[str] = []
        monkeypatch.setattr(app._driver, "write", written.append)
        await (person.click("#status-leave") if by_mouse else person.press("ctrl+q"))
    assert "\x1b[1;1H\x1b[2K\x1b[2;1H\x1b[2K" in "".join(written)


@pytest.mark.parametrize("nation", ["northern-ireland", None])
async def test_leaving_is_in_view_beside_the_longest_names(make_app: MakeApp, nation: str | None) -> None:
    app = make_app(Settings(nation=nation))  # type: ignore[arg-type]
    async with app.run_test(size=(40, 15)) as person:
        for key in ("f1", "f2", "f3", "f4", "f5"):
            await person.press(key)
            await person.pause()
            assert rows(person)[0].rstrip().endswith("Ctrl+Q Leave now")


@pytest.mark.parametrize(
    ("nation", "columns", "shown"),
    [
        ("england", 40, "For England"),
        ("wales", 80, "Share to Protect For Wales"),
        (None, 40, "Share to Protect"),
        ("northern-ireland", 40, "For N. Ireland"),
    ],
)
async def test_the_title_gives_way_whole_to_the_nation(
    make_app: MakeApp, nation: str | None, columns: int, shown: str
) -> None:
    app = make_app(Settings(nation=nation))  # type: ignore[arg-type]
    async with app.run_test(size=(columns, 15)) as person:
        await person.pause()
        assert " ".join(rows(person)[0].split()) == f"{shown} Ctrl+Q Leave now"
        await person.resize_terminal(110, 24)
        await person.pause()
        assert rows(person)[0].startswith(" Share to Protect")


def test_every_key_that_is_shown_has_its_place() -> None:
    assert {key.id for keys in KEYS.values() for key in keys if key.show} == set(FOOTER)


async def test_a_long_title_is_cut_and_not_left_out_beside_the_nation(make_app: MakeApp) -> None:
    app = make_app(Settings(nation="wales"))
    async with app.run_test(size=(80, 24)) as person:
        term = replace(app.conversation.knowledge.terms[0], term="A word with a very long name that no line holds")
        await app.push_screen(TermUsesScreen(app.conversation, term))
        await person.pause()
        assert rows(person)[0].startswith(" Answers that use: ")
        assert "For Wales" in rows(person)[0]
        assert rows(person)[0].rstrip().endswith("Ctrl+Q Leave now")
