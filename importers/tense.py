"""Whether a part of a sentence tells what was done or what is to come.

Each part between `which`, `that`, `and`, a semicolon and their like has its own tense: in "handed over a school, which will be run
by the county" nothing of the handing over is to come.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from importers.lexicon import Phrase, cues

_PARTS = re.compile(r"[;:]\s|,?\s(?=(?:which|that|who|where|while|whereas|but|and)\s)")
_AHEAD = re.compile(r"\b(?:will|would|shall|to|may|can|could|should|must|might)\s+(?:not\s+)?(?:be\s+)?(?:\w+ly\s+)?\w+")
_PAST = (
    r"took|held|met|began|came|gave|made|went|spoke|ran|left|brought|told|wrote|saw|drew|sat|taught|learnt|sang|won|stood|paid"
    r"|sent|spent"
    r"|flew|rose|dealt|built|laid|lent|caught|fell|grew|chose|drove|broke|kept|lost|wound|bore"
    r"|rode|burnt|swam|threw|hung|lit|dug|fought|sought|struck|swore|sold|drank|shot|swept|slept|ate"
)
"""Verbs in the past that do not end in -ed, and are nothing else."""
_DONE = "drawn|given|taken|shown|seen|written|sown|chosen|driven|broken|begun|cut|done"
PARTICIPLE = rf"(?:\w{{2,}}ed|{_PAST}|{_DONE}|led|set|put|read|run)"
"""A verb in the passive, in lower case, behind "will be" and its like."""
_NO_DEED = (
    r"(?<!\w{4}-)(?!(?:united|hundred|sacred|kindred|mounted|armed|aged|advanced|integrated|speciali[sz]ed|related|so-called)\b)"
)
"""Before a word in -ed that is no verb: "two hundred", "the Mounted Police", "community-based"."""
_BEHIND = re.compile(
    rf"\b(?:was|were|had|has|have|been|did|became|set up|agreed|{_PAST}"
    # the end of a word is looked at first, as few have that ending
    rf"|(?=\w{{5,}}+(?<=[^e\W]ed)(?!\sby\s(?!the\send|end|mid|\d))){_NO_DEED}\w+)\b"
)
_DEED = (
    rf"(?:(?:{_PAST}|got|led|set|put|read)\b|(?:was|were|been)\s(?:{_DONE}|\w{{2,}}ed(?=\sby))\b"
    r"|(?=\w{4,}+(?<=ed)(?! by\b))(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bbeing )(?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bof )"
    rf"{_NO_DEED}\w+)"
)
DEED = re.compile(rf"\b{_DEED}")
"""A verb in the past, in lower case; none is a participle before a noun, or behind what is."""
_HAPPENED = re.compile(rf"\b(?:(?:was|were|has|have|had)\b|{_DEED})")


def looks_back(sentence: str) -> bool:
    """Whether a sentence in lower case tells what happened; "handover of the renovated hall" and "is planned" do not."""
    return _HAPPENED.search(sentence) is not None


def resolves(sentence: str, seen: frozenset[str]) -> bool:
    """Whether a sentence in lower case, whose words are `seen`, tells what somebody wants to be done: "suggested to hold"."""
    return _RESOLVED.search(sentence, seen) is not None


@dataclass(frozen=True, slots=True)
class Tenses:
    """The parts of a sentence and whether each tells of what is to come (`+`), of the past (`-`), or of neither (blank)."""

    starts: tuple[int, ...]
    signs: str

    def at(self, place: int) -> str:
        """The sign of the part that holds character `place`; a part without a verb goes with the one before it, else behind it."""
        told = self.signs[: bisect_right(self.starts, place)].rstrip()
        return (told[-1:] or self.signs.lstrip()[:1]) or " "

    @property
    def planned(self) -> bool:
        """Whether the sentence as a whole announces something: its first part with a verb does."""
        return self.signs.strip()[:1] == "+"


def announces(sentence: str, seen: frozenset[str]) -> bool:
    """Whether words for what is to come stand in a sentence in lower case, whose words are `seen`."""
    return cues("telling", "planned").search(sentence, seen) is not None


def tenses(sentence: str, seen: frozenset[str]) -> Tenses:
    """The tenses of a sentence in lower case, whose words are `seen`."""
    if (wished := _WISHED.search(sentence, seen)) is not None:
        return Tenses((0, wished.end()), "-+")
    ahead = cues("telling", "planned").search(sentence, seen) or _RESOLVED.search(sentence, seen)
    if ahead is None:
        return Tenses((0,), "-" if _BEHIND.search(sentence) else " ")
    lead = _LEAD.match(sentence, 0, ahead.start())
    first = lead.end() if lead is not None else 0
    starts = [first, *(found.end() for found in _PARTS.finditer(sentence, first))]
    told: list[tuple[int, str]] = [(0, "-")] if lead is not None else []
    for start, end in zip(starts, [*starts[1:], len(sentence)], strict=True):
        told.extend(_signs(sentence, start, end, seen))
    return Tenses(tuple(start for start, _ in told), "".join(sign for _, sign in told))


def _signs(sentence: str, start: int, end: int, seen: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Where in a part of a sentence, whose words are `seen`, each tense begins, and its sign."""
    part = sentence[start:end]
    if (resolved := _RESOLVED.search(part, seen)) is not None:
        yield start, "-"
        yield start + resolved.end(), "+"
        return
    ahead = cues("telling", "planned").search(part)
    if ahead is None:
        yield start, "-" if _BEHIND.search(_AHEAD.sub(_blank, part)) else " "
        return
    close = part.find(", ", ahead.end()) if _RELATIVE.match(part) is not None else -1
    if close > 0 and _BEHIND.search(_unplanned(part), close) is not None:
        # "the guest, who is to come on 3 July, has asked for a room" is about the past
        yield start, "-"
        yield from _signs(sentence, start, start + close, seen)
        yield start + close, "-"
        return
    subject, rest = part[: ahead.start()], _unplanned(part[ahead.start() :])
    if _PERFECT.match(part, ahead.start()) is not None:
        yield start, "-"
        return
    if _FINITE.match(part, ahead.start()) is None:
        # "A centre, expected to serve 300 women, opened on 12 August"; "Guards met for the review, due to take place in May"
        if _BEHIND.search(subject) is not None and _BEHIND.search(rest) is None and subject.endswith((", ", " (")):
            yield start, "-"
            yield start + ahead.start(), "+"
        else:
            yield start, "-" if _BEHIND.search(subject + rest) else "+"
        return
    if (attribute := _ATTRIBUTE.search(subject)) is not None:
        # "Another hall, paid for in May, will open in June": it is to come, and its attribute is past
        yield start, "+"
        yield start + attribute.start("deed"), "-"
        yield start + ahead.start(), "+"
    elif _BEHIND.search(subject) is not None or (_RELATIVE.match(part) is not None and _FINISHED.search(rest) is not None):
        yield start, "-"
        if _BEHIND.search(subject) is None:
            return
        yield start + ahead.start(), "+"
    else:
        yield start, "+"
    # "will discuss in June the law adopted in May"
    if (behind := _BEHIND.search(rest)) is not None:
        yield start + ahead.start() + behind.start(), "-"


