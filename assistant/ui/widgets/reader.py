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
    _shown: Widget | None = None
    _went_on = False

    @property
    def goes_on(self) -> bool:
        """Whether there is more below than is in view."""
        return self.scroll_y < self.max_scroll_y

    @property
    def is_read_on(self) -> bool:
        """Whether the top of what was shown is above what is in view."""
        return self._shown.region.y < self.region.y if self._shown else self.scroll_y > 0

    def on_mount(self) -> None:
        """Scroll only to what has its place: a refresh comes before the layout while a screen closes over this one."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._laid_out)

    def show_from_top(self, widget: Widget) -> None:
        """Scroll so that a widget begins at the top: an answer is read from its beginning.

        Args:
            widget: one of the replies.
        """
        self._wanted = self._shown = widget
        self.refresh(layout=True)

    def _laid_out(self, screen: Screen[object]) -> None:
        if self._wanted and self._wanted.size:
            self.scroll_to_widget(self._wanted, top=True, animate=False, force=True)
            self._wanted = None
        self._tell_of_end()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Have the footer say whether the text goes on below."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_of_end()

    def _tell_of_end(self) -> None:
        if self.goes_on != self._went_on:
            self._went_on = self.goes_on
            self.screen.refresh_bindings()

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
