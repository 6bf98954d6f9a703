"""The commands, as a person types them: what they print, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from db.connect import Store
from db.models import Reading
from db.store.readings import Report, save_reading
from tui import cli
from tui.config import places
from tui.imports import saving

NEWS = """# River News

April - June 2016

## Office opened at the river

A border liaison office was opened in Osh on 3 May. The Government of Japan provided 250,000 US dollars through JICA.

## Judges trained

Twelve judges from Tajikistan were trained in Khujand from 6 to 8 June. The course was funded by the Government of Norway.
"""
HOSTILE = (
    "# N\n\n## \x1b[31mRed\n\nAn office [red]was[/red] opened \x1b]52;c;AAAA\x07 in Osh on 3 May 2016 [@click=app.quit]x[/].\n"
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of its own: nothing of this one is read or written."""
    monkeypatch.setenv(places.STORE_VARIABLE, str(tmp_path / "store.db"))
    for name in ("DATA", "CACHE", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return tmp_path


def milepost(*words: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli.main, [*words], input=stdin, prog_name="milepost")


@pytest.fixture
def read(home: Path) -> Path:
    """A newsletter, imported."""
    path = home / "river.md"
    path.write_text(NEWS, encoding="utf-8")
    assert milepost("import", str(path)).exit_code == 0
    return path


def test_import_says_last_how_many_could_not_be_read(home: Path) -> None:
    (home / "river.md").write_text(NEWS, encoding="utf-8")
    (home / "lake.md").write_text(NEWS.replace("Osh", "Naryn"), encoding="utf-8")
    done = milepost("import", *(str(home / f"{name}.md") for name in ("river", "lake", "gone")))
    assert done.exit_code == 1
    assert done.stdout.splitlines()[-1].endswith("new milestones; 1 could not be read, as said above")
    assert done.stderr.count("\n") == 1


def test_import_tells_what_was_new_and_a_second_time_nothing(home: Path) -> None:
    path = home / "river.md"
    path.write_text(NEWS, encoding="utf-8")
    first = milepost("import", str(path))
    assert first.stdout == "river.md: 2 new, 0 changed, 0 unchanged, 0 doubtful\n"
    assert first.exit_code == 0
    again = milepost("import", str(path))
    assert again.stdout == "river.md: 0 new, 0 changed, 2 unchanged, 0 doubtful (nothing changed)\n"
    assert again.exit_code == 0


def test_a_path_that_leads_nowhere_makes_no_store(home: Path) -> None:
    done = milepost("import", str(home / "typo.md"))
    assert done.exit_code == 1 and "there is no such file" in done.stderr
    assert not (home / "store.db").exists()


def test_a_folder_that_may_not_be_looked_into_is_as_if_it_were_empty(read: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # a name that is too long is refused as rights are, to root too
    monkeypatch.setenv("XDG_CONFIG_HOME", str(read.parent / ("x" * 300)))
    assert milepost("list").exit_code == 0
    monkeypatch.setenv("XDG_STATE_HOME", str(read.parent / ("x" * 300)))
    assert milepost("where").stdout.count("(not there yet)") == 4


def test_an_import_that_is_stopped_says_what_stays(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("lake", "river", "sea"):
        (home / f"{name}.md").write_text(NEWS.replace("Osh", name.capitalize()), encoding="utf-8")
    real = save_reading

    def stopped(store: Store, reading: Reading, *, at: str) -> Report:
        if reading.source.file == "river.md":
            raise KeyboardInterrupt
        return real(store, reading, at=at)

    monkeypatch.setattr(saving, "save_reading", stopped)
    done = milepost("import", str(home))
    assert done.exit_code == 1
    assert done.stdout == "lake.md: 2 new, 0 changed, 0 unchanged, 0 doubtful\n"
    assert done.stderr == "milepost: stopped; what is read by then stays\n"
    assert len(milepost("list").stdout.splitlines()) == 2


def test_import_from_standard_input(home: Path) -> None:
    done = milepost("import", "-", "--name", "mailed.txt", stdin=NEWS.encode())
    assert done.exit_code == 0
    assert done.stdout.startswith("mailed.txt: 2 new")


@pytest.mark.parametrize("words", [("-",), ("river.md", "--name", "x"), ()])
def test_import_used_wrongly(words: tuple[str, ...]) -> None:
    done = milepost("import", *words)
    assert done.exit_code == 2
    assert done.stdout == ""


def test_import_with_a_period_given(home: Path) -> None:
    done = milepost("import", "-", "--name", "n.txt", "--issue-date", "April-June 2016", stdin=NEWS.encode())
    assert done.exit_code == 0
    assert milepost("sources").stdout.splitlines()[1].strip().startswith("n.txt · Q2 2016 (from given)")
    wrong = milepost("import", "-", "--name", "n.txt", "--issue-date", "30 February 2016", stdin=NEWS.encode())
    assert wrong.exit_code == 2
    assert "--issue-date" in wrong.stderr


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "it is empty"),
        ("a.pdf", b"%PDF-1.7 x", "pdftotext"),
        ("binary.txt", b"\x00\x01\x02", "binary"),
        ("russian.txt", "Открытие офиса в мае".encode(), "only English"),
    ],
)
def test_what_is_not_read_is_told_and_the_rest_is_read(home: Path, name: str, content: bytes, says: str) -> None:
    (home / name).write_bytes(content)
    (home / "river.md").write_text(NEWS, encoding="utf-8")
    done = milepost("import", str(home / name), str(home / "river.md"))
    assert done.exit_code == 1
    assert says in done.stderr
    assert str(home / name) in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "river.md: 2 new" in done.stdout