def _unplanned(part: str) -> str:
    """A part of a sentence, blank where it speaks of what is to come; each phrase is looked for in the part as it stands."""
    for found in (*_AHEAD.finditer(part), *cues("telling", "planned").pattern.finditer(part)):
        part = part[: found.start()] + " " * len(found[0]) + part[found.end() :]
    return part


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


_RESOLVED = Phrase(
    "agreed decided resolved offered proposed suggested undertook volunteered promised intend intends wish wishes accepted invited",
    r"\b(?:agreed|decided|resolved|offered|proposed|suggested|undertook|volunteered|promised|intends?|wish(?:es)?"
    r"|accepted\s(?:the|an?|their|its)\s(?:[a-z]+\s)?(?:proposal|offer|suggestion|invitation))\s(?:[^.;:,]{0,40}?\s)?"
    r"to\s(?:continue|hold|host|be\s(?:the|its)\s(?:host|venue|seat)|play\shost|organi[sz]e|meet|convene|invite|conduct|arrange|repeat|visit|come"
    r"|return|reconvene|gather|open|launch|publish)\b"
    r"|(?<!was )(?<!were )(?<!been )\binvited\s[^.;:]{2,60}?\sto\s(?:the|an?|its)\s(?:[\w-]+\s){0,4}"
    r"(?:meeting|conference|session|forum|workshop|summit)\b",
)
"""What somebody has resolved to do is to come: "agreed on 3 May to hold the next round in July"."""
_WISHED = Phrase(
    "agreed decided proposed suggested recommended requested urged",
    r"\b(?:agreed|decided|proposed|suggested|recommended|requested|urged)\s(?:on\s\d{1,2}\s\w+\s)?that\s[^.;:,]{2,80}?\s(?:convene|meet|gather|return|visit"
    r"|hold|host|take\splace|be\s(?:held|convened|hosted|organi[sz]ed|launched|opened|repeated))\b",
)
"""What somebody has asked for is to come: "recommended that the mayors meet in July"."""
_RELATIVE = re.compile(r"(?:which|that|who|where)\b")
_FINITE = re.compile(
    r"(?:will|would|shall)\b|is\b|are\b|ha(?:s|ve) been\b|(?:was|were) (?:postponed|rescheduled|deferred)\b|(?:plan|intend)s?\b"
    r"|(?:open|start|begin|follow|come|arrive)s?\b|takes\b|enters\b"
)
"""How words for what is to come begin that are the verb of their part."""
_PERFECT = re.compile(rf"(?:will|would|shall) (?:\w+ly )?have (?:\w+ly )?(?:been|done|{_PAST}|\w{{2,}}ed)\b")
"""What will have been done by a time is no event of that time."""
_FINISHED = re.compile(r"\b(?:was|were|had|has|have|did|took|met|began|came|went|gave)\b")
_LEAD = re.compile(
    r"(?:with|following|after|since|thanks to)\sthe\s(?:\w+\s){0,3}?\w{2,}(?:ion|ing|ment|ure|al|launch|start|over)\sof\s.*,\s"
)
"""How a sentence begins that tells first what happened: "With the opening of the hall on 3 May, people will ..."."""
_ATTRIBUTE = re.compile(
    r"(?<!\bwas)(?<!\bwere)(?<!\bbeen)(?<!\bhas)(?<!\bhave)(?<!\bhad)"
    r"(?:^|\s)(?P<deed>(?:\w{2,}[^e\W]ed|held|taken|given|made|built|paid(?: for)?|drawn up|set up|bought|brought)"
    r"\s(?:by|on|in|at|with|under|for|from|during|to|last|this)\s)"
)
"""A participle behind what it says something of: "the data collected at sea", "a hall, paid for by Japan,"."""
