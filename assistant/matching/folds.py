"""What the matcher learns from, and the parts of it that are held out to measure what it has learned.

The table of word vectors is the same for every fold: it was fitted on the phrasings of all parts
(`vectors/README.md`), so what is measured here is a little too good.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.knowledge_base import KnowledgeBase
from assistant.matching.model_choice import MIN_PHRASINGS
from assistant.matching.text import tokenise

FOLDS = 6
"""Parts into which the writers are dealt for held-out questions, so that little is missing from each training."""

MANY_EXAMPLES, FOLDS_OF_MANY = 3_000, 2
"""Above this number of examples only so many of the folds are held out and asked; they give questions enough."""

MIN_WRITERS = 3
"""Writers from which those of a part are held out together; else phrasings are dealt one by one."""

HIDDEN_SHARE = 0.12
"""Share of the entries that each fold hides whole: their questions then have no right answer."""

VERY_MANY_EXAMPLES = 50_000
"""Above this number a single fold does."""

MAX_HELD_OUT = 1_500
"""Questions in scope of a fold that are asked at the most."""


@dataclass(frozen=True, slots=True)
class Example:
    """A training text.

    Attributes:
        text: as it was written.
        tokens: its words and numbers.
        label: its class.
        writer: who wrote it, empty where that is not told; None for the canonical question, which is never held out.
    """

    text: str
    tokens: tuple[str, ...]
    label: int
    writer: str | None


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


def training_examples(knowledge: KnowledgeBase) -> list[Example]:
    """Gather what the matcher learns from, ordered by class.

    Args:
        knowledge: a knowledge base.

    Returns:
        Canonical questions and phrasings, class numbers in the order of the entries; then the
        out-of-scope questions, one class for each group.
    """
    label = {entry.id: number for number, entry in enumerate(knowledge.entries)}
    found: list[tuple[str, int, str | None]] = [(entry.question, label[entry.id], None) for entry in knowledge.entries]
    found.extend((phrasing.text, label[phrasing.entry], phrasing.writer) for phrasing in knowledge.phrasings)
    for number, group in enumerate(knowledge.out_of_scope, start=len(label)):
        found.extend((text, number, "") for text in group.questions)
    examples = [Example(text, tokenise(text), number, writer) for text, number, writer in found]
    return sorted((example for example in examples if example.tokens), key=lambda example: example.label)


def deal_folds(examples: Sequence[Example], entries: int) -> Iterator[Fold]:
    """Deal the phrasings into folds: by writer where there are several, else one by one.

    Args:
        examples: what the matcher learns from.
        entries: number of classes that are entries.

    Yields:
        Each fold that has questions enough; none where there are too few phrasings. Where phrasings are few, those
        of its hidden entries are all asked, since a sixth of them would say little.
    """
    writers = sorted({example.writer for example in examples if example.writer and example.label < entries})
    dealt = {writer: number % FOLDS for number, writer in enumerate(writers)} if len(writers) >= MIN_WRITERS else {}
    fold_of = [
        None if example.writer is None else dealt.get(example.writer, place % FOLDS)
        for place, example in enumerate(examples)
    ]
    chooser = np.random.default_rng(0)
    few = len(examples) <= MANY_EXAMPLES
    for number in range(FOLDS if few else FOLDS_OF_MANY if len(examples) <= VERY_MANY_EXAMPLES else 1):
        hidden = set(chooser.choice(entries, int(entries * HIDDEN_SHARE), replace=False).tolist())
        asked_too = hidden if few else set()
        held_out = [
            one
            for one, fold in zip(examples, fold_of, strict=True)
            if fold == number or (one.writer is not None and one.label in asked_too)
        ]
        training = [
            one for one, fold in zip(examples, fold_of, strict=True) if fold != number and one.label not in hidden
        ]
        inside = [one for one in held_out if one.label < entries]
        outside = [one for one in held_out if one.label >= entries]
        if len(inside) >= MIN_PHRASINGS / FOLDS:
            yield Fold(training, inside[:: 1 + len(inside) // MAX_HELD_OUT] + outside, hidden)
