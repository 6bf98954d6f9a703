"""The countries and places of a story that may have to do with an event: none of an office, a title, a teacher, a vague region."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from db.models import Span
from importers.donorlexicon import members
from importers.lexicon import Phrase, data, trie_pattern, words
from importers.places.attending import sent_from
from importers.places.bodies import done_by_bodies, teach_elsewhere, tells_the_way
from importers.places.finding import INSTITUTION, CountryMention, find_countries
from importers.places.lists import AS_GUESTS
from importers.places.regions import counted, has_its_plan, means_its_members, our_part
from importers.sentences import quotations

_FROM = re.compile(r"\bfrom\s+(?:the\s+)?(?:\w+\s+(?:and|of|in|at)\s+(?:the\s+)?)?$")
_SOME_FROM = re.compile(
    r"\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|others|some|most"
    r"|half)(?:\sof\sthem)?\sfrom\s(?:the\s)?$"
)
"""Some of the people told of before: "twelve officers from Ghana, eight from Togo and five from"."""
_ON_THE_WAY = Phrase(
    "way going traveling travelling migrating emigrating departing moving bound",
    r"\bon\s(?:his|her|their|the|its)\sway\s(?:back\s|home\s)?(?:to|from)\s(?:the\s)?$"
    r"|\b(?:migrants|refugees|citizens|nationals|workers|people|persons|passengers|travellers)\s(?:going|travell?ing|migrating"
    r"|emigrating|departing|moving|bound)\s(?:to|for)\s"
    r"(?:(?:the\s)?[a-zà-ÿ’'-]+(?:\s[a-zà-ÿ’'-]+)?(?:,\s(?:and\s)?|\sand\s)){0,6}(?:the\s)?$",
)
_CALLED = Phrase(
    "phone telephone video videolink videocall videoconference skype zoom",
    r"\b(?:phone|telephone|video(?:[\s-]?(?:link|conference|call))?|skype|zoom)\swith\s(?:[a-z]+\s){0,3}?(?:(?:in|of)\s)?(?:the\s)?$",
)
"""Who was called from afar is no place: "by phone with Vienna"."""
_WITH_HELP = Phrase(
    "assistance help support aid guidance advice",
    r"\b(?:with|thanks to)\s(?:the\s)?(?:[a-z]+\s)?(?:assistance|help|support|aid|guidance|advice)\s(?:of|from)\s(?:the\s)?"
    r"(?:(?:[a-z-]+\s){0,2}?(?:colleagues|counterparts|practitioners|experts|specialists|judges|prosecutors|officers|advisers|lawyers"
    r"|consultants|doctors|nurses|teachers|trainers|instructors|lecturers|engineers|scientists)\sfrom\s(?:the\s)?(?:[\w’'-]+(?:\s[\w’'-]+)?(?:,\s(?:and\s)?|\sand\s)(?:the\s)?){0,4})?$",
)
"""Before a country that helps, or people of it do: "with the help of colleagues from Lithuania and"."""
_SOLD = Phrase("exported shipped sold export exports", r"\b(?:exported|shipped|sold|exports?)\s(?:\w+\s)?to\s(?:the\s)?$")
_MESSAGE = Phrase(
    "message messages greeting greetings letter letters congratulations condolences",
    r"\b(?:messages?|greetings?|letters?|congratulations|condolences)\s(?:of\s\w+\s)?(?:from|of|by)\s(?:the\s)?(?:[\w-]+\s){1,5}?(?:of|from)\s(?:the\s)?"
    r"(?:[A-ZÀ-Þa-z][\w’'-]+(?:,\s(?:and\s)?|\sand\s)(?:the\s)?){0,5}$",
)
"""Before the country of somebody who only wrote: "a letter from the President of Togo was read"."""
_BOUND = Phrase(
    "bound destined headed route left leave leaving departed sailed",
    r"\b(?:bound|destined|headed|en\sroute|(?:convoys?|trucks?|lorr(?:y|ies)|pick-ups?|boats?|ships?|vessels?|shipments?|containers?|trains?"
    r"|cargo)\s(?:[\w-]+\s){0,4}?(?:left|leave|leaving|departed|sailed))\s(?:\w+\s)?(?:for|to)\s(?:the\s)?(?:(?:port|city)\sof\s)?$",
)
"""Before where goods were to go: "tusks bound for Togo"."""
_ROUTE = re.compile(
    r"\s(?:as|was|being)\s(?:the|its|their)\s(?:\w+\s)?(?:ports?|airports?|countr(?:y|ies)|points?|places?)\sof\s(?:discharge|destination|loading"
    r"|origin|transit|departure|dispatch)\b"
)
"""Behind a place on the way that goods took: "with Accra as the port of discharge"."""
_EXPERT = Phrase(
    "assessor auditor expert trainer instructor lecturer specialist consultant adviser advisor mentor assessors "
    "auditors experts trainers instructors lecturers specialists consultants advisers advisors mentors",
    r"\b(?:an?|one|two|three)\s(?:\w+\s)?(?:assessor|auditor|expert|trainer|instructor|lecturer|specialist|consultant"
    r"|advis[eo]r|mentor)s?"
    r"\s(?:of|from)\s(?:the\s)?$",
)
"""Before where somebody comes from who helps."""
_OPERATES = Phrase(
    "operate operates operating operational",
    r"\b(?<!began )(?<!started )(?<!begin )operat(?:es?|ing|ional)\s(?:today\s|now\s|currently\s|already\s|also\s)?in\s[^.;]*$",
)
"""Where something is at work, besides what is told of it."""
_ABSENT = re.compile(
    r"\s(?:\w+ly\s)?(?:could not|cannot|(?:was|were) (?:unable|not able|absent|prevented)"
    r"|did not (?:attend|come|take part|travel|send)|(?:was|were) not (?:represented|present|invited))\b"
)
"""Behind a country who stayed away: "the delegate of Togo could not travel"."""
_GIVER = re.compile(r"\sis\s(?:the|a|one\sof\sthe)\s[^.;,]{0,30}?(?:contributor|donor|supporter|shareholder)s?\b")
"""Behind a country that gives to a fund."""
_PEOPLE_FROM = re.compile(
    r"\b(?:participants|representatives|delegations?|delegates|officers|officials|judges|prosecutors|experts|police|students"
    r"|women|men"
    r"|youth|ministers|members|colleagues|counterparts|observers|journalists|practitioners|teams|groups?|people|customs|guards"
    r"|doctors|handlers|investigators|analysts|inspectors|specialists|cadets|soldiers|scientists|researchers|engineers|lawyers"
    r"|farmers"
    r"|trainees|recruits|mayors|nurses|teachers|\w{3,}(?:ists|icians|arians))\b[\w ,]*$"
)
_TEACHERS = Phrase(
    "trainers instructors lecturers facilitators consultants speakers teachers mentors tutors experts specialists",
    r"\b(?:trainers|instructors|lecturers|facilitators|consultants|speakers|teachers|mentors|tutors"
    r"|the\s(?:\w+\s)?(?:experts|specialists)\s(?:had\s)?(?:came|come))\s(?:[\w-]+\s){0,5}?from\s"
    r"(?P<homes>[^.;]*)$",
)
_LEARN = re.compile(r"[^.;]{0,120}?\s(?:took\spart|participated|attended|were\strained|completed)\b")
"""Behind where teachers come from who are taught themselves."""
_AND_MORE = r"(?:,\s(?:the\s)?[A-ZÀ-Þ][\w’' -]{2,30}){1,9},?\s(?:and|as\swell\sas)\s(?:the\s)?[A-ZÀ-Þ]"
_MANY = re.compile(rf"(?:the\s)?[A-ZÀ-Þ][\w’' -]{{2,30}}{_AND_MORE}")
"""Three countries or more, whose people meet rather than teach."""
_REFUGEES = re.compile(
    r"\b(?:refugees|asylum[\s-]seekers|(?:displaced|uprooted)\s(?:people|persons|families)|famil(?:y|ies))\sfrom\s(?:the\s)?$"
)
"""Before the country whose people they are."""
_BACK = re.compile(r"\b(?:back|return(?:ed|ing)|repatriated|deported|expelled|readmitted)\sfrom\s(?:the\s)?$")
"""Before where people were who are not of that country."""
_TEACH = re.compile(r"\b(?:trainers|instructors|lecturers|facilitators|consultants|speakers|experts|specialists)\b|\bby\s[^,;]*$")
_BY_PEOPLE = Phrase(
    "taught delivered facilitated led conducted given run trained moderated held",
    r"\b(?:taught|delivered|facilitated|led|conducted|given|run|trained|moderated|held)\s(?:\w+ly\s)?by\s[^,.;]{0,90}$",
)
"""Where those who teach come from has nothing to do with whom it is for."""
_LED_BY = re.compile(r"led\sby\s(?:the\s)?$")
"""Before a country that leads what others do with it."""
_BY_BODIES = re.compile(
    r"\b(?:conducted|led|held|run)\s(?:\w+ly\s)?by\s(?![^,.;]*\b(?:trainers|instructors|lecturers|facilitators|experts)\b)"
    r"[^,.;]*\b(?:services|police|administrations|authorities|ministries"
    r"|agencies|guards|forces|troops|units|laboratories)\sof\s"
)
"""What bodies of countries do they do themselves: "a patrol conducted by the customs services of Kenya and Uganda"."""
_EXPERTS_OF = Phrase(
    "experts trainers instructors lecturers specialists speakers consultants advisers advisors",
    r"\b(?:experts|trainers|instructors|lecturers|specialists|speakers|consultants|advis[eo]rs)\s(?:from|of)\s[^.;,]{0,80}\sof\s"
    r"(?:the\s)?(?:[\w, ]+\sand\s(?:the\s)?)?$",
)
_SPOKE = re.compile(
    r"(?:(?:,|,?\sand)\s(?:the\s)?[A-ZÀ-Þ][\w’'-]+){0,4}\s(?:spoke|told|shared|presented|explained|showed|talked|introduced|taught"
    r"|delivered|gave|acquainted|familiari[sz]ed|lectured)\b"
)
"""Experts of bodies of other countries, and that they teach: "Experts from the services of Peru and Chile spoke about"."""
_BY_A_BODY = Phrase(
    "university institute academy college company firm agency ngo",
    r"(?<!attended )(?<!joined )(?<!visited )(?<!followed )(?<!completed )\bby\s(?:the\s|an?\s)?[\w’' -]{0,40}?"
    r"\b(?:university|institute|academy|college|company|firm|agency|ngo)\b[\w’' -]{0,30}\sfrom\s(?:the\s)?$",
)
"""Before the home of a body that did it for others: "by Oxford Brookes University from the United Kingdom"."""
_OF_AN_OFFICE = re.compile(r"\b(?:of|from|by)\s(?:the\s)?[A-Z]{4,}\s$")
"""Before the seat of an organisation's office: "a project of UNODC Vienna"."""
_BY = re.compile(r"\bby\s(?:the\s)?$")
"""A country that gives, whose people act, is not where they do: "trained by the Danish police"."""
_JOINED = re.compile(r"\s*(?:,|,?\s(?:and|or)|&)\s(?:the\s)?")
_OPENING = "([{\"'“‘«–—-/"
_BEFORE = 100
"""Characters before a name among which those who teach are named."""
_REACH = 60
"""Characters before a name in which other words say what it is."""


