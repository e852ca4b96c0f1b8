"""A screen with a line to search in and a list that follows what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from assistant.conversation import Conversation
from assistant.ui.keys import bindings
from assistant.ui.screens.frame import AsideScreen
from assistant.ui.screens.type_ahead import TypeAheadScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceList
from assistant.ui.widgets.search_line import SearchLine

NOTHING_FOUND = "Nothing is found here. Enter takes your words to the chat, where you can ask."
NOTHING_HELD = "There is nothing to list in this knowledge base."


class LookUpList(ChoiceList):
    """A long list, spaced out."""

    SPACED = True
    MARKED_WITHOUT_FOCUS = True


class LookUpScreen(TypeAheadScreen, AsideScreen):
    """Typing narrows the list down, also from the list itself; down goes into the list and up comes back from it.

    Args:
        conversation: for the frame.
        words: what to search for at once.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("look-up")
    AUTO_FOCUS = "#search"
    LIST: ClassVar[type[ChoiceList]] = LookUpList
    """The kind of list."""
    NUMBERED = False
    """Whether the lines have numbers."""
    PLACEHOLDER = ""
    """Shown in the empty line."""

    _words = ""

    def __init__(self, conversation: Conversation, words: str = "") -> None:
        super().__init__(conversation)
        self._begin_with = words

    def compose_body(self) -> ComposeResult:
        """Lay out the line above the list."""
        yield SearchLine(self.PLACEHOLDER)
        yield from self.compose_list()

    def compose_list(self) -> ComposeResult:
        """Give the list; more where a screen shows something else before anything is typed."""
        yield self.LIST(self.find(""), numbered=self.NUMBERED, id="found")
        yield Static(id="nothing", classes="standing")

    def begin(self) -> None:
        """Begin without any words, or with those that were given."""
        self._show_found("")
        if self._begin_with:
            self.type_on(self._begin_with)

    def find(self, words: str) -> Sequence[Choice]:
        """Find what the words stand for.

        Args:
            words: what was typed; empty for everything.

        Returns:
            The lines to show.
        """
        raise NotImplementedError

    def marks(self, choices: Sequence[Choice]) -> Sequence[str]:
        """Give what stands before the lines where it is not their place in the list.

        Args:
            choices: what was found.
        """
        return ()

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
        choices = self.find(words)
        found.show_choices(choices, self.marks(choices))
        found.highlighted = 0 if found.choices and words else None
        found.display = bool(found.choices)
        nothing = self.query_one("#nothing", Static)
        nothing.update(NOTHING_FOUND if words else NOTHING_HELD)
        nothing.display = not found.choices

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow what is typed; Textual also reports the empty line of a new screen."""
        words = event.value.strip()
        if words != self._words:
            self._words = words
            self._show_found(words)

    def on_input_submitted(self) -> None:
        """Choose the line under the cursor, or take to the chat what is not found here."""
        if self._words and not self.query_one("#found", ChoiceList).choices:
            self.host.return_to_chat().type_on(self._words)
        else:
            self.target().action_select()

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        """Choose the line that was picked out."""
        self.choose(event.choice)

    def type_on(self, text: str) -> None:
        """Search for more."""
        line = self.query_one(SearchLine)
        self.set_focus(line, scroll_visible=False)  # at once: the next letter goes where the focus is
        line.insert_text_at_cursor(text)

    def action_into_list(self) -> None:
        """Go from the line into the list, to the line after the one that Enter would have chosen."""
        target = self.target()
        if target.has_focus or not target.choices:
            return
        if target.check_action("cursor_down", ()):
            target.action_cursor_down()
        self.set_focus(target, scroll_visible=False)

    def action_out_of_list(self) -> None:
        """Come back from the top of the list to the line."""
        self.set_focus(self.query_one(SearchLine), scroll_visible=False)
