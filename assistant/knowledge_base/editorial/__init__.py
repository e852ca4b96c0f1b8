"""The mechanical part of the editorial standard: what can be proved of an entry without understanding it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from assistant.errors import Problem
from assistant.knowledge_base.editorial.copying import copied_runs
from assistant.knowledge_base.editorial.coverage import coverage_faults
from assistant.knowledge_base.editorial.entry_rules import entry_faults, overdue_reviews
from assistant.knowledge_base.editorial.repeats import repeated_phrasings
from assistant.knowledge_base.editorial.unread import unread_files
from assistant.knowledge_base.editorial.unused import unused_sources, unused_terms
from assistant.knowledge_base.loading import ParsedFolder

CHECKS: tuple[Callable[[ParsedFolder], Iterator[Problem]], ...] = (
    entry_faults,
    repeated_phrasings,
    copied_runs,
    unused_sources,
    unused_terms,
    coverage_faults,
    unread_files,
)


def editorial_faults(parsed: ParsedFolder, today: date | None = None) -> list[Problem]:
    """Hold a knowledge folder against the standard.

    Args:
        parsed: the folder.
        today: the day for review dates; none is overdue when None.

    Returns:
        Faults by file and line.
    """
    problems = [problem for check in CHECKS for problem in check(parsed)]
    if today:
        problems.extend(overdue_reviews(parsed, today))
    return sorted(problems)
