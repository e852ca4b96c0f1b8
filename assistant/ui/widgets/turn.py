"""A question and its reply in the transcript."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from assistant.conversation import Reply
from assistant.knowledge_base import KnowledgeBase
from assistant.rendering import ACTION_LABELS
from assistant.ui.widgets.reply_view import ReplyView

SHOWN_OF_QUESTION = 400
"""Characters of a question that are shown; its writer knows the rest."""


class Turn(Vertical):
    """One turn. A folded turn shows one line of its reply: every widget on the screen makes typing slower.

    Args:
        reply: the reply, with its question.
        knowledge: the knowledge base that it came from.
    """

    class PickedOut(Message):
        """The turn was clicked."""

        def __init__(self, turn: Turn) -> None:
            super().__init__()
            self.turn = turn

    def __init__(self, reply: Reply, knowledge: KnowledgeBase) -> None:
        super().__init__()
        self.reply = reply
        self._knowledge = knowledge
        self._folded = False
        self.view = ReplyView(reply, knowledge)

    @property
    def is_folded(self) -> bool:
        """Whether one line of the reply is shown."""
        return self._folded

    def compose(self) -> ComposeResult:
        """Show what was asked, never as markup, and the reply."""
        yield from self._parts()

    async def fold(self, folded: bool) -> None:
        """Fold the turn to two lines, or open it again.

        Args:
            folded: whether it is to be folded.
        """
        if folded != self._folded:
            self._folded = folded
            self.set_class(folded, "-folded")
            await self._show()

    async def renew(self, reply: Reply) -> None:
        """Show the same answer as it is read elsewhere.

        Args:
            reply: in place of the one before.
        """
        self.reply = reply
        await self._show()

    async def _show(self) -> None:
        if not self._folded:
            self.view = ReplyView(self.reply, self._knowledge)
        async with self.batch():
            await self.remove_children()
            await self.mount_all(self._parts())

    def _parts(self) -> list[Widget]:
        did, question = ACTION_LABELS[self.reply.action], " ".join(self.reply.question.split())
        if len(question) > SHOWN_OF_QUESTION:
            question = f"{question[:SHOWN_OF_QUESTION]} (shortened here)"
        if self._folded:
            answer = self.reply.entry.question if self.reply.entry else self.reply.message
            return [Static(f"{did}: {question}\nReply: {answer}", markup=False, classes="folded")]
        return [
            Static(did, markup=False, classes="who"),
            Static(question, markup=False, classes="asked"),
            self.view,
        ]

    def on_click(self) -> None:
        """Report the click, so that keys act on this turn."""
        self.post_message(self.PickedOut(self))
