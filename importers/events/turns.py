"""Turns of phrase that tell of an event, which no list of words can hold: "spent two weeks at the academy"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from db.models import Kind
from importers.lexicon import MONTH_NAMES, Phrase, data, trie_pattern
from importers.money.currencies import currency_codes
from importers.sentences import Sentence


class Cue(NamedTuple):
    """What a word says of the kind of an event."""

    kind: Kind
    weight: float
    sort: str
    """`nouns`, `verbs`, or `with`: words that count only beside a verb of their kind."""
    light: bool = False
    """Whether it is a verb that says little beside its object."""


_NAMED_DAY = re.compile(
    r"\b(?:World|International|National|Global|European|African)\s(?:(?:[A-Z][\w’'-]*|of|for|against|on|and|the|in)\s){1,6}?(?:Day|Week)\b"
)
_OBSERVANCE = Cue(Kind.CAMPAIGN, 2.2, "nouns")
"""What a named day or week counts, "World Soil Day", that no list has."""
_NAMED_OPERATION = re.compile(
    r"(?<![\w-])(?:[Oo]peration|OPERATION)(?:,?\s(?:named|called|dubbed|code-?named|christened|known\sas))?\s[“\"«‘'][A-Z]\w*"
    r"|(?<![\w-])Operation\s(?:(?!(?:And|In|Is|Was|Of|For|On|At|Manual|Procedures?|Centre|Center|Unit|Room|Plan|Support"
    r"|Costs?)\b)[A-Z][\w-]{2,})"
    r"|[“\"«‘](?:[A-Z][\w-]+\s?){1,3}[”\"»’]\s(?:[a-z-]+\s)?[Oo]perations?\b"
)
OPERATION = Cue(Kind.OPERATION, 3.0, "nouns")
"""What it counts that an operation has a name: "Operation Channel", "the “Net” operation"."""
_CODES = {code.lower() for code in currency_codes()}
_CURRENCY = rf"(?:{'|'.join(sorted(_CODES.union(data('cues')['currencies']['words'])))})"
_GIVES = Phrase(
    "provide provides provided providing contribute contributes contributed contributing allocate allocates allocated allocating "
    "donate donates donated donating announce announces announced announcing grants granted gives giving gave commits committed "
    "approved disburses disbursed disbursing releases released releasing invests invested investing",
    r"\b(?:provid(?:e[sd]?|ing)(?! for\b)|(?:contribut|allocat|donat|announc)(?:e[sd]?|ing)|grant(?:s|ed)|giv(?:es|ing)|gave"
    r"|commits|committed|approved|(?:disburs|releas)(?:es|ed|ing)|invest(?:s|ed|ing))\b"
    rf"[^.;]{{0,90}}?(?:[$€£¥]\s?\d|\b{_CURRENCY}\s?\d|\d[\d.,]*\s(?:[mb]illion\s)?(?:us\s|u\.s\.\s|\w+n\s)?{_CURRENCY}\b)",
)
_GIVING = Cue(Kind.SUPPORT, 2.4, "verbs")
"""What it counts that a sum is given: "Norway is providing a further 12 million kroner"."""
_COUNT = r"\d+|two|three|four|five|six|seven|ten|twelve|several|some"
_SPENT = Phrase(
    "spend spends spent",
    rf"\bspen(?:t|ds?)\s(?:(?:there|here|together|apiece|the|an?|whole|entire|half|last|first|next|of|their|full|busy|{_COUNT})\s){{0,5}}"
    rf"(?:days?|weeks?|months?|fortnight|night|spring|summer|autumn|winter|{MONTH_NAMES}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:and|to|[-–])\s?\d{{1,2}}(?:st|nd|rd|th)?)?\s(?:{MONTH_NAMES}|jan|feb|mar|apr|jun|jul"
    rf"|aug|sept?|oct|nov|dec))\b"
    r"(?:[^.;]{0,100}?\b(?P<learning>academy|school|course|training|seminar|institute|college|university|laborator(?:y|ies)|class(?:room)?"
    r"|learn(?:ing|ed|t)?|immersion|stud(?:ying|ies)|practi[sc](?:e|ed|ing)|in order to)\b"
    r"|[^.;]{0,60}?\b(?P<looking>interviewing|inspecting|assessing|examining|reviewing|evaluating|counting|auditing|surveying"
    r"|measuring)\b)?",
)
_LEARNT, _STAYED, _LOOKED = Cue(Kind.TRAINING, 2.4, "verbs"), Cue(Kind.VISIT, 2.2, "verbs"), Cue(Kind.REVIEW, 2.2, "verbs")
_CAME = Cue(Kind.VISIT, 3.2, "verbs")
"""What it counts that somebody spent some time somewhere: where one learns, on a visit, or to look how things are; or came."""
_AT_WORK = Cue(Kind.TRAINING, 1.8, "verbs")
_WORKERS = re.compile(
    r"\b(?:officers|judges|prosecutors|nurses|doctors|teachers|police\w*|investigators|analysts|technicians|chemists|engineers"
    r"|students|handlers|practitioners|examiners|trainees|staff|colleagues|guards|specialists|psychologists|librarians|rangers"
    r"|clerks|farmers|pharmacists|accountants|cadets"
    r"|lawyers|advocates|magistrates|authorities|midwives|mediators|volunteers|interns|pupils|participants|of them|the group)\b"
)
"""Before that those who go elsewhere to learn: "six chemists spent two weeks in Vienna"."""

_LOOKERS = re.compile(r"\b(?:assessors?|auditors?|evaluators?|reviewers?|surveyors)\b")
"""Before that those who go elsewhere to look how things are."""

_WAS_THERE = Phrase(
    "delegation delegations mission missions ambassador ambassadors senators parliamentarians envoy envoys minister ministers "
    "commissioner rapporteur secretary representative representatives director directors experts inspectors head he she",
    r"\b(?:delegations?|missions?|ambassadors?|senators|parliamentarians|envoys?|ministers?|commissioner|rapporteur"
    r"|secretary-general"
    r"|representatives?|director(?:-general)?|experts|inspectors"
    r"|head of (?:the )?(?:office|mission|presence|delegation|centre|programme))\b"
    r"(?:[^.;:]|(?<=\bm[rs])\.|(?<=\bmrs)\.|(?<=\bdr)\.){0,60}?"
    r"\b(?:(?:was|were)\s(?:in|on|at)\s(?:the\s)?(?!agreement|favour|doubt|charge|attendance|power|touch|place)"
    r"(?=[a-z’'-]+(?:\sand\s[a-z’'-]+)?\s(?:(?:on|from|between|in|for)\b|\(\d))"
    r"|(?:drove|flew|sailed|rode|walked|crossed|climbed|made (?:the|their|his|her) way|took the road|came|went"
    r"|travel+ed(?=\s(?:together\s)?with\s)(?:\s(?!to\b)[\w’'-]+){2,6})\s"
    r"(?:all the way\s|up\s|out\s|down\s|over\s|across\s)?to\s(?:the\s)?(?!bed\b|work\b|war\b|school\b|court\b)(?=[a-z]))"
    r"|\b(?:he|she)\swas\sin\s(?=[a-z’'-]+(?:\s[a-zà-ÿ’'-]+)?\s\(\d)",
)
"""Somebody of rank who was somewhere: "A delegation of six senators was in Bamako on 4 May"."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of phrase of `data/turns.toml`."""

    stems: tuple[str, ...]
    """How words begin, one of which stands in every text that holds the turn; none begins like another."""
    tells: re.Pattern[str]
    cue: Cue


