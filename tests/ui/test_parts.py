"""Parts without a screen: the trail, the layout of prose, the places of faults."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.worker import WorkerFailed

from assistant.conversation.history import History
from assistant.ui.crash import place_of
from assistant.ui.widgets.blocks import BlocksVisual
from assistant.ui.widgets.prose_layout import parse
from assistant.ui.word_match import matches


def laid_out(markdown: str, width: int = 30) -> list[str]:
    return BlocksVisual(parse(markdown)).content(width).plain.split("\n")


def test_going_back_and_on_again() -> None:
    trail: History[str] = History()
    assert trail.current is None
    assert trail.step(-1) is None
    for thing in "abc":
        trail.visit(thing)
    assert trail.step(-1) == "b"
    assert trail.step(1) == "c"
    assert trail.step(1) is None
    assert trail.current == "c"


def test_a_new_visit_forgets_what_lay_ahead_unless_it_is_kept() -> None:
    trail: History[str] = History()
    for thing in "abc":
        trail.visit(thing)
    trail.go_to("a")
    trail.visit("d")
    assert [trail.step(-1), trail.step(1), trail.step(1)] == ["a", "d", None]
    trail.go_to("a")
    trail.visit("e", keep_later=True)
    assert trail.step(-1) == "d"


def test_paragraphs_stand_apart_and_tight_items_do_not() -> None:
    assert laid_out("One.\n\n- two\n- three\n\nFour.") == ["One.", "", "- two", "- three", "", "Four."]


def test_items_hang_and_count() -> None:
    assert laid_out("9. alpha beta gamma delta\n10. x", 18) == ["9. alpha beta", "   gamma delta", "10. x"]


def test_long_items_stand_apart() -> None:
    short, long = "- alpha beta gamma\n- x", "- alpha beta gamma delta\n- x"
    assert laid_out(short, 12) == ["- alpha beta", "  gamma", "- x"]
    assert laid_out(long, 9) == ["- alpha", "  beta", "  gamma", "  delta", "", "- x"]


def test_lists_in_lists_are_indented() -> None:
    assert laid_out("- a\n  - b\n- c") == ["- a", "  - b", "- c"]


def test_a_second_paragraph_of_an_item_stays_in_it() -> None:
    assert laid_out("- a\n\n  more\n\n- c") == ["- a", "", "  more", "", "- c"]


def test_source_lines_are_joined_and_emphasis_marks_go() -> None:
    assert laid_out("**Yes**, *you*\ncan `x`.") == ["Yes, you can x."]


def test_html_and_unknown_marks_stay_text() -> None:
    assert laid_out("a <b>c</b> [/x]") == ["a <b>c</b> [/x]"]


def test_code_stands_as_it_was_written() -> None:
    assert laid_out("Type:\n\n    a  b\n    c\n") == ["Type:", "", "a  b", "c"]


def test_citations_are_links() -> None:
    content = BlocksVisual(parse("Yes [1][12] **no [3]**.")).content(40)
    assert content.plain == "Yes [1][12] no [3]."
    links = {
        content.plain[span.start : span.end]: span.style.meta["@click"]
        for span in content.spans
        if not isinstance(span.style, str)
    }
    assert links == {"[1]": "citation(1)", "[12]": "citation(12)", "[3]": "citation(3)"}


@given(st.text(max_size=200), st.integers(8, 100))
def test_any_text_can_be_laid_out_within_the_width(text: str, width: int) -> None:
    visual = BlocksVisual(parse(text))
    content = visual.content(width)
    assert all(line.cell_length <= max(width, 8) + 2 for line in content.split("\n"))
    assert not content.plain or visual.get_height({}, width) == len(content.plain.split("\n"))


@pytest.mark.parametrize(
    ("words", "text", "expected"), [("", "a", True), ("B a", "abc", True), ("x", "abc", False), ("É", "é", True)]
)
def test_words_match_anywhere(words: str, text: str, expected: bool) -> None:
    assert matches(words, text) is expected


def test_the_place_of_a_fault_quotes_nothing() -> None:
    def fail() -> None:
        raise KeyError("what was typed")

    with pytest.raises(KeyError) as caught:
        fail()
    assert place_of(caught.value).startswith("KeyError at test_parts.py, line ")
    assert "typed" not in place_of(caught.value)
    assert place_of(WorkerFailed(caught.value)) == place_of(caught.value)
    assert place_of(ValueError("what was typed")) == "ValueError"
