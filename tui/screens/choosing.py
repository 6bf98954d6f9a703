"""What is shown, and where one is in it: what follows from the facets, the chips, the search line and the histogram."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from textual import on

from db.selection import Selection
from db.terms import QueryError
from db.when import When
from tui import messages
from tui.loader import Lane
from tui.render import clean
from tui.screens.changing import Changing
from tui.widgets.search import SearchLine


class Choosing(Changing, inherit_bindings=False):
    """The panes, and the many faces of the one selection."""

    def __init__(self, path: Path, title: str, today: date, lane: Lane | None = None) -> None:
        super().__init__(path, title, today, lane)
        self._before_search: Selection | None = None
        """What was selected when the search line was entered."""

    @on(messages.FacetToggled)
    def _facet_toggled(self, message: messages.FacetToggled) -> None:
        change = self.selection.exclude if message.exclude else self.selection.toggle
        try:
            self.select(change(message.field, message.value))
        except QueryError as error:
            self.notify(clean(error.message), severity="warning", markup=False)

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
        self.search.input.focus()

    @on(SearchLine.Entered)
    def _search_entered(self) -> None:
        self._before_search = self.selection

    @on(messages.SearchLeft)
    def _search_left(self, message: messages.SearchLeft) -> None:
        """To the list, with what was typed or as it was before."""
        typed = self.search.settle()
        if message.keep and typed is None:
            # what is wrong with the query stands below it; leaving would throw it away
            self.search.input.focus()
            return
        before, self._before_search = self._before_search, None
        if message.keep:
            assert typed is not None
            self.select(typed, remember=False)
            if before is not None and before != self.selection:
                self.past.append(before)
        elif before is not None:
            self.select(before, remember=False)
        self.go_to_pane("timeline")
        self.search.show_selection(self.selection, force=True)

    def action_drop_last(self) -> None:
        """Without the last condition."""
        if self.selection.terms:
            self.select(self.selection.without(len(self.selection.terms) - 1))

    def action_show_all(self) -> None:
        """Without any condition."""
        self.filters.clear_narrow()
        self.select(Selection())

    def action_money(self) -> None:
        """Say in full what the amounts of what is shown come to."""
        totals = self.top.totals
        if totals is None or self.top.stale:
            self.notify("Still counting.", markup=False)
            return
        told = [str(money) for money in totals.money if money.value] or ["No amount is known of any of them."]
        title = f"{totals.shown:,} shown: {self.selection.words()}"
        self.notify("\n".join(told), title=clean(title), timeout=12, markup=False)

    @on(messages.GoToDateWanted)
    def _go_to_date_wanted(self) -> None:
        from tui.screens.goto import GoToScreen

        self.app.push_screen(GoToScreen(self.today), self._go_to_date)

    def _go_to_date(self, when: When | None) -> None:
        last = (when.end or when.start) if when is not None else None
        if last is not None:
            self.timeline.go_to_month(last.year * 12 + last.month - 1)

    @on(messages.MonthPicked)
    def _month_picked(self, message: messages.MonthPicked) -> None:
        self.timeline.go_to_month(message.month)
