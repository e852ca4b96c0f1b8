"""`assistant search`: questions and terms by their words."""

from __future__ import annotations

import argparse

from assistant.command_line import output
from assistant.command_line.command import Command
from assistant.command_line.diagnostics import ExitCode, report
from assistant.command_line.input_text import clean_text
from assistant.command_line.opening import open_matcher
from assistant.command_line.option_types import count
from assistant.rendering import as_json


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", type=clean_text, help="words to look for")
    parser.add_argument("--most", type=count, default=10, metavar="N", help="number of results at the most (10)")
    parser.add_argument("--json", action="store_true", help="print one JSON object a result")


def _search(options: argparse.Namespace) -> ExitCode:
    found = open_matcher(options).search(" ".join(options.words), options.most)
    for result in found:
        if options.json:
            output.write(as_json({"kind": result.kind, "id": result.id, "text": result.text}))
        else:
            is_entry = result.kind == "entry"
            output.write_record(f"{result.id}: {result.text}" if is_entry else f"{result.text} (glossary)")
    if not found:
        report('Nothing has these words. Try fewer, or ask a question: assistant ask "..."')
    return ExitCode.DONE if found else ExitCode.DECLINED


COMMAND = Command(
    "search", "find questions and terms by words", "assistant search gillick competent", _add_arguments, _search
)
