"""From what a person typed to tokens that can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = re.compile(r"[’‘`´ʼ]")
_SECTION = re.compile(r"(?<![a-z]')\b(?:s|sec|sect|section)[\s.\-]*(\d{1,3}[a-z]{0,2})\b")
_AGE = re.compile(r"\b(\d{1,2})[\s\-]*(?:years?[\s\-]*olds?|yrs?(?:[\s\-]*olds?)?|y[\s\-]*o|y/o)\b")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*\d*", re.UNICODE)

_SHORT_FORMS = {
    "can't": ("can", "not"),
    "cant": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "wont": ("will", "not"),
    "shan't": ("shall", "not"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
}
_NOT_FORMS = re.compile(r"^(do|does|did|is|are|was|were|has|have|had|would|could|should|must|need|ai)n'?t$")
_ENDINGS = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}

MAX_LENGTH = 4000
"""Characters of a message that are looked at; the rest adds time and no meaning."""


def normalise(text: str) -> str:
    """Fold case, width, accents, apostrophes and the ways to write a section or an age.

    Args:
        text: what was typed.

    Returns:
        The text in one plain form, in which 's.47', 'sect 47' and 'S47' are all 'section47'.
    """
    folded = text[:MAX_LENGTH]
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded)
        folded = "".join(char for char in folded if not unicodedata.combining(char))
    folded = _APOSTROPHES.sub("'", folded.lower())
    folded = _DOTTED.sub(lambda match: match.group().replace(".", "") + " ", folded)
    folded = _AGE.sub(r" \1 year old ", folded)
    folded = _SECTION.sub(r" section\1 ", folded)
    folded = folded.replace("&", " and ")
    return " ".join(folded.split())


@lru_cache(maxsize=8)  # several parts look at one message
def tokenise(text: str) -> tuple[str, ...]:
    """Cut a text into tokens, with short forms written out.

    Args:
        text: what was typed; it is normalised first.

    Returns:
        Words and numbers in order: "Can't we tell?" gives can, not, we, tell.
    """
    tokens: list[str] = []
    for token in _TOKEN.findall(normalise(text)):
        tokens.extend(_write_out(token))
    return tuple(tokens)


def _write_out(token: str) -> tuple[str, ...]:
    if token in _SHORT_FORMS:
        return _SHORT_FORMS[token]
    negated = _NOT_FORMS.match(token)
    if negated:
        return (negated.group(1), "not")
    if "'" in token:
        stem, _, _ = token.rpartition("'")
        ending = _ENDINGS.get(token[len(stem) :])
        if ending:
            return (stem, ending)
        return (token.replace("'s", "").replace("'", ""),)
    return (token,)
