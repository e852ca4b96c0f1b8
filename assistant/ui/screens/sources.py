"""Every source: what it is, its date, where it holds, whether it is in force and how it is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from assistant.conversation import Conversation
from assistant.knowledge_base.citations import citations_in
from assistant.rendering import source_line, source_remarks
from assistant.ui.keys import bindings
from assistant.ui.screens.look_up import LookUpList, LookUpScreen
from assistant.ui.screens.source_address import NO_ADDRESS, SourceAddressScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceKind, ChoiceList
from assistant.ui.word_match import matches


class SourceTable(LookUpList):
    """The sources, with keys for the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("source-table")


class SourcesScreen(LookUpScreen, SourceAddressScreen):
    """Every source.

    Args:
        conversation: holds the knowledge base.
        source_id: the source to go to; none when empty.
    """

    NAME = "Sources"
    LIST: ClassVar[type[ChoiceList]] = SourceTable
    PLACEHOLDER = "Find a title, publisher or nation"

    def __init__(self, conversation: Conversation, source_id: str = "") -> None:
        super().__init__(conversation)
        self._source_id = source_id

    def begin(self) -> None:
        """Go to the source that was asked for."""
        super().begin()
        if self._source_id:
            self.query_one(SourceTable).begin_at(self._source_id)

    def find(self, words: str) -> Sequence[Choice]:
        """Find sources by anything that is shown of them."""
        choices = [
            Choice(ChoiceKind.SOURCE, source.id, source_line(source), "\n".join(filter(None, lines)))
            for source in sorted(self.knowledge.sources, key=lambda source: source.title.casefold())
            for lines in [(source_remarks(source), source.url or "")]
        ]
        return [choice for choice in choices if matches(words, f"{choice.text} {choice.detail}")]

    def choose(self, choice: Choice) -> None:
        """Say what rests on the source."""
        texts = (text for entry in self.knowledge.entries for _, text in entry.cited_fields())
        uses = sum(one.source == choice.value for text in texts for one in citations_in(text))
        copy, opens = self.host.key_name("copy-address"), self.host.key_name("open-source")
        times = "time" if uses == 1 else "times"
        self.say(f"Cited {uses} {times}. {copy} copies its address, {opens} opens it in a browser.")

    def chosen_address(self) -> str:
        """Give the address of the source under the cursor."""
        chosen = self.query_one(SourceTable).chosen
        address = self.knowledge.source[chosen.value].url if chosen else None
        if not address:
            self.say_briefly(NO_ADDRESS if chosen else "Choose a source first.")
        return address or ""
