"""A list of things to choose from: related questions, what a question may have meant, examples, topics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual import events
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class ChoiceKind(Enum):
    """What choosing leads to."""

    ENTRY = auto()
    EXAMPLE = auto()
    NONE_OF_THESE = auto()
    TOPIC = auto()
    TERM = auto()
    SOURCE = auto()
    PATH = auto()
    PATH_OPTION = auto()
    WALK = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list.

    Attributes:
        kind: what choosing it leads to.
        value: an id, or the text of an example.
        text: what is shown.
        detail: a second, quieter line.
    """

    kind: ChoiceKind
    value: str
    text: str
    detail: str = ""


def number_mark(number: int) -> str:
    """Give what stands before a line: its number, where there is a key for it.

    Args:
        number: from 1.
    """
    return str(number) if number < 10 else ""


class ChoiceList(OptionList):
    """A list that scrolls with what it stands in, or by itself when its height is limited.

    Args:
        choices: the lines.
        numbered: whether the first nine are numbered, for the number keys.
        marks: what stands before each line instead of a number.
    """

    SPACED: ClassVar[bool] = False
    """Whether lines stand apart, with their first row in bold: for long lists with details."""

    class Chosen(Message):
        """A line was chosen with Enter or the mouse."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        *,
        numbered: bool = True,
        marks: Sequence[str] = (),
        id: str | None = None,  # noqa: A002  as every widget names it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self._numbered = numbered
        self.choices: tuple[Choice, ...] = ()
        self.show_choices(choices, marks)

    def show_choices(self, choices: Sequence[Choice], marks: Sequence[str] = ()) -> None:
        """Show other lines.

        Args:
            choices: the lines.
            marks: what stands before each.
        """
        self.choices = tuple(choices)
        if self._numbered and not marks:
            marks = [number_mark(number) for number in range(1, len(choices) + 1)]
        self.set_options(
            Option(_line(marks[place] if marks else "", choice, spaced=self.SPACED))
            for place, choice in enumerate(self.choices)
        )

    @property
    def chosen(self) -> Choice | None:
        """The line under the cursor."""
        return None if self.highlighted is None else self.choices[self.highlighted]

    def begin_at(self, value: str = "") -> None:
        """Take the focus on a screen that opens.

        Args:
            value: of the line to begin at; the first one when empty or unknown.
        """
        self.focus(scroll_visible=False)
        self.highlighted = next((place for place, one in enumerate(self.choices) if one.value == value), 0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the arrows at either end to what the list stands in."""
        last = len(self.choices) - 1
        return not (action == "cursor_up" and not self.highlighted) and not (
            action == "cursor_down" and self.highlighted == last
        )

    def on_focus(self) -> None:
        """Begin at the first line, so that Enter always does what is shown."""
        if self.highlighted is None and self.choices:
            self.highlighted = 0

    def on_click(self, event: events.Click) -> None:
        """Keep a click on a line from also being a click on what the list stands in."""
        event.stop()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Report the choice itself rather than its place in the list."""
        event.stop()
        self.post_message(self.Chosen(self.choices[event.option_index]))

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Keep the line under the cursor in view, also where the list is taller than the screen."""
        super().scroll_to_highlight(top)
        if self.has_focus:
            self.call_after_refresh(self._scroll_column)

    def _scroll_column(self) -> None:
        """Scroll the column that the list stands in."""
        column = next((one for one in self.ancestors if isinstance(one, VerticalScroll)), None)
        if self.highlighted is None or column is None or self.highlighted not in self._index_to_line:
            return
        if not column.content_region or not self.content_region:
            return
        top = self.content_region.y + self._index_to_line[self.highlighted] - self.scroll_offset.y
        below = top + self._heights[self.highlighted] - column.content_region.bottom
        above = top - column.content_region.y
        if above < 0 or below > 0:
            column.scroll_relative(y=min(above, below), animate=False, force=True)


def _line(mark: str, choice: Choice, *, spaced: bool) -> Table:
    """Set a line so that its second row begins under the first word, not under the number."""
    grid = Table.grid(padding=(0, 1), expand=True)
    if mark:
        grid.add_column(width=max(2, len(mark)), no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    text = Text(choice.text)
    if choice.detail:
        text.append(f"\n{choice.detail}")
    if spaced and choice.detail:
        text.stylize("bold", 0, len(choice.text))
        text.append("\n")
    if mark:
        grid.add_row(Text(mark.rjust(2)), text)
    else:
        grid.add_row(text)
    return grid
