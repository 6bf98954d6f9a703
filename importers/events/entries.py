"""The candidates of one unit of a story, as its place in a list or below a month's heading makes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from db.models import Basis
from db.when import Precision, When
from importers.dates.rules import DateRule
from importers.events.candidates import CERTAIN, Candidate, as_entry, candidates, in_its_month, set_in_time
from importers.events.clauses import letters
from importers.events.dated import Dated
from importers.events.deeds import with_bare_deeds
from importers.events.kinds import HELD_KINDS, KindScore, score_kinds, weighed
from importers.events.telling import Told
from importers.sections import is_foreword
from importers.sentences import Sentence
from importers.story import Story
from importers.tense import DEED
from importers.units import TAG, Unit


def unit_candidates(story: Story, unit: Unit, sentences: Sequence[Told], issue: When | None) -> list[Candidate]:
    """What may be a milestone among the `sentences` of a unit, in order; nothing where an entry only says when."""
    if unit.entry and (_says_only_when(sentences) or _is_of_a_project(story.heading, sentences)):
        return []
    found: list[Candidate] = []
    for place, sentence in enumerate(sentences):
        before = found[-1] if found else None
        if not _is_tag(sentences, place):
            found.extend(set_in_time(one, before, issue) for one in candidates(sentence, place))
    if unit.entry:
        found = _behind_its_day(found)
    if unit.entry and not unit.brief:
        listed, told = _of_the_list(story), any(candidate.strength >= CERTAIN for candidate in found)
        if (label := _label(found)) is not None:
            # "Border guards, a workshop. From 3 to 5 May twenty of them met."
            listed, told, found = label.kinds, False, [one for one in found if one is not label]
        found = [as_entry(candidate, listed, told=told) for candidate in found]
    if unit.brief and not any(candidate.strength >= CERTAIN for candidate in found[:1]):
        # "Courses were held in three ports. Apia: 3-5 May, twenty pilots."
        listed = _of_the_list(story)
        found = [as_entry(one, listed, told=False) if listed and one.place == 0 and _is_bare(one) else one for one in found]
    if not unit.entry or unit.brief:
        if not is_foreword(story.heading):
            found = list(with_bare_deeds("" if unit.entry else story.heading, found))
        found = _told_once(found)
    if story.month is not None and story.month.precision is not Precision.DAY:
        found = in_its_month(found, story.month)
    return found


def _is_of_a_project(heading: str, sentences: Sequence[Told]) -> bool:
    """Whether a row of a table of projects ends in the time until which one runs: "Safe harbours | Peru | Dec 2015"."""
    if _PROJECTS.search(heading.lower()) is None or len(sentences) != 1 or " | " not in (row := sentences[0].text):
        return False
    return any(
        one.end - sentences[0].start >= len(row.rstrip())
        and row.rstrip().rfind("| ") + 2 >= one.start - sentences[0].start
        and one.when.precision is not Precision.DAY
        for one in sentences[0].dates
    )


_PROJECTS = re.compile(r"\b(?:projects|programmes|portfolio)\b")


def _is_bare(candidate: Candidate) -> bool:
    """Whether a candidate says only where and when something was, and for how many: "Apia: 3-5 May, twenty pilots"."""
    dated, said = candidate.dated, candidate.sentence
    if dated is None or dated.tense != " " or candidate.kinds.weights or said.end - said.start > _LABEL:
        return False
    there = _THERE.match(said.text)
    return there is not None and there.end() == dated.start - said.start and DEED.search(said.lower) is None


_THERE = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2}:\s(?:on\s|from\s)?")
"""The name of a place that such an entry begins with."""


def _told_once(found: Sequence[Candidate]) -> list[Candidate]:
    """Without the day that a sentence has from the one before it, where that turned out to tell the event itself."""
    kept: list[Candidate] = []
    for one in found:
        before = kept[-1] if kept else None
        if before is not None and before.strength >= CERTAIN and _is_lent(one, before):
            kept[-1] = before if before.kinds.best in HELD_KINDS else replace(before, kinds=one.kinds)
            one = replace(one, dated=None)  # noqa: PLW2901
        kept.append(one)
    return kept


def _is_lent(one: Candidate, before: Candidate) -> bool:
    if one.dated is None or before.dated is None or one.dated.rule is not DateRule.BESIDE:
        return False
    return before.dated.start == one.dated.start


def _is_tag(sentences: Sequence[Told], place: int) -> bool:
    """Whether a paragraph begins with a few words that only say what it is of: "Joint operation. From 12 to 16 May ..."."""
    said = sentences[place]
    return (
        said.first
        and len(said.text) <= _LABEL
        and not said.dates
        and place + 1 < len(sentences)
        and sentences[place + 1].paragraph == said.paragraph
        and (not said.kinds.verb or bool(sentences[place + 1].dates))
        and TAG.fullmatch(said.text) is not None
    )


def _of_the_list(story: Story) -> KindScore | None:
    """What the heading and the text above a list say that its entries are."""
    intro = story.flow.text[: story.units[0].end] if story.units and not story.units[0].entry else ""
    above = intro.rstrip()
    # "The following were handed over:"
    kinds = score_kinds(above[above.rfind(". ") + 1 :][-_INTRO:]) if above.endswith(":") else KindScore({}, {}, verb=False)
    kinds = kinds if kinds.verb else score_kinds(f"{story.heading}. {intro[:_INTRO]}")
    return KindScore({kinds.best: 1.0}, kinds.words, verb=False) if kinds.best else None


_INTRO = 400
"""Characters above a list that say what it is of."""


def _label(found: Sequence[Candidate]) -> Candidate | None:
    """The words that an entry begins with, without a date or a verb, that say what the sentence behind them tells."""
    if len(found) < 2 or found[0].dated is not None or found[1].dated is None or found[0].kinds.verb:
        return None
    short = found[0].end - found[0].start <= _LABEL
    return found[0] if short and found[0].kinds.weights and not found[1].kinds.weights else None


_LABEL = 60
"""Characters of the label of an entry."""


def _behind_its_day(found: list[Candidate]) -> list[Candidate]:
    """What stands behind the day and the place that an entry begins with is of that day: "20 May, Apia. Course for divers"."""
    if len(found) < 2 or found[0].dated is None or found[0].kinds.weights or found[0].end - found[0].start > _LABEL:
        return found
    day, event = replace(found[0].dated, basis=Basis.RESOLVED, rule=DateRule.BESIDE), found[1]
    if event.place != 1 or not event.kinds.weights:
        return found
    if event.dated is not None and event.dated.rule is not DateRule.OBSERVANCE:
        return [*_before_the_rest(event, day), *found[2:]] if len(event.sentence.dates) == 1 else found
    return [replace(event, dated=day), *found[2:]]


def _before_the_rest(event: Candidate, day: Dated) -> list[Candidate]:
    """What is told of an entry's day before a semicolon, and what is told behind it of another day."""
    sentence = event.sentence
    cut = sentence.text.find("; ") + 2
    if cut < 2 or event.dated is None or event.dated.start < sentence.start + cut:
        return [event]
    first, rest = (weighed(Sentence.of(sentence.text, *part)) for part in ((0, cut), (cut, len(sentence.text))))
    return [
        replace(event, dated=day, end=sentence.start + cut, kinds=first, strength=first.strength),
        replace(event, start=sentence.start + cut, kinds=rest, strength=rest.strength),
    ]


def _says_only_when(sentences: Sequence[Told]) -> bool:
    """Whether an entry has hardly a letter besides its dates."""
    return sum(letters(told, told.start, told.end) for told in sentences) < _SAID


_SAID = 4
