"""Where the knowledge that ships with the program is found."""

from __future__ import annotations

from pathlib import Path


def shipped_knowledge() -> Path:
    """Find the shipped knowledge folder.

    Returns:
        The folder inside an installed package, else the one beside the package in a checkout.
    """
    package = Path(__file__).resolve().parents[1]
    installed = package / "_knowledge"
    return installed if installed.is_dir() else package.parent / "knowledge"
