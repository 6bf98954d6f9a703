"""One milestone as lines, as `milepost show` and the review print it: all that is known of it, or what a screen has room for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from tui.render import clean

if TYPE_CHECKING:
    from db.models import Milestone, Reason
    from db.queries.details import Detail

_LABEL = 13
"""Cells of a line before a field's value."""
_QUOTE = 96
"""Cells of a quote's line at most, as they are read best."""
_RULE = 42
"""Cells before the words that a rule went by, and those that they need to stand beside it."""
_LEAST = 20
_ALL = 1000


@dataclass(frozen=True, slots=True)
class _Room:
    """What there is room for, in lines."""

    proof: int = _ALL
    """Of each sentence that proves a donor or an amount."""
    reasons: int = _ALL
    """None at all without one."""
    doubts: bool = True
    """Whether the rules behind the doubts are told too, which the facts have in words."""
    quote: int = _ALL
    airy: bool = True
    """Whether an empty line stands before the quote and the reasons."""


def whole(found: Detail, *, why: bool, width: int | None) -> list[str]:
    """All of it; lines break between words before `width` cells, or not where it is None."""
    return _lines(found, _Room() if why else _Room(reasons=0), width, edtf=why)


def fitted(found: Detail, width: int, height: int) -> list[str]:
    """What a person needs to judge it, on at most `height` lines: what says the least is shortened first, the quote last.

    More lines only where not even that helps.
    """
    lines: list[str] = []
    for room in _tighter(len(found.milestone.reasons)):
        lines = _lines(found, room, width, edtf=False)
        if len(lines) <= height:
            break
    return lines


def _tighter(reasons: int) -> Iterator[_Room]:
    yield _Room()
    yield _Room(doubts=False)
    yield _Room(doubts=False, proof=2)
    yield _Room(doubts=False, proof=1)
    yield from (_Room(1, left, doubts=False, airy=False) for left in range(reasons, -1, -1))
    yield from (_Room(1, 0, doubts=False, quote=left, airy=False) for left in (6, 4, 3, 2))


def _lines(found: Detail, room: _Room, width: int | None, *, edtf: bool) -> list[str]:
    milestone = found.milestone
    lines = [click.style(line, bold=True) for line in _folded(clean(milestone.title), width, 0)]
    for name, value in _fields(milestone, edtf=edtf):
        if value:
            lines += _labelled(name, value, width)
        for quote in _proofs(milestone, name):
            lines += _quoted(quote, width, _LABEL, room.proof)
    if found.source is not None:
        from db.wording import source_name

        lines += _labelled("source", source_name(found.source.title, found.source.file), width)
        lines += _labelled("article", found.heading or "(no heading)", width)
    lines += _labelled("id", found.uid, width)
    gap = [""] * room.airy
    if milestone.evidence is not None:
        lines += [*gap, *_quoted(milestone.evidence.quote, width, 2, room.quote)]
    if room.reasons:
        some = [reason for reason in milestone.reasons if room.doubts or reason.field != "doubt"]
        told = [line for reason in some[: room.reasons] for line in _reason(reason, width)]
        lines += [*gap, "Why", *told]
    return lines


def _labelled(name: str, value: str, width: int | None) -> list[str]:
    first, *more = _folded(clean(value), width, _LABEL)
    return [f"{name:<{_LABEL}}{first}", *(f"{'':{_LABEL}}{line}" for line in more)]


def _folded(text: str, width: int | None, indent: int) -> list[str]:
    if width is None or not text:
        return [text]
    return textwrap.wrap(text, max(_LEAST, width - indent), break_on_hyphens=False)


def _quoted(quote: str, width: int | None, indent: int, most: int) -> list[str]:
    """A quote, its lines ending before a good reading width; what is more than `most` lines is left out, and a sign says so."""
    left, best = " " * indent, _QUOTE + indent // 2
    return textwrap.wrap(
        f"“{clean(quote)}”",
        max(indent + _LEAST, min(best, width or best)),
        initial_indent=left,
        subsequent_indent=f"{left} ",
        max_lines=most,
        placeholder=" …”",
    )


def _reason(reason: Reason, width: int | None) -> list[str]:
    """The rule behind a field, and beside or below it the words that it went by."""
    rule = f"  {reason.field:<10} {reason.rule}"
    said = f"“{clean(reason.text)}”" if reason.text else ""
    if width is None:
        return [f"{rule:<{_RULE - 1}} {said}".rstrip()]
    across = _RULE if width - _RULE >= _LEAST else _LABEL
    first, *more = [part for part in _folded(said, width, across) if part] or [""]
    if across == _RULE and len(rule) < _RULE:
        return [f"{rule:<{_RULE}}{first}".rstrip(), *(f"{'':{_RULE}}{line}" for line in more)]
    return [rule, *(f"{'':{across}}{line}" for line in (first, *more) if line)]


def _proofs(milestone: Milestone, field: str) -> list[str]:
    """The words that prove the donors, or the amounts, which the quote does not name; those of both stand with the donors."""
    told = {sort: [one.evidence.quote for one in milestone.citations if one.of.startswith(sort)] for sort in ("donor", "amount")}
    wanted = {"donors": told["donor"], "amounts": [quote for quote in told["amount"] if quote not in told["donor"]]}
    return list(dict.fromkeys(wanted.get(field, ())))


def _fields(milestone: Milestone, *, edtf: bool) -> Iterator[tuple[str, str]]:
    from db.names import country_name, donor_ref
    from db.wording import basis_words, by_role, doubts, restated_words, series_words

    machines = f"; EDTF {milestone.when.edtf}" if edtf else ""
    yield "date", f"{milestone.when.show_long()} ({basis_words(milestone.basis, milestone.date_text)}{machines})"
    yield "kind", f"{milestone.kind}{', planned' if milestone.planned else ''}, {milestone.level}"
    yield "place", milestone.place
    roles = by_role((country_name(country.code), country.role) for country in milestone.countries)
    yield "countries", "; ".join(f"{', '.join(told)} ({word})" for _, word, told in roles)
    refs = [(str(donor), donor_ref(donor)) for donor in milestone.donors]
    yield "donors", ", ".join(f"{name} [{ref}]" if ref else name for name, ref in refs)
    same = restated_words(milestone)
    yield "amounts", "; ".join(f"{money} ({same[money]})" if money in same else str(money) for money in milestone.amounts)
    yield "partners", ", ".join(milestone.partners)
    yield "series", series_words(milestone.series) if milestone.series is not None else ""
    yield "status", f"{milestone.status}, confidence {milestone.confidence:.2f}"
    yield "doubtful", doubts(milestone)
    yield "note", milestone.note
