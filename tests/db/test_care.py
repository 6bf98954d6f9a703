"""Backups, the copy before a migration, stores of a later version, the doctor; and that other tools read a store as it is."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from db import connect, copying
from db.connect import Store, StoreError, kept_copy, open_store, write
from db.copying import BackupError, backup
from db.editing import parse_edit
from db.export.datasette import to_datasette
from db.schema import migrations
from db.store import deciding
from db.store.doctor import examine, repair
from tests.db.newsletters import AGAIN, BRIDGE, act, ask, filled, uid_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "s.db")


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as opened:
        uid = uid_of(opened, BRIDGE)
        deciding.edit(opened, {uid: parse_edit("donor+=Sweden", None, date(2017, 1, 1))}, act())
        deciding.merge(opened, [uid, uid_of(opened, AGAIN)], act())
        yield opened


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


def first_release(path: Path) -> None:
    """A store as the first release made it, with what the newsletters tell and one correction."""
    connection = sqlite3.connect(path, isolation_level=None)
    migrations.apply(Database(connection, recursive_triggers=False), stop_before="m002_care")
    connection.execute(f"pragma application_id = {connect.APPLICATION_ID}")
    connection.execute(
        "insert into source (id, uid, file, title, sha256, text, issue, issue_basis, importer, notes, read_at, removed) "
        "values (1, 'src', 'one.txt', 'News one', 'sha', 'text', null, '', '1', '', '2020', 0)"
    )
    connection.close()


# Copies


def test_an_older_store_is_kept_beside(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    first_release(path)
    before = dump(path)
    with open_store(path) as store:
        assert ask(store, "select title, read_title, reads from source") == [("News one", "News one", 1)]
    kept = kept_copy(path, "m002_care")
    assert dump(kept) == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["s.db", kept.name]
    with open_store(path):
        pass
    assert dump(kept) == before


def test_no_copy_no_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.db"
    first_release(path)
    before = path.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying, "_backup", full)
    for readonly in (False, True):
        with pytest.raises(StoreError, match=r"no copy of it can be kept at .*: No space left on device; nothing was changed"):
            open_store(path, readonly=readonly)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["s.db"]


def test_a_later_store_can_be_read_and_says_so(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("insert into _sqlite_migrations (migration_set, name, applied_at) values ('milepost', 'm999_future', '')")
    other.close()
    before = path.read_bytes()
    words = "was made by a later version of Milepost (m999_future): it can be read; update Milepost to change it"
    with open_store(path, readonly=True) as store:
        assert store.notice == f"the store at {path} {words}"
        assert len(ask(store, "select uid from milestone")) == 6
        with pytest.raises(StoreError, match="later version"), write(store):
            pass
        assert examine(store).findings == ()
    with pytest.raises(StoreError, match="later version") as caught:
        open_store(path)
    assert words in str(caught.value)
    assert path.read_bytes() == before


def test_a_store_that_may_not_be_written_can_be_copied(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.path.chmod(0o400)
    real = copying._backup

    def writing(source: Path, fresh: Path, *, check: bool) -> None:
        assert fresh.stat().st_mode & 0o200, "root may write to any file, others may not"
        real(source, fresh, check=check)

    monkeypatch.setattr(copying, "_backup", writing)
    backup(store.path, tmp_path / "elsewhere.db")
    assert (tmp_path / "elsewhere.db").stat().st_mode & 0o777 == 0o400


def test_a_backup_is_a_store(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.db"
    store.path.chmod(0o600)
    with write(store) as connection:
        connection.execute("insert into saved_view (name, body, at) values ('half', 'done', '')")
        backup(store.path, target)
    assert target.stat().st_mode & 0o777 == 0o600
    assert dump(target) == [line for line in dump(store.path) if "'half'" not in line]
    with pytest.raises(BackupError, match="is there already: --force overwrites it"):
        backup(store.path, target)
    backup(store.path, target, replace=True)
    assert dump(target) == dump(store.path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["elsewhere.db", "s.db"]


def _folder(path: Path) -> Path:
    return path.parent


def _missing_folder(path: Path) -> Path:
    return path.parent / "none" / "b.db"


def _itself(path: Path) -> Path:
    return path


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (_folder, "is a folder"),
        (_missing_folder, "No such file or directory; choose another place"),
        (_itself, "is the store itself"),
    ],
)
def test_where_no_backup_can_be(path: Path, target: Callable[[Path], Path], words: str) -> None:
    before = path.read_bytes()
    with pytest.raises(BackupError, match=words):
        backup(path, target(path), replace=True)
    assert path.read_bytes() == before


def test_no_backup_of_a_damaged_store(path: Path, tmp_path: Path) -> None:
    damage(path)
    with pytest.raises(BackupError, match=r"damaged|malformed"):
        backup(path, tmp_path / "b.db")
    assert not (tmp_path / "b.db").exists()


# The doctor


def damage(path: Path) -> None:
    """Overwrite a page in the middle."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2 // 4096 * 4096)
        file.write(b"\x5a" * 4096)


