"""Blocks of text, wrapped at words to whatever width there is, with a hanging indent under their marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

LONG = 2
"""Rows above which an item of a list is long: then a blank row parts the items, or the eye loses where one begins."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or an item of a list.

    Attributes:
        content: its words.
        mark: what stands before its first row.
        indent: columns before its other rows, and before the mark's own column.
        apart: whether a blank row comes before it.
        hang: columns by which its other rows stand further in.
    """

    content: Content
    mark: str = ""
    indent: int = 0
    apart: bool = True
    hang: int = 0

    @property
    def hanging(self) -> int:
        """Columns before its rows but the first."""
        return self.indent + len(self.mark) + self.hang


class BlocksVisual(Visual):
    """Blocks, wrapped to whatever width there is, list items with a hanging indent.

    Args:
        blocks: what to show.
    """

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks = tuple(blocks)
        self._width = -1
        self._content = Content("")

    def content(self, width: int) -> Content:
        """Wrap the blocks.

        Args:
            width: columns.

        Returns:
            The rows, joined by line breaks.
        """
        if width != self._width:
            self._width, self._content = width, Content("\n").join(self._rows(max(width, 8)))
        return self._content

    def _rows(self, width: int) -> Iterator[Content]:
        for first, items in enumerate(self._lists()):
            wrapped = [list(block.content.wrap(width - block.hanging, overflow="fold")) for block in items]
            long = len(items) > 1 and any(len(rows) > LONG for rows in wrapped)
            for place, (block, rows) in enumerate(zip(items, wrapped, strict=True)):
                if (place or first) and (block.apart or (long and place)):
                    yield Content("")
                for number, row in enumerate(rows):
                    start = " " * block.indent + block.mark if number == 0 else " " * block.hanging
                    yield Content.assemble(start, row.rstrip())

    def _lists(self) -> list[list[Block]]:
        """Put the items of a list together; a paragraph stands by itself."""
        lists: list[list[Block]] = []
        for block in self._blocks:
            if lists and block.mark and lists[-1][-1].mark and not block.apart:
                lists[-1].append(block)
            else:
                lists.append([block])
        return lists

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the rows, as Textual asks."""
        return self.content(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Take the whole width."""
        return container_width

    def get_minimal_width(self, rules: RulesMap) -> int:
        """Say how narrow it can be."""
        return 8

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Count the rows."""
        return self.content(width).plain.count("\n") + 1 if self._blocks else 0
