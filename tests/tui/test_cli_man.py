"""The manual page: every command and option is in it, and the programs that show manuals take it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tui.cli import main
from tui.cli.man import man


def page() -> str:
    told = CliRunner().invoke(main, ["man"], prog_name="milepost")
    assert told.exit_code == 0
    return told.stdout


def leaves(command: click.Command, *path: str) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from leaves(inner, *path, name)
    else:
        yield " ".join(path), command


def test_every_command_and_option_is_in_it() -> None:
    plain = page().replace("\\-", "-").replace("\\(dq", '"')
    parts = dict(re.findall(r"^\.SS milepost (.*?)\n(.*?)(?=^\.S)", plain, flags=re.DOTALL | re.MULTILINE))
    found = dict(leaves(main))
    assert list(parts) and set(found) <= set(parts)
    for name, command in found.items():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert all(option in parts[name] for option in parameter.opts), (name, parameter.opts)
        assert (command.help or "").split()[0] in parts[name]


def groups(command: click.Command, *path: str) -> Iterator[tuple[str, ...]]:
    if isinstance(command, click.Group):
        yield path
        for name, inner in command.commands.items():
            yield from groups(inner, *path, name)


@pytest.mark.parametrize("path", list(groups(main)), ids=" ".join)
def test_what_a_command_does_is_said_whole_in_the_list_of_commands(path: tuple[str, ...]) -> None:
    told = CliRunner().invoke(main, [*path, "--help"], terminal_width=80).output
    lines = told.partition("Commands:\n")[2].splitlines()
    assert lines and all(len(line) <= 80 for line in lines)
    assert not [line for line in lines if line.endswith("...") or not re.match(r"  [a-z]+ +\S", line)]


def test_nothing_in_it_is_taken_for_a_request() -> None:
    requests = {line.split()[0] for line in page().splitlines() if line.startswith((".", "'"))}
    assert requests == {".TH", ".SH", ".SS", ".B", ".PP", ".TP"}
    assert page().isascii()


def test_on_a_terminal_it_is_shown_by_man_and_without_one_it_says_how(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.cli.man.sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    context = click.Context(main, info_name="milepost")
    with pytest.raises(SystemExit) as left, click.Context(man, parent=context, info_name="man") as inner:
        inner.invoke(man)
    assert left.value.code == 1
    shown = tmp_path / "shown"
    program = tmp_path / "man"
    program.write_text(f'#!/bin/sh\nread -r line < "$1"; echo "$line" > {shown}\n', encoding="utf-8")
    program.chmod(0o755)
    with click.Context(man, parent=context, info_name="man") as inner:
        inner.invoke(man)
    assert shown.read_text(encoding="utf-8").startswith(".TH")


@pytest.mark.skipif(not shutil.which("man"), reason="there is no man here")
def test_man_shows_it() -> None:
    done = subprocess.run(["man", "--warnings", "-l", "-"], input=page(), capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stderr == "" and "milepost views save" in done.stdout


@pytest.mark.skipif(not shutil.which("groff"), reason="there is no groff here")
def test_groff_has_no_complaint() -> None:
    done = subprocess.run(["groff", "-man", "-ww", "-Tutf8"], input=page(), capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stderr == ""


@pytest.mark.skipif(not shutil.which("mandoc"), reason="there is no mandoc here")
def test_mandoc_has_no_complaint() -> None:
    done = subprocess.run(["mandoc", "-Tlint", "-Werror"], input=page(), capture_output=True, text=True, check=False)
    assert done.stdout == ""
