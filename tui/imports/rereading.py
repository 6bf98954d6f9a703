"""Reading the newsletters of a store again with the present importer, from the stored text, and telling what that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.comparing import Difference, differences
from db.connect import Store, StoreError
from db.models import Milestone
from db.queries.sources import readings_of, standing_sources, still_stands, stored
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
    wanted = [row for row in standing_sources(store.connection) if uids is None or row[0] in uids]
    with Crew() as crew:
        yield from in_order(wanted, lambda row: _begun(store, crew, *row))


def _begun(store: Store, crew: Crew, uid: str, title: str) -> Callable[[], Reread]:
    kept = stored(store.connection, uid)
    given = When(kept.issue) if kept.issue and kept.issue_basis == "given" else None
    # the day of the first reading, so that dates without a year are not pulled along
    read = crew.begin(kept.text.encode(), kept.file, issue=given, today=_day(kept.read_at))

    def saved() -> Reread:
        try:
            reading = read()
            source = replace(reading.source, sha256=kept.sha256, text=kept.text)
            reading = replace(reading, source=source, notes=reading.notes or kept.notes)
            if not still_stands(store.connection, uid, kept.sha256):
                return Reread(uid, title, None, error=f"{title}: it was imported anew or removed meanwhile; read it again")
            before = readings_of(store.connection, uid)
            report = save_reading(store, reading, at=now(), again=True)
        except (ReadError, StoreError) as error:
            return Reread(uid, title, None, error=f"{title}: {error}")
        return Reread(uid, title, report, tuple(_changed(store, before, readings_of(store.connection, uid))))

    return saved


def _day(read_at: str) -> date:
    try:
        return date.fromisoformat(read_at[:10])
    except ValueError:
        return date.today()


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
