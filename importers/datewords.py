"""Cuts the neighbourhood of anything that may be a date into classed words: the first step of reading dates.

`windows` finds where to look by a few narrow scans (each begins with a literal or a small class of characters, so that `re` skips
ordinary prose quickly), and `tokens` cuts such a window into words and numbers. Each token has a one-letter class, so that the
grammar of dates can be written as regular expressions over classes.

Classes of numbers: `Y` year, `y` two-digit year with apostrophe, `G` two years run together, `I` year-month-day, `F` numeric day
with year, `T` decade, `D` number that may be a day, `u` 32 to 99, `N` other number, `O` ordinal number, `W` ordinal word, `w`
number word. Of names: `M` month, `m` two months run together, `A` weekday, `S` season, `Q` quarter (Q1), `H` half-year (H1). Of
units: `E` year, `K` month, `R` quarter, `X` half, `V` decade, `C` century, `L` week, `J` day. Of relations: `p` last, `r`
previous, `c` this, `n` next, `f` following, `s` same, `g` ago, `l` later or earlier, `k` "lastmonth", `q` early, mid, late,
about. Of other words: `t` the, `a` a, `o` of, `i` in, `>` to, `&` and, `b` between, `B` before, `e` BC, `d` AD. `P` is a
paragraph break, `x` anything else; `- / , . ( ) : ;` stand for themselves.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

REACH = 64
"""Characters on either side of a trigger that can belong to its date."""
PIECE = 4096
"""Characters that are cut and read at a time, however closely the triggers stand."""

Value = int | str | tuple[int, ...]
_UNITS = {"year": "E", "month": "K", "quarter": "R", "half": "X", "decade": "V", "century": "C", "week": "L", "day": "J"}
_RELATIVE = {"last": "p", "previous": "r", "this": "c", "next": "n", "following": "f", "same": "s"}
_ADVERBS = {"ago": "g", "hence": "g", "later": "l", "earlier": "l"}
_FUNCTION = {"the": "t", "a": "a", "of": "o", "in": "i", "to": ">", "and": "&", "between": "b", "before": "B"}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The word list of dates, ready for look-up."""

    words: dict[str, tuple[str, Value]]
    """Lower-case word: class and value."""
    glued: re.Pattern[str]
    """Two month names run together."""
    cues: dict[str, frozenset[str]]
    """Sets of words around a number, by name."""
    statistics: re.Pattern[str]
    """Words that tell of figures over a period."""


@cache
def vocabulary() -> Vocabulary:
    """The word list, read once."""
    data = tomllib.loads(files("importers").joinpath("data", "dates.toml").read_text("utf-8"))
    words: dict[str, tuple[str, Value]] = {}
    for number, names in data["months"].items():
        words |= {name: ("M", int(number)) for name in names}
    for number, names in data["seasons"].items():
        words |= {name: ("S", int(number)) for name in names}
    for number, names in data["decades"].items():
        words |= {name: ("T", int(number)) for name in names}
    words |= dict.fromkeys(data["weekdays"]["words"], ("A", 0))
    for table, classes in (("units", _UNITS), ("relative", _RELATIVE), ("adverbs", _ADVERBS), ("function", _FUNCTION)):
        for name, members in data[table].items():
            words |= dict.fromkeys(members, (classes[name], name))
    for name, members in data["qualifiers"].items():
        words |= dict.fromkeys(members, ("q", name))
    words |= dict.fromkeys(data["era"]["before"], ("e", "bc")) | dict.fromkeys(data["era"]["after"], ("d", "ad"))
    words |= _numbers(data["numbers"])
    # "lastmonth": two words whose blank was lost
    for lean, unit in product(("last", "this", "next"), ("year", "month", "quarter")):
        words[lean + unit] = ("k", lean + " " + unit)
    months = [names[0].capitalize() for names in data["months"].values()]
    either = "|".join(months + [name.upper() for name in months])
    cues = {name: frozenset(members) for name, members in data["cues"].items()}
    figures = "|".join(re.escape(word) for word in sorted(cues["statistics"]))
    return Vocabulary(words, re.compile(f"({either})({either})"), cues, re.compile(rf"(?<![a-z])(?:{figures})(?![a-z])"))


