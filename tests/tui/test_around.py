"""From milestone to milestone: through an article, through a series."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from textual import events

from db.models import Kind, Role, Series
from tests.tui.stories import Told, fill, reading
from tui.cli import main
from tui.commands import take_keys
from tui.config.settings import Settings
from tui.screens.form import FormScreen
from tui.screens.merge import MergeScreen

STORY = """Border liaison offices

The first border liaison office was opened at Ayritom, Uzbekistan, on 11 May 2016 with money from Japan. The agreement on
it had been signed in Tashkent on 22 October 2013.
"""
PAID = "The office was paid for by Japan with 400,000 US dollars."


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Two milestones of one article."""
    (tmp_path / "2016-05.txt").write_text(STORY, encoding="utf-8")
    done = CliRunner().invoke(main, ["import", str(tmp_path / "2016-05.txt"), "--store", str(tmp_path / "told.db")])
    assert done.exit_code == 0, done.output
    return tmp_path / "told.db"


async def test_the_milestones_of_an_article_in_turn(opened: Any, told: Path) -> None:
    async with opened(told) as session:
        screen = session.screen
        first, around = screen.timeline.row.uid, screen.detail.around
        assert (around.number, around.count) == (1, 2)
        lines = " ".join(" ".join(line.plain for line in screen.detail.lines).split())
        assert "tells 2 milestones; this is number 1" in lines and "J next · 22 Oct 2013: " in lines
        await session.press("J")
        await session.settled()
        assert screen.detail.detail.uid == around.after.uid == screen.timeline.row.uid != first
        await session.press("K")
        await session.settled()
        assert screen.detail.detail.uid == first == screen.timeline.row.uid


async def test_what_is_said_names_the_keys_that_people_have(opened: Any, told: Path) -> None:
    own = {"next-in-article": ("f7",), "search": ("f8",), "back": ("f9",), "form-save": ("f10",), "form-leave": ("f11",)}
    try:
        async with opened(told, size=(140, 40), settings=Settings(keys=own)) as session:
            assert "everything is shown: f8 searches" in "\n".join(session.text())
            assert any(line.plain.lstrip().startswith("f7 next · 22 Oct") for line in session.screen.detail.lines)
            session.screen.go_to_pane("filters")
            await session.press("u", "z")
            assert "f9 clears" in "\n".join(session.text())
            await session.press("f9", "f9", "c", "x", "f11")
            assert "f10 saves, f11 again drops" in "\n".join(session.text())
    finally:
        take_keys({})


async def test_in_the_article_the_other_quote_is_shown(opened: Any, told: Path) -> None:
    async with opened(told) as session:
        await session.press("enter", "J")
        await session.settled()
        pane = session.screen.detail
        assert pane.reading
        barred = " ".join(line.plain for line in pane.lines if line.plain.startswith("▎"))
        assert "October" in barred
        assert "Ayritom" not in barred


@pytest.mark.parametrize("rows", range(10, 21))
async def test_the_article_begins_at_its_heading_where_the_quote_fits_below_it(opened: Any, told: Path, rows: int) -> None:
    async with opened(told, size=(45, rows)) as session:
        await session.press("enter")
        pane = session.screen.detail
        begins, ends = pane._quote
        assert 0 < begins < ends
        assert pane.scroll_offset.y == (0 if ends <= pane.scrollable_content_region.height else min(begins - 2, pane.max_scroll_y))
        assert "▎" in "\n".join(session.text())


@pytest.mark.parametrize(("columns", "caption"), [(80, "┆ money · 1 of 2 · J K"), (140, "┆ who paid, how much · 1 of 2 · J K")])
async def test_the_keys_to_the_other_milestones_are_named_at_any_width(
    opened: Any, tmp_path: Path, columns: int, caption: str
) -> None:
    path = tmp_path / "2016-05.txt"
    path.write_text(STORY.replace(" with money from Japan", "").replace("The agreement", f"{PAID} The agreement"), encoding="utf-8")
    done = CliRunner().invoke(main, ["import", str(path), "--store", str(tmp_path / "paid.db")])
    assert done.exit_code == 0, done.output
    async with opened(tmp_path / "paid.db", size=(columns, 24)) as session:
        await session.search("ayritom", "enter", "enter")
        assert session.screen.detail.border_subtitle == caption
        assert caption in session.text()[-2]


