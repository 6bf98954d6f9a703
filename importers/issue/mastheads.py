"""What a line of a masthead says of the issue: its number, its quarter, its year, or the days that it covers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from db.when import QUARTERS, When
from importers.dates.finding import scan
from importers.dates.resolve import resolve
from importers.dates.values import Context, Expression
from importers.layout.repair import Passage
from importers.lexicon import MONTH_WORD
from importers.readers.blocks import BlockKind
from importers.readers.issuelines import is_issue_line, unnumbered

_NUMBERED = re.compile(
    r"(?<![\w/.-])(?:(?P<number>\d{1,3})[ ]?/[ ]?(?P<year>(?:19|20)?\d\d)"
    r"|(?P<number2>[1-4](?=-)|I{1,3}|IV)(?:-|[ ]?/[ ]?)(?P<year2>(?:19|20)\d\d)"
    r"|(?P<year3>(?:19|20)\d\d)[ ]?/[ ]?(?P<number3>\d{1,2})"
    r"|(?i:number|issue|no|nr)[.:]?[ ](?P<number4>\d{1,3})(?:,|[ ]of)?[ ](?P<year4>(?:19|20)\d\d))(?![\w/.-])"
)
"""The number of an issue and its year, or the other way round: "4/19", "No. 12/2016", "2017/2", "III/2012", "No. 3, 2012"."""
_SERIAL = re.compile(
    r"\b(?:newsletter|bulletin|issue|edition|digest|magazine|quarterly|gazette|journal|brief|update|review|number|no|nr|volume|vol)\b",
    re.IGNORECASE,
)
"""What the masthead of a numbered newsletter calls it."""
_QUARTERLY = re.compile(r"\bquarter", re.IGNORECASE)
PRINTED_YEAR = re.compile(r"(?<![\d.-])(?:19|20)\d\d(?![\d.-])")
_TITLE, _TITLE_LINES = 80, 3
"""The title of a newsletter has so many characters, and stands in so many lines, or in one that says which issue it is."""
_FIGURE = r"(?P<{}>[1-4]|iv|i{{1,3}})"
_CENTURY = r"(?P<{}>['’](?=\d\d\b)|(?:19|20)(?=\d\d\b))(?P<{}>\d\d)"
_QUARTER = re.compile(
    rf"\b(?:quarter|qtr|q)\W{{0,2}}{_FIGURE.format('behind')}\b\W{{1,5}}(?:of\s)?{_CENTURY.format('century', 'year')}"
    rf"|\b{_FIGURE.format('before')}(?:st|nd|rd|th)?[ -](?:quarter|qtr)\b\W{{0,5}}(?:of\s)?{_CENTURY.format('century2', 'year2')}"
    rf"|\b(?P<before4>[1-4])Q[ ]?{_CENTURY.format('century4', 'year4')}"
    rf"|\b(?P<year3>(?:19|20)\d\d)\W{{1,5}}(?:(?:quarter|qtr|q)\W{{0,2}}{_FIGURE.format('behind3')}"
    rf"|{_FIGURE.format('before3')}(?:st|nd|rd|th)?[ -](?:quarter|qtr))\b",
    re.IGNORECASE,
)
"""A quarter as mastheads print it beside its year: "Quarter 2, 2012", "II quarter 2015", "3Q2015", "2012 - 2nd Qtr"."""
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_OF_A_YEAR = re.compile(r"\b(?:annual|yearly|activity|year in review)\b", re.IGNORECASE)
"""What is called so is of the year in its name: "Annual Report 2016"."""
_LINE = 120
"""A line that is longer says more than of which issue it is."""
_TOP, _FIRST = 1_500, 8
"""Characters, and lines, at the beginning of a text among which its masthead stands."""
_SENTENCE = 8
"""Words from which a line that ends in a full stop is a sentence."""
_SHORTEST, _LONGEST = 20, 370
"""Days that an issue covers; a shorter time is that of an event."""
_FIRST_YEAR = 1900
_HEADING = 200
"""A longer line is no heading."""


@dataclass(frozen=True)
class Printed:
    """A line of a masthead; what it says of dates is worked out once, when it is first asked."""

    text: str

    @property
    def is_sentence(self) -> bool:
        """Whether a story begins with it."""
        return self.text.endswith(".") and len(self.text.split()) >= _SENTENCE

    @cached_property
    def bare(self) -> str:
        """The line, the number of its issue blanked, from month to month with a dash."""
        return _STROKE.sub(r"\1-", unnumbered(self.text))

    @cached_property
    def dates(self) -> tuple[Expression, ...]:
        """What it says of dates besides that number, unresolved, in order."""
        return tuple(scan(self.bare))


def masthead(passages: Sequence[Passage]) -> list[Passage]:
    """The headings before the first text of a newsletter: its name and often its period."""
    found = []
    for passage in passages[:6]:
        if passage.kind is not BlockKind.HEADING and len(passage.text) > 160:
            break
        found.append(passage)
    return found


def issue_line(top: Sequence[Passage]) -> int | None:
    """The place of the line of a masthead `top` that tells its number or its months; what stands below it is no name."""
    return next((place for place, one in enumerate(top) if is_issue_line(one.text)), None)


def first_lines(raw: str) -> list[str]:
    """The first lines of a text that are short enough for a masthead, blanks as they are."""
    found = (line.strip(" \t#*_") for line in raw[:_TOP].splitlines())
    return [line for line in found if line and len(line) <= _LINE][:_FIRST]


def imprints(raw: str) -> list[str]:
    """Lines at the beginning and the end of a text that name nothing but a year and whose it is: "2012", "© 2012 River Office".

    A line that names a month is of something to come, or past.
    """
    found = (line.strip(_EDGES) for line in (*raw[:_TOP].splitlines()[: 2 * _FIRST], *raw[-_TOP:].splitlines()[-_FIRST:]))
    short = (line for line in found if len(line) <= _LINE and PRINTED_YEAR.search(line) and _A_MONTH.search(line) is None)
    return [line for line in dict.fromkeys(short) if _is_name(line)]


def running_heads(raw: str) -> list[str]:
    """Lines further down that say which issue it is: a running head, or the name of the newsletter above its month.

    None where they differ in that.
    """
    found: list[str] = []
    for year in PRINTED_YEAR.finditer(raw):
        start = raw.rfind("\n", max(0, year.start() - _LINE), year.start()) + 1
        if not start and year.start() > _LINE:
            continue
        end = raw.find("\n", year.end(), year.end() + _LINE)
        line = raw[start : end if end >= 0 else year.end() + _LINE].strip(_EDGES)
        if len(line) > _LINE or line in found:
            continue
        above = raw[max(0, start - _LINE) : start].rstrip().rpartition("\n")[2].strip(_EDGES)
        named = above if _MONTH_ALONE.fullmatch(line) else line
        if _SERIAL.search(named) and _is_name(named):
            found.append(line)
        if len(found) == _FEW_HEADS:
            break
    # a list of earlier issues names several
    return found if len({tuple(_TIMES.findall(line)) for line in found}) == 1 else []


def _is_name(line: str) -> bool:
    return not line.endswith(".") and all(map(_OF_A_NAME.fullmatch, line.split()))


_EDGES = " \t\r#*_|"
_MONTH_ALONE = re.compile(rf"(?:{MONTH_WORD}\W{{1,3}}){{1,3}}(?:19|20)\d\d")
_A_MONTH = re.compile(rf"\b{MONTH_WORD}\b")
_STROKE = re.compile(rf"(?<!/)\b({MONTH_WORD}\.?)/(?={MONTH_WORD}\b(?!/))")
_TIMES = re.compile(rf"\b(?:{MONTH_WORD}|(?:19|20)\d\d|[Qq][1-4])\b")
_OF_A_NAME = re.compile(r"[A-ZÀ-Þ&(#©][\w’'&./()-]*[,:;]?|\d[\w/.]*[,:;)]?|of|the|and|for|in|on|to|page|[-–—|,:;#()/·•]")
"""A word of a running head: capitals, figures, marks and small words."""
_FEW_HEADS = 3


def tells_what_is_covered(line: str) -> bool:
    """Whether a line says which months an issue covers: "Issue covers the period September - December 2016"."""
    return len(line) <= _LINE and _COVERS.search(line) is not None


_COVERS = re.compile(r"\b(?:covers|covering|(?:reporting )?period(?: covered)?:)\s", re.IGNORECASE)


def year_beside(line: str, today: date) -> int | None:
    """The one year in a line of the masthead whose period states none: "No. 2/2019, April to July"."""
    years = {int(found[0]) for found in PRINTED_YEAR.finditer(line)}
    return years.pop() if len(years) == 1 and max(years) <= today.year else None


def year_printed(top: Sequence[Printed], first: int, today: date) -> int | None:
    """The year of an issue that begins in month `first`, where the masthead prints it in other lines than its months.

    It stands beside the issue's number, alone, or in the imprint ("Number 3/2012", "© 2012"); else it is that of a month or a day
    by which the issue has begun.
    """
    alone, dated = set[int](), set[int]()
    for line in top:
        if len(line.text) > _LINE or line.is_sentence:
            continue
        # a month in figures is the number of an issue
        spent = [one for one in line.dates if one.role or one.right or any(map(str.isalpha, line.text[one.start : one.end]))]
        for found in PRINTED_YEAR.finditer(line.text):
            within = any(one.start <= found.start() < one.end for one in spent)
            if not within and not _ITS_REASON.search(line.text, 0, found.start()) and not _OF_IT.match(line.text, found.end()):
                alone.add(int(found[0]))
        for one in spent:
            if one.left.year is not None and one.left.part is not None and not one.role:
                dated.add(one.left.year - (one.left.part < first))
    return max((year for year in alone or dated if _FIRST_YEAR < year <= today.year), default=None)


_ITS_REASON = re.compile(r"(?:\b(?:since|from|in|of|established|founded|launched|created)\W+|\d )$", re.IGNORECASE)
"""What a year in a masthead stands behind that is not the issue's: when the office was founded, or a telephone."""
_OF_IT = re.compile(r" [a-z]{3}")
"""A year is of what is told behind it: "the 2011 press award"."""


