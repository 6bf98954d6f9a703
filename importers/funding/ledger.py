"""Who pays for what, listed once at the end of a newsletter or of a chapter: "Beekeeping - Italy; Radio for herders - Norway"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from db.models import Level
from importers.donorlexicon import givers, lexicon
from importers.donors.cues import find_donors
from importers.donors.mention import DonorMention
from importers.events.event import Event
from importers.events.kinds import score_kinds
from importers.funding.boxes import Payer
from importers.funding.chapters import may_be_its_own, stories_at
from importers.funding.closings import CHAPTER
from importers.funding.finding import Paid
from importers.funding.owners import LIFE, SAME_HANDS, stems
from importers.funding.projecttables import project_table
from importers.layout.repair import Passage
from importers.lexicon import A_MONTH, data, one_line
from importers.places.finding import find_countries
from importers.readers.blocks import BlockKind
from importers.story import Story

_BOXES = data("boxes")
_FIELDS = frozenset(label for name in ("payers", "others", "events") for label in _BOXES[name])
"""Labels that say what stands behind them, and name nothing that is paid for."""
_HEAD = re.compile(
    r"(?:(?P<chapter>[A-Z][\w ,’'-]{1,50}?)\s?[:–—-]\s)?(?:(?:our|the|list\sof|acknowledge?ments?\s(?:of|to))\s)*"
    r"(?:(?:projects?|activit(?:y|ies)|programmes?)\s(?:and|&|by)\s(?:(?:their|its|our|the)\s)?(?:donors?|funders?|sponsors?|funding)"
    r"|donors?|fund(?:ing|ers?)|financing|contributions?|sponsors?|thank\syou|thanks|acknowledge?ments?|support\sreceived"
    r"|who\s(?:pays|funds|finances))"
    r"(?:\s(?:and|&|our|the|to|of|for|in|by|this|what|whom|you|partners?|donors?|sponsors?|supporters?|support|sources?|contributions?"
    r"|acknowledge?ments?|project|activity|activities|programmes?|quarter|period|(?:19|20)\d\d)){0,6}\W{0,3}",
    re.IGNORECASE,
)
"""What stands above such a list, behind the name of the chapter that it is of: "GEORGIA - support received"."""
_ANNOUNCES = re.compile(r"\b(?:fund|financ|contribut|support|donor|grant|thank)[^.;]{0,160}:[^\S\n]{0,9}\n")
"""How a sentence right above the first line of one announces it."""
_LINE = re.compile(r"(?P<what>[^:;–—\n]{3,110}?)(?:\s[–—-]\s|:\s)(?P<who>.{2,260})", re.DOTALL)
"""A line of it."""
_IN_BRACKETS = re.compile(r"(?P<what>(?:(?!\s(?:by|from)\s)[^:;–—\n()]){3,110}?)\s?\((?P<who>[^()]{2,120})\)\.?")
"""The same with those who pay in brackets behind it: "Clean rivers (Norway)"."""
_SAID = re.compile(r"[^.;]{3,200}?\b(?:(?:co-?)?(?:fund|financ|sponsor)ed|supported|paid\sfor|made\spossible)\b")
_AGAIN = re.compile(r"(?:and\s)?(?P<what>[^.;]{3,90}?)\s(?P<also>also\s)?by\s(?P<who>(?:the\s)?[A-Z].{1,160})", re.DOTALL)
"""Behind a clause that says so of one thing, the same of another: "Part 3 by Spain", "those on bees also by Peru"."""
_ENDS = re.compile(r"(?<=[^\W\d_][a-z)\]])[.;]\s+(?=\w)|\n\s*\n|;\s+|,\sand\s(?=[^.;,]{3,80}?\s(?:also\s)?by\s)")
"""Where one entry of a paragraph ends."""
_PART = re.compile(
    rf"\b(?P<sort>{CHAPTER}|project|theme|area)\s(?:no\.?\s)?(?P<number>\d{{1,2}}(?:\.\d)?|[IVX]{{1,4}})\b", re.IGNORECASE
)
"""A chapter by its number."""
_WHEN = re.compile(r"(?:In|During|Over|For)\s(?:this|the)\s(?:[a-z]+\s)?(?:quarter|period|year|months?|half|time),?\s")
_IS = re.compile(r"\s(?:is|are|was|were|has\sbeen|have\sbeen)(?:\s[a-z]+ly)?\Z")
_WHOLE = re.compile(
    r"\b(?:described|reported|mentioned)\s(?:here|in\sth(?:is|e))|\bth(?:is|ese)\s|\bour\s(?:activities|work)\b|\ball\s",
    re.IGNORECASE,
)
"""What speaks of everything, and not of one thing."""
_ABBREVIATION = re.compile(r"\b[A-Z][A-Z\d-]{1,9}\b")
_SHORT = re.compile(r"\(([A-Z][A-Z\d-]{1,9})\)")
"""The abbreviation of a name, behind it."""
_PLACES = re.compile(r"\((?P<within>[^()]{3,80})\)|\b(?:in|for|of)\s(?:the\s)?(?P<behind>[A-Z][\w ,’'-]{2,60})\Z")
"""Where what is paid for is."""
_FRAME = " \t|+*_•▪■►=-"
"""Marks around a line."""
_NO_PLACES = ("demonym", "region")
_MOST, _HEADING, _LONGEST, _ENTRY = 14, 80, 4000, 400
"""Passages of one list; characters of its heading, of one passage, and of an entry."""
_BRACKETS = re.compile(r"\([^()]*\)")
_TOLD = re.compile(r"\b(?!(?:the|and|for|through|from|via|with|its)\b)[a-z]{3,}")
"""What stands behind a label are names, and no sentence; so none of its words is small but those between names."""
_HALF = 0.5
"""So many of the words for what is paid for must be told where it says in which country; else all."""


@dataclass(frozen=True)
class Entry:
    """One thing that is paid for, and who pays."""

    what: str
    payers: tuple[Payer, ...]
    also: bool = False
    """Whether they pay beside those of the chapter that it is of."""
    chapter: str = ""
    """The chapter at whose end it stands; all stories where it is empty."""
    at: int = 0
    """Where its list begins in the raw text."""

    @cached_property
    def words(self) -> set[str]:
        """The words by which what is paid for is known again."""
        return _known_by(_SHORT.sub("", _PLACES.sub("", self.what) if self.countries else self.what)) - _COMMON

    @cached_property
    def countries(self) -> set[str]:
        """The countries that it says it is in, by their codes."""
        said = " ; ".join(found["within"] or found["behind"] for found in _PLACES.finditer(self.what))
        return (
            {code for mention in find_countries(said) if mention.form not in _NO_PLACES for code in mention.codes}
            if said
            else set()
        )


def _begin(passage: Passage) -> int:
    """Where a passage begins in the raw text."""
    return passage.flow.spans[0][0] if passage.flow.spans else 0


def _known_by(text: str) -> set[str]:
    """The words of a text as they are compared: stems of long ones, and abbreviations."""
    return stems(text) | set(map(str.lower, _ABBREVIATION.findall(text)))


_COMMON = stems(
    "project projects programme program activity activities work support component region regional those under with reform"
)


def without_ledgers(raw: str, passages: Sequence[Passage]) -> tuple[list[Passage], list[Entry]]:
    """The passages without such lists, and the entries of these."""
    kept: list[Passage] = []
    found: list[Entry] = []
    index = 0
    while index < len(passages):
        if (table := project_table(passages, index)) is not None:
            found += [Entry(what, payers, at=_begin(passages[index])) for what, payers in table.rows if payers]
            kept += passages[index : table.end] if table.is_news else ()
            index = table.end
            continue
        last, entries = _ledger(raw, passages, index)
        if entries:
            found += entries
            index = last
        else:
            kept.append(passages[index])
            index += 1
    return kept, found


def _ledger(raw: str, passages: Sequence[Passage], index: int) -> tuple[int, list[Entry]]:
    """The entries of the list that begins with a passage, and where it ends; none where none does."""
    head = passages[index]
    titled = _HEAD.fullmatch(head.text.strip(_FRAME)) if len(head.text) <= _HEADING else None
    if titled is None:
        return index, []
    # two short lines may have been read as one more heading
    last = min(index + 2, len(passages))
    while last < len(passages) and last - index <= _MOST and passages[last].kind is not BlockKind.HEADING:
        last += 1
    chapter, at = (titled["chapter"] or "").strip(" ,-–—"), _begin(head)
    entries: list[Entry] = []
    end = index + 1
    for place in range(index + 1, last):
        rows = passages[place].kind is BlockKind.ROW
        if more := list(_entries(raw, passages[place : last if rows else place + 1], chapter, at)):
            entries, end = [*entries, *more], last if rows else place + 1
        if more and rows:
            break
    # one line alone may say anything, but at the end of its chapter
    return (end, entries) if chapter or len(entries) > 1 else (index, [])


def _entries(raw: str, told: Sequence[Passage], chapter: str, at: int) -> Iterator[Entry]:
    """The entries of some passages as they are printed, where a line may be one, or go on in the next."""
    text = "\n".join(raw[one.flow.spans[0][0] : one.flow.spans[-1][1]] for one in told if one.flow.spans)
    if len(text) > _LONGEST or A_MONTH.search(text) is not None:
        # a story under such a heading
        return
    announced = _ANNOUNCES.search(text)
    said = False
    for part in _ENDS.split(text[announced.end() if announced is not None else 0 :]):
        lines = [line.strip(_FRAME) for line in part.splitlines()]
        made = list(_in_lines([line for line in lines if line]))
        if not made and (one := _in_words(one_line(" ".join(lines)), said=said)) is not None:
            made, said = [one], True
        for one in made:
            payers = tuple(Payer(mention.donor, f"{one.what}: {one.who}") for mention in one.mentions)
            if not _WHOLE.search(one.what):
                yield Entry(one.what, payers, one.also, chapter, at)


class _Said(NamedTuple):
    """What a line or a clause says."""

    what: str
    who: str
    mentions: Sequence[DonorMention]
    also: bool = False


def _in_lines(lines: Sequence[str]) -> Iterator[_Said]:
    """The entries of lines, each of which begins one, or goes on with the one before it."""
    pending = ""
    for line in lines:
        longer = f"{pending} {line}".strip()
        if (made := _of_line(pending)) is not None and (_of_line(line) is not None or _of_line(longer) is None):
            yield made
            longer = line
        pending = longer if len(longer) < _ENTRY else line
    if (made := _of_line(pending)) is not None:
        yield made


def _of_line(text: str) -> _Said | None:
    found = _LINE.fullmatch(text)
    if found is None and (found := _IN_BRACKETS.fullmatch(text)) is not None:
        return _of_bracket(found)
    if found is None or found["what"].lower() in _FIELDS:
        return None
    who = found["who"].strip(" .")
    if _is_giver(found["what"]):
        # the other way round: "Norway: clean rivers"
        mentions = find_donors(f"Donor: {found['what']}")
        return _Said(who, found["what"], mentions) if _is_purpose(who) else None
    line = f"Donor: {who}"
    mentions = find_donors(line)
    sure = bool(mentions) and _TOLD.search(_BRACKETS.sub("", who)) is None
    return _Said(found["what"].strip(), who, mentions) if sure else None


def _of_bracket(found: re.Match[str]) -> _Said | None:
    who = found["who"].strip(" .")
    mentions = find_donors(f"Donor: {who}")
    # a country in brackets may be where it is
    known = all(one.donor.agency or one.donor.name in givers() for one in mentions)
    return _Said(found["what"].strip(), who, mentions) if mentions and known and _TOLD.search(who) is None else None


def _is_purpose(text: str) -> bool:
    """Whether what stands behind a giver is what he pays for, and no sentence, sum or other giver."""
    return (
        len(text) <= _PURPOSE
        and not find_donors(f"Donor: {text}")
        and _TOLD.search(text) is not None
        and _NO_PURPOSE.search(text) is None
    )


_PURPOSE = 110
_NO_PURPOSE = re.compile(r"\d|\b(?:is|are|was|were|has|have|paid|pays|gave|gives|funds|funded)\b")


def _is_giver(text: str) -> bool:
    """Whether a text is the name of one who may pay: the list of donors that it stands in says not what for."""
    return any(hit.start == 0 and hit.end == len(text) for hit in lexicon().gazetteer.scan(text))


def _in_words(text: str, *, said: bool) -> _Said | None:
    """An entry as a clause; `said` is whether the one before it was one."""
    mentions = [one for one in find_donors(text) if one.strong and one.cue[1] <= one.start]
    if mentions and _SAID.match(text) is not None:
        what = _WHEN.sub("", _IS.sub("", text[: mentions[0].cue[0]].rstrip()))
        return _Said(what, text[mentions[0].start :], mentions, " also " in text[: mentions[0].start])
    again = _AGAIN.match(text) if said else None
    if again is None or not (mentions := find_donors(f"funded by {again['who']}")):
        return None
    return _Said(again["what"].strip(), again["who"], mentions, again["also"] is not None)


class Ledger:
    """The stories of one newsletter, asked which entry speaks of a milestone of theirs."""

    def __init__(self, entries: Sequence[Entry], passages: Sequence[Passage], found: Sequence[Story], reference: date) -> None:
        """`passages` are those that the stories `found` were cut from; `reference` is the newsletter's day."""
        self._entries = entries
        self._passages = passages
        self._found = found
        self._reference = reference
        self._places = {number: place for place, number in stories_at(passages, found).items()} if entries else {}
        """The place of the passage that a story begins with, by the story's number."""

    def pay(self, paid: Paid, index: int, event: Event, countries: Set[str]) -> Paid:
        """What a milestone of the story of a number was paid, with those of the entry that fits it best where nobody else is named.

        `countries` are the milestone's.
        """
        if not self._entries or paid.is_settled or not may_be_its_own(event, self._reference - LIFE):
            return paid
        if event.level is Level.MENTIONED and event.kind not in SAME_HANDS:
            # a word of a list is told of many an agreement
            return paid
        best = 0.0
        chosen: list[Entry] = []
        above: list[Entry] = []
        for entry in self._entries:
            if not self._is_in_reach(entry, index):
                continue
            if (part := _PART.search(entry.what)) is not None and part.end() == len(entry.what):
                above += [entry] if self._is_below(part, index) else []
                continue
            fits = _fits(entry, event, self._found[index], countries, self._entries)
            if fits > best:
                best, chosen = fits, [entry]
            elif fits and fits == best:
                chosen.append(entry)
        chosen = [*above, *chosen] if not chosen or all(one.also for one in chosen) else chosen
        return paid.by("listed-as-paying", ((one.donor, one.words) for entry in chosen for one in entry.payers))

    def _is_in_reach(self, entry: Entry, index: int) -> bool:
        """Whether a story stands in the chapter at whose end an entry stands."""
        if not entry.chapter:
            return True
        name = entry.chapter.lower()
        above = [
            one
            for one in self._passages
            if one.kind is BlockKind.HEADING and _begin(one) < entry.at and one.text.strip(" .:").lower() == name
        ]
        return not above or _begin(above[-1]) <= _begin(self._found[index].passages[0]) < entry.at

    def _is_below(self, part: re.Match[str], index: int) -> bool:
        """Whether a story stands below the heading of a numbered chapter, the last one of its sort above it."""
        for place in range(self._places.get(index, -1), -1, -1):
            one = self._passages[place]
            if (above := _PART.match(one.text)) is not None and above["sort"].lower() == part["sort"].lower():
                return above["number"] == part["number"]
        return False


