"""Walking a guided path: one question at a time, a way back, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
        return self.path.step(self.taken[-1].option.next) if self.taken else self.path.steps[0]

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
