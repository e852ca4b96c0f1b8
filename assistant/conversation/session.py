"""One conversation: a message in, a reply out. All of its state is here, and none of it is written anywhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from assistant.conversation.nearest import with_nearest
from assistant.conversation.reply import Action, Reply, entry_reply, rejected
from assistant.errors import UnknownEntry
from assistant.knowledge_base import KnowledgeBase, Nation, ScopeKind
from assistant.matching import Found, Matcher, nearest_ids

PLACES = {nation.value: nation for nation in Nation if nation is not Nation.UK}
"""Nations that a person can work in, by name."""

NO_NATION = ("", "none", "off")


@dataclass(frozen=True, slots=True)
class NationChange:
    """What came of naming the place where the person works.

    Attributes:
        name: as it was typed.
        is_known: whether it is a nation, or says that there is none.
        nation: what is set now.
    """

    name: str
    is_known: bool
    nation: Nation | None


class Conversation:
    """Answers messages one after another, each in the light of those before.

    Args:
        matcher: matches questions to entries.
        nation: where the person works; None when not said.
        today: the day, by which a reply knows whether a review is overdue; None when not said.
    """

    def __init__(self, matcher: Matcher, nation: Nation | None = None, today: date | None = None) -> None:
        self._matcher = matcher
        self.nation = nation
        """Where the person works; None when not said."""
        self._today = today
        self._last: Reply | None = None

    @property
    def knowledge(self) -> KnowledgeBase:
        """The knowledge base that answers."""
        return self._matcher.knowledge

    @property
    def is_ready(self) -> bool:
        """Whether messages can be answered without preparing first."""
        return self._matcher.is_compiled

    @property
    def share_prepared(self) -> float:
        """How far `prepare` is where that takes long, 0 to 1."""
        return self._matcher.share_compiled

    def prepare(self) -> None:
        """Load what answering needs, so that the first question does not wait for it; safe in a thread.

        Takes about a minute where the conversation is not ready.
        """
        import assistant.conversation.answering  # noqa: F401

        self._matcher.prepare()

    @property
    def last(self) -> Reply | None:
        """The reply before; None at the start."""
        return self._last

    def ask(self, message: str) -> Reply:
        """Answer a message.

        Args:
            message: what was typed, any length.

        Returns:
            The reply, with emergency help and the personal-data hint where they apply. After chatter, such as thanks,
            later messages still follow up what was said before it.
        """
        from assistant.conversation.answering import Answering  # patterns that a chat can open without

        reply = replace(Answering(self._matcher, self._last, self.nation).answer(message), today=self._today)
        if reply.scope_kind is not ScopeKind.CHATTER or self._last is None:
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
        self._last = replace(self.look_up(entry_id, question), action=Action.PICKED)
        return self._last

    def look_up(self, entry_id: str, question: str = "") -> Reply:
        """Give an entry to read beside the conversation, which stays where it was.

        Args:
            entry_id: id of an entry.
            question: what was typed to find it; the entry's own question when empty.

        Returns:
            The same answer as `show` gives.

        Raises:
            UnknownEntry: there is no such entry.
        """
        entry = self.knowledge.entry.get(entry_id)
        if entry is None:
            raise UnknownEntry(entry_id, nearest_ids(entry_id, self.knowledge))
        return replace(entry_reply(entry, question or entry.question, self.nation), today=self._today)

    def reject(self, rejected_reply: Reply | None = None) -> Reply:
        """Answer "none of these" or "this did not help".

        Args:
            rejected_reply: the reply that did not help; the last one when None.

        Returns:
            A refusal with someone to turn to and, once questions can be answered, the nearest other ones.
        """
        last = rejected_reply or self._last
        reply = rejected(with_nearest(last, self._matcher) if last and self.is_ready else last, self.knowledge)
        action = Action.REJECTED_ANSWER if last and last.entry else Action.REJECTED_CHOICES
        self._last = replace(reply, action=action)
        return self._last

    def return_to(self, last: Reply | None) -> None:
        """Take back what was said since a reply.

        Args:
            last: the reply that later messages follow up again; None for the start.
        """
        self._last = last

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

    def set_nation(self, name: str) -> NationChange:
        """Set where the person works.

        Args:
            name: a nation's name; "none" for none.

        Returns:
            What is set now: what was before, where there is no nation of that name.
        """
        wanted = name.strip().lower().replace(" ", "-")
        is_known = wanted in (*NO_NATION, *PLACES)
        if is_known:
            self.nation = PLACES.get(wanted)
        return NationChange(name, is_known, self.nation)

    def search(self, words: str, most: int = 20) -> tuple[Found, ...]:
        """Find questions and glossary terms while the person types.

        Args:
            words: what was typed so far.
            most: number of results at the most.

        Returns:
            Results, most alike first.
        """
        return self._matcher.search(words, most)
