"""A sentence as a headline says it: "A pier was opened in Osh" is "Pier opened in Osh"."""

from __future__ import annotations

import re

from importers.lexicon import DEEDS, DOINGS
from importers.titles.shortening import verb_of

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
