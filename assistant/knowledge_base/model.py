"""The knowledge base as immutable, typed data: what curators write in YAML, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Annotated

from msgspec import Meta, Struct

from assistant.knowledge_base.citations import citations_in
from assistant.knowledge_base.guided_path import GuidedPath
from assistant.knowledge_base.kinds import Nation, Reading, ScopeKind, SourceKind, Standing
from assistant.knowledge_base.record import Address, CitedText, Id, Record, Text
from assistant.knowledge_base.wordings import FollowUp, Phrasing

_SHORT_FORM = re.compile(r"\(([^)]+)\)")


class Guide(Record, frozen=True):
    """What the knowledge base is, for whom, and what it says of itself."""

    name: Text
    version: Text
    nations: tuple[Nation, ...]
    purpose: Text
    disclaimer: Text
    emergency: Annotated[str, Meta(min_length=1, description="Shown first when someone may be in danger now.")]
    privacy: Text
    personal_data: Annotated[str, Meta(min_length=1, description="Shown when a message looks like personal data.")]
    decline: Annotated[str, Meta(min_length=1, description="Said when there is no answer.")]
    refuse: Annotated[str, Meta(description="Said instead when the question seeks to harm a child.")] = ""
    default_signpost: Annotated[Id | None, Meta(description="Where to point when no kind fits.")] = None
    choose: Text = "Which of these did you mean?"
    rejected: Annotated[str, Meta(min_length=1, description="Said when an answer or the choices did not help.")] = (
        "That did not help. These questions are the nearest."
    )
    emergency_heading: Annotated[str, Meta(min_length=1, description="Heading of the emergency help.")] = (
        "If someone may be in danger now"
    )
    emergency_entry: Annotated[Id | None, Meta(description="The entry offered first in an emergency.")] = None
    worry_entry: Annotated[
        Id | None, Meta(description="The entry always offered where a message tells of a worry and asks nothing.")
    ] = None
    other_language: Text = "This assistant answers in English only."
    examples: tuple[Text, ...] = ()
    based_on: tuple[Id, ...] = ()
    licence: Text = "CC BY 4.0"


class Topic(Record, frozen=True):
    """A group of entries, in browsing order."""

    id: Id
    title: Text
    about: str = ""


class Source(Record, frozen=True):
    """A document that answers rest on."""

    id: Id
    title: Text
    publisher: Text
    date: Text
    nations: tuple[Nation, ...]
    kind: SourceKind
    url: Address | None = None
    standing: Standing = Standing.NOT_LAW
    read: Reading = Reading.READ
    read_at: Annotated[str, Meta(description="What was read, where that differs from the address.")] = ""


class Entry(Record, frozen=True):
    """One question with its curated answer."""

    id: Id
    question: Text
    answer: CitedText
    limits: tuple[CitedText, ...] = ()
    next_steps: tuple[CitedText, ...] = ()
    nations: tuple[Nation, ...] = ()
    wales: Annotated[str | None, Meta(description="What differs in Wales, with citations.")] = None
    related: tuple[Id, ...] = ()
    terms: tuple[Id, ...] = ()
    roles: tuple[Id, ...] = ()
    reviewed: date | None = None
    review_by: date | None = None
    check_live: bool = False
    to_check: tuple[Text, ...] = ()

    def is_overdue(self, today: date) -> bool:
        """Whether the entry should have been reviewed before a day."""
        return self.review_by is not None and self.review_by < today

    def cited_fields(self) -> Iterator[tuple[str, str]]:
        """List the texts that may carry citations.

        Yields:
            Field name and text, in reading order; a list gives one pair for each item.
        """
        yield "answer", self.answer
        for limit in self.limits:
            yield "limits", limit
        for step in self.next_steps:
            yield "next_steps", step
        if self.wales:
            yield "wales", self.wales


class Term(Record, frozen=True):
    """A glossary term. `see` leads from an old or second name to the term now used."""

    id: Id
    term: Text
    meaning: str = ""
    also: tuple[Text, ...] = ()
    see: Id | None = None
    nations: tuple[Nation, ...] = ()
    source: Annotated[str, Meta(description="A citation such as [@source-id, locator].")] = ""

    @property
    def short_forms(self) -> tuple[str, ...]:
        """What stands in brackets in the term, such as "CSC"."""
        return tuple(_SHORT_FORM.findall(self.term))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name: the term without brackets, its short forms and its other names."""
        return (_SHORT_FORM.sub("", self.term), *self.short_forms, *self.also)


