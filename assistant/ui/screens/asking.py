"""A line to ask in, under what is read: questions, commands, and numbers that pick from the list above."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from assistant.conversation.commands import Command, parse_command
from assistant.conversation.picking import number_in, picked
from assistant.messages import NOT_IN_LIST
from assistant.ui.keys import KEYS, Key
from assistant.ui.screens.reading import ReadingScreen
from assistant.ui.screens.type_ahead import TypeAheadScreen
from assistant.ui.widgets.question_input import LONGEST, QuestionInput

PICKS = "Enter opens: {title}"
"""Said of a number that stands alone in the line: it may be a pick, and as well the beginning of "2 boys told me"."""

LETTER = "{letter} is a key while you read ({does}). Press {read} first, then {letter}."
"""Said of a letter that was sent by itself and is a key elsewhere."""

TOO_LONG = "A short question works best: names and case notes are not needed."
"""Said of a text that was pasted and is no question."""


class AskingScreen(ReadingScreen, TypeAheadScreen):
    """A screen with a question line."""

    _is_picking = False

    async def ask(self, message: str) -> None:
        """Send a question.

        Args:
            message: what was typed or picked.
        """
        raise NotImplementedError

    async def run_command(self, command: Command) -> None:
        """Do what a typed command says.

        Args:
            command: what was typed.
        """
        raise NotImplementedError

    def type_on(self, text: str) -> None:
        """Begin a question with what was typed while reading, or go on with one that was left."""
        question = self.query_one(QuestionInput)
        self.set_focus(question, scroll_visible=False)  # at once: the next letter goes where the focus is
        question.insert_text_at_cursor(text)

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Ask, run a command, or pick by number."""
        self._forget_number()
        message = event.value.strip()
        if not message:
            return
        choice, number = picked(message, self.choices), number_in(message)
        if choice:
            self.choose(choice)
            return
        if self.choices and number is not None:
            self.say(NOT_IN_LIST.format(number=number))
            return
        key = self._reading_key(message)
        if key:
            self.say(LETTER.format(letter=message, does=key.description, read=self.host.key_name("switch-focus")))
            return
        self.query_one(QuestionInput).remember(message)
        command = parse_command(message)
        if command:
            self.say("")
            await self.run_command(command)
        else:
            await self.ask(message)

    def _reading_key(self, message: str) -> Key | None:
        """Find the key for reading that a message is: one letter asks nothing."""
        keys = (key for place in ("reading", "transcript") for key in KEYS[place])
        return next((key for key in keys if len(message) == 1 and self.host.key_name(key.id) == message), None)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what a lone number picks; however long its writer thinks, only Enter sends."""
        self._forget_number()
        choice = picked(event.value, self.choices)
        if choice:
            self.say(PICKS.format(title=choice.text))
            self._is_picking = True

    def on_descendant_blur(self) -> None:
        """Drop a lone number that was not sent: it is no draft of a question."""
        if self._is_picking:
            self.query_one(QuestionInput).value = ""

    def _forget_number(self) -> None:
        if self._is_picking:
            self._is_picking = False
            self.say("")

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted while reading as the beginning of a question."""
        question = self.query_one(QuestionInput)
        question.focus(scroll_visible=False)
        question.post_message(event)
        event.stop()

    def on_question_input_cut_short(self) -> None:
        """Say that not all of a pasted text was kept, and what is better left out."""
        self.say(f"Only the first {LONGEST} characters were kept. {TOO_LONG}")
