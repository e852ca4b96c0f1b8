"""Replies and entries as plain text, Markdown and JSON, with numbered citations."""

from assistant.rendering.citing import CitedEntry, NumberedCitation, as_sentence, citation_line, cite, source_line
from assistant.rendering.document import (
    Document,
    Section,
    SectionKind,
    answer_document,
    entry_document,
    related_section,
    reply_document,
    standing_line,
    without_ids,
)
from assistant.rendering.explaining import explanation
from assistant.rendering.folding import with_note_folded
from assistant.rendering.json_lines import as_json, entry_json, reply_json
from assistant.rendering.markdown import as_markdown
from assistant.rendering.nation import nation_change_line, nation_line
from assistant.rendering.paths import (
    decision_record,
    last_answer_line,
    step_document,
    summary_document,
    walk_line,
    walk_place,
)
from assistant.rendering.plain import as_plain_text, hanging, wrapped
from assistant.rendering.references import source_remarks, term_meaning
from assistant.rendering.rejecting import says_the_same
from assistant.rendering.transcript import ACTION_LABELS, masked_line, transcript_text

__all__ = [
    "ACTION_LABELS",
    "CitedEntry",
    "Document",
    "NumberedCitation",
    "Section",
    "SectionKind",
    "answer_document",
    "as_json",
    "as_markdown",
    "as_plain_text",
    "as_sentence",
    "citation_line",
    "cite",
    "decision_record",
    "entry_document",
    "entry_json",
    "explanation",
    "hanging",
    "last_answer_line",
    "masked_line",
    "nation_change_line",
    "nation_line",
    "related_section",
    "reply_document",
    "reply_json",
    "says_the_same",
    "source_line",
    "source_remarks",
    "standing_line",
    "step_document",
    "summary_document",
    "term_meaning",
    "transcript_text",
    "walk_line",
    "walk_place",
    "with_note_folded",
    "without_ids",
    "wrapped",
]
