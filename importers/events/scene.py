"""When each sentence of a story is told: its dates, resolved by what the story, its issue and the sentences before it tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from db.models import Basis
from db.when import Precision, When
from importers.dates.resolve import PRINTED, resolve
from importers.dates.rules import DateRule
from importers.dates.values import NAMES, Context, Expression
from importers.events.dated import Dated
from importers.events.deixis import pointed
from importers.events.expressions import (
    after_it,
    in_issue,
    in_list_of,
    in_month,
    is_long_before,
    is_name,
    is_purpose,
    is_spelled_out,
    led,
    one_by_one,
    told_before,
    with_leads,
    year_of_list,
)
from importers.events.kinds import MARGIN_WORDS, MARGINS
from importers.events.observed import DAYS_FROM, EVE, EVE_REACH, day_before, day_named, days_from, observance
from importers.events.putin import is_of_a_thing, tells_what_was
from importers.events.undone import is_put_off_to, then, without_former
from importers.lexicon import Cues, Phrase
from importers.sentences import Sentence
from importers.story import Story
from importers.tense import Tenses, looks_back

_BOUNDS = frozenset({"since", "until", "by", "before"})
_DEADLINES = frozenset({"by", "until", "before"})
"""What these words stand before is when something has to be done, not when it was."""
_MOST = 24
"""Dates of one sentence; what has more is no sentence."""
_ANCHOR_DAYS = 366
_LATELY, _LATELY_MONTHS = 2 * _ANCHOR_DAYS, 3
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|only|postponed|delayed|deferred|put off|moved|adjourned)|n['’]t)\b[^.;]{0,60}\b(?:until|till)\s(?:the\s)?$"
)
"""What was not until a day, or was put off until then, was on that day."""
_RECENTLY = Cues(
    (
        "recently",
        "this quarter",
        "in the reporting period",
        "during the reporting period",
        "in the period under review",
        "during the period under review",
        "earlier in the quarter",
        "in the course of the quarter",
        "during the quarter",
        "over the quarter",
    )
)
_ATTRIBUTE = re.compile(r"\b(?:the|an?|its|their|our|his|her|this|these|most|until|till)\s$")
"""Before "recently" it only says what something is like, or was: "in line with the recently adopted policy", "until recently"."""
_MONTH, _HALF_A_YEAR = 31, 186
TOPIC = 160
"""A line shorter than this that ends in no stop names a topic rather than telling an event."""


@dataclass(slots=True)
class Scene:
    """When a story is told, as far as it is read."""

    story: Story
    issue: When | None
    reference: date
    ahead: bool
    """Whether its heading announces what is to come."""
    back: bool = False
    """Whether its heading looks back."""
    common: When | None = None
    """The day of the event whose entry the story is."""
    paragraph: When | None = None
    """What the paragraph told last that tells the year of the next date."""
    article: When | None = field(default=None, init=False)
    """The same of the whole story."""
    day: When | None = field(default=None, init=False)
    """The last day, or run of days, that the paragraph told of the past."""
    lately: When | None = field(default=None, init=False)
    """The last such day of the story that does not lie years back."""
    feast: Dated | None = field(default=None, init=False)
    """The observance that it named last."""

    listed: When | None = field(default=None, init=False)
    """The year of a list whose heading names it."""

    def __post_init__(self) -> None:
        self.listed = None if self.ahead else year_of_list(self.story)
        self.article = self.common or self.listed

    def dates(self, said: Sentence, expressions: Sequence[Expression], tense: Tenses) -> list[Dated]:
        """The dates of the next sentence, whose date expressions are known."""
        own: list[Dated] = []
        for expression, lead in with_leads(self.story.flow.text, expressions):
            if len(own) < _MOST and expression.start >= said.start:
                own.extend(self._resolved(said, expression, tense, own, lead))
        if not own:
            own.extend(self._pointed(said, tense))
        else:
            day = self._that_day(said) or self._of_writing(said, tense, own)
            finer = [one.when for one in own if one.when.precision < Precision.YEAR]
            if day is not None and not any(day.when.overlaps(when) for when in finer):
                own.append(day)
                own.sort(key=lambda one: one.start)
        if own:
            own = [one for one in without_former(said, own) if not is_name(self.story.flow.text, one, own)]
        if len(own) > 1:
            own = [one for one in own if not is_spelled_out(self.story.flow.text, one, own)]
        known = [one.when for one in own if _anchors(one.when, self.reference) and one.carried and not _is_aside(said, one)]
        if known:
            # what is told to the day leads on, rather than "later this year" behind it
            leading = next((when for when in reversed(known) if when.precision <= Precision.MONTH), known[-1])
            self.paragraph = self.article = leading
            days = [when for when in reversed(known) if when.precision is Precision.DAY]
            self.day = next(iter(days), self.day)
            self.lately = next((when for when in days if when.end and (self.reference - when.end).days < _LATELY), self.lately)
        return own

    def begin_paragraph(self) -> None:
        """A paragraph tells its own time; "the same day" at its beginning is the last one of late."""
        self.paragraph, self.day = None, self.lately

    def _resolved(
        self, said: Sentence, expression: Expression, tense: Tenses, own: Sequence[Dated], lead: Expression | None
    ) -> Iterator[Dated]:
        """What a date expression means behind the dates `own` of its sentence, and behind the `lead` to it."""
        text, issue, now = self.story.flow.text, self.issue, in_issue(expression, self.issue)
        # a heading's month says nothing of the year of another month of the issue
        month = None if now and self.story.written is None and not in_month(expression, self.story.month) else self.story.time
        context = Context(
            reference=self.reference,
            issue=self.story.time or issue if month is not None else issue,
            article=month,
            sentence=told_before(text, own, expression.start, now=now or in_issue(expression, issue, before=_LATELY_MONTHS)),
            paragraph=None if now else self.paragraph,
            preceding=None if now else self.article,
            day=self.day,
        )
        if lead is not None:
            expression = led(text, expression, lead, context)
        sign = tense.at(expression.start - said.start)
        if (self.ahead and not (now and self._is_of_months) and (sign != "-" or not _happened(said))) or (
            sign == " " and expression.future
        ):
            sign = "+"
        if is_put_off_to(text, expression):
            sign = "+"
        if self.listed is not None and self.listed.start is not None and in_list_of(expression):
            # "May: market re-opens" of that year
            sign = " " if sign == "+" else sign
            expression = expression._replace(left=expression.left._replace(year=self.listed.start.year))
        if not expression.year_known and expression.future != (ahead := sign == "+" and not (now and self._is_of_months)):
            # what is to come in a month of the issue was so when it was written
            expression = expression._replace(future=ahead)
        if expression.role == "instrument-year" and expression.form == "day" and expression.year_known:
            expression = expression._replace(role="")
        seen, at = said.words, expression.start
        if not own and _GOES_ON.search(text, seen, max(said.start, at - _GOES_ON_REACH), at) is not None:
            return
        if is_purpose(text, expression, seen) or _TO_OFFICE.search(text, seen, max(said.start, at - 40), at):
            return
        if expression.role == "since" and _WAITED.search(text, max(said.start, expression.start - _WAITED_REACH), expression.start):
            return
        if sign == "+" and expression.role == "since" and text.endswith(("since ", "since\n"), 0, expression.start):
            # what has gone on since then, in a sentence on what is to come of it
            sign, expression = "-", expression._replace(future=False)
        eve = (
            expression.form == "day"
            and EVE.search(text, max(said.start, expression.start - EVE_REACH), expression.start) is not None
        )
        if expression.role == "until" and _NOT_BEFORE.search(text, said.start, expression.start):
            expression = expression._replace(role="")
        if (
            sign == " "
            and not self.back
            and self.listed is None
            and said.end - said.start < TOPIC
            and is_long_before(expression, context, issue)
        ):
            expression, sign = expression._replace(future=True), "+"
        for part in one_by_one(then(text, expression), said.lower):
            dated = _dated(part, context, sign)
            if dated is not None and (later := after_it(said, dated, own)) is not None:
                dated = _dated(part, replace(context, sentence=later), sign)
            if dated is not None:
                yield day_before(dated) if eve else dated

    @property
    def _is_of_months(self) -> bool:
        """Whether it is told over some months, at whose end an outlook is on the months behind them."""
        days = self.issue.length if self.issue is not None and self.story.written is None else None
        return days is not None and (_MONTH - 3 if self.ahead else 0) <= days < _HALF_A_YEAR

    def _pointed(self, said: Sentence, tense: Tenses) -> Iterator[Dated]:
        """The time of a sentence that holds no date but points to one: to the day of writing, the issue, an observance."""
        if (written := self.story.written) is not None:
            if (there := self._of_writing(said, tense, ())) is not None:
                yield there
                return
            if self.story.dated and said.start == self.story.paragraphs[0][0]:
                yield Dated(said.start, said.start, "", When.of(written), Basis.RESOLVED, DateRule.WRITTEN_DAY)
                return
        elif (
            day := self._nth_day(said) or self._that_day(said) or self._later_that_day(said) or self._meanwhile(said)
        ) is not None:
            yield day
            return
        elif self.issue is not None and (recent := _RECENTLY.search(said.lower, said.words)) is not None:
            if _ATTRIBUTE.search(said.lower, 0, recent.start()) is not None:
                return
            start, end = said.start + recent.start(), said.start + recent.end()
            yield Dated(start, end, self.story.flow.text[start:end], self.issue, Basis.ISSUE, DateRule.RECENTLY)
            return
        if (day := observance(said, self.issue, ahead=tense.planned)) is not None:
            self.feast = day
            yield day

    def _of_writing(self, said: Sentence, tense: Tenses, own: Sequence[Dated]) -> Dated | None:
        """The time that a sentence points to from the day of its writing, before the dates `own` of it: "yesterday approved"."""
        if (written := self.story.written) is None:
            return None
        there = pointed(said, written, ahead=tense.at(0) == "+")
        if there is None:
            return None
        (start, end), when = there
        at = said.start + start
        before = [one for one in own if one.start <= at and one.when.precision < Precision.YEAR]
        if before and not _ENDS_PART.search(self.story.flow.text, before[-1].end, at):
            return None
        return Dated(said.start + start, said.start + end, said.text[start:end], when, Basis.RESOLVED, DateRule.WRITTEN_DAY)

    def _nth_day(self, said: Sentence) -> Dated | None:
        """The first or last day of what was told last, where that took some days: "adopted on the closing day"."""
        found = _NTH_DAY.search(said.lower) if "of" in said.words or "on" in said.words else None
        if found is None:
            return None
        # what was told in passing since, "the first had been held in May", has no days
        last = next((one for one in (self.paragraph, self.article, self.day) if one is not None and one.is_run), None)
        if last is None or last.start is None or last.end is None or not 0 < (last.end - last.start).days < _MONTH:
            return None
        when = When.of(last.end if found["last"] else last.start + timedelta(days=_NTH.get(found["nth"], 0)))
        if not last.holds(when):
            return None
        start, end = said.start + found.start(), said.start + found.end()
        return Dated(start, end, self.story.flow.text[start:end], when, Basis.RESOLVED, DateRule.SAME_DAY)

    def _later_that_day(self, said: Sentence) -> Dated | None:
        """The day of what was told last: "In the evening a film was shown"."""
        last = self.day or self.common or self.paragraph or self.article
        found = _IN_THE_EVENING.match(said.text) if last is not None and last.is_day else None
        if found is None or last is None:
            return None
        return Dated(said.start + found.start(), said.start + found.end(), found[0], last, Basis.RESOLVED, DateRule.DAY_BEFORE)

    def _meanwhile(self, said: Sentence) -> Dated | None:
        """The time of a visit told before: "A ceremony was held during her stay"."""
        last = self.day or self.paragraph or self.article
        found = _MEANWHILE.search(said.lower, said.words) if last is not None and last.precision <= Precision.MONTH else None
        if found is None or last is None:
            return None
        start, end = said.start + found.start(), said.start + found.end()
        return Dated(start, end, self.story.flow.text[start:end], last, Basis.RESOLVED, DateRule.MEANWHILE)

    def _that_day(self, said: Sentence) -> Dated | None:
        """The observance day that the heading or its label names, or the day of the common event: "on the Day itself"."""
        found = _THAT_DAY.search(said.text) if not said.words.isdisjoint(("day", "holiday")) else None
        if found is None:
            return None
        day = day_named(f"{self.story.heading}. {self.story.label}", self.issue) or self.feast
        if day is None and self.common is not None and self.common.is_day:
            day = Dated(0, 0, "", self.common, Basis.RESOLVED, DateRule.COMMON_DAY)
        if day is None:
            return None
        day = replace(day, start=said.start + found.start(), end=said.start + found.end(), text=found[0])
        if found["count"]:
            return days_from(day, found["count"], found["way"])
        return day_before(day) if found["eve"] else day


def _happened(said: Sentence) -> bool:
    """Whether a sentence below a calendar's heading tells what was done; "course on smuggled migrants" does not."""
    return looks_back(_ATTRIBUTES.sub(" ", said.lower))


