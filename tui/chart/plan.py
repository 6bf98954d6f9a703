"""What the chart shows and where: its window of time, its lanes with what stands in them, and where the cursor can go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from db.queries.lanes import Item, Lane, month_of
from db.queries.listing import Row
from db.when import When
from tui.chart.data import Charted, Portion, Wish
from tui.chart.lanelayout import LaneRows, Stop, place, rows_for
from tui.chart.timescale import SCALES, Scale, Window, around, holding, month_start, scale_for
from tui.views.timeline import Lanes, TimelineView, Unit, nearer

ROWS = 12
"""The most rows of a lane."""
NATURAL = 0.9
"""The share of all that is shown that the window has where nobody has chosen one."""
_FEW = 60
"""Up to so many lanes are asked for all at once."""
_DENSE = 20_000
"""Where more begin in what is looked at by quarters of a month, months have to do: that many could not be told apart."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the cursor can stand: in which lane, on what."""

    lane: str
    stop: Stop


@dataclass(frozen=True, slots=True)
class Plan:
    """One picture of the chart."""

    window: Window
    lanes: tuple[Lane, ...]
    """Those in view."""
    laid: dict[str, LaneRows]
    label_width: int
    count_width: int
    lines: tuple[tuple[Lane, int], ...] = field(init=False)
    """What the lines below the axis show: a lane and its row."""
    most: int = field(init=False)
    """How many milestones the fullest place has."""

    def __post_init__(self) -> None:
        lines = tuple((lane, row) for lane in self.lanes for row in range(self.laid[lane.value].rows))
        object.__setattr__(self, "lines", lines)
        object.__setattr__(self, "most", max((stop.count for laid in self.laid.values() for stop in laid.stops), default=1))

    @property
    def left(self) -> int:
        """Cells before the window: the pointer, the lane's name, its count, the sign for what lies earlier, blanks between them."""
        return self.label_width + self.count_width + 5

    def row(self, line: int) -> list[Place]:
        """What stands in a line, from left to right."""
        lane, row = self.lines[line]
        return [Place(lane.value, stop) for stop in self.laid[lane.value].stops if stop.row == row]

    def line_of(self, place: Place) -> int:
        """The line that a place stands in."""
        return next(nr for nr, (lane, row) in enumerate(self.lines) if (lane.value, row) == (place.lane, place.stop.row))

    def find(self, known: Callable[[Lane, Stop], bool], lane: str) -> Place | None:
        """The first place that is wanted, in `lane` if it has one."""
        for one in sorted(self.lanes, key=lambda one: one.value != lane):
            for stop in self.laid[one.value].stops:
                if known(one, stop):
                    return Place(one.value, stop)
        return None

    def below(self, place: Place, step: int) -> Place | None:
        """What is nearest in time in the next line (above, if negative) that has anything."""
        here = self.line_of(place)
        lines = range(here + 1, len(self.lines)) if step > 0 else range(here - 1, -1, -1)
        row = next((row for row in map(self.row, lines) if row), [])
        return min(row, key=lambda other: abs(other.stop.cell - place.stop.cell), default=None)

    def beside(self, place: Place, step: int) -> Place | None:
        """The next in its lane, by time; the one before, if negative."""
        stops = self.laid[place.lane].stops
        number = stops.index(place.stop) + step
        return Place(place.lane, stops[number]) if 0 <= number < len(stops) else None

    def near(self, line: int, column: int) -> Place | None:
        """What stands in or nearest to a column of a line."""
        row = self.row(line)
        return min(row, key=lambda place: max(place.stop.left - column, column - place.stop.right, 0), default=None)

    def first(self) -> Place | None:
        """The latest of the first lane that has anything."""
        return next(
            (Place(lane.value, self.laid[lane.value].stops[-1]) for lane in self.lanes if self.laid[lane.value].stops), None
        )


def window_of(data: Charted, view: TimelineView, width: int, today: int) -> Window:
    """The part of time that a view shows."""
    natural = holding(data.months, width, NATURAL) or around(Scale(Unit.QUARTER), today, width)
    if view.at is None and view.unit is None:
        return natural
    scale = Scale(view.unit) if view.unit else natural.scale
    if view.at is None:
        return around(scale, natural.scale.first_day(natural.middle), width)
    return around(scale_for(view.days, width) if view.days else scale, view.at.toordinal(), width)


def goes_beyond(window: Window, wanted: Window, data: Charted, today: int) -> bool:
    """Whether more time is wanted to be shown than a window that has all there is, and today."""
    if not data.months or wanted.span <= window.span:
        return False
    first, last = month_start(min(data.months)), month_start(max(data.months) + 1) - 1
    return window.holds(min(first, today), max(last, today))


def zoomed(window: Window, steps: int, here: Place | None, known: Row | None) -> Window:
    """Nearer, or farther where negative: around what the cursor is on, where that is in view, else around the middle.

    `known` is the milestone under the cursor: what is added up with others says less of when it was.
    """
    day, item = window.scale.first_day(window.middle), here.stop.items[0] if here is not None else None
    if item is not None:
        first, last = When(known.date).days if known is not None else (item.first, item.last)
        if window.shows(first, last):
            first, last = max(first, window.days[0]), min(last, window.days[1])
            day = (first + last) // 2 if item.vague else first
    return window.zoomed(stepped(window.scale, steps), window.column(day), day)


