"""What was said in the plain chat, in order: replies, and the guided paths walked between them."""

from __future__ import annotations

from assistant.conversation import Reply
from assistant.conversation.paths import PathWalk


class History:
    """The turns so far, and the place of the reply that is looked at."""

    def __init__(self) -> None:
        self.turns: tuple[Reply | PathWalk, ...] = ()
        self._place = -1

    @property
    def replies(self) -> tuple[Reply, ...]:
        """The turns that are replies."""
        return tuple(turn for turn in self.turns if isinstance(turn, Reply))

    def add(self, reply: Reply) -> None:
        """Add a reply, to be looked at now.

        Args:
            reply: what was just said.
        """
        self.turns = (*self.turns, reply)
        self._place = len(self.replies) - 1

    def step(self, by: int) -> Reply | None:
        """Go back or forward through the replies.

        Args:
            by: -1 or 1.

        Returns:
            What is looked at now; None, without moving, at either end.
        """
        place, replies = self._place + by, self.replies
        if not 0 <= place < len(replies):
            return None
        self._place = place
        return replies[place]

    def walked_on(self, before: PathWalk | None, walk: PathWalk) -> None:
        """Put a path in the place where the last answer in it was given, once.

        Args:
            before: how far the person had come in it.
            walk: how far now.
        """
        kept = tuple(turn for turn in self.turns if turn is not before)
        self.turns = (*kept, walk) if walk.is_begun else kept
