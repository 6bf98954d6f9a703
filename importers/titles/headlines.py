"""Headlines: a sentence as one says it ("Pier opened in Osh"), and the headings that are ones ("Guards receive boats")."""

from __future__ import annotations

import re
from functools import cache

from importers.lexicon import DEEDS, DOINGS, data, trie_pattern
from importers.titles.shortening import verb_of
from importers.titles.subjects import is_many

_ARTICLE = re.compile(
    r"(?:The\s(?!Hague\b)|An?\s(?!(?:dozen|hundred|thousand|million|couple|pair)\b))"
    r"(?!(?:latter|former|same|others?|rest|following|few|number|total|lot|little|handful|one)\b"
    r"|(?:first|second|third|fourth|last|next|previous|two|three)(?:\s(?:one|two|three))?\s"
    r"(?:was|were|is|are|has|had|will|took|came|followed|to|began|started|ended|opened|met|signed"
    r"|agreed)\b)(?=\w)"
)
"""An article that a headline does without."""
_WAS = re.compile(
    r"\s(?:(?:has|have|had)\s(?:\w+ly\s|also\s)?been|was|were)"
    rf"(?P<done>\s(?:\w+ly\s|first\s|also\s)?(?:{DEEDS}|{DOINGS})\b(?!(?<=presented)\swith\b))"
    r"(?!\s(?:the|an?|its|their|new|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)\b)"
    r"(?!\s(?:[^,;:.]*\s)?and\s(?:was|were|is|are|has|have)\b)"
)
"""What a headline does without before what was done to a thing."""
_NO_SUBJECT = re.compile(
    r"\b(?:it|they|he|she|we|i|you|this|these|those|that|there|all|both|some|many|none|others|each|one|two|what|which|who|first|second"
    r"|third|latter|former|last)$|\b(?:which|that|who|whom|whose|where|when)\b",
    re.IGNORECASE,
)
"""A subject that leaves a headline unclear: "it", "the map that would help"."""


def as_headline(title: str) -> str:
    """A title made from a sentence, without the article before it and the auxiliary of what was done."""
    was = _WAS.search(title)
    if was is not None and _NO_SUBJECT.search(title[: was.start()]) is None and verb_of(title[: was.start()]) is None:
        title = title[: was.start()] + was["done"] + title[was.end() :]
    article = _ARTICLE.match(title)
    bare = title[article.end() :] if article is not None else title
    return bare[:1].upper() + bare[1:]


def is_headline(heading: str) -> bool:
    """Whether a heading tells what happened as headlines do, in the present: "Guards receive boats", "Osh opens a pier"."""
    lower = heading.lower()
    for found in _present().finditer(lower):
        subject = lower[lower.rfind(": ", 0, found.start()) + 1 : found.start()].strip()
        if not subject or len(heading) - found.end() < _OBJECT or _NO_SUBJECT.search(subject):
            continue
        if is_many(subject) != (found[0].strip() in _third_persons()):
            return True
    return False


_OBJECT = 3
"""Characters of what is done to, at least."""


@cache
def _third_persons() -> frozenset[str]:
    """What one does: "opens", "hands over"."""
    split = (verb.partition(" ") for verb in data("words")["headline_verbs"])
    return frozenset(f"{first}{'es' if first.endswith(('ss', 'sh', 'ch')) else 's'}{blank}{rest}" for first, blank, rest in split)


@cache
def _present() -> re.Pattern[str]:
    """The verbs of headlines before what they are done to; before a preposition most of them are nouns."""
    verbs = trie_pattern([*data("words")["headline_verbs"], *_third_persons()])
    return re.compile(
        rf"(?<=\s)(?:{verbs})\s"
        r"(?!(?:of|in|on|for|at|by|from|with|and|or|as|was|were|is|are|has|have|will|to|\w+ed)\b|[:,–—-])(?=[\w“\"])"
    )
