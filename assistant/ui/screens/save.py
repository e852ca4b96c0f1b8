"""Asks for a file name and saves the conversation there."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from assistant.conversation import Conversation
from assistant.errors import FileExists, FileNotSaved
from assistant.files import save_text
from assistant.messages import SAVED
from assistant.rendering import masked_line
from assistant.ui.screens.frame import AsideScreen

EXPLANATION = "Everything so far is written to the file that you name. {masked} Only you can open the file."
REPLACE = "Press Enter again to replace it, or change the name."


class SaveScreen(AsideScreen):
    """Gives back what was done; nothing when it was closed.

    Args:
        conversation: for the frame.
        text: what to save.
        name: the file, when it was typed already; then it is saved at once if that does not replace anything.
    """

    NAME = "Save"
    AUTO_FOCUS = "#file"

    def __init__(self, conversation: Conversation, text: str, name: str = "") -> None:
        super().__init__(conversation)
        self._text = text
        self._name = name
        self._may_replace = ""

    def compose_body(self) -> ComposeResult:
        """Lay out the explanation and the line for the name."""
        with VerticalScroll(id="saving", can_focus=False):
            yield Static("Save the conversation", classes="title")
            yield Static(EXPLANATION.format(masked=masked_line()), markup=False)
            yield Input(self._name, placeholder="File, for example ~/notes.txt", id="file")
            yield Static("Enter saves.", classes="standing")

    def begin(self) -> None:
        """Save at once where the name is known."""
        if self._name:
            self._save(self._name)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save under the name that was typed."""
        self._save(event.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Forget the leave to replace a file when another name is typed."""
        if event.value != self._may_replace:
            self._may_replace = ""

    def _save(self, name: str) -> None:
        try:
            path = save_text(name, self._text, replace=bool(name) and name == self._may_replace)
        except FileExists as fault:
            self._may_replace = name
            self.say(f"{fault} {REPLACE}")
        except FileNotSaved as fault:
            self.say(str(fault))
        else:
            self.dismiss(SAVED.format(path=path))
