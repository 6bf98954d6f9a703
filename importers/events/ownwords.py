"""Which parts of a story tell of an event: its own words, the sentence of its date, and those that tell of others."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from itertools import takewhile

from db.models import Kind, Level, Span
from db.when import When
from importers.events.event import Event
from importers.events.kinds import GATHERED, score_kinds
from importers.events.telling import Told
from importers.places.attending import tells_who_came, tells_who_watched
from importers.places.finding import CountryMention, find_countries
from importers.places.pairs import Placed, in_its_clause, placed, went_on_to

_LABEL = 40
"""An entry whose first sentence is shorter begins with a place and a day alone: "Odesa, 5-7 June."."""


def own_words(sentences: Sequence[Told], event: Event, *, alone: bool) -> Span:
    """Where the words stand that tell an event; in an entry that tells no other they begin with the place before them."""
    if not alone or not event.unit.entry:
        return _with_place(sentences, event), _end_of_aside(event) or _with_guests(sentences, event)
    end = event.sentence.end
    if event.unit.terse:
        end = event.unit.end
    elif end - event.unit.start < _LABEL:
        behind = bisect_left(sentences, end, key=lambda told: told.start)
        end = min(sentences[behind].end, event.unit.end) if behind < len(sentences) else end
    return event.unit.start, end


def _with_place(sentences: Sequence[Told], event: Event) -> int:
    """Where an event's words begin, the name of the place before them with them: "Osh. A caravan left the square"."""
    before = bisect_left(sentences, event.sentence.start, key=lambda told: told.start) - 1
    if before < 0 or event.start != event.sentence.start or sentences[before].paragraph != event.sentence.paragraph:
        return event.start
    label = sentences[before]
    named = find_countries(label.text)[:1] if label.first and label.end - label.start < _LABEL else []
    alone = bool(named) and named[0].start == 0 and not any(map(str.isalpha, label.text[named[0].end :]))
    return label.start if alone else event.start


def _end_of_aside(event: Event) -> int:
    """Where the clause ends in which alone an event is told beside another: "The Board, which met in May 2017, plans a fair"."""
    at = event.dated_at - event.sentence.start
    if (
        event.level is Level.MAIN
        or not event.date_text
        or not 0 <= at < len(event.sentence.text)
        or event.end != event.sentence.end
    ):
        return 0
    told = next((one for one in _ASIDE.finditer(event.sentence.text) if one.start() < at < one.end()), None)
    return event.sentence.start + told.end() if told is not None else 0


_ASIDE = re.compile(r",\s(?:which|who|whose)\s[^,;:]{5,140},(?=\s[a-z]+(?:s|ed|d|t|ve|ll|w)\b)")


def _with_guests(sentences: Sequence[Told], event: Event) -> int:
    """Where an event's words end, with the sentence behind them that only says who took part, or soon after who looked on."""
    behind = bisect_left(sentences, event.sentence.end, key=lambda told: told.start)
    if behind == len(sentences) or event.end != event.sentence.end:
        return event.end
    guests = sentences[behind]
    soon = sentences[behind : behind + _SOON]
    soon = list(takewhile(lambda told: not told.dates and told.end <= event.unit.end and len(told.text) <= _LONG, soon))
    for place, told in enumerate(soon):
        if tells_who_watched(told.text) and _has_guests(event.kind, told):
            if not any(find_countries(before.text) for before in soon[:place]):
                return told.end
            break
    same = not guests.dates and guests.paragraph == event.sentence.paragraph
    return guests.end if same and tells_who_came(guests.text) and _has_guests(event.kind, guests) else event.end


_SOON, _LONG = 4, 600
"""Sentences behind an event's, of no more characters, in which those who looked on are told; a country named before ends them."""


def _has_guests(kind: Kind | None, guests: Told) -> bool:
    """Whether people come to events of a kind, and a sentence on who came names no other: "Togo attended the signing"."""
    if kind not in _ATTENDED:
        return False
    came = _CAME_TO.search(guests.text)
    to = score_kinds(came[1]).best if came is not None else None
    return to is None or to is kind


_ATTENDED = frozenset(
    (*GATHERED, Kind.REVIEW, Kind.VISIT, Kind.OPENING, Kind.CAMPAIGN, Kind.LAUNCH, Kind.AGREEMENT, Kind.OPERATION)
)
_CAME_TO = re.compile(r"\b(?:attended|took part in|participated in|witnessed|joined)\s(?:the|this|its)\s((?:[\w-]+\s?){1,4})")


