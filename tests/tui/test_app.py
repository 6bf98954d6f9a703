"""The app, driven by keys and mouse over a real store: what it then selects, shows, marks and writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from db.models import Kind
from db.selection import parse
from tui.background.lists import PAGE
from tui.messages import RowsWanted
from tui.widgets.facetlines import Shape

Opened = Any


async def test_it_opens_at_the_newest(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        assert screen.timeline.row.title.startswith("Study visit")
        assert screen.detail.detail.milestone.kind is Kind.VISIT
        assert (screen.top.shown, screen.top.totals.stored, screen.top.totals.sources) == (13, 13, 2)
        assert session.app.focused is screen.timeline
        headings = [heading.label for heading in screen.timeline.map.headings]
        assert headings[:4] == ["December 2017", "November 2017", "October 2017", "Autumn 2017"]
        assert headings.index("2nd quarter 2016") < headings.index("April 2016")


async def test_moving(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        timeline = session.screen.timeline
        for keys, row in (
            ("j", 1),
            ("down", 2),
            ("k", 1),
            ("G", 12),
            ("g", 0),
            ("end", 12),
            ("home", 0),
            ("right_square_bracket", 1),
            ("left_square_bracket", 0),
            ("right_curly_bracket", 6),
            ("left_curly_bracket", 0),
            ("pagedown", 12),
            ("ctrl+u", 4),
            ("pageup", 0),
        ):
            await session.press(keys)
            assert timeline.cursor == row, keys
        await session.press("t")
        assert timeline.row.title.startswith("Conference")


async def test_the_cursor_stays_on_its_milestone(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("G", "k")
        title = screen.timeline.row.title
        await session.search("country:kg")
        assert screen.timeline.map.rows == 6
        assert screen.timeline.row.title == title
        await session.press("ctrl+u", *("colon" if char == ":" else char for char in "country:uz"))
        assert screen.timeline.row.title != title
        await session.press("ctrl+u")
        assert screen.timeline.row.title == title


async def test_facets_are_taken_and_excluded(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("shift+tab")
        assert session.app.focused is screen.filters
        assert screen.filters.lines[screen.filters.cursor].value in {"UZ", "KG"}
        await session.type("uzb")
        await session.press("space")
        assert screen.selection.text() == "country:uz"
        assert screen.search.input.value == "country:uz"
        assert all("UZ" in row.countries for row in map(screen.timeline._row, range(screen.timeline.map.rows)))
        await session.press("escape")
        assert screen.filters.narrow == "" and screen.selection.text() == "country:uz"
        await session.type("kazakh")
        await session.press("exclamation_mark")
        assert screen.selection.text() == "country:uz -country:kz"
        counts = {line.value: line.count for line in screen.filters.lines if line.field == "country"}
        assert counts["KZ"] == 0
        await session.press("enter")
        assert screen.selection.text() == "country:uz,kz"


async def test_counts_ignore_their_own_choice(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen

        def counts(field: str) -> dict[str, int]:
            return {line.value: line.count for line in screen.filters.lines if line.field == field and line.shape is Shape.VALUE}

        before = counts("country")
        await session.search("country:uz")
        assert counts("country") == before
        assert counts("kind")["opening"] == 2
        assert "review" in counts("kind") and "training" not in counts("kind")
        assert not screen.filters.stale


async def test_letters_narrow_and_moves_move(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        filters = session.screen.filters
        await session.press("shift+tab")
        first = filters.cursor
        await session.press("j")
        assert filters.cursor == first + 1 and filters.narrow == ""
        await session.pilot.press("k", "y", "r")
        await session.settled()
        assert filters.narrow == "kyr"
        assert [line.label for line in filters.lines if line.shape is Shape.VALUE] == ["Kyrgyzstan"]
        assert filters.lines[filters.cursor].value == "KG"
        await session.press("backspace")
        assert filters.narrow == "ky"
        await session.press("escape")
        assert filters.narrow == "" and session.app.focused is filters
        await session.type("european u")
        assert filters.narrow == "european u"


async def test_the_search_line(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("slash")
        await session.type("liais")
        assert sorted(title.split()[0] for title in session.titles()) == ["Border", "Coordination"]
        assert screen.chips.error == ""
        await session.press("enter")
        assert session.app.focused is screen.timeline
        assert screen.selection.text() == "liais"
        await session.press("escape")
        assert not screen.selection.terms and screen.search.input.value == ""


async def test_a_wrong_query_is_told_in_place(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.search("kind:traning")
        assert "training" in screen.chips.error
        assert any("did you mean" in row for row in session.text())
        assert screen.top.shown == 13
        await session.press("escape")
        assert screen.chips.error == "" and screen.search.input.value == ""
        assert session.app.focused is screen.timeline


async def test_giving_up_a_search_brings_back_what_was(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.search("country:kg")
        await session.press("down", "slash", "end")
        await session.type(" border")
        assert screen.selection.text() == "country:kg border"
        await session.press("escape")
        assert screen.selection.text() == "country:kg"
        await session.press("escape")
        assert not screen.selection.terms


async def test_pasted_control_characters_are_harmless(opened: Opened, small: Path) -> None:
    from textual.events import Paste

    async with opened(small) as session:
        await session.press("slash")
        session.screen.search.input.post_message(Paste("border\x1b[31m\nliai\u200bson\u202e\ufeff"))
        await session.settled()
        assert session.screen.search.input.value == "border liaison"
        session.screen.search.input.post_message(Paste("\n"))
        await session.settled()


async def test_back_goes_step_by_step(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("shift+tab", "space", "tab", "z", "enter")
        assert screen.detail.reading and screen.sizes.maximised
        await session.press("escape")
        assert not screen.sizes.maximised and screen.detail.reading
        await session.press("escape")
        assert not screen.detail.reading and session.app.focused is screen.timeline
        assert screen.selection.terms
        await session.press("escape")
        assert not screen.selection.terms
        await session.press("escape")
        assert session.app.focused is screen.timeline


async def test_chips_by_keys(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.search("country:uz donor:japan after:2016", "enter", "tab", "tab")
        assert session.app.focused is screen.chips
        await session.press("right", "delete")
        assert screen.selection.text() == "country:uz after:2016"
        await session.press("delete", "delete")
        assert not screen.selection.terms and session.app.focused is screen.timeline
        await session.press("escape", "backspace")
        assert screen.selection.text() == ""


async def test_the_chip_that_would_go_is_in_view(opened: Opened, small: Path) -> None:
    async with opened(small, size=(45, 30)) as session:
        await session.search("country:uz,kg donor:japan after:2010 border kind:opening", "enter", "tab", "tab")
        assert session.app.focused is session.screen.chips
        assert "Uzbekistan" in session.text()[2] and "openings" not in session.text()[2]
        await session.press("right", "right", "right", "right")
        assert "openings" in session.text()[2] and "‹" in session.text()[2]
        await session.press("delete")
        assert session.screen.selection.text() == "country:uz,kg donor:Japan after:2010 border"


async def test_marks_stay_while_filters_change(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("space", "space")
        assert len(screen.marks) == 2 and screen.timeline.cursor == 2 and screen.top.marked == 2
        await session.search("country:af", "enter", "asterisk")
        assert len(screen.marks) == 4
        await session.press("asterisk")
        assert len(screen.marks) == 2


async def test_copy_takes_the_current_one(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.press("y")
        assert "Study visit of forensic experts" in session.app.clipboard
        assert "Conference" not in session.app.clipboard
        assert "terminal's clipboard" in session.said()[-1]


async def test_copying_while_the_row_is_read_copies_nothing(opened: Opened, large: Path) -> None:
    async with opened(large) as session:
        session.screen.timeline._pages.clear()
        await session.screen.action_command("copy")
        await session.settled()
        assert session.app.clipboard == "" and "not now" in session.said()[0]


async def test_the_article_is_scrolled_to_the_quote(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 40)) as session:
        screen = session.screen
        await session.search("ayritom", "enter", "enter")
        assert screen.detail.reading and screen.detail.border_title == "Article"
        shown = "\n".join(session.text())
        assert "▎ In May the first liaison" in shown
        assert screen.detail.scroll_offset.y == 0, "the heading is there too, where both fit"
        assert "enter facts" in session.text()[-1]
        await session.press("tab")
        assert "enter facts" in session.text()[-1]
        await session.press("shift+tab", "enter")
        assert "enter read" in session.text()[-1]
        assert not screen.detail.reading
        shown = "\n".join(session.text())
        for words in ("USD 1,380,000", "Japan, through JICA", "XM-DAC-701-8", "beneficiary", "State Customs", "as printed"):
            assert words in shown


async def test_the_words_that_prove_a_donor(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 40)) as session:
        screen, words = session.screen, "“One of them was"
        await session.search("analysers", "enter")
        shown = "\n".join(session.text())
        assert shown.count(f"┆ {words}") == 1 and shown.index("Sweden  XM-DAC-10") < shown.index(words)
        await session.press("enter")
        shown = "\n".join(session.text())
        assert "─ ┆ who paid ─╯" in shown and "▎ On 3 June two analysers" in shown
        await session.press("tab", "right_square_bracket")
        assert "┆ them was bought by JICA" in "\n".join(session.text())
        first = screen.detail.scroll_offset.y
        await session.press("left_square_bracket")
        assert screen.detail.scroll_offset.y < first


async def test_pages_are_fetched_as_they_are_needed(opened: Opened, large: Path) -> None:
    async with opened(large) as session:
        timeline = session.screen.timeline
        assert timeline.map.rows == 500 and set(timeline._pages.keys()) == {0, 1}
        await session.press("G")
        assert timeline.row.title.startswith("Training number")
        assert 3 in timeline._pages and timeline.cursor == 499
        uid = timeline.row.uid
        await session.press("slash")
        await session.type(timeline.row.title.split()[2])
        await session.press("enter")
        assert timeline.row.uid == uid
        await session.press("escape")
        assert timeline.row.uid == uid and timeline.cursor == 499


async def test_a_page_is_of_the_list_that_asked_for_it(opened: Opened, large: Path) -> None:
    async with opened(large) as session:
        screen = session.screen
        screen.timeline._pages.clear()
        screen._rows_wanted(RowsWanted(screen.generation, (1,)))
        # another selection, before the question is put
        screen.selection = parse("country:kg")
        await session.settled()
        assert len({title for title in session.titles()[PAGE : 2 * PAGE] if title != "…"}) == PAGE
        numbers = [int(title.split()[2]) for title in session.titles()[PAGE : 2 * PAGE]]
        assert any(number % 3 for number in numbers), "the page holds what is in Uzbekistan too"


async def test_the_heading_sticks(opened: Opened, large: Path) -> None:
    async with opened(large) as session:
        timeline = session.screen.timeline
        await session.press("pagedown", "pagedown", *["up"] * 12)
        covered = 0
        for _ in range(12):
            await session.press("up")
            number, row = timeline.map.at(timeline.scroll_offset.y)
            assert timeline.map.headings[number].label in session.text()[timeline.content_region.y]
            if row is not None:
                covered += 1
                assert timeline.map.line_of(timeline.cursor) > timeline.scroll_offset.y
        assert covered > 5


async def test_no_heading_sticks_above_the_next_one(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 24)) as session:
        timeline = session.screen.timeline
        for number in range(1, timeline.max_scroll_y):
            timeline.scroll_to(y=number, animate=False, force=True)
            await session.settled()
            heading, row = timeline.map.at(number)
            below = timeline.map.at(number + 1)[1]
            top = session.text()[timeline.content_region.y]
            last = row is not None and below is None
            label = timeline.map.headings[heading].label
            assert (f"{label[:1].upper()}{label[1:]} ─" in top) is not last, top
            if last:
                await session.pilot.click(timeline, offset=(20, timeline.content_region.y - timeline.region.y))
                assert timeline.cursor == row


async def test_no_store_is_no_mishap(opened: Opened, tmp_path: Path) -> None:
    async with opened(tmp_path / "none.db") as session:
        shown = "\n".join(session.text())
        assert "No milestones yet" in shown and "i imports newsletters" in shown and "milepost demo" in shown
        assert not (tmp_path / "none.db").exists()
        await session.press("j", "G", "space", "enter", "e", "y", "asterisk", "t", "tab", "space", "tab", "right_curly_bracket")


async def test_a_store_that_is_none_is_told(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "text.db"
    path.write_text("this is no database, but long enough to look at " * 40)
    async with opened(path) as session:
        assert any("The store cannot be read" in row for row in session.text())
        assert len(session.said()) >= 1 and "\n" not in session.said()[0]


async def test_what_another_program_wrote_is_seen(opened: Opened, small: Path, tmp_path: Path) -> None:
    path = tmp_path / "late.db"
    async with opened(path) as session:
        path.write_bytes(small.read_bytes())
        await session.press("f5")
        assert session.screen.top.shown == 13
