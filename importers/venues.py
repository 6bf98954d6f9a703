"""Where an event took place, whom it was for, and who took part: the countries of a milestone and their roles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from db.models import CountryRole, Reason, Role, Span
from importers.kinds import quotations
from importers.lexicon import data, trie_pattern, word_list
from importers.places import CountryMention, find_countries

_VENUE = re.compile(
    r"(?:\b(?:in|at|near|outside|across|throughout|within|to)\s+(?:the\s+)?"
    r"(?:[\w’'-]+\s+){0,2}?(?:(?:city|town|capital|village|region|province|district|port|island|republic)s?(?:\s+of|,)?\s+)?[\"“«']?|\()$",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|at|near|outside|across|throughout|within|visited|toured)\s+(?:the\s+)?[\"“«']?$|\($", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$")
_FROM_ALL = re.compile(r"\b(?:from|of)\s+(?:(?:all|the|two|three|four|five|six)\s+){0,3}$")
_PEOPLE_FROM = re.compile(
    r"\b(?:participants|representatives|delegations?|delegates|officers|officials|judges|prosecutors|experts|police|students|women|men"
    r"|youth|ministers|members|colleagues|counterparts|observers|journalists|practitioners|teams|people|customs|guards"
    r"|doctors|handlers)\b[\w ,]*$"
)
_TEACHERS = re.compile(
    r"\b(?:trainers|instructors|lecturers|facilitators|consultants|speakers|teachers)\s(?:\w+\s)?(?:came|were|arrived|invited)?\s?from\s[^.;]*$"
)
_BY_PEOPLE = re.compile(
    r"\b(?:taught|delivered|facilitated|led|conducted|given|run|trained|moderated|held)\s(?:\w+ly\s)?by\s[^,.;]{0,60}$"
)
"""Where those who teach come from has nothing to do with whom it is for."""
_BORDERS = re.compile(r"[\s-]*borders?\b")
_NAME_BEHIND = re.compile(r"\s(?!States?\b|Countries\b|Republics?\b|Region\b)[A-Z][a-z]{3,}")
"""A region's adjective before a capitalised noun is part of a name: "East African Court"."""
_NAME_BEFORE = re.compile(
    r"\b(?:Platform|Programme|Plan|Union|Community|Organi[sz]ation|Bank|Court|Commission|Network|Initiative)\s(?:of|for)\s(?:the\s)?$"
)
_WIDE = 8
"""A region of more countries is a part of the world; it stands for each of them only where it is counted out."""
_ALL_OF = re.compile(
    r"\b(?:all|each of|every)\s(?:of\s)?(?:the\s)?(?:\w+\s){0,2}$"
    r"|\b(?:\d{1,2}|nine|ten|eleven|twelve|[a-z]+teen)\s(?:\w+\s){0,2}$"
)
_REMOTE = re.compile(
    r"\b(?:virtual(?:ly)?|online|on-line|webinar|web-based|remotely|video[- ]?conferenc\w+|via (?:zoom|teams|video|webex|skype))\b",
    re.IGNORECASE,
)
"""What takes place so has no place, though it may be for somebody."""
_ACRONYM = re.compile(r"[A-Z]{2,6}\b")
"""A region by an acronym is an organisation: "the ASEAN member states"."""
_LIST_GLUE = re.compile(r"[\s,/&)(]*(?:(?:and|as well as|or|the|republic|of|from)[\s,]*)*", re.IGNORECASE)
_STOP = re.compile(r"[.!?][\"”]?\s")
_HOSTED = re.compile(r"\bhosted by (?:the )?(?:(?:Government|Ministry|Parliament|Presidency) of )?(?:the )?(?:Republic of )?$")
_MOST_PLACES = 2
"""More countries than this behind one `in` are a list, not a venue."""
_LIST = 3
_CUE_REACH = 140
_NEAR = 2_500
"""Characters that are more than any name or sentence has."""
_ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class Involved:
    """The place of an event, the countries it has to do with, and why."""

    place: str
    countries: tuple[CountryRole, ...]
    reasons: tuple[Reason, ...]

    @property
    def locations(self) -> tuple[str, ...]:
        """Codes of the countries where it took place."""
        return tuple(country.code for country in self.countries if country.role is Role.LOCATION)


@cache
def _cue(name: str) -> re.Pattern[str]:
    return word_list(data("countries")[name])


@cache
def _title_before() -> re.Pattern[str]:
    words = trie_pattern(data("countries")["titles"])
    return re.compile(rf"(?<!\w)(?:{words})(?:\s+the)?(?:\s+(?:government|republic|kingdom|state)\s+of)?(?:\s+the)?\s*$")


@cache
def _title_after() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s?)?\s+(?:{trie_pattern(data('countries')['titles_after'])})(?!\w)")


