"""The user's cache folder: an index is opened from it, or compiled and put there."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import platformdirs

from assistant.files import write_whole
from assistant.knowledge_base import digest_of, take_snapshot
from assistant.matching.index_file import (
    IndexDamaged,
    IndexFile,
    Progress,
    engine_version,
    map_index_file,
    read_index_file,
)

MAX_KEPT = 6
"""Index files kept; older ones are removed when a new one is written."""


def cache_folder() -> Path:
    """Give the folder for compiled indexes, which holds nothing that anyone typed."""
    return Path(os.environ.get("ASSISTANT_CACHE_DIR") or platformdirs.user_cache_dir("share-to-protect", False))


def open_index(folder: Path, progress: Progress = lambda share: None) -> IndexFile:
    """Open the index of a knowledge folder, compiling it when the knowledge or the engine changed.

    Args:
        folder: a knowledge folder.
        progress: told how far a compilation is; not called when there is none.

    Returns:
        The index. When the cache folder cannot be used, it lives in memory for this run.

    Raises:
        KnowledgeFolderMissing: no knowledge there.
        KnowledgeInvalid: the knowledge has faults.
    """
    digest = digest_of(folder)
    with contextlib.suppress(OSError, IndexDamaged):
        file = map_index_file(_path(digest))
        if file.digest == digest:
            return file
    progress(0.0)
    from assistant.matching.compiling import compile_index  # YAML and training, needed only now
    from assistant.matching.index import encode_index

    snapshot = take_snapshot(folder)
    content = encode_index(compile_index(snapshot, progress))
    with contextlib.suppress(OSError):
        _store(_path(snapshot.digest), content)
    return read_index_file(content)


def _path(digest: str) -> Path:
    return cache_folder() / f"index-{engine_version():08x}-{digest}.bin"


def _store(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(path, content)  # two builders at once, or a cut-off build, leave no half file
    files = sorted(path.parent.glob("index-*.bin"), key=lambda file: file.stat().st_mtime, reverse=True)
    for old in files[MAX_KEPT:]:
        old.unlink(missing_ok=True)
