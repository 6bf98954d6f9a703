"""The countries of those who take part, told by their authorities or by the towns that they came from."""

from __future__ import annotations

import re

from db.models import Span
from importers.places.finding import find_countries

SENT = (
    r"(?:delegat(?:es|ions)|representatives|participants|ministers|presidents|heads|chiefs|officials|officers|police|customs|guards"
    r"|prosecutors|judges|investigators|analysts|inspectors|experts|specialists|practitioners|researchers|teachers|doctors|nurses"
    r"|engineers|trainees|parliamentarians|lawyers|diplomats|journalists|governments|services|teams|units"
    r"|[a-z]{3,}(?:ists|icians|arians))"
)
"""Those whom a country sends, in small letters, as a part of a pattern."""
_FEWEST = 3
"""Authorities of a list that stands for countries."""
STOP = re.compile(r"[.!?][\"”]?\s")
"""Where a sentence ends."""
_ATTENDING = re.compile(
    r"[PpRrDd](?<!\w.)(?:articipants|epresentatives|elegates|elegations)\s(?:included|came|were|from|of)\b[^.;:]{0,120}?"
    r"\b(?:such as|including|namely|from)\s"
)
_BODY = re.compile(
    r"\b(?:Bank|Authority|Ministry|Agency|Commission|Institute|University|Office|Council|Department|Directorate|Service"
    r"|Administration)\b"
)
_CAME = re.compile(r"\s(?:came|come|arrived|travell?ed)\sfrom\s(?P<towns>[^.;:]{3,120})")
"""Where towns stand that people may have come from: "four had come from Osh and two from Kabul"."""
_PEOPLE = re.compile(
    r"\b(?:they|participants|delegates|delegations|trainees|guests|officers|officials|experts|judges|nurses|teachers|students"
    r"|journalists"
    r"|others|some|most|half|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})(?:\sof\sthem)?(?:\s(?:had|have|also))*$",
    re.IGNORECASE,
)
_PEOPLE_REACH = 40
"""How far before it the people stand, in characters."""


_THINGS = re.compile(
    r"\b(?:support|assistance|aid|help|relief|funding|funds?|financing|money|resources|contributions?|grants?|loans?|donations?"
    r"|gifts?"
    r"|imports?|exports?|imported|exported|goods|products?|food|fuel|gas|oil|electricity|water|seeds?|fish|timber|wine|cattle"
    r"|dogs|puppies"
    r"|heroin|opium|opiates?|cannabis|cocaine|drugs?|precursors?|substances?|pills|tablets|arms|weapons|cigarettes|trafficking"
    r"|smuggled"
    r"|smuggling|trafficked|shipped|flown|sent|brought|bought|taken|shipments?|consignments?|deliver(?:y|ies)|cargo|parcels?"
    r"|trucks?|lorr(?:y|ies)"
    r"|cars|trains?|vessels?|ships?|boats?|containers?|flights?|flows?|routes?|roads?|refugees|migrants|returnees|immigrants"
    r"|victims"
    r"|passengers|tourists|visitors|families|remittances|evidence|examples?|lessons|experiences?|practices|models?|figures|data"
    r"|samples|cases|reports"
    r"|news|calls?|messages?|letters?|orders?|information|books?|equipment|kits|equipped|way|far|away|apart|back|home"
    r"|return(?:ed|ing|ees)?"
    r"|km|kilometres|miles|hours|drawn|learn(?:ed|t|ing)?|differ(?:s|ent)?|suffer(?:ed|ing)?|benefit(?:ed|ing)?|range[sd]?|ranging"
    r"|received|expelled|deported|repatriated|extradited|withdrawn|withdrawal|independence|stemming|resulting|originating|derived)"
    r"(?:\s(?:\w+ing|\w+ed))?\sfrom\s(?:the\s)?$"
)
"""Before a list of countries what comes from there without being sent to take part: "lorries from Kenya and Uganda"."""


_ATTENDED = re.compile(
    r"[A-ZÀ-Þ][^.;:]{2,120}?\s(?:also\s)?(?:attended|took part|participated|were (?:also )?(?:represented|present)"
    r"|(?:followed|watched|joined)\s[^.;:]{0,40}\bas (?:an )?observers?|sent (?:\w+ )?(?:observers?|delegat\w+))\b"
)