def told_countries(text: str, start: int, end: int, silent: Sequence[Span]) -> list[CountryMention]:
    """The mentions of countries in `text[start:end]` that may have to do with an event.

    Left out are those in the name of an office, a person's title or a nationality, in a quoted title, and those within `silent`:
    the names of donors and of currencies, in order.
    """
    closed = sorted((*_near(silent, start, end), *quotations(text, start, end)))
    lefts, reach = [left for left, _ in closed], list(accumulate((right for _, right in closed), max))
    found = []
    for mention in find_countries(text[start:end]):
        first, last = mention.start + start, mention.end + start
        before_it = bisect_left(lefts, last)
        if before_it and first < reach[before_it - 1]:
            continue
        if mention.form == "region" and (
            (len(mention.codes) > _WIDE and not _ALL_OF.search(text[max(start, first - 40) : first]))
            or _ACRONYM.match(mention.text)
            or _NAME_BEHIND.match(text, last)
            or _NAME_BEFORE.search(text[max(start, first - 40) : first])
        ):
            continue
        before = text[max(start, first - 60) : first].lower()
        if mention.form not in ("city", "point") and _title_before().search(before):
            continue
        if _FROM.search(before) and (mention.form == "city" or (mention.form == "name" and not _PEOPLE_FROM.search(before))):
            continue
        if mention.form != "city" and (
            _BY_PEOPLE.search(before) or _TEACHERS.search(text[max(start, first - 100) : first].lower())
        ):
            continue
        if mention.form in ("demonym", "name") and _title_after().match(text[last : last + 40].lower()):
            continue
        found.append(CountryMention(first, last, mention.text, mention.codes, mention.form))
    return found


