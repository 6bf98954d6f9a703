"""Reads donors' names on from a cue; `subjects` reads back from one.

Known names come from `db/data/donors.tsv` and the countries; a name in no list is a run of capitalised words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from db.models import Donor, Span
from db.names import country_name
from importers.donorlexicon import Entry, Lexicon, Sort, lexicon
from importers.donors.missions import mission_of
from importers.donors.named import Join, Named
from importers.donors.short import SHORT_NAME, capital, taken_up
from importers.gazetteer import Hit
from importers.lexicon import one_line
from importers.places.finding import find_countries

_CAPITAL = r"[A-ZÀ-ÖØ-Þİ][\w'’&/-]*(?:\.\w+)*"
PHRASE = re.compile(
    rf"{_CAPITAL}(?:[ \t]*\n?[ \t]*(?:(?:of|for|on|off|against|and|&|de|la|du|di|des|del|to|in)\s+(?:(?:the|an?)\s+)?)?"
    rf"(?={_CAPITAL}){_CAPITAL}){{0,11}}"
)
_OWN = re.compile(
    r".*\b(?:Association|Foundation|University|Company|Airlines|Bank|Red Cross|Red Crescent|Trust|Group|Holding|LLC|Ltd"
    r"|Lotter(?:y|ies)|Society|Club|Federation|Union|Church|Zoo|Museum)\b",
    re.S,
)
MINISTRY = re.compile(
    r"(?:(?:[A-Z][a-z]+\s)?Ministry|Foreign\sOffice|Department|Parliament|Agency|Bureau|Federal|Office|Customs|Police|Directorate|National|State|Council|Coast"
    r"|Border|Guardia?|Navy|Army|Armed|Gendarmerie|Defen[cs]e|Air\sForce)\b"
)
"""How the name of a body of the state begins."""
FORCES = (
    r"customs(?:\s+(?:service|administration|authorit(?:y|ies)))?|police|border\s+(?:guards?|police|service|troops)"
    r"|coast\s+guard|navy|army"
    r"|gendarmerie|armed\s+forces"
)
"""Bodies of any state, as printed without capitals."""
PLAIN_STATE = re.compile(
    rf"(?:['’]s?)?\s+(?:(?:and\s+)?(?:Federal\s+|Royal\s+)?(?:{FORCES}|[Gg]overnments?|[Ee]mbass(?:y|ies)|[Pp]eople|taxpayers?"
    rf"|side|authorities|[Mm]ission|[Aa]id(?:\s[Pp]rogram(?:me)?)?"
    r"|(?:development|aid)\s+agency|[Dd]evelopment\s+[Cc]ooperation(?:\s+agency)?|[Cc]ooperation|[Dd]elegation|[Cc]onsulate"
    r"|[Hh]igh\s+[Cc]ommission|(?:(?:foreign|health|interior|finance|defen[cs]e|justice|education|environment|agriculture|transport)\s+)?ministry"
    r"|(?:own\s+)?(?:(?:state|national|federal)\s+)?(?:treasury|exchequer|finances)|assistance|support|help|backing|cash|purse|pockets?|coffers|(?:(?:own|supplementary|regular|state|federal|national|voluntary"
    r"|bilateral|emergency|(?:technical|humanitarian|development)\s+(?:assistance|aid))\s+)?"
    r"(?:budget|contributions?|grants?|funds|funding|money|donations?|loans?|envelope|allocation|Treasury)))+\b"
)
_PROJECT = re.compile(r"\s+(?:project|program(?:me)?)\b")
"""What a nation's money is spent through: "paid for by a Danish project"."""
_AWAY = re.compile(r"[Ee]mbass|Mission|Delegation|Office")
_SEAT = re.compile(r"\s+(?:in|to)\s+(?:the\s+)?(?:Republic\s+of\s+)?[A-ZÀ-Þ]\w+(?:\s+(?:Republic|Asia))?")
BRACKET = re.compile(r"\s*\(([^()\n]{1,90})\)")
_TAIL = re.compile(
    r"\s+\d{1,3}\s?(?:%|per\s?cent\b)|\s+(?:[A-Z]{3}|US\$|[A-Z]?\$|[€£¥])\s?\d[\d.,]*(?<![.,])(?:\s?(?:[mb]illion|thousand|mln|m|k)\b)?"
    r"|\s+\d[\d.,]*\s(?:[mb]illion|thousand)(?:\s(?:dollars|euros?))?\b|\s+(?:Programme|Program|Trust\s+Fund|Initiative|project|programme|program)\b(?!\s+(?:in"
    r"|for|on))|\s+(?:Office|Mission|Cent(?:re|er)|Delegation)\s+(?:in|to)\s+(?:the\s+)?[A-Z]\w+"
)
_SHARE = re.compile(
    r"\s(?:with|at|for)\s(?=[^.;:,]{0,20}?\d)(?:[^.;:,]|[,.](?=\d)){3,50}?,?\s(?:and\s)?(?:by|from)\s(?:the\s)?"
    r"(?:(?:[Gg]overnment|[Ee]mbassy)\sof\s(?:the\s)?)?(?=[A-Z])|"
    r",\s(?:up\sto|with|for|to\sthe\sextent\sof)\s(?:about\s)?(?:the\s|an?\s)?(?:\d{1,3}\s?(?:%|per\s?cent)|[a-z]+(?:[\s-][a-z]+)?),\sand\s(?:the\s)?(?=[A-Z])|"
    r",\s(?:which|who|whose)\s(?=[^.;:]{0,60}?(?:\d|\bshare\b|\bpart\b|\bhalf\b))(?:[^.;:]|[.:](?=\w)){3,90}?,?\s(?:and|while"
    r"|as\swell\sas)\s"
    r"(?:also\s)?(?:(?:by|from|of|to)\s)?(?:the\s)?(?:(?:[Gg]overnment|[Ee]mbassy)\sof\s(?:the\s)?)?(?=[A-Z])"
)
"""What is told of one donor's share before the next is named: "by Canada with 2 million, by Norway and by Mali"."""
_ITS_OWN = re.compile(
    rf"(?:['’]s?|(?<=['’]s))\s+(?=[A-Z])(?:{_CAPITAL}\s+(?:(?:of|for|and|in)\s+(?:the\s+)?)?){{1,6}}?(?:Programme|Program|Facility|Instrument|Initiative|Mechanism)\b"
)
"""A programme of a donor's own: "money from the EU's Safe Ports Programme and from Canada"."""
_UNDERTAKING = re.compile(r".*\b(?:Programme|Program|Project|Projects|Initiative|Scheme|Campaign)\Z", re.S)
"""What others pay for: it is no donor unless it is known for one."""
_LONGER = re.compile(r"\sFoundation\b")
"""Behind a listed name it makes the name of another body: "INTERPOL Foundation"."""
_CHAPTER = re.compile(r"\sof\s[A-Z]")
_UN_FUND = re.compile(
    r"(?:\s(?:(?:for|of|and|to|the|in|against|on)\s)?[A-Z][\w-]+){1,6}?\s(?:Trust\s)?(?:Fund|Foundation|Facility)\b"
)
FUND = re.compile(
    r"(?:City|Municipality|Canton|Free State) of\s.*|.*\b(?:Fund|Facility|Foundation|Bank|Trust)(?:\s+(?:of|for)\b.*)?\Z", re.S
)
"""A name that says by itself that money comes from there."""
_CODE = re.compile(r"[A-Z]{2,6}[/-]?[A-Z]{0,3}[/-]?\d[\w/-]*")
"""The number of a project: "XAC/K22"."""
_UMBRELLA = re.compile(r"(?:State Department|European Commission|Ministry|Department|Federal Foreign|Federal Ministry)\b|\Z")


