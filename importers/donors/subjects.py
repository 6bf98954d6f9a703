"""Who gives as the subject of words of giving, read back from them: "Japan and, since 2011, Norway have paid".

A subject may also be a donor's short form, the capital that stands for a government, or a name in no list.
"""

from __future__ import annotations

import re
from dataclasses import replace

from db.models import Donor
from importers.donorlexicon import Entry, Lexicon, Sort, lexicon
from importers.donors.envoys import HOME, state_of_envoy
from importers.donors.named import Named
from importers.donors.names import (
    BRACKET,
    FORCES,
    FUND,
    MINISTRY,
    PHRASE,
    PLAIN_STATE,
    TOWN_OF,
    closer,
    state_body,
)
from importers.donors.short import SHORT, taken_up
from importers.donors.takes import is_hand
from importers.gazetteer import Hit
from importers.lexicon import MONTH, one_line

_PERSONAL = re.compile(
    r"\b(?:[Aa]mbassadors?|[Cc]onsuls?|[Mm]inisters?|citizens?|residents?|natives?|nationals?|experts?|delegations?"
    r"|representatives?|officers?"
    r"|specialists?|students?|trainers?|Head|Director|President|Secretary|participants|colleagues|officials)\s+(?:of|from|to"
    r"|in)\s+(?:the\s+)?\Z"
)
_FOR_STATE = re.compile(
    r"\b(?:whose|his|her|their)\s+(?:[Gg]overnments?|countr(?:y|ies))\b|\bdonor\s+(?:country|state)\b|\bannounced\s+(?:an?|the)\s|\bpledged\s"
    r"|,\s+(?:the\s+)?(?:[a-z]+\s+)?(?:country|state|nation|government|donor)\b"
)
"""What makes a person's state the one that is spoken of: "the Ambassador of Ireland, whose country"."""
_ENVOY = re.compile(r"\s+[Aa]mbassador\b")
_CUE_BEGINS = 25
_IN_PLACE = re.compile(
    r"\s+(?:(?:Mission|Delegation|(?:Field\s+|Country\s+|Programme\s+)?Office|Cent(?:re|er))\s+)?(?:in|to|for|of|across)"
    r"\s+(?:the\s+)?(?:Republic\s+of\s+)?\Z"
)
_ELSEWHERE = re.compile(
    r"(?:\b(?:[Ii]n|at|to|[Ff]rom|across|for|with|between|within|inside|throughout|against)\s+(?:the\s+)?)\Z"
    r"|\bto\s+the\s+(?:[Gg]overnment|[Rr]epublic|people|authorities)\s+of\s+(?:the\s+(?:Republic\s+of\s+)?)?\Z"
)
_OF_ANOTHER = re.compile(
    r"(?<![\w-])(?!(?:and|ambassadors?|governments?|people|peoples|taxpayers|states?|embass(?:y|ies)|missions?|support|generosity|help"
    r"|assistance|aid|money|funds?"
    r"|grants?|gifts?|contributions?|donations?|loans?|behalf|delegations?|citizens|parliaments?|union|banks?|city|cities"
    r"|country|countries|side|means"
    r"|ministry|ministries|towns?|services?|customs|police|administration|guards?|navy|army|gendarmerie|forces|instead|because|all"
    r"|both|each|part|million|billion|thousand|euros?|dollars|francs|kron[eo]r|pounds|yen)\b)[a-z]{3,}\s+of\s+(?:the\s+)?\Z"
)
"""Makes a state's name that of something else: "the laws of Germany cover"."""
_NATION = re.compile(r"\b[Tt]he\s+\Z")
"""Makes the word for a nation stand for its state, where no noun follows: "the Dutch paid for the boats"."""
_MONTH = r"[A-Z][a-z]{2,8}"
_UNDER = r"(?:under|within|as\spart\sof|in\sthe\sframe(?:work)?\sof)"
"""What is put in between who gives and what he does: "Spain, under its pact with the IOM, paid"."""
_GAP = re.compile(
    rf"(?:['’]s?|\))?(?:\s*\([^()]{{1,60}}\))?(?:(?<=s)\s(?:Office|Bureau|Department|Directorate)\s(?:of|for)\s(?:(?:[A-Z][\w.]+|and|of|for)\s?){{1,6}}(?<!\s))?(?:\s(?:Mission|Country|Regional)\s(?:Director|Representative))?(?:\s+(?:[Gg]overnment|[Ee]mbassy|(?:[Dd]evelopment\s)?[Cc]ooperation|[Hh]igh\s[Cc]ommission|[Cc]onsulate|[Dd]elegation|[Pp]arliament|(?:[Aa]id\s|[Dd]evelopment\s)?(?:[Pp]rogramme"
    rf"|[Pp]rogram|agency|ministry)|board|[a-z]+\s(?:ministry|office)|(?<=s\s)(?:[\w-]+\s){{0,4}}(?:[Pp]roject|[Ii]nitiative|[Ss]cheme)|people|taxpayers?|[Aa]mbassador|[Mm]ission|side|{FORCES}))?(?:\s+(?:in"
    rf"|to)\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?)?"
    r"(?:\sof\sthe\s(?:[A-Z]\w+\s)?Ministry\s(?:of|for)\s(?:(?:[A-Z]\w+|and|of)\s?){1,5}(?<!\s))?"
    r"(?:,\s(?:by\sthe\sway|incidentally|of\scourse|as\s(?:always|usual|before|ever|it\shappens)|once\s(?:more|again)|for\sone|in\sturn|too),)?"
    r"(?:,\s(?:the|an?|our|one\sof|itself|for\s(?:years|long)|which|who)\s[a-z][^.;:,]{1,90},)?"
    r"(?:\s*,?\s+(?:through|via|by\smeans\sof)\s+(?:its|their|the)\s[^.;:,()]{3,60},?)?"
    rf"(?:,\s(?:(?:together|jointly|along)\swith|{_UNDER})\s[^.;:,()]{{3,90}},)?"
    r"(?:\s+and\s+(?:the\s+)?(?:Ministry|Government|State|Treasury|National|Programme|Office|UNODC|UNDP|IOM)(?:\s+(?:of|for|the|and|[A-Z]\w+)){0,6})?"
    r"(?:\s+and\s+(?:the|a|its)\s(?:[\w’'-]+\s){0,2}?(?:ministry|hospital|school|university|city|municipality|agency|centre"
    r"|police|academy|association|NGO|company|charity|village|town|community|parish|parents|farmers)(?:\s[“\"«][^“”\"«».;]{2,40}[”\"»])?)?"
    r"(?:\s+and\s+(?:two|three|four|five|six|several|some|many|other|its|local|private)\s(?:[\w-]+\s){0,2}?(?:companies|firms|banks"
    r"|shops|businesses|partners|donors|traders|charities|clubs|foundations|sponsors|municipalities|towns))?"
    rf"(?:\s*,?\s+on\s+(?:[A-Z]\w+day,?\s+)?(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}})(?:,?\s+\d{{4}})?(?=,))?"
    r"(?:\s(?:is|are|was|were)\sthe\sones?(?=\s(?:who|that|which|to)\b))?"
    r"(?:\s*,)?(?:\s+(?:the\s+)?(?:country|state|nation|government|agency|donor|fund|bank)(?=\s+(?:which|that)\b))?(?:\s+(?:which"
    r"|that|who|has|have|had|also|kindly|generously|further|recently|additionally|will|would|been|is|are|was|jointly|together"
    r"|each|both"
    r"|announced|(?:his|her|their)\s+(?:[Gg]overnment|country)|promised|agreed|decided|offered|that"
    r"|on\s+\d{1,2}\s+[A-Z][a-z]{2,8}|has\s+been|then|thus|already|very|pleased|proud|to|alone|for\s+example|as\s+well"
    r"|subsequently|initially|again|once|going|goes|went|on|continue[sd]?|keeps?|kept|glad|happy|delighted|he|she|it|so\s+far|long|always|largely|fully|mainly|partly|now|since\s+\d{4}"
    r"|in\s+\d{4})\b,?)*\s*\Z"
)
_APPOSED = re.compile(
    r"(?:\s*\([^()]{1,40}\))?,\s(?:(?:the|an?|our|one\sof)\s[a-z][^.;:,]{0,80}\s(?:of|to|for|in|with)\s(?:the\s)?"
    rf"|{_UNDER}\s[^.;:,]{{0,80}}?)"
)
"""What stands between a subject and a name in what is put in behind it."""
_UNDER_IT = re.compile(rf"(?:\s*\([^()]{{1,40}}\))?,\s{_UNDER}\s")
_APPOSED_TO = re.compile(r"[^.;:,]{0,60},")
_CHAIN_LEFT = re.compile(
    r"\)?(?:(?:\s[Gg]overnment)?\s\([^()]{1,40}\))?"
    r"(?:\s*,|\s*,?\s+and(?:\s+of)?|\s+as\s+well\s+as|\s*&|\s*/|\s*\(|['’]s?|\s*,?\s+(?:through|by\smeans\sof)|\s+via|\s+of)\s*(?:the\s+"
    r"|Governments?\s+of\s+|Government\s+of\s+)*\Z"
)
_FIRM = re.compile(
    r"(?:^|[\s(])(?P<name>(?!(?:The|In|On|At|By|For|From|With|To|And|But|So|As|If|When|While|Since|Once|Where|Both|Only|Even"
    r"|Also|Then|Now|Later|Today"
    r"|Yesterday|Again|Here|There|This|That|Thanks|Although|Because|After|Before|Until|Meanwhile|Of|Donors?|Donor|Mr|Ms"
    r"|Government|Republic|Kingdom"
    rf"|State|Embassy|Ambassador|Minister|President|{MONTH}"
    r"|\w+ly)\b)[A-Z][a-z][\w&’'-]+)\s\Z"
)
"""What makes a country's name the end of a firm's: "Vodafone Fiji"."""
_HYPHENS = "-‐‑–"
"""What joins a name to "funded", so that no words before it make it that of something else."""
_NEW_NAME = re.compile(r"\bthe\s+\Z")
"""Before an adjective: "UNODC and the EU-funded project" has one payer."""
_CHANNEL = re.compile(r"\)?\s*,?\s+(?:through|via|by\smeans\sof)\b")
_NOT_WHO = re.compile(r"(?:\s(?:[Gg]overnment|[Ee]mbassy|[Cc]ooperation|[Aa]gency))?(?:\s*\([^()]{1,60}\))?\s*,\s+which\b")
"""A clause about what is named, and about no person who speaks for it: "representatives of Swiss Cooperation, which paid"."""
_RELATIVE = re.compile(r"(?:\s*\([^()]{1,60}\))?\s*,\s+(?:which|that|who|whose)\b")
"""A clause about a name: it is its subject wherever the name stands."""
_SUBJECT_REACH = 140
"""Within how many characters before a cue its subject is looked for."""
_SHORT_NAME = re.compile(rf"\b[Tt]he ({SHORT})\Z")
_AT_HOME = re.compile(rf"\b{HOME}\b")
_REACH = 60
"""Within how many characters before words of giving the capital stands."""
_CLAUSE_BEGINS = re.compile(r"(?:^|[.!?;:\"”’»)]\s+|\n\s*|,\s+|\b(?:and|while|but|whereas|which|that|as|because|since)\s+)\Z")
_INSIDE = re.compile(r"(?:;|:|,|\b(?:and|while|but|whereas))\s+\Z")
"""What stands before a clause that begins inside a sentence, where a capital letter makes a name."""


