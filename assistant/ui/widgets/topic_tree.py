"""Topics that open to show their questions.

A list, not Textual's tree: a tree cuts its lines at the edge of the screen, and questions are longer than that.
"""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from assistant.knowledge_base import KnowledgeBase
from assistant.ui.keys import bindings
from assistant.ui.widgets.choice_list import Choice, ChoiceKind, ChoiceList


class TopicTree(ChoiceList):
    """Every topic with its questions.

    Args:
        knowledge: the knowledge base.
        opened: id of the topic that is open at first; none when empty.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("browse")  # here too, or scrolling sideways would take the arrows

    MARKED_WITHOUT_FOCUS = True

    def __init__(self, knowledge: KnowledgeBase, opened: str = "") -> None:
        self._knowledge = knowledge
        self._opened = {opened}
        super().__init__(id="topics", numbered=False)
        self._draw()
        self._go_to(opened)

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        """Open or close a topic; a question is left to the screen."""
        if event.choice.kind is ChoiceKind.TOPIC:
            event.stop()
            self._toggle(event.choice.value)

    def open_topic(self) -> None:
        """Open the topic under the cursor, or the first one when there is no cursor yet."""
        if self.highlighted is None:
            self.highlighted = 0
        if self.chosen and self.chosen.kind is ChoiceKind.TOPIC and self.chosen.value not in self._opened:
            self._toggle(self.chosen.value)

    def close_topic(self) -> None:
        """Close the topic that the cursor is in."""
        chosen = self.chosen
        if chosen is None:
            return
        topic = chosen.value if chosen.kind is ChoiceKind.TOPIC else self._knowledge.topic_of[chosen.value]
        if topic in self._opened:
            self._toggle(topic)

    def _toggle(self, topic_id: str) -> None:
        self._opened ^= {topic_id}
        self._draw()
        self._go_to(topic_id)

    def _go_to(self, topic_id: str) -> None:
        self.highlighted = next((place for place, one in enumerate(self.choices) if one.value == topic_id), None)

    def _draw(self) -> None:
        choices, marks = [], []
        for topic in self._knowledge.topics:
            entries = self._knowledge.entries_of(topic.id)
            opened = topic.id in self._opened
            choices.append(Choice(ChoiceKind.TOPIC, topic.id, f"{topic.title} ({len(entries)})"))
            marks.append("- " if opened else "+ ")
            for entry in entries if opened else ():
                choices.append(Choice(ChoiceKind.ENTRY, entry.id, entry.question))
                marks.append("    ")
        self.show_choices(choices, marks)
