"""Recognises messages that only tell what somebody did or does, and ask for nothing.

Who tells of abuse uses the words of those who abuse. But who means harm asks how it is done, or says what is to be
done; a bare sentence about somebody else is the beginning of a worry, and is never refused as a harmful request.
"""

from __future__ import annotations

import re

from assistant.matching import tokenise

_OF_SOMEBODY = re.compile(
    r"(?:(?:so|and|but|well|ok|hi|hello|um|sorry) )*"
    r"(?:he|she|they|it|someone|somebody|theres|there (?:is|are|was|were)|the|a|an|my|his|her|our|their|this|that|these"
    r"|those|one|some|another)\b"
)
"""How a sentence begins that has somebody else for its subject."""

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
    return "?" not in message and bool(_OF_SOMEBODY.match(text)) and not _ASKS.search(text)
