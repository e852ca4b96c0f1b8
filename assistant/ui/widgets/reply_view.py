"""One reply, set out so that what matters first is seen first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from assistant.conversation import Reply
from assistant.knowledge_base import KnowledgeBase
from assistant.matching import CHOICES, Outcome
from assistant.rendering import Document, Section, SectionKind, as_markdown, cite, reply_document
from assistant.ui.widgets.choice_list import Choice, ChoiceKind, ChoiceList
from assistant.ui.widgets.prose import Prose
from assistant.ui.widgets.source_list import SourceList

NONE_OF_THESE = Choice(ChoiceKind.NONE_OF_THESE, "", "None of these")
LAST_KINDS = (SectionKind.SOURCES,)
"""What goes below the related questions: a screen is short, and sources are reached by their numbers."""
LEFT_OUT = (SectionKind.FOOT,)
"""What the first screen and every copy say, and each reply need not."""


class ReplyView(Vertical):
    """A reply as sections.

    Args:
        reply: what to show.
        knowledge: the knowledge base that it came from.
        label: stands before the question that is answered.
    """

    class TopicWanted(Message):
        """The topic of the answer was clicked."""

        def __init__(self, topic_id: str) -> None:
            super().__init__()
            self.topic_id = topic_id

    class WordsWanted(Message):
        """The glossary terms of the answer were clicked."""

    def __init__(self, reply: Reply, knowledge: KnowledgeBase, label: str = "Answering: ") -> None:
        super().__init__()
        self.reply = reply
        self.choices = choices_of(reply, knowledge)
        self._knowledge = knowledge
        self._label = label

    def compose(self) -> ComposeResult:
        """Lay out the sections in reading order."""
        for section in _in_screen_order(reply_document(self.reply, self._knowledge)):
            yield from self._section(section)

    @property
    def sources(self) -> SourceList | None:
        """The list of sources; None when there is no answer."""
        return next(iter(self.query(SourceList)), None)

    def _section(self, section: Section) -> Iterator[Widget]:
        match section.kind:
            case SectionKind.TITLE:
                yield from self._title(section)
            case SectionKind.ANSWER:
                lead, _, rest = section.body.strip().partition("\n\n")
                yield Prose(lead, classes="lead")
                if rest:
                    yield Prose(rest, classes="prose")
            case SectionKind.STANDING:
                yield Static(section.body, markup=False, classes="standing")
                yield from self._words()
            case SectionKind.SOURCES if self.reply.entry:
                yield _Heading(section.heading)
                yield SourceList(cite(self.reply.entry, self._knowledge).citations)
            case SectionKind.RELATED | SectionKind.CHOICES:
                # Before choices the message itself is the question: "Which of these did you mean?"
                asked = self.reply.outcome is Outcome.CHOOSE
                inline = "related" if section.kind is SectionKind.RELATED else "offered"
                if not asked:
                    yield _Heading(section.heading, classes=inline)
                yield ChoiceList(self.choices, classes=inline)
            case _:
                yield _SectionView(section)

    def _title(self, section: Section) -> Iterator[Widget]:
        if self.reply.entry:
            topic = self._knowledge.topic.get(self._knowledge.topic_of[self.reply.entry.id])
            if topic:
                yield _Link(f"Topic: {topic.title}", self.TopicWanted(topic.id), classes="crumb")
        yield Static(f"{self._label}{section.heading}", markup=False, classes="title")
        if self.reply.entry and self.reply.entry.check_live:
            yield Static("Law changing: check before you rely on this", markup=False, classes="changing")

    def _words(self) -> Iterator[Widget]:
        terms = [self._knowledge.term[term].term for term in (self.reply.entry.terms if self.reply.entry else ())]
        if terms:
            yield _Link(f"Words explained: {', '.join(terms)}", self.WordsWanted(), classes="words")


class _Heading(Static):
    def __init__(self, text: str, classes: str = "") -> None:
        super().__init__(text, markup=False, classes=f"heading {classes}")


class _Link(Static):
    """A line that posts a message when it is clicked."""

    def __init__(self, text: str, message: Message, *, classes: str) -> None:
        super().__init__(text, markup=False, classes=classes)
        self._message = message

    def on_click(self) -> None:
        self.post_message(self._message)


class _SectionView(Vertical):
    """A section with its heading, set apart by its kind."""

    def __init__(self, section: Section) -> None:
        super().__init__(classes=f"section -{section.kind.value}")
        self._section = section

    def compose(self) -> ComposeResult:
        """Show the heading as text and the rest as Markdown."""
        section = self._section
        if section.heading:
            shout = section.kind is SectionKind.EMERGENCY
            yield _Heading(f"EMERGENCY. {section.heading}" if shout else section.heading)
        yield Prose(as_markdown((replace(section, heading=""),)))


def choices_of(reply: Reply, knowledge: KnowledgeBase) -> tuple[Choice, ...]:
    """List what a person may pick after a reply.

    Args:
        reply: the reply.
        knowledge: the knowledge base that it came from.

    Returns:
        Related questions after an answer; otherwise the candidates, and none of them where one was asked to choose.
    """
    if reply.entry:
        entries = [knowledge.entry[entry_id] for entry_id in reply.entry.related]
    else:
        entries = [candidate.entry for candidate in reply.candidates[:CHOICES]]
    choices = tuple(Choice(ChoiceKind.ENTRY, entry.id, entry.question) for entry in entries)
    return (*choices, NONE_OF_THESE) if reply.outcome is Outcome.CHOOSE else choices


def _in_screen_order(document: Document) -> Document:
    kept = [section for section in document if section.kind not in LEFT_OUT]
    return tuple(sorted(kept, key=lambda section: section.kind in LAST_KINDS))
