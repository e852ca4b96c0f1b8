"""A list on a screen of its own, from which one line is picked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from assistant.conversation import Conversation
from assistant.ui.keys import bindings
from assistant.ui.screens.frame import AsideScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceList


class PickScreen(AsideScreen):
    """Gives back the line that was chosen; nothing when it was closed.

    Args:
        conversation: holds the knowledge base.
        choices: the lines.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("numbers")
    AUTO_FOCUS = ""

    def __init__(self, conversation: Conversation, choices: Sequence[Choice]) -> None:
        super().__init__(conversation)
        self.choices = choices

    def numbers(self) -> str:
        """Name the keys that pick."""
        return self.number_keys(len(self.choices))

    def action_pick(self, number: int) -> None:
        """Pick by number.

        Args:
            number: from 1.
        """
        if number <= len(self.choices):
            self.dismiss(self.choices[number - 1])

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        """Give back what was chosen."""
        self.dismiss(event.choice)
