"""Why a question was matched as it was: for curators."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.conversation import Reply
from assistant.matching import CHOICES


def explanation(reply: Reply, words: Sequence[tuple[str, float]] = ()) -> str:
    """Say why an answer was chosen or refused.

    Args:
        reply: a reply that came from matching.
        words: the words that spoke most for the first candidate, with what would be lost without each, 0 to 1.

    Returns:
        Lines with the words as understood and those that counted, scores, margin and thresholds, and the nearest
        phrasing of each candidate.
    """
    match = reply.match
    if match is None:
        return "Picked from a list, not matched."
    lines = [
        f"understood as: {' '.join(match.words)}",
        f"words that counted: {', '.join(f'{word} {share:.2f}' for word, share in words) or 'none by itself'}",
        f"outcome: {match.outcome.value}",
        f"score {match.score:.3f} (answered from {match.answer_threshold:.3f}), margin {match.margin:.3f}",
        f"in scope {match.in_scope_score:.3f} (choices from {match.choose_threshold:.3f})",
        f"letters in known words {match.known_letter_share:.2f}, out of scope {match.out_of_scope:.3f}",
    ]
    if not match.calibrated:
        lines.append("scores are rough: this knowledge has too few phrasings to measure them on")
    if match.group:
        lines.append(f"resembles out-of-scope questions: {match.group.kind.value}, {match.group.signpost}")
    for candidate in match.candidates[:CHOICES]:
        nearest = f" (nearest {candidate.similarity:.2f}: {candidate.phrasing})" if candidate.phrasing else ""
        lines.append(f"{candidate.score:.3f} {candidate.entry.id}{nearest}")
    return "\n".join(lines)
