"""Cuts the neighbourhood of anything that may be a date into classed words: the first step of reading dates.

`triggers` says where to look; `tokens` cuts such a window into words and numbers. Each token has a one-letter class, so that
the grammar of dates can be written as regular expressions over classes.

Classes of numbers: `Y` year, `y` two-digit year with apostrophe, `G` two years run together, `I` year-month-day, `F` numeric day
with year, `j` one without a year before one with it or at the beginning of a line, `T` decade, `D` number that may be a day, `u`
32 to 99, `N` other number, `O` ordinal number, `W` ordinal word, `w` number word. Of names: `M` month, `m` two months run
together, `A` weekday, `S` season, `Q` quarter (Q1), `H` half-year (H1). Of units: `E` year, `z` fiscal, `K` month, `R` quarter,
`X` half, `V` decade, `C` century, `L` week, `J` day. Of relations: `p` last, `r` previous, `c` this, `n` next, `f` following, `s`
same, `g` ago, `l` later or earlier, `k` "lastmonth", `q` early, mid, late, about. Of other words: `t` the, `a` a, `o` of, `i` in,
`>` to, `&` and, `b` between, `B` before, `v` very, `e` BC, `d` AD. `P` is a paragraph break, `x` anything else; `!` a full stop
that ends a sentence; `- / , . ( ) : ;` are those marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import product

from importers.lexicon import MONTH_SHORT, MONTH_WORD, data

Value = int | str | tuple[int, ...]
_UNITS = {
    "year": "E",
    "month": "K",
    "quarter": "R",
    "half": "X",
    "decade": "V",
    "century": "C",
    "week": "L",
    "weekend": "U",
    "day": "J",
}
_RELATIVE = {"last": "p", "previous": "r", "this": "c", "next": "n", "following": "f", "same": "s"}
_ADVERBS = {"ago": "g", "hence": "g", "later": "l", "earlier": "l"}
_FUNCTION = {"the": "t", "a": "a", "of": "o", "in": "i", "to": ">", "and": "&", "between": "b", "before": "B", "very": "v"}


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
    instrument: re.Pattern[str]
    """A law or a decree, its number if it has one, and the word before its date."""
    future: re.Pattern[str]
    """Words that tell of what is to come."""


@cache
def vocabulary() -> Vocabulary:
    """The word list, read once."""
    listed = data("dates")
    words: dict[str, tuple[str, Value]] = {}
    for number, names in listed["months"].items():
        words |= {name: ("M", int(number)) for name in names}
    for number, names in listed["seasons"].items():
        words |= {name: ("S", int(number)) for name in names}
    for number, names in listed["decades"].items():
        words |= {name: ("T", int(number)) for name in names}
    for number, names in listed["weekdays"].items():
        words |= {name: ("A", int(number)) for name in names}
    for table, classes in (("units", _UNITS), ("relative", _RELATIVE), ("adverbs", _ADVERBS), ("function", _FUNCTION)):
        for name, members in listed[table].items():
            words |= dict.fromkeys(members, (classes[name], name))
    for name, members in listed["qualifiers"].items():
        words |= dict.fromkeys(members, ("q", name))
    words |= dict.fromkeys(listed["accounts"]["fiscal"], ("z", "fiscal"))
    words |= dict.fromkeys(listed["era"]["before"], ("e", "bc")) | dict.fromkeys(listed["era"]["after"], ("d", "ad"))
    words |= _numbers(listed["numbers"])
    # "lastmonth": two words whose blank was lost
    for lean, unit in product(("last", "this", "next"), ("year", "month", "quarter")):
        words[lean + unit] = ("k", _RELATIVE[lean] + _UNITS[unit])
    months = [names[0].capitalize() for names in listed["months"].values()]
    either = "|".join(months + [name.upper() for name in months])
    cues = {name: frozenset(members) for name, members in listed["cues"].items()}
    figures, ahead = (
        re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, sorted(cues[name])))})(?![a-z])") for name in ("statistics", "future")
    )
    instrument = re.compile(
        rf"(?i:\b(?:{'|'.join(sorted(cues['dated_instruments']))}))(?:\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s+(?:of\s+)?[A-Z]\w+){{0,3}})?"
        r"(?:,?\s+(?:(?:[Nn]os?|[Nn]r)\b\.?|№|#)?\s*(?=[\w/№#–-]*\d)[\w/–-]{1,20})?,?\s+(?:of|dated)\s+\Z"
    )
    return Vocabulary(words, re.compile(f"({either})({either})"), cues, figures, instrument, ahead)


@cache
def cue(name: str) -> frozenset[str]:
    """The words of a list of the table `cues`."""
    return vocabulary().cues[name]


def _numbers(listed: dict[str, list[str]]) -> dict[str, tuple[str, Value]]:
    """Number words to thirty-one and round ones to ninety; "twenty-first", and "twenty first", which is joined when it is cut."""
    words: dict[str, tuple[str, Value]] = {word: ("w", number) for number, word in enumerate(listed["cardinal"], 1)}
    words |= {word: ("W", number) for number, word in enumerate(listed["ordinal"], 1)}
    words |= {name: ("w", 10 * number) for number, name in enumerate(listed["tens"], 3)} | {"thirtieth": ("W", 30)}
    for tens, base in (("twenty", 20), ("thirty", 30)):
        for unit in range(1, 10):
            words[f"{tens}-{listed['cardinal'][unit - 1]}"] = ("w", base + unit)
            words[f"{tens}-{listed['ordinal'][unit - 1]}"] = ("W", base + unit)
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

    def cross_a_stop(self, start: int, end: int) -> bool:
        """Whether a sentence ends among tokens `start` to `end`: "13 June. In the previous year" is two dates."""
        return _STOP.search(self.text, self.starts[start], self.ends[end - 1]) is not None


_STOP = re.compile(r"\.\s+(?:In|The|This|That|Last|Next|On|Of|At|Same|Since|By)\b")


# Cutting ----------------------------------------------------------------------------------------------------------------------

_TOKEN = re.compile(
    r"""
    [ ]?(?:
    (?P<word>[^\W\d_]++(?!-[a-z]|[-\u00ad\u2010][ \t\r]*\n|[1-4](?!\w)))
  | (?P<space>\s+)
  | (?P<broken>[A-Z][A-Za-z]{1,8}[-\u00ad\u2010][ \t]*\r?\n\s*[a-z]{1,8}(?![A-Za-z]))
  | (?P<part>[QqHh][1-4](?!\w)|[1-4]Q(?=[\s/-]['’]?\d\d))
  | (?P<number_word>(?:[Tt]went|[Tt]hirt)y-(?:fir|sec|th[ir]|fou|fif|six|sev|eig|nin|one|two)[a-z]*)
  | (?P<letters>[^\W\d_]+)
  | (?P<iso>[12]\d{3}(?P<sep>[-‑/.])(?:1[0-2]|0?[1-9])(?P=sep)(?:3[01]|[12]\d|0?[1-9])(?:T[\d:.]+Z?)?(?![\d/]|[.,]\d))
  | (?P<numeric>(?:3[01]|[12]\d|0?[1-9])(?P<sep2>[-‑/.])(?:3[01]|[12]\d|0?[1-9])(?P=sep2)[12]\d{3}(?![\d/]|[.,]\d|-\d{3}))
  | (?P<slashed>(?:3[01]|[12]\d|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])/\d\d(?![\d/]|[.,]\d)
      |(?:3[01]|[12]\d|0[1-9]|(?<=\d[-–])[1-9])\.(?:1[0-2]|0[1-9])\.\d\d(?![\d/%]|[.,]\d))
  | (?P<unfinished>(?:3[01]|[12]\d|0?[1-9])\.(?:1[0-2]|0?[1-9])\.?(?=\s?[-–]\s?\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?!\d)))
  | (?P<entry>(?<![^\n])(?:3[01]|[12]\d|0\d)/(?:1[0-2]|0[1-9])(?=[ \t]+["“]?[A-ZÀ-Þ]))
  | (?P<decade>(?:1\d|20)\d0\s?['’]?s\b|['’‘]?[2-9]0['’]?s\b)
  | (?P<glued>(?:19|20)\d\d(?:19|20)\d\d(?![\d/]|[.,]\d))
  | (?P<ordinal>(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th)|ST|ND|RD|TH)(?![a-z])|2?[23]d(?!\w))
  | (?P<time>\d{1,2}:\d\d(?::\d\d)?)
  | (?P<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?%?|\d+(?:\.\d+)+%?|\d+%?)
  | (?P<short>['’‘]\d\d(?![\d'’]))
  | (?P<sign>[-–—‒−―‐‑]+)
  | (?P<mark>[^\w\s])
  | (?P<rest>_+|.)
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_MONEY = frozenset("$€£¥#№@+")
_SELF = frozenset(",./():;&")
_CASED = frozenset("MSAe")
_GLUED_HEADS = frozenset("JFMASOND")
_NOTHING: tuple[str, Value] = ("x", "")


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
    look_up = vocabulary().words.get
    for found in _TOKEN.finditer(text, start, end):
        group = found.lastgroup or ""
        first, last = found.span(group)
        if group in _WORDS:
            word = text[first:last]
            known = look_up(word.lower())
            if known is None:
                known = _glued_months(word) if last - first > 6 and word[0] in _GLUED_HEADS else _NOTHING
            elif known[0] in _CASED and not _as_printed(word, known[0]):
                known = _NOTHING
            elif known[0] in "wW" and kinds and kinds[-1] == "w" and values[-1] in (20, 30) and known[1] in range(1, 10):
                # "twenty first" is one number in two words
                kinds[-1], values[-1], ends[-1] = known[0], int(str(values[-1])) + int(str(known[1])), last
                continue
        elif group == "space":
            if last - first == 1 or not _PARAGRAPH.search(text, first, last):
                continue
            known = ("P", "")
        elif group == "mark":
            known = (text[first], "") if text[first] in _SELF else _NOTHING
            if text[first] == "." and not _shortens(kinds, starts, ends, first):
                known = ("!", "")
        elif group == "sign":
            known = ("-", text[first:last])
        else:
            known = _number_or_broken(group, text, first, last, starts[-1] if ends and ends[-1] == first else first)
        kinds.append(known[0])
        values.append(known[1])
        starts.append(first)
        ends.append(last)
    return Tokens(text, "".join(kinds), values, starts, ends)


_WORDS = frozenset(("word", "letters", "number_word"))


def _shortens(kinds: list[str], starts: list[int], ends: list[int], stop: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation or a number, rather than ending a sentence."""
    if not ends or ends[-1] != stop:
        return False
    return kinds[-1] in "DA" or (kinds[-1] in "Mq" and stop - starts[-1] <= 4)


def _glued_months(word: str) -> tuple[str, Value]:
    """ "OctoberNovember"."""
    pair = vocabulary().glued.fullmatch(word)
    if pair is None:
        return _NOTHING
    table = vocabulary().words
    return "m", tuple(int(str(table[name.lower()][1])) for name in pair.groups())


def _as_printed(word: str, kind: str) -> bool:
    """Whether a word that is a name only when printed so is printed so: "may" and "sun" are words, "october" is careless."""
    if kind == "M":
        plain = word[0].isupper() and (word.isupper() or word[1:].islower())
        return plain or (len(word) > 3 and word not in ("march", "sept", "august"))
    return word.isupper() if kind == "e" else word[0].isupper() or kind == "S"


def _number_or_broken(group: str, text: str, first: int, last: int, previous: int) -> tuple[str, Value]:
    """Class of a token with digits, or of a word broken at a line end; a token glued to this one starts at `previous`."""
    printed = text[first:last]
    if group == "broken":
        known = vocabulary().words.get(re.sub(r"[^A-Za-z]", "", printed).lower())
        return known if known and known[0] in "MS" else _NOTHING
    before = text[first - 1] if first else " "
    free = not (before.isalnum() or before in _MONEY or before == "_")
    tied = before in ".,-/:" and first > 1 and text[first - 2].isdigit()
    glued = before.isalpha() and previous < first and _takes_number(text[previous:first])
    if group == "number":
        money = before == " " and first > 1 and text[first - 2] in _MONEY
        tied = tied and before in ".," and not (before == "," and _AFTER_A_DAY.search(text, max(0, first - 20), first))
        if len(printed) == 3 and _in_our_era(text, first, last):
            return "Y", int(printed)
        return _number(printed, last, text, free=(free or glued) and not money and not tied)
    if group == "short" and (free or glued):
        return "y", short_year(int(printed[1:]))
    if tied and group in ("ordinal", "numeric", "slashed") and _RUN_OF_DAYS.search(text, max(0, first - 4), first) is not None:
        tied = False
    if not free or (tied and group in ("iso", "numeric", "slashed", "glued", "ordinal")):
        return "N", 0
    if group in ("unfinished", "entry"):
        return "j", tuple(int(part) for part in re.findall(r"\d+", printed))
    if group in ("iso", "numeric", "slashed"):
        return ("I" if group == "iso" else "F"), tuple(int(part) for part in re.findall(r"\d+", printed)[:3])
    if group == "decade":
        digits = int(re.sub(r"\D", "", printed))
        return "T", digits if digits > 99 else 1900 + digits
    if group == "glued":
        return "G", (int(printed[:4]), int(printed[4:]))
    if group == "ordinal":
        return "O", int(re.sub(r"\D", "", printed))
    if group == "part":
        letter, digit = sorted(printed, key=str.isdigit)
        return letter.upper(), int(digit)
    return ("N" if group == "time" else "x"), 0


def _in_our_era(text: str, first: int, last: int) -> bool:
    """Whether a number is marked as a year: "AD 842", "420 CE"."""
    return _ERA_BEHIND.match(text, last) is not None or _ERA_BEFORE.search(text, max(0, first - 4), first) is not None


_ERA_BEHIND = re.compile(r"\s?(?:AD|CE)\b(?![-\s](?:mark|certif|approv|compl|label|standard))")
_ERA_BEFORE = re.compile(r"\bAD\s?$")


def _takes_number(word: str) -> bool:
    """Whether a number may be glued to the word: "Dec31", "FY2016"."""
    return vocabulary().words.get(word.lower(), ("x",))[0] == "M" or word in ("FY", "CY")


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


_RUN_OF_DAYS = re.compile(r"(?<![\d.,/:-])\d{1,2}-$")
"""What stands before the last of some days: "11-15th October"."""
_AFTER_A_DAY = re.compile(rf"\b{MONTH_WORD}\.?\s?\d{{1,2}},$")
"""What stands before a year whose blank was lost: "April 13,2016"."""
_MONTH_STARTS = frozenset(MONTH_SHORT.split("|"))


def short_year(number: int) -> int:
    """The year that two digits stand for: 50 to 99 are of the last century."""
    return number + (1900 if number >= 50 else 2000)
