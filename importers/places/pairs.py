"""Which of several places in a sentence belongs to which of its dates: "on 3 May in Osh, 5 May in Termez"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from db.models import Span
from importers.places.finding import CountryMention, runs

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
    return Placed(list(spot), [one for run in places if run is not spot for one in run]) if spot else None


def paired(places: Sequence[Sequence[CountryMention]], dates: Sequence[Span], at: int) -> Sequence[CountryMention]:
    """The places that belong to the date that begins at an offset, where each of a sentence's ascending `dates` has its own.

    `places` are the places in order, those that stand in one list together. Empty where not all dates have places behind or
    before them.
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
    if None in side or len(set(side)) < len(dates):
        return ()
    return places[side[mine] or 0]


_FEWEST = 2
