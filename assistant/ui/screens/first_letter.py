"""A letter by itself, mostly a key that acted, which begins a question when another follows soon: slow typing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from assistant.ui.screens.typing_on import TypingScreen

SLOW = 0.9
"""Seconds from one letter to the next within which someone who types slowly is still typing one word."""

TWO_KEYS = 0.45
"""The same where the second letter is a key too: two keys in a row are mostly meant as two keys."""


@dataclass(frozen=True)
class FirstLetter:
    """A letter by itself.

    Attributes:
        key: the letter.
        screen: where it was typed.
        take_back: undoes what it did, as far as that can be undone.
        acted: whether it did anything: a letter that is no key can only begin a word.
    """

    key: events.Key
    screen: TypingScreen
    take_back: Callable[[], None]
    acted: bool = True

    def goes_on_with(self, event: events.Key) -> bool:
        """Tell whether another key makes a word of it.

        Args:
            event: the key that came next.

        Returns:
            True for what can be the second character of a question: "no", "i think", "15", but not "j4" or "c[".
        """
        follows = event.character or ""
        begins_number = (self.key.character or "").isdigit()
        in_words = follows.isalpha() or follows in (" ", "'") or (begins_number and follows.isdigit())
        app = self.screen.app
        keys = self.acted + (event.key in app.screen.active_bindings)
        longest = (inf, SLOW, min(SLOW, TWO_KEYS))[keys]
        return in_words and event.time - self.key.time <= longest and self.screen in app.screen_stack

    def begin_question(self, event: events.Key) -> None:
        """Undo what the letter did and type both.

        Args:
            event: the key that came next.
        """
        self.take_back()
        self.screen.type_on(f"{self.key.character}{event.character}")
