"""Documents as undecorated text: for pipes, screen readers, records and email."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from assistant.rendering.document import Document, Section, SectionKind

_EMPHASIS = re.compile(r"(\*\*|__)(.+?)\1|(?<![\w*])\*(?!\s)([^*]+?)\*(?![\w*])")
_BLANK_LINES = re.compile(r"\n\s*\n")
_MARK = re.compile(r"\s*(?:(?:-|\d+\.|\[\d+\]) )?")
_PICKED_FROM = (SectionKind.CHOICES, SectionKind.RELATED)
_ADDRESS = re.compile(r"https?://\S+$")


def as_plain_text(document: Document, width: int = 0) -> str:
    """Write a document as plain text.

    Args:
        document: the sections.
        width: columns to wrap at; 0 leaves each paragraph on one line.

    Returns:
        The text, sections parted by blank lines, ending with one line break. Numbers that a person picks by count
        on from one section to the next, so that each stands for one thing.
    """
    blocks = []
    picked = 0
    for section in document:
        counts = section.numbered and section.kind in _PICKED_FROM
        blocks.append("\n".join(_lines(section, width, first=picked + 1 if counts else 1)))
        picked += len(section.items) if counts else 0
    return "\n\n".join(blocks) + "\n"


def plain_markdown(text: str) -> str:
    """Take the emphasis marks out of a Markdown text.

    Args:
        text: Markdown of the kind that entries use: paragraphs, lists, bold and italic.

    Returns:
        The words alone.
    """
    return _EMPHASIS.sub(lambda match: match.group(2) or match.group(3), text)


def wrapped(text: str, width: int) -> str:
    """Wrap a text that is plain already, line by line.

    Args:
        text: paragraphs and list items, each on one line.
        width: columns to wrap at; 0 leaves the text as it is.

    Returns:
        The text; what follows the first line of a list item or of an indented line stands under its words.
    """
    lines = []
    for line in text.splitlines():
        mark = _MARK.match(line)
        start = mark.group() if mark else ""
        lines += hanging(line[len(start) :], width, start)
    return "\n".join(lines)


def hanging(text: str, width: int, mark: str = "", hang: int = 0) -> list[str]:
    """Wrap one paragraph or list item.

    Args:
        text: one line of any length.
        width: columns to wrap at; 0 leaves it on one line.
        mark: stands before the first line, and its width in spaces before the others.
        hang: columns by which the others stand further in.

    Returns:
        Lines. A web address is never broken: one that is too long has a line to itself.
    """
    if not width:
        return [mark + text]
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=mark,
        subsequent_indent=" " * (len(mark) + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [_flush(line, width) for line in lines] or [mark.rstrip()]


def _flush(line: str, width: int) -> str:
    """Begin an address that does not fit at the left edge: then it fits, or goes over the edge as little as can be."""
    bare = line.strip()
    return bare if len(line) > width and _ADDRESS.match(bare) else line


def _lines(section: Section, width: int, first: int) -> Iterator[str]:
    if section.heading:
        heading = section.heading.upper() if section.kind is SectionKind.EMERGENCY else section.heading
        yield from hanging(heading, width)
        if section.kind is SectionKind.TITLE:
            yield "-" * min(len(heading), width or 72)
    if section.body:
        yield from _body_lines(section.body, width)
    sources = section.kind is SectionKind.SOURCES
    for number, item in enumerate(section.lines, start=first):
        mark = f"[{number}] " if sources else f"{number}. " if section.numbered else "- "
        yield from hanging(plain_markdown(item), width, mark)


def _body_lines(body: str, width: int) -> Iterator[str]:
    for number, block in enumerate(_BLANK_LINES.split(body.strip())):
        if number:
            yield ""
        for line in _joined_lines(block):
            mark = re.match(r"(?:-|\d+\.) ", line)
            text = plain_markdown(line[mark.end() :] if mark else line)
            yield from hanging(text, width, mark.group() if mark else "")


def _joined_lines(block: str) -> Iterator[str]:
    """Join the source lines of one paragraph or list item."""
    current = ""
    for line in block.splitlines():
        stripped = line.strip()
        if re.match(r"(?:-|\d+\.) ", stripped) and current:
            yield current
            current = stripped
        else:
            current = f"{current} {stripped}".strip()
    if current:
        yield current
