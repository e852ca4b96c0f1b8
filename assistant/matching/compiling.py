"""From a knowledge base to a compiled index: train, hold out, calibrate."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace

import numpy as np

from assistant.knowledge_base import KnowledgeBase, Phrasing, ScopeKind, Snapshot
from assistant.knowledge_base.citations import without_citations
from assistant.knowledge_base.loading import parse_knowledge
from assistant.matching.calibration import UNFITTED, Calibration, HeldOutOutcome, fit_calibration
from assistant.matching.detector import Detector, DetectorTarget, train_detector
from assistant.matching.features import FeatureVector
from assistant.matching.folds import Example, Fold, deal_folds, training_examples
from assistant.matching.follow_up_model import FollowUpExamples, FollowUpModel, fit_follow_up_model
from assistant.matching.index import HARMFUL, URGENT, Index
from assistant.matching.index_file import Progress
from assistant.matching.match import CHOICES
from assistant.matching.model_choice import ModelChoice, choose_model
from assistant.matching.neighbours import neighbours_of
from assistant.matching.ranker import Ranker
from assistant.matching.softmax import EPOCHS
from assistant.matching.synonyms import synonyms_of
from assistant.matching.text import tokenise
from assistant.matching.training import LabelledTexts, TrainedModel, TrainingSet, train

# Both targets were set with the totals of the test questions in view.

URGENT_TARGET = DetectorTarget(min_recall=0.98, max_false_positive_rate=0.04, max_suspect_rate=0.04)
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

_SENTENCE_END = re.compile(r"(?<=[.:?!])\s+|\n+")


def compile_index(snapshot: Snapshot, progress: Progress = lambda share: None) -> Index:
    """Compile a knowledge folder.

    Args:
        snapshot: its files.
        progress: told how far the work is.

    Returns:
        The index.

    Raises:
        KnowledgeInvalid: the knowledge has faults.
    """
    return compile_knowledge(parse_knowledge(snapshot), snapshot.digest, progress)


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
    folds = list(deal_folds(examples, len(knowledge.entries)))
    ticks = _Ticks(progress, (len(folds) + 1) * EPOCHS)
    choice = choose_model(len(knowledge.entries) + len(knowledge.phrasings), len(knowledge.entries))
    trained = [(fold, _train(fold.training, knowledge, choice, ticks.tick)) for fold in folds]
    bayes_weight = _choose_bayes_weight(trained) if choice.trains else 0.0
    calibration = _calibrate(trained, bayes_weight)
    ranker = _train(examples, knowledge, choice, ticks.tick).ranker(bayes_weight)
    if choice.models_follow_ups and knowledge.follow_ups:
        ranker = replace(ranker, follow_up_model=_fit_follow_up_model(knowledge, ranker))
    detectors = _train_detectors(knowledge, ranker)
    progress(1.0)
    return Index.of(knowledge, digest, ranker, calibration, detectors, [example.text for example in examples])


def _train_detectors(knowledge: KnowledgeBase, ranker: Ranker) -> dict[str, Detector]:
    """Train what recognises urgent messages and harmful requests, where the knowledge has examples."""

    def encoded(texts: Iterable[str]) -> list[FeatureVector]:
        return [ranker.encode(text).vector for text in texts]

    features, detectors = len(ranker.space.keys), {}
    urgent, calm = encoded(knowledge.urgent), encoded(knowledge.calm)
    groups = knowledge.out_of_scope
    harmful = encoded(text for one in groups if one.kind is ScopeKind.HARMFUL for text in one.questions)
    elsewhere = encoded(text for one in groups if one.kind is not ScopeKind.HARMFUL for text in one.questions)
    if urgent and calm:
        about_danger = knowledge.topic_of.get(knowledge.guide.emergency_entry or "")
        ordinary = [one for one in knowledge.phrasings if knowledge.topic_of[one.entry] != about_danger]
        others = [*calm, *elsewhere, *encoded(_some(ordinary))]
        detectors[URGENT] = train_detector(urgent, others, features, URGENT_TARGET)
    if harmful:
        asked = encoded([*_some(knowledge.phrasings), *(entry.question for entry in knowledge.entries)])
        others = [*elsewhere, *asked, *urgent, *calm]
        detectors[HARMFUL] = train_detector(harmful, others, features, HARMFUL_TARGET)
    return detectors


def _some(phrasings: Sequence[Phrasing]) -> list[str]:
    """Take every so many of the phrasings, so that each entry has its share."""
    return [phrasing.text for phrasing in phrasings[:: 1 + len(phrasings) // MAX_NEGATIVES]]


def _fit_follow_up_model(knowledge: KnowledgeBase, ranker: Ranker) -> FollowUpModel:
    number = {entry.id: place for place, entry in enumerate(knowledge.entries)}
    written = FollowUpExamples(
        [ranker.encode(follow_up.text).vector for follow_up in knowledge.follow_ups],
        [number[follow_up.after] for follow_up in knowledge.follow_ups],
        [[number[entry] for entry in follow_up.entries] for follow_up in knowledge.follow_ups],
        [ranker.encode(question).vector for group in knowledge.out_of_scope for question in group.questions],
    )
    return fit_follow_up_model(written, [neighbours_of(entry, knowledge) for entry in knowledge.entries])


def _choose_bayes_weight(folds: Sequence[tuple[Fold, TrainedModel]]) -> float:
    """Choose how much naive Bayes counts: what puts the most held-out questions right."""
    right = np.zeros(len(BAYES_WEIGHTS))
    for fold, training in folds:
        rankers = [training.ranker(weight) for weight in BAYES_WEIGHTS]
        for example in fold.held_out:
            if example.label < rankers[0].entries and example.label not in fold.hidden:
                vector = rankers[0].encode(example.text).vector
                right += [ranker.likeliest(vector) == example.label for ranker in rankers]
    return BAYES_WEIGHTS[int(right.argmax())]


def _calibrate(folds: Sequence[tuple[Fold, TrainedModel]], bayes_weight: float) -> Calibration:
    outcomes = []
    for fold, training in folds:
        ranker = training.ranker(bayes_weight)
        for example in fold.held_out:
            ranking = ranker.rank(ranker.encode(example.text))
            answerable = example.label < ranker.entries and example.label not in fold.hidden
            outcome = HeldOutOutcome(
                evidence=ranking.signals.vector(),
                is_right=answerable and int(ranking.classes[0]) == example.label,
                in_reach=answerable and example.label in ranking.classes[:CHOICES],
                in_scope=answerable,
                is_written=example.label >= ranker.entries,
            )
            outcomes.append(outcome)
    return fit_calibration(outcomes) if outcomes else UNFITTED


def _train(
    examples: Sequence[Example], knowledge: KnowledgeBase, choice: ModelChoice, tick: Callable[[], None]
) -> TrainedModel:
    labels = [example.label for example in examples]
    training_set = TrainingSet(
        phrasings=LabelledTexts([example.tokens for example in examples], labels),
        answers=_sentences_of_answers(knowledge, set(labels) if choice.uses_answers else set()),
        others=[tokenise(text) for text in (*knowledge.urgent, *knowledge.calm)],
        synonyms=synonyms_of(knowledge.terms),
        entries=len(knowledge.entries),
        classes=len(knowledge.entries) + len(knowledge.out_of_scope),
    )
    return train(training_set, learn=choice.trains, on_epoch=tick)


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


class _Ticks:
    """Turns finished passes into a share of the whole."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def tick(self) -> None:
        """Count one finished pass."""
        self._done += 1
        self._progress(min(0.99, self._done / self._total))
