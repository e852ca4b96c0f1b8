"""The guided paths that were walked, to go back to one of them."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult

from assistant.conversation import Conversation
from assistant.ui.screens.frame import AsideScreen
from assistant.ui.screens.look_up import LookUpList
from assistant.ui.widgets.choice_list import Choice, ChoiceList


class WalkedScreen(AsideScreen):
    """Gives back the walk that was chosen; nothing when it was closed.

    Args:
        conversation: for the frame.
        choices: the walks, the last one first.
    """

    NAME = "Paths you walked"
    AUTO_FOCUS = ""

    def __init__(self, conversation: Conversation, choices: Sequence[Choice]) -> None:
        super().__init__(conversation)
        self._choices = choices

    def compose_body(self) -> ComposeResult:
        """Show the list alone."""
        yield LookUpList(self._choices, id="found")

    def begin(self) -> None:
        """Begin at the last one, which Enter opens."""
        self.query_one(ChoiceList).begin_at()

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
