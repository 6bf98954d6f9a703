"""The main screen: what follows from each thing that a person does in a pane, and from each command that works everywhere."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from tui import messages
from tui.background.lists import marked_all, row_in
from tui.commands import BY_ID, Command, Where, bindings, key
from tui.notices import hush, take_away, tell
from tui.screens.commanding import Commanding
from tui.screens.main.importing import Importing
from tui.screens.main.viewing import Viewing
from tui.screens.main.watching import Watching
from tui.screens.workers import each, give_up, leading
from tui.views.timeline import Face

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.queries.around import Around, Neighbour
    from tui.commands.reasons import Situation


class MainScreen(Viewing, Importing, Watching, Commanding, inherit_bindings=False):
    """Filters, timeline and detail over one store."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.EVERYWHERE, Where.CHANGES)

    def action_reload(self) -> None:
        """See what another program has changed."""
        self.refresh_all()

    def action_back(self) -> None:
        """One step back: what a key leads to, an answer, what narrows the filters, what is looked at aside; or `_step_back`."""
        if give_up(self) or take_away(self) or self.filters.clear_narrow():
            return
        if self.aside:
            self.aside = ""
            hush(self)
            self.look_at(self.here)
        else:
            self._step_back()

    def _step_back(self) -> None:
        """The maximised pane, the article, the pane, a period of the chart, the chart that led to the list, the last selection."""
        if self.sizes.maximised:
            self.maximise(False)
        elif self.detail.reading and self.detail.display:
            self.detail.read(False)
            self.go_to_pane("timeline")
        elif self.focused is not self.panes["timeline"]:
            self.go_to_pane("timeline")
        elif not self.back_to_time() and not self.back_to_chart() and self.past:
            self.select(self.past.pop(), remember=False)

    # reading

    @on(messages.ArticleWanted)
    def _article_wanted(self) -> None:
        self.keep_home()
        if self.detail.display and not self.sizes.maximised:
            self.detail.read(not self.detail.reading)
        else:
            self.detail.read(True)
            self.go_to_pane("detail")

    def action_sibling(self, step: int) -> None:
        """To the milestone after (before, if negative) the one in the detail, in the same article."""
        self._visit(attrgetter("after" if step > 0 else "before"))

    def action_instalment(self, step: int) -> None:
        """To the next later (earlier, if negative) instalment of the series."""
        self._visit(attrgetter("later" if step > 0 else "earlier"))

    def _visit(self, which: Callable[[Around], Neighbour | None]) -> None:
        leading(self, partial(self._go_beside, self.here, which), "visit")

    async def _go_beside(self, uid: str, which: Callable[[Around], Neighbour | None]) -> None:
        """To a neighbour of a milestone, which the detail may not show yet."""
        from db.queries.around import around

        found = await self.ask(partial(around, uid=uid))
        if found is not None and (neighbour := which(found)) is not None:
            await self._go_to(neighbour.uid)
        elif found is not None:
            tell(self, "There is no further one that way.", kind="warning")

    @on(messages.VisitWanted)
    def _visit_wanted(self, message: messages.VisitWanted) -> None:
        leading(self, partial(self._go_to, message.uid), "visit")

    async def _go_to(self, uid: str) -> None:
        """The cursor goes there; where the list does not hold it, the detail alone does. It is there when the detail shows it."""
        generation, selection = self.generation, self.selection
        found = await self.ask(lambda connection: (row_in(connection, selection, uid),), "list")
        if found is None or generation != self.generation:
            return
        if found[0] is not None:
            self.aside = ""
            self.timeline.go_to_row(found[0])
            if self.timeline.row is None:
                # until its page is there
                self.aside = uid
        else:
            self.aside = uid
            if not self.detail.display:
                # what keys act on is seen
                self.go_to_pane("detail")
            tell(self, "Outside the filter. Keys act on what the detail shows.", then="back")
        await self._detail(uid)

    # marks

    @on(messages.MarkToggled)
    def _mark_toggled(self, message: messages.MarkToggled) -> None:
        self.set_marks(self.marks ^ {message.uid})

    @on(messages.MarkAllWanted)
    def _mark_all_wanted(self) -> None:
        each(self, self._mark_all, "marks")

    async def _mark_all(self) -> None:
        generation, marks = self.generation, self.marks
        found = await self.ask(partial(marked_all, selection=self.selection, marks=marks))
        if found is None or generation != self.generation:
            return
        if marks is self.marks:
            self.set_marks(found)
        else:
            self._mark_all_wanted()

    # commands by name

    def action_help(self) -> None:
        """What the pane with the focus is for, and all keys."""
        self.post_message(messages.HelpWanted(self.keyline.where))

    def action_theme(self) -> None:
        """Choose other colours."""
        self.app.search_themes()

    def situation(self) -> Situation:
        """How things stand in the panes."""
        from tui.commands.reasons import Situation

        detail = self.detail.detail
        return Situation(
            shown=self.timeline.map.rows,
            listed=self.listed,
            unlisted=(self.top.trouble or "still searching") if self.searching else "",
            here=bool(self.here),
            marked=len(self.marks),
            around=self.detail.around if detail is None or detail.uid == self.here else None,
            series=detail is not None and detail.milestone.series is not None,
            merged=len(self.detail.past.told_too) if self.detail.past is not None else 0,
            times=bool(self.search.histogram.months),
            conditions=len(self.selection.terms),
            naming_words=self.as_fields != self.selection,
            panes=sum(bool(pane.display) for pane in self.panes.values()),
        )

    async def action_command(self, name: str) -> None:
        """As everywhere; what needs a value of the filters goes there and waits until one is chosen."""
        command = BY_ID[name]
        if command.where is Where.FILTERS and self.focused is not self.filters:
            self.go_to_pane("filters")
            tell(self, f"Go to a value, then press {key(name)}.", command.title)
        else:
            await super().action_command(name)

    def action_elsewhere(self, name: str) -> None:
        """A key of the chart, pressed in the list."""
        tell(self, f"{key('face')} turns the list to the chart.", f"{BY_ID[name].title}: only in the chart")

    def owner(self, command: Command) -> Widget:
        """The screen, a line or a pane, which is brought forward."""
        if command.where is Where.CHART:
            self.look(replace(self.view, face=Face.CHART))
            self.go_to_pane("timeline")
        elif command.where in {Where.TIMELINE, Where.FILTERS, Where.DETAIL}:
            self.go_to_pane(command.where.value)
        if command.where in {Where.EVERYWHERE, Where.CHANGES}:
            return self
        above = {Where.CHIPS: self.chips, Where.SEARCH: self.search.input, Where.HISTOGRAM: self.search.histogram}
        return above.get(command.where) or self.panes[self.pane]
