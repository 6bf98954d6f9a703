"""Plain text and Markdown to blocks; the two mix in what PDF extractors give out, so that one reader takes both.

Every line that holds anything lies in exactly one block. Marks (`#`, `**`, bullets, pipes) are left out of a block's words, never
out of the block. What a block is for is said here as far as its own lines tell; what needs its neighbours is `layout`'s to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from importers.flow import Flow
from importers.lexicon import MONTH
from importers.readers.aligned import aligned_rows
from importers.readers.blocks import Block, BlockKind
from importers.readers.calendars import COLUMN, DATE_LEAD, LEADS_TO_DAY, cells, date_goes_on, entries, is_wrapped, names_of_parts
from importers.readers.credits import credit
from importers.readers.headlines import ENDED, PLACED, breaks_off, is_capital, is_dated_title, is_tail, titles
from importers.readers.hidden import Hidden
from importers.readers.hyphens import hyphen_cut, words_of
from importers.readers.issuelines import ends_in_issue
from importers.readers.pages import Pages
from importers.readers.printed import HEADING, Line, lines, pieces_of
from importers.readers.tables import row_cells, wrapped_rows
from importers.readers.torn import cut_at_pictures, facts, woven

_BULLET = re.compile(
    r"[ \t]*(?:[-*+•·▪◦●‣■□◆◇○►▶➢➤❖✓✔»→\uf0b7\uf0a7\uf0d8\uf0fc–—][ \t]+(?:[•·▪◦●‣][ \t]*)?|[•▪●‣■◆►▶➢➤❖\uf0b7\uf0a7]"
    r"|\((?:[ivx]{1,4}|[a-h])\)[ \t]+(?=[A-ZÀ-Þ0-9])"
    r"|(?!\(\d{1,2}\)[ \t]+(?:and|or|from|of|in|to|who|which|was|were)\s)\(?\d{1,2}[.)][ \t]+(?=\D))(?=\S)"
)
_ANGLE = re.compile(r"[ \t]*>[ \t]+(?=[A-ZÀ-Þ“\"\d])")
"""A bullet too, where the lines between two of them have none; else what each line of a quoted text begins with."""
_RULE = re.compile(r"(?:[ \t]*[-*_=~]){3}[-*_=~ \t]*|(?=.*--)[|:\- \t]+")
_PICTURE = re.compile(r"[ \t]*!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)[ \t]*")
_BOLD_LINE = re.compile(r"[ \t]*(\*\*|__)(?=\S)(?:(?!\1).)+\1[ \t]*:?")
_SOFT = frozenset("\u00ad\ufffe\x02")
"""Marks of a soft hyphen, as extractors leave them at line ends."""
_MARKED = re.compile(r"[ \t]*[#\-*+•·▪◦●‣■□◆◇○►▶➢➤❖✓✔»→>\uf0b7\uf0a7\uf0d8\uf0fc–—(\d_=~|:!]")
"""How a line begins that is a block by itself, or the first of one, for its marks; a row of a table only holds them."""
RELEASE = re.compile(
    r"[ \t]*(?:(?:PRESS|MEDIA|NEWS) (?:RELEASE|STATEMENT)|(?:Press|Media|News) (?:[Rr]elease|[Ss]tatement)):?[ \t\r]*"
)
"""The label that a story of a press office begins with."""
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


def blocks(raw: str, known: frozenset[str] | None = None) -> list[Block]:
    """The blocks of a text in printed order; `known` are its words, as `words_of` gives them."""
    found: list[Block] = []
    run: list[Line] = []
    known = words_of(raw) if known is None else known

    def close() -> None:
        found.extend(_of_run(raw, run, known))
        run.clear()

    def alone(kind: BlockKind, line: Line) -> None:
        close()
        found.append(Block(kind, line.start, line.after, Flow.of(raw, pieces_of(line, 0, ""))))

    pages = Pages.of(raw)
    hidden = Hidden.of(raw, list(lines(raw)))
    printed = hidden.lines
    whole = hidden.blocks | _rows(raw, printed, known)
    loose = _is_loose(printed)
    told = 0
    for line in _cut_at_labels(printed):
        if line.start < told:
            continue
        if (block := whole.get(line.start)) is not None:
            close()
            told = block.end
            found.append(block)
            continue
        if not line.text or line.text.isspace():
            close()
            continue
        if pages.marks(line, begun=bool(found or run)):
            alone(BlockKind.FURNITURE, line)
            continue
        if line.start in pages.starts or (loose and run and not _runs_on(run[-1].text, line.text)):
            close()
        if RELEASE.fullmatch(line.text) or (_is_above(found, run, line) and ends_in_issue(line.text)):
            alone(BlockKind.PARAGRAPH, line)
            continue
        if _MARKED.match(line.text) or "|" in line.text:
            block = _single(raw, line)
            if block is not None:
                if len(run) == 1 and _UNDERLINE.fullmatch(line.text) and is_dated_title(run[0].text):
                    title = run.pop()
                    level = 1 if "=" in line.text else 2
                    flow = Flow.of(raw, pieces_of(title, 0, ""))
                    found.append(Block(BlockKind.HEADING, title.start, title.after, flow, level=level))
                close()
                found.append(block)
                continue
            if (
                _BOLD_LABEL.match(line.text)
                or (_BULLET.match(line.text) and not (run and _goes_on(run[-1].text, line.text)))
                or (_ANGLE.match(line.text) and not (run and _begins_quoted(run[-1])))
            ):
                close()
        run.append(line)
    close()
    return found


def _is_above(found: Sequence[Block], run: Sequence[Line], line: Line) -> bool:
    """Whether nothing but short lines stand above a line, as do in a masthead, of which it is not the last word: a year alone."""
    if len(found) + len(run) > _MASTHEAD or (run and line.text.strip().isdigit()):
        return False
    long = any(block.kind is not BlockKind.PARAGRAPH or len(block.text) > _TITLE for block in found)
    # a name may be one word in small letters
    told = [line.text.strip() for line in run]
    return not long and not any(text.endswith((".", ",", ";", ":")) or (text[:1].islower() and " " in text) for text in told)


_MASTHEAD, _TITLE = 8, 120
"""Lines of a masthead, and characters of the longest."""


def _is_loose(printed: Sequence[Line]) -> bool:
    """Whether a text is printed one paragraph a line, so that each of its line ends was meant."""
    said = sum(len(line.text) for line in printed)
    return 2 * sum(len(line.text) for line in printed if len(line.text) > _NO_COLUMN) > said


_NO_COLUMN = 180
"""No column of a page is so many characters wide."""


def _runs_on(before: str, text: str) -> bool:
    """Whether a paragraph goes on in the next line all the same."""
    return text[:1].islower() or before.rstrip().endswith(("-", ",")) or date_goes_on(before, text)


def _of_run(raw: str, run: Sequence[Line], known: frozenset[str]) -> Iterator[Block]:
    """The blocks of lines that stand together."""
    for piece, pictured in cut_at_pictures(run):
        if pictured:
            yield Block(BlockKind.FURNITURE, piece[0].start, piece[0].after, Flow.of(raw, pieces_of(piece[0], 0, "")))
        elif len(piece) == 1:
            yield _paragraph(raw, piece, known, in_calendar=False)
        elif box := woven(piece) or facts(piece):
            yield from _unwoven(raw, piece, box, known)
        elif piece:
            for section in _sections(piece):
                if len(section) == 1 and _LISTED.search(section[0].text.rstrip()):
                    yield Block(BlockKind.FURNITURE, section[0].start, section[0].after, Flow.of(raw, pieces_of(section[0], 0, "")))
                else:
                    yield from _blocks_of(raw, section, known)


def _sections(run: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """A run of lines cut before each heading in capitals that follows other lines, and around each line of a table of contents."""
    texts = [line.text.rstrip() for line in run]
    begun = 0
    for index in range(1, len(run)):
        before, text = texts[index - 1], texts[index]
        listed, above = _LISTED.search(text) is not None, _LISTED.search(before) is not None
        headed = _is_heading(text) and not is_capital(before) and len(before) + 1 + len(text.split(None, 1)[0]) <= max(map(len, texts))
        if listed or above or headed:
            yield run[begun:index]
            begun = index
    yield run[begun:]


def _is_heading(text: str) -> bool:
    """Whether a line is set in capitals, and is more than the last word of a sentence."""
    return is_capital(text) and not is_tail(text) and len(text.split()) > 1


_LISTED = re.compile(r"(?:\.{4,}|(?: \.){4,}|…{2,})[ \t]*\d{1,3}$")
"""How a line of a table of contents ends."""


def _cut_at_labels(found: Iterable[Line]) -> Iterator[Line]:
    """The lines, cut before each label set in bold, as if it began a line: "... was opened. **Prisons.** The Service ..."."""
    for line in found:
        begun = 0
        for label in _BOLD_LABEL.finditer(line.text, _BEFORE_LABEL) if "**" in line.text else ():
            yield Line(line.start + begun, line.start + label.start(), line.start + label.start(), line.text[begun : label.start()])
            begun = label.start()
        yield line._replace(start=line.start + begun, text=line.text[begun:]) if begun else line


_BEFORE_LABEL = 30
"""Characters of a line before such a label, at least: the number of an item stands before a label of its own."""
_BOLD_LABEL = re.compile(r"(?:(?<=[.!?”\"] )|(?<![^\n]))\*\*[A-ZÀ-Þ][^*.:!?]{2,50}[.:]\*\*(?= [“\"]?[A-Z0-9])")


def _goes_on(before: str, text: str) -> bool:
    """Whether a line that a dash or a number begins goes on in a date: "from 24 April | – 26 April 2023", "on June | 27."."""
    if text.lstrip()[:1].isdigit():
        return _MONTH_LAST.search(before) is not None and _BULLET.match(before) is None
    return _UNTIL.match(text) is not None and _FROM.search(before) is not None and _BULLET.match(before) is None


_MONTH_LAST = re.compile(rf"[a-z,] (?:{MONTH})[ \t]*$")
_UNTIL = re.compile(r"[ \t]*[–—-][ \t]*\d{1,2}(?:st|nd|rd|th)?[ ](?:of[ ])?[A-Z][a-z]{2,8}\b")
_FROM = re.compile(r"\b(?:\d{1,2}(?:st|nd|rd|th)?[ ](?:of[ ])?[A-Z][a-z]{2,8}|[Ff]rom[ ](?:the[ ])?\d{1,2}(?:st|nd|rd|th)?)[ \t]*$")


def _unwoven(raw: str, run: Sequence[Line], box: Sequence[int], known: frozenset[str]) -> Iterator[Block]:
    """The paragraphs of a run between whose lines those of a `box` stand, and the box's, each block a row of lines."""
    last: Block | None = None
    begun = 0
    for index in (*box, len(run)):
        for place, block in enumerate(_blocks_of(raw, run[begun:index], known) if index > begun else ()):
            last = replace(block, onto=last.start) if last is not None and place == 0 else block
            yield last
        if index < len(run):
            row = _paragraph(raw, run[index : index + 1], known, in_calendar=False)
            yield row if is_capital(row.text) else row.of_kind(BlockKind.ROW)
        begun = index + 1


