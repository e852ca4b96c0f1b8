"""Places in a column of text that can be found again when the column is laid out anew, or its text is redrawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from textual.containers import VerticalScroll
from textual.widget import Widget


class Place(Protocol):
    """Somewhere in a column."""

    def row(self, column: VerticalScroll) -> int | None:
        """Find the place.

        Args:
            column: laid out.

        Returns:
            The row to show at the top; None while the place has no row yet, or no longer.
        """


@dataclass(frozen=True, slots=True)
class TopOf:
    """The beginning of a part of the column.

    Attributes:
        part: finds the part, which may be another one when the screen has another size.
    """

    part: Callable[[], Widget]

    def row(self, column: VerticalScroll) -> int | None:
        """Give its first row."""
        part = self.part()
        return _row(part, column) if part.is_attached and part.size else None


@dataclass(frozen=True, slots=True)
class End:
    """The end of the column."""

    def row(self, column: VerticalScroll) -> int | None:
        """Give the last row that can stand at the top."""
        return column.max_scroll_y


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in view. Rows mean nothing at another width, and numbers change with the order; words stay.

    Attributes:
        text: the widget that shows the text.
        part: the part of the column that the text stands in; a text that is redrawn is looked for there first.
        letters: the letters of the text.
        before: how many of them stand above the line.
        below: rows from the top of the column down to the line.
    """

    text: Widget
    part: Widget
    letters: str
    before: int
    below: int

    def row(self, column: VerticalScroll) -> int | None:
        """Give the row that puts the line where it was."""
        text = self.text if self.text.is_attached else self._redrawn(column)
        if text is None:
            return None
        ends = accumulate(map(len, _letters(text)))
        line = next((number for number, end in enumerate(ends) if end > self.before), 0)
        return _row(text, column) + text.gutter.top + line - self.below

    def _redrawn(self, column: VerticalScroll) -> Widget | None:
        texts = _texts(self.part if self.part.is_attached else column)
        return next((one for one in texts if "".join(_letters(one)) == self.letters), None)


@dataclass(frozen=True, slots=True)
class Lines:
    """What is in view.

    Attributes:
        seen: the first line of each text, from the top; the first that is still there counts.
    """

    seen: Sequence[Line]

    def row(self, column: VerticalScroll) -> int | None:
        """Give the row of the first line that is still there."""
        return next((row for line in self.seen if (row := line.row(column)) is not None), None)


def place_in(column: VerticalScroll) -> Place:
    """Give the place that is read.

    Args:
        column: laid out.
    """
    if column.scroll_y and column.scroll_y >= column.max_scroll_y:
        return End()
    return text_in(column)


def text_in(column: VerticalScroll) -> Place:
    """Give the place that is read by its text alone: the end is another one as soon as more is added.

    Args:
        column: laid out.
    """
    return Lines(tuple(_seen(column)))


def _seen(column: VerticalScroll) -> Iterator[Line]:
    for part in column.displayed_children:
        for text in _texts(part):
            below = _row(text, column) + text.gutter.top - column.scroll_offset.y
            hidden = max(0, -below)
            if hidden < text.content_size.height and below < column.size.height:
                letters = _letters(text)
                before = sum(map(len, letters[:hidden]))
                yield Line(text, part, "".join(letters), before, below + hidden)


def _texts(part: Widget) -> Iterator[Widget]:
    """Find what shows text itself, in order."""
    if not part.displayed_children:
        yield part
    for child in part.displayed_children:
        yield from _texts(child)


def _letters(text: Widget) -> list[str]:
    """Give the letters of each row of a text: all that is the same in every width and whatever has the focus."""
    rows = (text.render_line(row).text for row in range(text.content_size.height))
    return ["".join(filter(str.isalpha, row)) for row in rows]


def _row(part: Widget, column: VerticalScroll) -> int:
    """Give the row of the column at which a part begins, however far the column is scrolled."""
    first = column.displayed_children[0]
    return part.region.y - first.region.y + first.virtual_region.y
