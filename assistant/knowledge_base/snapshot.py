"""The bytes of a knowledge folder and their hash, so that nothing is parsed that has not changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import KnowledgeFolderMissing, KnowledgeInvalid, Problem
from assistant.knowledge_base.file_types import ENTRIES, FILE_TYPES

_FOLDERS = tuple(kind.name for kind in FILE_TYPES if kind.is_answered_from and kind.is_folder)
_FILES = frozenset(kind.name for kind in FILE_TYPES if kind.is_answered_from and not kind.is_folder)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The files of a knowledge folder at one moment.

    Attributes:
        folder: where they were read.
        files: content by path relative to the folder, in sorted order.
        digest: hexadecimal BLAKE2b hash (16 bytes) of names and contents.
    """

    folder: Path
    files: dict[str, bytes]
    digest: str


def take_snapshot(folder: Path) -> Snapshot:
    """Read every knowledge file of a folder.

    Args:
        folder: a knowledge folder.

    Returns:
        The files and their hash.

    Raises:
        KnowledgeFolderMissing: the folder has no `entries` folder with YAML files.
        KnowledgeInvalid: a file cannot be read.
    """
    files = dict(_contents(folder))
    return Snapshot(folder, files, _digest(files.items()))


def digest_of(folder: Path) -> str:
    """Hash every knowledge file of a folder, holding one of them at a time.

    Args:
        folder: a knowledge folder.

    Returns:
        The digest that a snapshot would have.

    Raises:
        KnowledgeFolderMissing: the folder has no `entries` folder with YAML files.
        KnowledgeInvalid: a file cannot be read.
    """
    return _digest(_contents(folder))


def _contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give name and content of each file, sorted by name."""
    paths = [path for path in _listed(folder, folder) if path.name in _FILES]
    paths += [path for name in _FOLDERS for path in _listed(folder / name, folder) if path.suffix in (".yaml", ".yml")]
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    if not any(map(ENTRIES.holds, names)):
        raise KnowledgeFolderMissing(folder)
    problems = []
    for name, path in sorted(names.items()):
        try:
            yield name, path.read_bytes()
        except OSError as error:
            problems.append(unreadable(name, error))
    if problems:
        raise KnowledgeInvalid(problems)


def unreadable(name: str, error: OSError) -> Problem:
    """State that the system does not let a file or a folder be read.

    Args:
        name: its path relative to the knowledge folder.
        error: what the system said.

    Returns:
        The problem.
    """
    return Problem(name, 0, "", f"It cannot be read: {error.strerror}.", "Check that it is there and who may read it.")


def _listed(folder: Path, base: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise KnowledgeInvalid([unreadable(folder.relative_to(base).as_posix(), error)]) from error


def _digest(contents: Iterable[tuple[str, bytes]]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for name, content in contents:
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
