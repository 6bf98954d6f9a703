"""What is told of people and not of the programme: what those did of whom a sentence tells, a person's life, somebody's speech."""

from __future__ import annotations

import re

from db.when import Precision
from importers.events.dated import Dated
from importers.sentences import Sentence
from importers.tense import DEED

_REACH = 90
"""Characters before a date in which a clause on people begins."""
_OF_PEOPLE = re.compile(r"(?<![,;:])\s(?:(?P<who>whom?)|what)\s(?P<deed>[^.,;:()]{2,80})$")
_GATHERED = re.compile(
    r"\b(?:course|training|workshop|seminar|conference|meeting|session|forum|exercise|visit|tour|mission|programme|project|campaign"
    r"|agreement|memorandum|plan|strategy|law|report|survey)s?\b"
)
"""What is an event all the same, whoever was there: "sixty officers who attended a course in May"."""
_LIFE = re.compile(
    r"[\"“]?(?:In|By|Since|Until|Back in)\s(?:the\s[a-z]+\sof\s)?(?:19|20)\d\d,?\s(?:he|she|i|my|his|her)\b", re.IGNORECASE
)
"""How a sentence begins that tells a person's life: "In 2015 she and her husband began baking"."""
_SUBJECT = 30
"""Characters before what they did, who may be told between: "whom the partners met"."""
_QUOTES = '"“”«»„'


def is_tale(said: Sentence, dated: Dated) -> bool:
    """Whether a date is that of what people did of whom a sentence tells, or of a person's life.

    "Farmers who lost their harvest in March could not wait": nothing is told of March; but "people who fled met on 3 May".
    """
    at = dated.start - said.start
    if dated.when.precision is Precision.YEAR and _LIFE.match(said.text) is not None:
        return True
    # what is told to the day was of some moment: "the officers who graduated on 3 May"
    if dated.when.precision is Precision.DAY or said.words.isdisjoint(("who", "whom", "what")):
        return False
    found = _OF_PEOPLE.search(said.lower, max(0, at - _REACH), at)
    if found is None or _GATHERED.search(found["deed"]) is not None:
        return False
    deeds = [deed.start() for deed in DEED.finditer(found["deed"])]
    return found["who"] is None or (len(deeds) == 1 and deeds[0] < _SUBJECT)


def is_speech(said: Sentence) -> bool:
    """Whether a sentence is nothing but what somebody says: it begins with a quotation that does not end before its own end."""
    if said.text[0] not in _QUOTES:
        return False
    rest = said.text[1:].rstrip(" .!?,")
    return not any(mark in rest[:-1] for mark in _QUOTES)
