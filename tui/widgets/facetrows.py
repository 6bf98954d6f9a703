"""How one line of the filter pane looks: parts of a line, made of plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.style import Style

from db import names
from tui.render import clean
from tui.widgets.bins import spread
from tui.widgets.facetlines import FacetLine, Shape
from tui.widgets.strips import Part, fit, sparks

_LOWER = 7
"""Eighths of a line that the highest bar has: what is left keeps it apart from the line above."""
CROSS = " ✕"
"""At the end of the line under the mouse: a click on it excludes."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The styles of the filter pane's parts."""

    heading: Style
    count: Style
    bar: Style
    chosen: Style
    excluded: Style
    dim: Style
    stale: Style
    hit: Style


def spark_cells(width: int) -> int:
    """Cells of a line of `width` that show when a value was; names come first."""
    return next((cells for least, cells in ((44, 12), (36, 8), (27, 5), (24, 4)) if width >= least), 0)


def spark(months: Mapping[int, int] | None, time: tuple[int, int] | None, cells: int) -> str:
    """When something was, in `cells` equal parts of a time (its first and last month); blank while it is not known."""
    return sparks(spread(months, time, cells), _LOWER) if months is not None and time is not None else " " * cells


def facet_parts(
    line: FacetLine, width: int, palette: Palette, when: str, *, pointer: bool, stale: bool, crossed: bool, typed: str
) -> list[Part]:
    """`❯■ Uzbekistan  12 ▁▂▅▂`, or a heading, or a note; `typed` is lit in names; `crossed` puts a cross at the end."""
    if line.shape is Shape.BLANK:
        return []
    pointed: Part = ("❯" if pointer and line.stops else " ", palette.chosen)
    if line.shape is Shape.HEADING:
        sign = ("▸ " if line.closed else "▾ ") if line.foldable else ""
        taken = " ●" if line.chosen else " ✕" if line.excluded else ""
        return [pointed, (sign, palette.dim), (line.label, palette.heading), (taken, palette.chosen)]
    if line.shape is not Shape.VALUE:
        sign = {"fewer": "▴ "}.get(line.label, "▾ ") if line.shape is Shape.MORE else "  "
        return [pointed, (sign + fit(clean(line.label), width - 4), palette.dim)]
    return [pointed, *_value_parts(line, width, palette, when, stale=stale, crossed=crossed, typed=typed)]


def _value_parts(line: FacetLine, width: int, palette: Palette, when: str, *, stale: bool, crossed: bool, typed: str) -> list[Part]:
    box, style = ("✕", palette.excluded) if line.excluded else ("■", palette.chosen) if line.chosen else ("□", Style())
    parts: list[Part] = [("  " if line.inner else "", style)]
    parts.append((box + " ", style if line.chosen or line.excluded else palette.dim))
    count = f" {line.count:,}"
    room = width - 3 - 2 * line.inner - len(count) - (len(when) + 1 if when else 0)
    kind = names.kind(line.value) if line.field == "kind" else None
    if kind is not None:
        info = names.kind_info(kind)
        parts.append((info.glyph + " ", Style(color=info.color)))
        room -= 2
    parts += _name_parts(clean(line.label), room, style, palette.hit, typed)
    parts.append((count, palette.stale if stale else palette.count))
    if crossed:
        end = f" {when}"[: -len(CROSS)] if when else ""
        return [*parts, (end, palette.bar), (CROSS, palette.excluded + Style(strike=False, bold=True))]
    return [*parts, (f" {when}", palette.stale if stale else palette.bar)] if when else parts


def _name_parts(name: str, room: int, style: Style, hit: Style, typed: str) -> list[Part]:
    shown = fit(name, room)
    at = name.casefold().find(typed.casefold()) if typed else -1
    if at < 0:
        return [(shown, style)]
    end = at + len(typed)
    return [(shown[:at], style), (shown[at:end], style + hit), (shown[end:], style)]
