"""Takes apart a message that asks more than one thing."""

from __future__ import annotations

import re

from assistant.matching import tokenise

MIN_WORDS_OF_PART = 4
"""Words of a part that can be a question of its own."""

_OPENER = (
    r"(?:what|who|whose|how|when|where|why|which|do|does|did|can|could|should|must|is|are|will|am|have|has|may)"
    r"(?:n't)?\b"
)
_SEAM = re.compile(rf"([.?!;\n]+)\s*|,?\s+(?:and|also|then|plus|but)\s+(?={_OPENER})", re.IGNORECASE)
_ASKS = re.compile(rf"(?:so|and|but|ok|also|then)?,?\s*{_OPENER}", re.IGNORECASE)


def is_question(text: str) -> bool:
    """Tell whether a piece of a message asks something.

    Args:
        text: a sentence, or a part of one.

    Returns:
        True where it has a question mark, or begins as questions do.
    """
    return "?" in text or bool(_ASKS.match(text.strip()))


def parts_of(message: str) -> tuple[str, ...]:
    """Cut a message at its sentences, and where "and" leads to another question.

    Args:
        message: what was typed.

    Returns:
        Its questions of `MIN_WORDS_OF_PART` words and more; none where there are not two of them at least.
    """
    pieces = _SEAM.split(message)
    asked = []
    for text, end in zip(pieces[::2], [*pieces[1::2], None], strict=True):
        if is_question(text + (end or "")) and len(tokenise(text)) >= MIN_WORDS_OF_PART:
            asked.append(text.strip())
    return tuple(asked) if len(asked) > 1 else ()
