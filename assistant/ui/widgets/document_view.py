"""A document set out so that what matters first is seen first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from assistant.rendering import Document, Section, SectionKind, as_markdown
from assistant.ui.keys import NUMBERS
from assistant.ui.widgets.choice_list import PLAIN_MARK, Choice, ChoiceKind, ChoiceList, number_mark
from assistant.ui.widgets.prose import Prose
from assistant.ui.widgets.source_list import SourceList

LAST_KINDS = (SectionKind.SOURCES,)
"""What goes below everything else: a screen is short, and sources are reached by their numbers."""
LEFT_OUT = (SectionKind.FOOT,)
"""What the first screen and every copy say, and each document need not."""


class DocumentView(Vertical):
    """Sections in reading order.

    Args:
        document: the sections.
        choices: what the number keys pick from; shown where the document has its list.
        related: further questions, where they are not the choices; their numbers count on from those.
        key: leads to the further questions where there are not numbers enough for all of them.
    """

    def __init__(
        self, document: Document, choices: Sequence[Choice] = (), related: Sequence[Choice] = (), key: str = ""
    ) -> None:
        super().__init__()
        self.choices = tuple(choices)
        self._related = tuple(related)
        self._key = key
        self._document = document
        self._is_numbered = True

    def compose(self) -> ComposeResult:
        """Lay out the sections."""
        kept = [section for section in self._document if section.kind not in LEFT_OUT]
        for section in sorted(kept, key=lambda section: section.kind in LAST_KINDS):
            yield from self._section(section)

    @property
    def sources(self) -> SourceList | None:
        """The list of sources; None when there are none."""
        return next(iter(self.query(SourceList)), None)

    def show_numbers(self, shown: bool) -> None:
        """Show the numbers of the lists, or none where the number keys choose from another document.

        Args:
            shown: whether the number keys choose from this document.
        """
        if shown != self._is_numbered:
            self._is_numbered = shown
            for one in self.query(ChoiceList).exclude("SourceList"):
                one.show_marks(shown)

    def title(self, section: Section) -> Iterator[Widget]:
        """Show the title.

        Args:
            section: the section that holds it.
        """
        if section.body:
            yield Static(section.body, markup=False, classes="crumb")
        yield Static(section.heading, markup=False, classes="title")

    def standing(self, section: Section) -> Iterator[Widget]:
        """Show where the text holds and when it was reviewed.

        Args:
            section: the section that holds it.
        """
        yield Static(section.body, markup=False, classes="standing")

    def _section(self, section: Section) -> Iterator[Widget]:
        match section.kind:
            case SectionKind.TITLE:
                yield from self.title(section)
            case SectionKind.ANSWER if section.heading:
                yield Static(section.heading, markup=False, classes="heading")
                yield Prose(section.body, classes="prose")
            case SectionKind.ANSWER:
                lead, _, rest = section.body.strip().partition("\n\n")
                yield Prose(lead, classes="lead")
                if rest:
                    yield Prose(rest, classes="prose")
            case SectionKind.STANDING:
                yield from self.standing(section)
            case SectionKind.SOURCES:
                yield Static(section.heading, markup=False, classes="heading")
                yield SourceList(section.citations)
            case SectionKind.CHOICES:
                yield from self._list(section, self.choices, "offered")
            case SectionKind.NOTE:
                number = len(self.choices)
                yield self._marked(ChoiceList(self.choices[-1:], marks=[number_mark(number)], classes="note"))
            case SectionKind.RELATED:
                related = [choice for choice in self.choices if choice.kind is not ChoiceKind.NOTE]
                yield from self._list(section, self._related or related, "related", bool(self._related))
            case _:
                yield _SectionView(section)

    def _list(
        self, section: Section, choices: Sequence[Choice], classes: str, counts_on: bool = False
    ) -> Iterator[Widget]:
        first = len(self.choices) + 1 if counts_on else 1
        last = first + len(choices) - 1
        fits = last <= len(NUMBERS) or not counts_on
        marks = [number_mark(number) if fits else PLAIN_MARK for number in range(first, last + 1)]
        heading = section.heading if fits else f"{section.heading} ({self._key} goes to the list)"
        yield Static(heading, markup=False, classes=f"heading {classes}")
        yield self._marked(ChoiceList(choices, marks=marks, classes=classes))

    def _marked(self, choices: ChoiceList) -> ChoiceList:
        if not self._is_numbered:
            choices.show_marks(False)
        return choices


class _SectionView(Vertical):
    """A section with its heading, set apart by its kind in words and not in colour alone."""

    def __init__(self, section: Section) -> None:
        super().__init__(classes=f"section -{section.kind.value}")
        self._section = section

    def compose(self) -> ComposeResult:
        """Show the heading as text and the rest as Markdown."""
        section = self._section
        if section.heading:
            shout = "EMERGENCY. " if section.kind is SectionKind.EMERGENCY else ""
            yield Static(f"{shout}{section.heading}", markup=False, classes="heading")
        yield Prose(as_markdown((replace(section, heading=""),)))