_ATTRIBUTES = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!had )(?<!has )(?<!have )\b\w{3,}ed\s"
    r"(?=(?!the\b|an?\b|its\b|their\b|by\b|in\b|on\b|at\b|to\b|with\b"
    r"|for\b|from\b|and\b|of\b|as\b|over\b|into\b|some\b|all\b)[a-z]{4,}s\b)|\b\w+-\w{3,}ed\b"
)
"""What things are like, before their name: "smuggled migrants"; and who pays, leads or hosts: "(EU-funded)"."""
_ENDS_PART = re.compile(r"[:;]\s")
"""What parts one clause of a sentence from the next, which has a time of its own."""
_TO_OFFICE = Phrase(
    "appointed elected nominated recruited hired sworn born graduated",
    r",\s(?:\w+ly\s|only\s|who\s(?:was|were)\s)?(?:appointed|elected|nominated|recruited|hired|sworn\sin|born|graduated)\s"
    r"(?:(?:to|as)\s(?:[\w-]+\s){1,3})?(?:in|on|since)\s(?:the\s)?$",
)
"""Before when somebody took an office, in an aside that tells of nothing else: "the liaison officer, appointed in January,"."""


_THAT_DAY = re.compile(
    rf"(?:\b[Oo]n (?:the )?(?P<eve>[Ee]ve of the )?|{DAYS_FROM} the )"
    r"(?:(?:International |World )?Day|very day|day itself|day(?=[.,;]|$)|holiday)\b(?! (?:of|for|against|without)\b)"
)


