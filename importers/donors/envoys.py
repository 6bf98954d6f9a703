"""The state that an ambassador speaks for, where only "his country" is named as the one who gave."""

from __future__ import annotations

import re

from importers.donorlexicon import Entry, Lexicon, Sort
from importers.donors.named import Named
from importers.gazetteer import Hit

HOME = r"(?:[Hh]is|[Hh]er|[Mm]y)\s(?:own\s)?(?:country|[Gg]overnment|[Ee]mbassy|nation)"
"""How an envoy's state is spoken of; a pattern."""
_HOME = re.compile(rf"{HOME}\b(?!\sof\b)")
_OFFICE = r"(?:[Aa]mbassador|Chargé\sd[’']Affaires(?:\sa\.i\.)?|[Cc]onsul(?:\s[Gg]eneral)?|High\sCommissioner|Head\sof\sMission)"
_STAFF = (
    r"(?:[Rr]epresentative|[Cc]ounsell?or|[Ss]ecretary|[Aa]ttach[eé]|[Dd]iplomat|[Hh]ead\sof\s[Cc]ooperation)\s(?:of|from|at)"
    r"\sthe\s"
)
_ENVOY_OF = re.compile(rf"\b(?:{_OFFICE}|{_STAFF}[Ee]mbassy)\s(?:of|from)\s(?:the\s)?\Z")
_ITS_ENVOY = re.compile(rf"(?:['’]s?)?\s(?:[a-z]+\s){{0,2}}?{_OFFICE}\b")
_OF_ITS_EMBASSY = re.compile(rf"\b{_STAFF}\Z")
_EMBASSY = re.compile(r"\s[Ee]mbassy\b")
_SOMEBODY_ELSE = re.compile(r"\b(?:Minister|President|Mayor|Governor|Director|Chair(?:man|woman|person)?|Commissioner|General)\b")
_BEFORE, _BEHIND, _TITLE = 400, 220, 56
"""Characters before and behind such words within which an envoy is looked for, and of the words that make somebody one."""


def state_of_envoy(text: str, at: int, words: Lexicon) -> Named | None:
    """The state of the last envoy named before "his country" at a character: "the Ambassador of Norway ... his country gave"."""
    home = _HOME.match(text, at)
    if home is None:
        return None
    if text[at] in "mM" and (speaker := _speaker(text, home.end(), words)) is not None:
        return Named(at, home.end(), speaker.donor, Sort.COUNTRY)
    last = None
    for hit in words.gazetteer.scan(text, max(0, at - _BEFORE), at):
        if _is_envoy(text, hit):
            last = hit
    if last is None or _SOMEBODY_ELSE.search(text, last.end, at) is not None:
        return None
    return Named(at, home.end(), last.value.donor, Sort.COUNTRY)


def _speaker(text: str, at: int, words: Lexicon) -> Entry | None:
    """The state of whoever said what is quoted up to a character: ""My country paid for it," said the Ambassador of Norway"."""
    over = _SAID.search(text, at, at + _BEHIND)
    for hit in words.gazetteer.scan(text, at, over.end() if over is not None else min(len(text), at + _BEHIND)):
        if _is_envoy(text, hit):
            return None if _SOMEBODY_ELSE.search(text, at, hit.start) is not None else hit.value
    return None


_SAID = re.compile(r"[”\"»][^.”\"»]{0,200}?[a-zà-ÿ]{3}\.(?=\s|$)")
"""Up to where a sentence says who spoke."""


def _is_envoy(text: str, hit: Hit[Entry]) -> bool:
    """Whether a state is named as that of an ambassador, or of somebody at its embassy."""
    before = max(0, hit.start - _TITLE)
    return hit.value.sort is not Sort.LISTED and (
        _ENVOY_OF.search(text, before, hit.start) is not None
        or _ITS_ENVOY.match(text, hit.end) is not None
        or (_EMBASSY.match(text, hit.end) is not None and _OF_ITS_EMBASSY.search(text, before, hit.start) is not None)
    )
