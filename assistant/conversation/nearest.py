"""The questions nearest to an entry, where a reply has no others to go on to."""

from __future__ import annotations

from dataclasses import replace

from assistant.conversation.reply import Reply
from assistant.matching import Matcher


def with_nearest(reply: Reply, matcher: Matcher) -> Reply:
    """Give a reply to an entry that was picked the candidates that a question would have brought.

    Args:
        reply: the reply.
        matcher: finds them.

    Returns:
        The reply with the candidates of the entry's own question; unchanged where it has others already.
    """
    entry = reply.entry
    if entry is None or any(candidate.entry is not entry for candidate in reply.candidates):
        return reply
    return replace(reply, candidates=matcher.match(entry.question).candidates)