def forward(text: str, start: int, end: int, *, unknown: bool, as_list: bool = False) -> list[Named]:
    """The donors that stand one after another from `start` on, none beyond `end`; other words than fillers end them.

    `unknown` also takes a name that is in no list. `as_list` lets line ends join them.
    """
    words = lexicon()
    found: list[Named] = []
    at, join = start, Join.FIRST
    while at < end:
        begin = _filled(text, at, end, words, as_list)
        item = _item(
            text,
            begin,
            end,
            words,
            unknown=(
                unknown
                and not _IN_PROJECT.search(text, at, begin)
                and (
                    join is Join.FIRST
                    or not found
                    or found[-1].sort is Sort.UNKNOWN
                    or as_list
                    or len(text[at:begin].split()) > 1
                    or (join is Join.ALSO and _is_firm(text, begin, words))
                )
            )
            or words.body.search(text, at, begin) is not None,
        )
        if item is None and found and _IN_PROJECT.search(text, at, begin) and (title := _trimmed(text, begin, words)):
            # the title of what is paid for belongs to the payer's name
            found[-1] = replace(found[-1], end=title[1])
        if item is None or item.end > end:
            break
        item = _bracketed(text, item if join is Join.FIRST else replace(item, join=join), words)
        item = _with_body(text, item, end, words, as_list)
        if not _add(found, item):
            break
        after = _after(text, item.end, text[at:begin])
        if (clause := _SHARE.match(text, after, end)) is not None and words.gazetteer.at(text, clause.end()):
            join, at = Join.ALSO, clause.end()
            continue
        joined = words.join.match(text, after, end)
        if not joined or (as_list is False and "\n\n" in joined[0] and not joined["also"]):
            break
        line = as_list and "\n" in joined[0]
        join = Join.ALSO if joined["also"] else Join.COMMA if joined["comma"] or line else Join.SAME
        at = joined.end()
    return found


