"""How a text calls a project by its full name, or by what it is on: "the Clean Ports Programme", "the project on prison reform"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from importers.funding.owners import stems
from importers.lexicon import data

# a class first, so that `re` skips quickly
_ANY = re.compile(r"[PpIi](?:roject|rogram(?:me)?|nitiative)\b")
_WORD = re.compile(r"[^\s.,;:()!?]+")
_SMALL = frozenset({"of", "for", "and", "on", "in", "to", "against", "&"})
"""What may stand between the words of a name."""
_ARTICLES = frozenset({"the", "a", "an", "this", "its", "our", "their"})
_MOST, _FEWEST, _REACH = 8, 2, 120
"""Words of a name, words of it that tell it from others, and characters before the word for a project."""
_ON = re.compile(
    r"\s(?:on|for|against|to)\s(?:the\s)?(?P<what>[a-z][\w’'-]*(?:\s(?!(?:which|that|who|with|by|under|from|is|was|are|were|has|have|had|will|since"
    r"|until|in\s(?:the\s)?[A-Z])\b)[a-z][\w’'-]*){1,8})"
)
"""What stands behind that word: "on the prevention of violence in prisons"."""
_SHORT = re.compile(r"\s\((?P<short>[A-Z][A-Za-z-]{1,11})\)")
_GENERIC = frozenset(stem for word in data("cues")["names"]["generic"] for stem in stems(word))


class Called(NamedTuple):
    """A project that is named somewhere."""

    name: str
    """As names are compared, without its small and general words, whatever their order."""
    start: int
    end: int


def called(text: str) -> Iterator[Called]:
    """The projects that a text calls by a full name, with what stands around the word for one, each by its abbreviation as well."""
    for word in _ANY.finditer(text):
        start = _begins(text, word.start())
        end, name = word.end(), _key(text[start : word.start()])
        if not name and (topic := _ON.match(text, end)) is not None:
            end, name = topic.end(), _key(topic["what"])
        if name:
            yield Called(name, start, end)
            if (short := _SHORT.match(text, end)) is not None:
                yield Called(short["short"], start, end)


def _begins(text: str, at: int) -> int:
    """Where the name begins that stands right before a character: words in capitals, or those behind an article."""
    low = text.rfind("\n", max(0, at - _REACH), at) + 1 or max(0, at - _REACH)
    if not text[low:at].endswith(" "):
        return at
    low = max([low, *(text.rfind(mark, low, at) + 1 for mark in ".,;:()!?")])
    before = [*_WORD.finditer(text, low, at)][-_MOST:]
    capital = before != [] and before[-1][0][:1].isupper()
    begins = at
    for one in reversed(before):
        said = one[0]
        if said.lower() in _ARTICLES:
            break
        if not capital and said[:1].isupper():
            # "In Osh prison reform projects": nothing says where the name begins
            return at
        if said[:1].isupper() or not capital:
            begins = one.start()
        elif said not in _SMALL:
            break
    else:
        if not capital:
            return at
    return begins


def _key(name: str) -> str:
    """The words that tell one project from others; nothing where they are too few for that."""
    words = (part for word in name.split() for part in re.split(r"[-/]", word) if not part.isupper())
    told = stems(" ".join(words)) - _GENERIC
    return " ".join(sorted(told)) if len(told) >= _FEWEST else ""
