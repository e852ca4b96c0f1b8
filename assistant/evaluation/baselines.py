"""Simple matchers on the same questions, so that a figure can be compared with something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import msgspec
import numpy as np
from rapidfuzz import fuzz, process, utils

from assistant.evaluation.measuring import Share
from assistant.evaluation.questions import TestQuestion
from assistant.matching.text import tokenise

K1, B = 1.5, 0.75
"""The usual constants of BM25 (Robertson and Zaragoza 2009)."""

Scorer = Callable[[str], Sequence[float]]
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


def measure_baselines(questions: Sequence[TestQuestion], texts: dict[str, list[str]]) -> tuple[Baseline, ...]:
    """Run the baselines.

    Args:
        questions: the test questions in scope.
        texts: phrasings by entry id.

    Returns:
        Nearest phrasing by BM25, by rapidfuzz's WRatio and by its token_set_ratio.
    """
    owners = [entry for entry, own in texts.items() for _ in own]
    phrasings = [text for own in texts.values() for text in own]
    scorers: dict[str, Scorer] = {
        "nearest phrasing, BM25": bm25(phrasings),
        "nearest phrasing, rapidfuzz WRatio": _fuzzy(phrasings, fuzz.WRatio),
        "nearest phrasing, rapidfuzz token_set_ratio": _fuzzy(phrasings, fuzz.token_set_ratio),
    }
    return tuple(_measure(name, scorer, questions, owners) for name, scorer in scorers.items())


def _measure(name: str, scorer: Scorer, questions: Sequence[TestQuestion], owners: Sequence[str]) -> Baseline:
    first = among_three = 0
    for question in questions:
        scores = np.asarray(scorer(question.ask))
        ids: list[str] = []
        for place in np.argsort(-scores, kind="stable"):
            if owners[place] not in ids:
                ids.append(owners[place])
            if len(ids) == 3:
                break
        first += ids[0] in question.entries
        among_three += any(entry in question.entries for entry in ids)
    return Baseline(name, Share(first, len(questions)), Share(among_three, len(questions)))


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
        for word, count in document.items():
            postings.setdefault(word, []).append((number, count))
    mean, total = lengths.mean(), len(documents)

    def score(question: str) -> Sequence[float]:
        scores = np.zeros(total)
        for word in set(tokenise(question)):
            found = np.array(postings.get(word, []), float).reshape(-1, 2)
            rows, tf = found[:, 0].astype(int), found[:, 1]
            idf = np.log(1 + (total - len(rows) + 0.5) / (len(rows) + 0.5))
            scores[rows] += idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * lengths[rows] / mean))
        return scores.tolist()

    return score


def _fuzzy(phrasings: Sequence[str], scorer: Callable[..., float]) -> Scorer:
    prepared = [utils.default_process(text) for text in phrasings]

    def score(question: str) -> Sequence[float]:
        wanted = utils.default_process(question)
        scores: list[float] = process.cdist([wanted], prepared, scorer=scorer, workers=-1)[0].tolist()
        return scores

    return score
