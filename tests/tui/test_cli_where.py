"""`milepost where`: every path, and whether it is there."""

from __future__ import annotations

import json
from errno import ENOENT
from pathlib import Path

import pytest
from click.testing import CliRunner

from tui.cli import main
from tui.config.places import STORE_VARIABLE, settings_file
from tui.config.state import Memory, State


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(STORE_VARIABLE, raising=False)
    for name in ("DATA", "CACHE", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return tmp_path


def test_each_place_has_its_path(home: Path) -> None:
    told = CliRunner().invoke(main, ["where"]).stdout.splitlines()
    assert [line.split()[0] for line in told[::2]] == ["store", "settings", "names", "state", "demo"]
    assert told[0] == f"store     {home}/data/milepost/milestones.db (not there yet)"
    assert told[2] == f"settings  {home}/config/milepost/settings.toml (not there yet)"
    assert told[6].startswith(f"state     {home}/state/milepost/milestones-")
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("", encoding="utf-8")
    assert f"settings  {home}/config/milepost/settings.toml" in CliRunner().invoke(main, ["where"]).stdout.splitlines()


def test_as_json_and_of_another_store(home: Path) -> None:
    (home / "other.db").touch()
    told = json.loads(CliRunner().invoke(main, ["where", "--json", "--store", str(home / "other.db")]).stdout)
    assert told["store"]["path"] == str(home / "other.db") and told["store"]["exists"] is True
    assert told["demo"] == {
        "path": f"{home}/cache/milepost/demo.db",
        "exists": False,
        "for": "the store of `milepost demo`, made anew each time",
    }


def test_where_there_is_no_folder_any_more(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = home / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    monkeypatch.setenv(STORE_VARIABLE, "rel.db")
    told = CliRunner().invoke(main, ["where"])
    assert told.exit_code == 0, told.output
    assert told.stdout.splitlines()[0] == "store     rel.db (not there yet)"
    assert Memory(Path("rel.db")).state == State()


def test_only_what_cannot_be_printed_is_a_fault_of_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Path) -> None:
        raise FileNotFoundError(ENOENT, "No such file or directory")

    monkeypatch.setattr("tui.cli.where.places", fails)
    told = CliRunner().invoke(main, ["where"])
    assert isinstance(told.exception, FileNotFoundError) and "standard output" not in told.output


def test_who_acts(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.config.person import USER_VARIABLE, who

    monkeypatch.delenv(USER_VARIABLE, raising=False)
    monkeypatch.setenv("LOGNAME", "login")
    assert who() == "login"
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('who = "Amina  K."', encoding="utf-8")
    assert who() == "Amina K."
    monkeypatch.setenv(USER_VARIABLE, "Bakyt")
    assert who() == "Bakyt"


def test_the_demo_says_where_its_store_lies() -> None:
    told = " ".join(CliRunner().invoke(main, ["demo", "--help"]).stdout.split())
    assert "cache folder" in told and "data folder" not in told and STORE_VARIABLE not in told
