"""The README's example is what the program prints. Refresh with: ASSISTANT_GOLDEN=1 pytest tests/hygiene."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from assistant.command_line.main import COMMANDS
from assistant.conversation import Conversation
from assistant.matching import Matcher
from assistant.rendering import as_plain_text, reply_document

README = Path(__file__).parents[2] / "README.md"
EXAMPLE = re.compile(r'(<!-- example: assistant ask "(.*?)" -->\n```\n)(.*?)(```\n<!-- end of example -->)', re.DOTALL)
WIDTH = 88


def test_the_example_is_real(shipped_matcher: Matcher) -> None:
    text = README.read_text(encoding="utf-8")
    found = EXAMPLE.search(text)
    assert found
    conversation = Conversation(shipped_matcher)
    reply = conversation.ask(found.group(2))
    output = as_plain_text(reply_document(reply, conversation.knowledge), WIDTH)
    if os.environ.get("ASSISTANT_GOLDEN"):
        README.write_text(text[: found.start(3)] + output + text[found.end(3) :], encoding="utf-8")
    assert EXAMPLE.search(README.read_text(encoding="utf-8")).group(3) == output  # type: ignore[union-attr]


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    assert [command.name for command in COMMANDS if f"assistant {command.name}" not in text] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_command_that_is_named_exists(name: str) -> None:
    text = (README.parent / name).read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):", (README.parent / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    made = re.findall(r"(?:^|`)make ([a-z ]+?)(?:`|$| {2})", text, re.MULTILINE)
    asked = re.findall(r"^(?:\.venv/bin/)?assistant ([a-z]+)", text, re.MULTILINE)
    assert made
    assert asked
    assert {target for line in made for target in line.split()} - set(targets) == set()
    assert set(asked) - {command.name for command in COMMANDS} == set()