_IN_PROJECT = re.compile(r"\b(?:project|program(?:me)?)\s")
"""Words between two names that make the second that of what the first pays for: "Norway, through the project Clean Ports"."""


def _is_firm(text: str, at: int, words: Lexicon) -> bool:
    """Whether the last of several names is that of a firm in a country: "the Embassy of Canada and Orange Mali."."""
    own = _FIRM.match(text, at)
    hit = words.gazetteer.at(text, own.end()) if own else None
    return hit is not None and hit.value.sort is Sort.COUNTRY and _ENDS.match(text, hit.end) is not None


_FIRM = re.compile(r"[A-Z][a-z][\w&’'-]+\s(?:[A-Z][\w&’'-]+\s)?(?=[A-Z])")
_ENDS = re.compile(r"\s?[(.;,)]|\s(?:and|or)\s[A-Z]|\Z")


def _add(found: list[Named], item: Named) -> bool:
    """Add a name, as one with the last where both are the same donor's; False where it cannot belong to the list."""
    if found:
        last = found[-1]
        if last.donor == item.donor or (last.donor.name == item.donor.name and _one(last.donor, item.donor, item.join)):
            sort = item.sort if item.donor.agency else last.sort
            found[-1] = replace(last, end=item.end, donor=closer(last.donor, item.donor), sort=sort)
            return True
        if item.join is Join.SAME:
            return False
    found.append(item)
    return True


def _with_body(text: str, item: Named, end: int, words: Lexicon, as_list: bool) -> Named:
    """With the body of a state that stands behind its name: "the Government of Fiji, Ministry of Fish, and by"."""
    phrase = _trimmed(text, item.end + 2, words) if item.sort is Sort.COUNTRY and text.startswith(", ", item.end) else None
    if phrase is None or item.donor.agency or phrase[1] > end or any(words.gazetteer.scan(text, *phrase)):
        return item
    body = one_line(text[slice(*phrase)])
    if _OWN.match(body) or not (MINISTRY.match(body) or body.endswith("Department")):
        return item
    # else it may be who did what others paid for: "With money of Fiji, Customs and WHO trained"
    ended = as_list or _BODY_ENDS.match(text, phrase[1]) is not None
    return replace(item, end=phrase[1], donor=Donor(item.donor.name, body)) if ended else item