_CALLED = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Oo]ur|[Ii]ts)\s(?P<name>(?:[\w’'-]+\s){1,4}?)(?:[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative|[Ss]cheme)\b"
)
"""How a story calls a project by less than its name: "under the firearms project"."""


def _projects(text: str) -> Iterator[set[str]]:
    """The words by which a story calls projects."""
    for found in _CALLED.finditer(text):
        if name := _known_by(found["name"]) - _COMMON:
            yield name


def _fits(entry: Entry, event: Event, story: Story, countries: Set[str], entries: Sequence[Entry]) -> float:
    """How well one of the `entries` speaks of an event: by how many of its words are told of it; 0 where not enough are."""
    where, words = entry.countries, entry.words
    if not words or (where and where.isdisjoint(countries)):
        return 0.0
    unit = story.flow.text[event.unit.start : event.unit.end] if len(words) > 1 or entry.chapter else ""
    close = f"{story.heading} {event.sentence.text}"
    known = _known_by(f"{close} {unit}") & words
    called = _projects(story.flow.text[event.unit.start : event.unit.end])
    if any(name <= words and sum(name <= one.words for one in entries) == 1 for name in called):
        known = words
    if (short := _SHORT.search(entry.what)) is not None and re.search(rf"\b{re.escape(short[1])}\b", f"{close} {unit}"):
        known = words
    # the one country that it is in says as much as a word, and so does the kind of what was done
    beside = (len(where) == 1) + (score_kinds(entry.what).best is event.kind)
    share = (len(known) + beside) / (len(words) + (len(where) == 1))
    wanted = _HALF if where else 1.0
    # of two that are told of, the one that the event itself speaks of
    return len(known) + share + len(_known_by(close) & words) if known and share >= wanted else 0.0
