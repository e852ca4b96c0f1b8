"""The keys at the bottom: as many as fit whole, never half a word."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

BETWEEN = 2
"""Columns between two keys; the style sheet has the same number."""


class KeyLine(Footer):
    """Textual's footer, shortened to the width of the terminal."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._fitted = 0

    def compose(self) -> ComposeResult:
        """Keep the keys that fit, in the order of their importance: those of what has the focus come first."""
        self._fitted = self.size.width
        room = self._fitted - self.gutter.width
        for key in super().compose():
            if isinstance(key, FooterKey):
                room -= len(key.key_display) + 1 + len(key.description) + BETWEEN
                if room + BETWEEN < 0:
                    return
            yield key

    async def on_resize(self, event: events.Resize) -> None:
        """Fit the keys into another width."""
        if self.children and event.size.width != self._fitted:
            await self.recompose()
