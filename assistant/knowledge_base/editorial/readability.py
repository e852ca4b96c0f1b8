"""How hard a text is to read."""

from __future__ import annotations

import re

from assistant.knowledge_base.editorial.words import words_of

_SENTENCE_END = re.compile(r"(?<=[.?:])\s+|\n+")


def reading_level(text: str) -> tuple[float, float]:
    """Measure how hard a text is to read.

    Args:
        text: plain text or Markdown without citations.

    Returns:
        Mean words a sentence, and the Flesch-Kincaid grade (0.39 words a sentence + 11.8 syllables a word
        - 15.59; Kincaid and others 1975), syllables counted by groups of vowels.
    """
    sentences = [found for part in _SENTENCE_END.split(text) if (found := words_of(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0, 0.0
    mean = len(words) / len(sentences)
    return mean, 0.39 * mean + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)
