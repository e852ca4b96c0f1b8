"""Which glossary terms nobody would meet: those that no text of the knowledge base names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.knowledge_base.model import KnowledgeBase, Term

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def unused_terms(knowledge: KnowledgeBase) -> Iterator[Term]:
    """Find the terms that stand alone.

    Args:
        knowledge: the knowledge base, with its phrasings.

    Yields:
        Each term that no entry lists, no other term leads to, and no text of an entry, a phrasing, a guided
        path, a contact or another term names. Old names and short forms are there to be looked up, and need
        no text that names them.
    """
    linked = {term for entry in knowledge.entries for term in entry.terms}
    linked.update(term.id for term in knowledge.terms if term.see or term.short_forms)
    linked.update(term.see for term in knowledge.terms if term.see)
    texts = f" {' '.join(map(_plain, _texts(knowledge)))} "
    meanings = {term.id: f" {_plain(term.meaning)} " for term in knowledge.terms}
    for term in knowledge.terms:
        others = "".join(meaning for one, meaning in meanings.items() if one != term.id)
        names = [f" {_plain(name)} " for name in term.names]
        if term.id not in linked and not any(name in texts or name in others for name in names):
            yield term


def _texts(knowledge: KnowledgeBase) -> Iterator[str]:
    for entry in knowledge.entries:
        yield entry.question
        yield from (text for _, text in entry.cited_fields())
    yield from (phrasing.text for phrasing in knowledge.phrasings)
    yield from (f"{contact.name} {contact.purpose}" for contact in knowledge.contacts)
    for path in knowledge.paths:
        for step in path.steps:
            yield f"{step.ask} {step.help or ''}"
            yield from (f"{option.label} {option.note or ''}" for option in step.options)


def _plain(text: str) -> str:
    return _NOT_A_WORD.sub(" ", text.lower()).strip()
