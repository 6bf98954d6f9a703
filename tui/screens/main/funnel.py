"""Where every change of the selection goes through: the list is asked for first, the counts after it, stale answers are dropped."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from textual import on
from textual.timer import Timer
from textual.worker import Worker

from db.connect import NoStoreError, StoreError, explain
from db.found import finder
from db.period import period
from db.queries.listing import Totals
from db.queries.where import shows_hidden
from db.selection import Selection
from db.when import When
from tui import messages
from tui.background.lane import Lane
from tui.background.lists import FirstRows, ListRows, count, count_facets, fetch_pages
from tui.commands import key
from tui.config.places import is_there
from tui.config.state import Memory
from tui.notices import no_store, tell, withdraw
from tui.render import clean
from tui.screens.main.empty import ways_out, why_empty
from tui.screens.main.frame import Frame
from tui.screens.main.panes import Layout
from tui.screens.workers import FAULT, Working, each, fault, latest, soon
from tui.textualprivate import once

T = TypeVar("T")

_DETAIL_AFTER = 0.05
"""Seconds that the cursor rests before its milestone is read."""
_PATIENCE = 0.3
"""Seconds after which it is said what is waited for."""
_SEARCHING = "searching …"
_UNREAD = "The store cannot be read"
_TROUBLE = (StoreError, sqlite3.Error)


class Funnel(Working, Frame, inherit_bindings=False):
    """The frame with a store behind it: it owns the selection, the marks and the place of the cursor."""

    def __init__(self, path: Path, title: str, today: date, memory: Memory, sizes: Layout, lane: Lane | None = None) -> None:
        super().__init__(title, memory, sizes)
        self.path = path
        self.today = today
        self.selection = Selection()
        self.past: list[Selection] = []
        """Earlier selections, the latest last."""
        self.marks: frozenset[str] = frozenset()
        self.generation = 0
        """Counts the lists asked for; answers that carry an older number are dropped."""
        self._home: tuple[str, int] | None = None
        """The milestone that a person went to last (uid, month); the cursor comes back to it whenever the list holds it."""
        self._rather: tuple[str, ...] = ()
        """Where the cursor is to be in the next list: on the first of these milestones that it holds."""
        self.aside = ""
        """The milestone outside the list at which the detail alone looks; what is done is done to it. Empty where there is none."""
        self._when: When | None = None
        """The time that the cursor is to go to as soon as the list is there."""
        self.seen: tuple[int, int] | str = ""
        """What the list was made from: how often its lane had opened a store, and that store's version; or why there was none."""
        # what is made of sets is asked in one lane, so that each set is made once
        others = ("rows", "detail", "export", "chart")
        self._lanes = {"list": lane or Lane(path, "list"), **{name: Lane(path, name) for name in others}}
        self._timer: Timer | None = None
        self._listing: Worker[Any] | None = None
        """The latest question for a list."""
        self._listed_for = self.selection
        """The selection whose milestones the list holds."""
        self._late: Timer | None = None
        """Runs out when the figures of another selection take more than a moment."""

    def on_mount(self) -> None:
        """Ask for everything, newest first."""
        self.timeline.today_month = self.today.year * 12 + self.today.month - 1
        self.refresh_all()

    async def on_unmount(self) -> None:
        """End the threads."""
        for lane in self._lanes.values():
            lane.close()

    def select(self, selection: Selection, *, remember: bool = True) -> None:
        """Another selection: what is known changes at once, the list when it is there, the counts after it."""
        if selection == self.selection:
            return
        if remember:
            self.past.append(self.selection)
        self.selection, self.aside = selection, ""
        self.refresh_all()

    def refresh_all(self) -> None:
        """Ask for the list and the counts of the selection, whatever is shown now."""
        self.generation += 1
        for group in ("counts", "sparks", "repeats", "chart", "part"):
            self.workers.cancel_group(self, group)
        self.chips.selection = self.selection
        self.search.show_selection(self.selection)
        self.filters.show_selection(self.selection)
        self.top.stale = self.search.histogram.stale = True
        self.search.histogram.chosen = period(self.selection)
        if self.searching and self._late is None:
            self._late = once(self, _PATIENCE, partial(self._say_awaited, late=True))
        self._say_awaited()
        self._listing = latest(self, partial(self._list, self.generation), "list")
        if self.searching and self.focused not in {self.search.input, self.filters}:
            self.await_list()

    def _say_awaited(self, *, late: bool = False) -> None:
        """Where it takes more than a moment: in place of what is of before, say what is waited for."""
        if not late and not self.top.waited:
            return
        self.filters.late = True
        if self.searching:
            self.top.waited, self.timeline.waited = _SEARCHING, self.top.trouble or _SEARCHING
        elif self.listed:
            shown = self.timeline.map.rows
            self.top.waited = f"{shown:,} milestone{'s' * (shown != 1)} · counting …"

    def await_list(self) -> None:
        """The keys that come next are about the list that was asked for."""
        if self._listing is not None:
            soon(self, self._listing)

    @property
    def searching(self) -> bool:
        """Whether the list still holds the milestones of another selection."""
        return self._listed_for != self.selection

    def show_again(self, uids: tuple[str, ...] = ()) -> None:
        """The store is another now. The cursor goes to the first of `uids` that the list holds, else stays as near as it can."""
        row = self.timeline.row
        self._rather = (*uids, *((row.uid,) if row is not None else ()), *self.timeline.neighbours())
        self.refresh_all()

    async def _list(self, generation: int) -> None:
        uid, month = self._home or ("", None)
        question = ListRows(self.selection, self._rather or ((uid,) if uid else ()), month)
        lane = self._lanes["list"]
        try:
            begun = not self.seen and await self._first_rows(generation)
            listed = await lane.ask(question)
            seen = (lane.opened, listed.version)
            if self.marks and (seen != self.seen or shows_hidden(self._listed_for)):
                from db.queries.sifting import lost

                self._lose(await lane.ask(partial(lost, selection=self.selection, uids=self.marks)))
        except _TROUBLE as error:
            self.seen = str(error)
            self.trouble(error)
            if self.timeline.map.rows:
                # what was told in passing is gone before the store is back
                self.top.trouble = "the store is gone" if isinstance(error, NoStoreError) else "the store cannot be read"
                self.timeline.waited = self.top.trouble
            return
        self.seen, self.top.trouble = seen, ""
        withdraw(self, _UNREAD)
        if generation != self.generation:
            return
        self.keyline.first = () if listed.lines.rows else ways_out(self.selection)
        if not listed.lines.rows:
            self.say(*why_empty(self.selection, listed.near, self.path))
        place = self.timeline.cursor if begun else listed.place
        if place is None:
            place = listed.lines.row_near(month) if month is not None else 0
        self._listed_for = self.selection
        self.timeline.finder = finder(self.selection)
        self.detail.light(self.timeline.finder)
        self.timeline.show(listed.lines, generation, dict(listed.pages), place, top=self._home is None)
        if self._rather:
            self._rather = ()
            self.keep_home()
        if self._when is not None:
            self.timeline.go_to_period(self._when)
            self._when = None
        self.top.shown = listed.lines.rows
        self._say_awaited()
        # what counts would take the processor from what draws
        await self._until_drawn()
        if generation == self.generation:
            self.follow_up()

    def follow_up(self) -> None:
        """Ask for what belongs to the list that is there now."""
        latest(self, partial(self._count, self.generation), "counts")

    async def _first_rows(self, generation: int) -> bool:
        """Show the first page, which is there long before all is counted, and let it be drawn; whether there is one."""
        first = await self._lanes["list"].ask(FirstRows(self.selection))
        if not first.lines.rows or generation != self.generation:
            return False
        self._listed_for = self.selection
        self.timeline.show(first.lines, generation, dict(first.pages), 0, top=True)
        await self._until_drawn()
        return True

    async def _until_drawn(self) -> None:
        drawn = asyncio.Event()
        self.call_after_refresh(drawn.set)
        await drawn.wait()

    async def _count(self, generation: int) -> None:
        try:
            question = partial(count, selection=self.selection, lines=self.timeline.map, fields=self.filters.ask())
            counted = await self._lanes["list"].ask(question)
        except _TROUBLE as error:
            self.trouble(error)
            return
        if generation != self.generation:
            return
        if self._late is not None:
            self._late.stop()
            self._late = None
        self.top.waited, self.filters.late = "", False
        self.counted(counted.totals)
        self.search.histogram.months, self.search.histogram.stale = counted.months, False
        self.filters.show_times(counted.months)
        self.filters.show_facets(counted.facets)

    def counted(self, totals: Totals) -> None:
        """What the selection comes to."""
        self.top.totals, self.top.repeats, self.top.stale = totals, {}, False

    @on(messages.FacetsWanted)
    def _facets_wanted(self, message: messages.FacetsWanted) -> None:
        each(self, partial(self._count_facets, self.generation, message.fields), "counts")

    async def _count_facets(self, generation: int, fields: tuple[str, ...]) -> None:
        """Facets that came into view after the others were counted."""
        try:
            facets = await self._lanes["list"].ask(partial(count_facets, selection=self.selection, fields=fields))
        except _TROUBLE as error:
            self.trouble(error)
            return
        if generation == self.generation:
            self.filters.show_facets(facets)

    @on(messages.RowsWanted)
    def _rows_wanted(self, message: messages.RowsWanted) -> None:
        if message.generation == self.generation:
            each(self, partial(self._rows, message, self.selection), "rows")

    async def _rows(self, message: messages.RowsWanted, selection: Selection) -> None:
        if message.generation != self.generation:
            return
        question = partial(fetch_pages, selection=selection, lines=self.timeline.map, numbers=message.pages)
        try:
            pages = await self._lanes["rows"].ask(question)
        except _TROUBLE as error:
            self.timeline.forget_asked(message.pages)
            self.trouble(error)
            return
        self.timeline.take_pages(message.generation, pages)

    @on(messages.CursorMoved)
    def _cursor_moved(self, message: messages.CursorMoved) -> None:
        message.stop()
        self._stop_timer()
        if message.row is None:
            self.aside = ""
            self.detail.show(None)
            self.search.histogram.here = -1
            return
        if message.by_person:
            self.keep_home()
        if message.by_person or message.row.uid == self.aside:
            self.aside = ""
        self.search.histogram.here = self.timeline.month
        wait = _DETAIL_AFTER if self.detail.detail is not None else 0.001
        self._timer = once(self, wait, self._look_here)

    @property
    def here(self) -> str:
        """The uid of the milestone that the detail looks at aside, else of that under the cursor; empty where there is none."""
        row = self.timeline.row
        return self.aside or (row.uid if row is not None else "")

    @property
    def listed(self) -> bool:
        """Whether the list of the selection is there, all of it."""
        return self.timeline.map.whole and self.timeline.generation == self.generation

    def go_to_period(self, when: When) -> None:
        """The cursor goes to the newest of a time, now or as soon as the list is there."""
        if self.listed:
            self.timeline.go_to_period(when)
        else:
            self._when = when

    def keep_home(self) -> None:
        """Where the cursor is now is where a person wants it."""
        if self.timeline.row is not None:
            self._home = (self.timeline.row.uid, self.timeline.month)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _look_here(self) -> None:
        self._timer = None
        if here := self.here:
            self.look_at(here)

    def look_at(self, uid: str) -> None:
        """Show a milestone in the detail, wherever the cursor is."""
        self._stop_timer()
        latest(self, partial(self._detail, uid), "detail")

    async def _detail(self, uid: str) -> None:
        from db.queries.details import NotFound
        from tui.background.lookup import looked_up

        try:
            self.detail.show(*await self._lanes["detail"].ask(partial(looked_up, uid=uid)))
        except NotFound:
            self.aside = ""
            self.detail.show(None)
        except _TROUBLE as error:
            self.trouble(error)

    async def ask(self, question: Callable[[sqlite3.Connection], T], lane: str = "export") -> T | None:
        """A longer question, in a lane of its own; None where it failed, which has been said."""
        try:
            return await self._lanes[lane].ask(question)
        except _TROUBLE as error:
            self.trouble(error)
            return None

    def trouble(self, error: BaseException) -> None:
        """And say it in place of the list, where there is none."""
        if not isinstance(error, _TROUBLE):
            super().trouble(error)
            self.say((FAULT, True), (clean(fault(error)), False))
            return
        if not is_there(self.path) and not self.timeline.map.rows:
            self.top.totals, self.top.stale = Totals(0, 0, 0, 0, ()), False
            self.keyline.first, self.filters.counting = ways_out(Selection()), False
            self.say(*why_empty(Selection(), (), self.path))
            return
        if isinstance(error, sqlite3.Error):
            error = explain(error, self.path)
        text = clean(str(error))
        if isinstance(error, NoStoreError):
            text = no_store(self.path)
        self.say((_UNREAD, True), (text, False), (f"{key('reload')} tries again", False))
        # in one line, where its folder leaves no room for what to do
        tell(self, text.replace(str(self.path), self.path.name), _UNREAD, kind="error")

    def set_marks(self, marks: frozenset[str]) -> None:
        """Other marks."""
        self.marks = self.timeline.marks = marks
        self.top.marked = len(marks)

    def _lose(self, uids: frozenset[str]) -> None:
        """These are marked, and no list holds them any more."""
        if away := self.marks & uids:
            self.set_marks(self.marks - away)
            words = f"{len(away):,} of the marked milestones {'is' if len(away) == 1 else 'are'} in no list any more"
            tell(self, f"{words}: rejected, merged or taken back.", "Fewer are marked", kind="warning")