def _numbers(data: dict[str, list[str]]) -> dict[str, tuple[str, Value]]:
    """Number words to thirty-one, with a hyphen or none ("twenty-first"; "twenty first" is joined when it is cut)."""
    words: dict[str, tuple[str, Value]] = {word: ("w", number) for number, word in enumerate(data["cardinal"], 1)}
    words |= {word: ("W", number) for number, word in enumerate(data["ordinal"], 1)}
    words |= {"thirty": ("w", 30), "thirtieth": ("W", 30)}
    for tens, base in (("twenty", 20), ("thirty", 30)):
        for unit in range(1, 10):
            words[f"{tens}-{data['cardinal'][unit - 1]}"] = ("w", base + unit)
            words[f"{tens}-{data['ordinal'][unit - 1]}"] = ("W", base + unit)
    return words


@dataclass(frozen=True, slots=True)
class Tokens:
    """A cut window: parallel lists, and the classes as one string for the grammar."""

    text: str
    kinds: str
    values: list[Value]
    starts: list[int]
    """Offsets in the whole text."""
    ends: list[int]

    def number(self, index: int) -> int:
        """What token `index` counts; 0 where it is no number."""
        value = self.values[index]
        return value if isinstance(value, int) else 0

    def numbers(self, index: int) -> tuple[int, ...]:
        """The numbers run together in token `index`."""
        value = self.values[index]
        return value if isinstance(value, tuple) else ()

    def name(self, index: int) -> str:
        """The plain name of what token `index` says: `later`, `early`."""
        value = self.values[index]
        return value if isinstance(value, str) else ""

    def word(self, index: int) -> str:
        """Token `index` in lower case; empty where there is none."""
        return self.text[self.starts[index] : self.ends[index]].lower() if 0 <= index < len(self.starts) else ""

    def printed(self, index: int) -> str:
        """Token `index` as printed; empty where there is none."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def gap(self, index: int) -> str:
        """What stands between token `index` and the one before it."""
        return self.text[self.ends[index - 1] : self.starts[index]] if 0 < index < len(self.starts) else ""


# Where to look ----------------------------------------------------------------------------------------------------------------

_MONTH = re.compile(
    r"(?:J(?:an|un|ul|AN|UN|UL)|F(?:eb|EB)|M(?:a[ry]|A[RY])|A(?:pr|ug|PR|UG)|S(?:ep|EP)|O(?:ct|CT)|N(?:ov|OV)|D(?:ec|EC))"
    r"(?:(?:r?uary|[t]?ember|ober|ch|il|ust|t|e|y|R?UARY|T?EMBER|OBER|CH|IL|UST|T|E|Y)?(?:\b|(?=[\d_A-Z-])))"
)
_YEAR = re.compile(r"(?:1\d|20|21)(?<!\d\d\d)\d\d(?:(?!\d)|(?=(?:19|20)\d\d(?!\d)))")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th|ST|ND|RD|TH)\b")
_SLASHED = re.compile(r"\d{1,2}([/.])\d{1,2}\1\d{2}(?!\d)")
_SHORT = re.compile(r"['’‘]\d\d(?!\d)")
_QUARTER = re.compile(r"[QqH][1-4]\b")
_RARE = (
    *("year", "Year", "YEAR", "month", "Month", "quarter", "Quarter", "decade", "Decade", "centur", "Centur"),
    *("ago", "later", "Later", "earlier", "Earlier", "next day", "following day", "same day", "previous day", "week"),
    *("spring", "Spring", "SPRING", "summer", "Summer", "SUMMER", "autumn", "Autumn", "AUTUMN", "winter", "Winter", "WINTER"),
    *("fall ", "Fall ", "FALL ", "fall\n", "nties", "rties", "fties", "xties", "ghties", "Nineties", "Sixties"),
    *("january", "february", "april", "june", "july", "september", "october", "november", "december"),
)
_BROKEN = re.compile(r"[-\u00ad\u2010][ \t]*\r?\n\s*")


def _triggers(text: str) -> list[int]:
    places = [found.start() for found in _MONTH.finditer(text)]
    places += [found.start() for found in _YEAR.finditer(text)]
    for pattern in (_ORDINAL, _SHORT, _QUARTER):
        places += [found.start() for found in pattern.finditer(text)]
    if "/" in text or "." in text:
        places += [found.start() for found in _SLASHED.finditer(text)]
    for word in _RARE:
        at = text.find(word)
        while at >= 0:
            places.append(at)
            at = text.find(word, at + len(word))
    glued = vocabulary().words
    for found in _BROKEN.finditer(text):
        left = text[max(0, found.start() - 9) : found.start()]
        right = text[found.end() : found.end() + 9]
        head, tail = re.search(r"[A-Za-z]+$", left), re.match(r"[A-Za-z]+", right)
        if head and tail and glued.get((head[0] + tail[0]).lower(), ("x",))[0] in "MS":
            places.append(found.start())
    places.sort()
    return places


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of `text` that may hold dates: offsets, ascending, apart from each other."""
    start = end = -1
    for place in _triggers(text):
        if place - REACH > end:
            if end >= 0:
                yield start, min(end, len(text))
            start = max(0, place - REACH)
        end = place + REACH
    if end >= 0:
        yield start, min(end, len(text))