_OF_UNION = re.compile(r"(?:european union|\beu),?\s(?:and\s)?(?:the\s)?$")
_UNION = 24
"""Characters before a name in which the first of several may stand: "the Ambassadors of the European Union and Norway"."""


@cache
def _title_before() -> re.Pattern[str]:
    titles = trie_pattern(data("countries")["titles"])
    return re.compile(rf"(?<!\w)(?:{titles})(?:\s+the)?(?:\s+(?:government|republic|kingdom|state)\s+of)?(?:\s+the)?\s*$")


@cache
def _name_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie_pattern(data('countries')['names'])})\s*$")


@cache
def _last_words(sort: str) -> frozenset[str]:
    """The words that can stand last in what `_title_before` finds of the `titles`, and `_name_before` of the `names`."""
    return frozenset((*(name.split()[-1] for name in data("countries")[sort]), *(("the", "of") if sort == "titles" else ())))


@cache
def _title_after() -> re.Pattern[str]:
    named = trie_pattern(data("countries")["titles_after"])
    return re.compile(rf"(?:['’]s?)?\s+(?:(?:new|newly\s\w+|former|outgoing|first|then|late)\s)?(?:{named})(?!\w)")


def told_countries(text: str, silent: Sequence[Span], groups: Sequence[Sequence[str]] = ()) -> list[CountryMention]:
    """The mentions of countries in a story's text that may have to do with an event.

    Left out are those in the name of an office, a person's title or a nationality, in a quoted title, and those within `silent`:
    the names of donors and of currencies, in order. `groups` are those that the newsletter is about (`regions.groups_of`).
    """
    closed = sorted((*silent, *quotations(text)))
    lefts, reach = [left for left, _ in closed], list(accumulate((right for _, right in closed), max))
    found: list[CountryMention] = []
    titled, joined = 0, ("name", "name")
    for mention in find_countries(text):
        before_it = bisect_left(lefts, mention.end)
        if before_it and mention.start < reach[before_it - 1]:
            continue
        before = text[max(0, mention.start - _BEFORE) : mention.start].lower()
        if "eu" in before[-_UNION:]:
            before = _OF_UNION.sub("", before)
        last = (before[-_REACH:].rsplit(None, 1) or [""])[-1].lstrip(_OPENING)
        if (
            (
                last in _last_words("names" if mention.form in ("city", "point") else "titles")
                and _is_of_title(before[-_REACH:], mention)
                and not _are_many(text, before, mention)
                and not has_its_plan(text, mention)
            )
            or (titled and mention.form in joined and _JOINED.fullmatch(text, titled, mention.start))
            or ("from" in before and _is_origin(text, before[-_REACH:], mention))
        ):
            titled, joined = mention.end, ("name", mention.form)
        elif found and mention.form == "city" == found[-1].form and text[found[-1].end : mention.start] == " ":
            # the port of Kingston is called its free port
            continue
        elif not _is_beside(text, before, mention):
            found.append(our_part(mention, groups))
    those = counted(text, found, groups)
    return sorted([*found, *those], key=lambda one: one.start) if those else found


