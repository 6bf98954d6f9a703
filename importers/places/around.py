"""The country of an event whose own words name none, by the rest of its story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from db.models import CountryRole, Kind, Milestone, Reason, Role
from db.when import Precision, When
from importers.lexicon import SEVERAL, data
from importers.places.finding import CountryMention, find_countries
from importers.places.lists import LISTED
from importers.places.mentions import told_countries
from importers.places.regions import counted, is_wide
from importers.places.venues import ONLINE, Involved, Where, ordered

_CLEARLY = 0.75
"""The share of a story's mentions of countries that makes it one about that country."""
_TWICE = 2
"""One mention alone tells of no story what it is about; the heading's counts twice."""


def told_about(named: Sequence[CountryMention], heading: str, paying: frozenset[str] = frozenset()) -> str:
    """The ISO code of the one country that a story is about, else an empty text.

    `named` are its told mentions, `paying` the countries that pay in it.
    """
    titled = told_countries(heading.title() if heading.isupper() else heading, ())
    told = [one for one in (*titled, *titled, *named) if one.form != "region" and one.codes[0] not in paying]
    votes = Counter(one.codes[0] for one in told)
    code, most = votes.most_common(1)[0] if votes else ("", 0)
    return code if most >= max(_TWICE, _CLEARLY * votes.total()) else ""


def at_story(milestone: Milestone, code: str) -> Milestone:
    """A milestone that names no country, in the one that its story is about; `code` is empty where there is none."""
    if milestone.countries or not code or milestone.evidence is None:
        return milestone
    why = Reason("countries", "country-of-the-story", "")
    # what is held online is held in no country, but for one
    role = Role.BENEFICIARY if ONLINE.search(milestone.evidence.quote) else Role.LOCATION
    return replace(milestone, countries=(CountryRole(code, role),), reasons=(*milestone.reasons, why))


def in_all(milestone: Milestone, codes: Sequence[str]) -> Milestone:
    """A milestone that names no country but was everywhere, in those whose entries stand below its story.

    "The day was observed in all five countries. KAZAKHSTAN. Cyclists rode ..."
    """
    if milestone.countries or len(codes) < _PAIR or milestone.evidence is None or not _EVERYWHERE.search(milestone.evidence.quote):
        return milestone
    why = Reason("countries", "countries-of-the-entries", "")
    places = tuple(CountryRole(code, Role.LOCATION) for code in sorted(set(codes)))
    return replace(milestone, countries=places, reasons=(*milestone.reasons, why))


_EVERYWHERE = re.compile(
    r"\b(?:in|across|throughout|by|to)\s(?:all|each of)\s(?:of\s)?(?:the\s|our\s|its\s|these\s)?(?:\w+\s){0,2}?"
    r"(?:countries|states|republics|offices|capitals|members)\b"
    r"|\b(?:across|throughout|around|all over|in|(?:came|travell?ed|went|returned) to)\s(?:the|our)\s(?:whole\s|entire\s)?region\b"
    r"|\bin every (?:country|capital|republic)\b",
    re.IGNORECASE,
)


def in_those_counted(milestone: Milestone, groups: Sequence[Sequence[str]]) -> Milestone:
    """A milestone that names no country, in those of the newsletter's `groups` that its quote counts.

    "3 May: Press Freedom Day. All nine countries will read aloud."
    """
    if milestone.countries or milestone.evidence is None:
        return milestone
    told = counted(milestone.evidence.quote, (), groups)
    if not told:
        return milestone
    why = Reason("countries", "countries-counted", told[0].text)
    return replace(
        milestone,
        countries=tuple(CountryRole(code, Role.LOCATION) for code in sorted(told[0].codes)),
        reasons=(*milestone.reasons, why),
    )


def of_its_programme(milestone: Milestone, top: Iterable[str], groups: Sequence[Sequence[str]]) -> Milestone:
    """A milestone that names no country but tells when the newsletter's own programme began: it is for all that this is for.

    `top` are the lines of the masthead, which may be its name: "GREENPORT 3". "The Action started in July 2020."
    """
    if milestone.countries or milestone.evidence is None or not groups or is_wide(groups[0]):
        return milestone
    names = [found[1] for line in top if (found := _ITS_NAME.fullmatch(line))]
    told = milestone.evidence.quote
    if _BEGAN.search(told) is None or not (_ITSELF.search(told) or any(name in told for name in names)):
        return milestone
    why = Reason("countries", "countries-of-the-programme", "")
    countries = tuple(CountryRole(code, Role.BENEFICIARY) for code in sorted(groups[0]))
    return replace(milestone, countries=countries, reasons=(*milestone.reasons, why))


