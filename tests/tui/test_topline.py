"""The first line: what it says of the money and the milestones shown, in any width, and what a click on it does."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult

from db.parts import Money
from db.queries.listing import Totals
from db.repeats import Again
from db.selection import parse
from tests.tui.test_golden import SIZES
from tui.background.lane import Lane
from tui.background.lists import ListRows, count
from tui.views.timeline import Face
from tui.widgets.moneywords import amounts, short_money, sums
from tui.widgets.topline import TopLine, summary


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (90, "12 of 214 milestones · USD 1.38 m · EUR 500 · 3 marked"),
        (60, "12 of 214 milestones · USD 1.38 m · EUR 500 · 3 marked"),
        (50, "12 of 214 milestones · USD 1.38 m … · 3 marked"),
        (36, "12 of 214 · USD 1.38 m … · 3 marked"),
        (32, "12 of 214 milestones · 3 marked"),
        (20, "12/214 · 3 marked"),
        (4, "12"),
        (1, ""),
    ],
)
def test_summary(width: int, words: str) -> None:
    money = (Money("EUR", Decimal(500)), Money("USD", Decimal(1_380_000)))
    assert summary(Totals(12, 214, 6, 3, money), 12, 3, width) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("999", "USD 999"),
        ("999.50", "USD 1,000"),
        ("12400", "USD 12,400"),
        ("99999", "USD 99,999"),
        ("120000", "USD 120,000"),
        ("1380000", "USD 1.38 m"),
        ("3000000", "USD 3 m"),
        ("12400000", "USD 12.4 m"),
        ("999999999", "USD 1 bn"),
        ("2500000000", "USD 2.5 bn"),
    ],
)
def test_money_in_short(value: str, words: str) -> None:
    assert short_money(Money("USD", Decimal(value))) == words


@pytest.mark.parametrize(
    ("undivided", "repeats", "words"),
    [
        ({"USD"}, {}, "USD 1.38 m undivided · EUR 500"),
        (set(), {"EUR": 100}, "USD 1.38 m · EUR 400 to 500"),
        ({"USD"}, {"USD": 690_000}, "USD 690,000 to 1.38 m undivided · EUR 500"),
        (set(), {"USD": 1}, "USD 1.38 m · EUR 500"),
    ],
)
def test_what_a_sum_holds_is_said(undivided: set[str], repeats: dict[str, int], words: str) -> None:
    money = (Money("EUR", Decimal(500)), Money("USD", Decimal(1_380_000)))
    assert (
        " · ".join(
            amounts(Totals(12, 214, 6, 3, money, frozenset(undivided)), {name: Decimal(value) for name, value in repeats.items()})
        )
        == words
    )


def test_as_many_sums_as_there_is_room_for() -> None:
    money = tuple(Money(currency, Decimal(value)) for currency, value in (("EUR", 900), ("USD", 800), ("GBP", 700)))
    whole = "5 milestones · EUR 900 · USD 800 · GBP 700 · 2 sources"
    assert [summary(Totals(5, 5, 2, 3, money), 5, 0, width) for width in (len(whole), 43, 41, 31, 20)] == [
        whole, "5 milestones · EUR 900 · USD 800 · GBP 700", "5 milestones · EUR 900 · USD 800 …", "5 milestones · EUR 900 …",
        "5 milestones",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("again", "words"),
    [
        ((), ("USD 2,760,000", "EUR 5")),
        (("USD 1,380,000", 1), ("USD 1,380,000, or 2,760,000 if the two reports tell of two grants: m compares", "EUR 5")),
        (("USD 690,000", 2), ("USD 1,380,000, or 2,760,000 if repeated reports tell of other grants: m compares", "EUR 5")),
    ],
)
def test_sums_in_full_say_the_lower_figure_first(again: tuple[Any, ...], words: tuple[str, ...]) -> None:
    totals = Totals(3, 3, 2, 3, (Money("USD", Decimal(2_760_000)), Money("EUR", Decimal(5))))
    assert sums(totals, [Again(Money.read(again[0]), again[1])] if again else (), "m") == words


def test_summary_of_all() -> None:
    assert summary(Totals(1, 1, 1, 0, ()), 1, 0, 80) == "1 milestone · 1 source"
    money = (Money("USD", Decimal(1_380_000)),)
    assert [summary(Totals(13, 13, 2, 0, money), 13, 0, width) for width in (40, 30, 25, 15)] == [
        "13 milestones · USD 1.38 m · 2 sources", "13 milestones · USD 1.38 m", "13 milestones · 2 sources", "13 milestones",
    ]  # fmt: skip
    assert summary(None, 0, 0, 80).startswith("reading")


async def click(session: Any, words: str, row: int) -> None:
    """Click on words, by where they begin in a row of the terminal."""
    await session.pilot.click(offset=(session.text()[row].index(words), row))
    await session.settled()


@pytest.mark.parametrize("size", ["80x24", "45x30"])
async def test_a_panes_name_brings_it_forward_as_it_is(opened: Any, small: Path, size: str) -> None:
    async with opened(small, SIZES[size]) as session:
        screen = session.screen
        for face, shown in ((Face.LIST, screen.timeline), (Face.CHART, screen.chart)):
            await click(session, "Timeline", 0)
            assert screen.view.face is face and session.app.focused is shown
            await click(session, "Detail", 0)
            await click(session, "Timeline", 0)
            assert screen.view.face is face and session.app.focused is shown
            await session.press("v")


@pytest.mark.parametrize("size", SIZES)
async def test_the_chart_is_found_with_the_mouse(opened: Any, small: Path, size: str) -> None:
    async with opened(small, SIZES[size]) as session:
        screen = session.screen
        await click(session, "list/chart", screen.keyline.region.y)
        assert screen.view.face is Face.CHART
        await click(session, "Timeline by", screen.chart.region.y)
        assert screen.timeline.display


@pytest.mark.parametrize("pane", ["filters", "detail"])
async def test_turning_leads_to_the_timeline_and_its_keys(opened: Any, small: Path, pane: str) -> None:
    async with opened(small, SIZES["80x24"]) as session:
        screen = session.screen
        screen.go_to_pane(pane)
        await session.settled()
        screen.run_command("face")
        await session.settled()
        assert session.app.focused is screen.chart and screen.view.face is Face.CHART
        lanes = screen.view.lanes
        await session.press("L")
        assert screen.view.lanes is not lanes


async def test_all_figures_of_the_line_belong_to_one_selection() -> None:
    class One(App[None]):
        def compose(self) -> ComposeResult:
            yield TopLine("milepost")

    async with One().run_test(size=(90, 3)) as pilot:
        line = pilot.app.query_one(TopLine)
        line.totals, line.shown = Totals(12, 214, 6, 3, (Money("USD", Decimal(1_380_000)),)), 12
        line.stale, line.shown = True, 3
        assert "12 of 214 milestones · USD 1.38 m" in line.render_line(0).text
        line.waited, line.marked = "3 milestones · counting …", 2
        assert line.render_line(0).text.split("milepost")[1].strip() == "3 milestones · counting … · 2 marked"
        line.trouble = "the store is gone"
        assert line.render_line(0).text.endswith("✗ the store is gone ")
        line.trouble, line.waited, line.stale = "", "", False
        assert "3 of 214 milestones · USD 1.38 m" in line.render_line(0).text


async def test_what_takes_more_than_a_moment_is_said(opened: Any, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.main.funnel._PATIENCE", 0.05)
    listed, counted = asyncio.Event(), asyncio.Event()
    asked = Lane.ask

    async def held(lane: Any, question: Any) -> Any:
        if session.screen.selection.terms and isinstance(question, ListRows):
            await listed.wait()
        elif session.screen.selection.terms and getattr(question, "func", None) is count:
            await counted.wait()
        return await asked(lane, question)

    async with opened(small) as session:
        monkeypatch.setattr(Lane, "ask", held)
        screen = session.screen
        screen.select(parse("kind:opening"))
        assert screen.filters.stale and not screen.filters.late
        await session.until(lambda: session.text()[0].endswith(" searching … "))
        assert screen.filters.late
        assert "searching …" in "\n".join(session.text()[2:])
        listed.set()
        await session.until(lambda: session.text()[0].endswith(" 2 milestones · counting … "))
        assert "searching …" not in "\n".join(session.text())
        counted.set()
        await session.settled()
        assert "2 of 13 milestones" in session.text()[0] and screen.timeline.waited == "" and not screen.filters.late