def _is_of_title(before: str, mention: CountryMention) -> bool:
    """Whether a name stands behind the words of an office or a title: "the Embassy of Japan", "the University of Bonn"."""
    pattern = _name_before if mention.form in ("city", "point") else _title_before
    if (mention.form == "demonym" and before.endswith("for ")) or (mention.form == "region" and _FROM.search(before)):
        # "a training centre for Afghan officers" is no office, nor are "experts from the Andean states"
        return False
    return pattern().search(before) is not None


def _are_many(text: str, before: str, mention: CountryMention) -> bool:
    """Whether those who come from there meet or travel, whatever they are called: "experts from Mali and Togo visited"."""
    many = before.endswith("from ") and _OF_MANY.match(text, mention.end)
    return bool(many) and not (before.endswith("experts from ") and many and many["sent"])


_OF_MANY = re.compile(
    rf"{_AND_MORE}"
    r"|(?:,?\sand\s(?:the\s)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2})?\s(?:\w+ly\s)?(?:(?P<sent>visited|travelled\sto|went)"
    r"|attended|took\spart|participated|met|gathered|came\stogether|studied|completed|underwent|were\strained)\b"
)
"""Behind the first of three countries or more, or the last before what those do who are sent somewhere."""


def _is_origin(text: str, before: str, mention: CountryMention) -> bool:
    """Whether a name tells where somebody or something comes from, other than people that a country sends."""
    origin = _FROM.search(before)
    if origin is None or mention.form not in ("city", "point", "name"):
        return False
    listed = " and " in origin[0] or _MORE.match(text, mention.end) is not None
    if _BACK.search(before) is not None:
        return True
    if mention.form != "name":
        return not (listed and _PEOPLE_FROM.search(before) and _TEACH.search(before) is None)
    return not (
        _REFUGEES.search(before)
        or _PEOPLE_FROM.search(before)
        or _SOME_FROM.search(before)
        or (listed and sent_from(before[: origin.start()] + "from "))
    )


