"""Recognises messages which say that a child may be in danger now, so that emergency help comes first.

Some words say it outright, whatever else is said. What is said in other ways is learned from examples
(`assistant.matching.detector`). Words such as "emergency" in the name of a thing, and what is only
a saying, do not count.
"""

from __future__ import annotations

import re

from assistant.matching import Matcher, normalise, tokenise

NAMES_OF_THINGS = (
    "emergency contacts?",
    "emergency contact (?:forms?|numbers?|details|cards?|lists?)",
    "emergency (?:duty teams?|protection orders?|departments?|admissions?|procedures?|services|plans?|planning|powers)",
    "emergency (?:lights?|drills?|exits?|medicine|care plans?|tax|vets?|dentists?)",
    "urgent care",
)

SUPERIORS = "(?:boss|manager|head|head ?teacher|dsl|lead)"

SAYINGS = (f"{SUPERIORS}(?:'s|'ll| is| will| would)? (?:going to |gonna )?kill (?:me|us)",)

NOW = "(?:right now|this minute|at this moment|as we speak|now|today|tonight)"

SOON = f"(?:{NOW}|after school|this (?:evening|afternoon|weekend)|tomorrow|in (?:an|half an) hour)"

OUTRIGHT = (
    "in (?:immediate|imminent) (?:danger|risk|harm)",
    "(?:child|kid|girl|boy|baby|pupil|teenager|she|he)(?: is|'s|s)? in danger",
    f"(?:in danger|unsafe|not safe|at risk) {NOW}",
    f"(?:hurting|abusing|harming|raping|attacking|assaulting|molesting) (?:\\w+ ){{1,3}}{NOW}",
    "(?:is|s|are) raping",
    f"being (?:hurt|abused|harmed|raped|attacked|assaulted|touched|filmed) {NOW}",
    f"meet(?:s|ing)? .{{0,40}}(?:online|internet|snapchat|discord|roblox|an app|a game).{{0,40}}{SOON}",
    "(?:call|ring|dial|phone) 999",
    "999 now",
    "(?:going|threatened|threatening) to (?:kill|hurt|harm|rape|attack|stab)",
    "live ?-?stream(?:ed|ing)? (?:now|it|her|him|them)",
    "(?:taken an overdose|is suicidal|kill (?:himself|herself|themselves|myself)|end (?:his|her|their|my) life)",
)

MIN_WORDS = 2
"""Words from which a message can tell of danger in other ways: one word by itself says too little."""

MIN_WORDS_OF_LETTER, MIN_WORDS_OF_SENTENCE = 25, 4
"""Words of a message whose sentences are looked at one by one, and of a sentence that says enough."""

_DATE = r"(?:born |dob )?\d{1,2}[/. -]\d{1,2}[/. -]\d{2,4}"

_THINGS = re.compile(rf"\b(?:{'|'.join((*NAMES_OF_THINGS, *SAYINGS, _DATE))})\b")
"""What does not count: names of things, sayings, and dates, for a date of birth says nothing of danger."""

_OUTRIGHT = re.compile(rf"\b(?:{'|'.join(OUTRIGHT)})\b")


_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")


def is_urgent(message: str, matcher: Matcher) -> bool:
    """Tell whether a message says that a child may be in danger now.

    Args:
        message: what was typed.
        matcher: knows the examples.

    Returns:
        True when emergency help should come first. In a long message one sentence is enough that says it beyond doubt,
        whatever stands around it.
    """
    text = _without_things(message)
    length = len(tokenise(text))
    if _OUTRIGHT.search(text) or (length >= MIN_WORDS and matcher.seems_urgent(text)):
        return True
    sentences = _SENTENCE_END.split(message) if length >= MIN_WORDS_OF_LETTER else ()
    return any(
        _OUTRIGHT.search(sentence)
        or (len(tokenise(sentence)) >= MIN_WORDS_OF_SENTENCE and matcher.seems_urgent(sentence, beyond_doubt=True))
        for sentence in map(_without_things, sentences)
    )


def _without_things(message: str) -> str:
    return _THINGS.sub(" ", normalise(message))
