"""What can be done with an answer that is read, in the chat or on a screen of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding

from assistant import messages
from assistant.ui.keys import NUMBERS
from assistant.ui.screens.scrolling import ScrollingScreen
from assistant.ui.screens.source_address import NO_ADDRESS, SourceAddressScreen
from assistant.ui.widgets.choice_list import Choice, ChoiceKind, ChoiceList
from assistant.ui.widgets.reader import Reader
from assistant.ui.widgets.reading_place import Place
from assistant.ui.widgets.side_pane import RelatedList, SidePane

if TYPE_CHECKING:
    from assistant.ui.widgets.document_view import DocumentView
    from assistant.ui.widgets.prose import Prose
    from assistant.ui.widgets.reply_view import ReplyView
    from assistant.ui.widgets.source_list import SourceList


UNSEEN = "{number} in the list that was out of view opened this. {back} goes back."


class ReadingScreen(ScrollingScreen, SourceAddressScreen):
    """A screen with a reader, and beside it, where there is room, what to read next."""

    NOTHING_TO_SHOW = messages.ASK_FIRST

    _before_sources: Place | None = None

    @property
    def view(self) -> ReplyView | None:
        """The reply that is read now; None where it is something else."""
        return None

    @property
    def document_view(self) -> DocumentView | None:
        """Whatever is read now."""
        return self.view

    @property
    def choices(self) -> Sequence[Choice]:
        """What the number keys pick from."""
        return self.view.choices if self.view else ()

    @property
    def sources(self) -> SourceList | None:
        """The sources of what is read; None when there are none."""
        return self.document_view.sources if self.document_view else None

    def numbers(self) -> str:
        """Name the keys that choose a source or a question."""
        sources = self.sources
        return self.number_keys(len(sources.choices if sources and sources.has_focus else self._listed()))

    def numbered(self) -> str:
        """Say which list the numbers choose from."""
        if self.sources and self.sources.has_focus:
            return "source"
        return "related" if self.view and self.view.reply.entry else super().numbered()

    def key_label(self, binding: Binding) -> str:
        """Leave out the keys to lists that there are not."""
        is_empty = (binding.id == "sources" and not self.sources) or (binding.id == "related" and not self._related())
        return "" if is_empty else super().key_label(binding)

    def choose(self, choice: Choice) -> None:
        """Do what choosing a line of a list means.

        Args:
            choice: the line.
        """
        if choice.kind is ChoiceKind.TOPIC:
            self.host.action_browse(choice.value)
        elif choice.kind is ChoiceKind.SOURCE:
            self.host.action_all_sources(choice.value)
        elif choice.kind is ChoiceKind.NOTE and self.view:
            self.call_next(self._open_note, self.view)

    async def _open_note(self, view: ReplyView) -> None:
        """Open the note where it stands, and go back to reading: the line that had the focus is gone."""
        reader = self.query_one(Reader)
        if isinstance(self.focused, ChoiceList):
            reader.focus(scroll_visible=False)
        reader.hold()
        await view.open_note()
        self.refresh_bindings()

    def _listed(self) -> Sequence[Choice]:
        """Give the choices that stand in one list; the number of a note stands beside it."""
        return [choice for choice in self.choices if choice.kind is not ChoiceKind.NOTE]

    def action_step(self, by: int) -> None:
        """Go back or forward through what was read.

        Args:
            by: -1 or 1.
        """
        raise NotImplementedError

    def update_side_pane(self) -> None:
        """Bring the side pane in line with what is read."""
        self.query_one(SidePane).show_related(self._related())

    def _related(self) -> Sequence[Choice]:
        """Give the questions related to an answer; where there is none, what may be picked stands in the reply."""
        return self._listed() if self.view and self.view.reply.entry else ()

    def answer_text(self, form: str, width: int = 0) -> str:
        """Write what is read now, to be copied.

        Args:
            form: text or markdown.
            width: columns to wrap text at; 0 leaves each paragraph on one line.

        Returns:
            The cited answer, or the whole reply where there is no answer; empty when nothing was read.
        """
        if self.view is None:
            return ""
        from assistant.rendering import answer_document, as_markdown, as_plain_text

        document = answer_document(self.view.reply, self.knowledge)
        return as_markdown(document) if form == "markdown" else as_plain_text(document, width)

    def answer_name(self) -> str:
        """Name what is copied, as the beginning of a sentence."""
        return "The cited answer" if self.view and self.view.reply.entry else "The reply"

    def action_copy_answer(self, form: str) -> None:
        """Copy the cited answer.

        Args:
            form: text or markdown.
        """
        text = self.answer_text(form)
        if text:
            self.host.deliver_copy(text, f"{self.answer_name()}{' as Markdown' if form == 'markdown' else ''}")
        else:
            self.say_briefly(messages.ASK_FIRST)

    def plain_text(self, width: int) -> str:
        """Give what is shown to be selected by hand; empty when nothing was read.

        Args:
            width: columns to wrap at.
        """
        return self.answer_text("text", width)

    def chosen_address(self) -> str:
        """Give the address of the chosen source."""
        sources = self.sources
        if sources is None:
            self.say_briefly(messages.NO_SOURCES)
            return ""
        if not sources.address:
            self.say_briefly(NO_ADDRESS)
        return sources.address

    def address_name(self) -> str:
        """Name the source as the answer does."""
        return f"The address of source {self.sources.number}" if self.sources else super().address_name()

    def action_sources(self) -> None:
        """Go to the sources of the answer, or back to the place that was read."""
        if not self.step_back():
            self._go_to_source(None)

    def step_back(self) -> bool:
        """Go back from the sources to the place that was read."""
        if not (self.sources and self.sources.has_focus) or self._before_sources is None:
            return False
        if not self.offered:  # what was copied there can still be shown
            self.say("")
        reader = self.query_one(Reader)
        self.set_focus(reader, scroll_visible=False)  # at once: what is typed next may go to another place
        reader.go_to(self._before_sources)
        return True

    def _go_to_source(self, number: int | None) -> None:
        sources = self.sources
        if sources is None:
            self.say_briefly(messages.NO_SOURCES)
            return
        if not sources.has_focus:
            self._before_sources = self.query_one(Reader).place()
        sources.go_to(number or (sources.highlighted or 0) + 1)
        keys = self.number_keys(len(sources.choices))
        others = " (Down the others)" if len(sources.choices) > len(NUMBERS) else ""
        back = f"{self.host.key_name('sources')} goes back to where you were reading."
        self.say(f"{keys} now choose a source{others}. {back}")

    def action_pick(self, number: int) -> None:
        """Choose by number: a source while the sources have the focus, otherwise a question.

        Args:
            number: from 1.
        """
        sources = self.sources
        if sources and sources.has_focus:
            if number <= len(sources.choices):
                sources.go_to(number)
        elif number <= len(self.choices):
            self._pick_question(self.choices[number - 1], number)

    def _pick_question(self, choice: Choice, number: int) -> None:
        """Choose a question, and say what the number did where its list is out of view."""
        is_unseen = choice.kind is ChoiceKind.ENTRY and self.view is not None and not self._is_list_in_view(self.view)
        if isinstance(self.focused, RelatedList):
            self.query_one(Reader).focus(scroll_visible=False)
        self.choose(choice)
        if is_unseen:
            self.call_next(self.say_briefly, UNSEEN.format(number=number, back=self.host.key_name("back")))

    def _is_list_in_view(self, view: ReplyView) -> bool:
        """Tell whether what the numbers pick from can be seen, beside what is read or in it."""
        reader = self.query_one(Reader)
        listed = [one for one in view.query(ChoiceList) if one.has_class("related") or one.has_class("offered")]
        in_text = any(reader.content_region.overlaps(one.content_region) for one in listed)
        return in_text or self.query_one(SidePane).display

    def action_related(self) -> None:
        """Go to the related questions, on a screen of their own where there is no room beside."""
        if self.query_one(SidePane).display:
            target = "#pane-related" if self._related() else "#pane-topics"
            self.query_one(target, ChoiceList).focus()
            return
        from assistant.ui.screens.related import RelatedScreen

        def chosen(choice: Choice | None) -> None:
            if choice:
                self.choose(choice)

        self.app.push_screen(RelatedScreen(self.conversation, self._related()), chosen)

    def action_topic(self) -> None:
        """Open the topic of the answer among all topics."""
        entry = self.view.reply.entry if self.view else None
        self.host.action_browse(self.knowledge.topic_of[entry.id] if entry else "")

    def action_words(self) -> None:
        """Explain the glossary terms of the answer, or all of them."""
        entry = self.view.reply.entry if self.view else None
        self.host.action_glossary(*(entry.terms if entry else ()))

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        """Do what was chosen in any list."""
        event.stop()
        self.choose(event.choice)

    def on_reply_view_topic_wanted(self, event: ReplyView.TopicWanted) -> None:
        """Open the topic that was clicked."""
        self.host.action_browse(event.topic_id)

    def on_reply_view_words_wanted(self) -> None:
        """Explain the words that were clicked."""
        self.action_words()

    def on_prose_citation_followed(self, event: Prose.CitationFollowed) -> None:
        """Go to the source of the citation that was clicked."""
        self._go_to_source(event.number)

    def on_prose_address_followed(self, event: Prose.AddressFollowed) -> None:
        """Open the address that was clicked."""
        self.host.open_address(event.address)
