"""What every screen has: the status line, a line for messages and the keys at the bottom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from assistant.conversation import Conversation
from assistant.knowledge_base import KnowledgeBase, Nation
from assistant.ui.keys import NUMBERS, bindings
from assistant.ui.widgets.key_line import KeyLine
from assistant.ui.widgets.message_line import MessageLine
from assistant.ui.widgets.reader import Column
from assistant.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from assistant.ui.app import AssistantApp

WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (110, "-wide")]
"""Columns from which related questions and topics stand beside the conversation."""

HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (20, "-tall")]
"""Rows from which there is room for borders and for labels that can be done without."""


class FramedScreen(Screen[Any]):
    """A screen with the common frame.

    Args:
        conversation: what is talked about, and where the person works.
    """

    NAME = ""
    """Shown in the status line."""
    NOTHING_TO_SHOW = "Nothing was copied here."
    """Said where there is no plain text to show."""

    def __init__(self, conversation: Conversation) -> None:
        super().__init__()
        self.conversation = conversation
        self._is_brief = False
        self.offered = ""
        """What the line of messages offers to show as plain text, as long as it stands there."""

    @property
    def knowledge(self) -> KnowledgeBase:
        """The knowledge base."""
        return self.conversation.knowledge

    @property
    def host(self) -> AssistantApp:
        """The application, as what it is."""
        return cast("AssistantApp", self.app)

    def compose(self) -> ComposeResult:
        """Put the frame round the body."""
        self._fit()
        yield StatusLine(self.knowledge.guide.name, self.NAME, self.host.key_name("quit"))
        yield from self.compose_body()
        yield MessageLine()
        yield KeyLine(self.numbers, self.numbered, self.key_label)

    def _fit(self) -> None:
        """Know the breakpoints before the first layout: Textual sets their classes after it, and lays out again."""
        size = self.app.size
        for length, breakpoints in ((size.width, WIDTHS), (size.height, HEIGHTS)):
            reached = [name for least, name in breakpoints if length >= least]
            self.update_classes({name: name == reached[-1] for _, name in breakpoints}, update=False)

    def compose_body(self) -> ComposeResult:
        """Give what stands between status line and footer."""
        yield from ()

    def on_mount(self) -> None:
        """Show where the person works, then begin. Textual calls this for every class, so only this one has it."""
        self.show_nation()
        self.begin()

    def begin(self) -> None:
        """Do what a screen does first."""

    def show_nation(self) -> None:
        """Show where the person works, after it changed."""
        self.query_one(StatusLine).show_nation(self.conversation.nation)

    async def refresh_for_nation(self, before: Nation | None) -> None:
        """Show again what depends on where the person works.

        Args:
            before: where it was until now.
        """

    def tell_of_walk(self) -> None:
        """Show that a guided path was left and is kept."""

    def hold_place(self) -> None:
        """Stay at what is read while everything is laid out anew."""
        for column in self.query(Column):
            column.hold()

    def numbers(self) -> str:
        """Name the number keys that choose something now, such as "1 to 6"; empty when none does."""
        return ""

    def numbered(self) -> str:
        """Say in a word what they choose."""
        return "choose"

    def number_keys(self, count: int) -> str:
        """Name the first number keys, as the person set them.

        Args:
            count: how many lines there are to choose from.

        Returns:
            For example "1 to 6" or "1".
        """
        last = min(count, len(NUMBERS))
        names = [self.host.key_name(f"pick-{number}") for number in dict.fromkeys((1, last))] if last else []
        return " to ".join(names)

    def key_label(self, binding: Binding) -> str:
        """Say in the footer what a key does now.

        Args:
            binding: the key.

        Returns:
            A word or two; empty where it has nothing to act on.
        """
        return binding.description

    def step_back(self) -> bool:
        """Go back within the screen.

        Returns:
            Whether there was a step to go back.
        """
        return False

    def say(self, text: str, offered: str = "") -> None:
        """Say what was done.

        Args:
            text: empty takes the line away.
            offered: what it offers to show as plain text.
        """
        self.offered, self._is_brief = offered, False
        self.query_one(MessageLine).say(text)

    def say_briefly(self, text: str) -> None:
        """Say why a key did nothing, until another key is pressed.

        Args:
            text: one short sentence.
        """
        self.say(text)
        self._is_brief = True

    def see_key(self, event: events.Key) -> None:
        """Take away what was only said of the key before; letters typed in a line are no other keys.

        Args:
            event: a key, before it does anything.
        """
        if self._is_brief and not (isinstance(self.focused, Input) and event.is_printable):
            self.say("")

    def say_more(self, text: str) -> None:
        """Say something beside what was just said, which stays.

        Args:
            text: one short sentence.
        """
        self.say(f"{self.query_one(MessageLine).text} {text}", self.offered)

    def plain_text(self, width: int) -> str:
        """Give what is shown to be selected by hand; empty where nothing is read.

        Args:
            width: columns to wrap at.
        """
        return ""

    def action_plain_text(self) -> None:
        """Show as text that the terminal itself can select: what was just copied, otherwise what is read."""
        from assistant.rendering import wrapped
        from assistant.ui.screens.plain_text import PlainTextScreen

        text = partial(wrapped, self.offered) if self.offered else self.plain_text
        if text(0):
            self.app.push_screen(PlainTextScreen(self.conversation, text))
        else:
            self.say_briefly(self.NOTHING_TO_SHOW)


class AsideScreen(FramedScreen):
    """A screen that lies over another and closes with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("aside")

    def action_close(self) -> None:
        """Go one back: within the screen, else to the one under it."""
        if not self.step_back():
            self.dismiss()
