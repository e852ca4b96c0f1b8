"""Matching: which entry, how sure, and what is done about it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.matching import Matcher, Outcome, nearest_ids, open_index

CHECKOUT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("question", "entry"),
    [("can i keep a beehive", "bees"), ("chikens on my alotment", "hens"), ("may we light a bonfire", "fires")],
)
def test_the_right_entry_comes_first(small_matcher: Matcher, question: str, entry: str) -> None:
    assert small_matcher.match(question).candidates[0].entry.id == entry


def test_scores_fall_from_first_to_last_and_are_chances(small_matcher: Matcher) -> None:
    scores = [candidate.score for candidate in small_matcher.match("bees or hens").candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_match_hands_on_plain_values(small_matcher: Matcher) -> None:
    match = small_matcher.match("can i keep a beehive")
    counted = small_matcher.words_that_counted("can i keep a beehive", match.candidates[0].entry)
    numbers = [match.score, match.in_scope_score, match.known_letter_share, match.out_of_scope]
    numbers += [number for one in match.candidates for number in (one.score, one.similarity)]
    numbers += [share for _, share in counted]
    assert {type(number) for number in numbers} == {float}


def test_what_is_out_of_scope_is_declined_and_its_kind_is_known(small_matcher: Matcher) -> None:
    match = small_matcher.match("what is the capital of france")
    assert match.outcome is Outcome.DECLINE
    assert match.group is not None
    assert match.group.kind.value == "far"


@pytest.mark.parametrize("nothing", ["", "   ", "???", "\n\n"])
def test_no_words_are_declined(small_matcher: Matcher, nothing: str) -> None:
    assert small_matcher.match(nothing).outcome is Outcome.DECLINE


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_a_decision(small_matcher: Matcher, text: str) -> None:
    match = small_matcher.match(text)
    assert match.outcome in Outcome
    assert len(match.candidates) == 4


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    """The same knowledge in one file or in two gives the same candidates, whatever the hash seed."""
    script = (
        "import sys; from pathlib import Path; from assistant.matching import Matcher, open_index;"
        "m = Matcher(open_index(Path(sys.argv[1])));"
        "asked = ('bees', 'a fire', 'council consent');"
        "print([(c.entry.id, round(c.score, 6)) for q in asked for c in m.match(q).candidates])"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script, str(CHECKOUT / "tests/small_knowledge")],
            env={
                "PYTHONHASHSEED": seed,
                "ASSISTANT_CACHE_DIR": str(tmp_path / seed),
                "PATH": "",
                "PYTHONPATH": str(CHECKOUT),
            },
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_search_finds_by_the_beginnings_of_words(small_matcher: Matcher) -> None:
    assert small_matcher.search("bonf")[0].id == "fires"
    assert [found.id for found in small_matcher.search("allot") if found.kind == "term"] == ["plot"]
    assert small_matcher.search("   ") == ()
    assert small_matcher.search("xyzzy") == ()


def test_a_whole_question_is_searched_for_by_what_it_means(shipped_matcher: Matcher) -> None:
    question = "can I tell the school nurse what mum said"
    found = [one.id for one in shipped_matcher.search(question)]
    assert found[0] == shipped_matcher.match(question).candidates[0].entry.id == "nurses-midwives-and-health-visitors"
    assert len(found) == len(set(found))
    assert len(shipped_matcher.search("can I tell the school nurse", 3)) == 3


def test_an_unknown_id_gives_the_nearest(small_matcher: Matcher) -> None:
    assert nearest_ids("beees", small_matcher.knowledge) == ("bees",)


def test_a_base_of_single_questions_works(knowledge_folder: Path) -> None:
    for path in (knowledge_folder / "phrasings").iterdir():
        path.unlink()
    (knowledge_folder / "out_of_scope.yaml").unlink()
    (knowledge_folder / "guide.yaml").unlink()
    matcher = Matcher(open_index(knowledge_folder))
    match = matcher.match("can I keep bees on my plot")
    assert (match.outcome, match.candidates[0].entry.id) == (Outcome.ANSWER, "bees")
    assert matcher.match("who won the football last night").outcome is Outcome.DECLINE


def test_the_words_that_counted_are_those_without_which_the_entry_is_lost(small_matcher: Matcher) -> None:
    words = dict(small_matcher.words_that_counted("may I have a beehive please", small_matcher.knowledge.entry["bees"]))
    assert max(words, key=lambda word: words[word]) == "beehive"


def test_what_is_no_language_raises_no_alarm(shipped_matcher: Matcher) -> None:
    for noise in ("grep -rn TODO src/", "jjjjjjjjkkkk", "250g flour, 180 fan for 20 mins", "42"):
        assert not shipped_matcher.seems_urgent(noise)


def test_answers_help_where_phrasings_are_few(small_matcher: Matcher) -> None:
    assert small_matcher.match("between October and March").candidates[0].entry.id == "fires"


def test_a_search_says_which_way_to_ask_has_the_words(shipped_matcher: Matcher) -> None:
    found = shipped_matcher.search("photo", 3)
    assert "found-a-sexual-image" in [one.id for one in found]
    assert all("photo" in one.asked_as.lower() for one in found if one.kind == "entry" and "photo" not in one.text)
    titled = shipped_matcher.search("delete")[0]
    assert (titled.id, titled.asked_as) == ("objects-or-asks-to-delete", "")
