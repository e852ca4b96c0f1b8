"""What the plain chat says, and what a number that is typed next stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from assistant.command_line import output
from assistant.command_line.said import Said
from assistant.command_line.sayings import (
    ASK_FIRST,
    AT_THE_END,
    HOW_TO_WALK,
    MASKED,
    NO_SOURCES,
    NONE_FITS,
    NOT_WALKED,
    NOT_WALKING,
)
from assistant.command_line.spoken import NONE_OF_THESE, spoken, with_none, without_sources
from assistant.conversation import Conversation, Reply
from assistant.conversation.paths import PathWalk
from assistant.errors import FileNotSaved
from assistant.knowledge_base import GuidedPath, KnowledgeBase, Term
from assistant.matching import CHOICES, Outcome
from assistant.rendering import (
    NOTHING_TO_RECORD,
    Document,
    NumberedCitation,
    Section,
    SectionKind,
    answer_document,
    as_markdown,
    as_plain_text,
    decision_record,
    reply_document,
    source_line,
    source_remarks,
    step_document,
    summary_document,
    term_meaning,
    transcript_text,
    with_note_folded,
)

Pick = tuple[str, Callable[[], str]]
"""A line of a list, and what is said when its number is typed."""

Save = Callable[[str, str], Path]
"""Writes a text to the file that is named; gives the file."""

SHORT_ANSWERS = ("yes", "no", "not sure")
MOST_DIGITS = 3
"""A longer number stands in no list, and is more likely part of what a person wants to tell."""


class Speaker:
    """Finds the words for whatever a person does.

    Numbers belong to what was shown last: a list, a step of a guided path, or a reply.

    Args:
        conversation: answers the questions; a guided path is no part of it.
        save: writes the conversation to a file that the person names.
    """

    def __init__(self, conversation: Conversation, save: Save) -> None:
        self.conversation = conversation
        self._save = save
        self._said = Said()
        self._picks: Sequence[Pick] = ()
        self._citations: tuple[NumberedCitation, ...] = ()
        self._walk: PathWalk | None = None
        self._left: PathWalk | None = None
        self._has_answered = False
        self._at_step = False

    @property
    def knowledge(self) -> KnowledgeBase:
        """The knowledge base that answers."""
        return self.conversation.knowledge

    @property
    def is_walking(self) -> bool:
        """Whether a guided path was begun and not left."""
        return self._walk is not None

    def hear(self, message: str) -> str:
        """Answer what was typed: a number, an answer to a step, or a question.

        Args:
            message: not empty, and not a command.

        Returns:
            What is said.
        """
        number = message.rstrip(".)")
        if self._picks and number.isdecimal() and len(number) <= MOST_DIGITS:
            if not 1 <= int(number) <= len(self._picks):
                return f"There is no {number} in the last list."
            return self._picks[int(number) - 1][1]()
        said = self._heard_in_path(message.casefold().rstrip("."), self._walk) if self._walk else ""
        return said or self._say_reply(self.conversation.ask(message))

    def show(self, entry_id: str) -> str:
        """Answer with an entry that was picked.

        Args:
            entry_id: id of an entry.
        """
        return self._say_reply(self.conversation.show(entry_id))

    def reject(self) -> str:
        """Answer "none of these" or "this did not help"."""
        if self._at_step:
            return NONE_FITS
        if self.conversation.last is None:
            return ASK_FIRST
        return self._say_reply(self.conversation.reject())

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
            return NO_SOURCES
        return as_plain_text((Section(SectionKind.SOURCES, "Sources", items=lines),), output.width())

    def begin(self, path: GuidedPath) -> str:
        """Begin a guided path.

        Args:
            path: the path.
        """
        self._walk = PathWalk(path)
        return f"{path.about}\n{HOW_TO_WALK}\n\n{self.step()}"

    def step(self) -> str:
        """Say the step that the walk stands at; at the end, the summary and the decision record."""
        if self._walk is None:
            return NOT_WALKING
        document = spoken(step_document(self._walk, self.knowledge), with_foot=False)
        said = self._say(document if self._walk.is_finished else without_sources(document))
        self._citations = _citations(document)
        step = self._walk.step
        answers = [(one.label, partial(self._choose, number)) for number, one in enumerate(step.options)]
        self._picks = [*answers, *((one, partial(self.show, one)) for one in step.entries)]
        self._at_step = True
        return f"{said}\n{self.record()}\n{AT_THE_END}" if self._walk.is_finished else said

    def back(self) -> str:
        """Go back to the answer before; in a guided path to its step, and from there take back the last answer."""
        if self._walk is None:
            return self.turn_to(-1)
        if not self._at_step:
            return self.step()
        if not self._walk.is_begun:
            return "This is the first step."
        self._walk_on(self._walk.back())
        return self.step()

    def turn_to(self, by: int) -> str:
        """Say the answer before or after again; later messages follow it up.

        Args:
            by: -1 or 1.
        """
        if not self._said.replies:
            return ASK_FIRST
        reply = self._said.step(by)
        if reply is None:
            return "This is the first answer." if by < 0 else "This is the last answer."
        self.conversation.return_to(reply)
        return self._say_again(reply)

    def repeat(self, form: str = "text") -> str:
        """Give the last answer alone, or the summary of the path that is walked, to be copied.

        Args:
            form: text or markdown.
        """
        last = self.conversation.last
        if self._walk and self._at_step:
            document = summary_document(self._walk, self.knowledge)
        elif last:
            document = answer_document(last, self.knowledge)
        else:
            return ASK_FIRST
        return as_markdown(document) if form == "markdown" else as_plain_text(document, output.width())

    def leave(self) -> str:
        """Leave a guided path."""
        if self._walk is None:
            return NOT_WALKING
        title = self._walk.path.title
        self._left, self._walk, self._at_step, self._picks = self._walk, None, False, ()
        return f"You have left '{title}'. :save writes your answers too. You can ask a question now."

    def walk_again(self) -> str:
        """Go back to the path walked last, also after it was left."""
        self._walk = self._walk or self._left
        return self.step() if self._walk else NOT_WALKED

    def record(self) -> str:
        """Give the decision record of the path walked last."""
        walk = self._walk or self._left
        if walk is None:
            return NOT_WALKED
        return decision_record(walk, self.knowledge) if walk.is_begun else NOTHING_TO_RECORD

    def save(self, name: str) -> str:
        """Save the questions and answers.

        Args:
            name: the file.
        """
        if not self._said.turns:
            return ASK_FIRST
        try:
            path = self._save(name, transcript_text(self._said.turns, self.knowledge))
        except FileNotSaved as fault:
            return f"{fault} Nothing was saved."
        return f"Saved to {path}. Only you can open it. {MASKED}"

    def _say(self, document: Document) -> str:
        self._picks, self._at_step = (), False
        self._citations = _citations(document)
        return as_plain_text(document, output.width())

    def _say_reply(self, reply: Reply) -> str:
        self._said.add(reply)
        return self._say_again(reply)

    def _say_again(self, reply: Reply) -> str:
        document = with_note_folded(reply_document(reply, self.knowledge), reply.nation)
        document = spoken(document, with_foot=bool(reply.entry) and not self._has_answered)
        self._has_answered = self._has_answered or bool(reply.entry)
        if reply.outcome is not Outcome.CHOOSE:
            return self._say(document) + self._kept()
        entries = [candidate.entry for candidate in reply.candidates[:CHOICES]]
        said = self._say(with_none(document))
        self._picks = [(one.question, partial(self.show, one.id)) for one in entries] + [(NONE_OF_THESE, self.reject)]
        return said + self._kept()

    def _kept(self) -> str:
        """Say how to get back to a guided path that something else was said in between."""
        if self._walk is None or self._walk.is_finished:
            return ""
        return f"\nYour place in '{self._walk.path.title}' is kept: ':back' goes back to it, ':leave' leaves it."

    def _choose(self, number: int) -> str:
        if self._walk:
            self._walk_on(self._walk.choose(number))
        return self.step()

    def _walk_on(self, walk: PathWalk) -> None:
        self._said.walked_on(self._walk, walk)
        self._walk = walk

    def _heard_in_path(self, words: str, walk: PathWalk) -> str:
        """Read words as an answer to the step; give nothing when they are a question."""
        if words in ("back", "leave"):
            return self.back() if words == "back" else self.leave()
        labels = [option.label.casefold() for option in walk.step.options] if self._at_step else []
        if words in labels:
            return self._choose(labels.index(words))
        if labels and (words in SHORT_ANSWERS or any(label.startswith(words) for label in labels)):
            return f"Type the number of your answer, 1 to {len(labels)}."
        return ""


def _citations(document: Document) -> tuple[NumberedCitation, ...]:
    return tuple(one for section in document for one in section.citations)
