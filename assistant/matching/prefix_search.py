"""Search while a person types: entries and glossary terms by the beginnings of words, slips by rapidfuzz."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
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

OFTEN_BONUS = 0.02
"""Times the logarithm of the number of texts found of one owner: what is often asked with a word is about it."""

NAME_BONUS = 0.2
"""Added for a name that has no other words than those typed."""

TITLE_BONUS = 0.05
"""Added for what is shown itself, a question or a term: who sees the word there knows why it was found."""


@dataclass(frozen=True, slots=True)
class PrefixIndex:
    """What entries and terms are called, by word.

    Attributes:
        words: every word, sorted.
        starts: where the list of each word begins in `postings`, shape (words + 1,).
        postings: numbers of the texts that hold the word, word after word.
        owners: what each text names: an entry's number, or that of a term after the entries, shape (texts,).
        sizes: number of different words of each text, shape (texts,).
        titles: whether each text is what is shown of its owner, shape (texts,).
        training: number of each text among the training texts, -1 where it is none, shape (texts,).
    """

    words: tuple[str, ...]
    starts: NDArray[np.int64]
    postings: NDArray[np.int32]
    owners: NDArray[np.int32]
    sizes: NDArray[np.int32]
    titles: NDArray[np.bool_]
    training: NDArray[np.int32]


def build_prefix_index(knowledge: KnowledgeBase, texts: Iterable[tuple[str, int]]) -> PrefixIndex:
    """Make the prefix index of a knowledge base.

    Args:
        knowledge: the knowledge base.
        texts: the training texts, each with the number of its class.

    Returns:
        The index, over questions, ids, phrasings, terms and their other names.
    """
    entries = len(knowledge.entries)
    shown = [(one.question, number) for number, one in enumerate(knowledge.entries)]
    shown.extend((one.term, entries + number) for number, one in enumerate(knowledge.terms))
    names = [(one.id, number) for number, one in enumerate(knowledge.entries)]
    names.extend((text, entries + number) for number, one in enumerate(knowledge.terms) for text in one.also)
    asked = [(place, text, owner) for place, (text, owner) in enumerate(texts) if owner < entries]
    named = [*shown, *names, *((text, owner) for _, text, owner in asked)]
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
        titles=np.arange(len(named)) < len(shown),
        training=np.array([-1] * (len(named) - len(asked)) + [place for place, _, _ in asked], np.int32),
    )


class PrefixSearch:
    """Finds entries and glossary terms while a person types; for suggestions, never for a decision.

    At least `MIN_WORD_SHARE` of the words typed must begin a word of a text, or, where none begins so, be close to one.

    Args:
        knowledge: the knowledge base.
        table: its prefix index.
        texts: the training texts.
    """

    def __init__(self, knowledge: KnowledgeBase, table: PrefixIndex, texts: Sequence[str]) -> None:
        self._knowledge, self._table, self._texts = knowledge, table, texts

    def find(self, words: str, most: int = 20) -> tuple[Found, ...]:
        """Find what some words may mean.

        Args:
            words: what was typed so far.
            most: number of results at the most.

        Returns:
            Results, most alike first, each entry or term once; ties in the order of the knowledge base, entries first.
        """
        wanted = tokenise(words)
        if not wanted:
            return ()
        hits = np.stack([self._texts_with(word) for word in wanted]).sum(axis=0)
        whole = np.stack([self._texts_between(word, word) for word in wanted]).all(axis=0)
        places = np.flatnonzero(hits >= MIN_WORD_SHARE * len(wanted))
        scores = hits[places] / len(wanted) - SIZE_PENALTY * self._table.sizes[places]
        scores += TITLE_BONUS * self._table.titles[places]
        is_name = (self._table.training < 0) & (self._table.sizes == len(wanted)) & whole
        scores += NAME_BONUS * is_name[places]
        owners = self._table.owners[places]
        scores += OFTEN_BONUS * np.log(np.bincount(owners)[owners])
        best: dict[int, int] = {}
        for place in places[np.argsort(-scores, kind="stable")].tolist():
            best.setdefault(int(self._table.owners[place]), place)
            if len(best) == most:
                break
        return tuple(self._found(owner, place) for owner, place in best.items())

    def _found(self, owner: int, place: int) -> Found:
        entries = self._knowledge.entries
        if owner < len(entries):
            number = int(self._table.training[place])
            asked = self._texts[number] if number >= 0 else ""
            return Found("entry", entries[owner].id, entries[owner].question, asked)
        term = self._knowledge.terms[owner - len(entries)]
        return Found("term", term.id, term.term)

    def _texts_with(self, start: str) -> NDArray[np.bool_]:
        """Tell which texts have a word that begins so, shape (texts,); a slip counts as the word that is close."""
        found = self._texts_between(start, start + "\uffff")
        if not found.any():
            close = process.extractOne(start, self._table.words, scorer=fuzz.ratio, score_cutoff=MIN_LIKENESS)
            found = self._texts_between(close[0], close[0]) if close else found
        return found

    def _texts_between(self, first: str, last: str) -> NDArray[np.bool_]:
        """Tell which texts have a word from one to another, both among them, shape (texts,)."""
        starts, words = self._table.starts, self._table.words
        found = np.zeros(len(self._table.owners), np.bool_)
        found[self._table.postings[starts[bisect_left(words, first)] : starts[bisect_right(words, last)]]] = True
        return found
