"""A whole conversation as text, for a file that a person saves."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.conversation import Reply
from assistant.conversation.paths import PathWalk
from assistant.conversation.personal_data import mask_personal_data
from assistant.conversation.turn_labels import ASKED
from assistant.knowledge_base import KnowledgeBase
from assistant.rendering.document import SectionKind, foot_line, reply_document, without_ids
from assistant.rendering.paths import summary_document, walk_line
from assistant.rendering.plain import as_plain_text

COLUMNS = 88


def transcript_text(turns: Sequence[Reply | PathWalk], knowledge: KnowledgeBase, did: Sequence[str] = ()) -> str:
    """Write a conversation as plain text.

    Args:
        turns: the replies, each with its question, and the guided paths that were walked, in order.
        knowledge: the knowledge base that they came from.
        did: what the person did in each turn; without it every question was asked.

    Returns:
        Labelled turns. What looks like personal data is masked in the questions; answers hold none.
    """
    parts = []
    for turn, what in zip(turns, did or [ASKED] * len(turns), strict=True):
        if isinstance(turn, PathWalk):
            begun, document = walk_line(turn), summary_document(turn, knowledge)
        else:
            begun, document = f"{what}: {mask_personal_data(turn.question)}", reply_document(turn, knowledge)
        kept = tuple(section for section in document if section.kind is not SectionKind.FOOT)
        parts.append(f"{begun}\n\nGuide:\n{as_plain_text(without_ids(kept), COLUMNS)}")
    return "\n\n".join([*parts, f"{foot_line(knowledge)}\n"])
