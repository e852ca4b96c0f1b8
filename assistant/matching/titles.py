"""Ranking of titles and ids while a person types: words by their beginnings, slips by rapidfuzz."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from assistant.knowledge_base import KnowledgeBase
from assistant.matching.text import tokenise

LEAST_SHARE = 0.6
"""Share of the typed words that a text must hold to be found."""


def nearest_ids(entry_id: str, knowledge: KnowledgeBase, most: int = 3) -> tuple[str, ...]:
    """Find the ids most like one that does not exist.

    Args:
        entry_id: what was asked for.
        knowledge: the knowledge base.
        most: number of ids at the most.

    Returns:
        Ids, nearest first; empty when none is like it.
    """
    found = process.extract(entry_id, list(knowledge.entry), scorer=fuzz.ratio, score_cutoff=70, limit=most)
    return tuple(str(match[0]) for match in found)


@dataclass(frozen=True, slots=True)
class Found:
    """One result of a search.

    Attributes:
        kind: "entry" or "term".
        id: its id.
        text: the entry's question, or the term.
    """

    kind: str
    id: str
    text: str


class TitleSearch:
    """Finds entries and glossary terms while a person types; for suggestions, never for a decision.

    Every word typed must begin a word of a text, or, where none begins so, be close to one; an inverted
    list from words to texts makes this quick enough for every keystroke.

    Args:
        knowledge: the knowledge base.
        texts: the other ways to ask each entry's question, by entry id.
    """

    def __init__(self, knowledge: KnowledgeBase, texts: dict[str, list[str]]) -> None:
        self._found: list[Found] = []
        self._sizes: list[int] = []
        postings: dict[str, list[int]] = {}

        def add(found: Found, text: str) -> None:
            words = set(tokenise(text))
            for word in words:
                postings.setdefault(word, []).append(len(self._found))
            self._found.append(found)
            self._sizes.append(len(words))

        for entry in knowledge.entries:
            for text in (entry.question, entry.id.replace("-", " "), *texts.get(entry.id, ())):
                add(Found("entry", entry.id, entry.question), text)
        for term in knowledge.terms:
            for text in (term.term, *term.also):
                add(Found("term", term.id, term.term), text)
        self._words = sorted(postings)
        self._postings = [np.array(postings[word], np.int32) for word in self._words]

    def find(self, words: str, most: int = 20) -> tuple[Found, ...]:
        """Find what some words may mean.

        Args:
            words: what was typed so far.
            most: number of results at the most.

        Returns:
            Results, most alike first, each entry or term once; ties in the order of the knowledge base.
        """
        wanted = tokenise(words)
        if not wanted or not self._found:
            return ()
        hits = np.zeros(len(self._found), np.float32)
        for word in wanted:
            hits[self._texts_with(word)] += 1
        scores = hits / len(wanted) - np.array(self._sizes, np.float32) / 1000
        results: dict[tuple[str, str], Found] = {}
        for place in np.argsort(-scores, kind="stable"):
            if hits[place] < LEAST_SHARE * len(wanted) or len(results) == most:
                break
            found = self._found[int(place)]
            results.setdefault((found.kind, found.id), found)
        return tuple(results.values())

    def _texts_with(self, start: str) -> NDArray[np.int32]:
        first = bisect_left(self._words, start)
        last = bisect_left(self._words, start + "\uffff")
        if first == last:
            close = process.extractOne(start, self._words, scorer=fuzz.ratio, score_cutoff=80)
            if close is None:
                return np.empty(0, np.int32)
            first, last = close[2], close[2] + 1
        return np.unique(np.concatenate(self._postings[first:last]))
