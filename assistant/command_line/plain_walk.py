"""Guided paths in the plain chat: steps, answers to them, and the way back from a question asked in between."""

from __future__ import annotations

from functools import partial

from assistant import messages
from assistant.command_line.plain_documents import plain_document, without_sources
from assistant.command_line.plain_session import PlainSession, Save, citations_of
from assistant.conversation import Conversation
from assistant.conversation.paths import PathWalk
from assistant.knowledge_base import GuidedPath
from assistant.rendering import Document, decision_record, step_document, summary_document

SHORT_ANSWERS = ("yes", "no", "not sure")

HOW_TO_WALK = (
    "Type the number of your answer. ':back' takes the last answer back, ':leave' leaves the path. :sources gives the "
    "sources of a step; the summary at the end has them all."
)
AT_THE_END = "This is the end of the path. ':back' takes the last answer back, ':leave' leaves the path."
NONE_FITS = "If no answer fits, ask in your own words. Your place in the path is kept."


class WalkingSession(PlainSession):
    """Walks guided paths as well. Numbers belong to what was shown last, which may be a step.

    Args:
        conversation: answers the questions; a guided path is no part of it.
        save: writes the conversation to a file that the person names.
    """

    def __init__(self, conversation: Conversation, save: Save) -> None:
        super().__init__(conversation, save)
        self._walk: PathWalk | None = None
        self._left: PathWalk | None = None
        self._opened: PathWalk | None = None
        """How far the person had come in the path when it was opened; None where it was begun."""
        self._at_step = False

    @property
    def is_walking(self) -> bool:
        """Whether a guided path was begun and not left."""
        return self._walk is not None

    def reject(self) -> str:
        """Answer "none of these" or "this did not help", at a step too."""
        return NONE_FITS if self._at_step else super().reject()

    def begin(self, path: GuidedPath) -> str:
        """Begin a guided path.

        Args:
            path: the path.
        """
        self._walk, self._opened = PathWalk(path), None
        return f"{path.about}\n{HOW_TO_WALK}\n\n{self.step()}"

    def step(self) -> str:
        """Say the step that the walk stands at; at the end, the summary and the decision record."""
        if self._walk is None:
            return messages.NOT_WALKING
        document = plain_document(step_document(self._walk, self.knowledge), with_foot=False)
        said = self._say(document if self._walk.is_finished else without_sources(document))
        self._citations = citations_of(document)
        step = self._walk.step
        answers = [(one.label, partial(self._choose, number)) for number, one in enumerate(step.options)]
        self._picks = [*answers, *self._entries(step.entries)]
        self._at_step = True
        return f"{said}\n{self.record()}\n{AT_THE_END}" if self._walk.is_finished else said

    def back(self) -> str:
        """Go back to the answer before; in a guided path to its step, and from there take back the last answer."""
        if self._walk is None:
            return self.turn_to(-1)
        if not self._at_step:
            return self.step()
        if not self._walk.is_begun:
            return messages.FIRST_STEP
        self._walk_on(self._walk.back())
        return self.step()

    def leave(self) -> str:
        """Leave a guided path."""
        if self._walk is None:
            return messages.NOT_WALKING
        title = self._walk.path.title
        self._left, self._walk, self._at_step = self._walk, None, False
        self._picks = self._picks_of(self.conversation.last)
        return f"You have left '{title}'. :save writes your answers too. You can ask a question now."

    def walk_again(self) -> str:
        """Go back to the path walked last, also after it was left."""
        if self._walk is None:
            self._walk = self._opened = self._left
        return self.step() if self._walk else messages.NOT_WALKED

    def record(self) -> str:
        """Give the decision record of the path walked last."""
        walk = self._walk or self._left
        if walk is None:
            return messages.NOT_WALKED
        return decision_record(walk, self.knowledge) if walk.is_begun else messages.NOTHING_TO_RECORD

    def _to_copy(self) -> Document | None:
        """Give the summary while a path is walked."""
        if self._walk and self._at_step:
            return summary_document(self._walk, self.knowledge)
        return super()._to_copy()

    def _say(self, document: Document) -> str:
        self._at_step = False
        return super()._say(document)

    def _ask(self, message: str) -> str:
        """Hear an answer to the step in words, too."""
        said = self._heard_in_path(message.casefold().rstrip("."), self._walk) if self._walk else ""
        return said or super()._ask(message)

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
        """Keep the path where the last answer in it was given, once."""
        kept = [turn for turn in self._turns if not (isinstance(turn, PathWalk) and self._is_replaced(turn, walk))]
        self._turns = (*kept, walk) if walk.is_begun else tuple(kept)
        self._walk = walk

    def _is_replaced(self, kept: PathWalk, walk: PathWalk) -> bool:
        is_on_the_way = kept is self._walk and kept is not self._opened
        return is_on_the_way or kept.gives_way_to(walk, self._opened)

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
