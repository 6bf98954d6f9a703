"""Questions to the store about one milestone: what the detail pane, the form and the review show of it. Asked in a `Lane`."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from db.queries.around import Around, around
from db.queries.details import Detail, detail
from db.queries.duplicates import Pair, Telling, merged_into, similar
from db.queries.history import Differing, Standing, Step, history, standing
from db.queries.review import queue
from db.queries.values import values_of
from db.selection import Selection
from db.terms import Term


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What a form shows of a milestone, and what can be completed in it; of a new milestone, nothing stands."""

    standing: Standing | None = None
    source: str = ""
    """The title of its source."""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the name of the field."""


_COMPLETED = ("countries", "donors", "place", "series")


def form_facts(connection: sqlite3.Connection, uid: str | None) -> FormFacts:
    """For the form of a milestone, or of a new one. Raises NotFound."""
    values = {name: values_of(connection, name) for name in _COMPLETED}
    if uid is None:
        return FormFacts(values=values)
    found = detail(connection, uid)
    return FormFacts(standing(connection, found.uid), found.source.title if found.source else "", values)


@dataclass(frozen=True, slots=True)
class Past:
    """What people decided about a milestone, and how it stands beside what is read now."""

    steps: tuple[Step, ...] = ()
    """The latest first."""
    differing: tuple[Differing, ...] = ()
    told_too: tuple[Telling, ...] = ()
    """What is merged into it."""


def past(connection: sqlite3.Connection, uid: str) -> Past:
    """The past of a milestone, by its whole uid."""
    stands = standing(connection, uid)
    return Past(history(connection, uid), stands.differing if stands else (), merged_into(connection, uid))


@dataclass(frozen=True, slots=True)
class Card:
    """One milestone as it is reviewed."""

    detail: Detail
    past: Past
    pair: Pair | None
    """The likeliest other telling of it."""


def card(connection: sqlite3.Connection, uid: str) -> Card:
    """All that a review shows of a milestone. Raises NotFound."""
    found = detail(connection, uid)
    return Card(found, past(connection, found.uid), next(iter(similar(connection, found.uid, 1)), None))


def rest_of_source(connection: sqlite3.Connection, uid: str, selection: Selection, decided: Collection[str]) -> tuple[str, ...]:
    """Of what waits of a selection and is not `decided`, all that the source of this milestone tells; of one by hand, it alone."""
    source = detail(connection, uid).source
    if source is None:
        return (uid,)
    near = queue(connection, selection.also(Selection((Term("source", (source.file,)),))))
    # Two sources may have files of the same name.
    tellers = ((one, detail(connection, one).source) for one in near if one not in decided)
    return tuple(one for one, teller in tellers if teller is not None and teller.uid == source.uid)


def looked_up(connection: sqlite3.Connection, uid: str) -> tuple[Detail, Past, Around]:
    """What the detail pane shows of a milestone. Raises NotFound."""
    found = detail(connection, uid)
    return found, past(connection, found.uid), around(connection, found.uid)


def pair_of(connection: sqlite3.Connection, uids: tuple[str, ...]) -> Pair | None:
    """Two milestones to be compared; of one, it and its likeliest other telling, None where there is none. Raises NotFound."""
    found = [similar(connection, uid) for uid in uids]
    if len(uids) == 1:
        return found[0][0] if found[0] else None
    for pair in found[0]:
        if {pair.one.uid, pair.other.uid} == set(uids):
            return pair
    one, other = (_telling(detail(connection, uid)) for uid in uids)
    return Pair(one, other, 0.0, ())


def _telling(found: Detail) -> Telling:
    milestone, source = found.milestone, found.source
    return Telling(
        found.uid,
        milestone.title,
        milestone.when.edtf,
        milestone.kind.value,
        milestone.place,
        ", ".join(country.code for country in milestone.countries),
        milestone.evidence.quote if milestone.evidence else "",
        source.title if source else "",
        source.file if source else "",
        "; ".join(map(str, milestone.donors)),
        "; ".join(map(str, milestone.amounts)),
    )