def backward(text: str, start: int, end: int, *, joined: bool, unknown: bool) -> list[Named]:
    """The donors that are the subject of words at `end`, looked for from `start` on; `joined` where no word may stand between.

    People ("the Ambassador of Japan") and places ("institutions in Japan") are none. `unknown` also takes a name
    that is in no list.
    """
    words = lexicon()
    if not joined and (envoys := _at_home(text, start, end, words)) is not None:
        return [envoys]
    hits = list(words.gazetteer.scan(text, start, end))
    found: list[Named] = []
    edge = end
    while hits:
        hit = hits.pop()
        if hit.end > end or text.startswith("$", hit.end):
            continue
        gap = text[hit.end : edge]
        if _APPOSED_TO.match(gap) and any(_is_put_in(text, one, hit) for one in hits[-_NAMED_BESIDE:]):
            # "Argentina, a new donor of the Fund, paid"
            continue
        if (
            hits
            and _IN_PLACE.fullmatch(text, hits[-1].end, hit.start)
            and hit.value.sort is Sort.COUNTRY
            and not _names_government(text, hit.start)
        ):
            if not found:
                edge = hit.start if _gap_fits(text[hit.end : edge], joined) else -1
                if edge < 0:
                    return []
                edge = _IN_PLACE.search(text, hits[-1].end, hit.start).start()  # type: ignore[union-attr]
            continue
        if not found and not joined and (body := _body(text, hit, edge, words, unknown)) is not None:
            return [body]
        if found and hit.value.sort is Sort.DEMONYM and found[-1].donor.name == hit.value.donor.name and _ITS_AGENCY.fullmatch(gap):
            edge = hit.start
            continue
        fits = _gap_fits(gap, joined) if not found else _is_next(hit.value.donor, found[-1].donor, gap)
        if not fits or (joined and found and _NEW_NAME.search(gap)):
            break
        left = text[max(start, hit.start - 60) : hit.start]
        person = _PERSONAL.search(left) is not None and not _FOR_STATE.search(text, hit.end, end + _CUE_BEGINS)
        spoken_of = person and _NOT_WHO.match(text, hit.end) is not None
        if (
            _OF_ANOTHER.search(left)
            and not (joined and (hit.value.sort is Sort.DEMONYM or text[end] in _HYPHENS))
            and not spoken_of
        ):
            break
        if hit.value.sort is Sort.COUNTRY and not joined and (firm := _FIRM.search(left)) is not None:
            at = hit.start - len(left) + firm.start("name")
            return [Named(at, hit.end, Donor(one_line(text[at : hit.end])), Sort.UNKNOWN)] if unknown and not found else found[::-1]
        if (person and not spoken_of) or (
            _ELSEWHERE.search(left)
            and not joined
            and not _RELATIVE.match(text, hit.end)
            and not (hits and _BESIDE.fullmatch(text, hits[-1].end, hit.start))
        ):
            if found and found[-1].donor.name == hit.value.donor.name:
                # its abbreviation in brackets
                found.pop()
            break
        nation = hit.value.sort is Sort.DEMONYM and (
            (_ENVOY.match(text, hit.end) and _FOR_STATE.search(text, hit.end, end + _CUE_BEGINS))
            or PLAIN_STATE.match(text, hit.end)
            or _NATION.search(left)
        )
        if hit.value.sort is Sort.DEMONYM and not joined and not nation:
            break
        close = hit.end + (text.startswith(")", hit.end) and "(" in left)
        sort = Sort.COUNTRY if nation or hit.value.sort is Sort.DEMONYM else hit.value.sort
        if _add_before(found, Named(hit.start, close, hit.value.donor, sort), gap):
            edge = hit.start
    if not found and not joined:
        found = _of_first_verb(text, start, end, words)
    if not found and not joined:
        taken_up = _taken_up(text, end, words) or _capital(text, start, end, words)
        found = [taken_up] if taken_up and _gap_fits(text[taken_up.end : end], False) else []
        found = found or _fund_before(text, start, end, words, unknown=unknown)
    return _which(text, found, end)[::-1]


