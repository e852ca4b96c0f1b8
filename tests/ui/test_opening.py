"""The chat opens without doing anything twice, and without what the first screen does not show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SIZES, MakeApp
from textual.css.stylesheet import Stylesheet

from assistant.matching import Matcher
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


OPEN = """
import asyncio, os, sys
from pathlib import Path
from assistant.conversation import Conversation
from assistant.matching import Matcher, open_index
from assistant.ui.app import AssistantApp
from assistant.ui.running import make_app
def stop(app):
    os.write(1, str([name for name in sys.argv[2:] if name in sys.modules]).encode())
    os._exit(0)
AssistantApp._prepare = stop
async def main():
    async with make_app(Conversation(Matcher(open_index(Path(sys.argv[1]))))).run_test() as person:
        await person.pause(5)
asyncio.run(main())
"""
LATER = (
    *("numpy", "markdown_it", "assistant.rendering", "assistant.conversation.answering", "assistant.ui.widgets.turn"),
    *(f"assistant.ui.screens.{name}" for name in ("browse", "entry", "glossary", "help", "path", "paths", "related")),
    *(f"assistant.ui.screens.{name}" for name in ("save", "sources", "walked")),
    *("assistant.ui.palette", "assistant.ui.typed_commands"),
)


def test_what_the_first_screen_does_not_show_is_loaded_after_it(sharing_folder: Path, sharing_matcher: Matcher) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(sharing_folder), *LATER], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr


async def test_it_is_loaded_before_the_first_question(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as person:
        await person.pause()
        await app.workers.wait_for_complete()
        assert {"assistant.conversation.answering", "assistant.ui.widgets.turn"} <= set(sys.modules)
