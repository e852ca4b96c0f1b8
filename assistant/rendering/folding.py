"""A note for Wales is one line to a person who works elsewhere, where they can ask for the rest. Copies keep it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.knowledge_base import Nation
from assistant.rendering.document import Document, Section, SectionKind

_CITATION = re.compile(r"\[(\d+)\]")
_SHOWN_FOR = (None, Nation.WALES, Nation.UK)


def with_note_folded(document: Document, nation: Nation | None) -> Document:
    """Fold the note for Wales where the person works in another nation, with the sources that only it cites.

    Args:
        document: a reply.
        nation: where the person works; None when not said.

    Returns:
        The document with a line in place of the note; as it was where there is none, or where it is theirs.
    """
    if nation in _SHOWN_FOR or all(section.kind is not SectionKind.WALES for section in document):
        return document
    kept = [_NOTE if section.kind is SectionKind.WALES else section for section in document]
    cited = {int(number) for section in kept for text in _texts(section) for number in _CITATION.findall(text)}
    return tuple(_citing(section, cited) if section.kind is SectionKind.SOURCES else section for section in kept)


_NOTE = Section(SectionKind.NOTE, "", 'There is also a note for Wales: ask "and in Wales?" to read it.')


def _texts(section: Section) -> Iterator[str]:
    if section.kind is not SectionKind.SOURCES:
        yield section.body
        yield from section.items


def _citing(section: Section, cited: set[int]) -> Section:
    """Keep the sources that are cited; the note was numbered last, so the numbers of the others stay."""
    kept = [place for place, one in enumerate(section.citations) if one.number in cited]
    return replace(
        section,
        items=tuple(section.items[place] for place in kept),
        citations=tuple(section.citations[place] for place in kept),
    )
