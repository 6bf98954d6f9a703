"""What a person types into a field of a milestone, as edits: for a form, field by field, and for `field=value` on a command line.

It stands between people's words (`Kazakhstan:beneficiary`, `mid May 2016`, `$1.38 million`) and the exact texts of `db.changes`.
A field of several values is edited by the element, so an edit says only what it changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from db import names
from db.amounts import read_money
from db.changes import ADD, ELEMENTS, REMOVE, SET, ChangeError, field_text
from db.models import Donor, Kind, Level, Milestone, Role, Status
from db.typed import read_when
from db.when import When, WhenError


class EditError(ChangeError):
    """What was typed is no value of the field; the message is one line with the nearest right value, where there is one."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of a correction: what `db.changes.Change` says, before it is known who made it."""

    field: str
    """As in a change: `title`, `country:KZ`."""
    op: str
    new: str | None


SEVERAL = ("countries", "donors", "amounts", "partners")
FIELDS = (
    "title",
    "date",
    "kind",
    "level",
    "planned",
    "place",
    "countries",
    "donors",
    "amounts",
    "partners",
    "series",
    "status",
    "note",
)
"""What can be edited, in the order in which a form shows it."""

_ALIASES = {
    "country": "countries",
    "donor": "donors",
    "amount": "amounts",
    "money": "amounts",
    "partner": "partners",
    "when": "date",
    "notes": "note",
}
_ASSIGNMENT = re.compile(r"\s*(?P<field>[^=+\-\s][^=+]*?)\s*(?P<how>\+=|-=|=)(?P<value>.*)", re.DOTALL)
_ROLED = re.compile(r"(?P<name>.+?)\s*(?::\s*(?P<role>[A-Za-z]+)|\((?P<inner>[A-Za-z]+)\))\s*")
_YES = {"yes", "y", "true", "1", "on", "planned"}
_NO = {"no", "n", "false", "0", "off", "done"}


def parse_edit(text: str, milestone: Milestone | None, today: date) -> tuple[Edit, ...]:
    """The edits that `field=value`, `field+=value` or `field-=value` asks for; none where the milestone has it so already.

    A field of several values takes all of them with `=` and one or more with `+=` and `-=`, apart by `;`. `location`, `beneficiary`
    and `participant` are countries in that role. Without a milestone it is about a new one. Raises EditError.
    """
    found = _ASSIGNMENT.fullmatch(text)
    if not found:
        raise EditError(f"“{_short(text)}” is no correction: write field=value, or field+=value and field-=value for a list")
    return edit_field(milestone, found["field"], found["value"], today, how=found["how"])


def edit_field(milestone: Milestone | None, field: str, text: str, today: date, *, how: str = "=") -> tuple[Edit, ...]:
    """The edits that give a field of the milestone the value that was typed; none where it has it already.

    `how` is `=`, and for a field of several values `+=` or `-=` too. Raises EditError.
    """
    field = field.strip().lower()
    if field in set(Role):
        parts = [f"{part}:{field}" for part in _parts(text, lambda part: bool(names.country(part) or names.region(part)))]
        return edit_field(milestone, "countries", ";".join(parts), today, how="+=" if how == "=" else how)
    name = field_name(field)
    if name in SEVERAL:
        return _several(milestone, name, text, how)
    if how != "=":
        raise EditError(f"{name} holds one value: write {name}=…")
    new = _value(name, text, today, milestone.when if milestone is not None else None)
    there = field_text(milestone, name) if milestone is not None else ""
    return () if new == there else (Edit(name, SET, new),)


def field_name(text: str) -> str:
    """The field that a person means. Raises EditError."""
    field = text.strip().lower().replace("_", " ")
    field = _ALIASES.get(field, field)
    if field not in FIELDS:
        near = names.nearest(field, (*FIELDS, *_ALIASES, *Role))
        raise EditError(f"there is no field “{_short(text)}”: {_hint(near, FIELDS)}")
    return field


