"""The README's example is what the program prints. Refresh with: ASSISTANT_GOLDEN=1 pytest tests/hygiene."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from assistant.command_line.main import COMMANDS
from assistant.conversation import Conversation
from assistant.matching import Matcher, open_index
from assistant.rendering import as_plain_text, reply_document
from assistant.ui.keys import KEYS, Key, shown

README = Path(__file__).parents[2] / "README.md"
EXAMPLE = re.compile(r'(<!-- example: assistant ask "(.*?)" -->\n```\n)(.*?)(```\n<!-- end of example -->)', re.DOTALL)
WIDTH = 88
EDITION = re.compile(r"(?<=\+)[0-9a-f]{8}(?=\.)")
"""The part of the knowledge version that any word of the knowledge changes."""

KEYS_TABLE = re.compile(r"(<!-- keys -->\n)(.*?)(<!-- end of keys -->)", re.DOTALL)
WHERE = {
    "anywhere": "everywhere",
    "chat": "in the chat",
    "transcript": "reading in the chat",
    "reading": "reading",
    "numbers": "in a list with numbers",
    "column": "where there is more than the screen shows",
    "question": "typing a question",
    "aside": "over the chat",
    "entry": "an answer on the whole screen",
    "paths": "the list of guided paths",
    "path": "a guided path",
    "look-up": "a search",
    "browse": "topics",
    "source-table": "all sources",
}
"""The places of the keys in words, in the order of the table."""


def test_the_example_is_real(shipped_matcher: Matcher) -> None:
    text = README.read_text(encoding="utf-8")
    found = EXAMPLE.search(text)
    assert found
    conversation = Conversation(shipped_matcher)
    reply = conversation.ask(found.group(2))
    output = as_plain_text(reply_document(reply, conversation.knowledge), WIDTH)
    if os.environ.get("ASSISTANT_GOLDEN"):
        README.write_text(text[: found.start(3)] + output + text[found.end(3) :], encoding="utf-8")
        text = README.read_text(encoding="utf-8")
        found = EXAMPLE.search(text)
        assert found
    assert EDITION.sub("", found.group(3)) == EDITION.sub("", output)


def names(key: Key) -> str:
    return " or ".join(f"`{shown(one)}`" for one in key.key.split(","))


def keys_table() -> str:
    lines = ["| where | keys |", "|---|---|"]
    for place, where in WHERE.items():
        keys = [f"{names(key)} {key.description[0].lower()}{key.description[1:]}" for key in KEYS[place]]
        if place == "numbers":
            keys = [f"{names(KEYS[place][0])} to {names(KEYS[place][-1])} choose"]
        lines.append(f"| {where} | {', '.join(keys)} |")
    return "\n".join(lines) + "\n"


def test_the_table_of_keys_is_that_of_the_chat() -> None:
    text = README.read_text(encoding="utf-8")
    if os.environ.get("ASSISTANT_GOLDEN"):
        text = KEYS_TABLE.sub(lambda found: found[1] + keys_table() + found[3], text)
        README.write_text(text, encoding="utf-8")
    found = KEYS_TABLE.search(text)
    assert set(WHERE) == set(KEYS)
    assert found
    assert found[2] == keys_table()


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


SAMPLE = re.compile(r"<!-- (?P<name>entries/\S+) -->\n```yaml\n(?P<text>.*?)```", re.DOTALL)


def test_the_sample_knowledge_can_be_asked(tmp_path: Path) -> None:
    sample = SAMPLE.search(README.read_text(encoding="utf-8"))
    assert sample
    path = tmp_path / sample["name"]
    path.parent.mkdir()
    path.write_text(sample["text"], encoding="utf-8")
    reply = Conversation(Matcher(open_index(tmp_path))).ask("can I keep bees")
    assert reply.entry
    assert reply.entry.id == "bees"
