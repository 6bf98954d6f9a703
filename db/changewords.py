"""What a change says in words, for the history of a milestone and the log of a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from db import names
from db.changes import ADD, REMOVE, SET, Change, field_text
from db.models import Milestone
from db.parts import Money
from db.when import When, WhenError

_JUDGED = {"accepted": "accepted", "rejected": "rejected", "new": "set back to new"}
_LONGEST = 100
ENTRY = frozenset({"title", "date", "kind"})
"""What a milestone that a person enters is made of: without them it is gone."""


def in_words(change: Change, titles: Mapping[str, str] | None = None, stands: Milestone | None = None) -> str:
    """A change as a phrase: `date: May 2016 → 13 May 2016`, `country added: Kazakhstan (location)`, `rejected`.

    `titles` gives the names of other milestones, by uid. `stands` is the milestone as it is after the change: with it, of a field
    that is as read again, it is said what that is.
    """
    name, colon, key = change.field.partition(":")
    titles = titles or {}
    if name == "apart":
        other = titles.get(key, key)
        return f"declared another event than {other}" if change.op == ADD else f"no longer declared another event than {other}"
    if colon:
        what = names.country_name(key) if name == "country" else str(Money.read(key)) if name == "amount" else key
        if change.op == ADD:
            moved = f" {change.old} → {change.new}" if name == "country" and change.old else ""
            return f"{name}: {what}{moved}" if moved else f"{name} added: {what}{f' ({change.new})' if change.new else ''}"
        if change.op == REMOVE:
            return f"{name} removed: {what}"
        if change.old is None:
            return f"{name} {what} is back"
        if stands is not None and (now := field_text(stands, change.field)) is not None:
            return f"{name} {what} back to {now or 'what was read'}"
        return f"{name} {what}{f' ({change.old})' if change.old else ''} removed again"
    return _of_one(change, name, titles, stands)


def _of_one(change: Change, name: str, titles: Mapping[str, str], stands: Milestone | None) -> str:
    old, new = change.old, change.new
    if name == "merged_into":
        if not new:
            return "stands for itself again"
        return f"merged into {titles[new]} ({new})" if new in titles else f"merged into {new}"
    if name == "removed":
        return "source removed" if new else "source back"
    if name == "name":
        return f"renamed: {old or '(none)'} → {new or 'its own title'}"
    if name == "status" and new:
        return _JUDGED.get(new, new)
    if new is None and name == "note":
        # nothing reads a note; there is only the one that was written
        return "note taken back" + (f": {_value(name, old)}" if old else "")
    if new is None and name == "status" and old:
        return f"no longer {old}"
    if new is None and stands is not None:
        return f"{name} back to {_value(name, field_text(stands, name))}"
    if new is None:
        return f"{name} back to what was read" + (f", no longer {_value(name, old)}" if old else "")
    if name == "note" and not new:
        return "note removed"
    return f"{name}: {_value(name, new)}" if not old else f"{name}: {_value(name, old)} → {_value(name, new)}"


def _value(name: str, value: str | None) -> str:
    if not value:
        return "(none)"
    if name == "date":
        try:
            return When(value).show()
        except WhenError:
            return value
    plain = " ".join(value.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"


def summary(changes: Sequence[Change], titles: Mapping[str, str] | None = None, stands: Milestone | None = None) -> str:
    """Several changes of one target as one phrase, without those that leave all as it was; the rest as in `in_words`."""
    taken = {change.field for change in changes if change.op == SET and change.new is None}
    if taken >= ENTRY:
        return "the entry taken back"
    # of an element that a person had left out, nothing is what stood and what stands: it is back
    said = [change for change in changes if change.op != SET or ":" in change.field or change.old != change.new]
    return "; ".join(in_words(change, titles, stands) for change in said or changes)


def taken_back(changes: Sequence[Change], titles: Mapping[str, str] | None = None, stands: Milestone | None = None) -> str:
    """The same of an undo; of a judgement it says which one is gone, not which one stands again."""
    some = [replace(change, new=None) if change.field == "status" and change.old else change for change in changes]
    return summary(some, titles, stands)


def so_already(left: int) -> str:
    """Of how many nothing was to be changed; they are some at least."""
    return f"{left:,} {'was' if left == 1 else 'were'} so already"
