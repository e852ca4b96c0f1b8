"""Finds the words that a person wants explained."""

from __future__ import annotations

from assistant.conversation.session import Conversation
from assistant.knowledge_base import Term


def find_terms(words: str, conversation: Conversation) -> tuple[Term, ...]:
    """Find the terms that a person may mean.

    Args:
        words: a name of a term, or something like it, in lower case.
        conversation: searches.

    Returns:
        The terms of that very name; otherwise those most like it, most alike first.
    """
    knowledge = conversation.knowledge
    named = tuple(term for term in knowledge.terms if words in _names(term))
    if named:
        return named
    term_of = {term.id: term for term in knowledge.terms}
    found = conversation.search(words, len(knowledge.terms) + len(knowledge.entries))
    return tuple(term_of[one.id] for one in found if one.kind == "term")


def _names(term: Term) -> set[str]:
    """Give every name of a term; "Designated officer (LADO)" goes by the words before the bracket too."""
    return {name.casefold() for name in (term.term, term.term.partition(" (")[0], *term.also)}
