"""One condition of a selection as a value: the fields there are, what may stand in them, and how a condition is written.

`db.selection` joins conditions, `db.querytext` reads them from a text, `db.wording` says them in English.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from db.when import When, WhenError

COUNTRY_FIELDS = ("country", "location", "beneficiary", "participant")
DATE_FIELDS = ("date", "after", "before")
CLOSED = {
    "status": ("new", "accepted", "rejected", "merged", "gone", "removed", "any"),
    "is": ("main", "mentioned", "planned", "doubtful", "inferred", "edited", "duplicate", "noted"),
    "has": ("amount", "donor", "country", "place", "partner", "series", "note"),
    "basis": ("stated", "resolved", "issue", "edited"),
}
"""The fields whose values are listed here; `kind` and the countries have theirs in `db.names`."""
FIELDS = (*COUNTRY_FIELDS, "donor", "agency", "kind", "status", "place", "series", "source", "is", "has", "basis", *DATE_FIELDS)
"""Every field of the query language. `year:` is another name for `date:`."""

_BARE = re.compile(r'[^\s",]+')
_NAME = re.compile(r"([A-Za-z]+):")
_UNKNOWN = re.compile(r"[A-Za-z]{3,}:(?!//)\S")
"""What asks for a field that there is not; `10:30`, `a:b` and addresses of the web do not."""
_MEANT = {
    "donor": ("donator", "funder", "funding", "fundedby", "payer", "paid", "sponsor", "grant", "who"),
    "has:amount": ("amount", "amounts", "money", "sum", "value", "currency", "budget", "usd", "eur"),
    "kind": ("type", "category", "sort", "event", "activity", "what"),
    "country": ("nation", "land", "state", "region"),
    "place": ("where", "city", "town", "venue"),
    "date": ("when", "time", "month", "day", "quarter", "period", "years"),
    "after": ("since", "from", "starting"),
    "before": ("until", "till"),
    "source": ("file", "newsletter", "issue", "document", "title"),
    "agency": ("through", "implementer"),
}
"""Other words that people try for a field."""
_YEAR = re.compile(r"\d{4}", re.ASCII)
_EXAMPLES = {"kind": "opening", "donor": "japan", "agency": "jica", "place": "Osh", "series": '"review meetings"', "source": "2016"}


class QueryError(ValueError):
    """A query that cannot be understood: one line for a person, and the characters (half-open) of the text that it is about."""

    def __init__(self, message: str, start: int = 0, end: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. Its values are alternatives; `negated` turns the whole of it round."""

    field: str
    """One of FIELDS; empty for free text, whose one value is a word (found by its beginning) or a phrase (found as it is)."""
    values: tuple[str, ...]
    """As `canonical` makes them: ISO codes, `Japan/JICA`, kinds, EDTF dates, else the text as typed."""
    negated: bool = False
    phrase: bool = False
    """Only for free text."""

    def __post_init__(self) -> None:
        values = (" ".join(tidy(value).split()) for value in self.values)
        object.__setattr__(self, "values", tuple(dict.fromkeys(value for value in values if value)))
        # a word that the query language would read otherwise can only be said in quotation marks
        if not self.field and not self.phrase and not all(_is_plain(word) for word in self.values):
            object.__setattr__(self, "phrase", True)

    def text(self) -> str:
        """The term in the query language."""
        dash = "-" if self.negated else ""
        if not self.field:
            return dash + " ".join(f'"{_doubled(value)}"' if self.phrase else value for value in self.values)
        return f"{dash}{self.field}:" + ",".join(quoted(_value_text(self.field, value)) for value in self.values)

    def concerns(self, field: str) -> bool:
        """Whether it is of this field; the field `year` means the `date:` terms that hold whole years and nothing else."""
        if field == "year":
            return self.field == "date" and all(_YEAR.fullmatch(value) for value in self.values)
        return self.field == field


def field_of(text: str) -> tuple[str, str]:
    """The field that `text` begins with, by its name and a colon; and what may be meant where there is none of that name."""
    found = _NAME.match(text)
    if not found:
        return "", ""
    name = found[1].lower()
    if name in FIELDS or name == "year":
        return name, ""
    single = name.removesuffix("ies") + "y" if name.endswith("ies") else name
    near = [field for field in FIELDS if len(field) > 3 and _is_near(single, field)]
    if near:
        return "", f"{min(near, key=lambda field: _distance(single, field))}:"
    meant = next((field for field, words in _MEANT.items() if name in words), "")
    if meant:
        return "", meant if ":" in meant else f"{meant}:"
    return "", "country:, donor:, date: or has:" if _UNKNOWN.match(text) else ""


