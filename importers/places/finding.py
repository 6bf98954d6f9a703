"""Finds countries, regions, towns and border crossing points in a text; `venues` weighs what they have to do with a milestone.

The names are in `db/data` (countries, regions) and `importers/data` (towns, provinces, crossing points, and what tells
them from other words); `db.names.extend` adds a person's own.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from db import names
from importers.gazetteer import Gazetteer, Hit
from importers.lexicon import DATA, data, spaced_pattern

Form = Literal["name", "demonym", "city", "region", "point"]
_PlaceForm = Literal["city", "area", "state", "point"]
_AnyForm = Literal["name", "demonym", "city", "region", "point", "area", "state", "none", "combining"]
_TOWNS = frozenset(("city", "area", "state"))

INSTITUTION = re.compile(
    r"(?:\s[A-Z][\w’'-]+){0,2}\s(?:University|Institute|Academy|School|College|Hospital|Centre|Center|Bank|Chamber)\b"
)
"""What makes names before it those of a body."""
_NEAR = 40
"""Among how many mentions to either side a name of several places looks for one that decides between them."""

_LANGUAGES = r"(?:[A-Z]\w+(?:,\s(?:and\s)?|\s(?:and|or|&|as well as)\s)(?:in\s)?){0,3}"
_IN_LANGUAGES = re.compile(
    rf"(?:\b(?:[Ii]n|[Oo]f|[Ll]earnt|[Ll]earned|[Ll]earning|[Ss]tudied|[Tt]aught|[Tt]eaching|[Bb]oth)"
    rf"|\b[a-z]+\sand)\s{_LANGUAGES}\Z"
)
"""Before a demonym that may be a language: "in Uzbek, Tajik and Russian", "teachers of Russian"."""
_LANGUAGE_END = re.compile(
    r"(?:,?\s(?:and|or|&)\s(?:in\s)?[A-Z]\w+|,\s(?:in\s)?[A-Z]\w+){0,4}\s*(?:[.;:)\]”\"]|$|,(?!\s[A-Z])|\s[-–—(]\s?"
    r"|\b(?:was|were|is|are|has|have|had|may|might|can|could|will|would|shall|should|must|do|does|did|on|in|by|at|to|from|with"
    r"|within|for|as"
    r"|since|that|which|who|when|while|so|but|only|too|also|respectively|alike|together|an?|the|its|their|this|these)\b)"
)
"""Behind it no noun, so that no people is meant."""
_BRACKETED = re.compile(r"\)|,\s\d")
"""Behind a demonym in brackets that is the language of a book or a course: "(French, 142 p.)"."""
_LIST_GLUE = re.compile(
    r"(?:\*{1,3}|\[\d{1,2}\]|[\s,(]*(?:under|as\sdefined\s(?:by|in|under)|as\sper|pursuant\sto|in\sline\swith|within\sthe\scontext\sof)"
    r"\s[^,;.()]{0,40}1244(?:/\d{2,4}|\s?\(\d{4}\))?)?"
    r"[\s,/&)(]*(?:(?:and|as well as|or|the|former|republic|of|from)[\s,]*)*",
    re.IGNORECASE,
)
"""Between two of a list, the first of which may have a note on its status behind it: "Kosovo under UNSCR 1244, Montenegro"."""
_NAME_GOES_ON = re.compile(r"\s[A-ZÀ-Þ][a-zà-ÿ]")
"""Behind a name that is also a person's: the family name."""
_CAPITALS_AROUND = 30
_WATER = re.compile(r"\b(?:Gulf|Bay|Bight|Straits?|Sea|Channel|Cape)\s[Oo]f\s(?:[Tt]he\s)?\Z")
"""Before a name it makes it that of a water: "the Gulf of Guinea"."""
_WATER_ITSELF = re.compile(r"\s[Oo]f\s[A-Z]")
"""Behind "Gulf" and its like what makes it no region."""
_SQUARE = re.compile(r"\b(?:Plaza|Plaça|Piazza|Avenida|Avenue|Calle|Rue|Boulevard|Parque|Puente|Hotel|Villa)\s\Z")
"""Before the name of a town it makes it that of a square, a street or a house."""
_FAMILY = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]+\s(?:Del|Di|Da|De la|Van|Von|Bin|Ibn)\s\Z")
"""A given name and what a family name begins with: "Vincenzo Del Monaco"."""


