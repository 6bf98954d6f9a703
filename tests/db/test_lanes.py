"""What stands in the chart's lanes: one by one, added up, in any part of time."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.models import CountryRole, Kind, Role
from db.queries.facets import facet_counts
from db.queries.lanemonths import adds_up, month_sums
from db.queries.lanes import (
    ALWAYS,
    Item,
    issue_periods,
    lane_counts,
    lane_items,
    lane_sums,
    lanes_of,
    month_days,
    month_of,
)
from db.selection import Selection, parse
from db.when import NO_END, NO_START
from tests.db import rows
from tests.db.story import SHOWN, make, story_store

ALL = Selection()


@pytest.fixture(scope="module")
def conn() -> Iterator[sqlite3.Connection]:
    conn = story_store()
    yield conn
    conn.close()


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def letter(uid: str) -> str:
    """A milestone of the story by one letter."""
    return "b" if uid == "aaaaabbbbb" else uid[0]


def labels(conn: sqlite3.Connection, field: str, query: str = "") -> list[tuple[str, int]]:
    selection = parse(query)
    return [(lane.label, lane.count) for lane in lanes_of(conn, selection, field, lane_counts(conn, selection, field))]


@pytest.mark.parametrize(
    ("field", "query", "found"),
    [
        # one with two countries stands in both lanes; what has none comes last
        ("country", "", [("Uzbekistan", 4), ("Kyrgyzstan", 2), ("Afghanistan", 1), ("no country", 5)]),
        # the countries that are asked for come first, the others that theirs have stand below
        ("country", "country:af", [("Afghanistan", 1), ("Uzbekistan", 1)]),
        ("country", "kind:road-map", [("Kyrgyzstan", 1), ("Uzbekistan", 1)]),
        # with its government and its agency it stands once in the government's lane
        ("donor", "", [("Japan", 1), ("Sweden", 1), ("no donor", 8)]),
        ("donor", "donor:japan/jica", [("Japan", 1)]),
        ("source", "", [("Milestones, Apr-Jun 2016", 4), ("Milestones, Apr-Jun 2016 (second)", 5), ("entered by hand", 1)]),
        ("series", "", [("border posts", 2), ("in no series", 8)]),
        ("kind", "country:uz", [("opening", 2), ("meeting", 1), ("road-map", 1)]),
    ],
)
def test_lanes_and_their_order(conn: sqlite3.Connection, field: str, query: str, found: list[tuple[str, int]]) -> None:
    assert labels(conn, field, query) == found


@pytest.mark.parametrize("query", ["", "border", "after:2016 -is:planned"])
@pytest.mark.parametrize("field", ["country", "kind"])
def test_lanes_count_what_facets_count(conn: sqlite3.Connection, field: str, query: str) -> None:
    selection = parse(query)
    counts = {value: count for value, count in lane_counts(conn, selection, field).items() if value}
    facets = {facet.value: facet.count for facet in facet_counts(conn, selection, field)}
    assert counts == facets


@pytest.mark.parametrize("field", ["country", "donor", "kind", "source", "series"])
def test_everything_stands_somewhere(conn: sqlite3.Connection, field: str) -> None:
    items = lane_items(conn, ALL, field, None, ALWAYS, 100)
    assert {item.uid for item in items} == SHOWN
    assert Counter(item.lane for item in items) == lane_counts(conn, ALL, field)


def test_an_item_says_what_is_drawn(conn: sqlite3.Connection) -> None:
    items = {letter(item.uid): item for item in lane_items(conn, ALL, "kind", None, ALWAYS, 100)}
    assert (items["e"].first, items["e"].last) == (day("2008-01-01"), NO_END)
    assert (items["f"].first, items["f"].last) == (NO_START, day("2010-12-31"))
    meeting = items["c"]
    assert (meeting.first, meeting.last, meeting.planned, meeting.vague) == (day("2016-04-01"), day("2016-06-30"), True, True)
    assert (meeting.kind, meeting.title, meeting.date, meeting.count) == (Kind.MEETING, "Programme committee meets", "2016-34", 1)
    assert {name for name, item in items.items() if item.vague} == set("acdgh")


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2016-05-20", "2016-05-20", "acehi"),
        ("2016-04-14", "2016-04-14", "bce"),
        ("2012-01-01", "2012-12-31", "e"),
        ("2005-01-01", "2009-01-01", "ef"),
        ("2015-03-01", "2015-12-31", "eu"),
        ("2018-01-01", "2018-12-31", "e"),
    ],
)
@pytest.mark.parametrize("query", ["", "is:main,mentioned"])
def test_a_part_of_time_has_what_shares_a_day_with_it(
    conn: sqlite3.Connection, first: str, last: str, found: str, query: str
) -> None:
    items = lane_items(conn, parse(query), "source", None, (day(first), day(last)), 100)
    assert {letter(item.uid) for item in items} == set(found)


def test_some_lanes(conn: sqlite3.Connection) -> None:
    items = lane_items(conn, ALL, "country", ("KG", ""), ALWAYS, 100)
    assert {item.lane for item in items} == {"KG", ""}
    assert len(lane_items(conn, ALL, "country", None, ALWAYS, 3)) == 4


def test_issues(conn: sqlite3.Connection) -> None:
    assert issue_periods(conn) == ((day("2016-04-01"), day("2016-06-30")),)


def test_months() -> None:
    assert month_days(2016 * 12 + 1) == (day("2016-02-01"), day("2016-02-29"))
    assert month_of(day("2016-02-29")) == 2016 * 12 + 1
    assert (month_of(NO_START), month_of(NO_END + 9)) == (12, 9999 * 12 + 11)


DATES = st.sampled_from(
    ["2016", "2015/2016", "2016-05", "2016-04", "2016-34", "2016-05-13", "2016-05-14", "2016-04-28/2016-05-02", "2016-21",
     "2014/..", "../2016", "2016-05-01~", "2016-03-01/2016-08-15"]
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(DATES, st.sampled_from(list(Kind)[:3]), st.booleans()), min_size=1, max_size=30), st.booleans(), st.data()
)
def test_what_is_added_up_is_what_stands_there(told: list[tuple[str, Kind, bool]], by_month: bool, data: st.DataObject) -> None:
    conn = rows.new_store()
    for number, (when, kind, planned) in enumerate(told):
        rows.add(conn, f"{number:010d}", make(f"Something number {number}", when, kind, planned=planned))
    first = data.draw(st.integers(day("2013-01-01"), day("2017-01-01")))
    days = ALWAYS if by_month else (first, first + data.draw(st.integers(0, 800)))
    items = lane_items(conn, ALL, "kind", None, days, 100)
    sums = lane_sums(conn, ALL, "kind", None, days, by_month=by_month)

    def key(item: Item) -> tuple[str, int, int]:
        if not by_month:
            return item.lane, item.first, item.last
        begun = month_of(item.first) if item.first != NO_START else NO_START
        ended = month_of(item.last) if item.last != NO_END else NO_END
        short = item.first != NO_START and item.last - item.first < 31
        return item.lane, begun, begun if short else ended

    expected: Counter[tuple[str, int, int]] = Counter()
    for item in items:
        expected[key(item)] += 1
    found: Counter[tuple[str, int, int]] = Counter()
    for item in sums:
        found[key(item)] += item.count
        assert item.kind is None or item.kind.value == item.lane
        assert item.uid in {one.uid for one in items}
    assert found == expected
    conn.close()


def _plain(items: Iterable[Item]) -> list[Item]:
    return sorted((replace(item, uid="") for item in items), key=repr)


@pytest.mark.parametrize(
    "query", ["", "border", "after:2016 -is:planned", "status:rejected", "kind:road-map country:kg", "country:fr"]
)
@pytest.mark.parametrize("field", ["country", "donor", "kind", "series"])
def test_sets_say_what_rows_say(conn: sqlite3.Connection, field: str, query: str) -> None:
    selection = parse(query)
    assert adds_up(conn, field) and not adds_up(conn, "source")
    sums = month_sums(conn, selection, field, lane_counts(conn, selection, field))
    assert _plain(sums) == _plain(lane_sums(conn, selection, field, None, ALWAYS, by_month=True))
    singles = {(item.lane, item.uid) for item in lane_items(conn, selection, field, None, ALWAYS, 100)}
    assert {(item.lane, item.uid) for item in sums} <= singles


def test_sets_of_more_lanes_than_a_byte_has_bits() -> None:
    conn = rows.new_store()
    codes = ("UZ", "KZ", "KG", "TJ", "TM", "AF", "IR", "PK", "AZ", "GE", "MN", "CN", "RU")
    for number in range(60):
        told = tuple(CountryRole(code, Role.PARTICIPANT) for code in {codes[number % 13], codes[number * 7 % 11]})
        kind = list(Kind)[number % len(Kind)]
        made = make(f"Something number {number}", f"2016-{1 + number % 9:02d}", kind, planned=number % 3 == 0)
        rows.add(conn, f"{number:010d}", replace(made, countries=told))
    sums = month_sums(conn, ALL, "country", codes)
    assert _plain(sums) == _plain(lane_sums(conn, ALL, "country", None, ALWAYS, by_month=True))
    assert _plain(month_sums(conn, ALL, "country", codes[3:5])) == _plain(item for item in sums if item.lane in codes[3:5])
    assert len({item.lane for item in sums}) == 13
    conn.close()
