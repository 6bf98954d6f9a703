"""The article that tells a milestone, as lines cut to a width: the quote stands out, and what proves its donors and amounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rich.style import Style
from rich.text import Text

from db.models import Milestone, Span
from db.queries.details import Detail
from tui.render import clean, clean_lines
from tui.signs import CITED, QUOTED
from tui.widgets.facts import CONSOLE, Inks, source_words, wrap

_PASSAGE = "passage"
"""In a style's meta: which passage the words belong to."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as it is shown."""

    lines: list[Text]
    passages: tuple[int, ...] = ()
    """The line, from 0, where each highlighted passage begins, downwards."""
    quote: tuple[int, int] = (0, 0)
    """That of the quote, and the line behind its last one."""
    legend: tuple[str, ...] = ()
    """What the second bar stands for, in full and shorter; empty where there is none."""


def article(detail: Detail, width: int, inks: Inks) -> Reading:
    """The article with the quote highlighted and barred, and with another bar the words that say who paid and how much."""
    lines = [*wrap(inks.lit(Text(clean(detail.heading) or "Article without a heading", inks.title)), width)]
    if detail.source is not None:
        lines += wrap(Text(source_words(detail), inks.dim), width)
    lines.append(Text())
    begins: dict[int, int] = {}
    ends = 0
    for line in inks.lit(_marked(detail, inks)).wrap(CONSOLE, max(8, width - 2)):
        line.rstrip()
        inside = sorted({number for span in line.spans if span.end > span.start and (number := _passage(span.style)) is not None})
        inside = inside if line.plain.strip() else []
        for number in inside:
            begins.setdefault(number, len(lines))
            ends = len(lines) + 1 if number == 0 else ends
        bar = "  " if not inside else f"{QUOTED if 0 in inside else CITED} "
        lines.append(Text.assemble((bar, inks.rule), line))
    return Reading(lines, tuple(sorted(set(begins.values()))), (begins.get(0, 0), ends), _legend(detail.milestone))


def _legend(milestone: Milestone) -> tuple[str, ...]:
    told = {citation.of.partition(":")[0] for citation in milestone.citations}
    words = ", ".join(words for of, words in (("donor", "who paid"), ("amount", "how much")) if of in told)
    return (f"{CITED} {words}", f"{CITED} money") if words else ()


def _marked(detail: Detail, inks: Inks) -> Text:
    """The article's text, each highlighted passage in its number; the quote is 0 and comes before what overlaps it."""
    text = detail.article
    spans = dict.fromkeys(span for span in _spans(detail.milestone) if span[0] < span[1] <= len(text))
    cuts = sorted({0, len(text), *(at for span in spans for at in span)})
    told = Text()
    for start, end in pairwise(cuts):
        number = next((nr for nr, span in enumerate(spans) if span[0] <= start and end <= span[1]), None)
        style = inks.value if number is None else inks.quote + Style(meta={_PASSAGE: number})
        told.append(clean_lines(text[start:end]), style)
    return told


def _spans(milestone: Milestone) -> Iterator[Span]:
    yield milestone.evidence.at if milestone.evidence else (0, 0)
    yield from (citation.evidence.at for citation in milestone.citations)


def _passage(style: Style | str) -> int | None:
    number = style.meta.get(_PASSAGE) if isinstance(style, Style) else None
    return number if isinstance(number, int) else None
