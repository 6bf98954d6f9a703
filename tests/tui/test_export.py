"""The export dialog: each of its keys, what is written, and what it says where nothing can be."""

from __future__ import annotations

import csv
import json
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.widgets import Markdown, Static

from db.connect import open_store
from db.export.options import ExportOptions, Format, Group, Shape
from db.selection import Selection
from tests.tui import standstill
from tests.tui.conftest import TODAY, Session
from tui.exports.file import short
from tui.exports.leaving import leaving
from tui.render import clean
from tui.screens.exportdialog import ExportScreen
from tui.screens.help import HelpScreen
from tui.widgets.exportpreview import ENTRIES, glimpse

Opened = Any


def dialog(session: Session) -> ExportScreen:
    """The dialog, which is open."""
    assert isinstance(session.app.screen, ExportScreen)
    return session.app.screen


def said(session: Session) -> str:
    """What the dialog says below the path."""
    return str(dialog(session).said.content)


def seen(session: Session) -> str:
    """The preview, as text."""
    preview = dialog(session).preview
    if preview.query_one("#preview-plain").display:
        return str(preview.query_one("#preview-plain", Static).content)
    return preview.query_one(Markdown).source


async def name_it(session: Session, path: Path | str) -> None:
    """Type a path."""
    await session.press("tab")
    dialog(session).path.value = str(path)
    await session.settled()


