"""Recognises messages which say that a child may be in danger now, so that emergency help comes first.

A message is urgent when it says outright that help is needed this minute, or when a danger and a
nearness in time meet in it. Words such as "emergency" in the name of a thing do not count.
"""

from __future__ import annotations

import re

from assistant.matching.text import normalise

_PHRASES_THAT_ARE_THINGS = re.compile(
    r"\bemergency (?:contacts?|contact (?:form|number|details|card)s?|duty team|protection orders?|departments?|admissions?"
    r"|procedures?|services|plans?|planning|powers|lights?|drill|exits?|medicine|care plans?)\b"
    r"|\burgent care\b|\bright now the (?:law|guidance|policy|rules?)\b"
)

_OUTRIGHT = re.compile(
    r"\b(?:in|at) (?:immediate|imminent) (?:danger|risk|harm)\b"
    r"|\b(?:danger|unsafe|not safe|isn't safe|at risk|being (?:hurt|abused|harmed|raped|attacked|assaulted|touched|filmed)) "
    r"(?:right now|this minute|at this moment|as we speak|now|today|tonight)\b"
    r"|\b(?:right now|this minute|at this moment|as we speak) .{0,60}\b(?:hurt|abus|harm|rap|attack|assault|danger)"
    r"|\b(?:call|ring|dial|phone) 999\b|\b999 (?:now|or)\b"
    r"|\bgoing to (?:kill|hurt|harm|rape|attack|stab)\b"
    r"|\b(?:he|she|they)(?:'s| is| are|'re) (?:on (?:his|her|their) way|outside|at the door|here now|in (?:his|her) (?:car|room|flat|house))\b"
    r"|\b(?:livestream|live stream|live-stream)"
    r"|\b(?:overdose|suicidal|kill (?:himself|herself|themsel\w+|myself)|end (?:his|her|their) life|cutting (?:himself|herself))\b"
    r"|\b(?:bleeding|unconscious|locked (?:in|herself|himself)|screaming|threatening (?:her|him|them|the|us)|has (?:a|got a) knife)\b"
    r"|\b(?:gone missing|has run away|ran away|run off|not come home|hasn't come home|didn't come home|missing (?:since|with|from|tonight|now))\b"
    r"|\b(?:morning after pill|forensic window)\b"
)

_NEAR = re.compile(
    r"\b(?:right now|now|tonight|today|this (?:minute|morning|afternoon|evening|weekend|lunchtime|break|hour)"
    r"|in (?:an?|half an|the next|\w+) (?:hour|hours|minutes?|mins?)|at (?:home ?time|pick ?-?up|the gate|\d{1,2}(?::\d\d|\.\d\d)?(?: ?pm)?)"
    r"|before (?:home ?time|the bell|pick ?up|he|she|they|dad|mum|school ends)|after school|home ?time|end of (?:the )?(?:day|school|session|lesson)"
    r"|last (?:lesson|period|night)|just (?:told|disclosed|said|rung|called|messaged|texted|come|left|opened|phoned)|straight away|immediately|soon|any minute|yesterday)\b"
)

_DANGER = re.compile(
    r"\b(?:go(?:es|ing)? (?:home|back)|pick(?:s|ing|ed)? (?:her|him|them|the \w+) up|collect(?:s|ing|ed)?|home with|back to (?:him|her|the house|that house)"
    r"|wait(?:s|ing) (?:for|outside)|staying (?:with|at)|sleep(?:s|ing)? (?:over|at)|meet(?:s|ing)? (?:him|her|a man|someone|up)|alone with|left with|in the (?:car|house|room) with"
    r"|hurt(?:s|ing)?|abus(?:e|ed|es|ing)|rap(?:e|ed)|assault(?:ed|ing)?|touch(?:ed|es|ing)|attack(?:ed|ing)?|scared|frightened|terrified|danger|unsafe|not safe|blackmail(?:ed|ing)?|pregnant|pain)\b"
)

_RISKY_HANDOVER = re.compile(
    r"\b(?:pick(?:s|ing|ed)? (?:her|him|them|the \w+) up|collect(?:s|ing)? (?:her|him|them|the \w+|at)|going (?:home|back) (?:to|with)|goes home|due home|tak(?:e|es|ing) (?:her|him|them) home)\b"
    r".{0,80}\b(?:don't (?:think|want)|do not (?:think|want)|shouldn't|should not|worried|scared|not (?:happy|sure|right|safe)|what do i do|refus)"
)


def is_urgent(message: str) -> bool:
    """Tell whether a message says that a child may be in danger now.

    Args:
        message: what was typed.

    Returns:
        True when emergency help should come first. It errs towards True.
    """
    text = _PHRASES_THAT_ARE_THINGS.sub(" ", normalise(message))
    if _OUTRIGHT.search(text) or _RISKY_HANDOVER.search(text):
        return True
    return bool(_NEAR.search(text) and _DANGER.search(text))
