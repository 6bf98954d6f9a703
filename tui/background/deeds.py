"""What the app writes: each deed of a person, done in one thread with a connection of its own, and what is then said of it.

The bodies put nothing together themselves: `db.store.deciding` does, as it does for the commands.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from db.changes import Change, ChangeError
from db.changewords import so_already, summary, taken_back
from db.connect import NoStoreError, Store, StoreError, explain, open_store
from db.editing import Edit
from db.models import Milestone, Status
from db.queries.history import history, standing
from db.queries.values import news
from db.selection import Selection
from db.store import deciding, views
from db.store.deciding import Act
from db.when import WhenError
from tui.background.lists import outside
from tui.notices import no_store

WRONG = (StoreError, ChangeError, WhenError, sqlite3.Error)
"""What may come of a deed that cannot be done; a line for a person in all but the last, for which there is `line_of`."""
_THREAD = ThreadPoolExecutor(1, thread_name_prefix="milepost-write")
"""One thread for all deeds, so that they are done in the order in which keys were pressed."""

_NOTHING = (
    ("Nothing to undo", "all that you decided is taken back; “milepost sources remove” takes an import back"),
    ("Nothing to redo", "you have taken nothing back since your last decision"),
)


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, for a notification; texts are as stored and still to be made harmless."""

    title: str
    words: str
    uids: tuple[str, ...] = ()
    """The milestones that it was about, the first one to be gone to."""
    changed: bool = True
    """Whether the store is another now."""
    away: tuple[str, ...] = ()
    """Milestones that no list holds any more."""
    then: str = "undo"
    """The command that takes it back, by its id."""
    back: bool = False
    """Whether it took a step back, or did one again."""


Deed = Callable[[Store, Act], Done]


async def carry_out(path: Path, deed: Deed, *, create: bool = False) -> Done:
    """Do it to the store at `path`, in one step of the person at the keyboard. Raises what `WRONG` lists.

    Cancelling does not stop a deed that has begun: it is done wholly.
    """
    return await asyncio.get_running_loop().run_in_executor(_THREAD, _carry_out, path, deed, create)


def _carry_out(path: Path, deed: Deed, create: bool) -> Done:
    from tui.clock import act

    with open_store(path, create=create) as store:
        return deed(store, act())


def line_of(error: BaseException, path: Path) -> str:
    """What went wrong, in one line for a person."""
    if isinstance(error, sqlite3.Error):
        error = explain(error, path)
    if isinstance(error, NoStoreError):
        return no_store(path)
    return " ".join(str(error).split()) or type(error).__name__


def judge(store: Store, act: Act, uids: Sequence[str], status: Status, seen: Selection | None = None) -> Done:
    """Accept or reject; says how many of them a selection, whose list is `seen`, does not show."""
    hidden = outside(store.connection, seen, uids) if seen is not None else set()
    made = deciding.judge(store, uids, status, act)
    word = {Status.ACCEPTED: "accepted", Status.REJECTED: "rejected", Status.NEW: "set back to new"}[status]
    if not made:
        return Done("Nothing to do", f"{_these(store, uids)} {_is(uids)} {word} already", tuple(uids), changed=False)
    left, unseen = len(uids) - len(made), sum(change.target in hidden for change in made)
    more = f" ({f'{unseen:,} of them ' if len(made) > 1 else ''}outside the filter)" if unseen else ""
    more += f"; {so_already(left)}" if left else ""
    targets = tuple(change.target for change in made)
    away = targets if status is Status.REJECTED else ()
    return Done(word.capitalize(), f"{_these(store, targets)}{more}", targets, away=away)


def write_note(store: Store, act: Act, uid: str, text: str) -> Done:
    """Set a note, or take it away."""
    made = deciding.write_note(store, uid, text, act)
    words = "Note written" if text.strip() else "Note removed"
    return Done(words if made else "Nothing changed", _these(store, [uid]), (uid,), changed=bool(made))


