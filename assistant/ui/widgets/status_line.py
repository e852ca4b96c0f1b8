"""The top line: what this is, where the person works, and how to leave at once."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from assistant.knowledge_base import Nation

NARROW = 60
"""Columns from which the longest nation has room beside title and leaving."""


class StatusLine(Horizontal):
    """Shown at the top of every screen.

    Args:
        name: what this is.
        screen_name: which screen this is; empty for the chat.
        leave: the key that leaves, as people name it.
    """

    def __init__(self, name: str, screen_name: str, leave: str) -> None:
        super().__init__()
        self._title = screen_name or name
        self._leave = leave
        self._nation = ""

    def compose(self) -> ComposeResult:
        """Show the three parts."""
        yield Static(self._title, markup=False, id="status-title")
        yield Static("", markup=False, id="status-nation")
        yield Static(f"{self._leave} Leave now", markup=False, id="status-leave")

    def show_nation(self, nation: Nation | None) -> None:
        """Show where the person works.

        Args:
            nation: None for nowhere in particular.
        """
        self._nation = f"For {nation.title}" if nation else ""
        self.on_resize()

    def on_resize(self) -> None:
        """Shorten the longest nation where it would push leaving out of view."""
        nation = self._nation.replace("Northern", "N.") if self.app.size.width < NARROW else self._nation
        self.query_one("#status-nation", Static).update(nation)

    def on_click(self) -> None:
        """Leave when the words that say so are clicked."""
        if self.query_one("#status-leave").is_mouse_over:
            self.app.exit()
