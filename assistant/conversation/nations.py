"""Recognises the nation that a message names, by its own name or by that of a place in it."""

from __future__ import annotations

import re

from assistant.knowledge_base import Nation
from assistant.matching import normalise, tokenise

WELSH_PLACES = (
    "aberystwyth",
    "anglesey",
    "blaenau gwent",
    "bridgend",
    "caerphilly",
    "cardiff",
    "carmarthenshire",
    "ceredigion",
    "conwy",
    "denbighshire",
    "dyfed",
    "flintshire",
    "glamorgan",
    "gwent",
    "gwynedd",
    "llanelli",
    "merthyr",
    "monmouthshire",
    "neath",
    "pembrokeshire",
    "port talbot",
    "powys",
    "rhondda",
    "swansea",
    "torfaen",
    "wrexham",
    "ynys mon",
)
"""Councils, police areas and towns that people name in place of Wales; not Newport, which is in England too."""

_NATIONS = (
    (Nation.NORTHERN_IRELAND, re.compile(r"\bnorthern ireland\b|\bbelfast\b")),
    (Nation.SCOTLAND, re.compile(r"\bscotland\b|\bscottish\b")),
    (Nation.WALES, re.compile(rf"\b(?:wales|welsh|cymru|{'|'.join(WELSH_PLACES)})\b")),
    (Nation.ENGLAND, re.compile(r"\bengland\b|\benglish law\b")),
)
_NATION_FILLERS = frozenset(
    "and or but what about how in is it the same for does that this apply do we i am from work if law different there "
    "too as well so then wales welsh cymru england english scotland scottish northern ireland differ rules rule "
    "practice here".split()
) | frozenset(word for place in WELSH_PLACES for word in place.split())


def nation_in(message: str) -> Nation | None:
    """Find the nation that a message names.

    Args:
        message: what was typed.

    Returns:
        The first one found; None when it names none.
    """
    text = normalise(message)
    return next((nation for nation, name in _NATIONS if name.search(text)), None)


def asks_only_of_nation(message: str) -> bool:
    """Tell whether a message asks nothing but "and in that nation?".

    Args:
        message: what was typed.

    Returns:
        True for "and in Wales?", False for "who is the LADO in Wales?".
    """
    return nation_in(message) is not None and all(token in _NATION_FILLERS for token in tokenise(message))
