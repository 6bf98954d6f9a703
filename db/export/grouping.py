"""Records under headings: by year, by country, by donor, by kind; and what a set of them comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from db.export.options import Group
from db.models import DOUBTFUL, Basis, Kind, Status
from db.queries.records import Record
from db.selection import Selection
from db.when import When

_INFERRED = {Basis.RESOLVED: "date worked out from context", Basis.ISSUE: "dated by the issue only"}
_KINDS = [kind.value for kind in Kind]
_LAST = "\U0010ffff"
Heading = tuple[str, str]
"""What a heading is sorted by, and its words."""


def year(record: Record) -> str:
    """The year it began in; of one without a beginning, the year it ended in."""
    return (record["start"] or record["end"] or "")[:4]


def _years(record: Record) -> list[Heading]:
    told = year(record)
    return [(told, told.lstrip("0"))] if told else []


def _countries(record: Record) -> list[Heading]:
    return [(country["name"].casefold(), country["name"]) for country in record["countries"]]


def _donors(record: Record) -> list[Heading]:
    return [(donor["name"].casefold(), donor["name"]) for donor in record["donors"]]


def _kinds(record: Record) -> list[Heading]:
    return [(f"{_KINDS.index(record['kind']):02d}", record["kind"].replace("-", " ").capitalize())]


_HEADINGS: dict[Group, tuple[Callable[[Record], list[Heading]], str]] = {
    Group.DATE: (_years, "No date"),
    Group.COUNTRY: (_countries, "No country"),
    Group.DONOR: (_donors, "No donor named"),
    Group.KIND: (_kinds, "No kind"),
}


def grouped(records: Iterable[Record], group: Group) -> list[tuple[str, list[Record]]]:
    """Headings in their order, each with its records in the order given. One with several values stands under each of them."""
    headings, none = _HEADINGS[group]
    found: dict[Heading, list[Record]] = {}
    for record in records:
        for heading in dict.fromkeys(headings(record)) or [(_LAST, none)]:
            found.setdefault(heading, []).append(record)
    return [(words, found[order, words]) for order, words in sorted(found)]


def only_year(record: Record) -> bool:
    """Whether no more than years are known of when it was."""
    return When(record["date"]).is_years


def inferred(record: Record) -> str:
    """How its date was found where the text does not state it."""
    return _INFERRED.get(Basis(record["basis"]), "")


def doubtful(record: Record) -> bool:
    """Whether its reading is uncertain and nobody has accepted it."""
    return record["confidence"] < DOUBTFUL and record["status"] == Status.NEW


def unreviewed(record: Record) -> bool:
    """Whether nobody has judged it."""
    return record["status"] == Status.NEW


def money(records: Iterable[Record]) -> dict[str, Decimal]:
    """The sum of all amounts by currency (ISO 4217, in order), each milestone once, without those that say another one again."""
    sums: dict[str, Decimal] = {}
    for record in records:
        for amount in (one for one in record["amounts"] if not one["same_as"]):
            sums[amount["currency"]] = sums.get(amount["currency"], Decimal()) + Decimal(str(amount["value"]))
    return dict(sorted(sums.items()))


def undivided(records: Iterable[Record], selection: Selection) -> bool:
    """Whether an amount belongs to other countries or donors too than those that the selection asks for."""
    countries, donors = selection.countries(), selection.governments()
    return any(
        (countries and any(one["code"] not in countries for one in record["countries"]))
        or (donors and any(one["name"] not in donors for one in record["donors"]))
        for record in records
        if record["amounts"]
    )


def told_by(records: Sequence[Record]) -> Counter[tuple[str, str]]:
    """How many of these records each source tells, by file and title."""
    return Counter((source["file"], source["title"]) for record in records if (source := record["source"]))


def years(records: Iterable[Record]) -> str:
    """The span of years: `2008 to 2017`, `2016`, nothing where no date is known."""
    there = sorted({int(day[:4]) for record in records for day in (record["start"], record["end"]) if day})
    return f"{there[0]}" + (f" to {there[-1]}" if len(there) > 1 else "") if there else ""
