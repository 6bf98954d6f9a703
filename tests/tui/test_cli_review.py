"""The review in the shell: what fits on the screen, what each key does, and what is said to one that does nothing."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click import unstyle
from click.testing import CliRunner

from db.connect import open_store
from db.models import Reason
from db.queries.details import Detail, detail
from db.queries.review import queue
from db.selection import Selection
from tests.db.newsletters import CAMP, filled
from tui.cli import main
from tui.cli.card import fitted, whole
from tui.commands import commands
from tui.commands.declaration import Where


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return filled(tmp_path / "s.db")


def exported(store: Path) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(CliRunner().invoke(main, ["export", "-f", "json", "--store", str(store)]).stdout)
    return told


@pytest.fixture
def found(store: Path) -> Detail:
    """A milestone with more to say than a screen has room for."""
    with open_store(store, readonly=True) as opened:
        one = detail(opened.connection, queue(opened.connection, Selection())[0])
    assert one.milestone.evidence is not None
    words = "one two three four five six seven eight nine ten eleven twelve " * 9
    evidence = replace(one.milestone.evidence, quote=f"{words}end")
    rules = tuple(Reason("countries", "a-rule-with-a-name", f"{words[:150]} words") for _ in range(5))
    doubts = tuple(Reason("doubt", f"some-doubt-{number}", "") for number in range(9))
    milestone = replace(one.milestone, evidence=evidence, reasons=rules + doubts)
    return replace(one, milestone=milestone, heading="An article whose heading is longer than a terminal is wide " * 2)


@pytest.mark.parametrize("width", [45, 80, 120])
@pytest.mark.parametrize("height", [18, 24, 40, 200])
def test_a_milestone_keeps_within_the_screen(found: Detail, width: int, height: int) -> None:
    lines = [unstyle(line) for line in fitted(found, width, height)]
    assert len(lines) <= height and max(map(len, lines)) <= width
    assert lines[0] == found.milestone.title
    known = set(" ".join(whole(found, why=True, width=None)).split())
    assert set(" ".join(lines[1:]).split()) <= known | {"…”", "printed)"}, "no word is broken"


def test_a_newsletter_without_a_title_is_called_by_its_file(found: Detail) -> None:
    assert found.source is not None
    bare = replace(found, source=replace(found.source, title="", file="river.md"))
    assert "source       river.md" in whole(bare, why=False, width=None)


def test_what_there_is_room_for_is_told_in_full(found: Detail) -> None:
    assert "…" not in "".join(fitted(found, 80, 200)) and sum("some-doubt" in line for line in fitted(found, 80, 200)) == 9
    some = "".join(fitted(found, 80, 40))
    assert "a-rule-with-a-name" in some and "some-doubt" not in some and "…" not in some
    assert "…" in "".join(fitted(found, 80, 14))


def review(store: Path, *keys: bytes | Callable[[], object], query: str = "") -> str:
    """What a terminal shows when these keys are pressed, each when it is asked for; what is called happens meanwhile."""
    shell, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    running = subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "review", *query.split()],
        stdin=child, stdout=child, stderr=child, close_fds=True,
        env=os.environ | {"MILEPOST_STORE": str(store), "MILEPOST_USER": "ann"},
    )  # fmt: skip
    os.close(child)
    told = b""
    waiting = [*keys]
    end = time.monotonic() + 20
    asked = 0
    while time.monotonic() < end:
        try:
            told += os.read(shell, 65536) if select.select([shell], [], [], 1)[0] else b""
        except OSError:
            break
        prompts = sum(map(told.count, (b"esc leave", b"(nothing: ", b"the first one", b"the last one", b"stays decided.")))
        if prompts > asked and waiting:
            asked += 1
            time.sleep(0.05)
            while not isinstance(key := waiting.pop(0), bytes):
                key()
            os.write(shell, key)
    running.kill()
    running.wait(10)
    os.close(shell)
    assert not waiting, told.decode()
    return told.decode()


@pytest.mark.parametrize("key", [b"q", b"\x1b", b"\x04"])
def test_a_review_is_left(store: Path, key: bytes) -> None:
    told = review(store, key)
    assert told.count("6 left") == 2 and "Aborted" not in told


def test_a_review_by_keys(store: Path) -> None:
    keys = (b"a", b"x", b"u", b"s", b"c", b"date=3 May 2016\r", b"place=\r", b"kind=opning\r", b"\r", b"A", b"q")
    told = review(store, *keys)
    assert "6 left" in told
    assert "did you mean opening?" in told
    states = {one["title"]: one["status"] for one in exported(store)}
    assert states == {
        "Roof of the sports hall renewed": "accepted",
        "Officers trained in Bishkek": "new",
        "Summer camp held on the lake": "accepted",
        "Laboratory opened at the bridge": "accepted",
        "Fourth round of river talks": "new",
        "Checkpoint opened at the bridge": "new",
    }
    assert next(one for one in exported(store) if one["quote"] == CAMP)["date"] == "2016-05-03"
    assert "2 left" in told


def screens(told: str) -> list[list[str]]:
    """What stood between one key and the next, as lines."""
    plain = re.sub("\x1b\\[[0-9;]*m", "", told.replace("\r", ""))
    return [f"{part}esc leave".splitlines() for part in plain.split("esc leave")[:-1]]


def test_what_is_asked_stands_on_one_screen(store: Path) -> None:
    (first, second) = screens(review(store, b" ", b"q"))
    for lines in (first, second):
        assert len(lines) <= 23 and max(map(len, lines)) <= 80
        assert lines[-2].startswith("a accept · x reject · c correct · space skip")


def test_a_key_that_does_nothing_is_answered_with_those_that_do(store: Path) -> None:
    before = store.read_bytes()
    _, answer, other = screens(review(store, b"k", b"\x1b[A", b"q"))
    assert "k does nothing here. The keys are:" in answer and "↑ does nothing here. The keys are:" in other
    assert answer[-2:] == ["a accept · x reject · c correct · space skip", answer[-1]]
    assert store.read_bytes() == before


def test_the_keys_are_those_of_the_app(store: Path) -> None:
    told = review(store, b"?", b"q")
    there = {one.title: one.shown for one in commands(Where.REVIEW)}
    for title in ("Accept", "Reject", "Correct", "Skip", "Accept the whole source", "Undo", "Redo", "Note", "One back", "One on"):
        assert re.search(rf"^  {re.escape(there[title])} +{title}  ", told.replace("\r", ""), re.MULTILINE)


def test_notes_redoing_and_going_back(store: Path) -> None:
    told = review(store, b";", b"look this up\r", b"a", b"\x1b[D", b"u", b"\x12", b"\x1b[D", b"\x1b[D", b"q")
    assert "note written" in told and "undone: no longer accepted" in told and "redone: accepted" in told
    assert told.count("this is the first one") == 1
    assert [one["note"] for one in exported(store) if one["status"] == "accepted"] == ["look this up"]


def test_keys_that_come_at_once_are_taken_one_after_the_other(store: Path) -> None:
    told = review(store, b"axq")
    assert "4 left" in told
    assert [one["status"] for one in exported(store)].count("accepted") == 1


def by_hand(store: Path, *titles: str) -> None:
    """Milestones that ann enters."""
    environment = {"MILEPOST_USER": "ann"}
    for title in titles:
        words = ["add", title, "--date", "May 2016", "--kind", "meeting", "--store", str(store)]
        assert CliRunner().invoke(main, words, env=environment).exit_code == 0


def take_back(store: Path, times: int = 1) -> None:
    """Ann undoes her last steps elsewhere."""
    words = ["undo", "-n", str(times), "--store", str(store)]
    assert CliRunner().invoke(main, words, env={"MILEPOST_USER": "ann"}).exit_code == 0


def test_the_rest_of_a_newsletter_is_what_is_not_decided_yet(store: Path) -> None:
    told = review(store, b" ", b"x", b"\x1b[D", b"\x1b[D", b"A", query="source:one.txt")
    assert "3 accepted" in told
    assert sorted(one["status"] for one in exported(store) if one["source"]["file"] == "one.txt") == ["accepted"] * 3
    by_hand(store, "First meeting of neighbours")
    told = review(store, b"x", b"x", b"\x1b[D", b"A", b"q")
    assert "nothing of this newsletter waits any more" in told


def test_one_by_hand_has_no_newsletter_whose_rest_is_accepted(store: Path) -> None:
    by_hand(store, "First meeting of neighbours", "Second meeting of neighbours")
    told = review(store, b"A", b"q", query="basis:edited")
    assert "1 left" in told
    assert sorted(one["status"] for one in exported(store) if one["source"] is None) == ["accepted", "new"]


def test_what_was_asked_for_is_all_that_a_review_decides(store: Path) -> None:
    told = review(store, b"A", query="-n 2 source:one.txt")
    assert "2 of 4 left" in told and "2 accepted" in told and "0 left; 2 more wait" in told
    assert [one["status"] for one in exported(store)].count("accepted") == 2
    said = CliRunner().invoke(main, ["review", "--list", "-n", "3", "--store", str(store)])
    assert said.stderr == "3 of 4 left\n" and len(said.stdout.splitlines()) == 3
    assert CliRunner().invoke(main, ["review", "--list", "--store", str(store)]).stderr == "4 left\n"


def test_the_last_one_is_not_left_unasked(store: Path) -> None:
    told = review(store, b"\x1b[C", b"\x1b[C", b"a", b"q", query="source:two.txt")
    assert told.count("this is the last one") == 1 and "1 left" in told and "0 left" not in told


@pytest.mark.parametrize("keys", [(b"c", b"place=Osh\r"), (b" ",), (b"a",), (b";", b"look this up\r")])
def test_what_is_there_no_more_is_passed_over(store: Path, keys: tuple[bytes, ...]) -> None:
    by_hand(store, "First meeting of neighbours", "Second meeting of neighbours")
    told = review(store, lambda: take_back(store, 2), *keys, query="basis:edited")
    assert "Traceback" not in told and "not there any more" in told and "0 left" in told