def _near(silent: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of the ascending spans that may reach into `start` to `end`."""
    return silent[bisect_left(silent, (start - _NEAR, 0)) : bisect_left(silent, (end, 0))]


def runs(text: str, mentions: Sequence[CountryMention]) -> list[list[CountryMention]]:
    """Mentions that stand in one list, apart only by commas and `and`."""
    found: list[list[CountryMention]] = []
    for mention in mentions:
        if found and _LIST_GLUE.fullmatch(text, found[-1][-1].end, mention.start):
            found[-1].append(mention)
        else:
            found.append([mention])
    return found


def venue(text: str, start: int, mentions: Sequence[CountryMention]) -> list[CountryMention]:
    """The mentions that say where: behind `in`, `at`, `near` or in brackets; a city with its country is one place."""
    wide: list[CountryMention] = []
    for run in runs(text, mentions):
        lead = text[max(start, run[0].start - 60) : run[0].start]
        if not (_IN.search(lead) or (run[0].form in ("city", "point") and _VENUE.search(lead))):
            continue
        if run[0].form == "region":
            wide = wide or run
            continue
        if len({code for mention in run for code in mention.codes}) <= _MOST_PLACES or run[0].form in ("city", "point"):
            return run
    return wide or _host(text, start, mentions)


def _host(text: str, start: int, mentions: Sequence[CountryMention]) -> list[CountryMention]:
    """The country whose government was the host."""
    return next(([m] for m in mentions if m.form == "name" and _HOSTED.search(text, max(start, m.start - 60), m.start)), [])


def involved(
    text: str, own: Span, unit: Span, heading: str, country: str, silent: Sequence[Span], *, main: bool,
    fallback: Involved | None = None, share: tuple[int, int] | None = None, others: Sequence[Span] = (),
) -> Involved:  # fmt: skip
    """The countries of the event that `text[own]` tells, in the unit of a story.

    `others` are the sentences that tell of another time: what took place there took place elsewhere.

    `country` is the one under whose heading it stands, `fallback` the main milestone's for one told in passing, `share` which of
    how many dates that stand in one list ("in Termez and Osh on 3 and 5 May respectively") is its own.
    """
    reasons: list[Reason] = []
    roles: dict[str, Role] = {}
    here = told_countries(text, *own, silent)
    whole = told_countries(text, *unit, silent) if main else here
    title = heading.title() if heading.isupper() else heading
    titled = told_countries(title, 0, len(title), ())
    remote = _REMOTE.search(text, *own) is not None or _REMOTE.search(heading) is not None
    spot, rule = _spot(text, own, here, [] if remote else _outside(whole, others), unit, main=main)
    if share is not None and len(spot) == share[1]:
        here = [mention for mention in here if mention not in spot]
        whole = [mention for mention in whole if mention not in spot]
        spot = [spot[share[0]]]
    if country and (not spot or country not in spot[0].codes):
        spot = []
        roles[country] = Role.LOCATION
        reasons.append(Reason("countries", "country-heading", heading))
    elif spot:
        reasons.append(Reason("countries", rule, text[spot[0].start : spot[-1].end]))
        _give(roles, (code for mention in spot for code in mention.codes), Role.LOCATION)
    elif fallback is not None and not here:
        _give(roles, fallback.locations, Role.LOCATION)
        reasons.append(Reason("countries", "as-the-article", ""))
    elif names := [
        m
        for m in (*here, *titled, *_single(text, whole))
        if m.form != "region" and not _FROM.search(text, max(0, m.start - 12), m.start)
    ] or [*here, *titled]:
        chosen = _dominant(names, titled, here)
        _give(roles, chosen.codes, Role.BENEFICIARY if remote else Role.LOCATION)
        reasons.append(Reason("countries", "country-named", chosen.text))
    if main:
        _listed(text, unit, whole, silent, roles, reasons)
    for mention in (*titled, *here):
        _give(roles, mention.codes, Role.BENEFICIARY)
    if main and share is None:
        _spoken_of(whole, roles, reasons)
    return Involved(_place(spot), ordered(roles), tuple(reasons))


def _outside(mentions: Sequence[CountryMention], closed: Sequence[Span]) -> list[CountryMention]:
    """Those that stand in none of the spans."""
    return [mention for mention in mentions if not any(start <= mention.start < end for start, end in closed)]


def _single(text: str, mentions: Sequence[CountryMention]) -> list[CountryMention]:
    """Those that stand in no list of three countries or more, which names no one of them above the others."""
    return [mention for run in runs(text, mentions) if len(run) < _LIST for mention in run]


def _spoken_of(whole: Sequence[CountryMention], roles: dict[str, Role], reasons: list[Reason]) -> None:
    """The country that a story speaks of most, where it is not that in which the event took place."""
    votes = Counter(mention.codes[0] for mention in whole if len(mention.codes) == 1)
    if votes:
        code, count = max(votes.items(), key=lambda item: item[1])
        if count >= 2 and code not in roles:
            roles[code] = Role.BENEFICIARY
            reasons.append(Reason("countries", "country-spoken-of", code))


def _spot(
    text: str, own: Span, here: Sequence[CountryMention], whole: Sequence[CountryMention], unit: Span, *, main: bool
) -> tuple[list[CountryMention], str]:
    if found := venue(text, own[0], here):
        return found, "venue-in-sentence"
    if main:
        elsewhere = [mention for mention in whole if mention.form in ("city", "point")]
        if found := venue(text, unit[0], elsewhere):
            return found, "venue-in-article"
    return [], ""


def _dominant(names: Sequence[CountryMention], titled: Sequence[CountryMention], here: Sequence[CountryMention]) -> CountryMention:
    """The mention whose country is named most often; the heading and the sentence itself count more."""
    votes: Counter[str] = Counter()
    for mention in names:
        votes[mention.codes[0]] += 1
    for mention in (*titled, *here):
        votes[mention.codes[0]] += 3
    return max(names, key=lambda mention: (votes[mention.codes[0]], mention.form != "region"))


def _listed(
    text: str, unit: Span, whole: Sequence[CountryMention], silent: Sequence[Span], roles: dict[str, Role], reasons: list[Reason]
) -> None:
    """Countries in lists: three or more, or those that a word for taking part stands before or behind."""
    for run in runs(text, whole):
        codes = list(dict.fromkeys(code for mention in run for code in mention.codes))
        before = text[max(unit[0], run[0].start - _CUE_REACH) : run[0].start].lower()
        before = _STOP.split(before)[-1]
        behind = text[run[-1].end : run[-1].end + 40].lower()
        if _BORDERS.match(behind) or len(codes) < 2:
            continue
        if len(run) == 1 and run[0].form == "region" and _cue("participants").search(before) and _FROM_ALL.search(before):
            _give(roles, codes, Role.PARTICIPANT)
            continue
        part = _cue("participants").search(before) is not None or _cue("participants_after").match(behind.lstrip(" )"))
        if len(run) < _LIST and not (part and (len(run) > 1 or _cue("participants").search(before[-30:]))):
            continue
        inside = _IN.search(text[max(0, run[0].start - 12) : run[0].start]) is not None
        if (
            inside
            and not part
            and any(
                not _STOP.search(text, *sorted((left, run[0].start)))
                for left, _ in _near(silent, run[0].start, run[0].start + _NEAR)
            )
        ):
            continue
        _give(roles, codes, Role.PARTICIPANT if part else Role.BENEFICIARY)
        reasons.append(Reason("countries", "participants-listed" if part else "countries-listed", text[run[0].start : run[-1].end]))


def _give(roles: dict[str, Role], codes: Iterable[str], role: Role) -> None:
    for code in codes:
        roles.setdefault(code, role)


def ordered(roles: dict[str, Role]) -> tuple[CountryRole, ...]:
    """Countries by role, the strongest first, then by code."""
    return tuple(CountryRole(code, role) for code, role in sorted(roles.items(), key=lambda item: (_ROLES.index(item[1]), item[0])))


def _place(spot: Sequence[CountryMention]) -> str:
    towns = [mention.text for mention in spot if mention.form in ("city", "point")]
    return ", ".join(dict.fromkeys(towns or [mention.text for mention in spot]))
