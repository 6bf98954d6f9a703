"""Where an event took place, whom it was for, and who took part: the countries of a milestone and their roles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from db.models import CountryRole, Reason, Role, Span
from importers.places.finding import CountryMention, find_countries, runs
from importers.places.lists import IN, LIST, LISTED, TOOK_PART, VISITED, give, listed, named_apart, near
from importers.places.mentions import comes_from, told_countries
from importers.places.pairs import Placed

_VENUE = re.compile(
    r"(?:\b(?:in|at|near|outside|across|throughout|within|to)\s+(?:the\s+)?"
    r"(?:[\w’'-]+\s+){0,2}?(?:(?:city|town|capital|village|region|province|district|port|island|republic)s?(?:\s+of"
    r"|,)?\s+)?[\"“«']?|\()$",
    re.IGNORECASE,
)
_TOWN = re.compile(
    r"\b(?:in|at|near)\s(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]{0,6}\b)[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?,\s$"
)
"""A town that no list has before the name of its country or state: "in Bethesda, Maryland"."""
_ENDS = frozenset(".,;)")
ONLINE = re.compile(
    # a class first, so that `re` skips quickly
    r"[vVoOwWtTrR](?<!\w.)(?i:(?<=v)irtual(?:ly)?|(?<=o)n-?line|(?<=w)ebinars?|(?<=v)ideo-?\s?conferences?|(?<=t)eleconferences?"
    r"|(?<=r)emotely|(?<=v)ia\s(?:Zoom|Teams|Webex|Skype))\b"
)
"""What is held so is held in no country."""
_CLOSED = re.compile(r"\s*(?:[),;:–—-]|\d|$)|\s(?:and|&|on|from)\b")
"""What follows a place in brackets; other words make it part of a name."""
_HOSTED = re.compile(r"\bhosted by (?:the )?(?:(?:Government|Ministry|Parliament|Presidency) of )?(?:the )?(?:Republic of )?$")
_MOST_PLACES = 2
"""More countries than this behind one `in` are a list, not a venue."""


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

    @property
    def lent(self) -> tuple[CountryRole, ...]:
        """What an event told in passing takes over: where it was, and for whom where no list says so."""
        listed = any(reason.rule == LISTED for reason in self.reasons)
        taken = {Role.LOCATION} if listed else {Role.LOCATION, Role.BENEFICIARY}
        return tuple(country for country in self.countries if country.role in taken)


def _within(mentions: Sequence[CountryMention], span: Span) -> list[CountryMention]:
    return list(mentions[bisect_left(mentions, span[0], key=_start) : bisect_left(mentions, span[1], key=_start)])


def _start(mention: CountryMention) -> int:
    return mention.start


def venue(text: str, start: int, mentions: Sequence[CountryMention]) -> list[CountryMention]:
    """The mentions that say where: behind `in`, `at`, `near` or in brackets; a city with its country is one place."""
    wide: list[CountryMention] = []
    for run in runs(text, mentions):
        lead = text[max(start, run[0].start - 60) : run[0].start]
        behind_town = _TOWN.search(lead) is not None and text[run[-1].end : run[-1].end + 1] in _ENDS
        if not (IN.search(lead) or behind_town or (run[0].form in ("city", "point") and _VENUE.search(lead))):
            continue
        if lead.endswith("(") and not _CLOSED.match(text, run[-1].end):
            continue
        if run[0].form == "region":
            # "the first of its kind in Central Asia" was not all over it
            wide = wide or (run if _RANKED.search(lead) is None else [])
            continue
        if len({code for mention in run for code in mention.codes}) <= _MOST_PLACES or run[0].form in ("city", "point"):
            return run
    return wide or _host(text, start, mentions)


_RANKED = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:first|second|third|fourth|fifth|sixth|only|largest|biggest|oldest|newest|latest|best|most)\b"
    r"[^.;]{0,40}$"
)


def _host(text: str, start: int, mentions: Sequence[CountryMention]) -> list[CountryMention]:
    """The country whose government was the host."""
    return next(([m] for m in mentions if m.form == "name" and _HOSTED.search(text, max(start, m.start - 60), m.start)), [])


def involved(
    text: str, own: Span, unit: Span, mentions: Sequence[CountryMention], heading: str, country: str, silent: Sequence[Span], *,
    main: bool, paying: frozenset[str] = frozenset(), fallback: Involved | None = None, share: tuple[int, int] | None = None,
    others: Sequence[Span] = (), dated_in: Span | None = None, placed: Placed | None = None,
) -> Involved:  # fmt: skip
    """The countries of the event that `text[own]` tells, in the unit of a story whose told countries are `mentions`.

    `country` is the one under whose heading it stands, `fallback` the main milestone's for one told in passing, `share` which of
    how many dates that stand in one list ("in Termez and Osh on 3 and 5 May respectively") is its own. `others` are the sentences
    that tell of another time, in order: where that was says nothing of this event. `paying` are the countries that pay in the unit,
    `dated_in` is the sentence that states the date, where it is another one. `placed` is where it was where each date of its
    sentence has a place of its own.
    """
    reasons: list[Reason] = []
    roles: dict[str, Role] = {}
    here = _within(mentions, own)
    whole = _outside(_within(mentions, unit), others) if main else here
    here, whole = _unpaid(text, here, paying), _unpaid(text, whole, paying)
    title = heading.title() if heading.isupper() else heading
    titled = told_countries(title, ()) if title else []
    if titled and paying:
        titled = [mention for mention in titled if mention.form == "region" or mention.codes[0] not in paying]
    online = ONLINE.search(text, *own) is not None or ONLINE.search(heading) is not None
    spot, rule = _spot(text, own, here, whole, unit, main=main and not online)
    if dated_in is not None and not online and rule in {"", "venue-in-article"}:
        found = venue(text, dated_in[0], _within(mentions, dated_in))
        spot, rule = (found, "venue-beside-the-date") if found and found[0].form != "region" else (spot, rule)
    if share is not None and len(spot) == share[1]:
        placed = Placed([spot[share[0]]], spot)
    if placed is not None:
        here, whole = ([one for one in told if one not in placed.elsewhere] for told in (here, whole))
        spot, rule = placed.spot, "venue-in-sentence"
    there = not main and rule == "venue-in-sentence" and (placed is not None or spot[0].form in ("city", "point"))
    if country and not there and (not spot or country not in spot[0].codes):
        spot = []
        roles[country] = Role.LOCATION
        reasons.append(Reason("countries", "country-heading", heading))
    elif main and not online and rule in {"", "venue-in-article"} and (headed := _towns(titled) or _labelled(title, titled)):
        spot = [] if headed[0].form == "name" else headed
        reasons.append(Reason("countries", "place-in-heading", headed[0].text))
        give(roles, (code for mention in headed for code in mention.codes), Role.LOCATION)
    elif spot:
        reasons.append(Reason("countries", rule, text[spot[0].start : spot[-1].end]))
        give(roles, (code for mention in spot for code in mention.codes), Role.LOCATION)
    elif online:
        pass
    elif fallback is not None and not _ABOVE_STATES.search(text, *own) and (lent := _lent(text, here, fallback)) is not None:
        for told in lent:
            give(roles, (told.code,), told.role)
        reasons.append(Reason("countries", "as-the-article", ""))
    elif names := [*_at_home(text, here), *_at_home(title, titled), *_at_home(text, _single(text, whole))] or [*here, *titled]:
        chosen = _dominant(names, titled, here)
        give(roles, chosen.codes, Role.LOCATION)
        reasons.append(Reason("countries", "country-named", chosen.text))
    listed(text, unit if main else own, whole, silent, roles, reasons)
    for mention in (*titled, *here):
        if mention.form != "region" or not _is_background(text, mention, spot, here, whole):
            give(roles, mention.codes, Role.BENEFICIARY)
    if not main and fallback is not None and spot and rule in _WENT and _WENT[rule].search(text, *own):
        abroad = all(set(mention.codes) <= set(spot[0].codes) for mention in here)
        home = fallback.locations if abroad and len(fallback.locations) == 1 else ()
        give(roles, home, Role.BENEFICIARY)
        reasons.extend(Reason("countries", "who-went-there", "") for _ in home)
    return Involved(_place(spot), ordered(roles), tuple(reasons))


_BODY_OF_STATES = (
    r"(?:(?:UN|United\sNations)\s)?(?:General\sAssembly|Security\sCouncil|Economic\sand\sSocial\sCouncil|ECOSOC"
    r"|Human\sRights\sCouncil"
    r"|Commission\son\sNarcotic\sDrugs|CND|Conference\sof\s(?:the\s)?(?:States\s)?Parties|European\s(?:Parliament|Council"
    r"|Commission)|African\sUnion"
    r"|ECOWAS(?:\sCouncil\sof\sMinisters)?|(?:\w+\s)?(?:UN|United\sNations)\s(?:Crime\s)?Congress)\b"
)
_ABOVE_STATES = re.compile(
    rf"\b(?:adopted|approved|endorsed|proclaimed|declared|designated"
    rf"|established)\sby\s(?:the\s)?(?:[\w-]+\s){{0,2}}?{_BODY_OF_STATES}"
    rf"|\b{_BODY_OF_STATES}\s(?:has\s|had\s|unanimously\s|also\s)?(?:adopted|approved|endorsed|proclaimed|declared|designated"
    rf"|established)\b"
)
"""What a body of many states did is of no one country that the article is about."""


def _labelled(title: str, titled: Sequence[CountryMention]) -> list[CountryMention]:
    """The countries that a heading names in front of what it tells: "BENIN – NIGERIA: OPERATION ..."."""
    found = _IN_FRONT.match(title)
    names = [mention for mention in titled if found is not None and mention.end <= found.end("names") and mention.form == "name"]
    return names if found is not None and names and names[0].start == 0 and names[-1].end == found.end("names") else []


_IN_FRONT = re.compile(r"(?P<names>[A-Z][\w’' -]{2,30}?(?:\s?(?:[–—/,&-]|and)\s?[A-Z][\w’' -]{2,30}?){0,3}):\s")
_STUDIED = (
    r"travelled|traveled|flew|spent|undertook|sat through|(?:was|were|been) trained|study (?:tour|visit|trip)s?"
    r"|(?:accomplished|completed|did|for) (?:an? |the |their )?(?:[\w-]+ ){0,3}"
    r"(?:course|training|internship|attachment|placement|secondment|traineeship|fellowship)s?"
)
_WENT = {
    "venue-in-sentence": re.compile(
        rf"\b(?:{_STUDIED}|visited|attended|came back|returned|followed(?! by\b)"
        r"|(?<!applause )(?<!prize )(?<!prizes )(?<!award )went)\b"
    ),
    "town-in-sentence": re.compile(rf"\b(?:{_STUDIED})\b"),
}
"""Words for people who go to learn somewhere: in a story of their own country, it is they who went."""


def _lent(text: str, here: Sequence[CountryMention], article: Involved) -> Sequence[CountryRole] | None:
    """What an event takes over from its article: nothing where its sentence says where it was; only where, if it says who came."""
    if not here:
        return article.lent
    if not article.locations or _at_home(text, here) or any(one.form != "name" for one in here):
        return None
    return [one for one in article.countries if one.role is Role.LOCATION]


def _at_home(text: str, mentions: Sequence[CountryMention]) -> list[CountryMention]:
    """The countries and towns among some that stand in no list behind `from`."""
    return [one for run in runs(text, mentions) if not comes_from(text, run[0]) for one in run if one.form != "region"]


def _single(text: str, mentions: Sequence[CountryMention]) -> list[CountryMention]:
    """Those that stand in no list of three countries or more, which names no one of them above the others."""
    return [mention for run in runs(text, mentions) if len(run) < LIST for mention in run]


def _outside(mentions: Sequence[CountryMention], closed: Sequence[Span]) -> list[CountryMention]:
    """The mentions that stand in none of some ascending spans."""
    starts = [start for start, _ in closed]
    kept = []
    for mention in mentions:
        before = bisect_right(starts, mention.start) - 1
        if before < 0 or mention.start >= closed[before][1]:
            kept.append(mention)
    return kept


def givers(text: str, unit: Span, silent: Sequence[Span]) -> frozenset[str]:
    """The countries whose names stand in the names of donors."""
    spans = [span for span in near(silent, *unit) if unit[0] <= span[0]]
    return frozenset(
        code
        for start, end in spans
        if _OWN_MEANS.match(text, end) is None
        for mention in find_countries(text[start:end])
        for code in mention.codes
    )


_OWN_MEANS = re.compile(
    r"(?:['’]s?)?\s(?:(?:share|part|costs?|bill)\s)?(?:(?:was|were|is|are|will be)\s)?(?:(?:met|paid|covered|borne|drawn)\s)?"
    r"(?:(?:from|by|out of)\s(?:its|their)\s)?(?:(?:own|state|national|public|republican|federal)\s){1,3}"
    r"(?:budget|funds|means|resources|money|[Tt]reasury|purse|pocket)\b"
)
"""A country that pays for what is its own is not a donor elsewhere."""


def _unpaid(text: str, mentions: list[CountryMention], paying: frozenset[str]) -> list[CountryMention]:
    """The mentions without those of a country that pays, where it is told to be neither the place nor among others."""
    if not paying:
        return mentions
    return [
        mention
        for run in runs(text, mentions)
        for mention in run
        if len(run) > 1
        or mention.form not in ("name", "demonym")
        or mention.codes[0] not in paying
        or _VENUE.search(text[max(0, mention.start - 60) : mention.start])
        or _TOWN.search(text[max(0, mention.start - 60) : mention.start])
        or TOOK_PART.match(text, mention.end)
        or (mention.form == "demonym" and VISITED.match(text, mention.end))
    ]


def _spot(
    text: str, own: Span, here: Sequence[CountryMention], whole: Sequence[CountryMention], unit: Span, *, main: bool
) -> tuple[list[CountryMention], str]:
    found = venue(text, own[0], here)
    if found and not (found[0].form == "region" and named_apart(text, found[0], here, whole)):
        return found, "venue-in-sentence"
    towns = [mention for mention in here if mention.form in ("city", "point")]
    if len({code for mention in towns for code in mention.codes}) == 1:
        return runs(text, towns)[0], "town-in-sentence"
    if main:
        elsewhere = [mention for mention in whole if mention.form in ("city", "point")]
        if found := venue(text, unit[0], elsewhere):
            return found, "venue-in-article"
    return [], ""


def _towns(titled: Sequence[CountryMention]) -> list[CountryMention]:
    """The towns that a heading names, where they lie in one country."""
    towns = [mention for mention in titled if mention.form in ("city", "point")]
    return towns[:1] if len({code for mention in towns for code in mention.codes}) == 1 else []


def _is_background(
    text: str,
    region: CountryMention,
    spot: Sequence[CountryMention],
    here: Sequence[CountryMention],
    whole: Sequence[CountryMention],
) -> bool:
    """Whether a region says no more than where something lies: some of its countries are named, or the place itself is."""
    inside = bool(spot) and region not in spot and IN.search(text, max(0, region.start - 16), region.start) is not None
    return inside or named_apart(text, region, here, whole)


def _dominant(names: Sequence[CountryMention], titled: Sequence[CountryMention], here: Sequence[CountryMention]) -> CountryMention:
    """The mention whose country is named most often; the heading and the sentence itself count more."""
    votes: Counter[str] = Counter()
    for mention in names:
        votes[mention.codes[0]] += 1
    for mention in (*titled, *here):
        votes[mention.codes[0]] += 3
    return max(names, key=lambda mention: (votes[mention.codes[0]], mention.form != "region"))


def ordered(roles: dict[str, Role]) -> tuple[CountryRole, ...]:
    """Countries by role, the strongest first, then by code."""
    return tuple(sorted(CountryRole(code, role) for code, role in roles.items()))


def reviewed(countries: Sequence[CountryRole]) -> tuple[CountryRole, ...]:
    """The countries of a review: those that take part are those whose work is reviewed."""
    return ordered({one.code: Role.BENEFICIARY if one.role is Role.PARTICIPANT else one.role for one in countries})


def _place(spot: Sequence[CountryMention]) -> str:
    towns = [mention.text for mention in spot if mention.form in ("city", "point")]
    return ", ".join(dict.fromkeys(towns or [mention.text for mention in spot]))
