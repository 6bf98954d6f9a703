"""What a plain word of a search may be meant as: `japan` as a donor, `uzbekistan` as a country, `trainings` as a kind.

Words are looked for in what the text says, but a country stands in the fields of a milestone far more often than in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from db import names
from db.selection import Selection
from db.terms import Term

_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT = 3
"""Letters of a word that is a name only in capitals: `EU`, not `no`."""


def meant(selection: Selection) -> Selection:
    """The selection with every plain word as the field that it names, where it names one."""
    return Selection(tuple(next(meanings(term), term) for term in selection.terms))


def meanings(term: Term) -> Iterator[Term]:
    """What a plain word names, what is meant most often first; nothing for fields and phrases."""
    if term.field or term.phrase or len(term.values) != 1:
        return
    [word] = term.values
    if _YEAR.fullmatch(word):
        yield Term("date", (word,), term.negated)
    if len(word) <= _SHORT and not word.isupper():
        return
    if kind := names.kind(word):
        yield Term("kind", (kind,), term.negated)
    if (donor := names.donor(word)) and any(info.donor == donor for info in names.donors()):
        yield Term("donor", (str(donor),), term.negated)
    if code := names.country(word):
        yield Term("country", (code,), term.negated)
