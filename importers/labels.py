"""The labels of stories: what a line above several of them says, and the name of a country that a paragraph begins with."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from importers.layout.headings import is_briefs
from importers.layout.repair import Passage
from importers.lexicon import MONTH, MONTH_NAMES, data
from importers.places.finding import find_countries
from importers.readers.blocks import BlockKind

_LABEL_END = re.compile(r"[.:/|–—]\s+")
"""What stands in a label between the name of a part and that of its country."""


def area_of(label: str, country_of: Callable[[str], str]) -> str:
    """The country that a label ends in; "KENYA – UGANDA" is not about Uganda."""
    parts = _LABEL_END.split(label)
    return country_of(parts[-1]) if not any(map(country_of, parts[:-1])) else ""


def part_on(label: str) -> str:
    """The ISO code of the one country that a label says its part is about: "News from Kenya", "Kenya country office"."""
    if len(label) > _LABEL or sum(word.lower() not in _OF_PARTS for word in _WORDS.findall(label)) > _NAME:
        return ""
    named = [one for one in find_countries(label) if one.form != "region"]
    if len(named) != 1 or named[0].form != "name" or len(named[0].codes) != 1:
        return ""
    rest = _WORDS.findall(label[: named[0].start] + " " + label[named[0].end :])
    return named[0].codes[0] if all(word.lower() in _OF_PARTS for word in rest) else ""


def without_part(label: str) -> str:
    """A label without the words that call it a part of a newsletter: "April" of "News of April"; a long one as it is."""
    words = [word for word in label.split() if word.strip(".,:|–—-").lower() not in _OF_PARTS]
    return " ".join(words).strip(" .,:|–—-") if len(words) <= _NAME else label


_LABEL, _NAME = 60, 4
"""Characters of such a label, and words of a country's name, at most."""
_OF_PARTS = frozenset(data("words")["labels"])


def is_elsewhere(told: str, code: str) -> bool:
    """Whether a story tells of countries, but not of the one of ISO `code`, whose label then stands below the story before it."""
    named = {one for mention in find_countries(told) if mention.form != "region" for one in mention.codes}
    return bool(named) and code not in named


def names_several(heading: str, country_of: Callable[[str], str]) -> bool:
    """Whether a heading begins with the names of two countries or more, none of which its story is about alone."""
    parts = _LABEL_END.split(heading)
    return len(parts) > 1 and all(map(country_of, parts[:2]))


def names_another(heading: str, code: str, country_of: Callable[[str], str]) -> bool:
    """Whether a heading names a country besides the one of ISO `code`."""
    return any(country_of(word) not in ("", code) for word in _WORDS.findall(heading))


_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def is_of_all(heading: str) -> bool:
    """Whether a heading stands over news from here and there, which end the country above: "BRIEFLY", "AROUND 9 DECEMBER"."""
    lower = heading.lower()
    return is_briefs(heading) or _TO_COME.fullmatch(lower) is not None or _A_DAY.fullmatch(lower) is not None


_TO_COME = re.compile(rf"(?:the )?(?:{'|'.join(map(re.escape, data('telling')['calendar']))})\b(?: [\w-]+){{0,3}}\W*")
_A_DAY = re.compile(
    rf"(?:(?:on|around|about|for|from|marking) )?(?:\d{{1,2}} (?:{MONTH_NAMES})|(?:{MONTH_NAMES}) \d{{1,2}})"
    r"(?: (?:in|across|around|over|throughout) .{3,40})?"
)
"""Nothing but a day."""


_RUN_IN = re.compile(
    r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ'’.&-]+(?:[ ,]+[A-ZÀ-Þ][A-ZÀ-Þ'’.&-]+){0,4})(?=\s+[^\W\d_]['’]?[a-zà-ÿ])(?:\s+)"
    r"|(?P<marked>[A-Z][\w'’ -]{2,30}?)\s?(?:[:–—]|\s-|\.(?=\s[“\"]?[A-Z\d]))\s"
)
"""A country's name that a paragraph begins with, in capitals or before a mark: "GHANA The Cabinet ...", "Ghana: The ..."."""


def label_of(text: str, country_of: Callable[[str], str]) -> tuple[int, str]:
    """How long the label is that a paragraph begins with, and the code of the country whose name it is."""
    found = _RUN_IN.match(text)
    if found is None:
        return 0, ""
    words = (found["name"] or "").split()
    for count in range(len(words), 0, -1):
        # "NIGERIA WFP sent": an acronym may follow
        name = " ".join(words[:count])
        if code := country_of(name):
            return len(text) - len(text[len(name) :].lstrip(" ,")), code
    code = country_of(found["marked"]) if found["marked"] else ""
    return (found.end(), code) if code else (0, "")


def labelled(body: Sequence[Passage], country_of: Callable[[str], str]) -> list[int]:
    """The passages that begin with a country's name as their label, or with those of two countries."""
    return [
        i
        for i, passage in enumerate(body)
        if passage.kind is not BlockKind.ROW and (label_of(passage.text, country_of)[1] or _is_of_two(passage.text, country_of))
    ]


def _is_of_two(text: str, country_of: Callable[[str], str]) -> bool:
    found = _TWO.match(text)
    return found is not None and all(map(country_of, found.groups()))


_TWO = re.compile(r"([A-Z][\w'’ -]{2,30}?)\s?(?:[/,&–]|and)\s?([A-Z][\w'’ -]{2,30}?)\s?[:—]\s")
"""The names of two countries before a mark: "Peru / Chile: a road opens"."""


def is_when_and_where(text: str) -> bool:
    """Whether a line below a title is nothing but the days and the place of what it names: "11–15 February, Naryn and Osh"."""
    return _WHEN_AND_WHERE.fullmatch(text) is not None


_MONTH = rf"(?:{MONTH})"
_DAYS = (
    rf"(?:\d{{1,2}}(?: ?[–—-] ?\d{{1,2}}| and \d{{1,2}})? {_MONTH}|{_MONTH} \d{{1,2}}(?: ?[–—-] ?\d{{1,2}})?)(?:,? (?:19|20)\d\d)?"
)
_PLACES = r"[A-ZÀ-Þ][\w’'.-]+(?:(?:,| and| /|/| -)? [A-ZÀ-Þ][\w’'.-]+){0,6}"
_WHEN_AND_WHERE = re.compile(rf"{_DAYS}(?:,| [|–—-]|:)? {_PLACES}|{_PLACES}(?:,| [|–—-]|:)? {_DAYS}")
