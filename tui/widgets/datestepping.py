"""Steps by date for a face of the timeline that has no headings: the list takes them, and the cursor of both goes there."""

from __future__ import annotations

from textual.widget import Widget

from tui.messages import DateStepWanted, GoToDateWanted


class DateStepping(Widget, inherit_bindings=False):
    """Says which step is wanted."""

    def action_heading(self, step: int) -> None:
        """To another month."""
        self.post_message(DateStepWanted("heading", step))

    def action_year(self, step: int) -> None:
        """To another year."""
        self.post_message(DateStepWanted("year", step))

    def action_today(self) -> None:
        """To the latest that is not after today."""
        self.post_message(DateStepWanted("today", 0))

    def action_go_to_date(self) -> None:
        """Ask for a date."""
        self.post_message(GoToDateWanted())