_BODY_ENDS = re.compile(r"[.;)]|\Z|,?\s(?:and\s)?(?:by|from|with|through)\b")


def _one(first: Donor, second: Donor, join: Join) -> bool:
    """Whether two names of one government are one donor: one of them names no agency or a ministry above the other."""
    return join is Join.SAME or bool(_UMBRELLA.match(first.agency)) or bool(_UMBRELLA.match(second.agency))


def closer(first: Donor, second: Donor) -> Donor:
    """Of two names of one donor the one that says more: an agency rather than the ministry above it, that rather than none."""
    if not second.agency or (first.agency and _UMBRELLA.match(second.agency)):
        return first
    return second


def _filled(text: str, at: int, end: int, words: Lexicon, as_list: bool) -> int:
    """Where the first word after fillers begins; a filler that begins a listed name is none."""
    while at < end:
        if words.gazetteer.at(text, at):
            return at
        filler = words.filler.match(text, at, end)
        if not filler or not filler[0]:
            return at
        if not as_list and "\n\n" in filler[0] and at and text[at - 1] in ".!?":
            return end
        at = filler.end()
    return at


def _item(text: str, at: int, end: int, words: Lexicon, *, unknown: bool) -> Named | None:
    """The one donor whose name begins at a place."""
    if at and text[at - 1].isalnum():
        return None
    if unknown and (town := _TOWN.match(text, at)) and (name := _trimmed(text, town.end(), words)):
        return Named(at, name[1], Donor(one_line(text[slice(*name)])), Sort.UNKNOWN)
    if for_whom := _EU_FOR.match(text, at):
        return Named(at, for_whom.end(), Donor("European Union"), Sort.LISTED)
    hit = words.gazetteer.at(text, at)
    if hit and text.startswith("$", hit.end):
        return None
    if hit is None and SHORT_NAME.match(text, at) is not None and text.endswith("the ", 0, at):
        return taken_up(text, at, words)
    if hit is None:
        return capital(text, at, words) or _phrase(text, at, end, words, unknown=unknown)
    entry = hit.value
    if entry.sort is Sort.LISTED:
        longer = _LONGER.match(text, hit.end) if unknown else None
        if (longer or _is_longer(text, hit)) and (phrase := _trimmed(text, at, words)) is not None:
            return Named(at, phrase[1], Donor(one_line(text[slice(*phrase)])), Sort.UNKNOWN if longer else Sort.LISTED)
        return Named(at, hit.end, entry.donor, Sort.LISTED)
    if plain := PLAIN_STATE.match(text, hit.end) or _PROJECT.match(text, hit.end):
        return Named(at, plain.end(), entry.donor, Sort.COUNTRY)
    nation = _PREDICATE.search(text, max(0, at - _SHORT), at) or text.endswith("the ", 0, at)
    alone = entry.sort is Sort.COUNTRY or (nation and _ENDS.match(text, hit.end))
    return state_body(text, hit, words, unknown=unknown) or (Named(at, hit.end, entry.donor, Sort.COUNTRY) if alone else None)


_PREDICATE = re.compile(r"\b(?:is|are|was|were)\s(?:[a-z]+\s)?(?:[A-Z]\w+\s(?:and|or)\s)?\Z")
_SHORT = 40
"""Behind these words for a nation say whose the money is: "the money is Danish"; behind "the" they mean its state."""


TOWN_OF = r"(?:city|town|municipality|canton|county|province)\s(?:council\s)?of\s"
"""What stands before the name of a town that pays; a pattern."""
_TOWN = re.compile(TOWN_OF)
_EU_FOR = re.compile(r"EU4[A-Z]\w+")
"""How the programmes of the European Union are called: "EU4Youth"."""


def _is_longer(text: str, hit: Hit[Entry]) -> bool:
    """Whether a listed name begins that of a local club, or of a fund of the United Nations that is in no list."""
    if hit.value.donor.name == "United Nations":
        return _UN_FUND.match(text, hit.end) is not None
    return text.endswith("Club", hit.start, hit.end) and _CHAPTER.match(text, hit.end) is not None


