"""What was read, in order, with a place in it: back and forward as in a browser. Both chats keep one."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class History(Generic[T]):
    """A list of things visited and the one that is looked at now."""

    def __init__(self) -> None:
        self._visited: list[T] = []
        self._place = -1

    @property
    def current(self) -> T | None:
        """What is looked at now; None before the first visit."""
        return self._visited[self._place] if self._visited else None

    @property
    def visited(self) -> tuple[T, ...]:
        """Everything that was visited and not forgotten, in order."""
        return tuple(self._visited)

    def visit(self, thing: T, *, keep_later: bool = False) -> None:
        """Go to something new.

        Args:
            thing: what is looked at from now on.
            keep_later: put it at the very end; otherwise whatever lay ahead is forgotten.
        """
        if not keep_later:
            del self._visited[self._place + 1 :]
        self._visited.append(thing)
        self._place = len(self._visited) - 1

    def go_to(self, thing: T) -> None:
        """Go to something visited before.

        Args:
            thing: it must have been visited.
        """
        self._place = self._visited.index(thing)

    def truncate(self, length: int, place: T | None) -> None:
        """Forget the last things visited.

        Args:
            length: how many are kept, from the first.
            place: the one among them to look at again; None when none is kept.
        """
        del self._visited[length:]
        self._place = self._visited.index(place) if place is not None else -1

    def step(self, by: int) -> T | None:
        """Go back or forward.

        Args:
            by: -1 for back, 1 for forward.

        Returns:
            What is looked at now; None, without moving, at either end.
        """
        if not 0 <= self._place + by < len(self._visited):
            return None
        self._place += by
        return self._visited[self._place]
