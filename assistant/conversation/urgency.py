"""Recognises messages which say that a child may be in danger now, so that emergency help comes first.

Some words say it outright, whatever else is said. What is said in other ways is learned from examples
(`assistant.matching.detector`). Words such as "emergency" in the name of a thing do not count.
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

NOW = "(?:right now|this minute|at this moment|as we speak|now|today|tonight)"

SOON = f"(?:{NOW}|after school|this (?:evening|afternoon|weekend)|tomorrow|in (?:an|half an) hour)"

OUTRIGHT = (
    "in (?:immediate|imminent) (?:danger|risk|harm)",
    "(?:child|kid|girl|boy|baby|pupil|teenager|she|he) (?:is |s )?in danger",
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

_THINGS = re.compile(rf"\b(?:{'|'.join(NAMES_OF_THINGS)})\b|\b(?:born |dob )?\d{{1,2}}[/. -]\d{{1,2}}[/. -]\d{{2,4}}\b")
"""What does not count: names of things, and dates, for a date of birth says nothing of danger."""

_OUTRIGHT = re.compile(rf"\b(?:{'|'.join(OUTRIGHT)})\b")


def is_urgent(message: str, matcher: Matcher) -> bool:
    """Tell whether a message says that a child may be in danger now.

    Args:
        message: what was typed.
        matcher: knows the examples.

    Returns:
        True when emergency help should come first.
    """
    text = _THINGS.sub(" ", normalise(message))
    return bool(_OUTRIGHT.search(text)) or (len(tokenise(text)) >= MIN_WORDS and matcher.seems_urgent(text))