@cache
def listed() -> tuple[Turn, ...]:
    """The turns of phrase of the list, in order."""
    known = data("turns")
    return tuple(
        Turn(
            tuple(turn["stems"]),
            re.compile(turn["tells"].replace("GOODS", known["goods"])),
            Cue(Kind(turn["kind"]), turn["weight"], turn.get("sort", "verbs")),
        )
        for turn in known["turns"]
    )


@cache
def _stems() -> tuple[re.Pattern[str], dict[str, list[int]]]:
    """What finds the stems in a text, and the numbers of the turns of each."""
    numbers: dict[str, list[int]] = {}
    for number, turn in enumerate(listed()):
        for stem in turn.stems:
            numbers.setdefault(stem, []).append(number)
    return re.compile(rf"(?<!\w)(?:{trie_pattern(numbers)})"), numbers


def _is_looked_back_on(lower: str, start: int, end: int) -> bool:
    """Whether a named operation is one whose results are told of: "a meeting on the results of the operation “Channel”"."""
    if _ITS_RESULTS.match(lower, end) is not None:
        return True
    results = _RESULTS_OF.search(lower, max(0, start - _RESULTS_REACH), start) is not None
    return results and _WHICH_WAS.match(lower, end) is None


_RESULTS_OF = re.compile(r"\b(?:results?|outcomes?|lessons|findings)\s(?:\w+\s)?(?:of|from)\s(?:the\s)?(?:[\w-]+\s){0,2}$")
_ITS_RESULTS = re.compile(
    r"[^:.;]{0,60}:\s[^.;:]{0,60}\b(?:the|their|its)\s(?:results|lessons|outcomes?)\b(?!\s(?:is|are|was|were)\b)"
)
_WHICH_WAS = re.compile(
    r"[^.;]{0,40},\s(?:(?:[a-z]+\s){0,4}?(?:which|that)\b|(?:carried\sout|conducted|held|run|coordinated|led|launched)\b)"
    r"(?![^.;]{3,140},\s(?:was|were|are|is)\s(?:discussed|presented|summ|reviewed|analy[sz]ed|compared))"
)
"""Behind the name, where it is told of the operation itself when it was."""
_RESULTS_REACH = 60


