"""What practitioners type: other ways to ask a question, and what they ask after its answer."""

from __future__ import annotations

from msgspec import Struct


class Phrasing(Struct, frozen=True):
    """One way to ask an entry's question.

    Attributes:
        text: the words as a practitioner would type them.
        entry: id of the entry that answers it.
        writer: who wrote it; phrasings of one writer are held out together in cross-validation.
    """

    text: str
    entry: str
    writer: str


class FollowUp(Struct, frozen=True):
    """What a practitioner typed after an answer.

    Attributes:
        after: id of the entry that had been answered.
        text: the words; they may make sense only after that answer.
        entries: ids of the entries that answer it, best first.
        writer: who wrote it.
    """

    after: str
    text: str
    entries: tuple[str, ...]
    writer: str
