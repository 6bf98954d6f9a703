"""A selection as the condition of a SELECT over `milestone m`, put so that SQLite takes the shorter way; and what is near to it.

Two ways lead to the rows: through few hits of one term (full text, a country, a donor), each row looked up by its key; or along the
index `milestone_order`, which holds every column that most conditions need. A bounded count of each term's hits decides.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.folding import written_out
from db.parts import DOUBTFUL, Basis
from db.selection import Selection
from db.terms import COUNTRY_FIELDS, Term, has_token
from db.when import When

_FEW = 25
"""Up to a row in so many, looking hits up beats walking the index."""
_FEW_AT_LEAST = 2000
_REMOVED = "coalesce(m.source_id, 0) in (select id from source where removed = 1)"
VISIBLE = (
    "m.gone < 2 and m.merged_into is null and m.status <> 'rejected' "
    "and coalesce(m.source_id, 0) not in (select id from source where removed = 1)"
)
"""What lists, counts and exports hold unless `status:` asks for others."""
HIDDEN = (
    "select id from milestone where gone = 2 or merged_into is not null or status = 'rejected' "
    "union select id from milestone where source_id in (select id from source where removed = 1)"
)
"""The keys of all others, along an index that holds only them."""
_THERE = f"m.gone < 2 and m.merged_into is null and not {_REMOVED}"
STATUSES = {
    "new": f"{_THERE} and m.status = 'new'",
    "accepted": f"{_THERE} and m.status = 'accepted'",
    "rejected": f"{_THERE} and m.status = 'rejected'",
    "merged": "m.merged_into is not null",
    "gone": "m.gone > 0",
    "removed": _REMOVED,
    "any": "1",
}
FLAGS = {
    "main": "m.level = 'main'",
    "mentioned": "m.level = 'mentioned'",
    "planned": "m.planned = 1",
    "doubtful": f"m.confidence < {DOUBTFUL} and m.status = 'new'",
    "inferred": f"m.basis in ('{Basis.RESOLVED}', '{Basis.ISSUE}')",
    "edited": "m.edited = 1",
    "noted": "m.note <> ''",
    "duplicate": f"""m.id in (
        select id from (
          select m.id, min(m.source_id) over alike as one, max(m.source_id) over alike as other
          from milestone m left join milestone_country c on c.milestone_id = m.id
          where {VISIBLE} window alike as (partition by m.start_day, m.end_day, m.kind, c.code)
        ) where one <> other)""",
}

_NAMING = "select milestone_id from milestone_amount"
HOLDINGS = {
    "amount": f"m.id in ({_NAMING})",
    "donor": "exists (select 1 from milestone_donor d where d.milestone_id = m.id)",
    "country": "exists (select 1 from milestone_country c where c.milestone_id = m.id)",
    "place": "m.place <> ''",
    "partner": "m.partners <> ''",
    "series": "m.series <> ''",
    "note": "m.note <> ''",
}


@dataclass(frozen=True, slots=True)
class Where:
    """The two clauses of a SELECT that takes what a selection holds."""

    tables: str
    """What stands after `from`: the table as `m`, and how to go through it."""
    sql: str
    """What stands after `where`."""
    params: tuple[str | int, ...]
    few: bool
    """Whether it goes through few hits."""

    @property
    def ids(self) -> str:
        """A SELECT of the integer keys."""
        return f"select m.id from {self.tables} where {self.sql}"


@dataclass(frozen=True, slots=True)
class _Part:
    """One condition: a SELECT of keys to be in or not, or a plain one on `m`."""

    sql: str
    params: tuple[str | int, ...] = ()
    keys: bool = False
    negated: bool = False

    def condition(self, *, leads: bool = False) -> str:
        if not self.keys:
            return f"not ({self.sql})" if self.negated else f"({self.sql})"
        # the sign keeps SQLite from looking the rows up one by one where there are many
        return f"{'' if leads else '+'}m.id {'not ' if self.negated else ''}in ({self.sql})"


def where(conn: sqlite3.Connection, selection: Selection) -> Where:
    """The clauses for a selection; every value is a parameter."""
    parts = _parts(selection)
    lead = _lead(conn, parts)
    if not shows_hidden(selection):
        parts.append(_Part(VISIBLE))
    sql = " and ".join(part.condition(leads=part is lead) for part in parts) or "1"
    params = tuple(value for part in parts for value in part.params)
    way = "not indexed" if lead else "indexed by milestone_order"
    return Where(f"milestone m {way}", sql, params, lead is not None)


def shows_hidden(selection: Selection) -> bool:
    """Whether it asks itself for what lists, counts and exports hold."""
    return any(term.field == "status" and not term.negated for term in selection.terms)


def asked_of(term: Term) -> tuple[str, tuple[str | int, ...], bool]:
    """What a term is about, negated or not, hidden or not: SQL and its parameters; whether it is a SELECT of keys, some of which
    come twice, or else a condition on `m`.
    """
    part = _positive(term)
    return part.sql, part.params, part.keys


def near(conn: sqlite3.Connection, selection: Selection) -> tuple[str, ...]:
    """Sentences for what nothing in the store has: what is near to a value, and what words may be meant as."""
    from db.meaning import meant

    told = []
    for term in selection.terms:
        if term.field not in {"donor", "agency", "place", "series", "source"} or term.negated:
            continue
        for value in term.values:
            part = _part(Term(term.field, (value,)))
            if conn.execute(f"select 1 from milestone m where {part.condition()} limit 1", part.params).fetchone():
                continue
            close = _close(conn, term.field, value)
            close_by = f" Did you mean {' or '.join(f'“{one}”' for one in close)}?" if close else ""
            told.append(f"Nothing in the store has the {term.field} “{value}”.{close_by}")
    if (as_fields := meant(selection)) != selection and (count := _count(conn, as_fields)):
        told.append(f"Words are looked for in the text. As fields, {as_fields.text()} finds {count:,}.")
    return tuple(told)


def _count(conn: sqlite3.Connection, selection: Selection) -> int:
    base = where(conn, selection)
    return int(conn.execute(f"select count(*) from ({base.ids})", base.params).fetchone()[0])


def last_key(conn: sqlite3.Connection) -> int:
    """The integer key of the milestone that was stored last; 0 where there is none."""
    return conn.execute("select max(id) from milestone").fetchone()[0] or 0


def _lead(conn: sqlite3.Connection, parts: Iterable[_Part]) -> _Part | None:
    """The part with the fewest hits, if they are few."""
    best: tuple[int, _Part] | None = None
    few = max(_FEW_AT_LEAST, last_key(conn) // _FEW)
    for part in parts:
        if part.keys and not part.negated:
            bounded = f"select count(*) from ({part.sql} limit {few + 1})"
            count = conn.execute(bounded, part.params).fetchone()[0]
            if count <= few and (best is None or count < best[0]):
                best = count, part
    return best[1] if best else None


def _parts(selection: Selection) -> list[_Part]:
    words = [term for term in selection.terms if not term.field and not term.negated]
    told = [_any(term.values, prefix=not term.phrase) for term in words]
    matched = " AND ".join(query for query in told if query)
    parts = [_match(matched)] if matched else []
    return parts + [_part(term) for term in selection.terms if term.field or term.negated]


def _part(term: Term) -> _Part:
    part = _positive(term)
    return _Part(part.sql, part.params, part.keys, term.negated)


def _positive(term: Term) -> _Part:
    field, values = term.field, term.values
    if not field or field == "place":
        told = _any(values, prefix=not term.phrase)
        matched = f"{{place}} : {told}" if field and told else told
        return _match(matched) if matched else _Part("0" if field or term.negated else "1")
    if field in COUNTRY_FIELDS:
        role = "" if field == "country" else " and role = ?"
        params = values if field == "country" else (*values, field)
        return _Part(f"select milestone_id from milestone_country where code in ({_marks(values)}){role}", params, keys=True)
    if field in {"donor", "agency"}:
        each = [_donor(field, value) for value in values]
        sql = "select milestone_id from milestone_donor where " + " or ".join(part.sql for part in each)
        return _Part(sql, tuple(value for part in each for value in part.params), keys=True)
    if field in {"kind", "basis"}:
        return _Part(f"m.{field} in ({_marks(values)})", values)
    if field == "has" and values == ("amount",):
        return _Part(_NAMING, keys=True)
    if field in {"is", "has", "status"}:
        known = {"is": FLAGS, "has": HOLDINGS, "status": STATUSES}[field]
        return _Part(" or ".join(f"({known[value]})" for value in values))
    if field == "series":
        return _series(values)
    if field == "source":
        return _source(values)
    each = [_dates(field, When(value)) for value in values]
    return _Part(" or ".join(f"({part.sql})" for part in each), tuple(value for part in each for value in part.params))


def _dates(field: str, when: When) -> _Part:
    """What shares a day with the date; with `after` and `before`, with it or what follows or precedes it."""
    first, last = when.days
    if field == "after" or not (when.end or field == "before"):
        return _Part("m.end_day >= ?", (first,))
    if field == "before" or not when.start:
        return _Part("m.start_day <= ?", (last,))
    return _Part("m.start_day <= ? and m.end_day >= ?", (last, first))


def _donor(field: str, value: str) -> _Part:
    """A donor of the list exactly, any other by name or agency in any case; an agency in any case."""
    from db import names

    if field == "agency":
        return _Part("(agency = ? collate nocase)", (value,))
    donor = names.donor(value)
    if donor and str(donor) == value:
        return _Part("(name = ? and agency = ?)", (donor.name, donor.agency)) if donor.agency else _Part("(name = ?)", (value,))
    name, slash, agency = value.partition("/")
    both = "(name = ? collate nocase or agency = ? collate nocase"
    if slash:
        return _Part(f"{both} or name = ? collate nocase and agency = ? collate nocase)", (value, value, name, agency))
    return _Part(f"{both})", (value, value))


def _series(values: Sequence[str]) -> _Part:
    """The series of that name; where there is none, those whose name holds it."""
    one = (
        "series = ? collate nocase or series like ? escape '\\' and not exists "
        "(select 1 from milestone where series <> '' and series = ? collate nocase)"
    )
    sql = f"select id from milestone where series <> '' and ({' or '.join([f'({one})'] * len(values))})"
    return _Part(sql, tuple(param for value in values for param in (value, _like(value), value)), keys=True)


def _source(values: Sequence[str]) -> _Part:
    """The source of that title or file; where there is none, those whose title or file holds it."""
    one = (
        "title = ? collate nocase or file = ? collate nocase or (title like ? escape '\\' or file like ? escape '\\') "
        "and not exists (select 1 from source where title = ? collate nocase or file = ? collate nocase)"
    )
    sources = f"select id from source where {' or '.join([f'({one})'] * len(values))}"
    likes = ((value, value, _like(value), _like(value), value, value) for value in values)
    sql = f"select id from milestone where source_id in ({sources})"
    return _Part(sql, tuple(param for six in likes for param in six), keys=True)


def _like(text: str) -> str:
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


# Full text: a query of FTS5 is put together from quoted strings only, so that nothing in them is read as its syntax.


def _match(query: str) -> _Part:
    return _Part("select rowid from milestone_fts where milestone_fts match ?", (query,), keys=True)


def _any(texts: Iterable[str], *, prefix: bool) -> str:
    """An FTS5 query for any of the texts, whose last words may go on; empty where none holds a word."""
    told = [_string(text) + " *" * prefix for text in texts if has_token(text)]
    return f"({' OR '.join(told)})" if told else ""


def _string(text: str) -> str:
    return '"' + written_out(text).replace('"', '""') + '"'


_NEAR_SQL = {
    "donor": "select distinct name from milestone_donor union select distinct agency from milestone_donor",
    "agency": "select distinct agency from milestone_donor",
    "place": "select distinct place from milestone where place <> '' limit 20000",
    "series": "select distinct series from milestone where series <> ''",
    "source": "select title from source where removed = 0 union select file from source where removed = 0",
}


def _close(conn: sqlite3.Connection, field: str, value: str) -> list[str]:
    """Up to three values of the store that are like `value` or hold it."""
    from difflib import get_close_matches

    wanted = value.casefold()
    stored = {text.casefold(): text for (text,) in conn.execute(_NEAR_SQL[field]) if text}
    spoken = {word: text for key, text in stored.items() for word in key.split() if len(word) > 3} | stored
    holding = sorted((text for key, text in stored.items() if wanted in key), key=lambda text: (len(text), text))
    alike = [spoken[key] for key in get_close_matches(wanted, spoken, 3, 0.6)]
    return list(dict.fromkeys([*alike, *holding]))[:3]