def state_body(text: str, hit: Hit[Entry], words: Lexicon, *, unknown: bool) -> Named | None:
    """A country's or nation's institution that no list has: "Swiss Ministry of Justice"; with `unknown` any "Uzbek Cinema"."""
    space = re.compile(r"(?:['’]s?)?\s+").match(text, hit.end)
    if not space:
        return None
    if behind := words.gazetteer.at(text, space.end()):
        same = behind.value.sort is Sort.LISTED and behind.value.donor.name == hit.value.donor.name
        if space[0].strip() and behind.value.sort is Sort.LISTED and FUND.match(text, behind.start, behind.end):
            # "Denmark's Novo Nordisk Foundation"
            return Named(behind.start, behind.end, behind.value.donor, Sort.LISTED)
        return Named(hit.start, behind.end, behind.value.donor, Sort.LISTED) if same else None
    if hit.value.sort is Sort.DEMONYM and (what := _ITS_BODY.match(text, space.end())):
        behind = words.gazetteer.at(text, what.end())
        if behind is not None and behind.value.donor.name == hit.value.donor.name:
            return Named(hit.start, behind.end, behind.value.donor, Sort.LISTED)
    phrase = _trimmed(text, space.end(), words)
    if not phrase:
        return None
    if not words.institution.search(text, *phrase) and (
        not unknown or hit.value.sort is not Sort.DEMONYM or words.never.match(text, phrase[0])
    ):
        return None
    printed, body = one_line(text[hit.start : phrase[1]]), one_line(text[slice(*phrase)])
    if _OWN.match(body) and not MINISTRY.match(body):
        # "Denmark's Blue Foundation" is called so, "the Danish Lung Foundation" has its nation for a part of its name
        owned = space[0].strip() and " " in body
        return Named(phrase[0] if owned else hit.start, phrase[1], Donor(body if owned else printed), Sort.UNKNOWN)
    return Named(hit.start, phrase[1], Donor(hit.value.donor.name, body if MINISTRY.match(body) else printed), Sort.COUNTRY)


_ITS_BODY = re.compile(r"(?:[a-z]+\s){0,2}(?:bank|agency|organi[sz]ation|foundation|fund|ministry|institute|company)\s")
"""What a nation's body is, before its name: "the German development bank KfW"."""


def _phrase(text: str, at: int, end: int, words: Lexicon, *, unknown: bool) -> Named | None:
    """A name that is in no list: an institution "of COUNTRY", or, with `unknown`, any run of capitalised words."""
    phrase = _trimmed(text, at, words)
    if not phrase or phrase[1] > end or words.never.match(text, at):
        return None
    if mission := mission_of(text, at, end, words):
        return Named(at, mission[1], mission[0], Sort.COUNTRY)
    inside = [hit for hit in words.gazetteer.scan(text, *phrase) if hit.value.sort is not Sort.DEMONYM]
    if inside and inside[-1].end >= phrase[1]:
        hit = inside[-1]
        before = re.search(r"\s+(?:of|in)\s+(?:the\s+)?(?:Government\s+of\s+(?:the\s+)?)?\Z", text[at : hit.start])
        body = one_line(text[at : at + before.start()]) if before else ""
        if body and hit.value.sort is Sort.COUNTRY and words.institution.search(body):
            return Named(at, phrase[1], Donor(hit.value.donor.name, body), Sort.COUNTRY)
        if body and (_UNDERTAKING.match(body) or _BUDGET.search(body)):
            return Named(at, phrase[1], hit.value.donor, hit.value.sort)
        if body and words.institution.search(body):
            return Named(at, phrase[1], Donor(hit.value.donor.name, hit.value.donor.agency or body), Sort.LISTED)
    if (state := _OF_STATE.match(text, phrase[1])) and words.institution.search(text, *phrase):
        behind = words.gazetteer.at(text, state.end())
        if behind is not None and behind.end <= end and behind.value.sort is Sort.COUNTRY:
            return Named(at, behind.end, Donor(behind.value.donor.name, one_line(text[slice(*phrase)])), Sort.COUNTRY)
    printed = one_line(text[slice(*phrase)])
    if unknown and (province := _of_province(text, at, printed)) is not None:
        return Named(at, phrase[1], province, Sort.COUNTRY)
    if not (unknown or FUND.match(printed)) or len(printed) < 3 or _UNDERTAKING.match(printed) or _CODE.fullmatch(printed):
        return None
    return Named(
        at,
        phrase[1],
        Donor(printed),
        Sort.UNKNOWN,
        national=not inside and bool(words.national.match(printed) or _OF_MINISTRY.search(printed)),
    )


