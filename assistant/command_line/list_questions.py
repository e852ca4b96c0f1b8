"""`assistant list`: every question by topic."""

from __future__ import annotations

import argparse

from assistant.command_line import output
from assistant.command_line.command import Command
from assistant.command_line.diagnostics import ExitCode
from assistant.command_line.opening import open_knowledge
from assistant.errors import UnknownTopic
from assistant.rendering import as_json


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--topic", metavar="TOPIC", help="only the questions of this topic")
    parser.add_argument("--json", action="store_true", help="print one JSON object a question")


def _list(options: argparse.Namespace) -> ExitCode:
    knowledge = open_knowledge(options)
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
                output.write_record(f"{entry.id}: {entry.question}", "  ")
            output.write("")
    return ExitCode.DONE


COMMAND = Command("list", "list every question by topic", "assistant list --topic consent", _add_arguments, _list)
