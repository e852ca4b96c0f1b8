"""What is read stays in view: in a terminal of another size, and where a text is drawn anew."""

from __future__ import annotations

import pytest
from acting import Person, app_of, ask, read, reading, rows, seen, transcript_of
from textual.widgets import Input

from assistant.ui.app import AssistantApp
from assistant.ui.screens import first_letter, type_ahead
from assistant.ui.widgets.reader import Column, Reader
from assistant.ui.widgets.turn import Turn

QUESTIONS = ("Who do I tell first?", "How do I record it?", "Can I share without consent?")
TO_CHOOSE = "sharing information with someone"
SIDES = " ▌▎┃▁▂▃▄▅▆▇█"
THERE_AND_BACK = [(60, 20), (120, 40), (40, 15), (80, 24), (120, 40), (80, 24)]


def top_row(person: Person) -> str:
    """The first row of text that is read, without what stands at its sides."""
    return next(row for row in (row.split("│")[0].strip(SIDES) for row in rows(person)[1:]) if row)


async def ask_all(person: Person, *last: str) -> None:
    for question in (*QUESTIONS, *last):
        await ask(person, question)


async def resize(person: Person, size: tuple[int, int]) -> None:
    await person.resize_terminal(*size)
    await person.pause()
    await person.pause()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 15)])
async def test_choices_stay_in_view(app: AssistantApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as person:
        await ask_all(person, TO_CHOOSE)
        for other in (*THERE_AND_BACK, size):
            await resize(person, other)
            assert "Choose one, or none of these" in seen(person), other
            assert "4 None of these" in seen(person), other


@pytest.mark.parametrize("pages", [1, 2])
async def test_the_line_that_was_at_the_top_stays_there(app: AssistantApp, pages: int) -> None:
    async with app.run_test(size=(60, 12)) as person:
        await ask_all(person, *QUESTIONS)
        await person.press("pageup")
        for _ in range(pages):
            await person.press("pageup")
        await person.pause()
        read = top_row(person)
        word = max(read.split(), key=len)
        for other in [(40, 12), (110, 12), (52, 10), (60, 12)]:
            await resize(person, other)
            assert word in top_row(person), other
        assert top_row(person) == read


async def test_the_end_stays_the_end(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask_all(person)
        transcript = transcript_of(app)
        for _ in range(4):
            await person.press("pagedown")
        for other in THERE_AND_BACK:
            await resize(person, other)
            assert transcript.scroll_y == transcript.max_scroll_y > 0, other


async def test_where_there_is_room_for_less_the_answer_comes_before_its_question(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask_all(person)
        assert top_row(person) == "You"
        await resize(person, (40, 15))
        assert top_row(person).startswith("Answering: Can I share without")
        await resize(person, (80, 24))
        assert top_row(person) == "You"


async def test_scrolling_goes_on_from_there(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await ask_all(person)
        await resize(person, (60, 20))
        await person.press("pagedown")
        await person.pause()
        place = transcript_of(app).scroll_y
        app.chat.refresh(layout=True)
        await person.pause()
        assert transcript_of(app).scroll_y == place


async def test_the_help_stays_too(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f1")
        await person.pause()
        app.screen.query_one(Column).scroll_to(y=30, animate=False)
        await person.pause()
        word = max(top_row(person).split(), key=len)
        await resize(person, (44, 20))
        assert word in top_row(person)


@pytest.mark.parametrize("focused", [True, False])
async def test_in_a_list_the_chosen_line_stays(app: AssistantApp, focused: bool) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f4", "down", "down")
        if not focused:
            app.screen.query_one(Input).focus()
        await person.pause()
        for size in ((40, 7), (120, 7), (60, 8), (80, 24)):
            await resize(person, size)
            assert "Old leaflet. Society" in " ".join(seen(person).split()), size


async def test_sources_lead_back_to_the_line_in_another_size(app: AssistantApp) -> None:
    async with reading(app) as person:
        await person.press("down", "down", "down", "down", "down", "down")
        await person.pause()
        word = max(top_row(person).split(), key=len)
        await person.press("j")
        await person.pause()
        assert word not in top_row(person)
        await resize(person, (44, 20))
        await person.press("j")
        await person.pause()
        assert word in top_row(person)


async def read_limits(person: Person, app: AssistantApp) -> str:
    """Scroll until the limits are at the top; give that row."""
    await person.pause()
    column = app.screen.query_one(Reader)
    limits = list(column.query(".-limits"))[-1]
    column.scroll_to_widget(limits, top=True, animate=False)
    await person.pause()
    return top_row(person)


@pytest.mark.parametrize("size", [(80, 16), (40, 15), (120, 20)])
async def test_an_answer_drawn_for_another_nation_stays_where_it_was_read(
    app: AssistantApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as person:
        await read(person)
        limits = await read_limits(person, app)
        for nation in ("wales", "scotland", "none"):
            app.change_nation(nation)
            await person.pause()
            await person.pause()
            assert top_row(person).split("[")[0] == limits.split("[")[0], nation
        app.open_entry("share-without-consent")
        limits = await read_limits(person, app)
        app.change_nation("wales")
        await person.pause()
        await person.pause()
        assert top_row(person).split("[")[0] == limits.split("[")[0]


async def test_an_answer_read_from_its_beginning_is_drawn_for_another_nation_from_its_beginning(
    app: AssistantApp,
) -> None:
    async with app.run_test(size=(40, 15)) as person:
        await read(person)
        app.change_nation("wales")
        await person.pause()
        await person.pause()
        assert "Answering: Can I share" in seen(person)
        assert "In Wales (read it" in seen(person)


@pytest.mark.parametrize("follows", ["un", "ot"])
@pytest.mark.parametrize("turns", [1, 7])
async def test_the_place_comes_back_with_the_turn_that_is_taken_back(
    app: AssistantApp, monkeypatch: pytest.MonkeyPatch, follows: str, turns: int
) -> None:
    monkeypatch.setattr(type_ahead, "KEY_PAUSE", 0.02)
    monkeypatch.setattr(first_letter, "SLOW", 60.0)
    monkeypatch.setattr(first_letter, "TWO_KEYS", 60.0)
    async with app.run_test(size=(80, 16)) as person:
        for _ in range(turns - 1):
            await ask(person, "Who do I tell first?")
        await read(person)
        limits = await read_limits(person, app)
        await person.press("n")
        await person.pause(0.2)
        assert top_row(person) != limits
        for letter in follows:
            await person.press(letter)
            await person.pause(0.1)
        assert len(app_of(person).chat.query(Turn)) == turns
        assert top_row(person) == limits