def correct(store: Store, act: Act, uid: str, edits: Sequence[Edit], seen: Milestone) -> Done:
    """Correct fields; what has become another since it was seen is left alone (StaleError)."""
    new = news(store.connection, edits)
    made = deciding.edit(store, {uid: edits}, act, seen={uid: seen})
    if not made:
        return Done("Nothing changed", f"{_these(store, [uid])} is so already", (uid,), changed=False)
    return Done("Corrected", "\n".join((f"{_these(store, [uid])}: {summary(made)}", *new)), (uid,))


def enter(store: Store, act: Act, edits: Sequence[Edit]) -> Done:
    """A new milestone by hand."""
    new = news(store.connection, edits)
    uid = deciding.enter(store, edits, act)
    return Done("Entered by hand", "\n".join((_these(store, [uid]), *new)), (uid,))


def merge(store: Store, act: Act, uids: Sequence[str]) -> Done:
    """The first stands for the others."""
    stands = deciding.merge(store, uids, act)
    others = len({*uids} - {stands})
    return Done(
        "Merged",
        f"{_these(store, [stands])} stands for {others + 1} tellings",
        (stands,),
        away=tuple({*uids} - {stands}),
    )


def unmerge(store: Store, act: Act, uid: str) -> Done:
    """Let stand for themselves again what was merged."""
    made = deciding.unmerge(store, [uid], act)
    targets = tuple(change.target for change in made)
    return Done("No longer merged", f"{_these(store, targets)} {_is(targets, 'stands', 'stand')} alone again", targets)


def set_apart(store: Store, act: Act, uids: Sequence[str]) -> Done:
    """Declare different."""
    made = deciding.set_apart(store, uids, act)
    words = "they tell different events and are not proposed as one again"
    return Done("Declared different", words, tuple(uids), changed=bool(made))


def save_view(store: Store, act: Act, name: str, query: str, looks: Mapping[str, str]) -> Done:
    """Keep a view under a name, in place of the one that has it."""
    views.save_view(store, name, query, looks, at=act.at)
    return Done("View saved", f"“{name}”, in the store at {store.path}", then="open-view")


def remove_view(store: Store, act: Act, name: str) -> Done:
    """Forget the view of this name."""
    there = views.remove_view(store, name)
    return Done("View removed" if there else "Nothing to remove", f"“{name}”", changed=there, then="opening-undo")


def take_back(store: Store, act: Act, *, redo: bool) -> Done:
    """Undo or redo this person's last step, and name it."""
    made = deciding.take_back(store, act, redo=redo)
    if not made:
        return Done(*_NOTHING[redo], changed=False)
    targets = tuple(dict.fromkeys(change.target for change in made))
    first = [change for change in made if change.target == targets[0]]
    stands = standing(store.connection, targets[0])
    told = (summary if redo else taken_back)(first, _titles(store, first), stands.milestone if stands else None)
    words = f"{_called(store, targets[0], made)}: {told}"
    if len(targets) > 1:
        words += f"; and {len(targets) - 1} more"
    return Done("Redone" if redo else "Undone", words, targets, then="undo" if redo else "redo", back=True)


def _called(store: Store, target: str, made: Sequence[Change]) -> str:
    """What a milestone or source is called; one that an undo has taken away, by what it was called."""
    for step in history(store.connection, target)[:1]:
        if target in step.titles:
            return f"“{step.titles[target]}”"
    return next((f"“{change.old}”" for change in made if change.target == target and change.field == "title"), target)


def _titles(store: Store, made: Sequence[Change]) -> Mapping[str, str]:
    """The names of the milestones that changes speak of."""
    uids = {change.new or change.old or "" if change.field == "merged_into" else change.field.partition(":")[2] for change in made}
    found = {uid: standing(store.connection, uid) for uid in uids if uid}
    return {uid: one.milestone.title for uid, one in found.items() if one}


def _these(store: Store, uids: Sequence[str]) -> str:
    """One milestone by its title, several by their number."""
    if len(uids) != 1:
        return f"{len(uids):,} milestones"
    found = standing(store.connection, uids[0])
    return f"“{found.milestone.title}”" if found else uids[0]


def _is(uids: Sequence[str], one: str = "is", several: str = "are") -> str:
    return one if len(uids) == 1 else several
