"""Sources and glossary terms as a reader looks them up, apart from any answer."""

from __future__ import annotations

from assistant.knowledge_base import KnowledgeBase, Source, Standing, Term
from assistant.knowledge_base.citations import citations_in
from assistant.knowledge_base.kinds import Reading
from assistant.rendering.citing import READING_TEXT, STANDING_TEXT, source_line
from assistant.rendering.wording import in_words

_STANDING = {Standing.IN_FORCE: "in force", Standing.NOT_LAW: "not itself law", **STANDING_TEXT}
_READING = {Reading.READ: "read for this guide", **READING_TEXT}


def source_remarks(source: Source) -> str:
    """Say what kind of source it is, where it holds, whether it is in force and how it is known.

    Args:
        source: a document.

    Returns:
        For example "Statute. England and Wales. In force. Read for this guide."
    """
    kind = source.kind.value.replace("-", " ")
    remarks = [kind, in_words([nation.title for nation in source.nations])] if source.nations else [kind]
    remarks += [_STANDING[source.standing], _READING[source.read]]
    return " ".join(f"{remark[0].upper()}{remark[1:]}." for remark in remarks)


def term_meaning(term: Term, knowledge: KnowledgeBase) -> str:
    """Explain a glossary term.

    Args:
        term: a term; one that only points to another gives the other's meaning.
        knowledge: the knowledge base that it stands in.

    Returns:
        Its meaning, other names and source.
    """
    current = knowledge.term[term.id]
    parts = [f"See {current.term}."] if term.see else []
    parts.append(current.meaning)
    if current.also and not term.see:
        parts.append(f"Also: {', '.join(current.also)}.")
    if current.nations:
        parts.append(f"Used in {in_words([nation.title for nation in current.nations])}.")
    parts.extend(
        f"Source: {source_line(knowledge.source[citation.source])}: {citation.locator}."
        for citation in citations_in(current.source)
    )
    return " ".join(part for part in parts if part)
