"""How one milestone, and one heading, look in the timeline: parts of a line, made of plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from rich.cells import cell_len
from rich.style import Style

from db import names
from db.found import Finder
from db.parts import DOUBTFUL, Level, Money, Status
from db.queries.listing import Heading, Row
from db.when import MONTHS, Precision, When
from tui.render import clean
from tui.signs import ABOUT, EDITED, HAPPENED, MARKED, NOTED, PLANNED, POINTER, REJECTED, UNSURE
from tui.widgets.moneywords import short_money
from tui.widgets.strips import Part, fit, lit

_PAID_FROM = 98
"""Cells of a line from which it says who paid, and how much: the title comes first."""
_DONORS, _AMOUNT = 18, 13


@dataclass(frozen=True, slots=True)
class Palette:
    """The styles of the timeline's parts."""

    heading: Style
    rule: Style
    date: Style
    title: Style
    dim: Style
    mark: Style
    flag: Style
    hit: Style
    """Laid over what was searched for."""


@lru_cache(maxsize=2048)
def row_date(edtf: str) -> str:
    """A date under its heading, so without what the heading says: `13–15`, `May`, `Q2`, `autumn`, `~Dec`, `2008–`."""
    when = When(edtf)
    start, end = when.start, when.end
    about = ABOUT if when.about else ""
    if start is None or end is None:
        point = start or end
        assert point is not None
        return f"{about}{point.year}–" if start else f"–{about}{point.year}"
    if when.precision is Precision.DAY:
        if start == end:
            return f"{about}{start.day}"
        if (start.year, start.month) == (end.year, end.month):
            return f"{about}{start.day}–{end.day}"
        return f"{about}{start.day}–{end.day} {MONTHS[end.month - 1][:3]}"
    if when.precision is Precision.MONTH:
        return about + MONTHS[start.month - 1][:3]
    if when.precision is Precision.SPAN:
        if start.year != end.year:
            century = end.year // 100 != start.year // 100
            return f"{about}{start.year}–{end.year if century else f'{end.year % 100:02d}'}"
        return f"{about}{MONTHS[start.month - 1][:3]}–{MONTHS[end.month - 1][:3]}"
    if when.precision is Precision.YEAR:
        return f"{about}{start.year}"
    if when.precision is Precision.HALF:
        return f"{about}H{1 if start.month == 1 else 2}"
    shown = when.show()
    return shown.removesuffix(f" {start.year}").split(f" {start.year}–", maxsplit=1)[0]


def short_date(edtf: str, cells: int) -> str:
    """The same in a narrow column: days that end in another month lose their blank, then their last day: `28–12 Dec`, `28→Dec`.

    The arrow says that they run on into December; `28–Dec` reads as one day.
    """
    text = row_date(edtf)
    begin, _, end = text.partition("–")
    forms = (text, text.replace(" ", ""), f"{begin}→{end.rpartition(' ')[2]}")
    return next((form for form in forms if cell_len(form) <= cells), text)


def heading_parts(heading: Heading, width: int, palette: Palette) -> list[Part]:
    """`  May 2016 ──────── 3`."""
    label, count = clean(heading.label), f"{heading.count:,}"
    label = label[:1].upper() + label[1:]
    space = width - 2 - cell_len(label) - len(count) - 3
    if space < 1:
        return [("  ", Style()), (fit(label, width - 2), palette.heading)]
    return [
        ("  ", Style()),
        (label, palette.heading),
        (" " + "─" * space + " ", palette.rule),
        (count + " ", palette.dim),
    ]


def row_parts(row: Row, width: int, palette: Palette, finder: Finder, *, pointer: bool, marked: bool) -> list[Part]:
    """`❯✓   13–15 ● ⌂ Title of the milestone   Japan   USD 1.38 m   UZ AF ?`: as much of it as the width has room for.

    The title is lit where `finder` finds it.
    """
    kind = names.kind_info(row.kind)
    tint = Style(color=kind.color)
    right = (
        f" {fit(_donors(row.donors), _DONORS)} {fit(_amounts(row.amounts), _AMOUNT, right=True)} " if width >= _PAID_FROM else ""
    )
    right += f" {fit(_countries(row.countries), 9)}" if width >= 66 else ""
    title_style = palette.title if row.level is Level.MAIN else palette.dim
    if row.status is Status.REJECTED:
        title_style += Style(strike=True)
    if pointer:
        # on the cursor's ground what is paler elsewhere could hardly be read
        palette = replace(palette, dim=palette.title, date=palette.title)
        title_style = palette.title + Style(bold=True, strike=title_style.strike)
    when = When(row.date)
    vague = when.about or when.precision > Precision.DAY
    dates = date_width(width)
    title = clean(row.title)
    shown = fit(title, width - dates - 9 - cell_len(right))
    return [
        (POINTER if pointer else " ", palette.mark),
        (MARKED if marked else " ", palette.mark),
        (fit(short_date(row.date, dates), dates, right=True) + " ", palette.date + Style(italic=vague)),
        ((PLANNED if row.planned else HAPPENED) + " ", tint),
        (kind.glyph + " ", tint),
        *lit(shown, finder.spans(title), title_style, palette.hit),
        (right, palette.dim),
        (f" {_flag(row)}", palette.flag),
    ]


def date_width(width: int) -> int:
    """Cells of the column of dates in a line of `width` cells."""
    return 8 if width >= 52 else 6


def waiting_parts(width: int, palette: Palette) -> list[Part]:
    """A row that is still being fetched."""
    left = date_width(width) + 3
    return [(" " * left, Style()), ("· " + "┄" * min(24, max(0, width - left - 4)), palette.rule)]


def _flag(row: Row) -> str:
    """The one sign that matters most."""
    if row.status is Status.REJECTED:
        return REJECTED
    if row.confidence < DOUBTFUL and row.status is Status.NEW:
        return UNSURE
    if row.edited:
        return EDITED
    return NOTED if row.noted else " "


def _donors(text: str) -> str:
    """Who paid, as fully as there is room for: `Japan/JICA`, `Japan, European Union`, `Japan +2`."""
    donors = [donor for donor in clean(text).split("; ") if donor]
    if not donors:
        return ""
    payers = list(dict.fromkeys(donor.partition("/")[0] for donor in donors))
    more = f" +{len(payers) - 1}" if len(payers) > 1 else ""
    forms = (", ".join(donors), ", ".join(payers))
    return next((form for form in forms if cell_len(form) <= _DONORS), fit(payers[0], _DONORS - len(more)).rstrip() + more)


def _amounts(text: str) -> str:
    """How much, in short: `USD 1.38 m`, `USD 1.38 m +1`."""
    first, *others = clean(text).split("; ")
    if not first:
        return ""
    return short_money(Money.read(first)) + (f" +{len(others)}" if others else "")


def _countries(text: str) -> str:
    codes = [code.strip() for code in clean(text).split(",") if code.strip()]
    if len(codes) > 3:
        return " ".join(codes[:2]) + f" +{len(codes) - 2}"
    return " ".join(codes)
