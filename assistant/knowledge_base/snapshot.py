"""The bytes of a knowledge folder and their hash, so that nothing is parsed that has not changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import KnowledgeFolderMissing, KnowledgeInvalid, Problem

SINGLE_FILES = (
    "guide.yaml",
    "topics.yaml",
    "sources.yaml",
    "glossary.yaml",
    "contacts.yaml",
    "out_of_scope.yaml",
    "urgency.yaml",
)
FOLDERS = ("entries", "phrasings", "paths")


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
    paths = [folder / name for name in SINGLE_FILES if (folder / name).is_file()]
    for name in FOLDERS:
        paths.extend(sorted((folder / name).glob("*.y*ml")))
    if not any(path.parent.name == "entries" for path in paths):
        raise KnowledgeFolderMissing(folder)
    files: dict[str, bytes] = {}
    problems = []
    for path in paths:
        name = path.relative_to(folder).as_posix()
        try:
            files[name] = path.read_bytes()
        except OSError as error:
            problems.append(
                Problem(name, 0, "", f"It cannot be read: {error.strerror}.", "Check the file and who may read it.")
            )
    if problems:
        raise KnowledgeInvalid(problems)
    digest = hashlib.blake2b(digest_size=16)
    for name in sorted(files):
        digest.update(f"{name}\0{len(files[name])}\0".encode())
        digest.update(files[name])
    return Snapshot(folder, files, digest.hexdigest())