def _of_province(text: str, at: int, printed: str) -> Donor | None:
    """The government of a part of a state, by the name printed behind "Government of": "the Government of Bavaria"."""
    if not text.endswith(_ITS_GOVERNMENT, max(0, at - _SHORT), at):
        return None
    places = find_countries(printed)
    if len(places) != 1 or places[0].text != printed or len(places[0].codes) != 1:
        return None
    return Donor(country_name(places[0].codes[0]), f"Government of {printed}")


_OF_MINISTRY = re.compile(r"\sof\s(?:the\s)?Ministry\b")
"""What makes any body one of the state the text is about."""
_ITS_GOVERNMENT = ("Government of ", "government of ")
_BUDGET = re.compile(r"\b[Bb]udget\Z")
"""An organisation's own money: "the Unified Budget of the OSCE"."""
_OF_STATE = re.compile(r",\s+(?:the\s+)?(?:[Gg]overnment|Republic|Kingdom|State)\s+of\s+(?:the\s+)?")
"""Between a ministry and its country: "Ministry of the Environment, Government of Japan"."""


def _trimmed(text: str, at: int, words: Lexicon) -> Span | None:
    """The run of capitalised words from a place on; it ends where "and" joins another donor's name."""
    found = PHRASE.match(text, at)
    if not found:
        return None
    end = found.end()
    for join in re.finditer(r"\s+(?:and|&)\s+(?:the\s+)?", found[0]):
        if (
            join[0].rstrip().endswith("the")
            or words.gazetteer.at(text, at + join.end())
            or _ends_in_country(text, at, at + join.start(), words)
        ):
            end = at + join.start()
            break
    if text.startswith("'s", end - 2) or text.startswith("’s", end - 2):
        end -= 2
    return (at, end) if end > at else None


def _ends_in_country(text: str, at: int, end: int, words: Lexicon) -> bool:
    """Whether a name is that of a firm in a country, behind which "and" joins another: "Vodafone Fiji and Blue Bank"."""
    own = _FIRM.match(text, at, end)
    hit = words.gazetteer.at(text, own.end()) if own else None
    return hit is not None and hit.value.sort is Sort.COUNTRY and hit.end == end


def _bracketed(text: str, item: Named, words: Lexicon) -> Named:
    """With the abbreviation or agency that stands in brackets right after: "State Department (INL)"."""
    bracket = BRACKET.match(text, item.end)
    if not bracket:
        return item
    inside = words.gazetteer.at(text, bracket.start(1))
    if inside and inside.value.donor.name == item.donor.name:
        return replace(item, end=bracket.end(), donor=closer(item.donor, inside.value.donor), sort=inside.value.sort)
    if inside and inside.value.sort is Sort.COUNTRY and item.sort is Sort.UNKNOWN:
        return replace(item, end=bracket.end(), donor=Donor(inside.value.donor.name, item.donor.name), national=False)
    return replace(item, end=bracket.end())


def _after(text: str, at: int, filler: str) -> int:
    """Where a donor's name is over: past a word such as "Programme", and past an embassy's seat."""
    if tail := _TAIL.match(text, at) or _ITS_OWN.match(text, at):
        at = tail.end()
    if _AWAY.search(filler) and (seat := _SEAT.match(text, at)):
        at = seat.end()
    return at
