"""Where an event took place, whom it was for, and who took part: the countries of a milestone and their roles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from db.models import CountryRole, Reason, Role, Span
from importers.places.attending import beside
from importers.places.finding import CountryMention, runs
from importers.places.headed import across, beside_each_other, facing, is_of_one, labelled
from importers.places.journeys import went
from importers.places.lists import IN, LIST, LISTED, give, listed, named_apart, observers
from importers.places.mentions import comes_from, told_countries
from importers.places.pairs import Placed
from importers.places.paying import unpaid
from importers.places.regions import are_counted, has_its_plan
from importers.places.spots import venue
from importers.places.unaided import only_give, only_gives

ONLINE = re.compile(
    # a class first, so that `re` skips quickly
    r"[vVoOwWtTrR](?<!\w.)(?i:(?<=v)irtual(?:ly)?|(?<=o)n-?line|(?<=w)ebinars?|(?<=v)ideo-?\s?conferences?|(?<=t)eleconferences?"
    r"|(?<=r)emotely(?!\s(?:operated|controlled|piloted))|(?<=v)ia\s(?:Zoom|Teams|Webex|Skype))\b"
)
"""What is held so is held in no country."""


class Where(StrEnum):
    """How it is known where an event was; `milepost show --why` prints it."""

    HEADED = "country-heading"
    IN_HEADING = "place-in-heading"
    IN_SENTENCE = "venue-in-sentence"
    TOWN = "town-in-sentence"
    BESIDE_DATE = "venue-beside-the-date"
    IN_ARTICLE = "venue-in-article"
    AS_ARTICLE = "as-the-article"
    NAMED = "country-named"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Involved:
    """The place of an event, the countries it has to do with, and why."""

    place: str
    countries: tuple[CountryRole, ...]
    reasons: tuple[Reason, ...]
    how: Where = Where.UNKNOWN
    onlookers: frozenset[str] = frozenset()
    """The codes of those of them that only looked on."""
    headed: tuple[str, ...] = ()
    """The codes of all that its heading names, where it is of one of them alone."""

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


@dataclass(frozen=True, slots=True)
class Ground:
    """What a story says of countries, whichever of its events is asked for."""

    text: str
    named: Sequence[CountryMention]
    """Those that may have to do with its events, in order (`importers.places.mentions.told_countries`)."""
    country: str = ""
    """The ISO code of the country under whose heading it stands."""
    silent: Sequence[Span] = ()
    """Where names of donors stand."""
    groups: Sequence[Sequence[str]] = ()
    """Those that the newsletter is about (`importers.places.regions.groups_of`)."""


@dataclass(frozen=True, slots=True)
class Words:
    """Which words of a story tell an event, and what else is known of where it was."""

    own: Span
    unit: Span
    """What the event is one of: a story, or an entry of a list."""
    main: bool
    heading: str = ""
    paying: frozenset[str] = frozenset()
    """The countries that pay in the unit (`givers`)."""
    others: Sequence[Span] = ()
    """The sentences of the unit that tell of another time, in order: where that was says nothing of this event."""
    dated_in: Span | None = None
    """The sentence that states the date, where it is another one."""
    share: tuple[int, int] | None = None
    """Which of how many dates of one list is its own: "in Termez and Osh on 3 and 5 May respectively"."""
    placed: Placed | None = None
    """Where it was, where each date of its sentence has a place of its own."""
    fallback: Involved | None = None
    """What the main milestone has to do with, for one told in passing."""


def _within(mentions: Sequence[CountryMention], span: Span) -> list[CountryMention]:
    return list(mentions[bisect_left(mentions, span[0], key=_start) : bisect_left(mentions, span[1], key=_start)])


def _start(mention: CountryMention) -> int:
    return mention.start


def involved(ground: Ground, words: Words) -> Involved:
    """The countries of the event that some words of a story tell: where it was, who took part, whom it was for."""
    text, seen = ground.text, _seen(ground, words)
    spot, how = _spot(ground, words, seen)
    placed = words.placed
    if placed is None and words.share is not None and len(spot) == words.share[1]:
        placed = Placed([spot[words.share[0]]], spot)
    if placed is not None:
        seen = seen.without(placed.elsewhere)
        spot, how = placed.spot, Where.IN_SENTENCE
    there = how is Where.IN_SENTENCE and (placed is not None or spot[0].form in ("city", "point"))
    located = _located(ground, words, seen, spot, how, there=there)
    if words.main and there and ground.country:
        # told under its heading because its own people went there
        give(located.roles, (ground.country,), Role.BENEFICIARY)
    roles, reasons = located.roles, [Reason("countries", located.how.value, located.why)] if located.how else []
    listed(text, words.unit if words.main else words.own, seen.whole, ground.silent, roles, reasons)
    # what begins with its country is of that one among those of the heading: "In Mali, a clinic was opened"
    led = located.spot and text[words.own[0] : located.spot[0].start] in ("In ", "In the ") and located.spot[0].form == "name"
    headed = beside_each_other(seen.title, seen.titled)
    headed = headed if is_of_one(text[slice(*words.own)], seen.here, headed, roles) else ()
    beyond = across(text, seen.here, text[slice(*words.own)], roles) if located.spot else ()
    for told, mentions in ((seen.title, () if led or headed else seen.titled), (text, seen.here)):
        givers = [mention for run in runs(told, mentions) if only_give(run) for mention in run] if roles else []
        for mention in mentions:
            if mention in givers or mention in beyond:
                continue
            if mention.form != "region" or not _is_background(told, mention, located.spot, seen.here, seen.whole):
                give(roles, mention.codes, Role.BENEFICIARY)
    give(roles, facing(text, seen.here, _within(ground.named, words.unit), roles.keys()), Role.BENEFICIARY)
    give(roles, beside(text, words.own) if roles else (), Role.PARTICIPANT)
    homes = _homes(ground, words, roles) if placed is None else ()
    named = located.how is Where.IN_SENTENCE
    if homes and (named or located.how in (Where.TOWN, Where.NAMED)):
        places = {code for code, role in roles.items() if role is Role.LOCATION}
        abroad = all(places.issuperset(mention.codes) for mention in seen.here)
        if abroad and went(text[slice(*words.own)], countries=len(places), in_sentence=named):
            give(roles, homes, Role.BENEFICIARY)
            reasons.append(Reason("countries", _WENT, ""))
    return Involved(
        _place(located.spot), ordered(roles), tuple(dict.fromkeys(reasons)), located.how, observers(text, seen.whole), headed
    )


_WENT = "who-went-there"


def _homes(ground: Ground, words: Words, roles: Mapping[str, Role]) -> Collection[str]:
    """The country that people come from who went somewhere: the main event's, or the only other one told of before."""
    main = words.fallback
    if not words.main:
        if main is None or len(main.locations) != 1:
            return ()
        if sum(one.role is Role.PARTICIPANT for one in main.countries) >= LIST:
            # where many met is the home of few of them
            return ()
        abroad = any(reason.rule == _WENT for reason in main.reasons)
        return [one.code for one in main.countries if one.role is Role.BENEFICIARY] if abroad else main.locations
    before = _within(ground.named, (words.unit[0], words.own[0]))
    codes = {code for mention in before for code in mention.codes} - roles.keys()
    return codes if len(codes) == 1 else ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """The countries that may have to do with an event, none of them one that only pays."""

    here: list[CountryMention]
    """Those that its own words name."""
    whole: list[CountryMention]
    """Those that all words name which may tell of it."""
    titled: list[CountryMention]
    """Those that its heading names, as it is written in `title`."""
    title: str
    online: bool

    def without(self, elsewhere: Sequence[CountryMention]) -> _Seen:
        """Without those that its sentence says of another time."""
        here, whole = ([one for one in told if one not in elsewhere] for told in (self.here, self.whole))
        towns = {one.text for one in elsewhere if one.form != "name"}
        return replace(self, here=here, whole=whole, titled=[one for one in self.titled if one.text not in towns])


