"""Takes apart a message that asks more than one thing."""

from __future__ import annotations

import re

from assistant.matching.text import tokenise

SHORTEST = 4
"""Words of a part that can be a question of its own."""

_SEAM = re.compile(
    r"[.?!;\n]+\s*|,?\s+(?:and|also|then|plus|but)\s+"
    r"(?=(?:what|who|whose|how|when|where|why|which|do|does|can|could|should|must|is|are|will|am|have)\b)",
    re.IGNORECASE,
)


def parts_of(message: str) -> tuple[str, ...]:
    """Cut a message at its sentences, and where "and" leads to another question.

    Args:
        message: what was typed.

    Returns:
        Its parts of `SHORTEST` words and more; none where there are not two of them at least.
    """
    parts = [part.strip() for part in _SEAM.split(message) if len(tokenise(part)) >= SHORTEST]
    return tuple(parts) if len(parts) > 1 else ()
