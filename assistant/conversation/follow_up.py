"""Recognises messages that only make sense in the light of the turn before: "why?", "what about dad?"."""

from __future__ import annotations

import re

from assistant.matching import tokenise

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

_SOMEBODY_BARE = re.compile(
    r"(?:(?:so|and|but|ok|also|now) )*(?:(?:foster|little|young|teenage|year \w+|\d+ (?:yrs?|years?) old) )*"
    r"(?:carer|mum|mother|dad|father|parent|girl|boy|lad|lass|child|kid|pupil|student|teenager|toddler|baby"
    r"|nan|gran|grandma|granny|grandad|aunt|auntie|uncle|neighbour|teacher|coach|colleague|patient|client|family)\b"
)
"""The same without an article, as people write notes."""

_DISCLOSURE = re.compile(
    r"(?:(?:so|and|but|ok|also|now) )*(?:\w+ )?(?:girl|boy|lad|lass|child|kid|pupil|student|teenager|daughter|son)"
    r"(?: (?:has|had))?(?: just)? (?:says?|said|told|tells|disclosed)(?: (?:me|us))?(?: that)?"
    r"(?: (?:her|his|their|the|a))? (?:step ?)?"
    r"(?:dad|father|brother|uncle|grandad|grandfather|cousin|coach|teacher|boyfriend)\b"
)
"""How what a child said of somebody is noted down."""

MIN_WORDS_OF_NOTE = 9
"""Words; with fewer, "dad wants it deleted" may still speak of the dad from before."""

MIN_WORDS_OF_LETTER = 30
"""Words from which a message tells all that it is about itself."""


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
    """Tell whether a message begins another story: with somebody who was not spoken of before, or at length.

    Args:
        message: what was typed.

    Returns:
        True for "a boy in my group says his uncle hurts him" and "carer found her own son in bed with the girl"; False
        for "he says his uncle hurts him".
    """
    tokens = tokenise(message)
    text, length = " ".join(tokens), len(tokens)
    return (
        length >= MIN_WORDS_OF_LETTER
        or (length >= MIN_WORDS_OF_STORY and bool(_SOMEBODY_NEW.match(text)))
        or (length >= MIN_WORDS_OF_NOTE and bool(_SOMEBODY_BARE.match(text)))
        or bool(_DISCLOSURE.match(text))
    )


def says_it_did_not_help(message: str) -> bool:
    """Tell whether a message only says that what came before was no help.

    Args:
        message: what was typed.

    Returns:
        True for "that didn't help"; False for "that did not help, can I tell the GP?".
    """
    return bool(_DID_NOT_HELP.fullmatch(" ".join(tokenise(message))))
