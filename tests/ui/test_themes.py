"""Contrast, measured on what is drawn: every character of every screen, in both themes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from acting import Person, app_of, ask, read, reading
from conftest import MakeApp
from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

from assistant.ui.settings import Settings

LINES = set("─│╭╮╰╯━┃┏┓┗┛▌▎▍▊█▔▁▂▃▄▅▆▇╺╸")
TEXT, LINE = 4.5, 3.0


def luminance(color: Color) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [part / 255 for part in (color.r, color.g, color.b)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(style: Style) -> tuple[Color, Color]:
    front, back = style.color, style.bgcolor
    assert isinstance(front, RichColor), "text without a colour of its own"
    assert isinstance(back, RichColor), "text without a background of its own"
    pair = Color.from_rich_color(front), Color.from_rich_color(back)
    return (pair[1], pair[0]) if style.reverse else pair


def faint(person: Person) -> Iterator[str]:
    """Whatever on the screen has too little contrast."""
    for row, strip in enumerate(app_of(person).screen._compositor.render_strips()):
        for segment in strip:
            for letter in set(segment.text) - {" "}:
                assert segment.style is not None
                assert not segment.style.dim
                front, back = colours(segment.style)
                wanted = LINE if letter in LINES else TEXT
                if contrast(front, back) < wanted and not (letter in LINES and front == back):
                    yield f"row {row}: {letter!r} in {segment.text!r}: {contrast(front, back):.2f}"


def test_contrast_is_computed_as_wcag_defines_it() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#767676"), Color.parse("#ffffff")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_everything_on_every_screen_can_be_read(make_app: MakeApp, theme: str) -> None:
    app = make_app(Settings(theme=theme, nation="wales"))  # type: ignore[arg-type]
    async with app.run_test(size=(120, 60)) as person:

        async def look(where: str) -> None:
            await person.pause()
            assert list(faint(person)) == [], where

        await look("welcome")
        await ask(person, "a child is in immediate danger, can I share without consent? 07700 900123")
        await look("urgent answer")
        await ask(person, "how do i bake a cake")
        await look("declined, with a message")
        await read(person)
        await look("reading")
        await person.press("j", "down")
        await look("sources of the answer")
        await person.press("r")
        await look("side pane")
        await person.hover("#pane-topics", offset=(3, 0))
        await look("under the mouse")
        for key in ("f1", "f2", "f3", "f4", "f5"):
            await person.press(key)
            await look(key)
            await person.press("down", "down")
            await look(f"{key}, moved")
            await person.press("escape")
        await person.press("f2", *"consent")
        await look("found")
        await person.press("escape", "ctrl+p")
        await person.pause(0.3)
        await look("palette")
        await person.press(*"share", "down")
        await person.pause(0.3)
        await look("palette, found")
        await person.press("escape", "escape", "escape")
        await person.press("ctrl+s")
        await look("save")


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_the_focus_can_be_seen(make_app: MakeApp, theme: str) -> None:
    """Borders of what has the focus stand out from the same borders without it."""
    app = make_app(Settings(theme=theme))  # type: ignore[arg-type]
    async with reading(app) as person:
        reader, line = app.chat.query_one("#transcript"), app.chat.query_one("#question")
        kind, focused = reader.styles.border_left
        assert kind == "outer"
        assert contrast(focused, Color.parse(app.theme_variables["background"])) >= LINE
        assert line.styles.border_top[1] != focused
        await person.press("escape")
        assert reader.styles.border_left[0] != "outer"
        assert line.styles.border_top[1] == focused


async def test_no_colour_is_respected(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app()
    async with reading(app, (80, 40)):
        for strip in app.screen._compositor.render_strips():
            for segment in strip.apply_filter(app._filters[-1], Color.parse("black")):
                for part in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                    if part is not None and part.triplet is not None:
                        assert len(set(part.triplet)) == 1
        assert app.no_color


async def test_nothing_moves_unless_asked_for(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEXTUAL_ANIMATIONS", raising=False)
    assert make_app().animation_level == "none"
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "full")
    assert make_app().animation_level != "none"
