"""What is said when a person rejects a reply that was the last word on it already."""

from __future__ import annotations

from assistant.conversation import Reply
from assistant.knowledge_base import KnowledgeBase
from assistant.rendering.document import reply_document


def says_the_same(reply: Reply, rejected: Reply, knowledge: KnowledgeBase) -> bool:
    """Tell whether a reply would only repeat the one that was rejected.

    Args:
        reply: what would be said now.
        rejected: what was said before.
        knowledge: the knowledge base that both came from.
    """
    return reply_document(reply, knowledge) == reply_document(rejected, knowledge)
