"""The scrolling column in which answers are read, and in which letters are commands."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.geometry import Offset, Region
from textual.widget import Widget

from assistant.ui.keys import bindings


class Reader(VerticalScroll):
    """Holds replies."""

    BINDINGS = bindings("reading")

    def show_from_top(self, widget: Widget) -> None:
        """Scroll so that a widget begins at the top: an answer is read from its beginning.

        Args:
            widget: one of the replies.
        """
        self.call_after_refresh(self.scroll_to_widget, widget, top=True, animate=False, force=True)

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
