"""What people do to milestones from the main screen: judge, annotate, correct, enter, merge, undo; and where the cursor is then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from db.parts import Status
from db.selection import Selection
from tui.commands import key
from tui.notices import tell
from tui.screens.deciding import Doing
from tui.screens.main.funnel import Funnel
from tui.screens.workers import leading

if TYPE_CHECKING:
    from tui.background.deeds import Done


class Changing(Funnel, Doing, inherit_bindings=False):
    """The panes, and commands that write."""

    def changed(self, done: Done) -> None:
        """Show what was changed; where the list does not hold it (any more), the cursor stays where it is."""
        self.show_again(done.uids[:1])
        # the next key is about the list without what was rejected, with what came back
        self.await_list()
        self.set_marks(self.marks - set(done.away))

    def action_judge(self, status: str) -> None:
        """Accept or reject the marked milestones, else the one under the cursor."""
        if uids := self._meant():
            from tui.background import deeds

            self.start(partial(deeds.judge, uids=uids, status=Status(status), seen=self.selection if self.marks else None))

    def _meant(self) -> tuple[str, ...]:
        """The marked ones, else the one under the cursor."""
        return tuple(sorted(self.marks)) or ((self.here,) if self.here else ())

    def action_correct(self, first: str = "") -> None:
        """The form of the milestone under the cursor."""
        if self.here:
            self.keep_home()
            self.correct(self.here, first)

    def action_new(self) -> None:
        """The same form, empty."""
        self.correct(None)

    def action_review(self) -> None:
        """Go through what waits of the selection."""
        self.review(self.selection)

    def review(self, selection: Selection) -> None:
        """Go through what waits of any selection."""
        from tui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self.path, self.today, selection), lambda _: self.show_again())

    def action_merge(self) -> None:
        """Compare the two marked ones, or the one under the cursor and the marked one, else what may tell the same event."""
        here = (self.here,) if self.here and len(self.marks) < 2 else ()
        leading(self, partial(self._compare, tuple(dict.fromkeys((*sorted(self.marks), *here)))), "merge")

    async def _compare(self, uids: tuple[str, ...]) -> None:
        from db.queries.details import NotFound
        from tui.background.lookup import pair_of

        try:
            pair = await self.ask(partial(pair_of, uids=uids))
        except NotFound:
            self.gone()
            return
        if pair is None:
            tell(self, f"No other telling of this event is known. {_mark_two()}", kind="warning")
            return
        from tui.screens.merge import MergeScreen

        compared = frozenset((pair.one.uid, pair.other.uid))
        await self.app.push_screen(MergeScreen(self.path, pair), partial(self._compared, compared))

    def _compared(self, uids: frozenset[str], done: Done | None) -> None:
        """Marks that were made for the comparison have done their work."""
        if done is not None:
            self.set_marks(self.marks - uids)
        self._form_left(done)

    def action_unmerge(self) -> None:
        """Let what is merged into this one stand for itself again."""
        if self.here:
            from tui.background import deeds

            self.start(partial(deeds.unmerge, uid=self.here))


def _mark_two() -> str:
    return f"Mark two milestones with {key('mark')}, then press {key('merge')}."
