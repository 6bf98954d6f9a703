"""A TOML file that a person wrote, and what is wrong with it in one line: which file, which line, what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_AT = re.compile(r"\s*\((?:at line (\d+), column \d+|at end of document)\)")
_PLAIN = (
    ("Expected '=' after a key", 'a name wants "=" and a value behind it'),
    ("Invalid statement", "a line is a name, =, and a value, or a [heading]"),
    ("Invalid value", 'the value cannot be read; a text stands in "quotation marks"'),
    ("Illegal character '\\n'", "a quotation mark is not closed"),
    ("Unterminated string", "a quotation mark is not closed"),
    ("Cannot overwrite a value", "the name stands twice"),
    ("Cannot declare", "the heading stands twice"),
    ("Expected ']", "a heading or list wants its closing ]"),
    ("Unclosed array", "a list wants its closing ]"),
    ("Expected newline or end of document", "something stands behind the value"),
)
"""What tomllib says, and what a person understands."""


class TomlError(ValueError):
    """The file cannot be read; the message is one line."""


def read_toml(path: Path) -> dict[str, Any]:
    """What the file holds. Raises FileNotFoundError where there is none, and TomlError where it cannot be read."""
    import tomllib

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise TomlError(f"{path}: cannot be read: {reason}") from None
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        told = str(error)
        at = _AT.search(told)
        line = int(at[1]) if at and at[1] else max(1, len(text.splitlines()))
        words = next((plain for begins, plain in _PLAIN if told.startswith(begins)), _AT.sub("", told).lower())
        raise TomlError(f"{path}, line {line}: {words}; until that is mended nothing in the file counts") from None


def unknown(name: str, what: str, known: Sequence[str], tables: Sequence[str] = ()) -> str:
    """That there is no such thing as `name`, and which of those that are `known`, or of their `tables`, may have been meant."""
    from db.names import nearest

    # a name may also have been put outside its table, or into a wrong one
    last = name.rpartition(".")[2]
    near = next((one for one in known if one.rpartition(".")[2] == last), None) or nearest(name, (*known, *tables))
    return f"there is no such {what}: " + (f"did you mean {near}?" if near else f"there are {', '.join(known)}")