_MORE = re.compile(r"(?:,|,?\s(?:and|as well as))\s(?:the\s)?[A-ZÀ-Þ]")
"""Behind a name that is the first of a list."""

_JOINED_NAME = re.compile(r"\b(?:Latin|Inter|Pan|Afro|Euro|Trans|Anglo|North|South|Central|Meso)[ -]$")
"""Before "American" or "African" another part of the world, or of a name: "Latin-American", "Inter-American Bank"."""
_SPEAKING = re.compile(r"(?:-speaking\b|\s(?:African|American|Caribbean|Guiana|Polynesia)\b)")
"""Behind the name of a language: "French-speaking judges", "eleven French African countries"."""
_OF_GOODS = re.compile(r"\s(?:opiates?|heroin|opium|cocaine|cannabis|hashish|narcotics|methamphetamine)\b", re.IGNORECASE)
"""Behind a nation what comes from there: "a shared answer to Afghan opiates"."""
_LIKENED = Phrase(
    "like unlike similar modeled modelled example model comparable just already after",
    r"\b(?:(?:(?<!\w\s)Like|(?<=[,;]\s)like|(?<=\band\s)like|[Uu]nlike|[Ss]imilar to|modell?ed (?:on|after)"
    r"|the (?:example|model) of|[Cc]omparable to|[Jj]ust as|[Aa]s already)\s(?:[a-z-]+\s){0,5}?(?:in|at)"
    r"|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|latest)\b[^.;:]{0,40}\safter(?:\s(?:those|the\sones?)\s(?:in|at|of))?)\s(?:the\s)?"
    r"(?:[A-ZÀ-Þ][\w’'-]+(?:,\s(?:and\s)?|\s(?:and|or)\s)){0,6}$",
)
"""Before what something only is like, or where such things are: "like its sisters in Osh and Naryn"."""
_RESIDENT = Phrase(
    "resident residing resides residence accredited headquartered based seated stationed lives living",
    r"\b(?:resident|residing|resides|residence|accredited|headquartered|based|seated|stationed|lives|living)\s(?:in|at)\s(?:the\s)?$",
)
"""Where somebody or a body sits says nothing of where it acts: "the envoy to Togo, resident in Accra"."""
_SPEAKER = Phrase(
    "representative official expert professor delegate officer member employee researcher scientist governor minister "
    "president chancellor director secretary head chief speaker",
    r"\b(?:(?:an?|one)\s(?:\w+\s)?(?:representative|official|expert|professor|delegate|officer|member|employee|researcher"
    r"|scientist)"
    r"|(?:an?\s)?(?:former|late|then)\s(?:[\w-]+\s){0,2}?(?:governor|minister|president|chancellor|director|secretary|head"
    r"|chief|speaker))"
    r"\s(?:of|from|at)\s(?:(?!\b(?:and|who|which|that|visited|met)\b)[\w’'-]+\s){0,8}$",
)
"""The home of one person who speaks: "a representative of the Ministry of Trade of Peru", "a former governor of Kano"."""
_APOSTROPHES, _WAR_REACH = frozenset("'’"), 24
_AT_WAR = Phrase("war invasion aggression", r"\b(?:war|invasion|aggression)\s(?:in|on|against|of|with)\s(?:the\s)?$")
_WAR = re.compile(r"['’]s?\s(?:\w+\s)?(?:war|invasion|aggression)\b")
"""A war is a reason why something is done, not where: "the effects of Russia’s war against Ukraine"."""


