"""What people do to milestones from the main screen: judge, annotate, correct, enter, merge, undo; and where the cursor is then."""

from __future__ import annotations

from db.models import Status
from tui.deeds import Done
from tui.screens.doing import Doing
from tui.screens.funnel import Funnel


class Changing(Funnel, Doing, inherit_bindings=False):
    """The panes, and commands that write."""

    def changed(self, done: Done) -> None:
        """Show what was changed; where the list does not hold it (any more), the cursor stays where it is."""
        self.show_again(done.uids[:1])
        self.set_marks(self.marks - set(done.away))

    def action_judge(self, status: str) -> None:
        """Accept or reject the marked milestones, else the one under the cursor."""
        uids = self._meant()
        if uids:
            self.judge(uids, Status(status))

    def _meant(self) -> tuple[str, ...]:
        """The marked ones, else the one under the cursor; says so where there is none."""
        row = self.timeline.row
        uids = tuple(sorted(self.marks)) or ((row.uid,) if row is not None else ())
        if not uids:
            self.notify("There is no milestone under the cursor, and none is marked.", severity="warning", markup=False)
        return uids

    def action_correct(self, first: str = "") -> None:
        """The form of the milestone under the cursor."""
        row = self.timeline.row
        if row is None:
            self.notify("There is no milestone under the cursor.", severity="warning", markup=False)
        else:
            self.keep_home()
            self.correct(row.uid, first)

    def action_new(self) -> None:
        """The same form, empty."""
        self.correct(None)