class CountryMention(NamedTuple):
    """Words that name one country, or several: a region resolved to its members."""

    start: int
    end: int
    """Half-open range of characters in the text that was searched."""
    text: str
    codes: tuple[str, ...]
    """ISO 3166-1 alpha-2."""
    form: Form


@dataclass(frozen=True, slots=True)
class _Entry:
    codes: tuple[str, ...]
    """For a region all members; else the countries that have a place of this name, the likeliest first."""
    form: _AnyForm
    sure: bool = True
    """False for names that are also words or people: they count only where the words around say that a place is meant."""


@dataclass(frozen=True, slots=True)
class _Words:
    titles: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    honorific: re.Pattern[str]
    not_demonym: re.Pattern[str]
    language: re.Pattern[str]
    person: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    gazetteer: Gazetteer[_Entry]
    words: _Words


def find_countries(text: str) -> list[CountryMention]:
    """Every country, demonym, town, crossing point and region in `text`, in order, none over another.

    A hyphen pair ("Tajik-Afghan") is two mentions. A region's `codes` are its members. A place name that several countries
    have takes the one that is mentioned nearest, else the likeliest.
    """
    return [
        CountryMention(hit.start, hit.end, text[hit.start : hit.end], hit.value.codes, _country_form(hit.value.form))
        for hit in _resolved(text)
    ]


def may_be_one(text: str) -> bool:
    """Whether a text is nothing but a name that has been given to a place."""
    hit = _lexicon(names.generation()).gazetteer.at(text, 0)
    return hit is not None and hit.end == len(text)


def runs(text: str, mentions: Sequence[CountryMention]) -> list[list[CountryMention]]:
    """Mentions that stand in one list, apart only by commas and `and`."""
    found: list[list[CountryMention]] = []
    for mention in mentions:
        if found and _LIST_GLUE.fullmatch(text, found[-1][-1].end, mention.start):
            found[-1].append(mention)
        else:
            found.append([mention])
    return found


def _country_form(form: _AnyForm) -> Form:
    match form:
        case "area" | "state":
            return "city"
        case "none" | "combining":
            return "demonym"
        case _:
            return form


def _resolved(text: str) -> list[Hit[_Entry]]:
    lexicon = _lexicon(names.generation())
    hits = [hit for hit in lexicon.gazetteer.scan(text) if _meant(hit, text, lexicon.words)]
    if not hits:
        return hits
    common = {name for name in {text[hit.start : hit.end] for hit in hits if hit.value.form == "city"} if _is_a_word(text, name)}
    hits = [
        hit
        for hit in hits
        if text[hit.start : hit.end] not in common
        or _SAID_TO_BE_THERE.search(text, max(0, hit.start - _CAPITALS_AROUND), hit.start)
    ]
    hits = [_in_its_state(text, hits, index) for index in range(len(hits))]
    hits = [hit for index, hit in enumerate(hits) if not _is_half(text, hits, index, lexicon.gazetteer)]
    partners = {_partner(*pair).start for pair in pairwise(hits) if _founded(text, *pair)}
    hits = [hit for hit in hits if hit.start not in partners]
    if others := {text[one.start : one.end] for index, one in enumerate(hits) if _stands_for_another(text, hits, index)}:
        hits = [hit for hit in hits if text[hit.start : hit.end] not in others]
    sure = [(hit.start, hit.value.codes[0]) for hit in hits if len(hit.value.codes) == 1]
    starts = [start for start, _ in sure]
    for index, hit in enumerate(hits):
        if hit.value.form != "region" and len(hit.value.codes) > 1:
            near = bisect.bisect_left(starts, hit.start)
            code = _nearest_of(hit, sure[max(0, near - _NEAR) : near + _NEAR])
            hits[index] = Hit(hit.start, hit.end, _Entry((code,), hit.value.form))
    return hits


