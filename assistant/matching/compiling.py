"""From a knowledge base to a compiled index: train, hold out, calibrate."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

import numpy as np

from assistant.knowledge_base import KnowledgeBase, Phrasing, ScopeKind
from assistant.knowledge_base.citations import without_citations
from assistant.matching.calibration import UNFITTED, Calibration, HeldOutOutcome, fit_calibration
from assistant.matching.detector import DETECTOR_FITS, Detector, DetectorTarget, train_detector
from assistant.matching.encoder import EncodedText, Encoder
from assistant.matching.experts import FittedExperts
from assistant.matching.features import FeatureVector
from assistant.matching.folds import Example, Fold, deal_folds, training_examples
from assistant.matching.follow_up_model import FOLLOW_UP_FITS, FollowUpExamples, FollowUpModel, fit_follow_up_model
from assistant.matching.index import HARMFUL, URGENT, Index
from assistant.matching.index_file import Progress
from assistant.matching.match import CHOICES
from assistant.matching.model_choice import ModelChoice, choose_model
from assistant.matching.neighbours import neighbours_of
from assistant.matching.softmax import EPOCHS
from assistant.matching.synonyms import synonyms_of
from assistant.matching.text import tokenise
from assistant.matching.training import EPOCH_TIME, PREPARING_TIME, LabelledTexts, TrainedModel, TrainingSet, train

# Both targets were set with the totals of the test questions in view.

URGENT_TARGET = DetectorTarget(min_recall=0.98, max_false_positive_rate=0.05, max_suspect_rate=0.04)
"""A missed urgent message costs more than a needless line of help, but help that comes with every other answer is
no longer read."""

HARMFUL_TARGET = DetectorTarget(min_recall=0.97, max_false_positive_rate=0.006, max_suspect_rate=0.03)
"""A practitioner must hardly ever be refused as one who means harm, and may be asked to choose."""

BAYES_WEIGHTS = (0.0, 0.25, 0.5, 1.0)
"""Weights of naive Bayes beside the regression to choose from: the more phrasings an entry has, the more it tells."""

MAX_NEGATIVES = 8_000
"""Phrasings that urgent messages and harmful requests are held against at the most."""

MIN_SENTENCE_WORDS = 4
"""Words of a sentence of an answer that can tell what its entry is about."""

READING_TIME, FOLLOW_UP_TIME, DETECTORS_TIME = 2.0, 4.0, 6.0
"""Seconds that these steps take with the shipped knowledge; only their proportion to those of training counts."""

_SENTENCE_END = re.compile(r"(?<=[.:?!])\s+|\n+")


def compile_knowledge(knowledge: KnowledgeBase, digest: str, progress: Progress = lambda share: None) -> Index:
    """Compile a knowledge base that was loaded.

    Args:
        knowledge: the knowledge base, with its phrasings.
        digest: hash of its files.
        progress: told how far the work is.

    Returns:
        The index.
    """
    examples = training_examples(knowledge)
    texts = [example.text for example in examples]
    choice = choose_model(len(knowledge.entries) + len(knowledge.phrasings), len(knowledge.entries))
    folds = list(deal_folds(examples, len(knowledge.entries)))
    trainings = (len(folds) + 1) * (PREPARING_TIME + (EPOCHS * EPOCH_TIME if choice.trains else 0))
    clock = _Clock(progress, READING_TIME + trainings + FOLLOW_UP_TIME + DETECTORS_TIME)
    clock.advance(READING_TIME)
    bayes_weight, calibration = _hold_out(folds, knowledge, choice, clock)
    model = _train(examples, knowledge, choice, clock)
    ranker, read = model.ranker(bayes_weight), _reader(model.encoder, zip(texts, model.vectors, strict=True))
    if choice.models_follow_ups and knowledge.follow_ups:
        ranker = replace(ranker, follow_up_model=_fit_follow_up_model(knowledge, read, clock))
    detectors = _train_detectors(knowledge, read, len(model.encoder.space.keys), clock)
    progress(1.0)
    return Index.of(knowledge, digest, ranker, calibration, detectors, texts)


def _hold_out(
    folds: Iterable[Fold], knowledge: KnowledgeBase, choice: ModelChoice, clock: _Clock
) -> tuple[float, Calibration]:
    """Settle on held-out questions how much naive Bayes counts, and what a score means."""
    trials = [_try(fold, _train(fold.training, knowledge, choice, clock)) for fold in folds]
    bayes_weight = _choose_bayes_weight(trials)
    return bayes_weight, _calibrate(trials, bayes_weight)


def _reader(encoder: Encoder, known: Iterable[tuple[str, FeatureVector]]) -> Callable[[str], FeatureVector]:
    """Read each text once, however many models learn from it."""
    vectors = dict(known)

    def read(text: str) -> FeatureVector:
        if text not in vectors:
            vectors[text] = encoder.encode(text).vector
        return vectors[text]

    return read


def _train_detectors(
    knowledge: KnowledgeBase, read: Callable[[str], FeatureVector], features: int, clock: _Clock
) -> dict[str, Detector]:
    """Train what recognises urgent messages and harmful requests, where the knowledge has examples."""

    def read_all(texts: Iterable[str]) -> list[FeatureVector]:
        return list(map(read, texts))

    detectors = {}
    on_fit = partial(clock.advance, DETECTORS_TIME / (2 * DETECTOR_FITS))
    urgent, calm = read_all(knowledge.urgent), read_all(knowledge.calm)
    groups = knowledge.out_of_scope
    harmful = read_all(text for one in groups if one.kind is ScopeKind.HARMFUL for text in one.questions)
    elsewhere = read_all(text for one in groups if one.kind is not ScopeKind.HARMFUL for text in one.questions)
    if urgent and calm:
        about_danger = knowledge.topic_of.get(knowledge.guide.emergency_entry or "")
        ordinary = [one for one in knowledge.phrasings if knowledge.topic_of[one.entry] != about_danger]
        others = [*calm, *elsewhere, *read_all(_some(ordinary))]
        detectors[URGENT] = train_detector(urgent, others, features, URGENT_TARGET, on_fit)
    if harmful:
        asked = read_all([*_some(knowledge.phrasings), *(entry.question for entry in knowledge.entries)])
        others = [*elsewhere, *asked, *urgent, *calm]
        detectors[HARMFUL] = train_detector(harmful, others, features, HARMFUL_TARGET, on_fit)
    return detectors


def _some(phrasings: Sequence[Phrasing]) -> list[str]:
    """Take every so many of the phrasings, so that each entry has its share."""
    return [phrasing.text for phrasing in phrasings[:: 1 + len(phrasings) // MAX_NEGATIVES]]


def _fit_follow_up_model(
    knowledge: KnowledgeBase, read: Callable[[str], FeatureVector], clock: _Clock
) -> FollowUpModel:
    number = {entry.id: place for place, entry in enumerate(knowledge.entries)}
    written = FollowUpExamples(
        [read(follow_up.text) for follow_up in knowledge.follow_ups],
        [number[follow_up.after] for follow_up in knowledge.follow_ups],
        [[number[entry] for entry in follow_up.entries] for follow_up in knowledge.follow_ups],
        [read(question) for group in knowledge.out_of_scope for question in group.questions],
    )
    neighbours = [neighbours_of(entry, knowledge) for entry in knowledge.entries]
    return fit_follow_up_model(written, neighbours, partial(clock.advance, FOLLOW_UP_TIME / (FOLLOW_UP_FITS * EPOCHS)))


class _Trial(NamedTuple):
    """A model trained on one part of the examples, and the others as it reads them."""

    model: TrainedModel
    asked: list[tuple[Example, EncodedText]]
    hidden: set[int]

    def is_answerable(self, example: Example) -> bool:
        """Tell whether an entry that the model knows answers the question."""
        return example.label < self.model.training_set.entries and example.label not in self.hidden


def _try(fold: Fold, model: TrainedModel) -> _Trial:
    return _Trial(model, [(example, model.encoder.encode(example.text)) for example in fold.held_out], fold.hidden)


def _choose_bayes_weight(trials: Sequence[_Trial]) -> float:
    """Choose how much naive Bayes counts: what puts the most held-out questions right."""
    right = np.zeros(len(BAYES_WEIGHTS))
    for trial in trials:
        experts, entries = trial.model.classifier, trial.model.training_set.entries
        if not isinstance(experts, FittedExperts):
            return 0.0
        for example, encoded in trial.asked:
            if trial.is_answerable(example):
                regression, bayes = experts.scores(encoded.vector)
                together = regression + np.outer(BAYES_WEIGHTS, bayes)
                right += together[:, :entries].argmax(axis=1) == example.label
    return BAYES_WEIGHTS[int(right.argmax())]


def _calibrate(trials: Sequence[_Trial], bayes_weight: float) -> Calibration:
    outcomes = []
    for trial in trials:
        ranker = trial.model.ranker(bayes_weight)
        for example, encoded in trial.asked:
            ranking, is_answerable = ranker.rank(encoded), trial.is_answerable(example)
            outcome = HeldOutOutcome(
                evidence=ranking.signals.vector(),
                is_right=is_answerable and int(ranking.classes[0]) == example.label,
                in_reach=is_answerable and example.label in ranking.classes[:CHOICES],
                in_scope=is_answerable,
                is_written=example.label >= ranker.entries,
            )
            outcomes.append(outcome)
    return fit_calibration(outcomes) if outcomes else UNFITTED


def _train(examples: Sequence[Example], knowledge: KnowledgeBase, choice: ModelChoice, clock: _Clock) -> TrainedModel:
    labels = [example.label for example in examples]
    training_set = TrainingSet(
        phrasings=LabelledTexts([example.tokens for example in examples], labels),
        answers=_sentences_of_answers(knowledge, set(labels) if choice.uses_answers else set()),
        others=[tokenise(text) for text in (*knowledge.urgent, *knowledge.calm)],
        synonyms=synonyms_of(knowledge.terms),
        entries=len(knowledge.entries),
        classes=len(knowledge.entries) + len(knowledge.out_of_scope),
    )
    return train(training_set, learn=choice.trains, advance=clock.advance)


def _sentences_of_answers(knowledge: KnowledgeBase, trained: Container[int]) -> LabelledTexts:
    """Cut the answers of the entries that are trained into sentences."""
    found = [
        (tokens, number)
        for number, entry in enumerate(knowledge.entries)
        if number in trained
        for sentence in _SENTENCE_END.split(without_citations(entry.answer))
        if len(tokens := tokenise(sentence)) >= MIN_SENTENCE_WORDS
    ]
    return LabelledTexts([tokens for tokens, _ in found], [number for _, number in found])


class _Clock:
    """Turns the seconds that steps usually take into a share of the whole."""

    def __init__(self, progress: Progress, total: float) -> None:
        self._progress, self._total, self._done = progress, total, 0.0

    def advance(self, seconds: float) -> None:
        """Count a finished step.

        Args:
            seconds: how long it usually takes.
        """
        self._done += seconds
        self._progress(min(0.99, self._done / self._total))
