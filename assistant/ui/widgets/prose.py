"""Text of the knowledge base, with its numbered citations as links. Text that a person typed never comes here."""

from __future__ import annotations

from textual.message import Message
from textual.selection import Selection
from textual.widgets import Static

from assistant.ui.widgets.blocks import BlocksVisual
from assistant.ui.widgets.prose_layout import parse


class Prose(Static):
    """Shows Markdown in which [1] leads to the first source.

    Args:
        markdown: the text.
        classes: style classes.
    """

    class CitationFollowed(Message):
        """A citation was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class AddressFollowed(Message):
        """A web address was clicked."""

        def __init__(self, address: str) -> None:
            super().__init__()
            self.address = address

    def __init__(self, markdown: str, *, classes: str | None = None) -> None:
        self._prose = BlocksVisual(parse(markdown))
        super().__init__(self._prose, markup=False, classes=classes)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Give the words that were selected with the mouse."""
        return selection.extract(self._prose.content(self.content_size.width).plain), "\n"

    def action_citation(self, number: int) -> None:
        """Report that a citation was clicked."""
        self.post_message(self.CitationFollowed(number))

    def action_address(self, address: str) -> None:
        """Report that an address was clicked."""
        self.post_message(self.AddressFollowed(address))
