"""One conversation: a message in, a reply out. All of its state is here, and none of it is written anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.conversation.follow_up import (
    asks_nothing_new,
    asks_only_of_nation,
    nation_in,
)
from assistant.conversation.other_language import is_other_language
from assistant.conversation.personal_data import personal_data_in
from assistant.conversation.reply import Reply
from assistant.conversation.several_needs import parts_of
from assistant.conversation.urgency import is_urgent
from assistant.errors import UnknownEntry
from assistant.knowledge_base import Entry, KnowledgeBase, Nation, ScopeKind
from assistant.matching import CHOICES, Candidate, Found, Match, Matcher, Outcome, nearest_ids

CLEAR = 0.9
"""Score, 0 to 1, from which a part of a message asks for an entry of its own."""

LONG_ENOUGH = 8
"""Words from which a message that is clear by itself is a new question."""


class Conversation:
    """Answers messages one after another, each in the light of those before.

    Args:
        matcher: matches questions to entries.
        nation: where the person works; None when not said.
    """

    def __init__(self, matcher: Matcher, nation: Nation | None = None) -> None:
        self._matcher = matcher
        self._nation = nation
        self._last: Reply | None = None

    @property
    def knowledge(self) -> KnowledgeBase:
        """The knowledge base that answers."""
        return self._matcher.knowledge

    def prepare(self) -> None:
        """Load what matching needs, so that the first question does not wait for it; safe in a thread."""
        self._matcher.prepare()

    @property
    def nation(self) -> Nation | None:
        """Where the person works; None when not said."""
        return self._nation

    @nation.setter
    def nation(self, nation: Nation | None) -> None:
        self._nation = nation

    @property
    def last(self) -> Reply | None:
        """The reply before; None at the start."""
        return self._last

    def ask(self, message: str) -> Reply:
        """Answer a message.

        Args:
            message: what was typed, any length.

        Returns:
            The reply, with emergency help and the personal-data hint where they apply.
        """
        reply = self._picked(message) or self._nation_reply(message) or self._matched(message)
        reply = replace(
            reply,
            urgent=is_urgent(message, self._matcher),
            personal_data=personal_data_in(message),
            nation=reply.nation or nation_in(message) or self._nation,
        )
        self._last = reply
        return reply

    def show(self, entry_id: str, question: str = "") -> Reply:
        """Answer with the entry that the person picked.

        Args:
            entry_id: id of an entry.
            question: what was typed to pick it; the entry's own question when empty.

        Returns:
            The reply, which later messages may follow up.

        Raises:
            UnknownEntry: there is no such entry.
        """
        self._last = self.look_up(entry_id, question)
        return self._last

    def look_up(self, entry_id: str, question: str = "") -> Reply:
        """Give an entry to read beside the conversation, which stays where it was.

        Args:
            entry_id: id of an entry.
            question: what was typed to find it; the entry's own question when empty.

        Returns:
            The same reply as `show` gives.

        Raises:
            UnknownEntry: there is no such entry.
        """
        entry = self.knowledge.entry.get(entry_id)
        if entry is None:
            raise UnknownEntry(entry_id, nearest_ids(entry_id, self.knowledge))
        candidates = (Candidate(entry, 1.0, entry.question),)
        return Reply(
            question or entry.question, Outcome.ANSWER, entry=entry, candidates=candidates, nation=self._nation
        )

    def reject(self, rejected_reply: Reply | None = None) -> Reply:
        """Answer "none of these" or "this did not help".

        Args:
            rejected_reply: the reply that did not help; the last one when None.

        Returns:
            A refusal with the nearest other questions and someone to turn to.
        """
        last = rejected_reply or self._last
        rejected = {last.entry.id} if last and last.entry else set()
        candidates = tuple(one for one in (last.candidates if last else ()) if one.entry.id not in rejected)
        reply = self._declined(last.question if last else "", candidates, None, None)
        self._last = reply
        return reply

    def words_that_counted(self, reply: Reply) -> tuple[tuple[str, float], ...]:
        """Give the words of a question that spoke most for its first candidate.

        Args:
            reply: a reply that came from matching.

        Returns:
            Words with the share of the candidate's likelihood that is lost without them, 0 to 1, most first.
        """
        if reply.match is None or not reply.candidates:
            return ()
        return self._matcher.words_that_counted(reply.question, reply.candidates[0].entry)

    def set_nation(self, name: str) -> str:
        """Set where the person works.

        Args:
            name: a nation's name; empty for none.

        Returns:
            What was done, to be shown.
        """
        wanted = name.strip().lower().replace(" ", "-")
        known = {nation.value: nation for nation in Nation if nation is not Nation.UK}
        if wanted in ("", "none", "off"):
            self._nation = None
            return "No nation is set. Each answer says where it holds."
        if wanted not in known:
            return f"'{name}' is not one of: {', '.join(known)}."
        self._nation = known[wanted]
        return f"Nation set to {self._nation.title}. Notes for it come first; each answer says where it holds."

    def search(self, words: str, most: int = 20) -> tuple[Found, ...]:
        """Find questions and glossary terms while the person types.

        Args:
            words: what was typed so far.
            most: number of results at the most.

        Returns:
            Results, most alike first.
        """
        return self._matcher.search(words, most)

    def _picked(self, message: str) -> Reply | None:
        """Read a bare number as a pick from the list shown before."""
        last, text = self._last, message.strip().rstrip(".)")
        if last is None or not text.isdecimal() or len(text) > 1:
            return None
        choices = tuple(candidate.entry.id for candidate in last.candidates[:CHOICES])
        ids = last.next_entries if last.entry else choices
        place = int(text) - 1
        if 0 <= place < len(ids):
            return self.show(ids[place], message)
        declined = self._declined(message, last.candidates, None, None)
        return replace(declined, message=f"There is no {text} in the last list.")

    def _nation_reply(self, message: str) -> Reply | None:
        """Read "and in Wales?" as the entry before, for that nation."""
        entry, nation = self._last.entry if self._last else None, nation_in(message)
        if entry is None or nation is None or not asks_only_of_nation(message):
            return None
        if (
            nation not in entry.nations
            and Nation.UK not in entry.nations
            and not (nation is Nation.WALES and entry.wales)
        ):
            return None
        return self._more_of(message, entry, nation)

    def _matched(self, message: str) -> Reply:
        last = self._last
        if last and last.entry and asks_nothing_new(message):
            return self._more_of(message, self._matcher.more_about(message, last.entry), self._nation)
        alone = self._matcher.match(message)
        if alone.outcome is not Outcome.ANSWER and is_other_language(message, alone.ranking.signals.known):
            declined = self._declined(message, alone.candidates, None, None)
            return replace(declined, message=self.knowledge.guide.other_language, match=alone)
        if last is None or not last.candidates:
            return self._reply_to(message, alone)
        if alone.outcome is Outcome.DECLINE and not self._matcher.may_go_on(message):
            return self._reply_to(message, alone)
        together = self._matcher.match_in_context(message, last.question, last.entry or last.candidates[0].entry)
        if _stands_alone(alone, together):
            return self._reply_to(message, alone)
        if together.outcome is Outcome.DECLINE:
            together = replace(together, outcome=Outcome.CHOOSE)
        return replace(self._reply_to(message, together), follow_up=True)

    def _more_of(self, message: str, entry: Entry, nation: Nation | None) -> Reply:
        """Answer a message that asks more about the answer before."""
        candidates = (Candidate(entry, 1.0, entry.question),)
        return Reply(message, Outcome.ANSWER, entry=entry, candidates=candidates, follow_up=True, nation=nation)

    def _reply_to(self, message: str, match: Match) -> Reply:
        parts = self._clear_parts(message)
        if match.outcome is Outcome.ANSWER:
            entry = match.candidates[0].entry
            also = tuple(dict.fromkeys(part.entry for part in parts if part.entry is not entry))
            return Reply(message, match.outcome, entry=entry, candidates=match.candidates, also=also, match=match)
        harmful = match.group is not None and match.group.kind is ScopeKind.HARMFUL
        if match.outcome is Outcome.CHOOSE or (parts and not harmful):
            candidates = _first_of_each((*parts, *match.candidates))
            return Reply(
                message, Outcome.CHOOSE, candidates=candidates, message=self.knowledge.guide.choose, match=match
            )
        kind, signpost_id = (match.group.kind, match.group.signpost) if match.group else (None, None)
        return replace(self._declined(message, match.candidates, kind, signpost_id), match=match)

    def _clear_parts(self, message: str) -> tuple[Candidate, ...]:
        """Find what the parts of a message ask for, where it asks more than one thing."""
        found = [self._matcher.match(part) for part in parts_of(message)]
        return tuple(one.candidates[0] for one in found if one.outcome is Outcome.ANSWER and one.score >= CLEAR)

    def _declined(
        self,
        message: str,
        candidates: tuple[Candidate, ...],
        kind: ScopeKind | None,
        signpost_id: str | None,
    ) -> Reply:
        guide = self.knowledge.guide
        signpost = self.knowledge.signpost.get(signpost_id or guide.default_signpost or "")
        harmful = kind is ScopeKind.HARMFUL and guide.refuse
        return Reply(
            message,
            Outcome.DECLINE,
            candidates=candidates,
            message=guide.refuse if harmful else guide.decline,
            signpost=signpost.text if signpost else "",
            contacts=tuple(self.knowledge.contact[contact] for contact in signpost.contacts) if signpost else (),
            scope_kind=kind,
        )


def _stands_alone(alone: Match, together: Match) -> bool:
    """Tell whether a message is a new question after all, which the turn before adds nothing to."""
    if alone.outcome is not Outcome.ANSWER:
        return alone.outcome is Outcome.CHOOSE and together.outcome is Outcome.DECLINE
    if alone.candidates[0].entry is together.candidates[0].entry:
        return True
    return alone.ranking.signals.words >= LONG_ENOUGH and alone.score >= together.score


def _first_of_each(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Leave out candidates whose entry came before."""
    return tuple({candidate.entry.id: candidate for candidate in reversed([*candidates])}.values())[::-1]
