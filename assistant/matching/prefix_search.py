"""Search while a person types: entries and glossary terms by the beginnings of words, slips by rapidfuzz."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from assistant.knowledge_base import KnowledgeBase
from assistant.matching.match import Found
from assistant.matching.text import tokenise

MIN_WORD_SHARE = 0.6
"""Share of the typed words that a text must hold to be found."""

MIN_LIKENESS = 80
"""Likeness, 0 to 100, from which a word that begins no other is taken for a slip."""

SIZE_PENALTY = 0.001
"""Taken off for each word of a text: among texts that hold as many of the words, the shorter comes first."""


@dataclass(frozen=True, slots=True)
class PrefixIndex:
    """What entries and terms are called, by word.

    Attributes:
        words: every word, sorted.
        starts: where the list of each word begins in `postings`, shape (words + 1,).
        postings: numbers of the texts that hold the word, word after word.
        owners: what each text names: an entry's number, or that of a term after the entries, shape (texts,).
        sizes: number of different words of each text, shape (texts,).
    """

    words: tuple[str, ...]
    starts: NDArray[np.int64]
    postings: NDArray[np.int32]
    owners: NDArray[np.int32]
    sizes: NDArray[np.int32]


def build_prefix_index(knowledge: KnowledgeBase, phrasings: Iterable[tuple[str, int]]) -> PrefixIndex:
    """Make the prefix index of a knowledge base.

    Args:
        knowledge: the knowledge base.
        phrasings: other ways to ask, each with the number of its entry.

    Returns:
        The index, over questions, ids, phrasings, terms and their other names.
    """
    entries = len(knowledge.entries)
    named = [(text, number) for number, one in enumerate(knowledge.entries) for text in (one.question, one.id)]
    named.extend(phrasings)
    named.extend(
        (text, entries + number) for number, one in enumerate(knowledge.terms) for text in (one.term, *one.also)
    )
    found: dict[str, list[int]] = {}
    words_of = [set(tokenise(text.replace("-", " "))) for text, _ in named]
    for place, words in enumerate(words_of):
        for word in words:
            found.setdefault(word, []).append(place)
    ordered = sorted(found)
    lengths = [len(found[word]) for word in ordered]
    return PrefixIndex(
        words=tuple(ordered),
        starts=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        postings=np.array([place for word in ordered for place in found[word]], np.int32),
        owners=np.array([owner for _, owner in named], np.int32),
        sizes=np.array([len(words) for words in words_of], np.int32),
    )


class PrefixSearch:
    """Finds entries and glossary terms while a person types; for suggestions, never for a decision.

    At least `MIN_WORD_SHARE` of the words typed must begin a word of a text, or, where none begins so, be close to one.

    Args:
        knowledge: the knowledge base.
        table: its prefix index.
    """

    def __init__(self, knowledge: KnowledgeBase, table: PrefixIndex) -> None:
        self._knowledge, self._table = knowledge, table

    def find(self, words: str, most: int = 20) -> tuple[Found, ...]:
        """Find what some words may mean.

        Args:
            words: what was typed so far.
            most: number of results at the most.

        Returns:
            Results, most alike first, each entry or term once; ties in the order of the knowledge base.
        """
        wanted = tokenise(words)
        if not wanted:
            return ()
        hits = np.zeros(len(self._table.owners), np.float32)
        for word in wanted:
            hits[self._texts_with(word)] += 1
        places = np.flatnonzero(hits >= MIN_WORD_SHARE * len(wanted))
        scores = hits[places] / len(wanted) - SIZE_PENALTY * self._table.sizes[places]
        best: dict[int, None] = {}
        for place in places[np.argsort(-scores, kind="stable")]:
            best.setdefault(int(self._table.owners[place]))
            if len(best) == most:
                break
        return tuple(map(self._found, best))

    def _found(self, owner: int) -> Found:
        entries = self._knowledge.entries
        if owner < len(entries):
            return Found("entry", entries[owner].id, entries[owner].question)
        term = self._knowledge.terms[owner - len(entries)]
        return Found("term", term.id, term.term)

    def _texts_with(self, start: str) -> NDArray[np.int32]:
        words = self._table.words
        first, last = bisect_left(words, start), bisect_left(words, start + "\uffff")
        if first == last:
            close = process.extractOne(start, words, scorer=fuzz.ratio, score_cutoff=MIN_LIKENESS)
            if close is None:
                return np.empty(0, np.int32)
            first, last = close[2], close[2] + 1
        return np.unique(self._table.postings[self._table.starts[first] : self._table.starts[last]])
