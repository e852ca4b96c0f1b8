"""The keys at the bottom: as many as fit whole, the most useful first, never half a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Footer, Input
from textual.widgets._footer import FooterKey

from assistant.ui.keys import FOOTER

BETWEEN = 2
"""Columns between two keys; the style sheet has the same number."""


class KeyLine(Footer):
    """Textual's footer, shortened to the width of the terminal.

    Args:
        numbers: gives the numbers that choose something now, such as "1 to 6"; empty when none does.
        numbered: says what they choose.
        label: says what a key does now; empty when nothing.
    """

    def __init__(
        self, numbers: Callable[[], str], numbered: Callable[[], str], label: Callable[[Binding], str]
    ) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._numbers = numbers
        self._numbered = numbered
        self._label = label
        self._fitted = 0

    def compose(self) -> ComposeResult:
        """Keep the keys that fit."""
        self._fitted = self.size.width
        room = self._fitted - self.gutter.width + BETWEEN
        for key in self._keys() if self._bindings_ready else ():
            width = len(key.key_display) + 1 + len(key.description) + BETWEEN
            if width <= room:
                room -= width
                yield key

    def _keys(self) -> Iterator[FooterKey]:
        numbers = "" if self._is_typed() else self._numbers()
        if numbers:
            yield FooterKey("", numbers, self._numbered(), "")
        shown = {binding.id: binding for _, binding, *_ in self.screen.active_bindings.values() if binding.show}
        for binding in (shown[key_id] for key_id in FOOTER if key_id in shown):
            label = self._label(binding)
            if label:
                yield FooterKey(binding.key, self.app.get_key_display(binding), label, binding.action)

    def _is_typed(self) -> bool:
        """Tell whether a digit would only add to what stands in a line."""
        focused = self.screen.focused
        return isinstance(focused, Input) and bool(focused.value)

    async def on_resize(self, event: events.Resize) -> None:
        """Fit the keys into another width."""
        if self.children and event.size.width != self._fitted:
            await self.recompose()
