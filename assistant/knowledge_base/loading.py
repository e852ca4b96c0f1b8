"""From a folder of YAML to a `KnowledgeBase` in which every id resolves."""

from __future__ import annotations

from datetime import date
from math import inf
from pathlib import Path
from typing import TypeVar

from assistant.errors import KnowledgeInvalid, Problem
from assistant.knowledge_base.file_types import (
    FILE_TYPES,
    ContactsFile,
    EntryFile,
    FollowUpFile,
    GlossaryFile,
    OutOfScopeFile,
    PhrasingFile,
    SourcesFile,
    TopicsFile,
    UrgencyFile,
)
from assistant.knowledge_base.guided_path import GuidedPath
from assistant.knowledge_base.links import link_faults
from assistant.knowledge_base.model import Guide, KnowledgeBase, Topic
from assistant.knowledge_base.snapshot import Snapshot, take_snapshot
from assistant.knowledge_base.wordings import FollowUp, Phrasing
from assistant.knowledge_base.yaml_file import FileFaults, YamlFile, parse_yaml

T = TypeVar("T")

DEFAULT_GUIDE = Guide(
    name="Guide",
    version="0",
    law_as_at=date(1970, 1, 1),
    nations=(),
    purpose="Curated answers to common questions.",
    disclaimer="This is general guidance, not advice on a case.",
    emergency="If someone may be in danger now, ring 999.",
    privacy="Nothing that you type is stored or sent.",
    personal_data="This looks like personal data. You do not need names or details to ask.",
    decline="There is no answer to that question here.",
)
"""Stands in for `guide.yaml` in a knowledge base that has none."""


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
    return parse_knowledge(take_snapshot(folder))


def parse_knowledge(snapshot: Snapshot) -> KnowledgeBase:
    """Parse and check the files of a snapshot.

    Args:
        snapshot: the files.

    Returns:
        The knowledge base.

    Raises:
        KnowledgeInvalid: it has faults; all of them are reported together.
    """
    reader = _Reader(snapshot)
    guide = reader.one("guide.yaml", Guide) or DEFAULT_GUIDE
    topics = reader.one("topics.yaml", TopicsFile)
    sources = reader.one("sources.yaml", SourcesFile)
    glossary = reader.one("glossary.yaml", GlossaryFile)
    contacts = reader.one("contacts.yaml", ContactsFile)
    scope = reader.one("out_of_scope.yaml", OutOfScopeFile)
    urgency = reader.one("urgency.yaml", UrgencyFile)
    entry_files = reader.all_in("entries", EntryFile)
    paths = sorted(reader.all_in("paths", GuidedPath), key=lambda path: inf if path.order is None else path.order)
    phrasing_files = reader.all_in("phrasings", PhrasingFile)
    follow_up_files = reader.all_in("follow_ups", FollowUpFile)
    topic_list = topics.topics if topics else tuple(Topic(id=file.topic, title=file.topic) for file in entry_files)
    order = {topic.id: index for index, topic in enumerate(topic_list)}
    entry_files.sort(key=lambda file: order.get(file.topic, len(order)))
    knowledge = KnowledgeBase(
        version=f"{guide.version}+{snapshot.digest[:8]}",
        guide=guide,
        topics=topic_list,
        entries=tuple(entry for file in entry_files for entry in file.entries),
        topic_of={entry.id: file.topic for file in entry_files for entry in file.entries},
        phrasings=tuple(
            Phrasing(text, entry, writer)
            for file in phrasing_files
            for entry, writers in file.phrasings.items()
            for writer, texts in writers.items()
            for text in texts
        ),
        follow_ups=tuple(
            FollowUp(after, written.ask, written.entries, writer)
            for file in follow_up_files
            for after, writers in file.follow_ups.items()
            for writer, texts in writers.items()
            for written in texts
        ),
        sources=sources.sources if sources else (),
        terms=glossary.terms if glossary else (),
        contacts=contacts.contacts if contacts else (),
        signposts=scope.signposts if scope else (),
        out_of_scope=scope.groups if scope else (),
        paths=tuple(paths),
        urgent=urgency.urgent if urgency else (),
        calm=urgency.calm if urgency else (),
    )
    problems = reader.problems or list(link_faults(knowledge, reader.files))
    if problems:
        raise KnowledgeInvalid(problems)
    return knowledge


class _Reader:
    """Reads files one by one and gathers their faults."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.problems: list[Problem] = []
        self.files: dict[str, YamlFile] = {}
        self._snapshot = snapshot

    def one(self, name: str, kind: type[T]) -> T | None:
        """Read a single file; None when the folder has none or it has faults."""
        return self._read(name, kind, FILE_TYPES[name][1]) if name in self._snapshot.files else None

    def all_in(self, folder: str, kind: type[T]) -> list[T]:
        """Read the files of a folder, leaving out those with faults."""
        names = sorted(name for name in self._snapshot.files if name.startswith(f"{folder}/"))
        read = (self._read(name, kind, FILE_TYPES[folder][1]) for name in names)
        return [file for file in read if file is not None]

    def _read(self, name: str, kind: type[T], list_field: str | None) -> T | None:
        try:
            file = parse_yaml(self._snapshot.files[name], name)
            self.files[name] = file
            return file.convert(kind, list_field)
        except FileFaults as faults:
            self.problems.extend(faults.problems)
            return None
