"""Commands typed in place of a question: `:nation wales`."""

from __future__ import annotations

from dataclasses import dataclass, field


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
        The command; None when the message does not begin with a colon and a letter.
    """
    text = message.strip()
    if len(text) < 2 or text[0] != ":" or not text[1].isalpha():
        return None
    name, _, argument = text[1:].partition(" ")
    rest = argument.strip()
    return Command(name.lower(), rest.lower(), rest)
