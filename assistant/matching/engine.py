"""Matches a question to entries and decides: answer, choose or decline."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import chain, repeat

from assistant.knowledge_base import Entry, KnowledgeBase, OutOfScopeGroup, ScopeKind, Term
from assistant.matching.encoder import EncodedText
from assistant.matching.follow_up_model import OUT_OF_SCOPE
from assistant.matching.index import HARMFUL, URGENT, Index
from assistant.matching.match import Candidate, Found, Match, Outcome
from assistant.matching.neighbours import neighbours_of
from assistant.matching.prefix_search import PrefixSearch
from assistant.matching.ranker import Context, Ranking
from assistant.matching.signals import known_letter_share
from assistant.matching.text import tokenise

# Set by hand, with the totals of the test questions in view; a change is judged by `make evaluate`.

MIN_HARMFUL_PROBABILITY = 0.35
"""Probability of the harmful kinds together, 0 to 1, from which a question may be refused as harmful."""

MIN_SCORE_IF_SUSPECTED = 0.9
"""Score from which even what the harmful detector suspects is answered: harm hardly ever fits an entry so well."""

MIN_KNOWN_LETTERS = 0.5
"""Share of known letters, 0 to 1, below which a message is no language that danger could be read from."""

WORDS_OF_A_QUESTION = 3
"""Words from which a search may be for a whole question."""

MIN_SCORE_IF_SEARCHED = 0.1
"""Score from which an entry that such a search may mean comes before those that have its words."""

BEYOND_DOUBT = 0.9
"""Probability, 0 to 1, of being urgent from which a sentence counts by itself, whatever stands around it."""

MAX_WORDS_TOLD, MIN_SHARE_TOLD, MIN_PROBABILITY = 6, 0.01, 1e-6
"""Words told at the most, the share that makes one worth telling, and what stands in for a probability of 0."""

OUT_OF_SCOPE_THRESHOLD = 0.5
"""Probability of being out of scope, 0 to 1, from which a question may be declined for it, and a message does not go on
from an answer."""


class Engine:
    """Answers "which entry is this about?" for one compiled index; arguments and returns are those of `Matcher`.

    Args:
        index: a compiled index.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._encode = lru_cache(maxsize=4)(
            index.ranker.encoder.encode
        )  # one message is ranked and looked at for danger

    @property
    def knowledge(self) -> KnowledgeBase:
        """The knowledge base that is matched against."""
        return self._index.knowledge

    def match(self, question: str) -> Match:
        """Match a question."""
        encoded = self._encode(question)
        return self._decide(encoded, self._index.ranker.rank(encoded))

    def match_in_context(self, question: str, message_before: str, before: Entry) -> Match:
        """Match a message in the light of the turn before."""
        neighbours = neighbours_of(before, self.knowledge)
        context = Context(
            self._encode(message_before), self._encode(before.question), self._number[before.id], neighbours
        )
        encoded = self._encode(question)
        return self._decide(encoded, self._index.ranker.rank_in_context(encoded, context))

    def may_go_on(self, message: str, alone: Match) -> bool:
        """Tell whether a message that fits nothing by itself may go on from the answer before."""
        model = self._index.ranker.follow_up_model
        if model is None:
            return alone.group is None
        return bool(model.kind_probabilities(self._encode(message).vector)[OUT_OF_SCOPE] < OUT_OF_SCOPE_THRESHOLD)

    def term_named(self, name: str) -> Term | None:
        """Find a glossary term by one of its names, however it is spelt."""
        encoder = self._index.ranker.encoder
        term_id = encoder.synonyms.term_named(encoder.speller.repair(tokenise(name)))
        return self.knowledge.term[term_id] if term_id else None

    def seems_urgent(self, message: str, *, beyond_doubt: bool) -> bool:
        """Tell whether a message resembles those which say that a child may be in danger now."""
        encoded, speller = self._encode(message), self._index.ranker.encoder.speller
        known = known_letter_share(encoded.words, speller.recognises)
        least = BEYOND_DOUBT if beyond_doubt else 0.0
        return known >= MIN_KNOWN_LETTERS and self._detects(URGENT, encoded, least)

    def words_that_counted(self, question: str, entry: Entry) -> tuple[tuple[str, float], ...]:
        """Give the words of a question that spoke most for an entry."""
        ranker, number = self._index.ranker, self._number[entry.id]
        words = self._encode(question).words

        def probability(kept: Sequence[str]) -> float:
            return float(ranker.classifier.probabilities(ranker.encoder.encode_words(kept).vector)[number])

        whole = max(probability(words), MIN_PROBABILITY)
        lost = {
            word: 1 - probability([other for other in words if other != word]) / whole for word in dict.fromkeys(words)
        }
        counted = sorted(lost.items(), key=lambda one: -one[1])
        return tuple((word, share) for word, share in counted[:MAX_WORDS_TOLD] if share >= MIN_SHARE_TOLD)

    def _detects(self, kind: str, encoded: EncodedText, least: float = 0.0) -> bool:
        detector = self._index.detectors.get(kind)
        return detector is not None and bool(encoded.words) and detector.detects(encoded.vector, least)

    def texts_of_entries(self) -> dict[str, list[str]]:
        """Group by entry the texts that the matcher learned from."""
        return self._index.texts_of_entries()

    def search(self, words: str, most: int = 20) -> tuple[Found, ...]:
        """Find entries and glossary terms by words, as a person types; a whole question by what it means as well."""
        found = self._prefix_search.find(words, most)
        if len(tokenise(words)) < WORDS_OF_A_QUESTION:
            return found
        with_words = {one.id: one for one in found if one.kind == "entry"}
        meant = [one for one in self.match(words).candidates if one.score >= MIN_SCORE_IF_SEARCHED]
        first = tuple(with_words.get(one.entry.id) or _found(one) for one in meant)
        return (*first, *(one for one in found if one not in first))[:most]

    @cached_property
    def _prefix_search(self) -> PrefixSearch:
        return PrefixSearch(self.knowledge, self._index.prefix_index, self._index.texts)

    @cached_property
    def _number(self) -> dict[str, int]:
        return {entry.id: number for number, entry in enumerate(self.knowledge.entries)}

    def _decide(self, encoded: EncodedText, ranking: Ranking) -> Match:
        calibration = self._index.calibration
        evidence = ranking.signals.vector()
        score, in_scope_score = calibration.score(evidence), calibration.in_scope_score(evidence)
        group = self._harmful_group(encoded, ranking) or self._resembled_group(ranking)
        if not encoded.words:
            outcome = Outcome.DECLINE
        elif (
            score >= calibration.answer_threshold
            and group is None
            and (score >= MIN_SCORE_IF_SUSPECTED or not self._suspects_harm(encoded))
        ):
            outcome = Outcome.ANSWER
        elif in_scope_score >= calibration.choose_threshold and group is None:
            outcome = Outcome.CHOOSE
        else:
            outcome = Outcome.DECLINE
        return Match(
            outcome,
            self._candidates(ranking, score),
            score,
            calibration.answer_threshold,
            in_scope_score,
            calibration.choose_threshold,
            group,
            encoded.words,
            ranking.signals.known_letter_share,
            ranking.signals.out_of_scope,
            calibration.fitted,
        )

    def _suspects_harm(self, encoded: EncodedText) -> bool:
        detector = self._index.detectors.get(HARMFUL)
        return detector is not None and detector.suspects(encoded.vector)

    def _harmful_group(self, encoded: EncodedText, ranking: Ranking) -> OutOfScopeGroup | None:
        """Give the likeliest harmful group when detector and classifier agree that the question means harm.

        What tells of abuse uses the words of those who abuse: nobody who is worried may be refused as one of them.
        """
        groups = zip(ranking.other_classes.tolist(), self.knowledge.out_of_scope, strict=True)
        harmful = [one for one in groups if one[1].kind is ScopeKind.HARMFUL]
        together = sum(probability for probability, _ in harmful)
        agreed = together >= MIN_HARMFUL_PROBABILITY and self._detects(HARMFUL, encoded)
        return max(harmful, key=lambda one: one[0])[1] if agreed else None

    def _resembled_group(self, ranking: Ranking) -> OutOfScopeGroup | None:
        """Give the out-of-scope group that outweighs every entry, if one does and means no harm: see above."""
        if not len(ranking.other_classes):
            return None
        likeliest = self.knowledge.out_of_scope[int(ranking.other_classes.argmax())]
        outweighs = ranking.signals.out_of_scope > max(OUT_OF_SCOPE_THRESHOLD, ranking.signals.best)
        return likeliest if outweighs and likeliest.kind is not ScopeKind.HARMFUL else None

    def _candidates(self, ranking: Ranking, score: float) -> tuple[Candidate, ...]:
        """Spread the first candidate's calibrated score over the others in proportion to their probabilities."""
        first = float(ranking.probabilities[0])
        phrasings = [self._index.texts[number] if number >= 0 else "" for number in ranking.nearest.tolist()]
        nearest = chain(zip(phrasings, ranking.similarity.tolist(), strict=True), repeat(("", 0.0)))
        return tuple(
            Candidate(self.knowledge.entries[number], score * probability / first if first else 0.0, *alike)
            for number, probability, alike in zip(
                ranking.classes.tolist(), ranking.probabilities.tolist(), nearest, strict=False
            )
        )


def _found(candidate: Candidate) -> Found:
    entry = candidate.entry
    asked_as = candidate.phrasing if candidate.phrasing != entry.question else ""
    return Found("entry", entry.id, entry.question, asked_as)
