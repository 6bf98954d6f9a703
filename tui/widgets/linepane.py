"""A pane that is drawn line by line.

It knows its own colours without working them out for every line, and draws no more anew than what changed: Textual would draw the
whole pane for another word below it, and lay out the whole screen for another number of lines.
"""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar

from tui.textualprivate import bar_of, give_bar, set_subtitle
from tui.widgets.keptlines import KeptLines, KeptScrollBar
from tui.widgets.strips import ink


class LinePane(KeptLines, ScrollView, inherit_bindings=False):
    """A scrolling pane whose lines are strips."""

    _inks: dict[str, Style]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._inks = {}

    def notify_style_update(self) -> None:
        """Another theme, or the focus came or went."""
        super().notify_style_update()
        self._inks = {}

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar, made when it is first wanted."""
        if (bar := bar_of(self)) is None:
            bar = KeptScrollBar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            give_bar(self, bar)
        return bar

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
        set_subtitle(self, self.render_str(text))
        width, height = self.outer_size
        self.refresh(Region(0, height - 1, width, 1).translate(-self.content_offset))

    def hold(self, lines: int) -> None:
        """From now on there are so many lines to scroll through; nothing moves, but for the scroll bar."""
        self.set_reactive(LinePane.virtual_size, Size(self.scrollable_content_region.width, lines))
        self.vertical_scrollbar.window_virtual_size = lines
        self.scroll_to(y=min(self.scroll_y, self.max_scroll_y), animate=False, force=True)
