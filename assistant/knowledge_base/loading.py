"""From a folder of YAML to a `KnowledgeBase` in which every id resolves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import inf
from pathlib import Path
from typing import TypeVar

from assistant.errors import KnowledgeInvalid, Problem
from assistant.knowledge_base.file_types import (
    CONTACTS,
    ENTRIES,
    FOLLOW_UPS,
    GLOSSARY,
    GUIDE,
    OUT_OF_SCOPE,
    PATHS,
    PHRASINGS,
    SOURCES,
    TOPICS,
    URGENCY,
    FileType,
    FollowUpFile,
    PhrasingFile,
)
from assistant.knowledge_base.links import link_faults
from assistant.knowledge_base.model import Entry, Guide, KnowledgeBase, Topic
from assistant.knowledge_base.snapshot import Snapshot, take_snapshot
from assistant.knowledge_base.wordings import FollowUp, Phrasing
from assistant.knowledge_base.yaml_file import FileFaults, YamlFile, parse_yaml

T = TypeVar("T")

DEFAULT_GUIDE = Guide(
    name="Guide",
    version="0",
    nations=(),
    purpose="Curated answers to common questions.",
    disclaimer="This is general guidance, not advice on a case.",
    emergency="If someone may be in danger now, ring 999.",
    privacy="Nothing that you type is stored or sent.",
    personal_data="This looks like personal data. You do not need names or details to ask.",
    decline="There is no answer to that question here.",
)
"""Stands in for `guide.yaml` in a knowledge base that has none."""


@dataclass(frozen=True)
class ParsedFolder:
    """A knowledge folder that was read, with what is needed to say where in it a fault stands.

    Attributes:
        folder: where it is.
        files: its parsed files by name.
        knowledge: what they hold.
    """

    folder: Path
    files: dict[str, YamlFile]
    knowledge: KnowledgeBase

    def entry_problem(self, entry: Entry, field: str, fault: str, cure: str) -> Problem:
        """State a fault of an entry.

        Args:
            entry: the entry.
            field: where in it the fault stands.
            fault: what is wrong.
            cure: how to mend it.

        Returns:
            The problem with its file and line.
        """
        file, index = self._place_of[entry.id]
        return file.problem(("entries", index, field), f"'{entry.id}', {field}", fault, cure)

    @cached_property
    def _place_of(self) -> dict[str, tuple[YamlFile, int]]:
        """The file of each entry, and its place in the file's list."""
        return {
            item["id"]: (file, index)
            for name, file in self.files.items()
            if ENTRIES.holds(name)
            for index, item in enumerate(file.data["entries"])
        }


def load_knowledge(folder: Path) -> KnowledgeBase:
    """Read and check a knowledge folder.

    Args:
        folder: the folder that holds `entries/` and the other files.

    Returns:
        The knowledge base.

    Raises:
        KnowledgeFolderMissing: there is none at the folder.
        KnowledgeInvalid: it has faults; all of them are reported together.
    """
    return parse_snapshot(take_snapshot(folder)).knowledge


def parse_snapshot(snapshot: Snapshot) -> ParsedFolder:
    """Parse and check the files of a snapshot.

    Args:
        snapshot: the files.

    Returns:
        The parsed files and the knowledge base.

    Raises:
        KnowledgeInvalid: it has faults; all of them are reported together.
    """
    reader = _Reader(snapshot)
    knowledge = _assemble(reader, snapshot.digest)
    problems = reader.problems or list(link_faults(knowledge, reader.files))
    if problems:
        raise KnowledgeInvalid(problems)
    return ParsedFolder(snapshot.folder, reader.files, knowledge)


class _Reader:
    """Reads files one by one and gathers their faults."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.problems: list[Problem] = []
        self.files: dict[str, YamlFile] = {}
        self._contents = snapshot.files

    def one(self, kind: FileType[T]) -> T | None:
        """Read a single file; None when the folder has none or it has faults."""
        return next(iter(self.all(kind)), None)

    def all(self, kind: FileType[T]) -> list[T]:
        """Read the files of a type, leaving out those with faults."""
        read = (self._read(name, kind) for name in sorted(filter(kind.holds, self._contents)))
        return [file for file in read if file is not None]

    def _read(self, name: str, kind: FileType[T]) -> T | None:
        try:
            file = parse_yaml(self._contents[name], name)
            self.files[name] = file
            return file.convert(kind.record)
        except FileFaults as faults:
            self.problems.extend(faults.problems)
            return None


def _assemble(reader: _Reader, digest: str) -> KnowledgeBase:
    """Read every file, and put topics, entries and paths in their order."""
    guide = reader.one(GUIDE) or DEFAULT_GUIDE
    topics, sources, glossary = reader.one(TOPICS), reader.one(SOURCES), reader.one(GLOSSARY)
    contacts, scope, urgency = reader.one(CONTACTS), reader.one(OUT_OF_SCOPE), reader.one(URGENCY)
    entry_files = reader.all(ENTRIES)
    topic_list = topics.topics if topics else tuple(Topic(id=file.topic, title=file.topic) for file in entry_files)
    order = {topic.id: index for index, topic in enumerate(topic_list)}
    entry_files.sort(key=lambda file: order.get(file.topic, len(order)))
    return KnowledgeBase(
        version=f"{guide.version}+{digest[:8]}",
        guide=guide,
        topics=topic_list,
        entries=tuple(entry for file in entry_files for entry in file.entries),
        topic_of={entry.id: file.topic for file in entry_files for entry in file.entries},
        phrasings=tuple(_phrasings(reader.all(PHRASINGS))),
        follow_ups=tuple(_follow_ups(reader.all(FOLLOW_UPS))),
        sources=sources.sources if sources else (),
        terms=glossary.terms if glossary else (),
        contacts=contacts.contacts if contacts else (),
        signposts=scope.signposts if scope else (),
        out_of_scope=scope.groups if scope else (),
        paths=tuple(sorted(reader.all(PATHS), key=lambda path: inf if path.order is None else path.order)),
        urgent=urgency.urgent if urgency else (),
        calm=urgency.calm if urgency else (),
    )


def _phrasings(files: Iterable[PhrasingFile]) -> Iterator[Phrasing]:
    for file in files:
        for entry, writers in file.phrasings.items():
            for writer, texts in writers.items():
                yield from (Phrasing(text, entry, writer) for text in texts)


def _follow_ups(files: Iterable[FollowUpFile]) -> Iterator[FollowUp]:
    for file in files:
        for after, writers in file.follow_ups.items():
            for writer, texts in writers.items():
                yield from (FollowUp(after, written.ask, written.entries, writer) for written in texts)
