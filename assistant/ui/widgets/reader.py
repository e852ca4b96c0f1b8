"""The scrolling column in which answers are read, and in which letters are commands."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.widget import Widget

from assistant.ui.keys import bindings


class Reader(VerticalScroll):
    """Holds replies."""

    BINDINGS = bindings("reading")

    _wanted: Widget | None = None

    def on_mount(self) -> None:
        """Scroll only to what has its place: a refresh comes before the layout while a screen closes over this one."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._laid_out)

    def show_from_top(self, widget: Widget) -> None:
        """Scroll so that a widget begins at the top: an answer is read from its beginning.

        Args:
            widget: one of the replies.
        """
        self._wanted = widget
        self.refresh(layout=True)

    def _laid_out(self, screen: Screen[object]) -> None:
        if self._wanted and self._wanted.size:
            self.scroll_to_widget(self._wanted, top=True, animate=False, force=True)
            self._wanted = None

    def place(self) -> Offset:
        """Give the place that is read, to come back to."""
        return self.scroll_offset

    def return_to(self, place: Offset) -> None:
        """Go back to a place and take the focus.

        Args:
            place: what `place` gave.
        """
        self.focus(scroll_visible=False)
        self.scroll_to_region(Region(0, place.y, 1, self.size.height), animate=False, force=True)


class Transcript(Reader):
    """Holds a conversation."""

    BINDINGS = bindings("transcript")
