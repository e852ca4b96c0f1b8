"""The command palette: every question and every command, by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import Static

from assistant.ui.keys import shown
from assistant.ui.word_match import begins_words, matches

if TYPE_CHECKING:
    from assistant.ui.app import AssistantApp

MOST_QUESTIONS = 20
FIRST, LAST = 1.0, 0.0
"""Scores of a command before and after every question."""


class Palette(CommandPalette):
    """Textual's palette, with its keys at the bottom as on every other screen.

    Args:
        to_chat: the key that goes to the chat.
    """

    def __init__(self, to_chat: str) -> None:
        super().__init__(placeholder="Find a question or a command")
        self._to_chat = to_chat

    def compose(self) -> ComposeResult:
        """Add the line of keys."""
        yield from super().compose()
        keys = {shown("escape"): "Close", shown("enter"): "Open", self._to_chat: "Chat"}
        yield Static("  ".join(f"{key} {does}" for key, does in keys.items()), markup=False, id="palette-keys")


class EverythingProvider(Provider):
    """Offers commands by their names, questions and words as the search of the conversation finds them."""

    @property
    def host(self) -> AssistantApp:
        """The application, as what it is."""
        return cast("AssistantApp", self.app)

    async def discover(self) -> Hits:
        """Offer the commands, then every question by topic."""
        for text, key, run in self._commands():
            yield DiscoveryHit(self._shown(text, key), run, text=text)
        for entry in self.host.conversation.knowledge.entries:
            yield DiscoveryHit(Content(entry.question), partial(self._read, entry.id), text=entry.question)

    async def search(self, query: str) -> Hits:
        """Find commands and questions.

        Args:
            query: what was typed.
        """
        for text, key, run in self._commands():
            if matches(query, text):
                score = FIRST if begins_words(query, text) else LAST
                yield Hit(score, self._shown(text, key), run, text=text)
        found = self.host.conversation.search(query, MOST_QUESTIONS)
        for place, one in enumerate(found):
            score = 1 - (place + 1) / (len(found) + 2)
            if one.kind == "entry":
                yield Hit(score, Content(one.text), partial(self._read, one.id), text=one.text)
            else:
                run = partial(self.host.action_glossary, one.id)
                yield Hit(score, Content(f"Word: {one.text}"), run, text=f"Word: {one.text}")

    def _shown(self, text: str, key_id: str) -> Content:
        return Content(f"{text} ({self.host.key_name(key_id)})" if key_id else text)

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """Give the text of each command, the id of its key where it has one, and what it does."""
        host = self.host
        yield "Help and keys", "help", host.action_help
        yield "Browse topics and questions", "browse", host.action_browse
        yield "All sources", "all-sources", host.action_all_sources
        yield "Walk me through it: a decision step by step", "paths", host.action_paths
        yield "Back to the paths you walked", "last-walk", host.chat.action_last_walk
        yield "Words explained (glossary)", "glossary", host.action_glossary
        for nation in host.conversation.knowledge.guide.nations:
            yield f"I work in {nation.title}", "", partial(host.change_nation, nation.value)
        yield "No nation in particular", "", partial(host.change_nation, "none")
        yield "Copy the cited answer", "copy-text", partial(host.reading.action_copy_answer, "text")
        yield "Copy the cited answer as Markdown", "copy-markdown", partial(host.reading.action_copy_answer, "markdown")
        yield "Show the answer as plain text", "plain-text", host.reading.action_plain_text
        yield "Save the conversation to a file", "save", host.chat.action_save
        yield "This did not help", "not-helped", host.chat.action_not_helped
        yield "Use the dark theme", "", partial(host.change_theme, "dark")
        yield "Use the light theme", "", partial(host.change_theme, "light")
        yield "Leave now", "quit", host.action_quit

    async def _read(self, entry_id: str) -> None:
        await self.host.return_to_chat().read(entry_id)
