"""Regions: whether one that is named stands for its member states, and which countries are counted ("the five countries")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from db import names
from importers.lexicon import SEVERAL
from importers.places.attending import SENT
from importers.places.finding import CountryMention, find_countries, runs
from importers.places.unaided import mostly_give

_ALL = re.compile(r"\b(?:all|each|every|both)\b[\w\s-]{0,24}$", re.IGNORECASE)
_COUNTED = re.compile(r"\b(\d{1,2}|[a-z]{3,8})\s(?:(?:of|the|other|newly|independent|sovereign)\s){0,3}$", re.IGNORECASE)
"""How many of a region's countries are meant: "the five Central Asian states", "13 Latin American countries"."""
_ABOUT = 8
"""So many countries in a region are one more for each so many, or one less, by another count: "15 West African states"."""
_MEMBERS = re.compile(r"\bmembers?\b|\beach\b", re.IGNORECASE)
_WIDE = 8
"""A region of more members stands for them all only where the text says so: "all West African states", not "in West Africa"."""
_NAME_BEHIND = re.compile(r"\s(?!States?\b|Countries\b|Republics?\b|Region\b)[A-Z](?:[a-z]{3,}|[A-Z]{2,}\b)")
"""A region's adjective before a capitalised noun is part of a name: "East African Court"."""
_NAME_BEFORE = re.compile(
    r"\b(?:Representative|Envoy|Coordinator|Adviser|Ambassador|Rapporteur|Platform|Programme|Plan|Union|Community|Organi[sz]ation|Bank|Court|Commission|Network|Initiative|Cent(?:re|er)|Academy|School|Council|Secretariat|Forum|Association|Alliance|Observatory"
    r"|Office|Mission|Institute|Fund)"
    r"\s(?:of|for|on)\s(?:the\s)?(?:(?:[A-Z][\w-]+|and|of)\s){0,5}?(?:(?:of|for|in)\s(?:the\s)?)?$"
)
_STATES = re.compile(r"(?:[A-Z][\w-]+\s){1,3}(?:countries|states|republics)\b")
"""With a region's name its states, of which a body consists: "the Platform of the Sahel countries met"."""
_ACRONYM = re.compile(r"[A-Z]{2,6}\b")
"""A region by an acronym is an organisation: "the ASEAN member states"."""
_WIDER = re.compile(r"\bEurope and (?:the )?$")
"""Before a region that is part of a wider one: "in Europe and Central Asia"."""
_RANKED = re.compile(
    r"(?:\b(?:the|its|their)|,)\s(?:only|last|first|second|third|largest|biggest|smallest|oldest|newest|youngest|poorest|next)\s"
    r"(?:(?:and|[a-z-]+)\s){0,3}(?:of|in|among)\s(?:all\s)?(?:the\s)?(?:[a-z]+\s)?$",
    re.IGNORECASE,
)
"""Before a region one of its states that is told apart: "the only country of the Sahel with such a law"."""
_BELONGS = re.compile(
    r"\b(?:(?:acced(?:ed|es|ing)|accession|adherence|association)\sto|(?:joined|entered|left)|(?:entry|admission)\s(?:in)?to"
    r"|membership\s(?:of|in)|an?\s(?:\w+\s)?member\s(?:state\s)?of|withdr(?:ew|awn|awal)\sfrom)\s(?:the\s)?$"
)
"""Before a union one country is told to belong to, come to or leave: "Chad acceded to the Community of Sahel States"."""
_BEFORE = 60
"""Characters before a region in which the name may begin that it is part of."""


def means_its_members(text: str, region: CountryMention) -> bool:
    """Whether a region is named for all its states: it is no part of a name or of a wider region, and no fewer are counted."""
    first = region.start
    return (
        _ACRONYM.match(region.text) is None
        and _NAME_BEHIND.match(text, region.end) is None
        and (
            _NAME_BEFORE.search(text[max(0, first - _BEFORE) : first]) is None
            or _STATES.match(text, first) is not None
            or has_its_plan(text, region)
        )
        and _WIDER.search(text, max(0, first - 16), first) is None
        and _RANKED.search(text, max(0, first - _BEFORE), first) is None
        and _BELONGS.search(text, max(0, first - _BEFORE), first) is None
        and _is_all(text, region)
    )


