"""How people type a date, and which one they mean: apart from `db.when` because only a typed date needs it.

A text is tried as a date of the EDTF profile, then as one period ("mid May 2016"), then as two with a word or dash between
("13-15 April 2016"), then as any other way of writing a full day that python-dateutil knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from db.when import MONTHS, Precision, When, WhenError, WhenFormError, months

_MONTH = r"(?P<month>" + "|".join(f"{name[:3].lower()}(?:{name[3:].lower()})?" for name in MONTHS) + r"|sept)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_NTH = r"(?P<nth>1st|2nd|3rd|4th|first|second|third|fourth|last)"
_NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_OF = r"(?:,? of |, ?| )"

_POINTS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"(?:the )?{_DAY}(?: of|\.)? ?{_MONTH}(?:{_OF}{_YEAR})?",
        rf"{_MONTH} ?(?:the )?{_DAY}(?:{_OF}{_YEAR})?",
        rf"{_YEAR}{_OF}{_MONTH}(?: {_DAY})?",
        rf"{_MONTH}(?:(?:{_OF}|-)?{_YEAR})?",
        r"(?P<day>\d{1,2})[./](?P<part>\d{1,2})[./]" + _YEAR,
        _YEAR + r"[./](?P<part>\d{1,2})[./](?P<day>\d{1,2})",
        r"(?P<part>\d{1,2})[./]" + _YEAR,
        rf"q(?P<quarter>[1-4])(?:[ /-]?{_YEAR})?",
        rf"{_YEAR}[ /-]?q(?P<quarter>[1-4])",
        rf"(?:the )?{_NTH} (?P<quarters>quarter)(?:{_OF}{_YEAR})?",
        rf"h(?P<half>[12])[ /-]?{_YEAR}",
        rf"{_YEAR}[ /-]?h(?P<half>[12])",
        rf"(?:the )?{_NTH} half{_OF}{_YEAR}",
        rf"(?:the )?{_SEASON}{_OF}{_YEAR}(?:[-/](?P<next>\d{{2}}|\d{{4}}))?",
        rf"{_YEAR}[ -]{_SEASON}",
        rf"(?:the )?{_SEASON}",
        rf"(?:the )?(?:year )?{_YEAR}",
        r"(?:the )?(?P<decade>[12]\d{2}0)'?s",
    )
)
_PART = re.compile(
    r"(?:(?:in|during) )?(?:the )?(?:early|mid|middle of|late|beginning of|start of|end of)[ -](?:in |the )*(?P<rest>.+)"
)
_ABOUT = re.compile(r"(?:about|around|approximately|approx\.?|circa|ca?\.|ca|~) ?(?P<rest>.+)")
_SINCE = re.compile(r"(?:since|starting) (?P<rest>.+)|from (?P<from>.+?) on(?:wards?)?|(?P<on>[^/]+?)(?: onwards?| ?\.\.)")
_UNTIL = re.compile(r"(?:until |till |up to |before |by |\.\. ?)(?P<rest>[^/]+)")
_BETWEEN = re.compile(r"(?:from|between) (?P<rest>.+)")
_JOINT = re.compile(r" ?(?:-|\.\.|/) ?| (?:to|until|till|through|and|or) ")
_AGO = re.compile(r"(?P<count>\d{1,3}|an?|one|two|three) (?P<unit>day|week|month|year)s? ago")
_NAMED = re.compile(r"(?P<which>this|last|past|next|previous|current) (?P<unit>week|month|quarter|year)")
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
COUNTED = ("today", "yesterday", *(f"{one} {unit}" for unit in ("week", "month", "quarter", "year") for one in ("this", "last")))
"""The usual ones of the words that count from today."""
_HALF_A_YEAR = 182
"""Days. What is the latest half a year after a date is the nearest to it."""


@dataclass(frozen=True, slots=True)
class _Now:
    """What words are read by that do not say all."""

    today: date
    """What `last year` counts from."""
    latest: date | None
    """A day or month without a year is the latest one that does not begin after it; without it, none."""

    @classmethod
    def on(cls, today: date, near: When | None = None) -> _Now:
        if near is None:
            return cls(today, today)
        ends = [end.toordinal() for end in (near.start, near.end) if end]
        return cls(today, date.fromordinal(min(sum(ends) // len(ends) + _HALF_A_YEAR, date.max.toordinal())))


def read_when(text: str, today: date | None, near: When | None = None, *, yearless: bool = True) -> When:
    """The date that a person typed, in EDTF or in words: `2016-Q2`, `13-15 April 2016`, `about Dec 2017`, `last year`.

    Where both could be either, the day stands before the month (13/04/2016). A day, month or season without a year is the latest
    one that does not begin after `today`, or, given `near`, the nearest to that date; it is refused unless `yearless`. Without
    `today` it is refused too, and so are words that count from it. "Early", "mid" and "late" keep the bounds of what they stand
    before; "about" a quarter or season is about its months. Raises `WhenError`.
    """
    now = None if today is None else _Now.on(today, near) if yearless else _Now(today, None)
    plain = " ".join(text.split())
    try:
        return When(plain)
    except WhenError as error:
        first = error
    plain = re.sub(r" ?[‐‑‒–—−] ?", "-", plain).lower().rstrip(" ,;")
    plain = plain if plain.endswith("..") else plain.rstrip(".")
    found = _whole(plain, now)
    # before other ways of writing a day are tried: "15-13 April 2016" is none of them
    backwards = "" if found else _backwards(plain, now)
    found = found or (None if backwards else _other(plain))
    if found is None and (now is None or now.latest is None) and _whole(plain, _Now.on(date(2000, 12, 31))) is not None:
        such = f", such as {text.strip()} 2016" if _whole(f"{plain} 2016", None) else ""
        raise WhenError(f"“{text.strip()}” needs a year{such}")
    if found is None:
        if backwards:
            raise WhenError(f"“{text.strip()}” ends before it starts: {backwards}")
        if not isinstance(first, WhenFormError):
            raise first
        raise WhenError(f"“{text.strip()}” is not a date: write 13 May 2016, May 2016, Q2 2016, 2016, last year or A to B")
    return found


def _whole(text: str, now: _Now | None) -> When | None:
    """One period, two with something between, or either with a word before it that widens or blurs it."""
    if found := _ABOUT.fullmatch(text):
        inner = _whole(found["rest"], now)
        return inner and _blurred(inner)
    if found := _SINCE.fullmatch(text):
        inner = _whole(found["rest"] or found["from"] or found["on"], now)
        return inner and _open(inner, after=True)
    if found := _UNTIL.fullmatch(text):
        inner = _whole(found["rest"], now)
        return inner and _open(inner, after=False)
    if point := _point(text, now):
        return point
    if found := _BETWEEN.fullmatch(text):
        text = found["rest"]
    return _range(text, now)


def _point(text: str, now: _Now | None) -> When | None:
    if found := _PART.fullmatch(text):
        text = found["rest"]
    if text[:1].isdigit() and (when := _made(text)):
        return when
    for form in _POINTS:
        if (found := form.fullmatch(text)) and (when := _value(found.groupdict(), now)):
            return when
    return _relative(text, now) if now else None


def _value(parts: dict[str, str | None], now: _Now | None) -> When | None:
    """The date that a form's named parts make; None where no such day exists or no year can be known."""
    if decade := parts.get("decade"):
        return _made(f"{decade}/{int(decade) + 9}")
    tail = _tail(parts)
    if tail is None:
        return None
    if year := parts.get("year"):
        after = parts.get("next")
        if after and (int(after) % 100 != (int(year) + 1) % 100 or parts.get("season") != "winter"):
            return None
        return _made(year + tail)
    if now is None or now.latest is None:
        return None
    # without a year; eight years hold a 29 February
    latest = now.latest
    tried = (_made(f"{latest.year - back:04d}{tail}") for back in range(9) if latest.year > back)
    return next((when for when in tried if when and when.start and when.start <= latest), None)


