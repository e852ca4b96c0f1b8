"""`assistant chat`: the full-screen chat, or the same conversation as lines of labelled text."""

from __future__ import annotations

import argparse
import gc

from assistant.command_line import output
from assistant.command_line.command import Command
from assistant.command_line.diagnostics import ExitCode, report
from assistant.command_line.hanging_up import ending_with
from assistant.command_line.input_text import standard_input
from assistant.command_line.keyboard import keys_kept
from assistant.command_line.opening import add_nation, begin_conversation, open_conversation
from assistant.command_line.plain_chat import run_json_chat, run_plain_chat
from assistant.errors import TerminalNeeded
from assistant.files import save_text


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="labelled lines of text, for screen readers and pipes")
    form.add_argument(
        "--json",
        action="store_true",
        help="one JSON object a turn; each input line is a question or a number, and guided paths are left out",
    )
    add_nation(parser)


def _chat(options: argparse.Namespace) -> ExitCode:
    if options.json:
        run_json_chat(open_conversation(options), standard_input())
    elif options.plain:
        run_plain_chat(open_conversation(options), standard_input(), save_text)
    elif output.is_terminal():
        _open_screen(options)
    else:
        raise TerminalNeeded
    return ExitCode.DONE


def open_chat_or_help(options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Do what the bare command does.

    Args:
        options: the parsed command line.
        parser: prints the help where there is no terminal.

    Returns:
        0 after a chat; 2 after the help.
    """
    if not output.is_terminal():
        report(parser.format_help())
        return ExitCode.ERROR
    options.nation = None
    _open_screen(options)
    return ExitCode.DONE


def _open_screen(options: argparse.Namespace) -> None:
    keyboard = standard_input()
    with keys_kept(keyboard), ending_with(keyboard):
        conversation = begin_conversation(options)
        gc.disable()  # until the first screen is shown: what is loaded for it stays, and is no garbage to look for
        from assistant.ui import run_chat  # Textual costs a fifth of a second that no other command should pay

        run_chat(conversation)


COMMAND = Command("chat", "open the chat", "assistant chat --plain", _add_arguments, _chat)
