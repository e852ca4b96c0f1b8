"""The statements of the guide that each have their entries."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.errors import Problem
from assistant.knowledge_base.file_types import COVERAGE
from assistant.knowledge_base.loading import ParsedFolder
from assistant.knowledge_base.snapshot import unreadable
from assistant.knowledge_base.yaml_file import FileFaults, parse_yaml


def coverage_faults(parsed: ParsedFolder) -> Iterator[Problem]:
    """Find statements that name an entry which there is not.

    Args:
        parsed: a knowledge folder; without a file of statements it has no such fault.

    Yields:
        One problem for each id, or for each fault of the file.
    """
    path = parsed.folder / COVERAGE.name
    if not path.is_file():
        return
    try:
        file = parse_yaml(path.read_bytes(), COVERAGE.name)
        statements = file.convert(COVERAGE.record).coverage
    except FileFaults as faults:
        yield from faults.problems
        return
    except OSError as error:
        yield unreadable(COVERAGE.name, error)
        return
    for index, statement in enumerate(statements):
        for entry in statement.entries:
            if entry not in parsed.knowledge.entry:
                where = f"item {index + 1}, entries"
                yield file.problem(("coverage", index), where, f"There is no entry '{entry}'.", "Correct the id.")
