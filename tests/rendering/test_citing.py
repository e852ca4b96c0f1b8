"""Citations are numbered in the order in which they are first cited, once for each place in a source."""

from __future__ import annotations

import re
from datetime import date

import msgspec
import pytest

from assistant.conversation import Conversation
from assistant.conversation.paths import PathWalk
from assistant.knowledge_base import GuidedPath, Nation
from assistant.knowledge_base.guided_path import PathOption, PathStep
from assistant.matching import Matcher
from assistant.rendering import (
    SectionKind,
    answer_document,
    as_plain_text,
    cite,
    entry_document,
    reply_document,
    source_line,
    step_document,
    summary_document,
)
from assistant.rendering.document import standing_line
from assistant.rendering.plain import plain_markdown
from assistant.rendering.wording import in_words, long_date


def test_the_same_place_has_the_same_number(conversation: Conversation) -> None:
    cited = cite(conversation.knowledge.entry["bees"], conversation.knowledge)
    assert cited.answer.count("[2]") == 2
    assert [citation.number for citation in cited.citations] == [1, 2, 3, 4]
    assert [citation.locator for citation in cited.citations] == ["s.12(1)", "page 2", "s.12(2)", "s.20"]
    assert cited.limits == ("Some sites ban bees altogether [1].",)


def test_numbers_follow_the_order_of_reading(conversation: Conversation) -> None:
    knowledge = conversation.knowledge
    entry = knowledge.entry["bees"]
    for nation in (None, *Nation):
        document = entry_document(entry, knowledge, nation)
        text = as_plain_text(tuple(part for part in document if part.kind is not SectionKind.SOURCES))
        numbers = list(dict.fromkeys(map(int, re.findall(r"\[(\d+)\]", text))))
        assert numbers == list(range(1, len(numbers) + 1)), nation
        sources = next(part for part in document if part.kind is SectionKind.SOURCES)
        assert [citation.number for citation in sources.citations] == numbers


def test_the_numbers_of_a_path_follow_the_order_of_reading(conversation: Conversation) -> None:
    begin = PathOption("Yes", "worry", note="Ring [@plots-act, s.1].")
    choose = PathOption("No", "end", note="Write it down [@bee-leaflet, page 3].")
    steps = (
        PathStep("danger", "Is there danger?", help="Danger is harm today [@bee-leaflet, page 1].", options=(begin,)),
        PathStep("worry", "Is there a worry?", help="Listen [@bee-leaflet, page 2].", options=(choose,)),
        PathStep("end", "Tell someone.", help="Today [@plots-act, s.2]."),
    )
    walk = PathWalk(GuidedPath("share", "Should I share?", "", steps))
    for shown in (walk, walk.choose(0), walk.choose(0).choose(0)):
        for document in (step_document(shown, conversation.knowledge), summary_document(shown, conversation.knowledge)):
            text = as_plain_text(tuple(part for part in document if part.kind is not SectionKind.SOURCES))
            numbers = list(dict.fromkeys(map(int, re.findall(r"\[(\d+)\]", text))))
            assert numbers == list(range(1, len(numbers) + 1))
            sources = next(part for part in document if part.kind is SectionKind.SOURCES)
            assert [citation.number for citation in sources.citations] == numbers


def test_an_undated_source_says_so(conversation: Conversation) -> None:
    assert source_line(conversation.knowledge.source["bee-leaflet"]) == "Keeping bees. Society of Plots, undated"


def test_where_an_answer_holds_and_when_it_was_reviewed(conversation: Conversation) -> None:
    line = standing_line(conversation.knowledge.entry["bees"])
    assert line == "Holds for England and Wales. Reviewed 31 January 2026; next review by 31 December 2026."


def test_an_answer_says_when_its_review_is_overdue(small_matcher: Matcher) -> None:
    days = {date(2026, 12, 31): "next review by 31 December 2026", date(2027, 1, 1): "overdue since 31 December 2026"}
    for day, said in days.items():
        conversation = Conversation(small_matcher, today=day)
        for reply in (conversation.ask("can I keep bees on my plot?"), conversation.show("bees")):
            assert said in as_plain_text(reply_document(reply, conversation.knowledge))
            assert said in as_plain_text(answer_document(reply, conversation.knowledge))


def test_words_are_joined_as_english_does() -> None:
    assert [in_words(words) for words in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a and b", "a, b and c"]
    assert long_date(None) == ""


def test_emphasis_is_taken_out_and_stars_between_words_stay() -> None:
    assert plain_markdown("**two** hives, *not* 2*3") == "two hives, not 2*3"


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Who is the guardian?", "Who is the guardian? Press, 2020"),
        ("Guidance etc.", "Guidance etc. Press, 2020"),
        ("Children Act 1989", "Children Act 1989. Press, 2020"),
    ],
)
def test_a_title_with_a_stop_of_its_own_gets_no_second_one(conversation: Conversation, title: str, line: str) -> None:
    source = next(iter(conversation.knowledge.sources))
    assert source_line(msgspec.structs.replace(source, title=title, publisher="Press", date="2020")) == line