async def test_neighbours_are_named_and_can_be_clicked(opened: Any, told: Path) -> None:
    async with opened(told, size=(120, 40)) as session:
        screen = session.screen
        after = screen.detail.around.after
        region = screen.detail.content_region
        number = next(number for number, line in enumerate(screen.detail.lines) if line.plain.strip().startswith("J "))
        await session.pilot.click(offset=(region.x + 14, region.y + number - screen.detail.scroll_offset.y))
        await session.settled()
        assert screen.detail.detail.uid == after.uid == screen.timeline.row.uid
        await session.press("enter")
        assert screen.detail.border_subtitle == "2 of 2 · J K"
        await session.press("K", "enter")
        assert screen.detail.border_subtitle == ""


async def test_outside_the_filter_only_the_detail_goes(opened: Any, told: Path) -> None:
    async with opened(told) as session:
        await session.search("kind:opening", "enter")
        await session.settled()
        screen = session.screen
        row, other = screen.timeline.row, screen.detail.around.after
        assert screen.timeline.map.rows == 1
        await session.press("J")
        await session.settled()
        assert screen.detail.detail.uid == other.uid
        assert screen.timeline.row == row
        assert any("Outside the filter" in said for said in session.said())
        await session.press("c")
        assert _in_form(session) == other.uid
        await session.press("escape")
        assert screen.detail.detail.uid == screen.here == other.uid
        await session.press("escape")
        assert screen.detail.detail.uid == screen.here == row.uid and screen.timeline.map.rows == 1
        await session.press("J", "escape", "c")
        assert _in_form(session) == row.uid


async def test_what_comes_at_once_acts_on_what_is_shown_in_the_end(opened: Any, told: Path, tmp_path: Path) -> None:
    """The neighbour is that of the milestone to which the cursor goes, though the detail still shows the one before."""
    more = "Opened\n\nA second office was opened at Termez on 3 April 2016. The lease had been signed in Osh on 1 March 2014.\n"
    (tmp_path / "more.txt").write_text(more, encoding="utf-8")
    CliRunner().invoke(main, ["import", str(tmp_path / "more.txt"), "--store", str(told)])
    async with opened(told) as session:
        await session.search("kind:opening", "enter")
        screen = session.screen
        for key in ("j", "J"):
            session.app.post_message(events.Key(key, key))
        for _ in range(30):
            await session.pilot.pause(0.02)
        await session.settled()
        assert screen.timeline.row.title.startswith("Second office")
        assert screen.detail.detail.uid == screen.here != screen.timeline.row.uid
        assert "Lease" in screen.detail.detail.milestone.title


async def test_what_is_outside_the_filter_is_seen_where_one_pane_fits(opened: Any, told: Path) -> None:
    async with opened(told, size=(45, 30)) as session:
        await session.search("kind:opening", "enter", "J")
        screen = session.screen
        assert screen.aside and screen.detail.display and screen.detail.has_focus
        assert screen.detail.detail.uid == screen.aside
        await session.press("escape", "escape")
        assert not screen.aside and screen.timeline.has_focus and screen.timeline.display


async def test_where_the_list_goes_empty_nothing_is_aside(opened: Any, told: Path) -> None:
    async with opened(told) as session:
        await session.search("kind:opening", "enter", "asterisk", "J", "x")
        screen = session.screen
        assert screen.timeline.map.rows == 0 and screen.detail.detail is None
        assert screen.here == screen.aside == ""


def _in_form(session: Any) -> str:
    """The uid of the milestone that is being corrected."""
    form = session.app.screen
    assert isinstance(form, FormScreen) and form._facts.standing is not None
    return form._facts.standing.uid


async def test_where_there_is_no_further_one_it_says_so(opened: Any, told: Path) -> None:
    async with opened(told) as session:
        await session.press("K")
        await session.settled()
        assert any("first milestone of its article" in said for said in session.said())
        await session.press("right_parenthesis")
        await session.settled()
        assert any("belongs to no series" in said for said in session.said())


