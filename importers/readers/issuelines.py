"""Lines at the beginning of a newsletter that say which issue it is: "No. 4   October-December 2010", "2/2018"."""

from __future__ import annotations

import re

from db.when import MONTHS
from importers.lexicon import data

TOP = 1_500
"""Characters at the beginning of a text among which its masthead stands."""
_LINE = 120
_MONTHS = "|".join(dict.fromkeys((*MONTHS, *(month[:3] for month in MONTHS), "sept")))
_COUNT = "|".join(data("dates")["numbers"]["cardinal"])
_WORD = (
    r"(?:newsletter|bulletin|digest|magazine|review|issue|edition|number|no|nr|n°|№|volume|vol|quarterly|quarter|q|half|spring"
    r"|summer|autumn"
    rf"|winter|year|first|second|third|fourth|and|to|of|the|for|{_COUNT}|{_MONTHS})"
)
_ISSUE = re.compile(rf"(?:(?:{_WORD}\b|[ivx]{{1,5}}\b|\d{{1,4}}(?:st|nd|rd|th)?\b)[\s.,:;/|()#'’–—-]*)+", re.IGNORECASE)
_OPEN = re.compile(r"(?:,|\b(?:and|to|of|the|for))$", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:issue|number|no|nr|n°|№|volume|vol)\W{0,2}\d{1,4}", re.IGNORECASE)
_SAYS = re.compile(rf"\b(?:19|20)\d\d\b|\b(?:{_MONTHS})\b|{_NUMBER.pattern}", re.IGNORECASE)
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS})\b|\b(?:{_MONTHS})\s\d{{1,2}}\b", re.IGNORECASE)


def is_issue_line(line: str) -> bool:
    """Whether a line names an issue by its number or its months; a day is that of a story."""
    text = line.strip(" \t\r*_#([")
    if not text or len(text) > _LINE or line.startswith("#") or _OPEN.search(text) or _ISSUE.fullmatch(text) is None:
        return False
    return _SAYS.search(text) is not None and _DAY.search(_NUMBER.sub("", text)) is None


def ends_in_issue(line: str) -> bool:
    """Whether a line is one that names an issue, or ends in such a cell: "River News      No. 4 | May 2018"."""
    return is_issue_line(line) or is_issue_line(_APART.split(line.rstrip())[-1])


_APART = re.compile(r" {3,}|\t+| \| ")
"""What stands between the name of a newsletter and its issue, where one line has both."""


def unnumbered(line: str) -> str:
    """A line of a masthead, the number of its issue blanked: "No. 14 Jan - Jun 2018" begins on no 14th."""
    return _COUNTED.sub(lambda found: " " * len(found[0]), line) if _DIGIT.search(line) else line


_DIGIT = re.compile(r"\d")


_COUNTED = re.compile(
    r"(?:\b(?:(?:issue|edition)[ ](?=n))?(?:issue|number|no|nr|vol|volume|edition"
    r"|(?:newsletter|bulletin|digest)(?=[ ]?#))\b|\bn°|№)[ .:#°]*"
    r"(?!(?:19|20)\d\d\b)\d{1,4}(?:[ ]?/[ ]?(?=(?:19|20)\d\d\b))?"
    r"|(?<![\d/])\d{1,3}[ ]?/[ ]?(?=(?:19|20)\d\d[ ]?\()|\b(?:issue|edition)[ ](?=(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
"""The number of an issue, with the words for it, as far as it is no year or month."""
