"""A pane that is drawn line by line: it knows its own colours without working them out for every line."""

from __future__ import annotations

from rich.style import Style
from textual.scroll_view import ScrollView

from tui.widgets.strips import ink


class LinePane(ScrollView, inherit_bindings=False):
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
