"""Markdown of the knowledge base, with its numbered citations as links. Text that a person typed never comes here."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from textual.message import Message
from textual.widgets import Markdown

_NUMBER = re.compile(r"\[(\d+)\]")
_ANCHOR = "#source-"


class CitedMarkdown(Markdown):
    """Shows Markdown in which [1] leads to the first source.

    Args:
        text: the Markdown.
        classes: style classes.
    """

    BULLETS = ["- ", "- ", "- "]  # noqa: RUF012  Textual's own type; a hyphen is in every font

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

    def __init__(self, text: str, *, classes: str | None = None) -> None:
        super().__init__(
            _NUMBER.sub(rf"[[\1]]({_ANCHOR}\1)", text),
            classes=classes,
            parser_factory=lambda: MarkdownIt("commonmark", {"html": False}),
            open_links=False,
        )

    def on_markdown_link_clicked(self, event: Markdown.LinkClicked) -> None:
        """Tell citations from addresses."""
        event.stop()
        if event.href.startswith(_ANCHOR):
            self.post_message(self.CitationFollowed(int(event.href.removeprefix(_ANCHOR))))
        else:
            self.post_message(self.AddressFollowed(event.href))
