"""Recognises messages that ask how to reach a service: "number for the LADO", "how do I contact CEOP?", or its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    named = [(name, contact) for contact in knowledge.contacts for name in _names(contact) if f" {name} " in text]
    longest = max((name for name, _ in named), key=len, default="")
    if not _ASKS.fullmatch(text.replace(f" {longest} ", " NAME ", 1).strip()):
        return ()
    return tuple(dict.fromkeys(contact for name, contact in named if name == longest))


def names_only(message: str, knowledge: KnowledgeBase) -> tuple[Contact, ...]:
    """Find the services of which a message is the bare name.

    Args:
        message: what was typed.
        knowledge: holds the contacts.

    Returns:
        Those that bear it; none where anything else is said.
    """
    text = " ".join(tokenise(message)).removeprefix("the ")
    return tuple(contact for contact in knowledge.contacts if text in _names(contact))


def _names(contact: Contact) -> Iterator[str]:
    """Give its names as a message would hold them."""
    yield from map(_plain, contact.names)


@cache  # of the names in the knowledge, never of what is typed
def _plain(name: str) -> str:
    return " ".join(tokenise(name))
