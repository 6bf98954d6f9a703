"""Milestones as Markdown for a report: summary, headings with a list or tables, the sources, the evidence; in front what it holds.

It reads the same to GitHub (GFM) and to pandoc, and two exports of the same records are the same text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from db.export.escaping import in_cell, markdown
from db.export.frontmatter import amount_words, front_matter, heading_words, source_words
from db.export.grouping import doubtful, grouped, inferred, money, only_year, told_by, undivided, unreviewed, years
from db.export.options import ExportOptions, Group, Shape
from db.export.outgoing import Outgoing
from db.models import Role, Status
from db.queries.records import DonorRecord, Record
from db.repeats import caution
from db.when import When
from db.wording import by_role, count_words, definite, source_name

_SEVERAL = {
    Group.COUNTRY: "One with several countries stands under each of them and is counted once.",
    Group.DONOR: "One with several donors stands under each of them and is counted once.",
}
_TABLE = (("When", 14), ("What", 40), ("Where", 20), ("Funded by", 20), ("Amount", 14))
"""The columns, and the dashes by which pandoc shares out the width."""
_BY_HAND = "Entered by hand; no newsletter tells it."

Notes = Mapping[tuple[str, str], int]
"""Numbers of footnotes by the uid of the milestone and the words that they hold; same words of one article share one."""


def to_markdown(outgoing: Outgoing, options: ExportOptions) -> str:
    """The whole text."""
    return "".join(f"{line}\n" for line in _lines(outgoing, options))


def _lines(outgoing: Outgoing, options: ExportOptions) -> Iterator[str]:
    records = list(outgoing.records)
    groups = grouped(records, options.group)
    if options.front:
        yield from front_matter(outgoing, records, options)
        yield ""
    yield f"# {markdown(heading_words(outgoing))}"
    yield ""
    yield _summary(outgoing, records, options)
    if outgoing.outside:
        yield ""
        lie = "lies" if outgoing.outside == 1 else "lie"
        yield f"{outgoing.outside} of them {lie} outside the selection “{markdown(outgoing.selection.words())}”."
    notes, evidence = _footnotes(groups, options.shape, outgoing) if options.evidence else ({}, [])
    mixed = len({unreviewed(record) for record in records}) > 1
    for words, under in groups:
        yield ""
        yield f"## {markdown(words)}"
        yield ""
        yield from _group(under, options.shape, outgoing, notes, mixed)
    counted = told_by(outgoing.tellings(records))
    if options.evidence and counted:
        yield ""
        yield "## Sources"
        yield ""
        for source in outgoing.telling(counted):
            if told := counted[source.file, source.title]:
                yield f"- {markdown(source_words(source, told), begins=True)}"
    for number, text in enumerate(evidence, 1):
        yield ""
        yield f"[^{number}]: {text}"


def _summary(outgoing: Outgoing, records: Sequence[Record], options: ExportOptions) -> str:
    """How many, of what span of years, how many to be read with care, how much money."""
    if outgoing.of is not None:
        return f"{count_words(outgoing.of, 'milestone')}. Years, sources and amounts are added up when all of them are written."
    span, counted = years(records), told_by(outgoing.tellings(records))
    read, told = len(outgoing.telling(counted)), len(counted)
    sources = f"{told:,} of the {count_words(read, 'source')} read" if read > told else count_words(told, "source")
    sentences = [f"{count_words(len(records), 'milestone')}{span and ', '}{span}, from {sources}."]
    if records:
        counts = (
            (sum(map(unreviewed, records)), "unreviewed"),
            (sum(map(doubtful, records)), "doubtful"),
            (sum(bool(inferred(record)) for record in records), "with an inferred date"),
            (sum(map(only_year, records)), "dated to the year alone"),
        )
        first, *more = [f"{count or 'None'} {words}" for count, words in counts if count or words == "unreviewed"]
        sentences.append(f"{', '.join((first, *more))}.")
    if sums := _sums(records, outgoing):
        sentences.append(sums)
    if options.group in _SEVERAL and records:
        sentences.append(_SEVERAL[options.group])
    sentences.append(f"As of {When.of(outgoing.today).show_long()}.")
    return " ".join(sentences)


def _sums(records: Sequence[Record], outgoing: Outgoing) -> str:
    """What the amounts come to, and what to know of it; nothing where none is named."""
    sums = money(records)
    told = [", ".join(markdown(amount_words(*one)) for one in sums.items())]
    if any(amount["same_as"] for record in records for amount in record["amounts"]):
        told.append("a sum told in two currencies counts in the first")
    if undivided(records, outgoing.selection):
        told.append("undivided: what is shared with other countries or donors counts in full")
    if words := caution(outgoing.again):
        told.append(markdown(words))
    return f"Amounts named: {'; '.join(told)}." if sums else ""


def _footnotes(groups: Sequence[tuple[str, Sequence[Record]]], shape: Shape, outgoing: Outgoing) -> tuple[Notes, list[str]]:
    """Every quote once, numbered as they are met, also of what is merged; those of donors and amounts where they are told."""
    numbers: dict[str, int] = {}
    notes: dict[tuple[str, str], int] = {}
    for _, told in groups:
        for record in told:
            quotes = [(one, _proof(one)) for one in outgoing.tellings([record])]
            if shape is not Shape.BRIEF:
                quotes += [(record, one["quote"]) for one in (*record["donors"], *record["amounts"])]
            for telling, quote in quotes:
                if quote:
                    notes[telling["id"], quote] = numbers.setdefault(_evidence(telling, quote), len(numbers) + 1)
    return notes, list(numbers)


def _proof(record: Record) -> str | None:
    """What its footnote holds."""
    return record["quote"] or (None if record["source"] else _BY_HAND)


def _mark(record: Record, quote: str | None, notes: Notes) -> str:
    number = notes.get((record["id"], quote)) if quote else None
    return f"[^{number}]" if number else ""


def _group(told: Sequence[Record], shape: Shape, outgoing: Outgoing, notes: Notes, mixed: bool) -> Iterator[str]:
    if shape is Shape.TABLE:
        yield f"| {' | '.join(name for name, _ in _TABLE)} |"
        yield f"|{'|'.join('-' * width for _, width in _TABLE)}|"
    for record in told:
        mark = "".join(dict.fromkeys(_mark(one, _proof(one), notes) for one in outgoing.tellings([record])))
        aside = f" ({', '.join(flags)})" if (flags := _flags(record, mixed)) else ""
        when = markdown(When(record["date"]).show())
        title = markdown(record["title"])
        if shape is Shape.TABLE:
            cells = (f"{when}{aside}", f"{title}{mark}", _where(record), _payers(record, notes), _amounts(record, notes))
            yield f"| {' | '.join(map(in_cell, cells))} |"
        elif shape is Shape.BRIEF:
            yield f"- **{when}**{aside}: {_sentence(title)}{mark}"
        else:
            payers = _payers(record, notes)
            parts = (_where(record), payers and f"Funded by {payers}", _amounts(record, notes))
            yield f"- **{when}**{aside}: {_sentence(title)}{mark}{''.join(f' {part}.' for part in parts if part)}"


def _flags(record: Record, mixed: bool) -> list[str]:
    """What a reader should know before relying on it; `mixed` where some of the milestones are reviewed and some are not."""
    flags = (
        ("planned", record["planned"]),
        ("rejected", record["status"] == Status.REJECTED),
        (inferred(record), True),
        ("doubtful", doubtful(record)),
        ("unreviewed", mixed and unreviewed(record) and not doubtful(record)),
    )
    return [word for word, there in flags if word and there]


def _where(record: Record) -> str:
    """The place, where neither the title nor the countries say it, and the countries, their roles said once."""
    place = record["place"] or ""
    said = place in record["title"] or place in {country["name"] for country in record["countries"]}
    told = [] if said else [markdown(place)]
    for role, word, countries in by_role((country["name"], country["role"]) for country in record["countries"]):
        label = "" if role is Role.LOCATION else f"{word.capitalize()}: "
        told.append(f"{label}{', '.join(map(markdown, countries))}")
    return ". ".join(told)


def _payers(record: Record, notes: Notes) -> str:
    payers = [f"{_donor(donor)}{_mark(record, donor['quote'], notes)}" for donor in record["donors"]]
    return " and ".join(filter(None, (", ".join(payers[:-1]), *payers[-1:])))


def _donor(donor: DonorRecord) -> str:
    through = f" through {markdown(definite(donor['agency']))}" if donor["agency"] else ""
    ref = f" ({markdown(donor['ref'])})" if donor["ref"] else ""
    return f"{markdown(definite(donor['name']))}{through}{ref}"


def _amounts(record: Record, notes: Notes) -> str:
    """Each amount; after "=" the same sum in another currency."""
    told = before = ""
    for amount in record["amounts"]:
        words = markdown(amount_words(amount["currency"], amount["value"]))
        same = amount["same_as"] or f"{amount['currency']} {amount['value']}"
        joint = "" if not told else " = " if same == before else "; "
        told += f"{joint}{words}{_mark(record, amount['quote'], notes)}"
        before = same
    return told


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _evidence(record: Record, quote: str) -> str:
    """The quote, word for word, and where it stands: the newsletter with its issue, the article."""
    if quote == _BY_HAND:
        return quote
    source = record["source"]
    where = []
    if source:
        where.append(markdown(source_name(source["title"], source["file"])))
        issue = When(source["issue"]) if source["issue"] else None
        if issue and not any(words in source["title"] for words in (issue.show(), issue.show_long())):
            where.append(markdown(issue.show_long()))
    if record["article"]:
        where.append(f"article “{markdown(record['article'])}”")
    return f"“{markdown(quote)}”" + (f" {', '.join(where)}." if where else "")
