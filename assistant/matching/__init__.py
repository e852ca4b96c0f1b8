"""Matching: from a question to entries, a calibrated score and a decision. numpy and rapidfuzz live only here."""

from assistant.matching.cache import cache_folder, open_index
from assistant.matching.index import Index
from assistant.matching.matcher import CHOICES, Candidate, Match, Matcher, Outcome
from assistant.matching.titles import Found, nearest_ids

__all__ = [
    "CHOICES",
    "Candidate",
    "Found",
    "Index",
    "Match",
    "Matcher",
    "Outcome",
    "cache_folder",
    "nearest_ids",
    "open_index",
]
