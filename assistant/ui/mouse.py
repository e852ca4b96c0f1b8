"""Leaves the mouse to the terminal for a while, so that text can be selected as in any other program."""

from __future__ import annotations

from textual.app import App

_MODES = (1000, 1003, 1015, 1006)
"""Reports of clicks, of every movement, and their two formats."""


def hand_over(app: App[None]) -> None:
    """Stop asking the terminal for the mouse.

    Args:
        app: the application that draws on it.
    """
    _write(app, "l")


def give_back(app: App[None]) -> None:
    """Ask the terminal for the mouse again.

    Args:
        app: the application that draws on it.
    """
    _write(app, "h")


def _write(app: App[None], switch: str) -> None:
    driver = app._driver  # Textual has no public way to pause the mouse
    if driver is not None and driver.can_suspend:
        driver.write("".join(f"\x1b[?{mode}{switch}" for mode in _MODES))
        driver.flush()
