"""The line that a guided path leaves in the conversation."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from assistant.conversation.paths import PathWalk
from assistant.ui.widgets.choice_list import Choice, ChoiceKind, ChoiceList


class WalkNote(Vertical):
    """Says which path was walked and how far, and leads back to it.

    Args:
        walk: the walk.
        number: its place among the walks of the conversation.
    """

    def __init__(self, walk: PathWalk, number: int) -> None:
        super().__init__()
        self._walk = walk
        self._choice = Choice(
            ChoiceKind.WALK, str(number), "Open its summary again" if walk.is_finished else "Go on with it"
        )

    def compose(self) -> ComposeResult:
        """Show the line and the way back."""
        title, step = self._walk.path.title, self._walk.step.ask
        stop = "" if title.endswith((".", "?")) else "."
        where = "Ended at" if self._walk.is_finished else "Left at"
        yield Static(f"You walked through: {title}{stop} {where}: {step}", markup=False, classes="standing")
        yield ChoiceList([self._choice], marks=["-"])
