"""Importing from the app: paths, the process that reads, the dialog, and what the timeline shows after it."""

import asyncio
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from db import connect
from db.connect import open_store
from tui.cli import main
from tui.imports.files import newsletters, typed_path
from tui.imports.outcome import Outcome
from tui.imports.running import Begun, Import, Reading
from tui.imports.saving import import_all
from tui.screens.importdialog import ImportScreen
from tui.screens.review import ReviewScreen
from tui.widgets.pathinput import PathInput, completed

SAMPLES = Path(__file__).resolve().parent.parent.parent / "importers" / "samples"
STORY = "Border offices\n\nA border liaison office was opened at Ayritom, Uzbekistan, on {day} May 2016 with money from Japan.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three newsletters, one of them in a folder, and one file that is none."""
    news = tmp_path / "news"
    (news / "old").mkdir(parents=True)
    for number, name in enumerate(("a.txt", "b.md", "old/c.txt"), 11):
        (news / name).write_text(STORY.format(day=number), encoding="utf-8")
    (news / "broken.txt").write_bytes(b"%PDF-1.4\0\0\0")
    (news / "table.csv").write_text("a,b\n", encoding="utf-8")
    return news


def test_a_store_that_another_program_keeps_to_itself(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.05)
    with open_store(tmp_path / "s.db", create=True) as store:
        other = sqlite3.connect(store.path, isolation_level=None)
        other.execute("begin exclusive")
        (done,) = import_all(store, [folder / "a.txt"])
        assert done.report is None and "is busy: another program has been writing to it" in done.error
        other.execute("rollback")
        other.close()
        (done,) = import_all(store, [folder / "a.txt"])
        assert done.report is not None and done.report.new == 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("news/a.txt", ["a.txt"]),
        (" 'news/a.txt' ", ["a.txt"]),
        ('"news/a.txt"', ["a.txt"]),
        ("~/news/b.md", ["b.md"]),
        ("news", ["a.txt", "b.md", "broken.txt", "c.txt"]),
        ("news/*.txt", ["a.txt", "broken.txt"]),
        ("news/**/c.*", ["c.txt"]),
        ("my\\ news/a.txt", ["a.txt"]),
    ],
)
def test_paths_as_people_type_them(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, found: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "my news").symlink_to(folder)
    wanted = [path for path in newsletters([typed_path(typed)]) if isinstance(path, Path)]
    assert [path.name for path in wanted] == found


def test_what_is_hidden_in_a_folder_is_left_out_and_counted(folder: Path) -> None:
    for name in (".venv/lib/licence.txt", "old/.git/log.md", "._a.txt", "shown/.hidden.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(STORY.format(day=3))
    *found, note = newsletters([folder])
    assert [path.name for path in found if isinstance(path, Path)] == ["a.txt", "b.md", "broken.txt", "c.txt"]
    assert note == Outcome(str(folder), None, note=f"{folder}: 4 hidden files and folders left out")
    assert [*newsletters([folder / ".venv"])] == [folder / ".venv/lib/licence.txt"], "one that is named is read"
    *_, note = newsletters([folder / "old"])
    assert isinstance(note, Outcome) and note.note.endswith("old: 1 hidden file or folder left out")


def test_the_pdfs_of_a_folder_are_counted(folder: Path) -> None:
    (folder / "q1.pdf").write_bytes(b"%PDF-1.4")
    *_, note = newsletters([folder])
    remedy = "into text first, for example with `pdftotext FILE.pdf`"
    assert note == Outcome(str(folder), None, note=f"{folder}: 1 PDF is not read; turn it {remedy}")
    (folder / "more").mkdir()
    (folder / "more" / "Q2.PDF").write_bytes(b"%PDF-1.4")
    *_, note = newsletters([folder])
    assert note == Outcome(str(folder), None, note=f"{folder}: 2 PDFs are not read; turn them {remedy}")
    none, note = newsletters([folder / "more"])
    assert isinstance(none, Outcome) and "no newsletters" in none.error and isinstance(note, Outcome) and "1 PDF" in note.note


async def test_a_known_text_under_another_name_is_told_by_both(opened: Any, tmp_path: Path, folder: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    async with opened(tmp_path / "store.db") as session:
        await imported(session, str(folder / "a.txt"))
        await session.press("escape")
        await imported(session, str(folder / "copy.txt"))
        assert "copy.txt (known as a.txt): 0 new" in "\n".join(session.text())
    told = CliRunner().invoke(main, ["import", str(folder / "copy.txt"), "--store", str(tmp_path / "store.db")])
    assert told.stdout.startswith("copy.txt (known as a.txt): 0 new") and told.exit_code == 0


@pytest.mark.parametrize("typed", ["nowhere.txt", "nowhere/*.txt", "news/[z]*"])
def test_what_names_no_file_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.chdir(folder.parent)
    (outcome,) = newsletters([typed_path(typed)])
    assert isinstance(outcome, Outcome) and outcome.error == f"{typed}: there is no such file"


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("", None),
        ("ne", "news/"),
        ("news/", "news/a.txt"),
        ("news/b", "news/b.md"),
        ("news/t", None),
        ("news/a.txt", None),
        ("news/o", "news/old/"),
        ("~/ne", "~/news/"),
        ("~", None),
        ("nowhere/a", None),
        ("news/.", "news/.hidden.txt"),
    ],
)
def test_completion(folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str, whole: str | None) -> None:
    monkeypatch.chdir(folder.parent)
    monkeypatch.setenv("HOME", str(folder.parent))
    (folder / ".hidden.txt").touch()
    (folder / "bad\nname.txt").touch()
    assert completed(typed, {".txt", ".md"}) == whole


