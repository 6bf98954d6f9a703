"""The way out: names of files, and writing them whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.exports.file import free_path, refusal, short, slug, write_file


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Uzbekistan, funded by Japan, 2013 to 2017", "uzbekistan-funded-by-japan-2013-to-2017"),
        ("all milestones", "all-milestones"),
        ("“../../etc/passwd”", "etc-passwd"),
        ("汉字", "milestones"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("x" * 300, "x" * 60),
    ],
)
def test_slug(words: str, name: str) -> None:
    assert slug(words) == name


def test_a_free_path_is_where_nothing_is(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    assert free_path([missing, tmp_path], "a", ".md") == tmp_path / "a.md"
    (tmp_path / "a.md").touch()
    (tmp_path / "a-2.md").symlink_to("nowhere")
    assert free_path([tmp_path], "a", ".md") == tmp_path / "a-3.md"
    assert free_path([missing], "a", ".md") == missing / "a.md"


def test_a_path_is_short_from_here_and_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(gone)
    assert (short(gone / "a.md"), short(tmp_path / "a.md"), short(Path("/a.md"))) == ("./a.md", "~/a.md", "/a.md")
    gone.rmdir()
    assert (short(gone / "a.md"), short(Path("/a.md"))) == ("~/gone/a.md", "/a.md")


def test_writing_is_all_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.md"

    def broken() -> Iterator[str]:
        yield "half"
        raise ValueError

    with pytest.raises(ValueError):
        write_file(path, broken())
    assert list(tmp_path.iterdir()) == []
    write_file(path, ["one", "\r\n"])
    path.chmod(0o640)
    with pytest.raises(FileExistsError):
        write_file(path, ["two"])
    with pytest.raises(ValueError):
        write_file(path, broken(), force=True)
    assert path.read_bytes() == b"one\r\n" and list(tmp_path.iterdir()) == [path]
    link = tmp_path / "link.md"
    link.symlink_to(path)
    write_file(link, ["two"], force=True)
    assert path.read_text() == "two" and link.is_symlink() and path.stat().st_mode & 0o777 == 0o640
    write_file(Path("/dev/null"), ["gone"], force=True)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (".", "it is a folder; name a file in it"),
        ("no/a.md", "there is no folder"),
        ("file/a.md", "there is no folder"),
        ("report.docx", "what is written is text; write "),
        ("report.PDF", "pandoc report.md -o report.PDF"),
        ("report.xlsx", "report.csv, which opens as a sheet"),
    ],
)
def test_a_refusal_says_what_to_do(tmp_path: Path, where: str, said: str) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / where
    with pytest.raises(OSError) as caught:
        write_file(path, ["x"])
    line = refusal(caught.value, path)
    assert line.startswith(f"{path}: ") and said in line and "\n" not in line


def test_a_refusal_of_what_may_not_be_written(tmp_path: Path) -> None:
    assert "may not be written; choose another place" in refusal(PermissionError(13, "Permission denied"), tmp_path / "a.md")
    assert "may not be written" in refusal(FileNotFoundError(2, "No such file"), tmp_path / "a.md"), "as in /proc"
    assert refusal(OSError(28, "No space left on device"), tmp_path / "a.md").endswith(
        "No space left on device; choose another place"
    )