def of_its_steering(milestone: Milestone, top: Iterable[str], groups: Sequence[Sequence[str]]) -> Milestone:
    """What is told of the programme as a whole by its own newsletter, which names its countries: it is for all of them.

    `top` are the lines of the masthead: "The newsletter of the Ports Programme", "Benin - Togo - Ghana". "The third Steering
    Committee sat in Lomé."
    """
    named = len(milestone.countries) if all(one.role is Role.LOCATION for one in milestone.countries) else _PAIR
    if named >= _PAIR or milestone.evidence is None or not groups or is_wide(groups[0]):
        return milestone
    lines = list(top)
    listed = any(len({one.codes[0] for one in find_countries(line) if one.form == "name"}) == len(groups[0]) for line in lines)
    if not listed or not any(_PROGRAMME.search(line) for line in lines) or _STEERING.search(milestone.evidence.quote) is None:
        return milestone
    place = {one.code for one in milestone.countries}
    if not place <= set(groups[0]):
        return milestone
    added = [CountryRole(code, Role.BENEFICIARY) for code in sorted(set(groups[0]) - place)]
    why = Reason("countries", "countries-of-the-programme", "")
    return replace(milestone, countries=(*milestone.countries, *added), reasons=(*milestone.reasons, why))


_PROGRAMME = re.compile(r"\b(?:[Pp]rogramme|[Pp]rogram|[Pp]roject|[Aa]ction|PROGRAMME|PROJECT)\b")
_STEERING = re.compile(
    r"\b(?:(?:[Tt]he|[Oo]ur|[Ii]ts)\s(?:\w+\s)?(?:Steering|steering)\s(?:Committee|committee)|[Mm]id-?term\s(?:review|evaluation)|[Ff]inal\sevaluation"
    r"|(?:[Ff]inancing|[Gg]rant|[Cc]ontribution)\s[Aa]greement)\b(?!\sof\sthe\s[A-Z])"
)
"""What is of the whole programme."""
_ITS_NAME = re.compile(r"([A-Z]{4,}(?:-[A-Z]+)?)(?:\s\d{1,2})?")
_ITSELF = re.compile(
    r"\b(?:[Tt]he|[Oo]ur)\s(?:Action|Programme|Project)(?=\s(?:\(|(?:was|is|has|had|with|started|began|launched)\b)|[,.;])"
)
_BEGAN = re.compile(r"\b(?:launch(?:ed)?|start(?:ed|s)?|began|begun|inception|signed|signature|agreed)\b(?!\s(?:its|an?)\s)")
"""The name of a programme as a masthead, what it is called in its own newsletter, and what is said of its beginning."""


def in_its_language(milestone: Milestone) -> Milestone:
    """A publication that names no country, for the one whose language it is printed in: "A manual was printed in Kyrgyz"."""
    if milestone.countries or milestone.kind is not Kind.PUBLICATION or milestone.evidence is None:
        return milestone
    named = {code for found in _printed_in().finditer(milestone.evidence.quote) for code in _codes_of(found["languages"])}
    if len(named) != 1:
        return milestone
    why = Reason("countries", "language-of-the-country", "")
    return replace(milestone, countries=(CountryRole(named.pop(), Role.BENEFICIARY),), reasons=(*milestone.reasons, why))


@cache
def _languages() -> dict[str, str]:
    return dict(data("places")["languages"])


@cache
def _printed_in() -> re.Pattern[str]:
    known = "|".join(map(re.escape, _languages()))
    one = rf"(?:the\s)?(?:{known}|English|Russian|French|Arabic|Spanish|Portuguese)"
    return re.compile(rf"\b(?:in|into)\s(?P<languages>{one}(?:(?:,\s|,?\sand\s){one}){{0,5}})\b")


def _codes_of(listed: str) -> set[str]:
    """The countries of the languages in a list that are spoken in one alone."""
    return {code for language, code in _languages().items() if language in listed}


