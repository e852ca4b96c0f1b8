"""The line that a guided path leaves in the conversation."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from assistant.conversation.paths import PathWalk
from assistant.rendering import walk_line
from assistant.ui.widgets.choice_list import Choice, ChoiceKind, ChoiceList


class WalkNote(Vertical):
    """Says which path was walked and how far, and leads back to it.

    Args:
        walk: the walk.
        number: tells it from the other walks of the conversation.
        key: the key that leads back to the paths that were walked.
    """

    def __init__(self, walk: PathWalk, number: int, key: str) -> None:
        super().__init__()
        self.walk = walk
        self.number = number
        self._key = key
        self._choice = Choice(
            ChoiceKind.WALK, str(number), "Open its summary again" if walk.is_finished else "Go on with it"
        )

    def compose(self) -> ComposeResult:
        """Show the line and the way back."""
        yield Static(walk_line(self.walk), markup=False, classes="standing")
        yield ChoiceList([self._choice], marks=[self._key])
