"""The words of a text as editors count them."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z0-9'’-]+")


def words_of(text: str) -> list[str]:
    """List the words of a text.

    Args:
        text: plain text or Markdown without citations.

    Returns:
        Its words in order, as written.
    """
    return _WORD.findall(text)