class Contact(Record, frozen=True):
    """A national service that a person can turn to."""

    id: Id
    name: Text
    purpose: Text
    also: tuple[Text, ...] = ()
    phone: str = ""
    url: Address = ""
    nations: tuple[Nation, ...] = ()
    note: str = ""
    source: Annotated[str, Meta(description="A citation such as [@source-id, locator].")] = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name: the first without what stands in brackets, and its other names."""
        return (_SHORT_FORM.sub("", self.name), *self.also)


class Signpost(Record, frozen=True):
    """Where a person is pointed when their question is not one for this knowledge base."""

    id: Id
    text: Text
    contacts: tuple[Id, ...] = ()


class OutOfScopeGroup(Record, frozen=True):
    """Questions of one kind that must be declined, and where to point the person."""

    kind: ScopeKind
    signpost: Id
    questions: tuple[Text, ...]


class KnowledgeBase(Struct, frozen=True, dict=True, kw_only=True):
    """A whole knowledge base, checked: every id in it resolves.

    Attributes:
        version: date of the knowledge and a hash of its files; the same text gives the same version.
        topic_of: topic id of each entry id.
        urgent: messages which say that a child may be in danger now, to learn from.
        calm: messages that do not.
    """

    version: str
    guide: Guide
    topics: tuple[Topic, ...]
    entries: tuple[Entry, ...]
    topic_of: dict[str, str]
    phrasings: tuple[Phrasing, ...]
    follow_ups: tuple[FollowUp, ...] = ()
    sources: tuple[Source, ...] = ()
    terms: tuple[Term, ...] = ()
    contacts: tuple[Contact, ...] = ()
    signposts: tuple[Signpost, ...] = ()
    out_of_scope: tuple[OutOfScopeGroup, ...] = ()
    paths: tuple[GuidedPath, ...] = ()
    urgent: tuple[str, ...] = ()
    calm: tuple[str, ...] = ()

    @cached_property
    def entry(self) -> dict[str, Entry]:
        """Entries by id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def topic(self) -> dict[str, Topic]:
        """Topics by id."""
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def contact(self) -> dict[str, Contact]:
        """Contacts by id."""
        return {contact.id: contact for contact in self.contacts}

    @cached_property
    def contacts_named(self) -> dict[str, tuple[Contact, ...]]:
        """Contacts by each of their names."""
        names = dict.fromkeys(name for contact in self.contacts for name in contact.names)
        return {name: tuple(contact for contact in self.contacts if name in contact.names) for name in names}

    @cached_property
    def signpost(self) -> dict[str, Signpost]:
        """Signposts by id."""
        return {signpost.id: signpost for signpost in self.signposts}

    @cached_property
    def term(self) -> dict[str, Term]:
        """Glossary terms by id; an old name gives the term that is now used."""
        return current_terms(self.terms)

    @cached_property
    def citation_count(self) -> int:
        """Number of citations in all entries, repeats included."""
        return sum(len(citations_in(text)) for entry in self.entries for _, text in entry.cited_fields())

    def entries_of(self, topic_id: str) -> tuple[Entry, ...]:
        """Give the entries of a topic in their order.

        Args:
            topic_id: id of a topic.

        Returns:
            The topic's entries; empty when it has none.
        """
        return tuple(entry for entry in self.entries if self.topic_of[entry.id] == topic_id)


def current_terms(terms: Sequence[Term]) -> dict[str, Term]:
    """Follow every `see` to its end.

    Args:
        terms: of a glossary in which every `see` resolves.

    Returns:
        For each id the term that is now used.
    """
    own = {term.id: term for term in terms}

    def current(term: Term) -> Term:
        return current(own[term.see]) if term.see else term

    return {term.id: current(term) for term in terms}
