"""How the chart's lines look: the axis, the ruler of loaded issues, the rows of lanes. Plain values in, parts of lines out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style

from db import names
from db.queries.lanes import Item, Lane
from db.when import When
from tui.chart.lanelayout import Stop
from tui.chart.plan import Place, Plan
from tui.chart.timescale import Tick, Window
from tui.commands import key
from tui.render import clean
from tui.signs import CAME, EARLIER, GOES_ON, HOLLOW, KNOWN, LATER, MARKED, PLANNED, POINTER, TODAY, VAGUE
from tui.widgets.canvas import CellLine
from tui.widgets.strips import LEVELS, Part, fit

_PLAIN = Style(dim=False)
_TITLE_LEAST = 10
"""Free columns from which a title is worth its place."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The styles of the chart's parts."""

    upper: Style
    lower: Style
    grid: Style
    issue: Style
    rest: Style
    today: Style
    label: Style
    count: Style
    title: Style
    stack: Style
    shade: Style
    mark: Style
    here: Style


def label_parts(label: str, count: str, width: int, style: Style, inks: Inks) -> list[Part]:
    """What stands left of the window: a name and a count, in `width` cells, the last of them blank."""
    return [(fit(label, width - cell_len(count) - 1), style), (count + " ", inks.count)]


def axis_parts(window: Window, inks: Inks, level: int) -> list[Part]:
    """The larger (0) or the smaller (1) labels; a larger one that began before the window stands at its left edge."""
    scale = window.scale
    ticks = scale.lower(window.first, window.width) if level else scale.upper(window.first, window.width)
    line = CellLine(window.width)
    for tick, following in zip(ticks, [*ticks[1:], Tick(window.first + window.width + 1, "")], strict=True):
        column, room = max(tick.cell - window.first, 0), following.cell - window.first
        if tick.cell >= window.first or not level:
            label = next((label for label in (tick.label, tick.short) if column + cell_len(label) < room), "")
            line.put(column, label, inks.lower if level else inks.upper)
    return line.parts()


def ruler_parts(window: Window, issues: Sequence[tuple[int, int]], today: int, inks: Inks) -> list[Part]:
    """Where newsletter issues are loaded, and where none is; today."""
    line = CellLine(window.width)
    line.put(0, HOLLOW * window.width, inks.rest)
    for first, last in issues:
        left, right = window.column(first), window.scale.last_cell(last) - window.first
        line.put(max(left, 0), KNOWN * (min(right, window.width - 1) - max(left, 0) + 1), inks.issue)
    line.put(window.column(today), TODAY, inks.today)
    return line.parts()


def lane_parts(
    lane: Lane, row: int, plan: Plan, inks: Inks, today: int, marks: frozenset[str], here: Stop | None, no_color: bool
) -> list[Part]:
    """One row of a lane: its name in the first; bars, signs over them, and titles where there is room. `here` is the cursor's."""
    laid, window = plan.laid[lane.value], plan.window
    parts: list[Part] = [(" " * (plan.left - 1), inks.label)]
    if row == 0:
        label = f"{POINTER if here is not None else ' '} {fit(clean(lane.label), plan.label_width)}"
        style = inks.label if laid.stops else inks.count
        parts = label_parts(label, f"{lane.count:,}".rjust(plan.count_width), plan.left - 1, style, inks)
    parts.append((EARLIER if laid.earlier and row == 0 else " ", inks.count))
    line = CellLine(window.width)
    for tick in window.scale.upper(window.first, window.width):
        line.put(tick.cell - window.first, "│", inks.grid)
    line.put(window.column(today), "│", inks.today)
    stops = [stop for stop in laid.stops if stop.row == row]
    used = {cell for stop in stops for cell in range(stop.left, stop.right + 1)}
    for stop in sorted(stops, key=lambda stop: stop.left - stop.right):
        _bar(line, stop)
    for stop in stops:
        _sign(line, stop, used, inks, plan.most, marked=any(item.uid in marks for item in stop.items))
    for stop in stops:
        if stop.count == 1:
            _title(line, stop, used, inks)
    if here is not None and here.row == row:
        line.tint(here.left, here.right, Style(underline=here.left < here.right) if no_color else inks.here)
        line.tint(here.cell, here.cell, Style(reverse=True) if no_color else Style(bold=True))
    return [*parts, *line.parts(), (LATER if laid.later and row == 0 else " ", inks.count)]