@pytest.mark.parametrize(("encoding", "note"), [("utf-16", "UTF-16"), ("utf-8-sig", "UTF-8"), ("cp1252", "cp1252")])
def test_other_encodings_are_read_with_a_note(home: Path, encoding: str, note: str) -> None:
    (home / "river.md").write_bytes(NEWS.replace("River", "Rivière").encode(encoding))
    done = milepost("import", str(home / "river.md"))
    assert done.exit_code == 0
    assert note in done.stderr
    assert "2 new" in done.stdout


MEMO = "Memo to staff\n\nThe canteen is closed, and nobody knows for how long. The weather is fine.\n"


def test_a_text_without_milestones_says_how_it_is_taken_out_again(read: Path) -> None:
    memo = read.with_name("staff memo.txt")
    memo.write_text(MEMO, encoding="utf-8")
    for _ in range(2):
        done = milepost("import", str(memo))
        assert (done.exit_code, done.stdout) == (0, "staff memo.txt: no milestones found in it\n")
        remove = "milepost sources remove 'staff memo.txt'"
        assert done.stderr == f"  note: kept as a source without milestones; `{remove}` takes it out again\n"
    told = milepost("export", "--front").stdout
    assert "2 milestones, 2016, from 1 source." in told and "memo" not in told
    assert "from 1 source." in milepost("export", "donor:norway").stdout
    assert milepost(*shlex.split(remove)[1:]).exit_code == 0
    assert "memo" not in milepost("sources").stdout


def test_folders(home: Path) -> None:
    (home / "news" / "old").mkdir(parents=True)
    (home / "news" / "old" / "river.md").write_text(NEWS, encoding="utf-8")
    (home / "none").mkdir()
    done = milepost("import", str(home / "news"), str(home / "none"), str(home / "missing.txt"))
    assert done.exit_code == 1
    assert done.stdout == "river.md: 2 new, 0 changed, 0 unchanged, 0 doubtful\n"
    assert [line.split(": ")[1].split("/")[-1] for line in done.stderr.splitlines()] == ["none", "missing.txt"]


@pytest.mark.usefixtures("read")
def test_list_one_line_each_when_piped() -> None:
    done = milepost("list", "donor:japan", "country:kg")
    (line,) = done.stdout.splitlines()
    assert line[10:] == "  3 May 2016          opening      Office opened at the river  KG · Japan/JICA · USD 250,000"
    assert done.stderr == "1 of 2 milestones · 1 source\n"
    assert done.exit_code == 0


@pytest.mark.usefixtures("read")
def test_list_newest_first_and_limited() -> None:
    assert [line[12:28].strip() for line in milepost("list").stdout.splitlines()] == ["6–8 Jun 2016", "3 May 2016"]
    assert len(milepost("list", "-n", "1").stdout.splitlines()) == 1
    [newest] = json.loads(milepost("list", "-n", "1", "--json").stdout)
    assert milepost("list", "-n", "1").stdout.startswith(newest["id"])


@pytest.mark.usefixtures("read")
def test_nothing_found_is_done_and_says_what_is_near() -> None:
    done = milepost("list", "donor:norwey")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "Norway" in done.stderr
    assert "Nothing found for" in milepost("list", "after:last", "month").stderr


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize("query", ["contry:uz", "kind:opning", "country:uzbekia", "date:2016-13", "date:may"])
def test_a_wrong_query_is_wrong_usage(query: str) -> None:
    done = milepost("list", query)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.usefixtures("read")
