"""How a selection leaves the app: the name of the file it is written to, and the writing."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

_LONGEST = 60


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


def write_new(text: str, stem: str, suffix: str, folders: list[Path]) -> Path:
    """Write `text` to `stem` + `suffix` in the first folder that takes it; the path.

    A file that is there is never touched: `-2`, `-3` and so on is added. Raises `OSError` where no folder takes it.
    """
    trouble: OSError | None = None
    for folder in folders:
        try:
            return _write_in(folder, text, stem, suffix)
        except OSError as error:
            trouble = error
    raise trouble or OSError("there is no folder to write to")


def _write_in(folder: Path, text: str, stem: str, suffix: str) -> Path:
    for number in range(1, 10_000):
        path = folder / (f"{stem}-{number}{suffix}" if number > 1 else stem + suffix)
        try:
            file = path.open("x", encoding="utf-8", newline="\n")
        except FileExistsError:
            continue
        try:
            with file:
                file.write(text)
        except OSError:
            path.unlink(missing_ok=True)
            raise
        return path
    raise FileExistsError(f"{folder} has too many files of that name")
