"""Why a command can do nothing just now, in words: for the key that was pressed, and for the palette.

What each command needs is declared with it (`tui.commands`); a screen says how things stand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from db.queries.around import Around
from tui.commands import key
from tui.commands.declaration import Need


@dataclass(frozen=True, slots=True)
class Situation:
    """How things stand on a screen."""

    shown: int = 0
    """Milestones in the list."""
    here: bool = False
    """Whether there is one under the cursor, and it is loaded."""
    marked: int = 0
    around: Around | None = Around()  # noqa: RUF009 - a frozen value
    """What stands around the milestone under the cursor; None while that is not known."""
    series: bool = False
    """Whether it belongs to one."""
    merged: int = 0
    """Tellings that it stands for, besides its own."""
    times: bool = False
    """Whether there is any milestone at whatever time."""
    conditions: int = 0
    """Terms of the selection."""
    naming_words: bool = False
    """Whether one of them is a plain word that names a field's value."""
    panes: int = 0
    """Side by side."""
    waiting: bool = False
    """Whether one waits for review."""
    pair: bool = False
    """Whether another telling of it is proposed."""
    listed: bool = True
    """Whether the list is there, and not still being read."""
    unlisted: str = ""
    """Why the list is still that of another selection."""


def why_not(need: Need | None, now: Situation) -> str:
    """What is missing, in one sentence; empty where nothing is."""
    if now.unlisted and (need in _OF_THE_LIST or (need in _OF_MARKS and not now.marked)):
        return f"{now.unlisted.capitalize()}: what is listed is not what was asked for."
    return _REASONS[need](now) if need is not None else ""


def _milestone(now: Situation) -> str:
    if now.here:
        return ""
    return "This milestone is still being read." if now.shown else "There is no milestone under the cursor."


def _shown(now: Situation) -> str:
    return "" if now.shown or not now.listed else "No milestone is shown."


def _told(now: Situation, which: str, end: str) -> str:
    if nothing := _shown(now):
        return nothing
    if now.around is None or getattr(now.around, which):
        return ""
    if now.around.count == 0:
        return "No article tells it."
    return f"It is the {end} milestone of its article." if now.around.count > 1 else "Its article tells no other milestone."


def _series(now: Situation, which: str, end: str) -> str:
    if nothing := _shown(now):
        return nothing
    if now.around is None or getattr(now.around, which):
        return ""
    return f"It is the {end} known of its series." if now.series else "It belongs to no series."


def _compared(now: Situation) -> str:
    if now.marked > 2:
        return f"{now.marked:,} are marked: merging compares two."
    return "" if now.marked or now.here else f"Mark the two milestones to be merged with {key('mark')}."


_OF_MARKS = frozenset({Need.MEANT, Need.COMPARED})
_OF_THE_LIST = frozenset(
    {
        Need.MILESTONE,
        Need.TAKEN_ALONG,
        Need.MERGED,
        Need.NEXT_TOLD,
        Need.TOLD_BEFORE,
        Need.LATER,
        Need.EARLIER,
    }
)
_REASONS: Mapping[Need, Callable[[Situation], str]] = {
    Need.MILESTONE: _milestone,
    Need.MEANT: lambda now: "" if now.marked or now.here else "There is no milestone under the cursor, and none is marked.",
    Need.SHOWN: _shown,
    Need.TAKEN_ALONG: lambda now: "" if now.shown or now.marked else "No milestone is shown, and none is marked.",
    Need.TIME: lambda now: "" if now.times else "There is no milestone, so there is no time to choose.",
    Need.NAMING_WORDS: lambda now: "" if now.naming_words else "No plain word of the search names a country, donor, kind or year.",
    Need.CONDITION: lambda now: "" if now.conditions else "Everything is shown already.",
    Need.SIDE_BY_SIDE: lambda now: "" if now.panes > 1 else "This pane has the whole width.",
    Need.COMPARED: _compared,
    Need.MERGED: lambda now: "" if now.merged else "Nothing is merged into this milestone.",
    Need.NEXT_TOLD: lambda now: _told(now, "after", "last"),
    Need.TOLD_BEFORE: lambda now: _told(now, "before", "first"),
    Need.LATER: lambda now: _series(now, "later", "last"),
    Need.EARLIER: lambda now: _series(now, "earlier", "first"),
    Need.WAITING: lambda now: "" if now.waiting else "Nothing waits for review here.",
    Need.PAIR: lambda now: "" if now.pair else "No other telling of this event is known.",
}
