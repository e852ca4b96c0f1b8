"""Files of test questions: what is asked, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from assistant.errors import QuestionFileInvalid
from assistant.knowledge_base.kinds import ScopeKind
from assistant.knowledge_base.record import Id, Record, Text
from assistant.knowledge_base.yaml_file import FileFaults, parse_yaml


class TestQuestion(Record, frozen=True):
    """A question in scope.

    Attributes:
        ask: what is typed.
        entries: ids of the entries that are right answers, the best first.
        writer: who wrote it.
    """

    __test__ = False

    ask: Text
    entries: tuple[Id, ...]
    writer: str = ""


class OutOfScopeQuestion(Record, frozen=True):
    """A question that must be declined."""

    ask: Text
    kind: ScopeKind


class UrgencyQuestion(Record, frozen=True):
    """A message that must, or must not, bring up emergency help."""

    ask: Text
    urgent: bool


class TestTurn(Record, frozen=True):
    """One turn of a conversation; without entries it must be declined."""

    __test__ = False

    ask: Text
    entries: tuple[Id, ...] = ()


class TestConversation(Record, frozen=True):
    """Turns in order; the first one is not counted as a follow-up."""

    __test__ = False

    turns: tuple[TestTurn, ...]


class TestQuestions(Record, frozen=True):
    """The content of one or several files."""

    __test__ = False

    questions: tuple[TestQuestion, ...] = ()
    out_of_scope: tuple[OutOfScopeQuestion, ...] = ()
    urgency: tuple[UrgencyQuestion, ...] = ()
    conversations: tuple[TestConversation, ...] = ()


def read_questions(path: Path, known: Iterable[str]) -> TestQuestions:
    """Read a file, or every YAML file of a folder.

    Args:
        path: a file or folder.
        known: ids of the entries, against which the expected ones are checked.

    Returns:
        The questions of all files together.

    Raises:
        QuestionFileInvalid: a file is missing, malformed or names an unknown entry.
    """
    files = sorted(path.glob("*.y*ml")) if path.is_dir() else [path]
    if not files:
        raise QuestionFileInvalid(
            path, 0, "There are no question files here.", "Name a YAML file, or a folder of them."
        )
    parts = [_read_one(file, frozenset(known)) for file in files]
    return TestQuestions(
        questions=tuple(one for part in parts for one in part.questions),
        out_of_scope=tuple(one for part in parts for one in part.out_of_scope),
        urgency=tuple(one for part in parts for one in part.urgency),
        conversations=tuple(one for part in parts for one in part.conversations),
    )


def _read_one(path: Path, known: frozenset[str]) -> TestQuestions:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise QuestionFileInvalid(path, 0, f"It cannot be read: {error.strerror}.", "Check the path.") from error
    try:
        file = parse_yaml(content, str(path))
        found = file.convert(TestQuestions)
    except FileFaults as faults:
        first = faults.problems[0]
        fault = f"{first.where}: {first.fault}" if first.where else first.fault
        raise QuestionFileInvalid(path, first.line, fault, first.cure) from faults
    expected = [(("questions", place), one.entries) for place, one in enumerate(found.questions)]
    for place, conversation in enumerate(found.conversations):
        expected.extend((("conversations", place), turn.entries) for turn in conversation.turns)
    for steps, ids in expected:
        for entry_id in ids:
            if entry_id not in known:
                cure = "Correct the id, or name the knowledge with --knowledge."
                raise QuestionFileInvalid(path, file.line(*steps), f"There is no entry '{entry_id}'.", cure)
    return found
