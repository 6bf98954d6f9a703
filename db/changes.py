"""What people decided about milestones and what comes of it: changes, and `settle`, which makes milestones of readings and changes.

A reading says what an importer made of a text; changes say what people made of the reading; `settle` makes the milestone from both.
The order in which changes arrive never matters, so that two offices may exchange them.

A change is about one field of one target. Fields that hold one value are set: title, date, kind, level, planned, place, series,
status, note, merged_into. Fields that hold several are changed by the element, so that two additions never conflict: `country:KZ`,
`donor:Japan/JICA`, `amount:USD 1380000`, `partner:Aga Khan Foundation`, and `apart:<uid>` for a milestone that was declared another
event. Values are texts, as `field_text` gives them. Of a source (its uid is the target) people set `name` and `removed`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from db.models import DOUBTFUL, Basis, CountryRole, Donor, Kind, Level, Milestone, Money, Role, Series, Status
from db.when import When

SET, ADD, REMOVE = "set", "add", "remove"
_T = TypeVar("_T")


class ChangeError(ValueError):
    """A change that cannot be; the message is one line that says what and what to do."""


class StaleError(ChangeError):
    """A change made in sight of a value that is no longer there: somebody, or an import, was quicker."""


@dataclass(frozen=True, slots=True)
class Change:
    """One decision of one person about one field. It is written once and never altered."""

    cid: str
    """Unique over all stores: written twice, it counts once."""
    step: str
    """What one undo takes back together; of an undo or redo `mine<theirs`: its own and the step that it takes back."""
    seq: int
    """Greater than that of any change that was known when it was made (a Lamport number); 0 until it is recorded."""
    base: str | None
    """The cid of the decision that it replaced, of an undo or redo that it takes back; None if the field was as read."""
    target: str
    """The uid of what it is about."""
    field: str
    op: str
    """`set`, or for an element `add` and `remove`; `set` to None returns the field, or the element, to what is read."""
    old: str | None
    """The value before, for people; None where an element was not there."""
    new: str | None
    """The value of `set`; of `add` the role of a country, else an empty text; of `remove` None."""
    who: str
    at: str
    """ISO 8601, from the caller's clock."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """A milestone as it stands after everything that was read and decided. Fields go by the names of the export."""

    milestone: Milestone
    edited: frozenset[str]
    """The fields about which a person's decision stands, `status`, `note` and `merged_into` among them."""
    merged_into: str | None
    """The uid of the milestone that tells the same event and stands for both."""
    differs: frozenset[str]
    """The fields that are read otherwise than they were decided."""
    reread: frozenset[str]
    """Those of `differs` whose reading is no longer the one that the person saw: for a person to look at again."""

    @property
    def corrected(self) -> bool:
        """Whether a person has put something right, beside accepting, rejecting, merging and notes."""
        return bool(self.edited - JUDGEMENTS)


JUDGEMENTS = frozenset({"status", "note", "merged_into", "apart"})
"""What only people say; no reading holds it."""
ELEMENTS = {"country": "countries", "donor": "donors", "amount": "amounts", "partner": "partners", "apart": "apart"}
"""What stands before the colon where a change is about an element, and the field of the export that has the element."""
_NEEDED = frozenset({"title", "date", "kind"})


# Values as texts


def _series_text(series: Series | None) -> str:
    if series is None:
        return ""
    return series.name if series.ordinal is None else f"{series.name} #{series.ordinal}"


def _read_series(text: str) -> Series | None:
    name, mark, ordinal = text.rpartition(" #")
    if mark and ordinal.isascii() and ordinal.isdigit():
        return Series(name, int(ordinal))
    return Series(text) if text else None


def _read_donor(text: str) -> Donor:
    name, _, agency = _line(text).partition("/")
    return Donor(_line(name), agency)


def _read_money(text: str) -> Money:
    currency, _, value = text.partition(" ")
    try:
        number = Decimal(value.replace(",", ""))
    except InvalidOperation:
        number = Decimal("NaN")
    if not (
        len(currency) == 3
        and currency.isascii()
        and currency.isalpha()
        and currency.isupper()
        and number.is_finite()
        and abs(number.adjusted()) < 20
    ):
        raise ChangeError(f"“{text}” is no amount: write a currency and a number, such as USD 1380000")
    return Money(currency, number)


def _read_code(text: str) -> str:
    if not (len(text) == 2 and text.isascii() and text.isalpha() and text.isupper()):
        raise ChangeError(f"“{text}” is no country code: write the two capitals of ISO 3166, such as KZ")
    return text


def _line(text: str) -> str:
    if not text.strip() or len(text.splitlines()) > 1:
        raise ChangeError("a name must be there and stand on one line")
    return text


def _read_title(text: str) -> str:
    if len(text.splitlines()) != 1 or not 10 <= len(text.strip()) <= 90:
        raise ChangeError(f"a title has 10 to 90 characters on one line; this one has {len(text.strip())}")
    return text.strip()


def _read_place(text: str) -> str:
    return _line(text) if text else ""


