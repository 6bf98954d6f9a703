"""What each sentence of a story tells: its dates, resolved in their context, and how surely it tells an event of which kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from db.models import Basis
from db.when import When
from importers.articles import Story
from importers.dates import Expression, resolve, scan
from importers.datevalues import Context
from importers.kinds import KindScore, masked, score_kinds
from importers.lexicon import data, word_list
from importers.sentences import sentences

_NO_EVENT = frozenset({"title-year", "programme-period", "instrument-year", "statistics-period"})
_CLAUSE = re.compile(r"[;:]\s|,\s+(?:and|while|whereas|but|which|where)\s|\s(?:and|while|whereas|but)\s(?=(?:in|on|from|the)\s)")


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
    since: bool = False
    future: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a story."""

    start: int
    end: int
    text: str
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
def _cues(name: str) -> re.Pattern[str]:
    return word_list(data("cues")[name])


def told(story: Story, issue: When | None, reference: date) -> list[Told]:
    """The sentences of a story in order, their dates resolved."""
    found: list[Told] = []
    article: When | None = None
    expressions = list(scan(story.flow.text))
    at = 0
    for number, (start, end) in enumerate(story.paragraphs):
        paragraph: When | None = None
        for index, (first, last) in enumerate(sentences(story.flow.text, start, end)):
            own: list[Dated] = []
            while at < len(expressions) and expressions[at].start < last:
                expression = expressions[at]
                at += 1
                context = Context(
                    reference=reference,
                    issue=story.month or issue,
                    article=story.month,
                    sentence=own[-1].when if own else None,
                    paragraph=paragraph,
                    preceding=article,
                )
                if expression.start >= first and (dated := _dated(expression, context)) is not None:
                    own.append(dated)
            if own:
                paragraph = article = own[-1].when
            found.append(_told(story.flow.text, first, last, tuple(own), number, first=index == 0))
    return found


def _dated(expression: Expression, context: Context) -> Dated | None:
    if expression.role in _NO_EVENT or expression.form == "period":
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
    return Dated(expression.start, expression.end, expression.text, when, resolved.basis, resolved.rule, since, expression.future)


def _told(text: str, start: int, end: int, dates: tuple[Dated, ...], paragraph: int, *, first: bool) -> Told:
    words = text[start:end]
    kinds = score_kinds(words)
    planned = _cues("planned").search(masked(words)) is not None
    return Told(start, end, words, dates, kinds, _strength(words, kinds, planned=planned), planned, paragraph, first)


def _strength(words: str, kinds: KindScore, *, planned: bool) -> float:
    """How surely the words tell an event: the kind's weight, less where nobody acts, somebody speaks, or figures are told."""
    lower = masked(words)
    strength = kinds.strength
    if not kinds.verb and not planned and not _cues("held").search(lower):
        strength *= 0.5
    if _cues("speech").search(lower) and (words[:1] in '"“«' or not kinds.verb):
        strength *= 0.4
    if _cues("statistics").search(lower):
        strength *= 0.5
    if _cues("background").search(lower):
        strength *= 0.3
    if words.endswith("?"):
        strength *= 0.3
    return strength


def clauses(sentence: Told) -> Iterator[tuple[Dated, int, int]]:
    """Each date of a sentence with the part of the sentence that is its own: up to the clause of the next date."""
    if len(sentence.dates) == 1:
        yield sentence.dates[0], sentence.start, sentence.end
        return
    starts = [sentence.start]
    for before, after in zip(sentence.dates, sentence.dates[1:], strict=False):
        between = sentence.text[before.end - sentence.start : after.start - sentence.start]
        cuts = [found.end() for found in _CLAUSE.finditer(between)]
        starts.append(before.end + (cuts[-1] if cuts else len(between)))
    yield from zip(sentence.dates, starts, [*starts[1:], sentence.end], strict=True)
