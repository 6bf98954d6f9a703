"""The queue of a review as a person goes through it: what waits, where one is in it, what was decided and what was skipped."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import chain, count


@dataclass(slots=True)
class Queue:
    """Milestones by uid, the least certain first. Each step costs what it moves, not what waits."""

    uids: list[str] = field(default_factory=list)
    at: int = 0
    """Which of them is shown; past the last one when none is left."""
    decided: set[str] = field(default_factory=set)
    skipped: set[str] = field(default_factory=set)
    whole: bool = False
    """Whether all that waits is known, not only how it begins."""
    places: dict[str, int] = field(init=False, repr=False)
    """Where in `uids` each of them stands."""

    def __post_init__(self) -> None:
        self.places = dict(zip(self.uids, count(), strict=False))

    @property
    def uid(self) -> str:
        """The one that is shown; empty where none is left."""
        return self.uids[self.at] if self.at < len(self.uids) else ""

    @property
    def left(self) -> int:
        """How many are neither decided nor skipped, as far as they are known."""
        return len(self.uids) - len(self.decided) - len(self.skipped)

    def waits(self, uid: str) -> bool:
        """Whether it is neither decided nor skipped."""
        return uid not in self.decided and uid not in self.skipped

    def go_on(self) -> None:
        """To the next one that waits, after this one, else before it."""
        numbers = chain(range(self.at + 1, len(self.uids)), range(min(self.at + 1, len(self.uids))))
        self.at = next((number for number in numbers if self.waits(self.uids[number])), len(self.uids))

    def step(self, step: int) -> None:
        """One on or (negative) back, whatever became of it."""
        self.at = min(max(self.at + step, 0), max(0, len(self.uids) - 1))

    def add(self, more: Sequence[str], *, whole: bool) -> None:
        """Others that wait too; with them all are known, if `whole`."""
        new = more if self.places.keys().isdisjoint(more) else [uid for uid in more if uid not in self.places]
        self.places.update(zip(new, count(len(self.uids)), strict=False))
        self.uids += new
        self.whole = whole

    def decide(self, uids: Collection[str]) -> None:
        """They wait no longer; what is not in the queue is no matter."""
        there = [uid for uid in uids if uid in self.places]
        self.decided.update(there)
        self.skipped.difference_update(there)

    def skip(self) -> None:
        """Leave the one that is shown for another time."""
        if self.waits(self.uid):
            self.skipped.add(self.uid)

    def put_back(self, uids: Sequence[str]) -> None:
        """They wait again, those too that came from elsewhere; the first of them is shown."""
        self.decided.difference_update(uids)
        self.skipped.difference_update(uids)
        self.add(uids, whole=self.whole)
        if uids:
            self.at = self.places[uids[0]]

    def look_again(self, uids: Collection[str], waiting: Collection[str]) -> None:
        """Of these only the `waiting` ones wait now, and the first of them is shown; if the shown one does no longer, the next."""
        self.decide([uid for uid in uids if uid not in waiting])
        self.put_back([uid for uid in uids if uid in waiting])
        if not self.waits(self.uid):
            self.go_on()
