"""One reply: what it answers, the answer, and what to read next."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from assistant import messages
from assistant.conversation import Reply
from assistant.knowledge_base import KnowledgeBase
from assistant.matching import Outcome
from assistant.rendering import Section, reply_document, with_note_folded
from assistant.ui.widgets.choice_list import Choice, ChoiceKind
from assistant.ui.widgets.document_view import DocumentView

NONE_OF_THESE = Choice(ChoiceKind.NONE_OF_THESE, "", messages.NONE_OF_THESE)
NOTE = Choice(ChoiceKind.NOTE, "", "Read the note for Wales")


class ReplyView(DocumentView):
    """A reply.

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
        whole = reply_document(reply, knowledge)
        document = with_note_folded(whole, reply.nation)
        super().__init__(document, [*choices_of(reply, knowledge), *([] if document == whole else [NOTE])])
        self._whole = whole
        self.reply = reply
        self._knowledge = knowledge
        self._label = label

    async def open_note(self) -> None:
        """Show the note for Wales in its place, though the person works elsewhere."""
        self._document, self.choices = self._whole, self.choices[:-1]
        await self.recompose()

    def title(self, section: Section) -> Iterator[Widget]:
        """Show the topic, the question that is answered, and whether its law is changing."""
        entry = self.reply.entry
        topic = self._knowledge.topic.get(self._knowledge.topic_of[entry.id]) if entry else None
        if topic:
            yield _Link(f"Topic: {topic.title}", lambda: self.TopicWanted(topic.id), classes="crumb")
        yield Static(f"{self._label}{section.heading}", markup=False, classes="title")
        if entry and entry.check_live:
            yield Static("Law changing: check before you rely on this", markup=False, classes="changing")

    def standing(self, section: Section) -> Iterator[Widget]:
        """Add the glossary terms that the answer uses."""
        yield from super().standing(section)
        terms = [self._knowledge.term[term].term for term in (self.reply.entry.terms if self.reply.entry else ())]
        if terms:
            yield _Link(f"Words explained: {', '.join(terms)}", self.WordsWanted, classes="words")


class _Link(Static):
    """A line that posts a message when it is clicked."""

    def __init__(self, text: str, make_message: Callable[[], Message], *, classes: str) -> None:
        super().__init__(text, markup=False, classes=classes)
        self._make_message = make_message

    def on_click(self) -> None:
        self.post_message(self._make_message())


def choices_of(reply: Reply, knowledge: KnowledgeBase) -> tuple[Choice, ...]:
    """List what a person may pick after a reply.

    Args:
        reply: the reply.
        knowledge: the knowledge base that it came from.

    Returns:
        Related questions after an answer; otherwise the candidates, and none of them where one was asked to choose.
    """
    choices = tuple(Choice(ChoiceKind.ENTRY, one, knowledge.entry[one].question) for one in reply.options)
    return (*choices, NONE_OF_THESE) if reply.outcome is Outcome.CHOOSE else choices