def with_both(made: Involved, told: str, main: Involved) -> Involved:
    """The countries of an event beside the main one, which `told` tells: both of the main one's where both are meant.

    "The idea goes back to a protocol that the two services signed in Osh."
    """
    known = {one.code for one in made.countries}
    both = main.headed or tuple(one.code for one in main.countries)
    if len(both) != _PAIR or _BOTH.search(told) is None or known == set(both):
        return made
    added = [CountryRole(code, Role.PARTICIPANT) for code in both if code not in known]
    why = Reason("countries", "both-of-the-story", "")
    return replace(made, countries=tuple(sorted([*made.countries, *added])), reasons=(*made.reasons, why))


_PAIR = 2
_BOTH = re.compile(
    r"\b(?:[Tt]he two|[Bb]oth)\s(?:\w+\s){0,2}(?i:"
    r"sides|teams|units|agencies|laboratories|groups|countries|services|governments|states|ministries|delegations"
    r"|parties|forces|neighbours|administrations|authorities|presidents|ministers)\b"
)


def together(made: Involved, told: str, when: When, main: Involved, main_when: When) -> Involved:
    """What `told` tells of the main event itself: it names no country, and is of the same time, or those who were there did it.

    "Delegates of Peru, Kenya and Togo met in Lomé on 3 May. A work plan was adopted before lunch. The delegates agreed to ..."
    """
    same = when == main_when and when.precision is Precision.DAY
    if not (same or _OF_THEM.match(told)) or made.how is not Where.AS_ARTICLE:
        return made
    return replace(made, countries=main.countries)


_OF_THEM = re.compile(
    r"(?:The|This)\s(?:[\w-]+\s){0,3}(?:[Mm]eeting|[Cc]onference|[Ss]ummit|[Ff]orum|[Ss]ession|[Aa]ssembly)\s(?:was|had\sbeen)\s(?:preceded"
    r"|followed)\sby\b|The\s(?:Initiative|Network|Platform|Partnership|Alliance|Group|Board)\b|"
    r"(?:(?:The|All|These|Its|Their)\s(?:\w+\s)?(?:participants|delegates|delegations|parties|heads|ministers|countries|states)\b"
    r"|(?:Its|Their)\s(?:\w+\s)?(?:findings|results|reports?|recommendations|conclusions)\b)"
)
"""How a sentence begins that tells of those who were there, or what came of it."""


def in_series(made: Involved, told: str, main: Involved, main_told: str) -> Involved:
    """What `told` tells of another meeting of the body whose meeting is the main event: it is for the same countries.

    "The delegates of Peru and Chile met in Lima for the third meeting of the Board. The next one will be held in Santiago."
    """
    if len(main.countries) < _PAIR or made.how is Where.UNKNOWN:
        return made
    another = _ANOTHER.search(told)
    if another is None or not _is_of(another["body"], main_told):
        return made
    return _with_those_of(main, made, Reason("countries", "countries-of-the-series", another[0]))


_ANOTHER = re.compile(
    r"\b(?:the|(?:at|for|before|since)\s(?:its|their)|a)\s(?:next|previous|last|following|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|\d{1,2}(?:st|nd|rd|th))\s(?:[\w-]+\s){0,2}?"
    r"(?:one|meeting|session|conference|committee|round|consultation|forum|summit|assembly)\b"
    r"(?:\sof\s(?:the\s|its\s|their\s)?(?P<body>[\w’'-]+(?:\s[\w’'-]+){0,3}))?",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"\b(?:met|meetings?|sessions?|conference|committee|board|round|consultations?|forum|summit|assembly)\b", re.IGNORECASE
)


def _is_of(body: str | None, main_told: str) -> bool:
    """Whether what is told of the main event tells of a meeting, of a body that begins with such words where one is named."""
    words = re.findall(r"[A-ZÀ-Þ][\w’'-]+", body or "")
    if body and not words:
        return False
    return _SESSION.search(main_told) is not None and all(word in main_told for word in words[:2])


def _only_hosts(main: Involved) -> set[str]:
    """Where an event was that a list of those who took part does not name."""
    listed = {
        code
        for reason in main.reasons
        if reason.rule in ("participants-listed", LISTED)
        for one in find_countries(reason.text)
        for code in one.codes
    }
    return set(main.locations) - listed if listed else set()