def _seen(ground: Ground, words: Words) -> _Seen:
    here = _within(ground.named, words.own)
    whole = _outside(_within(ground.named, words.unit), words.others) if words.main else here
    title = words.heading.title() if words.heading.isupper() else words.heading
    titled = told_countries(title, (), ground.groups) if title else []
    if titled and words.paying:
        titled = [mention for mention in titled if mention.form not in ("name", "demonym") or mention.codes[0] not in words.paying]
    online = ONLINE.search(ground.text, *words.own) is not None or ONLINE.search(words.heading) is not None
    return _Seen(unpaid(ground.text, here, words.paying), unpaid(ground.text, whole, words.paying), titled, title, online)


@dataclass(frozen=True, slots=True)
class _Located:
    """Where an event was: the mentions that name its place, the countries, and the words that say so."""

    spot: list[CountryMention]
    roles: dict[str, Role]
    how: Where
    why: str


def _located(ground: Ground, words: Words, seen: _Seen, spot: list[CountryMention], how: Where, *, there: bool) -> _Located:
    """The first that tells where an event was; `there` says that its own words name a `spot` which no heading outdoes."""
    text, country = ground.text, ground.country
    if country and not there and (not spot or country not in spot[0].codes):
        return _Located([], {country: Role.LOCATION}, Where.HEADED, words.heading)
    if words.main and not seen.online and how in _UNSURE and (headed := _towns(seen) or labelled(seen.title, seen.titled)):
        return _Located([] if headed[0].form == "name" else headed, _there(headed), Where.IN_HEADING, headed[0].text)
    if spot:
        return _Located(spot, _there(spot), how, _said(text, spot))
    if seen.online:
        return _Located([], {}, Where.UNKNOWN, "")
    main = words.fallback
    # a plan for a region is made in one place for all of it
    here = [one for one in seen.here if one.form != "region" or not has_its_plan(text, one)]
    if main is not None and not _ABOVE_STATES.search(text, *words.own) and (lent := _lent(text, here, main)) is not None:
        return _Located([], {told.code: told.role for told in lent}, Where.AS_ARTICLE, "")
    names = [*_at_home(text, seen.here), *_at_home(seen.title, seen.titled), *_at_home(text, _single(text, seen.whole))]
    names = names or [*seen.here, *seen.titled]
    if names := [one for one in names if not only_gives(one)] or names:
        chosen = _dominant(names, seen.titled, seen.here)
        if chosen.form == "region" and has_its_plan(text, chosen):
            return _Located([], {}, Where.UNKNOWN, "")
        return _Located([], _there([chosen]), Where.NAMED, chosen.text)
    return _Located([], {}, Where.UNKNOWN, "")


