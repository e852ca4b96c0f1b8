"""Numbers the citations of an entry, so that its texts carry [1], [2] and a list of sources follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.knowledge_base import Entry, KnowledgeBase, Source, Standing
from assistant.knowledge_base.citations import Citation, split_citations
from assistant.knowledge_base.kinds import Reading

STANDING_TEXT = {
    Standing.PARTLY_IN_FORCE: "partly in force",
    Standing.NOT_IN_FORCE: "not in force when last checked",
    Standing.NOT_CONFIRMED: "whether it is in force is not confirmed",
}

READING_TEXT = {Reading.SECOND_HAND: "known through another page"}


@dataclass(frozen=True, slots=True)
class NumberedCitation:
    """One line of an entry's source list.

    Attributes:
        number: as in the text, from 1.
        source: the document.
        locator: the place in it.
    """

    number: int
    source: Source
    locator: str


@dataclass(frozen=True, slots=True)
class CitedEntry:
    """An entry's texts with numbers for citations.

    Attributes:
        answer: Markdown.
        limits: when the answer does not hold.
        next_steps: what to do now.
        wales: what differs in Wales; empty when nothing does.
        citations: the numbered sources, in the order in which they are first cited.
    """

    answer: str
    limits: tuple[str, ...]
    next_steps: tuple[str, ...]
    wales: str
    citations: tuple[NumberedCitation, ...]


def cite(entry: Entry, knowledge: KnowledgeBase, *, wales_first: bool = False) -> CitedEntry:
    """Number the citations of an entry.

    Args:
        entry: an entry.
        knowledge: the knowledge base that holds its sources.
        wales_first: whether the note for Wales is read straight after the direct answer, and is numbered so.

    Returns:
        Its texts; the same place in the same source has the same number throughout.
    """
    numbering = Numbering(knowledge)
    if wales_first:
        numbering.number(split_lead(entry.answer)[0])
        numbering.number(entry.wales or "")
    return CitedEntry(
        answer=numbering.number(entry.answer),
        limits=tuple(map(numbering.number, entry.limits)),
        next_steps=tuple(map(numbering.number, entry.next_steps)),
        wales=numbering.number(entry.wales or ""),
        citations=numbering.citations,
    )


def split_lead(answer: str) -> tuple[str, str]:
    """Part the direct answer from the rest.

    Args:
        answer: Markdown.

    Returns:
        The first paragraph, with the list that it announces where it ends with a colon; then what follows.
    """
    lead, gap, rest = answer.strip().partition("\n\n")
    if lead.endswith(":") and rest:
        listed, _, rest = rest.partition("\n\n")
        lead = f"{lead}{gap}{listed}"
    return lead, rest


class Numbering:
    """Gives each cited place a number, in the order in which texts are numbered.

    Args:
        knowledge: the knowledge base that holds the sources.
    """

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._numbers: dict[Citation, int] = {}

    def number(self, text: str) -> str:
        """Put numbers in place of citations.

        Args:
            text: Markdown with citations.

        Returns:
            The text with marks such as [1][2].
        """
        return "".join(
            stretch.text + _marks([self._numbers.setdefault(one, len(self._numbers) + 1) for one in stretch.citations])
            for stretch in split_citations(text)
        ).strip()

    @property
    def citations(self) -> tuple[NumberedCitation, ...]:
        """The numbered places so far."""
        return tuple(
            NumberedCitation(number, self._knowledge.source[citation.source], citation.locator)
            for citation, number in self._numbers.items()
        )


def source_line(source: Source) -> str:
    """Give a source as one sentence: title, publisher, date.

    Args:
        source: a document.

    Returns:
        For example "Data Protection Act 2018. legislation.gov.uk, 2018-05-23".
    """
    date = "undated" if source.date == "unknown" else source.date
    return f"{as_sentence(source.title)} {source.publisher}, {date}"


def citation_line(citation: NumberedCitation) -> str:
    """Give one line of a source list, without its number.

    Args:
        citation: a numbered citation.

    Returns:
        Title, publisher, date, locator, standing where it matters, and address.
    """
    source = citation.source
    known = (STANDING_TEXT.get(source.standing), READING_TEXT.get(source.read))
    remarks = [remark for remark in known if remark]
    remark = f" ({'; '.join(remarks)})" if remarks else ""
    locator = f": {citation.locator}" if citation.locator else ""
    return f"{source_line(source)}{locator}{remark}.{f' {source.url}' if source.url else ''}"


def as_sentence(title: str) -> str:
    """End a title with a full stop, where it has no stop of its own.

    Args:
        title: of a source or a guided path.
    """
    return title if title.endswith((".", "?", "!")) else f"{title}."


def _marks(numbers: Sequence[int]) -> str:
    return " " + "".join(f"[{number}]" for number in dict.fromkeys(numbers)) if numbers else ""