def _blocks_of(raw: str, run: Sequence[Line], known: frozenset[str]) -> Iterator[Block]:
    """The paragraphs of a run of lines, and the entries of a calendar that it ends in."""
    above, hung = entries(run)
    parts = list(_parts(above)) if above else []
    dated = [bool(DATE_LEAD.match(part[0].text)) for part in parts]
    calendar = sum(dated) >= 2
    for place, (part, leads) in enumerate(zip(parts, dated, strict=True)):
        block = _paragraph(raw, part, known, in_calendar=leads and calendar)
        titled = block.kind is BlockKind.BULLET and len(part) == 1 and place + 1 < len(parts)
        # "3. Rice in the hills" above "OSH – The mayor ..." is no entry of a list
        yield block.of_kind(BlockKind.HEADING) if titled and PLACED.match(parts[place + 1][0].text) else block
    for entry in hung:
        yield Block(BlockKind.ROW, entry[0].start, entry[-1].after, Flow.of(raw, cells(entry)))


def _parts(run: Sequence[Line]) -> Iterator[Sequence[Line]]:
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
        yield from _parts(run[:-1])
        yield run[-1:]
        return
    if (paid := credit(texts)) is not None:
        first, last = paid
        yield from _parts(run[:first])
        yield run[first:last]
        yield from _parts(run[last:]) if last < len(run) else ()
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
    told = _told_below(texts, leads) if dated else None

    def meant(index: int) -> bool:
        """Whether the line before was ended before its width was used up."""
        before = texts[index - 1]
        return len(before) + 1 + len(texts[index].split(None, 1)[0]) <= width and not before.endswith(("-", ","))

    begun = 0
    for index in range(1, len(run)):
        before, text = texts[index - 1], texts[index]
        if date_goes_on(before, text):
            continue
        numbered = index - begun == 1 and _is_numbered_title(before, text) and meant(index)
        capital = capitals[index - 1] and not is_tail(before)
        if (
            capital != (capitals[index] and not is_tail(text))
            or (index - begun == 1 and DATE_ONLY.fullmatch(before) and meant(index))
            or (
                dated
                and leads[index]
                and (calendar or before.endswith((".", ";")) or (meant(index) and not LEADS_TO_DAY.search(before)))
            )
            or index in titled
            or titled.get(begun) == index
            or not named.isdisjoint((index, index - 1))
            or (len(run) > _TITLED and meant(index) and _ends_a_paragraph(before, text, width))
            or (index == told and meant(index))
            or (labelled and _LABELLED.match(text) and (ENDED.search(before) or before.endswith(":")))
            or numbered
        ) and (
            not _BULLET.match(texts[begun])
            or numbered
            or (titled.get(begun) == index and PLACED.match(text))
            or (ENDED.search(before) and (index in titled or (capitals[index] and not is_tail(text))))
            or (index == told and meant(index))
        ):
            yield run[begun:index]
            begun = index
    yield run[begun:]


