"""Wrapping: addresses stay whole, and list items stand out by their hanging indent."""

from __future__ import annotations

import pytest

from assistant.knowledge_base import Contact
from assistant.rendering import as_plain_text, wrapped
from assistant.rendering.document import Section, SectionKind, contact_line

ADDRESS = "https://example.org/a-long-address-with-hyphens/and-more-of-them"
LINE = f"Plots Act 1908. legislation, 1908: s.12(1). {ADDRESS}"


def test_an_address_without_room_beside_the_mark_stands_whole_at_the_left_edge() -> None:
    text = as_plain_text((Section(SectionKind.SOURCES, "Sources", items=(LINE,)),), len(ADDRESS) + 2)
    assert text.splitlines() == ["Sources", "[1] Plots Act 1908. legislation, 1908: s.12(1).", ADDRESS]


@pytest.mark.parametrize(
    ("width", "indent"), [(len(ADDRESS) - 30, ""), (len(ADDRESS) - 1, ""), (len(ADDRESS) + 4, "    ")]
)
def test_an_address_goes_over_the_edge_as_little_as_can_be(width: int, indent: str) -> None:
    text = as_plain_text((Section(SectionKind.SOURCES, "Sources", items=(LINE,)),), width)
    assert text.splitlines()[-1] == f"{indent}{ADDRESS}"


def test_the_address_of_a_contact_comes_last() -> None:
    contact = Contact(
        id="line", name="Helpline", purpose="advice for adults.", phone="0808", note="Free.", url="https://a.example"
    )
    assert contact_line(contact) == "Helpline (0808): advice for adults. Free. https://a.example"
    assert contact_line(Contact(id="care", name="Care", purpose="advice.")) == "Care: advice."


@pytest.mark.parametrize("width", range(1, 100, 7))
def test_an_address_is_never_broken(width: int) -> None:
    item = f"See {ADDRESS} or ring {ADDRESS}."
    document = (Section(SectionKind.ANSWER, "", f"{item}\n\n- {item}"), Section(SectionKind.STEPS, "Do", items=(item,)))
    assert as_plain_text(document, width).count(ADDRESS) == 6


@pytest.mark.parametrize("mark", ["- ", "1. ", "12. ", "[3] ", "  "])
def test_what_follows_the_first_line_stands_under_its_words(mark: str) -> None:
    first, *others = wrapped(f"{mark}one two three four five six seven", 16).splitlines()
    assert first.startswith(f"{mark}one")
    assert others
    assert all(line.startswith(" " * len(mark)) and line[len(mark)] != " " for line in others)


def test_without_a_width_nothing_is_wrapped() -> None:
    text = f"A heading\n\n  {LINE}\n- {LINE}"
    assert wrapped(text, 0) == text
