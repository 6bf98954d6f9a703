"""Reading the newsletters of a store again with the present importer, from the stored text, and telling what that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.comparing import Difference, differences
from db.connect import Store, StoreError
from db.facts import loads
from db.models import Milestone
from db.store.readings import Report, save_reading
from db.when import When
from importers.readers.decode import ReadError
from tui.clock import now
from tui.imports.crew import Crew, in_order


@dataclass(frozen=True, slots=True)
class Changed:
    """A milestone that is read otherwise than before."""

    uid: str
    title: str
    """As it stands."""
    what: str
    """`new`, `gone` or `changed`."""
    differences: tuple[Difference, ...] = ()
    kept: frozenset[str] = frozenset()
    """The fields that stand as people decided, whatever is read now."""


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one newsletter."""

    uid: str
    title: str
    report: Report | None
    changed: tuple[Changed, ...] = ()
    error: str = ""


def reread(store: Store, uids: Sequence[str] | None = None) -> Iterator[Reread]:
    """Read these sources again, or all that are not removed, each in one transaction. Corrections stay.

    Raises StoreError where the store cannot be written.
    """
    rows = store.connection.execute("select uid, title from source where removed = 0 order by issue is null, issue, title, uid")
    wanted = [row for row in rows.fetchall() if uids is None or row[0] in uids]
    with Crew() as crew:
        yield from in_order(wanted, lambda row: _begun(store, crew, *row))


def _begun(store: Store, crew: Crew, uid: str, title: str) -> Callable[[], Reread]:
    file, text, issue, basis, sha256, notes, read_at = store.connection.execute(
        "select file, text, issue, issue_basis, sha256, notes, read_at from source where uid = ?", (uid,)
    ).fetchone()
    given = When(issue) if issue and basis == "given" else None
    # the day of the first reading, so that dates without a year are not pulled along
    read = crew.begin(text.encode(), file, issue=given, today=_day(read_at))

    def saved() -> Reread:
        try:
            reading = read()
            told = tuple(line for line in notes.split("\n") if line)
            reading = replace(reading, source=replace(reading.source, sha256=sha256, text=text), notes=reading.notes or told)
            if not _stands(store, uid, sha256):
                return Reread(uid, title, None, error=f"{title}: it was imported anew or removed meanwhile; read it again")
            before = _readings(store, uid)
            report = save_reading(store, reading, at=now(), again=True)
        except (ReadError, StoreError) as error:
            return Reread(uid, title, None, error=f"{title}: {error}")
        return Reread(uid, title, report, tuple(_changed(store, before, _readings(store, uid))))

    return saved


def _stands(store: Store, uid: str, sha256: str) -> bool:
    """Whether a source still has the bytes that were read."""
    found = store.connection.execute("select 1 from source where uid = ? and sha256 = ? and removed = 0", (uid, sha256))
    return found.fetchone() is not None


def _day(read_at: str) -> date:
    try:
        return date.fromisoformat(read_at[:10])
    except ValueError:
        return date.today()


def _readings(store: Store, uid: str) -> dict[str, Milestone]:
    """What the source tells now, by uid."""
    rows = store.connection.execute(
        "select r.uid, r.facts from reading r join source s on s.id = r.source_id "
        "where s.uid = ? and r.gone = 0 order by r.position",
        (uid,),
    )
    return {uid: loads(facts) for uid, facts in rows}


def _changed(store: Store, before: dict[str, Milestone], after: dict[str, Milestone]) -> Iterator[Changed]:
    from db.queries.history import standing

    for uid, milestone in after.items():
        found = differences(before[uid], milestone) if uid in before else ()
        if uid not in before or found:
            stands = standing(store.connection, uid)
            title = stands.milestone.title if stands else milestone.title
            kept = stands.settled.differs if stands else frozenset()
            yield Changed(uid, title, "changed" if uid in before else "new", found, kept & {one.field for one in found})
    for uid, milestone in before.items():
        if uid not in after:
            yield Changed(uid, milestone.title, "gone")
