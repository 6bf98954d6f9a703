"""The chart's lines as text: the axis, the ruler, lanes; and where the cursor goes in them."""

from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len
from rich.style import Style

from db.models import Kind
from db.queries.lanes import Item, Lane
from db.when import When
from tui.chart.data import Charted, Portion, Wish
from tui.chart.plan import Place, Plan, label_widths, plan, same_days, window_of, wish_for
from tui.chart.timescale import Scale, Window
from tui.views.timeline import Face, TimelineView, Unit
from tui.widgets.chartlines import Inks, about_parts, axis_parts, lane_parts, ruler_parts, shade
from tui.widgets.strips import Part, painted

INKS = painted(Inks, lambda _: Style(), "chart")
TODAY = date(2017, 11, 22).toordinal()


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def item(lane: str, edtf: str, kind: Kind | None = Kind.MEETING, title: str = "", count: int = 1, *, planned: bool = False) -> Item:
    when = When(edtf)
    first, last = when.days
    vague = "/" not in edtf and len(edtf) < 10
    return Item(lane, first, last, count, f"{lane}-{edtf}-{kind}", kind, planned, vague, edtf if count == 1 else "", title)


def window(unit: Unit, start: str, width: int) -> Window:
    return Window(Scale(unit), Scale(unit).cell(day(start)), width)


def planned(view: Window, items: list[Item], height: int = 20, names: dict[str, str] | None = None) -> Plan:
    stands: dict[str, list[Item]] = {}
    for one in items:
        stands.setdefault(one.lane, []).append(one)
    lanes = tuple(
        Lane(value, (names or {}).get(value, value), sum(one.count for one in several)) for value, several in stands.items()
    )
    data = Charted(lanes)
    part = Portion(Wish(tuple(stands)), {lane: tuple(several) for lane, several in stands.items()}, single=True)
    return plan([part], view, lanes, height, label_widths(data, 60))


def text(parts: list[Part]) -> str:
    return "".join(part for part, _ in parts)


def drawn(shown: Plan, marks: frozenset[str] = frozenset(), here: Place | None = None, *, no_color: bool = False) -> list[str]:
    lines = []
    for lane, row in shown.lines:
        own = here.stop if here is not None and here.lane == lane.value else None
        lines.append(text(lane_parts(lane, row, shown, INKS, TODAY, marks, own, no_color)))
    assert len({cell_len(line) for line in lines}) <= 1
    return lines


@pytest.mark.parametrize(
    ("unit", "start", "upper", "lower"),
    [
        (Unit.DECADE, "1988-01-01", "  1990s     2000s", "  1990 1995 2000 2005"),
        (Unit.YEAR, "2015-01-01", "2010s", "’15 ’16 ’17 ’18 ’19 ’20"),
        (Unit.QUARTER, "2016-02-01", "2016       2017", "  Q2 Q3 Q4 Q1 Q2 Q3 Q4"),
        (Unit.MONTH, "2016-11-01", "2016    2017", "Nov Dec Jan Feb Mar Apr"),
        (Unit.WEEK, "2016-02-20", "Feb       March 2016", "  22      1      8"),
        (Unit.DAY, "2016-02-28", "Feb     March 2016", "28  29  1   2   3   4"),
    ],
)
def test_the_axis(unit: Unit, start: str, upper: str, lower: str) -> None:
    lines = [text(axis_parts(window(unit, start, 24), INKS, level)) for level in (0, 1)]
    assert [len(line) for line in lines] == [24, 24]
    assert [line.rstrip() for line in lines] == [upper, lower]


def test_the_ruler_tells_where_issues_are_loaded() -> None:
    issues = ((day("2010-10-01"), day("2010-12-31")), (day("2016-04-01"), day("2016-06-30")))
    assert text(ruler_parts(window(Unit.YEAR, "2015-01-01", 14), issues, TODAY, INKS)) == "╌╌╌╌╌━╌╌╌╌╌▾╌╌"


def test_points_bars_and_what_is_only_planned() -> None:
    view = window(Unit.QUARTER, "2016-01-01", 24)
    items = [
        item("a point", "2016-05-13", Kind.OPENING),
        item("known", "2016-02-03/2016-06-04", Kind.TRAINING),
        item("a quarter", "2016-34"),
        item("to come", "2017-34", planned=True),
        item("a day to come", "2017-05-13", planned=True),
        item("since", "2016-07/..", Kind.SUPPORT),
        item("until", "../2016-03", Kind.SUPPORT),
        item("before", "2012"),
        item("after", "2020"),
        item("long", "2015/2017"),
    ]
    assert drawn(planned(view, items)) == [
        "  a point       1  │   ⌂       │         │  ",
        "  known         1  │▲━━━━      │         │  ",
        "  a quarter     1  │  ─◇─      │         │  ",
        "  to come       1  │           │  ╌○╌    │  ",
        "  a day to come 1  │           │   ○     │  ",
        "  since         1  │     ✚━━━━━━━━━━━━━━━━▸ ",
        "  until         1  ◂✚━         │         │  ",
        "  before        1 ‹│           │         │  ",
        "  after         1  │           │         │ ›",
        "  long          1  ◂━◇━━━━━━━━━━━━━━━━━━━━━ ",
    ]


