"""The `assistant` command: its arguments, and the way from a failure to an exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant import __version__
from assistant.command_line import ask, chat, check, evaluate, list_questions, search, show, sources
from assistant.command_line.command import Command
from assistant.command_line.diagnostics import ExitCode, report
from assistant.command_line.output import prepare
from assistant.errors import AssistantError
from assistant.knowledge_base import shipped_knowledge
from assistant.messages import IN_AN_EMERGENCY

COMMANDS: tuple[Command, ...] = (
    ask.COMMAND,
    chat.COMMAND,
    show.COMMAND,
    list_questions.COMMAND,
    search.COMMAND,
    sources.COMMAND,
    check.COMMAND,
    evaluate.COMMAND,
)
"""Every command, in the order in which the help lists them."""


def build_parser() -> argparse.ArgumentParser:
    """Describe the command line.

    Returns:
        The parser, with an example in the help of every command.
    """
    parser = argparse.ArgumentParser(
        prog="assistant",
        description="Cited answers on sharing information to tackle child sexual abuse. Offline; nothing is stored.",
        epilog=f"{IN_AN_EMERGENCY} Without a command, the chat opens.\n\n"
        "exit codes: 0 answered or done, 1 declined, 2 usage or knowledge error, 3 choices offered, 130 interrupted",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    shared = argparse.ArgumentParser(add_help=False)
    _add_knowledge(parser, default=None)
    _add_knowledge(shared, default=argparse.SUPPRESS)
    parser.set_defaults(parser=parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in COMMANDS:
        subparser = commands.add_parser(
            command.name,
            help=command.summary,
            description=command.summary,
            epilog=f"example:\n  {command.example}",
            parents=[shared],
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_arguments(subparser)
        subparser.set_defaults(execute=command.execute, parser=subparser)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the words after `assistant`; those of the process when None.

    Returns:
        The exit code.
    """
    parser = build_parser()
    options, others = parser.parse_known_args(arguments)
    if others:
        options.parser.error(f"unrecognized arguments: {' '.join(others)}")
    options.knowledge = Path(options.knowledge) if options.knowledge else shipped_knowledge()
    if options.command is None:
        return chat.open_chat_or_help(options, parser)
    return int(options.execute(options))


def run() -> None:
    """Run the process's command and end the process; the console script."""
    prepare()
    try:
        code = main()
        sys.stdout.flush()
    except AssistantError as error:
        report(f"assistant: {error}")
        code = ExitCode.ERROR
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = ExitCode.DONE
    sys.exit(code)


def _add_knowledge(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument("--knowledge", metavar="DIR", default=default, help="use the knowledge base in this folder")
