"""What each sentence of a story tells: its dates, resolved in their context, and how surely it tells an event of which kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from db.models import Basis
from db.when import Precision, When
from importers.articles import Story
from importers.dates import Expression, in_one_order, resolve
from importers.datevalues import Context
from importers.deixis import pointed
from importers.kinds import KindScore, weighed
from importers.lexicon import Cues, data
from importers.sentences import Sentence
from importers.tense import Tenses, announces, tenses

_BOUNDS = frozenset({"since", "until", "by", "before"})
_DEADLINES = frozenset({"by", "until", "before"})
"""What these words stand before is when something has to be done, not when it was."""
_PURPOSE = re.compile(r"\bfor(?: the)?(?: years?)? $")
_PAST = re.compile(r"\b[a-z]{2,}ed\b")
_SPOKEN = 0.4
"""What a sentence counts that somebody is quoted with."""
_ELLIPSIS = 0.6
"""What a sentence without a word for an event counts ("the second was held in May") beside the one before it that has one."""
_NO_EVENT = frozenset({"title-year", "programme-period", "instrument-year"})
_CLAUSE = re.compile(
    r"[;:]\s|,\s+(?:and|while|whereas|but|which|where)\s|\s(?:and|while|whereas|but)\s(?=(?:in|on|from|the)\s|[A-Z]\w+\s(?:was|were|is|will|has|had)\s"
    r"|(?:was|were|[a-z]+ed|held|took|came|began|met|went)\s)"
)


_BARE = 6
"""What is left of a clause of so few letters without its date tells nothing: "from 3 to 5 May and from 8 to 9 June"."""
_HEADING_WORDS = 6
_MOST = 24
"""Dates of one sentence; what has more is no sentence."""
_ANCHOR_DAYS = 366
_YEAR = 12
_LONG_BEFORE = 150
"""In days."""
_TWO_DAYS = re.compile(r"\d{1,2}(?:st|nd|rd|th)? and \d")
_BY_ACT = re.compile(
    r"\b[Bb]y\s(?:an?\s|the\s|its\s)?(?:\w+\s)?(?:[Rr]esolution|[Dd]ecree|[Oo]rder|[Dd]ecision|[Ll]aw|[Aa]ct)\sof\s(?:the\s)?$"
)
"""What an act of that day did is told as done on that day."""
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|only|postponed|delayed|deferred|put off|moved|adjourned)|n['’]t)\b[^.;]{0,60}\b(?:until|till)\s(?:the\s)?$"
)
"""What was not until a day, or was put off until then, was on that day."""
_TOPIC = 160
"""A line shorter than this that ends in no stop names a topic rather than telling an event."""
_UNDONE = re.compile(
    r"\b(?:not|never)\s+(?:yet\s+)?(?:been\s+)?\w+ed\b(?! until\b)|\b(?:was|were|been|is|are)\s+"
    r"(?:cancelled|canceled|called off|put off)\b"
    r"|\b(?:was|were|been|is|are)\s+postponed\b(?! (?:to|until|till|for|from)\b)"
    r"|\b(?:did not|didn['’]t|failed to)\b|\((?:cancelled|canceled|postponed)\)"
)
_UNDOING = frozenset(("not", "never", "cancelled", "canceled", "off", "postponed", "didn", "failed"))
"""A word of each of these."""
_ELLIPTIC = re.compile(
    r"\b(?:first|second|third|fourth|previous|last|latest|other|another|former|latter|ones?|it|both|similar|same|next)\b"
)
_RECENTLY = Cues(("recently", "this quarter", "in the reporting period", "during the reporting period"))
_TENSELESS = Tenses((0,), " ")
_MONTH = 31


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a sentence."""

    start: int
    """Half-open characters of the story's text."""
    end: int
    text: str
    when: When
    """Closed: what began in 2008 and goes on is 2008."""
    basis: Basis
    rule: str
    carried: bool = True
    """Whether it may tell the year of the next date: one behind `since` or `until` does not."""
    tense: str = " "
    """Of the part of the sentence that it stands in: `+` to come, `-` past, blank where nothing tells."""


@dataclass(frozen=True, slots=True)
class Told(Sentence):
    """A sentence of a story."""

    dates: tuple[Dated, ...]
    kinds: KindScore
    strength: float
    """How surely it tells an event; under 2 it hardly does."""
    planned: bool
    paragraph: int
    """Its paragraph in the story, from 0."""
    first: bool
    """Whether it begins its paragraph."""


@cache
def _cues(name: str) -> Cues:
    return Cues(data("telling")[name])


_HAPPENED = re.compile(r"\b(?:was|were|has|have|had|took|held|met)\b|(?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bof )\b\w{2,}ed\b(?! by\b)")
"""What a line of a calendar holds that looks back; "handover of the renovated hall" has no tense."""


