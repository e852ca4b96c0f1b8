"""Matching: from a question to entries, a calibrated score and a decision. numpy and rapidfuzz live only here."""

from assistant.matching.cache import cache_folder, open_index
from assistant.matching.index import Index
from assistant.matching.matcher import Candidate, Match, Matcher, Outcome

__all__ = ["Candidate", "Index", "Match", "Matcher", "Outcome", "cache_folder", "open_index"]
