"""Related questions and topics on a screen of their own, where there is no room for them beside the answer."""

from __future__ import annotations

from textual.app import ComposeResult

from assistant.ui.screens.pick import PickScreen
from assistant.ui.widgets.choice_list import ChoiceList
from assistant.ui.widgets.side_pane import SidePane


class RelatedScreen(PickScreen):
    """The related questions, and the topics below them."""

    NAME = "Related"

    def compose_body(self) -> ComposeResult:
        """Show the side pane alone."""
        yield SidePane(self.knowledge.topics)

    def begin(self) -> None:
        """Show the related questions."""
        self.query_one(SidePane).show_related(self.choices)
        self.query_one("#pane-related" if self.choices else "#pane-topics", ChoiceList).begin_at()
