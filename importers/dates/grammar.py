"""The grammar of dates: regular expressions over the token classes of `words`, each with what it means.

`expressions` reads one cut window from left to right; at each place the longest forms are tried first. What a form is worth is then
decided by the words around it (`veto`); a form that is refused there leaves the place to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from importers.dates import forms, numbers
from importers.dates import relative as relatives
from importers.dates.roles import role_of
from importers.dates.values import Expression
from importers.dates.veto import refused
from importers.dates.words import Tokens

_REL = "v?(?:ss?|[prcnf])"
_YEAR_TAIL = rf"(?:,?[oi]?(?:tz?E)?o?z?E?[Yy]|,?[oi]?t?{_REL}z?E|,?otz?E)"
_QUALIFIED = r"(?:t?[ql]\.?(?:-?>?-?[ql])?[-oi]?t?)"
_DAY = "t?[DOW]"
_WEEKDAY = "(?:A,?t?)"
_BITS = {
    "YR": _YEAR_TAIL,
    "QL": _QUALIFIED,
    "QW": "(?:t?(?:[OWDpn]|[Wpn]w)[XLUVJ]o)",
    "REL": _REL,
    "DAY": _DAY,
    "DM": rf"{_WEEKDAY}?(?:[pnc](?=[DO]o?M))?(?:t?[DO](?:\.(?=M\.?{_YEAR_TAIL}))?P?[-/]?o?t?|t?Wot?)M"
    rf"(?:\.?P?(?:[-/][Yu]|{_YEAR_TAIL}))?",
    "MD": rf"{_WEEKDAY}?(?:[pnc](?=M\.?P?,?t?[DO]))?M\.?P?[-/]?,?t?(?:[DO](?!o?M)|W)(?:P?(?:[-/][Yu]|{_YEAR_TAIL}))?",
    "YMD": r"Y[-/,.]?M[-/.]?t?[DO](?!\.?o?M)",
    "YM": r"Y,?[-/]?M(?![-/,.]*(?:[oi]?Y|[DO]))",
    "MY": rf"{_QUALIFIED}?(?:t?{_REL})?M(?:\.?P?(?:[-/]Y|{_YEAR_TAIL}))?",
    "SY": rf"{_QUALIFIED}?(?:t?{_REL}|t)?S(?:o?Y[-/](?:[DuN]|Y)(?![-/])|{_YEAR_TAIL})?|Y,?S",
    "QY": rf"{_QUALIFIED}?(?:t?[DOW]-?R(?:{_YEAR_TAIL})?|t?pR{_YEAR_TAIL}|Q(?:[-/]?{_YEAR_TAIL})?|H[-/]?{_YEAR_TAIL})"
    rf"|Y-?,?[QH]|Y,?t?[OW]R|t?[qDOWp]X{_YEAR_TAIL}",
    "DK": rf"{_DAY}[oi]?t?{_REL}K",
    "YY": rf"{_QUALIFIED}?(?:t?z?Eo?|t?z)?[Yy]",
}


_Builder = Callable[[Tokens, re.Match[str]], list[Expression]]


def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\{(\w+)\}", lambda found: f"(?:{_BITS[found[1]]})" if found[1] in _BITS else found[0], pattern))


@dataclass(frozen=True, slots=True)
class _Rule:
    """One form of date."""

    form: str
    pattern: re.Pattern[str]
    build: _Builder


class _Rules:
    """The rules for a class of token that a date can begin with, in order."""

    def __init__(self, rules: Sequence[_Rule]) -> None:
        self._rules = tuple(rules)
        # one look tells which of many patterns is the first that fits: an empty group behind each says so
        bare = (re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in rules)
        self._first = re.compile("|".join(f"(?:{pattern})()" for pattern in bare))

    def fitting(self, kinds: str, start: int) -> Iterator[tuple[_Rule, re.Match[str]]]:
        """Each rule that fits at a place, with what it fits."""
        first = self._first.match(kinds, start)
        for rule in self._rules[first.lastindex - 1 :] if first is not None and first.lastindex else ():
            if (match := rule.pattern.match(kinds, start)) is not None:
                yield rule, match


_FORMS: tuple[tuple[str, str, str, _Builder], ...] = (
    ("iso-range", "I", r"(?P<l>I)(?P<sep>-|>)(?P<r>I)", numbers.numbers_range),
    ("numeric-range", "F", r"(?P<l>F)(?P<sep>-|>)(?P<r>F)", numbers.numbers_range),
    ("range", "D", r"D\.?(?:-|>)F", numbers.days_of_numeric),
    ("range", "j", r"j-F", numbers.days_of_numeric),
    ("numeric", "j", r"j", numbers.of_an_entry),
    ("list", "tDO", r"t?[DO](?:,t?[DO]){1,9},?&t?[DO]o?t?M(?:{YR})?", forms.list_of_days),
    ("list", "M", r"M\.?t?[DO](?:,t?[DO]){1,9},?&t?[DO](?!\.?o?M)(?:{YR})?", forms.list_of_days),
    ("list", "DO", r"[DO](?:-|>)[DO](?:,[DO](?:-|>)[DO]){0,5}(?:,?&|,)[DO](?:-|>)t?[DO]o?t?M(?:{YR})?", forms.spans),
    ("range", "DO", r"[DO](?:-|>)[DO],?&t?[DO]o?t?M(?:{YR})?", forms.span_and_day),
    ("inner", "M", r"Mbt?[DO](?:-|>|&)t?[DO](?:{YR})?", forms.inner_range),
    ("day", "DO", r"[DO](?:-M-|/M/|\.M\.)[Du](?!-|/|o?M)", forms.single),
    ("range", "AtDOW", r"(?P<l>A?,?t?[DOW])o?(?P<sep>-|>|&|/)(?P<r>{DM}|{MD}|{DK})", forms.span),
    ("range", "AM", r"(?P<l>{MD})\.?(?P<sep>-|>)(?P<r>{MD}|{DM})", forms.span),
    ("range", "AM", r"(?P<l>{MD})(?P<sep>-|>|&)(?P<r>t?[DOW](?!\.?o?M)(?:{YR})?)", forms.right_day),
    (
        "range",
        "qltsprcnfADOWMY",
        r"(?P<l>{DM}|{MD}|{YMD}|{YM}|{MY})\.?(?P<sep>-|,?>|&)(?P<r>{DM}|{MD}|{YMD}|{YM}|{MY}|{YY})",
        forms.span,
    ),
    ("range", "qltEYy", r"(?P<l>{YY})(?P<sep>-|>|&)(?P<r>{DM}|{MD}|{YMD}|{YM}|{MY})", forms.span),
    ("range", "qltsprcnfDOWSQHY", r"(?P<l>{SY}|{QY})(?P<sep>-|>|&)(?P<r>{SY}|{QY}|{MY})", forms.span),
    ("day", "AtDOWMYpnc", r"{DM}|{YMD}|{MD}|{DK}", forms.single),
    ("day", "tL", r"(?P<skip>t?L[oqx])(?:{DM}|{YMD}|{MD})", relatives.week_of),
    ("iso", "I", r"I", numbers.iso),
    ("numeric", "F", r"F", numbers.numeric),
    ("day", "D", r"(?:D-)?D/D(?=\))", relatives.day_in_brackets),
    ("year-number", "qltY", r"{QL}?(?P<y>Y)[-/][DuN](?![-/])", numbers.year_number),
    ("month-number", "D", r"D[-/]Y(?![-/])", numbers.month_number),
    ("range", "qltEYy", r"(?P<l>{YY})(?P<sep>-|>|/|&)(?P<r>{YY})", forms.span),
    ("glued", "m", r"m(?:{YR})?", forms.glued_months),
    ("glued", "G", r"G", forms.glued_years),
    ("month-ordinal", "tOW", r"(?P<n>t?[OW])Ko(?:{YR}|Y)", numbers.month_ordinal),
    ("period", "tWOp", r"(?P<n>t?[WOp][wD])K(?:{YR}|oY)", numbers.first_months),
    ("day", "tOWp", r"(?P<n>t?[OWp])A[oi]{MY}", numbers.nth_weekday),
    ("month", "tOWDpn", r"(?P<skip>{QW})(?:{MY}|{YM})", forms.part_of_month),
    ("month", "qltsprcnfMY", r"{YM}|{MY}", forms.single),
    ("quarter", "qltDOWpQHY", r"{QY}", forms.single),
    ("season", "qltsprcnfSY", r"{SY}", forms.single),
    ("counted", "qwaD", r"q?(?P<n>[waD])(?P<u>[EKVLJ])[gl]", relatives.counted),
    ("counted", "waD", r"(?P<n>[waD])(?P<u>[EKLJ])x", relatives.after),
    ("counted", "waD", r"(?P<n>[waD])(?P<u>[LJ])B(?!,?t?[ADOWMYIFsnpcr])", relatives.before),
    ("stretch", "tpnf", r"t?(?P<r>[pnf])(?P<n>[wD])(?P<u>[EKL])", relatives.stretch),
    ("relative", "qltOWDpnsrcf", r"(?:{QL}|{QW}t?)?t?{REL}z?[EKVC]|t?{REL}R|{QL}E|{QW}tE|t?v?[fnrs]J", relatives.relative),
    ("relative", "tpcnf", r"t?[pcnf]L(?!o)", relatives.relative),
    ("relative", "ts", r"(?:t|s)sL", relatives.same_week),
    ("relative", "k", r"k", relatives.joined),
    ("relative", "taEKL", r"t?(?:E-q|a?[EKL]-[gl])", relatives.hyphened),
    ("relative", "t", r"t[EK][Br]", relatives.year_before),
    ("relative", "t", r"tJB", relatives.day_before),
    ("relative", "t", r"t(?P<u>[EKLJ])x", relatives.after),
    ("relative", "t", r"tL[Br]", relatives.week_before),
    ("century", "qltOW", r"(?P<l>{QL}?t?[OW])-?(?P<sep>-|>|&)(?P<r>{QL}?t?[OW])-?C(?!e)", numbers.centuries),
    ("century", "qltOW", r"{QL}?t?[OW]-?C(?!e)", numbers.century),
    ("decade", "qltT", r"{QL}?t?T", numbers.decade),
    ("bare-day", "t", r"tO", forms.single),
    ("year", "qltzEYy", r"{YY}", forms.single),
)
"""Form, the classes of token that it can begin with, its pattern, what it means; at one place the first that fits is taken."""


_CROWDED = 320
"""Places of one window where a date is tried; what has more of them in some pages is neither prose nor a calendar."""
_LONE = frozenset(("Mx", "MM", "M!"))
"""A month before a plain word, another month or the end of a sentence is alone."""


@cache
def _rules() -> tuple[re.Pattern[str], dict[str, _Rules]]:
    """Where a date can begin, and the rules for each class of token that it can begin with."""
    rules = [(begins, _Rule(form, _regex(pattern), build)) for form, begins, pattern, build in _FORMS]
    kinds = {kind for begins, _ in rules for kind in begins}
    # a word like "the" begins a date only if something of substance follows before the next plain word
    beginning = re.compile(r"[YyIFjTQHMSGmk]|E-[qgl]|D(?=(?:-D)?/D\))|[AtDOWwaElqsprcnfz](?=[^xP]{0,14}?[MYyTIFKEVCSRLJQHXGO])")
    by_kind = {kind: _Rules([rule for begins, rule in rules if kind in begins]) for kind in kinds}
    alone = _Rules([rule for begins, rule in rules if "M" in begins and rule.form == "month"])
    return beginning, by_kind | dict.fromkeys(_LONE, alone)


_SHORTER = frozenset(("day", "range", "list"))


def _accepted(rule: _Rule, tokens: Tokens, match: re.Match[str] | None) -> re.Match[str] | None:
    """The match of a rule, or a shorter one at its place, that the words around it let stand.

    A last number that counts what follows it is left out: in "On May 5, 2014 farmers came" the date is May 5.
    """
    start = match.start() if match else 0
    while match is not None and match.end() > start:
        if tokens.cross_a_stop(start, match.end()):
            match = rule.pattern.match(tokens.kinds, start, match.end() - 1)
            continue
        if not refused(rule.form, tokens, start, match.end()):
            return match
        if rule.form not in _SHORTER:
            return None
        match = rule.pattern.match(tokens.kinds, start, match.end() - 1)
    return None


def expressions(tokens: Tokens) -> Iterator[Expression]:
    """What one window says of dates, in order and apart from each other."""
    kinds, place, tried = tokens.kinds, 0, 0
    beginning, rules = _rules()
    while (found := beginning.search(kinds, place)) and tried < _CROWDED:
        start = found.start()
        place, tried = start + 1, tried + 1
        first = kinds[start : start + 2]
        for rule, fit in rules[first if first in _LONE else kinds[start]].fitting(kinds, start):
            if (match := _accepted(rule, tokens, fit)) is None:
                continue
            read = rule.build(tokens, match)
            if not read:
                continue
            role = role_of(rule.form, tokens, start, match.end())
            for expression in read:
                yield expression._replace(role=role) if role else expression
            place = match.end()
            break
