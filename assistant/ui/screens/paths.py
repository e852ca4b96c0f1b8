"""The guided paths to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.ui.screens.look_up import LookUpScreen
from assistant.ui.screens.path import PathScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceKind
from assistant.ui.word_match import matches


class PathsScreen(LookUpScreen):
    """Decisions that can be walked through step by step."""

    NAME = "Walk me through it"
    PLACEHOLDER = "Find a decision"

    def find(self, words: str) -> Sequence[Choice]:
        """Find paths by their titles and what they are about."""
        choices = [Choice(ChoiceKind.PATH, path.id, path.title, path.about) for path in self.knowledge.paths]
        return [choice for choice in choices if matches(words, f"{choice.text} {choice.detail}")]

    def choose(self, choice: Choice) -> None:
        """Begin the path."""
        path = next(path for path in self.knowledge.paths if path.id == choice.value)
        self.app.push_screen(PathScreen(self.conversation, path))
