"""The commands that care for a store: newsletters renamed, removed and read again, backup, doctor, stores of a later version."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from db.models import Reading
from importers import pipeline
from tui.cli import main
from tui.imports import saving
from tui.imports.crew import Crew

Run = Callable[..., Result]
NEWS = """# River News

April - June 2016

## Office opened at the river

A border liaison office was opened in Osh on 3 May. The Government of Japan provided 250,000 US dollars through JICA.

## Judges trained

Twelve judges from Tajikistan were trained in Khujand from 6 to 8 June. The course was funded by the Government of Norway.
"""
LAKE = """# Lake News

July - September 2016

## Guards trained on the lake

Sixty border guards were trained in Cholpon-Ata from 5 to 9 July. The course was funded by the Government of Sweden.
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in ("DATA", "CACHE", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("MILEPOST_STORE", str(tmp_path / "s.db"))
    monkeypatch.setenv("MILEPOST_USER", "ann")

    def call(*words: str, text: str = "") -> Result:
        return CliRunner().invoke(main, list(words), input=text, catch_exceptions=False)

    for name, news in (("river.md", NEWS), ("lake.md", LAKE)):
        (tmp_path / name).write_text(news, encoding="utf-8")
        assert call("import", str(tmp_path / name)).exit_code == 0
    return call


def ids(run: Run, query: str = "") -> list[str]:
    return [one["id"] for one in json.loads(run("export", "-f", "json", query).stdout)]


def test_sources_are_renamed_and_removed(run: Run, tmp_path: Path) -> None:
    assert run("sources", "rename", "river.md", "Bulletin 17").stderr == "River News, Q2 2016 is called Bulletin 17 now\n"
    assert run("sources", "rename", "bulletin", "Bulletin 17").stderr == "nothing changed: it is called so already\n"
    assert "Bulletin 17\n    river.md" in run("sources").stdout
    assert [one["title"] for one in json.loads(run("sources", "--json").stdout)] == ["Bulletin 17", "Lake News, Q3 2016"]
    told = run("sources", "remove", "Bulletin 17", "--why", "a draft")
    assert told.stderr == "removed Bulletin 17 with 2 milestones; `milepost undo` returns it\n"
    assert len(ids(run)) == 1
    assert run("undo").stdout.endswith("Bulletin 17: source back\n")
    assert len(ids(run)) == 3
    run("redo")
    run("import", str(tmp_path / "river.md"))
    assert len(ids(run)) == 3, "another import returns it"
    assert run("log", "river.md").stdout.count("\n") == 4


def test_sources_are_removed_by_a_pattern_in_one_step(run: Run) -> None:
    assert run("sources", "remove", "*.PDF").stderr.endswith(
        "no newsletter's file is like “*.PDF”: `milepost sources` lists them\n"
    )
    assert run("sources", "remove", "*.md", "lake*").stderr.count("removed ") == 2
    assert json.loads(run("sources", "--json").stdout) == []
    run("undo")
    assert len(json.loads(run("sources", "--json").stdout)) == 2 and len(ids(run)) == 3


def test_a_source_is_shown_with_all_that_is_known_of_it(run: Run) -> None:
    run("reject", ids(run, "source:river")[0])
    lines = run("sources", "show", "river").stdout.splitlines()
    assert lines[:3] == ["River News, Q2 2016", "file         river.md", "period       Q2 2016 (from heading)"]
    assert "articles     2" in lines
    assert "milestones   1 milestone (1 new, 1 rejected)" in lines
    told = json.loads(run("sources", "show", "river", "--json").stdout)
    assert (told["file"], told["articles"], told["statuses"]) == ("river.md", 2, {"new": 1, "rejected": 1})
    assert run("sources", "show", "river", "--text").stdout == NEWS
    missing = run("sources", "show", "sea")
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert missing.stderr == "milepost: no newsletter is called “sea”: `milepost sources` lists them\n"


def test_datasette_yaml_is_handed_out(run: Run) -> None:
    told = run("sources", "--datasette")
    assert told.exit_code == 0
    assert '  "s":\n    tables:\n      milestones:\n' in told.stdout


def test_reading_again(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [office] = ids(run, "kind:opening")
    nothing = run("reread")
    assert nothing.stdout == (
        "River News, Q2 2016: 0 new, 0 changed, 2 unchanged, 0 gone\nLake News, Q3 2016: 0 new, 0 changed, 1 unchanged, 0 gone\n"
    )
    run("edit", office, "--set", "place=Osh oblast", "--set", "donor+=Sweden")
    (tmp_path / "config" / "milepost").mkdir(parents=True)
    with sqlite3.connect(tmp_path / "s.db") as connection:
        facts = json.loads(connection.execute("select facts from reading where uid = ?", (office,)).fetchone()[0])
        facts |= {"place": "Osch", "kind": "visit", "donors": []}
        connection.execute("update reading set facts = ? where uid = ?", (json.dumps(facts), office))
    connection.close()
    told = run("reread", "river")
    assert told.stdout.startswith("River News, Q2 2016: 0 new, 1 changed, 1 unchanged, 0 gone\n")
    assert f"    {office}  changed  " in told.stdout
    assert "        kind: visit → opening\n" in told.stdout
    assert "        place: Osch → Osh; the correction stands\n" in told.stdout
    assert "        donors: (none) → Japan/JICA" in told.stdout
    there = json.loads(run("show", office, "--json").stdout)
    assert (there["place"], there["kind"]) == ("Osh oblast", "opening")
    assert [donor["name"] for donor in there["donors"]] == ["Japan", "Sweden"]
    assert run("import", str(tmp_path / "river.md")).stdout.endswith("(nothing changed)\n"), "the bytes are still known"
    monkeypatch.setattr(pipeline, "IMPORTER", "next")
    monkeypatch.setattr(saving, "IMPORTER", "next")
    assert json.loads(run("reread", "--json").stdout)[0]["report"]["unchanged"] == 2


def test_reading_again_keeps_how_the_bytes_were_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cafe.txt").write_bytes(
        LAKE.replace("Guards trained on the lake", "A café on the lake").replace("Sixty", "Seventy").encode("cp1252")
    )
    assert "cp1252" in run("import", str(tmp_path / "cafe.txt"), "--issue-date", "2016-Q3").stderr
    before = json.loads(run("sources", "--json").stdout)
    assert run("reread").exit_code == 0
    after = json.loads(run("sources", "--json").stdout)
    assert [{**one, "read_at": ""} for one in after] == [{**one, "read_at": ""} for one in before]
    assert run("import", str(tmp_path / "cafe.txt")).stdout.endswith("(nothing changed)\n")


def test_backup(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "backup.db"
    assert run("backup", str(target)).stderr.startswith(f"Written to {target}, ")
    again = run("backup", str(target))
    assert (again.exit_code, again.stderr) == (1, f"milepost: {target} is there already: --force overwrites it\n")
    assert run("backup", str(target), "--force").exit_code == 0
    assert len(json.loads(run("export", "-f", "json", "--store", str(target)).stdout)) == 3
    assert run("backup", str(tmp_path / "x.db"), "--store", str(tmp_path / "none.db")).exit_code == 1
    assert not (tmp_path / "x.db").exists()


def test_doctor(run: Run, tmp_path: Path) -> None:
    assert run("doctor").stdout == "All is well: file, tables, links, search, sources, results, evidence, changes\n"
    assert run("doctor", "--repair").exit_code == 0
    assert not (tmp_path / "s.db.before-repair").exists(), "nothing to repair, nothing to keep"
    with sqlite3.connect(tmp_path / "s.db") as connection:
        connection.execute("update milestone set title = 'Forged by another tool' where kind = 'opening'")
    connection.close()
    ill = run("doctor")
    assert ill.exit_code == 1
    assert "is not what its reading and the changes make of it\n" in ill.stdout
    assert ill.stderr == "`milepost doctor --repair` puts right what can be rebuilt\n"
    told = json.loads(run("doctor", "--json").stdout)
    assert [(one["check"], one["mends"]) for one in told["findings"]] == [("results", True)]
    mended = run("doctor", "--repair")
    assert mended.exit_code == 0
    assert mended.stdout.startswith("results: put right: ")
    assert mended.stderr == f"the store as it was is kept at {tmp_path / 's.db'}.before-repair\n"
    assert run("doctor").exit_code == 0


def test_a_store_of_a_later_version(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with sqlite3.connect(path) as connection:
        connection.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values ('milepost', 'm999_future', '')"
        )
    connection.close()
    before = path.read_bytes()
    listed = run("list")
    assert listed.exit_code == 0
    assert len(listed.stdout.splitlines()) == 3
    words = f"milepost: the store at {path} was made by a later version of Milepost (m999_future): it can be read; update Milepost"
    assert listed.stderr.startswith(words)
    refused = (
        ["accept", "x"],
        ["undo"],
        ["add", "A title of it", "--date", "2016", "--kind", "visit"],
        ["import", str(tmp_path / "lake.md")],
    )
    for command in refused:
        done = run(*command)
        assert done.exit_code == 1
        assert done.stderr.startswith(words)
        assert len(done.stderr.splitlines()) == 1
    assert run("doctor").stdout == "All is well: file, links\n"
    assert path.read_bytes() == before


def spoil_truncated(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def spoil_flipped(path: Path) -> None:
    with path.open("r+b") as file:
        for offset in range(4096, path.stat().st_size, 4096):
            file.seek(offset)
            file.write(b"\x5a" * 64)


def spoil_zero(path: Path) -> None:
    path.write_bytes(b"")


def spoil_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"Dear reader")


@pytest.mark.parametrize("spoil", [spoil_truncated, spoil_flipped, spoil_zero, spoil_header])
@pytest.mark.parametrize(
    "words",
    [
        ("list",), ("accept", "a"), ("undo",), ("log",), ("review", "--list"), ("sources",), ("sources", "remove", "river"),
        ("reread",), ("merge", "--list"), ("backup", "{folder}/b.db"), ("export",), ("note", "a", "x"),
        ("add", "A title of it", "--date", "2016", "--kind", "visit"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_spoiled_store_is_one_line_and_left_alone(
    run: Run, tmp_path: Path, spoil: Callable[[Path], None], words: tuple[str, ...]
) -> None:
    path = tmp_path / "s.db"
    spoil(path)
    before = path.read_bytes()
    done = run(*(word.format(folder=tmp_path) for word in words))
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("milepost: ")
    assert path.read_bytes() == before
    assert not (tmp_path / "b.db").exists()


def test_doctor_of_a_damaged_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\x5a" * 4096)
    before = path.read_bytes()
    done = run("doctor")
    assert done.exit_code == 1
    assert "file: " in done.stdout or done.stderr.startswith("milepost: ")
    assert path.read_bytes() == before


def test_a_newsletter_that_is_removed_while_it_is_read_again_stays_removed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Crew.begin

    def begin(crew: Crew, *words: Any, **named: Any) -> Callable[[], Reading]:
        run("sources", "remove", "river")
        return real(crew, *words, **named)

    monkeypatch.setattr(Crew, "begin", begin)
    told = run("reread", "river")
    assert told.exit_code == 1
    assert told.stderr == "milepost: River News, Q2 2016: it was imported anew or removed meanwhile; read it again\n"
    assert "River" not in run("sources").stdout