def _read_flag(text: str) -> bool:
    if text not in ("yes", "no"):
        raise ChangeError(f"“{text}” is neither yes nor no")
    return text == "yes"


def _one_of(values: type[Kind] | type[Level] | type[Status] | type[Role]) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        try:
            return values(text)
        except ValueError:
            raise ChangeError(f"“{text}” is none of {', '.join(values)}") from None

    return read


def _read_number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ChangeError(f"“{text}” is no number of a reading")
    return int(text)


_READERS: Mapping[str, Callable[[str], Any]] = {
    "title": _read_title,
    "date": When,
    "kind": _one_of(Kind),
    "level": _one_of(Level),
    "planned": _read_flag,
    "place": _read_place,
    "series": _read_series,
    "status": _one_of(Status),
    "note": str,
    "merged_into": str,
}
_KEY_READERS: Mapping[str, Callable[[str], Any]] = {
    "country": _read_code,
    "donor": _read_donor,
    "amount": _read_money,
    "partner": _line,
    "apart": _line,
}
SOURCE_FIELDS: Mapping[str, Callable[[str], Any]] = {"name": _line, "removed": _read_number}
"""What people decide about a source; `removed` holds the number of the reading that it takes away: another import returns it."""


def field_text(milestone: Milestone, field: str) -> str | None:
    """What the milestone holds in a field, as a change would set it: a value, a country's role, else "" for there and None for not.

    Raises ChangeError for an unknown field.
    """
    name, _, key = field.partition(":")
    match name:
        case "title" | "place" | "note" | "kind" | "level" | "status" if not key:
            return str(getattr(milestone, name))
        case "date" if not key:
            return milestone.when.edtf
        case "planned" if not key:
            return "yes" if milestone.planned else "no"
        case "series" if not key:
            return _series_text(milestone.series)
        case "merged_into" if not key:
            return None
        case "country":
            return next((country.role.value for country in milestone.countries if country.code == key), None)
        case "donor":
            return "" if any(str(donor) == key for donor in milestone.donors) else None
        case "amount":
            return "" if any(money.key == key for money in milestone.amounts) else None
        case "partner":
            return "" if key in milestone.partners else None
        case "apart":
            return None
    raise ChangeError(f"there is no field “{field}”: take {', '.join(_READERS)}, or {', '.join(f'{name}:…' for name in ELEMENTS)}")


def check_seen(change: Change, seen: Milestone, settled: Settled | None, changes: Iterable[Change]) -> None:
    """Raises StaleError unless the field still holds what the person who made the change saw in it."""
    there = field_text(settled.milestone, change.field) if settled else None
    if settled is None or there != field_text(seen, change.field):
        best = winners(changes).get(change.field)
        name, _, key = change.field.partition(":")
        now = f"it is “{there}” now" if there else "it is there now" if there == "" and key else "it is empty now"
        raise StaleError(
            f"the {name}{' ' * bool(key)}{key} of “{seen.title}” was changed meanwhile by {best.who if best else 'an import'}: "
            f"{now}; look at it, then correct it again"
        )


def check(change: Change) -> None:
    """Raises ChangeError (WhenError for a date) unless the change can be carried out: field, kind of change and value fit."""
    name, colon, key = change.field.partition(":")
    if colon and name in ELEMENTS:
        read = _KEY_READERS[name](key)
        if name == "amount" and read.key != key:
            raise ChangeError(f"“{key}” is the amount {read.key}: write it so")
        if name == "country" and change.op == ADD:
            _one_of(Role)(change.new or "")
        if change.op not in (ADD, REMOVE) and not (change.op == SET and change.new is None):
            raise ChangeError(f"“{change.field}” can be added and removed, not {change.op}")
    elif change.field not in _READERS and change.field not in SOURCE_FIELDS:
        raise ChangeError(
            f"there is no field “{change.field}”: take {', '.join(_READERS)}, or {', '.join(ELEMENTS)} and what of it"
        )
    elif change.op != SET:
        raise ChangeError(f"“{change.field}” can be set, not {change.op}")
    elif change.new is not None:
        (_READERS.get(change.field) or SOURCE_FIELDS[change.field])(change.new)


# From a reading and changes to a milestone


def winners(changes: Iterable[Change]) -> dict[str, Change]:
    """For each field of one target the decision that stands, a return to the reading among them: the highest (seq, cid).

    A change that this version cannot carry out, from an office with a later one, is passed over.
    """
    standing: dict[str, Change] = {}
    for change in changes:
        best = standing.get(change.field)
        if (best is None or (change.seq, change.cid) > (best.seq, best.cid)) and _possible(change):
            standing[change.field] = change
    return standing


def _possible(change: Change) -> bool:
    try:
        check(change)
    except ValueError:
        return False
    return True


