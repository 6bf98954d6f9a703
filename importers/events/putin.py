"""What is put in behind a name and is not what its sentence tells: "the centre, opened in 2008, was rebuilt"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.lexicon import DEEDS

_FOUNDED = rf"(?:(?:re-)?(?:{DEEDS})|passed|presented|formed)"
"""What was done once to a thing that has been there since."""
_WAS = r"(?:(?:which|that)\s(?:was|were|had been|has been)\s)?"
_DEED = re.compile(
    r"(?:^|(?<=[,;:]\s))(?P<name>[^,;:]{3,160}),\s(?P<deed>(?:(?:which|who)\s(?:was|were|had been)\s)?(?:\w+ly\s|also\s|first\s)?"
    r"(?:(?:[a-z]+-)?[a-z]{2,}ed|set up|(?:re)?built|held|begun|drawn up|bought|brought|made|given|put (?:up|on|into)|taken)"
    r"\s(?:by|in|on|at|during|from|under|with|back in)\s[^,;]{3,120}"
    r"|(?:which|whom|whose)\s(?!(?:since|will|would|is|are|shall|can|may)\b"
    r"|(?:was|were|had been)\s(?:\w+ly\s)?(?:fixed|planned|scheduled|foreseen|set|announced)\b)[^,;]{10,140}"
    r"(?=,\s(?:has|have|had|is|are|was|were|will|would|can|may|now|held|met|took|gave|made|began|ran|came|went|\w{2,}ed)\b)),\s"
)
_LAST = re.compile(
    r"(?P<name>\b(?:the|an?|its|their)\s(?:(?!(?:the|an?|its|their)\b)[^\s,;:()]+\s){0,12}[^\s,;:()]+),\s"
    rf"(?P<deed>{_FOUNDED}\s(?:by\s[^,;]{{3,60}}\s)?(?:in|on|back in)\s[^,;]{{3,40}})[.;]?$"
)
_FIRST = re.compile(rf"(?=[A-Z])(?i:{_FOUNDED})\s(?:[a-z]+\s){{0,2}}?(?:in|on)\s[^,.;]{{4,24}},\s(?:and\s)?")
_BEHIND_DEED = re.compile(rf",\s{_WAS}(?:\w+ly\s|first\s)?{_FOUNDED}\b[^,;:]*$")
_BEHIND_WHICH = re.compile(
    r",\s(?:which\s(?:was|were|\w{2,}ed)\s[^,;]{3,90}|(?:\w+\s)?(?:which|whom|whose)\s[^,;]{0,60}?\bhad\s[^,;]{3,90})$"
)
_BEHIND_NOUN = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|to|with|of|under|\w{3,}ed)\s[^.;]{0,160}?\b(?:the|an?|its|their)\s(?:[\w’'-]+\s){0,6}?"
    rf"(?!(?:was|were|been|be|is|are|and|or|it|they|who|which|that|has|have|had|also|not)\s)[\w’'-]+\s{_FOUNDED}\s(?:by|in|at|on|between|with)\s[^,;:]{{2,90}}$"
)
_INSIDE = re.compile(
    r"(?:,\s(?:(?:\w+ly|first|itself)\s)?(?:(?:\w+-)?\w{2,}ed"
    r"|set up|drawn up|built|held|made|begun|won|taken|given|which|who|whose)\b|\s\()"
    r"[^,;()]*$"
)
_CLOSES = re.compile(r"\s?[,)]|\s(?:with|by|for|under|as|at|in)\s[^,;.()]{2,60},\s(?=[a-z])")
_REACH, _FAR = 90, 320
"""Characters from where something is put in to a date in it, and from the verb before it."""


def deeds_put_in(text: str) -> Sequence[re.Match[str]]:
    """Each deed between two commas behind a name, as the groups `name` and `deed`."""
    return list(_DEED.finditer(text)) if text.count(",") > 1 else []


def deed_put_last(text: str) -> re.Match[str] | None:
    """The same at the end of a sentence: "met on 3 May to review the strategy, adopted in 2008"."""
    return _LAST.search(text)


def deed_put_first(text: str) -> re.Match[str] | None:
    """A deed that a sentence begins with, of a time of its own: "Founded in 2002, the Fund approved two grants"."""
    return _FIRST.match(text)


def tells_of_a_founding(lower: str, at: int) -> bool:
    """Whether a place in a sentence in lower case stands behind what was done once: "the law, passed in 2009, takes root"."""
    return _BEHIND_DEED.search(lower, max(0, at - _REACH), at) is not None


def tells_what_was(text: str, at: int) -> bool:
    """Whether a place in a sentence stands in a clause on what a thing was: "the law, which was passed in 2009"."""
    return _BEHIND_WHICH.search(text, 0, at) is not None


def is_of_a_thing(text: str, at: int) -> bool:
    """Whether a place in a sentence stands behind what was done to a thing of it: "follows the plan adopted in Osh in May 2017"."""
    return _BEHIND_NOUN.search(text, max(0, at - _FAR), at) is not None


def is_enclosed(text: str, start: int, end: int) -> bool:
    """Whether a date stands in what a sentence puts in about a thing: "the Bureau, set up by a law of April 2015, has"."""
    return _CLOSES.match(text, end) is not None and _INSIDE.search(text, max(0, start - _REACH), start) is not None
