"""Asks for a file name and saves the conversation there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from assistant.errors import FileExists, FileNotSaved
from assistant.ui.keys import bindings
from assistant.ui.saving import save_text

EXPLANATION = (
    "Everything so far is written to the file that you name. What looks like personal data in your questions is "
    "masked; read it through before you share it. Only you can open the file."
)
REPLACE = "Press Enter again to replace it, or change the name."


class SaveScreen(ModalScreen[str]):
    """Gives back what was done; nothing when it was closed.

    Args:
        text: what to save.
        name: the file, when it was typed already; then it is saved at once if that does not replace anything.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("aside")

    def __init__(self, text: str, name: str = "") -> None:
        super().__init__()
        self._text = text
        self._name = name
        self._may_replace = ""

    def compose(self) -> ComposeResult:
        """Lay out the explanation and the line for the name."""
        with Vertical(id="dialogue"):
            yield Static("Save the conversation", classes="title")
            yield Static(EXPLANATION, markup=False)
            yield Input(self._name, placeholder="File, for example ~/notes.txt", id="file")
            yield Static("", markup=False, id="fault")
            yield Static("Enter saves. Esc leaves without saving.", classes="standing")

    def on_mount(self) -> None:
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

    def action_close(self) -> None:
        """Leave without saving."""
        self.dismiss("")

    def _save(self, name: str) -> None:
        try:
            path = save_text(name, self._text, replace=bool(name) and name == self._may_replace)
        except FileExists as fault:
            self._may_replace = name
            self._complain(f"{fault} {REPLACE}")
        except FileNotSaved as fault:
            self._complain(str(fault))
        else:
            self.dismiss(f"Saved to {path}. Only you can open it.")

    def _complain(self, text: str) -> None:
        self.query_one("#fault", Static).update(text)