def turns(said: Sentence) -> list[tuple[int, int, Cue]]:
    """`(start, end, cue)` of each such phrase in a sentence, in characters of the sentence."""
    text, lower = said.text, said.lower
    found: list[tuple[int, int, Cue]] = []
    if " day" in lower or " week" in lower:
        found += [(day.start(), day.end(), _OBSERVANCE) for day in _NAMED_DAY.finditer(text)]
    if "operation" in lower and (named := _NAMED_OPERATION.search(text)) and not _is_looked_back_on(lower, *named.span()):
        found.append((named.start(), named.end(), OPERATION))
    if given := _GIVES.search(lower, said.words):
        found.append((given.start(), given.end(), _GIVING))
    if (spent := _SPENT.search(lower, said.words)) and not _is_busy(lower, spent):
        found.append((spent.start(), spent.end(), _spent_on(lower, spent)))
    if there := _WAS_THERE.search(lower, said.words):
        found.append((there.start(), there.end(), _CAME))
    stems, numbers = _stems()
    for number in sorted({number for stem in stems.finditer(lower) for number in numbers[stem[0]]}):
        turn = listed()[number]
        if (told := turn.tells.search(lower)) is not None:
            found.append((told.start(), told.end(), turn.cue))
    return found


def _is_busy(lower: str, spent: re.Match[str]) -> bool:
    """Whether somebody spent a time at doing something, and not somewhere: "we spent the last weeks answering letters"."""
    return spent["learning"] is spent["looking"] is None and _DOING.match(lower, spent.end()) is not None


_DOING = re.compile(r"\s(?!during\b|evening\b|morning\b|training\b|according\b)[a-z]{3,}ing\b(?!\s(?:in|at|with)\b)")


def _spent_on(lower: str, spent: re.Match[str]) -> Cue:
    """What it tells that somebody spent some time."""
    if spent["learning"] is not None:
        return _LEARNT
    if spent["looking"] is not None or _LOOKERS.search(lower, 0, spent.start()) is not None:
        return _LOOKED
    return _AT_WORK if _WORKERS.search(lower, 0, spent.start()) else _STAYED
