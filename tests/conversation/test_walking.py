"""Walking guided paths: counting steps, going back, and finding a path by what a person calls it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.conversation.paths import PathWalk, find_paths
from assistant.knowledge_base import GuidedPath
from assistant.knowledge_base.guided_path import PathOption, PathStep


def step(step_id: str, *leads_to: str) -> PathStep:
    return PathStep(step_id, f"{step_id}?", options=tuple(PathOption(one, one) for one in leads_to))


FORKED = GuidedPath(
    "forked", "Which way is it?", "", (step("a", "b", "end"), step("b", "c", "end"), step("c", "end"), step("end"))
)
OTHER = GuidedPath("another-way", "Is it another way?", "", (step("a", "end"), step("end")))


def walks(walk: PathWalk) -> Iterator[PathWalk]:
    yield walk
    for number in range(len(walk.step.options)):
        yield from walks(walk.choose(number))


def test_the_count_of_steps_is_never_passed_and_is_reached_on_the_longest_way() -> None:
    start = PathWalk(FORKED)
    assert start.most_steps == 3
    counts = [(len(walk.taken), walk.most_steps) for walk in walks(start) if walk.is_finished]
    assert sorted(counts) == [(1, 1), (2, 2), (3, 3)]
    assert all(later.most_steps <= walk.most_steps for walk in walks(start) for later in walks(walk))


def test_a_walk_is_begun_by_an_answer_and_taken_back_to_the_start() -> None:
    start = PathWalk(FORKED)
    assert not start.is_begun
    assert start.choose(7) == start
    assert start.choose(0).is_begun
    assert start.choose(0).back() == start
    assert start.back() == start


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("1", (FORKED,)),
        ("2", (OTHER,)),
        ("0", ()),
        ("3", ()),
        ("forked", (FORKED,)),
        ("another-way", (OTHER,)),
        ("another way", (OTHER,)),
        ("which way is it?", (FORKED,)),
        ("which", (FORKED,)),
        ("way IT", (FORKED, OTHER)),
        ("elsewhere", ()),
        ("", ()),
    ],
)
def test_a_path_is_found_by_place_id_or_words_of_its_title(name: str, found: tuple[GuidedPath, ...]) -> None:
    assert find_paths(name, (FORKED, OTHER)) == found
