"""Lines that are nothing but a credit, right below the title of a story: "This activity was funded by Norway"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.readers.headlines import ENDED, breaks_off

PAID_BY = re.compile(
    # a class first, so that `re` skips quickly; the beginning is looked back at
    r"[CcFfMmPpSsWw](?i:(?:(?<=c)o-?(?:funded|financed|sponsored)|(?<=f)unded|(?<=f)inanced|(?<=s)ponsored)\s(?:jointly\s)?(?:by|from|through)"
    r"|(?:(?<=s)upported|(?<=p)aid(?:\sfor)?)\s(?:financially\s)?by"
    r"|(?:(?<=f)unding|(?<=f)unds|(?<=f)inancing|(?<=m)oney)\s(?:is\s|was\s)?(?:provided|given|contributed)\sby"
    r"|(?<=m)ade\spossible\s(?:by|thanks\sto|with\s(?:the\s)?(?:[a-z]+\s)?(?:support|funds|funding|help|money)\s(?:of|from))"
    r"|(?<=w)ith\s(?:the\s)?(?:(?:kind|generous)\s)?(?:financial\s)?(?:support|assistance|contribution|funding|funds|money)"
    r"\s(?:of|from|(?:provided\s)?by)):?\s"
)
"""How it says so, up to the names."""
_SUBJECT = re.compile(
    r"(?:(?:This|These|The|Both|All)\s)?(?:[A-Z]?[a-z]{3,}\s){1,3}?(?:(?:is|are|was|were|has\sbeen|have\sbeen)\s)?(?:[a-z]+ly\s)?"
)
"""What may stand before it: "This activity was", "Project"."""
_NAMES = re.compile(
    r"(?:(?:the|and|of|for|to|through|from|by|via|de|la|des|du|der|und|et|its|[&/–—-])\s|(?:[A-ZÀ-Þ]|d['’][A-ZÀ-Þ])[\w’'./&-]*[,;]?\s"
    r"|\([^()]{2,60}\)[,;]?\s){1,40}"
)
"""The rest of it: names, and the small words between them."""
_LINES = 2
"""Lines of a title, and of a credit, at most."""
_LONGEST, _REACH = 200, 90


def is_credit(text: str) -> bool:
    """Whether a text says who paid, and nothing else."""
    said = _said(text) if len(text) <= _LONGEST else None
    return said is not None and is_names(text[said.end() :])


def is_names(text: str) -> bool:
    """Whether a short text is nothing but names: "the Government of Japan (MFA) and Sida"."""
    return len(text) <= _LONGEST and _NAMES.fullmatch(text.rstrip(" .") + " ") is not None


def credit(texts: Sequence[str]) -> tuple[int, int] | None:
    """Where the lines of a credit begin and end among those of a run, below the title that it begins with.

    They end where the run does, or before a line that had no need to be a new one.
    """
    for first in range(1, min(len(texts), _LINES + 1)):
        above = texts[first - 1]
        if above.endswith((".", ",", ":", ";", "-")) or breaks_off(above) or ENDED.search(above):
            return None
        if _said(texts[first]) is None:
            continue
        width = max(map(len, texts))
        for last in range(min(len(texts), first + _LINES), first, -1):
            if _is_ended(texts, last, width) and is_credit(" ".join(texts[first:last])):
                return first, last
    return None


def _is_ended(texts: Sequence[str], last: int, width: int) -> bool:
    """Whether a line before the one at `last` was ended on purpose."""
    if last == len(texts):
        return True
    below = texts[last]
    return not below[:1].islower() and len(texts[last - 1]) + len(below.split(None, 1)[0]) < width


def _said(text: str) -> re.Match[str] | None:
    """How a line begins that says who paid, if need be behind its subject."""
    if (said := PAID_BY.search(text, 0, _REACH)) is None or not said.start():
        return said
    return said if _SUBJECT.fullmatch(text, 0, said.start()) else None