def test_all_is_well(store: Store) -> None:
    heard: list[str] = []
    before = store.path.read_bytes()
    health = examine(store, heard.append)
    assert health.findings == ()
    assert tuple(heard) == health.checks == ("file", "tables", "links", "search", "sources", "results", "evidence", "changes")
    assert store.path.read_bytes() == before


def sql(statement: str) -> Callable[[Store], None]:
    def spoil(store: Store) -> None:
        store.connection.execute("pragma foreign_keys = off")
        store.connection.execute(statement)

    return spoil


MENDED = [
    ("results", "is not what its reading and the changes make of it", sql("update milestone set title = 'Forged by another tool'")),
    ("results", "is not what its reading", sql("update milestone set merged_into = null")),
    ("results", "is not what its reading", sql("delete from milestone where kind = 'opening'")),
    ("results", "is not what its reading", sql("delete from milestone_donor where name = 'Sweden'")),
    ("results", "is not what its reading", sql("update milestone_amount set value = 5")),
    ("results", "is not what its reading", sql("insert into milestone_citation values (1, 'donor:Sweden', 'a', '[]', 0, 0)")),
    ("tables", "milestone_au is missing", sql("drop trigger milestone_au")),
    ("tables", "milestones is missing", sql("drop view milestones")),
    ("tables", "milestone_kind is missing", sql("drop index milestone_kind")),
    ("search", "full-text index is not what", sql("insert into milestone_fts(milestone_fts) values ('delete-all')")),
    ("links", "milestone_donor point by milestone_id", sql("insert into milestone_donor values (999, 'Nobody', '')")),
    ("sources", "is not what was read", sql("update source set title = 'Forged', removed = 1 where id = 1")),
]


@pytest.mark.parametrize(("check", "words", "spoil"), MENDED, ids=[f"{check}-{nr}" for nr, (check, *_) in enumerate(MENDED)])
def test_what_the_doctor_mends(store: Store, check: str, words: str, spoil: Callable[[Store], None]) -> None:
    right = store.connection.execute("select * from milestones order by uid").fetchall()
    links = store.connection.execute("select * from milestones_by_donor order by uid, donor").fetchall()
    spoil(store)
    spoiled = dump(store.path)
    found = [finding for finding in examine(store).findings if finding.check == check]
    assert found
    assert words in found[0].told
    assert found[0].mends
    health, kept = repair(store)
    assert health.findings == ()
    assert dump(Path(kept)) == spoiled
    columns = "uid, title, donors, amounts, countries, source"
    assert ask(store, f"select {columns} from milestones order by uid") == ask_in(right, store, columns)
    assert len(store.connection.execute("select * from milestones_by_donor").fetchall()) == len(links)
    assert ask(store, "select count(*) from milestone_fts where milestone_fts match 'laboratory'") == [(2,)]


def ask_in(rows: list[tuple[object, ...]], store: Store, columns: str) -> list[tuple[object, ...]]:
    names = [column[0] for column in store.connection.execute("select * from milestones").description]
    return [tuple(row[names.index(name)] for name in columns.split(", ")) for row in rows]


@pytest.mark.parametrize(
    ("statement", "check", "words"),
    [
        ("update source set text = 'another text'", "evidence", "is not found where it should stand: `milepost reread`"),
        ("update article set text = 'another'", "evidence", "is not found where it should stand"),
        ("update reading set facts = '{}' where source_id = 2", "evidence", "cannot be understood"),
        ("update change set new = 'jamboree', field = 'kind', op = 'set' where field like 'donor%'", "changes", "none of opening"),
    ],
)
def test_what_only_people_can_put_right(store: Store, statement: str, check: str, words: str) -> None:
    store.connection.execute(statement)
    told = [finding for finding in examine(store).findings if finding.check == check and words in finding.told]
    assert told
    assert not told[0].mends


