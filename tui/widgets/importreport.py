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

BROKEN, EMPTY, READ = "✗", "·", "✓"
"""Before a file that could not be read, one in which no milestone was found, and any other; in this order they are shown."""
_INKS = {BROKEN: "report--broken", EMPTY: "report--empty", READ: "report--read"}


def _none() -> dict[str, list[str]]:
    return {sign: [] for sign in _INKS}


class ImportReport(ScrollView, can_focus=True):
    """One entry a file, wrapped to the width."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.REPORT)
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {*_INKS.values()}

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._entries, self._lines = _none(), _none()

    @property
    def broken(self) -> list[str]:
        """What could not be read."""
        return self._entries[BROKEN]

    def begin(self) -> None:
        """Empty again."""
        self._entries = _none()
        self.on_resize()

    def add(self, text: str, sign: str) -> None:
        """One file more."""
        text = clean(text)
        self._entries[sign].append(text)
        self._lines[sign].extend(self._wrapped(text, sign))
        self._fit()

    def _wrapped(self, text: str, sign: str) -> list[str]:
        width = max(8, self.scrollable_content_region.width)
        return wrap(f"{sign} {text}", width, subsequent_indent="  ")

    def on_resize(self) -> None:
        """Another width, other lines."""
        self._lines = {sign: [line for text in told for line in self._wrapped(text, sign)] for sign, told in self._entries.items()}
        self._fit()

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, sum(map(len, self._lines.values())))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width = self.scrollable_content_region.width
        at = self.scroll_offset.y + y
        for sign, lines in self._lines.items():
            if at < len(lines):
                return strip_of([(lines[at], ink(self, _INKS[sign]))], width, self.rich_style)
            at -= len(lines)
        return strip_of([], width, self.rich_style)
