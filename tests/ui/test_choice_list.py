"""The line under the cursor: a bar and a quiet background, never the whole line in other colours."""

from __future__ import annotations

import pytest
from acting import reading, rows, seen
from rich.color import Color as RichColor
from textual.color import Color

from assistant.ui.app import AssistantApp
from assistant.ui.widgets.choice_list import BAR, FOCUSED_BAR, GUTTER, ChoiceList


def marked(lines: list[str], bar: str) -> list[str]:
    return [line.strip().removeprefix(bar).strip() for line in lines if line.strip().startswith(bar)]


@pytest.mark.parametrize("key", ["f3", "f4"])
async def test_a_long_line_has_a_bar_before_each_row_and_keeps_its_colours(app: AssistantApp, key: str) -> None:
    async with app.run_test(size=(40, 24)) as person:
        await person.press(key, "down")
        await person.pause()
        found = app.screen.query_one("#found", ChoiceList)
        first = "\n".join(marked(rows(person), FOCUSED_BAR))
        assert first.startswith("lawful basis" if key == "f3" else "Guide to sharing")
        assert first.count("\n") >= 3
        palette = app.theme_variables
        for row in range(3):
            bar, *words = (one for one in found.render_line(row) if one.text.strip())
            assert bar.text == FOCUSED_BAR.ljust(GUTTER)
            quiet = "text-muted" if row and key == "f4" else "text"
            for segment, front in ((bar, "accent"), *((one, quiet) for one in words)):
                assert segment.style
                assert isinstance(segment.style.color, RichColor)
                assert isinstance(segment.style.bgcolor, RichColor)
                assert Color.from_rich_color(segment.style.color) == Color.parse(palette[front])
                assert Color.from_rich_color(segment.style.bgcolor) == Color.parse(palette["panel"])
                assert not segment.style.reverse


async def test_the_bar_goes_with_the_cursor_and_with_the_focus(app: AssistantApp) -> None:
    async with reading(app, (80, 60)) as person:
        assert "2 Who do I tell first?" in seen(person)
        assert "▌ 1 A" not in seen(person)
        app.chat.query_one("#transcript ChoiceList").focus()
        await person.press("down")
        await person.pause()
        assert "▌ 2 Who do I tell first?" in seen(person)
        assert "▌ 1 A" not in seen(person)
        await person.press("escape")
        await person.pause()
        assert "▌ 2 Who" not in seen(person)
        assert "▎ 2 Who" not in seen(person)


async def test_what_enter_would_choose_is_marked_while_one_types(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 40)) as person:
        await person.press("f2", *"dad refuses")
        await person.pause()
        assert marked(rows(person), BAR) == ['A parent refuses consent. Can I still share? (as in "dad refuses")']
        assert marked(rows(person), FOCUSED_BAR) == []


@pytest.mark.parametrize("width", [26, 27, 28, 29, 30, 31, 40, 80])
async def test_a_list_is_as_high_as_its_lines(app: AssistantApp, width: int) -> None:
    async with reading(app, (width, 60)):
        for found in app.chat.query("#transcript ChoiceList").results(ChoiceList):
            assert found.size.height == len(found._lines)


async def test_a_long_line_without_a_mark_hangs(app: AssistantApp) -> None:
    async with app.run_test(size=(40, 24)) as person:
        await person.press("f2", *"dad refuses")
        await person.pause()
        lines = [row.lstrip(f" {BAR}{FOCUSED_BAR}") for row in rows(person)]
        first = next(number for number, line in enumerate(lines) if line.startswith("A parent refuses"))
        starts = [rows(person)[number].index(lines[number][0]) for number in (first, first + 1)]
        assert starts[1] == starts[0] + 2


async def test_the_gap_after_a_line_does_not_look_chosen_and_its_details_are_quiet(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f4", "down")
        await person.pause()
        found = app.screen.query_one("#found", ChoiceList)
        title, remark, address, gap = (
            next((one.style for one in found.render_line(row) if len(one.text.strip()) > 1), None) for row in range(4)
        )
        assert gap is None
        gap = [*found.render_line(3)][-1].style
        panel, background, muted = (
            Color.parse(app.theme_variables[name]).rich_color for name in ("panel", "background", "text-muted")
        )
        assert [one.bgcolor for one in (title, remark, address, gap) if one] == [panel, panel, panel, background]
        assert [one.color for one in (remark, address) if one] == [muted, muted]
        assert [one.bold for one in (title, remark) if one] == [True, None]


async def test_a_click_on_the_bar_is_a_click_on_its_line(app: AssistantApp) -> None:
    async with app.run_test(size=(80, 24)) as person:
        await person.press("f2")
        await person.pause()
        await person.click("#topics", offset=(1, 1))
        await person.pause()
        chosen = app.screen.query_one("#topics", ChoiceList).chosen
        assert chosen is not None
        assert chosen.value == "practice"
