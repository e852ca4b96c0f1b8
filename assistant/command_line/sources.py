"""`assistant sources`: every source that answers rest on."""

from __future__ import annotations

import argparse

import msgspec

from assistant.command_line import output
from assistant.command_line.command import Command
from assistant.command_line.diagnostics import ExitCode
from assistant.command_line.opening import open_knowledge
from assistant.rendering import as_json, source_line


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object a source")


def _list(options: argparse.Namespace) -> ExitCode:
    for source in open_knowledge(options).sources:
        if options.json:
            output.write(as_json(msgspec.to_builtins(source)))
        else:
            output.write_record(f"{source.id}: {source_line(source)}.{f' {source.url}' if source.url else ''}")
    return ExitCode.DONE


COMMAND = Command("sources", "list every source", "assistant sources --json", _add_arguments, _list)