def is_calendar(heading: str) -> bool:
    """Whether a heading stands over events to come: a few words that say so, and no deed among them."""
    lower = heading.lower()
    few = len(lower.split()) <= _HEADING_WORDS
    return few and _cues("calendar").search(lower) is not None and tenses(lower).signs.strip()[:1] != "-"


def told(story: Story, issue: When | None, reference: date) -> list[Told]:
    """The sentences of a story in order, their dates resolved."""
    found: list[Told] = []
    scene = _Scene(story, issue, story.written or reference, ahead=is_calendar(story.heading))
    expressions = _expressions(story)
    at = 0
    for number, ((offset, _), passage) in enumerate(zip(story.paragraphs, story.passages, strict=True)):
        scene.paragraph = None
        quoted = 0
        for index, said in enumerate(passage.sentences):
            said = said.at(offset)  # noqa: PLW2901
            here = at
            while at < len(expressions) and expressions[at].start < said.end:
                at += 1
            tense = tenses(said.lower, said.words) if at > here or announces(said.lower, said.words) else _TENSELESS
            own = scene.dates(said, expressions[here:at], tense)
            before = found[-1].kinds if found and found[-1].paragraph == number else None
            planned = tense.planned or (scene.ahead and not any(dated.tense == "-" for dated in own))
            found.append(_told(said, tuple(own), number, before, planned=planned, first=index == 0, spoken=quoted > 0))
            quoted += said.text.count("“") - said.text.count("”")
    return _said_once(found)


@dataclass(slots=True)
class _Scene:
    """When a story is told, as far as it is read."""

    story: Story
    issue: When | None
    reference: date
    ahead: bool
    """Whether its heading announces what is to come."""
    paragraph: When | None = None
    """What the paragraph told last that tells the year of the next date."""
    article: When | None = None
    """The same of the whole story."""

    def dates(self, said: Sentence, expressions: Sequence[Expression], tense: Tenses) -> list[Dated]:
        """The dates of the next sentence, whose date expressions are known."""
        own: list[Dated] = []
        for expression in _without_leads(self.story.flow.text, expressions):
            if len(own) < _MOST and expression.start >= said.start:
                own.extend(self._resolved(said, expression, tense, own))
        if not own:
            own.extend(self._pointed(said, tense))
        if len(own) > 1:
            own = [one for one in own if not _is_name(self.story.flow.text, one, own)]
        known = [dated.when for dated in own if _anchors(dated.when, self.reference) and dated.carried]
        if known:
            # what is told to the day leads on, rather than "later this year" behind it
            leading = next((when for when in reversed(known) if when.precision <= Precision.MONTH), known[-1])
            self.paragraph = self.article = leading
        return own

    def _resolved(self, said: Sentence, expression: Expression, tense: Tenses, own: Sequence[Dated]) -> Iterator[Dated]:
        """What a date expression means behind the dates `own` of its sentence."""
        text, issue, now = self.story.flow.text, self.issue, _in_issue(expression, self.issue)
        context = Context(
            reference=self.reference,
            issue=self.story.month or issue,
            article=self.story.month,
            sentence=next((one.when for one in reversed(own) if one.carried), None),
            paragraph=None if now else self.paragraph,
            preceding=None if now else self.article,
        )
        sign = tense.at(expression.start - said.start)
        sign = "+" if self.ahead and (sign != "-" or _HAPPENED.search(said.lower) is None) else sign
        if not expression.year_known:
            expression = replace(expression, future=sign == "+")
        if expression.role == "instrument-year" and _BY_ACT.search(text, max(said.start, expression.start - 60), expression.start):
            expression = replace(expression, role="")
        if _is_purpose(text, expression):
            return
        if expression.role == "until" and _NOT_BEFORE.search(text, said.start, expression.start):
            expression = replace(expression, role="")
        if sign == " " and said.end - said.start < _TOPIC and _is_long_before(expression, context, issue):
            expression, sign = replace(expression, future=True), "+"
        for part in _apart(expression, said.lower):
            if (dated := _dated(part, context, sign)) is not None:
                yield dated

    def _pointed(self, said: Sentence, tense: Tenses) -> Iterator[Dated]:
        """The time of a sentence that holds no date but points to one: to the day of writing, the issue, an observance."""
        if (written := self.story.written) is not None:
            if (there := pointed(said, written, ahead=tense.at(0) == "+")) is not None:
                (start, end), when = there
                yield Dated(said.start + start, said.start + end, said.text[start:end], when, Basis.RESOLVED, "day-of-writing")
                return
        elif self.issue is not None and (recent := _RECENTLY.search(said.lower, said.words)) is not None:
            start, end = said.start + recent.start(), said.start + recent.end()
            yield Dated(start, end, self.story.flow.text[start:end], self.issue, Basis.ISSUE, "recently")
            return
        if (day := observance(said, self.issue)) is not None:
            yield day


