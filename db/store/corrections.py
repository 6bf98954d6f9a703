"""Write down what people decided, and let the milestones follow, in one transaction.

Nothing is ever altered or struck out here: a change is added, and undo adds its inverse.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace

from db.changes import SOURCE_FIELDS, Change, ChangeError, check_seen, placed, settle
from db.connect import Store, write
from db.facts import loads
from db.models import Milestone
from db.store.results import CHANGE_COLUMNS, changes_about, resettle
from db.store.sources import milestones_of, settle_sources, source_keys, source_titles

_NOTHING: Mapping[str, Milestone] = {}


def record(store: Store, changes: Sequence[Change], *, seen: Mapping[str, Milestone] = _NOTHING) -> tuple[Change, ...]:
    """Record these changes and settle what they are about; they come back as recorded, with seq, base and old value.

    One whose cid is known already is passed over, so that a retry does no harm. A target that is not there is a milestone
    entered by a person, and needs a title, a date and a kind. `seen` has, by uid, milestones as the person saw them.

    Raises ChangeError (WhenError for a date) if one cannot be carried out, StaleError if the field of one is no longer as it was
    seen, StoreError if the store cannot be written; then none is.
    """
    with write(store) as connection:
        return record_in(connection, changes, seen=seen)


def record_in(
    connection: sqlite3.Connection,
    changes: Sequence[Change],
    *,
    entering: bool = False,
    seen: Mapping[str, Milestone] = _NOTHING,
) -> tuple[Change, ...]:
    """As `record`, inside the caller's transaction, in which what the changes come of was read; `entering` if they take back."""
    targets = list(dict.fromkeys(change.target for change in changes))
    titles = source_titles(connection, targets)
    about = changes_about(connection, targets)
    readings = {target: _reading(connection, target) for target in targets}
    fresh = [change for change in {change.cid: change for change in changes}.values() if not _known(connection, change.cid)]
    for change in fresh:
        if change.target in seen:
            so_far = about.get(change.target, ())
            check_seen(change, seen[change.target], settle(readings[change.target], so_far), so_far)
    (seq,) = connection.execute("select coalesce(max(seq), 0) from change").fetchone()
    made: list[Change] = []
    for change in fresh:
        _check_target(connection, change, titles)
        old = titles[change.target] if change.field == "name" else None
        so_far = about.setdefault(change.target, [])
        done = placed(replace(change, old=old), so_far, settle(readings[change.target], so_far), seq := seq + 1)
        so_far.append(done)
        made.append(done)
        values = (done.cid, done.step, done.seq, done.base, done.target, done.field, done.op, done.old, done.new)
        connection.execute(
            f"insert into change ({CHANGE_COLUMNS}) values ({', '.join('?' * 12)})", (*values, done.who, done.at, done.why)
        )
    milestones = [target for target in targets if target not in titles]
    for target in milestones:
        # Taking back may leave nothing of what a person entered; entering may not.
        if not entering and settle(readings[target], about.get(target, ())) is None:
            raise ChangeError("a new milestone needs a title, a date and a kind: give all three")
    settle_sources(connection, source_keys(connection, titles))
    resettle(connection, [*milestones, *milestones_of(connection, titles)])
    return tuple(made)


def _known(connection: sqlite3.Connection, cid: str) -> bool:
    return connection.execute("select 1 from change where cid = ?", (cid,)).fetchone() is not None


def _check_target(connection: sqlite3.Connection, change: Change, titles: Mapping[str, str]) -> None:
    """Raises ChangeError for what fits no target, such as a merge in a circle."""
    if (change.target in titles) != (change.field in SOURCE_FIELDS):
        raise ChangeError(f"{change.target} has no {change.field}: it is a {'source' if change.target in titles else 'milestone'}")
    if change.field == "merged_into" and change.new:
        _check_merge(connection, change.target, change.new)


def _reading(connection: sqlite3.Connection, uid: str) -> Milestone | None:
    row = connection.execute("select facts from reading where uid = ?", (uid,)).fetchone()
    return loads(row[0]) if row else None


def mergeable(connection: sqlite3.Connection, changes: Sequence[Change]) -> bool:
    """Whether none of these merges would run in a circle, or into what is not there."""
    try:
        for change in changes:
            if change.field == "merged_into" and change.new:
                _check_merge(connection, change.target, change.new)
    except ChangeError:
        return False
    return True


def _check_merge(connection: sqlite3.Connection, uid: str, into: str) -> None:
    if connection.execute("select 1 from milestone where uid = ?", (into,)).fetchone() is None:
        raise ChangeError(f"there is no milestone {into} to merge into: look it up in the list")
    up: str | None = into
    while up is not None:
        if up == uid:
            raise ChangeError(f"{into} cannot stand for {uid}: it is {'the same' if into == uid else f'merged into {uid} itself'}")
        (up,) = connection.execute("select max(merged_into) from milestone where uid = ?", (up,)).fetchone()
