"""The chat opens without doing anything twice, and without what the first screen does not show."""

from __future__ import annotations

import pytest
from conftest import SIZES, MakeApp
from textual.css.stylesheet import Stylesheet

from assistant.ui.screens.frame import FramedScreen
from assistant.ui.settings import Settings


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_no_style_sheet_is_parsed_twice(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, theme: str) -> None:
    parsed_again = []

    def note(sheet: Stylesheet) -> None:
        parsed_again.append(sheet)

    monkeypatch.setattr(Stylesheet, "reparse", note)
    app = make_app(Settings(theme=theme))  # type: ignore[arg-type]
    async with app.run_test():
        assert parsed_again == []
        assert app.screen.styles.background.hex.lower() == app.theme_variables["background"].lower()


@pytest.mark.parametrize("size", [*SIZES, (60, 19), (110, 20)])
async def test_the_breakpoints_are_known_before_the_first_layout(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    app, composed = make_app(), []
    begin = FramedScreen.on_mount

    def note(screen: FramedScreen) -> None:
        composed.append(screen.classes)
        begin(screen)

    monkeypatch.setattr(FramedScreen, "on_mount", note)
    async with app.run_test(size=size):
        assert composed == [app.screen.classes]
