"""How text becomes tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.matching.text import MAX_LENGTH, normalise, tokenise


@pytest.mark.parametrize("section", ["s47", "s.47", "S 47", "s-47", "sect 47", "section 47", "Section47", "sec. 47"])
def test_every_way_to_write_a_section_is_one_token(section: str) -> None:
    assert "section47" in tokenise(f"is {section} needed")


@pytest.mark.parametrize("typed", ["can't", "cant", "can’t", "cannot", "can`t", "CAN'T"])
def test_every_way_to_write_a_negation_is_the_same(typed: str) -> None:
    assert tokenise(f"we {typed} share") == ("we", "can", "not", "share")


@pytest.mark.parametrize(
    ("typed", "tokens"),
    [
        ("What's s.47?", ("what", "section47")),
        ("she doesn't want it", ("she", "does", "not", "want", "it")),
        ("G.D.P.R. & DPA", ("gdpr", "and", "dpa")),
        ("mum's boyfriend", ("mum", "boyfriend")),
        ("she's 14, it's s 47", ("she", "14", "it", "section47")),
        ("I've told dad's GP", ("i", "have", "told", "dad", "gp")),
        ("naïve café", ("naive", "cafe")),
        ("ＤＳＬ", ("dsl",)),
        ("???", ()),
        ("", ()),
    ],
)
def test_tokens(typed: str, tokens: tuple[str, ...]) -> None:
    assert tokenise(typed) == tokens


@given(st.text())
def test_any_text_gives_tokens_without_blanks_or_capitals(text: str) -> None:
    for token in tokenise(text):
        assert token
        assert token == token.lower()
        assert not any(char.isspace() for char in token)


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.lists(st.sampled_from(["share", "consent", "s.47", "GDPR", "don't"]), max_size=8))
def test_spaces_and_case_do_not_matter(words: list[str]) -> None:
    assert tokenise("  ".join(words).upper()) == tokenise(" ".join(words))


def test_very_long_text_is_cut() -> None:
    assert len(normalise("word " * 100_000)) <= MAX_LENGTH
