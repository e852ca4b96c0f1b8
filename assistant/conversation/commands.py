"""Commands typed in place of a question: `:nation wales`, or by their words: "walk me through it"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.conversation.command_list import full_name, said_name

_STRAY = re.compile(r"[^\W_]{1,2}\s*(?=:([a-z]+)\b)", re.IGNORECASE)
"""A letter or two that were meant as keys, before a command."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command.

    Attributes:
        name: the word after the colon, in lower case.
        argument: the rest in lower case; empty when there is none.
        as_typed: the rest as it was typed, for names of files.
    """

    name: str
    argument: str
    as_typed: str = field(default="", compare=False)


def parse_command(message: str) -> Command | None:
    """Read a message as a command.

    Args:
        message: what was typed.

    Returns:
        The command; None when the message does not begin with a colon and a letter, and is no command by its words. A
        letter or two before the colon of a command that there is were meant as keys, and do not count.
    """
    said = said_name(message)
    if said:
        return Command(said, "")
    text = message.strip()
    stray = _STRAY.match(text)
    if stray and full_name(stray[1].lower()):
        text = text[stray.end() :]
    if len(text) < 2 or text[0] != ":" or not text[1].isalpha():
        return None
    name, _, argument = text[1:].partition(" ")
    rest = argument.strip()
    return Command(name.lower(), rest.lower(), rest)
