"""Citations inside a text: Pandoc's `[@source-id, locator; @other, locator]`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_GROUP = re.compile(r"[ \t]*\[(@[^\]]*)\]")
_SPLIT = re.compile(r";\s*(?=@)")
_ONE = re.compile(r"@([A-Za-z0-9-]+)(?:\s*,\s*(.*\S))?\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Citation:
    """A pointer from a statement into a source.

    Attributes:
        source: id of the source.
        locator: the place in the source (section, paragraph, heading); empty when it is missing.
    """

    source: str
    locator: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A stretch of text and the citations that follow it."""

    text: str
    citations: tuple[Citation, ...]


def split_citations(text: str) -> tuple[Cited, ...]:
    """Cut a text at its citation groups.

    Args:
        text: Markdown with citations.

    Returns:
        Stretches in order; the last one has no citations when the text ends without any.
    """
    stretches: list[Cited] = []
    start = 0
    for group in _GROUP.finditer(text):
        stretches.append(Cited(text[start : group.start()], _parse_group(group.group(1))))
        start = group.end()
    if start < len(text):
        stretches.append(Cited(text[start:], ()))
    return tuple(stretches)


def citations_in(text: str) -> tuple[Citation, ...]:
    """List the citations of a text in order.

    Args:
        text: Markdown with citations.

    Returns:
        Every citation, repeats included.
    """
    return tuple(citation for stretch in split_citations(text) for citation in stretch.citations)


def without_citations(text: str) -> str:
    """Give the text alone.

    Args:
        text: Markdown with citations.

    Returns:
        The same text with every citation group taken out.
    """
    return _GROUP.sub("", text)


def _parse_group(inner: str) -> tuple[Citation, ...]:
    citations = []
    for part in _SPLIT.split(inner):
        match = _ONE.fullmatch(part)
        source, locator = (match.group(1), match.group(2) or "") if match else (part.lstrip("@"), "")
        citations.append(Citation(source, " ".join(locator.split())))
    return tuple(citations)
