"""How an export is wanted: its format and, of Markdown, its shape, its grouping, whether the evidence goes along,
and what stands in front.

One value for the command line, the app and whatever keeps it for another day; the names in it are the same everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Format(StrEnum):
    """What kind of file."""

    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"

    @classmethod
    def of_ending(cls, suffix: str) -> Format | None:
        """The format of files whose names end so: `.csv`."""
        return next((one for one in cls if one.suffix == suffix.lower()), None)

    @property
    def suffix(self) -> str:
        """The ending of a file's name, with its dot."""
        return ".md" if self is Format.MARKDOWN else f".{self.value}"

    @property
    def encoding(self) -> str:
        """Of a file. Excel takes CSV that does not begin with the sign of UTF-8 for another encoding."""
        return "utf-8-sig" if self is Format.CSV else "utf-8"

    @property
    def called(self) -> str:
        """As people write it."""
        return {"markdown": "Markdown", "jsonl": "JSON Lines"}.get(self.value, self.value.upper())


class Shape(StrEnum):
    """How Markdown tells a milestone."""

    LIST = "list"
    """An item with all that is known."""
    TABLE = "table"
    """A row: when, what, where, funded by, amount."""
    BRIEF = "brief"
    """An item with date and title alone."""


class Group(StrEnum):
    """What the headings of Markdown are."""

    DATE = "date"
    """Years."""
    COUNTRY = "country"
    """Countries in any role; a milestone stands under each of its own."""
    DONOR = "donor"
    """Governments and funds; a milestone stands under each that paid."""
    KIND = "kind"


class OptionError(ValueError):
    """A value that an option does not have; the message is one line for a person."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """All but the format is about Markdown: CSV and JSON always hold everything. Raises OptionError."""

    format: Format = Format.MARKDOWN
    shape: Shape = Shape.LIST
    group: Group = Group.DATE
    evidence: bool = True
    """Whether the quotes stand below as footnotes."""
    front: bool = False
    """Whether it begins with YAML that says to programs what was chosen and read; pasted into mail or Word it is in the way."""

    def __post_init__(self) -> None:
        for name, choices in CHOICES.items():
            object.__setattr__(self, name, _chosen(name, getattr(self, name), choices))
        for name in SWITCHES:
            if not isinstance(value := getattr(self, name), bool):
                raise OptionError(f"{name}: is true or false, not “{value}”")

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> ExportOptions:
        """From plain texts and bools, by name; the rest as ever. Raises OptionError, also for a name that is no option's."""
        there = cls.__slots__
        if wrong := next((name for name in values if name not in there), None):
            raise OptionError(f"there is no option {wrong}: there are {', '.join(there)}")
        return cls(**values)

    @property
    def is_markdown(self) -> bool:
        """Whether anything but the format means something."""
        return self.format is Format.MARKDOWN

    def but(self, **other: Any) -> ExportOptions:
        """With other values. Raises OptionError."""
        return replace(self, **other)


CHOICES: dict[str, type[StrEnum]] = {"format": Format, "shape": Shape, "group": Group}
"""The options with several values, by their names."""
SWITCHES = ("evidence", "front")
"""Those that are on or off."""


def _chosen(name: str, value: object, choices: type[StrEnum]) -> StrEnum:
    try:
        return choices(str(value))
    except ValueError:
        from db import names

        there = tuple(str(choice) for choice in choices)
        near = names.nearest(str(value), there)
        meant = f"did you mean {near}? " if near else ""
        raise OptionError(f"{name}: has no “{value}”: {meant}There are {', '.join(there)}") from None
