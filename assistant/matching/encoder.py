"""From a text to numbers: its spelling is repaired, the terms that it names are marked, its features are weighed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.matching.features import FeatureSpace, FeatureVector
from assistant.matching.spelling import Speller
from assistant.matching.synonyms import Synonyms
from assistant.matching.text import tokenise


@dataclass(frozen=True, slots=True)
class EncodedText:
    """A text as the classifiers read it.

    Attributes:
        words: its words and numbers, spelling repaired.
        marks: the marks of the terms that they name.
        vector: words and marks as numbers.
    """

    words: tuple[str, ...]
    marks: tuple[str, ...]
    vector: FeatureVector

    @property
    def tokens(self) -> tuple[str, ...]:
        """Words and marks: what features are taken from."""
        return (*self.words, *self.marks)


@dataclass(frozen=True, slots=True)
class Encoder:
    """Reads texts.

    Attributes:
        speller: repairs words against those of the phrasings.
        synonyms: names of the terms of the glossary.
        space: the features.
    """

    speller: Speller
    synonyms: Synonyms
    space: FeatureSpace

    def encode(self, text: str) -> EncodedText:
        """Read a text.

        Args:
            text: what was typed.

        Returns:
            Its words with their spelling repaired, and their numbers.
        """
        return self.encode_words(self.speller.repair(tokenise(text)))

    def encode_words(self, words: Sequence[str]) -> EncodedText:
        """Read a text whose words were repaired.

        Args:
            words: its words and numbers.

        Returns:
            The words, with the marks of the terms that they name and their numbers.
        """
        marks = self.synonyms.marks_of(words)
        return EncodedText(tuple(words), marks, self.space.vector((*words, *marks)))