def _in_its_state(text: str, hits: Sequence[Hit[_Entry]], index: int) -> Hit[_Entry]:
    """A town in the country of the state that is named behind it: "London, Ontario", "Naples, Florida", "Georgia, USA"."""
    hit = hits[index]
    if index + 1 == len(hits) or text[hit.end : hits[index + 1].start] != ", ":
        return hit
    _, end, behind = hits[index + 1]
    american = text[hit.end + 2 : end] in _AMERICA and _LIST_GOES_ON.match(text, end) is None
    if behind.form == "state" and hit.value.form in _TOWNS:
        return hit._replace(value=_Entry(behind.codes, hit.value.form))
    if american and (hit.value.form in _TOWNS or text[hit.start : hit.end] == "Georgia"):
        return hit._replace(value=_Entry(behind.codes, "city"))
    return hit


_AMERICA = frozenset(("USA", "U.S.A.", "US", "U.S."))
"""Behind a name these tell where it is; other countries may begin a clause: "In Osh, Japan gave"."""
_LIST_GOES_ON = re.compile(
    r",?\s(?:(?:and|or|&)\s)?(?:the\s)?[A-ZÀ-Þ]|[-\s](?!(?:and|or|on|in|from|at|to|for|where|by|with|was|were)\b)[a-z]"
)
"""Behind "USA" what makes it no part of the name before it: "In Osh, US officials", "Georgia, USA and Canada"."""


def _is_a_word(text: str, town: str) -> bool:
    """Whether a text also uses the name of a town as a word: "Coca" where coca is grown, "Sale" where boats are for sale."""
    small = town.lower()
    return f" {small}" in text and re.search(rf"(?<![\w-]){re.escape(small)}(?![\w-])", text) is not None


_SAID_TO_BE_THERE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Ff]rom)\s(?:the\s(?:city|town|port)\sof\s)?\Z")
"""Before the name of a town that can be no word there: "held in Nice"."""


def _is_half(text: str, hits: Sequence[Hit[_Entry]], index: int, gazetteer: Gazetteer[_Entry]) -> bool:
    """Whether the name of a town is half of another's that no list has: "Kara-Bak" is not in Togo; "Osh-Naryn" is two."""
    hit = hits[index]
    if hit.value.form not in _TOWNS:
        return False
    if _HALF_BEHIND.match(text, hit.end) is not None and gazetteer.at(text, hit.end + 1) is None:
        return True
    before = index and hits[index - 1].end == hit.start - 1
    return not before and _HALF_BEFORE.search(text, max(0, hit.start - _CAPITALS_AROUND), hit.start) is not None


_HALF_BEHIND, _HALF_BEFORE = re.compile(r"[-‐‑][A-ZÀ-Þ][a-zà-ÿ]"), re.compile(r"(?<![\w-])[A-ZÀ-Þ][a-zà-ÿ]+[-‐‑]$")


def _founded(text: str, first: Hit[_Entry], last: Hit[_Entry]) -> bool:
    """Whether two nations name a body that both founded: "Kyrgyz-Turkish Manas University"."""
    nations = first.value.form == last.value.form == "demonym" and text[first.end : last.start] == "-"
    return nations and INSTITUTION.match(text, last.end) is not None


def _partner(first: Hit[_Entry], last: Hit[_Entry]) -> Hit[_Entry]:
    """Of two such nations the one where the body is not: the second, or the only one of them that gives elsewhere."""
    gives = [hit.value.codes[0] in data("places")["unaided"] for hit in (first, last)]
    return first if gives == [True, False] else last


