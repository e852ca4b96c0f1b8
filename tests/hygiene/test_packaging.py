"""What the package needs is declared, and what the documents point to is in the source distribution."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))


def imported() -> set[str]:
    found: set[str] = set()
    for path in (CHECKOUT / "assistant").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"assistant"}


def test_what_is_imported_is_declared_and_nothing_else() -> None:
    distributions = packages_distributions()
    needed = {name.lower().replace("_", "-") for root in imported() for name in distributions[root]}
    declared = {re.match("[a-z-]+", one).group() for one in PROJECT["project"]["dependencies"]}  # type: ignore[union-attr]
    assert needed == declared


def test_the_source_distribution_has_what_it_is_built_and_worked_on_with() -> None:
    included = {name.removeprefix("/") for name in PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]}
    listed = subprocess.run(["git", "ls-files"], cwd=CHECKOUT, capture_output=True, text=True, check=False).stdout
    kept = {name.partition("/")[0] for name in listed.splitlines()}
    assert kept - included <= {"pyproject.toml", ".gitignore"}, "hatchling adds these two itself"
