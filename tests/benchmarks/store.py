"""What the store's work takes with many milestones in it, beside the least that SQLite could do for it on the same disk."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

from db.connect import Store, open_store
from db.editing import parse_edit
from db.models import Article, CountryRole, Donor, Evidence, Kind, Milestone, Reading, Role, Source
from db.queries.facets import facet_counts
from db.queries.history import standing
from db.queries.listing import headings, page
from db.selection import parse
from db.store import deciding
from db.store.readings import save_reading
from db.when import When

EACH = 1000
"""Milestones of one newsletter."""
ROUNDS = 30
"""How often the short works are measured; the median counts."""
_CODES = ("UZ", "KG", "TJ", "AF", "KZ", "TM", "IR", "PK")
_PAYING = ("Japan", "United States", "Sweden", "Norway", "Finland", "Italy")
TOWNS = ("Ayritom", "Batken", "Khujand", "Hairatan", "Almaty", "Imamnazar", "Mashhad", "Quetta")


def issue(number: int) -> Reading:
    """A newsletter of its own with EACH milestones."""
    dice = Random(number)
    told = []
    for nr in range(EACH):
        kind, at = dice.choice(list(Kind)), dice.randrange(len(_CODES))
        when = date(dice.randint(2005, 2024), dice.randint(1, 12), dice.randint(1, 28)).isoformat()
        paying = dice.choice(_PAYING)
        quote = f"On {when} the {kind.value} number {number}-{nr} in {TOWNS[at]} was paid for by {paying}."
        told.append((quote, kind, When(when), at, Donor(paying)))
    text = "\n".join(quote for quote, *_ in told)
    milestones, start = [], 0
    for quote, kind, period, at, donor in told:
        span = (start, start + len(quote))
        milestones.append(
            Milestone(
                f"{kind.value.capitalize()} in {TOWNS[at]}", period, kind, place=TOWNS[at],
                countries=(CountryRole(_CODES[at], Role.LOCATION),), donors=(donor,), confidence=dice.random(),
                evidence=Evidence((span,), quote, 0, span),
            )
        )  # fmt: skip
        start += len(quote) + 1
    source = Source(f"{number}.txt", f"Issue {number}", text, f"sha of {number}")
    return Reading(source, (Article("", text),), tuple(milestones), "1")


def measure(count: int) -> dict[str, float]:
    """Milliseconds for each work with `count` milestones in the store."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder, "store.db"), create=True) as store:
        for number in range(count // EACH):
            save_reading(store, issue(number), at="2020")
        more, some = issue(count), parse("country:uz donor:japan")
        conn = store.connection
        return {
            f"import of {EACH} milestones": _median(lambda: save_reading(store, more, at="2020"), 1),
            f"bare: {EACH} rows and a commit": _median(_bare(Path(folder, "rows.db"), EACH), 5),
            "correction of one field": _median(_correcting(store), ROUNDS),
            "bare: one row and a commit": _median(_bare(Path(folder, "row.db"), 1), ROUNDS),
            "headings of the whole list": _median(lambda: headings(conn, parse("")), 5),
            "first page of 50": _median(lambda: page(conn, parse(""), 0, 50), ROUNDS),
            "first page of a country and a donor": _median(lambda: page(conn, some, 0, 50), ROUNDS),
            "counts of countries": _median(lambda: facet_counts(conn, parse(""), "country"), 5),
        }


def _median(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append(1e3 * (time.perf_counter() - begun))
    return statistics.median(times)


def _correcting(store: Store) -> Callable[[], object]:
    rows = store.connection.execute("select uid from milestone order by uid")
    uids = iter([uid for (uid,) in islice(rows, ROUNDS)])

    def correct() -> None:
        uid = next(uids)
        found = standing(store.connection, uid)
        assert found is not None
        edits = parse_edit("title=The title put right", found.milestone, date(2020, 1, 1))
        deciding.edit(store, {uid: edits}, deciding.Act("ann", "2020", f"step {uid}"), seen={uid: found.milestone})

    return correct


def _bare(path: Path, rows: int) -> Callable[[], object]:
    connection = sqlite3.connect(path)
    connection.execute("create table one (title text)")

    def insert() -> None:
        with connection:
            connection.executemany("insert into one values (?)", [("Put right",)] * rows)

    return insert