def form_text(milestone: Milestone | None, field: str) -> str:
    """What a form shows in a field; typed back unchanged, it makes no edit."""
    if milestone is None:
        return ""
    match field:
        case "date":
            return milestone.when.show_long() if _says_all(milestone.when) else milestone.when.edtf
        case "countries":
            return "; ".join(f"{names.country_name(one.code)} ({one.role})" for one in milestone.countries)
        case "donors":
            return "; ".join(_plain(str(one)) for one in milestone.donors)
        case "amounts":
            return "; ".join(map(str, milestone.amounts))
        case "partners":
            return "; ".join(_plain(one) for one in milestone.partners)
    return field_text(milestone, field) or ""


def understood(field: str, text: str, today: date, near: When | None = None) -> str:
    """How a typed value is read, for a form to show while it is typed: `13–15 April 2016 · 2016-04-13/2016-04-15`.

    `near` is the date of the milestone that it is about. Raises EditError.
    """
    name = field_name(field)
    if name == "date":
        when = _date(text, today, near)
        return f"{when.show_long()} · {when.edtf}"
    if name in SEVERAL:
        return "; ".join(_said(edit) for edit in _several(None, name, text, "="))
    return _value(name, text, today, near)


def _said(edit: Edit) -> str:
    name, _, key = edit.field.partition(":")
    return f"{names.country_name(key)} ({edit.new})" if name == "country" else key


def _says_all(when: When) -> bool:
    """Whether the date in words is read back as the same date."""
    try:
        return read_when(when.show_long(), None) == when
    except WhenError:
        return False


# One value


def _value(name: str, text: str, today: date, near: When | None) -> str:
    plain = " ".join(text.split())
    match name:
        case "title":
            if not 10 <= len(plain) <= 90:
                raise EditError(f"a title has 10 to 90 characters; this one has {len(plain)}")
            return plain
        case "date":
            return _date(text, today, near).edtf
        case "kind":
            kind = names.kind(plain)
            return kind.value if kind else _no("kind", plain, Kind)
        case "level" | "status":
            choices: tuple[str, ...] = tuple(Level if name == "level" else Status)
            return plain.lower() if plain.lower() in choices else _no(name, plain, choices)
        case "planned":
            if plain.lower() in _YES | _NO:
                return "yes" if plain.lower() in _YES else "no"
            raise EditError(
                f"“{_short(plain)}” is neither yes nor no: planned=yes for what is announced, planned=no for what is done"
            )
        case "series":
            return _series(plain)
        case "note":
            return text.strip()
    return plain


def _hint(near: str | None, choices: Iterable[str]) -> str:
    return f"did you mean {near}?" if near else f"take {', '.join(choices)}"


def _no(what: str, text: str, choices: Iterable[str]) -> NoReturn:
    choices = tuple(choices)
    words = {word: one for one in choices for word in ((one, *names.kind_info(Kind(one)).aliases) if what == "kind" else (one,))}
    near = names.nearest(text, words) if text else None
    raise EditError(f"“{_short(text)}” is no {what}: {_hint(near and words[near], choices)}")


def _date(text: str, today: date, near: When | None) -> When:
    try:
        return read_when(" ".join(text.split()), today, near)
    except WhenError as error:
        raise EditError(str(error)) from None


def _series(text: str) -> str:
    name, mark, ordinal = text.rpartition("#")
    if not mark:
        return text
    if not (name.strip() and ordinal.strip().isascii() and ordinal.strip().isdigit() and len(ordinal) < 7):
        raise EditError(f"“{_short(text)}” is no series: write its name and which of it this is, such as review meetings #10")
    return f"{name.strip()} #{int(ordinal)}"


# Several values


def _several(milestone: Milestone | None, name: str, text: str, how: str) -> tuple[Edit, ...]:
    """Edits by the element: what `text` lists and the milestone lacks; with `=` also away with what it has and `text` lacks."""
    read = _LISTS[name]
    there = _there(milestone, name)
    wanted = {key: value for part in _parts(text, _ALONE[name]) for key, value in read(part, there)}
    element = next(one for one, several in ELEMENTS.items() if several == name)
    if how == "-=":
        for key in wanted:
            if key not in there:
                has = ", ".join(map(_plain, there)) or "none"
                raise EditError(f"{_plain(key)} is not among its {name}: it has {has}")
        return tuple(Edit(f"{element}:{key}", REMOVE, None) for key in wanted)
    if not wanted and how == "+=":
        raise EditError(f"nothing to add: write {element}+=…")
    over = [key for key in there if key not in wanted] if how == "=" else []
    return (
        *(Edit(f"{element}:{key}", REMOVE, None) for key in over),
        *(Edit(f"{element}:{key}", ADD, value) for key, value in wanted.items() if there.get(key) != value),
    )


