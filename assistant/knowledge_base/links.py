"""Faults between records: ids that stand twice, ids that lead nowhere, and circles of `see`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from assistant.errors import Problem
from assistant.knowledge_base.citations import citations_in
from assistant.knowledge_base.file_types import (
    CONTACTS,
    ENTRIES,
    FILE_TYPES,
    FOLLOW_UPS,
    GLOSSARY,
    GUIDE,
    OUT_OF_SCOPE,
    PATHS,
    PHRASINGS,
    FileType,
)
from assistant.knowledge_base.model import KnowledgeBase
from assistant.knowledge_base.path_links import path_faults
from assistant.knowledge_base.yaml_file import YamlFile


def link_faults(knowledge: KnowledgeBase, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    """Find every id that stands twice or does not resolve.

    Args:
        knowledge: the records as read.
        files: the parsed files by name, for line numbers.

    Yields:
        One problem for each fault.
    """
    yield from _repeated_ids(files)
    for name, file in files.items():
        for kind, faults in RULES:
            if kind.holds(name):
                yield from faults(file, knowledge)


def _guide_faults(file: YamlFile, knowledge: KnowledgeBase) -> Iterator[Problem]:
    guide = knowledge.guide
    default = guide.default_signpost
    if default and default not in knowledge.signpost:
        fault = f"There is no signpost '{default}'."
        cure = "Add it to out_of_scope.yaml or correct the id."
        yield file.problem(("default_signpost",), "default_signpost", fault, cure)
    for field, entry in (("emergency_entry", guide.emergency_entry), ("worry_entry", guide.worry_entry)):
        if entry and entry not in knowledge.entry:
            yield file.problem((field,), field, f"There is no entry '{entry}'.", "Correct or remove the id.")
    for index, source in enumerate(guide.based_on):
        if source not in knowledge.source:
            fault, cure = f"There is no source '{source}'.", "Add it to sources.yaml or correct the id."
            yield file.problem(("based_on", index), "based_on", fault, cure)


def _repeated_ids(files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    for kind in FILE_TYPES:
        first: dict[str, str] = {}
        for name, file in files.items():
            for path, one in _ids_in(file, kind) if kind.holds(name) else ():
                if one in first:
                    fault = f"This id is already used at {first[one]}."
                    yield file.problem(path, f"'{one}'", fault, "Give each its own id.")
                first.setdefault(one, f"{name}:{file.line(*path)}")


def _ids_in(file: YamlFile, kind: FileType[Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Give the place and the id of each record of a file; a guided path has a file of its own."""
    if "id" in file.data:
        yield ("id",), file.data["id"]
    if kind.id_field is not None:
        for index, item in enumerate(file.data[kind.id_field]):
            yield (kind.id_field, index, "id"), item["id"]


def _entry_file_faults(file: YamlFile, knowledge: KnowledgeBase) -> Iterator[Problem]:
    if file.data["topic"] not in knowledge.topic:
        fault = f"There is no topic '{file.data['topic']}'."
        yield file.problem(("topic",), "topic", fault, "Add it to topics.yaml or correct the name.")
    if not file.data["entries"]:
        yield file.problem(("entries",), "entries", "There is no entry.", "Write one, or remove the file.")
    terms = {term.id for term in knowledge.terms}
    for index, item in enumerate(file.data["entries"]):
        entry = knowledge.entry[item["id"]]
        path = ("entries", index)
        if not any(map(str.isalnum, entry.question)):
            where = f"'{entry.id}', question"
            yield file.problem((*path, "question"), where, "The question has no word.", "Write what people ask.")
        yield from _unresolved(file, path, entry.id, "related", entry.related, knowledge.entry, "entry")
        yield from _unresolved(file, path, entry.id, "terms", entry.terms, terms, "glossary term")
        for field, text in entry.cited_fields():
            for citation in citations_in(text):
                if citation.source not in knowledge.source:
                    fault = f"There is no source '{citation.source}'."
                    cure = "Add it to sources.yaml or correct the citation."
                    yield file.problem((*path, field), f"'{entry.id}', {field}", fault, cure)


def _unresolved(
    file: YamlFile,
    path: Sequence[str | int],
    entry_id: str,
    field: str,
    ids: Iterable[str],
    known: Iterable[str],
    kind: str,
) -> Iterator[Problem]:
    known_ids = set(known)
    for index, target in enumerate(ids):
        if target not in known_ids:
            fault = f"There is no {kind} '{target}'."
            yield file.problem((*path, field, index), f"'{entry_id}', {field}", fault, "Correct or remove the id.")
        elif target == entry_id and field == "related":
            fault = "The entry names itself as related."
            yield file.problem((*path, field, index), f"'{entry_id}', {field}", fault, "Remove the id.")
    for target, count in Counter(ids).items():
        if count > 1:
            fault = f"'{target}' stands twice."
            yield file.problem((*path, field), f"'{entry_id}', {field}", fault, "Keep one of them.")


