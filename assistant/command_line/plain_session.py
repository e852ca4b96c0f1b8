"""What the plain chat says to a question, and what a number that is typed next stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from assistant import messages
from assistant.command_line import output
from assistant.command_line.plain_documents import plain_document, with_none, with_sources_counted
from assistant.conversation import Conversation, Reply
from assistant.conversation.history import History
from assistant.conversation.paths import PathWalk
from assistant.conversation.picking import number_in, picked
from assistant.errors import FileNotSaved
from assistant.knowledge_base import KnowledgeBase, Term
from assistant.matching import Outcome
from assistant.rendering import (
    Document,
    NumberedCitation,
    Section,
    SectionKind,
    answer_document,
    as_markdown,
    as_plain_text,
    masked_line,
    reply_document,
    says_the_same,
    source_line,
    source_remarks,
    term_meaning,
    transcript_text,
    with_note_folded,
)

Pick = tuple[str, Callable[[], str]]
"""A line of a list, and what is said when its number is typed."""

Save = Callable[[str, str], Path]
"""Writes a text to the file that is named; gives the file."""


class PlainSession:
    """Finds the words for whatever a person does.

    Numbers belong to what was shown last: a list or a reply.

    Args:
        conversation: answers the questions.
        save: writes the conversation to a file that the person names.
    """

    def __init__(self, conversation: Conversation, save: Save) -> None:
        self.conversation = conversation
        self._save = save
        self._turns: tuple[Reply | PathWalk, ...] = ()
        self._replies: History[Reply] = History()
        self._picks: Sequence[Pick] = ()
        self._citations: tuple[NumberedCitation, ...] = ()
        self._has_answered = False

    @property
    def knowledge(self) -> KnowledgeBase:
        """The knowledge base that answers."""
        return self.conversation.knowledge

    def respond(self, message: str) -> str:
        """Answer what was typed: a number or a question.

        Args:
            message: not empty, and not a command.

        Returns:
            What is said.
        """
        pick = picked(message, self._picks)
        if pick:
            return pick[1]()
        number = number_in(message)
        if self._picks and number is not None:
            return messages.NOT_IN_LIST.format(number=number)
        return self._ask(message)

    def show(self, entry_id: str) -> str:
        """Answer with an entry that was picked.

        Args:
            entry_id: id of an entry.
        """
        return self._say_reply(self.conversation.show(entry_id))

    def reject(self) -> str:
        """Answer "none of these" or "this did not help"."""
        rejected = self.conversation.last
        if rejected is None:
            return messages.ASK_FIRST
        reply = self.conversation.reject()
        if says_the_same(reply, rejected, self.knowledge):
            return messages.NOTHING_NEARER
        return self._say_reply(reply)

    def offer(self, heading: str, picks: Sequence[Pick]) -> str:
        """Give a list to pick from by number.

        Args:
            heading: says what the list holds.
            picks: its lines.
        """
        items = tuple(text for text, _ in picks)
        said = self._say((Section(SectionKind.CHOICES, heading, items=items, numbered=True),))
        self._picks = picks
        return said + self._kept()

    def explain(self, terms: Sequence[Term]) -> str:
        """Explain words.

        Args:
            terms: the words; numbers go on picking from the list before.
        """
        return "\n\n".join(f"{term.term}: {term_meaning(term, self.knowledge)}" for term in terms)

    def explain_sources(self) -> str:
        """Say what is known of the sources of what was shown last."""
        lines = tuple(
            f"{source_line(one.source)}{f': {one.locator}' if one.locator else ''}. {source_remarks(one.source)}"
            f"{f' {one.source.url}' if one.source.url else ''}"
            for one in self._citations
        )
        if not lines:
            return messages.NO_SOURCES
        return as_plain_text((Section(SectionKind.SOURCES, "Sources", items=lines),), output.width())

    def turn_to(self, by: int) -> str:
        """Say the answer before or after again; later messages follow it up.

        Args:
            by: -1 or 1.
        """
        if self._replies.current is None:
            return messages.ASK_FIRST
        reply = self._replies.step(by)
        if reply is None:
            return messages.FIRST_ANSWER if by < 0 else messages.LAST_ANSWER
        self.conversation.return_to(reply)
        return self._say_again(reply)

    def repeat(self, form: str = "text") -> str:
        """Give the last answer alone, to be copied.

        Args:
            form: text or markdown.
        """
        document = self._to_copy()
        if document is None:
            return messages.ASK_FIRST
        return as_markdown(document) if form == "markdown" else as_plain_text(document, output.width())

    def save(self, name: str) -> str:
        """Save the questions and answers.

        Args:
            name: the file.
        """
        if not self._turns:
            return messages.ASK_FIRST
        try:
            path = self._save(name, transcript_text(self._turns, self.knowledge))
        except FileNotSaved as fault:
            return f"{fault} Nothing was saved."
        return f"{messages.SAVED.format(path=path)} {masked_line()}"

    def _ask(self, message: str) -> str:
        return self._say_reply(self.conversation.ask(message))

    def _to_copy(self) -> Document | None:
        last = self.conversation.last
        return answer_document(last, self.knowledge) if last else None

    def _say(self, document: Document) -> str:
        self._picks = ()
        self._citations = citations_of(document)
        return as_plain_text(document, output.width())

    def _say_reply(self, reply: Reply) -> str:
        self._turns = (*self._turns, reply)
        self._replies.visit(reply, keep_later=True)
        return self._say_again(reply)

    def _say_again(self, reply: Reply) -> str:
        document = with_note_folded(reply_document(reply, self.knowledge), reply.nation)
        document = plain_document(document, with_foot=bool(reply.entry) and not self._has_answered)
        self._has_answered = self._has_answered or bool(reply.entry)
        if reply.outcome is Outcome.CHOOSE:
            document = with_none(document)
        said = self._say(with_sources_counted(document) if output.width() else document)
        self._citations, self._picks = citations_of(document), self._picks_of(reply)
        return said + self._kept()

    def _picks_of(self, reply: Reply | None) -> Sequence[Pick]:
        if reply is None:
            return ()
        entries = self._entries(reply.options)
        return [*entries, (messages.NONE_OF_THESE, self.reject)] if reply.outcome is Outcome.CHOOSE else entries

    def _entries(self, entry_ids: Iterable[str]) -> list[Pick]:
        """Give entries to pick from by number."""
        return [(self.knowledge.entry[one].question, partial(self.show, one)) for one in entry_ids]

    def _kept(self) -> str:
        """Say what is kept while something else is said in between."""
        return ""


def citations_of(document: Document) -> tuple[NumberedCitation, ...]:
    """Give the numbered sources of a document.

    Args:
        document: a reply or a step.
    """
    return tuple(one for section in document for one in section.citations)
