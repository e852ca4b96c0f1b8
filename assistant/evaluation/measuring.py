"""Asks every test question and counts what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from time import perf_counter
from typing import TypeVar

import msgspec

from assistant.conversation import Conversation, Reply
from assistant.conversation.urgency import is_urgent
from assistant.evaluation.questions import (
    OutOfScopeQuestion,
    TestConversation,
    TestQuestion,
    TestQuestions,
    UrgencyQuestion,
)
from assistant.matching import CHOICES, Matcher, Outcome

BANDS = 10
"""Bands of the reliability table."""

MAX_CONFUSIONS = 15
"""Pairs of entries that are listed."""

T = TypeVar("T")


class Share(msgspec.Struct, frozen=True):
    """A count out of a total.

    Attributes:
        count: how many.
        total: of how many.
    """

    count: int
    total: int

    @property
    def value(self) -> float:
        """The share, 0 to 1; 0 for an empty total."""
        return self.count / self.total if self.total else 0.0


class Band(msgspec.Struct, frozen=True):
    """Replies whose score lies in one band: what they claim and how often they are right."""

    lowest: float
    highest: float
    replies: int
    mean_score: float
    right: float


class Confusion(msgspec.Struct, frozen=True):
    """Two entries that are taken for each other, with the questions that did it."""

    expected: str
    given: str
    questions: tuple[str, ...]


class Latency(msgspec.Struct, frozen=True):
    """Time of one reply in milliseconds."""

    median: float
    p99: float


class Measures(msgspec.Struct, frozen=True, kw_only=True):
    """What an evaluation found.

    Attributes:
        top_1: the right entry first (recall@1).
        top_3: the right entry among the first three (recall@3).
        mrr: mean reciprocal rank of the first right entry, 0 to 1.
        answered: questions in scope that got an answer.
        answered_wrong: questions in scope that got a wrong answer.
        chosen: questions in scope that got choices; `chosen_with_right` had the right entry among them.
        declined: questions in scope that were declined.
        out_of_scope_answered: by kind, and under "all".
        urgent_recall: urgent messages that brought up emergency help.
        urgent_false_alarms: other messages that did.
        urgent_in_scope: questions in scope that did, whether rightly or not.
        follow_ups: turns after the first that got a right answer or choices with one first.
        reliability: bands of scores.
        confusions: the worst pairs.
        latency: of one reply; None when nothing was asked.
    """

    top_1: Share
    top_3: Share
    mrr: float
    answered: Share
    answered_wrong: Share
    chosen: Share
    chosen_with_right: Share
    declined: Share
    out_of_scope_answered: dict[str, Share]
    urgent_recall: Share
    urgent_false_alarms: Share
    urgent_in_scope: Share
    follow_ups: Share
    reliability: tuple[Band, ...]
    confusions: tuple[Confusion, ...]
    latency: Latency | None


class _Asked(msgspec.Struct, frozen=True):
    question: TestQuestion
    reply: Reply
    rank: int


def measure(
    questions: TestQuestions, matcher: Matcher, progress: Callable[[float], None] = lambda share: None
) -> Measures:
    """Ask every question.

    Args:
        questions: the test questions.
        matcher: a matcher that has not learned from them.
        progress: told how far the work is, 0 to 1.

    Returns:
        The measures.
    """
    times: list[float] = []
    to_ask = sum(map(len, (questions.questions, questions.out_of_scope, questions.urgency, questions.conversations)))
    done = count(1)

    def each(items: Iterable[T]) -> Iterator[T]:
        for item in items:
            yield item
            progress(next(done) / to_ask)

    def ask(text: str) -> Reply:
        start = perf_counter()
        reply = Conversation(matcher).ask(text)
        times.append(perf_counter() - start)
        return reply

    asked = [_rank(question, ask(question.ask)) for question in each(questions.questions)]
    answered_kinds = _out_of_scope(each(questions.out_of_scope), ask)
    urgent = [one for one in questions.urgency if one.urgent]
    calm = [one for one in questions.urgency if not one.urgent]
    by_outcome = Counter(one.reply.outcome for one in asked)
    chosen = [one for one in asked if one.reply.outcome is Outcome.CHOOSE]
    total = len(asked)
    return Measures(
        top_1=Share(sum(one.rank == 1 for one in asked), total),
        top_3=Share(sum(1 <= one.rank <= 3 for one in asked), total),
        mrr=sum(1 / one.rank for one in asked if one.rank) / total if total else 0.0,
        answered=Share(by_outcome[Outcome.ANSWER], total),
        answered_wrong=Share(sum(_is_wrong_answer(one) for one in asked), total),
        chosen=Share(len(chosen), total),
        chosen_with_right=Share(sum(1 <= one.rank <= CHOICES for one in chosen), len(chosen)),
        declined=Share(by_outcome[Outcome.DECLINE], total),
        out_of_scope_answered=answered_kinds,
        urgent_recall=_alarms(each(urgent), matcher),
        urgent_false_alarms=_alarms(each(calm), matcher),
        urgent_in_scope=Share(sum(one.reply.urgent for one in asked), total),
        follow_ups=_follow_ups(each(questions.conversations), matcher),
        reliability=_reliability(asked),
        confusions=_confusions(asked),
        latency=_latency(times),
    )


def _rank(question: TestQuestion, reply: Reply) -> _Asked:
    ids = [candidate.entry.id for candidate in reply.candidates]
    ranks = [ids.index(entry) + 1 for entry in question.entries if entry in ids]
    return _Asked(question, reply, min(ranks, default=0))


def _is_wrong_answer(one: _Asked) -> bool:
    return one.reply.entry is not None and one.reply.entry.id not in one.question.entries


def _out_of_scope(questions: Iterable[OutOfScopeQuestion], ask: Callable[[str], Reply]) -> dict[str, Share]:
    answered: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for question in questions:
        is_answered = ask(question.ask).outcome is Outcome.ANSWER
        for kind in (question.kind.value, "all"):
            totals[kind] += 1
            answered[kind] += is_answered
    return {kind: Share(answered[kind], totals[kind]) for kind in sorted(totals)}


def _alarms(questions: Iterable[UrgencyQuestion], matcher: Matcher) -> Share:
    alarms = [is_urgent(one.ask, matcher) for one in questions]
    return Share(sum(alarms), len(alarms))


def _follow_ups(conversations: Iterable[TestConversation], matcher: Matcher) -> Share:
    right = total = 0
    for conversation in conversations:
        session = Conversation(matcher)
        for number, turn in enumerate(conversation.turns):
            reply = session.ask(turn.ask)
            if number == 0:
                continue
            total += 1
            if turn.entries:
                right += reply.outcome is not Outcome.DECLINE and reply.candidates[0].entry.id in turn.entries
            else:
                right += reply.outcome is Outcome.DECLINE
    return Share(right, total)


def _reliability(asked: Sequence[_Asked]) -> tuple[Band, ...]:
    bands = []
    for number in range(BANDS):
        lowest, highest = number / BANDS, (number + 1) / BANDS
        inside = [
            (one.reply.candidates[0].score, one.rank == 1)
            for one in asked
            if one.reply.candidates and min(int(one.reply.candidates[0].score * BANDS), BANDS - 1) == number
        ]
        if inside:
            mean = sum(score for score, _ in inside) / len(inside)
            bands.append(Band(lowest, highest, len(inside), mean, sum(right for _, right in inside) / len(inside)))
    return tuple(bands)


def _confusions(asked: Sequence[_Asked]) -> tuple[Confusion, ...]:
    pairs: dict[tuple[str, str], list[str]] = {}
    for one in asked:
        if one.rank != 1 and one.reply.candidates:
            pair = (one.question.entries[0], one.reply.candidates[0].entry.id)
            pairs.setdefault(pair, []).append(one.question.ask)
    worst = sorted(pairs.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Confusion(expected, given, tuple(texts)) for (expected, given), texts in worst[:MAX_CONFUSIONS])


def _latency(times: Sequence[float]) -> Latency | None:
    if not times:
        return None
    ordered = sorted(times)
    return Latency(1000 * ordered[len(ordered) // 2], 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))])
