"""Replies and records as JSON: the contract that scripts rely on."""

from __future__ import annotations

from typing import Any

import msgspec

from assistant.conversation import Reply
from assistant.knowledge_base import Entry, KnowledgeBase, Term
from assistant.matching import Candidate
from assistant.rendering.citing import NumberedCitation, cite

Json = dict[str, Any]


def as_json(value: Any) -> str:
    """Write a value as one line of JSON.

    Args:
        value: dictionaries, lists, texts, numbers and dates.

    Returns:
        The line, without a line break.
    """
    return msgspec.json.encode(value).decode()


def reply_json(reply: Reply, knowledge: KnowledgeBase) -> Json:
    """Give a reply as the documented object.

    Args:
        reply: the reply.
        knowledge: the knowledge base that it came from.

    Returns:
        The fields of the contract; those of an entry are null or empty when there is none.
    """
    fields: Json = {
        "question": reply.question,
        "outcome": reply.outcome.value,
        "urgent": reply.urgent,
        **(entry_json(reply.entry, knowledge) if reply.entry else _NO_ENTRY),
        "candidates": [candidate_json(candidate) for candidate in reply.candidates],
        "knowledge_version": knowledge.version,
        "message": reply.message,
        "emergency": knowledge.guide.emergency if reply.urgent else None,
        "personal_data": list(reply.personal_data),
        "signpost": reply.signpost,
        "contacts": [msgspec.to_builtins(contact) for contact in reply.contacts],
        "scope": reply.scope_kind.value if reply.scope_kind else None,
        "also": [entry.id for entry in reply.also],
        "follow_up": reply.follow_up,
        "again": reply.again,
        "term": _term_json(reply.term) if reply.term else None,
        "nation": reply.nation.value if reply.nation else None,
    }
    return fields


def entry_json(entry: Entry, knowledge: KnowledgeBase) -> Json:
    """Give an entry as the documented object.

    Args:
        entry: the entry.
        knowledge: the knowledge base that it stands in.

    Returns:
        Its fields, citations numbered as in the texts.
    """
    cited = cite(entry, knowledge)
    return {
        "entry": entry.id,
        "title": entry.question,
        "answer": cited.answer,
        "limits": list(cited.limits),
        "next_steps": list(cited.next_steps),
        "nations": [nation.value for nation in entry.nations],
        "wales": cited.wales or None,
        "citations": [citation_json(citation) for citation in cited.citations],
        "related": list(entry.related),
        "reviewed": entry.reviewed.isoformat() if entry.reviewed else None,
        "review_by": entry.review_by.isoformat() if entry.review_by else None,
        "check_live": entry.check_live,
        "to_check": list(entry.to_check),
    }


def candidate_json(candidate: Candidate) -> Json:
    """Give a candidate as id, question and score (0 to 1)."""
    return {"id": candidate.entry.id, "question": candidate.entry.question, "score": round(candidate.score, 4)}


def citation_json(citation: NumberedCitation) -> Json:
    """Give a numbered citation with its source."""
    source = citation.source
    return {
        "number": citation.number,
        "source": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "locator": citation.locator,
        "url": source.url,
    }


def _term_json(term: Term) -> Json:
    return {"id": term.id, "term": term.term, "meaning": term.meaning}


_NO_ENTRY: Json = {
    "entry": None,
    "title": None,
    "answer": None,
    "limits": [],
    "next_steps": [],
    "nations": [],
    "wales": None,
    "citations": [],
    "related": [],
    "reviewed": None,
    "review_by": None,
    "check_live": False,
    "to_check": [],
}
