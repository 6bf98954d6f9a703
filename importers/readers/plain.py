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
from importers.readers.calendars import DATE_LEAD, cells, date_goes_on, entries
from importers.readers.headlines import PLACED, is_capital, is_dated_title
from importers.readers.hidden import Hidden
from importers.readers.hyphens import hyphen_cut, words_of
from importers.readers.issuelines import ends_in_issue
from importers.readers.pages import Pages
from importers.readers.printed import HEADING, Line, lines, pieces_of
from importers.readers.runs import BULLET, is_listed, parts, sections
from importers.readers.tables import row_cells, wrapped_rows
from importers.readers.torn import cut_at_pictures, facts, inserted, woven

_ANGLE = re.compile(r"[ \t]*>[ \t]+(?=[A-ZÀ-Þ“\"\d])")
"""A bullet too, where the lines between two of them have none; else what each line of a quoted text begins with."""
_RULE = re.compile(r"(?:[ \t]*[-*_=~]){3}[-*_=~ \t]*|(?=.*--)[|:\- \t]+")
_PICTURE = re.compile(r"[ \t]*!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)[ \t]*")
_BOLD_LINE = re.compile(r"[ \t]*(\*\*|__)(?=\S)(?:(?!\1).)+\1[ \t]*:?")
_SOFT = frozenset("\u00ad\ufffe\x02")
"""Marks of a soft hyphen, as extractors leave them at line ends."""
_MARKED = re.compile(r"[ \t]*(?:o[ \t]|[#\-*+•·▪◦●‣■□◆◇○►▶➢➤❖✓✔»›→>\uf0b7\uf0a7\uf0d8\uf0fc–—(\d_=~|:!])")
"""How a line begins that is a block by itself, or the first of one, for its marks; a row of a table only holds them."""
RELEASE = re.compile(
    r"[ \t]*(?:(?:PRESS|MEDIA|NEWS) (?:RELEASE|STATEMENT)|(?:Press|Media|News) (?:[Rr]elease|[Ss]tatement)):?[ \t\r]*"
)
"""The label that a story of a press office begins with."""


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
                or (BULLET.match(line.text) and not (run and _goes_on(run[-1].text, line.text)))
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
            yield _furniture(raw, piece[0])
            continue
        for section in sections(piece):
            if len(section) == 1:
                listed = is_listed(section[0].text.rstrip())
                yield _furniture(raw, section[0]) if listed else _paragraph(raw, section, known, in_calendar=False)
            elif box := woven(section) or facts(section) or inserted(section):
                yield from _unwoven(raw, section, box, known)
            elif section:
                yield from _blocks_of(raw, section, known)


def _furniture(raw: str, line: Line) -> Block:
    return Block(BlockKind.FURNITURE, line.start, line.after, Flow.of(raw, pieces_of(line, 0, "")))


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
        return _MONTH_LAST.search(before) is not None and BULLET.match(before) is None
    return _UNTIL.match(text) is not None and _FROM.search(before) is not None and BULLET.match(before) is None


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
            yield row if is_capital(row.text) or row.text.endswith(".") else row.of_kind(BlockKind.ROW)
        begun = index + 1


def _blocks_of(raw: str, run: Sequence[Line], known: frozenset[str]) -> Iterator[Block]:
    """The paragraphs of a run of lines, and the entries of a calendar that it ends in."""
    above, hung = entries(run)
    found = list(parts(above)) if above else []
    dated = [bool(DATE_LEAD.match(part[0].text)) for part in found]
    calendar = sum(dated) >= 2
    for place, (part, leads) in enumerate(zip(found, dated, strict=True)):
        block = _paragraph(raw, part, known, in_calendar=leads and calendar)
        titled = block.kind is BlockKind.BULLET and len(part) == 1 and place + 1 < len(found)
        # "3. Rice in the hills" above "OSH – The mayor ..." is no entry of a list
        yield block.of_kind(BlockKind.HEADING) if titled and PLACED.match(found[place + 1][0].text) else block
    for entry in hung:
        yield Block(BlockKind.ROW, entry[0].start, entry[-1].after, Flow.of(raw, cells(entry)))


_UNDERLINE = re.compile(r"[ \t]{0,3}(?:={4,}|-{4,})[ \t\r]*")
"""What marks the line right above it as a heading."""


def _single(raw: str, line: Line) -> Block | None:
    """A line that is a block by itself, whatever stands around it."""
    if found := HEADING.match(line.text):
        flow = Flow.of(raw, pieces_of(line, found.end(), ""))
        return Block(BlockKind.HEADING, line.start, line.after, flow, level=len(found[1]))
    if _PICTURE.fullmatch(line.text) or _RULE.fullmatch(line.text):
        return _furniture(raw, line)
    if line.text.count("|") >= 2 or (line.text.lstrip().startswith("|")):
        return Block(BlockKind.ROW, line.start, line.after, Flow.of(raw, _cells(line)))
    if len(line.text) < 160 and _BOLD_LINE.fullmatch(line.text) and not line.text.rstrip("* _").endswith((".", ";", ",")):
        return Block(BlockKind.HEADING, line.start, line.after, Flow.of(raw, pieces_of(line, 0, "")), level=6)
    return None


def _paragraph(raw: str, run: Sequence[Line], known: frozenset[str], *, in_calendar: bool) -> Block:
    bullet = BULLET.match(run[0].text) or _angle(run)
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
