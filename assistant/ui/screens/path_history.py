"""The guided paths that were walked: a line in the conversation for each, and a key back to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.conversation import Conversation
from assistant.messages import NOT_WALKED
from assistant.ui.screens.frame import FramedScreen
from assistant.ui.screens.reading import ReadingScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceKind
from assistant.ui.widgets.reader import Transcript

if TYPE_CHECKING:
    from assistant.conversation.paths import PathWalk
    from assistant.ui.widgets.walk_note import WalkNote


class PathHistoryScreen(ReadingScreen):
    """A screen that keeps the paths that were walked among what was said.

    Args:
        conversation: what is talked about.
    """

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self._notes: list[WalkNote] = []
        self._new_note: WalkNote | None = None

    @property
    def _last_walk(self) -> PathWalk | None:
        return self._notes[-1].walk if self._notes else None

    @property
    def left_walk(self) -> PathWalk | None:
        """The path that was walked last, where it was left on the way."""
        walk = self._last_walk
        return None if walk is None or walk.is_finished else walk

    async def keep_walk(self, walk: PathWalk, opened: PathWalk | None = None) -> None:
        """Keep a line about a path that was walked, to go back to it.

        Args:
            walk: how far the person came.
            opened: how far the person had come when the path was opened; None where it was begun.
        """
        if not walk.is_begun or walk in (opened, self._last_walk):
            return
        from assistant.ui.widgets.walk_note import WalkNote

        number = 1 + max((note.number for note in self._notes), default=0)
        self._new_note = WalkNote(walk, number, self.host.key_name("last-walk"))
        replaced = [note for note in self._notes if note.walk.gives_way_to(walk, opened)]
        self._notes = [*(note for note in self._notes if note not in replaced), self._new_note]
        for note in replaced:
            await note.remove()
        await self.query_one(Transcript).mount(self._new_note)
        self.on_screen_resume()
        self.refresh_bindings()
        for screen in self.app.screen_stack:
            if isinstance(screen, FramedScreen):
                screen.tell_of_walk()

    def on_screen_resume(self) -> None:
        """Show a new line about a walk as soon as the chat is in view; who reads an answer is told where it stands."""
        if not self._new_note or not self.is_current:
            return
        if self.view:
            self.say(f"Your path is kept at the end of the chat. {self.host.key_name('last-walk')} goes back to it.")
        else:
            self.call_after_refresh(self.query_one(Transcript).scroll_to_widget, self._new_note, animate=False)
        self._new_note = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way back to a path once one was walked."""
        return self.was_walking if action == "last_walk" else super().check_action(action, parameters)

    def action_last_walk(self) -> None:
        """Go back to the path that was walked, or choose where there were several, the last one first."""
        if not self._notes:
            self.say_briefly(NOT_WALKED)
        elif len(self._notes) == 1:
            self.go_on_with(self._notes[0].number)
        else:
            self._choose_walk()

    def _choose_walk(self) -> None:
        from assistant.rendering import last_answer_line, walk_place
        from assistant.ui.screens.walked import WalkedScreen

        def chosen(choice: Choice | None) -> None:
            if choice:
                self.choose(choice)

        choices = [
            Choice(ChoiceKind.WALK, str(note.number), walk.path.title, f"{walk_place(walk)}\n{last_answer_line(walk)}")
            for note in reversed(self._notes)
            for walk in [note.walk]
        ]
        self.app.push_screen(WalkedScreen(self.conversation, choices), chosen)

    def go_on_with(self, number: int) -> None:
        """Go back to a path.

        Args:
            number: tells it from the others that were walked.
        """
        self.host.go_on_walking(next(note.walk for note in self._notes if note.number == number))

    @property
    def was_walking(self) -> bool:
        """Whether a path was walked, some way or to its end."""
        return bool(self._notes)

    def copy_last_record(self) -> None:
        """Copy the decision record of the path that was walked last."""
        from assistant.rendering import decision_record

        if self._last_walk:
            self.host.deliver_copy(decision_record(self._last_walk, self.knowledge), "The decision record")
        else:
            self.say_briefly(NOT_WALKED)