def _there(milestone: Milestone | None, name: str) -> dict[str, str]:
    """Key and value of each element that the milestone has, as changes name them."""
    if milestone is None:
        return {}
    if name == "countries":
        return {one.code: one.role.value for one in milestone.countries}
    keys = {
        "donors": map(str, milestone.donors),
        "amounts": (money.key for money in milestone.amounts),
        "partners": milestone.partners,
    }
    return dict.fromkeys(keys[name], "")


def _parts(text: str, alone: Callable[[str], bool]) -> list[str]:
    """What stands between semicolons; between commas too where each part is a value by itself and the whole is none."""
    found: list[str] = []
    for part in (" ".join(part.split()) for part in text.split(";")):
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        if part and not alone(part) and len(pieces) > 1 and all(map(alone, pieces)):
            found += pieces
        elif part:
            found.append(part)
    return found


_Read = Iterable[tuple[str, str]]


def _countries(text: str, there: dict[str, str]) -> _Read:
    name, role = _role_of(text)
    code = names.country(name)
    codes = (code,) if code else names.region(name)
    if not codes:
        near = names.nearest_country(name)
        raise EditError(f"“{_short(name)}” is no country: {f'did you mean {near}?' if near else 'write its name or its ISO code'}")
    return [(code, role or there.get(code, Role.LOCATION.value)) for code in codes]


def _role_of(text: str) -> tuple[str, str]:
    """The country and the role of `KZ:beneficiary` or `Kazakhstan (beneficiary)`; an empty role where none stands there."""
    found = _ROLED.fullmatch(text)
    if not found:
        return text, ""
    said = found["role"] or found["inner"]
    role = next((role.value for role in Role if len(said) >= 3 and role.value.startswith(said.lower())), "")
    if not role:
        near = names.nearest(said, Role)
        raise EditError(f"“{_short(said)}” is no role: {_hint(near, Role)}")
    return found["name"], role


def _donors(text: str, there: dict[str, str]) -> _Read:
    known = _same(text, there) or (str(found) if (found := names.donor(text)) else "")
    if known:
        return [(known, "")]
    name, _, agency = (part.strip() for part in text.partition("/"))
    if not name:
        raise EditError(f"“{_short(text)}” is no donor: write its name, or name/agency such as Japan/JICA")
    giver = names.donor(name)
    return [(str(Donor(giver.name if giver else name, agency)), "")]


def _amounts(text: str, there: dict[str, str]) -> _Read:
    try:
        return [(read_money(text).key, "")]
    except ValueError as error:
        raise EditError(str(error)) from None


def _partners(text: str, there: dict[str, str]) -> _Read:
    return [(_same(text, there) or text, "")]


def _same(text: str, there: Iterable[str]) -> str:
    """The element that this is, whatever its case; a semicolon in it, which would end it, was shown as a comma."""
    return next((key for key in there if names.fold(_plain(key)) == names.fold(text)), "")


def _plain(text: str) -> str:
    return " ".join(text.replace(";", ",").split())


def _is_country(text: str) -> bool:
    name = _ROLED.fullmatch(text)
    return bool(names.country(name["name"] if name else text) or names.region(name["name"] if name else text))


_LISTS: dict[str, Callable[[str, dict[str, str]], _Read]] = {
    "countries": _countries,
    "donors": _donors,
    "amounts": _amounts,
    "partners": _partners,
}
_ALONE: dict[str, Callable[[str], bool]] = {
    "countries": _is_country,
    "donors": lambda text: names.donor(text) is not None,
    "amounts": lambda text: True,
    "partners": lambda text: True,
}


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 60 else f"{plain[:59]}…"