def test_show_by_the_beginning_of_an_id() -> None:
    uid = milepost("list", "osh").stdout[:10]
    done = milepost("show", uid[:6], "--why")
    assert done.exit_code == 0
    assert "“A border liaison office was opened in Osh on 3 May." in done.stdout
    assert "Japan/JICA [XM-DAC-701-8]" in done.stdout
    assert "year-from-issue" in done.stdout
    told = json.loads(milepost("show", uid, "--json").stdout)
    assert (told["id"], told["date"], told["place"]) == (uid, "2016-05-03", "Osh")
    # its quote says it all
    assert told["donors"][0]["quote"] is None
    uid = milepost("list", "khujand").stdout[:10]
    paid = "The course was funded by the Government of Norway."
    assert f"donors       Norway [XM-DAC-8]\n             “{paid}”\n" in milepost("show", uid).stdout
    assert json.loads(milepost("show", uid, "--json").stdout)["donors"][0]["quote"] == paid
    (date,) = (line for line in milepost("show", uid).stdout.splitlines() if line.startswith("date "))
    assert date == "date         6–8 June 2016 (worked out from “6 to 8 June”)"
    assert f"{date[:-1]}; EDTF 2016-06-06/2016-06-08)\n" in milepost("show", uid, "--why").stdout
    assert milepost("show", "zzzz").exit_code == 1


@pytest.mark.usefixtures("read")
def test_export_in_each_format(home: Path) -> None:
    bare = milepost("export", "donor:norway").stdout
    assert bare.startswith("# Milestones: funded by Norway\n") and milepost("export", "--no-front", "donor:norway").stdout == bare
    told = milepost("export", "--front", "donor:norway").stdout
    assert told.endswith(f"---\n\n{bare}")
    assert told.startswith('---\nselection: "funded by Norway"\nquery: "donor:Norway"\n')
    assert "\n# Milestones: funded by Norway\n" in told
    records = json.loads(milepost("export", "-f", "json").stdout)
    assert [record["start"] for record in records] == ["2016-05-03", "2016-06-06"]
    assert [json.loads(line) for line in milepost("export", "-f", "jsonl").stdout.splitlines()] == records
    rows = list(csv.DictReader(io.StringIO(milepost("export", "-f", "csv").stdout)))
    assert [row["donors"] for row in rows] == ["Japan", "Norway"]
    assert milepost("export", "-f", "csv", "-o", str(home / "out.csv")).exit_code == 0
    assert (home / "out.csv").read_bytes() == b"\xef\xbb\xbf" + milepost("export", "-f", "csv").stdout_bytes
    for name in ("out.json", "OUT.CSV"):
        assert milepost("export", "-o", str(home / name)).exit_code == 0
    assert json.loads((home / "out.json").read_text(encoding="utf-8")) == records
    assert (home / "OUT.CSV").read_bytes() == (home / "out.csv").read_bytes()
    path = home / "out.md"
    assert milepost("export", "-o", str(path)).exit_code == 0
    assert path.read_text(encoding="utf-8").startswith("# All milestones\n")
    refused = milepost("export", "-o", str(path))
    assert refused.exit_code == 1
    assert "--force" in refused.stderr
    assert milepost("export", "-f", "json", "-o", str(path), "--force").exit_code == 0
    assert json.loads(path.read_text(encoding="utf-8")) == records


@pytest.mark.usefixtures("read")
def test_export_in_each_shape_and_grouping() -> None:
    told = milepost("export", "--shape", "table", "--group", "country").stdout
    assert [line for line in told.splitlines() if line.startswith("## ")] == ["## Kyrgyzstan", "## Tajikistan", "## Sources"]
    assert told.count("| When | What | Where | Funded by | Amount |") == 2
    assert "[^1]: " in told
    bare = milepost("export", "--group", "kind", "--shape", "brief", "--no-evidence").stdout
    assert "[^" not in bare and "## Sources" not in bare and "Khujand" in bare
    assert "## 2016\n" in milepost("export").stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("-o", "{home}"), 1, "it is a folder; name a file in it"),
        (("-o", "{home}/no/out.md"), 1, "there is no folder {home}/no"),
        (("-f", "csv", "--group", "kind"), 2, "go with Markdown: CSV holds everything"),
        (("-f", "csv", "--front"), 2, "go with Markdown: CSV holds everything"),
        (("-f", "json", "--no-evidence"), 2, "go with Markdown: JSON holds everything"),
        (("-o", "{home}/out.csv", "--group", "kind"), 2, "go with Markdown: CSV holds everything"),
        (("--shape", "tabel"), 2, "'tabel' is not one of"),
        (("--force",), 2, "--force goes with --output"),
    ],
)
@pytest.mark.usefixtures("read")
def test_an_export_that_cannot_be(home: Path, words: tuple[str, ...], code: int, said: str) -> None:
    before = sorted(home.iterdir())
    done = milepost("export", *(word.format(home=home) for word in words))
    assert (done.exit_code, done.stdout) == (code, "")
    assert said.format(home=home) in done.stderr
    assert code == 2 or len(done.stderr.splitlines()) == 1
    assert sorted(home.iterdir()) == before


