"""Recognises text that looks like personal data, so that a person is warned and a saved copy is masked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

MASK = "[removed]"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of personal data.

    Attributes:
        kind: its name as shown.
        expression: what it looks like.
        holds: a further test of the text that was found.
    """

    kind: str
    expression: re.Pattern[str]
    holds: Callable[[str], bool] = lambda found: True


def _is_nhs_number(found: str) -> bool:
    """Check the last digit by modulus 11, as the NHS number format defines it."""
    digits = [int(char) for char in found if char.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == digits[9]


def _is_phone(found: str) -> bool:
    return 10 <= sum(char.isdigit() for char in found) <= 13


PATTERNS = (
    Pattern("email address", re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    Pattern("NHS number", re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"), _is_nhs_number),
    Pattern(
        "phone number", re.compile(r"(?<![\d+])(?:\+44[ -]?|0)(?:\(0\)[ -]?)?\d(?:[ -]?\d){8,10}(?!\d)"), _is_phone
    ),
    Pattern(
        "National Insurance number",
        re.compile(r"\b(?![DFIQUV])[A-Z](?![DFIQUVO])[A-Z][ -]?(?:\d{2}[ -]?){3}[A-D]\b", re.IGNORECASE),
    ),
    Pattern(
        "date of birth",
        re.compile(
            r"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\b[^\d\n]{0,12}"
            r"\d{1,2}(?:st|nd|rd|th)?[ /.-](?:\d{1,2}|[a-z]{3,9})[ /.-]\d{2,4}"
            r"|\b(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19|20)\d{2}\b",
            re.IGNORECASE,
        ),
    ),
    Pattern(
        "postcode",
        re.compile(r"\b[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-Z]|[A-HK-Y]\d[A-Z]) ?\d[ABD-HJLNP-UW-Z]{2}\b", re.I),
    ),
)
"""In order of certainty: what an earlier pattern found is not looked at again."""


def personal_data_in(text: str) -> tuple[str, ...]:
    """Name the kinds of personal data that a text seems to hold.

    Args:
        text: what was typed.

    Returns:
        Kinds in the order of `PATTERNS`, each once.
    """
    kinds, rest = [], text
    for pattern in PATTERNS:
        masked = _mask_one(pattern, rest)
        if masked != rest:
            kinds.append(pattern.kind)
        rest = masked
    return tuple(kinds)


def mask_personal_data(text: str) -> str:
    """Replace what looks like personal data.

    Args:
        text: any text.

    Returns:
        The text with `MASK` in place of each find.
    """
    for pattern in PATTERNS:
        text = _mask_one(pattern, text)
    return text


def without_personal_data(text: str) -> str:
    """Leave out what looks like personal data, which says nothing of what is asked and hides what does.

    Args:
        text: what was typed.

    Returns:
        The rest, in which a worry is recognised whether or not an address stands before it.
    """
    for pattern in PATTERNS:
        text = _mask_one(pattern, text, " ")
    return text


def _mask_one(pattern: Pattern, text: str, mask: str = MASK) -> str:
    return pattern.expression.sub(lambda found: mask if pattern.holds(found.group()) else found.group(), text)
