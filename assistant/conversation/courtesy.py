"""Takes greetings and thanks off a message, so that what is asked after them is not lost in small talk."""

from __future__ import annotations

import re

from assistant.conversation.several_needs import is_question

_GREETING = r"(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening))(?: (?:there|again|all|everyone|team))?"
_THANKS = (
    r"(?:(?:many|ok|okay|great|brilliant|lovely|perfect|no|yes) )?(?:thanks|thank you|thankyou|thx|cheers)"
    r"(?: (?:so|very) much| a lot| again)*(?: for (?:that|this|your help|the (?:help|info|answer)))?"
)
_EITHER = rf"(?:{_GREETING}|{_THANKS})\b"
_BEFORE = re.compile(rf"\s*(?:{_EITHER}[\s,.;:!–-]*)+", re.IGNORECASE)
_AFTER = re.compile(rf"[\s,.;:!?–-]+{_THANKS}[\s.!]*$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:(?:and|but|so) )?(?:if|in|for|with|about)\b", re.IGNORECASE)


def without_courtesy(message: str) -> str:
    """Leave out greetings and thanks around a question.

    Args:
        message: what was typed.

    Returns:
        "who do I tell" for "ok thanks. who do I tell"; the message itself where nothing is asked besides.
    """
    before = _BEFORE.match(message)
    rest = _AFTER.sub("", message[before.end() if before else 0 :])
    return rest if is_question(rest) or _GOES_ON.match(rest) else message
