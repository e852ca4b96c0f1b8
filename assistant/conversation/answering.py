"""How a message is answered in the light of the turn before: by a pick, as a follow-up, or by matching it anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.conversation.contact_details import contacts_asked_for, names_only
from assistant.conversation.courtesy import without_courtesy
from assistant.conversation.definition import term_asked_for
from assistant.conversation.follow_up import (
    asks_nothing_new,
    brings_up_somebody,
    says_it_did_not_help,
)
from assistant.conversation.nations import asks_only_of_nation, nation_in
from assistant.conversation.nearest import with_nearest
from assistant.conversation.other_language import is_other_language
from assistant.conversation.personal_data import personal_data_in, without_personal_data
from assistant.conversation.picking import number_in, picked
from assistant.conversation.reply import Action, Reply, declined, entry_reply, rejected
from assistant.conversation.several_needs import parts_of
from assistant.conversation.telling import only_tells, tells_a_story
from assistant.conversation.urgency import is_urgent
from assistant.knowledge_base import Nation, ScopeKind
from assistant.matching import Candidate, Match, Matcher, Outcome
from assistant.messages import HOW_TO_REACH, NOT_IN_LIST

CLEAR = 0.9
"""Score, 0 to 1, from which a part of a message asks for an entry of its own."""

LIKELY = 0.25
"""Score, 0 to 1, from which the first of some choices stays the first even in an emergency."""

FAR_AWAY = 0.97
"""Probability, 0 to 1, of being out of scope from which a message about something else is never a follow-up."""

LONG_ENOUGH = 8
"""Words from which a message that is clear by itself is a new question."""

ELSEWHERE = (ScopeKind.FAR, ScopeKind.LOOK_ALIKE, ScopeKind.CHATTER)
"""Kinds of question that have nothing to do with work with children."""

MIN_CHOICES, MIN_SHARE = 3, 0.02
"""Choices that are always offered, and the share of the likeliest one's score from which others are offered too."""


