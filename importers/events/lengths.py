"""Days told by the first or the last of them and by their number, or by both: "the three-day course that ended on 8 June"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from db.models import Basis
from db.when import Precision, When
from importers.dates.rules import DateRule
from importers.events.dated import Dated
from importers.events.kinds import HELD_KINDS, score_kinds
from importers.lexicon import MONTH, SEVERAL
from importers.sentences import Sentence

_COUNT = rf"\d{{1,2}}|{'|'.join(sorted(SEVERAL, key=len, reverse=True))}"
_HELD = (
    r"(?:courses?|trainings?|seminars?|workshops?|conferences?|meetings?|sessions?|operations?|missions?|campaigns?|exercises?"
    r"|visits?"
    r"|tours?|trips?|journeys?|festivals?|exhibitions?|camps?|schools?|classes|consultations?|assessments?|evaluations?"
    r"|surveys?|reviews?"
    r"|forums?|congress|hackathons?|competitions?|tournaments?|contests?|marches|rall(?:y|ies)|rounds?|programmes?|lessons?"
    r"|caravans?|convoys?|relays?|rides?|races?|roadshows?|expeditions?|bootcamps?|retreats?|fairs?|drills?|internships?"
    r"|attachments?)"
)
_LONG = re.compile(
    rf"\b(?P<days>{_COUNT})[ -](?:days?|(?P<weeks>weeks?))(?:[- ]long)?\b"
    rf"(?:\s(?!(?:ago|later|after|before|earlier)\b)[\w’'-]+){{0,6}}?\s{_HELD}\b"
    rf"|\b{_HELD}\b[^.;]{{0,100}}?\b(?:of|for|lasting|lasted|took|after)\s(?P<days2>{_COUNT})"
    r"\s(?:days|(?P<weeks2>weeks))\b"
    rf"|\b(?:for|during|over)\s(?P<days3>{_COUNT})\s(?:days|(?P<weeks3>weeks))\b(?:(?!,\s(?:and|but|while)\s)[^.;]){{2,120}}?\s{_HELD}\b"
)
"""What was held, and how many days it took."""
_AFTER = re.compile(r"\b(?:after|following|since)\s(?:an?|the|their|its)\s(?:[\w-]+\s){0,2}$")
"""What stands before something that was over when another thing happened."""
_ENDED = (
    r"(?:ended|ends|closed|closes|concluded|concludes|finished|finishes|culminated|completed|wound up|was over|were over"
    r"|reached|arrived|returned|graduated|passed out"
    r"|came back|was back|were back|(?:came|drew|comes) to (?:an end|a close|its close)"
    r"|last (?:day|leg|stop|station)|final day|closing (?:day|ceremony))"
)
_BEGAN = (
    r"(?:began|begun|begins|started|starts|opened|opens|commenced|commences|kicked off|kicks off|got under way|set (?:off|out|sail)"
    r"|left|departed"
    r"|first day|opening day)"
)
_DAY = r"\s(?:\w{6,9},?\s)?(?:the\s)?$"
_LAST = re.compile(rf"\b(?:{_ENDED}\b[^.;]{{0,50}}?\s(?:on|in)|{_ENDED}|until|till|through|up to){_DAY}")
_FIRST = re.compile(rf"\b(?:{_BEGAN}\b[^.;]{{0,50}}?\s(?:on|in)|{_BEGAN}|from|starting(?: on| from)?|beginning(?: on)?){_DAY}")
_LAST_BEHIND = re.compile(r",? (?:the|its|their) (?:last|final|closing) (?:day|leg|stop|station)\b")
_REACH = 80
"""Characters before a date that say whether it was the first or the last day."""
_MONDAY, _FRIDAY, _WEEKEND = 0, 4, timedelta(days=2)
_MOST = 120
"""Days of what is held without a break."""


def stretched(said: Sentence, own: Sequence[Dated]) -> Sequence[Dated]:
    """The dates of a sentence, one that is the first or last day of what was held as all of its days."""
    if len(own) >= _SEVERAL_DAYS and score_kinds(said.text).best in (None, *HELD_KINDS):
        own = _as_one(said, own)
    if not own or said.words.isdisjoint(_TELLING):
        return own
    for first, second in pairwise(own):
        if (when := _from_to(said, first, second)) is not None:
            whole = replace(first, when=when, basis=Basis.RESOLVED, rule=DateRule.FIRST_AND_LAST)
            return [whole if one is first else one for one in own if one is not second and one.rule is not DateRule.UNTIL]
    if len(own) == 1 and (when := _counted(said, own[0])) is not None:
        return [replace(own[0], when=when, basis=Basis.RESOLVED, rule=DateRule.LENGTH, carried=True)]
    return [one for one in own if one.rule is not DateRule.UNTIL]


def _as_one(said: Sentence, own: Sequence[Dated]) -> Sequence[Dated]:
    """Three days of one month, or months on end, that a sentence lists without saying what was when: "on 4, 11 and 18 May"."""
    found = _DAYS_LISTED.search(said.text) or _MONTHS_LISTED.search(said.text) if "respectively" not in said.words else None
    if found is None:
        return own
    start, end = said.start + found.start(), said.start + found.end()
    listed = [one for one in own if start <= one.start < end]
    if len(listed) < _SEVERAL_DAYS or not (all(map(_is_day, listed)) or _are_months_on_end(listed)):
        return own
    first, last = listed[0].when, listed[-1].when
    if first.start is None or last.end is None or first.start > last.end:
        return own
    when = When.of(first.start, last.end) if _is_day(listed[0]) else When(f"{first.edtf}/{last.edtf}")
    text = said.text[listed[0].start - said.start : listed[-1].end - said.start]
    whole = replace(listed[-1], start=listed[0].start, text=text, when=when)
    return [whole if one is listed[-1] else one for one in own if one is listed[-1] or one not in listed]


def _are_months_on_end(listed: Sequence[Dated]) -> bool:
    """Whether each is a month, and the next one is the month behind it."""
    return all(one.when.precision is Precision.MONTH and len(one.when.edtf) == len("2015-05") for one in listed) and all(
        one.when.end is not None and other.when.start is not None and (other.when.start - one.when.end).days == 1
        for one, other in pairwise(listed)
    )


_SEVERAL_DAYS = 3
_DAYS_LISTED = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:,\s\d{{1,2}}(?:st|nd|rd|th)?){{1,8}},?\sand\s\d{{1,2}}(?:st|nd|rd|th)?\s(?:{MONTH})\b"
)
_MONTHS_LISTED = re.compile(rf"\b(?:{MONTH})(?:,\s(?:{MONTH})){{1,8}},?\sand\s(?:{MONTH})\b")
_TELLING = frozenset(
    (
        "day", "days", "week", "weeks", "ended", "ends", "closed", "concluded", "finished", "end", "close", "until", "till",
        "run", "runs", "lasted", "reached", "arrived", "returned", "graduated", "passed", "back",
    )
)  # fmt: skip
"""A word of each form."""


def _counted(said: Sentence, one: Dated) -> When | None:
    """The days of what was held, whose first or last and whose number are told."""
    if not _is_day(one) or one.when.start is None or (long := _LONG.search(said.lower)) is None:
        return None
    if _AFTER.search(said.lower, 0, long.start()) is not None:
        return None
    printed, side = long["days"] or long["days2"] or long["days3"], _side(said, one)
    if not side and one.rule is DateRule.WRITTEN_DAY and _is_over(said.lower, one.start - said.start, long.start()):
        side = "<"
    unit = 7 if long["weeks"] or long["weeks2"] or long["weeks3"] else 1
    more = timedelta(days=unit * (SEVERAL.get(printed) or int(printed)) - 1)
    if unit > 1 and one.when.start.weekday() == (_FRIDAY if side == "<" else _MONDAY):
        # weeks of work end on a Friday
        more -= _WEEKEND
    if not side or not 0 < more.days < _MOST or (unit > 1 and one.rule is DateRule.WRITTEN_DAY):
        return None
    return When.of(one.when.start - more, one.when.start) if side == "<" else When.of(one.when.start, one.when.start + more)


def _is_over(lower: str, at: int, length: int) -> bool:
    """Whether something was over on the day of writing at a place: "ended today", or before its length: "held a two-day course"."""
    return _OVER.search(lower, 0, length) is not None or _OVER_TODAY.search(lower, max(0, at - _REACH), at) is not None


_OVER = re.compile(r"\b(?:completed|concluded|finished|ended|closed|wrapped up)\s(?:(?:an?|the|their|its|this)\s)?(?:\w+ly\s)?$")
_OVER_TODAY = re.compile(rf"\b{_ENDED}\b[^.;]{{0,50}}?\s$")


def _from_to(said: Sentence, one: Dated, other: Dated) -> When | None:
    """The days from the first to the last, where two dates of a sentence are these of what was held."""
    if not (_is_day(one) and _is_day(other)) or _HOLDS.search(said.lower) is None:
        return None
    sides = _side(said, one) + _side(said, other, one.end - said.start)
    first, last = (one, other) if sides == "><" else (other, one)
    if sides not in ("><", "<>") or first.when.start is None or last.when.start is None:
        return None
    start, end = first.when.start, last.when.start
    if start > end and first.rule is DateRule.MONTH_BEFORE and start.day < end.day:
        # "it ended on 21 January; it had begun on the 11th"
        start = end.replace(day=start.day)
    return When.of(start, end) if 0 < (end - start).days < _MOST else None


_HOLDS = re.compile(
    rf"\b{_HELD}\b|\b(?:bus|buses|boats?|ships?|trains?|trucks|vans?|teams?|delegations?|cyclists|runners|riders|volunteers)\b"
)


def _is_day(dated: Dated) -> bool:
    return dated.when.start is not None and dated.when.start == dated.when.end


def _side(said: Sentence, dated: Dated, after: int = 0) -> str:
    """`<` for the last day of something, `>` for the first, else empty."""
    at = dated.start - said.start
    first = max(after, at - _REACH)
    if _LAST.search(said.lower, first, at) or _LAST_BEHIND.match(said.lower, dated.end - said.start):
        return "<"
    return ">" if _FIRST.search(said.lower, first, at) else ""
