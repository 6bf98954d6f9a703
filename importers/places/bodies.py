"""Nations named by what is theirs: services that act together, a school whose teachers go elsewhere, a border that is near."""

from __future__ import annotations

import re

from importers.places.finding import INSTITUTION


def done_by_bodies(by: str, text: str, end: int) -> bool:
    """Whether services of nations did something, by the words before one that ends at `end`: "run by the Kenyan navy"."""
    return _DONE_BY.match(by) is not None and _THEIR_BODIES.match(text, end) is not None


def teach_elsewhere(before: str, text: str, end: int) -> bool:
    """Whether a nation is that of a school whose people taught: "trainers of the Peruvian Academy taught in Lagos"."""
    return (
        _TEAMS_OF.search(before) is not None and INSTITUTION.match(text, end) is not None and _TAUGHT.match(text, end) is not None
    )


def tells_the_way(before: str, text: str, end: int) -> bool:
    """Whether a country only tells where a place lies: "two kilometres from the Togolese border"."""
    return _ITS_BORDER.match(text, end) is not None and _WAY_TO.search(before) is not None


_DONE_BY = re.compile(r"(?:conducted|run|led|held)\s(?:\w+ly\s)?by\s(?:the\s)?(?:[\w’'-]+(?:,\s|\sand\s)(?:the\s)?){0,3}$")
_THEIR_BODIES = re.compile(
    r"(?:(?:,\s|,?\sand\s)(?:the\s)?[A-ZÀ-Þ][\w’'-]+){0,3}\s(?:[a-z]+\s){0,2}(?:services|police|customs|authorities|guards|forces|agencies"
    r"|ministries|navies|administrations|armies|patrols|troops|units|border\s\w+)\b"
)
_TEAMS_OF = re.compile(r"\b(?:trainers|instructors|teams?|experts|lecturers|mentors)\s(?:of|from)\s(?:the\s)?$")
_TAUGHT = re.compile(r"[^.;,]{0,90}?\s(?:taught|trained|instructed|lectured|delivered|gave)\b")
_WAY_TO = re.compile(
    r"\b(?:met(?:re|er)s|kilomet(?:re|er)s|km|miles|minutes|hours?|days?|walk|drive)\s(?:away\s|on\sfoot\s|by\s\w+\s)?"
    r"(?:from|above|below|before|off|(?:north|south|east|west)\sof)\s(?:the\s)?$"
)
_ITS_BORDER = re.compile(r"(?:['’]s?)?\s(?:border|frontier|shore|bank|side)\b")
