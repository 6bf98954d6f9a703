"""Which mentions of a text say where something was: those behind `in` or `at`, in brackets, or of a host."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.lexicon import MONTH_WORD
from importers.places.finding import CountryMention, runs
from importers.places.lists import IN
from importers.places.regions import are_counted

_VENUE = re.compile(
    r"(?:\b(?:in|at|near|outside|across|throughout|within|to)\s+(?:the\s+)?"
    r"(?:[\w’'-]+\s+){0,2}?(?:(?:city|town|capital|village|region|province|district|port|island|republic)s?(?:\s+of"
    r"|,)?\s+)?[\"“«']?|\()$",
    re.IGNORECASE,
)
_TOWN = re.compile(rf"\b(?:in|at|near)\s(?!{MONTH_WORD}\b)[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?,\s$")
"""A town that no list has before the name of its country or state: "in Bethesda, Maryland"."""
_ENDS = frozenset(".,;)")
_CLOSED = re.compile(r"\s*(?:[),;:–—-]|\d|$)|\s(?:and|&|on|from)\b")
"""What follows a place in brackets; other words make it part of a name."""
_HOSTED = re.compile(r"\bhosted by (?:the )?(?:(?:Government|Ministry|Parliament|Presidency) of )?(?:the )?(?:Republic of )?$")
_AT_HEAD = re.compile(rf"(?:\d[\d\s–—/-]{{0,12}}(?:{MONTH_WORD})?[\s\d.,–—-]{{0,12}}(?:{MONTH_WORD})?[\s\d]{{0,6}}[,.:|–—-]?\s*)?")
_LABEL = re.compile(r"\s?[:–—-]\s(?=\S)")
"""Before and behind the place at the head of an entry."""
_SEIZED = re.compile(
    r"(?:['’]s?\s(?:[\w-]+\s){1,4}|,\s(?:acting|working|relying|tipped)\b[^,.;:]{3,80},\s|\s)(?:then\s|had\s|also\s)?"
    r"(?:seized|intercepted|confiscated|impounded)\b"
)
"""Behind the country that took goods away: "Togo, acting on a tip from Ghana, seized"."""
_OTHERS_OF = re.compile(r"\b(?:of|from|and|by)\s(?:the\s)?$")
"""Before a country it makes it the home of those who act, or one of several."""
_LEAD = 60
"""Characters before a mention in which the words stand that make it a place."""
_MOST_PLACES = 2
"""More countries than this behind one `in` are a list, not a venue."""


def venue(text: str, start: int, mentions: Sequence[CountryMention]) -> list[CountryMention]:
    """The mentions that say where: behind `in`, `at`, `near` or in brackets; a city with its country is one place."""
    wide: list[CountryMention] = []
    for run in runs(text, mentions):
        lead = text[max(start, run[0].start - _LEAD) : run[0].start]
        if _is_label(text, start, run):
            return run
        behind_town = _TOWN.search(lead) is not None and text[run[-1].end : run[-1].end + 1] in _ENDS
        if not (IN.search(lead) or behind_town or (run[0].form in ("city", "point") and _VENUE.search(lead))):
            continue
        if lead.endswith("(") and not _CLOSED.match(text, run[-1].end):
            continue
        if run[0].form == "region" and are_counted(run[0].text) and len(run[0].codes) > _MOST_PLACES:
            return run
        if run[0].form == "region":
            # "the first of its kind in Central Asia" was not all over it
            wide = wide or (run if _RANKED.search(lead) is None else [])
            continue
        if len({code for mention in run for code in mention.codes}) <= _MOST_PLACES or run[0].form in ("city", "point"):
            return run
    return wide or _host(text, start, mentions)


def _is_label(text: str, start: int, run: Sequence[CountryMention]) -> bool:
    """Whether the towns of an entry that begins at an offset stand at its head: "7-9 October, Riga: course"."""
    if run[0].form not in ("city", "point") or run[0].start - start > _LEAD:
        return False
    return _LABEL.match(text, run[-1].end) is not None and _AT_HEAD.fullmatch(text, start, run[0].start) is not None


_RANKED = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:first|second|third|fourth|fifth|sixth|only|largest|biggest|oldest|newest|latest|best|most)\b"
    r"[^.;]{0,40}$"
)


def _host(text: str, start: int, mentions: Sequence[CountryMention]) -> list[CountryMention]:
    """The country whose government was the host, or that seized something: where its own men are."""
    return next(
        (
            [m]
            for m in mentions
            if m.form == "name"
            and (
                _HOSTED.search(text, lead := max(start, m.start - _LEAD), m.start)
                or (_SEIZED.match(text, m.end) and _OTHERS_OF.search(text, lead, m.start) is None)
            )
        ),
        [],
    )


def says_where(text: str, mention: CountryMention) -> bool:
    """Whether the words before a mention make it a place: "in", "near", "in Bethesda, "."""
    lead = text[max(0, mention.start - _LEAD) : mention.start]
    return _VENUE.search(lead) is not None or _TOWN.search(lead) is not None
