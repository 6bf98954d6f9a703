"""The country of a newsletter that is about one country: what it tells without naming a place took place there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from db.models import CountryRole, Kind, Level, Milestone, Reason, Role
from importers.lexicon import MISSION
from importers.places.finding import find_countries, runs
from importers.places.unaided import only_gives
from importers.places.venues import Where

_LINE = 160
"""A longer line of a masthead is text."""
_ENOUGH = 3
"""With so many placed milestones their countries have a say."""
_MOSTLY = 0.5
"""The share of the placed milestones that lies in the country that the masthead names."""

_GATHERINGS = frozenset({Kind.VISIT, Kind.MEETING, Kind.TRAINING})
"""Guests come to these; to others the name of a nation says who did the work."""


def home_of(top: Iterable[str], milestones: Sequence[Milestone]) -> str:
    """The ISO code of the one country that the lines `top` of the masthead name and most placed milestones lie in.

    Empty where there is none. The country whose mission to another one publishes it is not the one that it is about.
    """
    lines = [line for line in top if len(line) <= _LINE]
    named = [mention for line in lines for mention in find_countries(line)]
    codes = {code for mention in named if mention.form != "region" for code in mention.codes}
    # a region that it lies in is what else it tells of: "in Peru and in the Andes"
    if any(codes.isdisjoint(mention.codes) for mention in named):
        return ""
    told = codes - {code for line in lines for code in _senders(line)}
    if len(told) > 1:
        # one of two partners: "JAPAN - SRI LANKA PARTNERSHIP NEWS"
        told -= {mention.codes[0] for mention in named if only_gives(mention)}
    if len(told) != 1:
        return ""
    (code,) = told
    placed = [milestone for milestone in milestones if milestone.countries]
    there = sum(any(country.code == code for country in milestone.countries) for milestone in placed)
    return code if len(placed) >= _ENOUGH and there >= _MOSTLY * len(placed) else ""


def _senders(line: str) -> set[str]:
    """The countries whose missions a line names: "Embassy of Peru in Nepal", "Royal Danish Embassy, Lusaka"."""
    return {
        one.codes[0]
        for one in find_countries(line)
        if one.form in ("name", "demonym")
        and (
            _MISSION_OF.search(line, max(0, one.start - _LINE), one.start)
            or _EMBASSY.match(line, one.end)
            or ((one.form == "demonym" or "." in one.text) and _OFFICE.match(line, one.end))
        )
    }


_MISSION_OF = re.compile(
    rf"\b(?:(?:{MISSION}|Mission)\sof|High\sCommission\sfor)"
    r"\s(?:the\s)?(?:(?:Government|(?:Federal\s)?Republic|Kingdom|State|Federation)\sof\s)?(?:the\s)?$",
    re.IGNORECASE,
)
"""Before the country that sends a mission."""
_EMBASSY = re.compile(r"\s(?:Embassy|High\sCommission|Consulate)\b", re.IGNORECASE)
"""Behind it; but "IOM Ukraine Mission" is in Ukraine."""
_OFFICE = re.compile(
    r"\s(?:(?:Development|Technical|Economic|International|Permanent|Federal)\s){0,2}"
    r"(?:Mission|Representation|Delegation|Co-?operation|Agency|Aid|Liaison\sOffice)\b",
    re.IGNORECASE,
)
"""Behind its people: "Swiss Cooperation Office"."""


def is_named(top: Sequence[str], code: str) -> bool:
    """Whether the masthead names the country itself, alone, and not only the town that the office is in, unless a mission's."""
    lines = [line[:_LINE] for line in top]
    if any(one.form == "region" for line in lines for one in find_countries(line)):
        return False
    forms = ("name", "demonym", "city") if any(map(_senders, lines)) else ("name", "demonym")
    return any(
        one.codes == (code,) and one.form in forms and not _AND_MORE.match(line, one.end)
        for line in lines
        for one in find_countries(line)
    )


