"""Which torn block goes on in which, and what belongs to which heading then: columns, pictures and page ends cut paragraphs in two.

A block that ends in mid-sentence is open; one that begins in mid-sentence is headless. An open block is joined to the nearest
headless one, across furniture, pictures, boxes and another article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set

from importers.flow import Flow
from importers.layout.boxes import QUOTE, is_figures
from importers.layout.fit import REFUSED, SURE, fit, is_closed
from importers.layout.furniture import DAY
from importers.layout.halves import BEGINNING, HEADLESS, SENTENCE, is_cut, is_headless, is_masthead, is_open, is_torn
from importers.readers.blocks import Block, BlockKind
from importers.readers.hyphens import hyphen_cut
from importers.readers.torn import LABEL

_REACH = 12
"""How many blocks apart two halves of a sentence are looked for."""
_CAPTION = 120
"""Words below a picture are fewer characters."""
_DATELINE = re.compile(rf"\W*(?:[A-Z]{{1,5}}[ \d/.-]{{0,12}})?(?:{DAY.pattern})\W*")
"""A day, perhaps behind the number of a release, begins no second half: "MR 06 28  25 May 2006"."""
_DAY_FIRST = re.compile(r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}(?: \d{4})?,? (?=[a-z])")
"""What may follow a preposition at the end of a column: "on | 28 August, with ..."."""


def continuations(raw: str, standing: Sequence[Block], known: frozenset[str]) -> dict[int, int]:
    """Which block goes on in which: columns first, then neighbours, then the nearest halves that are left.

    `standing` are the blocks of `raw` without furniture, `known` its words.
    """
    boxes = {index for index, block in enumerate(standing) if is_figures(raw, block) or QUOTE.fullmatch(block.text)}
    follows = dict(_woven(standing))
    taken = set(follows.values())
    ends: dict[int, int] = {}
    for index, after in _columns(standing, boxes):
        if index not in follows and after not in taken and _end(follows, ends, after) != index:
            follows[index] = after
            taken.add(after)
    labels = []
    for index in range(len(standing) - 1):
        if index in follows or index in boxes or not _goes_on(standing[index]):
            continue
        if _may_be_label(standing, index):
            labels.append(index)
            continue
        beyond = _behind(standing, index, boxes)
        if beyond is None or beyond in taken or _end(follows, ends, beyond) == index or is_masthead(standing[beyond]):
            continue
        tail = index in taken and beyond == index + 1 and standing[index].end == standing[beyond].start
        if (tail and standing[beyond].kind is BlockKind.PARAGRAPH) or (
            _may_follow(standing[index], standing[beyond], known) and not _waits(standing, index, beyond)
        ):
            # the short line that ends a sentence's first half looked like a title of what stands right below it
            follows[index] = beyond
            taken.add(beyond)
    halves = [
        index
        for index, block in enumerate(standing)
        if index not in follows and index not in boxes and is_open(block) and is_torn(block)
    ]
    heads = [index for index, block in enumerate(standing) if index not in taken and _begins_torn(standing, index, boxes)]
    for _, _, _, index, head in sorted(_near(standing, halves, heads, known)):
        if index in follows or head in taken or _end(follows, ends, head) == index:
            continue
        if not (is_headless(standing[head]) or _leads_to_day(standing[index])):
            continue
        if fit(standing[index].text, standing[head].text, known) > REFUSED:
            follows[index] = head
            taken.add(head)
    for index in halves:
        if index in follows or not is_cut(standing[index].text):
            continue
        if (relayed := _relayed(standing, follows, taken, index, known)) is not None:
            second, rest = relayed
            follows[index], follows[second] = follows[second], rest
            taken.add(rest)
    _exchange(standing, follows, known)
    ends = {}
    for index in labels:
        if index + 1 not in taken and _end(follows, ends, index + 1) != index:
            follows[index] = index + 1
            taken.add(index + 1)
    for orphan in heads:
        if orphan in taken or orphan in follows or not orphan or standing[orphan - 1].kind is not BlockKind.HEADING:
            continue
        if is_open(standing[orphan]) and (seam := _next_seam(standing, follows, orphan)) is not None:
            follows[orphan], follows[seam] = follows[seam], orphan
    return follows


def _woven(standing: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The blocks between which lines of a box stand."""
    places = (
        {block.start: index for index, block in enumerate(standing)} if any(block.onto is not None for block in standing) else {}
    )
    for index, block in enumerate(standing):
        if block.onto in places:
            yield places[block.onto], index


