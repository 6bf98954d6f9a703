"""What people can do to milestones and sources, one function a deed: each is one step, recorded whole and taken back whole.

The caller brings the clock and the name of the step in an `Act`; `db.store.corrections` writes down what is put together here, in
the same transaction in which the store was looked at, so that nobody comes in between.
All raise ChangeError (one line for a person) for what cannot be done and StoreError where the store cannot be written.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from db.changes import ADD, SET, Change, ChangeError, export_field, settle, winners
from db.connect import Store, write
from db.editing import Edit
from db.matching import name_new
from db.models import Milestone, Status
from db.store.corrections import mergeable, record_in
from db.store.results import changes_about
from db.undo import inverse, stacks

_NONE: Mapping[str, Milestone] = {}


@dataclass(frozen=True, slots=True)
class Act:
    """Who does it and when."""

    who: str
    at: str
    """ISO 8601."""
    step: str
    """A name that no other step has, without `<`; the same one again is the same step, done once."""
    why: str = ""


def edit(
    store: Store, edits: Mapping[str, Sequence[Edit]], act: Act, *, seen: Mapping[str, Milestone] = _NONE
) -> tuple[Change, ...]:
    """Correct milestones (uid -> edits) in one step. With `seen` (uid -> milestone as it was shown) StaleError is raised
    where a field that is corrected has become another meanwhile.
    """
    wanted = [(uid, one) for uid, some in edits.items() for one in some]
    with write(store) as connection:
        _need(connection, edits)
        return record_in(connection, _changes(wanted, act), seen=seen)


def enter(store: Store, edits: Sequence[Edit], act: Act) -> str:
    """Enter a new milestone by hand; its uid. It needs a title, a date and a kind."""
    entered = settle(None, _changes([("", edit) for edit in edits], act))
    if entered is None:
        raise ChangeError("a new milestone needs a title, a date and a kind: give all three")
    with write(store) as connection:

        def taken(uids: Sequence[str]) -> set[str]:
            # The same step again, after its answer was lost, is the same milestone.
            sql = (
                "select uid from milestone where uid in (select value from json_each(?1)) "
                "union select uid from reading where uid in (select value from json_each(?1)) "
                "union select target from change where target in (select value from json_each(?1)) and step <> ?2"
            )
            mine = "select target from change where step = ?"
            found = {uid for (uid,) in connection.execute(sql, (json.dumps(list(uids)), act.step))}
            return found - {uid for (uid,) in connection.execute(mine, (act.step,))}

        [uid] = name_new([entered.milestone], taken)
        record_in(connection, _changes([(uid, edit) for edit in edits], act))
        return uid


def judge(store: Store, uids: Sequence[str], status: Status, act: Act) -> tuple[Change, ...]:
    """Accept or reject milestones, or set them back to new; those that are so already are left alone."""
    with write(store) as connection:
        there = dict(_rows(connection, uids, "status"))
        _need(connection, uids)
        wanted = [(uid, Edit("status", SET, status.value)) for uid in dict.fromkeys(uids) if there[uid] != status]
        return record_in(connection, _changes(wanted, act))


def write_note(store: Store, uid: str, text: str, act: Act) -> tuple[Change, ...]:
    """Set the note of a milestone; an empty text takes it away."""
    with write(store) as connection:
        _need(connection, [uid])
        if dict(_rows(connection, [uid], "note"))[uid] == text.strip():
            return ()
        return record_in(connection, _changes([(uid, Edit("note", SET, text.strip()))], act))


def as_read(store: Store, uids: Sequence[str], fields: Iterable[str], act: Act) -> tuple[Change, ...]:
    """Return fields (by their names in the export) to what is read: what people decided about them no longer counts."""
    wanted = set(fields)
    with write(store) as connection:
        _need(connection, uids)
        decided = [(uid, one) for uid, about in changes_about(connection, uids).items() for one in winners(about).values()]
        still = [(uid, one.field) for uid, one in decided if (one.op, one.new) != (SET, None) and export_field(one.field) in wanted]
        edits = [(uid, Edit(field, SET, None)) for uid, field in sorted(still)]
        return record_in(connection, _changes(edits, act))


def merge(store: Store, uids: Sequence[str], act: Act) -> str:
    """Let the first milestone stand for the others, which tell the same event; the uid of the one that stands.

    One that is merged already stands for nothing: what stands for it is meant.
    """
    with write(store) as connection:
        _need(connection, uids)
        ends = list(dict.fromkeys(_end(connection, uid) for uid in uids))
        if len(ends) < 2:
            raise ChangeError(
                "these are one milestone already"
                if len(set(uids)) > 1
                else "merging takes two milestones at least: name the one that stands first, then the others"
            )
        for uid, removed in _rows(connection, ends, "(select removed from source where id = source_id)"):
            if removed:
                raise ChangeError(f"{uid} is of a newsletter that was removed: undo that, or import it again, before merging")
        [(_, status)] = _rows(connection, ends[:1], "status")
        if status == Status.REJECTED:
            raise ChangeError(f"{ends[0]} is rejected and cannot stand for others: accept it first, or name another one first")
        record_in(connection, _changes([(uid, Edit("merged_into", SET, ends[0])) for uid in ends[1:]], act))
        return ends[0]


def unmerge(store: Store, uids: Sequence[str], act: Act) -> tuple[Change, ...]:
    """Let milestones stand for themselves again: those that are merged, and for one that is not, all that are merged into it."""
    with write(store) as connection:
        _need(connection, uids)
        wanted: dict[str, Edit] = {}
        for uid in uids:
            rows = connection.execute(
                "select uid from milestone where uid = ?1 and merged_into is not null "
                "union all select uid from milestone where merged_into = ?1 "
                "and not exists (select 1 from milestone where uid = ?1 and merged_into is not null)",
                (uid,),
            ).fetchall()
            if not rows:
                raise ChangeError(f"{uid} is not merged, and nothing is merged into it")
            wanted |= {other: Edit("merged_into", SET, None) for (other,) in rows}
        return record_in(connection, _changes(wanted.items(), act))


def set_apart(store: Store, uids: Sequence[str], act: Act) -> tuple[Change, ...]:
    """Declare that each of these milestones tells another event, so that they are not proposed as one again."""
    several = sorted(set(uids))
    if len(several) < 2:
        raise ChangeError("two milestones at least are different from one another: name both")
    with write(store) as connection:
        _need(connection, uids)
        pairs = [(one, other) for nr, one in enumerate(several) for other in several[nr + 1 :]]
        return record_in(connection, _changes([(one, Edit(f"apart:{other}", ADD, "")) for one, other in pairs], act))


def rename_source(store: Store, uid: str, title: str, act: Act) -> tuple[Change, ...]:
    """Call a source otherwise; an empty title returns it to the one that was read."""
    plain = " ".join(title.split())
    if len(plain) > 120:
        raise ChangeError(f"a source's title has at most 120 characters; this one has {len(plain)}")
    with write(store) as connection:
        _need_source(connection, uid)
        title, read = connection.execute("select title, read_title from source where uid = ?", (uid,)).fetchone()
        if (plain or read) == title:
            return ()
        return record_in(connection, _changes([(uid, Edit("name", SET, plain or None))], act))


def remove_sources(store: Store, uids: Iterable[str], act: Act) -> tuple[Change, ...]:
    """Put sources and all that they tell out of sight, in one step; another import of one returns it, undo all."""
    with write(store) as connection:
        there = [(uid, *_need_source(connection, uid)) for uid in uids]
        return record_in(
            connection, _changes([(uid, Edit("removed", SET, str(reads))) for uid, reads, removed in there if not removed], act)
        )


def take_back(store: Store, act: Act, *, redo: bool = False) -> tuple[Change, ...]:
    """Undo the last step of this person that still stands, or redo the last that was undone.

    One about which somebody has decided since, or whose merge would run in a circle now, is left alone, and the one before it is
    next. The changes that this took; empty if there is nothing to take back.
    """
    with write(store) as connection:
        rows = connection.execute("select step from change where who = ? order by seq, cid", (act.who,))
        for step in reversed(stacks(step for (step,) in rows)[redo]):
            targets = [target for (target,) in connection.execute("select distinct target from change where step = ?", (step,))]
            about = [change for some in changes_about(connection, targets).values() for change in some]
            made = inverse(about, step, mine=act.step, who=act.who, at=act.at)
            if made and mergeable(connection, made):
                return record_in(connection, made, entering=True)
        return ()


def _changes(edits: Iterable[tuple[str, Edit]], act: Act) -> list[Change]:
    return [
        Change(f"{act.step}.{nr}", act.step, 0, None, uid, edit.field, edit.op, None, edit.new, act.who, act.at, act.why)
        for nr, (uid, edit) in enumerate(edits)
    ]


def _rows(connection: sqlite3.Connection, uids: Iterable[str], column: str) -> list[tuple[str, str]]:
    sql = f"select uid, {column} from milestone where uid in (select value from json_each(?))"
    return connection.execute(sql, (json.dumps(list(uids)),)).fetchall()


def _need(connection: sqlite3.Connection, uids: Iterable[str]) -> None:
    missing = set(uids) - {uid for uid, _ in _rows(connection, uids, "uid")}
    if missing:
        raise ChangeError(f"there is no milestone {min(missing)} any more: look it up in the list")


def _need_source(connection: sqlite3.Connection, uid: str) -> tuple[int, bool]:
    row = connection.execute("select reads, removed from source where uid = ?", (uid,)).fetchone()
    if row is None:
        raise ChangeError(f"there is no source {uid}: `milepost sources` lists them")
    return int(row[0]), bool(row[1])


def _end(connection: sqlite3.Connection, uid: str) -> str:
    """The milestone that stands for this one: itself, if it is not merged."""
    seen: set[str] = set()
    while uid not in seen:
        seen.add(uid)
        (up,) = connection.execute("select merged_into from milestone where uid = ?", (uid,)).fetchone()
        if up is None or not connection.execute("select 1 from milestone where uid = ?", (up,)).fetchone():
            return uid
        uid = str(up)
    return uid
