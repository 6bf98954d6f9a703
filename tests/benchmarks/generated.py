"""Stores of any number of milestones, spread as newsletters spread them, made once and kept in the user's cache folder.

    python -m tests.benchmarks.generated COUNT    prints where the store lies

Rows go straight into the tables: saving them as readings would take many minutes for a million. Indices and full text come last.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from bisect import bisect
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path
from random import Random

from platformdirs import user_cache_path

import db.schema
from db import facts, names
from db.connect import open_store
from db.models import Basis, Citation, CountryRole, Donor, Evidence, Kind, Level, Milestone, Money, Role, Series, Status
from db.when import When
from tests.db import rows

EACH = 60
"""Milestones of one newsletter."""
TOLD = 4
"""At most so many are told by one article."""
_PIECE = 200
"""Newsletters that are written at a time."""
_YEARS = range(1996, 2026)
_COUNTRIES = {
    "UZ": 30, "TJ": 24, "KG": 20, "AF": 18, "KZ": 16, "TM": 9, "IR": 6, "PK": 5, "AZ": 4, "RU": 3, "MN": 2, "GE": 2, "CN": 1,
}  # fmt: skip
_DONORS = {
    "Japan/JICA": 14, "Japan": 12, "United States/INL": 16, "United States": 6, "European Union": 9, "Norway": 6, "Sweden": 5,
    "Finland": 4, "Italy": 3, "Germany/GIZ": 3, "Russian Federation": 3, "Canada": 2, "United Kingdom/FCDO": 2, "Denmark": 1,
    "Kazakhstan": 1,
}  # fmt: skip
_KINDS = dict(zip(Kind, (6, 8, 3, 7, 30, 18, 7, 4, 5, 5, 3, 4), strict=True))
_ROLES = {Role.LOCATION: 70, Role.BENEFICIARY: 20, Role.PARTICIPANT: 10}
_SHAPES = {"day": 52, "days": 12, "month": 19, "quarter": 4, "season": 3, "half": 1, "year": 5, "months": 2, "open": 1, "about": 1}
_WHO = ("border officers", "customs staff", "forensic experts", "prosecutors", "analysts", "dog handlers", "judges", "doctors")
_WHAT = (
    "a laboratory",
    "a liaison office",
    "a regional centre",
    "an agreement",
    "a manual",
    "a campaign",
    "a database",
    "a network",
)
_WORDS = (
    "border", "officers", "training", "control", "agency", "support", "regional", "cooperation", "ministry", "equipment", "health",
    "prevention", "law", "enforcement", "container", "port", "airport", "seizure", "precursor", "treatment", "school", "family",
    "justice", "prison", "youth", "study", "visit", "mentor", "laboratory", "evidence", "information", "exchange", "programme",
    "national", "strategy", "committee", "meeting", "capacity", "project", "partners", "donors", "review", "standard", "network",
)  # fmt: skip
_SYLLABLES = (
    "ba",
    "dor",
    "kan",
    "shi",
    "mur",
    "gul",
    "tash",
    "or",
    "zan",
    "bek",
    "al",
    "mi",
    "kur",
    "dash",
    "no",
    "ver",
    "sai",
    "pol",
)
_SERIES = 60
_SPREAD = 0x9E3779B97F
"""Odd, so that every number gets a uid of its own."""


class Dice:
    """Chance that is the same at every making."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)

    def of(self, weights: dict[str, int] | dict[Kind, int] | dict[Role, int]) -> str:
        """One of the keys, by its weight."""
        keys, ends = _ladder(tuple(weights.items()))
        return keys[bisect(ends, self.dice.random() * ends[-1])]

    def below(self, share: float) -> bool:
        """Whether it happens, in this share of the cases."""
        return self.dice.random() < share


@cache
def _ladder(weights: tuple[tuple[str, int], ...]) -> tuple[list[str], list[int]]:
    return [key for key, _ in weights], list(accumulate(weight for _, weight in weights))


@cache
def _long_tail() -> tuple[list[str], list[float]]:
    """Words as texts have them: a few that stand everywhere, thousands that are rare; with the ends of their shares."""
    made = [one + two + three for one in _SYLLABLES for two in _SYLLABLES for three in _SYLLABLES]
    words = [*_WORDS, *Random(0).sample(made, 4000)]
    return words, list(accumulate(1 / (10 + number) for number in range(len(words))))


