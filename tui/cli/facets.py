"""What `milepost facets` prints: how many milestones each value has, and what their amounts come to."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import NamedTuple

import click
from rich.cells import cell_len

from db.connect import Store
from db.parts import Money
from db.queries.again import sums_again
from db.queries.facets import FacetValue, facet_counts
from db.queries.listing import totals
from db.repeats import surplus
from db.selection import Selection
from tui.cli.common import print_json
from tui.render import clean


def print_facets(store: Store, selection: Selection, fields: Sequence[str], *, money: bool, as_json: bool) -> None:
    """How many milestones each value of each facet has; with `money`, what their amounts come to by currency as well."""
    conn = store.connection
    found = {field: facet_counts(conn, selection, field) for field in fields}
    # a value that nothing has is chosen already, and to take it again would let it go
    sums = {
        (field, value): _sums(conn, selection, field, value)
        for field, values in found.items()
        for value in values
        if money and value.count
    }
    if as_json:
        print_json(
            {
                field: [asdict(value) | _money_in_json(sums.get((field, value))) for value in values]
                for field, values in found.items()
            }
        )
        return
    for field, values in found.items():
        names = [f"{'  ' if value.parent else ''}{clean(value.label)}" for value in values]
        width = max(map(cell_len, names), default=0)
        if values:
            click.echo(click.style(field, bold=True))
        for value, name in zip(values, names, strict=True):
            told = " · ".join(map(str, sums.get((field, value), ())))
            click.echo(f"{value.count:7}  {name}{' ' * (width - cell_len(name) + 2)}{told}".rstrip())


class _Sum(NamedTuple):
    """What the amounts of a facet's value come to in one currency."""

    money: Money
    least: Decimal
    """The same where a grant that seems to be told again counts once."""
    undivided: bool
    """Whether others than the value have a part in it."""

    def __str__(self) -> str:
        once = "" if self.least == self.money.value else f"{Money(self.money.currency, self.least)} to "
        whole = str(self.money).removeprefix(f"{self.money.currency} " * bool(once))
        return f"{once}{whole}{' undivided' * self.undivided}"


def _sums(conn: sqlite3.Connection, selection: Selection, field: str, value: FacetValue) -> list[_Sum]:
    own = selection.but(field).toggle(field, value.value)
    found = totals(conn, own)
    beyond = surplus(sums_again(conn, own)) if found.naming > 1 else {}
    return [_Sum(one, one.value - beyond.get(one.currency, 0), one.currency in found.undivided) for one in found.money if one.value]


def _money_in_json(sums: Sequence[_Sum] | None) -> dict[str, object]:
    if sums is None:
        return {}
    return {
        "money": [
            {"currency": one.money.currency, "value": float(one.money.value), "least": float(one.least), "undivided": one.undivided}
            for one in sums
        ]
    }
