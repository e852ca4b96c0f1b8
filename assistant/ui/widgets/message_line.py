"""One quiet line that says what was done; empty and out of the way otherwise."""

from __future__ import annotations

from textual.widgets import Static


class MessageLine(Static):
    """Says what was done until the next thing is."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.display = False
        self.text = ""

    def say(self, text: str) -> None:
        """Show a message.

        Args:
            text: what to say; empty takes the line away.
        """
        self.text = text
        self.update(text)
        self.display = bool(text)