def _is_put_in(text: str, subject: Hit[Entry], hit: Hit[Entry]) -> bool:
    """Whether a name stands in what is put in behind a subject; what others carry out under a project, its donor pays for."""
    if _UNDER_IT.match(text, subject.end) is not None and is_hand(subject.value.donor.name):
        return False
    return _APPOSED.fullmatch(text, subject.end, hit.start) is not None


_NAMED_BESIDE = 3
"""Names behind a subject that what is put in there may hold, at most."""


def _which(text: str, found: list[Named], end: int) -> list[Named]:
    """The last named alone, where a clause tells of one that pays: "UNDP and USAID, which also bears the costs"."""
    alone = found and _ONE_WHICH.match(text, found[0].end) and _SINGULAR.match(text, end)
    return found[:1] if alone else found


_ONE_WHICH = re.compile(r"(?:\s?\([^()]{1,40}\))?,\swhich\b")
_SINGULAR = re.compile(
    r"(?:has|is|pays|bears|covers|meets|funds|finances|sponsors|supports|provides|contributes|gives|carries|foots)\b"
)
_ITS_AGENCY = re.compile(r"\s(?:[a-z]+\s){0,3}")
"""Between a nation and its agency: "Italy and the German development bank KfW"."""


def _body(text: str, hit: Hit[Entry], edge: int, words: Lexicon, unknown: bool) -> Named | None:
    """The ministry of a state, in no list, as the subject of words at `edge`: "Poland's Ministry of Foreign Affairs".

    With `unknown` any body that a nation's name begins: "the Polish Librarians' Association".
    """
    if hit.value.sort is Sort.LISTED or _ELSEWHERE.search(text, max(0, hit.start - _REACH), hit.start):
        return None
    named = state_body(text, hit, words, unknown=False)
    if (
        named is None
        or named.end > edge
        or not (MINISTRY.match(named.donor.agency) or (unknown and named.sort is Sort.UNKNOWN and hit.value.sort is Sort.DEMONYM))
    ):
        return None
    return named if _gap_fits(text[named.end : edge], False) else None