def test_several_in_one_place() -> None:
    view = window(Unit.QUARTER, "2016-02-01", 12)
    items = [item("UZ", "2016-03-01"), item("UZ", "2016-03-02"), item("UZ", "2016-03-03"), item("UZ", "2016-06")]
    # one below the other while there are rows, then their number
    assert drawn(planned(view, items, 3)) == ["  UZ 4   ◇  ◇      │ ", "         ◇         │ ", "         ◇         │ "]
    assert drawn(planned(view, items, 2)) == ["  UZ 4   ◇  ◇      │ ", "         2         │ "]
    assert drawn(planned(view, items, 1)) == ["  UZ 4   3  ◇      │ "]
    # a number beside others could be taken for another: then a shade
    assert drawn(planned(view, [*items, item("UZ", "2016-04-02")], 1)) == ["  UZ 5   ▄◇ ◇      │ "]
    many = [item("UZ", "2016-03", None, count=1200), item("UZ", "2016-08", count=300)]
    assert drawn(planned(view, many, 3)) == ["  UZ 1,500   █    300  │ "]


def test_shades_grow() -> None:
    assert [shade(count, 80) for count in (2, 20, 40, 80)] == ["▁", "▃", "▅", "█"]
    assert shade(2, 2) == "▃"


def test_titles_stand_where_there_is_room() -> None:
    view = window(Unit.MONTH, "2016-01-01", 40)
    items = [
        item("UZ", "2016-02-01", title="Border office opened at the river crossing"),
        item("KG", "2016-02-01", title="First one"),
        item("KG", "2016-04-20", title="Second of them, further on"),
        item("TJ", "2016-09-20", title="No room for it"),
        item("KZ", "2014/2017", title="Long enough to hold its title"),
        item("AF", "2016-02-01", title="\x1b[31mred\x1b[0m \u202eevil 会議会議会議会議会議会議会議会議会議"),
    ]
    assert drawn(planned(view, items)) == [
        "  UZ 1  │   ◇ Border office opened at the river… ",
        "  KG 2  │   ◇         ◇ Second of them, further… ",
        "  TJ 1  │                                 ◇      ",
        "  KZ 1  ◂━◇ Long enough to hold its title ━━━━━▸ ",
        "  AF 1  │   ◇ ␛[31mred␛[0m �evil 会議会議会議会… ",
    ]


def test_marks_and_the_cursor_are_seen_without_colour() -> None:
    view = window(Unit.QUARTER, "2016-02-01", 12)
    shown = planned(view, [item("UZ", "2016-05-01"), item("KG", "2016-34")])
    here = shown.find(lambda lane, _: lane.value == "KG", "")
    assert here is not None
    assert drawn(shown, frozenset({"UZ-2016-05-01-meeting"}), here) == ["  UZ 1     ✓       │ ", "❯ KG 1    ─◇─      │ "]
    parts = lane_parts(shown.lanes[1], 0, shown, INKS, TODAY, frozenset(), here.stop, no_color=True)
    assert [part for part, style in parts if style.reverse] == ["◇"]
    assert "".join(part for part, style in parts if style.underline) == "─◇─"


@pytest.fixture
def shown() -> Plan:
    """Two rows, then an empty lane, then one more."""
    items = [
        item("UZ", "2016-02-01", title="a"),
        item("UZ", "2016-02-09", title="b"),
        item("UZ", "2016-09", title="c"),
        item("TJ", "2030", title="out of view"),
        item("KG", "2016-04-01", title="d"),
        item("KG", "2017-01", title="e"),
    ]
    return planned(window(Unit.QUARTER, "2016-01-01", 24), items)


def walk(shown: Plan, start: str, *steps: str) -> str:
    def title(place: Place | None) -> str:
        return place.stop.items[0].title if place is not None else "-"

    place = shown.find(lambda _, stop: stop.items[0].title == start, "")
    for step in steps:
        assert place is not None
        move = shown.below if step in "jk" else shown.beside
        place = move(place, 1 if step in "jl" else -1)
    return title(place)


@pytest.mark.parametrize(
    ("start", "steps", "end"),
    [
        ("a", "j", "b"), ("b", "j", "d"), ("a", "jj", "d"), ("c", "j", "b"), ("d", "k", "b"), ("d", "kk", "a"),
        ("a", "l", "b"), ("a", "ll", "c"), ("a", "h", "-"), ("c", "l", "-"), ("d", "l", "e"), ("e", "k", "b"), ("e", "j", "-"),
        ("a", "k", "-"),
    ],
)  # fmt: skip
def test_where_the_cursor_goes(shown: Plan, start: str, steps: str, end: str) -> None:
    assert walk(shown, start, *steps) == end


