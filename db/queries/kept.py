"""What was worked out of a store and is kept as long as the store stays as it is; `db.queries.tally` hands it on."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")


class Kept:
    """Answers to one state of a store; each is made when it is first asked for."""

    def __init__(self, state: tuple[int, int]) -> None:
        self.state = state
        self._kept: dict[Hashable, object] = {}

    def keep(self, name: Hashable, make: Callable[[], T]) -> T:
        """Something that is made of the store, or of other answers, and is as true as long as they are."""
        if name not in self._kept:
            self._kept[name] = make()
        return cast("T", self._kept[name])
