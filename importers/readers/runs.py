"""Lines that stand together, cut where one was ended on purpose: titles, paragraphs, lines of a calendar or of a contents list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from importers.readers.calendars import COLUMN, DATE_LEAD, LEADS_TO_DAY, date_goes_on, is_wrapped, names_of_parts
from importers.readers.credits import credit
from importers.readers.headlines import ENDED, PLACED, breaks_off, is_capital, is_dated_title, is_tail, titles
from importers.readers.printed import Line

BULLET = re.compile(
    r"[ \t]*(?:[-*+•·▪◦●‣■□◆◇○►▶➢➤❖✓✔»›→\uf0b7\uf0a7\uf0d8\uf0fc–—][ \t]+(?:[•·▪◦●‣][ \t]*)?|[•▪●‣■◆►▶➢➤❖\uf0b7\uf0a7]"
    r"|o[ \t]+(?=[A-Z0-9“\"])"
    r"|\((?:[ivx]{1,4}|[a-h])\)[ \t]+(?=[A-ZÀ-Þ0-9])"
    r"|(?!\(\d{1,2}\)[ \t]+(?:and|or|from|of|in|to|who|which|was|were)\s)\(?\d{1,2}[.)][ \t]+(?=\D))(?=\S)"
)
DATE_ONLY = re.compile(
    r"[ \t]*(?:[A-Z][a-z]{5,8}day,?[ \t]+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ \t]+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.?[ \t]+\d{1,2}(?:st|nd|rd|th)?),?[ \t]+(?:19|20)\d\d[ \t]*"
)
"""A line that is nothing but a day."""
_DAYS = r"\d{1,2}(?:st|nd|rd|th)?(?:[ \t]?[-–][ \t]?\d{1,2}(?:st|nd|rd|th)?)?"
_PLACE = r"[A-ZÀ-Þ][\w’'-]+(?:[ ][A-ZÀ-Þ][\w’'-]+){0,3}"
_PLACES = rf"{_PLACE}(?:,[ ]?{_PLACE}){{0,2}}"
DATELINE = re.compile(
    rf"[ \t]*(?P<above>{_PLACES}(?:,[ ]?|[ ])(?=[\dA-Z]))?(?:[A-Z][a-z]{{5,8}}day,?[ \t]+)?"
    rf"(?:(?:{_DAYS}[ \t]+[A-Z][a-z]{{2,8}}\.?|[A-Z][a-z]{{2,8}}\.?[ \t]+{_DAYS}),?[ \t]+(?:19|20)\d\d"
    r"|\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
    rf"\.?(?P<place>[ \t]?[,|–-][ \t]?{_PLACES})?[ \t]*"
)
"""A line that is a day, or days, and perhaps a place: "3 May 2015, Osh, Kyrgyzstan", "Osh, 3 May 2015", "03.05.2015."."""


def sections(run: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """A run of lines cut before headings in capitals that follow others, around a calendar and each line of a table of contents."""
    texts = [line.text.rstrip() for line in run]
    width = max(map(len, texts), default=0)
    apart = frozenset(_calendars(texts, width)) if len(run) > _FEWEST else ()
    begun, listed = 0, bool(texts) and is_listed(texts[0])
    for index in range(1, len(run)):
        before, text = texts[index - 1], texts[index]
        listed, above = is_listed(text), listed
        if listed or above or index in apart or (_is_heading(text) and not is_capital(before) and _is_ended(before, text, width)):
            yield run[begun:index]
            begun = index
    yield run[begun:]


def _calendars(texts: Sequence[str], width: int) -> Iterator[int]:
    """Where among lines of text calendars begin, with their title, and where the text goes on below them."""
    leads = [DATE_LEAD.match(text) is not None for text in texts]
    end = 0
    while (start := _index(leads, end)) < len(leads):
        end = next((index for index in range(start, len(leads)) if not leads[index]), len(leads))
        if end - start < _FEWEST and not (end - start > 1 and all(COLUMN.match(text) for text in texts[start:end])):
            continue
        if start and not any(leads[max(0, start - _FEWEST) : start]) and texts[start - 1][:1].strip():
            titled = start > 1 and not ENDED.search(texts[start - 1]) and _is_ended(texts[start - 2], texts[start - 1], width)
            yield start - titled
        if (
            end < len(texts)
            and texts[end][:1].isupper()
            and "  " not in texts[end]
            and _is_ended(texts[end - 1], texts[end], width)
        ):
            yield end


def _index(leads: Sequence[bool], start: int) -> int:
    return next((index for index in range(start, len(leads)) if leads[index]), len(leads))


_FEWEST = 3
"""Lines one below the other that begin with a day, where they are a calendar and no text; of those in columns, two."""


def _is_ended(before: str, text: str, width: int) -> bool:
    """Whether the line `before` was ended before its width was used up: the first word of `text` had room in it."""
    return len(before) + 1 + len(text.split(None, 1)[0]) <= width and not before.endswith(("-", ","))


def _is_heading(text: str) -> bool:
    """Whether a line is set in capitals, and is more than the last word of a sentence."""
    return is_capital(text) and not is_tail(text) and len(text.split()) > 1


_PAGE_LAST = re.compile(r"[.…][ \t]{0,20}\d{1,3}$")
_LEADERS = ("....", " . . . .", "……")


def is_listed(text: str) -> bool:
    """Whether a line is one of a table of contents: dots lead to its page."""
    found = _PAGE_LAST.search(text, max(0, len(text) - _FEET))
    return found is not None and text.endswith(_LEADERS, 0, found.start() + 1)


_FEET = 24
"""Characters at the end of a line among which its page stands."""


def parts(run: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """A run of lines cut where a line was ended on purpose: around capital lines, after a title, before each line of a calendar."""
    if len(run) < 2:
        yield run
        return
    texts = [line.text.rstrip() for line in run]
    if DATELINE.fullmatch(texts[-1]) and is_dated_title(" ".join(texts[:-1])):
        yield run[:-1]
        yield run[-1:]
        return
    if len(run) > 2 and _PAGE.fullmatch(texts[-1]):
        last = len(run) - 1
        while last > 2 and _PAGE.fullmatch(texts[last - 1]):
            last -= 1
        yield from parts(run[:last])
        for number in run[last:]:
            yield (number,)
        return
    if (paid := credit(texts)) is not None:
        first, last = paid
        yield from parts(run[:first])
        yield run[first:last]
        yield from parts(run[last:]) if last < len(run) else ()
        return
    leads = [DATE_LEAD.match(text) is not None for text in texts]
    capitals = [is_capital(text) for text in texts]
    width = max(map(len, texts))
    titled = dict(titles(texts))
    labelled = sum(_LABELLED.match(text) is not None for text in texts) > 1
    # a line of words may stand above the lines of a calendar
    dated, calendar = sum(leads) >= 2, sum(leads) >= len(run) - (not leads[0]) - sum(capitals[not leads[0] :])
    calendar = calendar or (dated and all(COLUMN.match(text) for text, leading in zip(texts, leads, strict=True) if leading))
    calendar = calendar or is_wrapped(texts, leads)
    named = names_of_parts(texts, leads) if calendar and dated else frozenset()

    begun = 0
    for index in range(1, len(run)):
        before, text = texts[index - 1], texts[index]
        if date_goes_on(before, text):
            continue
        meant = _is_ended(before, text, width)
        numbered = index - begun == 1 and _is_numbered_title(before, text) and meant
        capital = capitals[index - 1] and not is_tail(before)
        if (
            capital != (capitals[index] and not is_tail(text))
            or (index - begun == 1 and DATE_ONLY.fullmatch(before) and meant)
            or (dated and leads[index] and (calendar or before.endswith((".", ";")) or (meant and not LEADS_TO_DAY.search(before))))
            or index in titled
            or titled.get(begun) == index
            or not named.isdisjoint((index, index - 1))
            or (len(run) > _TITLED and meant and _ends_a_paragraph(before, text, width))
            or (labelled and _LABELLED.match(text) and (ENDED.search(before) or before.endswith(":")))
            or numbered
        ) and (
            not BULLET.match(texts[begun])
            or numbered
            or (titled.get(begun) == index and PLACED.match(text))
            or (ENDED.search(before) and (index in titled or (capitals[index] and not is_tail(text))))
        ):
            yield run[begun:index]
            begun = index
    yield run[begun:]


def _is_numbered_title(before: str, text: str) -> bool:
    """Whether a line with a number may be the title of the text right below it: "2. Airports"."""
    return _NUMBERED.match(before) is not None and not ENDED.search(before) and not breaks_off(before) and text[:1].isupper()


_NUMBERED = re.compile(r"[ \t]*\d{1,2}[.)][ \t]+[A-ZÀ-Þ“\"](?:.*[^\s.,;:-])$")
_PAGE = re.compile(r"\d{1,3}")
"""A page's number, right below the text."""


_LABELLED = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}[.:] (?=[A-Z“\"])")
"""A line that begins with a name as its label: "Kenya. In Mombasa ..."."""
_TITLED = 4
"""A paragraph of more lines can have a title above it."""
_SHORT_LINE = 0.75
"""The last line of a paragraph is shorter than so much of its width."""


def _ends_a_paragraph(before: str, text: str, width: int) -> bool:
    """Whether a line that was ended early with a full stop ends a paragraph: the next begins a sentence."""
    return len(before) < _SHORT_LINE * width and text.lstrip()[:1].isupper() and ENDED.search(before) is not None
