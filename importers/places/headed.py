"""What headings say of countries, and words that name two where an event is in one: "on the Peru-Chile border"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence, Set
from itertools import pairwise

from importers.places.finding import CountryMention, runs
from importers.places.mentions import told_countries

_PAIR = 2


def beside_each_other(title: str, titled: Sequence[CountryMention]) -> tuple[str, ...]:
    """The countries whose names, or those of their towns, are all that a heading says or begins with: "PERU AND KENYA"."""
    run = next(iter(runs(title, titled)), [])
    codes = tuple(dict.fromkeys(code for one in run for code in one.codes))
    if len(codes) < _PAIR or run[0].form == "region":
        return ()
    first, last = _AT_HEAD.fullmatch(title, 0, run[0].start), _AT_END.match(title, run[-1].end)
    return codes if first is not None and last is not None else ()


_AT_HEAD, _AT_END = re.compile(r"(?:In )?(?:the )?"), re.compile(r"\W*$|:\s")


def labelled(title: str, titled: Sequence[CountryMention]) -> list[CountryMention]:
    """The countries that a heading names in front of what it tells: "BENIN – NIGERIA: OPERATION ..."."""
    found = _IN_FRONT.match(title)
    names = [mention for mention in titled if found is not None and mention.end <= found.end("names") and mention.form == "name"]
    return names if found is not None and names and names[0].start == 0 and names[-1].end == found.end("names") else []


def country_label(heading: str) -> str:
    """What of a heading names countries in front of what it tells, for all that stands below it: "BENIN – NIGERIA: "."""
    title = heading.title() if heading.isupper() else heading
    named = labelled(title, told_countries(title, ())) if ": " in title else []
    return f"{title[: named[-1].end]}: " if named else ""


_IN_FRONT = re.compile(r"(?P<names>[A-Z][\w’' -]{2,30}?(?:\s?(?:[–—/,&-]|and)\s?[A-Z][\w’' -]{2,30}?){0,3}):\s")


def is_of_one(told: str, here: Sequence[CountryMention], codes: Collection[str], located: Collection[str]) -> bool:
    """Whether what is `told` of an event, which was in one of several countries, speaks of no other of them, nor of all."""
    others = set(codes) - set(located)
    alone = len(located) == 1 and others < set(codes) and not any(others & set(one.codes) for one in here)
    return alone and _OF_ALL.search(told) is None


_OF_ALL = re.compile(
    r"\b(?:[Bb]oth|(?:[Tt]he|[Tt]heir)\s(?:two|neighbou?rs?|counterparts?|colleagues)|each\sother|jointly|together|bilateral|between"
    r"|cross-border)\b"
)
"""What is said of those that a heading names together."""


def across(text: str, here: Sequence[CountryMention], told: str, located: Collection[str]) -> list[CountryMention]:
    """Those named only because a place lies on their border: "a customs post on the Peru-Chile border", not where both meet."""
    if len(located) != 1 or _OF_SIDES.search(told) is not None:
        return []
    found = []
    for one, other in pairwise(here):
        between = text[one.end : other.start]
        named = _BORDER.match(text, other.end) if between == "-" else _BORDER_OF.search(text, max(0, one.start - _REACH), one.start)
        if named is not None and (between == "-" or _WITH.fullmatch(between)):
            pair = [mention for mention in (one, other) if not set(mention.codes) & set(located)]
            found += pair if len(pair) == 1 else []
    return found


_REACH = 24
_BORDER, _BORDER_OF = re.compile(r"\s(?:state\s)?border\b"), re.compile(r"\bborder\s(?:of|between)\s(?:the\s)?\Z")
_WITH = re.compile(r"\s(?:with|and)\s(?:the\s)?")
_OF_SIDES = re.compile(
    r"\b(?:liaison|BLOs?|both|joint(?:ly)?|together|the two|between|counterparts?|neighbou?rs?)\b", re.IGNORECASE
)
"""What is said of those who work on both sides of a border."""


def facing(text: str, here: Sequence[CountryMention], named: Sequence[CountryMention], located: Set[str]) -> Set[str]:
    """The country that a place on one side of a border faces: "on the Peruvian side ... its twin on the Chilean side"."""
    if len(located) != 1 or not any(located == {*one.codes} and _is_side(text, one) for one in here):
        return set()
    others = {code for one in named if _is_side(text, one) for code in one.codes}
    for one, other in pairwise(named):
        if text[one.end : other.start] == "-" and _BORDER.match(text, other.end):
            others |= {*one.codes, *other.codes} if located & {*one.codes, *other.codes} else set()
    others -= located
    return others if len(others) == 1 else set()


def _is_side(text: str, mention: CountryMention) -> bool:
    """Whether a nation is named as that of one side of a border: "on the Chilean side"."""
    return mention.form == "demonym" and text.startswith(" side", mention.end) and text.endswith("on the ", 0, mention.start)
