"""Numbered events: "the 10th review meeting of the memorandum", "fourth meeting"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from db.models import Milestone, Series
from importers.lexicon import cues, data, words

_NUMBERED = re.compile(r"\d(?:st|nd|rd|th)\b")
_TAIL = re.compile(r"(?:\s+(?:of|on|for|and|the))+$", re.IGNORECASE)


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, int]]:
    listed = data("series")
    numbers = {word: number for number, word in enumerate(listed["ordinals"], 1)}
    event = f"(?i:{'|'.join(listed['events'])})"
    never = f"(?!(?i:{'|'.join(listed['never'])})\\b)"
    return re.compile(
        rf"\b(?P<ordinal>\d{{1,3}}(?=(?:st|nd|rd|th)\b)|(?i:{'|'.join(listed['ordinals'])}))(?:st|nd|rd|th)?\s+(?!(?:of|to|and"
        rf"|the)\b)"
        rf"(?P<name>(?:{never}[\w’'&/-]+\s+){{0,9}}?{event}\b(?:\s+{event}\b)*"
        # what it is of: words with capitals and the small words between them
        r"(?:\s+(?:of|on|for)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:(?:of|on|and|the|for)\s+)*[A-Z][\w’'-]*){0,6})?)"
    ), numbers


@cache
def _of_something() -> re.Pattern[str]:
    """Nothing but what it is, before what it is of: "Review Meeting| of the Memorandum"."""
    event = f"(?i:{'|'.join(data('series')['events'])})"
    return re.compile(rf"{event}(?:\s{event})*(?=\s(?:of|on|for)\s)")


@lru_cache(maxsize=4)
def find_series(text: str) -> Series | None:
    """The first numbered event of a text, with what its run of events is called; None where there is none.

    The events of one sentence ask for it one after the other.
    """
    if _NUMBERED.search(text) is None and cues("series", "ordinals").search(text.lower(), words(text)) is None:
        return None
    pattern, numbers = _pattern()
    found = pattern.search(text)
    if found is None:
        return None
    ordinal = found["ordinal"].lower()
    name = _TAIL.sub("", re.sub(r"\s+", " ", found["name"])).strip()
    if (bare := _of_something().match(name)) is not None:
        # headings and sentences name the same series
        name = bare[0].lower() + name[bare.end() :]
    return Series(name, int(ordinal) if ordinal.isdigit() else numbers[ordinal])


def in_full(milestones: Sequence[Milestone]) -> list[Milestone]:
    """The milestones of a newsletter; a series that only its noun names is the one of its article that has more of a name.

    "The tenth review meeting of the Memorandum was held in Almaty. The ninth meeting had been held in Dushanbe."
    """
    named: defaultdict[int, set[str]] = defaultdict(set)
    for one in milestones:
        if one.series is not None and one.evidence is not None and " " in one.series.name:
            named[one.evidence.article].add(one.series.name)
    return [_in_full(one, named[one.evidence.article]) if one.series and one.evidence else one for one in milestones]


def _in_full(milestone: Milestone, named: Iterable[str]) -> Milestone:
    assert milestone.series is not None
    noun = milestone.series.name.lower()
    whole = [name for name in named if noun in name.lower().split()]
    if " " in noun or len(whole) != 1:
        return milestone
    return replace(milestone, series=Series(whole[0], milestone.series.ordinal))
