"""What each file of a knowledge folder holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

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

T = TypeVar("T")


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


@dataclass(frozen=True, slots=True)
class FileType(Generic[T]):
    """What a file of a knowledge folder holds, or each file of a folder in it.

    Attributes:
        name: of the file; without an ending, of the folder.
        record: type of the whole file.
        id_field: the field whose items bear ids that stand nowhere else among these files, if one does.
        is_answered_from: whether answers come from it; if not, it is for the editors alone.
    """

    name: str
    record: type[T]
    id_field: str | None = None
    is_answered_from: bool = True

    @property
    def is_folder(self) -> bool:
        """Whether there may be several files of this type."""
        return not self.name.endswith(".yaml")

    def holds(self, name: str) -> bool:
        """Whether the file with this path, relative to the knowledge folder, is of this type."""
        return name.startswith(f"{self.name}/") if self.is_folder else name == self.name


GUIDE = FileType("guide.yaml", Guide)
TOPICS = FileType("topics.yaml", TopicsFile, "topics")
SOURCES = FileType("sources.yaml", SourcesFile, "sources")
GLOSSARY = FileType("glossary.yaml", GlossaryFile, "terms")
CONTACTS = FileType("contacts.yaml", ContactsFile, "contacts")
OUT_OF_SCOPE = FileType("out_of_scope.yaml", OutOfScopeFile, "signposts")
URGENCY = FileType("urgency.yaml", UrgencyFile)
COVERAGE = FileType("guide_coverage.yaml", CoverageFile, is_answered_from=False)
ENTRIES = FileType("entries", EntryFile, "entries")
PHRASINGS = FileType("phrasings", PhrasingFile)
FOLLOW_UPS = FileType("follow_ups", FollowUpFile)
PATHS = FileType("paths", GuidedPath)

FILE_TYPES: tuple[FileType[Any], ...] = (
    *(GUIDE, TOPICS, SOURCES, GLOSSARY, CONTACTS, OUT_OF_SCOPE, URGENCY, COVERAGE),
    *(ENTRIES, PHRASINGS, FOLLOW_UPS, PATHS),
)
"""Every file and folder of a knowledge folder."""
