"""A whole conversation as text, for a file that a person saves."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.conversation import Action, Reply
from assistant.conversation.paths import PathWalk
from assistant.conversation.personal_data import PATTERNS, mask_personal_data
from assistant.knowledge_base import KnowledgeBase
from assistant.messages import MASKED
from assistant.rendering.document import SectionKind, foot_line, reply_document, without_ids
from assistant.rendering.paths import summary_document, walk_line
from assistant.rendering.plain import as_plain_text
from assistant.rendering.wording import in_words

COLUMNS = 88

ACTION_LABELS = {
    Action.ASKED: "You",
    Action.PICKED: "You picked",
    Action.REJECTED_ANSWER: "You said that this did not help",
    Action.REJECTED_CHOICES: "You said that none of these fits",
}
"""What a person did to get a reply, before the question."""


def transcript_text(turns: Iterable[Reply | PathWalk], knowledge: KnowledgeBase) -> str:
    """Write a conversation as plain text.

    Args:
        turns: the replies, each with its question, and the guided paths that were walked, in order.
        knowledge: the knowledge base that they came from.

    Returns:
        Labelled turns. What looks like personal data is masked in the questions; answers hold none.
    """
    parts = []
    for turn in turns:
        if isinstance(turn, PathWalk):
            begun, document = walk_line(turn), summary_document(turn, knowledge)
        else:
            begun = f"{ACTION_LABELS[turn.action]}: {mask_personal_data(turn.question)}"
            document = reply_document(turn, knowledge)
        kept = tuple(section for section in document if section.kind is not SectionKind.FOOT)
        parts.append(f"{begun}\n\nGuide:\n{as_plain_text(without_ids(kept), COLUMNS)}")
    return "\n\n".join([*parts, f"{foot_line(knowledge)}\n"])


def masked_line() -> str:
    """Say what is masked in a saved conversation, and that names are not."""
    return MASKED.format(kinds=in_words([pattern.kind for pattern in PATTERNS]))
