"""The review: one milestone after the other that nobody has judged, the least certain first, with one key for each decision.

On the left what was made of it and why, on the right the article that tells it; below, whether it may be told elsewhere too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Static

from db.connect import StoreError
from db.models import Status
from db.queries.details import NotFound
from db.queries.duplicates import Pair
from db.queries.review import queue, rest_of_queue
from db.selection import Selection
from tui.background import deeds
from tui.background.deeds import Done
from tui.background.lane import Lane
from tui.background.lookup import Card, card, rest_of_source
from tui.background.reviewqueue import Queue
from tui.commands import Where, bindings, key
from tui.commands.reasons import Situation
from tui.messages import HelpWanted
from tui.notices import SaidLine, hush, tell
from tui.render import clean
from tui.screens.commanding import Commanding
from tui.screens.deciding import GONE, Doing
from tui.screens.layoutonce import LaidOutOnce
from tui.screens.workers import Working, each, latest, leading
from tui.theme import STYLES
from tui.widgets.detail import DetailPane
from tui.widgets.keyline import KeyLine
from tui.widgets.reviewprogress import Progress
from tui.widgets.strips import WIDE

T = TypeVar("T")

_FIRST = 50
"""Milestones that are asked for before all that wait are."""
_LOOKING = "Looking for what waits …"


class ReviewScreen(LaidOutOnce, Working, Doing, Commanding, inherit_bindings=False):
    """The queue of a selection as it was when the review began; what is decided or skipped leaves it."""

    CSS_PATH = STYLES / "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.REVIEW)
    AUTO_FOCUS = None

    def __init__(self, path: Path, today: date, selection: Selection) -> None:
        super().__init__()
        self.path = path
        self.today = today
        self.selection = selection
        self.queue = Queue()
        self.pair: Pair | None = None
        """The proposal that the shown milestone is one of two tellings."""
        self._card: Card | None = None
        self._lane, self._rest = Lane(path, "review"), Lane(path, "queue")
        """What is shown is asked in the one, all that waits in the other meanwhile."""
        self.top = Progress()
        self.facts = DetailPane(id="review-facts")
        self.evidence = DetailPane(id="review-evidence")
        self.twice = Static("", id="review-twice", markup=False)
        self.said = SaidLine()
        self.keys = KeyLine()
        self.keys.where = Where.REVIEW

    def compose(self) -> ComposeResult:
        """Progress, the two panes, the proposal, what was done last, the keys."""
        yield self.top
        with Container(id="review-panes"):
            yield self.facts
            yield self.evidence
        yield self.twice
        yield self.said
        yield self.keys

    def on_mount(self) -> None:
        """Ask for the queue; what was said before must not lie over the text."""
        hush(self)
        self.twice.display = False
        self.facts.name_as, self.evidence.name_as = "What was read", "Where it says so"
        self.evidence.read(True)
        self.facts.focus()
        self.facts.show(None, empty=_LOOKING)
        self.evidence.show(None, empty=" ")
        leading(self, self._begin, "queue")

    def on_unmount(self) -> None:
        """End the thread."""
        self._lane.close()
        self._rest.close()

    def on_resize(self) -> None:
        """Side by side where there is room."""
        self.set_class(self.app.size.width >= WIDE - 10, "-wide")
        self.set_class(self.app.size.height < 20, "-low")
        self.keys.fit(*self.app.size)

    def on_descendant_focus(self) -> None:
        """Show which pane the arrows scroll."""
        for pane in (self.facts, self.evidence):
            pane.set_class(self.focused is pane, "-here")

    async def ask(self, question: Callable[[sqlite3.Connection], T], lane: Lane | None = None) -> T | None:
        """In the review's own thread."""
        try:
            return await (lane or self._lane).ask(question)
        except (StoreError, sqlite3.Error) as error:
            tell(self, deeds.line_of(error, self.path), "The store cannot be read", kind="error")
            return None

    # the queue

    @property
    def uid(self) -> str:
        """The milestone that is shown; empty where none is left."""
        return self.queue.uid

    async def _begin(self) -> None:
        """The first one is there long before all that waits is known."""
        found = await self.ask(partial(queue, selection=self.selection, limit=_FIRST))
        if found is not None:
            self.queue.add(found, whole=len(found) < _FIRST)
            if not self.queue.whole:
                latest(self, partial(self._ask_rest, frozenset(found)), "rest")
            self._tell_progress()
            await self._ask_card()

    async def _ask_rest(self, known: frozenset[str]) -> None:
        rest = await self.ask(partial(rest_of_queue, selection=self.selection, known=known), self._rest)
        if rest is None:
            return
        waited = not self.uid
        self.queue.add(rest, whole=True)
        if waited:
            self._show()
        else:
            self._tell_progress()

    def _tell_progress(self) -> None:
        self.top.show(self.queue, self.selection.words() if self.selection.terms else "")

    def _show(self) -> None:
        """Another milestone, or the end."""
        self._tell_progress()
        latest(self, self._ask_card, "review")

    async def _ask_card(self) -> None:
        """Show the one that the queue is at; what is not there any more is passed over."""
        uid, found = self.uid, None
        while uid:
            try:
                found = await self.ask(partial(card, uid=uid))
                break
            except NotFound:
                tell(self, GONE, "Passed over", kind="warning")
                self.queue.look_again((uid,), ())
                self._tell_progress()
                uid = self.uid
        if uid != self.uid:
            return
        self._card = found
        self.pair = found.pair if found else None
        words = "" if uid else _done(len(self.queue.skipped)) if self.queue.whole else _LOOKING
        self.facts.show(found.detail if found else None, found.past if found else None, empty=words)
        self.evidence.show(found.detail if found else None, empty=" ")
        self.twice.update(self._proposal(found.pair) if found and found.pair else "")
        self.twice.display = bool(self.pair)
        if found is not None and found.detail.source is not None:
            self.top.source = clean(found.detail.source.title)

    def _proposal(self, pair: Pair) -> str:
        other = pair.other if pair.one.uid == self.uid else pair.one
        keys = f"{key('review-merge')} compares, {key('review-different')}: different"
        return clean(f"⧉ Told twice? {keys} · “{other.title}” in {other.source} · {'; '.join(pair.why[:3])}")

    def _go_on(self) -> None:
        self.queue.go_on()
        self._show()

    # deciding

    def changed(self, done: Done) -> None:
        """What was undone waits again, and is shown."""
        if done.back:
            leading(self, partial(self._look_again, done), "look")
        else:
            self._show()

    async def _look_again(self, done: Done) -> None:
        """Only what was taken back, or done again, is asked about."""
        found = await self.ask(partial(queue, selection=self.selection, among=done.uids))
        if found is None:
            return
        self.queue.look_again(done.uids, found)
        self._tell_progress()
        await self._ask_card()

    def action_judge(self, status: str) -> None:
        """Accept or reject, and go on."""
        if self.uid:
            each(self, partial(self._judge, (self.uid,), Status(status)), "deeds")

    async def _judge(self, uids: tuple[str, ...], status: Status) -> None:
        """The next one is shown at once; if it could not be done, the first of them comes back."""
        self.queue.decide(uids)
        self._go_on()
        if await self.carry_out(partial(deeds.judge, uids=uids, status=status)) is None:
            self.queue.put_back(uids)
            self._show()

    def action_accept_source(self) -> None:
        """Accept all that waits of this one's source."""
        if self.uid:
            latest(self, partial(self._accept_source, self.uid), "source")

    async def _accept_source(self, uid: str) -> None:
        uids = await self.ask(partial(rest_of_source, uid=uid, selection=self.selection, decided=self.queue.decided))
        if uids:
            await self._judge(uids, Status.ACCEPTED)

    def action_skip(self) -> None:
        """Leave it for another time."""
        if self.uid:
            self.queue.skip()
            self._go_on()

    def action_step(self, step: int) -> None:
        """Look at the one before or after, without deciding."""
        self.queue.step(step)
        self._show()

    def action_correct(self, first: str = "") -> None:
        """The form; the milestone stays in the queue until it is accepted."""
        if self.uid:
            self.correct(self.uid, first)

    def action_merge(self) -> None:
        """Both tellings side by side."""
        if self.pair is None:
            return
        from tui.screens.merge import MergeScreen

        self.app.push_screen(MergeScreen(self.path, self.pair), self._merge_left)

    def _merge_left(self, done: Done | None) -> None:
        if done is not None:
            self.tell(done)
            self.queue.look_again(done.away, ())
            self._show()

    def action_different(self) -> None:
        """They are two events."""
        if self.pair is not None:
            self.start(partial(deeds.set_apart, uids=(self.pair.one.uid, self.pair.other.uid)))

    # the frame

    def action_other_pane(self) -> None:
        """What the arrows scroll."""
        (self.evidence if self.focused is self.facts else self.facts).focus()

    def action_leave(self) -> None:
        """Back to the timeline."""
        self.dismiss(None)

    def action_help(self) -> None:
        """What the review is for, and its keys."""
        self.post_message(HelpWanted(Where.REVIEW))

    def situation(self) -> Situation:
        """What waits, and whether it may be told twice."""
        return Situation(waiting=bool(self.uid), pair=self.pair is not None)


def _done(skipped: int) -> str:
    back, undo = key("review-leave"), key("review-undo")
    left = f"{skipped:,} {'was' if skipped == 1 else 'were'} skipped and will wait in the next review.\n\n" if skipped else ""
    return f"Nothing is left to review.\n\n{left}{back} goes back to the timeline · {undo} takes your last step back"
