"""The commands by which people put things right: what they say, what they change, how they refuse."""

from __future__ import annotations

import json
import os
import pty
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.db.newsletters import AGAIN, BRIDGE, CAMP, COURSE, TALKS, filled
from tui.cli import main
from tui.cli.common import is_terminal

Run = Callable[..., Result]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return filled(tmp_path / "s.db")


@pytest.fixture
def run(store: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("MILEPOST_STORE", str(store))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(store.parent / "config"))

    def call(*words: str, user: str = "ann", text: str = "") -> Result:
        return CliRunner(env={"MILEPOST_USER": user}).invoke(main, list(words), input=text, catch_exceptions=False)

    return call


def uid(store: Path, quote: str) -> str:
    with sqlite3.connect(store) as connection:
        found = connection.execute("select uid from milestone where quote = ?", (quote,)).fetchone()[0]
    connection.close()
    assert isinstance(found, str)
    return found


def record(run: Run, milestone: str) -> dict[str, Any]:
    told = json.loads(run("show", milestone, "--json").stdout)
    assert isinstance(told, dict)
    return told


def test_edit(run: Run, store: Path) -> None:
    bridge = uid(store, BRIDGE)
    done = run(
        "edit",
        bridge[:6],
        "--set",
        "date=13 May 2016",
        "--set",
        "country+=KZ:participant",
        "--set",
        "donor+=Japn",
        "--why",
        "see annex",
    )
    assert (done.exit_code, done.stderr) == (0, "note: “Japn” is a new donor; did you mean Japan?\n")
    told = "date: May 2016 → 13 May 2016; country added: Kazakhstan (participant); donor added: Japn"
    assert done.stdout == f"{bridge}  Checkpoint opened at the bridge: {told}\n"
    there = record(run, bridge)
    assert (there["date"], there["basis"]) == ("2016-05-13", "edited")
    assert [country["code"] for country in there["countries"]] == ["UZ", "AF", "KZ"]
    assert "see annex" in run("log", bridge).stdout
    again = run("edit", bridge, "--set", "date=2016-05-13", "--json")
    assert json.loads(again.stdout)[0]["id"] == bridge
    assert run("edit", bridge, "--set", "date=2016-05-13").stderr == "nothing changed: it is so already\n"
    assert run("edit", bridge, "--as-read", "date").exit_code == 0
    assert record(run, bridge)["basis"] == "stated"


def test_edit_several_at_once(run: Run, store: Path) -> None:
    uids = [uid(store, quote) for quote in (BRIDGE, COURSE)]
    assert run("edit", *uids, "--set", "donor+=Sweden").exit_code == 0
    assert len(json.loads(run("export", "-f", "json", "donor:sweden").stdout)) == 3
    assert run("undo").stdout.count("undone: ") == 2
    assert len(json.loads(run("export", "-f", "json", "donor:sweden").stdout)) == 1


REFUSED = [
    (("edit", "{bridge}", "--set", "date=30 February 2016"), 2, "“30 February 2016” is not a date"),
    (("edit", "{bridge}", "--set", "date=15-13 April 2016"), 2, "ends before it starts"),
    (("edit", "{bridge}", "--set", "country+=Kasachstan"), 2, "did you mean Kazakhstan?"),
    (("edit", "{bridge}", "--set", "kind=opning"), 2, "did you mean opening?"),
    (("edit", "{bridge}", "--set", "title=short"), 2, "10 to 90 characters"),
    (("edit", "{bridge}", "--set", "tilte=x"), 2, "did you mean title?"),
    (("edit", "{bridge}", "--as-read", "tilte"), 2, "did you mean title?"),
    (("edit", "nobody", "--set", "kind=visit"), 1, "no milestone has the ID “nobody”"),
    (("edit", "", "--set", "kind=visit"), 1, "no milestone has the ID “”"),
    (("accept", "nobody"), 1, "no milestone has the ID"),
    (("accept", "-q", "kind:opning"), 2, "opening"),
    (("note", "nobody", "x"), 1, "no milestone has the ID"),
    (("merge", "{bridge}"), 1, "merging takes two milestones"),
    (("merge", "{bridge}", "{bridge}"), 1, "merging takes two milestones"),
    (("unmerge", "{bridge}"), 1, "is not merged"),
    (("add", "Too late", "--date", "2016", "--kind", "visit"), 2, "10 to 90 characters"),
    (("add", "Something happened", "--date", "someday", "--kind", "visit"), 2, "is not a date"),
    (("log", "nobody"), 1, "no milestone has the ID"),
    (("sources", "rename", "nobody", "x"), 1, "no newsletter is called “nobody”"),
    (("sources", "remove", "news"), 1, "“news” may be"),
    (("reread", "nobody"), 1, "no newsletter is called “nobody”"),
    (("review", "countri:uz"), 2, "country"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "code", "message"), REFUSED, ids=[" ".join(words) for words, *_ in REFUSED])
