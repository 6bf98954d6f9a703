"""A pane that is drawn line by line.

It knows its own colours without working them out for every line, and draws no more anew than what changed: Textual would draw the
whole pane for another word below it, lay out the whole screen for another number of lines, and go through all lines of every pane
whenever one line of any pane changed.
"""

from __future__ import annotations

from typing import Self

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.strips import ink


class LinePane(ScrollView, inherit_bindings=False):
    """A scrolling pane whose lines are strips."""

    _inks: dict[str, Style]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._inks = {}
        self._drawn: tuple[Region, list[Strip]] | None = None
        """What was drawn of the pane, and its lines."""
        self._stale: set[int] = set()
        """The lines of it that have changed since, counted from the upper border."""

    def notify_style_update(self) -> None:
        """Another theme, or the focus came or went."""
        super().notify_style_update()
        self._inks = {}
        self._drawn = None

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw again: all, or these regions of the content."""
        if regions:
            self._stale.update(line for region in regions for line in region.translate(self.content_offset).line_range)
        else:
            self._drawn = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the pane with its border, of which only those that changed are drawn."""
        if self._drawn is None or self._drawn[0] != crop:
            self._drawn = crop, self.draw_lines(crop)
        else:
            for line in self._stale.intersection(crop.line_range):
                [self._drawn[1][line - crop.y]] = self.draw_lines(Region(crop.x, line, crop.width, 1))
        self._stale.clear()
        return self._drawn[1]

    def draw_lines(self, crop: Region) -> list[Strip]:
        """These lines of the pane with its border."""
        return super().render_lines(crop)

    @property
    def base(self) -> Style:
        """The pane's own style."""
        if "" not in self._inks:
            self._inks[""] = self.rich_style
        return self._inks[""]

    def ink(self, component: str) -> Style:
        """The style of a component, see `strips.ink`."""
        if component not in self._inks:
            self._inks[component] = ink(self, component)
        return self._inks[component]

    def caption(self, text: str) -> None:
        """Other words in the lower border, of which only that line is drawn anew. They are harmless text without markup already."""
        self._border_subtitle = self.render_str(text)
        width, height = self.outer_size
        self.refresh(Region(0, height - 1, width, 1).translate(-self.content_offset))

    def hold(self, lines: int) -> None:
        """From now on there are so many lines to scroll through; nothing moves, but for the scroll bar."""
        self.set_reactive(LinePane.virtual_size, Size(self.scrollable_content_region.width, lines))
        self.vertical_scrollbar.window_virtual_size = lines
        self.scroll_to(y=min(self.scroll_y, self.max_scroll_y), animate=False, force=True)
