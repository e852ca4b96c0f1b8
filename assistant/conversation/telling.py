"""Recognises messages that only tell what somebody did or does, and ask for nothing.

Who tells of abuse uses the words of those who abuse. But who means harm asks how it is done, or says what is to be
done; a bare sentence about somebody else is the beginning of a worry, and is never refused as a harmful request.
"""

from __future__ import annotations

import re

from assistant.matching import tokenise

_OF_SOMEBODY = re.compile(
    r"(?:(?:so|and|but|well|ok|hi|hello|um|sorry) )*"
    r"(?:he|she|they|it|someone|somebody|there|the|a|an|my|his|her|our|their|this|that|these"
    r"|those|one|some|another)\b"
)
"""How a sentence begins that has somebody else for its subject."""

_SOMEBODY = re.compile(
    r"\b(?:he|she|him|her|his|hers|they|them|child|children|kid|kids|girl|girls|boy|boys|lad|lads|baby|toddler|pupil"
    r"|teenager|\d+ (?:yrs?|years?) old|mum|mother|dad|father|stepdad|uncle|aunt|cousin|brother|sister|nan|gran"
    r"|grandma|grandad|carer|coach|teacher|neighbour|lodger|patient)\b"
)
"""Who is spoken of where somebody tells of a worry."""

MIN_WORDS_TOLD = 5
"""Words from which a message can tell of a worry."""

_ASKS = re.compile(
    r"\b(?:how|what|whats|where|who|which|when|why|can|could|should|would|will|is there|are there|do|does|help|need"
    r"|want|wanna|like to|tell me|tell us|give me|send me|find|looking for|ways?|tips?|best|trying|going to|gonna"
    r"|let me|just|so that|before they|so nobody|without)\b"
)
"""What asks for something, or says what is meant to happen."""


def only_tells(message: str) -> bool:
    """Tell whether a message is a bare statement about somebody else.

    Args:
        message: what was typed.

    Returns:
        True for "he was touching the kids at church"; False for "she told, how do I stop her" and "hide my phone".
    """
    text = " ".join(tokenise(message))
    return _asks_nothing(message, text) and bool(_OF_SOMEBODY.match(text))


def tells_a_story(message: str) -> bool:
    """Tell whether a message says something of somebody at some length, however it begins.

    Args:
        message: what was typed.

    Returns:
        True for "mum told me her partner hurts the girl"; False for "mum told me, what now" and "make a false report".
    """
    tokens = tokenise(message)
    text = " ".join(tokens)
    return len(tokens) >= MIN_WORDS_TOLD and _asks_nothing(message, text) and bool(_SOMEBODY.search(text))


def _asks_nothing(message: str, text: str) -> bool:
    return "?" not in message and not _ASKS.search(text)