def _stands_for_another(text: str, hits: Sequence[Hit[_Entry]], index: int) -> bool:
    """Whether a text itself says that an abbreviation is another's than the country's: "the Danish Refugee Council (DRC)"."""
    hit = hits[index]
    if not text.startswith("(", hit.start - 1) or not text.startswith(")", hit.end) or not text[hit.start : hit.end].isupper():
        return False
    before = text[max(0, hit.start - _SPELT_REACH) : hit.start - 1].split()
    if index and text[hits[index - 1].end : hit.start - 1].strip() == "" and hits[index - 1].value.codes == hit.value.codes:
        return False
    initials = "".join(word[0] for word in before if word[0].isupper())
    return initials.endswith(text[hit.start : hit.end])


_SPELT_REACH = 80
"""Characters before an abbreviation in brackets among which it is spelt out."""


def _nearest_of(hit: Hit[_Entry], others: Iterable[tuple[int, str]]) -> str:
    distances = [(abs(start - hit.start), code) for start, code in others if code in hit.value.codes]
    return min(distances)[1] if distances else hit.value.codes[0]


def _meant(hit: Hit[_Entry], text: str, words: _Words) -> bool:
    """Whether the words around a name let it be a place or country at all."""
    entry, start, end = hit.value, hit.start, hit.end
    if entry.form == "none" or text.startswith("$", end):
        return False
    if entry.form == "combining":
        return bool(re.match(r"[-‐‑–]\s?[A-Z]", text[end : end + 3]))
    printed = text[start:end]
    if printed.isupper() and not _stands_in_capitals(entry, printed, text, start, end):
        return False
    if _named_like(text, start, words.honorific) or _is_part_of_a_name(entry, text, start, end):
        return False
    if entry.form == "name" and words.person.match(text, start) is not None:
        return False
    if entry.form == "demonym":
        if text.startswith("(", start - 1) and _BRACKETED.match(text, end):
            return False
        if words.not_demonym.match(text, end) or words.language.search(text, max(0, start - 12), start):
            return False
        return not (_IN_LANGUAGES.search(text, max(0, start - _CAPITALS_AROUND), start) and _LANGUAGE_END.match(text, end))
    if entry.form in _TOWNS and words.titles.match(text, end):
        return False
    if entry.sure or words.after.match(text, end):
        return True
    behind_town = entry.form == "state" and text[max(0, start - 2) : start] == ", "
    return (behind_town or words.before.search(text, max(0, start - 12), start) is not None) and not _NAME_GOES_ON.match(text, end)


def _is_part_of_a_name(entry: _Entry, text: str, start: int, end: int) -> bool:
    """Whether a name is part of that of a square, a water or a person."""
    if entry.form == "city" and _SQUARE.search(text, max(0, start - _CAPITALS_AROUND), start):
        return True
    if entry.form == "region" and _WATER_ITSELF.match(text, end) and text[start:end].endswith("Gulf"):
        return True
    before = text[max(0, start - _CAPITALS_AROUND) : start]
    if before.lower().endswith((" of ", " of the ")) and _WATER.search(before):
        return True
    return before[-2:-1].isalpha() and entry.form in ("name", *_TOWNS) and _FAMILY.search(before) is not None


def _named_like(text: str, start: int, honorific: re.Pattern[str]) -> bool:
    """Whether an honorific, or one and given names, stand right before ("Mr. Chad Brown"); most words before begin small."""
    before = text.rfind(" ", max(0, start - _CAPITALS_AROUND), start - 1)
    return text[before + 1 : before + 2].isupper() and bool(honorific.search(text, max(0, start - 2 * _CAPITALS_AROUND), start))


def _stands_in_capitals(entry: _Entry, printed: str, text: str, start: int, end: int) -> bool:
    """Whether a name all in capitals may be one: "US" between words in capitals is a pronoun, short towns are abbreviations."""
    if printed == "US":
        before, after = text[max(0, start - _CAPITALS_AROUND) : start].split(), text[end : end + _CAPITALS_AROUND].split()
        return not (before and after and before[-1].isupper() and after[0].isupper())
    return entry.form in ("name", "demonym", "region") or (entry.sure and len(printed) > 4)


@functools.lru_cache(maxsize=1)
def _lexicon(_generation: int) -> _Lexicon:
    return _Lexicon(Gazetteer(_entries()), _words())