def _of_first_verb(text: str, start: int, end: int, words: Lexicon) -> list[Named]:
    """The subject of a sentence whose second verb stands at `end`: "Estonia lent an expert and paid for the classroom"."""
    if not _SECOND_VERB.search(text, max(start, end - _ALSO), end) or _NEW_SUBJECT.search(text, start, end):
        return []
    opening = _OPENS.match(text, start)
    hit = words.gazetteer.at(text, opening.end()) if opening else None
    if hit is None or hit.end >= end or (hit.value.sort is Sort.LISTED and not hit.value.donor.agency):
        # an organisation spends what others gave
        return []
    plain = PLAIN_STATE.match(text, hit.end)
    if hit.value.sort is Sort.DEMONYM and plain is None:
        return []
    at = plain.end() if plain else hit.end
    sort = Sort.COUNTRY if hit.value.sort is Sort.DEMONYM else hit.value.sort
    return [Named(hit.start, at, hit.value.donor, sort)] if _VERB.match(text, at) else []


_SECOND_VERB = re.compile(r"\s(?:and|but)\s+(?:also\s+|then\s+|\w+ly\s+)?\Z")
_ALSO = 24
_NEW_SUBJECT = re.compile(r"[;:]|,\s(?:which|who|whose|where|that|while)\b|\b(?:it|they|he|she)\b")
"""Behind these the subject of a sentence may be another one."""
_OPENS = re.compile(r"(?:[Tt]he\s+)?(?:(?:Embassy|Government)\s+of\s+(?:the\s+)?)?")
_VERB = re.compile(
    r"(?:\s\([^()]{1,20}\))?\s(?:has\s|have\s|also\s)?(?!and\b|or\b|of\b|in\b|is\b|are\b|was\b|were\b)[a-z]+(?:ed|t|s|e|nt)\s"
)


