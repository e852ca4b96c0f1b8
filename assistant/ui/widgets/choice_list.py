"""A list of things to choose from: related questions, what a question may have meant, examples, topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.ui.widgets.blocks import Block, BlocksVisual


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
    NOTE = auto()


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


FOCUSED_BAR, BAR = "▌", "▎"
"""Stand before every row of the line under the cursor: with the focus, and where Enter chooses it without."""

GUTTER = 2
"""Columns for the bar and a gap."""

HANG = 2
"""Columns by which the other rows of a line without a mark stand in, so that one sees where the next begins."""


PLAIN_MARK = "-"
"""Stands before a line that no number key chooses now."""


def number_mark(number: int) -> str:
    """Give what stands before a line: its number, where there is a key for it.

    Args:
        number: from 1.

    Returns:
        One column, so that lines with and without a number begin below one another.
    """
    return str(number) if number < 10 else " "


class ChoiceList(OptionList):
    """A list that scrolls with what it stands in, or by itself when its height is limited.

    The line under the cursor has a bar at its left: a long one set in other colours altogether would be hard to read.

    Args:
        choices: the lines.
        numbered: whether the first nine are numbered, for the number keys.
        marks: what stands before each line instead of a number.
    """

    SPACED: ClassVar[bool] = False
    """Whether lines stand apart, with their first row in bold: for long lists with details."""

    MARKED_WITHOUT_FOCUS: ClassVar[bool] = False
    """Whether the line under the cursor is chosen by Enter while one types elsewhere, and so is marked then too."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice-list--bar"}

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
        self._marks: tuple[str, ...] = ()
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
        self._marks = tuple(marks) or ("",) * len(choices)
        self.set_options(Option(prompt) for prompt in self._prompts(self._marks))

    def show_marks(self, shown: bool) -> None:
        """Show what stands before the lines, or that no key chooses them now.

        Args:
            shown: whether the marks are shown.
        """
        marks = self._marks if shown else [PLAIN_MARK if mark.strip() else mark for mark in self._marks]
        for place, prompt in enumerate(self._prompts(marks)):
            self.replace_option_prompt_at_index(place, prompt)

    def _prompts(self, marks: Sequence[str]) -> Iterator[BlocksVisual]:
        for mark, choice in zip(marks, self.choices, strict=True):
            yield _line(mark, choice, spaced=self.SPACED)

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

    def on_resize(self) -> None:
        """Keep the line under the cursor in view where the list scrolls by itself."""
        if self.highlighted is not None:
            self.call_after_refresh(super().scroll_to_highlight)

    def on_click(self, event: events.Click) -> None:
        """Keep a click on a line from also being a click on what the list stands in."""
        event.stop()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Report the choice itself rather than its place in the list."""
        event.stop()
        self.post_message(self.Chosen(self.choices[event.option_index]))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Count the rows beside the bar: Textual counts as if its room were there for words, and cuts the last rows."""
        return super().get_content_height(container, viewport, width - GUTTER)

    def _get_left_gutter_width(self) -> int:
        """Tell Textual's list how much room the bar takes."""
        return GUTTER

    def render_line(self, y: int) -> Strip:
        """Put the bar before the rows of the line under the cursor, and the gap before all others."""
        strip, row = super().render_line(y), self.scroll_offset.y + y
        place = self._lines[row][0] if row < len(self._lines) else None
        style, bar = self.get_visual_style("option-list--option"), " "
        if place is not None and not strip.text.strip():  # the gap after a line does not look chosen
            gap = Strip([Segment(" " * strip.cell_length, style.rich_style)], strip.cell_length)
            strip = gap.apply_meta({"option": place})
        elif place is not None and place == self.highlighted:
            style = self.get_visual_style("option-list--option-highlighted", "choice-list--bar")
            if self.has_focus or self.MARKED_WITHOUT_FOCUS:
                bar = FOCUSED_BAR if self.has_focus else BAR
        front = Strip([Segment(bar.ljust(GUTTER), style.rich_style)], GUTTER)
        return Strip.join([front if place is None else front.apply_meta({"option": place}), strip])

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


def _line(mark: str, choice: Choice, *, spaced: bool) -> BlocksVisual:
    """Set a line so that its second row begins under the first word, not under the number."""
    start = f"{mark} " if mark else ""
    apart = spaced and bool(choice.detail)
    text = Content(choice.text)
    hang = 0 if mark.strip() or apart else HANG
    blocks = [Block(text.stylize("bold") if apart else text, start, hang=hang)]
    details = [*choice.detail.splitlines(), *([""] if apart else [])]
    style = "$text-muted" if choice.kind is ChoiceKind.SOURCE else ""  # a meaning is there to be read
    blocks += [Block(Content.styled(detail, style), indent=len(start), apart=False) for detail in details]
    return BlocksVisual(blocks)
