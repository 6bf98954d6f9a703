"""Who pays for a project, told in one story of a newsletter, pays for what another story tells of the same project."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from datetime import date
from functools import cached_property
from itertools import chain

from db.models import Donor, Kind, Level
from importers.donorlexicon import lexicon
from importers.donors.cues import find_donors
from importers.donors.mention import DonorMention
from importers.events.event import Event
from importers.funding.above import Above
from importers.funding.called import called
from importers.funding.finding import Paid
from importers.funding.others import is_by_others, is_helped, is_unpaid
from importers.funding.owners import LIFE, SAME_HANDS
from importers.lexicon import one_line
from importers.money.currencies import currency_codes
from importers.places.finding import find_countries
from importers.sections import is_foreword
from importers.sentences import Sentence, read
from importers.story import Story
from importers.units import Unit

_WORD = r"(?:[Pp]rojects?|[Pp]rogram(?:me)?|[Ii]nitiative)"
_TITLE = r"[“\"«](?P<{}>[A-Z][^“”\"«»\n]{{12,160}})[”\"»]"
_PHASE = r"\s(?:\d{1,2}|I{2,3}|I?V|VI{0,3})(?![\w%-]|[.,]\d)"
_NAMED = re.compile(
    rf"{_TITLE.format('title')},?\s{_WORD}\b|\b{_WORD}\s(?:called\s|entitled\s|titled\s|named\s|on\s)?{_TITLE.format('entitled')}"
    rf"|\(?(?<![\w.])(?P<short>[A-Z][A-Za-z]{{0,11}}(?:[.-]|\d(?=[A-Z]))?[A-Z][\w-]{{0,11}}(?:{_PHASE})?|[A-Z]{{1,3}}\d{{2,3}})\)?"
    rf"\s(?:[A-Z][a-z]+\s)?{_WORD}\b"
)
"""A project by its abbreviation or by its title in quotation marks: "the SAMM project", "the project “Clean Nets for All”"."""
_ODD = re.compile(
    rf"(?<![\w./@-])(?:[A-Z]{{2,11}}\.[A-Z]{{2,11}}(?:{_PHASE})?|(?!(?:SDG|COP|COVID|PHASE|PART|ANNEX|CHAPTER|GOAL|ARTICLE)\b)[A-Z][A-Z-]{{2,11}}{_PHASE}"
    r"|[A-Z]{1,3}\d{2,3})(?![\w./@-]*\w)"
)
"""A name that is hardly anything but a project's, without the word for one: "GLO.ACT", "NAPA II", "H13"."""
# a class first, here and below, so that `re` skips quickly
_ANY = re.compile(r"[PpIi](?:ro(?:jects?|gram(?:me)?)|nitiative)")
_LONGEST = 180
"""Characters that are more than a project's name has."""
_PAID = re.compile(
    r"[FfSsPpBbMmDdTt](?:und(?:ed|ing|s)|inanc(?:ed|ing|es)|ponsored|hare|upport(?:ed|s)?|onors?|hank|(?<=[Pp])a(?:ys|id)|(?<=[Bb])udget|(?<=[Mm])oney)\b"
)
_NEXT = re.compile(r"\s?(?:the\s|an?\s|this\s|its\s)?(?:[\w’'-]+\s){0,4}[“\"«(]?")
"""Between what says who pays and the project's name behind it: "the EU-funded regional SAMM project"."""
_UNDER = re.compile(
    r"\s(?:(?:in|within)\sthe\s(?:framework|frame|context|course)\sof|within|under|through|as\spart\sof)\s(?:the|its|an?)\s"
    r"(?:(?!of\s|the\s)[\w’'-]+\s){0,3}[“\"«(]?"
)
"""Between who pays and the project that he pays for with it: "financed by the EU in the framework of the SAMM project"."""
_SAID_OF_IT = re.compile(
    r"(?:\s\([^()]{1,120}\))?(?:\s(?:in|for|across)\s(?:the\s)?(?:region|country|[A-Z][\w’'-]+(?:\s(?:and\s)?[A-Z][\w’'-]+){0,4})(?=\s(?:is|was|are|has)\b))?"
    r"(?:\s(?:that\sare\s|which\sare\s)?(?:reported|described|presented|covered|told|mentioned|featured)\s(?:on\s)?(?:in|on|here|above|below)"
    r"(?:\s(?:this|the|these)\s\w+)?)?(?:,?\s(?:which|that))?,?\s(?:(?:is|was|are|were|ha(?:s|ve)\sbeen|being)\s)?(?:[^.;:“”\"]{0,160}?\s(?:and"
    r"|,)\s)?(?:is\s|\w+ly\s)?"
)
"""Between its name and what says who pays: "the SAMM project in Togo, implemented by IOM and funded by"."""
_BEGAN = re.compile(
    r"(?:\s\([^()]{1,120}\))?(?:,\s[^,;.]{3,120},)?\s(?:(?:is|was|has\sbeen|had\sbeen)\s(?:\w+ly\s)?(?:launched|started|begun|set\sup"
    r"|established|created|founded|an?\s|the\s|part\s)|(?:began|started|runs|ran|goes|went|lasts|lasted|has|had|receives|received)\s)"
    r"(?:[^.;]|\.(?=\w)){0,200}?"
)
"""Between its name, the subject of a sentence, and what says who pays: "GLO.ACT was launched in 2016 with a budget provided by"."""
_SUBJECT = re.compile(r"(?:The\s)?(?:[a-z-]+\s){0,2}[“\"«(]?")
"""What may stand before that name."""
_HELD = re.compile(
    r"\b(?:conferences?|workshops?|courses?|seminars?|trainings?|meetings?|ceremon(?:y|ies)|visits?|films?|equipment|buildings?|rooms?)\b[^,]*\Z"
)
"""Behind the last comma before what says who pays it makes that what is paid for: "began with a course paid for by"."""
_OWN = re.compile(
    r"(?:The|This|Our)\s(?:Action|[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative),?\s(?:(?:which|that)\s)?(?:[^.;:,]{3,60}\sand\s)?(?:is|has\sbeen)\s"
    r"(?:\w+ly\s)?(?:co-)?(?:funded|financed|sponsored)\b"
)
"""How a foreword begins a sentence that says who pays for the one project of a newsletter, which it need not name."""
_OURS = re.compile(
    r"\b(?:[Tt]he|[Oo]ur)\s(?:Action|[Pp]roject|[Pp]rogram(?:me)?)\b(?!\s(?:of|for|to|against|on(?!\s\d))\b|\s[A-Z“\"«(])"
    r"|(?:\A|\b[Tt]he\s|[.:!?]\s)(?:[Pp]roject\s)?Steering\s(?:Committee|Group|Board)\b"
)
"""What speaks of that project."""
_NAMELESS = ""
"""How a project is known that no abbreviation names."""
_SHORT = re.compile(rf"[A-Z][\w-]*[A-Z][\w-]*[A-Z\d][\w-]*|{_ODD.pattern}")
"""An abbreviation that is no other word."""
_MOST_STORIES = 400
"""In a longer newsletter such a project is looked for in so many stories."""


