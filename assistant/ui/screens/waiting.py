"""A screen that can be asked before the conversation is ready: questions wait, and are answered in their order."""

from __future__ import annotations

from assistant.ui.screens.asking import AskingScreen
from assistant.ui.widgets.message_line import MessageLine

PREPARING = "Preparing to answer (once, about a minute): {percent} %. You can ask now, or browse: {browse}."
WAITING = "Your question is answered when all is prepared: {percent} %. {browse} browses meanwhile."
READY = "Ready to answer."


class WaitingScreen(AskingScreen):
    """Says how far the preparation is, for as long as nothing else is said."""

    _told = ""
    """What was last said of it; empty when there is nothing to say."""
    _waiting: tuple[str, ...] = ()
    """What was asked meanwhile."""

    async def answer(self, message: str) -> None:
        """Answer a question.

        Args:
            message: what was typed or picked.
        """
        raise NotImplementedError

    async def ask(self, message: str) -> None:
        """Send a question; it waits where the conversation is not ready.

        Args:
            message: what was typed or picked.
        """
        if self.conversation.is_ready:
            await self.answer(message)
        else:
            self._waiting += (message,)
            self._tell()

    def begin(self) -> None:
        """Begin with how far the preparation is."""
        if not self.conversation.is_ready:
            self._tell()

    async def follow_preparation(self) -> None:
        """Say how far it is now, and answer what waited for its end."""
        # A screen that is being closed has no line any more.
        is_said = bool(self._told) and any(line.text == self._told for line in self.query(MessageLine))
        if not self.conversation.is_ready:
            if is_said:
                self._tell()
            return
        if is_said:
            self.say_briefly(READY)
        waiting, self._told, self._waiting = self._waiting, "", ()
        for message in waiting:
            await self.answer(message)

    def _tell(self) -> None:
        percent, browse = int(100 * self.conversation.share_prepared), self.host.key_name("browse")
        self._told = (WAITING if self._waiting else PREPARING).format(percent=percent, browse=browse)
        self.say(self._told)
