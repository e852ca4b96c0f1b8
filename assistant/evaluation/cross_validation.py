"""Cross-validation over the phrasings: each writer's are asked of a matcher that learned from the others."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from assistant.evaluation.measuring import Measures, measure
from assistant.evaluation.questions import TestQuestion, TestQuestions
from assistant.knowledge_base import KnowledgeBase
from assistant.matching import Matcher
from assistant.matching.compiling import compile_knowledge
from assistant.matching.index import encode_index
from assistant.matching.index_file import read_index_file


def cross_validate(
    knowledge: KnowledgeBase, progress: Callable[[float], None] = lambda share: None
) -> dict[str, Measures]:
    """Hold out each writer in turn.

    Args:
        knowledge: the knowledge base, with its phrasings.
        progress: told how far the work is.

    Returns:
        Measures by writer.
    """
    writers = sorted({phrasing.writer for phrasing in knowledge.phrasings})
    found = {}
    for number, writer in enumerate(writers):
        kept = tuple(phrasing for phrasing in knowledge.phrasings if phrasing.writer != writer)
        index = compile_knowledge(msgspec.structs.replace(knowledge, phrasings=kept), digest="")
        asked = tuple(
            TestQuestion(ask=phrasing.text, entries=(phrasing.entry,), writer=writer)
            for phrasing in knowledge.phrasings
            if phrasing.writer == writer
        )
        found[writer] = measure(TestQuestions(questions=asked), Matcher(read_index_file(encode_index(index))))
        progress((number + 1) / len(writers))
    return found