def is_that_day(dated: Dated) -> bool:
    """Whether an observance day is pointed to, not named: "on the Day itself"."""
    return _THAT_DAY.fullmatch(dated.text) is not None


_GOES_ON = Phrase(
    "until till through up",
    r"\b(?:continu(?:e[sd]?|ing)|runs?|running|goes on|go on|extend(?:s|ed)|prolonged|valid|remains?|lasts?|stays?)\s"
    r"(?:[a-z]+\s){0,3}?"
    r"(?:until|till|through|up to)\s(?:the\s(?:end|beginning)\sof\s)?(?:the\s)?$",
)
"""Before the time until which something goes on, which is no event of that time."""
_GOES_ON_REACH, _WAITED_REACH = 60, 70
_WAITED = re.compile(
    r"\b(?:waiting|awaited|pending|postponed|stood|stands?|idle|empty|broken|lacking|missing|vacant"
    r"|overdue)\b[^.;,]{0,40}\bsince\s(?:the\s)?$"
)
"""Before since when nothing happened: "had been waiting for its signature since May"."""
_IN_THE_EVENING = re.compile(r"(?:Later i|I)n the (?:same )?(?:evening|afternoon)\b|(?:The same|That) (?:evening|afternoon)\b")
_NTH_DAY = re.compile(
    r"\b(?:on (?:the|its) (?:(?:first|opening)|(?P<last>last|final|closing))|at the end of the (?P<nth>second|third|fourth))"
    r" (?:day|morning|evening|afternoon)\b"
)
_NTH = {"second": 1, "third": 2, "fourth": 3}
_MEANWHILE = Phrase(
    f"visit mission stay trip tour journey same days course {MARGIN_WORDS}",
    r"\bduring (?:her|his|their|the|this|its) (?:visit|mission|stay|trip|tour|journey)\b(?! (?:to|in|of|from|by|at|on)\b)"
    r"|\b(?:during|at) the same (?:ceremony|event|meeting|session|conference|workshop|gathering)\b|\bon the same occasion\b"
    rf"|^on the {MARGINS},"
    rf"|\bon the {MARGINS} of (?:it|the (?:meeting|session|conference|event|workshop|visit|summit))\b"
    r"|\b(?:during|over|in|on) (?:the same|those|these) (?:two |three |few )?days\b"
    r"|\bin the course of (?:his|her|their|the|this) (?:visit|mission|stay|trip|meeting)\b(?! (?:to|in|of|from|by|at|on)\b)",
)