def has_its_plan(text: str, mention: CountryMention) -> bool:
    """Whether a plan or programme for a country or region is told to be launched or agreed: "The Programme for Togo was signed"."""
    before = _PLAN_FOR.search(text, max(0, mention.start - _BEFORE), mention.start)
    return before is not None and (before["done"] is not None or _IS_DONE.match(text, mention.end) is not None)


_DONE = r"(?:launched|adopted|approved|signed|endorsed)"
_PLAN_FOR = re.compile(
    rf"(?:\b(?P<done>{_DONE})\s(?:[\w-]+\s){{0,4}})?\b(?:Programme|Strategy|Plan|Roadmap|Road Map)\sfor\s(?:the\s)?\Z"
)
_IS_DONE = re.compile(
    r"(?:\sand\s(?:its\s)?[Nn]eighbou?ring\s(?:[Cc]ountries|[Ss]tates))?(?:\s(?:for\s|\()?\d{4}\s?[–—-]\s?\d{2,4}\)?)?,?\s(?:which\s)?"
    rf"(?:(?:was|is|will be|has been|had been|would be|is to be)\s(?:\w+ly\s)?)?{_DONE}\b"
)


def _is_all(text: str, region: CountryMention) -> bool:
    """Whether a region stands for all its members: it has few, or the words around say so; not where fewer are counted."""
    counted = _COUNTED.search(text, max(0, region.start - 40), region.start)
    number = SEVERAL.get(counted[1].lower(), int(counted[1]) if counted[1].isdigit() else 0) if counted else 0
    if number > 1:
        return abs(number - len(region.codes)) <= len(region.codes) // _ABOUT
    return (
        len(region.codes) <= _WIDE
        or _MEMBERS.search(region.text) is not None
        or _ALL.search(text, max(0, region.start - 30), region.start) is not None
    )


def our_part(mention: CountryMention, groups: Sequence[Sequence[str]]) -> CountryMention:
    """A region as a newsletter means it that is about most of its countries, by the first of its `groups`: its own alone."""
    ours = tuple(groups[0]) if groups and mention.form == "region" else ()
    most = _BOTH < len(ours) < len(mention.codes) <= _WIDE and set(ours) < set(mention.codes)
    return mention._replace(codes=ours) if most and len(ours) * 2 > len(mention.codes) else mention


_THOSE = re.compile(
    r"[atbATB](?<!\w.)(?:he|ll|hese|hose|oth)\s(?:(?:of\s)?(?:the|our|its)\s)?(?:(" + "|".join(SEVERAL) + r"|\d{1,2})\s)?"
    r"(?:(?P<kind>[a-z]+)\s)?(?:[Cc]ountries|[Ss]tates|[Rr]epublics|[Nn]ations|neighbours|sides|(?<=foreign\s)ministries|(?<=foreign\s)ministers"
    r"|capitals|governments|parliaments|delegations|administrations|(?P<ours>partners|beneficiaries|members|signatories)|(?P<towns>towns|cities|ports|crossings))\b"
    r"(?!\s(?:of|in)\b(?!\s(?:the|our)\s(?:\w+\s)?(?:region|sub-?region|programme|project)\b))"
)
_COUNTABLE = (
    *("ountries", "tates", "epublics", "nations", "Nations", "neighbours", "sides", "foreign minist", "capitals", "governments"),
    *(
        "parliaments",
        "delegations",
        "administrations",
        "partners",
        "beneficiaries",
        "members",
        "signatories",
        "towns",
        "cities",
        "ports",
        "crossings",
    ),
)
_IDEA_OF = re.compile(r"\b(?:initiative|idea|proposal)\sof\s(?:the\s(?:[a-z]+\s)?)?$")
"""Before those who only thought of it."""
_IDEA_REACH = 40
_BOTH, _FEWEST = 2, 5
_OF_THEM_ALL = frozenset(("participating", "partner", "member", "beneficiary", "target", "project", "programme"))
"""What countries are called that a programme is for."""


