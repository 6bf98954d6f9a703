"""`milepost keys`: every declared command, without Textual."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tui.cli import main
from tui.commands import COMMANDS, Where, commands, take_keys


def test_every_command_has_a_line_under_its_place() -> None:
    told = CliRunner().invoke(main, ["keys"])
    assert told.exit_code == 0
    blocks = {block.partition("\n")[0]: block.splitlines()[1:] for block in told.output.strip().split("\n\n")}
    assert list(blocks) == [where.value.capitalize() for where in Where if commands(where)]
    for where in Where:
        lines = blocks[where.value.capitalize()]
        assert [line.split("  ")[1].strip() for line in lines] == [command.shown for command in commands(where)]
        assert all(line.endswith(command.help) for line, command in zip(lines, commands(where), strict=True))


def test_as_json() -> None:
    told = json.loads(CliRunner().invoke(main, ["keys", "--json"]).output)
    assert [one["id"] for one in told] == [command.id for command in COMMANDS]
    assert {"id": "undo", "place": "changes", "keys": "u", "title": "Undo"}.items() <= told[
        [c.id for c in COMMANDS].index("undo")
    ].items()


def test_textual_is_not_loaded() -> None:
    code = "import sys; from tui.cli import main; main(['keys'], standalone_mode=False); print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_ids_for_the_settings() -> None:
    told = CliRunner().invoke(main, ["keys", "--ids"]).output.split()
    assert all(command.id in told for command in COMMANDS)


def test_a_key_of_ones_own_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "milepost").mkdir()
    settings = tmp_path / "milepost" / "settings.toml"
    settings.write_text('[keys]\nexport = ["f6", "E"]\ncopy = "x"\n', encoding="utf-8")
    try:
        told = CliRunner().invoke(main, ["keys"])
        assert "  f6         Export " in told.stdout
        assert told.stderr == f"milepost: {settings}, line 3: keys.copy: “x” is the key of “Reject” (reject) already; y stays\n"
    finally:
        take_keys({})