class Projects:
    """The stories of one newsletter, asked who pays for the project that a milestone of one of them belongs to."""

    def __init__(self, found: Sequence[Story], reference: date) -> None:
        """`reference` is the newsletter's day."""
        self._found = found
        self._reference = reference
        self._above = Above()
        self._where: dict[tuple[str, str], frozenset[str]] = {}
        """The ISO codes of the countries that a sentence says a project of a name is in, by both."""

    @cached_property
    def _payers(self) -> dict[str, dict[Donor, str]]:
        """Who pays for each project, and the sentence that says so, by its name."""
        told: dict[str, dict[Donor, str]] = {}
        for story in self._found[:_MOST_STORIES]:
            text = story.flow.text
            if is_foreword(story.heading):
                for sentence in read(text):
                    if _OWN.match(sentence.text) is not None:
                        told.setdefault(_NAMELESS, {}).update(
                            (mention.donor, sentence.text) for mention in find_donors(sentence.text) if mention.strong
                        )
            if _PAID.search(text) is None or (_ANY.search(text) or _ODD.search(text)) is None:
                continue
            for sentence in read(text):
                if _PAID.search(sentence.text) is None:
                    continue
                said = sentence.text
                named: list[list[tuple[str, int, int]]] = [[*_names(said), *_odd(said)], [*called(said)]]
                for mention in find_donors(said) if any(named) else ():
                    for name in {_name_of(said, mention, names) for names in named} if mention.strong else ():
                        if name is not None:
                            told.setdefault(name, {}).setdefault(mention.donor, said)
                            self._where[name, said] = _country_behind(
                                said, next(over for one, _, over in chain(*named) if one == name)
                            )
        return told

    def pay(self, paid: Paid, index: int, event: Event, countries: Set[str]) -> Paid:
        """What a milestone of the story of a number was paid, with the donors of its project where its story names none.

        `countries` are its own, by their ISO codes: a project of the same name elsewhere is another.

        A main one belongs to the one project that its unit names, one told in passing to that of its own sentence, or, where
        that names none and it is no older than projects are, to that of its unit. Where it is that of what was told last, it has
        the payers of that.
        """
        found = self._of_its_name(paid, index, event, countries)
        may_be = not found.is_settled and event.kind in SAME_HANDS and not is_by_others(event.sentence)
        if may_be and (same := self._above.payers(index, event, self._found[index].flow.text)):
            found = found.by("pays-for-the-same-project", ((donor, event.sentence.text) for donor in same))
        self._above.note(index, event, found)
        return found

    def _of_its_name(self, paid: Paid, index: int, event: Event, countries: Set[str]) -> Paid:
        """The same by the names that projects have."""
        if paid.is_settled or not self._payers or not (event.kind in SAME_HANDS or self._is_its_work(event)):
            return paid
        if is_unpaid(event.sentence):
            return paid
        names = self._names_in(index, event.unit if event.level is Level.MAIN else event.sentence)
        if not names and event.level is Level.MENTIONED and self._is_recent(event) and not is_by_others(event.sentence):
            names = self._names_in(index, event.unit)
        if not names and _NAMELESS in self._payers:
            where = event.unit if event.level is Level.MAIN else event.sentence
            if _OURS.search(self._found[index].flow.text, where.start, where.end) is not None:
                names = {_NAMELESS}
        if not names:
            names = self._called_in(index, event)
        if len(names) != 1 or not (donors := self._payers.get(name := names.pop())):
            return paid
        given = [
            (donor, said)
            for donor, said in donors.items()
            if not (there := self._where.get((name, said))) or not countries or not there.isdisjoint(countries)
        ]
        return paid.by("pays-for-the-project", given) if given else paid

    def _called_in(self, index: int, event: Event) -> set[str]:
        """The projects with known payers that are called by a full name where an event of the story of a number is told."""
        story = self._found[index]
        wheres: list[Unit | Sentence] = [event.unit] if event.level is Level.MAIN else [event.sentence]
        if event.level is Level.MENTIONED and self._is_recent(event) and not is_by_others(event.sentence):
            wheres.append(event.unit)
        for where in wheres:
            if names := {one.name for one in called(story.flow.text[where.start : where.end]) if one.name in self._payers}:
                return names
        return set()

    def _is_its_work(self, event: Event) -> bool:
        """Whether a sentence says of rules or the like that a project helped with them: "rules, which HIVE had supported"."""
        names = "|".join(re.escape(name) for name in self._payers if name and name in event.sentence.text)
        return bool(names) and is_helped(event.sentence.text, re.compile(rf"(?<![\w.-])(?:{names})(?![\w-])"))

    def _is_recent(self, event: Event) -> bool:
        """Whether an event may be the project's by its day; its launch may lie further back."""
        start = event.when.start
        return event.kind is Kind.LAUNCH or (start is not None and self._reference - start <= LIFE)

    def _names_in(self, index: int, where: Unit | Sentence) -> set[str]:
        """The projects that are named in a unit or a sentence of the story of a number."""
        text = self._found[index].flow.text[where.start : where.end]
        return {name for name, _, _ in _names(text)} or set(self._bare(text))

    def _bare(self, text: str) -> Iterator[str]:
        """The projects whose abbreviation alone stands in a text: "Laos joined SAMM"."""
        for name in self._payers:
            if name in text and _SHORT.fullmatch(name) and re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w-]|{_PHASE})", text):
                yield name


