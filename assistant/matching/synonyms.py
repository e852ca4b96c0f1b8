"""Names of one thing: each name in the glossary adds the same mark to a text, so that old and new names meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from assistant.knowledge_base import Term
from assistant.knowledge_base.model import current_terms
from assistant.matching.text import tokenise

MARK = "§"
"""Begins the mark of a term; no word that is typed has it."""


class Synonyms:
    """Finds the names of terms in a text.

    Args:
        marks: the mark of each name, by the name's words with a space between.
    """

    def __init__(self, marks: Mapping[str, str]) -> None:
        self.marks = dict(marks)

    def marks_of(self, words: Sequence[str]) -> tuple[str, ...]:
        """Give the marks of the terms that a text names.

        Args:
            words: words and numbers of the text.

        Returns:
            One mark for each name found, the longest name first where names overlap.
        """
        return tuple(self._found(words))

    def marked(self, words: Sequence[str]) -> tuple[str, ...]:
        """Give the words and numbers of a text, then its marks: the tokens that features are taken from."""
        return (*words, *self.marks_of(words))

    def term_named(self, words: Sequence[str]) -> str | None:
        """Find the term that has a name.

        Args:
            words: words and numbers of the name.

        Returns:
            Id of the term now used; None where no term has that name, nor one without the "s" at its end.
        """
        name = " ".join(words)
        mark = self.marks.get(name) or self.marks.get(name.removesuffix("s"))
        return mark.removeprefix(MARK) if mark else None

    def _found(self, words: Sequence[str]) -> Iterator[str]:
        place = 0
        while place < len(words):
            for length in range(min(self._longest.get(words[place], 0), len(words) - place), 0, -1):
                mark = self.marks.get(" ".join(words[place : place + length]))
                if mark:
                    yield mark
                    place += length - 1
                    break
            place += 1

    @cached_property
    def _longest(self) -> dict[str, int]:
        longest: dict[str, int] = {}
        for name in self.marks:
            first, *rest = name.split()
            longest[first] = max(longest.get(first, 0), 1 + len(rest))
        return longest


def synonyms_of(terms: Sequence[Term]) -> Synonyms:
    """Gather the names of a glossary.

    Args:
        terms: its terms; an old name points to the current term with `see`.

    Returns:
        The synonyms: term, short form in brackets and other names all bear the mark of the current term.
    """
    current = current_terms(terms)
    marks = {}
    for term in terms:
        for name in term.names:
            words = " ".join(tokenise(name))
            if words:
                marks[words] = f"{MARK}{current[term.id].id}"
    return Synonyms(marks)
