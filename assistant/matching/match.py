"""What comes out of matching, as data. Needs no arrays, so that it can be passed around before any are loaded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from assistant.knowledge_base import Entry, OutOfScopeGroup

CHOICES = 5
"""Entries offered when the question could mean several."""


class Outcome(Enum):
    """What is done with a question."""

    ANSWER = "answer"
    CHOOSE = "choose"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may answer the question.

    Attributes:
        entry: the entry.
        score: estimated probability that it is the right one, 0 to 1.
        phrasing: the training text nearest to the question; empty when there is none.
        similarity: cosine similarity to it, 0 to 1.
    """

    entry: Entry
    score: float
    phrasing: str
    similarity: float = 0.0


@dataclass(frozen=True, slots=True)
class Match:
    """A question matched against the knowledge base.

    Attributes:
        outcome: answer, choose or decline.
        candidates: entries, best first.
        score: estimated probability that the first candidate is right, 0 to 1.
        answer_threshold: the score from which the first candidate is answered.
        in_scope_score: estimated probability that the right entry is among the first five, 0 to 1.
        choose_threshold: the in-scope score from which choices are offered.
        group: the kind of out-of-scope question that it resembles most, where declined for that.
        words: words and numbers of the question as understood, spelling repaired.
        known_letter_share: share of its letters that are in words of the phrasings, 0 to 1.
        out_of_scope: probability that it is a question to decline, 0 to 1.
        calibrated: whether scores were measured on held-out questions; else they are rough.
    """

    outcome: Outcome
    candidates: tuple[Candidate, ...]
    score: float
    answer_threshold: float
    in_scope_score: float
    choose_threshold: float
    group: OutOfScopeGroup | None
    words: tuple[str, ...]
    known_letter_share: float
    out_of_scope: float
    calibrated: bool

    @property
    def margin(self) -> float:
        """Distance of the first candidate's score to the second's."""
        scores = [candidate.score for candidate in self.candidates[:2]]
        return scores[0] - scores[1] if len(scores) == 2 else sum(scores)


@dataclass(frozen=True, slots=True)
class Found:
    """One result of a search.

    Attributes:
        kind: "entry" or "term".
        id: its id.
        text: the entry's question, or the term.
        asked_as: the way to ask it that has the words, where its question has not.
    """

    kind: str
    id: str
    text: str
    asked_as: str = ""
