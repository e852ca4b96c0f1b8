"""From a knowledge folder to its index: opened where it was compiled before, else compiled now or later."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.knowledge_base import KnowledgeBase, digest_of, take_snapshot
from assistant.matching.cache import store_index, stored_index
from assistant.matching.index_file import IndexFile, Progress
from assistant.matching.match import Found

if TYPE_CHECKING:
    from assistant.matching.prefix_search import PrefixSearch


class UncompiledIndex:
    """A knowledge base whose index is still to be compiled: it can be read, and searched by titles, meanwhile.

    Args:
        knowledge: the knowledge base, with its phrasings.
        digest: hash of its files.
    """

    def __init__(self, knowledge: KnowledgeBase, digest: str) -> None:
        self.knowledge = knowledge
        self._digest = digest

    def compile(self, progress: Progress = lambda share: None) -> IndexFile:
        """Train, and put what was learned into the cache folder.

        Args:
            progress: told how far the work is.

        Returns:
            The index. When the cache folder cannot be used, it lives in memory for this run.
        """
        from assistant.matching.compiling import compile_knowledge  # training, needed only now
        from assistant.matching.index import encode_index

        content = encode_index(compile_knowledge(self.knowledge, self._digest, progress))
        return store_index(self._digest, content)

    def search(self, words: str, most: int) -> tuple[Found, ...]:
        """Find entries and glossary terms by the words of their titles and names.

        Args:
            words: what was typed so far.
            most: number of results at the most.

        Returns:
            Results, most alike first.
        """
        return self._titles.find(words, most)

    @cached_property
    def _titles(self) -> PrefixSearch:
        from assistant.matching.prefix_search import PrefixSearch, build_prefix_index  # numpy

        return PrefixSearch(self.knowledge, build_prefix_index(self.knowledge, ()), ())


def find_index(folder: Path) -> IndexFile | UncompiledIndex:
    """Open the index of a knowledge folder, or only read the folder when the knowledge or the engine changed.

    Args:
        folder: a knowledge folder.

    Returns:
        The index, or what it can be compiled from.

    Raises:
        KnowledgeFolderMissing: no knowledge there.
        KnowledgeInvalid: the knowledge has faults.
    """
    return stored_index(digest_of(folder)) or _uncompiled(folder)


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
    stored = stored_index(digest_of(folder))
    if stored:
        return stored
    progress(0.0)
    return _uncompiled(folder).compile(progress)


def _uncompiled(folder: Path) -> UncompiledIndex:
    from assistant.knowledge_base.loading import parse_snapshot  # YAML, needed only now

    snapshot = take_snapshot(folder)
    return UncompiledIndex(parse_snapshot(snapshot).knowledge, snapshot.digest)
