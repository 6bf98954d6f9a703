"""Who pays for the entries of one event, each below its country's heading: told once, above them or behind the last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from db.models import Donor, Kind
from importers.donors.cues import find_donors
from importers.funding.finding import Paid
from importers.funding.owners import SAME_HANDS
from importers.places.finding import find_countries
from importers.sentences import read
from importers.story import Story

_ENTRIES = re.compile(
    r"\W*(?:The|All|These)\s(?:[\w-]+\s){0,2}?(?:activities|actions|events|campaigns?|celebrations|observances|marches"
    r"|festivities)\b"
)
"""How a sentence begins that speaks of what the entries tell."""
_MOST = 60
"""With so many entries of one event such a sentence is looked for."""


@dataclass(frozen=True, slots=True)
class _Told:
    donor: Donor
    words: str
    """The sentence that says so."""
    countries: frozenset[str]
    """ISO codes of the countries whose entries it speaks of; none where it speaks of all."""

    def is_of(self, country: str) -> bool:
        return not self.countries or country in self.countries


class Common:
    """The stories of one newsletter, asked who pays for the entries of one event; each event is looked at once."""

    def __init__(self, found: Sequence[Story]) -> None:
        self._found = found
        self._told: dict[int, tuple[_Told, ...]] = {}
        self._entries: dict[int, list[Story]] = {}
        """The entries of each event, by the number of its first story."""
        for index, story in enumerate(found):
            if story.label and story.country:
                self._entries.setdefault(self._first(index), []).append(story)

    def pay(self, paid: Paid, index: int, kind: Kind) -> Paid:
        """What a milestone of the story of a number was paid.

        An entry that names nobody itself has those who pay for the entry of its country.
        """
        story = self._found[index]
        if not (story.label and story.country):
            return paid
        told = self._of(self._first(index))
        others = {one.donor for one in told if not one.is_of(story.country) and one.words in story.flow.text}
        if not others.isdisjoint(paid.donors):
            paid = replace(paid, donors=tuple(donor for donor in paid.donors if donor not in others))
        given = [one for one in told if one.is_of(story.country)]
        if paid.donors or not given or kind not in SAME_HANDS:
            return paid
        return paid.by("pays-for-the-entries", ((one.donor, one.words) for one in given))

    def _first(self, index: int) -> int:
        sibling = self._found[index].sibling
        return index if sibling is None else sibling

    def _of(self, first: int) -> tuple[_Told, ...]:
        if first not in self._told:
            above = self._found[first]
            if above.country and first and self._found[first - 1].label == above.label:
                above = self._found[first - 1]
            texts = dict.fromkeys(one.flow.text for one in (above, *self._entries[first][:_MOST]))
            self._told[first] = tuple(told for text in texts for told in _payers(text))
        return self._told[first]


def _payers(text: str) -> Iterator[_Told]:
    for sentence in read(text):
        if (subject := _ENTRIES.match(sentence.text)) is None:
            continue
        for mention in find_donors(sentence.text):
            if mention.strong and mention.cue[0] >= subject.end() and ";" not in sentence.text[subject.end() : mention.start]:
                named = find_countries(sentence.text[subject.end() : mention.cue[0]])
                yield _Told(mention.donor, sentence.text, frozenset(code for one in named for code in one.codes))
