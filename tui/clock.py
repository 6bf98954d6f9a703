"""This moment, and the step of a person who acts in it: the one clock that all that is written is dated by."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store.deciding import Act


def now() -> str:
    """This moment, in UTC, to the second, as ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def act(why: str = "") -> Act:
    """A step of the person who acts, at this moment, under a name of its own."""
    from secrets import token_hex

    from db.store.deciding import Act
    from tui.config.person import who

    return Act(who(), now(), token_hex(8), why)
