"""Files that look like knowledge, and that nothing reads for their name or their place."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePath

from assistant.errors import Problem
from assistant.knowledge_base.file_types import COVERAGE, FILE_TYPES
from assistant.knowledge_base.loading import ParsedFolder

LEAST_ALIKE = 0.75
"""Likeness, 0 to 1, from which one name was probably meant for another."""

_PLACES = ("*", "*/*", "*/*/*")
_ENDINGS = (".yaml", ".yml")
_NAMES = {kind.name: kind for kind in FILE_TYPES}


def unread_files(parsed: ParsedFolder) -> Iterator[Problem]:
    """Find files that would be read if they were named or placed a little otherwise.

    Args:
        parsed: a knowledge folder.

    Yields:
        One problem for each; other files that stand beside the knowledge are nobody's fault.
    """
    read = {*parsed.files, COVERAGE.name}
    for place in _PLACES:
        for path in sorted(parsed.folder.glob(place)):
            name = path.relative_to(parsed.folder)
            if path.suffix.lower() in _ENDINGS and path.is_file() and name.as_posix() not in read:
                for meant in get_close_matches(name.parts[0], _NAMES, 1, LEAST_ALIKE):
                    yield Problem(name.as_posix(), 0, "", "Nothing reads this file.", _cure(name, meant))


def _cure(name: PurePath, meant: str) -> str:
    if not _NAMES[meant].is_folder:
        return f"Name it {meant}."
    return f"Put it straight into the folder {meant}, as {name.stem}.yaml."