def _exchange(standing: Sequence[Block], follows: dict[int, int], known: frozenset[str]) -> None:
    """Give two blocks that end open each the other's second half, where the halves fit better so.

    Where nothing tells, and a heading stands between the two, they are columns of two stories that go on in their order.
    """
    joined = sorted(index for index, head in follows.items() if head > index and is_headless(standing[head]))
    for place, first in enumerate(joined):
        for second in joined[place + 1 : place + 1 + _REACH]:
            one, other = follows[first], follows[second]
            if second >= one:
                break
            if max(one, other) - first > _REACH or not (_ends_before(follows, one, second) and _ends_before(follows, other, first)):
                continue
            texts = standing[first].text, standing[second].text
            now, then = (
                fit(texts[0], standing[left].text, known) + fit(texts[1], standing[right].text, known)
                for left, right in ((one, other), (other, one))
            )
            crossed = one > other and any(standing[index].kind is BlockKind.HEADING for index in range(first + 1, second))
            if then > now or (then == now and crossed):
                follows[first], follows[second] = other, one


def _relayed(
    standing: Sequence[Block], follows: dict[int, int], taken: Set[int], first: int, known: frozenset[str]
) -> tuple[int, int] | None:
    """A later block whose second half goes on from the one at `first`, as it has another further on, and that one.

    They are columns of two stories, with the heading of the second between: each goes on in its turn.
    """
    headed = False
    for second in range(first + 1, min(len(standing), first + _REACH)):
        headed = headed or standing[second].kind is BlockKind.HEADING
        one = follows.get(second, 0)
        if not headed or not second < one <= first + _REACH or not is_headless(standing[one]):
            continue
        if not _ends_before(follows, one, first):
            continue
        texts = standing[first].text, standing[second].text
        now, then = fit(texts[1], standing[one].text, known), fit(texts[0], standing[one].text, known)
        if then <= REFUSED:
            continue
        for rest in range(one + 1, min(len(standing), one + _REACH)):
            if standing[rest].kind is BlockKind.HEADING:
                break
            if (
                rest in taken
                or not _ends_before(follows, rest, second)
                or not (is_headless(standing[rest]) or _may_begin_column(standing[second], standing[rest]))
            ):
                continue
            other = fit(texts[1], standing[rest].text, known)
            if other > REFUSED and then + other >= now:
                return second, rest
    return None


def _may_begin_column(block: Block, after: Block) -> bool:
    """Whether a block that surely breaks off may go on in one that begins with a name or a figure."""
    return is_cut(block.text) and after.kind is BlockKind.PARAGRAPH and BEGINNING.match(after.text) is None


def _ends_before(follows: dict[int, int], start: int, other: int) -> bool:
    """Whether the chain that begins at `start` is known to its end, and the block `other` is none of it."""
    for _ in range(_REACH):
        if start == other:
            return False
        if start not in follows:
            return True
        start = follows[start]
    return False


def _columns(standing: Sequence[Block], boxes: set[int]) -> Iterator[tuple[int, int]]:
    """Where a column was set above the one before it: its first block is headless right below a heading.

    The column before it is the next that ends open. What the upper one leaves open goes on behind that.
    """
    for first in range(1, len(standing)):
        if standing[first - 1].kind is not BlockKind.HEADING or not is_headless(standing[first]):
            continue
        last = first
        while last + 1 < len(standing) and standing[last + 1].start == standing[last].end:
            # no blank line stands inside a column
            last += 1
        section = range(last + 1, min(len(standing), first + _REACH))
        until = next((index for index in section if standing[index].kind is BlockKind.HEADING), section.stop)
        above = next((index for index in range(last + 1, until) if index not in boxes and _is_left_open(standing[index])), None)
        if above is None:
            continue
        yield above, first
        rest = next((index for index in range(above + 1, until) if is_headless(standing[index])), None)
        if rest is not None and _is_left_open(standing[last]):
            yield last, rest


def _is_left_open(block: Block) -> bool:
    return is_open(block) and is_torn(block)


def _may_be_label(standing: Sequence[Block], index: int) -> bool:
    """Whether a short line right above a headless block may be the name of a section: it goes on there if nothing else does."""
    block, after = standing[index], standing[index + 1]
    if block.kind is not BlockKind.PARAGRAPH or not is_headless(after):
        return False
    return LABEL.fullmatch(block.text) is not None if block.end == after.start else not is_torn(block)


def _behind(standing: Sequence[Block], index: int, boxes: set[int]) -> int | None:
    """The block behind one, beyond boxes and the words below a picture; None beyond a heading."""
    after = index + 1
    while after < len(standing) and (after in boxes or (is_torn(standing[index]) and _is_caption(standing, after))):
        after += 1
    return after if after < len(standing) and standing[after].kind is not BlockKind.HEADING else None


def _near(
    standing: Sequence[Block], halves: Sequence[int], heads: Sequence[int], known: frozenset[str]
) -> list[tuple[bool, bool, int, int, int]]:
    """The open and the headless blocks near each other, both, behind what tells how near they are.

    That is whether they do not make up one word, whether the headless one stands first, how far apart they stand.
    """
    return [
        (
            not (standing[index].text.endswith("-") and fit(standing[index].text, standing[head].text, known) == SURE),
            head < index,
            abs(head - index),
            index,
            head,
        )
        for index in halves
        for head in heads[bisect_left(heads, index - _REACH) : bisect_right(heads, index + _REACH)]
        if head != index
    ]


