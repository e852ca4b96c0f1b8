"""Screens on which letters are keys: one letter is a key, and so are two; three that follow at once are a word."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.timer import Timer
from textual.widgets import Input

from assistant.ui.keys import OUTWARD, UNHURRIED
from assistant.ui.screens.first_letter import FirstLetter
from assistant.ui.screens.frame import FramedScreen

KEY_PAUSE = 0.15
"""Seconds after which a lone letter is a key: hardly noticed, and longer than the gaps in a burst of typing."""

OUTWARD_PAUSE = 0.6
"""The same for a key that reaches outside the program and follows a letter: longer than the gaps in slow typing."""

NO_KEY = "{letter} is no key here. Type on to ask in the chat."


class TypeAheadScreen(FramedScreen):
    """A screen that sends what is typed to a line, whatever has the focus."""

    LONE_LETTERS_TYPE = True
    """Whether a letter that is no key here begins to type by itself."""
    DIGITS_TYPE = True
    """Whether a digit can begin a question: "15 year old"."""

    _held: tuple[events.Key, ...] = ()
    _before: FirstLetter | None = None
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
        self._before = self.host.letter_before if is_key else None
        self._hold(event)
        return True

    def _hold(self, *keys: events.Key) -> None:
        self._held = keys
        self._pause = self.set_timer(OUTWARD_PAUSE if self._can_wait(keys[0]) else KEY_PAUSE, self._is_over)

    def _can_wait(self, key: events.Key) -> bool:
        """Tell whether a key had better act late than in the middle of a word; the first letter of none is prompt."""
        acts = self._id_of(key)
        return acts in UNHURRIED or (acts in OUTWARD and self._before is not None)

    def _id_of(self, key: events.Key) -> str:
        active = self.active_bindings.get(key.key)
        return active.binding.id or "" if active else ""

    def _go_on(self, held: tuple[events.Key, ...], event: events.Key) -> None:
        """Take what follows at once as typing, where it makes a word, and as one key after another otherwise."""
        is_key, before = event.key in self.active_bindings, self._before
        follows, first = event.character or "", held[0].character or ""
        if before and before.screen in self.app.screen_stack and follows.isalpha():
            before.begin_question(f"{first}{follows}")
        elif event.is_printable and self._is_word(held, follows, is_key=is_key):
            self.type_on("".join(f"{key.character}" for key in (*held, event)))
        elif len(held) == 1 and (follows.isalpha() or (self.DIGITS_TYPE and follows.isdigit())):
            self._hold(*held, event)
        else:
            self._act_in_turn(*held, event)

    def _is_word(self, held: tuple[events.Key, ...], follows: str, *, is_key: bool) -> bool:
        """Tell a word from keys: a key and another are two keys, and a digit and a letter are."""
        if len(held) > 1:
            return follows.isalpha() or follows in (" ", "'")
        first = held[0].character or ""
        if first.isdigit() and not follows.isspace():
            return follows.isdigit()
        return not is_key or held[0].key not in self.active_bindings

    def _is_over(self) -> None:
        """Nothing followed what is held."""
        held = self._let_go()
        if held and self.is_current:
            self._act_in_turn(*held)

    def _act_in_turn(self, key: events.Key, *others: events.Key) -> None:
        """Have one key act, and then see what the others mean where it led."""
        is_key, stays = key.key in self.active_bindings, self._id_of(key) in OUTWARD
        self.host.first_letter = FirstLetter(key, self, self.undo_action(), is_key, stays, self._before)
        self._before = None
        active = self.active_bindings.get(key.key)
        if active:
            # Later, not next: what comes next waits until no key is left, and a key would be taken before this acts.
            self.app.call_later(self.app.run_action, active.binding.action, active.node)
        elif not others:
            self.say_briefly(NO_KEY.format(letter=key.character))
        for other in others:
            self.app.post_message(other.copy())

    def _let_go(self) -> tuple[events.Key, ...]:
        held, self._held = self._held, ()
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