def stepped(scale: Scale, steps: int) -> Scale:
    """Nearer by so many units, farther where negative: from between two units the first step is to the one or the other."""
    return Scale(nearer(scale.unit, steps + (scale.step > 1) if steps < 0 else steps))


def filling(first: int, last: int, window: Window) -> tuple[int, int]:
    """The day in the middle, and how many days are to be seen, so that these fill a window of that width.

    No fewer than weeks have room for, unless days are looked at already.
    """
    width, middle = window.width, (first + last) // 2
    nearest = max(Scale(Unit.WEEK), window.scale, key=SCALES.index)
    days = max(last - first + 1, room(nearest, width))
    while True:
        scale = scale_for(days, width)
        # months differ in length, and the cell in the middle may begin in the days beside it
        for at in (middle, middle + 1, middle - 1, middle + 2, middle - 2):
            if scale == SCALES[0] or around(scale, at, width).holds(first, last):
                return at, days
        days += 1


def room(scale: Scale, width: int) -> int:
    """How many days a window of this width has at least."""
    return max(1, int(width / scale.in_a_day))


def wish_for(window: Window, data: Charted, top: int, height: int, *, ahead: bool) -> Wish:
    """What must be known to draw the window; `ahead`, with what is a step away."""
    few = len(data.lanes) <= _FEW
    low, high = (0, len(data.lanes)) if few else (max(0, top - height * ahead), top + height * (1 + ahead))
    lanes = tuple(lane.value for lane in data.lanes[low:high])
    first, last = map(month_of, window.days)
    dense = sum(count for month, count in data.months.items() if first <= month <= last) > _DENSE
    if window.scale.is_coarse or (window.scale.unit in {Unit.QUARTER, Unit.MONTH} and dense):
        return Wish(lanes)
    more = window.width // 2 * ahead
    wide = Window(window.scale, window.first - more, window.width + 2 * more)
    return Wish(lanes, wide.days, fine=True)


def plan(parts: Iterable[Portion], window: Window, lanes: tuple[Lane, ...], height: int, widths: tuple[int, int]) -> Plan:
    """Lay out lanes in `height` lines; `widths` are the cells of a label and of a count."""
    items: dict[str, tuple[Item, ...]] = {}
    for one in parts:
        items |= one.items

    placed = {one.value: place(items.get(one.value, ()), window) for one in lanes}
    given = rows_for([one.rows(ROWS) for one in placed.values()], height)
    laid = {value: one.in_rows(most) for (value, one), most in zip(placed.items(), given, strict=True)}
    return Plan(window, lanes, laid, *widths)


def beyond(parts: Iterable[Portion], lane: str, window: Window, step: int) -> Item | None:
    """What comes next in a lane after the window (before it, if negative); None where nothing does."""
    begin, end = window.days
    items = (item for part in parts for item in part.items.get(lane, ()))
    if step > 0:
        return min((item for item in items if item.first > end), key=lambda item: item.first, default=None)
    return max((item for item in items if item.last < begin), key=lambda item: item.last, default=None)


def is_kept(lanes: Sequence[Lane], height: int) -> bool:
    """Whether the last lane, of what has no value, stays in view whatever others are: most of what is shown may stand there."""
    return 2 < height < len(lanes) <= _FEW and not lanes[-1].value


def in_view(lanes: Sequence[Lane], top: int, height: int) -> tuple[Lane, ...]:
    """So many lanes, from the one at `top` on."""
    kept = is_kept(lanes, height)
    return (*lanes[top : top + height - kept], *(lanes[-1:] if kept else ()))


def label_widths(data: Charted, width: int) -> tuple[int, int]:
    """Cells of the widest label, or of what may be given to it of `width`, and of the widest count."""
    label, count = data.widest
    return min(label, max(8, width * 3 // 10)), count


def same_days(stop: Stop, scale: Scale) -> bool:
    """Whether looking nearer would not part what stands together."""
    return scale.unit is Unit.DAY or (
        len({(item.first, item.last) for item in stop.items}) == 1 and all(item.count == 1 for item in stop.items)
    )


def may_hold(row: Row, lanes: Lanes) -> Callable[[Lane, Stop], bool]:
    """Whether a milestone of the list may be among those that are added up in a place, as far as its row tells."""
    first, last = When(row.date).days

    def known(lane: Lane, stop: Stop) -> bool:
        inside = any(item.count > 1 and item.first <= first and last <= item.last for item in stop.items)
        return inside and _has(row, lanes, lane)

    return known


def top_for(row: Row, kind: Lanes, lanes: Sequence[Lane], top: int, height: int) -> int:
    """The lane to begin with so that one is in view that has a milestone of the list; `top` where one is, or none has it."""
    having = [number for number, lane in enumerate(lanes) if _has(row, kind, lane)]
    shown = in_view(lanes, top, height)
    if not having or any(lanes[number] in shown for number in having):
        return top
    return having[0] if having[0] < top else having[0] - height + 1 + is_kept(lanes, height)


def _has(row: Row, lanes: Lanes, lane: Lane) -> bool:
    match lanes:
        case Lanes.COUNTRY:
            return lane.value in row.countries.split(", ")
        case Lanes.DONOR:
            return lane.value in {donor.partition("/")[0] for donor in row.donors.split("; ")}
        case Lanes.KIND:
            return lane.value == row.kind
        case Lanes.SOURCE:
            return lane.label in {row.source, row.file} or not (lane.value or row.file)
        case Lanes.SERIES:
            return True
