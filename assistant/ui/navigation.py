"""The way between screens: opening one, going back to one that is open, and straight back to the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.command import CommandPalette
from textual.screen import Screen

from assistant.conversation import Conversation
from assistant.ui.screens.chat import ChatScreen
from assistant.ui.screens.frame import FramedScreen
from assistant.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from assistant.conversation.paths import PathWalk


class NavigatingApp(App[None]):
    """Opens every screen at most once, the chat under all others.

    Args:
        conversation: what the screens show.
    """

    def __init__(self, conversation: Conversation) -> None:
        super().__init__()
        self.conversation = conversation

    def key_name(self, key_id: str) -> str:
        """Name the key that does something, as the person set it.

        Args:
            key_id: an id of `keys.KEY_OF`.

        Returns:
            For example "Ctrl+Q".
        """
        raise NotImplementedError

    @property
    def chat(self) -> ChatScreen:
        """The chat, which lies under every other screen."""
        return next(screen for screen in self.screen_stack if isinstance(screen, ChatScreen))

    @property
    def reading(self) -> ReadingScreen:
        """The screen whose answer is read: the topmost that has one."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, ReadingScreen))

    def return_to_chat(self) -> ChatScreen:
        """Close whatever lies over the chat.

        Returns:
            The chat.
        """
        chat = self.chat
        self.close_down_to(chat)
        return chat

    def action_to_chat(self) -> None:
        """Go straight back to the chat, and to its line."""
        self.return_to_chat().type_on("")

    def close_down_to(self, screen: Screen[object]) -> None:
        """Close whatever lies over a screen.

        Args:
            screen: one that is open.
        """
        while self.screen is not screen:
            self.pop_screen()

    def open_screen(self, screen: FramedScreen, *, has_target: bool = False) -> None:
        """Open a screen, or go back to the one of its kind that lies open already.

        Args:
            screen: a new one.
            has_target: whether it shows something in particular, and so takes the place of the one that lies open.
        """
        opened = self._opened(type(screen))
        if opened is None:
            self.push_screen(screen)
            return
        self.close_down_to(opened)
        if has_target:
            self.switch_screen(screen)

    def _opened(self, kind: type[FramedScreen]) -> FramedScreen | None:
        """Find a screen by its kind, down to a path that is being walked: reading on does not end a walk."""
        from assistant.ui.screens.path import PathScreen
        from assistant.ui.screens.paths import PathsScreen

        for screen in reversed(self.screen_stack):
            if type(screen) is kind:
                return screen
            if type(screen) is PathScreen and kind is not PathsScreen:
                return None
        return None

    def action_command_palette(self) -> None:
        """Open the search over questions, words and commands."""
        from assistant.ui.palette import Palette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(self.key_name("to-chat")))

    def action_help(self) -> None:
        """Open the help."""
        from assistant.ui.screens.help import HelpScreen

        self.open_screen(HelpScreen(self.conversation))

    def action_browse(self, topic_id: str = "", words: str = "") -> None:
        """Open the topics and the search.

        Args:
            topic_id: the topic to open; all closed when empty.
            words: what to search for at once.
        """
        from assistant.ui.screens.browse import BrowseScreen

        self.open_screen(BrowseScreen(self.conversation, topic_id, words), has_target=bool(topic_id or words))

    def action_glossary(self, *term_ids: str) -> None:
        """Open the glossary.

        Args:
            term_ids: terms to show first.
        """
        from assistant.ui.screens.glossary import GlossaryScreen

        self.open_screen(GlossaryScreen(self.conversation, term_ids), has_target=bool(term_ids))

    def action_all_sources(self, source_id: str = "") -> None:
        """Open the sources.

        Args:
            source_id: the source to go to.
        """
        from assistant.ui.screens.sources import SourcesScreen

        self.open_screen(SourcesScreen(self.conversation, source_id), has_target=bool(source_id))

    def action_paths(self, words: str = "") -> None:
        """Open the guided paths.

        Args:
            words: what to search for at once.
        """
        from assistant.ui.screens.paths import PathsScreen

        self.open_screen(PathsScreen(self.conversation, words), has_target=bool(words))

    def go_on_walking(self, walk: PathWalk) -> None:
        """Open a path where it was left.

        Args:
            walk: how far the person came.
        """
        from assistant.ui.screens.path import PathScreen

        self.push_screen(PathScreen(self.conversation, walk.path, walk))

    def keep_walk(self, walk: PathWalk, opened: PathWalk | None) -> None:
        """Keep a line in the chat about a path that was left.

        Args:
            walk: how far the person came.
            opened: how far the person had come when the path was opened; None where it was begun.
        """
        for screen in self.screen_stack:  # none is left when the whole chat is closed with a path open
            if isinstance(screen, ChatScreen):
                screen.call_next(screen.keep_walk, walk, opened)

    def open_entry(self, entry_id: str) -> None:
        """Open one answer on the whole screen, beside the conversation.

        Args:
            entry_id: id of an entry.
        """
        from assistant.ui.screens.entry import EntryScreen

        self.open_screen(EntryScreen(self.conversation, entry_id), has_target=True)
