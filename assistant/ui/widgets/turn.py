"""A question and its reply in the transcript."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from assistant.conversation import Reply
from assistant.knowledge_base import KnowledgeBase
from assistant.ui.widgets.reply_view import ReplyView

SHOWN_OF_QUESTION = 400
"""Characters of a question that are shown; its writer knows the rest."""


class Turn(Vertical):
    """One turn.

    Args:
        reply: the reply, with its question.
        knowledge: the knowledge base that it came from.
        picked: whether it was picked from a list, and so the question was not typed.
    """

    class PickedOut(Message):
        """The turn was clicked."""

        def __init__(self, turn: Turn) -> None:
            super().__init__()
            self.turn = turn

    def __init__(self, reply: Reply, knowledge: KnowledgeBase, *, picked: bool = False) -> None:
        super().__init__()
        self.view = ReplyView(reply, knowledge)
        self._question = reply.question
        self._picked = picked

    def compose(self) -> ComposeResult:
        """Show what was asked, never as markup, and the reply."""
        question = " ".join(self._question.split())
        if len(question) > SHOWN_OF_QUESTION:
            question = f"{question[:SHOWN_OF_QUESTION]} (shortened here)"
        yield Static("You picked" if self._picked else "You", markup=False, classes="who")
        yield Static(question, markup=False, classes="asked")
        yield self.view

    def on_click(self) -> None:
        """Report the click, so that keys act on this turn."""
        self.post_message(self.PickedOut(self))
