"""`assistant show`: one entry in full."""

from __future__ import annotations

import argparse
from datetime import date

from assistant.command_line import output
from assistant.command_line.command import Command
from assistant.command_line.diagnostics import ExitCode
from assistant.command_line.opening import add_nation, open_knowledge
from assistant.errors import UnknownEntry
from assistant.knowledge_base import Nation
from assistant.matching import nearest_ids
from assistant.rendering import as_json, as_markdown, as_plain_text, entry_document, entry_json, related_section


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", help="id of an entry, as 'assistant list' shows it")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print a JSON object")
    form.add_argument("--markdown", action="store_true", help="print Markdown")
    add_nation(parser)


def _show(options: argparse.Namespace) -> ExitCode:
    knowledge = open_knowledge(options)
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


COMMAND = Command("show", "show one entry in full", "assistant show share-without-consent", _add_arguments, _show)