def _named(text: str) -> Iterator[re.Match[str]]:
    """The projects that are named in a text, looked for around the words for one."""
    over = 0
    for word in _ANY.finditer(text):
        found = _NAMED.search(text, max(over, word.start() - _LONGEST), word.end() + _LONGEST) if word.start() >= over else None
        if found is not None:
            over = found.end()
            yield found


def _names(text: str) -> Iterator[tuple[str, int, int]]:
    """The names of projects in a text, as they are compared, and where each stands; none that is an organisation's."""
    for found in _named(text):
        if title := found["title"] or found["entitled"]:
            yield one_line(title.lower().strip(" .,")), found.start(), found.end()
        elif lexicon().gazetteer.at(text, found.start("short")) is None:
            yield found["short"], found.start("short"), found.end()


def _odd(text: str) -> Iterator[tuple[str, int, int]]:
    """The same of those that have no word for a project beside them."""
    for found in _ODD.finditer(text):
        # "USD 5" is a sum
        if lexicon().gazetteer.at(text, found.start()) is None and found[0].split()[0] not in currency_codes():
            yield found[0], found.start(), found.end()


def _name_of(text: str, mention: DonorMention, named: Sequence[tuple[str, int, int]]) -> str | None:
    """The project that a donor in the same sentence pays for: the name right behind the words that say so, or right before."""
    start, end = mention.cue
    if inside := [name for name, _, over in named if start < over <= end]:
        return inside[-1]
    if mention.start < start or mention.end <= start:
        behind = [name for name, begin, _ in named if begin >= end - 1 and _NEXT.fullmatch(text, end, begin)]
        return behind[0] if behind else None
    under = [name for name, begin, _ in named if begin > mention.end and _UNDER.fullmatch(text, max(end, mention.end), begin)]
    if under:
        return under[0]
    before = [
        name
        for name, begin, over in named
        if over <= start and (_SAID_OF_IT.fullmatch(text, over, start) or _began_with(text, begin, over, start))
    ]
    return before[-1] if before else None


def _country_behind(text: str, at: int) -> frozenset[str]:
    """The ISO codes of the countries or the region that stand right behind a name which ends at a character: "in Togo"."""
    place = _IN.match(text, at)
    return frozenset(code for one in find_countries(place["where"]) for code in one.codes) if place is not None else frozenset()


_IN = re.compile(
    r"(?:\s\([^()]{1,60}\))?\s(?:in|for)\s(?P<where>(?:the\s)?[A-Z](?:(?!\s(?:is|are|was|were|has|have|had)\b)[^.;:()]){1,80})"
)


def _began_with(text: str, begin: int, over: int, cue: int) -> bool:
    """Whether a sentence that tells how a project came to be says at a cue who pays for it, and for no event of it."""
    if _SUBJECT.fullmatch(text, 0, begin) is None or _BEGAN.fullmatch(text, over, cue) is None:
        return False
    return _HELD.search(text, max(over, text.rfind(",", over, cue)), cue) is None
