"""A person's own file of names: what may stand in it, and what is wrong with it in one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.names import DonorInfo, Extra, add, countries, country, country_name, fold, listed_donor
from db.parts import Donor
from db.toml import TomlError, read_toml, unknown


class NamesError(Exception):
    """A person's own file of names cannot be used; the message is one line that says which and why."""


def extend(path: Path) -> bool:
    """Add the names of a person's own TOML file for the rest of this process; False when there is no such file.

    `[countries]` code = ["alias", ...]; `[places]` "Name" = "code"; `[[donors]]` name, agency, ref, aliases.
    Raises NamesError when it cannot be read, is no TOML, or says anything that cannot be or would do nothing.
    """
    try:
        data = read_toml(path)
    except FileNotFoundError:
        return False
    except TomlError as error:
        raise NamesError(str(error)) from None
    add(_OwnNames(path, data).extra())
    return True


@dataclass(frozen=True, slots=True)
class _OwnNames:
    """The file, as it was read."""

    path: Path
    data: Mapping[str, object]

    def extra(self) -> Extra:
        """The names in it."""
        self._only(self.data, ("countries", "places", "donors"), "table")
        return Extra(self._countries(), self._places(), tuple(self._donor(one) for one in self._listed()))

    def _countries(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        claimed: dict[str, str] = {}
        for key, value in self._table("countries").items():
            code, where = self._code(key), f"countries.{key}"
            aliases = self._texts(value, where)
            for alias in aliases:
                means = country(alias) or claimed.setdefault(fold(alias), code)
                self._free(alias, country_name(code), country_name(means), where)
            found[code] = (*found.get(code, ()), *aliases)
        return found

    def _places(self) -> tuple[tuple[str, str], ...]:
        return tuple((self._text(name, "places"), self._code(value)) for name, value in self._table("places").items())

    def _listed(self) -> Sequence[Mapping[str, object]]:
        listed = self.data.get("donors", [])
        if not isinstance(listed, list) or not all(isinstance(one, dict) and "name" in one for one in listed):
            raise self._wrong("donors must be a list of tables with a name, written [[donors]]")
        return listed

    def _donor(self, told: Mapping[str, object]) -> DonorInfo:
        self._only(told, ("name", "agency", "ref", "aliases"), "name in a donor", "donors.")
        made = Donor(self._text(told["name"], "donors.name"), self._text(told.get("agency", ""), "donors.agency", empty=True))
        aliases = self._texts(told.get("aliases", []), "aliases")
        for alias in (str(made), *aliases):
            self._free(alias, str(made), str(listed_donor(alias) or made), f"donors.{made}")
        return DonorInfo(made, self._text(told.get("ref", ""), "donors.ref", empty=True), aliases)

    def _only(self, told: Mapping[str, object], known: tuple[str, ...], what: str, before: str = "") -> None:
        if strange := [name for name in told if name not in known]:
            raise self._wrong(f"{before}{strange[0]}: {unknown(strange[0], what, known)}")

    def _table(self, name: str) -> Mapping[str, object]:
        value = self.data.get(name, {})
        if not isinstance(value, dict):
            raise self._wrong(f"{name} must be a table, written [{name}]")
        return value

    def _code(self, value: object) -> str:
        if not isinstance(value, str) or value.upper() not in {one.code for one in countries()}:
            raise self._wrong(f"{value!r} is no ISO 3166 country code of two letters")
        return value.upper()

    def _text(self, value: object, where: str, *, empty: bool = False) -> str:
        if not isinstance(value, str) or not (empty or value.strip()):
            raise self._wrong(f"{where}: a name is a text in quotation marks that is not empty")
        return value

    def _texts(self, value: object, where: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            raise self._wrong(f'{where} must be a list of names, such as ["Kirgisia"]')
        return tuple(value)

    def _free(self, name: str, meant: str, means: str, where: str) -> None:
        # what has a meaning keeps it, so that the line would do nothing
        if means != meant:
            raise self._wrong(f"{where}: “{name}” means {means} already")

    def _wrong(self, what: str) -> NamesError:
        return NamesError(f"{self.path}: {what}; until that is mended nothing in the file counts")