def _bar(line: CellLine, stop: Stop) -> None:
    if stop.left == stop.right and not (stop.earlier or stop.later):
        return
    item = stop.items[0]
    char = HOLLOW if item.planned else VAGUE if item.vague else KNOWN
    style = _tint(stop.items) + Style(dim=item.vague)
    line.put(stop.left, char * (stop.right - stop.left + 1), style)
    if stop.later:
        line.put(stop.right, GOES_ON, style)
    if stop.earlier:
        line.put(stop.left, CAME, style)


def _sign(line: CellLine, stop: Stop, used: set[int], inks: Inks, most: int, *, marked: bool) -> None:
    """The kind's glyph; of several, their number where nothing stands beside it, else a shade."""
    item, count = stop.items[0], stop.count
    if count == 1 and item.kind is not None:
        sign = MARKED if marked else PLANNED if item.planned else names.kind_info(item.kind).glyph
        line.put(stop.cell, sign, inks.mark if marked else _tint(stop.items) + Style(bold=True, dim=False))
        return
    number = f"{count:,}"
    around = {stop.cell - 1, *range(stop.cell + 1, stop.cell + len(number) + 1)}
    style = (inks.mark if marked else inks.stack) + Style(dim=False)
    if not around & used and stop.cell + len(number) <= line.width:
        line.put(stop.cell, number, style)
    else:
        line.put(stop.cell, shade(count, most), inks.mark if marked else inks.shade)


def _title(line: CellLine, stop: Stop, used: set[int], inks: Inks) -> None:
    """A title after the sign within a long bar, else in the free columns after the bar."""
    title = clean(stop.items[0].title)
    inside = stop.right - stop.cell - 3
    if title and inside >= _TITLE_LEAST:
        line.put(stop.cell + 1, f" {fit(title, inside).rstrip()} "[: inside + 1], inks.title + _PLAIN)
        return
    after = next((column for column in range(stop.right + 1, line.width) if column in used), line.width + 1)
    room = after - stop.right - 3
    if title and room >= _TITLE_LEAST:
        line.put(stop.right + 1, f" {fit(title, room).rstrip()} "[: after - stop.right - 1], inks.title)


def shade(count: int, most: int) -> str:
    """How full a place is, beside the fullest in view: a low bar or a high one."""
    return LEVELS[min(len(LEVELS) - 1, count * len(LEVELS) // max(count, most, len(LEVELS)))]


def _tint(items: Sequence[Item]) -> Style:
    """The colour of a kind, where all are of one."""
    kinds = {item.kind for item in items}
    kind = items[0].kind
    return Style(color=names.kind_info(kind).color) if len(kinds) == 1 and kind is not None else Style()


def about_parts(here: Place | None, about: tuple[str, str] | None, width: int, inks: Inks) -> list[Part]:
    """The line about the cursor: a date (given as EDTF) and a title, or how many stand together and what `enter` does there."""
    if here is not None and here.stop.count > 1:
        glyphs = "".join(names.kind_info(item.kind).glyph for item in here.stop.items if item.kind is not None and item.count == 1)
        return [
            (f"  {here.stop.count:,} together ", inks.upper),
            (glyphs, inks.stack),
            (f"  {key('article')} looks nearer", inks.lower),
        ]
    if about is None:
        return []
    when, title = When(about[0]).show(), about[1]
    return [(f"  {when}  ", inks.upper), (fit(clean(title), width - cell_len(when) - 5), inks.label)]
