"""Reading the query language: from what stands in the search line to the terms of a `Selection`.

One pass from left to right; each failure says where in the text it lies. `db.terms` holds the values and their rules.
`unfinished` goes the same way and tells what is being typed at the end, for completion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from db.terms import DATE_FIELDS, QueryError, Term, canonical, example, field_of, has_token, tidy

_BLANKS = re.compile(r" *")
_NEGATION = re.compile(r"(-+)(?=[^ ])|not +(?=[^ ])", re.IGNORECASE)
_NOTHING = re.compile(r"-+(?: |$)|not *$|[,;]+", re.IGNORECASE)
"""What is passed over: a dash or `not` before nothing, as it stands there while one types."""
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_OPEN = re.compile(r'"(.*)', re.DOTALL)
_VALUE = re.compile(r'[^ ",]+')
_COMMAS = re.compile(r" *,[ ,]*")
_WORD = re.compile(r'[^ "]+')
_AND = re.compile(r"and(?: |$)", re.IGNORECASE)
"""What other searches want between conditions that must all hold; here they stand side by side."""
MOST = 500
"""Words and values of a query: more than anybody types, and as many as SQLite takes in one condition."""


_DATE_WORDS = 5
"""How many words of a date need no quotation marks: the 2nd quarter of 2016."""


def read(text: str, today: date | None = None) -> tuple[Term, ...]:
    """The conditions that `text` asks for, dates counted from `today`. Raises `QueryError` and nothing else, whatever the text."""
    plain = tidy(text)
    terms: list[Term] = []
    at, negated, count = _skip(plain, 0), False, 0
    while at < len(plain):
        if found := _NEGATION.match(plain, at):
            negated, at = True, found.end()
            continue
        if found := _NOTHING.match(plain, at) or _AND.match(plain, at):
            at = _skip(plain, found.end())
            continue
        start = at
        term, at = _term(plain, at, negated, today)
        if term:
            terms.append(term)
            count += len(term.values)
        if count > MOST:
            raise QueryError(f"this is too much to look for: at most {MOST} words and values", start, len(plain))
        at, negated = _skip(plain, at), False
    return tuple(terms)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What stands at the end of a query while it is being typed."""

    field: str
    """Whose value it is, one of FIELDS or `year`; empty for a word, which may become the name of a field."""
    typed: str
    """As it reads, so without quotation marks."""
    start: int
    """Where it begins in the text, with its quotation mark."""
    before: str
    """The query in front of the term that it belongs to."""


def unfinished(text: str) -> Unfinished | None:
    """The word or value that `text` ends in, None where nothing has been begun; whatever is wrong before it does not matter."""
    plain = tidy(text)
    at = begun = _skip(plain, 0)
    while at < len(plain):
        if found := _NEGATION.match(plain, at):
            at = found.end()
            continue
        passed = _NOTHING.match(plain, at) or _QUOTED.match(plain, at)
        word = _WORD.match(plain, at)
        if passed or not word:
            at = begun = _skip(plain, passed.end() if passed else at + 1)
            continue
        field, _ = field_of(word[0])
        raw, start, end = word[0], at, word.end()
        if field:
            colon = plain.index(":", at) + 1
            pieces = _pieces(plain, colon, field, None)
            raw, start, end = pieces[-1] if pieces else ("", colon, colon)
            if _COMMAS.fullmatch(plain, end) if pieces else not plain[end:].strip():
                # behind a comma or a colon, where a value is to follow
                raw, start, end = "", len(plain), len(plain)
            elif _is_date(field) and _counts(plain[start:]):
                raw, end = plain[start:], len(plain)
        if end == len(plain):
            return Unfinished(field, raw, start, plain[:begun])
        at = begun = _skip(plain, end)
    return None


def _skip(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def _term(text: str, at: int, negated: bool, today: date | None) -> tuple[Term | None, int]:
    """The term that begins at `at`, None where it holds nothing to look for, and where the next may begin."""
    if text[at] == '"':
        found = _QUOTED.match(text, at)
        if not found:
            # a quotation mark that nothing closes: one is still typing, and its words are words
            return None, at + 1
        phrase = " ".join(found[1].replace('""', '"').split())
        return (Term("", (phrase,), negated, phrase=True) if has_token(phrase) else None), found.end()
    word = _WORD.match(text, at)
    assert word
    field, near = field_of(word[0])
    if field:
        values, after = _values(text, at, field, today)
        return Term("date" if field == "year" else field, values, negated), after
    if near:
        colon = text.index(":", at)
        name = text[at:colon]
        message = f'there is no field “{name}”: did you mean {near}? As words: "{name}:…"'
        raise QueryError(message, at, colon)
    plain = word[0].strip(",;")
    if plain.lower() == "or" and text[:at].strip() and text[word.end() :].strip():
        raise QueryError('either of two stands behind one name: donor:japan,france. As a word: "or"', at, at + len(plain))
    return (Term("", (plain,), negated) if has_token(plain) else None), word.end()


def _values(text: str, start: int, field: str, today: date | None) -> tuple[tuple[str, ...], int]:
    """The values after a field's colon, and where they end: alternatives with commas between, blanks allowed after either."""
    at = text.index(":", start) + 1
    values: list[str] = []
    for raw, begin, end in _pieces(text, at, field, today):
        if raw.strip():
            values += _checked(field, raw, begin, end, today)
        at = end
    if not values:
        raise QueryError(f"{field}: needs a value, such as {field}:{example(field)}", start, at)
    return tuple(values), at


def _pieces(text: str, at: int, field: str, today: date | None) -> list[tuple[str, int, int]]:
    """What stands between the commas behind a colon at `at`: as it reads, and where it begins and ends."""
    pieces: list[tuple[str, int, int]] = []
    begin = at
    while True:
        value = _skip(text, begin)
        if value > at and text[value - 1] == " " and _starts_anew(text, value):
            return pieces
        found = _QUOTED.match(text, value) or _VALUE.match(text, value) or _OPEN.match(text, value)
        if not found:
            return pieces
        at = found.end()
        if found[0].startswith('"'):
            raw = found[1].replace('""', '"')
        else:
            at = _date_end(text, value, at, field, today) if _is_date(field) else at
            raw = text[value:at]
        pieces.append((raw, value, at))
        comma = _COMMAS.match(text, at)
        if not comma:
            return pieces
        begin = comma.end()


def _is_date(field: str) -> bool:
    return field in DATE_FIELDS or field == "year"


def _date_end(text: str, start: int, end: int, field: str, today: date | None) -> int:
    """Where a date ends: behind its first word, at `end`, else behind the fewest that make one with it, as in `after:last year`."""
    reached = end
    for _ in range(_DATE_WORDS):
        try:
            canonical(field, text[start:reached], today)
        except QueryError:
            begin = _skip(text, reached)
            word = _VALUE.match(text, begin)
            if not word or _starts_anew(text, begin):
                return end
            reached = word.end()
        else:
            return reached
    return end


def _counts(text: str) -> bool:
    """Whether it is the beginning of what counts from today: `last y`."""
    from db.typed import COUNTED

    return any(said.startswith(text.lower()) for said in COUNTED)


def _starts_anew(text: str, at: int) -> bool:
    """Whether another term begins after a blank, so that no value does."""
    word = _WORD.match(text, at)
    return word is not None and (word[0].startswith("-") or word[0].lower() == "not" or any(field_of(word[0])))


def _checked(field: str, raw: str, start: int, end: int, today: date | None) -> tuple[str, ...]:
    try:
        return canonical(field, raw, today)
    except QueryError as error:
        raise QueryError(error.message, start, end) from None