def _fund_before(text: str, start: int, end: int, words: Lexicon, *, unknown: bool) -> list[Named]:
    """A fund, bank or foundation that is in no list, or with `unknown` any name, as the subject of words at `end`."""
    last = before = None
    for phrase in PHRASE.finditer(text, max(start, end - _SUBJECT_REACH), end):
        before, last = last, phrase
    if last is not None and before is not None and text[before.end() : last.start()] == " (" and text.startswith(")", last.end()):
        # "the Lake Peoples Initiative (LPI) paid"
        last = before
    if last is None or not _gap_fits(text[last.end() : end], False):
        return []
    at = last.start() + (len("The ") if last[0].startswith("The ") else 0)
    printed = one_line(text[at : last.end()])
    if unknown and _TOWN.search(text, start, at) and not words.gazetteer.at(text, at):
        return [Named(at, last.end(), Donor(printed), Sort.UNKNOWN)]
    if words.never.match(text, at) or not (
        (" " in printed and FUND.match(printed)) or (unknown and _is_name(text, start, at, printed, words))
    ):
        return []
    return [Named(at, last.end(), Donor(printed), Sort.UNKNOWN)]


_TOWN = re.compile(rf"\b[Tt]he\s{TOWN_OF}\Z")
"""What makes the name behind it that of a town which pays."""


def _names_government(text: str, start: int) -> bool:
    return bool(
        re.search(
            r"(?:Government|Embassy|Ministry|People|Agency)\s+of\s+(?:the\s+)?(?:Republic\s+of\s+)?\Z",
            text[max(0, start - 50) : start],
        )
    )