def _tail(parts: dict[str, str | None]) -> str | None:
    """What stands after the year in EDTF."""
    if season := parts.get("season"):
        return f"-{_SEASONS[season]}"
    if nth := parts.get("nth"):
        if nth == "last" and not parts.get("year"):
            return None  # the one before this
        last = 4 if parts.get("quarters") else 2
        number = last if nth == "last" else _NTHS.get(nth) or int(nth[0])
        return f"-{(32 if last == 4 else 39) + number}" if number <= last else None
    if number := int(parts.get("quarter") or parts.get("half") or 0):
        return f"-{39 + number if parts.get('half') else 32 + number}"
    tail = ""
    if month := parts.get("month"):
        tail = f"-{[name[:3].lower() for name in MONTHS].index(month[:3]) + 1:02d}"
    elif part := parts.get("part"):
        tail = f"-{int(part):02d}"
        if int(part) > 12:
            return None
    if day := parts.get("day"):
        tail += f"-{int(day):02d}"
    return tail


def _made(edtf: str) -> When | None:
    try:
        return When(edtf)
    except WhenError:
        return None


def _range(text: str, now: _Now | None) -> When | None:
    for left, right in _splits(text):
        if right in {"now", "today", "present", "date"}:
            start = _point(left, now)
            if start:
                return _open(start, after=True)
        end = _point(right, now)
        end = end if end and re.search(_YEAR, right) else _ending(left, right, now) or end
        if not end:
            continue
        for begin in _completed(left, end):
            start = _point(begin, now)
            if start and (whole := _joined(start, end)):
                return whole
    return None


