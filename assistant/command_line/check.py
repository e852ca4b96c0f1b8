"""`assistant check`: proves the mechanical part of the editorial standard."""

from __future__ import annotations

import argparse
from datetime import date

from assistant.command_line import output
from assistant.command_line.command import Command
from assistant.command_line.diagnostics import ExitCode
from assistant.command_line.option_types import day
from assistant.knowledge_base import take_snapshot
from assistant.rendering import as_json


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object a fault")
    dates = parser.add_mutually_exclusive_group()
    dates.add_argument(
        "--today",
        type=day,
        metavar="YYYY-MM-DD",
        help="tell which reviews are overdue on this day, instead of today",
    )
    dates.add_argument("--no-dates", action="store_true", help="let no review be overdue: the same faults on any day")


def _check(options: argparse.Namespace) -> ExitCode:
    from assistant.knowledge_base.editorial import editorial_faults  # YAML, which no answer needs
    from assistant.knowledge_base.loading import parse_snapshot

    parsed = parse_snapshot(take_snapshot(options.knowledge))
    knowledge = parsed.knowledge
    today = None if options.no_dates else options.today or date.today()
    faults = editorial_faults(parsed, today)
    for fault in faults:
        place = {"file": fault.file, "line": fault.line, "where": fault.where, "fault": fault.fault, "cure": fault.cure}
        output.write(as_json(place) if options.json else str(fault))
    if not options.json:
        citations, phrasings = knowledge.citation_count, len(knowledge.phrasings)
        topics = "1 topic" if len(knowledge.topics) == 1 else f"{len(knowledge.topics)} topics"
        output.write(
            f"{len(knowledge.entries)} entries in {topics}, {citations} citations of "
            f"{len(knowledge.sources)} sources, {phrasings} phrasings, {len(knowledge.terms)} terms: "
            f"{f'{len(faults)} faults' if faults else 'nothing to mend'}."
        )
    return ExitCode.ERROR if faults else ExitCode.DONE


COMMAND = Command(
    "check",
    "check the knowledge base: links, citations, dates, wording",
    "assistant check --knowledge knowledge",
    _add_arguments,
    _check,
)
