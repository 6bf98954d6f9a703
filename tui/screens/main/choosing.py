"""What is shown, and where one is in it: what follows from the facets, the chips, the search line and the histogram."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from db.period import undated, within
from db.queries.listing import Totals
from db.selection import Selection, parse
from db.terms import QueryError
from db.when import When
from tui import messages
from tui.background.lane import Lane
from tui.background.lists import count_facets
from tui.commands import key
from tui.config.state import Memory
from tui.notices import answer, tell
from tui.screens.main.changing import Changing
from tui.screens.main.panes import Layout
from tui.screens.workers import each, latest
from tui.widgets.search import SearchLine

if TYPE_CHECKING:
    from db.repeats import Again

_NAMING = 50_000
"""Up to so many milestones that name an amount are looked through for what is told again, unasked."""


class Choosing(Changing, inherit_bindings=False):
    """The panes, and the many faces of the one selection."""

    def __init__(self, path: Path, title: str, today: date, memory: Memory, sizes: Layout, lane: Lane | None = None) -> None:
        super().__init__(path, title, today, memory, sizes, lane)
        self.search.searches, self.search.today = memory.state.searches, today
        self._before_search: Selection | None = None
        """What was selected when the search line was entered."""
        self._again: tuple[Selection, tuple[Again, ...]] | None = None
        """The sums of a selection that are told again, as they were asked for last."""

    def select(self, selection: Selection, *, remember: bool = True) -> None:
        """What was typed before another choice was made is a step of its own; the search line then shows that choice."""
        if remember:
            self._remember_search()
        super().select(selection, remember=remember)
        if remember and self._before_search is not None:
            self._before_search = self.selection
            self.search.show_selection(self.selection, force=True)

    def _remember_search(self) -> None:
        """One step back from here is what was shown before one typed."""
        if self._before_search not in {None, self.selection}:
            self.past.append(self._before_search)

    @on(messages.FacetToggled)
    def _facet_toggled(self, message: messages.FacetToggled) -> None:
        change = self.selection.exclude if message.exclude else self.selection.toggle
        try:
            self.select(change(message.field, message.value))
        except QueryError as error:
            tell(self, error.message, kind="warning")

    @on(messages.ChipRemoved)
    def _chip_removed(self, message: messages.ChipRemoved) -> None:
        self.select(Selection() if message.index < 0 else self.selection.without(message.index))
        if self.focused is self.chips and not self.selection.terms:
            self.go_to_pane("timeline")

    @on(messages.SelectionTyped)
    def _typed(self, message: messages.SelectionTyped) -> None:
        self.select(message.selection, remember=False)

    @on(SearchLine.Wrong)
    def _wrong(self, message: SearchLine.Wrong) -> None:
        self.chips.error = message.text

    def action_search(self) -> None:
        """To the search line."""
        self.search.display = True
        self.search.begin()

    @on(SearchLine.Entered)
    def _search_entered(self) -> None:
        self._before_search = self.selection

    @on(SearchLine.Exited)
    def _search_exited(self) -> None:
        """Left by the mouse or for another pane: what was typed is kept."""
        self._remember_search()
        self._before_search = None

    @on(messages.ValuesWanted)
    def _values_wanted(self, message: messages.ValuesWanted) -> None:
        latest(self, partial(self._values, message), "values")

    async def _values(self, message: messages.ValuesWanted) -> None:
        """Counted beside what stands before it in the query; where that is not understood, in everything."""
        try:
            beside = parse(message.before, self.today)
        except QueryError:
            beside = Selection()
        facets = await self.ask(partial(count_facets, selection=beside, fields=(message.field,)), "list")
        if facets is not None:
            self.search.take_values(message.before, message.field, facets[message.field])

    @on(messages.SearchLeft)
    def _search_left(self, message: messages.SearchLeft) -> None:
        """To the list, with what was typed or as it was before."""
        typed = self.search.settle()
        if message.keep and typed is None:
            # what is wrong with the query stands below it; leaving would throw it away
            self.search.input.focus()
            return
        if message.keep:
            assert typed is not None
            self.select(typed, remember=False)
            self._remember_search()
            self.searched(self.selection.text())
        elif self._before_search is not None:
            self.select(self._before_search, remember=False)
        self._before_search = None
        self.go_to_pane("timeline")
        self.await_list()
        self.search.show_selection(self.selection, force=True)

    def searched(self, query: str) -> None:
        """Remember what was searched for."""
        self.memory.searched(query)
        self.learn()
        self.search.searches = self.memory.state.searches

    # choosing a time

    def action_when(self) -> None:
        """To the histogram, which has the whole line meanwhile."""
        histogram = self.search.histogram
        self.search.display = histogram.display = histogram.can_focus = True
        histogram.focus()

    @on(messages.PeriodPointed)
    def _period_pointed(self, message: messages.PeriodPointed) -> None:
        self.chips.saying = message.words

    @on(messages.PeriodPicked)
    def _period_picked(self, message: messages.PeriodPicked) -> None:
        self.select(undated(self.selection) if message.months is None else within(self.selection, message.months))
        self._period_left()

    @on(messages.PeriodLeft)
    def _period_left(self) -> None:
        if self.focused is self.search.histogram:
            self.go_to_pane(self.pane)

    @on(messages.SparksWanted)
    def _sparks_wanted(self, message: messages.SparksWanted) -> None:
        each(self, partial(self._sparks, message, self.generation), "sparks")

    async def _sparks(self, message: messages.SparksWanted, generation: int) -> None:
        """When the values of facets were, one facet after the other."""
        from db.queries.histogram import value_months

        for field, values in message.values.items():
            question = partial(value_months, selection=self.selection, field=field, values=values)
            months = await self.ask(question, "list")
            if months is None or generation != self.generation:
                return
            self.filters.show_sparks(field, months)

    def action_drop_last(self) -> None:
        """Without the last condition."""
        if self.selection.terms:
            self.select(self.selection.without(len(self.selection.terms) - 1))

    def action_show_all(self) -> None:
        """Without any condition."""
        self.filters.clear_narrow()
        self.select(Selection())

    def counted(self, totals: Totals) -> None:
        """See whether some of the amounts are told again, as long as they are few enough to look through."""
        super().counted(totals)
        self._again = None
        if 0 < totals.naming <= _NAMING:
            latest(self, partial(self._repeats, self.generation), "repeats")

    async def _repeats(self, generation: int) -> None:
        from db.repeats import surplus

        found = await self._sums_again(self.selection)
        if generation == self.generation:
            self.top.repeats = surplus(found)

    async def _sums_again(self, selection: Selection) -> tuple[Again, ...]:
        """The sums of a selection that are told more than once; it is looked through once."""
        from db.queries.again import sums_again

        if self._again is not None and self._again[0] == selection:
            return self._again[1]
        found = await self.ask(partial(sums_again, selection=selection))
        if found is not None:
            self._again = selection, found
        return found or ()

    @property
    def as_fields(self) -> Selection:
        """The selection with plain words as the fields that they name."""
        from db.meaning import meant

        return meant(self.selection)

    def action_as_fields(self) -> None:
        """Look for what the words name."""
        self.select(self.as_fields)

    def action_money(self) -> None:
        """Say in full what the amounts of what is shown come to."""
        totals = self.top.totals
        if totals is None or self.top.stale:
            tell(self, "Still counting.")
            return
        latest(self, partial(self._money, self.selection, totals), "money")

    async def _money(self, selection: Selection, totals: Totals) -> None:
        from tui.widgets.moneywords import sums

        found = await self._sums_again(selection)
        if selection != self.selection:
            return
        told = list(sums(totals, found, key("merge")))
        if totals.undivided:
            told.append("Undivided: what is shared with other countries or donors counts in full.")
        told = told or ["No amount is known of any of them."]
        named = f"{totals.naming:,} of {totals.shown:,} name an amount" if totals.naming else f"{totals.shown:,} shown"
        answer(self, "\n".join(told), f"{named}: {selection.words()}")

    @on(messages.GoToDateWanted)
    def _go_to_date_wanted(self) -> None:
        from tui.screens.goto import GoToScreen

        self.app.push_screen(GoToScreen(self.today), self._go_to_date)

    def _go_to_date(self, when: When | None) -> None:
        if when is not None:
            self.go_to_period(when)

    @on(messages.MonthPicked)
    def _month_picked(self, message: messages.MonthPicked) -> None:
        self.timeline.go_to_month(message.month)