def _backwards(text: str, now: _Now | None) -> str:
    """The two ends of a range that was typed the wrong way round, in their right order."""
    for left, right in _splits(text):
        end = _point(right, now)
        if end is None or end.end is None:
            continue
        start = next((start for begin in _completed(left, end) if (start := _point(begin, now))), None)
        if start and start.start and start.start > end.end:
            return f"did you mean {end.show()} to {start.show()}?"
    return ""


def _splits(text: str) -> Iterator[tuple[str, str]]:
    for found in _JOINT.finditer(text):
        left, right = text[: found.start()], text[found.end() :]
        if left.strip() and right.strip():
            yield left, right


def _ending(left: str, right: str, now: _Now | None) -> When | None:
    """The end of "April 13-15, 2016", whose month stands before the dash."""
    month = re.match(_MONTH, left)
    return _point(f"{month[0]} {right}", now) if month else None


def _completed(left: str, end: When) -> Iterator[str]:
    """The start of a range as typed, then with the month or year that only its end says."""
    assert end.end is not None
    if not re.search(_YEAR, left):
        yield f"{left} {end.end.year}"
        if end.precision is Precision.DAY:
            yield f"{left} {MONTHS[end.end.month - 1].lower()} {end.end.year}"
        if end.start:
            yield f"{left} {end.start.year - 1}"
    yield left


def _joined(left: When, right: When) -> When | None:
    """From the first day of one to the last of the other, ends as precise as typed."""
    if not (left.start and right.end and left.start <= right.end) or "/" in left.edtf + right.edtf:
        return None
    fine = {Precision.DAY, Precision.MONTH, Precision.YEAR}
    if left.precision in fine and right.precision in fine:
        return _made(f"{left.edtf}/{right.edtf}")
    return When.of(left.start, right.end)


def _ends(when: When) -> tuple[str, str]:
    """The EDTF of its first and last year, month or day: a quarter or season becomes its months."""
    if "/" in when.edtf:
        left, right = when.edtf.split("/")
        return left, right
    if when.precision in {Precision.DAY, Precision.MONTH, Precision.YEAR}:
        return when.edtf, when.edtf
    assert when.start is not None
    assert when.end is not None
    return When.of(*months(when.start.year, when.start.month)).edtf, When.of(*months(when.end.year, when.end.month)).edtf


def _blurred(when: When) -> When | None:
    left, right = ((end if end in {".."} else end.rstrip("~") + "~") for end in _ends(when))
    return _made(left if left == right else f"{left}/{right}")


def _open(when: When, *, after: bool) -> When | None:
    left, right = _ends(when)
    return _made(f"{left}/.." if after else f"../{right}")


def _relative(text: str, now: _Now) -> When | None:
    """What is counted from today: `last year`, `this quarter`, `two weeks ago`, `yesterday`."""
    try:
        if text in _DAYS:
            return When.of(now.today + timedelta(days=_DAYS[text]))
        if found := _AGO.fullmatch(text):
            count = _COUNTS.get(found["count"]) or int(found["count"])
            return _unit(_moved(now.today, found["unit"], -count), "day" if found["unit"] == "week" else found["unit"])
        if found := _NAMED.fullmatch(text):
            step = {"next": 1, "this": 0, "current": 0}.get(found["which"], -1)
            return _unit(_moved(now.today, found["unit"], step), found["unit"])
    except (ValueError, OverflowError):
        return None
    return None


def _moved(day: date, unit: str, count: int) -> date:
    from dateutil.relativedelta import relativedelta

    if unit == "quarter":
        unit, count = "month", 3 * count
    step = {"day": relativedelta(days=count), "week": relativedelta(weeks=count), "month": relativedelta(months=count)}
    moved: date = day + step.get(unit, relativedelta(years=count))
    return moved


def _unit(day: date, unit: str) -> When:
    """The day, Monday-to-Sunday week, month, quarter or year that holds a day."""
    if unit == "day":
        return When.of(day)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return When.of(monday, monday + timedelta(days=6))
    if unit == "month":
        return When.of(*months(day.year, day.month))
    if unit == "quarter":
        return When.of(*months(day.year, day.month - (day.month - 1) % 3, 3))
    return When.of(date(day.year, 1, 1), date(day.year, 12, 31))


def _other(text: str) -> When | None:
    """A full day written in any other way; the day stands before the month where both could be either."""
    numbers = re.findall(r"\d+", text)
    if sum(len(number) in {4, 8} for number in numbers) != 1 or len(numbers) > 3 or len(text) > 60 or not text.isascii():
        return None
    from dateutil import parser

    read = set()
    # a part that is not in the text comes from the default, so two defaults tell a full day from half of one
    for default in (datetime(2001, 3, 1), datetime(2004, 8, 27)):
        try:
            read.add(parser.parse(text, dayfirst=True, default=default).date())
        except (ValueError, OverflowError, TypeError, ArithmeticError):
            return None
    return When.of(read.pop()) if len(read) == 1 else None
