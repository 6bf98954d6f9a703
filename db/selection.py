"""A selection of milestones as a value: what the search line, the facets and saved views all say, and how it reads in words.

`parse` makes it from the query language, `Selection.text` writes it back; `db.queries.where` turns it into SQL.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from db.querytext import read
from db.terms import COUNTRY_FIELDS, Term, canonical
from db.wording import phrase


@dataclass(frozen=True, slots=True)
class Selection:
    """Terms that all hold together; without terms, everything that lists show."""

    terms: tuple[Term, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "terms", tuple(dict.fromkeys(term for term in self.terms if term.values)))

    def text(self) -> str:
        """The selection in the query language; `parse` makes an equal one of it."""
        return " ".join(term.text() for term in self.terms)

    def chips(self) -> tuple[str, ...]:
        """A short phrase for each term: `Uzbekistan`, `funded by Japan`, `2013 to 2017`, `not trainings`, `“border”`."""
        return tuple(phrase(term) for term in self.terms)

    def words(self) -> str:
        """The selection as a heading says it: `Uzbekistan, funded by Japan, 2013 to 2017`; `all milestones` when empty."""
        return ", ".join(self.chips()) or "all milestones"

    def toggle(self, field: str, value: str) -> Selection:
        """With the value among those of `field` that are taken, or without it where it was; no longer excluded either way.

        Raises `QueryError` for a value that a closed list does not hold.
        """
        wanted = canonical(field, value)
        taken = self.chosen(field)
        bare = self._drop(field, wanted, negated=False)._drop(field, wanted, negated=True)
        return bare if taken.issuperset(wanted) else bare._add(field, wanted, negated=False)

    def exclude(self, field: str, value: str) -> Selection:
        """With the value excluded, or no longer excluded where it was; not taken either way. Raises `QueryError` as `toggle`."""
        wanted = canonical(field, value)
        excluded = self.excluded(field)
        bare = self._drop(field, wanted, negated=False)._drop(field, wanted, negated=True)
        return bare if excluded.issuperset(wanted) else bare._add(field, wanted, negated=True)

    def without(self, index: int) -> Selection:
        """Without the term (and chip) of this index."""
        return Selection(self.terms[:index] + self.terms[index + 1 :])

    def chosen(self, field: str) -> frozenset[str]:
        """The values of `field` that are taken."""
        return frozenset(value for term in self.terms if term.concerns(field) and not term.negated for value in term.values)

    def excluded(self, field: str) -> frozenset[str]:
        """The values of `field` that are excluded."""
        return frozenset(value for term in self.terms if term.concerns(field) and term.negated for value in term.values)

    def countries(self) -> frozenset[str]:
        """The ISO codes of the countries that are taken, in whatever role."""
        return frozenset().union(*(self.chosen(field) for field in COUNTRY_FIELDS))

    def governments(self) -> frozenset[str]:
        """The donors that are taken, without regard to their agencies."""
        return frozenset(value.partition("/")[0] for value in self.chosen("donor"))

    def but(self, field: str) -> Selection:
        """Without the positive terms of `field`: what a facet counts in."""
        return Selection(tuple(term for term in self.terms if term.negated or not term.concerns(field)))

    def also(self, other: Selection) -> Selection:
        """Both together."""
        return Selection(self.terms + other.terms)

    def _drop(self, field: str, values: tuple[str, ...], *, negated: bool) -> Selection:
        return Selection(
            tuple(
                replace(term, values=tuple(value for value in term.values if value not in values))
                if term.concerns(field) and term.negated is negated
                else term
                for term in self.terms
            )
        )

    def _add(self, field: str, values: tuple[str, ...], *, negated: bool) -> Selection:
        for index, term in enumerate(self.terms):
            if field and term.concerns(field) and term.negated is negated:
                wider = replace(term, values=term.values + values)
                return Selection((*self.terms[:index], wider, *self.terms[index + 1 :]))
        return Selection((*self.terms, Term("date" if field == "year" else field, values, negated)))


def parse(text: str, today: date | None = None) -> Selection:
    """The selection that a query asks for; `last year` and its like, which count from `today`, become the date that they mean.

    Raises `QueryError` and nothing else, whatever the text.
    """
    return Selection(read(text, today))
