"""Documents as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rendering.document import Document, Section, SectionKind


def as_markdown(document: Document) -> str:
    """Write a document as Markdown.

    Args:
        document: the sections.

    Returns:
        The text; the title is a second-level heading, other headings third-level.
    """
    return "\n\n".join("\n".join(_lines(section)) for section in document) + "\n"


def _lines(section: Section) -> Iterator[str]:
    if section.heading:
        yield f"{'##' if section.kind is SectionKind.TITLE else '###'} {section.heading}"
        if section.body or section.items:
            yield ""
    if section.body:
        yield section.body.strip()
        if section.items:
            yield ""
    for number, item in enumerate(section.lines, start=1):
        if section.kind is SectionKind.SOURCES:
            yield f"{number}. {_linked(item)}"
        else:
            yield f"{number}. {item}" if section.numbered else f"- {item}"


def _linked(line: str) -> str:
    """Put the address of a source line in angle brackets, which every Markdown reader makes a link."""
    text, space, address = line.rpartition(" ")
    return f"{text}{space}<{address}>" if address.startswith(("http://", "https://")) else line
