"""Finds amounts of money in a text, with their currency; `shares` gives them to milestones.

Numbers are found first; one is money only when a currency's symbol, ISO 4217 code or name stands right before or after it.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, pairwise

from db import names
from db.models import Money, Span
from importers.lexicon import data, one_line, spaced_pattern
from importers.money.numbers import NUMBER, plain, value_of
from importers.places.finding import find_countries

US_DOLLAR = "USD"
_PLAIN_DOLLARS = frozenset({"$", "dollar", "dollars"})
"""Those of the United States, unless a newsletter counts in its own."""

_DIGITS = re.compile(r"[0-9]+")
"""Where a number begins; a pattern that begins with one class skips quickly, and the rest is matched only there."""

_LETTERS = re.compile(r"[^\W\d_]+")
_RANGE = re.compile(rf"\s?(?P<join>[-–—]|to\b|and\b)\s?(?P<number>{NUMBER.pattern})")
_LARGE = ("illion", "housand")
_JOINED = r"[\s-]+"
"""Between the words of a number: "five-and-a-half"."""
_WINDOW = 28
"""How far back a currency before a number is looked for."""
_LONGEST = 40
"""No amount has more digits and marks."""
_AGAIN = re.compile(
    r"""\s* (?: (?P<bracket>[(\[]) | ,\s*(?:or|i\.e\.|that\sis|equivalent|equal)\b
             | (?:equivalent|equal|corresponding)\s(?=to) | or\s(?=about|some|approx|around|roughly) | [=≈/] ) \s*
        (?: (?:or|i\.e\.|that\sis|is|to|about|around|some|nearly|almost|approx\.|approximately|roughly|equivalent|equal|worth|[=≈~])
            ,?\s* ){0,4}
        | (?:[^\n]|\n(?!\n)){0,900}[.!?]\s+(?:The|This|Its)\s(?:\w+\s){0,3}?(?:amount|sum)\s
          (?:is|was|amounts\sto|comes\sto|equals|totals)\s(?:about\s|approximately\s)?""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands between an amount and the same in another currency: "(", ", equivalent to about", "... . The grant amount is"."""
_BRACKET_ENDS = re.compile(r"[)\]]|.\s*[)\]]", re.DOTALL)
_YEAR = re.compile(r"(?:19|20)\d\d")
"""What stands behind the name of a tournament: "Euro 2016"."""
_NEAR = 20
"""Among how many mentions of countries to either side one is looked for that decides between currencies of one name."""


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """Words that name an amount."""

    start: int
    end: int
    """Half-open range of characters, currency included."""
    text: str
    money: Money


@dataclass(frozen=True, slots=True)
class _Currency:
    """A symbol, code or name, and what it may stand for."""

    codes: tuple[str, ...]
    """More than one where countries share the word; an empty first one where nothing is likeliest."""
    careful: bool = False
    before: bool = True


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: Mapping[str, _Currency]
    last: Mapping[str, tuple[str, ...]]
    """Last word of a currency's name -> names that end so, the longest first."""
    scales: Mapping[str, int]
    numbers: Mapping[str, str]
    scale: re.Pattern[str]
    after: re.Pattern[str]
    spoken: re.Pattern[str]
    weighed: re.Pattern[str]
    """What makes "pounds" before it a weight."""


class _Around:
    """The countries of a text, looked for once and only when two currencies of one name have to be told apart."""

    def __init__(self, text: str, dollar: str) -> None:
        self.dollar = dollar
        self._text = text
        self._places: list[tuple[int, str]] | None = None

    def of(self, at: int, codes: tuple[str, ...]) -> str:
        """That of some currencies whose country stands nearest, else the first; most ISO 4217 codes begin with the country's."""
        if self._places is None:
            self._places = [(one.start, one.codes[0]) for one in find_countries(self._text) if one.form != "region"]
        zones = data("money")["zones"]
        by_country = {country: code for code in codes if code for country in zones.get(code, (code[:2],))}
        middle = bisect.bisect_left(self._places, (at, ""))
        near = self._places[max(0, middle - _NEAR) : middle + _NEAR]
        found = [(abs(start - at), by_country[country]) for start, country in near if country in by_country]
        return min(found)[1] if found else codes[0]


@dataclass(frozen=True, slots=True)
class _Amount:
    start: int
    end: int
    value: Decimal
    grouped: bool
    """Whether a scale word or thousands set apart make it look like an amount by itself."""


def find_money(text: str, dollar: str = US_DOLLAR, outside: Sequence[Span] = ()) -> list[MoneyMention]:
    """Every amount of money in `text`, in order; never a bare number, a weight, a share or a count of people.

    A range ("EUR 2-3 million") is two amounts. The currency is ISO 4217, `dollar` where the text says no more than "$"; the value
    is as printed, scale words worked in. No digits are looked for in the stretches `outside`, which ascend.
    """
    lexicon = _lexicon()
    around = _Around(text, dollar)
    found: list[MoneyMention] = []
    mentions = (*_in_digits(text, lexicon, around, outside), *_in_words(text, lexicon, around))
    for mention in sorted(mentions, key=lambda one: one.start):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found


def restated(text: str, mentions: Sequence[MoneyMention]) -> tuple[tuple[Money, Money], ...]:
    """The amounts that say the one before them again in another currency, each with that one: "USD 2 million (EUR 1.8 million)".

    `mentions` are some of those that `find_money` found in `text`, in order.
    """
    found: dict[Money, Money] = {}
    for first, again in pairwise(mentions):
        apart = first.money.currency != again.money.currency and again.money not in found
        apart = apart and found.get(first.money) != again.money
        joint = _AGAIN.fullmatch(text, first.end, again.start)
        if apart and joint and (not joint["bracket"] or _BRACKET_ENDS.match(text, again.end - 1)):
            found[again.money] = found.get(first.money, first.money)
    return tuple(found.items())


def scale_at(text: str, at: int) -> tuple[int, int]:
    """How many zeros a scale word behind a number at a place stands for, and where it ends; none, and the place, without one."""
    lexicon = _lexicon()
    found = lexicon.scale.match(text, at)
    return (lexicon.scales[found["scale"]], found.end()) if found else (0, at)


def _in_digits(text: str, lexicon: _Lexicon, around: _Around, outside: Sequence[Span]) -> Iterator[MoneyMention]:
    past = 0
    ends = (0, *(end for _, end in outside)), (*(start for start, _ in outside), len(text))
    for digits in chain.from_iterable(_DIGITS.finditer(text, *piece) for piece in zip(*ends, strict=True)):
        start = digits.start()
        if (
            start < past
            or not (number := NUMBER.match(text, start))
            or (start and text[start - 1].isalnum() and not text[start - 1].isalpha())
        ):
            continue
        end = number.end()
        before = _before(text, start, past, lexicon)
        past = end
        if end - start > _LONGEST or (before is None and (not _may_follow(text, end) or (start and text[start - 1].isalpha()))):
            continue
        for mention in _amounts(text, start, end, before, lexicon, around):
            past = mention.end
            yield mention


def _amounts(text: str, start: int, end: int, before: str | None, lexicon: _Lexicon, around: _Around) -> Iterator[MoneyMention]:
    """The amount whose digits stand at a place, or the two of a range."""
    spans = [(start, end)]
    scale = lexicon.scale.match(text, end)
    if not scale and (second := _second(text, start, end, before, lexicon)):
        spans.append(second)
        scale = lexicon.scale.match(text, second[1])
    zeros = lexicon.scales[scale["scale"]] if scale else 0
    last = scale.end() if scale else spans[-1][1]
    after = lexicon.after.match(text, last)
    following = _listed(after) if after else None
    word = _chosen(before, following, lexicon)
    if word is None:
        return
    first = start - _length_before(text, start, before) if before else start
    if after and following and (not before or lexicon.words[word].codes == lexicon.words[following].codes):
        last = after.end()
    for index, span in enumerate(spans):
        value, grouped = value_of(text[slice(*span)], bool(zeros))
        amount = _Amount(
            first if index == 0 else span[0],
            last if index == len(spans) - 1 else span[1],
            value.scaleb(zeros),
            grouped or zeros > 0,
        )
        mention = _mention(text, amount, word, before is not None, lexicon, around)
        if mention:
            yield mention


def _second(text: str, start: int, end: int, before: str | None, lexicon: _Lexicon) -> Span | None:
    """Where the larger number of a range stands: "2-3 million", "between 5 and 10 million"."""
    found = _RANGE.match(text, end)
    if not found:
        return None
    low, grouped = value_of(text[start:end], False)
    high = value_of(found["number"], False)[0]
    scale = lexicon.scale.match(text, found.end("number"))
    if low >= high or (grouped and scale):
        return None
    if found["join"] in ("to", "and"):
        after = lexicon.after.match(text, scale.end() if scale else found.end("number"))
        opened = "between" if found["join"] == "and" else ""
        if opened not in text[max(0, start - _WINDOW) : start] or (bool(after) == bool(before)) or (before and not scale):
            return None
    return found.span("number")


def _mention(text: str, amount: _Amount, word: str, is_before: bool, lexicon: _Lexicon, around: _Around) -> MoneyMention | None:
    currency = lexicon.words[word]
    if (currency.careful and not amount.grouped) or (is_before and not currency.before and text.startswith(word, amount.start)):
        return None
    if word == "pounds" and lexicon.weighed.match(text, amount.end):
        return None
    if is_before and word.lower() == "euro" and not amount.grouped and _YEAR.fullmatch(str(amount.value)):
        return None
    if word in _PLAIN_DOLLARS:
        code = around.dollar
    else:
        code = currency.codes[0] if len(currency.codes) == 1 else around.of(amount.start, currency.codes)
    if not code or amount.value <= 0:
        return None
    return MoneyMention(amount.start, amount.end, text[amount.start : amount.end], Money(code, plain(amount.value)))


def _before(text: str, start: int, past: int, lexicon: _Lexicon) -> str | None:
    """The currency that ends right before a number, as listed; not across an earlier amount."""
    left = text[max(past, start - _WINDOW) : start].rstrip(" \u00a0\n:~")
    if not left or (left[-1] in ".,;)!?" and not left.endswith((".", "$"))):
        return None
    tail = left.split()[-1].lstrip("([{«“\"'‘")
    for word in lexicon.last.get(tail, ()) or lexicon.last.get(tail[-1:], ()):
        if " " in word:
            if one_line(left).endswith(word):
                return word
        elif left.endswith(word) and not left[: -len(word)][-1:].isalnum():
            return word
    return None


def _length_before(text: str, start: int, word: str) -> int:
    """How many characters a currency before a number takes up, blanks and line ends included."""
    spaced = r"\s+".join(map(re.escape, word.split(" ")))
    found = re.search(rf"{spaced}[\s:~]*\Z", text[max(0, start - _WINDOW) : start])
    return len(found[0]) if found else 0


def _may_follow(text: str, end: int) -> bool:
    """Whether the word or sign behind a number can begin a currency, a scale or the second half of a range."""
    follow = text[end : end + 3].lstrip(" \u00a0\n-")
    if not follow or not follow[0].isalpha():
        return bool(follow) and follow[0] in _symbol_starts()
    word = _LETTERS.match(text, text.index(follow[0], end))
    return word is None or word[0] in _first_words()


def _listed(after: re.Match[str]) -> str:
    """The currency after a number, as listed: without line ends."""
    return one_line(after["currency"])


def _chosen(before: str | None, after: str | None, lexicon: _Lexicon) -> str | None:
    """Which of two currencies counts: a "$" before gives way to the code or the name after ("$500,000 CAD")."""
    if before == "$" and after and lexicon.words[after].codes[0].endswith("D"):
        return after
    return before or after


def _in_words(text: str, lexicon: _Lexicon, around: _Around) -> Iterator[MoneyMention]:
    """Amounts whose number is a word: "two million euros"."""
    for large in sorted(found.start() for part in _LARGE for found in re.finditer(part, text)):
        found = None
        for spoken in lexicon.spoken.finditer(text, max(0, large - _SPOKEN), large + _SPOKEN):
            if spoken.start() < large:
                found = spoken
        if not found:
            continue
        after = lexicon.after.match(text, found.end())
        if after:
            amount = _Amount(found.start(), after.end(), _spoken(found, lexicon), True)
            mention = _mention(text, amount, _listed(after), False, lexicon, around)
            if mention:
                yield mention


def _spoken(found: re.Match[str], lexicon: _Lexicon) -> Decimal:
    """What a number in words stands for: "eight hundred and fifty thousand", "a million and a half"."""

    def number(name: str) -> Decimal:
        return Decimal(lexicon.numbers[one_line(found[name].lower().replace("-", " "))]) if found[name] else Decimal(0)

    value = number("number") * (100 if found["hundred"] else 1) + number("more")
    if found["part"]:
        value += Decimal(_PARTS[one_line(found["part"].lower()).removeprefix("and ")])
    return value.scaleb(lexicon.scales[found["scale"].lower()])


_SPOKEN = 44
"""How far before its scale word a number in words begins."""


@functools.cache
def own_dollar(country: str) -> str:
    """The ISO 4217 code of a country's own dollar, which begins with its ISO code; the US dollar where it has none."""
    codes = (row[0] for row in names.rows(names.DATA / "currencies.tsv") if row[1].endswith(" dollar"))
    return next((code for code in codes if code[:2] == country), US_DOLLAR)


@functools.cache
@functools.cache
def _symbol_starts() -> frozenset[str]:
    return frozenset(word[0] for word in _lexicon().words)


@functools.cache
def _first_words() -> frozenset[str]:
    """The letters that the currencies and scales begin with, and the words that may stand before them."""
    lexicon = _lexicon()
    begun = (_LETTERS.match(word) for word in (*lexicon.words, *lexicon.scales))
    return frozenset(("of", "in", "to", "and", *(found[0] for found in begun if found)))


@functools.cache
def _lexicon() -> _Lexicon:
    listed = data("money")
    careful, never = set(listed["careful"]["words"]), set(listed["careful"]["never_before"])
    numbers = _compounds(listed["numbers"])
    words: dict[str, _Currency] = {}
    for code, name, plural, symbols, aliases in names.rows(names.DATA / "currencies.tsv"):
        spelt = (name, plural, *aliases.split(";"))
        # "769 million Japanese Yen"
        for word in (code, *symbols.split(";"), *spelt, *(one.title() for one in spelt if " " in one.strip() and "." not in one)):
            if word := word.strip():
                words.setdefault(word, _Currency((code,), word in careful, word not in never))
    for word, codes in listed["shared"].items():
        words[word] = _Currency(tuple(codes), word in careful, word not in never)
    last: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        last.setdefault(word.split()[-1], []).append(word)
    spoken = spaced_pattern(numbers).replace(r"\s+", _JOINED)
    return _Lexicon(
        words=words,
        last={key: tuple(value) for key, value in last.items()},
        scales=listed["scales"],
        numbers=numbers,
        scale=re.compile(rf"[\s\u00a0-]{{0,2}}(?P<scale>{spaced_pattern(listed['scales'])})(?!\w)"),
        after=re.compile(
            rf"[\s\u00a0-]{{0,3}}(?:of\s|in\s)?\(?(?P<currency>{spaced_pattern(words)})(?:(?<=\w)(?!\w)"
            rf"|(?<!\w)(?!\d))(?!\s{{0,2}}\d)\)?"
        ),
        weighed=re.compile(rf"\s+(?:{'|'.join(map(re.escape, listed['careful']['weights']))})\b"),
        spoken=re.compile(
            rf"(?<!\w)(?P<number>{spoken})[\s-]+(?P<hundred>hundred[\s-]+(?:(?:and[\s-]+)?(?P<more>{spoken})[\s-]+)?)?"
            rf"(?P<scale>million|billion|thousand)(?P<part>\s+and\s+(?:{'|'.join(_PARTS)}))?",
            re.IGNORECASE,
        ),
    )


def _compounds(numbers: Mapping[str, str]) -> Mapping[str, str]:
    """The numbers in words, with those that two of them make, and their parts: "eighty-five", "two and a half"."""
    units = {word: value for word, value in numbers.items() if len(value) == 1 and word not in ("a", "another")}
    tens = {word: value for word, value in numbers.items() if len(value) == _TENS and value[1] == "0" and value != "10"}
    joined = {f"{ten}{join}{one}": tens[ten][0] + units[one] for ten in tens for one in units for join in "- "}
    parts = {f"{one} and {part}": units[one] + share for one in units for part, share in _PARTS.items()}
    return {**numbers, **joined, **parts}


_TENS = 2
"""Digits."""
_PARTS = {"a half": ".5", "a quarter": ".25", "three quarters": ".75"}
