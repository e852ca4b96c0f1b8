"""From a knowledge base to a compiled index: train, hold out, calibrate."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.knowledge_base import KnowledgeBase, ScopeKind, Snapshot
from assistant.knowledge_base.citations import without_citations
from assistant.knowledge_base.loading import parse_knowledge
from assistant.matching.calibration import UNFITTED, Calibration, fit_calibration
from assistant.matching.detector import Aim, Detector, train_detector
from assistant.matching.features import Row
from assistant.matching.following import Following, FollowUpTexts, learn_following
from assistant.matching.gear import FEWEST_PHRASINGS, Gear, choose_gear
from assistant.matching.index import HARMFUL, URGENT, Index
from assistant.matching.index_file import Progress
from assistant.matching.ranker import LabelledTexts, Lessons, Ranker, train_ranker
from assistant.matching.softmax import EPOCHS
from assistant.matching.synonyms import synonyms_of
from assistant.matching.text import tokenise

FOLDS = 3
"""Parts into which the writers are dealt for held-out questions."""

FOLDS_OF_FEW, MODERATE = 6, 3_000
"""Parts up to this number of phrasings of one writer or two, so that little is missing from each training."""

HIDDEN_ENTRIES = 0.12
"""Share of the entries that each fold hides whole: their questions then have no right answer."""

MANY = 25_000
"""Above this number of phrasings a single fold gives questions enough."""

MOST_HELD_OUT = 1_500
"""Questions in scope of a fold that are asked at the most."""

URGENT_AIM = Aim(least_recall=0.98, most_alarms=0.12, most_doubts=0.12)
"""A missed urgent message costs more than a needless line of help."""

HARMFUL_AIM = Aim(least_recall=0.97, most_alarms=0.006, most_doubts=0.05)
"""A practitioner must hardly ever be refused as one who means harm, and may be asked to choose."""

MOST_OTHERS = 3_000
"""Phrasings that harmful requests are held against at the most."""

FEWEST_WORDS = 4
"""Words of a sentence of an answer that can tell what its entry is about."""

_SENTENCE_END = re.compile(r"(?<=[.:?!])\s+|\n+")

CANDIDATES = 5
"""Choices offered; a right entry among them counts as in reach."""


@dataclass(frozen=True, slots=True)
class Example:
    """A training text.

    Attributes:
        text: as it was written.
        tokens: its words and numbers.
        label: its class.
        writer: who wrote it; empty for the canonical question.
    """

    text: str
    tokens: tuple[str, ...]
    label: int
    writer: str


@dataclass(frozen=True, slots=True)
class Fold:
    """A part held out of training.

    Attributes:
        training: what the fold's matcher learns from.
        held_out: what it is asked.
        hidden: entries that were taken out of the training; no answer is right for their questions.
    """

    training: list[Example]
    held_out: list[Example]
    hidden: set[int]


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
    folds = list(_folds(examples, len(knowledge.entries)))
    ticks = _Ticks(progress, (len(folds) + 1) * EPOCHS)
    gear = choose_gear(len(knowledge.entries) + len(knowledge.phrasings), len(knowledge.entries))
    calibration = _calibrate(knowledge, folds, gear, ticks.tick)
    ranker = _train(examples, knowledge, gear, ticks.tick)
    if gear.follows and knowledge.follow_ups:
        ranker = replace(ranker, following=_learn_following(knowledge, ranker))
    detectors = _train_detectors(knowledge, ranker)
    progress(1.0)
    return Index.of(knowledge, digest, ranker, calibration, detectors, [example.text for example in examples])


def _train_detectors(knowledge: KnowledgeBase, ranker: Ranker) -> dict[str, Detector]:
    """Train what recognises urgent messages and harmful requests, where the knowledge has examples."""

    def rows(texts: Iterable[str]) -> list[Row]:
        return [ranker.read(text).row for text in texts]

    features, detectors = len(ranker.space.keys), {}
    urgent, calm = rows(knowledge.urgent), rows(knowledge.calm)
    if urgent and calm:
        detectors[URGENT] = train_detector(urgent, calm, features, URGENT_AIM)
    by_harm: dict[bool, list[str]] = {True: [], False: []}
    for group in knowledge.out_of_scope:
        by_harm[group.kind is ScopeKind.HARMFUL].extend(group.questions)
    if by_harm[True]:
        step = 1 + len(knowledge.phrasings) // MOST_OTHERS
        phrasings = [phrasing.text for phrasing in knowledge.phrasings[::step]]
        others = rows([*by_harm[False], *phrasings, *(entry.question for entry in knowledge.entries)])
        detectors[HARMFUL] = train_detector(rows(by_harm[True]), [*others, *urgent, *calm], features, HARMFUL_AIM)
    return detectors


def _learn_following(knowledge: KnowledgeBase, ranker: Ranker) -> Following:
    number = {entry.id: place for place, entry in enumerate(knowledge.entries)}
    texts = FollowUpTexts(
        [ranker.read(follow_up.text).row for follow_up in knowledge.follow_ups],
        [number[follow_up.after] for follow_up in knowledge.follow_ups],
        [[number[entry] for entry in follow_up.entries] for follow_up in knowledge.follow_ups],
        [ranker.read(question).row for group in knowledge.out_of_scope for question in group.questions],
    )
    related = np.zeros((len(number), len(number)), np.bool_)
    for entry in knowledge.entries:
        related[number[entry.id], [number[other] for other in entry.related]] = True
    topics = np.array([knowledge.topic_of[entry.id] for entry in knowledge.entries])
    return learn_following(texts, related, topics[:, None] == topics)


def training_examples(knowledge: KnowledgeBase) -> list[Example]:
    """Gather what the matcher learns from, ordered by class.

    Args:
        knowledge: a knowledge base.

    Returns:
        Canonical questions and phrasings, class numbers in the order of the entries; then the
        out-of-scope questions, one class for each group.
    """
    label = {entry.id: number for number, entry in enumerate(knowledge.entries)}
    found = [(entry.question, label[entry.id], "") for entry in knowledge.entries]
    found.extend((phrasing.text, label[phrasing.entry], phrasing.writer) for phrasing in knowledge.phrasings)
    for number, group in enumerate(knowledge.out_of_scope, start=len(label)):
        found.extend((text, number, "scope") for place, text in enumerate(group.questions))
    examples = [Example(text, tokenise(text), number, writer) for text, number, writer in found]
    return sorted((example for example in examples if example.tokens), key=lambda example: example.label)


def _folds(examples: Sequence[Example], entries: int) -> Iterator[Fold]:
    """Deal the phrasings into folds: by writer where there are several, else one by one."""
    writers = sorted({example.writer for example in examples if example.writer and example.label < entries})
    several = len(writers) >= FOLDS
    folds = FOLDS if several or len(examples) > MODERATE else FOLDS_OF_FEW
    dealt = {writer: number % folds for number, writer in enumerate(writers)} if several else {}
    fold_of = [
        dealt.get(example.writer, place % folds) if example.writer else None for place, example in enumerate(examples)
    ]
    chooser = np.random.default_rng(0)
    for number in range(folds if len(examples) <= MANY else 1):
        hidden = set(chooser.choice(entries, int(entries * HIDDEN_ENTRIES), replace=False).tolist())
        held_out = [one for one, fold in zip(examples, fold_of, strict=True) if fold == number]
        training = [
            one for one, fold in zip(examples, fold_of, strict=True) if fold != number and one.label not in hidden
        ]
        inside = [one for one in held_out if one.label < entries]
        outside = [one for one in held_out if one.label >= entries]
        if len(inside) >= FEWEST_PHRASINGS / folds:
            yield Fold(training, inside[:: 1 + len(inside) // MOST_HELD_OUT] + outside, hidden)


def _calibrate(
    knowledge: KnowledgeBase,
    folds: Sequence[Fold],
    gear: Gear,
    tick: Callable[[], None],
) -> Calibration:
    evidence, right, in_reach, in_scope, written = [], [], [], [], []
    for fold in folds:
        ranker = _train(fold.training, knowledge, gear, tick)
        for example in fold.held_out:
            ranking = ranker.rank(ranker.read(example.text))
            answerable = example.label < ranker.entries and example.label not in fold.hidden
            evidence.append(ranking.signals.vector())
            right.append(answerable and int(ranking.classes[0]) == example.label)
            in_reach.append(answerable and example.label in ranking.classes[:CANDIDATES])
            in_scope.append(answerable)
            written.append(example.label >= ranker.entries)
    if not evidence:
        return UNFITTED
    return fit_calibration(np.array(evidence), right, in_reach, in_scope, written)


def _train(examples: Sequence[Example], knowledge: KnowledgeBase, gear: Gear, tick: Callable[[], None]) -> Ranker:
    labels = [example.label for example in examples]
    lessons = Lessons(
        phrasings=LabelledTexts([example.tokens for example in examples], labels),
        answers=_sentences_of_answers(knowledge, set(labels) if gear.looks_at_answers else set()),
        others=[tokenise(text) for text in (*knowledge.urgent, *knowledge.calm)],
        synonyms=synonyms_of(knowledge.terms),
        entries=len(knowledge.entries),
        classes=len(knowledge.entries) + len(knowledge.out_of_scope),
    )
    return train_ranker(lessons, learn=gear.learns, on_epoch=tick)


def _sentences_of_answers(knowledge: KnowledgeBase, trained: Container[int]) -> LabelledTexts:
    """Cut the answers of the entries that are trained into sentences."""
    found = [
        (tokens, number)
        for number, entry in enumerate(knowledge.entries)
        if number in trained
        for sentence in _SENTENCE_END.split(without_citations(entry.answer))
        if len(tokens := tokenise(sentence)) >= FEWEST_WORDS
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