@dataclass(frozen=True, slots=True)
class Answering:
    """What one message is answered from.

    Attributes:
        matcher: matches questions to entries.
        last: the reply before; None at the start.
        nation: where the person works; None when not said.
    """

    matcher: Matcher
    last: Reply | None
    nation: Nation | None

    def answer(self, message: str) -> Reply:
        """Answer a message.

        Args:
            message: what was typed, any length.

        Returns:
            The reply, with emergency help and the personal-data hint where they apply.
        """
        told = without_personal_data(message)
        asked = without_courtesy(told)
        if self.last and says_it_did_not_help(asked):
            return rejected(with_nearest(self.last, self.matcher), self.matcher.knowledge, message)
        reply = self._picked(asked) or self._nation_reply(asked) or self._reached(asked) or self._matched(asked)
        reply = self._with_worry_entry(self._explained(reply))
        urgent = is_urgent(told, self.matcher)
        return replace(
            self._in_danger(reply) if urgent else reply,
            question=message,
            urgent=urgent,
            personal_data=personal_data_in(message),
            nation=reply.nation or nation_in(message) or self.nation,
        )

    def _explained(self, reply: Reply) -> Reply:
        """Add the meaning of the word that was asked for: a word of the glossary is never out of scope."""
        term = term_asked_for(reply.question, self.matcher)
        if term is None or reply.scope_kind in (ScopeKind.HARMFUL, ScopeKind.CHATTER):
            return reply
        if reply.outcome is Outcome.DECLINE:
            reply = self._choices(reply.question, reply.candidates, reply.match)
        return replace(reply, term=term)

    def _with_worry_entry(self, reply: Reply) -> Reply:
        """Offer the entry on passing a worry on wherever somebody tells of one at its beginning, and asks nothing."""
        entry_id = self.matcher.knowledge.guide.worry_entry
        chosen_from = reply.outcome is Outcome.CHOOSE and not reply.follow_up and reply.term is None
        if not (entry_id and chosen_from and reply.candidates and tells_a_story(reply.question)):
            return reply
        likeliest, *others = reply.candidates
        worry = Candidate(self.matcher.knowledge.entry[entry_id], likeliest.score, "")
        first = (likeliest, worry) if likeliest.score >= LIKELY else (worry, likeliest)
        return replace(reply, candidates=_first_of_each((*first, *others)))

    def _in_danger(self, reply: Reply) -> Reply:
        """Offer choices in place of a refusal, the entry on emergencies before those of which none is likely.

        Where the question is known to be about something else, its signpost says more than choices would.
        """
        emergency = self.matcher.knowledge.guide.emergency_entry
        unlikely = bool(reply.candidates) and reply.candidates[0].score < LIKELY
        if reply.entry or reply.follow_up or not emergency or not unlikely:
            return reply
        first = Candidate(self.matcher.knowledge.entry[emergency], reply.candidates[0].score, "")
        led = replace(reply, candidates=_first_of_each((first, *reply.candidates)))
        if reply.outcome is not Outcome.DECLINE or reply.scope_kind in ELSEWHERE:
            return led
        return self._choices(led.question, led.candidates, reply.match)

    def _choices(self, message: str, candidates: tuple[Candidate, ...], match: Match | None) -> Reply:
        guide = self.matcher.knowledge.guide
        offered = _worth_offering(candidates)
        return Reply(message, Outcome.CHOOSE, candidates=offered, message=guide.choose, match=match)

    def _picked(self, message: str) -> Reply | None:
        """Read a bare number as a pick from the list shown before."""
        last, number = self.last, number_in(message)
        if last is None or number is None:
            return None
        entry_id = picked(message, last.options)
        if entry_id:
            reply = entry_reply(self.matcher.knowledge.entry[entry_id], message, self.nation)
            return replace(reply, action=Action.PICKED)
        reply = declined(message, last.candidates, self.matcher.knowledge)
        return replace(reply, message=NOT_IN_LIST.format(number=number))

    def _nation_reply(self, message: str) -> Reply | None:
        """Read "and in Wales?" as the entry before, for that nation."""
        entry, nation = self.last.entry if self.last else None, nation_in(message)
        if entry is None or nation is None or not asks_only_of_nation(message):
            return None
        if (
            nation not in entry.nations
            and Nation.UK not in entry.nations
            and not (nation is Nation.WALES and entry.wales)
        ):
            return None
        return replace(entry_reply(entry, message, nation), follow_up=True)

    def _reached(self, message: str) -> Reply | None:
        """Say how to reach the services that a message asks for, or bears the bare name of where nothing else fits."""
        asked, named = (find(message, self.matcher.knowledge) for find in (contacts_asked_for, names_only))
        if not (asked or named):
            return None
        alone = self.matcher.match(message)
        if not asked and alone.outcome is Outcome.ANSWER:
            return None
        near = self.matcher.match(asked[0].purpose) if asked else alone
        reply = self._choices(message, near.candidates, alone)
        return replace(reply, message=HOW_TO_REACH, contacts=asked or named)

    def _matched(self, message: str) -> Reply:
        last = self.last
        if last and last.entry and asks_nothing_new(message):
            together = self.matcher.match_in_context(message, without_personal_data(last.question), last.entry)
            entry = together.candidates[0].entry if together.outcome is Outcome.ANSWER else last.entry
            return self._going_on(entry_reply(entry, message, self.nation))
        alone = self.matcher.match(message)
        if alone.outcome is not Outcome.ANSWER and is_other_language(message, alone.known_letter_share):
            reply = declined(message, alone.candidates, self.matcher.knowledge)
            return replace(reply, message=self.matcher.knowledge.guide.other_language, match=alone)
        chatter = alone.group is not None and alone.group.kind is ScopeKind.CHATTER
        if last is None or not last.candidates or chatter or not alone.words or brings_up_somebody(message):
            return self._reply_to(message, alone)
        if alone.outcome is Outcome.DECLINE and (_is_elsewhere(alone) or not self.matcher.may_go_on(message, alone)):
            return self._reply_to(message, alone)
        before = last.entry or last.candidates[0].entry
        together = self.matcher.match_in_context(message, without_personal_data(last.question), before)
        if _stands_alone(alone, together):
            return self._reply_to(message, alone)
        if together.outcome is Outcome.DECLINE:
            together = replace(together, outcome=Outcome.CHOOSE)
        return self._going_on(self._reply_to(message, together))

    def _going_on(self, reply: Reply) -> Reply:
        """Mark a reply as read in the light of the turn before."""
        again = reply.entry is not None and self.last is not None and reply.entry is self.last.entry
        return replace(reply, follow_up=True, again=again)

    def _reply_to(self, message: str, match: Match) -> Reply:
        parts = self._clear_parts(message)
        if match.outcome is Outcome.ANSWER:
            entry = match.candidates[0].entry
            also = tuple(dict.fromkeys(part.entry for part in parts if part.entry is not entry))
            return Reply(message, match.outcome, entry=entry, candidates=match.candidates, also=also, match=match)
        harmful = match.group is not None and match.group.kind is ScopeKind.HARMFUL
        is_told = only_tells(message) or (not harmful and tells_a_story(message))
        a_worry = (harmful or match.group is None) and match.words and is_told
        if match.outcome is Outcome.CHOOSE or a_worry or (parts and not harmful):
            return self._choices(message, _first_of_each((*parts, *match.candidates)), match)
        nearest = _worth_offering(match.candidates) if match.words else ()
        return replace(declined(message, nearest, self.matcher.knowledge, match.group), match=match)

    def _clear_parts(self, message: str) -> tuple[Candidate, ...]:
        """Find what the parts of a message ask for, where it asks more than one thing."""
        found = [self.matcher.match(part) for part in parts_of(message)]
        return tuple(one.candidates[0] for one in found if one.outcome is Outcome.ANSWER and one.score >= CLEAR)


def _stands_alone(alone: Match, together: Match) -> bool:
    """Tell whether a message is a new question after all, which the turn before adds nothing to."""
    if alone.outcome is not Outcome.ANSWER:
        return alone.outcome is Outcome.CHOOSE and together.outcome is Outcome.DECLINE
    if alone.candidates[0].entry is together.candidates[0].entry:
        return True
    return len(alone.words) >= LONG_ENOUGH and alone.score >= together.score


def _is_elsewhere(alone: Match) -> bool:
    """Tell whether a message is so far away that no turn before can bring it near."""
    return alone.group is not None and alone.group.kind is ScopeKind.FAR and alone.out_of_scope >= FAR_AWAY


def _worth_offering(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Leave out candidates that have next to no chance beside the likeliest, but for the first few."""
    likeliest = max((candidate.score for candidate in candidates), default=0.0)
    rest = (one for one in candidates[MIN_CHOICES:] if one.score >= MIN_SHARE * likeliest)
    return (*candidates[:MIN_CHOICES], *rest)


def _first_of_each(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Leave out candidates whose entry came before."""
    found: dict[str, Candidate] = {}
    for candidate in candidates:
        found.setdefault(candidate.entry.id, candidate)
    return tuple(found.values())
