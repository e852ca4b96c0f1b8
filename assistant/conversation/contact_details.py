"""Recognises messages that ask how to reach a service: "number for the LADO", "how do I contact CEOP?", or its name."""

from __future__ import annotations

import re
from functools import cache

from assistant.knowledge_base import Contact, KnowledgeBase
from assistant.matching import tokenise

LONGEST = 14
"""Words of a message that asks for no more than how to reach a service."""

_DETAIL = (
    "(?:(?:phone|telephone|contact|helpline|line|direct|local|right|email|web) )*"
    "(?:numbers?|phone|telephone|details|contacts?|website|site|page|email|address|opening hours|hours|line|helpline"
    "|hotline)"
)
_ARTICLE = "(?:(?:a|an|the|my|our|your|their|local|nearest) )*"
_OPENING = (
    "(?:(?:what|where|who)(?: (?:is|are|s|has))?(?: (?:do|can) i (?:find|get))? |whats |(?:have you|do you have) "
    "|have you got |(?:can|could) (?:i|we) (?:have|get|find) |(?:can|could) you (?:give|tell|find) (?:me|us) "
    "|how do i (?:find|get) |(?:give|find|tell|show) (?:me|us) |(?:i|we) (?:need|want) |need |is there )?"
)
_REACH = "(?:contact|reach|ring|call|phone|email|find|get hold of|get in touch with|get through to|speak to|talk to)"
_ASKS = re.compile(
    "(?:(?:so|and|but|ok|hi|hello|sorry|please|um) )*"
    "(?:"
    f"how (?:do|can|would|should) (?:i|we|you) {_REACH} {_ARTICLE}NAME(?: {_DETAIL})?"
    f"|{_OPENING}{_ARTICLE}{_DETAIL} (?:(?:for|of|to|at) (?:ring |call |phone |contact |reach )?)?{_ARTICLE}NAME"
    f"|{_OPENING}{_ARTICLE}NAME {_DETAIL}"
    ")"
    "(?: (?:please|again|now|in wales|in england))*"
)


def contacts_asked_for(message: str, knowledge: KnowledgeBase) -> tuple[Contact, ...]:
    """Find the services that a message asks how to reach.

    Args:
        message: what was typed.
        knowledge: holds the contacts.

    Returns:
        Those whose names stand in it, the longest name counting; none where more is asked than how to reach them.
    """
    tokens = tokenise(message)
    if not 0 < len(tokens) <= LONGEST:
        return ()
    text = f" {' '.join(tokens)} "
    name = max((name for name in _names(knowledge) if f" {name} " in text), key=len, default="")
    asks = name and _ASKS.fullmatch(text.replace(f" {name} ", " NAME ", 1).strip())
    return _names(knowledge)[name] if asks else ()


def names_only(message: str, knowledge: KnowledgeBase) -> tuple[Contact, ...]:
    """Find the services of which a message is the bare name.

    Args:
        message: what was typed.
        knowledge: holds the contacts.

    Returns:
        Those that bear it; none where anything else is said.
    """
    return _names(knowledge).get(" ".join(tokenise(message)).removeprefix("the "), ())


def _names(knowledge: KnowledgeBase) -> dict[str, tuple[Contact, ...]]:
    """Give contacts by their names as a message would hold them."""
    return {_plain(name): contacts for name, contacts in knowledge.contacts_named.items()}


@cache  # of the names in the knowledge, never of what is typed
def _plain(name: str) -> str:
    return " ".join(tokenise(name))
