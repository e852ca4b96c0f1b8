"""The user's cache folder: an index is read from it, or put there when it was compiled."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import platformdirs

from assistant.files import write_whole
from assistant.matching.index_file import IndexDamaged, IndexFile, engine_version, map_index_file, read_index_file

MAX_KEPT = 6
"""Index files kept; older ones are removed when a new one is written."""


def cache_folder() -> Path:
    """Give the folder for compiled indexes, which holds nothing that anyone typed."""
    return Path(os.environ.get("ASSISTANT_CACHE_DIR") or platformdirs.user_cache_dir("share-to-protect", False))


def stored_index(digest: str) -> IndexFile | None:
    """Open an index that was compiled before.

    Args:
        digest: hash of the knowledge files.

    Returns:
        The index; None where there is none of this knowledge by this engine, or it is damaged.
    """
    with contextlib.suppress(OSError, IndexDamaged):
        file = map_index_file(_path(digest))
        if file.digest == digest:
            return file
    return None


def store_index(digest: str, content: bytes) -> IndexFile:
    """Put an index into the cache folder.

    Args:
        digest: hash of the knowledge files.
        content: what `encode_index` gave.

    Returns:
        The index, its arrays in the stored file. When the cache folder cannot be used, it lives in memory for this run.
    """
    with contextlib.suppress(OSError):
        _write(_path(digest), content)
    return stored_index(digest) or read_index_file(content)


def _path(digest: str) -> Path:
    return cache_folder() / f"index-{engine_version():08x}-{digest}.bin"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(path, content)  # two builders at once, or a cut-off build, leave no half file
    files = sorted(path.parent.glob("index-*.bin"), key=lambda file: file.stat().st_mtime, reverse=True)
    for old in files[MAX_KEPT:]:
        old.unlink(missing_ok=True)
