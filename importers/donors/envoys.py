"""The state that an ambassador speaks for, where only "his country" is named as the one who gave."""

from __future__ import annotations

import re

from importers.donorlexicon import Lexicon, Sort
from importers.donors.named import Named

HOME = r"(?:[Hh]is|[Hh]er)\s(?:own\s)?(?:country|[Gg]overnment|[Ee]mbassy|nation)"
"""How an envoy's state is spoken of; a pattern."""
_HOME = re.compile(rf"{HOME}\b(?!\sof\b)")
_OFFICE = r"(?:[Aa]mbassador|Chargé\sd[’']Affaires(?:\sa\.i\.)?|[Cc]onsul(?:\s[Gg]eneral)?|High\sCommissioner|Head\sof\sMission)"
_ENVOY_OF = re.compile(rf"\b{_OFFICE}\s(?:of|from)\s(?:the\s)?\Z")
_ITS_ENVOY = re.compile(rf"(?:['’]s?)?\s(?:[a-z]+\s){{0,2}}?{_OFFICE}\b")
_SOMEBODY_ELSE = re.compile(r"\b(?:Minister|President|Mayor|Governor|Director|Chair(?:man|woman|person)?|Commissioner|General)\b")
_BEFORE, _TITLE = 400, 48
"""Characters before such words within which an envoy is looked for, and of the words that make somebody one."""


def state_of_envoy(text: str, at: int, words: Lexicon) -> Named | None:
    """The state of the last envoy named before "his country" at a character: "the Ambassador of Norway ... his country gave"."""
    home = _HOME.match(text, at)
    if home is None:
        return None
    last = None
    for hit in words.gazetteer.scan(text, max(0, at - _BEFORE), at):
        if hit.value.sort is not Sort.LISTED and (
            _ENVOY_OF.search(text, max(0, hit.start - _TITLE), hit.start) or _ITS_ENVOY.match(text, hit.end)
        ):
            last = hit
    if last is None or _SOMEBODY_ELSE.search(text, last.end, at) is not None:
        return None
    return Named(at, home.end(), last.value.donor, Sort.COUNTRY)
