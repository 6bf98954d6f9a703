"""Numbered events: "the 10th review meeting of the memorandum", "fourth meeting"."""

from __future__ import annotations

import re

from db.models import Series

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
    *("thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
_NUMBER = {word: number for number, word in enumerate(_ORDINALS, 1)}
_EVENT = (
    r"(?:(?:meeting|conference|session|forum|workshop|course|round|summit|review|consultation|seminar|report)s?"
    r"|round ?tables?|congress|assembly|festival|symposium|training)"
)
_SERIES = re.compile(
    rf"\b(?P<ordinal>\d{{1,3}}(?=(?:st|nd|rd|th)\b)|{'|'.join(_ORDINALS)})(?:st|nd|rd|th)?\s+"
    rf"(?P<name>(?:(?!(?:was|were|is|in|at|on|held|took|and|which|that|half|quarter|day|phase|time)\b)[\w’'&/-]+\s+){{0,9}}?{_EVENT}\b"
    rf"(?:\s+(?:of|on|for)\s+(?:the\s+)?(?:[A-Z][\w’'-]*|of|on|and|the|for)(?:\s+(?:[A-Z][\w’'-]*|of|on|and|the|for)){{0,7}})?)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:\s+(?:of|on|for|and|the))+$", re.IGNORECASE)


def find_series(text: str) -> Series | None:
    """The first numbered event of a text, with what its run of events is called; None where there is none."""
    found = _SERIES.search(text)
    if found is None:
        return None
    ordinal = found["ordinal"].lower()
    name = _TAIL.sub("", re.sub(r"\s+", " ", found["name"])).strip()
    return Series(name, int(ordinal) if ordinal.isdigit() else _NUMBER[ordinal])
