"""The command palette: every question and every command, by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from assistant.ui.word_match import matches

if TYPE_CHECKING:
    from assistant.ui.app import AssistantApp

MOST_QUESTIONS = 20


class EverythingProvider(Provider):
    """Offers commands by their names, questions and words as the search of the conversation finds them."""

    @property
    def host(self) -> AssistantApp:
        """The application, as what it is."""
        from assistant.ui.app import AssistantApp  # it imports this module

        assert isinstance(self.app, AssistantApp)  # noqa: S101  offered nowhere else
        return self.app

    async def discover(self) -> Hits:
        """Offer the commands, then every question by topic."""
        for text, run in self._commands():
            yield DiscoveryHit(Content(text), run, text=text)
        for entry in self.host.conversation.knowledge.entries:
            yield DiscoveryHit(Content(entry.question), partial(self._read, entry.id), text=entry.question)

    async def search(self, query: str) -> Hits:
        """Find commands and questions.

        Args:
            query: what was typed.
        """
        for text, run in self._commands():
            if matches(query, text):
                yield Hit(1, Content(text), run, text=text)
        found = self.host.conversation.search(query, MOST_QUESTIONS)
        for place, one in enumerate(found):
            score = 1 - (place + 1) / (len(found) + 2)
            if one.kind == "entry":
                yield Hit(score, Content(one.text), partial(self._read, one.id), text=one.text)
            else:
                run = partial(self.host.action_glossary, one.id)
                yield Hit(score, Content(f"Word: {one.text}"), run, text=f"Word: {one.text}")

    def _commands(self) -> Iterator[tuple[str, Callable[[], object]]]:
        host = self.host
        yield "Help and keys", host.action_help
        yield "Browse topics and questions", host.action_browse
        yield "All sources", host.action_all_sources
        yield "Walk me through it: a decision step by step", host.action_paths
        yield "Back to the path walked last", host.chat.action_last_walk
        yield "Words explained (glossary)", host.action_glossary
        for nation in host.conversation.knowledge.guide.nations:
            yield f"I work in {nation.title}", partial(host.change_nation, nation.value)
        yield "No nation in particular", partial(host.change_nation, "")
        yield "Copy the cited answer", partial(host.reading.action_copy_answer, "text")
        yield "Copy the cited answer as Markdown", partial(host.reading.action_copy_answer, "markdown")
        yield "Show the answer as plain text", host.reading.action_plain_text
        yield "Save the conversation to a file", host.chat.action_save
        yield "This did not help", host.chat.action_not_helped
        yield "Use the dark theme", partial(host.change_theme, "dark")
        yield "Use the light theme", partial(host.change_theme, "light")
        yield "Leave now", host.action_quit

    async def _read(self, entry_id: str) -> None:
        await self.host.return_to_chat().read(entry_id)
