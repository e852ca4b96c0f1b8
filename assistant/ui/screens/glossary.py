"""The words explained."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.conversation import Conversation
from assistant.rendering import term_meaning
from assistant.ui.screens.look_up import LookUpScreen
from assistant.ui.screens.term_uses import TermUsesScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceKind, ChoiceList
from assistant.ui.word_match import matches


class GlossaryScreen(LookUpScreen):
    """Every term with its meaning.

    Args:
        conversation: holds the knowledge base.
        first: terms to show first: those of the answer that is read.
    """

    NAME = "Words explained"
    PLACEHOLDER = "Find a word"

    def __init__(self, conversation: Conversation, first: Sequence[str] = ()) -> None:
        super().__init__(conversation)
        self._first = set(first)

    def begin(self) -> None:
        """Read the words of the answer at once; otherwise begin with typing."""
        super().begin()
        if self._first:
            self.query_one("#found", ChoiceList).begin_at()

    def find(self, words: str) -> Sequence[Choice]:
        """Find terms by their names and meanings."""
        terms = sorted(self.knowledge.terms, key=lambda term: (term.id not in self._first, term.term.casefold()))
        choices = [Choice(ChoiceKind.TERM, term.id, term.term, term_meaning(term, self.knowledge)) for term in terms]
        found = [choice for choice in choices if matches(words, f"{choice.text} {choice.detail}")]
        return sorted(found, key=lambda choice: not matches(words, choice.text))

    def choose(self, choice: Choice) -> None:
        """Go to the questions that use the word, where there are any."""
        if any(choice.value in entry.terms for entry in self.knowledge.entries):
            self.app.push_screen(TermUsesScreen(self.conversation, self.knowledge.term[choice.value]))
        else:
            self.say(f"{choice.text}: no answer uses this word.")
