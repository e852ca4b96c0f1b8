"""The chat, ready to type, against an empty Textual app with the same kinds of widget in the same places.

Each process ends itself as soon as it is ready, so that neither time nor memory of what comes after is counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.processes import compare, run_python

CHAT = """
import asyncio, gc, os, sys
from assistant.conversation import Conversation
from assistant.knowledge_base import shipped_knowledge
from assistant.matching import Matcher, open_index
gc.disable()  # as `assistant chat` does
from assistant.ui.running import make_app
async def main():
    app = make_app(Conversation(Matcher(open_index(shipped_knowledge()))))
    async with app.run_test(size=(100, 30)) as pilot:
        if 'answer' in sys.argv:
            await pilot.press(*'may I share', 'enter')
            await pilot.pause(0.5)
        os._exit(0)
asyncio.run(main())
"""

EMPTY = """
import asyncio, os
from textual.app import App
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Footer, Input, OptionList, Static
class Empty(App):
    def compose(self):
        with Horizontal():
            yield Static('title')
            yield Static('')
            yield Static('nation')
        with Horizontal():
            with Vertical():
                with VerticalScroll():
                    with Vertical():
                        yield Static('text')
                        yield Static('text')
                        yield OptionList('one', 'two', 'three')
                        with Vertical():
                            yield Static('text')
                            yield Static('text')
                        yield Static('text')
                        yield Static('text')
                yield Input()
            with VerticalScroll():
                yield Static('text')
                yield OptionList()
                yield Static('text')
                yield OptionList('one')
        yield Static('')
        yield Footer()
async def main():
    async with Empty().run_test(size=(100, 30)) as pilot:
        os._exit(0)
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
    _, _, chat_memory, empty_memory = compare(("-c", CHAT, "answer"), ("-c", EMPTY))
    ratio = chat_memory / empty_memory
    yield f"memory after an answer {chat_memory:.0f} MB: {ratio:.2f} times the empty app"
