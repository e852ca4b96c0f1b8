"""The questions that use a word."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.conversation import Conversation
from assistant.knowledge_base import Term
from assistant.ui.screens.look_up import LookUpScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceKind
from assistant.ui.word_match import matches


class TermUsesScreen(LookUpScreen):
    """Questions whose answers use one word of the glossary.

    Args:
        conversation: holds the knowledge base.
        term: the word.
    """

    PLACEHOLDER = "Find a question"

    def __init__(self, conversation: Conversation, term: Term) -> None:
        self._term = term
        self.NAME = f"Answers that use: {term.term}"
        super().__init__(conversation)

    def begin(self) -> None:
        """Begin at the first question."""
        super().begin()
        self.target().begin_at()

    def find(self, words: str) -> Sequence[Choice]:
        """Find questions by their words."""
        entries = (entry for entry in self.knowledge.entries if self._term.id in entry.terms)
        choices = [Choice(ChoiceKind.ENTRY, entry.id, entry.question) for entry in entries]
        return [choice for choice in choices if matches(words, choice.text)]

    def choose(self, choice: Choice) -> None:
        """Read the question."""
        self.host.open_entry(choice.value)
