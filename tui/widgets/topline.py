"""The first line: the name of the app, the panes to click where not all fit, and how much is shown, stored and marked."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from db.queries.listing import Totals
from db.wording import count_words
from tui.messages import PanePicked
from tui.widgets.keptlines import KeptLines
from tui.widgets.moneywords import NOTHING, amounts
from tui.widgets.strips import Part, fit, ink, strip_of

PANES = {"filters": "Filters", "timeline": "Timeline", "detail": "Detail"}
_PANE = "pane"
"""In a style's meta: which pane the words bring forward."""


def summary(totals: Totals | None, shown: int, marked: int, width: int, repeats: Mapping[str, Decimal] = NOTHING) -> str:
    """`12 of 214 milestones · USD 12.4 m · 3 marked`, `214 milestones · 6 sources`.

    In a small width money is kept longer than all but the counts.
    """
    if totals is None:
        return "reading the store …"
    few = f"{shown:,}" if shown == totals.stored else f"{shown:,} of {totals.stored:,}"
    stored = count_words(totals.stored, "milestone")
    count = stored if shown == totals.stored else f"{shown:,} of {stored}"
    # those of the store: beside a part of its milestones they would be taken for the sources of these
    sources = f" · {count_words(totals.sources, 'source')}" if shown == totals.stored else ""
    marks = f" · {marked:,} marked" if marked else ""
    told = amounts(totals, repeats)
    paid = [f" · {' · '.join(told[:most])}{' …' * (most < len(told))}" for most in range(len(told), 0, -1)]
    forms = [count + money + rest + marks for money in paid for rest in (sources, "")]
    forms += [few + money + marks for money in paid if shown != totals.stored]
    for text in (*forms, count + sources + marks, count + marks, f"{shown:,}/{totals.stored:,}{marks}", f"{shown:,}"):
        if cell_len(text) <= width:
            return text
    return ""


class TopLine(KeptLines, Widget):
    """One line; it changes with what it is told and has no state of its own."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "top--name",
        "top--summary",
        "top--pane",
        "top--pane-here",
        "top--stale",
        "top--trouble",
    }

    totals: reactive[Totals | None] = reactive(None)
    shown: reactive[int] = reactive(0)
    marked: reactive[int] = reactive(0)
    stale: reactive[bool] = reactive(False)
    """Whether the totals are about to be replaced: all figures are then those of before, dimmed."""
    waited: reactive[str] = reactive("")
    """What it is said to be waiting for, where that takes more than a moment: the figures of before are then not shown."""
    trouble: reactive[str] = reactive("")
    """What is wrong with the store, as long as it is."""
    repeats: reactive[Mapping[str, Decimal]] = reactive(dict)
    """How much of the amounts, by currency, seems to be told again."""
    pane: reactive[str] = reactive("timeline")
    """The pane with the focus; empty where it is elsewhere."""
    tabs: reactive[bool] = reactive(False)
    """Whether panes are hidden, so that their names are wanted here."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._before: tuple[Totals | None, int, Mapping[str, Decimal]] = None, 0, NOTHING
        """Totals, count and repeats that belong together, while there are no others."""

    def watch_stale(self, stale: bool) -> None:
        """What stands there now stays, all of it, until there are other figures for all of it."""
        if stale:
            self._before = self.totals, self.shown, self.repeats

    def _figures(self, width: int) -> tuple[str, str]:
        """What is shown of the figures, and in which style."""
        if self.trouble:
            return f"✗ {self.trouble}", "trouble"
        if not self.stale:
            return summary(self.totals, self.shown, self.marked, width, self.repeats), "summary"
        if self.waited:
            return self.waited + (f" · {self.marked:,} marked" if self.marked else ""), "summary"
        totals, shown, repeats = self._before
        return summary(totals, shown, self.marked, width, repeats), "stale"

    def render_line(self, y: int) -> Strip:
        """The line."""
        parts: list[Part] = [(" ", ink(self, "top--pane"))] if self.tabs else [(f" {self._title}", ink(self, "top--name"))]
        for pane, name in PANES.items() if self.tabs else ():
            text, style = (f"[{name}]", "pane-here") if pane == self.pane else (f" {name} ", "pane")
            parts.append((text, ink(self, f"top--{style}") + Style.from_meta({_PANE: pane})))
        space = self.size.width - sum(cell_len(text) for text, _ in parts) - 1
        words, style = self._figures(space - 1)
        parts.append((fit(words, space, right=True), ink(self, f"top--{style}")))
        return strip_of(parts, self.size.width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """A pane's name brings it forward."""
        if pane := event.style.meta.get(_PANE):
            self.post_message(PanePicked(pane))