def _is_beside(text: str, before: str, mention: CountryMention) -> bool:
    """Whether a name has nothing to do with an event: a vague region, part of another name, the home of those who teach."""
    first, last = mention.start, mention.end
    if (
        (mention.form == "region" and not means_its_members(text, mention))
        or (mention.form == "demonym" and _OF_GOODS.match(text, last))
        or (mention.form == "demonym" and (_JOINED_NAME.search(text, max(0, first - 10), first) or _SPEAKING.match(text, last)))
        or (mention.form in ("name", "demonym") and text[last : last + 1] in _APOSTROPHES and _WAR.match(text, last))
    ):
        return True
    seen = words(before)
    told = None if _BESIDE.isdisjoint(seen) else _told_before(text, before, seen, mention)
    return _is_told_behind(text, before, mention) if told is None else told


def _told_before(text: str, before: str, seen: frozenset[str], mention: CountryMention) -> bool | None:
    """Whether the words before a name, which are `seen`, tell that it has nothing to do with an event; None where they do not."""
    first, last = mention.start, mention.end
    near, of_nation = before[-_REACH:], mention.form in ("name", "demonym")
    if (
        _LIKENED.search(text, seen, max(0, first - _BEFORE), first)
        or (mention.form in ("city", "name") and (_RESIDENT.search(near, seen) or _CALLED.search(near, seen)))
        or (of_nation and _AT_WAR.search(near[-_WAR_REACH:], seen))
        or (of_nation and (" of " in near or " from " in near) and _SPEAKER.search(before, seen))
    ):
        return True
    if "from" in before and mention.form != "city" and (taught := _TEACHERS.search(before, seen)) and not _LEARN.match(text, last):
        return _MANY.match(text, max(0, first - _BEFORE) + taught.start("homes")) is None
    taught = _BY_PEOPLE.search(before, seen) if "by" in before else None
    led = taught is not None and (
        (mention.form == "name" and _LED_BY.match(taught[0]) is not None)
        or (mention.form == "demonym" and done_by_bodies(taught[0], text, last))
    )
    if taught is not None and not led and (mention.form != "city" or " from " in taught[0]) and not _BY_BODIES.match(taught[0]):
        return True
    if (
        (" of " in near and mention.form == "name" and _SPOKE.match(text, last) and _EXPERTS_OF.search(before, seen))
        or ("from" in near and _BY_A_BODY.search(before, seen))
        or (of_nation and (_WITH_HELP.search(before, seen) or _EXPERT.search(near, seen) or _SOLD.search(near, seen)))
        or _ON_THE_WAY.search(near, seen)
        or _BOUND.search(near, seen)
        or (mention.form != "city" and _MESSAGE.search(before, seen))
        or _OPERATES.search(near, seen)
    ):
        return True
    return None