def _town(dice: Random, code: str) -> str:
    """A place of that country; each has two hundred, the first the most often."""
    number = int(200 * dice.random() ** 3)
    two = Random(f"{code}{number}").choices(_SYLLABLES, k=2 + number % 2)
    return "".join(two).capitalize()


_town_of = cache(lambda code, number: _town(Random(number), code))


def _when(dice: Dice, year: int) -> When:
    """A date of any precision, most of them days."""
    chance = dice.dice
    day = date(year, 1, 1) + timedelta(days=int(365 * chance.random()))
    month = f"{day:%Y-%m}"
    last = day + timedelta(days=1 + int(4 * chance.random()))
    edtf = {
        "day": f"{day}",
        "days": f"{day}/{last}",
        "month": month,
        "quarter": f"{year}-{33 + (day.month - 1) // 3}",
        "season": f"{year}-{21 + (day.month - 1) // 3}",
        "half": f"{year}-{40 + day.month // 7}",
        "year": f"{year}",
        "months": f"{month}/{day + timedelta(days=120):%Y-%m}",
        "open": f"{year}/..",
        "about": f"{month}~",
    }[dice.of(_SHAPES)]
    return _made(edtf)


_made = cache(When)


def _milestone(dice: Dice, number: int, year: int, start: int, article: int, at: int) -> Milestone:
    """One milestone whose quote begins at `start` of its source's text, and at `at` of its article's."""
    chance = dice.dice
    kind, code = Kind(dice.of(_KINDS)), dice.of(_COUNTRIES)
    town = _town_of(code, int(3000 * chance.random() ** 2))
    when = _when(dice, year)
    donors = tuple(dict.fromkeys(_donor(dice.of(_DONORS)) for _ in range(1 + dice.below(0.15)))) if dice.below(0.6) else ()
    others = {dice.of(_COUNTRIES) for _ in range(3)} - {code} if dice.below(0.15) else set()
    countries = (CountryRole(code, Role(dice.of(_ROLES))), *(CountryRole(other, Role.PARTICIPANT) for other in sorted(others)))
    words, ends = _long_tail()
    tail = " ".join(chance.choices(words, cum_weights=ends, k=14))
    who, what = chance.choice(_WHO), chance.choice(_WHAT)
    title = f"{kind.value.capitalize()} for {who} about {what} in {town}"
    paid = f", funded by {donors[0]}" if donors else ""
    quote = f"{when.show_long()}: {kind.value} number {number} in {town} for {who} about {what}{paid}: {tail}."
    span = (start, start + len(quote))
    series = Series(f"Series {chance.choice(words[:_SERIES])}", 1 + number % 20) if dice.below(0.05) else None
    return Milestone(
        title=title[:90],
        when=when,
        kind=kind,
        level=Level.MENTIONED if dice.below(0.3) else Level.MAIN,
        date_text=when.show_long(),
        basis=Basis.STATED if dice.below(0.75) else Basis.RESOLVED,
        planned=dice.below(0.06),
        series=series,
        place=town,
        countries=countries,
        donors=donors,
        amounts=(Money("USD" if dice.below(0.8) else "EUR", Decimal(chance.randrange(10, 5000) * 1000)),)
        if dice.below(0.08)
        else (),
        partners=(f"{names.country_name(code)} customs",) if dice.below(0.2) else (),
        evidence=Evidence((span,), quote, article, (at, at + len(quote))),
        confidence=round(0.3 + 0.7 * chance.random(), 2),
        status=Status.ACCEPTED if dice.below(0.25) else Status.REJECTED if dice.below(0.02) else Status.NEW,
    )


@cache
def _donor(text: str) -> Donor:
    name, _, agency = text.partition("/")
    return Donor(name, agency)