def printed_quarter(line: str, today: date) -> When | None:
    """The quarter that a line of a masthead prints beside its year, in a form that no sentence has."""
    found = _QUARTER.search(line) if len(line) < _HEADING and "q" in line.lower() else None
    if found is None:
        return None
    printed = (found["behind"] or found["before"] or found["behind3"] or found["before3"] or found["before4"]).lower()
    century, tail = (found[name] or found[f"{name}2"] or found[f"{name}4"] for name in ("century", "year"))
    year = int(found["year3"] or ("20" if century in "'’" else century) + tail)
    return When(f"{year:04d}-{32 + (_ROMAN.get(printed) or int(printed))}") if year <= today.year else None


def numbered(top: Sequence[Printed], today: date) -> tuple[When | None, int | None]:
    """The quarter of a quarterly whose masthead gives a number and a year, and the year: "Quarterly Newsletter 4/19"."""
    lines = [line.text for line in top]
    if not any(_SERIAL.search(line) or _NUMBERED.fullmatch(line) for line in lines):
        return None, None
    for line in lines:
        found = _NUMBERED.search(line) if len(line) <= _LINE else None
        if found is None:
            continue
        printed = found["number"] or found["number2"] or found["number3"] or found["number4"]
        digits = found["year"] or found["year2"] or found["year3"] or found["year4"]
        roman = _ROMAN.get(printed.lower())
        number = roman or int(printed)
        year = int(digits) if len(digits) > 2 else today.year // 100 * 100 + int(digits)
        if _FIRST_YEAR < year <= today.year:
            quarterly = 1 <= number <= len(QUARTERS) and (roman is not None or any(map(_QUARTERLY.search, lines)))
            return When(f"{year:04d}-{32 + number}") if quarterly else None, year
    return None, None