async def test_two_keys_write_what_is_shown(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.search("country:uz donor:japan", "enter", "e", "enter")
        path = Path.cwd() / "milepost-uzbekistan-funded-by-japan.md"
        text = path.read_text(encoding="utf-8")
        assert text.startswith("# Milestones: Uzbekistan, funded by Japan\n")
        assert "Ayritom" in text and "Astana" not in text
        assert str(path) in session.said()[-1] and "2 milestones" in session.said()[-1]
        await session.press("e")
        assert dialog(session).path.value.endswith("milepost-uzbekistan-funded-by-japan-2.md")
        await session.press("enter")
        assert path.with_name(f"{path.stem}-2.md").read_text(encoding="utf-8") == text


async def test_keys_typed_at_once_do_the_same(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.pilot.press("e", "enter")
        await session.settled()
        assert (Path.cwd() / "milepost-all-milestones.md").is_file() and session.app.screen is session.screen


async def test_the_marked_go_first_and_say_how_many_lie_outside(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.press("space", "space")
        await session.search("country:uz", "enter", "e")
        assert dialog(session).uids == session.screen.marks and dialog(session).path.value.endswith("milepost-2-marked.md")
        await session.press("w")
        assert not dialog(session).uids and dialog(session).path.value.endswith("milepost-uzbekistan.md")
        await session.press("w", "enter")
        assert "1 of them outside the filter" in session.said()[-1]
        assert (Path.cwd() / "milepost-2-marked.md").read_text(encoding="utf-8").startswith("# Marked milestones\n")


async def test_there_is_nothing_to_take_along(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.search("zebra", "enter", "e", "y")
        assert list(Path.cwd().iterdir()) == [] and session.app.screen is session.screen
        assert "none is marked" in session.said()[-1]


async def test_each_option_has_a_key_and_is_kept(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.press("e", "s", "g", "g", "v")
        assert dialog(session).chosen.options == ExportOptions(Format.MARKDOWN, Shape.TABLE, Group.DONOR, False)
        assert "| When | What |" in seen(session) and "## European Union" in seen(session) and "[1]" not in seen(session)
        await session.press("enter")
        text = (Path.cwd() / "milepost-all-milestones.md").read_text(encoding="utf-8")
        assert "| When | What |" in text and "\n## European Union\n" in text and "[^" not in text
        await session.press("e")
        assert dialog(session).chosen.options == ExportOptions(Format.MARKDOWN, Shape.TABLE, Group.DONOR, False)
        await session.press("escape")
        assert session.screen.export_choices.options.group is Group.DONOR
        await session.press("e", "s", "escape", "e")
        assert dialog(session).chosen.options.shape is Shape.TABLE


async def test_other_formats_hold_everything(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.press("e", "f")
        assert dialog(session).path.value.endswith(".csv") and seen(session).startswith("id,title,when")
        await session.press("g")
        assert dialog(session).chosen.options.group is Group.DATE and "about Markdown" in said(session)
        await session.press("enter")
        with (Path.cwd() / "milepost-all-milestones.csv").open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file))) == 13
        assert (Path.cwd() / "milepost-all-milestones.csv").read_bytes().startswith(b"\xef\xbb\xbf"), "Excel looks for it"
        await session.press("e", "f", "enter")
        assert len(json.loads((Path.cwd() / "milepost-all-milestones.json").read_text(encoding="utf-8"))) == 13
        await session.press("e", "f", "enter")
        lines = (Path.cwd() / "milepost-all-milestones.jsonl").read_text(encoding="utf-8").splitlines()
        assert len(lines) == 13
        assert session.said()[-1].startswith("Exported as JSON Lines\n")


async def test_to_the_clipboard(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.press("e", "c")
        assert "OSC 52" in said(session) and "A file always works" in said(session)
        await session.press("tab")
        assert not dialog(session).path.has_focus
        await session.press("enter")
        assert "# All milestones" in session.app.clipboard and list(Path.cwd().iterdir()) == []
        assert "13 milestones" in session.said()[-1] and "clipboard" in session.said()[-1]
        await session.press("e")
        assert dialog(session).chosen.clipboard


async def test_what_is_there_is_overwritten_only_by_a_second_enter(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        path = Path.cwd() / "mine.md"
        path.write_text("mine", encoding="utf-8")
        await session.press("e")
        await name_it(session, path)
        await session.press("enter")
        assert path.read_text(encoding="utf-8") == "mine"
        assert "mine.md is there already: enter again overwrites it; mine-2.md is free" in said(session)
        await session.press("tab", "s", "enter")
        assert path.read_text(encoding="utf-8") == "mine"
        await session.press("enter")
        assert "# All milestones" in path.read_text(encoding="utf-8") and session.app.screen is session.screen


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "name a file"), (".", "it is a folder; name a file in it"), ("no/a.md", "there is no folder no; make it first")],
)
async def test_a_path_that_cannot_be_is_told_in_place(opened: Opened, small: Path, typed: str, words: str) -> None:
    async with opened(small) as session:
        await session.press("e")
        await name_it(session, typed)
        await session.press("enter")
        assert words in said(session) and "\n" not in said(session)
        assert dialog(session).path.value == typed and list(Path.cwd().iterdir()) == []
        await name_it(session, "a.md")
        await session.press("enter")
        assert (Path.cwd() / "a.md").is_file()


async def test_a_typed_folder_is_proposed_the_next_time(opened: Opened, small: Path, tmp_path: Path) -> None:
    async with opened(small) as session:
        (tmp_path / "reports").mkdir()
        await session.press("e")
        await name_it(session, tmp_path / "reports" / "one.md")
        await session.press("tab", "f")
        assert dialog(session).path.value == str(tmp_path / "reports" / "one.csv")
        await session.press("enter")
        await session.press("e")
        assert Path(dialog(session).path.value).expanduser() == tmp_path / "reports" / "milepost-all-milestones.csv"


async def test_the_ending_of_a_typed_name_decides_the_format(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 40)) as session:
        await session.press("e", "f", "f", "tab", "ctrl+u")
        for typed, called in (("all.csv", "CSV"), ("l.json", "JSON"), ("l", "JSON Lines"), (".old", "JSON Lines")):
            await session.type(typed)
            assert any(f"● {called}" in row for row in session.text()), typed
            if typed == "all.csv":
                assert seen(session).startswith("id,title,when") and "CSV holds all" in said(session)
                await session.press(*["backspace"] * 7)
        await session.press("ctrl+u", *"my.MD", "left", "left", "left", *"x")
        assert dialog(session).path.value == "myx.MD" and "# All milestones" in seen(session)
        await session.press("enter")
        assert (Path.cwd() / "myx.MD").read_text(encoding="utf-8").startswith("# All milestones")
        await session.press("e")
        assert dialog(session).chosen.options.format is Format.MARKDOWN


async def test_the_path_is_completed(opened: Opened, small: Path, tmp_path: Path) -> None:
    async with opened(small) as session:
        (tmp_path / "reports").mkdir()
        await session.press("e", "tab", "ctrl+u")
        await session.type(f"{tmp_path}/rep")
        await session.press("right")
        assert dialog(session).path.value == f"{tmp_path}/reports/"


async def test_scrolling_help_and_leaving(opened: Opened, small: Path) -> None:
    async with opened(small, size=(80, 24)) as session:
        await session.press("e", "down", "j", "pagedown")
        assert dialog(session).preview.scroll_y == 12
        await session.press("up", "k", "pageup")
        assert dialog(session).preview.scroll_y == 0
        await session.press("question_mark")
        assert isinstance(session.app.screen, HelpScreen)
        await session.press("escape", "escape")
        assert session.app.screen is session.screen and list(Path.cwd().iterdir()) == []


async def test_a_store_that_went_away_is_told(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.press("e")
        mine.write_bytes(b"no database any more" * 500)
        await session.press("f", "enter")
        assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize("size", [(20, 6), (45, 30), (80, 24)])
async def test_it_survives_small_terminals(opened: Opened, small: Path, size: tuple[int, int]) -> None:
    async with opened(small, size=size) as session:
        await session.press("e", "f", "c", "c", "enter")
        assert (Path.cwd() / "milepost-all-milestones.csv").is_file()


async def test_hostile_text_in_the_preview_reads_as_itself(opened: Opened, make_store: Any, tmp_path: Path) -> None:
    bad = "[bold]x[/] [^1] \x1b[31m https://evil.example <b>"
    told = {"title": bad, "date": "2016-05", "words": bad, "donor": "D", "sentence": bad, "place": bad}
    async with opened(make_store(tmp_path / "bad.db", "a.txt", told), size=(120, 40)) as session:
        await session.press("e")
        shown = "\n".join(session.text())
        assert "[bold]x[/] [^1] " in shown and "<b>" in shown and "\x1b" not in shown
        assert all(clean(row) == row for row in session.text())


@pytest.mark.parametrize(("path", "shown"), [("here/a.md", "./a.md"), ("b/a.md", "~/b/a.md"), ("/srv/a.md", "/srv/a.md")])
def test_a_path_is_shown_as_one_would_type_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, shown: str) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert short(tmp_path / path) == shown


def test_a_footnote_in_a_glimpse_stands_close_to_its_words() -> None:
    shown = glimpse("- **2016**: Opened.[^1][^2] Funded by JICA[^2].\n\n[^1]: “One.”\n\n[^2]: “Two.”\n")
    assert [line for line in shown.splitlines() if line] == [
        "- **2016**: Opened.\\[1\\]\\[2\\] Funded by JICA\\[2\\].",
        "\\[1\\] “One.”",
        "\\[2\\] “Two.”",
    ]


def test_a_glimpse_is_the_beginning_with_its_footnotes() -> None:
    items = "".join(f"- **2016**: {number}.[^{number}]\n" for number in range(1, 30))
    notes = "".join(f"\n[^{number}]: “{number}”\n" for number in range(1, 30))
    shown = glimpse(f"# All\n\n{items}{notes}")
    assert shown.count("- **") == ENTRIES and shown.count("“") == ENTRIES and "\n…\n" in shown and "[^" not in shown
    assert glimpse("- **2016**: \\[^1\\].\n") == "- **2016**: \\[^1\\].\n"


async def test_what_is_typed_takes_the_place_of_the_proposed_name(opened: Any, small: Path) -> None:
    async with opened(small) as session:
        await session.press("e", "tab", *"out.md")
        assert session.app.screen.path.value == "out.md"


@pytest.mark.parametrize(("steps", "doing"), [(0, "Writing 500"), (1, "Writing 500 of 500"), (3, "Writing 500 of 500")])
async def test_writing_says_how_far_it_is_and_stops(
    opened: Opened, large: Path, monkeypatch: pytest.MonkeyPatch, steps: int, doing: str
) -> None:
    monkeypatch.setattr("tui.screens.exportdialog.so_far", standstill.so_far)
    async with opened(large) as session:
        await session.press("e", *("f" * steps))
        path = Path(dialog(session).path.value)
        await session.pilot.press("enter")
        await session.until(lambda: said(session) == f"{doing} · esc stops")
        assert "esc stop" in dialog(session).keys.render_line(0).text
        assert path.exists()
        await session.press("escape")
        assert "esc leave" in dialog(session).keys.render_line(0).text
        assert said(session) == "Stopped: nothing was written" and list(Path.cwd().iterdir()) == []
        monkeypatch.undo()
        await session.press("escape")
        assert session.app.screen is session.screen


def test_only_markdown_is_held_as_a_whole(small: Path) -> None:
    taken: list[list[str]] = []
    with open_store(small, readonly=True) as store:
        for one in (Format.CSV, Format.JSONL, Format.MARKDOWN):
            ask = partial(leaving, store.connection, Selection(), frozenset(), TODAY, ExportOptions(one))
            left = ask(write=lambda pieces: taken.append(list(pieces)))
            assert (left.count, left.text) == (13, "") and "".join(taken[-1]) == ask().text
    assert [len(pieces) for pieces in taken] == [14, 13, 1]


async def test_what_was_to_be_overwritten_stays_when_writing_is_stopped(
    opened: Opened, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.exportdialog.so_far", standstill.so_far)
    async with opened(large) as session:
        path = Path.cwd() / "mine.csv"
        path.write_text("mine", encoding="utf-8")
        await session.press("e", "f")
        await name_it(session, path)
        await session.press("enter")
        await session.pilot.press("enter")
        await session.until(lambda: "500 of 500" in said(session))
        assert len(list(Path.cwd().iterdir())) == 2
        await session.press("escape")
        assert list(Path.cwd().iterdir()) == [path] and path.read_text(encoding="utf-8") == "mine"


async def test_the_preview_says_what_will_be_written(opened: Opened, large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(large) as session:
        await session.press("e")
        assert "\n500 milestones, 2009 to 2017, from 1 source." in seen(session)
        await session.press("escape")
        monkeypatch.setattr("tui.screens.exportdialog._LOOKED_AT", 100)
        await session.press("e")
        assert "\n500 milestones. Years, sources and amounts are added up when all of them are written." in seen(session)
        await session.press("enter")
        text = (Path.cwd() / "milepost-all-milestones.md").read_text(encoding="utf-8")
        assert "\n500 milestones, 2009 to 2017, from 1 source." in text


async def test_the_preview_is_of_the_chosen_format_or_looked_for(opened: Opened, small: Path, answers: Event) -> None:
    async with opened(small) as session:
        await session.press("e")
        preview = dialog(session).preview
        assert preview.border_title == "How it begins" and "# All milestones" in seen(session)
        answers.clear()
        await session.pilot.press("f")
        await session.until(lambda: preview.border_title == "Looking …")
        assert not any(drawn.display for drawn in preview.children)
        answers.set()
        await session.settled()
        assert preview.border_title == "How it begins" and seen(session).startswith("id,title,when")


async def test_a_working_folder_that_is_gone_is_none_to_write_to(opened: Opened, small: Path, tmp_path: Path) -> None:
    async with opened(small) as session:
        (tmp_path / "here").rmdir()
        await session.press("e")
        await session.press("enter")
        assert [path.suffix for path in tmp_path.glob("milepost-*")] == [".md"]