_AND_MORE = re.compile(r"\s(?:and|&)\s(?:the\s)?(?:[A-ZÀ-Þ]|region|neighbo|sub-?region|wider)")
"""Behind a country that a newsletter is about, what else it is about: "Papua New Guinea and the Pacific"."""


def at_home(milestones: Sequence[Milestone], code: str, *, named: bool = True) -> list[Milestone]:
    """The milestones, those that are told to be nowhere placed in the newsletter's own country, where its guests came to.

    What a newsletter that is `named` for its country tells of one other country alone it tells because its own people went there.
    """
    unsure = {_lead(one) for one in milestones if one.level is Level.MAIN and (_is_only_near(one, code) or _are_guests(one))}
    made = []
    for one in milestones:
        borrowed = _how(one) == Where.AS_ARTICLE and _lead(one) in unsure
        if _is_only_near(one, code) or borrowed:
            made.append(_brought_home(one, code))
        elif _is_nowhere(one, code):
            made.append(_placed(one, code))
        else:
            made.append(_abroad(one, code) if named and _is_abroad(one, code) else one)
    return made


def _lead(milestone: Milestone) -> tuple[int, tuple[str, ...]]:
    """The story of a milestone, and where it was."""
    article = milestone.evidence.article if milestone.evidence is not None else -1
    return article or 0, tuple(one.code for one in milestone.countries if one.role is Role.LOCATION)


def _how(milestone: Milestone) -> str:
    return next((reason.rule for reason in milestone.reasons if reason.field == "countries"), "")


def _is_only_near(milestone: Milestone, code: str) -> bool:
    """Whether it is placed elsewhere for no more than a name in the rest of its story, or for a country that no programme is for.

    "The hotline works from eight to eight. Most callers ask about jobs in Poland."
    """
    if milestone.evidence is None or any(one.code == code and one.role is Role.LOCATION for one in milestone.countries):
        return False
    why = next((reason for reason in milestone.reasons if reason.field == "countries"), None)
    if why is None or not why.text or _set_out(milestone):
        return False
    if why.rule == Where.NAMED:
        return why.text not in milestone.evidence.quote or any(map(only_gives, find_countries(why.text)))
    return why.rule == Where.IN_ARTICLE


def _set_out(milestone: Milestone) -> bool:
    """Whether its own words say that somebody went where it is placed: "Ten judges left for Denmark"."""
    quote = milestone.evidence.quote if milestone.evidence is not None else ""
    there = {one.code for one in milestone.countries if one.role is Role.LOCATION}
    return any(there.issuperset(one.codes) and _WENT_TO.search(quote, 0, one.start) for one in find_countries(quote[:_LINE]))


_WENT_TO = re.compile(
    r"\b(?:(?:travel(?:l?ed|s)?|went|flew|flown|departed|moved|journey(?:ed)?|trips?|tours?|visits?|missions?)\s(?:on\s|together\s|back\s)?to"
    r"|(?:left|departed|set\s(?:off|out)|headed|sailed)\sfor)\s(?:the\s)?$"
)


def _brought_home(milestone: Milestone, code: str) -> Milestone:
    named = next((reason.text for reason in milestone.reasons if reason.rule == Where.NAMED), "")
    people = milestone.kind is Kind.TRAINING and any(one.form == "demonym" for one in find_countries(named))
    others = [
        CountryRole(one.code, Role.PARTICIPANT) if one.role is Role.LOCATION else one
        for one in milestone.countries
        if (people or one.role is not Role.LOCATION) and one.code != code
    ]
    why = Reason("countries", "country-of-the-newsletter", "")
    return replace(milestone, countries=(CountryRole(code, Role.LOCATION), *others), reasons=(*milestone.reasons, why))