def _without_leads(text: str, expressions: Sequence[Expression]) -> list[Expression]:
    """Without those that only lead to the date behind them: "the week before, on 27 August"."""
    return [
        one
        for one, behind in zip(expressions, [*expressions[1:], None], strict=False)
        if behind is None or not one.relative or behind.relative or not _LEAD.fullmatch(text, one.end, behind.start)
    ]


_LEAD = re.compile(r"\s?(?:,|\()\s?(?:(?:i\.e\.|namely)\s?,?\s)?(?:on\s|in\s)?(?:the\s)?")


def _said_once(found: list[Told]) -> list[Told]:
    """Without the observance days that the story elsewhere gives the date of: they only name again what was told there."""
    stated = {dated.when for sentence in found for dated in sentence.dates if dated.rule != _OBSERVANCE}
    return [
        replace(sentence, dates=())
        if stated.intersection(one.when for one in sentence.dates if one.rule == _OBSERVANCE)
        else sentence
        for sentence in found
    ]


_OBSERVANCE = "day-of-the-observance"


def _expressions(story: Story) -> list[Expression]:
    """What a story says of dates, in characters of its text."""
    found = [
        replace(date, start=date.start + offset, end=date.end + offset) if offset else date
        for (offset, _), passage in zip(story.paragraphs, story.passages, strict=True)
        for date in passage.dates
    ]
    return in_one_order(found)


def _in_issue(expression: Expression, issue: When | None) -> bool:
    """Whether a month without a year is one of the issue's: then it is of the issue's year, whatever was told before."""
    month = expression.left.part
    if expression.year_known or expression.relative or month is None or issue is None or issue.start is None or issue.end is None:
        return False
    months = (issue.end.year - issue.start.year) * 12 + issue.end.month - issue.start.month
    return months < _YEAR and (month - issue.start.month) % _YEAR <= months


def _is_long_before(expression: Expression, context: Context, issue: When | None) -> bool:
    """Whether an entry of a list, read as past, would lie so long before the issue that it is rather to come."""
    if expression.year_known or issue is None or issue.start is None:
        return False
    resolved = resolve(expression, context)
    return resolved is not None and resolved.when.end is not None and (issue.start - resolved.when.end).days > _LONG_BEFORE


def _anchors(when: When, reference: date) -> bool:
    """Whether a date tells the year of the next one: one of a past event, not the span of a plan."""
    return (
        when.start is not None and when.end is not None and (when.end - when.start).days < _ANCHOR_DAYS and when.start <= reference
    )


def _apart(expression: Expression, sentence: str) -> tuple[Expression, ...]:
    """The two days of "on 11 and 12 November respectively", else the expression itself."""
    left, right = expression.left, expression.right
    if right is None or left.day is None or not _TWO_DAYS.match(expression.text) or "respectively" not in sentence:
        return (expression,)
    first = replace(left, year=left.year or right.year, part=left.part or right.part)
    return (replace(expression, form="day", left=first, right=None), replace(expression, form="day", left=right, right=None))


def _is_purpose(text: str, expression: Expression) -> bool:
    """Whether a date only says what something is of or for: "this year's campaign", "the work plan for 2019"."""
    if text[expression.end : expression.end + 2] in ("'s", "’s"):
        return True
    return expression.form == "year" and _PURPOSE.search(text, max(0, expression.start - 16), expression.start) is not None


def _is_name(text: str, dated: Dated, own: Sequence[Dated]) -> bool:
    """Whether a year is part of a name, beside a finer date: "launched its 2021 Series in April"."""
    if dated.when.precision is not Precision.YEAR or not _NAMED_YEAR.search(text, max(0, dated.start - 8), dated.start):
        return False
    return any(other is not dated and other.when.precision < Precision.YEAR for other in own)


_NAMED_YEAR = re.compile(r"(?:\b(?:the|its|their|this|a|an|his|her|our)|['’]s?)\s$")


def _dated(expression: Expression, context: Context, sign: str) -> Dated | None:
    planned = sign == "+"
    statistics = expression.role == "statistics-period" and expression.left.day is None
    if expression.role in _NO_EVENT or statistics or expression.form == "period" or (expression.role in _DEADLINES and not planned):
        return None
    resolved = resolve(expression, context)
    if resolved is None:
        return None
    when = resolved.when
    since = expression.role == "since"
    if since and "/.." in when.edtf:
        when = When(when.edtf.removesuffix("/.."))
    if when.start is None or when.end is None:
        return None
    if when.start > context.reference and not planned and (not expression.year_known or when.precision > Precision.MONTH):
        return None
    return Dated(
        expression.start, expression.end, expression.text, when, resolved.basis, resolved.rule, expression.role not in _BOUNDS, sign
    )


