"""Which candidates beside the main one of a unit are milestones of their own: those told in passing, and further ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from db.models import Basis, Kind
from db.when import Precision, When
from importers.dates.rules import DateRule
from importers.events.candidates import CERTAIN, Candidate, distance
from importers.events.choice import happened, is_old_deed, is_point
from importers.events.clauses import told_of_a_noun
from importers.events.dated import Dated
from importers.events.kinds import HELD_KINDS, MARGINS, KindScore, score_kinds
from importers.events.telling import Told, is_discounted
from importers.lexicon import cues
from importers.story import Story

_ADOPTED = frozenset({Kind.AGREEMENT, Kind.ROAD_MAP})
_ON_A_VISIT = _ADOPTED | {Kind.OPENING, Kind.LAUNCH}
_PLACE = r"(?:[A-Z][\w’'.-]*(?:\s(?:(?:es|de|da|la|el|al|du|of|the)\s)?[A-Z(][\w’'().-]*){0,4})"
_LIST = re.compile(
    rf"(?:\s+(?:in|at)\s+{_PLACE})?[\s,;)]*(?:and|or|&)?[\s,]*"
    r"(?:(?<=\sand\s)(?:the\s|an?\s)?(?:[a-z-]+\s)?(?:training|course|part|phase|round|session|module|stage|meeting|workshop"
    r"|seminar|one)\s)?"
    rf"(?:(?:(?:in|at|(?<=\sand\s)to)\s+)?{_PLACE}(?:,\s(?:the\s)?{_PLACE})?\s*(?:\(\s*(?:{_PLACE},\s*)?)?)?"
    r"(?:,\s|;\s(?:and\s)?)?(?:in|on|from)?\s*(?:the\s+)?"
)
"""What may stand between the dates of a list: "in Apia in July and in Suva in May", "Lusaka (3 July), Ndola (8 July)"."""
_PASSIVE = re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:held|conducted|organi[sz]ed|hosted|arranged|carried out)\b|\btook place\b")
_LONG = 4
"""Days of something so long that other events fall into it."""


def is_mentioned(candidate: Candidate, same_clause: Sequence[Candidate], main: Candidate | None, anchor: Dated | None) -> bool:
    """Whether a dated candidate beside the main one is a milestone of its own; `same_clause` are those of its clause."""
    assert candidate.dated is not None
    if candidate.strength < CERTAIN or not is_point(candidate.dated.when):
        return False
    if len(same_clause) > 1 and not is_listed(candidate.sentence, [other.dated for other in same_clause if other.dated]):
        best = min(same_clause, key=lambda other: (other.dated.when.precision if other.dated else 9, other is not main))
        beside = candidate is not best and len(same_clause) <= _OWN_DATES and _has_its_own_words(candidate, best)
        if not beside and (
            candidate is not best or (main is not None and (main.start, main.end) == (candidate.start, candidate.end))
        ):
            return False
    if main is None or anchor is None or (candidate.planned and not main.planned and _NEXT.search(candidate.sentence.lower)):
        # "An eighth course will be held later this year" is none of what is told before it
        return True
    day, days = candidate.dated.when, anchor.when
    inside = day != days and days.holds(day)
    meanwhile = _is_within(day, days) or (inside and _ASIDE.search(candidate.sentence.lower) is not None)
    meanwhile = meanwhile or (inside and days.precision > Precision.DAY and _ONE_OF_THEM.match(candidate.sentence.text) is not None)
    if candidate.dated.rule is DateRule.MEANWHILE and candidate.kinds.best is main.kinds.best is Kind.VISIT and day == days:
        # "During the visit they saw the port" is a part of it
        return False
    if inside and days.precision is Precision.MONTH and _IN_FORCE.search(candidate.sentence.lower) is not None:
        # parliament passed it in the month of which it has its assent
        return _IN_FORCE.search(main.sentence.lower) is None
    if inside and days.precision is Precision.MONTH and _LATER.match(candidate.sentence.text) is not None:
        return candidate.strength >= _LIKELY
    if day.overlaps(days) and not meanwhile:
        if _SAME_DAY.match(candidate.sentence.text) is not None and candidate.strength >= _SURE and candidate.place > main.place:
            return True
        further = any(_ALSO.search(one.sentence.lower) is not None for one in (candidate, main))
        if further and candidate.sentence.paragraph != main.sentence.paragraph and candidate.strength >= _SURE:
            return True
        return (
            candidate.kinds.best is not main.kinds.best
            and candidate.strength >= _LIKELY
            and candidate.sentence is not main.sentence
        )
    return True


_IN_FORCE = re.compile(
    r"\bassent\b|\b(?:entered|came) into force\b"
    r"|\bsigned (?:[\w’'-]+ ){0,4}?(?:into law|by the president)\b|\b(?:promulgated|gazetted)\b"
)
"""What is done with a law after it was passed."""
_LATER = re.compile(
    r"(?:(?:A|One|Two|Three|Some|Several|A few)\s(?:days?|weeks?)\s(?:later|after\sthat|thereafter)"
    r"|(?:The|On\sthe)\s(?:next|following)\sday"
    r"|Later\s(?:that|in\sthe)\smonth|The\s(?:next|following)\sweek)\b"
)
"""How a sentence begins that tells what came after another thing of the same month."""
_SAME_DAY = re.compile(r"(?:Also\s)?(?:[Oo]n|[Tt]he)\s(?:the\s)?(?:very\s)?(?:same|that)\sday,?\s")
"""How a sentence begins that tells what else was done on a day."""
_ALSO = re.compile(r"\balso\s(?:\w{2,}ed|held|took|met|began|launched)\b")
"""Another thing that was done in the same month."""
_SURE, _LIKELY = 3.0, 1.2
"""The strength from which it surely was, and from which it was where it is of another kind than the main one."""
_ASIDE = re.compile(rf"\bside[ -]events?\b|\bon the {MARGINS}\b")
"""What was held beside a conference is an event of its own, however short that was."""
_ONE_OF_THEM = re.compile(
    r"The (?:first|second|third|fourth|fifth|sixth|next|last|final|closing|concluding)\s(?:one|(?:[\w-]+\s){0,2}?(?:trainings?"
    r"|courses?|workshops?|seminars?|meetings?|sessions?|rounds?|visits?|consultations?|exercises?|events?|camps?))\s"
    r"(?:was|were|took|takes|began|started)\b"
)
"""One of several that were told of together, over months: "The last training was held on 3 May"."""
_NEXT = re.compile(
    r"\b(?:an?|another|the)\s(?:(?:and|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|further|final|last"
    r"|follow-up)\s)+"
    r"(?:[\w-]+\s){1,3}?(?:will|is|are)\b"
)
"""The next one of several is to come: "an eighth and final course will be held"."""


_OWN_WORDS = 8
_OWN_DATES = 4
"""A clause of more dates is none that anybody wrote."""


def _has_its_own_words(candidate: Candidate, best: Candidate) -> bool:
    """Whether a further date of a clause has words of its own: "visited the colony in July and the hospital of the port in May"."""
    one, other = candidate.dated, best.dated
    if one is None or other is None or one.when.overlaps(other.when):
        return False
    if not one.carried and not other.carried:
        # each since its own time
        return True
    if max(one.when.precision, other.when.precision) > Precision.MONTH:
        return False
    first, last = sorted((one.start, other.start))
    between = candidate.sentence.text[first - candidate.sentence.start : last - candidate.sentence.start]
    # "took part in the review on 3 May, in the meeting of ministers on 5 May"
    return len(between.split()) >= _OWN_WORDS or (_NAMES.search(between) is not None and score_kinds(between).best in HELD_KINDS)


_NAMES = re.compile(r"(?:,|\band)\s(?:in|at|the|by|a|an|with)\s")
"""How the next of several events begins in a list."""


def _is_within(day: When, span: When) -> bool:
    """Whether one is a day or some days within weeks that are told to the day: another event meanwhile."""
    if day.precision is not Precision.DAY or span.precision is not Precision.DAY:
        return False
    return (span.length or 0) > _LONG and day != span and span.holds(day)


def is_twin(candidate: Candidate, main: Candidate, issue: When | None) -> bool:
    """Whether a date of the main one's own clause tells another like it: "held in Osh on 3 May and in Naryn on 5 May".

    What a thing was once, or what was done with it before, is no twin: "judged the men whom the guards had caught on 3 May".
    """
    if (main.start, main.end) != (candidate.start, candidate.end) or candidate.dated is None:
        return False
    return not is_old_deed(candidate, issue) and told_of_a_noun(candidate.sentence, candidate.dated) is None


def is_next_of_all(candidate: Candidate, issue: When | None) -> bool:
    """Whether a sentence tells the next of several that a story is about alike: "Nauru followed on 20 November"."""
    if candidate.planned or candidate.place == 0 or candidate.dated is None or distance(candidate.dated, issue) >= 1:
        return False
    return _FOLLOWED.match(candidate.sentence.text) is not None or _ONE_MORE.match(candidate.sentence.text) is not None


_ONE_MORE = re.compile(r"(?:A\s(?:second|third|fourth|fifth)|Another|The\s(?:second|third|fourth|fifth))\sone\b")
"""How a sentence begins that tells another of what was told: "A second one, at night, was held in Osh"."""
_FOLLOWED = re.compile(
    r"(?!(?:This|That|It|Which|A)\b)[A-ZÀ-Þ][^.;:,]{1,60}?\s(?:(?:was|were)\s)?followed\s(?:suit\s)?(?:on|in|from)\s"
)


def is_listed(sentence: Told, dates: Sequence[Dated]) -> bool:
    """Whether dates stand in one list ("in July and November"), each for an event of its own."""
    return "respectively" in sentence.text or all(
        _LIST.fullmatch(sentence.text, a.end - sentence.start, b.start - sentence.start) for a, b in pairwise(dates)
    )


def is_told_beside(candidate: Candidate, main: Candidate, story: Story) -> bool:
    """Whether an undated sentence tells something else that was done on the day of the main milestone.

    So do the further activities of an observance day, what a meeting adopted or signed, and what a visitor opened or signed.
    """
    if candidate.planned:
        return False
    if story.country and (story.sibling is not None or story.label):
        return _is_done_next(candidate, main)
    if not candidate.kinds.verb or is_discounted(candidate.sentence):
        return False
    if main.kinds.best is Kind.VISIT and candidate.kinds.best in _ON_A_VISIT and candidate.strength >= _SURE:
        to_the_day = main.dated is not None and main.dated.when.precision <= Precision.DAY
        return to_the_day or _ON_THE_VISIT.search(candidate.sentence.lower) is not None
    if main.kinds.best is not candidate.kinds.best in _AT_AN_EVENT and candidate.strength >= _SURE:
        at_it = candidate.place > main.place and (
            _AT_THE_EVENT.match(candidate.sentence.text) is not None or _GIVEN_THERE.search(candidate.sentence.lower) is not None
        )
        if at_it and main.dated is not None and main.dated.when.precision <= Precision.DAY:
            return True
    adopted = cues("telling", "adopting").search(candidate.sentence.lower, candidate.sentence.words) is not None
    return adopted and candidate.kinds.best in _ADOPTED and main.kinds.best not in _ADOPTED and candidate.strength >= 3.0


def _is_done_next(candidate: Candidate, main: Candidate) -> bool:
    """Whether a sentence of what one country did on a common day tells another thing than the first."""
    told = candidate.sentence
    if candidate.start < main.start or candidate.strength < CERTAIN:
        return candidate.strength >= _SURER and candidate.kinds.verb and told.paragraph != main.sentence.paragraph
    if _ANOTHER.match(told.text) is not None:
        return True
    if not candidate.kinds.verb or candidate.strength < _NEW:
        return False
    if told.paragraph != main.sentence.paragraph:
        return candidate.strength >= _SURER or (told.first and _KNOWN.match(told.text) is None)
    return candidate.kinds.best is not main.kinds.best and _AFTER_IT.match(told.text) is not None


_NEW = 1.5
"""The strength from which one that begins a paragraph with somebody else tells another thing: "Students presented a film"."""
_AFTER_IT = re.compile(r"(?:After|Before|Following|Prior\sto|During)\s(?:the|this)\s[^,.;]{3,40},\s")
_ON_THE_VISIT = re.compile(
    r"\b(?:(?:at|towards) the end of|during|in the course of|on the occasion of|in the framework of) (?:the|this|their|his|her|its)"
    r" (?:[a-z]+ )?(?:visit|stay|mission|tour|trip)\b"
)
_AT_AN_EVENT = _ADOPTED | {Kind.SUPPORT}
_AT_THE_EVENT = re.compile(
    r"(?:At the (?:end|close) of|During|On the occasion of) the (?:[a-z]+ )?(?:ceremony|course|training|workshop|seminar|meeting"
    r"|conference|session|event|exercise|forum)\b,?\s"
)
"""How a sentence begins that tells what else was done at an event: "At the end of the course the Office donated"."""
_GIVEN_THERE = re.compile(
    r"\b(?:was|were)\s(?:\w+ly\s|also\s)?(?:handed over|handed out|donated|given|presented|signed|adopted)\s(?:[\w’'-]+\s){0,6}?"
    r"(?:at|during|on the occasion of)\sthe\s(?:same\s)?(?:ceremony|course|training|workshop|seminar|meeting|conference|session"
    r"|forum|event)\b"
)
"""What was given at an event: "The kits, a gift of Norway, were handed over during the meeting"."""
_SURER = 3.6
"""The strength from which what one country did on a common day surely was another thing than the first."""
_ANOTHER = re.compile(
    r"(?:(?:In|At|Also|Prior\sto|Before|After|Then|Besides|In\saddition|Moreover|Later|As\swell)\b[^.;:]{0,40}?,?\s)?"
    r"(?:[Aa]n?|[Aa]nother|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal)\s(?:[^.;:]{3,90}?)\s(?:was|were)\s(?:\w+ly\s|also\s|then\s)?"
    r"(?:held|organi[sz]ed|conducted|opened|shown|screened|performed|arranged|carried\sout|staged|presented|launched|aired"
    r"|broadcast)\b"
    r"|In\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,\s[^.;:]{3,90}?\s(?:took\spart\sin|participated\sin|gathered\sfor|held|organi[sz]ed"
    r"|staged|performed|marched|competed)\b"
)
"""How a sentence begins that tells the next thing done: "A competition on the best essay was conducted", "In Osh, pupils held"."""


def is_further(candidate: Candidate, main: Candidate, earlier: set[Kind], titled: KindScore) -> bool:
    """Whether an undated sentence begins a second event: it opens a paragraph with an event of a kind not named before."""
    kind = candidate.kinds.best
    if kind not in HELD_KINDS or not candidate.sentence.first or candidate.sentence.paragraph <= main.sentence.paragraph:
        return False
    if candidate.strength < CERTAIN or kind in titled.weights or kind in earlier or _KNOWN.match(candidate.sentence.text):
        return False
    return _PASSIVE.search(candidate.sentence.lower) is not None


def is_first_of_two(candidate: Candidate, main: Candidate, fallback: Dated) -> bool:
    """Whether a story begins with an undated event, and goes on with one of another kind and of its own day.

    "Reporters learned to check pictures at a workshop in Apia. World Water Day was marked with a debate".
    """
    kind = candidate.kinds.best
    if candidate.place or candidate.dated is not None or candidate.planned or kind not in HELD_KINDS or not candidate.kinds.verb:
        return False
    if main.dated is None or main.planned or main.place != 1 or fallback.basis is not Basis.ISSUE:
        return False
    if kind in main.kinds.weights or not happened(candidate) or _KNOWN.match(main.sentence.text) is not None:
        return False
    return candidate.strength >= _SURE and main.strength >= _LIKELY


_KNOWN = re.compile(r"(?:The|This|These|It|They)\b(?! \w+(?:st|nd|rd|th)\b)(?!(?: [\w-]+){1,3} [\"“])")
"""How a sentence begins that goes on with what was told: "The presentation was held", but not "The workshop “Dogs” was held"."""
