"""Countries that stand in lists: who takes part, whom an event is for, and who is only named beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from db.models import Reason, Role, Span
from importers.lexicon import cues
from importers.places.attending import SENT, STOP, authorities, homes, senders, sent_from
from importers.places.finding import CountryMention, runs
from importers.places.unaided import only_give

AS_GUESTS = r"visited|toured|(?:visits?|tours?|trips?)\sto|guests\sof|spent\s[^.;,]{1,30}\swith"
"""Before where somebody was as a guest; a pattern."""
IN = re.compile(
    rf"\b(?:in|at|near|outside|across|throughout|within|{AS_GUESTS})\s+(?:the\s+)?[\"“«']?$|\($",
    re.IGNORECASE,
)
_FROM_ALL = re.compile(r"\b(?:from|of)\s+(?:(?:all|the|two|three|four|five|six)\s+){0,3}$")
_BORDERS = re.compile(r"[\s-]*borders?\b")
_MEMBERS = re.compile(
    r"\)?\s*(?:are|were)\s+(?:now\s|also\s|the\s|all\s)*(?:[\w-]+\s){0,3}(?:parties|members?|signatories|member states"
    r"|(?:countries|states)\s(?:where|in\swhich|that|which))\b"
)
_MEMBERS_BEFORE = re.compile(
    r"\b(?:countries: |is (?:one|a) (?:component|part) of\b[^.;:]*)$"
    r"|\b(?:parties|members|member (?:states|countries)|signatories)(?:\s?(?::|[–—]|are|include)|,\s(?:namely|i\.e\.))"
    r"\s*(?:the\s)?$"
)
"""A list of who is party to a treaty, belongs to a body or has a programme says nothing of an event."""
_IN_ALL = re.compile(r"\b(?:so far|to date|up to now|until now|since then|(?:have|has) (?:now |already |thus )?been trained)\b")
"""What was done over years: "Since then 400 officers from Peru and Chile have been trained"."""
_HAVE_IT = re.compile(
    r"\s(?:also\s|now\s)?(?:have|has|had|gained|got)\s(?:also\s|now\s)?access\b|\s(?:is|are)\s(?:co-?)?(?:financed|funded)\b"
)
"""Behind those who can use a thing or whose work is paid for, of whom nothing is told."""
_ASIDE = re.compile(
    r"\b(?:(?:going|travell?ing|migrating|emigrating|moving|leaving|departing|resettled|resettlement)\s(?:to|for)|export(?:s|ed)?"
    r"|import(?:s|ed)?|donations?|donors?|neighbou?rs|between)\b[^;:]*:?\s*$"
)
"""Behind these words stands who trades, gives or lies around, not whom an event is for."""
TOOK_PART = re.compile(
    r"(?:['’]s\s\w+)?\s(?:also\s)?(?:took\spart|came\s(?:on|for)\s(?:an?|their|its)\s(?:[\w-]+\s){0,2}(?:visit|tour|trip)|participated|attended|joined\s(?:the|for|as)|was\s(?:\w+\s)?(?:represented"
    r"|present|there)|were\spresent|sent\s(?:an?\s)?(?:\w+\s)?(?:observers?|delegat\w+))\b"
)
_VISITED = r"(?:visited|toured|paid\san?\s(?:[\w-]+\s)?visit|came\sto\s(?:see|visit)|inspected\sthe)\b"
VISITED = re.compile(rf"\s(?:(?!on\s|in\s)[\w()-]+\s){{1,14}}?{_VISITED}")
"""Guests by their nation: "the Danish parliamentarians visited"."""
_ALONE = {"name": TOOK_PART, "demonym": VISITED}
"""What stands behind one country alone that takes part, by its form."""
_GUESTS = re.compile(rf"\b(?:{SENT}|delegation|mission|groups?)\sfrom\s(?:the\s)?\Z")
_CAME_TO_SEE = re.compile(rf"\s(?:(?!on\s|in\s)[\w()-]+\s){{0,6}}?{_VISITED}")
"""Before and behind a country whose people are guests: "A group of teachers from Togo visited"."""
_SPOKE_UP = re.compile(
    r"(?:,\s[^,.;:]{3,60},)?\s(?:also\s|then\s|in\sturn\s|for\sits\spart\s)?(?:presented|shared|spoke|explained|described\s(?:its|their|how)"
    r"|showed\s(?:its|their|how)|outlined|reported\s(?:on|to\sthe)|introduced\s(?:its|their)|demonstrated|(?:confirmed|announced|declared|pledged|promised|offered)\s(?:that|to|its|their)|contributed\s(?:its|their)"
    r"|proposed|sent\s(?:\w+\s){0,2}(?:delegates|participants|officers|officials|experts|judges|prosecutors|a\sdelegation|a\steam))\b"
)
"""Behind the countries that a sentence begins with, where they speak at what is told: "Peru presented its draft law"."""
_IN_TURN = re.compile(r"(?:;|,(?:\sand)?|\sand)\s(?:the\s)?\Z")
_AS_WELL = re.compile(r"\s(?:the|its|on|how|of|a|that|with|to)\s")
"""Before and behind another that does the same: "..., Chile the practice of its courts"."""
_CHAIR = re.compile(r"\b(?:(?:[Cc]hairmanship|[Cc]o-chairmanship|[Pp]residency)\sof|(?:co-)?(?:chaired|led)\sby)\s(?:the\s)?\Z")
"""Before the country that leads a meeting."""
_LEAD_REACH = 24
"""Characters before a country in which such words stand."""
LIST = 3
_CUE_REACH = 140
_NEAR = 2_500
"""Characters that are more than any name or sentence has."""
LISTED = "countries-listed"
"""The rule of a list of those whom an event is for."""


def listed(
    text: str, unit: Span, whole: Sequence[CountryMention], silent: Sequence[Span], roles: dict[str, Role], reasons: list[Reason]
) -> None:
    """Countries in lists: three or more, or those that a word for taking part stands before or behind."""
    # where nobody says where it was, it may have been at their home
    give(roles, (*authorities(text, unit), *homes(text, unit), *(senders(text, unit) if roles else ())), Role.PARTICIPANT)
    invited = cues("countries", "participants")
    give(roles, _speaking(text, whole), Role.PARTICIPANT)
    for run in runs(text, whole):
        codes = list(dict.fromkeys(code for mention in run for code in mention.codes))
        end = run[-1].end
        behind = text[end : end + 100].lower()
        if len(codes) == 1:
            lead = max(unit[0], run[0].start - _LEAD_REACH)
            chairs = _CHAIR.search(text, lead, run[0].start) is not None
            guests = _GUESTS.search(text, lead, run[0].start) is not None and _CAME_TO_SEE.match(behind) is not None
            if chairs or guests or ((verb := _ALONE.get(run[0].form)) is not None and verb.match(behind)):
                give(roles, codes, Role.PARTICIPANT)
            continue
        before = text[max(unit[0], run[0].start - _CUE_REACH) : run[0].start].lower()
        before = STOP.split(before)[-1]
        others = _AND_OTHERS.match(text, end)
        after = behind if others is None else text[others.end() : others.end() + 40].lower()
        region = run[0] if len(run) == 1 and run[0].form == "region" else None
        every = region is not None and _EVERY.search(text, max(0, region.start - 24), region.start) is not None
        if region is not None and not every and named_apart(text, region, (), whole):
            continue
        if _BORDERS.match(behind) or _ASIDE.search(before) or _MEMBERS.match(behind) or _MEMBERS_BEFORE.search(before):
            continue
        if _IN_ALL.search(before) or _IN_ALL.search(STOP.split(behind)[0]) or _HAVE_IT.match(behind):
            continue
        if len(run) == 1 and run[0].form == "region" and invited.search(before) and _FROM_ALL.search(before):
            give(roles, codes, Role.PARTICIPANT)
            continue
        part = (
            invited.search(before) is not None
            or cues("countries", "participants_after").pattern.match(after.lstrip(" )"))
            or _FORCES.search(before) is not None
            or (_LIST_FROM.search(before) is not None and sent_from(before))
        )
        if not part and len(run) >= LIST and all(one.form == "demonym" and _PEOPLES.search(one.text) for one in run):
            # people of those nations, whom nobody sent
            continue
        if not part and (_ELSEWHERE.match(behind) or _EXPERIENCE.search(before) or only_give(run)):
            continue
        if len(run) < LIST and not (part and (len(run) > 1 or _SENT_BY.search(before) or invited.search(before[-30:]))):
            continue
        inside = IN.search(text[max(0, run[0].start - 12) : run[0].start]) is not None
        if inside and not part and _FOUND.search(before):
            continue
        if (
            inside
            and not part
            and any(
                not STOP.search(text, *sorted((left, run[0].start))) for left, _ in near(silent, run[0].start, run[0].start + _NEAR)
            )
        ):
            continue
        give(roles, codes, Role.PARTICIPANT if part else Role.BENEFICIARY)
        reasons.append(Reason("countries", "participants-listed" if part else LISTED, text[run[0].start : run[-1].end]))


def observers(text: str, whole: Sequence[CountryMention]) -> frozenset[str]:
    """The countries that only look on: "observers from Peru and Chile", "Togo attended as an observer"."""
    return frozenset(
        code
        for run in runs(text, whole)
        if _LOOKED_ON.match(text, run[-1].end) or _ONLOOKERS.search(text, max(0, run[0].start - _LEAD_REACH), run[0].start)
        for one in run
        for code in one.codes
    )


_LOOKED_ON = re.compile(r"(?:\s[a-z]+){0,8}?\s(?:as|were|was)\s(?:an?\s|the\s)?(?:observers?|guests?)\b")
_ONLOOKERS = re.compile(r"\b(?:[Oo]bservers?|[Gg]uests)\s(?:from|of)\s(?:the\s)?\Z")


def _speaking(text: str, whole: Sequence[CountryMention]) -> list[str]:
    """The countries that speak one after the other in a sentence which begins with the first of them."""
    codes: list[str] = []
    spoke = 0
    for run in runs(text, whole):
        first, last = run[0], run[-1]
        if first.form != "name":
            continue
        begins = _BEGINS.search(text, max(0, first.start - _BEGINS_REACH), first.start) is not None
        beside = spoke and first.start - spoke < _CUE_REACH and STOP.search(text, spoke, first.start) is None
        if (begins and _SPOKE_UP.match(text, last.end)) or (
            beside and _IN_TURN.search(text, spoke, first.start) and _AS_WELL.match(text, last.end)
        ):
            codes.extend(code for mention in run for code in mention.codes)
            spoke = last.end
    return codes


_BEGINS = re.compile(r"(?:\A|[.!?:”\"]\s|\n)(?:[Dd]elegations?\sof\s)?(?:[Tt]he\s)?\Z")
_BEGINS_REACH = 24
_PEOPLES = re.compile(r"(?:[a-z]ns|is|ese|ks|ts|[mn]en)$")
"""The end of a word for the people of a country: "Syrians, Ghanaians and Nepalese"."""
_ELSEWHERE = re.compile(r",?\s(?:and|or)\s(?:else|other)where\b|,?\s(?:and|or)\sin\sother\sparts\b")
_EXPERIENCE = re.compile(
    r"\b(?:experiences?|expertise|good practices|best practices)\s(?:gained|gleaned|gathered|of|in|from|with)\b[^;:]*$"
    r"|\b(?:examples?|cases|lessons|models?|solutions|(?:court|case|legal|judicial)\s(?:practice|law))\b[^;:]{0,60}\s(?:of|from|in)\s"
    r"(?:the\s)?$"
)
"""What was learnt in other countries is of use here: "their experience with such centres in Ghana, Mali and Niger"."""
_FOUND = re.compile(
    r"\b(?:has|have|had)\s(?:\w+ly\s)?been\s(?:found|seized|detected|reported|registered|intercepted|identified|cultivated)\s"
    r"(?:\w+\s)?in\s(?:the\s)?$"
)
"""Before countries where things were found over years, of which nothing is told: "large quantities have been found in"."""
_FORCES = re.compile(
    r"\b(?:officers|units|guards|troops|policemen|police|soldiers|patrols|services|chiefs|investigators|prosecutors|judges"
    r"|ministers|teams"
    r"|delegates|authorities|administrations|laboratories|parliamentarians)\sof\s(?:the\s)?$"
)
"""Right before countries those whom each of them sends: "border officers of Kenya and Uganda"."""
_SENT_BY = re.compile(rf"\b{SENT}\s(?:from|of)\s(?:(?:all|the|two|three|four|five|six)\s){{0,3}}$")
"""Right before a region whose states send people: "experts from the Central Asian states"."""
_AND_OTHERS = re.compile(r"(?:,?\s(?:and|as well as)\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})(?=\s[a-z])")
"""What else takes part, behind countries: "Turkey and the OSCE took part"."""
_LIST_FROM = re.compile(r"\bfrom\s(?:the\s)?$")
_EVERY = re.compile(r"\b[Aa]ll\s(?:of\s)?(?:the\s)?(?:\w+\s)?$")
"""What stands before a region of which no country is left out: "all five Central Asian states"."""


def give(roles: dict[str, Role], codes: Iterable[str], role: Role) -> None:
    """Note the role of each country that has none so far."""
    for code in codes:
        roles.setdefault(code, role)


def named_apart(text: str, region: CountryMention, here: Sequence[CountryMention], whole: Sequence[CountryMention]) -> bool:
    """Whether a list names some of a region's countries, which are those that are meant: two in the sentence, three elsewhere."""
    for least, mentions in ((2, here), (3, whole)):
        named = [mention for mention in mentions if mention.form == "name" and mention.codes[0] in region.codes]
        if any(least <= len({mention.codes[0] for mention in run}) < len(region.codes) for run in runs(text, named)):
            return True
    return False


def near(silent: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of the ascending spans that may reach into `start` to `end`."""
    return silent[bisect_left(silent, (start - _NEAR, 0)) : bisect_left(silent, (end, 0))]