def of_the_same(made: Involved, told: str, main: Involved, before: str) -> Involved:
    """What `told` tells of those whom the main event brought together, or of the paper that came of it: it is of all of them.

    "Ministers of Peru, Chile and Bolivia agreed on a plan. Their deputies had met in Lima. They are to sign the plan in Quito."
    """
    if len(main.countries) < _PAIR or made.how is Where.UNKNOWN or any(one.role is not Role.LOCATION for one in made.countries):
        return made
    if len(made.locations) > _PAIR:
        # its own words count them
        return made
    same = _THEIR.search(told) or next((one for one in _PAPER.finditer(told) if _made(one["paper"], before)), None)
    return made if same is None else _with_those_of(main, made, Reason("countries", "countries-of-the-story", same[0]))


def _with_those_of(main: Involved, made: Involved, why: Reason) -> Involved:
    """An event with the countries of the main one besides its own, but for those where that only was and those who looked on."""
    roles = {one.code: one.role for one in made.countries}
    known = roles.keys() | _only_hosts(main) | main.onlookers
    added = {
        one.code: Role.BENEFICIARY if one.role is Role.LOCATION else one.role for one in main.countries if one.code not in known
    }
    return replace(made, countries=ordered({**roles, **added}), reasons=(*made.reasons, why)) if added else made


_THEIR = re.compile(
    r"\b[Tt]heir\s(?:[\w-]+\s){0,2}(?:deputies|ministers|presidents|heads|leaders|chiefs|delegations|teams|services|governments"
    r"|representatives|parliaments|authorities|administrations)\b"
    r"|\b(?:[Tt]he|[Aa]ll)\s(?:\w+\s)?(?:parties|signatories)\b(?!\sto\b)"
    r"|\b(?:[Tt]he\s(?:best|first|most\s\w+)|[Ss]ome|[Mm]ost|[Hh]alf|[Aa]ll|[Ss]everal|[Nn]one|\d{1,3}"
    rf"|(?i:{'|'.join(SEVERAL)}|thirty|forty|fifty))"
    r"\sof\sthem\b"
)
"""Those of the countries that were named before."""
_PAPER = re.compile(
    r"(?<!under )(?<!within )(?<!of )(?<!by )\b(?:[Tt]he|[Tt]his|[Tt]hat)\s"
    r"(?:(?:new|final|finished|draft|agreed|joint|common|revised|said|same|full)\s){0,2}"
    r"(?P<paper>[Mm]anual|[Pp]lan|[Pp]rogramme|[Tt]ext|[Aa]greement|[Mm]emorandum|M[Oo]U|[Pp]rotocol|[Dd]eclaration|[Cc]ommuniqu[eé]"
    r"|[Rr]oad ?map|[Ss]trategy|[Hh]andbook|[Cc]onvention|[Tt]reaty|[Gg]uidelines|[Ss]tandards|[Dd]ocument"
    r"|[Cc]harter|[Cc]urriculum)\b"
)
"""A paper that is known already, and not one under which something is done."""


def _made(paper: str, before: str) -> bool:
    """Whether such a paper is told of before."""
    return re.search(rf"\b{re.escape(paper.lower())}\b", before.lower()) is not None


def within(made: Involved, when: When, main: Involved, main_when: When) -> Involved:
    """What an event beside the main one has to do with, on one of the days that the main one took: it was where that was.

    "The session sat in Vienna from 11 to 15 March. On 12 March Kenya hosted a side event."
    """
    days = main_when.is_run
    if not days or when == main_when or not main_when.holds(when) or not main.place or not main.locations:
        return made
    if any(one.form in ("city", "point") for one in find_countries(made.place)):
        return made
    # a country that something is said to be in is then the one that it is about: "signed an agreement on clinics in Kenya"
    others = Role.BENEFICIARY if made.place else Role.PARTICIPANT
    roles = dict.fromkeys(main.locations, Role.LOCATION)
    for one in made.countries:
        roles.setdefault(one.code, others if one.role is Role.LOCATION else one.role)
    why = Reason("countries", "where-the-main-one-was", main.place)
    kept = [reason for reason in made.reasons if reason.field != "countries"]
    return Involved(main.place, ordered(roles), (*kept, why))
