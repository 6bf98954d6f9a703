"""What became of each file of an import: what could not be read first, one entry after the other, drawn line by line."""

from __future__ import annotations

from textwrap import wrap
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.commands import Where, bindings
from tui.render import clean
from tui.widgets.strips import ink, strip_of


class ImportReport(ScrollView, can_focus=True):
    """One entry a file, wrapped to the width."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.REPORT)
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"report--broken", "report--read"}

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.broken: list[str] = []
        self.read: list[str] = []
        self._lines: tuple[list[str], list[str]] = ([], [])

    def begin(self) -> None:
        """Empty again."""
        self.broken, self.read = [], []
        self.on_resize()

    def add(self, text: str, *, broken: bool) -> None:
        """One file more."""
        text = clean(text)
        (self.broken if broken else self.read).append(text)
        self._lines[not broken].extend(self._wrapped(text, "✗" if broken else "✓"))
        self._fit()

    def _wrapped(self, text: str, sign: str) -> list[str]:
        width = max(8, self.scrollable_content_region.width)
        return wrap(f"{sign} {text}", width, subsequent_indent="  ")

    def on_resize(self) -> None:
        """Another width, other lines."""
        self._lines = (
            [line for text in self.broken for line in self._wrapped(text, "✗")],
            [line for text in self.read for line in self._wrapped(text, "✓")],
        )
        self._fit()

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, sum(map(len, self._lines)))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width = self.scrollable_content_region.width
        at = self.scroll_offset.y + y
        broken, read = self._lines
        if at < len(broken):
            return strip_of([(broken[at], ink(self, "report--broken"))], width, self.rich_style)
        text = read[at - len(broken)] if at - len(broken) < len(read) else ""
        return strip_of([(text, ink(self, "report--read"))], width, self.rich_style)
