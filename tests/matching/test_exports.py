"""Other packages use what matching exports, and nothing behind it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
OUTSIDE = sorted(
    path
    for folder in ("assistant", "benchmarks", "vectors", "docs")
    for path in (CHECKOUT / folder).rglob("*.py")
    if not path.is_relative_to(CHECKOUT / "assistant/matching")
)


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: path.relative_to(CHECKOUT).as_posix())
def test_only_the_package_itself_is_imported(path: Path) -> None:
    imported = [
        node.module or ""
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
    ]
    assert [module for module in imported if module.startswith("assistant.matching.")] == []
