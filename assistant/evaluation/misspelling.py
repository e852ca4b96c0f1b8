"""Slips of the finger put into test questions, to see what they cost."""

from __future__ import annotations

import random
import re
import string

from msgspec.structs import replace

from assistant.evaluation.questions import TestQuestions

_WORD = re.compile(r"[A-Za-z]{4,}")


def misspell(questions: TestQuestions, share: float) -> TestQuestions:
    """Misspell a share of the words of the questions in scope.

    Args:
        questions: the test questions.
        share: of the words of four letters and more, 0 to 1.

    Returns:
        The same questions, in each chosen word one letter dropped, doubled, changed or swapped with the
        next; the same slips every time.
    """
    chance = random.Random(0)

    def slip(match: re.Match[str]) -> str:
        return _slip(match.group(), chance) if chance.random() < share else match.group()

    return replace(
        questions, questions=tuple(replace(one, ask=_WORD.sub(slip, one.ask)) for one in questions.questions)
    )


def _slip(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    return chance.choice(
        (
            before + after,
            before + letter + letter + after,
            before + chance.choice(string.ascii_lowercase) + after,
            before + after[0] + letter + after[1:],
        )
    )
