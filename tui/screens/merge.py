"""Two tellings side by side, for a person to say whether they are one event, and which of the two then stands for both."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import Static

from db import names
from db.models import Kind
from db.queries.duplicates import Pair, Telling
from db.when import When
from db.wording import source_names
from tui.background import deeds
from tui.background.deeds import Deed, Done
from tui.commands import Where, bindings
from tui.render import clean
from tui.screens.dialog import Dialog
from tui.screens.workers import leading
from tui.theme import STYLES


class _Side(VerticalScroll, can_focus=False):
    """One of the two; a click chooses it."""

    def __init__(self, telling: Telling, number: int) -> None:
        super().__init__(id=f"merge-{number}", classes="side")
        self.telling = telling
        self.number = number

    def compose(self) -> ComposeResult:
        """Title, facts, quote."""
        one = self.telling
        kind = names.kind_info(Kind(one.kind))
        places = ", ".join(names.country_name(code) for code in one.countries.split(", ") if code)
        paid = f"funded by {one.donors}" if one.donors else "no donor named"
        told = (When(one.date).show_long(), f"{kind.glyph} {one.kind}", one.place, places, paid, one.amounts)
        facts = "\n".join(filter(None, told))
        yield Static(clean(one.title), classes="side-title", markup=False)
        yield Static("\n".join(map(clean, facts.splitlines())), classes="side-facts", markup=False)
        yield Static(f"“{clean(one.quote)}”" if one.quote else "entered by a person", classes="side-quote", markup=False)
        yield Static(clean(" · ".join(source_names(one.source, one.file))), classes="side-source", markup=False)

    def choose(self, chosen: bool) -> None:
        """Show whether it stands."""
        self.set_class(chosen, "-stands")
        self.border_title = (
            f"{'●' if chosen else '○'} {self.number}: {'stands for both' if chosen else 'becomes part of the other'}"
        )


class MergeScreen(Dialog[Done], inherit_bindings=False):
    """It does the writing itself and gives back what was done."""

    CSS_PATH = STYLES / "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.MERGE)
    AUTO_FOCUS = None

    def __init__(self, path: Path, pair: Pair) -> None:
        super().__init__(Where.MERGE)
        self.store = path
        self._pair = pair
        self.stands = 1
        """Which of the two stands for both: 1 or 2."""
        self.sides = (_Side(pair.one, 1), _Side(pair.other, 2))

    def compose(self) -> ComposeResult:
        """What agrees, both sides, the keys."""
        with Vertical(id="merge") as box:
            box.border_title = "One event, told twice?"
            yield Static(clean("; ".join(self._pair.why)) or "marked by you", id="merge-why", markup=False)
            with Container(id="merge-sides"):
                yield from self.sides
            with Vertical(id="merge-foot"):
                yield self.said
                yield self.keys

    def on_mount(self) -> None:
        """The better one is chosen."""
        self.action_choose(1)

    def on_resize(self) -> None:
        """Side by side where there is room."""
        self.set_class(self.app.size.width >= 70, "-wide")

    def action_choose(self, number: int) -> None:
        """Which of the two stands."""
        self.stands = number
        for side in self.sides:
            side.choose(side.number == number)

    def action_other(self) -> None:
        """The other one stands."""
        self.action_choose(3 - self.stands)

    def on_click(self, event: object) -> None:
        """On a side, choose it."""
        for side in self.sides:
            if side.region.contains_point(self.app.mouse_position):
                self.action_choose(side.number)

    def action_scroll(self, lines: int) -> None:
        """Both quotes, where they are long, or all."""
        for side in (self.query_one("#merge-sides"), *self.sides):
            side.scroll_relative(y=lines, animate=False, force=True)

    def action_merge(self) -> None:
        """They are one event."""
        chosen = (self._pair.one.uid, self._pair.other.uid)
        self._start(partial(deeds.merge, uids=chosen if self.stands == 1 else chosen[::-1]))

    def action_different(self) -> None:
        """They are two."""
        self._start(partial(deeds.set_apart, uids=(self._pair.one.uid, self._pair.other.uid)))

    def _start(self, deed: Deed) -> None:
        leading(self, partial(self._do, deed), "deeds")

    async def _do(self, deed: Deed) -> None:
        if (done := await self.carry_out(deed)) is not None:
            self.dismiss(done)