@pytest.mark.usefixtures("read")
def test_facets_and_sources() -> None:
    assert milepost("facets", "--field", "country").stdout == "country\n      1  Kyrgyzstan\n      1  Tajikistan\n"
    assert json.loads(milepost("facets", "--json").stdout)["kind"][0]["count"] == 1
    assert milepost("facets", "--field", "colour").exit_code == 2
    told = milepost("sources").stdout
    assert told == "River News, Q2 2016\n    river.md · Q2 2016 (from heading) · 2 milestones\n"
    assert json.loads(milepost("sources", "--json").stdout)[0]["issue"] == "2016-34"


@pytest.mark.parametrize("command", [("list",), ("export",), ("facets",), ("sources",), ("show", "abc"), ()])
def test_only_import_makes_a_store(home: Path, command: tuple[str, ...]) -> None:
    done = milepost(*command)
    assert done.exit_code == 1
    assert "no store at" in done.stderr
    assert "milepost demo" in done.stderr
    assert not (home / "store.db").exists()


def test_a_file_that_is_no_store_stays_as_it_was(home: Path, read: Path) -> None:
    before = read.read_bytes()
    done = milepost("import", "--store", str(read), str(read))
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1
    assert read.read_bytes() == before


def test_demo_without_a_terminal_prints_the_list() -> None:
    done = milepost("demo")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) >= 40


def test_the_demo_replaces_nobodys_store(read: Path) -> None:
    store = read.parent / "store.db"
    before = store.read_bytes()
    done = milepost("demo", "--store", str(store))
    assert done.exit_code == 1 and store.read_bytes() == before
    assert "is there already" in done.stderr and len(done.stderr.splitlines()) == 1


def test_who_imports_into_the_demo_is_warned(home: Path) -> None:
    (home / "river.md").write_text(NEWS, encoding="utf-8")
    done = milepost("import", str(home / "river.md"), "--store", str(places.demo_store_path()))
    assert done.exit_code == 0 and "made anew each time" in done.stderr
    assert "made anew" not in milepost("import", str(home / "river.md")).stderr


def test_a_source_without_a_title_is_told_once(home: Path) -> None:
    (home / "plain.txt").write_text("An office was opened in Osh on 3 May 2016.\n", encoding="utf-8")
    milepost("import", str(home / "plain.txt"))
    assert milepost("sources").stdout.count("plain.txt") == 1


def test_the_users_own_names(home: Path) -> None:
    (home / "config" / "milepost").mkdir(parents=True)
    names = home / "config" / "milepost" / "names.toml"
    names.write_text('[[donors]]\nname = "Zed Fund"\naliases = ["ZF"]\n', encoding="utf-8")
    text = "# N\n\n## Office opened\n\nAn office was opened in Osh on 3 May 2016 with funding from ZF.\n"
    try:
        assert milepost("import", "-", "--name", "n.md", stdin=text.encode()).exit_code == 0
        assert milepost("list").stdout.rstrip().endswith("KG · Zed Fund")
    finally:
        from db.names import forget

        forget(added=True)
    names.write_text("[[donors", encoding="utf-8")
    done = milepost("list")
    assert done.exit_code == 0 and "Zed Fund" in done.stdout
    assert done.stderr.splitlines()[0].startswith(f"milepost: {names}, line 1: ")


def test_text_of_a_newsletter_steers_no_terminal(home: Path) -> None:
    (home / "bad.md").write_text(HOSTILE, encoding="utf-8")
    milepost("import", str(home / "bad.md"))
    uid = milepost("list").stdout[:10]
    edit = ("edit", uid, "--set", "title=A \x1b[31mred\x9b \u202etitle", "--json")
    for words in (
        ("list",),
        ("show", uid, "--why"),
        ("sources",),
        ("export",),
        ("export", "-f", "csv"),
        ("export", "-f", "json"),
        edit,
    ):
        printed = milepost(*words).stdout
        assert printed and "\u202e" not in printed
        assert not {character for character in printed if character < " "} - {"\n", "\r"}
        assert "\x9b" not in printed
