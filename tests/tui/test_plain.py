"""The parts of the app that are plain values: harmless text, lines of lists, panes, declared commands."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from db.queries.facets import FacetValue
from db.queries.listing import Heading
from db.selection import parse
from tui.background.linemap import LineMap
from tui.commands import COMMANDS, FOOTER_LIMIT, Where, bindings, footer
from tui.render import clean, clean_lines
from tui.screens.exportdialog import ExportScreen
from tui.screens.form import FormScreen
from tui.screens.goto import DateInput, GoToScreen
from tui.screens.help import HelpInput, HelpScreen
from tui.screens.helptopics import topics
from tui.screens.importdialog import ImportScreen
from tui.screens.main.panes import Layout, resized, visible, widths
from tui.screens.main.screen import MainScreen
from tui.screens.merge import MergeScreen
from tui.screens.review import ReviewScreen
from tui.screens.viewdialogs import FindInput, NameInput, OpenViewScreen, SaveViewScreen
from tui.widgets.bins import bins
from tui.widgets.chart import Chart
from tui.widgets.chips import Chips
from tui.widgets.detail import DetailPane
from tui.widgets.facetlines import FOLDED, Shape, facet_lines, likeliest
from tui.widgets.filters import Filters
from tui.widgets.histogram import Histogram
from tui.widgets.importreport import ImportReport
from tui.widgets.pathinput import PathInput
from tui.widgets.search import QueryInput
from tui.widgets.strips import bar, fit, sparks
from tui.widgets.timeline import Timeline
from tui.widgets.timelinerows import row_date, short_date


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("Ayritom – “first” ⌂", "Ayritom – “first” ⌂"),
        ("red \x1b[31m", "red ␛[31m"),
        ("a\nb\tc\rd", "a␊b␉c␍d"),
        ("\x7f\x9b31m\x00", "␡�31m␀"),
        ("evil \u202egnp.exe\u2066", "evil �gnp.exe�"),
        ("tag\U000e0041s", "tag�s"),
        ("no\u00a0break\u2003wide", "no break wide"),
        ("soft\u00adhyphen", "softhyphen"),
        ("lone \ud800", "lone �"),
        ("نمی\u200cخواهم", "نمی\u200cخواهم"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
    ],
)
def test_clean(text: str, harmless: str) -> None:
    assert clean(text) == harmless


def test_clean_lines_keeps_lines() -> None:
    assert clean_lines("a\r\nb\n\tc\x1b") == "a\nb\n    c␛"


@given(st.text())
def test_nothing_harmful_is_left(text: str) -> None:
    for char in clean(text):
        assert unicodedata.category(char) not in {"Cc", "Cs", "Co", "Zl", "Zp"}
        assert unicodedata.category(char) != "Cf" or char in "\u200c\u200d"
    clean(text).encode()


def _map(*counts: tuple[int, int]) -> LineMap:
    """Headings of (month, count)."""
    return LineMap(tuple(Heading(str(month), count, month, 1) for month, count in counts))


def test_lines_of_a_list() -> None:
    lines = _map((30, 2), (27, 1), (13, 3))
    assert (lines.rows, lines.lines) == (6, 9)
    assert [lines.at(line) for line in range(9)] == [
        (0, None),
        (0, 0),
        (0, 1),
        (1, None),
        (1, 2),
        (2, None),
        (2, 3),
        (2, 4),
        (2, 5),
    ]
    assert [lines.line_of(row) for row in range(6)] == [1, 2, 4, 6, 7, 8]
    assert [lines.heading_at(row) for row in range(6)] == [0, 0, 1, 2, 2, 2]


def test_steps_by_heading_and_year() -> None:
    lines = _map((30, 2), (27, 1), (13, 3))
    assert [lines.step(row, 1) for row in (0, 1, 2, 3)] == [2, 2, 3, 5]
    assert [lines.step(row, -1) for row in (0, 1, 2, 4)] == [0, 0, 0, 3]
    assert lines.step_year(0, 1) == 3
    assert lines.step_year(3, 1) == 5
    assert [lines.step_year(row, -1) for row in (5, 3, 1)] == [3, 0, 0]
    assert [lines.row_near(month) for month in (99, 30, 29, 20, 1)] == [0, 0, 2, 3, 5]


@pytest.mark.parametrize(
    ("period", "first", "last", "row"),
    [
        ("27", 27, 27, 2),
        # a longer time begins with its newest
        ("quarter", 26, 28, 2),
        ("years", 12, 35, 0),
        ("27a", 27, 27, 2),
        # nothing began then: the nearest, of two the older
        ("28", 28, 28, 2),
        ("29", 29, 29, 1),
        ("longer", 28, 29, 2),
        ("before", 15, 16, 3),
        ("old", 1, 5, 5),
        ("new", 40, 50, 0),
    ],
)
def test_the_newest_of_a_time(period: str, first: int, last: int, row: int) -> None:
    assert _map((30, 2), (27, 1), (13, 3)).row_in(period, first, last) == row


def test_an_empty_list() -> None:
    lines = _map()
    assert (lines.rows, lines.lines, lines.step(0, 1), lines.step_year(0, -1), lines.row_near(5)) == (0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2016-05-13", "13"),
        ("2016-05-13/2016-05-15", "13–15"),
        ("2016-04-28/2016-05-03", "28–3 May"),
        ("2016-05", "May"),
        ("2016-05~", "~May"),
        ("2016-34", "Q2"),
        ("2016-41", "H2"),
        ("2017-23", "autumn"),
        ("2017-24", "winter"),
        ("2016", "2016"),
        ("2016~", "~2016"),
        ("2008/..", "2008–"),
        ("../2012", "–2012"),
        ("2010/2014", "2010–14"),
        ("1999/2003", "1999–2003"),
        ("2016-01/2016-03", "Jan–Mar"),
        ("1990/1999", "1990–99"),
    ],
)
def test_dates_under_their_heading(edtf: str, shown: str) -> None:
    assert row_date(edtf) == shown


@pytest.mark.parametrize(
    ("edtf", "cells", "shown"),
    [
        ("2017-11-20/2017-12-01", 9, "20–1 Dec"),
        ("2017-11-20/2017-12-01", 7, "20–1Dec"),
        ("2017-11-20/2017-12-12", 8, "20–12Dec"),
        ("2017-11-20/2017-12-12", 6, "20→Dec"),
        ("2017-11-20", 6, "20"),
        ("2017-23", 6, "autumn"),
    ],
)
def test_dates_in_a_narrow_column(edtf: str, cells: int, shown: str) -> None:
    assert short_date(edtf, cells) == shown


@pytest.mark.parametrize("text", ["short", "a longer text that is cut", "汉字汉字汉字汉字", ""])
@pytest.mark.parametrize("width", [0, 1, 5, 9, 30])
def test_fit_is_exact(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


def test_bars_and_sparks() -> None:
    assert bar(0, 5) == ""
    assert bar(0.0001, 5) == "▏"
    assert bar(0.5, 4) == "██"
    assert bar(7, 2) == "██"
    assert sparks([0, 1, 4, 8]) == " ▁▄█"
    assert sparks([]) == ""


def test_bins_fit_and_count_all() -> None:
    months = {2010 * 12: 3, 2013 * 12 + 5: 1, 2017 * 12 + 11: 2}
    for width in (1, 2, 8, 9, 40, 200):
        found = bins(months, width)
        assert found is not None
        assert len(found.counts) <= width
        assert sum(found.counts) == 6
    quarters = bins(months, 40)
    assert quarters is not None and quarters.step == 3 and quarters.bar_of(2010 * 12 + 4) == 1
    assert quarters.last_month(0) == 2010 * 12 + 2
    assert bins({}, 40) is None


@pytest.mark.parametrize(("columns", "count"), [(160, 3), (120, 3), (110, 3), (109, 2), (80, 2), (79, 1), (45, 1), (20, 1)])
@pytest.mark.parametrize("pane", ["filters", "timeline", "detail"])
def test_panes_fill_the_width(columns: int, count: int, pane: str) -> None:
    for layout in (Layout(), Layout(filters=70, detail=90), Layout(filters=1, detail=1)):
        shown = visible(columns, pane, layout)
        assert len(shown) == count and pane in shown
        sizes = widths(columns, shown, layout)
        assert sum(sizes.values()) == columns and min(sizes.values()) >= 18
    assert visible(columns, pane, Layout(maximised=True)) == (pane,)


def test_panes_are_resized() -> None:
    before = widths(120, visible(120, "detail", Layout()), Layout())
    after = resized(120, "detail", 4, Layout())
    assert widths(120, visible(120, "detail", after), after)["detail"] == before["detail"] + 4
    after = resized(120, "timeline", 4, Layout())
    assert widths(120, visible(120, "timeline", after), after)["timeline"] == before["timeline"] + 4
    layout = Layout()
    for _ in range(60):
        layout = resized(120, "filters", 4, layout)
    assert widths(120, visible(120, "filters", layout), layout)["timeline"] >= 34
    assert resized(45, "detail", 4, Layout()) == Layout()


def test_commands_are_declared_once_and_whole() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    for command in COMMANDS:
        assert command.help.endswith(".") and command.title and command.shown and command.keys


OWNERS = {
    Where.EVERYWHERE: (MainScreen,),
    Where.LISTS: (Timeline, Chart, Filters, DetailPane),
    Where.TIMELINE: (Timeline, Chart),
    Where.CHART: (Chart,),
    Where.FILTERS: (Filters,),
    Where.DETAIL: (DetailPane,),
    Where.CHIPS: (Chips,),
    Where.HISTOGRAM: (Histogram,),
    Where.SEARCH: (QueryInput,),
    Where.CHANGES: (MainScreen,),
    Where.FORM: (FormScreen,),
    Where.REVIEW: (ReviewScreen,),
    Where.MERGE: (MergeScreen,),
    Where.IMPORT: (PathInput,),
    Where.REPORT: (ImportReport,),
    Where.GOTO: (DateInput,),
    Where.SAVING: (NameInput,),
    Where.OPENING: (FindInput,),
    Where.HELP: (HelpInput,),
    Where.EXPORT: (ExportScreen,),
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_its_action(command: object) -> None:
    assert isinstance(command, type(COMMANDS[0]))
    name = command.action.partition("(")[0]
    if name.startswith("app."):
        return
    screens = {
        Where.IMPORT: ImportScreen,
        Where.REPORT: ImportScreen,
        Where.GOTO: GoToScreen,
        Where.SAVING: SaveViewScreen,
        Where.OPENING: OpenViewScreen,
        Where.HELP: HelpScreen,
    }
    screen = screens.get(command.where, MainScreen)
    owners = (screen,) if name.startswith("screen.") else OWNERS[command.where]
    for owner in owners:
        assert callable(getattr(owner, "action_" + name.removeprefix("screen."))), (owner, name)


@pytest.mark.parametrize("pane", [{Where.TIMELINE}, {Where.TIMELINE, Where.CHART}, {Where.FILTERS}, {Where.DETAIL}])
def test_no_key_means_two_things_in_a_pane(pane: set[Where]) -> None:
    keys = [
        key
        for command in COMMANDS
        if command.where in pane | {Where.LISTS, Where.EVERYWHERE, Where.CHANGES}
        for key in command.keys.split(",")
    ]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("pane", [where for where in Where if where not in {Where.EVERYWHERE, Where.LISTS, Where.CHANGES}])
def test_footers_are_short_and_pages_are_there(pane: Where) -> None:
    assert 0 < len(footer(pane)) <= FOOTER_LIMIT
    assert all(command.short for command in footer(pane))
    assert pane is Where.HELP or topics(pane)[0].markdown
    assert len(bindings(pane)) > 0


COUNTRIES = tuple(FacetValue(code, name, count) for code, name, count in (("UZ", "Uzbekistan", 9), ("KG", "Kyrgyzstan", 3)))
DONORS = (
    FacetValue("Japan", "Japan", 4),
    FacetValue("European Union", "European Union", 3),
    FacetValue("Japan/JICA", "JICA", 4, "Japan"),
)
YEARS = tuple(FacetValue(str(year), str(year), 1) for year in range(2017, 2000, -1))


def test_facet_lines() -> None:
    facets = {"country": COUNTRIES, "donor": DONORS, "year": YEARS}
    lines = facet_lines(facets, parse("country:uz -donor:japan"), frozenset(), "")
    values = [line for line in lines if line.shape is Shape.VALUE]
    assert [line.label for line in values if line.field == "donor"] == ["Japan", "JICA", "European Union"]
    assert [line.inner for line in values if line.field == "donor"] == [False, True, False]
    assert [line.value for line in values if line.chosen] == ["UZ"]
    assert [line.value for line in values if line.excluded] == ["Japan"]
    assert sum(line.field == "year" for line in values) == FOLDED
    more = next(line for line in lines if line.shape is Shape.MORE)
    assert more.label == f"{len(YEARS) - FOLDED} more"
    unfolded = facet_lines(facets, parse(""), frozenset({"year"}), "")
    assert sum(line.field == "year" and line.shape is Shape.VALUE for line in unfolded) == len(YEARS)


def test_facet_lines_narrowed() -> None:
    facets = {"country": COUNTRIES, "donor": DONORS, "year": YEARS}
    lines = facet_lines(facets, parse(""), frozenset(), "ja")
    assert [line.label for line in lines if line.shape is Shape.VALUE] == ["Japan", "JICA"]
    assert facet_lines(facets, parse(""), frozenset(), "zz")[0].shape is Shape.NOTE


def test_what_is_taken_stays_though_folded_or_gone() -> None:
    lines = facet_lines({"year": YEARS}, parse("year:2001 country:tj"), frozenset(), "")
    assert {line.value for line in lines if line.chosen and line.shape is Shape.VALUE} == {"2001", "TJ"}


def test_closed_facets_are_a_heading_each() -> None:
    facets = {"country": COUNTRIES, "donor": DONORS}
    lines = facet_lines(facets, parse("source:x"), frozenset(), "", frozenset({"donor", "source", "status", "series"}))
    told = [(line.field, line.shape, line.closed) for line in lines if line.field in {"donor", "source", "kind"}]
    assert told == [
        ("donor", Shape.HEADING, True),
        ("kind", Shape.HEADING, False),
        ("kind", Shape.NOTE, False),
        ("source", Shape.HEADING, True),
    ]
    assert [line.field for line in lines if line.shape is Shape.HEADING and line.chosen] == ["source"]
    assert all(line.stops for line in lines if line.shape is Shape.HEADING)
    assert next(line.label for line in lines if line.shape is Shape.NOTE) == "counting …"
    narrowed = facet_lines(facets, parse(""), frozenset(), "ji", frozenset({"donor"}))
    assert [line.label for line in narrowed if line.shape is Shape.VALUE] == ["JICA"]
    assert not any(line.stops for line in narrowed if line.shape is Shape.HEADING)


@pytest.mark.parametrize(
    ("typed", "label"), [("jap", "Japan"), ("ji", "JICA"), ("un", "European Union"), ("uz", "Uzbekistan"), ("kyr", "Kyrgyzstan")]
)
def test_the_value_that_was_probably_meant(typed: str, label: str) -> None:
    jica_first = (FacetValue("Japan/JICA", "JICA", 9, "Japan"), *DONORS[:2])
    lines = facet_lines({"country": COUNTRIES, "donor": jica_first}, parse(""), frozenset(), typed)
    assert lines[likeliest(lines, typed)].label == label
