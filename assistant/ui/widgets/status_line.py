"""The top line: what this is, where the person works, and how to leave at once."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from assistant.knowledge_base import Nation

NARROW = 60
"""Columns from which the longest nation has room beside title and leaving."""

GAPS = 6
"""Columns at the ends and round the nation; the style sheet has the same numbers."""


SHORTEST_TITLE = 16
"""Columns in which a longer title, cut off at its end, still tells something."""


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
        self._leaving = f"{leave} Leave now"
        self._nation = ""

    def compose(self) -> ComposeResult:
        """Show the three parts."""
        yield Static(self._title, markup=False, id="status-title")
        yield Static("", markup=False, id="status-nation")
        yield Static(self._leaving, markup=False, id="status-leave")

    def show_nation(self, nation: Nation | None) -> None:
        """Show where the person works.

        Args:
            nation: None for nowhere in particular.
        """
        self._nation = f"For {nation.title}" if nation else ""
        self.on_resize()

    def on_resize(self) -> None:
        """Shorten the longest nation, and leave out a title with no room, so that leaving stays in view."""
        width = self.app.size.width
        nation = self._nation.replace("Northern", "N.") if width < NARROW else self._nation
        shown = self.query_one("#status-nation", Static)
        shown.update(nation)
        room = width - len(nation) - len(self._leaving) - GAPS
        fits = not nation or room >= min(len(self._title), SHORTEST_TITLE)
        self.query_one("#status-title").display = fits
        shown.set_class(not fits, "-alone")

    async def on_click(self) -> None:
        """Leave when the words that say so are clicked, as the key does: with the screen cleared."""
        if self.query_one("#status-leave").is_mouse_over:
            await self.app.run_action("quit")
