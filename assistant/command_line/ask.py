"""`assistant ask`: one question, or one a line, answered on standard output."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from assistant.command_line import output
from assistant.command_line.command import Command
from assistant.command_line.diagnostics import EXIT_CODES, ExitCode
from assistant.command_line.input_text import clean_text, standard_input
from assistant.command_line.opening import add_nation, new_conversation, open_conversation, open_matcher
from assistant.conversation import Conversation, Reply
from assistant.errors import OptionsClash, QuestionMissing
from assistant.rendering import as_json, as_markdown, as_plain_text, explanation, reply_document, reply_json


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "question",
        nargs="*",
        type=clean_text,
        default=[],
        help="the question in your own words; '-' reads it from standard input",
    )
    parser.add_argument("--each-line", action="store_true", help="answer every line of standard input by itself")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object a question")
    form.add_argument("--markdown", action="store_true", help="print Markdown")
    parser.add_argument("--explain", action="store_true", help="say why the answer was chosen")
    add_nation(parser)


def _answer(options: argparse.Namespace) -> ExitCode:
    from_input = options.question == ["-"]
    if options.each_line:
        if options.question and not from_input:
            raise OptionsClash("--each-line", "a question")
        _answer_lines(options, standard_input())
        return ExitCode.DONE  # each outcome is in its output
    question = standard_input().read() if from_input else " ".join(options.question)
    if not question.strip():
        raise QuestionMissing
    conversation = open_conversation(options)
    reply = conversation.ask(question.strip())
    output.write(_rendered(reply, conversation, options))
    return EXIT_CODES[reply.outcome]


def _answer_lines(options: argparse.Namespace, lines: Iterable[str]) -> None:
    matcher = open_matcher(options)
    for line in lines:
        if line.strip():
            conversation = new_conversation(matcher, options)
            output.write(_rendered(conversation.ask(line.strip()), conversation, options))
            output.flush()


def _rendered(reply: Reply, conversation: Conversation, options: argparse.Namespace) -> str:
    knowledge = conversation.knowledge
    why = explanation(reply, conversation.words_that_counted(reply)) if options.explain else ""
    if options.json:
        fields = reply_json(reply, knowledge)
        return as_json(fields | {"explanation": why} if options.explain else fields)
    document = reply_document(reply, knowledge)
    text = as_markdown(document) if options.markdown else as_plain_text(document, output.width())
    return f"{text}\n{why}" if options.explain else text


COMMAND = Command(
    "ask",
    "answer a question and give its sources",
    'assistant ask "can I share without consent?"',
    _add_arguments,
    _answer,
)
