"""Names of countries, donors and kinds: one place where all three packages look them up.

The lists are files in `db/data`; a person's own file (`db.ownnames`) adds to them. Nothing is read before it is first asked for.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from db.parts import Donor, Kind

DATA = Path(__file__).parent / "data"

_NEAR = 0.7
"""How alike a name must be to be offered as what was meant (difflib's ratio)."""

_GOVERNMENT = re.compile(
    r"(?:(?:the )?(?:royal |federal )?(?:government|govt|embassy|people|people and government|kingdom|taxpayers) of (?:the )?)(.+)"
    r"|(.+?)(?:'s)? (?:government|embassy|aid)"
)
"""What stands around a country's name where its government is meant; matched on folded text."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory of ISO 3166-1."""

    code: str
    """ISO 3166-1 alpha-2; Kosovo has the user-assigned XK."""
    alpha3: str
    name: str
    """Short English name."""
    official: str = ""
    aliases: tuple[str, ...] = ()
    """Other spellings, misspellings that are often printed, abbreviations."""
    demonyms: tuple[str, ...] = ()
    """Adjectives and names of people."""

    @property
    def names(self) -> tuple[str, ...]:
        """All that stands for the country itself, without demonyms and codes."""
        return tuple(dict.fromkeys(name for name in (self.name, self.official, *self.aliases) if name))


@dataclass(frozen=True, slots=True)
class Region:
    """A group of countries that texts name by one word."""

    name: str
    members: tuple[str, ...]
    """ISO 3166-1 alpha-2, by code."""
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DonorInfo:
    """A donor of the list, or one agency of it."""

    donor: Donor
    ref: str = ""
    """IATI organisation identifier; empty where none is known."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KindInfo:
    """How a kind is drawn and named."""

    glyph: str
    """One cell wide."""
    color: str
    """An ANSI colour name."""
    plural: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extra:
    """What a person's own file adds."""

    countries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """ISO code -> further names."""
    places: tuple[tuple[str, str], ...] = ()
    """Place name and ISO code."""
    donors: tuple[DonorInfo, ...] = ()


@dataclass(frozen=True, slots=True)
class _Tables:
    countries: dict[str, Country]
    country_keys: dict[str, str]
    """Folded name, alias, code or demonym -> ISO alpha-2."""


@dataclass(frozen=True, slots=True)
class _DonorTables:
    infos: tuple[DonorInfo, ...]
    keys: dict[str, Donor]
    refs: dict[Donor, str]


_added: list[Extra] = []
_changes = [0]


def fold(text: str) -> str:
    """`text` as names are compared: lower case, no accents, no dots, plain apostrophes, single blanks, no leading "the"."""
    plain = text if text.isascii() else "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    folded = " ".join(plain.casefold().replace("’", "'").replace("ı", "i").replace(".", "").replace("_", " ").split())
    return folded.removeprefix("the ")


def country(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code for any name, alias, code (two or three letters) or demonym, in any case; else None."""
    return _tables().country_keys.get(fold(text))


def country_name(code: str) -> str:
    """The short English name for an ISO alpha-2 code; the code itself when it is unknown."""
    found = _tables().countries.get(code.upper())
    return found.name if found else code


def countries() -> tuple[Country, ...]:
    """All countries, by name."""
    return tuple(sorted(_tables().countries.values(), key=lambda one: fold(one.name)))


def nearest(text: str, choices: Iterable[str]) -> str | None:
    """The choice most like `text`, for "did you mean"; None when none is near."""
    import difflib

    by_key = {fold(choice): choice for choice in choices}
    key = fold(text)
    if key in by_key:
        return by_key[key]
    starts = [name for name in by_key if len(key) >= 3 and name.startswith(key)]
    if starts:
        return by_key[min(starts, key=len)]
    close = difflib.get_close_matches(key, by_key, n=1, cutoff=_NEAR)
    return by_key[close[0]] if close else None


def nearest_country(text: str) -> str | None:
    """The short English name of the country most like `text`; None when none is near."""
    keys = _tables().country_keys
    found = nearest(text, (key for key in keys if len(key) > 3))
    return country_name(keys[found]) if found else None


def regions() -> tuple[Region, ...]:
    """All regions with their members."""
    return _regions()


def region(text: str) -> tuple[str, ...]:
    """The members (ISO alpha-2) of a region by name, alias or adjective; empty when it is unknown."""
    return _region_keys().get(fold(text), ())


def kind(text: str) -> Kind | None:
    """The kind for its value, plural or alias, in any case; else None."""
    return _kind_keys().get(fold(text).replace("-", " "))


def kind_info(kind: Kind) -> KindInfo:
    """Glyph, colour and words of a kind."""
    return _kinds()[kind]


def donor(text: str) -> Donor | None:
    """The canonical donor for a known name, alias or agency: "JICA", "Japan/JICA" and "Government of Japan" are all known.

    Any country may be a donor. None when the name is unknown.
    """
    name, slash, agency = text.partition("/")
    if found := listed_donor(text):
        return found
    if slash:
        first, second = donor(name), fold(agency)
        if first is None:
            return None
        known = listed_donor(agency)
        if known and known.name == first.name:
            return known
        agency = next(
            (info.donor.agency for info in donors() if info.donor.name == first.name and fold(info.donor.agency) == second), ""
        )
        return Donor(first.name, agency) if agency else None
    code = country(text)
    if code is None and (around := _GOVERNMENT.fullmatch(fold(text))):
        inner = around[1] or around[2]
        code = country(inner)
        if code is None:
            return listed_donor(inner)
    return Donor(country_name(code)) if code else None


def listed_donor(text: str) -> Donor | None:
    """The donor of the list, or agency of it, that has exactly this name or alias, in any case; else None."""
    return _donor_tables().keys.get(fold(text))


def donor_ref(donor: Donor) -> str | None:
    """The IATI organisation identifier of the agency, else of the donor it belongs to; None where none is known."""
    refs = _donor_tables().refs
    return refs.get(donor) or refs.get(Donor(donor.name)) or None


def donors() -> tuple[DonorInfo, ...]:
    """All donors of the list and their agencies; governments that are not in it are in `countries()`."""
    return _donor_tables().infos


def extra() -> Extra:
    """What was added by `add`, together."""
    places = tuple(place for one in _added for place in one.places)
    infos = tuple(info for one in _added for info in one.donors)
    names: dict[str, tuple[str, ...]] = {}
    for one in _added:
        for code, more in one.countries.items():
            names[code] = (*names.get(code, ()), *more)
    return Extra(names, places, infos)


def add(more: Extra) -> None:
    """Add names for the rest of this process."""
    _added.append(more)
    forget()


def generation() -> int:
    """A number that changes whenever names are added, for those who keep something made from them."""
    return _changes[0]


def forget(added: bool = False) -> None:
    """Drop what was loaded, and with `added` also what `add` added: the next question reads the files anew."""
    if added:
        _added.clear()
    _changes[0] += 1
    for cached in (_tables, _donor_tables):
        cached.cache_clear()


def rows(path: Path) -> Iterable[list[str]]:
    """The rows of a tab-separated file below its heading, padded to the heading's length; empty lines and # lines left out."""
    heading, *lines = path.read_text("utf-8").splitlines()
    width = heading.count("\t") + 1
    for line in lines:
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield cells + [""] * (width - len(cells))


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in cell.split(";")) if part)


