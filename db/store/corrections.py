"""Write down what people decided, and let the milestones follow, in one transaction.

Nothing is ever altered or struck out here: a change is added, and undo adds its inverse.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from db.changes import Change, ChangeError, placed, settle
from db.connect import Store, write
from db.facts import loads
from db.models import Milestone
from db.store.results import CHANGE_COLUMNS, changes_about, resettle
from db.undo import inverse, stacks


def record(store: Store, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Record these changes and settle what they are about; they come back as recorded, with seq, base and old value.

    One whose cid is known already is passed over, so that a retry does no harm. A target that is not there is a milestone
    entered by a person, and needs a title, a date and a kind.

    Raises ChangeError (WhenError for a date) if one cannot be carried out, StoreError if the store cannot be written; then none is.
    """
    with write(store) as connection:
        return _record(connection, changes)


def take_back(store: Store, *, who: str, name: str, at: str, redo: bool = False) -> tuple[Change, ...]:
    """Undo the last step of this person that still stands, or redo the last that was undone, as a step of this name.

    The changes that this took; empty if there is nothing to take back.
    """
    with write(store) as connection:
        rows = connection.execute("select step from change where who = ? order by seq, cid", (who,))
        for step in reversed(stacks(step for (step,) in rows)[redo]):
            targets = [target for (target,) in connection.execute("select distinct target from change where step = ?", (step,))]
            about = [change for some in changes_about(connection, targets).values() for change in some]
            if made := inverse(about, step, mine=name, who=who, at=at):
                return _record(connection, made, entering=True)
        return ()


def _record(connection: sqlite3.Connection, changes: Sequence[Change], *, entering: bool = False) -> tuple[Change, ...]:
    targets = list(dict.fromkeys(change.target for change in changes))
    about = changes_about(connection, targets)
    readings = {target: _reading(connection, target) for target in targets}
    (seq,) = connection.execute("select coalesce(max(seq), 0) from change").fetchone()
    made: list[Change] = []
    for change in changes:
        if connection.execute("select 1 from change where cid = ?", (change.cid,)).fetchone():
            continue
        if change.field == "merged_into" and change.new:
            _check_merge(connection, change.target, change.new)
        so_far = about.setdefault(change.target, [])
        done = placed(change, so_far, settle(readings[change.target], so_far), seq := seq + 1)
        so_far.append(done)
        made.append(done)
        values = (done.cid, done.step, done.seq, done.base, done.target, done.field, done.op, done.old, done.new)
        connection.execute(
            f"insert into change ({CHANGE_COLUMNS}) values ({', '.join('?' * 12)})", (*values, done.who, done.at, done.why)
        )
    for target in targets:
        # Taking back may leave nothing of what a person entered; entering may not.
        if not entering and settle(readings[target], about.get(target, ())) is None:
            raise ChangeError("a new milestone needs a title, a date and a kind: give all three")
    resettle(connection, targets)
    return tuple(made)


def _reading(connection: sqlite3.Connection, uid: str) -> Milestone | None:
    row = connection.execute("select facts from reading where uid = ?", (uid,)).fetchone()
    return loads(row[0]) if row else None


def _check_merge(connection: sqlite3.Connection, uid: str, into: str) -> None:
    row = connection.execute("select merged_into from milestone where uid = ?", (into,)).fetchone()
    if row is None:
        raise ChangeError(f"there is no milestone {into} to merge into: look it up in the list")
    if into == uid or row[0]:
        raise ChangeError(f"{into} cannot stand for {uid}: it is {'the same' if into == uid else f'merged into {row[0]} itself'}")
