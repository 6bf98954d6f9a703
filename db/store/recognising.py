"""Which source a text is a new reading of: by what stands in both, never by the names of files.

All issues of a newsletter share an imprint and other standing text, which may be longer than their news. So what tells something,
because a milestone or a date stands in it, counts most; what stands in several other sources counts nothing; and issues of two
periods are two sources, unless hardly more than the period is another. Where it is not sure that two texts are one issue, they
are two sources: an issue that stands twice is seen and merged, but one that another has replaced is lost from sight.
"""

from __future__ import annotations

import json
import re
import sqlite3
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from hashlib import blake2b

from db.matching import blocks, shared, squeeze
from db.models import Reading, Source, Span

_EVIDENCE, _DATED, _PLAIN = 10.0, 2.0, 1.0
"""What a sentence weighs that a milestone stands in, that names a date, any other: an imprint has seven sentences, a notice one."""
_SEVERAL = 2
"""Other sources: what stands in so many is standing text; what stands in one other may be told again, and counts half."""
_CANDIDATES = 5
"""Sources with most of the text's rarest sentences, to be compared as whole texts."""
_MORE_THAN_HALF = 0.5
_LEAST = 0.25
"""Of what a source tells, what another text of the same period must have: one that has less is cut out of it, or another part."""
_NEARLY_ALL = 0.9
_GUESSED = "dates in the text"
"""The basis of a period that another story may change."""
GIVEN = "given"
"""The basis of a period that a person gave."""
_DATE = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d|\bM(?:ay|AY)\b|\b(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?"
    r"|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)


class _Periods(Enum):
    """How the periods of two texts stand to each other."""

    SAME = "same"
    OTHER = "other"
    UNSURE = "unsure"
    """One is not known, or only guessed, or a person gave it, who may have put right what the text prints."""


@dataclass(frozen=True)
class Text:
    """A text as it is compared with others."""

    whole: str
    """Squeezed."""
    told: tuple[str, ...]
    """Its squeezed sentences, each once."""
    weights: tuple[float, ...]
    """Theirs."""

    @cached_property
    def marks(self) -> tuple[int, ...]:
        """The number that stands in the store for each of its sentences."""
        return tuple(map(_mark, self.told))


def text_of(reading: Reading) -> Text:
    """What a reading was made from."""
    spans = [span for milestone in reading.milestones if milestone.evidence for span in milestone.evidence.spans]
    return _text(reading.source.text, spans)


def find_source(connection: sqlite3.Connection, source: Source, text: Text) -> int | None:
    """The source that has these bytes, else the one that is most like the text, if it is the same issue."""
    row = connection.execute("select id from source where sha256 = ? order by removed, id", (source.sha256,)).fetchone()
    if row is not None:
        return int(row[0])
    held = _held(connection, text.marks)
    best: tuple[float, int] | None = None
    for source_id in _candidates(connection, text, held):
        alike = _compare(connection, source_id, text, held)
        issue, basis = connection.execute("select issue, issue_basis from source where id = ?", (source_id,)).fetchone()
        mine = source.issue.edtf if source.issue else None
        if alike.are_one(_periods((mine, source.issue_basis), (issue, basis))) and (best is None or alike.degree > best[0]):
            best = alike.degree, source_id
    return best[1] if best else None


@dataclass(frozen=True)
class _Alike:
    """How much of a new text stands in a known one, and of the known one in the new."""

    new: Text
    known: Text
    new_rare: Sequence[float]
    """0 to 1 for each sentence: whether it is of this issue, or of the standing text."""
    known_rare: Sequence[float]
    earlier: Sequence[str]
    """Sentences of the new text that stood in an earlier text of the known one, or stand there still."""

    @cached_property
    def parts(self) -> tuple[float, float]:
        """The shares, by weight and without the standing text."""
        return (
            shared(self.new.told, "\n".join((self.known.whole, *self.earlier)), _product(self.new.weights, self.new_rare)),
            shared(self.known.told, self.new.whole, _product(self.known.weights, self.known_rare)),
        )

    @property
    def degree(self) -> float:
        """The more, the more alike."""
        forth, back = self.parts
        return forth * back

    def are_one(self, periods: _Periods) -> bool:
        """Whether both are the same issue."""
        forth, back = self.parts
        half = min(forth, back) > _MORE_THAN_HALF
        if periods is _Periods.SAME and (half or (forth > _MORE_THAN_HALF and back >= _LEAST and any(self._proven()))):
            return True
        # What an imprint says of the programme's founding may be read as a milestone of every issue.
        if periods is _Periods.UNSURE and half and min(self._proven(), default=0.0) > _MORE_THAN_HALF:
            return True
        return _hardly_other(self.new, self.known) and _hardly_other(self.known, self.new)

    def _proven(self) -> list[float]:
        """The shares of what milestones stand in, without the standing text, of each of both that tells any."""
        pairs = ((self.new, self.known, self.new_rare), (self.known, self.new, self.known_rare))
        return [_proven(one, other, rare) for one, other, rare in pairs if _EVIDENCE in one.weights]


def _hardly_other(one: Text, other: Text) -> bool:
    """Whether nearly all of one text stands in the other, with what milestones stand in; one sentence may always be another."""
    tells = _EVIDENCE in one.weights
    if tells and _proven(one, other) < _NEARLY_ALL:
        return False
    if shared(one.told, other.whole, one.weights) >= _NEARLY_ALL:
        return True
    return tells and sum(sentence not in other.whole for sentence in one.told) <= 1


def _proven(one: Text, other: Text, rare: Sequence[float] = ()) -> float:
    """Which part of what milestones stand in stands in the other text too; 0 where there is nothing of the kind."""
    proves = [float(weight == _EVIDENCE) for weight in one.weights]
    return shared(one.told, other.whole, _product(proves, rare) if rare else proves)


def _periods(one: tuple[str | None, str], other: tuple[str | None, str]) -> _Periods:
    """Of two periods (EDTF) with how they were found."""
    if one[0] is None or other[0] is None:
        return _Periods.UNSURE
    if one[0] == other[0]:
        return _Periods.SAME
    bases = {one[1], other[1]}
    return _Periods.UNSURE if _GUESSED in bases or (GIVEN in bases and len(bases) > 1) else _Periods.OTHER


def _text(text: str, spans: Iterable[Span]) -> Text:
    """`spans` are those that milestones stand in, in any order."""
    begins = sorted(spans)
    reach = [0]
    for _, end in begins:
        reach.append(max(reach[-1], end))
    told: dict[str, float] = {}
    for (start, end), sentence in blocks(text):
        proves = reach[bisect_left(begins, (end, 0))] > start
        weight = _EVIDENCE if proves else _DATED if _DATE.search(text, start, end) else _PLAIN
        told[sentence] = max(weight, told.get(sentence, 0.0))
    whole = squeeze(text)
    return Text(whole, tuple(told) or (whole,), tuple(told.values()) or (_PLAIN,))


def _mark(sentence: str) -> int:
    return int.from_bytes(blake2b(sentence.encode(), digest_size=8).digest(), "big", signed=True)


def _held(connection: sqlite3.Connection, marks: Collection[int]) -> dict[int, int]:
    """How many sources hold each mark; those that none holds are left out."""
    sql = "select mark, count(*) from sentence where mark in (select value from json_each(?)) group by mark"
    return dict(connection.execute(sql, (json.dumps(list(marks)),)))


def _candidates(connection: sqlite3.Connection, text: Text, held: Mapping[int, int]) -> list[int]:
    """The sources that may be the text's, the likeliest first."""
    weights = dict(zip(text.marks, text.weights, strict=True))
    wanted = {mark: weights[mark] / count for mark, count in held.items() if count <= _SEVERAL}
    if not wanted:
        # Of standing text alone nothing can be told, but a copy may stand in several sources already.
        if sum(map(weights.__getitem__, held)) <= _MORE_THAN_HALF * sum(text.weights):
            return []
        wanted = {mark: weights[mark] for mark in held}
    rows = connection.execute(
        "select s.source_id from json_each(?) told cross join sentence s on s.mark = cast(told.key as integer) "
        "group by s.source_id order by sum(told.value) desc, s.source_id limit ?",
        (json.dumps(wanted), _CANDIDATES),
    )
    return [source_id for (source_id,) in rows]


def _compare(connection: sqlite3.Connection, source_id: int, new: Text, held: Mapping[int, int]) -> _Alike:
    (text,) = connection.execute("select text from source where id = ?", (source_id,)).fetchone()
    rows = connection.execute("select spans from milestone where source_id = ? and gone = 0", (source_id,))
    known = _text(text, [(start, end) for (spans,) in rows for start, end in json.loads(spans)])
    sql = "select mark from sentence where source_id = ? and mark in (select value from json_each(?))"
    own = {mark for (mark,) in connection.execute(sql, (source_id, json.dumps(new.marks)))}
    holding = _held(connection, known.marks)
    return _Alike(
        new,
        known,
        [_rare(held.get(mark, 0) - (mark in own)) for mark in new.marks],
        [_rare(holding.get(mark, 1) - 1) for mark in known.marks],
        [sentence for sentence, mark in zip(new.told, new.marks, strict=True) if mark in own],
    )


def _rare(others: int) -> float:
    """What a sentence counts that stands in so many sources beside the one that is looked at."""
    return max(0.0, 1 - others / _SEVERAL)


def _product(one: Sequence[float], other: Sequence[float]) -> list[float]:
    return [left * right for left, right in zip(one, other, strict=True)]
