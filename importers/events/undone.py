"""Whether a sentence tells that something was not done, or not then: it was put off, cancelled, denied, or never came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from importers.dates.values import Expression
from importers.events.dated import Dated
from importers.lexicon import Phrase
from importers.sentences import Sentence
from importers.tense import looks_back


def is_undone(told: Sentence) -> bool:
    """Whether the first part of a sentence tells that something was not: "was seized, and did not arrive" tells a seizure.

    For when it had been planned is no part: "The walk, which had been fixed for May, has been put off" tells of none.
    """
    if _UNDONE.words.isdisjoint(told.words) and _CONDITION.match(told.lower) is None:
        return False
    return _is_undone(told.lower)


@lru_cache(maxsize=64)
def _is_undone(told: str) -> bool:
    """The same of the sentence in lower case: one is asked about at every date of it."""
    if (condition := _CONDITION.match(told)) is not None:
        return not looks_back(_WOULD.sub(" ", told[condition.end() :]))
    found = _UNDONE.pattern.search(told)
    if found is not None and (aside := next((one for one in _ASIDE.finditer(told) if found.start() in range(*one.span())), None)):
        found = _UNDONE.pattern.search(told, aside.end())
    if found is None:
        return False
    before = _HAD_BEEN_PLANNED.sub(" ", _PLANNED_THEN.sub(" ", told[: found.start()]))
    # "was launched in 2015 and should have ended by now" tells a launch
    return _PART.search(before) is None and not (before.endswith(" and ") and looks_back(before))


def then(text: str, expression: Expression) -> Expression:
    """When something is to be after it was put off: the later day of "postponed from 12 May to 14 July", else what is given."""
    if expression.right is None or _MOVED.search(text, max(0, expression.start - _NEAR), expression.start) is None:
        return expression
    return expression._replace(form="day" if expression.right.day is not None else "month", left=expression.right, right=None)


def is_put_off_to(text: str, expression: Expression) -> bool:
    """Whether an expression says until when something was put off, which is to come: "had to be postponed to May"."""
    return _PUT_OFF_TO.search(text, max(0, expression.start - _NEAR), expression.start) is not None


def without_former(said: Sentence, dates: Sequence[Dated]) -> list[Dated]:
    """Without the days for which had been planned what was on another: "first planned for 12 May, took place on 14 June"."""
    if len(dates) < 2 or _PLANNING.isdisjoint(said.words):
        return list(dates)
    return list(_kept(said, dates))


def _kept(said: Sentence, dates: Sequence[Dated]) -> Iterator[Dated]:
    """The dates but those of plans."""
    for one in dates:
        before = _FORMERLY.search(said.lower, max(0, one.start - said.start - _NEAR), one.start - said.start)
        later = [other.start - said.start for other in dates if other.start > one.start]
        held = bool(later) and _HELD_THEN.search(said.lower, one.end - said.start, later[-1]) is not None
        if before is None or not later or not (before["first"] or held):
            yield one


_NEAR = 70
_PUT_OFF = r"(?:put off|postponed|deferred|delayed|rescheduled|moved)"
_DONE_THEN = r"(?:held|opened|launched|signed|organi[sz]ed)"
_MOVED = re.compile(rf"\b(?:{_PUT_OFF}|brought forward|put back|shifted|adjourned)\s(?:\w+ly\s)?(?:from\s(?:the\s)?)?$")
_PUT_OFF_TO = re.compile(rf"\b{_PUT_OFF}\s(?:to|until|till|for)\s(?:the\s)?(?:beginning\sof\s|end\sof\s)?$")
_FORMERLY = re.compile(
    r"\b(?P<first>first|originally|initially|previously|earlier|formerly)?\s?(?:been\s)?"
    rf"(?:planned|scheduled|foreseen|fixed|set|due|announced|intended|meant|expected|slated|to be {_DONE_THEN})\s"
    r"(?:to\s\w+\s(?:\w+\s)?)?(?:for|on|in|from)\s(?:the\s)?$"
)
"""Before the day for which something was planned."""
_HELD_THEN = re.compile(
    rf"\b(?:took place|(?:was|were) (?:\w+ly )?(?:{_DONE_THEN}|{_PUT_OFF})"
    rf"|(?:but|and) (?:is |has been |had been )?(?:\w+ly )?(?:{_DONE_THEN}|{_PUT_OFF}))\b"
)
"""What tells, before a later day, that it was on that one."""
_PLANNING = frozenset(
    ("planned", "scheduled", "foreseen", "fixed", "set", "due", "announced", "intended", "meant", "expected", "slated", "be")
)
_CONDITION = re.compile(
    r"(?:if|unless|should)\s(?!\d)[^,;]*,\s|had\s(?:the|an?|it|they|he|she|this|that|these|all|more)\s[^,;]*,\s"
    r"|were\s(?:the|an?|it|they|this)\s[^,;]*\sto\s[^,;]*,\s"
)
"""A condition that a sentence begins with; what follows from it was not done, unless it is told as done."""
_WOULD = re.compile(r"\b(?:would|could|should|might)\s(?:not\s)?(?:have\s)?(?:been\s)?\w+")
_PART = re.compile(r"[;:]\s|,\s(?:and|but|while|whereas|(?:(?:for|of|in|at|on)\s)?which|who)\s")
_ASIDE = re.compile(r",\s(?:(?:\w+\s)?(?:of|for|to|with|among)\s)?(?:whom|who|whose|which)\s[^,;:]{0,120},(?=\s)")
"""What is told beside it of those who took part: "the officers, of whom many had not been there, attended"."""
_PLANNED_THEN = re.compile(
    r",\s(?:(?:which|that)\s)?(?:[\w’'-]+\s){0,4}?"
    r"(?:planned|scheduled|fixed|pencilled|penciled|foreseen|set|announced|due|booked|expected|meant|intended|to)\s[^,;:]{0,80},\s"
)
"""What says only for when it had been planned."""
_HAD_BEEN_PLANNED = re.compile(
    r"\b(?:had|has|have|was|were)\s(?:\w+ly\s|first\s)?(?:been\s)?(?:planned|scheduled|foreseen|set|fixed|announced|due|booked|meant|expected)\b"
)
"""What was only planned when it was put off: "had been planned for May and was put off"."""
_UNDONE = Phrase(
    "no not never nothing nobody "
    "didn failed cancelled canceled off postponed shelved deferred delayed rescheduled moved should would "
    "suspended stopped interrupted halted paused discontinued "
    "could might deny denied denies denying refute refuted refutes rumour rumours rumor rumors false falsely",
    r"\b(?:not\s|never\s)\s*(?:yet\s+)?(?:been\s+)?(?:\w+ed|met|held|seen|done|gone|given|taken)\b(?![^.;,]{0,40}\b(?:until|till)\b)"
    r"|^(?:postponed|cancelled|canceled|called off|put off|deferred)\b\s?[:.–—-]\s?"
    r"|\b(?:"
    r"(?:was|were|been|be|is|are)\s(?:cancelled|canceled|called off|shelved"
    r"|(?:postponed|put off|deferred)(?! (?:to|until|till|for|from)\b))\b"
    r"|(?<!\bwhat )d(?:id not|idn['’]t)\b|(?<!\bwhat )failed to\b"
    r"|(?<!after )(?<!since )(?<!that )(?<!first since )"
    r"(?:visits?|activit(?:y|ies)|sessions?|courses?|class(?:es)?|trainings?|lessons?|flights?|patrols?|meetings?|work|projects?)\b"
    r"(?:\s(?!that\b|which\b|since\b|after\b)[^\s.;,]+){0,6}\s(?:was|were|(?<!had )been)\s(?:\w+ly\s)?"
    r"(?:suspended|stopped|interrupted|halted|paused|discontinued)\b"
    r"|(?:nothing|nobody|no one)\s(?:was|were|has been|have been|had been)\s(?!lost|hurt|injured|killed|harmed)[a-z]+ed\b"
    r"|no\s(?!fewer|less|longer|more|doubt|sooner|other|matter|\d)(?:[\w-]+\s){1,3}(?:was|were|has|have|had)\b"
    r"|(?:would|should|could|might)\s(?:not\s)?have\s(?:been\s\w+|taken place|opened|begun|started|ended|met)\b"
    r"|(?:deny|denied|denies|denying|refute[sd]?|rumou?rs?|false(?:ly)?)\s(?:(?:\w+\s){0,3}?(?:that|reports?)|the\s(?:report"
    r"|claim|rumou?r)s?)\b"
    r"|(?:was|were|been)\s(?:\w+ly\s)?(?:to\s(?:be|have)|planned|scheduled|foreseen|announced)\b[^.;]*?"
    r"\b(?:but|before)\s(?:it\s|they\s)?(?:was|were|has been|had to be)\s"
    rf"(?:\w+ly\s)?(?:{_PUT_OFF}|cancelled|canceled|called off|shelved)\b(?![^.;]*\d)"
    r")"
    r"|\((?:cancelled|canceled|postponed)\)|,\s(?:put off|postponed|cancelled|canceled|called off|deferred)\s?(?:[;.]|$)",
)
