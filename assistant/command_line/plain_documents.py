"""Documents as they are listened to: nothing in them twice that need not be heard twice."""

from __future__ import annotations

from dataclasses import replace

from assistant.messages import NONE_OF_THESE
from assistant.rendering import Document, Section, SectionKind, without_ids


def plain_document(document: Document, *, with_foot: bool) -> Document:
    """Leave out what need not be heard each time: ids, and what the answers come from.

    Args:
        document: a reply or a step.
        with_foot: whether to say what it comes from.
    """
    kept = tuple(section for section in document if with_foot or section.kind is not SectionKind.FOOT)
    return without_ids(kept)


def with_none(document: Document) -> Document:
    """Add a line for none of the choices.

    Args:
        document: a spoken reply that gives choices.
    """
    return tuple(
        replace(section, items=(*section.items, NONE_OF_THESE)) if section.kind is SectionKind.CHOICES else section
        for section in document
    )


def without_sources(document: Document) -> Document:
    """Keep a step short, so that its answers are heard, and seen, just before one is typed.

    Args:
        document: a step.
    """
    return tuple(section for section in document if section.kind is not SectionKind.SOURCES)


def with_sources_counted(document: Document) -> Document:
    """Put a line in the place of the sources, which would push the answer off a screen.

    Args:
        document: a reply.
    """
    return tuple(
        Section(SectionKind.MESSAGE, "", _count(len(section.items))) if section.kind is SectionKind.SOURCES else section
        for section in document
    )


def _count(sources: int) -> str:
    return f"{sources} {'source' if sources == 1 else 'sources'}: type :sources to read them."