def is_wide(codes: Sequence[str]) -> bool:
    """Whether countries are those of a part of the world, of which few things are for all."""
    return len(codes) > _WIDE and any(set(codes) == set(region.members) for region in names.regions())


def are_counted(name: str) -> bool:
    """Whether countries are only counted, which is no name of a place: "all five countries"."""
    return any(pattern.match(name) is not None for pattern in (_THOSE, _WHOLE, _SO_MANY))


def counted(text: str, named: Sequence[CountryMention], groups: Sequence[Sequence[str]] = ()) -> list[CountryMention]:
    """The countries that are counted: of the region or the list that is named last before with as many, else of `groups`.

    Two towns are those that alone are `named` before.
    "Doctors of the five countries", "customs of Ghana and Togo ... the two countries", "officers of all participating countries".
    """
    told = []
    if groups and len(groups[0]) <= _WIDE and "region" in text:
        about = tuple(groups[0])
        spans = [
            found.span(found.lastgroup or 0)
            for found in _OF_REGION.finditer(text)
            if _IDEA_OF.search(text, max(0, found.start() - _IDEA_REACH), found.start()) is None
        ]
        told = [CountryMention(start, end, text[start:end], about, "region") for start, end in spans]
    if not any(part in text for part in _COUNTABLE):
        return told
    for those in _THOSE.finditer(text):
        if _IDEA_OF.search(text, max(0, those.start() - _IDEA_REACH), those.start()):
            continue
        number = _number(those[1] or "") or (_BOTH if those[0].lower().startswith("both") else 0)
        before = text[max(0, those.start() - _COUNTED_REACH) : those.start()]
        if those["towns"]:
            codes = _both_towns(those.start(), named) if number == _BOTH else ()
        elif those["ours"]:
            codes = _of_groups(those, number, groups)
        else:
            codes = _as_many(before, number)
            # those that only give are hardly meant where it is about as many
            codes = _of_groups(those, number, groups) or codes if not codes or mostly_give(codes) else codes
        if codes:
            told.append(CountryMention(*those.span(), those[0], codes, "region"))
    told += [
        CountryMention(*those.span(), those[0], tuple(groups[0]), "region")
        for those in _SO_MANY.finditer(text)
        if groups and len(groups[0]) == _number(those[1])
    ]
    return told


_SO_MANY = re.compile(
    r"\b(?<!the )(?<!all )(?<!of )(?<!our )(?<!from )"
    rf"({'|'.join(word for word, number in SEVERAL.items() if number >= _FEWEST)})\s(?:countries|states|capitals)\b"
)
"""As many countries as a newsletter is about, where they are many."""


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else SEVERAL.get(printed, 0)


_WHOLE = re.compile(
    r"(?:all\s(?:over|across|around)|across|throughout|around|the\s(?:whole|entire)(?:\sof)?|every\scorner\sof)\s"
    r"(?:(?:the|our)\s)?(?:(?:entire|whole)\s)?region\b"
)
_OF_REGION = re.compile(rf"\bfrom\s(?P<whole>{_WHOLE.pattern})|\b(?i:{SENT})\s(?:from|of)\s(?P<those>the\sregion)\b(?![’'])")
"""The region that a newsletter is about, of which people come: from all parts of it, or as those "of the region"."""
_COUNTED_REACH = 1_200
"""Characters before what is counted in which its names stand."""


