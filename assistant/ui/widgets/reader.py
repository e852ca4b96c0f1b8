"""Columns of text that are scrolled, and stay where one was reading; in those with answers letters are commands."""

from __future__ import annotations

from collections.abc import Callable

from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

from assistant.ui.keys import bindings
from assistant.ui.widgets.reading_place import End, Place, TopOf, place_in, text_in


class Column(VerticalScroll):
    """Holds text to read."""

    _place: Place | None = None
    """Where to be, until the person scrolls."""
    _stands_at: float | None = None
    """The scroll target at that place; None until it was reached."""

    def on_mount(self) -> None:
        """Scroll only to what has its place: a refresh comes before the layout while a screen closes over this one."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._laid_out)

    def place(self) -> Place:
        """Give the place that is read, to come back to."""
        return place_in(self) if self._place is None or self._has_moved else self._place

    def go_to(self, place: Place) -> None:
        """Go to a place, as soon as everything is laid out.

        Args:
            place: what `place` gave.
        """
        self._place, self._stands_at = place, None
        self.refresh(layout=True)

    def hold(self) -> None:
        """Stay at the place that is read while everything is laid out anew."""
        self._place, self._stands_at = self.place(), None

    @property
    def _has_moved(self) -> bool:
        """Whether the person scrolled: a target is not changed by a column that grows shorter."""
        return self._stands_at is not None and self.scroll_target_y != self._stands_at

    def _laid_out(self, screen: Screen[object]) -> None:
        row = self._place.row(self) if self._place and not self._has_moved else None
        if row is not None:
            self.scroll_to(y=row, animate=False, force=True, immediate=True)
            self._stands_at = self.scroll_target_y


class Reader(Column):
    """Holds replies."""

    BINDINGS = bindings("reading", "numbers")

    _shown: TopOf | None = None
    _went_on = False

    @property
    def goes_on(self) -> bool:
        """Whether there is more below than is in view."""
        return self.scroll_y < self.max_scroll_y

    @property
    def is_read_on(self) -> bool:
        """Whether the top of what was shown is above what is in view."""
        top = self._shown.row(self) if self._shown else 0
        return self.scroll_y > (top or 0)

    def mark(self) -> Place:
        """Give the place that is read, to come back to when more was added below."""
        place = self.place()
        return text_in(self) if isinstance(place, End) else place

    def show_from_top(self, part: Callable[[], Widget], read_at: Place | None = None) -> None:
        """Scroll so that a part begins at the top: an answer is read from its beginning.

        Args:
            part: finds one of the replies.
            read_at: where it was being read before, to go on there instead.
        """
        self._shown = TopOf(part)
        self.go_to(read_at or self._shown)

    def _laid_out(self, screen: Screen[object]) -> None:
        super()._laid_out(screen)
        self._tell_of_end()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Have the footer say whether the text goes on below."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_of_end()

    def _tell_of_end(self) -> None:
        if self.goes_on != self._went_on:
            self._went_on = self.goes_on
            self.screen.refresh_bindings()


class Transcript(Reader):
    """Holds a conversation."""

    BINDINGS = bindings("transcript")
