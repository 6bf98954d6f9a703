"""The manual page: every command and option is in it, and the programs that show manuals take it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from tui.cli import main


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


def test_nothing_in_it_is_taken_for_a_request() -> None:
    requests = {line.split()[0] for line in page().splitlines() if line.startswith((".", "'"))}
    assert requests == {".TH", ".SH", ".SS", ".B", ".PP", ".TP"}
    assert page().isascii()


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