def test_what_is_refused_changes_nothing(run: Run, store: Path, words: tuple[str, ...], code: int, message: str) -> None:
    before = store.read_bytes()
    done = run(*(word.format(bridge=uid(store, BRIDGE)) for word in words))
    assert done.exit_code == code
    assert message in done.stderr
    assert done.stderr.startswith("milepost: ")
    assert len(done.stderr.splitlines()) == 1
    assert store.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("edit", "x"),
        ("edit", "x", "--set", "a=b", "--as-read", "date"),
        ("accept",),
        ("merge",),
        ("merge", "--list", "x"),
        ("review",),
    ],
)
def test_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_an_ambiguous_id(run: Run, store: Path) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute("update milestone set uid = 'aaaaaaaaa' || id where id < 3")
    connection.close()
    done = run("accept", "aaaa")
    assert (done.exit_code, done.stderr) == (1, "milepost: “aaaa” is the beginning of aaaaaaaaa1, aaaaaaaaa2: write more of it\n")


def test_add_needs_no_store(run: Run, tmp_path: Path) -> None:
    new = str(tmp_path / "new.db")
    done = run("add", "Opened by hand in Osh", "--date", "Q2 2016", "--kind", "mou", "--set", "place=Osh", "--store", new)
    assert (done.exit_code, done.stderr) == (0, "note: “Osh” is a new place\n")
    there = json.loads(run("show", done.stdout.strip(), "--json", "--store", new).stdout)
    assert (there["date"], there["kind"], there["source"], there["quote"], there["basis"]) == (
        "2016-34",
        "agreement",
        None,
        None,
        "edited",
    )
    missing = run("edit", "x", "--set", "kind=visit", "--store", str(tmp_path / "typo.db"))
    assert (missing.exit_code, (tmp_path / "typo.db").exists()) == (1, False)


def test_judging_and_notes(run: Run, store: Path) -> None:
    bridge = uid(store, BRIDGE)
    assert run("accept", "-q", "source:one.txt").stderr == "4 accepted\n"
    assert run("accept", bridge, uid(store, CAMP)).stderr == "1 accepted, 1 was so already\n"
    assert run("reject", bridge, "--why", "no such thing").stderr == "1 rejected\n"
    assert bridge not in run("list").stdout
    assert bridge in run("list", "status:rejected").stdout
    assert run("note", bridge, "look this up").stderr == "note written\n"
    assert record(run, bridge)["note"] == "look this up"
    assert run("note", bridge, "-", text="from a pipe\n").stderr == "note written\n"
    assert record(run, bridge)["note"] == "from a pipe"
    assert run("note", bridge, "").stderr == "note removed\n"