def canonical(field: str, text: str, today: date | None = None) -> tuple[str, ...]:
    """The values that `text` stands for in `field`: usually one; a region's countries where a country is asked for.

    `last year` and its like count from `today`, and are refused without it.
    Raises `QueryError` for a value that a closed list does not hold, and names the nearest that it does.
    """
    value = " ".join(tidy(text).split())
    if not value:
        raise QueryError(f"{field}: needs a value, such as {field}:{example(field)}", 0, len(text))
    if field in COUNTRY_FIELDS:
        return _countries(field, value)
    if field in DATE_FIELDS or field == "year":
        return (_date(field, value, today),)
    if field in CLOSED:
        if (small := value.lower()) not in CLOSED[field]:
            raise _unknown(field, value, CLOSED[field])
        return (small,)
    if field in {"kind", "donor", "agency"}:
        return (_named(field, value),)
    if field and field not in FIELDS:
        raise QueryError(f"there is no field {field}: fields are {', '.join(FIELDS)}", 0, len(text))
    return (value,)


def example(field: str) -> str:
    """A value of the field, as one types it."""
    if field in COUNTRY_FIELDS:
        return "uz"
    return CLOSED[field][0] if field in CLOSED else _EXAMPLES.get(field, "2016-05")


def tidy(text: str) -> str:
    """`text`, character for character, with control and bidi characters as blanks and typographic quotation marks as plain ones."""
    return text if text.isascii() and text.isprintable() else "".join(map(_tidied, text))


def _tidied(char: str) -> str:
    if char in "“”„‟":
        return '"'
    bidi = "\u200e" <= char <= "\u200f" or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069" or char == "\u061c"
    return " " if bidi or unicodedata.category(char) in {"Cc", "Cs", "Zs", "Zl", "Zp"} else char


def has_token(text: str) -> bool:
    """Whether there is anything in `text` that full text search can look for: a letter, a digit, a private-use character."""
    return any(char.isalnum() or unicodedata.category(char)[0] in "LN" or unicodedata.category(char) == "Co" for char in text)


def _is_plain(word: str) -> bool:
    return (
        bool(_BARE.fullmatch(word))
        and not word.startswith("-")
        and word.lower() not in {"not", "and", "or"}
        and word == tidy(word)
        and word == word.strip(",;")
        and not any(field_of(word))
    )


def _doubled(text: str) -> str:
    return text.replace('"', '""')


def quoted(text: str) -> str:
    """A value as it is written behind a colon: in quotation marks where it needs them."""
    return text if _BARE.fullmatch(text) else f'"{_doubled(text)}"'


def _value_text(field: str, value: str) -> str:
    if field in COUNTRY_FIELDS:
        return value.lower()
    if field not in DATE_FIELDS:
        return value
    return When(value).query()


def _countries(field: str, value: str) -> tuple[str, ...]:
    from db import names

    if code := names.country(value):
        return (code,)
    if members := names.region(value):
        return members
    near = names.nearest_country(value)
    quoted = f'{field}:"{near}", in quotation marks' if near and " " in near else near
    meant = f"did you mean {quoted}?" if near else f"write a name or an ISO code, such as {field}:uz"
    raise QueryError(f"there is no country “{value}”: {meant}", 0, len(value))


def _named(field: str, value: str) -> str:
    from db import names

    if field == "kind":
        if kind := names.kind(value):
            return kind.value
        from db.parts import Kind

        raise _unknown(field, value, tuple(Kind))
    donor = names.donor(value)
    if donor is None:
        return value
    return str(donor) if field == "donor" else donor.agency or value


def _unknown(field: str, value: str, choices: tuple[str, ...]) -> QueryError:
    from db import names

    near = names.nearest(value, choices) or min(choices, key=lambda choice: _distance(value.lower(), choice))
    return QueryError(f"{field}: has no “{value}”: did you mean {near}? There are {', '.join(choices)}", 0, len(value))


def _date(field: str, value: str, today: date | None) -> str:
    from db.typed import read_when

    try:
        return read_when(value, today, yearless=False).edtf
    except WhenError as error:
        told = str(error)
    try:
        # one word on a command line: may-2016, 13-may-2016, last-year
        return read_when(re.sub("[-_]", " ", value), today, yearless=False).edtf
    except WhenError:
        raise QueryError(f"{field}: {told}", 0, len(value)) from None


def show_date(edtf: str) -> str:
    """A date of a term in words: `May 2016`, `2013 to 2017`, `since 2013`."""
    left, slash, right = edtf.partition("/")
    if slash and ".." not in {left, right}:
        return f"{When(left).show()} to {When(right).show()}"
    return When(edtf).show()


def _is_near(name: str, field: str) -> bool:
    if len(name) >= 3 and field.startswith(name):
        return True
    return _distance(name, field) <= (1 if len(field) <= 5 else 2)


def _distance(left: str, right: str) -> int:
    """How many letters must be put in, left out, changed or swapped with their neighbour (optimal string alignment)."""
    rows = [list(range(len(right) + 1))]
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