def _newsletter(connection: sqlite3.Connection, number: int, first: int, count: int) -> Iterator[tuple[int, int, str, Milestone]]:
    """Write a source and its articles; give its milestones, each with its source, article and heading."""
    dice = Dice(number)
    year = _YEARS[min(int(len(_YEARS) * dice.dice.random() ** 0.7), len(_YEARS) - 1)]
    title = f"Newsletter {number}, {year}"
    source = rows.add_source(connection, number + 1, f"{number:05}.txt", title, str(year))
    told: list[list[Milestone]] = []
    start = nr = 0
    while nr < count:
        at = 0
        group: list[Milestone] = []
        for _ in range(min(1 + int(TOLD * dice.dice.random()), count - nr)):
            milestone = _milestone(dice, first + nr, year, start, len(told), at)
            assert milestone.evidence is not None
            above = group[0].evidence if group and dice.below(0.5) else None
            cited = tuple(Citation(f"donor:{donor}", above) for donor in milestone.donors) if above else ()
            group.append(replace(milestone, citations=cited))
            at += len(milestone.evidence.quote) + 1
            start += len(milestone.evidence.quote) + 1
            nr += 1
        told.append(group)
    texts = ["\n".join(one.evidence.quote for one in group if one.evidence) for group in told]
    connection.execute("update source set text = ?, read_title = title where id = ?", ("\n".join(texts), source))
    for article, (group, text) in enumerate(zip(told, texts, strict=True)):
        heading = group[0].title.upper()
        sql = "insert into article (source_id, nr, heading, text) values (?, ?, ?, ?)"
        key = connection.execute(sql, (source, article, heading, text)).lastrowid or 0
        for milestone in group:
            yield source, key, heading, milestone


def fill(connection: sqlite3.Connection, count: int) -> None:
    """Write so many milestones into an empty store."""
    columns: tuple[str, ...] = ()
    first = 0
    for begin in range(0, -(-count // EACH), _PIECE):
        cells: list[tuple[object, ...]] = []
        links: dict[str, list[tuple[object, ...]]] = {
            "milestone_country": [], "milestone_donor": [], "milestone_amount": [], "milestone_citation": [],
        }  # fmt: skip
        readings: list[tuple[object, ...]] = []
        for number in range(begin, begin + _PIECE):
            each = min(EACH, count - first)
            if each <= 0:
                break
            told = _newsletter(connection, number, first, each)
            for key, (source, article, heading, milestone) in enumerate(told, first + 1):
                uid = f"{key * _SPREAD % 16**10:010x}"
                row = rows.columns(uid, milestone, source, article, heading, 0, None, 0) | {"position": key - first - 1}
                columns = tuple(row)
                cells.append((key, *row.values()))
                links["milestone_country"] += [(key, one.code, one.role.value) for one in milestone.countries]
                links["milestone_donor"] += [(key, one.name, one.agency) for one in milestone.donors]
                links["milestone_amount"] += [(key, one.currency, float(one.value), "") for one in milestone.amounts]
                links["milestone_citation"] += rows.cited(key, milestone)
                readings.append((uid, source, key - first - 1, facts.dumps(milestone), 0))
            first += each
        _many(connection, f"milestone (id, {', '.join(columns)})", cells)
        for table, linked in links.items():
            _many(connection, f"{table}", linked)
        _many(connection, "reading", readings)
    codes = [(code, names.country_name(code)) for code in _COUNTRIES]
    _many(connection, "country", codes)


def _many(connection: sqlite3.Connection, into: str, cells: Sequence[Sequence[object]]) -> None:
    if cells:
        connection.executemany(f"insert into {into} values ({', '.join('?' * len(cells[0]))})", cells)


@contextmanager
def _without_indices(connection: sqlite3.Connection) -> Iterator[None]:
    """What makes single rows quick and many slow is taken away, and put back afterwards."""
    found = connection.execute(
        "select type, name, sql from sqlite_schema where type in ('index', 'trigger') and sql <> ''"
    ).fetchall()
    for kind, name, _ in found:
        connection.execute(f"drop {kind} {name}")
    yield
    for _, _, sql in sorted(found):
        connection.execute(sql)
    connection.execute("insert into milestone_fts(milestone_fts) values ('rebuild')")


def generated(count: int) -> Path:
    """The store of so many milestones; it is made where it is not there yet, or its tables or this generator are others now."""
    made_by = b"".join(Path(str(module)).read_bytes() for module in (__file__, db.schema.__file__, rows.__file__))
    folder = user_cache_path("milepost-benchmarks", appauthor=False)
    path = folder / f"{count}-{blake2b(made_by, digest_size=4).hexdigest()}.db"
    if path.exists():
        return path
    for old in folder.glob(f"{count}-*"):
        old.unlink()
    begun = path.with_suffix(".new")
    with suppress(FileNotFoundError):
        begun.unlink()
    print(f"making a store of {count:,} milestones in {folder} ...", file=sys.stderr, flush=True)
    with open_store(begun, create=True) as store:
        connection = store.connection
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -200000"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        with _without_indices(connection):
            fill(connection, count)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = DELETE")
    begun.rename(path)
    return path


if __name__ == "__main__":
    print(json.dumps(str(generated(int(sys.argv[1])))))
