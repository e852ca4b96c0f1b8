"""The line to search in, over a list."""

from __future__ import annotations

from textual.widgets import Input

LONGEST_SEARCH = 200
"""Characters of a search."""


class SearchLine(Input):
    """Leaves left and right to the list under it while there is nothing to move through.

    Args:
        placeholder: shown in the empty line.
    """

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, id="search", max_length=LONGEST_SEARCH, select_on_focus=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep the arrows only where they move the cursor."""
        return bool(self.value) or action not in ("cursor_left", "cursor_right")
