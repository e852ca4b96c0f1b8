"""Trains a ranker: reads the texts, fits the features, learns the weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.matching.features import FeatureSpace, fit_features
from assistant.matching.likelihood import likelihood_ratios
from assistant.matching.phrasing_table import PhrasingTable, build_table
from assistant.matching.ranker import Ranker
from assistant.matching.regression import quantised
from assistant.matching.retrieval import NearestTexts, invert
from assistant.matching.softmax import Floats, Weights, train_softmax
from assistant.matching.spelling import Speller, words_by_frequency
from assistant.matching.synonyms import Synonyms
from assistant.matching.word_vectors import shipped_vectors


@dataclass(frozen=True, slots=True)
class LabelledTexts:
    """Texts to learn from.

    Attributes:
        texts: their words and numbers, ordered by class.
        labels: class of each, ascending.
    """

    texts: Sequence[Sequence[str]]
    labels: Sequence[int]


@dataclass(frozen=True, slots=True)
class Lessons:
    """What a ranker learns from.

    Attributes:
        phrasings: ways to ask for each class.
        answers: sentences of the answers, retrieved beside the phrasings; none where there are phrasings enough.
        others: token lists of other texts whose features should be known.
        synonyms: names of the terms of the glossary.
        entries: number of classes that are entries; those after are kinds of out-of-scope question.
        classes: number of classes in all.
    """

    phrasings: LabelledTexts
    answers: LabelledTexts
    others: Sequence[Sequence[str]]
    synonyms: Synonyms
    entries: int
    classes: int


@dataclass(frozen=True, slots=True)
class Learned:
    """What two experts learned from the same texts.

    Attributes:
        weights: of the regression.
        ratios: of naive Bayes, shape (features, classes).
    """

    weights: Weights
    ratios: Floats


@dataclass(frozen=True, slots=True)
class Training:
    """What came of training, before it is known how much each expert counts.

    Attributes:
        space: the features.
        table: the phrasings.
        words: words of the phrasings, the commonest first.
        lessons: what was learned from.
        classifier: what was learned, or the texts among which the nearest are found.
    """

    space: FeatureSpace
    table: PhrasingTable
    words: tuple[str, ...]
    lessons: Lessons
    classifier: Learned | NearestTexts

    def ranker(self, likelihood: float) -> Ranker:
        """Make a ranker.

        Args:
            likelihood: how much naive Bayes counts beside the regression, 0 for not at all.

        Returns:
            The ranker.
        """
        found = self.classifier
        if isinstance(found, Learned):
            classifier = quantised(found.weights.plus(likelihood * found.ratios))
            return Ranker(self.space, classifier, self.table, self.lessons.entries, self.words, self.lessons.synonyms)
        return Ranker(self.space, found, self.table, self.lessons.entries, self.words, self.lessons.synonyms)


def train(lessons: Lessons, *, learn: bool = True, on_epoch: Callable[[], None] = lambda: None) -> Training:
    """Train on phrasings.

    Args:
        lessons: what there is to learn from.
        learn: whether weights are learned; else the nearest texts are retrieved.
        on_epoch: called after each pass of training.

    Returns:
        What was learned.
    """
    phrasings, answers, vectors = lessons.phrasings, lessons.answers, shipped_vectors()
    words = words_by_frequency([*phrasings.texts, *answers.texts])
    speller = Speller(words, vectors.knows)

    def mend(tokens: Sequence[str]) -> tuple[str, ...]:
        return lessons.synonyms.marked(speller.repair(tokens))

    mended, sentences = list(map(mend, phrasings.texts)), list(map(lessons.synonyms.marked, answers.texts))
    space = fit_features([*mended, *map(mend, lessons.others), *sentences], vectors)
    features, rows = len(space.keys), [space.row(tokens) for tokens in mended]
    table = build_table(rows, phrasings.labels, lessons.classes, features)
    if learn:
        weights = train_softmax(rows, phrasings.labels, features, lessons.classes, on_epoch=on_epoch)
        ratios = likelihood_ratios(rows, phrasings.labels, features, lessons.classes)
        return Training(space, table, words, lessons, Learned(weights, ratios))
    told = [space.row(tokens) for tokens in sentences]
    answer_table = invert(build_table(told, answers.labels, lessons.classes, features)) if told else None
    return Training(space, table, words, lessons, NearestTexts(invert(table), answer_table))