def test_what_a_click_means(shown: Plan) -> None:
    titles = [place.stop.items[0].title for column in (0, 3, 5, 20) if (place := shown.near(0, column)) is not None]
    assert titles == ["a", "a", "c", "c"]
    assert shown.near(2, 0) is None
    latest = shown.first()
    assert latest is not None and latest.stop.items[0].title == "c"


def test_the_cursor_prefers_its_lane() -> None:
    both = [item("UZ", "2016-02"), item("KG", "2016-02")]
    shown = planned(window(Unit.QUARTER, "2016-01-01", 24), both)
    found = [shown.find(lambda *_: True, lane) for lane in ("UZ", "KG", "")]
    assert [place.lane for place in found if place is not None] == ["UZ", "KG", "UZ"]


MONTHS = {2016 * 12 + month: 3 for month in range(12)}


@pytest.mark.parametrize(
    ("view", "unit", "first"),
    [
        (TimelineView(Face.CHART), Unit.QUARTER, "2015-09-01"),
        (TimelineView(Face.CHART, unit=Unit.YEAR, at=date(2001, 1, 1)), Unit.YEAR, "1998-07-01"),
        (TimelineView(Face.CHART, at=date(2001, 1, 1)), Unit.QUARTER, "2000-03-01"),
        (TimelineView(Face.CHART, unit=Unit.MONTH), Unit.MONTH, "2016-04-16"),
    ],
)
def test_the_window_of_a_view(view: TimelineView, unit: Unit, first: str) -> None:
    found = window_of(Charted(months=MONTHS), view, 20, TODAY)
    assert (found.scale.unit, found.days[0]) == (unit, day(first))


def test_nothing_at_all_has_a_window_around_today() -> None:
    found = window_of(Charted(), TimelineView(Face.CHART), 20, TODAY)
    assert found.column(TODAY) == 10


def test_what_is_asked_for() -> None:
    few = Charted(tuple(Lane(str(number), str(number), 1) for number in range(20)))
    many = Charted(tuple(Lane(str(number), str(number), 1) for number in range(900)))
    far, near = window(Unit.QUARTER, "2016-01-01", 30), window(Unit.WEEK, "2016-01-01", 30)
    assert wish_for(far, few, 0, 10, ahead=False) == Wish(tuple(map(str, range(20))))
    assert wish_for(far, many, 100, 10, ahead=False).lanes == tuple(map(str, range(100, 110)))
    assert wish_for(far, many, 100, 10, ahead=True).lanes == tuple(map(str, range(90, 120)))
    needed, asked = (wish_for(near, few, 0, 10, ahead=ahead) for ahead in (False, True))
    assert needed.fine and needed.days == near.days
    assert asked.days[0] < needed.days[0] and asked.days[1] > needed.days[1]
    single, added = (Portion(asked, {}, single=one) for one in (True, False))
    assert single.holds(needed) and added.holds(needed)
    assert not added.holds(Wish(asked.lanes, asked.days)) and single.holds(Wish(asked.lanes, asked.days))
    assert not single.holds(wish_for(window(Unit.WEEK, "2018-01-01", 30), few, 0, 10, ahead=False))
    assert not Portion(Wish(("1",)), {}, single=True).holds(needed)


def test_months_have_to_do_where_too_many_begin() -> None:
    lanes = (Lane("UZ", "Uzbekistan", 1),)
    view = window(Unit.MONTH, "2016-01-01", 40)
    for count, fine in ((19_000, True), (21_000, False)):
        assert wish_for(view, Charted(lanes, {2016 * 12 + 3: count}), 0, 10, ahead=False).fine is fine
    assert wish_for(window(Unit.WEEK, "2016-04-01", 40), Charted(lanes, {2016 * 12 + 3: 21_000}), 0, 10, ahead=False).fine


def test_where_looking_nearer_does_not_help() -> None:
    view = window(Unit.MONTH, "2016-01-01", 24)
    (same,) = planned(view, [item("UZ", "2016-02-01"), item("UZ", "2016-02-01", Kind.VISIT)], 1).row(0)
    (other,) = planned(view, [item("UZ", "2016-02-01"), item("UZ", "2016-02-02")], 1).row(0)
    assert same_days(same.stop, view.scale) and not same_days(other.stop, view.scale)
    assert same_days(other.stop, Scale(Unit.DAY))


def test_what_is_said_of_several() -> None:
    view = window(Unit.QUARTER, "2016-01-01", 24)
    (place,) = planned(view, [item("UZ", "2016-02-01"), item("UZ", "2016-02-02", Kind.VISIT)], 1).row(0)
    assert text(about_parts(place, None, 60, INKS)) == "  2 together ◇→  enter looks nearer"
    assert about_parts(None, None, 60, INKS) == []