def _as_many(text: str, number: int) -> tuple[str, ...]:
    """The codes of the last region or list of countries of a text that has a number of them; none where there is no such."""
    if number < _BOTH:
        return ()
    named = [one for one in find_countries(text) if one.form in ("region", "name", "demonym", "city")]
    # a hyphen joins two as a comma does: "the Kenyan-Ugandan crossing"
    listed = _HYPHEN.sub(",", text) if number == _BOTH else text
    for run in reversed(runs(listed, named)):
        codes = tuple(dict.fromkeys(code for one in run for code in one.codes))
        if len(codes) == number and (run[0].form == "region" or len(run) == number):
            return codes
    return ()


_HYPHEN = re.compile(r"[-‐‑–](?=[A-ZÀ-Þ])")


def _both_towns(before: int, named: Sequence[CountryMention]) -> tuple[str, ...]:
    """The countries of the two towns that alone are told of before an offset: "in Lomé ... in Cotonou. Both ports have"."""
    first, last = (bisect_left(named, at, key=lambda one: one.start) for at in (before - _COUNTED_REACH, before))
    towns = [one for one in named[first:last] if one.form in ("city", "point")]
    return tuple(dict.fromkeys(one.codes[0] for one in towns)) if len({one.text for one in towns}) == _BOTH else ()


def _of_groups(those: re.Match[str], number: int, groups: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The first group that has a number of countries; without a number the first one, where all of them are told of."""
    if not number and groups and those[0][0] in "aA" and (those["kind"] in _OF_THEM_ALL or those[0].lower() == "all capitals"):
        return tuple(groups[0])
    return next((tuple(group) for group in groups if len(group) == number), ())


def groups_of(top: Iterable[str], first: Iterable[str], last: Iterable[str] = ()) -> list[tuple[str, ...]]:
    """The codes of the countries that a newsletter is about, as each of some lines tells it, lists before regions.

    `top` are the lines of its masthead, which name a region or some countries; `first` the passages that it begins with, which say
    whom it is for: "Beneficiaries: Peru, Chile, Bolivia"; `last` its imprint, which names the office's region.
    """
    lists = [found["names"] for text in first for found in _FOR_WHOM.finditer(text[:_FIRST])]
    lists += [found["names"] for text in first for found in _WORKS_IN.finditer(text[:_FIRST]) if _are_many(found["names"])]
    lines = [find_countries(line[:_LINE]) for line in top]
    named = [[one for one in line if one.form == "name"] for line in (*map(find_countries, lists), *lines)]
    groups = [tuple(dict.fromkeys(code for one in line for code in one.codes)) for line in named]
    lines += [find_countries(line[:_LINE]) for line in last]
    regions = [one.codes for line in lines for one in line if one.form == "region"]
    return [*(group for group in groups if len(group) >= _BOTH), *regions]


_LINE = 160
"""A longer line of a masthead is text."""
_FIRST = 2_000
_FOR_WHOM = re.compile(
    r"\b(?:[Bb]eneficiar(?:y|ies)|(?:[Bb]eneficiary|[Pp]articipating|[Pp]artner|[Mm]ember|[Tt]arget|[Pp]rogramme|[Pp]roject)\s"
    r"(?:[Cc]ountries|[Ss]tates)|[Cc]ountries(?:\scovered)?|[Gg]eographical\s(?:scope|coverage)|[Cc]overage)"
    r"\s?(?::|–|—|are|is)\s(?P<names>[^.;:]{5,300})"
)
_WORKS_IN = re.compile(
    r"\b(?:[Ii]mplemented|[Ww]orks?|[Ww]orking|[Aa]ctive|[Cc]arried\sout|[Pp]resent|[Aa]ctivities|[Aa]ctions|[Oo]verview)\s(?:[\w,’'-]+\s){0,9}?(?:in|of)\s"
    r"(?P<names>[A-ZÀ-Þ][^.;:]{20,300})"
)
"""Before the names of many countries in which those work who publish a newsletter."""
_MANY = 4


def _are_many(listed: str) -> bool:
    """Whether words begin with a list of many countries."""
    run = next(iter(runs(listed, [one for one in find_countries(listed) if one.form == "name"])), [])
    return len(run) >= _MANY and run[0].start == 0