def _gap_fits(gap: str, joined: bool) -> bool:
    return not gap or bool(BRACKET.fullmatch(gap)) if joined else bool(_GAP.fullmatch(gap))


def _is_next(donor: Donor, behind: Donor, gap: str) -> bool:
    """Whether a donor is named with the one `behind` it, or is its agency: "the EXBS Program of the United States"."""
    together = _CHAIN_LEFT.fullmatch(gap) or _BESIDE.fullmatch(gap)
    return together is not None or (donor.name == behind.name and _PART_OF.fullmatch(gap) is not None)


_BESIDE = re.compile(
    r"\)?(?:['’]s?)?(?:\s(?:[Gg]overnment|[Ee]mbassy|[Mm]ission))?(?:\sin\s(?:the\s)?[A-Z]\w+)?"
    r",?\s(?:together|jointly|along)\swith\s(?:the\s)?(?:(?:[Gg]overnment|[Ee]mbassy)\sof\s(?:the\s)?)?"
)
"""Between two who give together: "the Embassy of Japan in Osh, together with JICA, donated"."""
_PART_OF = re.compile(
    r"\)?(?:\s(?:[Pp]rogram(?:me)?|[Bb]ureau|[Oo]ffice|[Aa]gency|[Ff]und))?\s(?:of|at|in)\s(?:the\s)?(?:Government\sof\s(?:the\s)?)?"
)


def _add_before(found: list[Named], item: Named, gap: str) -> bool:
    """Put a name before those found after it, as one with the first of them where both are the same donor's."""
    if found and found[-1].donor.name == item.donor.name:
        found[-1] = replace(found[-1], start=item.start, donor=closer(item.donor, found[-1].donor))
        return True
    if found and _CHANNEL.match(gap):
        # who spends what it gave is none of those who give
        found[-1] = replace(item, end=found[-1].end)
        return True
    if found and gap.split()[:1] == ["of"]:
        return False
    found.append(item)
    return True


def _at_home(text: str, start: int, end: int, words: Lexicon) -> Named | None:
    """The state of an envoy as the subject of words at `end`: "the Ambassador of Fiji to Peru said that his country has paid"."""
    homes = list(_AT_HOME.finditer(text, max(start, end - _REACH), end))
    return state_of_envoy(text, homes[-1].start(), words) if homes and _gap_fits(text[homes[-1].end() : end], False) else None


def _taken_up(text: str, end: int, words: Lexicon) -> Named | None:
    """The donor that is taken up by the last word of its name, as the subject of words at `end`."""
    edge = len(text[:end].rstrip())
    short = _SHORT_NAME.search(text, max(0, end - 16), edge)
    return taken_up(text, short.start(1), words) if short is not None else None


def _capital(text: str, start: int, end: int, words: Lexicon) -> Named | None:
    """The government that its capital stands for, as the subject of words at `end`: "Oslo paid for the roof"."""
    for found in words.capital.finditer(text, max(start, end - _REACH), end):
        if _CLAUSE_BEGINS.search(text[start : found.start()]):
            return Named(found.start(), found.end(), Donor(words.capitals[found[0]]), Sort.COUNTRY)
    return None


def _is_name(text: str, start: int, at: int, printed: str, words: Lexicon) -> bool:
    """Whether the capitalised words at a place in the sentence from `start` name a body that is in no list, none of a state.

    Abbreviations are none: those who run a programme are spoken of by them.
    """
    if printed.isupper() or len(printed) < _SHORTEST or words.national.match(printed) or words.gazetteer.at(text, at):
        return False
    return _INSIDE.search(text, start, at) is not None or (" " in printed and _BODY.search(printed) is not None)


_BODY = re.compile(
    r"\b(?:International|Society|Initiative|Association|Federation|Council|Union|Company|Group|Club|Network|Alliance|Airlines"
    r"|Telecom|Church|Brewery|Corporation|Lions|Partnership|Charity|Charities|Philanthropies|Africa|Asia|Europe|America|Pacific)\b"
)
"""What makes a name that of a body where a capital letter alone does not, at the beginning of a sentence."""
_SHORTEST = 4
