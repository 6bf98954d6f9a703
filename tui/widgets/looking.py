"""Which part of time a chart shows: nearer and farther, earlier and later, by keys, with the wheel, by dragging, on its axis.

Also its steps by date.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from textual import events, on
from textual.reactive import reactive
from textual.widget import Widget

from db.queries.listing import Row
from tui import messages
from tui.chart.data import Charted
from tui.chart.plan import Place, Plan, filling, goes_beyond, room, stepped, zoomed
from tui.chart.timescale import Window, scale_for
from tui.notices import tell
from tui.views.timeline import TimelineView


class Looking(Widget, inherit_bindings=False):
    """How it is to be looked at it says by `ViewWanted`, and the screen decides."""

    view: reactive[TimelineView] = reactive(TimelineView())
    data: reactive[Charted] = reactive(Charted)
    today: int
    """The day that is today, as an ordinal."""
    dragged = False
    """Whether the mouse has moved since its button went down on it."""
    _grip: int | None = None
    """The column where the button went down; None where it is up."""
    _held: Window
    """What was shown then."""

    @property
    def plan(self) -> Plan:
        """What is drawn where."""
        raise NotImplementedError

    @property
    def here(self) -> Place | None:
        """Where the cursor stands; None where its milestone is not in view."""
        raise NotImplementedError

    @property
    def known(self) -> Row | None:
        """What the list knows of the milestone under the cursor."""
        raise NotImplementedError

    def scroll_lanes(self, step: int) -> bool:
        """Other lanes in view; whether there were any."""
        raise NotImplementedError

    def action_pan(self, step: int) -> None:
        """Later (negative: earlier) by an eighth of what is shown."""
        window = self.plan.window
        self.look(replace(window, first=window.first + step * max(1, window.width // 8)))

    def action_zoom(self, steps: int) -> None:
        """Nearer, or farther where negative; what is under the cursor stays in its column."""
        self.look(zoomed(self.plan.window, steps, self.here, self.known))

    def action_fit(self) -> None:
        """As near as most of what is shown fits."""
        self.post_message(messages.ViewWanted(replace(self.view, unit=None, at=None, days=None)))

    def view_of(self, first: int, last: int) -> TimelineView:
        """These days in the middle, looked at as near as they fit."""
        window = self.plan.window
        middle, days = filling(first, last, window)
        return replace(self.view, unit=scale_for(days, window.width).unit, at=date.fromordinal(middle), days=days)

    def look(self, window: Window) -> None:
        """Look at this part of time; on a pane of another width too, its middle stays and as much of it as there is room for."""
        if not self.data.lanes:
            return
        shown = self.plan.window
        if goes_beyond(shown, window, self.data, self.today):
            tell(self, "All there is, and today, is in view already.")
            return
        days = self.view.days if window.scale == shown.scale else None
        at = date.fromordinal(window.scale.first_day(window.middle))
        self.post_message(
            messages.ViewWanted(
                replace(self.view, unit=window.scale.unit, at=at, days=days or room(window.scale, window.width)),
            )
        )

    def look_at_label(self, column: int, *, upper: bool) -> None:
        """Look at the period of a larger or smaller label of the axis; where it fills the pane already, at what was before."""
        if not self.data.lanes or not 0 <= column < self.plan.window.width:
            return
        wanted = self.view_of(*self.plan.window.labelled(column, upper=upper))
        if (wanted.at, wanted.days) == (self.view.at, self.view.days):
            self.post_message(messages.ViewLeft())
        else:
            self.post_message(messages.ViewWanted(wanted, leads_back=True))

    @on(events.MouseScrollUp)
    @on(events.MouseScrollDown)
    def _wheel(self, event: events.MouseScrollUp | events.MouseScrollDown) -> None:
        """Nearer or farther, around the mouse, with shift earlier or later; over the names, other lanes."""
        steps = 1 if isinstance(event, events.MouseScrollUp) else -1
        offset, window = event.get_content_offset(self), self.plan.window
        event.stop()
        if offset is None or offset.x < self.plan.left:
            self.scroll_lanes(-steps)
        elif event.shift:
            self.action_pan(-steps)
        else:
            column = offset.x - self.plan.left
            self.look(window.zoomed(stepped(window.scale, steps), column, window.scale.first_day(window.first + column)))

    # dragging: what was dragged is not clicked

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of time, not of the names."""
        offset, self.dragged = event.get_content_offset(self), False
        held = event.button == 1 and offset is not None and offset.x >= self.plan.left
        self._grip = event.screen_x if held else None
        self._held = self.plan.window

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Time follows the mouse, also beyond the pane."""
        if self._grip is not None and (self.dragged or event.screen_x != self._grip):
            if not self.dragged:
                self.dragged = True
                self.capture_mouse()
            self.look(replace(self._held, first=self._held.first - (event.screen_x - self._grip)))

    def on_mouse_up(self) -> None:
        """Let go."""
        if self._grip is not None and self.dragged:
            self.capture_mouse(False)
        self._grip = None

    # steps by date: the chart has no headings, so that the list takes them, and the cursor of both goes there

    def action_heading(self, step: int) -> None:
        """To another month."""
        self.post_message(messages.DateStepWanted(f"heading({step})"))

    def action_year(self, step: int) -> None:
        """To another year."""
        self.post_message(messages.DateStepWanted(f"year({step})"))

    def action_today(self) -> None:
        """To the latest that is not after today."""
        self.post_message(messages.DateStepWanted("today"))

    def action_go_to_date(self) -> None:
        """Ask for a date."""
        self.post_message(messages.GoToDateWanted())