_GATHERED = re.compile(
    r"(?:(?:The|This|Its)\s(?:[\w-]+\s){0,3}?(?:event|workshop|training|courses?|seminar|meeting|conference|session|forum"
    r"|activity|exercise|round\stable"
    r"|dialogue|consultations?|gathering|symposium|programme)\s(?:(?:was\s)?held\s[^.;:]{3,40},\s)?(?:has\s"
    r"|also\s)?(?:gather(?:s|ed)|(?:brought|brings)\stogether|assembled"
    r"|united|convened|was\s(?:attended|joined)\sby|involved|benefit(?:s|t?ed)|saw|drew|(?:hosted|welcomed)(?=\s(?:\d"
    r"|[a-z]+\s(?:[a-z]+\s){0,3}from)))\b"
    r"|(?:Teams|Delegations|Representatives|Units|Officers|Officials|Experts)\s(?:from|of)\s[^.;]{3,260}?\s(?:participated"
    r"|took\spart|attended)\b"
    r"|(?:A|An|Some|Several|[A-Z][a-z]+|\d+)\s(?:[a-z]+\s){1,3}(?:of|from)\s(?:the\s)?[A-ZÀ-Þ][^.;]{3,80}?\s(?:came|were\s(?:invited|there|present))\s"
    r"(?:along\s)?as\s(?:guests|observers)\b"
    r"|In\sattendance\s(?:was|were)\b|Among\s(?:the|those)\s(?:participants|delegates|guests|attending|present)\b|Present\swere\b"
    r"|(?:The\s)?(?:[Pp]articipants|[Dd]elegates|[Tt]rainees|[Aa]ttendees)\s(?:included|came|were|represented|hailed)\b"
    r"|(?!(?:[A-Za-z-]+\s)?(?:[Tt]rainers|[Ii]nstructors|[Ll]ecturers|[Ff]acilitators|[Ss]peakers|[Cc]onsultants|[Mm]entors)"
    r"\sfrom\s[^.;]{3,160}?\sshared\b)"
    r"(?:A\stotal\sof\s|Some\s|About\s|Over\s|More\sthan\s|The\s)?(?:\d[\d,]*"
    r"|[A-Za-z-]+)\s(?:[a-z-]+\s){0,6}from\s[A-Z][^.;]{3,160}?"
    r"\s(?:were\s(?:trained|instructed|present|there|introduced)|learn(?:ed|t)|took\spart|participated|attended|studied"
    r"|practi[sc]ed|shared|exchanged)\b)"
)
"""How a sentence begins that tells of those who were at what the one before it tells: "The course gathered 20 nurses from"."""


def tells_who_came(sentence: str) -> bool:
    """Whether a sentence only says which countries took part in what the one before it tells: "Peru and Chile attended"."""
    if _ATTENDED.match(sentence) is not None:
        return any(one.start <= len("The ") for one in find_countries(sentence)[:1]) or _GATHERED.match(sentence) is not None
    return _GATHERED.match(sentence) is not None


def tells_who_watched(sentence: str) -> bool:
    """Whether a sentence says who looked on at what was told last: "Observers from Peru and Chile followed each step"."""
    return _WATCHED.match(sentence) is not None


_WATCHED = re.compile(
    r"(?:The\s|Some\s|Three\s|Four\s|Five\s|Six\s|Also\s)?(?:[A-Za-z]+\s)?(?:[Oo]bservers|[Gg]uests|[Vv]isitors|[Cc]olleagues|[Cc]ounterparts)"
    r"\s(?:of|from)\s(?:the\s)?[A-ZÀ-Þ][^.;:]{3,160}?\s(?:followed|watched|looked\son|observed|monitored|witnessed|attended|joined|sat\sin|listened"
    r"|took\spart|(?:were|was)\s(?:also\s)?(?:present|there|on\shand))\b"
)


def sent_from(before: str) -> bool:
    """Whether it is people or bodies of the countries behind the `from` with which a text ends that meet: "units from"."""
    return _THINGS.search(before) is None


