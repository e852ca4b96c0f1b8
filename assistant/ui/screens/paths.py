"""The guided paths to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from assistant.conversation.picking import picked
from assistant.ui.keys import bindings
from assistant.ui.screens.look_up import LookUpScreen
from assistant.ui.screens.path import PathScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceKind, number_mark
from assistant.ui.word_match import matches

BEGIN = "Enter begins the marked path, a number any. {down} goes into the list."
GO_ON = "Your path is kept: Enter or {key} goes on with it. A number begins a path."
KEPT = "Your path is kept: {key} goes back to it. Enter begins the marked path, a number any."


class PathsScreen(LookUpScreen):
    """Decisions that can be walked through step by step, and before them the one that was left on the way."""

    NAME = "Walk me through it"
    BINDINGS: ClassVar[list[BindingType]] = bindings("paths")
    NUMBERED = True
    PLACEHOLDER = "Find a decision"

    def begin(self) -> None:
        """Begin with the first line chosen, so that Enter opens what is marked."""
        super().begin()
        self._say_what_enter_does()

    def tell_of_walk(self) -> None:
        """Show the path that was left, to go on with."""
        self._show_found(self._words)
        self._say_what_enter_does()
        self.refresh_bindings()

    def _say_what_enter_does(self) -> None:
        self.target().highlighted = 0 if self.target().choices else None
        chat = self.host.chat
        told = GO_ON if chat.left_walk else KEPT if chat.was_walking else BEGIN
        self.say(told.format(key=self.host.key_name("last-walk"), down=self.host.key_name("list-down")))

    def numbers(self) -> str:
        """Name the keys that begin a path."""
        return self.number_keys(len(_paths(self.target().choices)))

    def find(self, words: str) -> Sequence[Choice]:
        """Find paths by their titles and what they are about."""
        choices = [Choice(ChoiceKind.PATH, path.id, path.title, path.about) for path in self.knowledge.paths]
        return [choice for choice in (*self._left(), *choices) if matches(words, f"{choice.text} {choice.detail}")]

    def _left(self) -> Sequence[Choice]:
        from assistant.rendering import last_answer_line, walk_place

        walk = self.host.chat.left_walk
        if walk is None:
            return ()
        detail = f"{walk_place(walk)}\n{last_answer_line(walk)}"
        return (Choice(ChoiceKind.WALK, walk.path.id, f"Go on with: {walk.path.title}", detail),)

    def marks(self, choices: Sequence[Choice]) -> Sequence[str]:
        """Number the paths as ever, also under one that was left."""
        before = [self.host.key_name("last-walk")] * (len(choices) - len(_paths(choices)))
        return [*before, *(number_mark(number) for number in range(1, len(choices) - len(before) + 1))]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way back to a path once one was walked."""
        return self.host.chat.was_walking if action == "last_walk" else super().check_action(action, parameters)

    def action_last_walk(self) -> None:
        """Go on with the path that was left, or look at those that were walked."""
        walk = self.host.chat.left_walk
        if walk:
            self.host.go_on_walking(walk)
        else:
            self.host.chat.action_last_walk()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Begin a path by its number, where nothing else is typed."""
        choice = picked(event.value, _paths(self.target().choices))
        if choice and not self._words:
            event.input.value = ""
            self.choose(choice)
        else:
            super().on_input_changed(event)

    def choose(self, choice: Choice) -> None:
        """Go on with the path that was left, or begin one."""
        if choice.kind is ChoiceKind.WALK:
            self.action_last_walk()
            return
        path = next(path for path in self.knowledge.paths if path.id == choice.value)
        self.app.push_screen(PathScreen(self.conversation, path))


def _paths(choices: Sequence[Choice]) -> Sequence[Choice]:
    return [choice for choice in choices if choice.kind is ChoiceKind.PATH]
