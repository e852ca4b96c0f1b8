"""One list of commands for both chats."""

from __future__ import annotations

import pytest

from assistant.command_line import plain_commands
from assistant.conversation.command_list import KNOWN, full_name, no_such_command
from assistant.ui import typed_commands


def test_both_chats_do_every_command_and_no_other() -> None:
    names = {command.name for command in KNOWN}
    assert set(typed_commands.HANDLERS) == set(plain_commands.HANDLERS) == names


def test_no_name_is_given_twice() -> None:
    names = [name for command in KNOWN for name in (command.name, *command.also)]
    assert len(names) == len(set(names))
    assert [full_name(name) for name in ("topic", "glossary", "walk", "zebra")] == ["topics", "term", "walk", None]


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("pahts", "There is no ':pahts'. Did you mean :paths? :help lists the commands."),
        ("terms", "There is no ':terms'. Did you mean :term? :help lists the commands."),
        ("xyzzy", "There is no ':xyzzy'. :help lists the commands."),
    ],
)
def test_an_unknown_command_is_answered_with_the_nearest(typed: str, line: str) -> None:
    assert no_such_command(typed) == line
