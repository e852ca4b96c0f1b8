"""The curated knowledge: typed, immutable, checked. No matching and no screens here."""

from assistant.knowledge_base.loading import load_knowledge, parse_knowledge
from assistant.knowledge_base.location import shipped_knowledge
from assistant.knowledge_base.model import (
    Contact,
    Entry,
    Guide,
    KnowledgeBase,
    Nation,
    OutOfScopeGroup,
    Phrasing,
    ScopeKind,
    Signpost,
    Source,
    Standing,
    Term,
    Topic,
)
from assistant.knowledge_base.snapshot import Snapshot, take_snapshot

__all__ = [
    "Contact",
    "Entry",
    "Guide",
    "KnowledgeBase",
    "Nation",
    "OutOfScopeGroup",
    "Phrasing",
    "ScopeKind",
    "Signpost",
    "Snapshot",
    "Source",
    "Standing",
    "Term",
    "Topic",
    "load_knowledge",
    "parse_knowledge",
    "shipped_knowledge",
    "take_snapshot",
]