def _anchors(when: When, reference: date) -> bool:
    """Whether a date tells the year of the next one: one of a past event, not the span of a plan."""
    return when.start is not None and when.length is not None and when.length < _ANCHOR_DAYS and when.start <= reference


def _is_aside(said: Sentence, dated: Dated) -> bool:
    """Whether a date stands in a clause put in behind a name, which tells nothing of what is told next: "the law, which was"."""
    at, which = dated.start - said.start, "which" in said.words
    return dated.when.precision > Precision.DAY and ((which and tells_what_was(said.text, at)) or is_of_a_thing(said.text, at))


def _dated(expression: Expression, context: Context, sign: str) -> Dated | None:
    planned = sign == "+"
    statistics = expression.role == "statistics-period" and expression.left.day is None and not planned
    last_day = expression.role == "until" and expression.left.day is not None and not planned
    deadline = expression.role in _DEADLINES and not planned and not last_day
    if expression.role in NAMES or statistics or expression.form == "period" or deadline:
        return None
    # what has gone on since then began then
    resolved = resolve(expression._replace(role="") if expression.role == "since" else expression, context)
    if resolved is None:
        return None
    when = resolved.when
    if when.start is None or when.end is None:
        return None
    made = context.reference + timedelta(days=PRINTED if sign == "-" and when.precision is Precision.DAY else 0)
    if when.start > made and not planned and (not expression.year_known or when.precision >= Precision.YEAR):
        return None
    rule = DateRule.UNTIL if last_day else resolved.rule
    return Dated(
        expression.start, expression.end, expression.text, when, resolved.basis, rule, expression.role not in _BOUNDS, sign
    )
