"""Reads Markdown of the kind that entries use: paragraphs, lists, headings, emphasis, code and links.

Textual's own Markdown makes a widget of every paragraph and of every part of a list item. A conversation of answers
would be thousands of widgets, each of which is placed again at every keystroke; here a section is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from assistant.ui.widgets.blocks import Block

if TYPE_CHECKING:
    from markdown_it.token import Token

_CITATION = re.compile(r"\[(\d+)\]")
_STYLES = {"strong": "bold", "em": "italic"}


def parse(markdown: str) -> Iterator[Block]:
    """Read Markdown.

    Args:
        markdown: the text; numbers in square brackets become links to sources.

    Yields:
        Its blocks in order.
    """
    from markdown_it import MarkdownIt  # 30 ms that the first screen does not need

    marks: list[Callable[[], str]] = []
    mark, outer, first, was_item = "", 0, True, False
    for token in MarkdownIt("commonmark", {"html": False}).parse(markdown):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            marks.append(_marker(token))
            first = True
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            marks.pop()
            was_item = bool(marks)
        elif token.type == "list_item_open":
            mark, outer = marks[-1](), 2 * (len(marks) - 1)
        elif token.type == "paragraph_open":
            # Items of a tight list, and a list within an item, follow one another without a gap.
            gap = not (token.hidden and (was_item or not first))
        elif token.type == "heading_open":
            gap = True
        elif token.type in ("code_block", "fence"):
            yield Block(Content(token.content.rstrip("\n")), mark, outer + 2 if marks else 0)
            mark, first, was_item = "", False, bool(marks)
        elif token.type == "inline":
            content = _inline(token)
            heading = token.level == 1 and token.map is not None and markdown.splitlines()[token.map[0]].startswith("#")
            indent = outer if mark else (outer + 2 if marks else 0)
            yield Block(content.stylize("bold") if heading else content, mark, indent, gap)
            mark, first, was_item = "", False, bool(marks)


def _marker(token: Token) -> Callable[[], str]:
    if token.type == "bullet_list_open":
        return lambda: "- "
    numbers = iter(range(int(token.attrs.get("start", 1)), 10**6))
    return lambda: f"{next(numbers)}. "


def _inline(token: Token) -> Content:
    """Give the words of a token with their styles."""
    parts: list[Content | tuple[str, str | Style]] = []
    styles: list[str | Style] = []
    for child in token.children or ():
        kind = child.type.removesuffix("_open")
        if child.type.endswith("_close"):
            styles.pop()
        elif kind in _STYLES:
            styles.append(_STYLES[kind])
        elif kind == "link":
            styles.append(_link(f"address({child.attrs.get('href', '')!r})"))
        else:
            text = " " if kind in ("softbreak", "hardbreak") else child.content
            for stretch, number in _stretches(text):
                own: list[str | Style] = [_link(f"citation({number})")] if number else []
                parts.append(_styled(stretch, [*styles, *own, *(["bold"] if kind == "code_inline" else [])]))
    return Content.assemble(*parts)


def _stretches(text: str) -> Iterator[tuple[str, str]]:
    """Cut a text at its citations; with each stretch goes its number, empty for words."""
    end = 0
    for found in _CITATION.finditer(text):
        yield text[end : found.start()], ""
        yield found[0], found[1]
        end = found.end()
    yield text[end:], ""


def _link(action: str) -> Style:
    return Style.from_meta({"@click": action})


def _styled(text: str, styles: list[str | Style]) -> Content:
    content = Content(text)
    for style in styles:
        content = content.stylize(style)
    return content
