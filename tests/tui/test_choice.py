"""Choosing one of a few values: by typing how it begins, and with the mouse, under which nothing moves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db.models import Kind
from tests.tui.test_golden import SIZES
from tui.widgets.choice import TypeAhead

KINDS = [(kind.value, f"◆ {kind.value}") for kind in Kind]


@pytest.mark.parametrize(
    ("typed", "here", "found"),
    [
        ("lau", "meeting", "launch"),
        ("launch", "meeting", "launch"),
        ("tra", "meeting", "training"),
        ("o", "meeting", "operation"),
        ("ope", "opening", "operation"),
        ("open", "meeting", "opening"),
        ("oo", "meeting", "opening"),
        ("ooo", "meeting", "operation"),
        ("road-map", "meeting", "road-map"),
        ("LAUNCH", "meeting", "launch"),
        ("launhc", "meeting", "launch"),
        ("v", "", "visit"),
        ("zz", "meeting", "meeting"),
    ],
)
def test_letters_in_quick_succession_add_up(typed: str, here: str, found: str) -> None:
    ahead = TypeAhead(KINDS)
    for number, char in enumerate(typed):
        here = ahead.find(char, 100 + number * 0.3, here) or here
    assert here == found


def test_after_a_rest_a_letter_begins_anew() -> None:
    ahead = TypeAhead(KINDS)
    assert [ahead.find(char, at, "meeting") for char, at in (("t", 1.0), ("r", 1.5), ("c", 2.6))] == [
        "training", "training", "campaign",
    ]  # fmt: skip


def test_any_word_of_a_name_will_do() -> None:
    assert TypeAhead([("main", "main"), ("mentioned", "told in passing")]).find("p", 0.0, "main") == "mentioned"


async def test_a_kind_is_typed_into_the_form(opened: Any, mine: Path) -> None:
    async with opened(mine) as session:
        await session.press("c", "tab", "tab", *"launch")
        assert session.app.screen.fields["kind"].text == "launch"
        await session.press("tab", *"told", "tab", *"pl", "shift+tab", *"ma")
        assert [session.app.screen.fields[name].text for name in ("kind", "level", "planned")] == ["launch", "main", "yes"]


@pytest.mark.parametrize("size", SIZES)
async def test_every_kind_can_be_clicked_and_nothing_moves(opened: Any, mine: Path, size: str) -> None:
    async with opened(mine, SIZES[size]) as session:
        await session.press("c")
        form = session.app.screen
        fields = form.fields
        before = {name: field.region.y for name, field in fields.items()}

        async def click(name: str, word: str) -> None:
            control = fields[name].control
            [(x, y)] = [
                (line.index(word), y)
                for y, line in enumerate(control.render_line(y).text for y in range(control.size.height))
                if word in line
            ]
            await session.pilot.click(control, offset=(x, y))
            await session.settled()

        for kind in Kind:
            await click("kind", kind.value)
            assert fields["kind"].text == kind.value
        await click("level", "told in passing")
        await click("planned", "planned")
        assert (fields["level"].text, fields["planned"].text) == ("mentioned", "yes")
        assert "was done" not in str(fields["planned"].hint.content)
        for name in ("title", "date", "place", "countries", "donors"):
            fields[name].control.focus()
            await session.settled()
            assert {name: field.region.y for name, field in fields.items()} == before, name


async def test_what_may_be_typed_stands_below_the_fields(opened: Any, mine: Path) -> None:
    async with opened(mine) as session:
        await session.press("c")
        said = session.app.screen.said
        assert "of 90 characters" in str(said.content)
        await session.press("tab")
        assert str(said.content).startswith("reads as ") and "Q2 2016" in str(said.content)
        await session.press("tab", *"lau")
        assert str(said.content).startswith("was visit · ")
        await session.press("escape")
        assert "esc again drops" in str(said.content) and said.has_class("-wrong")
        await session.press("tab")
        assert "esc again drops" in str(said.content), "it stands until something else is typed"
        await session.press("right")
        assert not said.has_class("-wrong")


@pytest.mark.parametrize("size", [*SIZES.values(), (45, 24), (80, 20)])
@pytest.mark.parametrize("key", ["c", "n"])
async def test_the_field_with_the_focus_is_seen_whole(opened: Any, mine: Path, key: str, size: tuple[int, int]) -> None:
    async with opened(mine, size) as session:
        await session.press(key)
        form = session.app.screen
        for field in form.fields.values():
            field.control.focus()
            pane = form.query_one("#form-fields")
            # it is scrolled to once it is laid out
            for _ in range(50):
                await session.settled()
                if pane.region.contains_region(field.region):
                    break
            assert pane.region.contains_region(field.region), field.field
            assert form.said.region.height == 2 and form.said.region.y >= pane.region.bottom
            assert form.keys.region.y == form.said.region.bottom < form.query_one("#form").region.bottom
