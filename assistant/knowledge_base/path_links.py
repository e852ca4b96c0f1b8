"""Faults in guided paths: steps that lead nowhere, round in a circle, or that nothing leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from assistant.errors import Problem
from assistant.knowledge_base.citations import citations_in
from assistant.knowledge_base.file_types import PATHS
from assistant.knowledge_base.guided_path import GuidedPath, PathStep
from assistant.knowledge_base.model import KnowledgeBase
from assistant.knowledge_base.yaml_file import YamlFile


def path_faults(file: YamlFile, knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Find every fault of a path file.

    Args:
        file: the parsed file.
        knowledge: the records as read.

    Yields:
        One problem for each fault.
    """
    path = file.convert(PATHS.record)
    known = Counter(step.id for step in path.steps)
    for index, step in enumerate(path.steps):
        yield from _step_faults(file, index, step, known, knowledge)
    for heading in path.record:
        for step_id in heading.steps:
            if step_id not in known:
                fault = f"There is no step '{step_id}'."
                yield file.problem(("record",), f"'{heading.heading}'", fault, "Correct the id.")
    reached, circle = _walk(path)
    for index, step in enumerate(path.steps):
        if step.id not in reached and known[step.id] == 1:
            yield file.problem(
                ("steps", index), f"'{step.id}'", "No option leads to this step.", "Lead to it, or remove it."
            )
    if circle:
        yield file.problem(("steps",), f"'{circle}'", "The path comes back to this step.", "Let every way end.")


def _step_faults(
    file: YamlFile, index: int, step: PathStep, known: Counter[str], knowledge: KnowledgeBase
) -> Iterator[Problem]:
    place, where = ("steps", index), f"'{step.id}'"
    if known[step.id] > 1:
        yield file.problem((*place, "id"), where, "This id stands twice.", "Give each step its own id.")
    for number, option in enumerate(step.options):
        if option.next not in known:
            fault = f"There is no step '{option.next}'."
            yield file.problem((*place, "options", number, "next"), where, fault, "Correct the id or add the step.")
    for entry in step.entries:
        if entry not in knowledge.entry:
            yield file.problem((*place, "entries"), where, f"There is no entry '{entry}'.", "Correct the id.")
    cited = " ".join([step.help or "", *(option.note or "" for option in step.options)])
    for citation in citations_in(cited):
        if citation.source not in knowledge.source:
            fault = f"There is no source '{citation.source}'."
            yield file.problem(place, where, fault, "Add it to sources.yaml or correct the citation.")


def _walk(path: GuidedPath) -> tuple[set[str], str]:
    """Follow every option; give the steps that are reached and one that is met again on a way, if any."""
    reached: set[str] = set()
    circle = ""

    def follow(step_id: str, before: tuple[str, ...]) -> None:
        nonlocal circle
        if step_id in before:
            circle = step_id
            return
        if step_id not in path.step or step_id in reached:
            return
        for option in path.step[step_id].options:
            follow(option.next, (*before, step_id))
        reached.add(step_id)

    follow(path.steps[0].id, ())
    return reached, circle
