"""Matching: from a question to entries, a calibrated score and a decision.

Other packages import from here alone, and are handed plain values: numpy and rapidfuzz are used in here, and for the
baselines of the evaluation.

What is imported here opens at once; the arrays and numpy are loaded with the first question.
"""

from assistant.matching.cache import cache_folder
from assistant.matching.index_file import IndexFile
from assistant.matching.match import CHOICES, Candidate, Found, Match, Outcome
from assistant.matching.matcher import Matcher
from assistant.matching.nearest_ids import nearest_ids
from assistant.matching.opening import UncompiledIndex, find_index, open_index
from assistant.matching.text import normalise, tokenise

__all__ = [
    "CHOICES",
    "Candidate",
    "Found",
    "IndexFile",
    "Match",
    "Matcher",
    "Outcome",
    "UncompiledIndex",
    "cache_folder",
    "find_index",
    "nearest_ids",
    "normalise",
    "open_index",
    "tokenise",
]
