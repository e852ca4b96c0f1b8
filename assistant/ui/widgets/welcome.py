"""The first screen: what this is, what to try, where help is at once, and that nothing is stored."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from assistant.knowledge_base import Guide
from assistant.messages import IN_AN_EMERGENCY
from assistant.ui.widgets.choice_list import Choice, ChoiceKind, ChoiceList


class Welcome(Vertical):
    """Shown until the first question.

    Args:
        guide: what the knowledge base says of itself.
    """

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self.choices = tuple(Choice(ChoiceKind.EXAMPLE, example, example) for example in guide.examples[:3])

    def compose(self) -> ComposeResult:
        """Show the texts of the guide; emergency help stands apart. All but the last is in view at 80 by 24.

        Where it is out of view, on a low screen, a line at the top stands in for it.
        """
        guide = self._guide
        yield Static(IN_AN_EMERGENCY, markup=False, classes="emergency-line")
        yield Static(guide.purpose, markup=False, classes="prose")
        if self.choices:
            yield Static("Try one of these", markup=False, classes="heading")
            yield ChoiceList(self.choices, classes="offered")
        with Vertical(classes="section -emergency") as emergency:
            emergency.border_title = "EMERGENCY"
            yield Static(guide.emergency, markup=False)
        yield Static(guide.privacy, markup=False, classes="standing")
        yield Static(guide.disclaimer, markup=False, classes="standing")