def _is_abroad(milestone: Milestone, code: str) -> bool:
    """Whether it is told of one other country, and not about that: in a sentence that begins with it alone ("In Peru", "LIMA -").

    Nor is it told of a body of many states.
    """
    quote = milestone.evidence.quote if milestone.evidence is not None else ""
    named = find_countries(quote)
    ours = any(one.form != "region" and code in one.codes for one in named)
    if _SESSION.search(quote) or (not ours and any(one.start <= len("In ") for one in named[:1])):
        return False
    if milestone.kind in _THEIR_OWN:
        return False
    there = [one for one in milestone.countries if one.role is Role.LOCATION]
    alone = len(milestone.countries) == 1 or milestone.kind in (Kind.TRAINING, Kind.VISIT)
    return alone and len(there) == 1 and all(one.code != code for one in milestone.countries)


_THEIR_OWN = frozenset({Kind.OPENING, Kind.PUBLICATION, Kind.CAMPAIGN})
"""What another country has by itself: nobody goes there for it."""
_SESSION = re.compile(
    r"\b(?:[\w-]+(?:st|nd|rd|th)|regular|annual|special|[Hh]igh-[Ll]evel)\s(?:\w+\s)?(?:[Ss]ession|[Mm]eeting|[Ss]egment|[Rr]eview)"
    r"\sof\sthe\s(?:(?:(?:UN|United\sNations|World|Regional|General|Executive|Economic)\s)?(?:\w+\s)?"
    r"(?:Commission|Assembly|Committee|Council|Conference|Congress)|CND|CCPCJ|COP|UNGASS|ECOSOC)\b"
    r"|\b[Cc]ommittee\sof\sthe\s(?:Regional|Global)\sProgramme\b"
)
"""A body of many states in session: "the 69th session of the Regional Committee, Colombo"."""


def _abroad(milestone: Milestone, code: str) -> Milestone:
    why = Reason("countries", "own-people-abroad", "")
    added = CountryRole(code, Role.BENEFICIARY)
    return replace(milestone, countries=(*milestone.countries, added), reasons=(*milestone.reasons, why))


def _is_nowhere(milestone: Milestone, code: str) -> bool:
    """Whether nothing tells a place, or only those who came or did the work are named by their nation."""
    if any(country.code == code and country.role is not Role.PARTICIPANT for country in milestone.countries) or _set_out(milestone):
        return False
    named = next((reason.text for reason in milestone.reasons if reason.rule == Where.NAMED), "")
    if _are_guests(milestone):
        return True
    if any(country.code == code for country in milestone.countries):
        return False
    guests = bool(named) and (milestone.kind is Kind.VISIT or any(one.form == "demonym" for one in find_countries(named)))
    return guests or all(country.role is not Role.LOCATION for country in milestone.countries)


def _are_guests(milestone: Milestone) -> bool:
    """Whether it is placed where some of its people come from, in a list of several: "Ten students from Peru and Chile began"."""
    named = next((reason.text for reason in milestone.reasons if reason.rule == Where.NAMED), "")
    quote = milestone.evidence.quote if named and milestone.evidence is not None else ""
    return any(
        len(run) > 1
        and any(one.text == named for one in run)
        and _PEOPLE_FROM.search(quote, max(0, run[0].start - _LINE), run[0].start) is not None
        for run in runs(quote, find_countries(quote))
    )


_PEOPLE_FROM = re.compile(r"\b(?:students|pupils|participants|trainees|fellows|guests|delegates|graduates)\sfrom\s(?:the\s)?$")


def _placed(milestone: Milestone, code: str) -> Milestone:
    own = CountryRole(code, Role.LOCATION)
    came = milestone.kind in _GATHERINGS or _are_guests(milestone)
    others = [one for one in milestone.countries if (came or one.role is not Role.LOCATION) and one.code != code]
    guests = [CountryRole(one.code, Role.PARTICIPANT) if one.role is Role.LOCATION else one for one in others]
    why = Reason("countries", "country-of-the-newsletter", "")
    return replace(milestone, countries=(own, *guests), reasons=(*milestone.reasons, why))
