"""Commands that change all that a query or a pattern finds: none takes everything by mistake, and many are asked about."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.db.newsletters import filled
from tests.tui.terminal import Terminal
from tui.cli import main

Run = Callable[..., Result]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return filled(tmp_path / "s.db")


@pytest.fixture
def run(store: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("MILEPOST_STORE", str(store))
    monkeypatch.setenv("MILEPOST_USER", "ann")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(store.parent / "config"))
    return lambda *words: CliRunner().invoke(main, list(words), catch_exceptions=False)


def statuses(store: Path) -> set[str]:
    with sqlite3.connect(store) as connection:
        found = {status for (status,) in connection.execute("select status from milestone")}
    connection.close()
    return found


@pytest.mark.parametrize("command", ["accept", "reject"])
@pytest.mark.parametrize("query", ["", "   ", "\t", '""', ",", "-", "*"])
@pytest.mark.parametrize("more", [(), ("--yes",)])
def test_an_empty_query_is_not_everything(run: Run, store: Path, command: str, query: str, more: tuple[str, ...]) -> None:
    before = store.read_bytes()
    done = run(command, "-q", query, *more)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("milepost: the query is empty, which would take every milestone: say which ones")
    assert len(done.stderr.splitlines()) == 1
    assert store.read_bytes() == before


def test_an_empty_query_beside_ids_is_refused_too(run: Run, store: Path) -> None:
    before = store.read_bytes()
    with sqlite3.connect(store) as connection:
        [uid] = connection.execute("select uid from milestone limit 1").fetchone()
    connection.close()
    assert run("reject", uid, "-q", "").exit_code == 2
    assert store.read_bytes() == before


@pytest.mark.parametrize("words", [("sources", "remove", ""), ("sources", "remove", "  "), ("edit", "", "--set", "place=Osh")])
def test_an_empty_name_is_nobodys(run: Run, store: Path, words: tuple[str, ...]) -> None:
    before = store.read_bytes()
    assert run(*words).exit_code == 1
    assert store.read_bytes() == before


def test_without_a_terminal_many_are_changed_as_was_said(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.cli.edit.MANY", 2)
    assert run("reject", "-q", "status:new").stderr == "6 rejected\n"


def asked(store: Path, question: str, answer: str, *words: str) -> str:
    """What a terminal shows of a command that asks before it goes on."""
    change = f"import tui.cli.edit as e, tui.cli.care as c; e.MANY = c.MANY = 2; from tui.cli import main; main({[*words]!r})"
    terminal = Terminal(store, (200, 24), run=("-c", change, "--store"), env={"MILEPOST_STORE": str(store), "MILEPOST_USER": "ann"})
    try:
        if question:
            terminal.until(lambda seen: question.encode() in seen)
            os.write(terminal.shell, f"{answer}\n".encode())
        terminal.process.wait(60)
        while terminal.read(0.1):
            pass
        return terminal.seen.decode()
    finally:
        terminal.close()


@pytest.mark.parametrize(
    ("words", "question"),
    [
        (("reject", "-q", "status:new"), "6 milestones are to be rejected: new. Go on? [y/N]"),
        (("sources", "remove", "*"), "2 newsletters with 6 milestones are to be removed. Go on? [y/N]"),
    ],
)
def test_at_a_terminal_many_are_asked_about(store: Path, words: tuple[str, ...], question: str) -> None:
    before = store.read_bytes()
    assert "nothing changed" in asked(store, question, "n", *words)
    assert store.read_bytes() == before
    assert "Go on" not in asked(store, "", "", *words, "--yes")
    assert store.read_bytes() != before


def test_a_yes_goes_on(store: Path) -> None:
    assert "6 accepted" in asked(store, "Go on?", "y", "accept", "-q", "status:new")
    assert statuses(store) == {"accepted"}
