"""The country of a newsletter that is about one country: what it tells without naming a place took place there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from db.models import CountryRole, Kind, Level, Milestone, Reason, Role
from importers.places.finding import find_countries
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

    Empty where there is none.
    """
    named = [mention for line in top if len(line) <= _LINE for mention in find_countries(line)]
    codes = {code for mention in named if mention.form != "region" for code in mention.codes}
    # a region that it lies in is what else it tells of: "in Peru and in the Andes"
    if len(codes) != 1 or any(codes.isdisjoint(mention.codes) for mention in named):
        return ""
    (code,) = codes
    placed = [milestone for milestone in milestones if milestone.countries]
    there = sum(any(country.code == code for country in milestone.countries) for milestone in placed)
    return code if len(placed) >= _ENOUGH and there >= _MOSTLY * len(placed) else ""


def is_named(top: Sequence[str], code: str) -> bool:
    """Whether the masthead names the country itself, alone, and not only the town that the office is in."""
    if any(one.form == "region" for line in top for one in find_countries(line[:_LINE])):
        return False
    return any(
        one.codes == (code,) and one.form in ("name", "demonym") and not _AND_MORE.match(line, one.end)
        for line in top
        for one in find_countries(line[:_LINE])
    )


_AND_MORE = re.compile(r"\s(?:and|&)\s(?:the\s)?(?:[A-ZÀ-Þ]|region|neighbo|sub-?region|wider)")
"""Behind a country that a newsletter is about, what else it is about: "Papua New Guinea and the Pacific"."""


def at_home(milestones: Sequence[Milestone], code: str, *, named: bool = True) -> list[Milestone]:
    """The milestones, those that are told to be nowhere placed in the newsletter's own country, where its guests came to.

    What a newsletter that is `named` for its country tells of one other country alone it tells because its own people went there.
    """
    unsure = {_lead(one) for one in milestones if one.level is Level.MAIN and _is_only_near(one, code)}
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
    if why is None or not why.text:
        return False
    if why.rule == Where.NAMED:
        return why.text not in milestone.evidence.quote or any(map(only_gives, find_countries(why.text)))
    return why.rule == Where.IN_ARTICLE


def _brought_home(milestone: Milestone, code: str) -> Milestone:
    others = [one for one in milestone.countries if one.role is not Role.LOCATION and one.code != code]
    why = Reason("countries", "country-of-the-newsletter", "")
    return replace(milestone, countries=(CountryRole(code, Role.LOCATION), *others), reasons=(*milestone.reasons, why))


def _is_abroad(milestone: Milestone, code: str) -> bool:
    """Whether it is told of one other country, and not about it: in a sentence that begins with it ("In Peru", "LIMA -")."""
    quote = milestone.evidence.quote if milestone.evidence is not None else ""
    if any(one.start <= len("In ") for one in find_countries(quote[:_LINE])[:1]):
        return False
    there = [one for one in milestone.countries if one.role is Role.LOCATION]
    alone = len(milestone.countries) == 1 or milestone.kind in (Kind.TRAINING, Kind.VISIT)
    return alone and len(there) == 1 and all(one.code != code for one in milestone.countries)


def _abroad(milestone: Milestone, code: str) -> Milestone:
    why = Reason("countries", "own-people-abroad", "")
    added = CountryRole(code, Role.BENEFICIARY)
    return replace(milestone, countries=(*milestone.countries, added), reasons=(*milestone.reasons, why))


def _is_nowhere(milestone: Milestone, code: str) -> bool:
    """Whether nothing tells a place, or only those who came or did the work are named by their nation."""
    if any(country.code == code for country in milestone.countries):
        return False
    named = next((reason.text for reason in milestone.reasons if reason.rule == Where.NAMED), "")
    guests = bool(named) and (milestone.kind is Kind.VISIT or any(one.form == "demonym" for one in find_countries(named)))
    return guests or all(country.role is not Role.LOCATION for country in milestone.countries)


def _placed(milestone: Milestone, code: str) -> Milestone:
    own = CountryRole(code, Role.LOCATION)
    came = milestone.kind in _GATHERINGS
    others = [one for one in milestone.countries if came or one.role is not Role.LOCATION]
    guests = [CountryRole(one.code, Role.PARTICIPANT) if one.role is Role.LOCATION else one for one in others]
    why = Reason("countries", "country-of-the-newsletter", "")
    return replace(milestone, countries=(own, *guests), reasons=(*milestone.reasons, why))
