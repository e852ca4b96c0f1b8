"""The questions nearest to an entry, where a reply has no others to go on to."""

from __future__ import annotations

from dataclasses import replace

from assistant.conversation.reply import Reply
from assistant.conversation.session import Conversation
from assistant.matching import CHOICES, Candidate


def with_nearest(reply: Reply, conversation: Conversation) -> Reply:
    """Give a reply to an entry that was picked the candidates that a question would have brought.

    Args:
        reply: the reply.
        conversation: finds them.

    Returns:
        The reply with the nearest questions after its own; unchanged where it has others already.
    """
    entry = reply.entry
    if entry is None or any(candidate.entry is not entry for candidate in reply.candidates):
        return reply
    found = conversation.search(entry.question, 2 * CHOICES)
    entries = [conversation.knowledge.entry[one.id] for one in found if one.kind == "entry"]
    near = tuple(Candidate(one, 0.0, one.question) for one in entries if one is not entry)
    return replace(reply, candidates=(*reply.candidates, *near[:CHOICES]))
