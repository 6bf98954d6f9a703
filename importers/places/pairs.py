"""Which place in or before a sentence belongs to which of its dates: "on 3 May in Osh, 5 May in Termez"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from db.models import Span
from importers.places.finding import CountryMention, runs
from importers.sentences import SAID

_SPOTS = frozenset(("city", "point", "name"))


class Placed(NamedTuple):
    """Where one of several events of a sentence was."""

    spot: list[CountryMention]
    elsewhere: list[CountryMention]
    """Where the others were."""


def placed(text: str, mentions: Sequence[CountryMention], dates: Sequence[Span], at: int) -> Placed | None:
    """Where the event was whose date begins at an offset, by the `mentions` and the ascending `dates` of its sentence.

    None where not each date has a place of its own.
    """
    places = runs(text, [one for one in mentions if one.form in _SPOTS])
    spot = paired(places, dates, at) if places else ()
    if not spot:
        return None
    # what stands before all of them is of each: "officers of Peru learned it in Lomé (3-5 May) and in Accra (8-9 May)"
    first = min(run[0].start for start, _ in dates if (run := paired(places, dates, start)))
    return Placed(list(spot), [one for run in places if run is not spot and run[0].start >= first for one in run])


def paired(places: Sequence[Sequence[CountryMention]], dates: Sequence[Span], at: int) -> Sequence[CountryMention]:
    """The places that belong to the date that begins at an offset, where each of a sentence's ascending `dates` has its own.

    `places` are the places in order, those that stand in one list together. Empty where not all dates have places behind or
    before them, or one town each on either side: "It met in Osh in May and on 6 June in Riga".
    """
    mine = next((index for index, (start, _) in enumerate(dates) if start == at), None)
    if mine is None or len(dates) < _FEWEST or len(places) < len(dates):
        return ()
    starts = [run[0].start for run in places]
    ends = [run[-1].end for run in places]
    before, behind = [], []
    for index, (start, end) in enumerate(dates):
        last = bisect_right(ends, start) - 1
        before.append(last if last >= 0 and (index == 0 or starts[last] >= dates[index - 1][1]) else None)
        first = bisect_left(starts, end)
        behind.append(first if first < len(places) and (index + 1 == len(dates) or ends[first] <= dates[index + 1][0]) else None)
    side = before if starts[0] < dates[0][0] else behind
    if None not in side and len(set(side)) == len(dates):
        return places[side[mine] or 0]
    pairs = [(min(left, start), max(right, end)) for left, right, (start, end) in zip(starts, ends, dates, strict=False)]
    towns = len(places) == len(dates) and all(run[0].form != "name" for run in places)
    return places[mine] if towns and all(one[1] <= other[0] for one, other in pairwise(pairs)) else ()


_FEWEST = 2


def in_its_clause(text: str, mentions: Sequence[CountryMention], at: int) -> Placed | None:
    """Where that was which a country's own clause tells, with a date that begins at an offset; `mentions` are its sentence's.

    "Officials of Togo, where such a law was passed in 2008", "Togo reported that a register had been set up in May".
    """
    for place, one in enumerate(mentions):
        if one.end > at or one.form not in _SPOTS:
            continue
        nothing_else = place + 1 == len(mentions) or mentions[place + 1].start > at
        if nothing_else and any(clause.fullmatch(text, one.end, at) is not None for clause in _ITS_CLAUSE):
            return Placed([one], [other for other in mentions if other is not one])
    return None


_ITS_CLAUSE = (
    re.compile(r",\s(?:where|which|whose)\s[^,;:.]{0,120}"),
    re.compile(rf"\s(?:has\s|also\s|had\s)?{SAID}\sthat\s[^;:.]{{0,120}}"),
)


def went_on_to(text: str, mentions: Sequence[CountryMention], start: int, end: int) -> Placed | None:
    """Where a traveller went on to in `text[start:end]`, and so was in what is told behind it: "He proceeded to Togo"."""
    for one in reversed(mentions):
        if start <= one.start and one.end <= end and one.form in _SPOTS and _ON_TO.search(text, start, one.start) is not None:
            return Placed([one], [])
    return None


_ON_TO = re.compile(
    r"\b(?:(?:proceeded|continued|travell?ed|flew|moved|headed|went|drove|carried)\s(?:on\s|further\s)?to\s"
    r"|(?:[Hh]is|[Hh]er|[Tt]heir)\s(?:next|second|last)\sstop\swas\s)(?:the\s)?$"
)
