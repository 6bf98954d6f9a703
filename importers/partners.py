"""Who else took part in making an event: organisations named behind "in cooperation with" and its like."""

from __future__ import annotations

import re
from functools import cache

from db.names import country
from importers.lexicon import cues, data, words
from importers.sentences import lowered

_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'&/-]*|[A-Z]{2,}s?)(?:\s+(?:of|for|on|and|the|de|la|&)(?=\s+(?:the\s+)?[A-ZÀ-Þ])(?:\s+the)?"
    r"|\s+[A-ZÀ-Þ][\w’'&/-]*|"
    r"\s+\([A-Z][\w/-]{1,14}\))*"
)
_GLUE = re.compile(r"[\s,]*(?:(?:and|as well as|the|its|with|by|of|national|regional|local|project)\b[\s,]*)*")
_SPLIT = re.compile(r"\s+and\s+(?:the\s+)?(?=[A-Z])")
_MOST = 8
_SHORTEST = 3


@cache
def _common() -> frozenset[str]:
    return frozenset(data("partners")["common"])


def find_partners(text: str) -> tuple[str, ...]:
    """The organisations that `text` names as partners, as printed, each once, at most eight.

    A name is a run of capitalised words behind a cue; lists go on over commas and `and`.
    """
    found: dict[str, None] = {}
    lower = lowered(text)
    if cues("partners", "cues").search(lower, words(text)) is None:
        return ()
    for cue in cues("partners", "cues").pattern.finditer(lower):
        at = cue.end()
        while (glue := _GLUE.match(text, at)) and (name := _NAME.match(text, glue.end())):
            for part in _parts(name[0]):
                found.setdefault(part)
            at = name.end()
            if not re.match(r"\s*,|\s+(?:and|as well as)\b", text[at : at + 14]):
                break
    return tuple(list(found)[:_MOST])


def _parts(name: str) -> list[str]:
    """The names in a run: two organisations joined by `and` are two, a ministry of two things is one."""
    name = re.sub(r"\s+", " ", name).strip(" ,")
    if re.match(r"(?:Ministry|Department|Office|Bureau|Committee|Union|Fund)\b", name):
        parts = re.split(
            r"\s+and\s+(?:the\s+)?(?=(?:Ministry|Department|Office|Bureau|Committee|Agency|State|National|[A-Z]{3,}\b))", name
        )
    else:
        parts = _SPLIT.split(name)
    return [part for part in parts if len(part) >= _SHORTEST and part not in _common() and country(part) is None]