def reading_order(standing: Sequence[Block], follows: dict[int, int]) -> list[int]:
    """The blocks that begin a passage, as they are read: each below its own heading.

    A text goes on behind a box, or another article, that stands in the middle of its sentence; a column that was set above the
    one before it, right below their heading, draws that one there.
    """
    before = {after: index for index, after in follows.items()}
    section, sections, of = 0, 1, [0] * len(standing)
    for index, block in enumerate(standing):
        if block.kind is BlockKind.HEADING:
            section, sections = sections, sections + 1
        elif index in before and before[index] < index:
            if block.onto is not None and index + 1 < len(standing) and standing[index + 1].kind is BlockKind.ROW:
                # the next line of the box that stands between the lines
                of[index] = of[before[index]]
                continue
            section = of[before[index]]
        elif 0 < (rest := follows.get(index, index)) < index and standing[rest - 1].kind is BlockKind.HEADING:
            section = of[rest]
        of[index] = section
    return sorted((index for index in range(len(standing)) if index not in before), key=of.__getitem__)


def weld(raw: str, pieces: list[tuple[str, int, int]], second: Flow, known: frozenset[str]) -> None:
    """Put the second half of a paragraph behind the pieces of the first; a word broken at the seam is mended."""
    rest = second.pieces()
    glue, start, _ = pieces[-1]
    cut = hyphen_cut(raw, pieces[-1], second.text[:40], known)
    if cut is not None:
        pieces[-1] = (glue, start, cut)
    pieces.append((" " if cut is None else "", rest[0][1], rest[0][2]))
    pieces.extend(rest[1:])


def _goes_on(block: Block) -> bool:
    """Whether a block may go on in the next: it is open, or ends in a part of a sentence."""
    return is_open(block) or (block.kind is BlockKind.PARAGRAPH and block.text.endswith(";"))


def _begins_torn(standing: Sequence[Block], index: int, boxes: set[int]) -> bool:
    block = standing[index]
    if is_headless(block):
        return True
    return block.kind is BlockKind.PARAGRAPH and index not in boxes and _DAY_FIRST.match(block.text) is not None


def _leads_to_day(block: Block) -> bool:
    return block.text[block.text.rfind(" ") + 1 :] in _LEADING


_LEADING = frozenset(("on", "from", "until", "of", "between", "to", "and", "for"))


def _is_caption(standing: Sequence[Block], index: int) -> bool:
    """Whether a short block without a stop stands in the middle of a sentence: words below a picture."""
    block = standing[index]
    if len(block.text) > _CAPTION or HEADLESS.match(block.text) or is_closed(block.text) or is_cut(block.text):
        return False
    return index + 1 < len(standing) and is_headless(standing[index + 1])


def _waits(standing: Sequence[Block], index: int, after: int) -> bool:
    """Whether the other half of an open block stands a little further on, behind the whole block of another story after it."""
    if HEADLESS.match(standing[after].text) or standing[index].text.endswith(",") or not is_closed(standing[after].text):
        return False
    return any(
        is_headless(standing[place]) and not is_open(standing[place - 1])
        for place in range(after + 1, min(len(standing), after + 3))
    )


def _next_seam(standing: Sequence[Block], follows: dict[int, int], start: int) -> int | None:
    """The next joined block of the same article: a column that was set above its text belongs in the seam."""
    for index in range(start + 1, min(len(standing), start + _REACH)):
        if standing[index].kind is BlockKind.HEADING:
            return None
        if index in follows and follows[index] > index:
            return index
    return None


def _end(follows: dict[int, int], ends: dict[int, int], start: int) -> int:
    """The last block of the chain that begins at `start`; `ends` remembers how far chains were walked."""
    passed = []
    while (beyond := ends.get(start, follows.get(start))) is not None:
        passed.append(start)
        start = beyond
    ends.update(dict.fromkeys(passed, start))
    return start


def _may_follow(block: Block, after: Block, known: frozenset[str]) -> bool:
    """Whether the block behind an open one is its other half."""
    if after.kind is not BlockKind.PARAGRAPH:
        return False
    if HEADLESS.match(after.text):
        return (block.kind is BlockKind.PARAGRAPH or is_torn(block)) and fit(block.text, after.text, known) > REFUSED
    if block.text.endswith(";") or _DATELINE.fullmatch(after.text) or SENTENCE.match(after.text):
        return False
    if block.text.endswith("-"):
        # a word broken before a capital is an acronym known from elsewhere, or its other half stands elsewhere
        halves = re.search(r"(\w+)-$", block.text), re.match(r"\w+", after.text)
        return bool(halves[0] and halves[1]) and (halves[0][1] + halves[1][0]).lower() in known  # type: ignore[index]
    # a name or a figure may begin the next column; without a sign that the sentence goes on, it does not
    return is_torn(block)
