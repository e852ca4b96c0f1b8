"""Recognises messages that only make sense in the light of the turn before: "and in Wales?", "what about dad?"."""

from __future__ import annotations

import re

from assistant.knowledge_base import Nation
from assistant.matching.text import normalise, tokenise

LONGEST = 14
"""Words; a longer message says enough by itself."""

_OPENERS = re.compile(
    r"^(?:and|but|or|so|then|ok(?:ay)?|right|also|still|only|just|not even|same (?:for|if|with|in)"
    r"|what about|how about|what if|even if|even when|if|unless|why|how come|when|in that case"
    r"|who (?:then|else)|what (?:then|else)|(?:does|is|would) (?:that|it|this)"
    r"|do (?:they|i (?:then|still|also))|(?:can|should) (?:they|he|she|it))\b"
)
_POINTERS = re.compile(r"\b(?:that|this|it|they|them|those|these|he|she|him|her|then|instead|either|too|as well)\b")

_NATIONS = (
    (Nation.NORTHERN_IRELAND, re.compile(r"\bnorthern ireland\b|\bbelfast\b")),
    (Nation.SCOTLAND, re.compile(r"\bscotland\b|\bscottish\b")),
    (Nation.WALES, re.compile(r"\bwales\b|\bwelsh\b|\bcymru\b")),
    (Nation.ENGLAND, re.compile(r"\bengland\b|\benglish law\b")),
)
_NATION_FILLERS = frozenset(
    "and or but what about how in is it the same for does that this apply do we i am from work if law different there "
    "too as well so then wales welsh cymru england english scotland scottish northern ireland differ rules rule "
    "practice here".split()
)


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


def leans_on_turn_before(message: str) -> bool:
    """Tell whether a message is elliptical: short, and opening or pointing as only a follow-up does.

    Args:
        message: what was typed.

    Returns:
        True when it should be read together with the turn before.
    """
    text, count = normalise(message), len(tokenise(message))
    if not count or count > LONGEST:
        return False
    return bool(_OPENERS.match(text)) or (count <= 7 and bool(_POINTERS.search(text)))