async def events(store: Path, path: Path) -> list[Begun | Reading | Outcome]:
    return [event async for event in Import(store, path).events()]


async def test_the_process_tells_what_it_does(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    begun, *rest = await events(store, folder)
    assert begun == Begun(4, 0)
    assert [Path(event.path).name for event in rest if isinstance(event, Reading)] == ["a.txt", "b.md", "broken.txt", "c.txt"]
    outcomes = {Path(event.path).name: event for event in rest if isinstance(event, Outcome)}
    assert [name for name, outcome in outcomes.items() if outcome.error] == ["broken.txt"]
    report = outcomes["a.txt"].report
    assert report is not None and report.new == 1 and report.notes == ()


async def test_a_wrong_path_makes_no_store(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    begun, outcome = await events(store, tmp_path / "nowhere")
    assert begun == Begun(1, 0) and isinstance(outcome, Outcome) and "no such file" in outcome.error
    assert not store.exists()


async def test_a_store_that_is_none_is_one_line(folder: Path) -> None:
    (outcome,) = await events(folder / "table.csv", folder)
    assert isinstance(outcome, Outcome) and "no store" in outcome.error and "\n" not in outcome.error


async def test_python_that_cannot_run_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(folder / "python"))
    (outcome,) = await events(folder / "store.db", folder)
    assert isinstance(outcome, Outcome) and "nothing can be read now" in outcome.error


async def test_a_process_that_dies_is_one_line(folder: Path) -> None:
    running = Import(folder / "store.db", folder)
    told = []
    async for event in running.events():
        told.append(event)
        if isinstance(event, Begun):
            assert running._process is not None
            running._process.send_signal(signal.SIGKILL)
    assert isinstance(told[-1], Outcome) and "too early" in told[-1].error


async def test_stopping_keeps_what_is_done(tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(300):
        words = " ".join(f"w{number}x{word}" for word in range(8))
        (many / f"{number:03}.txt").write_text(f"On {number % 28 + 1} May 2016 a {words} office was opened in Osh.\n")
    store = tmp_path / "store.db"
    running = Import(store, many)
    done = 0
    async for event in running.events():
        done += isinstance(event, Outcome)
        if done == 5:
            running.stop()
    assert running.stopped and 5 <= done < 300
    with open_store(store, readonly=True) as found:
        (stored,) = found.connection.execute("select count(*) from source").fetchone()
    assert done <= stored <= done + 1


async def imported(session: Any, path: str) -> ImportScreen:
    await session.press("i")
    screen = session.app.screen
    assert isinstance(screen, ImportScreen)
    screen.path.value = path
    await session.press("enter")
    while screen.running is not None:
        await asyncio.sleep(0.02)
    await session.settled()
    return screen


async def test_from_nothing(opened: Any, tmp_path: Path) -> None:
    store = tmp_path / "new" / "store.db"
    async with opened(store) as session:
        assert "i imports newsletters" in "\n".join(session.text())
        screen = await imported(session, str(SAMPLES))
        assert len(screen.reports) == 4 and not screen.report.broken
        told = session.screen.timeline.map.rows
        assert told > 80
        assert f"4 newsletters read: {told} new" in "\n".join(session.text())
        await session.press("escape")
        assert session.app.screen is session.screen
        again = await imported(session, str(SAMPLES))
        assert f"0 new, 0 changed, {told} unchanged" in "\n".join(session.text())
        await session.press("r")
        assert isinstance(session.app.screen, ReviewScreen)
        assert len(session.app.screen.queue.uids) == again.doubtful > 0
        assert session.app.screen.selection.text() == "source:10q4-milestones.txt,16q2-milestones.md is:doubtful"


async def test_the_cursor_goes_to_the_first_new_one(opened: Any, mine: Path, folder: Path) -> None:
    async with opened(mine) as session:
        await session.press("G")
        before = session.screen.timeline.row.uid
        await imported(session, str(folder / "a.txt"))
        await session.press("escape")
        assert session.screen.timeline.row.uid != before
        assert session.screen.timeline.row.file == "a.txt"


async def test_more_can_be_imported_from_the_report(opened: Any, tmp_path: Path, folder: Path) -> None:
    async with opened(tmp_path / "store.db") as session:
        screen = await imported(session, str(folder / "a.txt"))
        await session.press("i")
        assert session.app.focused is screen.path and not screen.report.display
        screen.path.value = str(folder / "b.md")
        await session.press("enter")
        while screen.running is not None:
            await asyncio.sleep(0.02)
        await session.settled()
        assert [report.file for report in screen.reports] == ["b.md"] and screen.report.display
        await session.press("escape")
        assert session.screen.timeline.map.rows == 2


async def test_broken_files_have_a_line_each_and_nothing_is_lost(opened: Any, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(40):
        (many / f"{number:02}.txt").write_text(
            f"On {number % 28 + 1} May {1990 + number % 30} an office number {number} opened in Osh.\n"
        )
    for number in (7, 21, 33):
        (many / f"{number:02}.txt").write_bytes(b"\x89PNG\r\n\0\0")
    async with opened(tmp_path / "store.db", size=(80, 24)) as session:
        screen = await imported(session, str(many))
        assert [Path(line.partition(":")[0]).name for line in screen.report.broken] == ["07.txt", "21.txt", "33.txt"]
        assert len(screen.reports) == 37
        shown = "\n".join(session.text())
        assert "3 could not be read" in shown and shown.count("✗") == 3


async def test_a_wrong_path_can_be_mended(opened: Any, tmp_path: Path, folder: Path) -> None:
    store = tmp_path / "store.db"
    async with opened(store) as session:
        await session.press("i", "enter")
        assert "Type a path first" in "\n".join(session.text())
        await session.press("escape")
        screen = await imported(session, "nowhere")
        assert "nowhere: there is no such file" in "\n".join(session.text())
        assert isinstance(session.app.focused, PathInput) and not store.exists()
        screen.path.value = str(folder / "a")
        screen.path.cursor_position = len(screen.path.value)
        await session.settled()
        await session.press("right")
        assert screen.path.value.endswith("a.txt")
        await session.press("f1", "escape", "escape")
        assert session.app.screen is session.screen


async def test_a_text_without_milestones_says_so_and_offers_no_review(opened: Any, tmp_path: Path) -> None:
    (tmp_path / "shopping.txt").write_text("Bread, salt and tea.\n")
    async with opened(tmp_path / "store.db") as session:
        await imported(session, str(tmp_path / "shopping.txt"))
        shown = "\n".join(session.text())
        assert "1 newsletter read: no milestones found in it" in shown and "· shopping.txt: no milestones found in it" in shown
        assert "✓" not in shown and "review the doubtful" not in shown and "import more" in shown
        (tmp_path / "office.txt").write_text(STORY.format(day=4))
        (tmp_path / ".hidden.txt").write_text(STORY.format(day=5))
        await session.press("escape")
        await imported(session, str(tmp_path))
        shown = " ".join(word for line in session.text() for word in line.split() if word != "│")
        assert "2 newsletters read: 1 new, 0 changed, 0 unchanged, 0 doubtful; no milestones found in 1 of" in shown
        assert "hidden" in shown  # the line breaks where the name of the folder ends


async def test_impatience_stops_nothing(opened: Any, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(60):
        (many / f"{number:03}.txt").write_text(f"On {number % 28 + 1} May 2016 office number {number} was opened in Osh.\n")
    async with opened(tmp_path / "store.db") as session:
        await session.press("i")
        screen = session.app.screen
        screen.path.value = str(many)
        await session.pilot.press("enter", "enter", "q")
        await session.pilot.pause()
        assert "esc stops" in "\n".join(session.text()), "also while it looks for newsletters"
        while screen.running is not None:
            await session.pilot.press("enter")
            await session.pilot.pause(0.02)
        await session.settled()
        assert len(screen.reports) == 60 and "Stopped" not in "\n".join(session.text())
        await session.press("enter")
        assert session.app.screen is session.screen


async def test_stopping_by_key(opened: Any, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(400):
        (many / f"{number:03}.txt").write_text(f"On {number % 28 + 1} May 2016 office number {number} was opened in Osh.\n" * 3)
    async with opened(tmp_path / "store.db") as session:
        await session.press("i")
        screen = session.app.screen
        screen.path.value = str(many)
        await session.pilot.press("enter")
        while not screen.reports:
            await session.pilot.pause(0.02)
        await session.pilot.press("escape")
        await session.settled()
        assert session.app.screen is screen and 0 < len(screen.reports) < 400
        assert "Stopped after" in "\n".join(session.text())
        await session.press("escape")
        assert session.app.screen is session.screen and session.screen.timeline.map.rows
