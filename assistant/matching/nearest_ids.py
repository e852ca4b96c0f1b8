"""Which ids may be meant by one that does not exist."""

from __future__ import annotations

from difflib import get_close_matches

from assistant.knowledge_base import KnowledgeBase

ALIKE = 0.7
"""Share of letters in common, 0 to 1, from which an id may be meant."""


def nearest_ids(entry_id: str, knowledge: KnowledgeBase, most: int = 3) -> tuple[str, ...]:
    """Find the ids most like one that does not exist.

    Args:
        entry_id: what was asked for.
        knowledge: the knowledge base.
        most: number of ids at the most.

    Returns:
        Ids, nearest first; empty when none is like it.
    """
    return tuple(get_close_matches(entry_id.lower(), list(knowledge.entry), most, ALIKE))
