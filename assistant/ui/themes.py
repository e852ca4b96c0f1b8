"""The two colour themes. Every colour that the chat shows is here, so that a test can measure the contrast."""

from __future__ import annotations

from dataclasses import dataclass

from textual.theme import Theme

DARK = "share-to-protect-dark"
LIGHT = "share-to-protect-light"
THEME_NAMES = {"dark": DARK, "light": LIGHT}
"""The names that a person uses, and Textual's."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme.

    Attributes:
        background: behind everything.
        surface: behind what is set apart.
        panel: behind the status line, the footer and a chosen line without the focus.
        text: for reading.
        muted: for labels and second lines.
        line: borders and scroll bars.
        accent: the one accent: the direct answer, citations, keys, the focus.
        caution: limits and changing law.
        emergency: emergency help.
    """

    background: str
    surface: str
    panel: str
    text: str
    muted: str
    line: str
    accent: str
    caution: str
    emergency: str


DARK_PALETTE = Palette(
    background="#14191e",
    surface="#1b2127",
    panel="#242c33",
    text="#e6eaed",
    muted="#a9b5be",
    line="#74818b",
    accent="#79c7bb",
    caution="#e3bd6b",
    emergency="#ff9a92",
)
LIGHT_PALETTE = Palette(
    background="#fbfaf7",
    surface="#f3f2ed",
    panel="#e7e6df",
    text="#1b2328",
    muted="#4c5862",
    line="#77838c",
    accent="#0a655b",
    caution="#744d00",
    emergency="#9c1f19",
)


def themes() -> tuple[Theme, Theme]:
    """Make the themes.

    Returns:
        Dark and light.
    """
    return _theme(DARK, DARK_PALETTE, dark=True), _theme(LIGHT, LIGHT_PALETTE, dark=False)


def _theme(name: str, palette: Palette, *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=palette.accent,
        secondary=palette.accent,
        accent=palette.accent,
        success=palette.accent,
        warning=palette.caution,
        error=palette.emergency,
        foreground=palette.text,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        boost=palette.surface,
        dark=dark,
        variables=_variables(palette),
    )


def _variables(palette: Palette) -> dict[str, str]:
    """Name solid colours for what Textual would otherwise blend, which falls short of the contrast wanted."""
    accents = {f"text-{name}": palette.accent for name in ("primary", "secondary", "accent", "success")}
    scroll = {
        "scrollbar": palette.line,
        "scrollbar-hover": palette.accent,
        "scrollbar-active": palette.accent,
        "scrollbar-background": palette.surface,
        "scrollbar-background-hover": palette.surface,
        "scrollbar-background-active": palette.surface,
        "scrollbar-corner-color": palette.surface,
    }
    return {
        **accents,
        **scroll,
        "text": palette.text,
        "text-muted": palette.muted,
        "text-disabled": palette.muted,
        "text-warning": palette.caution,
        "text-error": palette.emergency,
        "line": palette.line,
        "border": palette.accent,
        "border-blurred": palette.line,
        "block-cursor-background": palette.accent,
        "block-cursor-foreground": palette.background,
        "block-cursor-blurred-background": palette.panel,
        "block-cursor-blurred-foreground": palette.text,
        "block-hover-background": palette.panel,
        "footer-background": palette.panel,
        "footer-foreground": palette.text,
        "footer-description-foreground": palette.text,
        "footer-key-foreground": palette.accent,
        "input-selection-background": palette.accent,
        "input-selection-foreground": palette.background,
        "screen-selection-background": palette.accent,
        "screen-selection-foreground": palette.background,
        "link-color": palette.accent,
        "link-style": "none",
        "link-color-hover": palette.background,
        "link-background-hover": palette.accent,
        "link-style-hover": "bold",
    }
