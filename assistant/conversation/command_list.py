"""Every command that can be typed in place of a question. Each chat does them in its own way, and has no others."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class KnownCommand:
    """A command.

    Attributes:
        name: what is typed after the colon.
        example: how it is typed, with what may follow it.
        summary: what it does.
        also: other names.
        said: whole messages that mean it, without a colon.
    """

    name: str
    example: str
    summary: str
    also: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


KNOWN = (
    KnownCommand("none", ":none", "none of these, or: this did not help"),
    KnownCommand(
        "topics", ":topics", "every topic; ':topic consent' opens one", ("topic",), ("topics", "menu", "browse")
    ),
    KnownCommand("find", ":find WORDS", "find questions and words explained"),
    KnownCommand("term", ":term lado", "explain a word; ':term' alone, the words of the last answer", ("glossary",)),
    KnownCommand("sources", ":sources", "the sources of the last answer", said=("sources", "show me the sources")),
    KnownCommand(
        "back", ":back", "the answer before; in a guided path, take the last answer back", said=("back", "go back")
    ),
    KnownCommand("forward", ":forward", "the answer after"),
    KnownCommand("copy", ":copy", "the cited answer, to be copied", said=("copy", "copy this", "copy that")),
    KnownCommand("markdown", ":markdown", "the same as Markdown"),
    KnownCommand("plain", ":plain", "the cited answer as plain text to select"),
    KnownCommand(
        "paths",
        ":paths",
        "the guided paths, which walk you through a decision",
        said=("walk me through it", "walk me through this", "walk me through", "guided path", "guided paths"),
    ),
    KnownCommand("path", ":path 1", "begin a guided path; ':path' alone goes back to your place in it"),
    KnownCommand("walk", ":walk", "back to the path walked last"),
    KnownCommand("record", ":record", "a decision record to fill in, of the path walked last"),
    KnownCommand("leave", ":leave", "leave the guided path"),
    KnownCommand(
        "nation", ":nation wales", "say where you work; ':nation' alone tells what is set, ':nation none' clears it"
    ),
    KnownCommand("theme", ":theme light", "dark or light, on the full screen"),
    KnownCommand("save", ":save FILE", "save the questions and answers"),
    KnownCommand("help", ":help", "this help"),
    KnownCommand("quit", ":quit", "leave", said=("quit", "exit", "leave now")),
)
"""In the order of the help."""

_SAID = {message: command.name for command in KNOWN for message in command.said}
_NAMES = {name: command.name for command in KNOWN for name in (command.name, *command.also)}


def full_name(typed: str) -> str | None:
    """Find a command by any of its names.

    Args:
        typed: the word after the colon.

    Returns:
        Its name; None when there is no such command.
    """
    return _NAMES.get(typed)


def said_name(message: str) -> str | None:
    """Find the command that a whole message means.

    Args:
        message: what was typed.

    Returns:
        The command's name; None where it is a question.
    """
    return _SAID.get(" ".join(message.lower().split()).rstrip(".?! "))


def no_such_command(typed: str) -> str:
    """Say that there is no such command.

    Args:
        typed: the word after the colon.

    Returns:
        One line, with the nearest command where one is near.
    """
    near = get_close_matches(typed, _NAMES, n=1)
    return f"There is no ':{typed}'. {f'Did you mean :{near[0]}? ' if near else ''}:help lists the commands."
