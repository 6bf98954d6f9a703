"""The filters, driven by keys and mouse over a real store: what they select, count and fold away."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from db.selection import parse
from tui.background.lane import Lane
from tui.background.lists import count, count_facets
from tui.widgets.facetlines import Shape
from tui.widgets.filters import Filters

Opened = Any


def values(filters: Filters, field: str) -> dict[str, int]:
    """The counts that a facet shows."""
    return {line.value: line.count for line in filters.lines if line.field == field and line.shape is Shape.VALUE}


def heading(filters: Filters, field: str) -> int:
    """The line of a facet's name."""
    return next(number for number, line in enumerate(filters.lines) if line.field == field and line.shape is Shape.HEADING)


async def go_to(session: Any, number: int) -> None:
    """With the arrows to a line."""
    filters = session.screen.filters
    while filters.cursor != number:
        await session.press("down" if filters.cursor < number else "up")


async def test_facets_are_counted_when_they_are_opened(opened: Opened, small: Path) -> None:
    async with opened(small, size=(80, 24)) as session:
        filters = session.screen.filters
        assert filters.wanted == () and filters._facets == {} and filters.counting
        await session.press("shift+tab")
        assert not filters.counting
        assert set(filters._facets) == {"country", "donor", "kind", "year"} and not filters.stale
        for field in ("source", "status", "series"):
            assert values(filters, field) == {}
            await go_to(session, heading(filters, field))
            await session.press("enter")
            assert values(filters, field) and not filters.stale, field
        await go_to(session, heading(filters, "country"))
        await session.press("space")
        assert values(filters, "country") == {} and "country" not in filters.wanted
        await session.search("kind:opening", "enter", "shift+tab")
        assert "country" not in filters._fresh
        await go_to(session, heading(filters, "country"))
        await session.press("enter")
        assert values(filters, "country")["UZ"] == 2


async def test_a_click_on_a_heading_closes_the_facet(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 40)) as session:
        filters = session.screen.filters
        await session.pilot.click(filters, offset=(4, 1 + heading(filters, "country")))
        await session.settled()
        assert values(filters, "country") == {}
        await session.pilot.click(filters, offset=(4, 1 + heading(filters, "country")))
        await session.settled()
        assert "UZ" in values(filters, "country")


async def test_letters_are_commands_after_a_click_on_a_value(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 40)) as session:
        screen = session.screen
        before = screen.focused
        assert before is screen.timeline
        await session.pilot.click(screen.filters, offset=(4, 2 + heading(screen.filters, "country")))
        await session.settled()
        assert screen.selection.terms[0].field == "country" and screen.focused is before
        await session.press("v")
        assert screen.filters.narrow == "" and screen.focused is screen.chart
        await session.pilot.click(screen.filters, offset=(4, 0))
        assert screen.focused is screen.filters


@pytest.mark.parametrize("field", ["source", "status", "series"])
async def test_every_facet_selects(opened: Opened, small: Path, field: str) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("shift+tab")
        await go_to(session, heading(screen.filters, field))
        await session.press("enter", "down")
        line = screen.filters.lines[screen.filters.cursor]
        assert line.field == field and line.count
        await session.press("space")
        assert screen.selection.terms[0].field == field and screen.top.shown == line.count
        await session.press("exclamation_mark")
        assert screen.selection.terms[0].negated