def _words() -> _Words:
    def either(key: str) -> str:
        return spaced_pattern(data("places")[key])

    return _Words(
        titles=re.compile(rf"\s+(?:(?:Peace|Action|Ministerial|Political|Leaders[’'])\s)?(?:{either('titles')})\b"),
        before=re.compile(rf"\b(?:{either('before')})\s+$", re.IGNORECASE),
        after=re.compile(rf"\s+(?:{either('after')})\b|,\s+(?={_country_names()}|{_state_names()})", re.IGNORECASE),
        honorific=re.compile(rf"(?<!\w)(?:{either('honorifics')})\s+(?:[A-Z](?:\.|[\w'’-]*\w)\s+){{0,2}}\Z"),
        not_demonym=re.compile(
            rf"(?:(?:,|,?\s(?:and|or|&))\s(?=[A-Z])\w+){{0,3}}[\s-]+(?i:(?:language\s)?(?:{either('not_demonym_before')}))\b"
        ),
        language=re.compile(rf"\b(?:{either('language_verbs')})\s+\Z"),
        person=re.compile(
            rf"(?:{either('given_names')})\s(?!(?:{either('not_family_names')})\b)[A-ZÀ-Þ][a-zà-ÿ’'-]+"
            rf"(?:,\s|\s(?:{either('persons_do')})\b)"
        ),
    )


def _country_names() -> str:
    return "|".join(re.escape(one.name) for one in names.countries())


def _state_names() -> str:
    listed = "; ".join(states for _, states in names.rows(DATA / "states.tsv"))
    return "|".join(re.escape(name.rstrip("?")) for name in listed.split("; "))


def _entries() -> Iterator[tuple[str, _Entry]]:
    for name in data("places")["not_places"]:
        yield name, _Entry((), "none")
    yield from _shared()
    for one in names.regions():
        for name in (one.name, *one.aliases, *one.adjectives):
            yield name, _Entry(one.members, "region")
    for country in names.countries():
        entry = _Entry((country.code,), "name")
        demonym = _Entry((country.code,), "demonym")
        for name in country.names:
            yield name, entry
        for name in country.demonyms:
            yield name, demonym
            yield name + "s", demonym
    for name, code in data("places")["combining"].items():
        yield name, _Entry((code,), "combining")
    for code, bodies in names.rows(DATA / "bodies.tsv"):
        for name in re.split(r"\s*[;=]\s*", bodies):
            yield name, _Entry((code,), "name")
    yield from _places()


def _shared() -> Iterator[tuple[str, _Entry]]:
    """The names that two countries share, before each country's own."""
    forms: tuple[tuple[str, _AnyForm], ...] = (("shared_names", "name"), ("shared_demonyms", "demonym"))
    for table, form in forms:
        for name, codes in data("places")[table].items():
            yield name, _Entry(tuple(codes), form)


def _places() -> Iterator[tuple[str, _Entry]]:
    """Towns, provinces and crossing points; a name that several countries have keeps them all in the order of the files."""
    form: _PlaceForm
    found: dict[str, _Entry] = {}
    files: tuple[tuple[str, _PlaceForm], ...] = (
        ("points.tsv", "point"),
        ("states.tsv", "state"),
        ("areas.tsv", "area"),
        ("cities.tsv", "city"),
        ("towns.tsv", "city"),
        ("localities.tsv", "city"),
    )
    for file, form in files:
        for code, listed in names.rows(DATA / file):
            for spellings in listed.split(";"):
                first, *others = (spelling.strip() for spelling in spellings.split("="))
                sure = not first.endswith("?")
                for name in (first.rstrip("?"), *others):
                    known = found.get(name)
                    codes = (*known.codes, code) if known and code not in known.codes else known.codes if known else (code,)
                    found[name] = _Entry(codes, known.form if known else form, known.sure if known else sure)
    for name, code in names.extra().places:
        found[name] = _Entry((code,), "city")
    yield from found.items()
