"""Every key of the chat in one table: its id for the settings file, what it does and where it works."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from textual.binding import Binding, BindingType
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, format_key


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Attributes:
        id: its name in the settings file and in the help.
        key: the default, as Textual names keys; a comma parts alternatives.
        action: Textual action.
        description: what it does, in the words of the footer.
        show: whether the footer shows it.
        priority: whether it works whatever has the focus.
    """

    id: str
    key: str
    action: str
    description: str
    show: bool = False
    priority: bool = False


NUMBERS = range(1, 10)
"""Numbers that pick from a list."""

COPY_ADDRESS = Key("copy-address", "u", "screen.copy_address", "Copy address")
BACK = Key("back", "left_square_bracket", "screen.step(-1)", "Back")
OPEN_SOURCE = Key("open-source", "o", "screen.open_source", "Open source")
LAST_WALK = Key("last-walk", "f8", "screen.last_walk", "Back to path", show=True)
TO_CHAT = Key("to-chat", "f6", "app.to_chat", "Chat", priority=True)

KEYS: dict[str, tuple[Key, ...]] = {
    "anywhere": (
        Key("quit", "ctrl+q", "quit", "Leave now", priority=True),
        Key("help", "f1", "help", "Help", show=True),
        Key("browse", "f2", "browse", "Browse", show=True),
        Key("glossary", "f3", "glossary", "Words"),
        Key("all-sources", "f4", "all_sources", "All sources"),
        Key("paths", "f5", "paths", "Guided paths", show=True),
        TO_CHAT,
        Key("show-copied", "f7", "screen.plain_text", "Show what was copied", priority=True),
        Key("palette", "ctrl+p", "command_palette", "Find", show=True),
    ),
    "chat": (
        Key("switch-focus", "escape", "switch_focus", "Read or type", show=True),
        Key("save", "s,ctrl+s", "save", "Save"),
        LAST_WALK,
    ),
    "column": (
        Key("page-up", "pageup", "screen.page(-1)", "Page up", priority=True),
        Key("page-down", "pagedown", "screen.page(1)", "More", show=True, priority=True),
    ),
    "question": (
        Key("earlier-question", "up", "earlier", "Earlier question"),
        Key("later-question", "down", "later", "Later question"),
    ),
    "reading": (
        Key("copy-text", "c", "screen.copy_answer('text')", "Copy", show=True),
        Key("copy-markdown", "C", "screen.copy_answer('markdown')", "Copy as Markdown"),
        Key("plain-text", "p", "screen.plain_text", "Plain text"),
        Key("sources", "j", "screen.sources", "Sources", show=True),
        COPY_ADDRESS,
        OPEN_SOURCE,
        Key("related", "r", "screen.related", "Related", show=True),
        Key("topic", "t", "screen.topic", "Topic"),
        Key("words", "g", "screen.words", "Words explained"),
        BACK,
        Key("forward", "right_square_bracket", "screen.step(1)", "Forward"),
    ),
    "numbers": tuple(Key(f"pick-{one}", str(one), f"screen.pick({one})", f"Pick {one}") for one in NUMBERS),
    "transcript": (
        Key("not-helped", "n", "screen.not_helped", "Did not help", show=True),
        Key("full", "e", "screen.full", "Whole screen"),
        Key("type", "enter", "screen.switch_focus", "Type"),
    ),
    "aside": (Key("close", "escape", "close", "Close", show=True), replace(TO_CHAT, show=True)),
    "entry": (Key("ask-in-chat", "a", "screen.ask_in_chat", "Take to chat", show=True),),
    "source-table": (replace(COPY_ADDRESS, show=True), replace(OPEN_SOURCE, show=True)),
    "paths": (LAST_WALK,),
    "path": (
        Key("copy-record", "d", "screen.copy_record", "Copy record", show=True),
        replace(BACK, description="Take back", show=True),
    ),
    "browse": (
        Key("open-topic", "right", "screen.open_topic", "Open topic", show=True),
        Key("close-topic", "left", "screen.close_topic", "Close topic", show=True),
    ),
    "look-up": (
        Key("list-up", "up", "out_of_list", "Back to the search"),
        Key("list-down", "down", "into_list", "Into the list"),
    ),
}
"""Keys by the place where they work."""