async def test_or_inside_and_between_and_not(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("shift+tab")
        for typed, key, text in (
            ("uzb", "space", "country:uz"),
            ("kyrg", "space", "country:uz,kg"),
            ("united s", "space", 'country:uz,kg donor:"United States"'),
            ("review", "exclamation_mark", 'country:uz,kg donor:"United States" -kind:review'),
        ):
            await session.type(typed)
            await session.press(key)
            await session.press("escape")
            assert screen.selection.text() == text
            rows = list(map(screen.timeline._row, range(screen.timeline.map.rows)))
            assert rows and all("UZ" in row.countries or "KG" in row.countries for row in rows)
        assert all("United States" in row.donors and row.kind.value != "review" for row in rows)


async def test_typing_a_beginning_lands_on_the_name(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        filters = session.screen.filters
        await session.press("shift+tab")
        for typed, value in (("jap", "Japan"), ("jic", "Japan/JICA"), ("afg", "AF"), ("new", "new")):
            await session.pilot.press(*typed)
            await session.settled()
            assert (filters.narrow, filters.lines[filters.cursor].value) == (typed, value)
            await session.press("escape")


async def test_what_is_typed_after_a_value_was_taken_is_another_word(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 40)) as session:
        screen = session.screen
        await session.press("shift+tab", "u", "z", "space")
        assert screen.filters.narrow == "uz" and screen.selection.text() == "country:uz"
        await session.press("space", "space")
        assert screen.filters.narrow == "uz" and screen.selection.text() == "country:uz"
        for wrong in ("jax", "jap"):
            await session.pilot.press(*wrong)
            await session.settled()
            assert screen.filters.narrow == wrong
            if wrong == "jax":
                await session.press("backspace", "backspace", "backspace")
        await session.press("space")
        assert screen.selection.text() == "country:uz donor:Japan"
        await session.press("j")
        assert screen.filters.narrow == "" and screen.selection.text() == "country:uz donor:Japan"


async def test_the_amounts_shown_are_added_up(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 40)) as session:
        assert "USD 1.38 m ·" in session.text()[0]
        await session.press("dollar_sign")
        assert session.said()[-1] == "1 of 13 name an amount: all milestones · USD 1,380,000"
        await session.search("country:kg kind:training", "enter", "dollar_sign")
        assert "USD" not in session.text()[0]
        assert "No amount" in session.said()[-1]


async def test_what_is_taken_before_it_is_counted_is_taken_then(
    opened: Opened, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, counted = Lane.ask, asyncio.Event()

    async def held(lane: Any, question: Any) -> Any:
        if getattr(question, "func", None) in {count, count_facets}:
            await counted.wait()
        return await asked(lane, question)

    async with opened(small, size=(80, 24)) as session:
        monkeypatch.setattr(Lane, "ask", held)
        await session.pilot.press("shift+tab", *"uzb", "space", *"jap", "exclamation_mark")
        assert session.screen.filters.border_subtitle == "will take uzb, not jap"
        assert not session.screen.selection.terms and not session.screen.filters.lines
        counted.set()
        await session.settled()
        assert session.screen.selection == parse("country:uz -donor:japan") and not session.screen.filters._wishes
        assert "will take" not in "\n".join(session.text())


async def test_what_waits_to_be_taken_can_be_given_up(opened: Opened, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(small, size=(80, 24)) as session:
        filters = session.screen.filters
        monkeypatch.setattr(Filters, "show_facets", lambda *_: None)
        await session.press("shift+tab", *"uzb", "space", *"jap", "escape")
        assert filters._wishes == {} and filters.narrow == "" and session.app.focused is filters
        monkeypatch.undo()
        session.screen.refresh_all()
        await session.settled()
        assert not session.screen.selection.terms and filters.lines


async def test_every_letter_narrows_and_the_footer_names_the_key_that_quits(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 40)) as session:
        filters = session.screen.filters
        await session.press("shift+tab")
        footer = session.text()[-1]
        assert "type to narrow" in footer and "ctrl+q quit" in footer and " q quit" not in footer
        await session.press(*"qatar")
        assert session.app.is_running and filters.narrow == "qatar"
        assert [line.label for line in filters.lines] == ["no name has", "“qatar”", "esc shows all"]
        await session.press("escape", "tab")
        assert "ctrl+q" not in session.text()[-1]


async def test_no_name_of_a_pane_is_marked_while_the_focus_is_elsewhere(opened: Opened, small: Path) -> None:
    async with opened(small, size=(80, 24)) as session:
        await session.search("country:uz", "enter")
        assert session.text()[0].startswith("  Filters [Timeline] Detail ")
        await session.press("tab")
        assert session.text()[0].startswith("  Filters  Timeline [Detail] ")
        await session.press("tab")
        assert session.app.focused is session.screen.chips
        assert session.text()[0].startswith("  Filters  Timeline  Detail  ")
        await session.press("tab")
        assert session.text()[0].startswith(" [Filters] Timeline  Detail  ")
