"""Recognises messages that only make sense in the light of the turn before: "and in Wales?", "what about dad?"."""

from __future__ import annotations

import re

from assistant.knowledge_base import Nation
from assistant.matching import normalise, tokenise

_NATIONS = (
    (Nation.NORTHERN_IRELAND, re.compile(r"\bnorthern ireland\b|\bbelfast\b")),
    (Nation.SCOTLAND, re.compile(r"\bscotland\b|\bscottish\b")),
    (Nation.WALES, re.compile(r"\bwales\b|\bwelsh\b|\bcymru\b")),
    (Nation.ENGLAND, re.compile(r"\bengland\b|\benglish law\b")),
)
_NATION_FILLERS = frozenset(
    "and or but what about how in is it the same for does that this apply do we i am from work if law different there "
    "too as well so then wales welsh cymru england english scotland scottish northern ireland differ rules rule "
    "practice here".split()
)

_BARE = frozenset(
    "why how who what when where which whose or not to by for from with in on at of about me "
    "us i we you it that this them they do does did is are was be can should would says say said really sure exactly "
    "mean means more please tell explain example else though come writing long soon law".split()
)
"""Words that ask for more and bring no matter of their own."""

_LINKS = frozenset("so and but ok okay then".split())
"""Words that lead on to such a question, and ask nothing by themselves."""

_DID_NOT_HELP = re.compile(
    r"(?:no |sorry |ok |well |but |thanks |thank you )*"
    r"(?:(?:(?:this|that|it|these|they) )?(?:(?:did|does|do|is|was|are|were) )?not (?:really |very |quite |much )?"
    r"(?:help(?:ful|ing)?(?: me)?|useful|right|answer (?:it|that|my question)|what i (?:asked|meant|wanted|needed))"
    r"|none of (?:these|those|them|that)(?: helps?| helped)?|no help|unhelpful|wrong answer)"
)
"""What people say of an answer that was not the one they needed."""

MAX_BARE_WORDS = 5
"""Words; a longer row of such words is a question put badly rather than a short one."""

_SOMEBODY_NEW = re.compile(
    r"(?:(?:so|and|but|ok|also|now) )*"
    r"(?:(?:a|an|another|one of (?:my|our|the|their)|some|two|three|\d+ (?:yrs?|years?) old) \w+|someone|somebody)\b"
)
"""How a sentence begins that brings up somebody who was not spoken of before."""

MIN_WORDS_OF_STORY = 5
"""Words; with fewer, "a colleague then?" is asked of what was said before."""


def nation_in(message: str) -> Nation | None:
    """Find the nation that a message names.

    Args:
        message: what was typed.

    Returns:
        The first one found; None when it names none.
    """
    text = normalise(message)
    return next((nation for nation, name in _NATIONS if name.search(text)), None)


def asks_only_of_nation(message: str) -> bool:
    """Tell whether a message asks nothing but "and in that nation?".

    Args:
        message: what was typed.

    Returns:
        True for "and in Wales?", False for "who is the LADO in Wales?".
    """
    return nation_in(message) is not None and all(token in _NATION_FILLERS for token in tokenise(message))


def asks_nothing_new(message: str) -> bool:
    """Tell whether a message asks more about the answer before and names no matter of its own.

    Args:
        message: what was typed.

    Returns:
        True for "why?", "says who" and "in writing?"; False for "why the police?".
    """
    tokens = [token for token in tokenise(message) if token not in _LINKS]
    return 0 < len(tokens) <= MAX_BARE_WORDS and all(token in _BARE for token in tokens)


def brings_up_somebody(message: str) -> bool:
    """Tell whether a message begins another story: with somebody who was not spoken of before.

    Args:
        message: what was typed.

    Returns:
        True for "a boy in my group says his uncle hurts him"; False for "he says his uncle hurts him".
    """
    tokens = tokenise(message)
    return len(tokens) >= MIN_WORDS_OF_STORY and bool(_SOMEBODY_NEW.match(" ".join(tokens)))


def says_it_did_not_help(message: str) -> bool:
    """Tell whether a message only says that what came before was no help.

    Args:
        message: what was typed.

    Returns:
        True for "that didn't help"; False for "that did not help, can I tell the GP?".
    """
    return bool(_DID_NOT_HELP.fullmatch(" ".join(tokenise(message))))
