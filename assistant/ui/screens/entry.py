"""One answer on the whole screen, beside the conversation, with a trail of its own."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from assistant.conversation import Conversation
from assistant.conversation.history import History
from assistant.knowledge_base import Nation
from assistant.ui.keys import bindings
from assistant.ui.screens.frame import AsideScreen
from assistant.ui.screens.reading import ReadingScreen
from assistant.ui.screens.type_ahead import ForwardingScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceKind
from assistant.ui.widgets.reader import Reader
from assistant.ui.widgets.reading_place import Place
from assistant.ui.widgets.reply_view import ReplyView
from assistant.ui.widgets.side_pane import SidePane


class EntryScreen(ReadingScreen, ForwardingScreen, AsideScreen):
    """One entry in full.

    Args:
        conversation: looks entries up; it does not take a turn.
        entry_id: the entry to begin with.
    """

    NAME = "Answer"
    BINDINGS: ClassVar[list[BindingType]] = bindings("entry")
    AUTO_FOCUS = "#entry"

    def __init__(self, conversation: Conversation, entry_id: str) -> None:
        super().__init__(conversation)
        self._trail: History[str] = History()
        self._trail.visit(entry_id)
        self._view: ReplyView | None = None
        self._read_at: dict[str, Place] = {}
        """Where each entry was being read when another one was gone to."""

    def compose_body(self) -> ComposeResult:
        """Lay out answer and side pane."""
        with Horizontal(id="body"):
            yield Reader(id="entry")
            yield SidePane(self.knowledge.topics)

    def begin(self) -> None:
        """Show the first entry."""
        self.call_next(self._show_current)

    @property
    def view(self) -> ReplyView | None:
        """The entry that is read."""
        return self._view

    def _keep_place(self) -> None:
        if self._trail.current:
            self._read_at[self._trail.current] = self.query_one(Reader).mark()

    async def _show_current(self) -> None:
        await self._draw()
        reader = self.query_one(Reader)
        reader.show_from_top(lambda: self._view or reader, self._read_at.get(self._trail.current or ""))

    async def refresh_for_nation(self, before: Nation | None) -> None:
        """Show the entry again."""
        self.hold_place()
        await self._draw()

    async def _draw(self) -> None:
        entry_id = self._trail.current
        if entry_id is None:
            return
        reader = self.query_one(Reader)
        await reader.remove_children()
        self._view = ReplyView(self.conversation.look_up(entry_id), self.knowledge, label="")
        await reader.mount(self._view)
        reader.focus(scroll_visible=False)
        self.update_side_pane()
        self.refresh_bindings()

    def choose(self, choice: Choice) -> None:
        """Read a related question here."""
        if choice.kind is ChoiceKind.ENTRY:
            self.say("")
            self._keep_place()
            self._read_at.pop(choice.value, None)
            self._trail.visit(choice.value)
            self.call_next(self._show_current)
        else:
            super().choose(choice)

    def action_step(self, by: int) -> None:
        """Go to the entry read before or after, to where it was being read."""
        self._keep_place()
        if self._trail.step(by) is None:
            self.say_briefly("This is the first one read here." if by < 0 else "This is the last one read here.")
            return
        self.say("")
        self.call_next(self._show_current)

    def action_ask_in_chat(self) -> None:
        """Make the entry a turn of the conversation, to follow up there."""
        entry_id = self._trail.current
        if entry_id:
            self.host.call_next(self.host.return_to_chat().read, entry_id)
