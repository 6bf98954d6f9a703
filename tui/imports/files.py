"""Which files are meant by a path: one that is named or typed, those that a pattern names, the newsletters of a folder."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.imports.outcome import Outcome

ENDINGS = frozenset({".txt", ".text", ".md", ".markdown"})
"""The endings of files that a folder's newsletters are looked for by; a file that is named is read whatever its ending."""
_PDF = ".pdf"


def newsletters(paths: Sequence[Path]) -> Iterator[Path | Outcome]:
    """The files to import: those named, those that a pattern (`news/*.md`) names, and those with a newsletter's ending in the
    folders named, in order of name.

    What names no file comes out as an `Outcome` with its error. Links inside a folder are not followed; what is hidden in it
    (`.git`, `.venv`) is left out, PDFs are not read, and notes say so.
    """
    for path in paths:
        try:
            yield from _files(path)
        except FileNotFoundError:
            yield from _matching(path)
        except OSError as error:
            yield Outcome(str(path), None, f"{path}: {error.strerror or error}; is it yours to read?")


def _files(path: Path) -> Iterator[Path | Outcome]:
    if not stat.S_ISDIR(path.stat().st_mode):
        yield path
        return
    # whether it may be read; walking through it would pass that over
    os.scandir(path).close()
    found, hidden, pdfs = [], 0, 0
    for folder, folders, files in os.walk(path):
        named = [name for name in files if Path(name).suffix.lower() in ENDINGS]
        hidden += sum(name.startswith(".") for name in (*folders, *named))
        folders[:] = [name for name in folders if not name.startswith(".")]
        pdfs += sum(name.lower().endswith(_PDF) for name in files)
        found += [Path(folder, name) for name in named if not name.startswith(".")]
    found = sorted(file for file in found if file.is_file() and not file.is_symlink())
    if not found:
        wanted = ", ".join(sorted(ENDINGS))
        yield Outcome(str(path), None, f"{path}: no newsletters in this folder; they are looked for by their ending ({wanted})")
    yield from found
    if hidden:
        what = "file or folder" if hidden == 1 else "files and folders"
        yield Outcome(str(path), None, note=f"{path}: {hidden:,} hidden {what} left out")
    if pdfs:
        what = "PDF is not read; turn it" if pdfs == 1 else "PDFs are not read; turn them"
        yield Outcome(str(path), None, note=f"{path}: {pdfs:,} {what} into text first, for example with `pdftotext FILE.pdf`")


def _matching(path: Path) -> Iterator[Path | Outcome]:
    text = str(path)
    # Path.glob takes no absolute pattern
    found = [Path(name) for name in sorted(glob.glob(text, recursive=True))] if glob.has_magic(text) else []  # noqa: PTH207
    if not found:
        yield Outcome(str(path), None, f"{path}: there is no such file")
    for one in found:
        yield from _files(one)


def typed_path(text: str) -> Path:
    """The path that a person typed, or dropped on the terminal: `~` is the home folder; quotation marks around it, and a
    backslash before a blank, are the shell's."""
    plain = text.strip()
    if len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "'\"":
        plain = plain[1:-1]
    return Path(os.path.expanduser(plain.replace("\\ ", " ")))  # noqa: PTH111 - a `~name` that is nobody stays as it is
