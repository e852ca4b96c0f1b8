"""The help: packaged text in which the keys are filled in as the person set them."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files

from textual.app import ComposeResult

from assistant.conversation.command_list import KNOWN
from assistant.rendering.document import foot_line
from assistant.ui.keys import KEY_OF
from assistant.ui.screens.frame import AsideScreen
from assistant.ui.settings import settings_file
from assistant.ui.widgets.prose import Prose
from assistant.ui.widgets.reader import Column

PLACEHOLDER = re.compile(r"\{([a-z0-9-]+)\}")


def help_source() -> str:
    """Read the text with its placeholders, each the id of a key in braces."""
    return files("assistant.ui").joinpath("help.md").read_text(encoding="utf-8")


def help_text(key_name: Callable[[str], str]) -> str:
    """Write the help.

    Args:
        key_name: names the key of an id.

    Returns:
        Markdown.
    """
    return PLACEHOLDER.sub(lambda found: f"**{_escaped(key_name(found[1]))}**", help_source())


def _escaped(key: str) -> str:
    return f"\\{key}" if key in "[]*_`\\" else key


def _settings_text() -> str:
    ids = ", ".join(key_id for key_id in KEY_OF if not key_id.startswith("pick-"))
    return (
        f"Read from `{settings_file()}`, never written: `theme` (dark or light), `nation`, and under `[keys]` "
        f'a key for each name, for example `copy-text = "y"`. Names: {ids}.'
    )


class HelpScreen(AsideScreen):
    """Keys, commands and what this is."""

    NAME = "Help"
    AUTO_FOCUS = "#help"

    def compose_body(self) -> ComposeResult:
        """Show the text, the typed commands and where everything comes from."""
        commands = "\n".join(f"- `{command.example}`: {command.summary}" for command in KNOWN)
        with Column(id="help"):
            yield Prose(help_text(self.host.key_name), classes="prose")
            yield Prose(f"## Commands to type\n\n{commands}", classes="prose")
            yield Prose(f"## Settings\n\n{_settings_text()}", classes="prose")
            yield Prose(f"## About\n\n{foot_line(self.knowledge)}", classes="prose")
