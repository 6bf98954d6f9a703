"""A widget that keeps the lines it has drawn until something of it changes.

Textual goes through all lines of every widget in sight whenever one line of any of them changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Self

from textual.containers import Horizontal
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    _Base = Widget
else:
    # Textual takes a widget's styles from the first of its bases that is one
    _Base = object


class Line(Strip):
    """A widget's line on its way to the screen.

    A strip that is cut nowhere but at its end keeps itself among its pieces, and only the collector of garbage is ever rid of it.
    """

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """Its pieces, which end at these cells."""
        cuts = list(cuts)
        return [self] if cuts == [self.cell_length] else super().divide(cuts)


class KeptLines(_Base):
    """Stands in front of a widget's own class among its bases: of the widget's lines only those are drawn that changed."""

    _drawn: tuple[Region, list[Strip]] | None = None
    """What was drawn of the widget, and its lines."""
    _stale: frozenset[int] = frozenset()
    """The lines of it that have changed since, counted from the upper border."""

    def notify_style_update(self) -> None:
        """Another theme, or the focus came or went."""
        super().notify_style_update()
        self._drawn = None

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw again: all, or these regions of the content."""
        if regions:
            self._stale |= {line for region in regions for line in region.translate(self.content_offset).line_range}
        else:
            self._drawn = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the widget with its border, of which only those that changed are drawn."""
        if self._drawn is None or self._drawn[0] != crop:
            self._drawn = crop, self.draw_lines(crop)
        else:
            for line in self._stale.intersection(crop.line_range):
                [self._drawn[1][line - crop.y]] = self.draw_lines(Region(crop.x, line, crop.width, 1))
        self._stale = frozenset()
        return self._drawn[1]

    def draw_lines(self, crop: Region) -> list[Strip]:
        """These lines of the widget with its border."""
        return [Line(strip, strip.cell_length) for strip in super().render_lines(crop)]


class KeptRow(KeptLines, Horizontal):
    """Widgets side by side."""


class KeptScrollBar(KeptLines, ScrollBar):
    """A pane's scroll bar, which is told many times over where it is."""

    _look: tuple[Region, dict[str, object]] | None = None
    """What it looked like when its lines were made: which part of it, and all that a bar is made from."""
    _made: list[Strip]

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._look = None

    def draw_lines(self, crop: Region) -> list[Strip]:
        """Its lines, made only where they look different."""
        look = crop, vars(self.render())
        if look != self._look:
            self._look, self._made = look, super().draw_lines(crop)
        return self._made