async def test_from_one_instalment_of_a_series_to_the_next(opened: Any, tmp_path: Path) -> None:
    told = [
        Told(f"Review number {nr}", date, "then", Kind.REVIEW, (("UZ", Role.LOCATION),), (), f"The review number {nr} was held.",
             {"series": Series("review meetings", nr)})
        for nr, date in ((9, "2015-05"), (10, "2016-05"))
    ]  # fmt: skip
    async with opened(fill(tmp_path / "s.db", reading("a.txt", "A", "2016", tuple(told)))) as session:
        screen = session.screen
        later = screen.timeline.row.uid
        await session.press("left_parenthesis")
        assert screen.timeline.cursor == 1 and screen.detail.detail.uid == screen.timeline.row.uid != later
        await session.press("right_parenthesis")
        assert screen.timeline.cursor == 0 and screen.detail.detail.uid == screen.timeline.row.uid == later
        await session.press("right_parenthesis")
        assert "last known of its series" in session.said()[-1] and screen.timeline.row.uid == later


async def test_however_fast_each_step_begins_where_the_one_before_it_ended(opened: Any, tmp_path: Path, slow: None) -> None:
    story = "Reviews\n\n" + "".join(f"The memorandum was reviewed in Osh on {day} May 2016.\n" for day in (3, 9, 17))
    (tmp_path / "2016-05.txt").write_text(story, encoding="utf-8")
    CliRunner().invoke(main, ["import", str(tmp_path / "2016-05.txt"), "--store", str(tmp_path / "s.db")])
    async with opened(tmp_path / "s.db") as session:
        screen = session.screen
        first = screen.detail.around.number
        assert screen.detail.around.count == 3
        for keys, there in (("KJK", 2), ("JK", 2), ("KJ", 2), ("KKJJK", 2)):
            assert first == 3
            for key in keys:
                session.app.post_message(events.Key(key, key))
            for _ in range(60):
                await session.pilot.pause(0.05)
            await session.settled()
            assert (screen.detail.around.number, screen.here) == (there, screen.detail.detail.uid), keys


async def test_a_sum_told_again_is_said_compared_and_the_answer_taken_away_first(opened: Any, told: Path, tmp_path: Path) -> None:
    """Two newsletters name one grant in other words."""
    for number, words in enumerate(
        (
            "Dogs for the river\n\nIn May 2016 Japan gave 1,380,000 US dollars for dog kennels at Termez, Uzbekistan.\n",
            "A look back\n\nKennels were handed over in Uzbekistan in May 2016. The Government of Japan gave 1,380,000 dollars.\n",
        )
    ):
        (tmp_path / f"more{number}.txt").write_text(words, encoding="utf-8")
        CliRunner().invoke(main, ["import", str(tmp_path / f"more{number}.txt"), "--store", str(told)])
    exported = CliRunner().invoke(main, ["export", "--front", "has:amount", "date:2016", "--store", str(told)]).output
    assert 'amounts:\n  - "USD 2,760,000"\namounts_where_the_same_sum_counts_once:\n  - "USD 1,380,000"\n' in exported
    async with opened(told) as session:
        await session.search("has:amount date:2016", "enter")
        assert session.screen.top.totals.naming == session.screen.timeline.map.rows == 2
        assert "USD 1.38 m to 2.76 m" in session.text()[0]
        await session.press("dollar_sign")
        assert "USD 1,380,000, or 2,760,000 if the two reports tell of two grants: m compares" in session.said()[-1]
        await session.press("escape")
        assert session.said() == [] and session.screen.timeline.map.rows == 2
        await session.press("dollar_sign", "a", "escape")
        assert session.screen.timeline.map.rows > 2 and "takes it back" in session.said()[-1]
        await session.search("has:amount date:2016", "enter")
        await session.press("m")
        assert isinstance(session.app.screen, MergeScreen)
        await session.press("escape", "escape")
        assert session.screen.timeline.map.rows > 2