@functools.cache
def _tables() -> _Tables:
    own = extra().countries
    found: dict[str, Country] = {}
    keys: dict[str, str] = {}
    for code, alpha3, name, official, aliases, demonyms in rows(DATA / "countries.tsv"):
        one = Country(code, alpha3, name, official, (*_listed(aliases), *own.get(code, ())), _listed(demonyms))
        found[code] = one
        for key in (*one.names, *one.demonyms):
            keys.setdefault(fold(key), code)
    for code, one in found.items():
        keys.setdefault(one.alpha3.casefold(), code)
        keys[code.casefold()] = code
    return _Tables(found, keys)


@functools.cache
def _regions() -> tuple[Region, ...]:
    return tuple(
        Region(name, tuple(sorted(members.split())), _listed(aliases), _listed(adjectives))
        for name, members, aliases, adjectives in rows(DATA / "regions.tsv")
    )


@functools.cache
def _region_keys() -> dict[str, tuple[str, ...]]:
    return {fold(key): one.members for one in reversed(_regions()) for key in (*one.adjectives, *one.aliases, one.name)}


@functools.cache
def _kinds() -> dict[Kind, KindInfo]:
    return {
        Kind(kind): KindInfo(glyph, color, plural, _listed(aliases))
        for kind, glyph, color, plural, aliases in rows(DATA / "kinds.tsv")
    }


@functools.cache
def _kind_keys() -> dict[str, Kind]:
    return {fold(word).replace("-", " "): one for one, info in _kinds().items() for word in (*info.aliases, info.plural, one.value)}


@functools.cache
def _donor_tables() -> _DonorTables:
    own = extra().donors
    listed = [DonorInfo(Donor(name, agency), ref, _listed(aliases)) for name, agency, ref, aliases in rows(DATA / "donors.tsv")]
    infos = (*listed, *own)
    keys: dict[str, Donor] = {}
    refs: dict[Donor, str] = {}
    for info in infos:
        for alias in (*info.aliases, str(info.donor)):
            keys.setdefault(fold(alias), info.donor)
        if info.ref:
            refs[info.donor] = info.ref
    for info in infos:
        if stands_alone(info.donor.agency):
            keys.setdefault(fold(info.donor.agency), info.donor)
    return _DonorTables(infos, keys, refs)


def stands_alone(agency: str) -> bool:
    """Whether an agency's name says by itself whose it is: "JICA" does, "Ministry of Foreign Affairs" does not."""
    return bool(agency) and not re.match(r"(?:Federal )?(?:Ministry|Department|Customs)\b", agency)
