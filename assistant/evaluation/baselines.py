"""Simple matchers on the same questions, so that a figure can be compared with something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process, utils

from assistant.evaluation.measuring import Share
from assistant.evaluation.questions import TestQuestion
from assistant.matching import tokenise

K1, B = 1.5, 0.75
"""The usual constants of BM25 (Robertson and Zaragoza 2009)."""

Scorer = Callable[[str], NDArray[np.float64]]
"""Scores every phrasing for a question."""


class Baseline(msgspec.Struct, frozen=True):
    """How a simple matcher did.

    Attributes:
        name: the matcher.
        top_1: the right entry first.
        top_3: the right entry among the first three.
    """

    name: str
    top_1: Share
    top_3: Share


def bm25(phrasings: Sequence[str]) -> Scorer:
    """Prepare the usual lexical ranking.

    Args:
        phrasings: the texts that are ranked.

    Returns:
        A function from a question to a score for each text.
    """
    documents = [Counter(tokenise(text)) for text in phrasings]
    lengths = np.array([max(1, document.total()) for document in documents], float)
    postings: dict[str, list[tuple[int, int]]] = {}
    for number, document in enumerate(documents):
        for word, times in document.items():
            postings.setdefault(word, []).append((number, times))
    mean, total = lengths.mean(), len(documents)
    weighed = {}
    for word, found in postings.items():
        texts, tf = np.array(found).T
        idf = np.log(1 + (total - len(texts) + 0.5) / (len(texts) + 0.5))
        weighed[word] = texts, idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * lengths[texts] / mean))

    def score(question: str) -> NDArray[np.float64]:
        scores = np.zeros(total)
        for word in set(tokenise(question)) & weighed.keys():
            texts, weights = weighed[word]
            scores[texts] += weights
        return scores

    return score


def _fuzzy(scorer: Callable[..., float]) -> Callable[[Sequence[str]], Scorer]:
    def prepare(phrasings: Sequence[str]) -> Scorer:
        prepared = [utils.default_process(text) for text in phrasings]

        def score(question: str) -> NDArray[np.float64]:
            wanted = utils.default_process(question)
            return np.asarray(process.cdist([wanted], prepared, scorer=scorer, workers=-1)[0], float)

        return score

    return prepare


BASELINES = {
    "BM25": bm25,
    "rapidfuzz WRatio": _fuzzy(fuzz.WRatio),
    "rapidfuzz token_set_ratio": _fuzzy(fuzz.token_set_ratio),
}
"""What finds the nearest phrasing, by name; the first takes seconds, the others minutes."""


def measure_baseline(
    name: str,
    questions: Sequence[TestQuestion],
    texts: dict[str, list[str]],
    progress: Callable[[float], None] = lambda share: None,
) -> Baseline:
    """Ask a simple matcher.

    Args:
        name: one of `BASELINES`.
        questions: the test questions in scope.
        texts: phrasings by entry id, at least one each.
        progress: told how far the work is, 0 to 1.

    Returns:
        How often the entries whose phrasings are nearest are the right ones.
    """
    score = BASELINES[name]([text for own in texts.values() for text in own])
    entries, starts = list(texts), np.cumsum([0, *map(len, texts.values())][:-1])
    first = among_three = 0
    for number, question in enumerate(questions, start=1):
        best = np.maximum.reduceat(score(question.ask), starts)
        ids = [entries[place] for place in np.argsort(-best, kind="stable")[:3]]
        first += ids[0] in question.entries
        among_three += any(entry in question.entries for entry in ids)
        progress(number / len(questions))
    return Baseline(f"nearest phrasing, {name}", Share(first, len(questions)), Share(among_three, len(questions)))
