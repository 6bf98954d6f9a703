"""Sums that what is shown names again, as it seems."""

from __future__ import annotations

import json
import sqlite3

from db.parts import Money
from db.queries.listing import NAMING, exact
from db.queries.where import where
from db.repeats import Again, Naming, payers, repeated
from db.selection import Selection

_BY_UIDS = "select id from milestone where uid in (select value from json_each(?))"


def sums_again(conn: sqlite3.Connection, selection: Selection, uids: frozenset[str] | None = None) -> tuple[Again, ...]:
    """The amounts of what is shown, or of these milestones, that seem to be told again, see `db.repeats`."""
    base = where(conn, Selection((*selection.terms, NAMING)))
    ids, params = (_BY_UIDS, (json.dumps(list(uids)),)) if uids is not None else (base.ids, base.params)
    rows = conn.execute(
        "select m.source_id, m.heading, m.month, m.donors, a.currency, a.value "
        "from milestone m join milestone_amount a on a.milestone_id = m.id "
        f"where a.same_as = '' and m.source_id is not null and m.id in ({ids}) order by a.currency, a.value desc",
        params,
    )
    return repeated(
        Naming(source, article or "", month, payers(donors), Money(currency, exact(value)))
        for source, article, month, donors, currency, value in rows
    )
