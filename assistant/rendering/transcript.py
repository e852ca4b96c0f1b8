"""A whole conversation as text, for a file that a person saves."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.conversation import Reply
from assistant.conversation.deeds import ASKED
from assistant.conversation.personal_data import mask_personal_data
from assistant.knowledge_base import KnowledgeBase
from assistant.rendering.document import SectionKind, foot_line, reply_document
from assistant.rendering.plain import as_plain_text

COLUMNS = 88


def transcript_text(replies: Sequence[Reply], knowledge: KnowledgeBase, did: Sequence[str] = ()) -> str:
    """Write a conversation as plain text.

    Args:
        replies: the replies in order, each with its question.
        knowledge: the knowledge base that they came from.
        did: what the person did to get each reply; without it every question was asked.

    Returns:
        Labelled turns. What looks like personal data is masked in the questions; answers hold none.
    """
    parts = []
    for reply, what in zip(replies, did or [ASKED] * len(replies), strict=True):
        document = tuple(part for part in reply_document(reply, knowledge) if part.kind is not SectionKind.FOOT)
        parts.append(f"{what}: {mask_personal_data(reply.question)}\n\nGuide:\n{as_plain_text(document, COLUMNS)}")
    return "\n\n".join([*parts, f"{foot_line(knowledge)}\n"])
