"""Screens whose column of text is scrolled from wherever the focus is, and which say where it goes on below."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from assistant.ui.keys import bindings
from assistant.ui.screens.frame import FramedScreen
from assistant.ui.widgets.question_input import QuestionInput
from assistant.ui.widgets.reader import Reader


class ScrollingScreen(FramedScreen):
    """A screen with one reader."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("column")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the page below only where there is one."""
        if action != "page" or parameters == (-1,):
            return super().check_action(action, parameters)
        return any(reader.goes_on for reader in self.query(Reader))

    def action_page(self, by: int) -> None:
        """Scroll by a page.

        Args:
            by: -1 for up, 1 for down.
        """
        reader = self.query_one(Reader)
        if by > 0:
            reader.scroll_page_down(animate=False)
        else:
            reader.scroll_page_up(animate=False)

    def on_question_input_read_on(self, event: QuestionInput.ReadOn) -> None:
        """Scroll by a row; above the top of what is read, up brings back earlier questions."""
        reader = self.query_one(Reader)
        if event.by > 0:
            reader.scroll_down(animate=False)
        elif reader.is_read_on:
            reader.scroll_up(animate=False)
        else:
            self.query_one(QuestionInput).recall(-1)

    def on_question_input_read_to(self, event: QuestionInput.ReadTo) -> None:
        """Scroll to either end of what is read."""
        reader = self.query_one(Reader)
        if event.end:
            reader.scroll_end(animate=False)
        else:
            reader.scroll_home(animate=False)
