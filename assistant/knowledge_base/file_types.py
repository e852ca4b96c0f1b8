"""What each file of a knowledge folder holds."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from assistant.knowledge_base.guided_path import GuidedPath
from assistant.knowledge_base.model import (
    Contact,
    Entry,
    Guide,
    OutOfScopeGroup,
    Signpost,
    Source,
    Term,
    Topic,
)
from assistant.knowledge_base.record import Id, Record, Text


class EntryFile(Record, frozen=True):
    """One file of `entries/`: the entries of a topic."""

    topic: Id
    entries: tuple[Entry, ...]


class PhrasingFile(Record, frozen=True):
    """One file of `phrasings/`: for each entry, each writer's other ways to ask it."""

    topic: Id
    phrasings: dict[str, dict[str, tuple[Text, ...]]]


class WrittenFollowUp(Record, frozen=True):
    """What may be typed after an answer, and the ids of the entries that answer it, best first."""

    ask: Text
    entries: Annotated[tuple[Id, ...], Meta(min_length=1)]


class FollowUpFile(Record, frozen=True):
    """One file of `follow_ups/`: for each entry, what each writer would ask after its answer."""

    topic: Id
    follow_ups: dict[str, dict[str, tuple[WrittenFollowUp, ...]]]


class OutOfScopeFile(Record, frozen=True):
    """The whole of `out_of_scope.yaml`."""

    signposts: tuple[Signpost, ...]
    groups: tuple[OutOfScopeGroup, ...]


class TopicsFile(Record, frozen=True):
    """The whole of `topics.yaml`."""

    topics: tuple[Topic, ...]


class SourcesFile(Record, frozen=True):
    """The whole of `sources.yaml`."""

    sources: tuple[Source, ...]


class GlossaryFile(Record, frozen=True):
    """The whole of `glossary.yaml`."""

    terms: tuple[Term, ...]


class ContactsFile(Record, frozen=True):
    """The whole of `contacts.yaml`."""

    contacts: tuple[Contact, ...]


class UrgencyFile(Record, frozen=True):
    """The whole of `urgency.yaml`: examples from which urgent messages are learned."""

    urgent: tuple[Text, ...]
    calm: tuple[Text, ...]


class Coverage(Record, frozen=True):
    """A statement of the guide that the knowledge is drawn from, in our own words, and the entries that tell it."""

    page: Text
    heading: Text
    says: Text
    entries: Annotated[tuple[Id, ...], Meta(min_length=1)]


class CoverageFile(Record, frozen=True):
    """The whole of `guide_coverage.yaml`."""

    coverage: tuple[Coverage, ...]


FILE_TYPES: dict[str, tuple[type, str | None]] = {
    "guide.yaml": (Guide, None),
    "topics.yaml": (TopicsFile, "topics"),
    "sources.yaml": (SourcesFile, "sources"),
    "glossary.yaml": (GlossaryFile, "terms"),
    "contacts.yaml": (ContactsFile, "contacts"),
    "out_of_scope.yaml": (OutOfScopeFile, "groups"),
    "urgency.yaml": (UrgencyFile, None),
    "guide_coverage.yaml": (CoverageFile, "coverage"),
    "entries": (EntryFile, "entries"),
    "phrasings": (PhrasingFile, "phrasings"),
    "follow_ups": (FollowUpFile, "follow_ups"),
    "paths": (GuidedPath, "steps"),
}
"""For each file (or folder of files): its type, and the field that holds its list of items, if one does."""