def _told_below(texts: Sequence[str], leads: Sequence[bool]) -> int | None:
    """Where below the last line of a calendar a text begins that is no part of it: a sentence, as none of its entries is."""
    last = max(index for index, leading in enumerate(leads) if leading) + 1
    whole = leads[last - 2] and not ENDED.search(texts[last - 1]) and last < len(texts)
    return last if whole and texts[last][:1].isupper() and ENDED.search(texts[-1]) else None


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


_UNDERLINE = re.compile(r"[ \t]{0,3}(?:={4,}|-{4,})[ \t\r]*")
"""What marks the line right above it as a heading."""


def _single(raw: str, line: Line) -> Block | None:
    """A line that is a block by itself, whatever stands around it."""
    if found := HEADING.match(line.text):
        flow = Flow.of(raw, pieces_of(line, found.end(), ""))
        return Block(BlockKind.HEADING, line.start, line.after, flow, level=len(found[1]))
    if _PICTURE.fullmatch(line.text) or _RULE.fullmatch(line.text):
        return Block(BlockKind.FURNITURE, line.start, line.after, Flow.of(raw, pieces_of(line, 0, "")))
    if line.text.count("|") >= 2 or (line.text.lstrip().startswith("|")):
        return Block(BlockKind.ROW, line.start, line.after, Flow.of(raw, _cells(line)))
    if len(line.text) < 160 and _BOLD_LINE.fullmatch(line.text) and not line.text.rstrip("* _").endswith((".", ";", ",")):
        return Block(BlockKind.HEADING, line.start, line.after, Flow.of(raw, pieces_of(line, 0, "")), level=6)
    return None


