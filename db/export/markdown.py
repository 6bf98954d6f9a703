"""Records as Markdown for a report: a heading that says the selection, a list by year, the evidence as footnotes, the sources.

It reads the same to GitHub (GFM) and to pandoc, and two exports of the same records are the same text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from db.export.escaping import code, markdown
from db.models import Basis, Status
from db.queries.records import AmountRecord, DonorRecord, Record
from db.queries.sources import SourceRow
from db.selection import Selection
from db.when import When

_ROLES = {"location": "", "beneficiary": " (beneficiary)", "participant": " (participant)"}
_INFERRED = {Basis.RESOLVED: "date worked out from context", Basis.ISSUE: "dated by the issue only"}


def to_markdown(
    records: Sequence[Record], selection: Selection, *, today: date, sources: Sequence[SourceRow], outside: int | None = None
) -> str:
    """The whole text. `sources` are those that the store has read; `today` is the day it is true of.

    `outside` tells that the records were marked one by one, and how many of them the selection does not hold.
    """
    return "".join(f"{line}\n" for line in _lines(records, selection, today, sources, outside))


def _lines(
    records: Sequence[Record], selection: Selection, today: date, sources: Sequence[SourceRow], outside: int | None
) -> Iterator[str]:
    title = f"Milestones: {selection.words()}" if selection.terms else "All milestones"
    yield f"# {markdown(title if outside is None else 'Marked milestones')}"
    yield ""
    yield _summary(records, today, sources)
    if outside:
        yield ""
        yield f"{outside} of them lie{'s' * (outside == 1)} outside the selection “{markdown(selection.words())}”."
    if selection.terms:
        yield ""
        yield f"Query: {code(selection.text())}"
    ordered = sorted(records, key=_year)
    notes = {record["id"]: number for number, record in enumerate((one for one in ordered if one["quote"]), 1)}
    for year, told in groupby(ordered, _year):
        yield ""
        yield f"## {year}"
        yield ""
        for record in told:
            yield _item(record, notes.get(record["id"]))
    if sources:
        yield ""
        yield "## Sources"
        yield ""
        told_by = _told_by(records)
        for source in sources:
            yield _source(source, told_by[source.file, source.title])
    for record in ordered:
        if record["id"] in notes:
            yield ""
            yield f"[^{notes[record['id']]}]: {_evidence(record)}"


def _summary(records: Sequence[Record], today: date, sources: Sequence[SourceRow]) -> str:
    """How many, of what span of years, how many unreviewed or with an inferred date."""
    files = _told_by(records)
    years = sorted({day[:4] for record in records for day in (record["start"], record["end"]) if day})
    span = f", {years[0]}" + (f" to {years[-1]}" if len(years) > 1 else "") if years else ""
    read = _count(max(len(files), len(sources)), "source")
    if len(sources) > len(files):
        read = f"{len(files)} of the {read} read"
    unreviewed = sum(record["status"] == Status.NEW for record in records)
    inferred = sum(record["basis"] in _INFERRED for record in records)
    counted = f"{_count(len(records), 'milestone')}{span}, from {read}."
    doubts = f" {unreviewed or 'None'} unreviewed, {inferred or 'none'} with an inferred date." if records else ""
    return f"{counted}{doubts} As of {When.of(today).show_long()}."


def _told_by(records: Sequence[Record]) -> Counter[tuple[str, str]]:
    """How many of the records each source tells, by file and title."""
    return Counter((source["file"], source["title"]) for record in records if (source := record["source"]))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _year(record: Record) -> int:
    """The year it began in; of one without a beginning, the year it ended in."""
    return int((record["start"] or record["end"] or "0000")[:4])


def _item(record: Record, note: int | None) -> str:
    when = When(record["date"]).show()
    flags = [word for word, there in (("planned", record["planned"]), ("rejected", record["status"] == Status.REJECTED)) if there]
    if inferred := _INFERRED.get(Basis(record["basis"])):
        flags.append(inferred)
    aside = f" ({', '.join(flags)})" if flags else ""
    parts = [
        _place(record),
        ", ".join(markdown(country["name"]) + _ROLES[country["role"]] for country in record["countries"]),
        f"Funded by {' and '.join(map(_donor, record['donors']))}" if record["donors"] else "",
        "; ".join(map(_amount, record["amounts"])),
    ]
    told = "".join(f" {part}." for part in parts if part)
    mark = f"[^{note}]" if note else ""
    return f"- **{markdown(when)}**{aside}: {_sentence(markdown(record['title']))}{told}{mark}"


def _place(record: Record) -> str:
    """The place, where neither the title nor the countries say it."""
    place = record["place"] or ""
    said = place in record["title"] or place in {country["name"] for country in record["countries"]}
    return "" if said else markdown(place)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _donor(donor: DonorRecord) -> str:
    through = f" through {markdown(donor['agency'])}" if donor["agency"] else ""
    ref = f" ({markdown(donor['ref'])})" if donor["ref"] else ""
    return f"{markdown(donor['name'])}{through}{ref}"


def _amount(amount: AmountRecord) -> str:
    value = amount["value"]
    return f"{markdown(amount['currency'])} {value:,}" if isinstance(value, int) else f"{markdown(amount['currency'])} {value:,.2f}"


def _evidence(record: Record) -> str:
    """The quote word for word, and where it stands."""
    source = record["source"]
    where = []
    if source:
        where.append(_named(source["title"], source["file"]))
    if record["article"]:
        where.append(f"article “{markdown(record['article'])}”")
    return f"“{markdown(record['quote'] or '')}”" + (f" {', '.join(where)}." if where else "")


def _source(source: SourceRow, told: int) -> str:
    period = f", {markdown(When(source.issue).show_long())}" if source.issue else ""
    return f"- {_named(source.title, source.file)}{period}: {_count(told, 'milestone')} here"


def _named(title: str, file: str) -> str:
    return f"{markdown(title)} ({markdown(file)})" if title and title != file else markdown(file)
