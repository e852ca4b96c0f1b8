"""`assistant show`, `list`, `search` and `sources`: the knowledge base without a conversation."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import msgspec

from assistant.command_line import output
from assistant.command_line.diagnostics import ExitCode, report
from assistant.command_line.input_text import clean_text
from assistant.command_line.opening import add_nation, open_matcher
from assistant.errors import UnknownEntry, UnknownTopic
from assistant.knowledge_base import Nation
from assistant.matching import nearest_ids
from assistant.rendering import (
    as_json,
    as_markdown,
    as_plain_text,
    entry_document,
    entry_json,
    hanging,
    related_section,
    source_line,
)

HANG = 4
"""Columns by which the further lines of a record stand in."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command as the command line needs it."""

    name: str
    summary: str
    example: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    execute: Callable[[argparse.Namespace], ExitCode]


def _add_show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", help="id of an entry, as 'assistant list' shows it")
    parser.add_argument("--json", action="store_true", help="print a JSON object")
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    add_nation(parser)


def _show(options: argparse.Namespace) -> ExitCode:
    knowledge = open_matcher(options).knowledge
    entry = knowledge.entry.get(options.id)
    if entry is None:
        raise UnknownEntry(options.id, nearest_ids(options.id, knowledge))
    if options.json:
        output.write(as_json(entry_json(entry, knowledge) | {"knowledge_version": knowledge.version}))
        return ExitCode.DONE
    nation = Nation(options.nation) if options.nation else None
    document = (*entry_document(entry, knowledge, nation, date.today()), related_section(entry.related, knowledge))
    output.write(as_markdown(document) if options.markdown else as_plain_text(document, output.width()))
    return ExitCode.DONE


def _add_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--topic", metavar="TOPIC", help="only the questions of this topic")
    parser.add_argument("--json", action="store_true", help="print one JSON object a question")


def _list(options: argparse.Namespace) -> ExitCode:
    knowledge = open_matcher(options).knowledge
    if options.topic and options.topic not in knowledge.topic:
        raise UnknownTopic(options.topic, list(knowledge.topic))
    topics = [knowledge.topic[options.topic]] if options.topic else knowledge.topics
    for topic in topics:
        entries = knowledge.entries_of(topic.id)
        if options.json:
            for entry in entries:
                output.write(as_json({"id": entry.id, "question": entry.question, "topic": topic.id}))
        elif entries:
            output.write(f"{topic.title} ({topic.id})")
            for entry in entries:
                _write_record(f"{entry.id}: {entry.question}", "  ")
            output.write("")
    return ExitCode.DONE


def _add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", type=clean_text, help="words to look for")
    parser.add_argument("--most", type=int, default=10, metavar="N", help="number of results at the most (10)")
    parser.add_argument("--json", action="store_true", help="print one JSON object a result")


def _search(options: argparse.Namespace) -> ExitCode:
    matcher = open_matcher(options)
    found = matcher.search(" ".join(options.words), max(1, options.most))
    for result in found:
        if options.json:
            output.write(as_json({"kind": result.kind, "id": result.id, "text": result.text}))
        else:
            _write_record(f"{result.id}: {result.text}" if result.kind == "entry" else f"{result.text} (glossary)")
    if not found:
        report('Nothing has these words. Try fewer, or ask a question: assistant ask "..."')
    return ExitCode.DONE if found else ExitCode.DECLINED


def _add_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object a source")


def _sources(options: argparse.Namespace) -> ExitCode:
    for source in open_matcher(options).knowledge.sources:
        if options.json:
            output.write(as_json(msgspec.to_builtins(source)))
        else:
            _write_record(f"{source.id}: {source_line(source)}.{f' {source.url}' if source.url else ''}")
    return ExitCode.DONE


def _write_record(text: str, indent: str = "") -> None:
    """Write one record: a line for a program, and for a person as many as it needs, the others standing in."""
    output.write("\n".join(hanging(text, output.width(), indent, HANG)))


SHOW = Command("show", "show one entry in full", "assistant show share-without-consent", _add_show, _show)
LIST = Command("list", "list every question by topic", "assistant list --topic consent", _add_list, _list)
SEARCH = Command(
    "search", "find questions and terms by words", "assistant search gillick competent", _add_search, _search
)
SOURCES = Command("sources", "list every source", "assistant sources --json", _add_sources, _sources)