def _paragraph(raw: str, run: Sequence[Line], known: frozenset[str], *, in_calendar: bool) -> Block:
    bullet = _BULLET.match(run[0].text) or _angle(run)
    skip = bullet.end() if bullet else 0
    pieces: list[tuple[str, int, int]] = []
    for line in run:
        glue = " "
        if pieces and raw[pieces[-1][2] : pieces[-1][2] + 1] in _SOFT:
            glue = ""
        elif pieces and (cut := hyphen_cut(raw, pieces[-1], line.text, known)) is not None:
            pieces[-1] = (pieces[-1][0], pieces[-1][1], cut)
            glue = ""
        pieces.extend(pieces_of(line, skip, glue))
        skip = 0
    kind = BlockKind.ROW if in_calendar else BlockKind.BULLET if bullet else BlockKind.PARAGRAPH
    return Block(kind, run[0].start, run[-1].after, Flow.of(raw, pieces))


def _angle(run: Sequence[Line]) -> re.Match[str] | None:
    return _ANGLE.match(run[0].text) if len(run) > 1 and not _begins_quoted(run[1]) else None


def _begins_quoted(line: Line) -> bool:
    return line.text.lstrip().startswith(">")


def _rows(raw: str, printed: Sequence[Line], known: frozenset[str]) -> dict[int, Block]:
    """The rows of tables that go on over several lines, or whose cells only blanks keep apart, by where they start."""
    rows = wrapped_rows(printed) if "|" in raw else {}
    made = {
        start: Block(BlockKind.ROW, start, row[-1].after, Flow.of(raw, _wrapped(raw, row, known))) for start, row in rows.items()
    }
    for start, row in aligned_rows(printed).items() if "   " in raw else ():
        pieces = [piece for cell in row for piece in pieces_of(cell, 0, " | " if cell is not row[0] else "")]
        made.setdefault(start, Block(BlockKind.ROW, start, row[0].after, Flow.of(raw, pieces)))
    return made


def _wrapped(raw: str, row: Sequence[Line], known: frozenset[str]) -> list[tuple[str, int, int]]:
    """The cells of a row that goes on over several lines."""
    pieces: list[tuple[str, int, int]] = []
    pending = ""
    for part, between in row_cells(row):
        glue = " | " if " | " in (pending, between) and pieces else between
        pending = glue
        if not part.text.strip():
            continue
        if pieces and glue == " " and (cut := hyphen_cut(raw, pieces[-1], part.text, known)) is not None:
            pieces[-1] = (pieces[-1][0], pieces[-1][1], cut)
            glue = ""
        pieces.extend(pieces_of(part, 0, glue))
        pending = ""
    return pieces


def _cells(line: Line) -> list[tuple[str, int, int]]:
    """The cells of a table row, apart by a comma where something stands on both sides."""
    pieces: list[tuple[str, int, int]] = []
    for found in re.finditer(r"[^|]+", line.text):
        if not found[0].strip():
            continue
        inner = pieces_of(Line(line.start + found.start(), line.start + found.end(), line.after, found[0]), 0, "")
        if inner and pieces:
            inner[0] = (" | ", inner[0][1], inner[0][2])
        pieces.extend(inner)
    return pieces