def settle(reading: Milestone | None, changes: Sequence[Change]) -> Settled | None:
    """What stands, given what was read (None: a person entered it) and all changes about it, in any order.

    None if there is nothing: a milestone entered by a person needs a title, a date and a kind, and has lost one of them.
    """
    if reading is not None and not changes:
        return Settled(reading, frozenset(), None, frozenset(), frozenset())
    decided = {field: change for field, change in winners(changes).items() if not (change.op == SET and change.new is None)}
    values = {field: _READERS[field](change.new or "") for field, change in decided.items() if field in _READERS}
    if reading is None:
        if not values.keys() >= _NEEDED:
            return None
        start = Milestone(title=values["title"], when=values["date"], kind=values["kind"])
    else:
        start = reading
    merged_into: str | None = values.pop("merged_into", None) or None
    if "date" in values:
        values["when"] = values.pop("date")
        values["basis"] = Basis.EDITED
    milestone = _coherent(replace(start, **values, **_elements(start, decided)))
    told = [] if reading is None else [(field, field_text(reading, field)) for field in decided if field not in JUDGEMENTS]
    differs = [(field, text) for field, text in told if text != field_text(milestone, field)]
    by_cid = {change.cid: change for change in changes}
    edited = frozenset(map(export_field, decided))
    if edited - JUDGEMENTS:
        # who corrects a milestone has looked at it
        milestone = replace(milestone, confidence=max(milestone.confidence, DOUBTFUL))
    return Settled(
        milestone,
        edited=edited,
        merged_into=merged_into,
        differs=frozenset(export_field(field) for field, _ in differs),
        reread=frozenset(export_field(field) for field, text in differs if _seen(decided[field], by_cid) != text),
    )


def settle_source(title: str, reads: int, changes: Iterable[Change]) -> tuple[str, bool]:
    """What a source is called and whether it is removed, given the title that was read and how often it has been read."""
    decided = winners(changes)
    name, removed = decided.get("name"), decided.get("removed")
    return (
        name.new if name and name.new is not None else title,
        removed is not None and removed.new is not None and int(removed.new) >= reads,
    )


def export_field(field: str) -> str:
    """The field of the export that a change's field is about: `countries` for `country:KZ`."""
    return ELEMENTS.get(field.partition(":")[0], field)


def _seen(change: Change, by_cid: Mapping[str, Change]) -> str | None:
    """What was read when people first decided about the field, or did so again after a return to the reading."""
    while change.base and (before := by_cid.get(change.base)) and not (before.op == SET and before.new is None):
        change = before
    return change.old


def _elements(start: Milestone, decided: Mapping[str, Change]) -> dict[str, Any]:
    """The fields that hold several values, as decided; what was read keeps its order, what was added follows in its own."""
    of: dict[str, dict[str, Change]] = {}
    for field, change in sorted(decided.items()):
        name, colon, key = field.partition(":")
        if colon:
            of.setdefault(name, {})[key] = change
    made: dict[str, Any] = {}
    if "country" in of:
        roles = {country.code: country.role for country in start.countries}
        roles |= {code: Role(change.new or "") for code, change in of["country"].items() if change.op == ADD}
        kept = [CountryRole(code, role) for code, role in roles.items() if not _removed(of["country"], code)]
        made["countries"] = tuple(sorted(kept))
    if "donor" in of:
        made["donors"] = _changed(start.donors, of["donor"], str, _read_donor)
    if "amount" in of:
        made["amounts"] = _changed(start.amounts, of["amount"], lambda money: money.key, _read_money)
    if "partner" in of:
        made["partners"] = _changed(start.partners, of["partner"], str, str)
    return made


def _coherent(milestone: Milestone) -> Milestone:
    """Without what is said of donors and amounts that are no longer there."""
    there = {*(f"donor:{donor}" for donor in milestone.donors), *(f"amount:{money.key}" for money in milestone.amounts)}
    return replace(
        milestone,
        citations=tuple(citation for citation in milestone.citations if citation.of in there),
        restated=tuple(pair for pair in milestone.restated if {f"amount:{money.key}" for money in pair} <= there),
    )


def _removed(changes: Mapping[str, Change], key: str) -> bool:
    return key in changes and changes[key].op == REMOVE


def _changed(
    there: Iterable[_T], changes: Mapping[str, Change], key: Callable[[_T], str], read: Callable[[str], _T]
) -> tuple[_T, ...]:
    kept = [value for value in there if not _removed(changes, key(value))]
    known = {key(value) for value in kept}
    return (*kept, *(read(text) for text, change in changes.items() if change.op == ADD and text not in known))


def placed(change: Change, changes: Sequence[Change], settled: Settled | None, seq: int) -> Change:
    """The change as it goes into the record: under this seq, with what it replaces; `changes` are those about its target so far.

    What a source was called before, the caller puts into `old`.

    Raises ChangeError (WhenError for a date) if it cannot be carried out.
    """
    check(change)
    best = winners(changes).get(change.field)
    old: str | None = change.old if change.field in SOURCE_FIELDS else None
    if settled and change.field == "merged_into":
        old = settled.merged_into
    elif settled:
        old = field_text(settled.milestone, change.field)
    return replace(change, seq=seq, base=change.base or (best.cid if best else None), old=old)
