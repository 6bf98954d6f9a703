"""How the timeline is looked at, as a value: turning, stepping, zooming, and its form as text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tui.views.timeline import Face, Lanes, TimelineView, Unit, nearer, view_of

START = TimelineView()
CHART = TimelineView(Face.CHART, Lanes.DONOR, Unit.QUARTER, date(2016, 5, 1))


def test_the_other_face_and_back() -> None:
    assert CHART.turned().face is Face.LIST
    assert CHART.turned().turned() == CHART


def test_lanes_come_round() -> None:
    seen, view = [], START
    for _ in Lanes:
        seen.append(view.lanes)
        view = view.next_lanes()
    assert seen == list(Lanes)
    assert view == START


@pytest.mark.parametrize(
    ("unit", "steps", "found"),
    [
        (Unit.QUARTER, 1, Unit.MONTH),
        (Unit.QUARTER, -1, Unit.YEAR),
        (Unit.DAY, 1, Unit.DAY),
        (Unit.DECADE, -1, Unit.DECADE),
        (Unit.DECADE, 5, Unit.DAY),
        (Unit.MONTH, -9, Unit.DECADE),
    ],
)
def test_zoom_ends_at_days_and_decades(unit: Unit, steps: int, found: Unit) -> None:
    assert nearer(unit, steps) is found


def test_the_form_as_text() -> None:
    assert CHART.fields() == {"face": "chart", "lanes": "donor", "unit": "quarter", "at": "2016-05-01"}
    assert replace(CHART, days=374).fields()["days"] == "374"
    assert START.fields() == {"face": "list", "lanes": "country"}


@pytest.mark.parametrize(
    "view", [START, CHART, replace(CHART, days=374), TimelineView(Face.CHART, Lanes.SERIES, Unit.DAY, date.min)]
)
def test_read_again(view: TimelineView) -> None:
    assert view_of(view.fields()) == view


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, START),
        ({"face": "pie", "lanes": "", "unit": "fortnight", "at": "2016-02-30"}, START),
        ({"face": "chart", "at": "soon"}, TimelineView(Face.CHART)),
        ({"unit": None, "lanes": ["donor"], "at": 2016}, START),
        ({"days": "-3"}, START),
        ({"days": "0"}, START),
        ({"days": "9" * 5000}, START),
        ({"unit": "day", "colour": "red"}, TimelineView(unit=Unit.DAY)),
    ],
)
def test_what_is_not_understood_is_as_at_the_start(fields: Any, found: TimelineView) -> None:
    assert view_of(fields) == found
