"""Related questions and topics, beside the conversation on a wide terminal and on a screen of their own otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from assistant.knowledge_base import Topic
from assistant.ui.keys import bindings
from assistant.ui.widgets.choice_list import Choice, ChoiceKind, ChoiceList


class RelatedList(ChoiceList):
    """The related questions: a number picks here as it does while one reads."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("numbers")


class SidePane(VerticalScroll, can_focus=False):
    """Two lists to go on from.

    Args:
        topics: the topics of the knowledge base.
    """

    def __init__(self, topics: Sequence[Topic]) -> None:
        super().__init__()
        self._topics = [Choice(ChoiceKind.TOPIC, topic.id, topic.title) for topic in topics]

    def compose(self) -> ComposeResult:
        """Show both lists under their headings."""
        yield Static("Related questions", classes="heading", id="pane-heading")
        yield RelatedList(id="pane-related")
        yield Static("Topics", classes="heading", id="pane-topics-heading")
        yield ChoiceList(self._topics, marks=["+"] * len(self._topics), id="pane-topics")

    def show_related(self, choices: Sequence[Choice]) -> None:
        """Show what goes with the answer that is read.

        Args:
            choices: questions; without any, neither list nor heading is shown.
        """
        related = self.query_one("#pane-related", ChoiceList)
        related.show_choices(choices)
        related.display = self.query_one("#pane-heading").display = bool(choices)
        self.set_class(not choices, "-topics-only")