KEY_OF: dict[str, Key] = {key.id: key for keys in KEYS.values() for key in keys}
"""Every key by its id."""

FOOTER = (
    "switch-focus",
    "close",
    "page-down",
    "last-walk",
    "back",
    "copy-text",
    "copy-record",
    "open-topic",
    "close-topic",
    "copy-address",
    "open-source",
    "sources",
    "help",
    "to-chat",
    "not-helped",
    "ask-in-chat",
    "related",
    "browse",
    "paths",
    "palette",
)
"""Ids of the keys of the footer, the most useful first: a narrow terminal has room for few."""

OUTWARD = ("copy-text", "copy-markdown", "copy-address", "copy-record", "open-source")
"""Ids of the keys that reach outside the program: what they did cannot be taken back."""

UNHURRIED = ("open-source",)
"""Ids of those among them that wait for a word to show itself, also where no letter was before them."""

TOGETHER = (
    ("anywhere", "chat", "column", "reading", "numbers", "transcript"),
    ("anywhere", "aside", "column", "reading", "numbers", "entry"),
    ("anywhere", "aside", "column", "reading", "numbers", "path"),
    ("anywhere", "chat", "column", "question"),
    ("anywhere", "aside", "look-up", "source-table"),
    ("anywhere", "aside", "look-up", "browse"),
    ("anywhere", "aside", "look-up", "paths"),
)
"""Places whose keys work at the same time, and so must differ."""


def bindings(*places: str) -> list[BindingType]:
    """Give Textual's bindings for some places.

    Args:
        places: keys of `KEYS`.

    Returns:
        One binding a key, each with its id.
    """
    return [
        Binding(key.key, key.action, key.description, show=key.show, priority=key.priority, id=key.id)
        for place in places
        for key in KEYS[place]
    ]


MODIFIERS = frozenset(("ctrl", "shift", "alt", "super", "meta", "hyper"))


def is_key(key: str) -> bool:
    """Tell whether there is such a key.

    Args:
        key: one key, as the settings file names it.

    Returns:
        True for "x", "f1", "ctrl+q" and "left_square_bracket"; False for "zzz".
    """
    *modifiers, last = key.split("+") if key != "+" else [key]
    if not MODIFIERS.issuperset(modifiers):
        return False
    if len(last) == 1 or last in {one.value for one in Keys} or last in KEY_NAME_REPLACEMENTS.values():
        return True
    try:
        return bool(unicodedata.lookup(last.replace("_", " ")))
    except KeyError:
        return False


def clashes(changed: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Find keys that a person's changes give to two things at once.

    Args:
        changed: keys by id, as the settings file gives them.

    Returns:
        Pairs of ids.
    """
    found: dict[tuple[str, str], None] = {}
    for places in TOGETHER:
        taken: dict[str, str] = {}
        for key in (key for place in places for key in KEYS[place]):
            for one in changed.get(key.id, key.key).split(","):
                other = taken.setdefault(one.strip(), key.id)
                if other != key.id:
                    found[other, key.id] = None
    return tuple(found)


def shown(key: str) -> str:
    """Name a key as people do.

    Args:
        key: one key as Textual names it.

    Returns:
        For example "Ctrl+Q", "F1", "Esc", "[" or "c".
    """
    *modifiers, last = key.split("+") if key != "+" else [key]
    names = {"escape": "Esc", "enter": "Enter", "tab": "Tab", "space": "Space", "up": "Up", "down": "Down"}
    names |= {"left": "Left", "right": "Right", "pageup": "PgUp", "pagedown": "PgDn"}
    name = names.get(last) or (last.upper() if modifiers or last[1:].isdigit() else None)
    return "+".join([*(modifier.title() for modifier in modifiers), name or format_key(last)])
