"""Headings in capitals, written as a sentence with the capitals that the newsletter gives to names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from db.models import Span
from db.when import MONTHS

_CAPITAL = re.compile(r"[A-ZÀ-Ý](?:(?<=[a-z,;] .)|(?<=[a-z,;] [\"“(].))[\w'’]*(?:-[A-ZÀ-Ý][\w'’]*)*")
_ALWAYS = {month.lower(): month for month in MONTHS}
_SMALL_WORD = re.compile(r"\b[a-zà-ÿ][\w'’-]*")


_ADDRESS = re.compile(r"@|/|\w\.\w")
"""In the address of a page or a person names are small."""


@lru_cache(maxsize=1)
def _by_small_letters(names: frozenset[str]) -> dict[str, str]:
    """The names of one newsletter, each by itself in lower case; one that it also writes in capitals is no acronym."""
    return {name.lower(): name for name in sorted(names)}


def in_sentence_case(heading: str, names: frozenset[str], places: Iterable[Span] = ()) -> str:
    """A heading in capitals as a sentence: words that the text writes with a capital, acronyms, months and `places` keep theirs.

    `places` are where names of places stand in the heading, whose words single blanks part.
    """
    known = _by_small_letters(names)

    def recased(part: re.Match[str]) -> str:
        small = part[0].lower()
        return known.get(small) or _ALWAYS.get(small, small)

    text = " ".join(known.get(word.lower()) or re.sub(r"[^\W\d_]+", recased, word) for word in heading.split())
    for start, end in places if len(text) == len(heading) else ():
        text = text[:start] + _place(heading[start:end]) + text[end:]
    return text[:1].upper() + text[1:]


def _place(name: str) -> str:
    """The name of a place in capitals as it is written: "Port-au-Prince", "Bosnia and Herzegovina", "UK"."""
    if len(name) <= _LETTERS:
        return name
    return re.sub(
        r"[^\W\d_][\w'’]*",
        lambda word: word[0].lower() if word.start() and word[0].lower() in _JOINING else _capital(word[0]),
        name,
    )


_LETTERS = 3
"""A place of no more characters is called by its letters."""
_JOINING = frozenset(("and", "of", "the", "au", "de", "da", "du", "el", "es", "la", "le", "les", "sur", "upon"))


def in_title_case(heading: str, names: frozenset[str]) -> str:
    """A line in capitals with a capital for each word; acronyms, which the text writes so as well, keep all of theirs."""
    known = _by_small_letters(names)
    return re.sub(r"[^\W\d_][\w’']*", lambda word: known.get(word[0].lower(), _capital(word[0])), heading)


def _capital(word: str) -> str:
    """A word with a capital, and one behind an article or a name's beginning that is left out: "L’Afrique", "O'Brien".

    Letters that no one can say as a word are an acronym: "PDR".
    """
    if _UNSAID.fullmatch(word):
        return word
    return re.sub(r"^([DLO]['’])(?=\w{3})(\w)", lambda found: found[1] + found[2].upper(), word.capitalize())


_UNSAID = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,5}")


def names_in(text: str) -> frozenset[str]:
    """The words that a text writes with a capital in mid-sentence and nowhere small: names and acronyms."""
    capital = {name for found in _CAPITAL.findall(text) for name in (found, *found.split("-"))}
    # each word is looked at once, however often it stands in the text
    printed = (word for word in set(text.split()) if word.isalpha() or _ADDRESS.search(word) is None)
    small = set(_SMALL_WORD.findall(" ".join(printed)))
    return frozenset(word for word in capital if word.lower() not in small)
