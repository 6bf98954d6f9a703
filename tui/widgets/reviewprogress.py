"""The first line of the review: how much is left, and of what."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.background.reviewqueue import Queue
from tui.render import clean
from tui.widgets.strips import Part, bar, fit, ink, strip_of

_BAR = 20


class Progress(Widget):
    """`Review  37 left ███▌············  2 of 40 decided · 1 skipped · Milestones, Apr–Jun 2016`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"progress--name", "progress--left", "progress--bar", "progress--rest", "progress--dim"}

    words: reactive[str] = reactive("")
    """What the queue is limited to."""
    source: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__()
        self._queue: Queue | None = None

    def show(self, queue: Queue, words: str) -> None:
        """Other figures."""
        self._queue, self.words = queue, clean(words)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, queue = self.size.width, self._queue
        name: Part = (" Review  ", ink(self, "progress--name"))
        if queue is None:
            return strip_of([name, ("looking for what waits …", ink(self, "progress--dim"))], width, self.rich_style)
        decided = len(queue.decided)
        if queue.whole:
            count = len(queue.uids)
            left = f"{queue.left:,} left " if queue.left else "none left " if queue.skipped else "all done "
            figures = f"  {decided:,} of {count:,} decided"
            # the figures say more than the bar
            cells = max(0, min(_BAR if width >= 70 else 8, width - cell_len(f"{name[0]}{left}{figures}")))
            full = bar(decided / count if count else 1.0, cells)
            parts: list[Part] = [
                name,
                (left, ink(self, "progress--left")),
                (full, ink(self, "progress--bar")),
                ("·" * (cells - cell_len(full)), ink(self, "progress--rest")),
                (figures, ink(self, "progress--dim")),
            ]
        else:
            parts = [name, (f"{decided:,} decided · counting what is left …", ink(self, "progress--dim"))]
        skipped = f" · {len(queue.skipped):,} skipped" if queue.skipped else ""
        room = width - sum(cell_len(text) for text, _ in parts)
        if skipped and cell_len(skipped) <= room:
            parts.append((skipped, ink(self, "progress--dim")))
            room -= cell_len(skipped)
        told = " · ".join(filter(None, (self.words, self.source)))
        if room > 13 and told:
            parts.append((fit(f"  {told}", room - 1, right=True), ink(self, "progress--dim")))
        return strip_of(parts, width, self.rich_style)
