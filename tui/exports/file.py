"""How a selection leaves the store for a file: what the file is called, and the writing, all of it or nothing."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from errno import EEXIST, EISDIR
from functools import partial
from itertools import count
from os import strerror
from pathlib import Path

from db.connect import open_store
from db.export.options import ExportOptions
from tui.config.places import here
from tui.exports.leaving import Leaving
from tui.render import clean_lines

_LONGEST = 60
_SHEETS = frozenset({".xls", ".xlsx", ".ods"})
_DOCUMENTS = frozenset({".doc", ".docx", ".odt", ".pdf", ".rtf", ".htm", ".html", ".pptx"}) | _SHEETS
"""Endings of what other programs make of Markdown or CSV."""


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """What was chosen for an export, to be offered the next time."""

    options: ExportOptions = field(default_factory=ExportOptions)
    clipboard: bool = False
    folder: Path | None = None
    """The folder that a person typed last; None until then."""


def slug(words: str) -> str:
    """Words as a part of a file name: `Uzbekistan, funded by Japan` gives `uzbekistan-funded-by-japan`; never empty."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    parts = re.findall(r"[a-z0-9]+", plain.lower())
    name = parts[0][:_LONGEST] if parts else "milestones"
    for part in parts[1:]:
        if len(name) + 1 + len(part) > _LONGEST:
            break
        name += f"-{part}"
    return name


def free_path(folders: Iterable[Path], stem: str, suffix: str) -> Path:
    """Where nothing is yet: `stem` + `suffix` in the first folder that can be written to, with `-2`, `-3` and so on as needed.

    Where no folder can, in the first: writing then says why.
    """
    there = list(folders)
    folder = next((one for one in there if one.is_dir() and os.access(one, os.W_OK)), there[0])
    paths = (folder / f"{stem}{f'-{number}' if number > 1 else ''}{suffix}" for number in count(1))
    return next(path for path in paths if not os.path.lexists(path))


def short(path: Path) -> str:
    """A path as one would type it: from here (`./a.md`), from home (`~/a.md`), else whole."""
    for folder, sign in ((here(), "."), (Path.home(), "~")):
        if folder and path.is_relative_to(folder):
            return f"{sign}/{path.relative_to(folder)}"
    return str(path)


class NotTextError(OSError):
    """What is written is text, and the name says that it is something else."""


def write_file(path: Path, pieces: Iterable[str], *, force: bool = False, encoding: str = "utf-8") -> None:
    """Write all of it or nothing. What is there already stays as it is until the whole is written, and without `force` after it.

    Raises FileExistsError, NotTextError, and OSError for a folder, a missing folder or what may not be written.
    """
    path = path.expanduser()
    if path.suffix.lower() in _DOCUMENTS:
        raise NotTextError
    if path.is_dir():
        raise IsADirectoryError(EISDIR, strerror(EISDIR), str(path))
    if not os.path.lexists(path):
        _fill(path, pieces, encoding)
    elif not force:
        raise FileExistsError(EEXIST, strerror(EEXIST), str(path))
    elif path.exists() and not path.is_file():
        # a device or a pipe cannot be replaced
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
    else:
        whole = path.resolve()
        beside = whole.with_name(f".{whole.name[:_LONGEST]}.{os.getpid()}")
        _fill(beside, pieces, encoding)
        if whole.exists():
            beside.chmod(whole.stat().st_mode & 0o7777)
        beside.replace(whole)


def take_out(
    store: Path,
    question: Callable[..., Leaving],
    to: Path | None,
    *,
    force: bool = False,
    encoding: str = "utf-8",
    told: Callable[[int], None] | None = None,
) -> Leaving:
    """What leaves the store: written to a file, all of it or nothing, with no text left; without a file, a harmless text.

    `question` is `leaving` without its connection; `told` hears how many milestones have been taken.
    Raises StoreError and sqlite3.Error, and what `write_file` raises.
    """
    with open_store(store, readonly=True) as opened:
        if to is not None:
            return question(opened.connection, told=told, write=partial(write_file, to, force=force, encoding=encoding))
        left = question(opened.connection, told=told)
    return replace(left, text=clean_lines(left.text))


def _fill(path: Path, pieces: Iterable[str], encoding: str) -> None:
    with path.open("x", encoding=encoding, newline="") as file:
        try:
            file.writelines(pieces)
            file.flush()
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def refusal(error: OSError, path: Path) -> str:
    """Why nothing could be written to `path` and what to do about it, on one line."""
    match error:
        case IsADirectoryError():
            return f"{path}: it is a folder; name a file in it, such as {path / 'milestones.md'}"
        case NotTextError():
            if path.suffix.lower() in _SHEETS:
                return f"{path}: what is written is text; write {path.with_suffix('.csv')}, which opens as a sheet"
            plain = path.with_suffix(".md")
            return f"{path}: what is written is text; write {plain}, then make that of it: pandoc {plain.name} -o {path.name}"
        case FileNotFoundError() | NotADirectoryError() if path.parent.is_dir():
            return f"{path}: it may not be written; choose another place"
        case FileNotFoundError() | NotADirectoryError():
            return f"{path}: there is no folder {path.parent}; make it first, or choose another place"
        case PermissionError():
            return f"{path}: it may not be written; choose another place"
    return f"{path}: {error.strerror or error}; choose another place"
