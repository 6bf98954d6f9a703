"""The first line of the review: how much is left, and of what."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.render import clean
from tui.widgets.strips import Part, bar, fit, ink, strip_of

_BAR = 20


class Progress(Widget):
    """`Review  37 left ███████▌············  3 of 40 done · Milestones, Apr–Jun 2016`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"progress--name", "progress--left", "progress--bar", "progress--rest", "progress--dim"}

    left: reactive[int] = reactive(0)
    count: reactive[int] = reactive(-1)
    """How many there were; negative while that is being asked."""
    words: reactive[str] = reactive("")
    """What the queue is limited to."""
    source: reactive[str] = reactive("")

    def show(self, left: int, count: int, words: str) -> None:
        """Other figures."""
        self.left, self.count, self.words = left, count, clean(words)

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        if self.count < 0:
            return strip_of([(" Review", ink(self, "progress--name"))], width, self.rich_style)
        done = self.count - self.left
        cells = _BAR if width >= 70 else 8
        full = bar(done / self.count if self.count else 1.0, cells)
        left = f"{self.left:,} left" if self.left else "all done"
        parts: list[Part] = [
            (" Review  ", ink(self, "progress--name")),
            (f"{left} ", ink(self, "progress--left")),
            (full, ink(self, "progress--bar")),
            ("·" * (cells - cell_len(full)), ink(self, "progress--rest")),
            (f"  {done:,} of {self.count:,} done", ink(self, "progress--dim")),
        ]
        room = width - sum(cell_len(text) for text, _ in parts) - 1
        told = " · ".join(filter(None, (self.words, self.source)))
        if room > 12 and told:
            parts.append((fit(f"  {told}", room, right=True), ink(self, "progress--dim")))
        return strip_of(parts, width, self.rich_style)
