"""The published schemas are those of the types, and they accept the knowledge and refuse what is spoilt."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from assistant.knowledge_base.schema import schemas

CHECKOUT = Path(__file__).parents[2]
KNOWLEDGE = CHECKOUT / "knowledge"
FILES = sorted(path for path in KNOWLEDGE.rglob("*.yaml"))


def plain(value: Any) -> Any:
    """Dates as text, as an editor's language server sees them."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def schema_of(path: Path) -> dict[str, Any]:
    name = path.parent.name if path.parent != KNOWLEDGE else path.stem
    found: dict[str, Any] = json.loads(schemas()[f"{name}.json"])
    return found


@pytest.mark.parametrize(("name", "content"), schemas().items(), ids=list(schemas()))
def test_the_published_schema_is_current(name: str, content: str) -> None:
    assert (KNOWLEDGE / "schema" / name).read_text(encoding="utf-8") == content, "run: make schemas"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(KNOWLEDGE).as_posix())
def test_every_file_fits_its_schema_and_names_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    jsonschema.Draft7Validator(schema_of(path)).validate(plain(yaml.safe_load(text)))
    modeline = text.splitlines()[0]
    assert modeline.startswith("# yaml-language-server: $schema=")
    assert (path.parent / modeline.partition("=")[2]).resolve().is_file()


def test_the_schema_refuses_an_unknown_field() -> None:
    validator = jsonschema.Draft7Validator(json.loads(schemas()["topics.json"]))
    assert list(validator.iter_errors({"topics": [{"id": "a", "title": "A", "colour": "red"}]}))
