"""Standard output and standard error of the commands, as processes: encodings, and what becomes of what cannot be printed."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import pytest
from click.testing import CliRunner

from db.connect import open_store
from db.editing import Edit
from db.store.deciding import Act, edit
from tui.cli import main

TITLE = "An office – with a long dash"
_MILEPOST = (sys.executable, "-m", "tui.cli")


@pytest.fixture(autouse=True)
def store(mine: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with a title that ASCII has not."""
    monkeypatch.setenv("MILEPOST_STORE", str(mine))
    with open_store(mine) as opened:
        [(uid,)] = opened.connection.execute("select uid from milestone order by uid limit 1").fetchall()
        edit(opened, {uid: [Edit("title", "set", TITLE)]}, Act("Aigul", "2017-11-22T10:00:00Z", "step"))
    return mine


def started(*words: str, encoding: str = "utf-8", stdout: int | IO[str] = subprocess.PIPE) -> subprocess.CompletedProcess[bytes]:
    """A process whose standard streams have this encoding."""
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    return subprocess.run([*_MILEPOST, *words], env=environment, stdout=stdout, stderr=subprocess.PIPE, check=False, timeout=60)


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "ascii"])
@pytest.mark.parametrize("words", [("list",), ("list", "--json"), ("export", "-f", "csv")])
def test_data_is_utf_8_whatever_the_encoding(encoding: str, words: Sequence[str]) -> None:
    said = started(*words, encoding=encoding)
    assert said.returncode == 0
    assert TITLE in said.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device is at hand")
def test_what_cannot_be_printed_is_said_in_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        said = started("list", stdout=full)
    assert said.returncode == 1
    assert said.stderr == b"milepost: standard output: No space left on device; not all was printed\n"


def test_without_a_standard_output_nothing_is_printed() -> None:
    command = f"{shlex.join(_MILEPOST)} list >&-"
    said = subprocess.run(command, shell=True, capture_output=True, check=False, timeout=60)
    assert (said.returncode, b"Traceback" in said.stderr) == (0, False)


def test_a_reader_that_has_enough_hears_no_complaint() -> None:
    command = f"{shlex.join(_MILEPOST)} list | head -n 1"
    said = subprocess.run(command, shell=True, capture_output=True, check=False, timeout=60)
    assert said.stdout.count(b"\n") == 1 and b"Traceback" not in said.stderr and b"Errno" not in said.stderr


@pytest.mark.parametrize(("name", "value", "plain"), [("NO_COLOR", "1", True), ("NO_COLOR", "", False), ("TERM", "dumb", True)])
def test_a_terminal_that_wants_none_gets_no_colours(monkeypatch: pytest.MonkeyPatch, name: str, value: str, plain: bool) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, value)
    told = CliRunner().invoke(main, ["sources", "show", "16q2.txt"], color=True)
    assert told.exit_code == 0 and "16q2.txt" in told.output and ("\x1b" not in told.output) is plain
