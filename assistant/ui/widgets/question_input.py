"""The line in which questions are typed, with those asked before."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import Input

from assistant.ui.keys import bindings

LONGEST = 2000
"""Characters of a question. Longer text is a case file, not a question."""


TYPING = "Ask a question in your own words"
READING = "Reading. Just type to ask a question"
DRAFT_KEPT = "Reading. Your question is not sent yet"


class QuestionInput(Input):
    """Takes questions and commands; up and down bring back earlier ones."""

    BINDINGS = bindings("question")

    class CutShort(Message):
        """A pasted text was too long."""

    class ReadOn(Message):
        """Up or down was pressed with nothing typed."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    class ReadTo(Message):
        """Home or End was pressed with nothing typed."""

        def __init__(self, *, end: bool) -> None:
            super().__init__()
            self.end = end

    def __init__(self) -> None:
        super().__init__(placeholder=READING, max_length=LONGEST, id="question", select_on_focus=False)
        self._asked: list[str] = []
        self._place = 0
        self._draft = ""

    def watch_value(self, before: str, value: str) -> None:
        """Have the footer offer numbers only while they pick something."""
        if bool(before) != bool(value):
            self.screen.refresh_bindings()

    def on_focus(self) -> None:
        """Say that typing asks."""
        self.placeholder = TYPING
        self.border_title = None

    def on_blur(self) -> None:
        """Say how to ask while an answer is read, also where a draft stands in the place of that."""
        self.placeholder = READING
        self.border_title = DRAFT_KEPT if self.value else None

    async def _on_key(self, event: events.Key) -> None:
        """Send at once: what is typed on before the answer is there belongs to the next question."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.action_submit()
        else:
            await super()._on_key(event)

    async def action_submit(self) -> None:
        """Send what stands in the line, and empty it."""
        await super().action_submit()
        self.value = ""

    def remember(self, question: str) -> None:
        """Put a question at the end of the history, which lives in memory only.

        Args:
            question: what was sent.
        """
        if not self._asked or self._asked[-1] != question:
            self._asked.append(question)
        self._place = len(self._asked)
        self._draft = ""

    def action_earlier(self) -> None:
        """Bring back the question before, keeping what was being typed; with an empty line, read on above first."""
        if self._is_empty:
            self.post_message(self.ReadOn(-1))
        else:
            self.recall(-1)

    def action_later(self) -> None:
        """Go towards what was being typed; with an empty line, read on below."""
        if self._is_empty:
            self.post_message(self.ReadOn(1))
        else:
            self.recall(1)

    def action_home(self, select: bool = False) -> None:
        """Go to the beginning of the line; with an empty line, to that of what is read."""
        super().action_home(select)
        if self._is_empty:
            self.post_message(self.ReadTo(end=False))

    def action_end(self, select: bool = False) -> None:
        """Go to the end of the line; with an empty line, to that of what is read."""
        super().action_end(select)
        if self._is_empty:
            self.post_message(self.ReadTo(end=True))

    @property
    def _is_empty(self) -> bool:
        return not self.value and self._place == len(self._asked)

    def recall(self, by: int) -> None:
        """Bring back another question.

        Args:
            by: -1 for the one before, 1 for the one after.
        """
        if self._place == len(self._asked):
            self._draft = self.value
        self._go(self._place + by)

    def _go(self, place: int) -> None:
        if not 0 <= place <= len(self._asked):
            return
        self._place = place
        self.value = self._draft if place == len(self._asked) else self._asked[place]
        self.cursor_position = len(self.value)

    def _on_paste(self, event: events.Paste) -> None:
        """Take a pasted text of several lines as one: Textual would keep the first line only."""
        text = " ".join(event.text.split())
        room = LONGEST - len(self.value) + len(self.selected_text)
        self.replace(text[:room], *self.selection)
        if len(text) > room:
            self.cursor_position = 0  # what was kept is known by its beginning
            self.post_message(self.CutShort())
        event.prevent_default()
        event.stop()
