"""Saved views on the command line."""

import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from db.export.options import CHOICES
from tui.cli import main


def run(store: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--store", str(store)])


@pytest.mark.parametrize("words", [("export", "format", "shape", "group"), ("views save", "group")])
def test_the_values_of_an_export_that_commands_offer_are_all_there_are(words: tuple[str, ...]) -> None:
    """They are written out where they are declared: that is on the way of every command, which need not load exports."""
    told = "".join(CliRunner().invoke(main, [*words[0].split(), "--help"]).stdout.split())
    for name in words[1:]:
        assert f"--{name}[{'|'.join(CHOICES[name])}]" in told


def test_a_view_is_saved_listed_used_and_removed(mine: Path) -> None:
    assert "No saved views yet" in run(mine, "views", "list").stderr
    saved = run(mine, "views", "save", " By  Japan", "donor:japan", "-kind:training")
    assert saved.exit_code == 0 and "saved as “By Japan”: funded by Japan" in saved.stderr
    assert run(mine, "views", "list").stdout == "By Japan: donor:Japan -kind:training\n"
    assert (run(mine, "views").exit_code, run(mine, "views").stdout) == (0, run(mine, "views", "list").stdout)
    assert run(mine, "views", "--json").stdout == run(mine, "views", "list", "--json").stdout
    assert json.loads(run(mine, "views", "list", "--json").stdout)[0]["query"] == "donor:Japan -kind:training"
    shown = run(mine, "list", "--view", "By Japan").stdout
    assert shown and shown == run(mine, "list", "donor:japan", "-kind:training").stdout
    narrower = run(mine, "list", "--view", "By Japan", "country:uz").stdout
    assert narrower == run(mine, "list", "donor:japan", "-kind:training", "country:uz").stdout
    taken = run(mine, "export", "--view", "By Japan", "-f", "json")
    assert len(json.loads(taken.stdout)) == len(shown.splitlines())
    assert "it was donor:Japan -kind:training" in run(mine, "views", "save", "By Japan", "donor:japan").stderr
    removed = run(mine, "views", "remove", "By Japan")
    assert "`milepost views save 'By Japan' donor:Japan` brings it back" in removed.stderr
    assert run(mine, "views", "list", "--json").stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("list", "--view", "By Japn"), 1, "did you mean “By Japan”?"),
        (("views", "remove", "nothing"), 1, "no view “nothing”"),
        (("views", "save", "x" * 70, "donor:japan"), 1, "1 to 60 characters"),
        (("views", "save", "x", "country:nowhereland"), 2, "there is no country"),
        (("list", "--view", "edited"), 1, "the view “edited” cannot be shown: there is no country “nowhereland”"),
    ],
)
def test_what_cannot_be_is_one_line(mine: Path, words: tuple[str, ...], code: int, said: str) -> None:
    run(mine, "views", "save", "By Japan", "donor:japan")
    with sqlite3.connect(mine) as connection:
        connection.execute("insert into saved_view (name, body, at) values ('edited', 'country:nowhereland', '')")
    connection.close()
    told = run(mine, *words)
    assert told.exit_code == code and said in told.stderr and told.stderr.count("\n") == 1


def test_an_export_is_grouped_as_the_view_is_unless_told(mine: Path) -> None:
    assert run(mine, "views", "save", "By kind", "donor:japan", "--group", "kind", "--face", "chart").exit_code == 0
    assert json.loads(run(mine, "views", "list", "--json").stdout)[0]["looks"] == {"face": "chart", "group": "kind"}
    assert "grouped_by: kind" in run(mine, "export", "--front", "--view", "By kind").stdout
    assert "grouped_by: donor" in run(mine, "export", "--front", "--view", "By kind", "--group", "donor").stdout
    assert run(mine, "export", "--view", "By kind", "-f", "csv").exit_code == 0