def _phrasing_faults(file: YamlFile, knowledge: KnowledgeBase) -> Iterator[Problem]:
    yield from _misplaced(file, "phrasings", knowledge)


def _misplaced(file: YamlFile, field: str, knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Find what is written for an entry that there is not, or that belongs to another topic."""
    for entry_id in file.data[field]:
        path = (field, entry_id)
        if entry_id not in knowledge.entry:
            fault = f"There is no entry '{entry_id}'."
            yield file.problem(path, f"'{entry_id}'", fault, "Correct the id or add the entry.")
        elif knowledge.topic_of[entry_id] != file.data["topic"]:
            fault = f"This entry belongs to the topic '{knowledge.topic_of[entry_id]}'."
            yield file.problem(path, f"'{entry_id}'", fault, "Move what is under it to that topic's file.")


def _follow_up_faults(file: YamlFile, knowledge: KnowledgeBase) -> Iterator[Problem]:
    yield from _misplaced(file, "follow_ups", knowledge)
    for after, writers in file.data["follow_ups"].items():
        for writer, texts in writers.items():
            for index, written in enumerate(texts):
                path = ("follow_ups", after, writer, index)
                yield from _unresolved(file, path, after, "entries", written["entries"], knowledge.entry, "entry")


def _glossary_faults(file: YamlFile, knowledge: KnowledgeBase) -> Iterator[Problem]:
    leads = {term.id: term.see for term in knowledge.terms}
    for index, term in enumerate(knowledge.terms):
        path = ("terms", index)
        if term.see and term.see not in leads:
            fault = f"There is no term '{term.see}'."
            yield file.problem((*path, "see"), f"'{term.id}', see", fault, "Correct the id or add the term.")
        elif term.see and _circles(term.id, leads):
            fault = f"'see' leads round in a circle from '{term.id}'."
            yield file.problem((*path, "see"), f"'{term.id}', see", fault, "Give one term of the circle a meaning.")
        elif not term.see and not term.meaning:
            fault = "The term has neither a meaning nor 'see'."
            yield file.problem(path, f"'{term.id}'", fault, "Write its meaning, or lead to another term with 'see'.")
        yield from _source_faults(file, (*path, "source"), f"'{term.id}', source", term.source, knowledge)


def _circles(start: str, leads: Mapping[str, str | None]) -> bool:
    seen = set()
    step: str | None = start
    while step is not None and step in leads:
        if step in seen:
            return True
        seen.add(step)
        step = leads[step]
    return False


def _contact_faults(file: YamlFile, knowledge: KnowledgeBase) -> Iterator[Problem]:
    for index, contact in enumerate(knowledge.contacts):
        path = ("contacts", index, "source")
        yield from _source_faults(file, path, f"'{contact.id}', source", contact.source, knowledge)


def _source_faults(
    file: YamlFile, path: Sequence[str | int], where: str, text: str, knowledge: KnowledgeBase
) -> Iterator[Problem]:
    for citation in citations_in(text):
        if citation.source not in knowledge.source:
            fault = f"There is no source '{citation.source}'."
            yield file.problem(path, where, fault, "Add it to sources.yaml or correct the citation.")


def _scope_faults(file: YamlFile, knowledge: KnowledgeBase) -> Iterator[Problem]:
    for index, signpost in enumerate(knowledge.signposts):
        for contact in signpost.contacts:
            if contact not in knowledge.contact:
                fault = f"There is no contact '{contact}'."
                path = ("signposts", index, "contacts")
                yield file.problem(path, f"'{signpost.id}', contacts", fault, "Correct the id or add the contact.")
    for index, group in enumerate(knowledge.out_of_scope):
        if group.signpost not in knowledge.signpost:
            fault = f"There is no signpost '{group.signpost}'."
            where = f"group {index + 1}, signpost"
            yield file.problem(("groups", index, "signpost"), where, fault, "Correct the id or add the signpost.")


RULES: tuple[tuple[FileType[Any], Callable[[YamlFile, KnowledgeBase], Iterator[Problem]]], ...] = (
    (GUIDE, _guide_faults),
    (ENTRIES, _entry_file_faults),
    (PHRASINGS, _phrasing_faults),
    (FOLLOW_UPS, _follow_up_faults),
    (PATHS, path_faults),
    (GLOSSARY, _glossary_faults),
    (CONTACTS, _contact_faults),
    (OUT_OF_SCOPE, _scope_faults),
)
"""What finds the faults of each type of file."""
