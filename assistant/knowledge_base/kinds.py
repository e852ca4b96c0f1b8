"""The fixed sets of values that records choose from."""

from __future__ import annotations

from enum import Enum


class Nation(Enum):
    """A nation of the United Kingdom for which a text holds (the jurisdiction)."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"
    UK = "uk"

    @property
    def title(self) -> str:
        """The nation's name as it is shown."""
        return "UK" if self is Nation.UK else self.value.replace("-", " ").title()


class SourceKind(Enum):
    """What sort of document a source is."""

    STATUTE = "statute"
    STATUTORY_GUIDANCE = "statutory-guidance"
    NON_STATUTORY_GUIDANCE = "non-statutory-guidance"
    REGULATOR_GUIDANCE = "regulator-guidance"
    GUIDE = "guide"
    RESEARCH = "research"


class Standing(Enum):
    """Whether the law in a source is in force."""

    IN_FORCE = "in-force"
    PARTLY_IN_FORCE = "partly-in-force"
    NOT_IN_FORCE = "not-in-force"
    NOT_CONFIRMED = "not-confirmed"
    NOT_LAW = "not-law"


class Reading(Enum):
    """How a source is known: read itself, or reported by another page."""

    READ = "read"
    SECOND_HAND = "second-hand"


class ScopeKind(Enum):
    """The five kinds of question that the assistant must not answer."""

    NEAR = "near"
    FAR = "far"
    LOOK_ALIKE = "look-alike"
    CHATTER = "chatter"
    HARMFUL = "harmful"
