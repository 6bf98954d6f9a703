"""Values of reading dates: what a text says of a date (`Expression`), what is known around it (`Context`), what both come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from db.models import Basis
from db.when import When
from importers.dates.rules import DateRule

Lean = Literal["", "last", "previous", "this", "the", "next", "following", "same", "ago", "later", "earlier", "hence"]
"""Which way words point from another date."""
Unit = Literal["", "year", "month", "quarter", "decade", "century", "week", "day", "part"]
"""What is counted from there; `part` in "last June"."""
Form = Literal["day", "month", "quarter", "half", "season", "year", "decade", "century", "range", "relative", "period"]
"""How a date is told; a `period` is "the past two years"."""
Role = Literal[
    "",
    "since",
    "until",
    "by",
    "before",
    "after",
    "from",
    "title-year",
    "programme-period",
    "instrument-year",
    "statistics-period",
]
"""What a date is to its sentence: "Report 2016" has a `title-year`, "Programme 2015-2019" a `programme-period`, "the 1988
Convention" and "Decree No. 4 of 5 May 2018" have an `instrument-year`."""
NAMES: frozenset[Role] = frozenset({"title-year", "programme-period", "instrument-year"})
"""The roles of a date that is part of a name."""
LAST_DAY = 99
"""Stands for the last day of a month in a point."""


class Point(NamedTuple):
    """One date as the words give it: parts that are missing are None."""

    year: int | None = None
    part: int | None = None
    """Month 1 to 12, season 21 to 24, quarter 33 to 36, half-year 40 and 41."""
    day: int | None = None
    lean: Lean = ""
    unit: Unit = ""
    """What `lean` counts."""
    units: int = 1
    """How many units; "two years ago" has 2."""
    span: int = 1
    """How many of its finest part it covers: a decade is 10 years, "the first nine months" 9 months from `part`, a week 7 days."""
    weekday: int | None = None
    """Monday is 0."""
    nth: int = 0
    """Which such weekday of its month: 1 is the first, -1 the last."""
    stated: bool = True
    """Whether the year stood in the words; False where it was copied from another date."""


class Expression(NamedTuple):
    """Words of a text that name a date, not yet resolved."""

    start: int
    end: int
    """Half-open range of characters of the scanned text."""
    text: str
    form: Form
    left: Point
    right: Point | None = None
    """The other end of a range."""
    qualifier: str = ""
    """`early`, `mid`, `late` or `about`."""
    role: Role = ""
    future: bool = False
    """Whether its sentence speaks of what is to come."""

    def at(self, offset: int) -> Expression:
        """The same words in a text before which so many characters stand."""
        return self._replace(start=self.start + offset, end=self.end + offset) if offset else self

    @property
    def year_known(self) -> bool:
        """Whether a year stood in the words."""
        return self.left.year is not None or (self.right is not None and self.right.year is not None)

    @property
    def relative(self) -> bool:
        """Whether it hangs on another date ("last year", "a month later", "this June")."""
        return bool(self.left.lean) or (self.right is not None and bool(self.right.lean))


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around an expression."""

    reference: date
    """The day from which the text looks back; the issue's last day for a newsletter."""
    issue: When | None = None
    """The period of the newsletter issue."""
    article: When | None = None
    """The article's own date, if known."""
    sentence: When | None = None
    """The nearest date before it in its sentence."""
    paragraph: When | None = None
    """The nearest date before it in its paragraph."""
    preceding: When | None = None
    """The nearest date before it in its article."""
    narrative: bool = False
    """Whether the text tells of the past in its own order, so that a date goes on from the one before, however old."""
    framed: bool = False
    """Whether the year at the head of its sentence frames all of it: "In 2003, ... and in May ..."."""
    day: When | None = None
    """The nearest day, or run of days, before it in its paragraph: what "the same day" and "two days later" count from."""

    @property
    def last(self) -> When | None:
        """The nearest date before it."""
        return self.sentence or self.paragraph or self.preceding


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an expression comes to."""

    when: When
    basis: Basis
    rule: DateRule
    """Why."""


def since(when: When) -> When:
    """Open from its first day on, as precisely as it was."""
    plain = when.edtf.replace("~", "")
    return When(f"{plain}/..") if "-" not in plain or int(plain[5:7]) <= 12 else When(f"{when.start:%Y-%m}/..")


def before(when: When) -> When:
    """All that lies before it."""
    assert when.start is not None
    eve = when.start - timedelta(days=1)
    plain = when.edtf.replace("~", "")
    return When(f"../{eve.year:04d}" if len(plain) == 4 else f"../{eve:%Y-%m}" if len(plain) == 7 else f"../{eve:%Y-%m-%d}")
