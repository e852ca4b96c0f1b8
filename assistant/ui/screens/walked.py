"""The guided paths that were walked, to go back to one of them."""

from __future__ import annotations

from textual.app import ComposeResult

from assistant.ui.screens.look_up import LookUpList
from assistant.ui.screens.pick import PickScreen
from assistant.ui.widgets.choice_list import ChoiceList


class WalkedScreen(PickScreen):
    """The walks, the last one first."""

    NAME = "Paths you walked"

    def compose_body(self) -> ComposeResult:
        """Show the list alone."""
        yield LookUpList(self.choices, id="found")

    def begin(self) -> None:
        """Begin at the last one, which Enter opens."""
        self.query_one(ChoiceList).begin_at()
