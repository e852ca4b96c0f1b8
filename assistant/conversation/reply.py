"""What the assistant says to one message, as data. How it looks is decided elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from assistant.knowledge_base import Contact, Entry, KnowledgeBase, Nation, OutOfScopeGroup, ScopeKind, Term
from assistant.matching import CHOICES, Candidate, Match, Outcome


class Action(Enum):
    """What a person did to get a reply."""

    ASKED = auto()
    PICKED = auto()
    REJECTED_ANSWER = auto()
    REJECTED_CHOICES = auto()


@dataclass(frozen=True, slots=True)
class Reply:
    """The reply to one message.

    Attributes:
        question: the message as typed.
        outcome: answer, choose or decline.
        action: what the person did to get it.
        urgent: whether emergency help comes first.
        personal_data: kinds of personal data that the message seems to hold.
        entry: the entry that is answered, when one is.
        candidates: entries that may be meant, best first, whatever the outcome.
        message: what is said when there is no answer; empty for an answer.
        signpost: where the person is pointed, when there is no answer.
        contacts: services to turn to, when there is no answer.
        scope_kind: the kind of out-of-scope question, when declined for that.
        follow_up: whether the message was read in the light of the turn before.
        again: whether that led to the entry that had been answered.
        nation: the nation that the person asked about or works in.
        term: the glossary term whose meaning was asked, when it was.
        also: entries that a part of the message asks for besides, where it asks more than one thing.
        today: the day of the reply, against which the entry's review date is held; None when not said.
        match: how the message was matched; None when it was not a question.
    """

    question: str
    outcome: Outcome
    action: Action = Action.ASKED
    urgent: bool = False
    personal_data: tuple[str, ...] = ()
    entry: Entry | None = None
    candidates: tuple[Candidate, ...] = ()
    message: str = ""
    signpost: str = ""
    contacts: tuple[Contact, ...] = ()
    scope_kind: ScopeKind | None = None
    follow_up: bool = False
    again: bool = False
    nation: Nation | None = None
    term: Term | None = None
    also: tuple[Entry, ...] = ()
    today: date | None = None
    match: Match | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """Ids of the entries that numbers pick, in the order shown.

        After an answer those asked for besides and those related to it, otherwise the first of the candidates.
        """
        if self.entry is None:
            return tuple(one.entry.id for one in self.candidates[:CHOICES])
        return tuple(dict.fromkeys((*(entry.id for entry in self.also), *self.entry.related)))


def entry_reply(entry: Entry, question: str, nation: Nation | None) -> Reply:
    """Answer with an entry, whatever was typed.

    Args:
        entry: the entry.
        question: what was typed to get it.
        nation: the nation that the person asked about or works in.

    Returns:
        The reply.
    """
    candidates = (Candidate(entry, 1.0, entry.question),)
    return Reply(question, Outcome.ANSWER, entry=entry, candidates=candidates, nation=nation)


def declined(
    question: str, candidates: tuple[Candidate, ...], knowledge: KnowledgeBase, group: OutOfScopeGroup | None = None
) -> Reply:
    """Answer that there is no answer.

    Args:
        question: what was typed.
        candidates: the nearest entries, best first.
        knowledge: says how to decline and where to turn.
        group: the questions out of scope that it resembles, when it does.

    Returns:
        The reply, with someone to turn to; chatter is met with its signpost, and leads to no entry.
    """
    guide = knowledge.guide
    signpost = knowledge.signpost.get((group and group.signpost) or guide.default_signpost or "")
    kind = group.kind if group else None
    harmful = kind is ScopeKind.HARMFUL and guide.refuse
    reply = Reply(
        question,
        Outcome.DECLINE,
        candidates=candidates,
        message=guide.refuse if harmful else guide.decline,
        signpost=signpost.text if signpost else "",
        contacts=tuple(knowledge.contact[contact] for contact in signpost.contacts) if signpost else (),
        scope_kind=kind,
    )
    if kind is ScopeKind.CHATTER and signpost:
        return replace(reply, candidates=(), message=signpost.text, signpost="")
    return reply


def rejected(last: Reply | None, knowledge: KnowledgeBase, question: str = "") -> Reply:
    """Answer that what came before did not help.

    Args:
        last: the reply that did not help; None when there was none.
        knowledge: says where to turn.
        question: what was typed to say so; the question of that reply when empty.

    Returns:
        The nearest other questions, with someone to turn to.
    """
    if last is None:
        return declined(question, (), knowledge)
    others = tuple(one for one in last.candidates if last.entry is None or one.entry.id != last.entry.id)
    return replace(declined(question or last.question, others, knowledge), message=knowledge.guide.rejected)