def test_a_damaged_file(path: Path) -> None:
    damage(path)
    with open_store(path, readonly=True) as store:
        findings = examine(store).findings
        assert findings[0].check == "file"
        assert "the file is damaged" in findings[0].told or "could not be looked at" in findings[0].told


def test_a_repair_that_cannot_keep_a_copy(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.connection.execute("drop view milestones")
    before = store.path.read_bytes()
    monkeypatch.setattr(copying, "_backup", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(StoreError, match="no copy of"):
        repair(store)
    assert store.path.read_bytes() == before


# Other tools


def test_the_views_are_readable(store: Store) -> None:
    database = Database(store.connection)
    assert {"milestones", "milestones_by_country", "milestones_by_donor"} <= set(database.view_names())
    rows = {row["title"]: row for row in database.view("milestones").rows}
    bridge = rows["Checkpoint opened at the bridge"]
    assert (bridge["date"], bridge["starts"], bridge["ends"]) == ("2016-05", "2016-05-01", "2016-05-31")
    assert (bridge["countries"], bridge["donors"]) == ("Afghanistan, Uzbekistan", "Japan/JICA; European Union; Sweden")
    assert (bridge["source"], bridge["file"], bridge["planned"], bridge["corrected"]) == ("News one.txt", "one.txt", "no", "yes")
    assert "Laboratory opened at the bridge" not in rows, "what is merged stands only once"
    by_donor = ask(store, "select donor, agency, title from milestones_by_donor order by donor")
    assert by_donor[0] == ("European Union", "", "Checkpoint opened at the bridge")
    assert ask(store, "select country, role, code from milestones_by_country order by country") == [
        ("Afghanistan", "beneficiary", "AF"),
        ("Uzbekistan", "location", "UZ"),
    ]


def test_the_views_hold_what_lists_hold(store: Store) -> None:
    from db.queries.listing import page
    from db.selection import Selection

    assert {uid for (uid,) in ask(store, "select uid from milestones")} == {
        row.uid for row in page(store.connection, Selection(), 0, 99)
    }


def tool(*words: str) -> str:
    made = subprocess.run([sys.executable, "-m", *words], check=True, capture_output=True, text=True)
    return made.stdout


def test_sqlite_utils_opens_the_store(path: Path) -> None:
    assert Database(path).table("milestone").detect_fts() == "milestone_fts"
    found = json.loads(tool("sqlite_utils", "search", str(path), "milestone", "laborat*", "-c", "title"))
    assert {row["title"] for row in found} == {"Checkpoint opened at the bridge", "Laboratory opened at the bridge"}
    rows = json.loads(tool("sqlite_utils", "rows", str(path), "milestones", "-c", "uid", "-c", "countries"))
    assert len(rows) == 6


def test_a_change_by_sqlite_utils_keeps_the_full_text(path: Path) -> None:
    tool("sqlite_utils", "query", str(path), "update milestone set title = 'Pavilion opened at the bridge' where kind = 'opening'")
    with open_store(path) as store:
        assert ask(store, "select count(*) from milestone_fts where milestone_fts match 'pavilion'") == [(2,)]
        assert [finding.check for finding in examine(store).findings] == ["results", "results"]


def test_datasette_yaml() -> None:
    text = to_datasette('my "s"')
    assert '  "my \\"s\\"":' in text
    assert text.count("fts_table: milestone_fts") == 3
    assert "\t" not in text


def test_datasette_opens_the_store(path: Path, tmp_path: Path) -> None:
    settings = tmp_path / "datasette.yaml"
    settings.write_text(to_datasette("s"))
    got = tool("datasette", str(path), "-m", str(settings), "--get", "/s/milestones.json?_search=laboratory&_shape=objects")
    assert {row["title"] for row in json.loads(got)["rows"]} == {
        "Checkpoint opened at the bridge",
        "Laboratory opened at the bridge",
    }


def test_a_backup_needs_no_right_to_the_store(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(path, copy)
    copy.chmod(0o444)
    assert backup(copy, tmp_path / "b.db") == path.stat().st_size
    assert os.access(tmp_path / "b.db", os.R_OK)
