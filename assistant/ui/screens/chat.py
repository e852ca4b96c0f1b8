"""The conversation: questions below, answers above."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from assistant import messages
from assistant.conversation import Action, Conversation, Reply
from assistant.conversation.commands import Command
from assistant.conversation.history import History
from assistant.knowledge_base import Nation
from assistant.ui.keys import bindings
from assistant.ui.screens.path_history import PathHistoryScreen
from assistant.ui.screens.waiting import WaitingScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceKind
from assistant.ui.widgets.question_input import QuestionInput
from assistant.ui.widgets.reader import Transcript
from assistant.ui.widgets.reading_place import Place
from assistant.ui.widgets.side_pane import SidePane
from assistant.ui.widgets.welcome import Welcome

if TYPE_CHECKING:
    from assistant.ui.widgets.reply_view import ReplyView
    from assistant.ui.widgets.turn import Turn

OPEN_TURNS = 6
"""Turns at the end of the conversation that are shown in full; earlier ones open when one goes back to them."""


class ChatScreen(PathHistoryScreen, WaitingScreen):
    """The chat."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("chat")
    AUTO_FOCUS = "#question"

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self._welcome = Welcome(self.knowledge.guide)
        self._turns: History[Turn] = History()
        self._read_at: dict[Turn, Place] = {}
        """Where each turn was being read when another one was gone to."""

    def compose_body(self) -> ComposeResult:
        """Lay out transcript, question and side pane."""
        with Horizontal(id="body"):
            with Vertical():
                with Transcript(id="transcript"):
                    yield self._welcome
                yield QuestionInput()
            yield SidePane(self.knowledge.topics)

    def begin(self) -> None:
        """Begin with the welcome."""
        super().begin()
        self.update_side_pane()

    @property
    def view(self) -> ReplyView | None:
        """The reply that is read now."""
        return self._turns.current.view if self._turns.current else None

    @property
    def choices(self) -> Sequence[Choice]:
        """What the numbers pick from: the examples before the first question."""
        return super().choices if self.view else self._welcome.choices

    @property
    def transcript(self) -> str:
        """The conversation as text, with what looks like personal data masked; empty at the start."""
        from assistant.rendering import transcript_text
        from assistant.ui.widgets.turn import Turn
        from assistant.ui.widgets.walk_note import WalkNote

        shown = self.query_one(Transcript).children
        turns = [one.reply if isinstance(one, Turn) else one.walk for one in shown if isinstance(one, (Turn, WalkNote))]
        return transcript_text(turns, self.knowledge) if turns else ""

    async def answer(self, message: str) -> None:
        """Show the reply to a question.

        Args:
            message: what was typed or picked.
        """
        await self._add(self.conversation.ask(message))

    async def read(self, entry_id: str) -> None:
        """Answer with an entry that was picked.

        Args:
            entry_id: id of an entry.
        """
        await self._add(self.conversation.show(entry_id))

    async def run_command(self, command: Command) -> None:
        """Do what a typed command says."""
        from assistant.ui import typed_commands

        await typed_commands.run_command(self, command)

    async def _add(self, reply: Reply) -> None:
        from assistant.ui.widgets.turn import Turn  # loaded while the first question is typed

        self.say("")
        turn = Turn(reply, self.knowledge)
        transcript = self.query_one(Transcript)
        self._keep_place()
        if self._welcome.is_attached:
            await self._welcome.remove()
        await transcript.mount(turn)
        self._turns.visit(turn, keep_later=True)
        await self._show_current()

    def _keep_place(self) -> None:
        if self._turns.current:
            self._read_at[self._turns.current] = self.query_one(Transcript).mark()

    async def _show_current(self) -> None:
        current = self._turns.current
        if current is None:
            return
        await self._follow_current()
        # Where there is no room for both, the answer matters more than the question, which its writer knows.
        self.query_one(Transcript).show_from_top(
            lambda: current.view if self.has_class("-short") else current, self._read_at.get(current)
        )

    async def _follow_current(self) -> None:
        """Bring what stands above and beside in line with the turn that is read."""
        current, turns = self._turns.current, self._turns.visited
        for turn in turns:
            await turn.fold(turn is not current and turn not in turns[-OPEN_TURNS:])
        self._number_current()

    def _number_current(self) -> None:
        """Number the lists of the turn that is read, and no others: the number keys choose from it."""
        for turn in self._turns.visited:
            turn.view.show_numbers(turn is self._turns.current)
        self.update_side_pane()
        self.refresh_bindings()

    async def refresh_for_nation(self, before: Nation | None) -> None:
        """Show the answers again, except where the question itself names the nation."""
        from assistant.conversation.nations import nation_in

        self.hold_place()
        for turn in self._turns.visited:
            asked_of = nation_in(turn.reply.question)
            if turn.reply.nation is before and (before is None or asked_of is not before):
                await turn.renew(replace(turn.reply, nation=self.conversation.nation))
        await self._follow_current()

    def choose(self, choice: Choice) -> None:
        """Do what choosing a line means in a conversation."""
        if choice.kind is ChoiceKind.ENTRY:
            self.call_next(self.read, choice.value)
        elif choice.kind is ChoiceKind.EXAMPLE:
            self.call_next(self.ask, choice.value)
        elif choice.kind is ChoiceKind.NONE_OF_THESE:
            self.action_not_helped()
        elif choice.kind is ChoiceKind.WALK:
            self.go_on_with(int(choice.value))
        else:
            super().choose(choice)

    def action_step(self, by: int) -> None:
        """Go to the turn before or after, to where it was being read."""
        self._keep_place()
        if self._turns.step(by) is None:
            self.say_briefly(messages.FIRST_ANSWER if by < 0 else messages.LAST_ANSWER)
            return
        self.say("")
        self.call_next(self._show_current)

    def action_not_helped(self) -> None:
        """Say that the answer did not help: nearest questions and someone to turn to follow."""
        if self.view is None:
            self.say_briefly(messages.ASK_FIRST)
            return
        from assistant.rendering import says_the_same

        before, rejected = self.conversation.last, self.view.reply
        reply = self.conversation.reject(rejected)
        if says_the_same(reply, rejected, self.knowledge):
            self.conversation.return_to(before)
            self.say_briefly(messages.NOTHING_NEARER)
            return
        self.call_next(self._add, reply)

    @property
    def _can_be_rejected(self) -> bool:
        turn = self._turns.current
        return (
            turn is not None
            and turn.reply.action in (Action.ASKED, Action.PICKED)
            and not any(choice.kind is ChoiceKind.NONE_OF_THESE for choice in turn.view.choices)
        )

    def action_full(self) -> None:
        """Read the answer on the whole screen."""
        entry = self.view.reply.entry if self.view else None
        if entry:
            self.host.open_entry(entry.id)
        else:
            self.say_briefly("There is no answer here to open.")

    def action_save(self, name: str = "") -> None:
        """Save the conversation to a file that the person names.

        Args:
            name: the file, when it was typed already.
        """
        from assistant.ui.screens.save import SaveScreen

        text = self.transcript
        if not text:
            self.say_briefly(messages.ASK_FIRST)
            return
        self.app.push_screen(SaveScreen(self.conversation, text, name), lambda saved: self.say(saved or "Not saved."))

    def action_switch_focus(self) -> None:
        """Go from typing to reading, and back; from a list, back to what is read."""
        transcript = self.query_one(Transcript)
        if self.focused is transcript:
            self.query_one(QuestionInput).focus(scroll_visible=False)
        elif not self.step_back():
            transcript.focus(scroll_visible=False)

    def key_label(self, binding: Binding) -> str:
        """Say where the key between typing and reading leads from here, and what can be rejected.

        A list of choices has a line of its own for that.
        """
        if binding.id == "not-helped" and not self._can_be_rejected:
            return ""
        if binding.id != "switch-focus":
            return super().key_label(binding)
        return "Type" if isinstance(self.focused, Transcript) else "Read"

    def undo_action(self) -> Callable[[], None]:
        """Take back a turn too: a key can pick a question, or say that an answer did not help."""
        take_back = super().undo_action()
        kept, current, last = len(self._turns.visited), self._turns.current, self.conversation.last
        place = self.query_one(Transcript).place()

        def take_back_all() -> None:
            take_back()
            self.call_next(self._drop_turns, kept, current, last, place)  # after the turn that is being added

        return take_back_all

    async def _drop_turns(self, kept: int, current: Turn | None, last: Reply | None, place: Place) -> None:
        for turn in self._turns.visited[kept:]:
            self._read_at.pop(turn, None)
            await turn.remove()
        self._turns.truncate(kept, current)
        self.conversation.return_to(last)
        if current is None and not self._welcome.is_attached:
            self._welcome = Welcome(self.knowledge.guide)
            await self.query_one(Transcript).mount(self._welcome, before=0)
        await self._follow_current()
        self.query_one(Transcript).go_to(place)

    def on_turn_picked_out(self, event: Turn.PickedOut) -> None:
        """Make the turn that was clicked the one that keys act on."""
        if event.turn is not self._turns.current:
            self._turns.go_to(event.turn)
            if event.turn.is_folded:
                self.call_next(self._show_current)
            else:
                self._number_current()
