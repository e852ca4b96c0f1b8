"""A screen with a line to search in and a list that follows what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from assistant.ui.keys import bindings
from assistant.ui.screens.frame import AsideScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceList


class LookUpList(ChoiceList):
    """A long list, spaced out."""

    SPACED = True


class LookUpScreen(AsideScreen):
    """Typing narrows the list down; up, down and Enter choose without leaving the line."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("look-up")
    AUTO_FOCUS = "#search"
    LIST: ClassVar[type[ChoiceList]] = LookUpList
    """The kind of list."""
    PLACEHOLDER = ""
    """Shown in the empty line."""

    _words = ""

    def compose_body(self) -> ComposeResult:
        """Lay out the line above the list."""
        yield Input(placeholder=self.PLACEHOLDER, id="search", max_length=200)
        yield from self.compose_list()

    def compose_list(self) -> ComposeResult:
        """Give the list; more where a screen shows something else before anything is typed."""
        yield self.LIST(self.find(""), numbered=False, id="found")
        yield Static("Nothing is found here.", id="nothing", classes="standing")

    def begin(self) -> None:
        """Begin without any words."""
        self._show_found("")

    def find(self, words: str) -> Sequence[Choice]:
        """Find what the words stand for.

        Args:
            words: what was typed; empty for everything.

        Returns:
            The lines to show.
        """
        raise NotImplementedError

    def choose(self, choice: Choice) -> None:
        """Do what choosing a line means.

        Args:
            choice: the line.
        """
        raise NotImplementedError

    def target(self) -> ChoiceList:
        """Give the list that up, down and Enter act on."""
        return self.query_one("#found", ChoiceList)

    def _show_found(self, words: str) -> None:
        found = self.query_one("#found", ChoiceList)
        found.show_choices(self.find(words))
        found.highlighted = 0 if found.choices and words else None
        found.display = bool(found.choices)
        self.query_one("#nothing").display = not found.choices

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow what is typed; Textual also reports the empty line of a new screen."""
        words = event.value.strip()
        if words != self._words:
            self._words = words
            self._show_found(words)

    def on_input_submitted(self) -> None:
        """Choose the line under the cursor."""
        self.target().action_select()

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        """Choose the line that was picked out."""
        self.choose(event.choice)

    def action_move(self, by: int) -> None:
        """Move the cursor in the list while typing goes on.

        Args:
            by: -1 or 1.
        """
        if by > 0:
            self.target().action_cursor_down()
        else:
            self.target().action_cursor_up()
