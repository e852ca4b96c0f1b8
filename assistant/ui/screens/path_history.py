"""The guided paths that were walked: a line in the conversation for each, and a key back to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.conversation import Conversation
from assistant.ui.screens.reading import ReadingScreen
from assistant.ui.widgets.reader import Transcript

if TYPE_CHECKING:
    from assistant.conversation.paths import PathWalk
    from assistant.ui.widgets.turn import Turn
    from assistant.ui.widgets.walk_note import WalkNote


NO_WALK = "No path was walked yet."


class PathHistoryScreen(ReadingScreen):
    """A screen that keeps what was said and what was walked, in order.

    Args:
        conversation: what is talked about.
    """

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self._said: list[Turn | WalkNote] = []
        self._walks: list[PathWalk] = []
        self._new_note: WalkNote | None = None

    async def keep_walk(self, walk: PathWalk) -> None:
        """Keep a line about a path that was walked, to go back to it; where it was walked so before, only the new line.

        Args:
            walk: how far the person came.
        """
        if not walk.taken or (self._walks and walk == self._walks[-1]):
            return
        from assistant.ui.widgets.walk_note import WalkNote  # the chat opens sooner without it

        for note in self.query(WalkNote):
            if note.turn == walk:
                self._said.remove(note)
                await note.remove()
            else:
                note.give_up_key()
        self._walks.append(walk)
        self._new_note = WalkNote(walk, len(self._walks) - 1, self.host.key_name("last-walk"))
        await self.query_one(Transcript).mount(self._new_note)
        self._said.append(self._new_note)
        self.on_screen_resume()
        self.refresh_bindings()

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
        return bool(self._walks) if action == "last_walk" else super().check_action(action, parameters)

    def action_last_walk(self) -> None:
        """Go back to the path that was walked last."""
        if self._walks:
            self.go_on_with(len(self._walks) - 1)
        else:
            self.say(NO_WALK)

    def go_on_with(self, number: int) -> None:
        """Go back to a path.

        Args:
            number: its place among those that were walked.
        """
        self.host.go_on_walking(self._walks[number])

    @property
    def was_walking(self) -> bool:
        """Whether a path was walked, some way or to its end."""
        return bool(self._walks)

    def copy_last_record(self) -> None:
        """Copy the decision record of the path that was walked last."""
        from assistant.rendering import decision_record  # the chat opens sooner without it

        if self._walks:
            self.host.deliver_copy(decision_record(self._walks[-1], self.knowledge), "The decision record")
        else:
            self.say(NO_WALK)
