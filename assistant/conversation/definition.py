"""Recognises messages that ask what a word means: "what is a LADO?", "MASH meaning", or the word alone."""

from __future__ import annotations

import re

from assistant.knowledge_base import Term
from assistant.matching import Matcher, tokenise

LONGEST = 12
"""Words of a message that asks for no more than the meaning of one."""

_ASKS = re.compile(
    r"(?:(?:so|and|but|ok|hi|hello|sorry|please|um) )*"
    r"(?:(?:what|who|whats|whos)(?: (?:is|are|was|were|does|do|s))?(?: (?:meant|you mean) by)? |define |explain "
    r"|(?:the )?(?:meaning|definition) of |tell me (?:about|what) )?"
    r"(?:(?:a|an|the|my|our|your|their|this|that|it) )?(?P<name>.+?)"
    r"(?: (?:is|mean|means|meaning|stands? for|definition|again|exactly|please))*"
)


def term_asked_for(message: str, matcher: Matcher) -> Term | None:
    """Find the glossary term whose meaning a message asks for.

    Args:
        message: what was typed.
        matcher: knows the names of the terms.

    Returns:
        The term now used, even where an old name of it was typed; None where more is asked than its meaning.
    """
    tokens = tokenise(message)
    if not 0 < len(tokens) <= LONGEST:
        return None
    text = " ".join(tokens)
    asked = _ASKS.fullmatch(text)
    return matcher.term_named(text) or (matcher.term_named(asked["name"]) if asked else None)
