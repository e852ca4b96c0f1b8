"""Guided paths: decisions in steps."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from msgspec import Meta

from assistant.knowledge_base.record import CitedText, Id, Record, Text


class PathOption(Record, frozen=True):
    """An answer to a step of a guided path. `note` says what it means, and goes into the summary."""

    label: Text
    next: Id
    note: CitedText | None = None


class PathStep(Record, frozen=True):
    """One step: a question with options, or, without any, where the path ends."""

    id: Id
    ask: Text
    help: CitedText | None = None
    options: tuple[PathOption, ...] = ()
    entries: Annotated[tuple[Id, ...], Meta(description="Entries to read more in.")] = ()


class RecordHeading(Record, frozen=True):
    """A heading of the decision record, with a hint of what to write under it."""

    heading: Text
    hint: Text
    steps: Annotated[tuple[Id, ...], Meta(description="Steps whose answers stand under it.")] = ()


class GuidedPath(Record, frozen=True, dict=True):
    """A decision in steps. The first step is where it begins."""

    id: Id
    title: Text
    about: Text
    steps: Annotated[tuple[PathStep, ...], Meta(min_length=1)]
    record: tuple[RecordHeading, ...] = ()
    order: Annotated[int | None, Meta(description="Place among the paths, lowest first; without it, last.")] = None

    @cached_property
    def step(self) -> dict[str, PathStep]:
        """Steps by id."""
        return {step.id: step for step in self.steps}
