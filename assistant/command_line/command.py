"""What every command of the command line is made of."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from assistant.command_line.diagnostics import ExitCode


@dataclass(frozen=True, slots=True)
class Command:
    """A command.

    Attributes:
        name: as it is typed.
        summary: what it does, in a line of the help.
        example: how it is typed, with arguments.
        add_arguments: describes its arguments to its parser.
        execute: does it; an `AssistantError` that it raises is told to the person.
    """

    name: str
    summary: str
    example: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    execute: Callable[[argparse.Namespace], ExitCode]