def test_a_note_in_the_editor(run: Run, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text("import sys, time\ntime.sleep(0.01)\nopen(sys.argv[1], 'a').write('written in the editor')\n")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {editor}")
    monkeypatch.setattr("tui.cli.edit.is_terminal", lambda: True)
    bridge = uid(store, BRIDGE)
    run("note", bridge, "first: ")
    done = run("note", bridge)
    assert done.stderr.endswith("note written\n")
    assert record(run, bridge)["note"].split() == ["first:", "written", "in", "the", "editor"]
    editor.write_text("pass\n")
    assert run("note", bridge).stderr.endswith("the note was not saved\n")


def test_without_a_terminal_no_editor_is_opened(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "false")
    bridge = uid(store, BRIDGE)
    done = run("note", bridge)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "milepost: there is no terminal to write a note in: give its text, or - to read it from standard input\n"
    missing = run("note", bridge, "--store", str(store.with_name("typo.db")))
    assert (missing.exit_code, store.with_name("typo.db").exists()) == (2, False)
    assert run("edit", bridge).exit_code == 2, "a correction is never asked for in an editor"
    monkeypatch.setattr("sys.stdin", None)
    assert not is_terminal()


@pytest.mark.parametrize("closed", ["stdin", "stdout"])
def test_an_editor_needs_a_terminal_at_both_ends(store: Path, closed: str) -> None:
    shell, child = pty.openpty()
    try:
        ends = {"stdin": child, "stdout": child} | {closed: subprocess.DEVNULL}
        words = [sys.executable, "-m", "tui.cli", "note", uid(store, BRIDGE), "--store", str(store)]
        env = os.environ | {"VISUAL": "cat"}
        done = subprocess.run(
            words, stdin=ends["stdin"], stdout=ends["stdout"], stderr=subprocess.PIPE, env=env, check=False, timeout=60
        )
        assert done.returncode == 2 and done.stderr.count(b"\n") == 1 and b"give its text, or -" in done.stderr
    finally:
        os.close(child)
        os.close(shell)


def test_merging(run: Run, store: Path) -> None:
    one, other = uid(store, BRIDGE), uid(store, AGAIN)
    listed = run("merge", "--list")
    assert listed.stdout.startswith(f"{one} {other}  ")
    assert BRIDGE in listed.stdout
    assert AGAIN in listed.stdout
    assert json.loads(run("merge", "--list", "--json").stdout)[0]["one"]["uid"] == one
    assert run("merge", one, other).stderr == f"{one} stands for 1\n"
    assert other not in run("list").stdout
    assert run("merge", "--list").stderr == "No milestones of two newsletters seem to tell the same event.\n"
    assert run("unmerge", one).stderr == f"1 stands alone again: {other}\n"
    assert run("merge", "--different", one, other).stderr == "declared different\n"
    assert run("merge", "--list").stdout == ""


def test_undo_and_redo_across_runs(run: Run, store: Path) -> None:
    bridge = uid(store, BRIDGE)
    for place in ("Osh", "Khorog", "Hairaton"):
        run("edit", bridge, "--set", f"place={place}")
    run("note", bridge, "a note", user="bob")
    assert run("undo").stdout == f"undone: {bridge}  Checkpoint opened at the bridge: place: Hairaton → Khorog\n"
    assert (
        run("undo", "-n", "9").stderr
        == "nothing to undo for ann; what an import brought goes with `milepost sources remove FILE`\n"
    )
    assert record(run, bridge)["place"] == "Termez"
    assert record(run, bridge)["note"] == "a note", "one takes back one's own steps"
    assert run("redo", "-n", "2").exit_code == 0
    assert record(run, bridge)["place"] == "Khorog"
    assert run("undo", user="eve").stderr.startswith("nothing to undo for eve; ")
    told = run("log")
    assert told.stdout.splitlines()[0].endswith("redone: place: Osh → Khorog")
    assert len(json.loads(run("log", "-n", "3", "--json").stdout)) == 3
    assert run("log", uid(store, CAMP)).stderr == "Nobody has decided anything yet.\n"


def test_who_acts(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "login")
    run("accept", uid(store, BRIDGE), user=" ")
    run("accept", uid(store, CAMP), user="Eve\nof the\x1b[31m office " + "x" * 99)
    people = [step["who"] for step in json.loads(run("log", "--json").stdout)]
    assert people[1] == "login"
    assert people[0].startswith("Eve of the")
    assert "\x1b" not in run("log").stdout


# The review


def test_the_queue(run: Run, store: Path) -> None:
    told = run("review", "--list", "source:one.txt")
    assert [line.split()[1] for line in told.stdout.splitlines()] == ["0.30", "0.40", "0.60", "0.90"]
    assert told.stderr == "4 left\n"
    assert [one["id"] for one in json.loads(run("review", "--json", "-n", "1", "kind:meeting").stdout)] == [uid(store, TALKS)]
