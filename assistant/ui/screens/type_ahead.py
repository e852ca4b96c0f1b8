"""Screens on which letters are keys: a letter alone is a key, letters that follow one another at once are words."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.timer import Timer
from textual.widgets import Input

from assistant.ui.screens.first_letter import FirstLetter
from assistant.ui.screens.frame import FramedScreen

KEY_PAUSE = 0.15
"""Seconds after which a lone letter is a key: hardly noticed, and longer than the gaps in a burst of typing."""


NO_KEY = "{letter} is no key here. Type on to ask in the chat."


class TypeAheadScreen(FramedScreen):
    """A screen that sends what is typed to a line, whatever has the focus."""

    LONE_LETTERS_TYPE = True
    """Whether a letter that is no key here begins to type by itself."""
    DIGITS_TYPE = True
    """Whether a digit can begin a question: "15 year old"."""

    _held: events.Key | None = None
    _pause: Timer | None = None

    def type_on(self, text: str) -> None:
        """Go to the line and type there.

        Args:
            text: what was typed elsewhere.
        """
        raise NotImplementedError

    def undo_action(self) -> Callable[[], None]:
        """Give what undoes a key that is about to act, should it turn out to begin a question."""
        focused = self.focused

        def take_back() -> None:
            self.host.close_down_to(self)
            if self.focused is not focused:
                self.step_back()

        return take_back

    def takes(self, event: events.Key) -> bool:
        """Look at a key before whatever has the focus does, and hold a letter back until it is clear what it means.

        Args:
            event: the key.

        Returns:
            Whether the key is dealt with.
        """
        held = self._let_go()
        if isinstance(self.focused, Input):
            return False
        if held:
            self._go_on(held, event)
            return True
        character = event.character or ""
        if not event.is_printable or character.isspace():
            return False
        is_key = event.key in self.active_bindings
        if not is_key and self.LONE_LETTERS_TYPE:
            self.type_on(character)
            return True
        can_begin = character.isalnum() if self.DIGITS_TYPE else character.isalpha()
        if not can_begin or not KEY_PAUSE:  # nobody begins a question with a bracket
            return False
        self._held = event
        self._pause = self.set_timer(KEY_PAUSE, self._is_lone)
        return True

    def _go_on(self, held: events.Key, event: events.Key) -> None:
        """Take a second letter as the same burst, and any other key as the next one."""
        if event.is_printable:
            self.type_on(f"{held.character}{event.character}")
        else:
            self._act(held)
            self.app.simulate_key(event.key)

    def _is_lone(self) -> None:
        held = self._let_go()
        if held and self.is_current:
            is_key = held.key in self.active_bindings
            before = self.host.letter_before if is_key else None
            self.host.first_letter = FirstLetter(held, self, self.undo_action(), is_key, before)
            self._act(held)
            if not is_key:
                self.say(NO_KEY.format(letter=held.character))

    def _act(self, key: events.Key) -> None:
        active = self.active_bindings.get(key.key)
        if active:
            self.app.call_next(self.app.run_action, active.binding.action, active.node)

    def _let_go(self) -> events.Key | None:
        held, self._held = self._held, None
        if self._pause:
            self._pause.stop()
            self._pause = None
        return held


class ForwardingScreen(TypeAheadScreen):
    """A screen without a line of its own: what is typed goes to the chat, but not for one letter by mistake."""

    LONE_LETTERS_TYPE = False

    def type_on(self, text: str) -> None:
        """Take what is typed to the chat."""
        self.host.return_to_chat().type_on(text)
