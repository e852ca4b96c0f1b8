"""Trains a ranker: reads the texts, fits the features, learns the weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.matching.experts import FittedExperts, fit_experts
from assistant.matching.features import FeatureSpace, fit_features
from assistant.matching.phrasing_table import PhrasingTable, build_table
from assistant.matching.ranker import Ranker
from assistant.matching.retrieval import NearestTexts, invert
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
class TrainingSet:
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
class TrainedModel:
    """What came of training, before it is known how much each expert counts.

    Attributes:
        space: the features.
        table: the phrasings.
        words: words of the phrasings, the commonest first.
        training_set: what was learned from.
        classifier: what was learned, or the texts among which the nearest are found.
    """

    space: FeatureSpace
    table: PhrasingTable
    words: tuple[str, ...]
    training_set: TrainingSet
    classifier: FittedExperts | NearestTexts

    def ranker(self, bayes_weight: float) -> Ranker:
        """Make a ranker.

        Args:
            bayes_weight: how much naive Bayes counts beside the regression, 0 for not at all.

        Returns:
            The ranker.
        """
        learned, known = self.classifier, self.training_set
        classifier = learned.regression(bayes_weight) if isinstance(learned, FittedExperts) else learned
        return Ranker(self.space, classifier, self.table, known.entries, self.words, known.synonyms)


def train(
    training_set: TrainingSet, *, learn: bool = True, on_epoch: Callable[[], None] = lambda: None
) -> TrainedModel:
    """Train on phrasings.

    Args:
        training_set: what there is to learn from.
        learn: whether weights are learned; else the nearest texts are retrieved.
        on_epoch: called after each pass of training.

    Returns:
        What was learned.
    """
    phrasings, answers, word_vectors = training_set.phrasings, training_set.answers, shipped_vectors()
    words = words_by_frequency([*phrasings.texts, *answers.texts])
    speller = Speller(words, word_vectors.knows)

    def mend(tokens: Sequence[str]) -> tuple[str, ...]:
        return training_set.synonyms.marked(speller.repair(tokens))

    mended, sentences = list(map(mend, phrasings.texts)), list(map(training_set.synonyms.marked, answers.texts))
    space = fit_features([*mended, *map(mend, training_set.others), *sentences], word_vectors)
    features, vectors = len(space.keys), [space.vector(tokens) for tokens in mended]
    table = build_table(vectors, phrasings.labels, training_set.classes, features)
    if learn:
        experts = fit_experts(vectors, phrasings.labels, features, training_set.classes, on_epoch)
        return TrainedModel(space, table, words, training_set, experts)
    told = [space.vector(tokens) for tokens in sentences]
    answer_table = invert(build_table(told, answers.labels, training_set.classes, features)) if told else None
    return TrainedModel(space, table, words, training_set, NearestTexts(invert(table), answer_table))
