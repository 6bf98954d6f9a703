"""What the words of donors' names are: the known donors and countries, and the words of `importers/data/cues.toml` around them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from db import names
from db.models import Donor
from importers.gazetteer import Gazetteer
from importers.lexicon import data, spaced_pattern


class Sort(Enum):
    """What a name is by itself."""

    LISTED = "listed"
    COUNTRY = "country"
    DEMONYM = "demonym"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a known name stands for."""

    donor: Donor
    sort: Sort


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The known names, and patterns for what stands between and around names."""

    gazetteer: Gazetteer[Entry]
    filler: re.Pattern[str]
    body: re.Pattern[str]
    """What says at the end of such words that the name of a company follows, or of another body: "the mobile operator"."""
    join: re.Pattern[str]
    institution: re.Pattern[str]
    national: re.Pattern[str]
    never: re.Pattern[str]
    capitals: Mapping[str, str]
    """Capital -> donor that it stands for, by name."""
    capital: re.Pattern[str]


@functools.lru_cache(maxsize=1)
def _givers(_generation: int) -> frozenset[str]:
    return frozenset(info.donor.name for info in names.donors())


@functools.lru_cache(maxsize=1)
def members() -> frozenset[str]:
    """The ISO codes of the members of the Development Assistance Committee, and of others that give."""
    listed = data("cues")["committee"]["members"]
    return frozenset(code for name in listed if (code := names.country(name)) is not None)


def givers() -> frozenset[str]:
    """The names of the donors that the list of donors holds, governments among them."""
    return _givers(names.generation())


def lexicon() -> Lexicon:
    """The words as they are now; made anew when a person adds names."""
    return _lexicon(names.generation())


@functools.lru_cache(maxsize=1)
def _lexicon(_generation: int) -> Lexicon:
    cues = data("cues")

    space = r"[\s\"“”'‘’«»*_•·–—-]"
    bodies = spaced_pattern(cues["filler"]["bodies"])
    fillers = (*cues["filler"]["patterns"], rf"(?:[a-z-]+\s){{0,2}}(?:{bodies})(?=\s[“\"«]?[A-Z])")
    also = "|".join((*cues["filler"]["also_patterns"], spaced_pattern(cues["filler"]["also"])))
    return Lexicon(
        gazetteer=Gazetteer(_entries()),
        filler=re.compile(rf"{space}+|(?:{'|'.join(fillers)}|{spaced_pattern(cues['filler']['words'])})(?!\w)"),
        body=re.compile(rf"\b(?:{bodies})\s[“\"«]?\Z"),
        join=re.compile(
            rf"(?P<also>\s*,?\s+(?:{also})(?:,\s+(?:since|from|as\s+of|until|later|recently|lately"
            rf"|now)\b[^,;.]{{0,24}},|,\s+(?:through|via)\s[^,;.()]{{2,40}},|,\s+[a-z][^,;.()]{{2,60}},(?=\s+(?:by|from)\s))?"
            rf"\s+(?:(?:also|now|lately|recently|meanwhile|later|by|from|with|to|of|since\s+(?:(?:19|20)\d\d|then))\s+)*|\s*/\s*(?=[A-Z]))"
            rf"|(?P<same>(?:['’]s?)\s+|\s*,?\s*(?:acting\s+|provided\s+|channelled\s+|represented\s+by\s+)?(?:through|via|by\s+means\s+of)\s+"
            rf"|\s+of\s+|\s*[-–]\s*|\s+)"
            rf"(?=(?:the\s+|its\s+)?[A-Z])|(?P<comma>\s*[,;]\s*|\s*\n[\s*•·–-]*)"
        ),
        institution=re.compile(rf"\b(?:{spaced_pattern(cues['institutions']['words'])})\b"),
        # a fund of a region is no state's
        national=re.compile(
            rf"(?!Regional\s(?:[\w&/-]+\s){{0,6}}(?:Fund|Facility|Bank)\b)(?:{spaced_pattern(cues['institutions']['national'])})(?!\w)"
        ),
        never=re.compile(rf"(?:{spaced_pattern(cues['institutions']['never'])})(?!\w)"),
        capitals=cues["capitals"],
        capital=re.compile(rf"\b(?:{spaced_pattern(cues['capitals'])})(?!\w)"),
    )


def _entries() -> Iterator[tuple[str, Entry]]:
    countries = names.countries()
    known = {country.name for country in countries}
    for info in names.donors():
        donor = info.donor
        sort = Sort.COUNTRY if not donor.agency and donor.name in known else Sort.LISTED
        alone = (donor.agency,) if names.stands_alone(donor.agency) else (donor.name,) if not donor.agency else ()
        for name in (*info.aliases, *alone):
            yield name, Entry(donor, sort)
    for country in countries:
        for name in country.names:
            yield name, Entry(Donor(country.name), Sort.COUNTRY)
        for name in country.demonyms:
            yield name, Entry(Donor(country.name), Sort.DEMONYM)
            if name.endswith("an"):
                # "the Norwegians paid"
                yield f"{name}s", Entry(Donor(country.name), Sort.DEMONYM)
