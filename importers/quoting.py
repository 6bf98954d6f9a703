"""The words that a milestone is quoted by, and those that prove a donor or an amount which stands elsewhere in its story.

A quote is one or two whole sentences; of a longer one so much as fits, never through a word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from db.models import Citation, Evidence, Span
from importers.events.event import Event
from importers.events.telling import Told
from importers.funding.finding import Funding, Proof
from importers.lexicon import one_line
from importers.story import Story

QUOTE_LIMIT = 600
"""No quote has more characters."""
_SHORT = 60
"""A sentence shorter than this is quoted with the one behind it."""
_BARE = 30
"""One shorter than this with the one before it."""


def quoted(story: Story, sentences: Sequence[Told], event: Event) -> Span:
    """The sentence that tells the event, with the one beside it that tells its date, and with the next where it is short.

    Of a terse entry it is all. The name of a country that a story begins with belongs to its first sentence.
    """
    start, end = _told(story.flow.text, sentences, event)
    return (0 if start == story.paragraphs[0][0] and end <= QUOTE_LIMIT else start), end


def _told(text: str, sentences: Sequence[Told], event: Event) -> Span:
    if (above := _announced(sentences, event)) is not None:
        return above, event.unit.end if event.unit.terse else event.sentence.end
    if event.unit.terse:
        return event.unit.start, event.unit.end
    start, end = event.sentence.start, event.sentence.end
    if event.date_text and not start <= event.dated_at < end:
        start, end = _with_date(sentences, event)
    if end - start < _SHORT:
        own = bisect_left(sentences, start, key=lambda other: other.start)
        before = sentences[own - 1] if own else None
        if (
            end - start < _BARE
            and before is not None
            and before.paragraph == event.sentence.paragraph
            and end - before.start <= QUOTE_LIMIT
        ):
            # "Work began on 5 May." says of nothing what it was
            return before.start, end
        behind = bisect_left(sentences, end, key=lambda other: other.start)
        if (
            behind < len(sentences)
            and sentences[behind].paragraph == event.sentence.paragraph
            and sentences[behind].end - start <= QUOTE_LIMIT
        ):
            end = sentences[behind].end
    dated = next((other.start for other in event.sentence.dates if other.text == event.date_text), event.start)
    return _fitting(text, start, end, dated)


def _announced(sentences: Sequence[Told], event: Event) -> int | None:
    """Where the sentence begins that says what is listed behind it, for an entry that says only where and when."""
    if not (event.unit.entry and event.unit.brief) or event.sentence.kinds.weights:
        return None
    own = bisect_left(sentences, event.sentence.start, key=lambda other: other.start)
    above = next((one for one in reversed(sentences[:own]) if one.kinds.weights), None)
    if above is None or above.paragraph != event.sentence.paragraph or event.sentence.end - above.start > QUOTE_LIMIT:
        return None
    return above.start


def _with_date(sentences: Sequence[Told], event: Event) -> Span:
    own = bisect_left(sentences, event.sentence.start, key=lambda other: other.start)
    for beside in (own - 1, own + 1):
        if 0 <= beside < len(sentences) and sentences[beside].start <= event.dated_at < sentences[beside].end:
            start, end = min(event.sentence.start, sentences[beside].start), max(event.sentence.end, sentences[beside].end)
            if sentences[beside].paragraph == event.sentence.paragraph and end - start <= QUOTE_LIMIT:
                return start, end
    return event.sentence.start, event.sentence.end


def citations(raw: str, story: Story, index: int, funding: Funding, grounds: Sequence[Proof], quote: Span) -> Iterator[Citation]:
    """For each donor and amount that the quote does not say: the words that do. `index` is the story's number."""
    for ground in grounds:
        if not any(quote[0] <= start and end <= quote[1] for start, end in ground.spans):
            start, end = ground.spans[0]
            around = _fitting(story.flow.text, funding.sentence(start)[0], funding.sentence(end - 1)[1], start)
            if around[1] < end:
                # a list of donors, far below what makes them donors
                around = _fitting(story.flow.text, *funding.sentence(end - 1), end - 1)
            yield Citation(ground.of, evidence(raw, story, index, around))


def evidence(raw: str, story: Story, index: int, at: Span) -> Evidence:
    """The words that stand there in a story's text."""
    return Evidence(story.flow.raw_spans(raw, *at), one_line(story.flow.text[slice(*at)]), index, at)


def _fitting(text: str, start: int, end: int, needed: int) -> Span:
    """The range, or so much of it around a character as a quote may hold."""
    if end - start <= QUOTE_LIMIT:
        return start, end
    first = max(start, min(needed - QUOTE_LIMIT // 3, end - QUOTE_LIMIT))
    if first > start:
        first = text.find(" ", first, end) + 1 or first
    last = min(end, first + QUOTE_LIMIT)
    if last < end:
        cut = text.rfind(" ", first, last + 1)
        last = cut if cut > first else last
    return first, last
