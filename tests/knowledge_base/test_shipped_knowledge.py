"""The knowledge that ships is whole, clean and in our own words."""

from __future__ import annotations

from pathlib import Path

from assistant.knowledge_base import take_snapshot
from assistant.knowledge_base.editorial import editorial_faults
from assistant.knowledge_base.loading import load_knowledge, parse_snapshot

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def test_the_mechanical_standard_holds() -> None:
    assert [str(fault) for fault in editorial_faults(parse_snapshot(take_snapshot(KNOWLEDGE)))] == []


def test_every_question_of_the_outline_has_its_entry_in_its_place() -> None:
    knowledge = load_knowledge(KNOWLEDGE)
    outline = (Path(__file__).parent / "outline.txt").read_text(encoding="utf-8").split("\n")
    assert [f"{knowledge.topic_of[entry.id]} {entry.id}" for entry in knowledge.entries] == outline[:-1]


def test_every_entry_has_phrasings_of_several_writers() -> None:
    knowledge = load_knowledge(KNOWLEDGE)
    writers: dict[str, set[str]] = {entry.id: set() for entry in knowledge.entries}
    for phrasing in knowledge.phrasings:
        writers[phrasing.entry].add(phrasing.writer)
    assert {entry for entry, found in writers.items() if len(found) < 4} == set()


def test_what_helps_in_an_emergency_is_said_first() -> None:
    knowledge = load_knowledge(KNOWLEDGE)
    assert "999" in knowledge.guide.emergency.split(".")[0]
    assert "999" in knowledge.entry["child-in-danger-now"].answer.split(".")[0]


def test_the_path_for_those_who_hold_something_is_listed_first() -> None:
    assert load_knowledge(KNOWLEDGE).paths[0].id == "should-i-share"
