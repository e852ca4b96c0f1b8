"""Related questions and topics on a screen of their own, where there is no room for them beside the answer."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult

from assistant.conversation import Conversation
from assistant.ui.screens.frame import AsideScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceList
from assistant.ui.widgets.side_pane import SidePane


class RelatedScreen(AsideScreen):
    """Gives back the line that was chosen; nothing when it was closed.

    Args:
        conversation: holds the knowledge base.
        choices: the related questions.
    """

    NAME = "Related"
    AUTO_FOCUS = ""

    def __init__(self, conversation: Conversation, choices: Sequence[Choice]) -> None:
        super().__init__(conversation)
        self._choices = choices

    def compose_body(self) -> ComposeResult:
        """Show the side pane alone."""
        yield SidePane(self.knowledge.topics)

    def begin(self) -> None:
        """Show the related questions."""
        self.query_one(SidePane).show_related(self._choices)
        self.query_one("#pane-related" if self._choices else "#pane-topics", ChoiceList).begin_at()

    def numbers(self) -> str:
        """Name the keys that pick."""
        return self.number_keys(len(self._choices))

    def on_key(self, event: events.Key) -> None:
        """Pick by number."""
        if event.character and event.character in "123456789" and int(event.character) <= len(self._choices):
            event.stop()
            self.dismiss(self._choices[int(event.character) - 1])

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        """Give back what was chosen."""
        self.dismiss(event.choice)
