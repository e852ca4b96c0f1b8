"""A guided path: one question at a time, back, a summary with its sources, and a record to copy."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import ActiveBinding

from assistant import messages
from assistant.conversation import Conversation
from assistant.conversation.paths import PathWalk
from assistant.knowledge_base import GuidedPath
from assistant.rendering import (
    as_markdown,
    as_plain_text,
    decision_record,
    step_document,
    summary_document,
    wrapped,
)
from assistant.ui.keys import NUMBERS, bindings
from assistant.ui.screens.frame import AsideScreen
from assistant.ui.screens.reading import ReadingScreen
from assistant.ui.screens.type_ahead import ForwardingScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceKind, ChoiceList
from assistant.ui.widgets.document_view import DocumentView
from assistant.ui.widgets.message_line import MessageLine
from assistant.ui.widgets.reader import Reader
from assistant.ui.widgets.source_list import SourceList

READ_ON = "Read on: the answers are further down."
MORE_ANSWERS = "More answers are further down."
COPIES_RECORD = "copies a decision record to fill in"
MESSAGE_ROWS = 1
ONCE_BEGUN = ("screen.copy_record", "screen.step(-1)")
"""What there is to do once something was answered."""


class PathReader(Reader):
    """Holds a step. Its keys stand here, or the same keys of any reader would hide them at the bottom."""

    BINDINGS = bindings("path")


class PathScreen(ReadingScreen, ForwardingScreen, AsideScreen):
    """Walks one path.

    Args:
        conversation: holds the knowledge base; the walk is no part of the conversation.
        path: the path.
        walk: how far the person came before; from the beginning when None.
    """

    NAME = "Walk me through it"
    AUTO_FOCUS = "#path"
    DIGITS_TYPE = False  # one answer can follow another as fast as the person likes

    def __init__(self, conversation: Conversation, path: GuidedPath, walk: PathWalk | None = None) -> None:
        super().__init__(conversation)
        self._walk = walk or PathWalk(path)
        self._opened = self._walk if self._walk.is_begun else None
        self._view: DocumentView | None = None

    def compose_body(self) -> ComposeResult:
        """Show one step at a time."""
        yield PathReader(id="path")

    def begin(self) -> None:
        """Begin at the first step."""
        self.watch(self.query_one(Reader), "scroll_y", self._follow_scrolling, init=False)
        self.call_next(self._show_step)

    def on_unmount(self) -> None:
        """Let the chat keep a line about the walk, however the screen was closed."""
        self.app.call_next(self.host.keep_walk, self._walk, self._opened)

    @property
    def document_view(self) -> DocumentView | None:
        """The step, or the summary at the end."""
        return self._view

    @property
    def choices(self) -> Sequence[Choice]:
        """The answers to the step, then what there is to read more where there are numbers for all of it."""
        options, more = self._options(), self._more()
        return [*options, *more] if len(options) + len(more) <= len(NUMBERS) else options

    def _options(self) -> list[Choice]:
        options = enumerate(self._walk.step.options)
        return [Choice(ChoiceKind.PATH_OPTION, str(number), option.label) for number, option in options]

    def _more(self) -> list[Choice]:
        entries = (self.knowledge.entry[entry_id] for entry_id in self._walk.step.entries)
        return [Choice(ChoiceKind.ENTRY, entry.id, entry.question) for entry in entries]

    def numbers(self) -> str:
        """Name the keys that answer the step; those after them stand beside what they open."""
        return self.number_keys(len(self._walk.step.options)) if self._is_answering else super().numbers()

    def numbered(self) -> str:
        """Say that they answer."""
        return "answer" if self._is_answering else super().numbered()

    @property
    def _is_answering(self) -> bool:
        return bool(self._walk.step.options) and not isinstance(self.focused, SourceList)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Keys to offer at the bottom: what needs an answer only once there is one."""
        return {
            key: active
            for key, active in super().active_bindings.items()
            if self._walk.is_begun or active.binding.action not in ONCE_BEGUN
        }

    async def _show_step(self) -> None:
        reader = self.query_one(Reader)
        document = step_document(self._walk, self.knowledge)
        self._view = DocumentView(document, self._options(), self._more(), self.host.key_name("related"))
        async with reader.batch():  # no row of one step is seen beside the keys of another
            await reader.remove_children()
            await reader.mount(self._view)
            self.refresh_bindings()
        reader.scroll_home(animate=False)
        reader.focus(scroll_visible=False)
        if self._walk.is_finished:
            summary, record, back = map(self.host.key_name, ("copy-text", "copy-record", "back"))
            self.say(f"{summary} copies this summary, {record} {COPIES_RECORD}. {back} goes back.")
        else:
            self.say("")
            self.call_after_refresh(self._go_to_answers)

    def _go_to_answers(self) -> None:
        """Put the cursor on the answers where they are in view; otherwise what stands above is read first."""
        offered = self._answers()
        if offered is None:
            return
        if self._rows_of(offered) > MESSAGE_ROWS:
            offered.begin_at()
        self._say_where(offered)

    def _answers(self) -> ChoiceList | None:
        return next((one for one in self.query(ChoiceList) if one.has_class("offered")), None)

    def _rows_of(self, offered: ChoiceList) -> int:
        """Count the rows from the first answer to the end of what is in view."""
        reader = self.query_one(Reader)
        return reader.size.height + round(reader.scroll_y) - offered.virtual_region.y

    def _say_where(self, offered: ChoiceList) -> None:
        rows = self._rows_of(offered)
        if rows < offered.size.height:
            self.say(MORE_ANSWERS if rows > MESSAGE_ROWS else READ_ON)
        elif self.query_one(MessageLine).text in (MORE_ANSWERS, READ_ON):
            self.say("")

    def _follow_scrolling(self) -> None:
        """Say no longer that answers are further down once they are in view."""
        offered = self._answers()
        if offered and self.query_one(MessageLine).text in (MORE_ANSWERS, READ_ON):
            self._say_where(offered)

    def choose(self, choice: Choice) -> None:
        """Answer the step, or read an entry beside the path."""
        if choice.kind is ChoiceKind.PATH_OPTION:
            self._walk = self._walk.choose(int(choice.value))
            self.call_next(self._show_step)
        elif choice.kind is ChoiceKind.ENTRY:
            self.host.open_entry(choice.value)
        else:
            super().choose(choice)

    def action_step(self, by: int) -> None:
        """Take back the last answer; there is nothing ahead of an answer that was not given."""
        if by > 0 or not self._walk.taken:
            self.say_briefly(messages.FIRST_STEP if by < 0 else "Choose an answer to go on.")
            return
        self._walk = self._walk.back()
        self.call_next(self._show_step)

    def _related(self) -> Sequence[Choice]:
        return self._more()

    def action_related(self) -> None:
        """Go to the entries to read more in."""
        lists = [one for one in self.query(ChoiceList) if one.has_class("related")]
        if lists:
            lists[0].focus()
        else:
            self.say_briefly("There is nothing more to read on this step.")

    def action_copy_answer(self, form: str) -> None:
        """Copy the summary, and at the end still say what else there is to copy."""
        super().action_copy_answer(form)
        if self._walk.is_finished:
            self.say_more(f"{self.host.key_name('copy-record')} {COPIES_RECORD}.")

    def action_copy_record(self) -> None:
        """Copy a form for the record with the reasoning filled in."""
        if self._walk.is_begun:
            self.host.deliver_copy(decision_record(self._walk, self.knowledge), "The decision record")
        else:
            self.say_briefly(messages.NOTHING_TO_RECORD)

    def plain_text(self, width: int) -> str:
        """Give the summary and the decision record, so that both can be selected where no clipboard works."""
        summary = as_plain_text(summary_document(self._walk, self.knowledge), width)
        record = wrapped(decision_record(self._walk, self.knowledge), width)
        return f"{summary}\n{record}" if self._walk.is_begun else summary

    def answer_name(self) -> str:
        """Name the summary."""
        return "The summary" if self._walk.is_finished else "The summary so far"

    def answer_text(self, form: str, width: int = 0) -> str:
        """Write the summary so far."""
        document = summary_document(self._walk, self.knowledge)
        return as_markdown(document) if form == "markdown" else as_plain_text(document, width)
