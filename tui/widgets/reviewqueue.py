"""The queue of a review as a person goes through it: what waits, where one is in it, what was decided and what was skipped."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import chain


@dataclass(slots=True)
class Queue:
    """Milestones by uid, the least certain first. Each step costs what it moves, not what waits."""

    uids: tuple[str, ...] = ()
    at: int = 0
    """Which of them is shown; past the last one when none is left."""
    decided: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    whole: bool = False
    """Whether all that waits is known, not only how it begins."""

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

    def add(self, rest: tuple[str, ...]) -> None:
        """All the others that wait."""
        there = frozenset(self.uids)
        self.uids += rest if there.isdisjoint(rest) else tuple(uid for uid in rest if uid not in there)
        self.whole = True

    def decide(self, uids: Collection[str]) -> None:
        """They wait no longer; what is not in the queue is no matter."""
        there = frozenset(uid for uid in uids if uid in self.uids)
        self.decided, self.skipped = self.decided | there, self.skipped - there

    def skip(self) -> None:
        """Leave the one that is shown for another time."""
        if self.waits(self.uid):
            self.skipped |= {self.uid}

    def put_back(self, uids: Collection[str]) -> None:
        """They wait again, those too that came from elsewhere; the first of them is shown."""
        self.decided, self.skipped = self.decided - set(uids), self.skipped - set(uids)
        self.uids += tuple(uid for uid in uids if uid not in self.uids)
        if uids:
            self.at = self.uids.index(next(iter(uids)))
