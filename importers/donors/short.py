"""Donors by less than their name: the last word of it, told in full before, and the capital that stands for a government."""

from __future__ import annotations

import re

from db.models import Donor
from importers.donorlexicon import Lexicon, Sort
from importers.donors.named import Named

SHORT = "Union|Bank|Fund|Agency|Foundation|Facility|Commission|Embassy"
"""Words that take up the name that ends in them; a pattern."""
SHORT_NAME = re.compile(rf"(?:{SHORT})\b(?!\s(?:of|for|to)\b|\s[A-Z]|-)")
_TOLD_BEFORE = 1_500
"""Within how many characters before it the whole name is looked for."""


def taken_up(text: str, at: int, words: Lexicon) -> Named | None:
    """The donor that the last word of its name takes up: "the Bank", where the Asian Development Bank was told before."""
    short = SHORT_NAME.match(text, at)
    if short is None:
        return None
    printed = named = None
    for hit in words.gazetteer.scan(text, max(0, at - _TOLD_BEFORE), at):
        if text.startswith(short[0], hit.end - len(short[0])) or text.startswith(f" {short[0]}", hit.end):
            printed = hit.value
        elif (hit.value.donor.agency or hit.value.donor.name).endswith(short[0]):
            named = hit.value
    whole = printed or named
    if whole is None:
        return None
    return Named(at, short.end(), whole.donor, Sort.COUNTRY if short[0] == "Embassy" else whole.sort)


def capital(text: str, at: int, words: Lexicon) -> Named | None:
    """The government that its capital stands for: "paid by Berlin", not "at the Embassy of Japan, Berlin"."""
    found = words.capital.match(text, at)
    if found is None or text.endswith((", ", "came from "), 0, at) or _NOT_ALONE.match(text, found.end()):
        return None
    return Named(at, found.end(), Donor(words.capitals[found[0]]), Sort.COUNTRY)


_NOT_ALONE = re.compile(r"\s(?:[A-Z]|and\s(?:back|elsewhere)\b)|[-‐–’'(]|,\s[A-Z]")
"""Behind a capital it makes it part of another name, or a mere place."""
