"""The matcher that the rest of the program holds: it opens at once and loads what it matches with when first asked."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from assistant.knowledge_base import Entry, KnowledgeBase, Term
from assistant.matching.index_file import IndexFile, Progress, read_index_file
from assistant.matching.match import Found, Match
from assistant.matching.opening import UncompiledIndex

if TYPE_CHECKING:
    from assistant.matching.engine import Engine


class Matcher:
    """Answers "which entry is this about?" for one index.

    Args:
        index: a compiled index, or one that is compiled by `prepare`, or by the first question.
    """

    def __init__(self, index: IndexFile | UncompiledIndex) -> None:
        self._index = index
        self.share_compiled = 0.0
        """How far a compilation is, 0 to 1."""
        self._loaded: Engine | None = None
        self._loading = Lock()

    @classmethod
    def trained_on(cls, knowledge: KnowledgeBase, progress: Progress = lambda share: None) -> Matcher:
        """Train a matcher on a knowledge base that is in no folder, and keep nothing of it.

        Args:
            knowledge: the knowledge base, with its phrasings.
            progress: told how far the work is.

        Returns:
            The matcher.
        """
        from assistant.matching.compiling import compile_knowledge  # YAML and training, needed only here
        from assistant.matching.index import encode_index

        return cls(read_index_file(encode_index(compile_knowledge(knowledge, "", progress))))

    @property
    def knowledge(self) -> KnowledgeBase:
        """The knowledge base that is matched against."""
        return self._index.knowledge

    @property
    def is_compiled(self) -> bool:
        """Whether questions can be answered without compiling first."""
        return self._loaded is not None or isinstance(self._index, IndexFile)

    def prepare(self) -> None:
        """Load what matching needs, so that the first question does not wait for it; safe in a thread."""
        _ = self._engine

    @property
    def _engine(self) -> Engine:
        with self._loading:
            if self._loaded is None:
                from assistant.matching.engine import Engine  # numpy costs a tenth of a second
                from assistant.matching.index import decode_index

                self._loaded = Engine(decode_index(self._compiled()))
            return self._loaded

    def _compiled(self) -> IndexFile:
        if isinstance(self._index, IndexFile):
            return self._index
        return self._index.compile(self._note_progress)

    def _note_progress(self, share: float) -> None:
        self.share_compiled = share

    def match(self, question: str) -> Match:
        """Match a question.

        Args:
            question: what was typed, any length.

        Returns:
            The decision with its candidates and evidence.
        """
        return self._engine.match(question)

    def match_in_context(self, question: str, message_before: str, before: Entry) -> Match:
        """Match a message in the light of the turn before.

        Args:
            question: what was typed.
            message_before: what was typed in the turn before.
            before: the entry that was answered then, or came nearest.

        Returns:
            The decision; entries related to the one before, or of its topic, are favoured.
        """
        return self._engine.match_in_context(question, message_before, before)

    def may_go_on(self, message: str, alone: Match) -> bool:
        """Tell whether a message that fits nothing by itself may go on from the answer before.

        Args:
            message: what was typed.
            alone: what it matches by itself.

        Returns:
            False where it reads like an out-of-scope question.
        """
        return self._engine.may_go_on(message, alone)

    def term_named(self, name: str) -> Term | None:
        """Find a glossary term by one of its names, however it is spelt.

        Args:
            name: what was typed.

        Returns:
            The term now used for it; None where the glossary has no such name.
        """
        return self._engine.term_named(name)

    def words_that_counted(self, question: str, entry: Entry) -> tuple[tuple[str, float], ...]:
        """Give the words of a question that spoke most for an entry.

        Args:
            question: what was typed.
            entry: the entry.

        Returns:
            Words with the share of the entry's likelihood that is lost without them, 0 to 1, most first.
        """
        return self._engine.words_that_counted(question, entry)

    def seems_urgent(self, message: str, *, beyond_doubt: bool = False) -> bool:
        """Tell whether a message resembles those which say that a child may be in danger now.

        Args:
            message: what was typed.
            beyond_doubt: whether it must resemble them more than is otherwise enough.

        Returns:
            True from the threshold of the knowledge base's examples up; False where it has none.
        """
        return self._engine.seems_urgent(message, beyond_doubt=beyond_doubt)

    def texts_of_entries(self) -> dict[str, list[str]]:
        """Group by entry the texts that the matcher learned from.

        Returns:
            Texts by entry id, the canonical question first.
        """
        return self._engine.texts_of_entries()

    def search(self, words: str, most: int = 20) -> tuple[Found, ...]:
        """Find entries and glossary terms by words, as a person types: by their titles alone until all is compiled.

        Args:
            words: what was typed so far.
            most: number of results at the most.

        Returns:
            Results, most alike first.
        """
        if isinstance(self._index, UncompiledIndex) and not self._loaded:
            return self._index.search(words, most)
        return self._engine.search(words, most)
