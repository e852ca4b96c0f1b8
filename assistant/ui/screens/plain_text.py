"""An answer as bare text, for copying by hand when no clipboard can be reached."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from assistant.conversation import Conversation
from assistant.ui.mouse import give_back, hand_over
from assistant.ui.screens.frame import AsideScreen
from assistant.ui.widgets.reader import Column


class PlainTextScreen(AsideScreen):
    """Nothing but the text: no borders or columns beside it, and the mouse left to the terminal.

    Args:
        conversation: for the frame.
        text: writes what to show for a number of columns.
    """

    NAME = "Plain text"
    AUTO_FOCUS = "#plain"

    def __init__(self, conversation: Conversation, text: Callable[[int], str]) -> None:
        super().__init__(conversation)
        self._text = text

    def compose_body(self) -> ComposeResult:
        """Show the text alone."""
        with Column(id="plain"):
            yield Static(markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap at words, items of lists under their first word: what is selected keeps these lines."""
        self.query_one("#plain Static", Static).update(self._text(event.size.width))

    def begin(self) -> None:
        """Say how to go on."""
        self.say("Select with the mouse, and copy as your terminal does.")

    def on_screen_resume(self) -> None:
        """Let the terminal select while this screen is on top."""
        hand_over(self.app)

    def on_screen_suspend(self) -> None:
        """Take the mouse back."""
        give_back(self.app)

    def on_unmount(self) -> None:
        """Take the mouse back when the screen is closed."""
        give_back(self.app)
