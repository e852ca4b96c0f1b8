"""Cross-validation over the phrasings: each writer's are asked of a matcher trained on what the others wrote.

Phrasings and follow-ups of the writer are held out. The word vectors, the out-of-scope questions and the examples of
urgent messages are not: the vectors were fitted on all phrasings (`vectors/README.md`), and the others name no writer.
The figures are therefore a little too good; those of `tests/questions` are not.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from assistant.evaluation.measuring import Measures, measure
from assistant.evaluation.questions import TestQuestion, TestQuestions
from assistant.knowledge_base import KnowledgeBase
from assistant.matching import Matcher


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
        matcher = Matcher.trained_on(without_writer(knowledge, writer))
        asked = tuple(
            TestQuestion(ask=phrasing.text, entries=(phrasing.entry,), writer=writer)
            for phrasing in knowledge.phrasings
            if phrasing.writer == writer
        )
        found[writer] = measure(TestQuestions(questions=asked), matcher)
        progress((number + 1) / len(writers))
    return found


def without_writer(knowledge: KnowledgeBase, writer: str) -> KnowledgeBase:
    """Take out what one writer wrote.

    Args:
        knowledge: a knowledge base.
        writer: their name.

    Returns:
        The knowledge base without their phrasings and follow-ups.
    """
    return msgspec.structs.replace(
        knowledge,
        phrasings=tuple(phrasing for phrasing in knowledge.phrasings if phrasing.writer != writer),
        follow_ups=tuple(follow_up for follow_up in knowledge.follow_ups if follow_up.writer != writer),
    )