# Cutting ----------------------------------------------------------------------------------------------------------------------

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<broken>[A-Z][A-Za-z]{1,8}[-\u00ad\u2010][ \t]*\r?\n\s*[a-z]{1,8}(?![A-Za-z]))
  | (?P<part>[QqHh][1-4](?!\w))
  | (?P<word>[^\W\d_]+(?:(?<=ty)-(?:fir|sec|th[ir]|fou|fif|six|sev|eig|nin|one|two)[a-z]*)?)
  | (?P<iso>[12]\d{3}(?P<sep>[-/.])(?:1[0-2]|0?[1-9])(?P=sep)(?:3[01]|[12]\d|0?[1-9])(?:T[\d:.]+Z?)?(?![\d/]|[.,]\d))
  | (?P<numeric>(?:3[01]|[12]\d|0?[1-9])(?P<sep2>[-/.])(?:3[01]|[12]\d|0?[1-9])(?P=sep2)[12]\d{3}(?![\d/]|[.,]\d|-\d{3}))
  | (?P<slashed>(?:3[01]|[12]\d|0?[1-9])(?P<sep3>/)(?:3[01]|[12]\d|0?[1-9])/\d\d(?![\d/]|[.,]\d))
  | (?P<decade>(?:1\d|20)\d0\s?['’]?s\b|['’‘]?[2-9]0['’]?s\b)
  | (?P<glued>(?:19|20)\d\d(?:19|20)\d\d(?![\d/]|[.,]\d))
  | (?P<ordinal>(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th)|ST|ND|RD|TH)(?![a-z]))
  | (?P<time>\d{1,2}:\d\d(?::\d\d)?)
  | (?P<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?%?|\d+(?:\.\d+)+%?|\d+%?)
  | (?P<short>['’‘]\d\d(?![\d'’]))
  | (?P<sign>[-–—‒−―‐]+)
  | (?P<mark>[^\w\s])
  | (?P<rest>_+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_HALF = re.compile(r"\s?(?:st|nd|rd|th|ST|ND|RD|TH)$|\s")
_MONEY = frozenset("$€£¥#№@+")
_SELF = frozenset(",./():;")


def tokens(text: str, start: int, end: int) -> Tokens:
    """Cut `text[start:end]`; what the cut would split at either end is left outside."""
    while start > 0 and start < end and (text[start - 1].isalnum() or text[start - 1] in ",.") and text[start].isalnum():
        start += 1
    while end < len(text) and end > start and (text[end].isalnum() or text[end] in ",.") and text[end - 1].isalnum():
        end -= 1
    kinds: list[str] = []
    values: list[Value] = []
    starts: list[int] = []
    ends: list[int] = []
    words = vocabulary().words
    for found in _TOKEN.finditer(text, start, end):
        group = found.lastgroup
        first, last = found.span()
        if group == "space":
            if last - first > 1 and "\n" in found[0] and _PARAGRAPH.search(found[0]):
                _put(kinds, values, starts, ends, ("P", ""), first, last)
            continue
        if group == "word":
            known = words.get(found[0].lower())
            known = _word(found[0], known) if known is None or known[0] in "MSAqe" else known
        else:
            known = _other(found, text, starts, ends, first)
        _put(kinds, values, starts, ends, known, first, last)
    return Tokens(text, "".join(kinds), values, starts, ends)


def _put(
    kinds: list[str], values: list[Value], starts: list[int], ends: list[int], known: tuple[str, Value], first: int, last: int
) -> None:
    # "twenty first" and "May twenty one" are one number in two words
    if known[0] in "wW" and kinds and kinds[-1] == "w" and values[-1] in (20, 30) and isinstance(known[1], int) and known[1] < 10:
        kinds[-1], ends[-1] = known[0], last
        values[-1] = int(str(values[-1])) + known[1]
        return
    kinds.append(known[0])
    values.append(known[1])
    starts.append(first)
    ends.append(last)


def _word(word: str, known: tuple[str, Value] | None) -> tuple[str, Value]:
    """Class of a word whose case matters, or that is not in the list."""
    if known is None:
        pair = vocabulary().glued.fullmatch(word)
        if pair:
            table = vocabulary().words
            return "m", tuple(int(str(table[name.lower()][1])) for name in pair.groups())
        return "x", ""
    if known[0] == "M":
        # "may", "march", "sun" and the like are ordinary words; the longer names are months in any case
        plain = word[0].isupper() and (word.isupper() or word[1:].islower())
        return known if plain or (len(word) > 3 and word not in ("march", "sept", "august")) else ("x", "")
    if known[0] == "e":
        return known if word.isupper() else ("x", "")
    if known[0] == "A":
        return known if word[0].isupper() else ("x", "")
    return known


def _other(found: re.Match[str], text: str, starts: list[int], ends: list[int], first: int) -> tuple[str, Value]:
    group, printed = found.lastgroup, found[0]
    before = text[first - 1] if first else " "
    free = not (before.isalnum() or before in _MONEY or before == "_") or group in ("sign", "mark")
    tied = before in ".,-/:" and first > 1 and text[first - 2].isdigit()
    if group == "sign":
        return "-", printed
    if group == "mark":
        return (printed, "") if printed in _SELF else ("x", "")
    if group == "broken":
        joined = re.sub(r"[^A-Za-z]", "", printed)
        known = vocabulary().words.get(joined.lower())
        return known if known and known[0] in "MS" else ("x", "")
    if group == "number":
        glued = before.isalpha() and bool(starts) and ends[-1] == first and _ends_month(text[starts[-1] : first])
        money = before == " " and first > 1 and text[first - 2] in _MONEY
        return _number(printed, found.end(), text, free=(free or glued) and not money and not (before in ".," and tied))
    if not free or (tied and group in ("iso", "numeric", "slashed", "glued", "ordinal")):
        return "N", 0
    if group in ("iso", "numeric", "slashed"):
        numbers = tuple(int(part) for part in re.findall(r"\d+", printed)[:3])
        return ("I" if group == "iso" else "F"), numbers
    if group == "decade":
        digits = int(re.sub(r"\D", "", printed))
        return "T", digits if digits > 99 else 1900 + digits
    if group == "glued":
        return "G", (int(printed[:4]), int(printed[4:]))
    if group == "ordinal":
        return "O", int(re.sub(r"\D", "", printed))
    if group == "part":
        return printed[0].upper(), int(printed[1])
    if group == "short":
        return "y", short_year(int(printed[1:]))
    return ("N" if group == "time" else "x"), 0


def _ends_month(word: str) -> bool:
    return vocabulary().words.get(word.lower(), ("x",))[0] == "M"


def _number(printed: str, end: int, text: str, *, free: bool) -> tuple[str, Value]:
    after = text[end : end + 1]
    # a letter may be glued on only where it begins a month ("13April") or a plural s of a decade that was caught before
    letter = after.isalpha() and not (after.isupper() and text[end : end + 3].capitalize() in _MONTH_STARTS)
    if not free or not printed.isdigit() or letter or after in ("%", "°", "_") or len(printed) not in (1, 2, 4):
        return "N", int(printed) if printed.isdigit() and len(printed) < 9 else 0
    number = int(printed)
    if len(printed) == 4:
        return ("Y", number) if 1000 <= number <= 2199 else ("N", number)
    return ("D" if 1 <= number <= 31 else "u" if len(printed) == 2 and number > 31 else "N"), number


_MONTH_STARTS = frozenset(("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"))


def short_year(number: int) -> int:
    """The year that two digits stand for: 50 to 99 are of the last century."""
    return number + (1900 if number >= 50 else 2000)
