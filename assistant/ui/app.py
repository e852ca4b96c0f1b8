"""The application: what works on every screen."""

from __future__ import annotations

import gc
import os
import webbrowser
from collections.abc import Iterable
from pathlib import PurePath
from typing import ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.screen import Screen

from assistant.conversation import Conversation
from assistant.ui.clipboard import deliver
from assistant.ui.keys import KEY_OF, bindings, shown
from assistant.ui.navigation import NavigatingApp
from assistant.ui.preparation import Preparation
from assistant.ui.screens.chat import ChatScreen
from assistant.ui.screens.first_letter import FirstLetter
from assistant.ui.screens.frame import HEIGHTS, WIDTHS, FramedScreen
from assistant.ui.screens.type_ahead import TypeAheadScreen
from assistant.ui.settings import Settings
from assistant.ui.themes import THEME_NAMES, themes

PREPARING_SHOWN = 0.5
"""Seconds between two looks at how far the preparation is."""

STYLES = ("app.tcss", "widgets/lists.tcss", "widgets/reply_view.tcss", "widgets/lines.tcss")


def _provider() -> type[Provider]:
    """Give what the palette offers, when it is opened."""
    from assistant.ui.palette import EverythingProvider

    return EverythingProvider


class AssistantApp(NavigatingApp):
    """The chat.

    Args:
        conversation: answers the questions.
        settings: the person's settings.
        settings_fault: what is wrong with the settings file, to be said once.
    """

    TITLE = "Share to Protect"
    CSS_PATH: ClassVar[list[str | PurePath]] = [*STYLES]
    BINDINGS: ClassVar[list[BindingType]] = bindings("anywhere")
    COMMANDS: ClassVar = {_provider}
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    COMMAND_PALETTE_BINDING = KEY_OF["palette"].key

    def __init__(self, conversation: Conversation, settings: Settings, settings_fault: str = "") -> None:
        super().__init__(conversation)
        self.fault: BaseException | None = None
        self.first_letter: FirstLetter | None = None
        self.letter_before: FirstLetter | None = None
        """The letter that acted as a key just now."""
        self._typed_early: list[events.Key] | None = []
        """What was typed before the chat was there to take it; None once it is there."""
        self._leaving = False
        self._preparation = Preparation(self._prepare)
        self._settings = settings
        self._settings_fault = settings_fault
        for theme in themes():
            self.register_theme(theme)
        self._begin_in(THEME_NAMES[settings.theme])
        if "TEXTUAL_ANIMATIONS" not in os.environ:
            self.animation_level = "none"
        if settings.place and conversation.nation is None:
            conversation.nation = settings.place

    def _begin_in(self, theme: str) -> None:
        """Have the theme from the beginning: a change of theme would parse every style sheet twice."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> ChatScreen:
        """Begin with the chat itself, so that no empty screen is laid out before it."""
        return ChatScreen(self.conversation)

    def on_mount(self) -> None:
        """Apply the settings that need a running application."""
        self.set_keymap(self._settings.keys)
        self.call_after_refresh(self._take_early_typing)
        self.call_after_refresh(self._preparation.start)
        self._watch = self.set_interval(PREPARING_SHOWN, self._watch_preparation)
        if self._settings_fault:
            self.call_after_refresh(self.say, self._settings_fault)

    def _take_early_typing(self) -> None:
        """Type what was typed before the chat was there."""
        typed, self._typed_early = self._typed_early or [], None
        if typed and self.focused is None:
            self.chat.type_on("")
        for event in typed:
            # A terminal that is not yet read key by key makes a line feed of Enter.
            self.post_message(events.Key("enter", "\r") if event.key == "ctrl+j" else event.copy())

    def _prepare(self) -> None:
        """Load what the first answer needs, while the first question is typed."""
        gc.freeze()  # what is loaded by now stays: no later search for garbage has to look through it
        gc.enable()
        import assistant.ui.widgets.turn  # noqa: F401

        self.conversation.prepare()

    def _watch_preparation(self) -> None:
        if self._preparation.fault:
            raise self._preparation.fault
        if self._preparation.is_over:
            self._watch.stop()
        self.chat.call_next(self.chat.follow_preparation)

    async def on_event(self, event: events.Event) -> None:
        """Let the screen see a key first: only here do the letters of a burst of typing come one after another.

        And only here is another size known before anything is laid out in it.
        """
        if isinstance(event, events.Resize):
            for open_screen in self.screen_stack:
                if isinstance(open_screen, FramedScreen):
                    open_screen.hold_place()
        if isinstance(event, events.Key) and not event.is_forwarded:
            if self._typed_early is not None:
                self._typed_early.append(event)
                return
            if isinstance(self.screen, FramedScreen):
                self.screen.see_key(event)
            first, self.first_letter = self.first_letter, None
            if first and first.goes_on_with(event):
                first.begin_question(event.character or "")
                return
            self.letter_before = first and first.led_to(event)
            screen = self.screen
            if isinstance(screen, TypeAheadScreen) and screen.takes(event):
                return
        await super().on_event(event)

    def say(self, text: str, offered: str = "") -> None:
        """Say what was done, on the screen that is open.

        Args:
            text: one sentence or two.
            offered: what it offers to show as plain text.
        """
        for screen in reversed(self.screen_stack):
            if isinstance(screen, FramedScreen):
                screen.say(text, offered)
                return

    def say_beside(self, text: str) -> None:
        """Say something without taking away what the screen offers to show.

        Args:
            text: one short sentence.
        """
        screen = self.screen
        if not isinstance(screen, FramedScreen):
            return
        if screen.offered:
            screen.say_more(text)
        else:
            screen.say_briefly(text)

    def key_name(self, key_id: str) -> str:
        """Name the key that does something, as the person set it.

        Args:
            key_id: an id of `keys.KEY_OF`.

        Returns:
            For example "Ctrl+Q".
        """
        return shown(self._settings.keys.get(key_id, KEY_OF[key_id].key).split(",")[0].strip())

    def get_key_display(self, binding: Binding) -> str:
        """Name keys in the footer as in the help."""
        return shown(binding.key)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Leave out Textual's own commands: one of them writes the screen to a file."""
        return ()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a selection, or anything that Textual itself copies."""
        self.deliver_copy(text, "The selected text")

    def deliver_copy(self, text: str, what: str) -> None:
        """Copy a text, say what is known about it, and offer to show it where it may not have arrived.

        Args:
            text: what to copy.
            what: names it, as the beginning of a sentence.
        """
        delivery = deliver(text, super().copy_to_clipboard, native=not self.is_web)
        self.say(delivery.told(what, self.key_name("show-copied")), text)

    def open_address(self, address: str) -> None:
        """Open a web address in the browser, or say that there is none to open it with.

        Args:
            address: from the knowledge base.
        """
        if self.is_web:
            self.open_url(address)
        elif not _has_browser() or not webbrowser.open(address):
            self.say(f"No browser could be opened here. The address: {address}")
            return
        self.say(f"Asked your browser to open {address}")

    def change_theme(self, name: str) -> None:
        """Use another theme until the chat is left, or say which there are.

        Args:
            name: dark or light.
        """
        if name in THEME_NAMES:
            self.theme = THEME_NAMES[name]
            return
        unknown = f"There is no theme '{name}'. " if name else ""
        known = " and ".join(f"':theme {one}'" for one in THEME_NAMES)
        self.say(f"{unknown}There are {known}.")

    def change_nation(self, name: str) -> None:
        """Set where the person works, or say what is set.

        Args:
            name: a nation, or "none"; empty to be told only.
        """
        from assistant.rendering import nation_change_line, nation_line

        if not name:
            self.say(nation_line(self.conversation.nation))
            return
        before = self.conversation.nation
        self.say(nation_change_line(self.conversation.set_nation(name), self.conversation.knowledge))
        if self.conversation.nation is not before:
            for screen in self.screen_stack:
                if isinstance(screen, FramedScreen):
                    screen.show_nation()
                    screen.call_next(screen.refresh_for_nation, before)

    def action_help_quit(self) -> None:
        """Say how to leave where Ctrl+C has nothing to copy, on the same line as everything else."""
        self.say(f"Nothing is selected to copy. {self.key_name('quit')} leaves now.")

    async def action_quit(self) -> None:
        """Leave at once and wipe what the terminal shows, line by line so that nothing moves into its scrollback."""
        self._leaving = True
        if self._driver is not None and not self.is_web:
            height = self.size.height
            self._driver.write("".join(f"\x1b[{row};1H\x1b[2K" for row in range(1, height + 1)))
            self._driver.flush()
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """Stop without Textual's report, which prints the values of variables and so what was typed."""
        if self._leaving:  # an answer that was half drawn when the person left is no fault
            self._close_messages_no_wait()
            return
        if self.fault is None:
            self.fault = error
        self._return_code = 2
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()


def _has_browser() -> bool:
    """Tell whether a browser with a window can open; a text browser would draw over the chat."""
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return False
    return not isinstance(found, webbrowser.GenericBrowser) or isinstance(found, webbrowser.BackgroundBrowser)
