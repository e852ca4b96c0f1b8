"""Trains a ranker: reads the texts, fits the features, learns the weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.matching.encoder import Encoder
from assistant.matching.experts import FittedExperts, fit_experts
from assistant.matching.features import FeatureVector, fit_features
from assistant.matching.phrasing_table import PhrasingTable, build_table
from assistant.matching.ranker import Ranker
from assistant.matching.retrieval import NearestTexts, invert
from assistant.matching.spelling import Speller, words_by_frequency
from assistant.matching.synonyms import Synonyms
from assistant.matching.word_vectors import shipped_vectors

PREPARING_TIME, EPOCH_TIME = 4.0, 1.5
"""Seconds that reading 30,000 phrasings takes, and one pass of training over them; only their proportion counts."""


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
        encoder: reads texts.
        vectors: the phrasings as they were read.
        table: the phrasings.
        training_set: what was learned from.
        classifier: what was learned, or the texts among which the nearest are found.
    """

    encoder: Encoder
    vectors: Sequence[FeatureVector]
    table: PhrasingTable
    training_set: TrainingSet
    classifier: FittedExperts | NearestTexts

    def ranker(self, bayes_weight: float) -> Ranker:
        """Make a ranker.

        Args:
            bayes_weight: how much naive Bayes counts beside the regression, 0 for not at all.

        Returns:
            The ranker.
        """
        learned = self.classifier
        classifier = learned.regression(bayes_weight) if isinstance(learned, FittedExperts) else learned
        return Ranker(self.encoder, classifier, self.table, self.training_set.entries)


def train(
    training_set: TrainingSet, *, learn: bool = True, advance: Callable[[float], None] = lambda seconds: None
) -> TrainedModel:
    """Train on phrasings.

    Args:
        training_set: what there is to learn from.
        learn: whether weights are learned; else the nearest texts are retrieved.
        advance: told after each step how long it usually takes, in seconds.

    Returns:
        What was learned.
    """
    phrasings, answers, word_vectors = training_set.phrasings, training_set.answers, shipped_vectors()
    synonyms, classes = training_set.synonyms, training_set.classes
    speller = Speller(words_by_frequency([*phrasings.texts, *answers.texts]), word_vectors.knows)

    def mend(tokens: Sequence[str]) -> tuple[str, ...]:
        return synonyms.marked(speller.repair(tokens))

    mended, sentences = list(map(mend, phrasings.texts)), list(map(synonyms.marked, answers.texts))
    space = fit_features([*mended, *map(mend, training_set.others), *sentences], word_vectors)
    advance(PREPARING_TIME / 2)
    encoder = Encoder(speller, synonyms, space)
    features, vectors = len(space.keys), [space.vector(tokens) for tokens in mended]
    table = build_table(vectors, phrasings.labels, classes, features)
    advance(PREPARING_TIME / 2)
    if learn:
        experts = fit_experts(vectors, phrasings.labels, features, classes, partial(advance, EPOCH_TIME))
        return TrainedModel(encoder, vectors, table, training_set, experts)
    told = [space.vector(tokens) for tokens in sentences]
    answer_table = invert(build_table(told, answers.labels, classes, features)) if told else None
    return TrainedModel(encoder, vectors, table, training_set, NearestTexts(invert(table), answer_table))
