"""The curated knowledge: typed, immutable, checked. No matching and no screens here.

Reading YAML is in `assistant.knowledge_base.loading`, which most commands never need.
"""

from assistant.knowledge_base.guided_path import GuidedPath, PathOption, PathStep
from assistant.knowledge_base.kinds import Nation, ScopeKind, Standing
from assistant.knowledge_base.location import shipped_knowledge
from assistant.knowledge_base.model import (
    Contact,
    Entry,
    Guide,
    KnowledgeBase,
    OutOfScopeGroup,
    Signpost,
    Source,
    Term,
    Topic,
)
from assistant.knowledge_base.snapshot import Snapshot, digest_of, take_snapshot
from assistant.knowledge_base.wordings import FollowUp, Phrasing

__all__ = [
    "Contact",
    "Entry",
    "FollowUp",
    "Guide",
    "GuidedPath",
    "KnowledgeBase",
    "Nation",
    "OutOfScopeGroup",
    "PathOption",
    "PathStep",
    "Phrasing",
    "ScopeKind",
    "Signpost",
    "Snapshot",
    "Source",
    "Standing",
    "Term",
    "Topic",
    "digest_of",
    "shipped_knowledge",
    "take_snapshot",
]