def _said(text: str, spot: Sequence[CountryMention]) -> str:
    """The words that name a place, with the bracket that closes them: "Osh (Kyrgyzstan)"."""
    start, end = spot[0].start, spot[-1].end
    opened = text.count("(", start, end) > text.count(")", start, end)
    return text[start : end + (opened and text.startswith(")", end))]


def _there(spot: Sequence[CountryMention]) -> dict[str, Role]:
    return {code: Role.LOCATION for mention in spot for code in mention.codes}


_UNSURE = frozenset({Where.UNKNOWN, Where.IN_ARTICLE})
"""What a heading that names a place outdoes."""
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


def _spot(ground: Ground, words: Words, seen: _Seen) -> tuple[list[CountryMention], Where]:
    """The mentions that say where an event was, in its own words or in others that tell of it, and how."""
    spot, how = _named_spot(ground.text, words, seen)
    if words.dated_in is None or seen.online or how not in _UNSURE:
        return spot, how
    found = venue(ground.text, words.dated_in[0], _within(ground.named, words.dated_in))
    return (found, Where.BESIDE_DATE) if found and found[0].form != "region" else (spot, how)


def _named_spot(text: str, words: Words, seen: _Seen) -> tuple[list[CountryMention], Where]:
    found = venue(text, words.own[0], seen.here)
    if found and not (found[0].form == "region" and named_apart(text, found[0], seen.here, seen.whole)):
        return found, Where.IN_SENTENCE
    towns = [mention for mention in seen.here if mention.form in ("city", "point")]
    towns = _at_home(text, towns) or ([] if len(towns) > 1 else towns)
    if len({code for mention in towns for code in mention.codes}) == 1:
        return runs(text, towns)[0], Where.TOWN
    if words.main and not seen.online:
        elsewhere = [mention for mention in seen.whole if mention.form in ("city", "point")]
        if found := venue(text, words.unit[0], elsewhere):
            return found, Where.IN_ARTICLE
    return [], Where.UNKNOWN


def _towns(seen: _Seen) -> list[CountryMention]:
    """The towns that a heading names, where they lie in one country, or the one it begins with: "Lagos: rice for Accra"."""
    label, colon, _ = seen.title.partition(": ")
    first = [one for one in (*seen.titled, *seen.whole) if colon and one.text == label and one.form in _TOWN]
    towns = first or [mention for mention in seen.titled if mention.form in _TOWN]
    return towns[:1] if len({code for mention in towns for code in mention.codes}) == 1 else []


_TOWN = ("city", "point")
"""Forms of mentions that name one place."""


def _is_background(
    text: str,
    region: CountryMention,
    spot: Sequence[CountryMention],
    here: Sequence[CountryMention],
    whole: Sequence[CountryMention],
) -> bool:
    """Whether a region says no more than where something lies: some of its countries are named, or the place itself is."""
    inside = bool(spot) and region not in spot and IN.search(text, max(0, region.start - 16), region.start) is not None
    inside = inside and _GIVEN_FOR.search(text, max(0, region.start - _GIVEN), region.start) is None
    return inside or named_apart(text, region, here, whole)


_GIVEN = 120
_GIVEN_FOR = re.compile(
    r"\b(?:agreements?|contributions?|grants?|donations?|memorandum|M[Oo]U|protocol|dollars|euros?)\s(?:[^,.;:]{0,60}\s)?(?:for|on)\s[^,.;:]{3,80}\sin\s(?:the\s)?\Z"
)
"""Before a region for which something is given or agreed in another place: "a grant for clean water in the Andes"."""


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
    named = [mention.text for mention in spot if mention.form != "demonym" and not are_counted(mention.text)]
    return ", ".join(dict.fromkeys(towns or named))
