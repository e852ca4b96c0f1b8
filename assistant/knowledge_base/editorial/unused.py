"""Sources that nothing cites, and glossary terms that nobody would meet: no text of the knowledge base names them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.errors import Problem
from assistant.knowledge_base.citations import citations_in
from assistant.knowledge_base.file_types import GLOSSARY, SOURCES
from assistant.knowledge_base.loading import ParsedFolder
from assistant.knowledge_base.model import KnowledgeBase

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def unused_sources(parsed: ParsedFolder) -> Iterator[Problem]:
    """Find the sources that nothing cites.

    Args:
        parsed: a knowledge folder.

    Yields:
        One problem for each.
    """
    knowledge = parsed.knowledge
    texts = [text for entry in knowledge.entries for _, text in entry.cited_fields()]
    for path in knowledge.paths:
        for step in path.steps:
            texts += [step.help or "", *(option.note or "" for option in step.options)]
    texts += [term.source for term in knowledge.terms] + [contact.source for contact in knowledge.contacts]
    cited = {citation.source for text in texts for citation in citations_in(text)} | set(knowledge.guide.based_on)
    for source in knowledge.sources:
        if source.id not in cited:
            yield Problem(SOURCES.name, 0, f"'{source.id}'", "Nothing cites this source.", "Cite it or remove it.")


def unused_terms(parsed: ParsedFolder) -> Iterator[Problem]:
    """Find the terms that stand alone.

    Args:
        parsed: a knowledge folder.

    Yields:
        One problem for each term that no entry lists, no other term leads to, and no text of an entry, a phrasing,
        a guided path, a contact or another term names. Old names and short forms are there to be looked up, and
        need no text that names them.
    """
    knowledge = parsed.knowledge
    linked = {term for entry in knowledge.entries for term in entry.terms}
    linked.update(term.id for term in knowledge.terms if term.see or term.short_forms)
    linked.update(term.see for term in knowledge.terms if term.see)
    texts = f" {' '.join(map(_plain, _texts(knowledge)))} "
    meanings = {term.id: f" {_plain(term.meaning)} " for term in knowledge.terms}
    for term in knowledge.terms:
        others = "".join(meaning for one, meaning in meanings.items() if one != term.id)
        names = [f" {_plain(name)} " for name in term.names]
        if term.id not in linked and not any(name in texts or name in others for name in names):
            fault, cure = (
                "No text names this term and no entry lists it.",
                "List it under an entry's terms, or remove it.",
            )
            yield Problem(GLOSSARY.name, 0, f"'{term.id}'", fault, cure)


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
