"""The guided paths to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widgets import Input

from assistant.conversation.picking import picked
from assistant.ui.screens.look_up import LookUpScreen
from assistant.ui.screens.path import PathScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceKind
from assistant.ui.word_match import matches


class PathsScreen(LookUpScreen):
    """Decisions that can be walked through step by step."""

    NAME = "Walk me through it"
    NUMBERED = True
    PLACEHOLDER = "Find a decision"

    def begin(self) -> None:
        """Begin with the first path chosen, so that Enter opens what is marked."""
        super().begin()
        self.target().highlighted = 0
        down = self.host.key_name("list-down")
        self.say(f"Enter begins the marked path, a number any. {down} goes into the list.")

    def numbers(self) -> str:
        """Name the keys that begin a path."""
        return self.number_keys(len(self.target().choices))

    def find(self, words: str) -> Sequence[Choice]:
        """Find paths by their titles and what they are about."""
        choices = [Choice(ChoiceKind.PATH, path.id, path.title, path.about) for path in self.knowledge.paths]
        return [choice for choice in choices if matches(words, f"{choice.text} {choice.detail}")]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Begin a path by its number, where nothing else is typed."""
        choice = picked(event.value, self.target().choices)
        if choice and not self._words:
            event.input.value = ""
            self.choose(choice)
        else:
            super().on_input_changed(event)

    def choose(self, choice: Choice) -> None:
        """Begin the path."""
        path = next(path for path in self.knowledge.paths if path.id == choice.value)
        self.app.push_screen(PathScreen(self.conversation, path))
