"""What a heading says of all that stands below it: words to the readers, events to come, sums, an office's own people."""

from __future__ import annotations

import re

from importers.lexicon import cues, data, words
from importers.tense import tenses

_FEW_WORDS = 8
_NO_MORE = 4
"""Words of a heading that has no room for an event beside what it says."""
_MARKS = " .:-–,"
_PLANNED = re.compile(r"\b(?:planned|scheduled|foreseen|envisaged|expected|announced)\b")
"""Participles of what is to come."""
_FOREWORD = frozenset(data("telling")["foreword"])
_APART = frozenset(data("telling")["apart"])
_HEAD = r"(?:representative|co-?ordinator|director|chief|head|editors?|manager|ambassador|secretary|chair\w*|president)"
_FROM_THE_HEAD = re.compile(
    r"(?:(?i:(?:^|[.:|–—-]\s)(?:(?:(?:a|the|some|few|our|opening|welcome|welcoming|introductory|personal)\s){0,3}"
    r"(?:words?|messages?|letters?|notes?|greetings?|remarks|address|editorial|foreword|preface)\s(?:from|by|of)|from))"
    # below a masthead in small letters
    r"|(?<=[a-z]\sFROM))"
    rf"\s(?i:(?:the|our|your)\s(?:[\w’'-]+\s){{0,3}}?{_HEAD}(?:['’]s\s(?:desk|pen|corner)|\sof\s[^.;:,]{{3,40}})?)$"
)
"""Words to the readers, by who says them: "A word from the Regional Representative", "From the Coordinator"."""


_DOES = re.compile(
    r"\b(?:agrees?|adopts?|approves?|endorses?|discuss(?:es)?|draws?\sup|launch(?:es)?|presents?|signs?)"
    r"\s(?!(?:of|in|on(?!\sa\b)|for|at|by|from|with|and)\b)(?=\w)"
)
"""What a headline tells as done: "Six towns agree on a common calendar"."""


def is_calendar(heading: str) -> bool:
    """Whether a heading stands over events to come: a few words that say so, and no deed among them."""
    lower = heading.lower()
    few = len(lower.split()) <= _FEW_WORDS and "news" not in lower.split()
    if not few or cues("telling", "calendar").search(lower) is None:
        return False
    if _DOES.search(lower) is not None:
        return False
    rest = _PLANNED.sub("", lower)
    return tenses(rest, words(rest)).signs.strip()[:1] != "-"


def is_chronicle(heading: str) -> bool:
    """Whether a heading stands over what was, told once more, and says nothing else: "The road so far"."""
    return len(heading.split()) <= _NO_MORE and _CHRONICLE.search(heading.lower()) is not None


_CHRONICLE = re.compile(
    r"\b(?:so far|up to now|until now|to date|timeline|time line|chronology|chronicle|look(?:ing)? back|in retrospect|flashback"
    r"|from the archives?|years? ago|a brief history|short history|how it (?:all )?began|how we got here)\b"
)


def is_foreword(heading: str) -> bool:
    """Whether a heading stands over words to the readers, which tell of dated things only in passing."""
    said = heading.strip(_MARKS)
    return said.lower() in _FOREWORD or _FROM_THE_HEAD.search(said) is not None


def is_signature(heading: str) -> bool:
    """Whether a line names an office and no more, as who signs does: "The Regional Representative", "Ana Ruiz, Head of Office"."""
    return _SIGNATURE.fullmatch(heading.strip(_MARKS)) is not None


_SIGNATURE = re.compile(
    rf"(?:(?:[A-Z][\w.’'-]*\s){{1,4}}?[A-Z][\w.’'-]*,?\s)?(?:(?:[Tt]he|[Yy]our)\s)?(?:[A-Z][\w’'-]*\s){{0,3}}?(?i:{_HEAD})"
    r"(?:(?:\s(?:of|for|in|and|the)|,)(?:\s[A-Z][\w&’'-]*){1,6}){0,3}"
)


def is_of_a_person(heading: str) -> bool:
    """Whether a heading stands over a portrait or an interview, which tells of a life."""
    return _PERSON.match(heading.strip(_MARKS + '"“”')) is not None


_PERSON = re.compile(
    r"faces of\b|in (?:his|her|their|my) own words\b"
    r"|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|some|your|a few)\s(?:(?:quick|short)\s)?"
    r"(?:questions?|minutes|answers)\s(?:to|for|with|from)\b|questions? and answers?\b|q ?& ?a\b"
    r"|(?:portraits?|profiles?|interviews?|voices?|testimon(?:y|ies|ials?)|(?:my|her|his|one|a) (?:life )?stor(?:y|ies))"
    r"(?=$|\s?[:,–—-]\s|\s(?:of|from|with|by)\b)",
    re.IGNORECASE,
)


def is_of_figures(heading: str) -> bool:
    """Whether a heading stands over sums."""
    return cues("telling", "figures").search(heading.lower()) is not None


def tells_no_event(heading: str) -> bool:
    """Whether a heading stands over what an office says of itself and its people, or of the newsletter."""
    summary = None if is_foreword(heading) else cues("telling", "summary").search(heading.lower())
    return (summary is not None and summary.start() == 0) or heading.strip(_MARKS).lower() in _APART