def dated_in(sentences: Sequence[Told], event: Event) -> Span | None:
    """The sentence that states the date of a main milestone which its own sentence does not state."""
    if event.level is not Level.MAIN or not event.date_text or event.sentence.start <= event.dated_at < event.sentence.end:
        return None
    told = sentences[max(0, bisect_right(sentences, event.dated_at, key=lambda told: told.start) - 1)]
    return told.start, told.end


def placed_apart(text: str, named: Sequence[CountryMention], event: Event) -> Placed | None:
    """Where an event was whose sentence tells a place for each of its dates, or which is told in a clause on one of them.

    Where a sentence names no place, it was where the one before it in its paragraph says that a traveller went on to.
    """
    if not event.date_text or not event.sentence.start <= event.dated_at < event.sentence.end:
        return None
    first, last = (bisect_left(named, at, key=lambda one: one.start) for at in (event.sentence.start, event.sentence.end))
    said = named[first:last]
    if not said:
        before = text.rfind("\n\n", 0, event.sentence.start) + 1
        return went_on_to(text, named[:first], max(before, event.sentence.start - _JUST_BEFORE), event.sentence.start)
    if len(event.sentence.dates) > 1 and (
        found := placed(text, said, [(one.start, one.end) for one in event.sentence.dates], event.dated_at)
    ):
        return found
    return in_its_clause(text, said, event.dated_at) if event.level is Level.MENTIONED else None


_JUST_BEFORE = 120
"""Characters before a sentence in which a traveller's next stop is told."""


def of_others(sentences: Sequence[Told], event: Event, taken: Set[int]) -> list[Span]:
    """The sentences of a main milestone's unit that tell of another time, by their dates or going on, or of another main one.

    `taken` are the starts of the sentences that tell a main one.
    """
    if event.level is not Level.MAIN:
        return []
    first = bisect_left(sentences, event.unit.start, key=lambda told: told.start)
    last = bisect_left(sentences, event.unit.end, key=lambda told: told.start)
    closed: list[Span] = []
    told_apart = last_apart = aside = False
    for told in sentences[first:last]:
        apart = told.start in taken or (
            told.dates
            and not any(dated.when.overlaps(event.when) for dated in told.dates)
            and _DELEGATIONS.match(told.text, 0, told.dates[0].start - told.start) is None
        )
        watched = last_apart and not told.dates and tells_who_watched(told.text)
        back = aside and not told.dates and tells_who_came(told.text)
        goes_on = told_apart and not told.dates and not told.first and not back
        told_apart = bool(apart or watched or goes_on) and told is not event.sentence
        if told.dates or told is event.sentence:
            aside = told_apart and _BEFORE_THAT.search(told.text) is not None
            last_apart = told_apart and not told.planned and not aside
        if told_apart:
            closed.append((told.start, told.end))
        # nobody came yet to what is later
        told_apart = told_apart and not any(_is_later(dated.when, event.when) for dated in told.dates)
    return closed


_BEFORE_THAT = re.compile(r"\bhad\s(?:(?:already|also|first|last|only)\s)?(?:been|met|held|begun|taken|set|\w+ed)\b")
"""What tells of what was before, from which a story comes back: "It had been founded in 2018. Togo attended"."""
_DELEGATIONS = re.compile(
    r"(?:The\s)?(?:[Nn]ational\s)?(?:[Dd]elegations|[Dd]elegates|[Pp]articipants|[Rr]epresentatives|[Cc]o-?ordinators|[Mm]inisters"
    r"|[Hh]eads|[Ee]xperts|[Oo]fficials|[Oo]fficers|[Jj]udges|[Pp]rosecutors)\s(?:of|from)\s[^.;:]{20,400}?"
    r"(?:,\s(?:\w{2,}ed|which|who)|\s(?:took\sstock|reviewed|discussed|welcomed|considered|assessed|praised|examined|noted"
    r"|heard|learnt|agreed|talked|compared))\s"
    r"|[A-ZÀ-Þ][^.;:]{3,120}?\sand\s(?:the\s)?[A-ZÀ-Þ][\w’' -]{2,30}\s(?:confirmed|announced|declared"
    r"|pledged|promised|offered)\s(?:that|to|their)\s"
)
"""How a sentence begins that says who came, and aside what was at another time: "Delegates of ... praised the law, adopted in".
Or what they will do at another time: "Peru and Chile confirmed that they will build it in"."""


def _is_later(one: When, other: When) -> bool:
    return one.start is not None and other.start is not None and one.start > other.start