def title_year(top: Sequence[Printed], today: date) -> tuple[int, int | None]:
    """The line of a masthead, and the one year that it names nothing else by: "The Year 2016, Country by Country"."""
    for place, line in enumerate(top):
        if len(line.text) > _TITLE or (place >= _TITLE_LINES and not _SERIAL.search(line.text)):
            continue
        of_year = _OF_A_YEAR.search(line.text) is not None
        said = [one for one in line.dates if one.form == "year" and one.right is None and not one.relative]
        years = {one.left.year for one in said if of_year or not one.role}
        year = years.pop() if len(years) == 1 else None
        if year is not None and _FIRST_YEAR < year <= today.year:
            return place, year
    return 0, None


def years_covered(line: Printed, today: date) -> When | None:
    """The years that a line lists one after the other: "Highlights of 2016, 2017 and 2018"."""
    if len(line.text) > _LINE:
        return None
    said = [one for one in line.dates if not one.relative]
    years = [one.left.year for one in said if one.form == "year" and one.right is None and one.left.year is not None]
    joined = all(_JOINED.fullmatch(line.text, one.end, other.start) for one, other in pairwise(said))
    if len(years) < _SEVERAL or len(years) != len(said) or not joined or years != list(range(years[0], years[-1] + 1)):
        return None
    return When.of(date(years[0], 1, 1), date(years[-1], 12, 31)) if years[0] > _FIRST_YEAR and years[-1] <= today.year else None


_SEVERAL = 2
_JOINED = re.compile(r"\s*(?:,|and|&|,\s*and|/)\s*")


def covered(line: Printed, today: date) -> When | None:
    """The days that a line says an issue covers: "1 April - 30 June 2016"."""
    if len(line.text) > _LINE:
        return None
    for expression in line.dates:
        if expression.relative or not expression.year_known:
            continue
        found = resolve(expression, Context(reference=today))
        if found is None or "/" not in found.when.edtf or found.when.start is None or found.when.end is None:
            continue
        if _SHORTEST <= (found.when.end - found.when.start).days <= _LONGEST and found.when.end <= today:
            return When.of(found.when.start, found.when.end)
    return None