_BESIDE = frozenset().union(
    *(one.words for one in (_LIKENED, _RESIDENT, _AT_WAR, _SPEAKER, _TEACHERS, _BY_PEOPLE, _EXPERTS_OF, _BY_A_BODY, _WITH_HELP)),
    *(one.words for one in (_EXPERT, _SOLD, _CALLED, _ON_THE_WAY, _BOUND, _MESSAGE, _OPERATES)),
)
"""Words of which one stands before each such name."""


def _is_told_behind(text: str, before: str, mention: CountryMention) -> bool:
    """Whether the words behind a name, or who acts by it, tell that it has nothing to do with an event."""
    first, last = mention.start, mention.end
    if mention.form != "region" and _ROUTE.match(text, last):
        return True
    if mention.form == "name" and (_GIVER.match(text, last) or _ABSENT.match(text, last)):
        return True
    if mention.form == "city" and (
        _OF_AN_OFFICE.search(text, max(0, first - 24), first) or (_BY.search(before) and INSTITUTION.match(text, last))
    ):
        return True
    if mention.form in ("demonym", "name") and tells_the_way(before, text, last):
        return True
    by_nation = mention.form == "demonym" or mention.text in _SHORT
    if by_nation and teach_elsewhere(before, text, last):
        return True
    if (
        by_nation
        and mention.codes[0] in members()
        and (_BODY.match(text, last) or _BY.search(before))
        and not _GUESTS_OF.search(before)
    ):
        return True
    return (
        mention.form in ("demonym", "name")
        and not _NATIONAL.match(text, last)
        and _title_after().match(text[last : last + 40].lower()) is not None
    )


_GUESTS_OF = re.compile(rf"\b(?:{AS_GUESTS}|(?:studied|trained|learnt|learned)\sat)\s(?:the\s)?$")
"""Before a body of a country it makes it where somebody was: "visited the Swedish Migration Agency"."""
_NATIONAL = re.compile(r"(?:['’]s?)?\sNational\b")
"""Behind a country the name of a body of it, where a small letter tells somebody's nationality: "Kenya’s National Archives"."""
_SHORT = frozenset(("U.S.", "US", "U.K.", "UK"))
_BODY = re.compile(
    r"\s(?!(?:Prime\s|Foreign\s|Deputy\s)?(?:Minister|President|King|Queen|Prince|Princess|Secretary)\b)(?:(?:[A-Z][\w-]+|of|for|and)\s){0,4}?"
    r"(?:NGOs?|Red Cross|Agency|Foundation|Association|Institute|Government|Development Cooperation|company|firm)\b"
)
"""Such a body of a country that gives works elsewhere: "the American Red Cross trained nurses", "a French NGO"."""


def comes_from(text: str, mention: CountryMention) -> bool:
    """Whether `from` stands before a name."""
    return _FROM.search(text, max(0, mention.start - 12), mention.start) is not None
