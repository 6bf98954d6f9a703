"""A sentence without its dates, which the timeline shows beside the title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.models import Span

_TIME = re.compile(
    r"(?<![\s,])[\s,]*+(?:\b(?:only|just|shortly)\s)?\b(?:on|in|from|during|since|between|at|for|by|as early as|throughout|until)"
    r"(?:\s+the)?(?:\s+(?:night|morning|evening|week|month|day|days|period|years?|course)\s+of)?\s*$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till)\b", re.IGNORECASE)
_NOT = re.compile(r"(?<=was) not\b|(?<=were) not\b|(?<=been) not\b")
_OWN_TIME = re.compile(r"(?:this|last|next|earlier|later|early|late|in|on|during|today|yesterday)\b", re.IGNORECASE)
"""How a date begins that needs no word to lead to it: "came out this spring"."""
_GOES_ON = re.compile(r",\s(?:was|were|has|had|is|are|took|came)\b")
"""A verb behind the comma that ends a date between commas."""
_JOINED = re.compile(r"^\s*(?:,|and|or|to|,\s*and)?\s*$")
"""Between two dates of one list."""
_DATES_FROM = re.compile(r"\bdat(?:es?|ed|ing)(?:\sback)?$")
"""What makes no sense without its date: "the memorandum dates from 4 May 1996"."""
_LEADING = 60
"""The words that lead to a date are no longer than this, in characters."""
_RESPECTIVELY = re.compile(r"(?:,?\s(?:and|or|to))?\s+respectively\b")
_DAY_CALLED = re.compile(
    r",\s(?:the\s)?(?=[A-ZÀ-Þ])(?:[\w’'-]+\s){1,7}?Day\b(?:\s(?:of|for|against|on|to|in)\s[^,;.]{3,70})?(?=\s?(?:[,.;]|$))"
    r"(?:,(?=\s(?:in|at|by|with|to|for)\b))?"
)
"""Behind a date, what it is called: "on 10 December, Human Rights Day"."""
_DEED_ALONE = re.compile(r",\s(?:\w+ly\s)?(?:\w{3,}ed|set up|built|begun),(?=\s[a-z])")
"""What a date between commas leaves behind: "the survey, published, pleased nobody"."""
_FIGURES = re.compile(r"(?:(?<=\s\|\s)|\A)(?:No\.?\s?)?[\d.,%]+(?:\s\|\s|\Z)|(?<=\S)\s\|\s[\d.,%]+(?=\s\||\Z)")
"""Cells of a table's row that hold nothing but a figure: what it has of a name stands in the others."""
_COMMAS = re.compile(r",(?:\s*,)+")
_LOOSE_MARK = re.compile(r"(?<=:)\s*,|\s\s*(?=[,.;:)])|,(?=\s*[:;])")
_STOP_OF_DATE = re.compile(r"\.(?=[\s,;]+[a-z(])")


_IS_SUBJECT = re.compile(r"\s(?:is|was|has|had|will|mark(?:s|ed)|s[ae]ws?|sees|brought|witness(?:es|ed))\s")
_OF_A_DATE = re.compile(
    r"\s(?:is|was|will be|mark(?:s|ed)|will mark|s[ae]ws?|will see|brought|witness(?:es|ed))\s(?:also\s)?"
    r"(?:the\s(?:day|date|time|moment)\s(?:of|for|when|(?:i|o)n\swhich)\s)?(?:(?:the|an?)\s|(?=[A-Z]))"
)
"""What is told of a date that is the subject: "22 March was World Water Day", "2012 saw the opening of"."""
_ITSELF = " itself"
"""Behind a date a word that goes with it: "on the day itself"."""


def without_times(sentence: str, dates: Sequence[Span]) -> str:
    """The sentence without its dates, which a title need not say again, and the words that lead to them.

    A date that no such word leads to stays, unless it begins the sentence: "the 2011 survey";
    so does one that something dates from.
    """
    parts = []
    at = 0
    if " | " in sentence:
        sentence = _FIGURES.sub(lambda cell: " " * len(cell[0]), sentence).replace(" | ", ",  ")
    for start, end in dates:
        before = sentence[at:start]
        if before.endswith("(") and sentence.startswith(")", end):
            parts.append(before[:-1])
            at = end + 1
            continue
        if not at and not before.strip() and _IS_SUBJECT.match(sentence, end):
            told = _OF_A_DATE.match(sentence, end)
            at = told.end() if told is not None else at
            continue
        lead = _TIME.search(before, max(0, len(before) - _LEADING))
        if lead is not None and _DATES_FROM.search(before[: lead.start()]):
            continue
        joined = _JOINED.match(before) is not None
        led = lead is not None or joined or not before.strip(" ,|") or before.rstrip().endswith((",", "|"))
        if not led and not _OWN_TIME.match(sentence, start, end):
            continue
        before = "" if joined else before[: lead.start()] if lead else before
        before, at = _around(sentence, before, end, led=lead is not None)
        if lead is not None and _UNTIL.search(lead[0]):
            # what was not done until a day was done then
            before = _NOT.sub("", before)
        parts.append(before)
    parts.append(sentence[at:])
    text = " ".join(part.strip() for part in parts if part.strip(" ,"))
    text = _RESPECTIVELY.sub("", text) if "respectively" in text else text
    text = _LOOSE_MARK.sub("", _COMMAS.sub(",", text.replace(" | ", ", ")))
    return _DEED_ALONE.sub("", text).strip(" ,;:|–-")


def _around(sentence: str, before: str, end: int, *, led: bool) -> tuple[str, int]:
    """What stands `before` a date without what goes with it, and where the sentence goes on behind the date that ends at `end`."""
    kept = before.rstrip(" ,")
    if kept != before.rstrip() and _GOES_ON.match(sentence, end):
        return kept, end + 1
    if sentence.startswith(",", end) and kept.endswith((" and", " or", " but")):
        return kept, end + 1
    if sentence.startswith(_ITSELF, end):
        return before, end + len(_ITSELF)
    if led and (called := _DAY_CALLED.match(sentence, end)) is not None:
        return before, called.end()
    # the full stop of "20 Nov." goes with it, where the sentence goes on
    return before, end + (_STOP_OF_DATE.match(sentence, end) is not None)
