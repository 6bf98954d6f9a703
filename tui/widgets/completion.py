"""What the search line offers to complete: names of fields, and the values that the store has, for what is being typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from db import names
from db.meaning import meanings
from db.parts import Kind
from db.querytext import Unfinished
from db.terms import CLOSED, COUNTRY_FIELDS, DATE_FIELDS, FIELDS, Term, quoted, tidy
from tui.render import clean

if TYPE_CHECKING:
    from db.queries.facets import FacetValue

MOST = 8
"""Offers at a time."""
_WORDS = re.compile(r"\w+")
_NAME_LETTERS = 4
"""Letters of a word after which it may become a name."""
_FIELD_LETTERS = 2
"""Letters of a word after which it may become a field."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One way on."""

    text: str
    """The whole query, once it is taken."""
    start: int
    """Where in it begins what takes the place of what is being typed."""
    label: str
    """What it is called, harmless."""
    count: int = 0
    """Milestones that it would find beside the rest of the query."""
    meaning: str = ""
    """What it stands for, where that is said rather than counted."""

    def rest(self, query: str) -> str:
        """What is shown behind the cursor: what it adds to the query, or, where it replaces what is typed, all of it."""
        if self.text.startswith(query):
            return clean(self.text[len(query) :])
        return f" → {clean(self.text[self.start :])}"


def field_offers(query: str, last: Unfinished) -> tuple[Offer, ...]:
    """Fields whose names begin with the word being typed, the shortest first."""
    typed = last.typed.lower()
    if last.field or len(typed) < _FIELD_LETTERS:
        return ()
    found = sorted((field for field in (*FIELDS, "year") if field.startswith(typed)), key=len)
    return tuple(Offer(query + field[len(typed) :] + ":", last.start, field) for field in found)


def word_offers(query: str, last: Unfinished) -> tuple[Offer, ...]:
    """Fields that a plain word may be meant as: it names their value, or, where it names none, a value begins so."""
    if last.field or len(last.typed) < _FIELD_LETTERS:
        return ()
    named = tuple(meanings(Term("", (last.typed,))))
    if not named and len(last.typed) >= _NAME_LETTERS:
        wanted = names.fold(last.typed)
        begun = next((one for folded, one in _all_names(names.generation()) if folded.startswith(wanted)), "")
        named = tuple(meanings(Term("", (begun,)))) if begun else ()
    return tuple(Offer(query[: last.start] + term.text(), last.start, term.text()) for term in named)


@lru_cache(maxsize=1)
def _all_names(generation: int) -> tuple[tuple[str, str], ...]:
    """Names of countries, donors, their agencies and kinds, in one word or more, each behind its folded form.

    `generation` is that of the names, see `names.generation`.
    """
    told = (
        *(country.name for country in names.countries()),
        *(info.donor.agency or info.donor.name for info in names.donors()),
        *Kind,
    )
    return tuple((names.fold(one), one) for one in told)


def value_offers(query: str, last: Unfinished, values: Sequence[FacetValue], today: date) -> tuple[Offer, ...]:
    """Values for what is typed: those that begin so, then those with a word that does, else the most like it; at most MOST.

    Of dates, what counts from `today` follows, such as `last year`, once a letter of it is typed.
    What cannot be typed, such as a name with control characters, is not offered.
    """
    values = [value for value in (*values, *_unheld(last.field, values)) if clean(tidy(value.value)) == value.value]
    wanted = names.fold(last.typed)
    ranked = [(rank, value) for value in values if (rank := _rank(value, wanted)) is not None]
    found = [value for _, value in sorted(ranked, key=lambda pair: pair[0])]
    if not found and last.field not in {*DATE_FIELDS, "year"}:
        near = names.nearest(last.typed, [value.label for value in values])
        found = [value for value in values if value.label == near]
    if [rank for rank, _ in ranked] == [0]:
        # it stands there already
        return ()
    return (*(_offer(query, last, value) for value in found), *_counted(query, last, today))[:MOST]


def _counted(query: str, last: Unfinished, today: date) -> Iterator[Offer]:
    """Words that count from today, with what they mean."""
    typed = last.typed.lower()
    if typed and last.field in {*DATE_FIELDS, "year"}:
        from db.typed import COUNTED, read_when

        for said in COUNTED:
            if said.startswith(typed) and said != typed:
                text = query + said[len(typed) :]
                yield Offer(text, last.start, said, meaning=read_when(said, today).show())


def _unheld(field: str, values: Sequence[FacetValue]) -> list[FacetValue]:
    """What else a closed list has, though nothing that is shown does."""
    from db.queries.facets import FacetValue

    closed = tuple(Kind) if field == "kind" else CLOSED.get(field, ())
    there = {value.value for value in values}
    return [FacetValue(value, value, 0) for value in closed if value not in there]


def _rank(value: FacetValue, wanted: str) -> int | None:
    """0 for a name or code that is meant, 1 for a name that begins so, 2 where a later word does; None where nothing does."""
    label, own = names.fold(value.label), names.fold(value.value)
    if wanted and wanted in {label, own}:
        return 0
    if label.startswith(wanted) or own.startswith(wanted):
        return 1
    return 2 if any(word.startswith(wanted) for word in _WORDS.findall(f"{label} {own}")) else None


def _offer(query: str, last: Unfinished, value: FacetValue) -> Offer:
    written = quoted(value.label if last.field in COUNTRY_FIELDS else value.value)
    typed = query[last.start :]
    # letters that are typed already stay as they are
    goes_on = written[: len(typed)].casefold() == typed.casefold()
    text = query + written[len(typed) :] if goes_on else query[: last.start] + written
    label = f"{value.parent} through {value.label}" if value.parent else value.label
    return Offer(text, last.start, clean(label), value.count)
