"""A reply or an entry laid out in sections, before it becomes plain text or Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from assistant.conversation import Reply
from assistant.knowledge_base import Contact, Entry, KnowledgeBase, Nation
from assistant.matching import Outcome
from assistant.rendering.citing import NumberedCitation, citation_line, cite, split_lead
from assistant.rendering.references import term_meaning
from assistant.rendering.wording import in_words, long_date

ASKED_MORE = "You seem to ask more than one thing. The first of the questions below may be the other."


SAME_AGAIN = "This is the answer you had: it holds what there is on that. If you meant something else, ask it in full."


class SectionKind(Enum):
    """What a section is, so that a front end can set it apart."""

    EMERGENCY = "emergency"
    NOTICE = "notice"
    TERM = "term"
    TITLE = "title"
    ANSWER = "answer"
    LIMITS = "limits"
    STEPS = "steps"
    WALES = "wales"
    NOTE = "note"
    CHECK = "check"
    STANDING = "standing"
    SOURCES = "sources"
    MESSAGE = "message"
    CHOICES = "choices"
    CONTACTS = "contacts"
    RELATED = "related"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document.

    Attributes:
        kind: what it is.
        heading: its heading; empty when it has none.
        body: Markdown text before the items.
        items: list items.
        ids: of the entries that the items name, where they name any.
        numbered: whether the items are counted.
        citations: what the items stand for, in a list of sources.
    """

    kind: SectionKind
    heading: str = ""
    body: str = ""
    items: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    numbered: bool = False
    citations: tuple[NumberedCitation, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The items as they are written, an entry with its id, by which the command line shows it."""
        if not self.ids:
            return self.items
        return tuple(f"{item} ({one})" for item, one in zip(self.items, self.ids, strict=True))


Document = tuple[Section, ...]


def without_ids(document: Document) -> Document:
    """Leave out the ids of entries, which are of use on the command line and nowhere else.

    Args:
        document: what a person reads, keeps or sends.
    """
    return tuple(replace(section, ids=()) for section in document)


def entry_document(
    entry: Entry, knowledge: KnowledgeBase, nation: Nation | None = None, today: date | None = None
) -> Document:
    """Lay out an entry in full.

    Args:
        entry: the entry.
        knowledge: the knowledge base that it stands in.
        nation: the reader's nation; for Wales the note on it comes first after the direct answer.
        today: the day on which it is read; without it nothing is overdue.

    Returns:
        Its sections in reading order.
    """
    wales_first = nation is Nation.WALES and bool(entry.wales)
    cited = cite(entry, knowledge, wales_first=wales_first)
    lead, rest = split_lead(cited.answer) if wales_first else (cited.answer, "")
    holds = wales_first and not _is_elsewhere(entry, nation)
    wales = Section(SectionKind.WALES, "In Wales (read it with the answer above)" if holds else "In Wales", cited.wales)
    sections = [
        Section(SectionKind.TITLE, entry.question),
        *([Section(SectionKind.NOTICE, "", _nation_warning(entry, nation))] if _is_elsewhere(entry, nation) else []),
        Section(SectionKind.ANSWER, "", lead),
        *([wales] if wales_first else []),
        Section(SectionKind.ANSWER, "More of the answer", rest) if rest else Section(SectionKind.ANSWER),
        Section(SectionKind.LIMITS, "Limits", items=cited.limits),
        Section(SectionKind.STEPS, "What to do now", items=cited.next_steps, numbered=True),
        *([wales] if cited.wales and not wales_first else []),
        Section(SectionKind.CHECK, "The law or guidance is changing: check first", items=entry.to_check),
        Section(SectionKind.STANDING, "", standing_line(entry, today)),
        sources_section(cited.citations),
    ]
    return tuple(
        section
        for section in sections
        if (section.heading and section.items) or section.body or section.kind is SectionKind.TITLE
    )


def answer_document(reply: Reply, knowledge: KnowledgeBase) -> Document:
    """Lay out a reply to be taken elsewhere: into a record or an email.

    Args:
        reply: the reply.
        knowledge: the knowledge base that it came from.

    Returns:
        The entry in full, and what it came from; the whole reply where there is no entry.
    """
    if reply.entry is None:
        return without_ids(reply_document(reply, knowledge))
    foot = Section(SectionKind.FOOT, "", foot_line(knowledge))
    return (*entry_document(reply.entry, knowledge, reply.nation, reply.today), foot)


def reply_document(reply: Reply, knowledge: KnowledgeBase) -> Document:
    """Lay out a reply.

    Args:
        reply: the reply.
        knowledge: the knowledge base that it came from.

    Returns:
        Emergency help first where it applies, then the answer, the choices or the refusal.
    """
    sections: list[Section] = []
    if reply.urgent:
        guide = knowledge.guide
        sections.append(Section(SectionKind.EMERGENCY, guide.emergency_heading, guide.emergency))
    if reply.personal_data:
        found = in_words(list(reply.personal_data))
        sections.append(Section(SectionKind.NOTICE, "", f"{knowledge.guide.personal_data} (Seen: {found}.)"))
    if reply.term:
        sections.append(Section(SectionKind.TERM, reply.term.term, term_meaning(reply.term, knowledge)))
    if reply.again:
        sections.append(Section(SectionKind.NOTICE, "", SAME_AGAIN))
    if reply.entry:
        sections.extend(entry_document(reply.entry, knowledge, reply.nation, reply.today))
        sections.append(Section(SectionKind.MESSAGE, "", ASKED_MORE if reply.also else ""))
        sections.append(related_section(reply.options, knowledge))
    else:
        sections.append(Section(SectionKind.MESSAGE, "", reply.message))
        if reply.signpost:
            sections.append(Section(SectionKind.MESSAGE, "", reply.signpost))
        if reply.contacts:
            contacts = tuple(map(contact_line, reply.contacts))
            sections.append(Section(SectionKind.CONTACTS, "Who can help", items=contacts))
        sections.append(_choices(reply, knowledge))
    sections.append(Section(SectionKind.FOOT, "", foot_line(knowledge)))
    return tuple(section for section in sections if section.body or section.items or section.kind is SectionKind.TITLE)


def sources_section(citations: tuple[NumberedCitation, ...]) -> Section:
    """List sources.

    Args:
        citations: the numbered citations of the texts above.

    Returns:
        The section; it has no items when there are no citations.
    """
    return Section(SectionKind.SOURCES, "Sources", items=tuple(map(citation_line, citations)), citations=citations)


def standing_line(entry: Entry, today: date | None = None) -> str:
    """Say where an entry holds and when it was reviewed.

    Args:
        entry: an entry.
        today: the day on which it is read; without it nothing is overdue.

    Returns:
        For example "Holds for England and Wales. Reviewed 22 November 2026; next review by 22 May 2027."
    """
    parts = []
    if entry.nations:
        parts.append(f"Holds for {in_words([nation.title for nation in entry.nations])}.")
    if entry.reviewed:
        parts.append(f"Reviewed {long_date(entry.reviewed)}{_next_review(entry, today)}.")
    return " ".join(parts)


def _next_review(entry: Entry, today: date | None) -> str:
    if not entry.review_by:
        return ""
    if today and entry.is_overdue(today):
        return f"; review overdue since {long_date(entry.review_by)}, so check its sources before you rely on it"
    return f"; next review by {long_date(entry.review_by)}"


def contact_line(contact: Contact) -> str:
    """Give a contact as one line.

    Args:
        contact: a service.

    Returns:
        Name, telephone, purpose and note, and the address last, where a line can break before it.
    """
    phone = f" ({contact.phone})" if contact.phone else ""
    parts = (f"{contact.name}{phone}: {contact.purpose}", contact.note, contact.url)
    return " ".join(part for part in parts if part)


def foot_line(knowledge: KnowledgeBase) -> str:
    """Say what the text came from.

    Args:
        knowledge: the knowledge base.

    Returns:
        Name, knowledge version and disclaimer.
    """
    guide = knowledge.guide
    return f"{guide.name}, knowledge {knowledge.version}. {guide.disclaimer}"


def related_section(entry_ids: Sequence[str], knowledge: KnowledgeBase) -> Section:
    """List the questions to go on to.

    Args:
        entry_ids: ids of their entries.
        knowledge: the knowledge base that they stand in.

    Returns:
        A numbered list; empty when there are none.
    """
    return entries_section(SectionKind.RELATED, "Related questions", [knowledge.entry[one] for one in entry_ids])


def entries_section(kind: SectionKind, heading: str, entries: Sequence[Entry]) -> Section:
    """List entries to pick from by number.

    Args:
        kind: what the list is.
        heading: its heading.
        entries: what it names.

    Returns:
        A numbered list; empty when there are none.
    """
    questions, ids = tuple(entry.question for entry in entries), tuple(entry.id for entry in entries)
    return Section(kind, heading, items=questions, ids=ids, numbered=True)


def _choices(reply: Reply, knowledge: KnowledgeBase) -> Section:
    heading = "Choose one, or none of these" if reply.outcome is Outcome.CHOOSE else "The nearest questions here"
    return entries_section(SectionKind.CHOICES, heading, [knowledge.entry[one] for one in reply.options])


def _is_elsewhere(entry: Entry, nation: Nation | None) -> bool:
    return bool(nation and entry.nations and Nation.UK not in entry.nations and nation not in entry.nations)


def _nation_warning(entry: Entry, nation: Nation | None) -> str:
    if not nation:
        return ""
    places = in_words([place.title for place in entry.nations])
    if nation is Nation.WALES and entry.wales:
        return f"Answer for {places}. For Wales, read the note after it before you act."
    return f"This answer holds for {places}. It was not checked for {nation.title}."
