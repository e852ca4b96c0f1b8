"""The chat, ready to type, against an empty Textual app with the same kinds of widget."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.processes import compare, run_python

CHAT = """
import asyncio
from assistant.conversation import Conversation
from assistant.knowledge_base import shipped_knowledge
from assistant.matching import Matcher, open_index
from assistant.ui.app import AssistantApp
from assistant.ui.settings import Settings
async def main():
    app = AssistantApp(Conversation(Matcher(open_index(shipped_knowledge()))), Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
asyncio.run(main())
"""

EMPTY = """
import asyncio
from textual.app import App
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Footer, Input, Markdown, OptionList, Static, Tree
class Empty(App):
    def compose(self):
        yield Static('title')
        with Horizontal():
            with VerticalScroll():
                yield Static('text')
                yield Markdown('text')
                yield OptionList('one', 'two')
            with Vertical():
                yield OptionList('one')
                yield Tree('topics')
        yield Input()
        yield Footer()
async def main():
    async with Empty().run_test(size=(100, 30)) as pilot:
        await pilot.pause()
asyncio.run(main())
"""


def run() -> Iterator[str]:
    """Measure.

    Yields:
        Lines of the report.
    """
    run_python("-c", CHAT)  # compiles the index
    chat, empty, chat_memory, empty_memory = compare(("-c", CHAT), ("-c", EMPTY))
    yield f"ready {chat * 1000:.0f} ms, empty app {empty * 1000:.0f} ms: {chat / empty:.2f} times (target 1.3)"
    ratio = chat_memory / empty_memory
    yield f"memory {chat_memory:.0f} MB, empty app {empty_memory:.0f} MB: {ratio:.2f} times (target 1.4)"
