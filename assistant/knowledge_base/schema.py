"""JSON Schemas (draft-07) of the knowledge files, made from the types: editors complete and check as they type."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from assistant.knowledge_base.file_types import FILE_TYPES, FileType

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that the YAML language servers of common editors support."""


def schemas() -> dict[str, str]:
    """Make every schema.

    Returns:
        File name in the `schema` folder, and its content.
    """
    return {
        f"{kind.name.removesuffix('.yaml')}.json": json.dumps(_schema(kind), indent=2, ensure_ascii=False) + "\n"
        for kind in FILE_TYPES
    }


def write_schemas(folder: Path) -> None:
    """Write every schema file.

    Args:
        folder: the `schema` folder of a knowledge base; made when it is missing.
    """
    folder.mkdir(exist_ok=True)
    for name, content in schemas().items():
        (folder / name).write_text(content, encoding="utf-8")


def _schema(kind: FileType[Any]) -> dict[str, Any]:
    (top,), definitions = msgspec.json.schema_components([kind.record], ref_template="#/definitions/{name}")
    own = definitions.pop(top["$ref"].rsplit("/", 1)[1])
    return {"$schema": DRAFT, **own, "title": kind.name, "definitions": definitions}


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1] if len(sys.argv) > 1 else "knowledge/schema"))