def authorities(text: str, unit: Span) -> list[str]:
    """The countries of the authorities in a list of those that take part: "representatives of the Bank of Peru, ..."."""
    found: list[str] = []
    for lead in _ATTENDING.finditer(text, *unit):
        stop = STOP.search(text, lead.end(), unit[1])
        end = stop.start() if stop is not None else unit[1]
        if len(_BODY.findall(text, lead.end(), end)) >= _FEWEST:
            codes = dict.fromkeys(
                one.codes[0] for one in find_countries(text[lead.end() : end]) if one.form == "name" and len(one.codes) == 1
            )
            found.extend(codes if len(codes) >= _FEWEST else ())
    return found


def homes(text: str, unit: Span) -> list[str]:
    """The countries of the towns that people came from."""
    if text.find("from", *unit) < 0:
        return []
    towns = (
        one
        for came in _CAME.finditer(text, *unit)
        if _PEOPLE.search(text[max(unit[0], came.start() - _PEOPLE_REACH) : came.start()])
        for one in find_countries(came["towns"])
    )
    return [one.codes[0] for one in towns if one.form == "city"]


def beside(text: str, unit: Span) -> list[str]:
    """The countries of the towns from which others were there: "in the presence of a delegation from Osh"."""
    codes: list[str] = []
    for found in _TOGETHER.finditer(text, *unit):
        towns = find_countries(found["towns"])
        if towns and towns[-1].end == len(found["towns"]):
            codes.extend(one.codes[0] for one in towns if one.form == "city")
    return codes


def senders(text: str, unit: Span) -> list[str]:
    """The countries of the towns whose people went to where an event was: "judges from Osh watched a trial in Riga"."""
    codes: list[str] = []
    for found in _FROM_TOWNS.finditer(text, *unit):
        before = text[max(unit[0], found.start() - _BEFORE) : found.start()]
        sent = _WENT.match(text, found.end()) and _WHO_WENT.search(before)
        if not sent and not (_WHERE_IT_ENDS.match(text, found.end()) and _HOSTS.search(before)):
            continue
        towns = find_countries(found["towns"])
        if towns and towns[-1].end == len(found["towns"]):
            # no "Riga Technical University"
            codes.extend(one.codes[0] for one in towns if one.form == "city")
    return codes


_TOWN = r"(?!(?:Vienna|Geneva|New\sYork|Brussels|Washington)\b)[A-ZÀ-Þ][a-zà-ÿ][\w’'-]*"
"""Who comes from the seat of an organisation comes from that."""
_TOGETHER = re.compile(
    rf"\b(?:in\sthe\spresence\sof|(?:together|along|jointly|side\sby\sside|shoulder\sto\sshoulder)\swith|(?:joined|attended|watched)\sby)"
    rf"\s(?:(?!from\b|experts\b|trainers\b)[\w’'-]+\s){{1,5}}from\s(?:the\s(?:town|city|port)\sof\s)?(?P<towns>{_TOWN}(?:(?:\s|,\s|,?\sand\s){_TOWN}){{0,4}})"
)
_FROM_TOWNS = re.compile(rf"\sfrom\s(?P<towns>{_TOWN}(?:(?:\s|,\s|,?\sand\s){_TOWN}){{0,4}})")
_WHO_WENT = re.compile(
    r"\b(?:delegations?|police|judges|nurses|colleagues|counterparts|homologues"
    r"|(?!trainers|lecturers|instructors|facilitators|speakers|consultants)\w{2,}(?:ers|ors|ees|nts|ists|ians|men))$",
    re.IGNORECASE,
)
_WENT = re.compile(
    r"\s(?:visited|attended|took\spart|participated|(?:travell?ed|went|came|flew|drove|paid\sa\svisit)\sto|met|studied|completed"
    r"|underwent|were\s(?:trained|received|hosted|guests)|spent|watched|learn(?:ed|t)|joined|compared|exchanged|shadowed)\b"
)
"""People of towns, and what is said of them where they went somewhere."""
_HOSTS = re.compile(r"\b(?:visits?\s(?:of|by)|received|hosted|welcomed)\s(?:(?!from\b)[\w’'-]+\s){0,5}[\w’'-]+$")
_WHERE_IT_ENDS = re.compile(r"[,.;]|\s(?:on|in|at|to|for|who|and)\b")
"""Before and behind those whom somebody received: "received the visit of its neighbours from Osh"."""
_BEFORE = 90
"""Characters before a town in which its people are named."""
