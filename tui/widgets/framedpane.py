"""A pane of lines whose border is laid round each line once, so that what scrolls is not put together anew.

Textual keeps what it has drawn by its place on the screen: with every scroll it frames, filters and cuts each line again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from textual.cache import FIFOCache
from textual.geometry import Region
from textual.strip import Strip

from tui.widgets.keptlines import Line
from tui.widgets.linepane import LinePane

_MADE = 256
"""Lines that are kept as they are."""
_KEPT = 256
"""Lines that are kept with their border."""


class FramedPane(LinePane, inherit_bindings=False):
    """A pane whose `render_line` gives the very same strip for what looks the same; with a border of one cell, without padding."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._strips: FIFOCache[Hashable, Strip] = FIFOCache(_MADE)
        """By all that makes a difference to how a line looks."""
        self._framed: FIFOCache[int, tuple[Strip, Strip]] = FIFOCache(_KEPT)
        """By the identity of a line: it, so that no other can have that identity, and the same with its border."""
        self._sides: tuple[Strip, Strip] | None = None

    def notify_style_update(self) -> None:
        """Another border, or another theme."""
        super().notify_style_update()
        self._strips.clear()
        self._framed.clear()
        self._sides = None

    def kept(self, key: Hashable, make: Callable[[], Strip]) -> Strip:
        """The line that looks as `key` says, made where there is none."""
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = make()
        return strip

    def draw_lines(self, crop: Region) -> list[Strip]:
        """These lines of the pane, its border with them."""
        width, height = self.outer_size
        lines = []
        for y in crop.line_range:
            if 0 < y < height - 1:
                lines.append(self._with_sides(self.render_line(y - 1), width))
            else:
                lines += super().draw_lines(Region(0, y, width, 1))
        return lines if crop.column_span == (0, width) else [line.crop(*crop.column_span) for line in lines]

    def _with_sides(self, line: Strip, width: int) -> Strip:
        kept = self._framed.get(id(line))
        if kept is None or kept[1].cell_length != width:
            if self._sides is None or self._sides[0].cell_length + self._sides[1].cell_length != 2:
                drawn = super().draw_lines(Region(0, 1, width, 1))[0]
                self._sides = drawn.crop(0, 1), drawn.crop(width - 1, width)
            inner = line.adjust_cell_length(width - 2, self.base)
            for one in self.get_line_filters():
                inner = inner.apply_filter(one, self.background_colors[1])
            kept = self._framed[id(line)] = line, Line([*self._sides[0], *inner, *self._sides[1]], width)
        return kept[1]
