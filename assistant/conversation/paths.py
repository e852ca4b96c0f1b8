"""Walking a guided path: one question at a time, a way back, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.conversation.picking import number_in, picked
from assistant.knowledge_base import GuidedPath, PathOption, PathStep


@dataclass(frozen=True, slots=True)
class Taken:
    """An option that was taken at a step."""

    step: PathStep
    option: PathOption


@dataclass(frozen=True, slots=True)
class PathWalk:
    """How far a person has come on a path.

    Attributes:
        path: the path.
        taken: what was answered so far, in order.
    """

    path: GuidedPath
    taken: tuple[Taken, ...] = ()

    @property
    def step(self) -> PathStep:
        """The step that the person stands at."""
        return self.path.step[self.taken[-1].option.next] if self.taken else self.path.steps[0]

    @property
    def is_begun(self) -> bool:
        """Whether anything was answered, and so can be recorded."""
        return bool(self.taken)

    @property
    def most_steps(self) -> int:
        """Questions on the longest way to an end that goes through what was answered."""
        return len(self.taken) + _most_questions(self.path, self.step)

    @property
    def is_finished(self) -> bool:
        """Whether the path ends here."""
        return not self.step.options

    def choose(self, number: int) -> PathWalk:
        """Take an option.

        Args:
            number: of the option, from 0.

        Returns:
            The walk one step on; unchanged when there is no such option.
        """
        options = self.step.options
        if not 0 <= number < len(options):
            return self
        return replace(self, taken=(*self.taken, Taken(self.step, options[number])))

    def back(self) -> PathWalk:
        """Take back the last answer.

        Returns:
            The walk one step before; unchanged at the start.
        """
        return replace(self, taken=self.taken[:-1])

    def gives_way_to(self, walk: PathWalk, opened: PathWalk | None) -> bool:
        """Tell whether another walk takes the place of this one where the conversation is kept.

        Args:
            walk: the other.
            opened: how far the person had come when its path was opened; None where it was begun.

        Returns:
            Whether it is the same walk, or one that was left on the way and is gone on with or begun anew: what was
            decided in another walk to an end stays.
        """
        is_left = walk.path.id == self.path.id and not self.is_finished
        return self == walk or (is_left and opened in (None, self))


def find_paths(name: str, paths: Sequence[GuidedPath]) -> tuple[GuidedPath, ...]:
    """Find the paths that a person may mean.

    Args:
        name: a place in the list from 1, an id, or words of the title.
        paths: the list.

    Returns:
        The one path where the name is certain; otherwise those whose titles hold every word.
    """
    if number_in(name) is not None:
        path = picked(name, paths)
        return (path,) if path else ()
    wanted = name.casefold()
    exact = tuple(path for path in paths if wanted in (path.id, path.title.casefold()))
    words = wanted.split()
    return exact or tuple(path for path in paths if words and all(word in path.title.casefold() for word in words))


def _most_questions(path: GuidedPath, step: PathStep) -> int:
    @cache
    def most(step_id: str) -> int:
        options = path.step[step_id].options
        return 1 + max(most(option.next) for option in options) if options else 0

    return most(step.id)
