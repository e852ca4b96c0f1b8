"""A letter by itself, mostly a key that acted, which begins a question when another follows soon: slow typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from assistant.ui.screens.type_ahead import TypeAheadScreen

SLOW = 0.9
"""Seconds from one letter to the next within which someone who types slowly is still typing one word."""

TWO_KEYS = 0.45
"""The same between the second letter and the third where all three are keys."""

TAKEN = "Taken as typing, not as a key."
"""Said where a key acted and turned out to begin a question, and what it did was taken back."""

TAKEN_LATE = "Taken as typing. Before that, {letters} acted as {keys}."
"""Said where it cannot be taken back, or where several keys acted before that was seen."""


@dataclass(frozen=True)
class FirstLetter:
    """A letter by itself.

    Attributes:
        key: the letter.
        screen: where it was typed.
        take_back: undoes what it did, as far as that can be undone.
        acted: whether it did anything: a letter that is no key can only begin a word.
        stays: whether what it did reached outside the program, and so cannot be undone.
        before: the key just before it, which was a letter too, and knows the one before itself.
    """

    key: events.Key
    screen: TypeAheadScreen
    take_back: Callable[[], None]
    acted: bool = True
    stays: bool = False
    before: FirstLetter | None = None

    def goes_on_with(self, event: events.Key) -> bool:
        """Tell whether another key makes a word of it.

        Args:
            event: the key that came next.

        Returns:
            True for what can go on a question: "the", "i think", "15", but not "j4", "1d" or "c[". Two keys are two
            keys, and a third letter makes a word of them.
        """
        follows, digit = event.character or "", (self.key.character or "").isdigit()
        in_words = follows in (" ", "'") or (follows.isdigit() if digit else follows.isalpha())
        if not in_words or self.screen not in self.screen.app.screen_stack:
            return False
        is_key = event.key in self.screen.app.screen.active_bindings
        if self.acted and is_key and not follows.isdigit():
            return self.before is not None and self._gap(event) <= TWO_KEYS
        return self._gap(event) <= (SLOW if self.acted or is_key else inf)

    def led_to(self, event: events.Key) -> FirstLetter | None:
        """Give the letter for the key after it to remember, where the two may yet begin a word."""
        one_word = (self.key.character or "").isalpha() and (event.character or "").isalpha()
        return self if one_word and self._gap(event) <= SLOW else None

    def _gap(self, event: events.Key) -> float:
        return event.time - self.key.time

    def begin_question(self, rest: str) -> None:
        """Undo what was done, as far as it can be, and type it all.

        Args:
            rest: what came next.
        """
        letters = self._letters()
        first = letters[0]
        first.take_back()
        first.screen.type_on("".join(f"{letter.key.character}" for letter in letters) + rest)
        acted = [letter for letter in letters if letter.acted]
        if acted:
            self.screen.host.say_beside(_told(acted))

    def _letters(self) -> tuple[FirstLetter, ...]:
        """Give the letters of the word so far, this one last."""
        return (*(self.before._letters() if self.before else ()), self)


def _told(acted: Sequence[FirstLetter]) -> str:
    """Say what became of letters that acted."""
    *others, last = (f"{letter.key.character}" for letter in acted)
    if not others:
        return TAKEN_LATE.format(letters=last, keys="a key") if acted[0].stays else TAKEN
    return TAKEN_LATE.format(letters=f"{', '.join(others)} and {last}", keys="keys")
