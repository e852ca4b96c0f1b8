"""Every question by topic, and a search over questions, other ways to ask them, and words of the glossary."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from assistant.conversation import Conversation
from assistant.matching import Found
from assistant.ui.keys import bindings
from assistant.ui.screens.look_up import LookUpScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceKind, ChoiceList
from assistant.ui.widgets.topic_tree import TopicTree

MAX_ASKED_AS = 60
"""Characters shown of the way to ask a question that has the words."""

OPENS = "Enter opens what is marked. {down} goes into the list."


class BrowseScreen(LookUpScreen):
    """Topics and questions.

    Args:
        conversation: finds questions.
        topic_id: the topic to open; none when empty.
        words: what to search for at once.
    """

    NAME = "Browse"
    BINDINGS: ClassVar[list[BindingType]] = bindings("browse")
    PLACEHOLDER = "Find a question or a word"

    def __init__(self, conversation: Conversation, topic_id: str = "", words: str = "") -> None:
        super().__init__(conversation, words)
        self._topic_id = topic_id

    def compose_list(self) -> ComposeResult:
        """Show the topics until something is typed."""
        yield TopicTree(self.knowledge, self._topic_id)
        yield from super().compose_list()

    def begin(self) -> None:
        """Go to the topic that was asked for."""
        super().begin()
        self.say(OPENS.format(down=self.host.key_name("list-down")))
        if self._topic_id:
            self.query_one(TopicTree).focus()

    def target(self) -> ChoiceList:
        """The topics until something is typed, then what was found."""
        tree = self.query_one(TopicTree)
        return tree if tree.display else super().target()

    def _show_found(self, words: str) -> None:
        super()._show_found(words)
        self.query_one(TopicTree).display = not words
        if not words:
            self.query_one("#found").display = self.query_one("#nothing").display = False
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Open and close topics only while they are shown."""
        return not self._words or action not in ("open_topic", "close_topic")

    def action_open_topic(self) -> None:
        """Open the topic under the cursor."""
        self.query_one(TopicTree).open_topic()

    def action_close_topic(self) -> None:
        """Close the topic that the cursor is in."""
        self.query_one(TopicTree).close_topic()

    def find(self, words: str) -> Sequence[Choice]:
        """Search as the conversation does."""
        return [
            Choice(ChoiceKind.ENTRY, found.id, found.text + _asked_as(found))
            if found.kind == "entry"
            else Choice(ChoiceKind.TERM, found.id, f"Word: {found.text}")
            for found in (self.conversation.search(words) if words else ())
        ]

    def choose(self, choice: Choice) -> None:
        """Read a question, or have a word explained."""
        if choice.kind is ChoiceKind.ENTRY:
            self.host.open_entry(choice.value)
        else:
            self.host.action_glossary(choice.value)


def _asked_as(found: Found) -> str:
    """Show why a question was found that has not the words itself."""
    return f' (as in "{shorten(found.asked_as, MAX_ASKED_AS, placeholder=" ...")}")' if found.asked_as else ""
