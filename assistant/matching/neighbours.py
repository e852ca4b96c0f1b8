"""Which entries stand near an entry: those it is related to, and those of its topic."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.knowledge_base import Entry, KnowledgeBase


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands near one entry.

    Attributes:
        related: whether each entry is named as related to it, shape (entries,).
        same_topic: whether each entry is of its topic, itself among them, shape (entries,).
    """

    related: NDArray[np.bool_]
    same_topic: NDArray[np.bool_]


def neighbours_of(entry: Entry, knowledge: KnowledgeBase) -> Neighbours:
    """Tell which entries stand near an entry.

    Args:
        entry: the entry.
        knowledge: the knowledge base that it is of.

    Returns:
        Its neighbours, in the order of the entries.
    """
    related, topic = set(entry.related), knowledge.topic_of[entry.id]
    return Neighbours(
        np.array([other.id in related for other in knowledge.entries], np.bool_),
        np.array([knowledge.topic_of[other.id] == topic for other in knowledge.entries], np.bool_),
    )