@cache
def _observances() -> tuple[Cues, dict[str, str]]:
    days = {name: day for day, names in data("observances").items() for name in names}
    return Cues(days), days


def observance(said: Sentence, issue: When | None) -> Dated | None:
    """The day of an observance that a sentence names, where it falls within a month of the issue."""
    if issue is None or issue.start is None or issue.end is None:
        return None
    names, days = _observances()
    found = names.search(said.lower, said.words)
    if found is None:
        return None
    for year in (issue.end.year, issue.start.year):
        when = When(f"{year:04d}-{days[found[0]]}")
        assert when.start is not None
        if issue.start.toordinal() - _MONTH <= when.start.toordinal() <= issue.end.toordinal() + _MONTH:
            words = said.text[found.start() : found.end()]
            return Dated(said.start + found.start(), said.start + found.end(), words, when, Basis.RESOLVED, "day-of-the-observance")
    return None


def _told(
    said: Sentence, dates: tuple[Dated, ...], paragraph: int, before: KindScore | None, *, planned: bool, first: bool, spoken: bool
) -> Told:
    kinds = weighed(said.text, said.lower)
    if dates and kinds.strength < 0.5 and before is not None and _ELLIPTIC.search(said.lower) and _says(said, "holding"):
        weights = {kind: weight * _ELLIPSIS for kind, weight in before.weights.items()}
        kinds = KindScore(weights, before.words, verb=True)
    strength = _strength(said, kinds, planned=planned) * (_SPOKEN if spoken else 1.0)
    return Told(said.start, said.end, said.text, said.lower, said.words, dates, kinds, strength, planned, paragraph, first)


def _says(said: Sentence, name: str) -> bool:
    """Whether a cue of that name stands in a sentence."""
    return _cues(name).search(said.lower, said.words) is not None


def _strength(said: Sentence, kinds: KindScore, *, planned: bool) -> float:
    """How surely a sentence tells an event: the kind's weight, less where nobody acts, somebody speaks, or figures are told."""
    if not kinds.weights:
        return 0.0
    if _cues("summary").pattern.match(said.lower) or (not _UNDOING.isdisjoint(said.words) and _is_undone(said.lower)):
        return 0.0
    strength = kinds.strength
    if not kinds.verb and not planned and not _says(said, "held"):
        strength *= 0.8 if _PAST.search(said.lower) else 0.5
    if _says(said, "speech") and (said.text[:1] in '"“«' or not kinds.verb):
        strength *= 0.4
    if _says(said, "statistics"):
        strength *= 0.5
    if _says(said, "background"):
        strength *= 0.3
    if said.text.endswith("?"):
        strength *= 0.3
    if said.text[-1].isalnum() and len(said.text) < _TOPIC:
        strength *= 0.5
    return strength


def _is_undone(lower: str) -> bool:
    """Whether the first part of a sentence tells that something was not: "was seized, and did not arrive" tells a seizure."""
    found = _UNDONE.search(lower)
    return found is not None and _PART.search(lower, 0, found.start()) is None


_PART = re.compile(r"[;:]\s|,\s(?:and|but|while|whereas|which|who)\s")


def _is_bare(sentence: Told, start: int, end: int) -> bool:
    inside = [dated for dated in sentence.dates if start <= dated.start and dated.end <= end]
    said = sum(map(str.isalpha, sentence.text[start - sentence.start : end - sentence.start]))
    return bool(inside) and said - sum(sum(map(str.isalpha, dated.text)) for dated in inside) <= _BARE


def clauses(sentence: Told) -> Iterator[tuple[Dated, int, int]]:
    """Each date of a sentence with the part of the sentence that is its own; dates of one clause share it."""
    cuts = [sentence.start]
    if len(sentence.dates) > 1:
        found = [sentence.start + cut.end() for cut in _CLAUSE.finditer(sentence.text)]
        cuts += [cut for cut, end in pairwise((*found, sentence.end)) if not _is_bare(sentence, cut, end)]
    places = [bisect_right(cuts, dated.start) - 1 for dated in sentence.dates]
    used = list(dict.fromkeys(places))
    ends = dict(zip(used, (*(cuts[place] for place in used[1:]), sentence.end), strict=True))
    for dated, place in zip(sentence.dates, places, strict=True):
        opens = place == places[0] and ";" not in sentence.text[: cuts[place] - sentence.start]
        yield dated, sentence.start if opens else cuts[place], ends[place]
