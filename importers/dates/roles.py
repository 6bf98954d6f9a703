"""What a date is to its sentence: since when, until when, the year of a title, the time of figures.

The word lists are in `data/dates.toml`, table `cues`.
"""

from __future__ import annotations

import re

from importers.dates.values import Role
from importers.dates.words import Tokens, cue, vocabulary

_NEAR = 80
"""Characters on either side that can tell a statistic or a plan's title."""

_LEADS: dict[str, Role] = {
    "since": "since",
    "until": "until",
    "till": "until",
    "by": "by",
    "before": "before",
    "after": "after",
    "from": "from",
}


def role_of(form: str, tokens: Tokens, start: int, end: int) -> Role:
    """What the date is to its sentence."""
    kinds = tokens.kinds[start:end]
    if _FINE.isdisjoint(kinds) and not _YEARS.isdisjoint(kinds):
        titled = _title(tokens, start, end)
        if titled:
            return titled
    if form in _NAMING and tokens.word(start - 1) in ("of", "dated") and _of_instrument(tokens, start, form):
        return "instrument-year"
    # "in March and April" is when something was done, as "in March" is
    counted = form in ("period", "quarter", "half") or (
        form == "range" and ("&" not in kinds or tokens.word(start - 1) == "between")
    )
    if counted and _statistics(tokens, start, end):
        return "statistics-period"
    before = tokens.word(start - 1)
    if before in cue("open_start"):
        return "since"
    if before in ("from", "on", "in") and tokens.word(start - 2) in ("starting", "beginning", "effective"):
        return "since"
    if tokens.word(end) in ("onwards", "onward") or (before == "from" and tokens.word(end) == "on"):
        return "since"
    if before == "prior" or (before == "to" and tokens.word(start - 2) == "prior"):
        return "before"
    if form in ("range", "list"):
        return ""
    return _LEADS.get(before, "")


_FINE, _YEARS = frozenset("MmDOWQHSIF"), frozenset("YG")
"""Classes of tokens that tell more than a year, and of years."""
_NAMING = frozenset(("day", "iso", "numeric", "month", "year"))
_BY = re.compile(r"\b[Bb]y\s+(?:[\w’'-]+\s+){0,3}\Z")
_INSTRUMENT = 100
"""Characters before a date in which the decree is named whose date it is."""


def _of_instrument(tokens: Tokens, start: int, form: str) -> bool:
    """Whether the date names a law, a decree or their like: "Decree No. 45 of 12 May 2018"."""
    first = tokens.starts[start]
    found = vocabulary().instrument.search(tokens.text, max(0, first - _INSTRUMENT), first)
    # "By a decree of 5 May the ministers set up a fund" tells what was done on that day
    if form == "year" and found is not None:
        return True
    return found is not None and _BY.search(tokens.text, max(0, found.start() - _INSTRUMENT), found.start()) is None


def _title(tokens: Tokens, start: int, end: int) -> Role:
    """Whether the years belong to a title or a programme's term."""
    index, steps = start - 1, 0
    named: Role = "title-year"
    if tokens.kinds[index : index + 1] == "(":
        index -= 1
        # a plan "(1791)" was made in that year, one "(2011-2014)" has it in its name
        named = "instrument-year" if end - start == 1 else named
        if index > 0 and tokens.kinds[index] in "YND" and tokens.word(index - 1) in cue("code_before"):
            return "instrument-year"  # "Resolution 1540 (2004)"
    if index >= 0 and _titled(tokens, index, "title_nouns"):
        return named
    if index >= 0 and _titled(tokens, index - (tokens.kinds[index] == ","), "instrument_nouns"):
        return "instrument-year"  # "Convention 1988", "Forest Act, 1927"
    # "Programme for Central Asia 2015-2019": capitals and small joining words back to the noun
    while index >= 0 and steps < 7 and _of_title(tokens, index):
        if steps and _titled(tokens, index, "title_nouns"):
            joined = tokens.printed(start - 1)
            if joined not in ("for", "in", "on", "to", "of", "the"):
                return "title-year"
            # a plan "for 2016" has a term; what was done to it "in 2016" has a date
            return "programme-period" if joined == "for" or tokens.kinds.count("Y", start, end) > 1 else ""
        index, steps = index - 1, steps + 1
    # "2016-2018 National Action Plan": capitals forward to the noun
    index, steps = end, 0
    while index < len(tokens.starts) and steps < 5 and tokens.kinds[index] == "x" and tokens.printed(index)[:1].isupper():
        if tokens.word(index) in cue("title_nouns"):
            return "title-year"
        if tokens.word(index) in cue("instrument_nouns"):
            return "instrument-year"
        index, steps = index + 1, steps + 1
    return "programme-period" if tokens.kinds.count("Y", start, end) > 1 and _is_term(tokens, start) else ""


def _is_term(tokens: Tokens, start: int) -> bool:
    """Whether two years are the term of a project or a plan named before them: "the project (2011-2014)", "... for 2015-2017"."""
    before = tokens.word(start - 1)
    if before == "(":
        return any(tokens.word(index) in cue("term_nouns") for index in range(start - 4, start - 1))
    if before in cue("term_nouns"):
        return True
    if before not in ("for", "in", "during"):
        return False
    first = tokens.starts[start]
    sentence = _STOP.split(tokens.text[max(0, first - _SENTENCE) : first])[-1]
    words = [word.strip("\"“”'’(),") for word in sentence.split()]
    return any(word[:1].isupper() and word.lower() in cue("title_nouns") for word in words)


_SENTENCE = 180
"""Characters before two years in which the plan whose term they are is named."""
_STOP = re.compile(r"[.!?;]\s")


def _titled(tokens: Tokens, index: int, name: str) -> bool:
    return tokens.word(index) in cue(name) and tokens.printed(index)[:1].isupper()


def _of_title(tokens: Tokens, index: int) -> bool:
    if tokens.kinds[index] in "o&t":
        return True
    return tokens.kinds[index] in "xAM" and (tokens.printed(index)[:1].isupper() or tokens.word(index) in ("for", "on", "in", "to"))


def _statistics(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words near it tell figures rather than what was done."""
    first, last = tokens.starts[start], tokens.ends[end - 1]
    before = tokens.text[max(0, first - _NEAR) : first]
    if _DONE_FROM.search(before) is not None:
        return False
    near = before + " " + tokens.text[last : last + _NEAR]
    return vocabulary().statistics.search(near.lower()) is not None


_DONE_FROM = re.compile(
    r"\b(?:(?:was|were)\s(?:\w+ly\s)?(?:conducted|carried\sout|held|organi[sz]ed|run)|took\splace)\b[^.;,]{0,60}\b(?:from"
    r"|between)\s$"
)
"""Before the time of a deed that has figures of its own: "was carried out from May to July and brought in four tons"."""
