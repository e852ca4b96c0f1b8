"""Every failure, all under one base; the two that are caught inside the program stand where they are raised.

AssistantError
├── KnowledgeError
│   ├── KnowledgeFolderMissing
│   └── KnowledgeInvalid
├── OptionsClash
├── UnknownEntry
├── UnknownTopic
├── QuestionMissing
├── QuestionFileInvalid
├── TerminalNeeded
├── FileNotSaved
│   └── FileExists
└── ChatFailed
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class AssistantError(Exception):
    """Base of every error that the assistant reports; the message says what, where and the cure."""


class KnowledgeError(AssistantError):
    """The knowledge base cannot be used."""


class KnowledgeFolderMissing(KnowledgeError):
    """There is no knowledge base at the folder that was named."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"No knowledge base at {folder}: the folder needs an 'entries' folder with YAML files. "
            "Give another folder with --knowledge DIR."
        )


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in a knowledge base.

    Attributes:
        file: path relative to the knowledge folder.
        line: line in the file, counted from 1; 0 when the fault has no line.
        where: the entry and field, as an editor would name them.
        fault: what is wrong.
        cure: how to mend it.
    """

    file: str
    line: int
    where: str
    fault: str
    cure: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        where = f" {self.where}:" if self.where else ""
        return f"{place}:{where} {self.fault} {self.cure}"


class KnowledgeInvalid(KnowledgeError):
    """The knowledge base was read and has faults, all of them reported together."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        count = "1 fault" if len(problems) == 1 else f"{len(problems)} faults"
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        super().__init__(f"The knowledge base has {count}:\n{lines}")


class OptionsClash(AssistantError):
    """An option was given with others that it would leave out."""

    def __init__(self, option: str, *others: str) -> None:
        super().__init__(f"{option} does not go with {' or '.join(others)}. Give one or the other.")


class UnknownEntry(AssistantError):
    """No entry has the id that was asked for."""

    def __init__(self, entry_id: str, nearest: Sequence[str]) -> None:
        hint = f" Nearest: {', '.join(nearest)}." if nearest else ""
        super().__init__(f"No entry has the id '{entry_id}'.{hint} 'assistant list' shows every id.")


class UnknownTopic(AssistantError):
    """No topic has the id that was asked for."""

    def __init__(self, topic_id: str, known: Sequence[str]) -> None:
        super().__init__(f"No topic has the id '{topic_id}'. Topics: {', '.join(known)}.")


class QuestionMissing(AssistantError):
    """A command that answers a question was given none."""

    def __init__(self) -> None:
        super().__init__(
            "There is no question to answer. Put it in quotes, "
            'for example: assistant ask "can I share without consent?"'
        )


class QuestionFileInvalid(AssistantError):
    """A file of test questions cannot be used."""

    def __init__(self, file: Path | str, line: int, fault: str, cure: str) -> None:
        super().__init__(f"{file}:{line}: {fault} {cure}" if line else f"{file}: {fault} {cure}")


class TerminalNeeded(AssistantError):
    """The full-screen chat was asked for where there is no terminal."""

    def __init__(self) -> None:
        super().__init__("The chat needs a terminal. Use 'assistant chat --plain' or 'assistant ask'.")


class FileNotSaved(AssistantError):
    """The conversation could not be written to the file that was named."""


class FileExists(FileNotSaved):
    """There is a file of that name, and nobody said to replace it."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} exists already.")


class ChatFailed(AssistantError):
    """The chat stopped because of a fault in the program, not of the person."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"The chat stopped because of a fault in the program ({place}). Nothing that you typed was kept. "
            "Start it again, or use 'assistant chat --plain'. If a child may be in danger now, ring 999."
        )
