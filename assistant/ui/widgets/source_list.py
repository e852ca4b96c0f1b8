"""The numbered sources under an answer."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.rendering import NumberedCitation, citation_line
from assistant.ui.widgets.choice_list import Choice, ChoiceKind, ChoiceList


class SourceList(ChoiceList):
    """The sources of one answer; a citation leads here.

    Args:
        citations: the numbered citations.
    """

    def __init__(self, citations: Sequence[NumberedCitation]) -> None:
        self.citations = tuple(citations)
        marks = [f"[{citation.number}]" for citation in citations]
        width = max(map(len, marks), default=0)
        super().__init__(
            [Choice(ChoiceKind.SOURCE, citation.source.id, *_line_and_address(citation)) for citation in citations],
            marks=[mark.ljust(width) for mark in marks],
            classes="sources",
        )

    def go_to(self, number: int) -> None:
        """Put the cursor on a source.

        Args:
            number: as in the text of the answer.
        """
        self.focus(scroll_visible=False)
        self.highlighted = number - 1
        self.call_after_refresh(self.scroll_to_highlight)

    @property
    def number(self) -> int:
        """The number of the source under the cursor, else of the first one."""
        return (self.highlighted or 0) + 1

    @property
    def address(self) -> str:
        """The address of that source; empty when it has none."""
        return self.citations[self.number - 1].source.url or "" if self.citations else ""


def _line_and_address(citation: NumberedCitation) -> tuple[str, str]:
    line, address = citation_line(citation), citation.source.url or ""
    return line.removesuffix(address).rstrip(), address
