"""Knowledge bases of any size, made of invented words."""

from __future__ import annotations

import random
from pathlib import Path

import yaml

SYLLABLES = [first + vowel for first in "bcdfghjklmnprstvwz" for vowel in "aeiou"]


def write_base(folder: Path, entries: int, phrasings: int) -> list[str]:
    """Write a knowledge base.

    Args:
        folder: where to; its parent exists.
        entries: number of entries.
        phrasings: phrasings of each.

    Returns:
        A question for each of up to 300 entries that is not among the phrasings.
    """
    chance = random.Random(0)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(3000)]

    def phrase(own: list[str]) -> str:
        return " ".join(chance.sample(own, 3) + chance.choices(words[:200], k=5))

    topics, questions = [], []
    for number in range(entries):
        own = chance.sample(words, 6)
        topics.append(own)
        if number < 300:
            questions.append(phrase(own))
    (folder / "entries").mkdir(parents=True)
    (folder / "phrasings").mkdir()
    listed = [{"id": f"e{number}", "question": phrase(own), "answer": "Yes."} for number, own in enumerate(topics)]
    other = {f"e{n}": {"a": [phrase(own) for _ in range(phrasings)]} for n, own in enumerate(topics)}
    (folder / "entries" / "all.yaml").write_text(yaml.safe_dump({"topic": "all", "entries": listed}))
    (folder / "phrasings" / "all.yaml").write_text(yaml.safe_dump({"topic": "all", "phrasings": other}))
    return questions
