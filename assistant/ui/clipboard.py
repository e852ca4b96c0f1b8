"""The only module that touches a clipboard: a native command where one can work, otherwise the terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from enum import Enum


class Delivery(Enum):
    """What is known about a copy. The value is what a person is told."""

    COPIED = "{what} is copied."
    SENT = "{what} was sent to your terminal's clipboard. If pasting gives nothing, press {show-copied}."

    def told(self, what: str, show_copied: str) -> str:
        """Say what was copied, and what to do where that may not have worked.

        Args:
            what: for example "The decision record".
            show_copied: the key that shows the text to be selected by hand.
        """
        return self.value.replace("{what}", what).replace("{show-copied}", show_copied)


NATIVE_SECONDS = 3
"""A clipboard command that takes longer than this has hung."""


def native_command() -> tuple[str, ...] | None:
    """Find the command that sets this machine's clipboard.

    Returns:
        The command and its arguments; None over SSH, in tmux and where there is none.
    """
    if any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "TMUX")):
        return None
    for command, usable in _candidates():
        path = shutil.which(command[0]) if usable else None
        if path:
            return (path, *command[1:])
    return None


def deliver(text: str, to_terminal: Callable[[str], None], *, native: bool = True) -> Delivery:
    """Put a text on the clipboard.

    Args:
        text: what to copy.
        to_terminal: asks the terminal to take it (OSC 52), which tells nothing back.
        native: whether this machine's clipboard is the person's; not so in a browser.

    Returns:
        Copied only when a native command reported success.
    """
    command = native_command() if native else None
    if command and _run(command, text):
        return Delivery.COPIED
    to_terminal(text)
    return Delivery.SENT


def _candidates() -> tuple[tuple[tuple[str, ...], bool], ...]:
    return (
        (("pbcopy",), sys.platform == "darwin"),
        (("wl-copy",), bool(os.environ.get("WAYLAND_DISPLAY"))),
        (("xclip", "-selection", "clipboard"), bool(os.environ.get("DISPLAY"))),
        (("xsel", "--clipboard", "--input"), bool(os.environ.get("DISPLAY"))),
        (("clip.exe",), sys.platform == "win32" or bool(os.environ.get("WSL_DISTRO_NAME"))),
    )


def _run(command: tuple[str, ...], text: str) -> bool:
    # clip.exe reads anything but UTF-16 in the code page of the console, which has few of our characters.
    encoding = "utf-16" if command[0].lower().endswith("clip.exe") else "utf-8"
    try:
        # xclip and wl-copy stay behind to serve the clipboard: they must not hold on to our pipes.
        finished = subprocess.run(  # noqa: S603
            command,
            input=text.encode(encoding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=NATIVE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return finished.returncode == 0
