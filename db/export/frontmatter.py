"""What stands in front of exported Markdown: YAML that says what was chosen, what it was read from and what to be careful with.

Its keys are none that pandoc prints or takes for its own (title, date, lang and such), so that a report is not changed by them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from db.export.escaping import quoted
from db.export.grouping import doubtful, inferred, money, only_year, told_by, unreviewed
from db.export.options import ExportOptions
from db.export.outgoing import Outgoing
from db.queries.records import Record
from db.queries.sources import SourceRow
from db.repeats import surplus
from db.when import When
from db.wording import count_words, source_name


def front_matter(outgoing: Outgoing, records: Sequence[Record], options: ExportOptions) -> Iterator[str]:
    """Its lines, with the fences around them."""
    selection = outgoing.selection
    yield "---"
    yield f"selection: {quoted(selection.words())}"
    yield f"query: {quoted(selection.text())}"
    if outgoing.outside is not None:
        yield f"marked: {len(records)}"
        yield f"marked_outside_selection: {outgoing.outside}"
    yield f"as_of: {quoted(outgoing.today.isoformat())}"
    yield f"grouped_by: {options.group}"
    yield f"milestones: {len(records)}"
    yield f"planned: {sum(record['planned'] for record in records)}"
    yield f"unreviewed: {sum(map(unreviewed, records))}"
    yield f"inferred_date: {sum(bool(inferred(record)) for record in records)}"
    yield from _listed("doubtful", [_named(record) for record in records if doubtful(record)])
    yield from _listed("dated_to_the_year_alone", [_named(record) for record in records if only_year(record)])
    sums, beyond = money(records), surplus(outgoing.again)
    yield from _listed("amounts", [amount_words(*one) for one in sums.items()])
    if beyond:
        once = [amount_words(currency, value - beyond.get(currency, 0)) for currency, value in sums.items()]
        yield from _listed("amounts_where_the_same_sum_counts_once", once)
    counted = told_by(outgoing.tellings(records))
    yield from _listed("sources", [source_words(one, counted[one.file, one.title]) for one in outgoing.telling(counted)])
    yield "---"


def _listed(key: str, texts: Sequence[str]) -> Iterator[str]:
    yield f"{key}:" if texts else f"{key}: []"
    yield from (f"  - {quoted(text)}" for text in texts)


def _named(record: Record) -> str:
    return f"{record['id']} {When(record['date']).show()}: {record['title']}"


def heading_words(outgoing: Outgoing) -> str:
    """What the whole is called."""
    if outgoing.outside is not None:
        return "Marked milestones"
    return f"Milestones: {outgoing.selection.words()}" if outgoing.selection.terms else "All milestones"


def amount_words(currency: str, value: Decimal | float) -> str:
    """An amount: `USD 1,380,000`, `EUR 5.50`."""
    number = Decimal(str(value))
    return f"{currency} {int(number):,}" if number == int(number) else f"{currency} {number:,.2f}"


def source_words(source: SourceRow, told: int) -> str:
    """A source with its period, and how many of the milestones it tells."""
    period = f", {When(source.issue).show_long()}" if source.issue else ""
    return f"{source_name(source.title, source.file)}{period}: {count_words(told, 'milestone')} here"
