"""Whether a sentence tells that something was not done: it was put off, cancelled, or never came."""

from __future__ import annotations

import re

from importers.sentences import Sentence


def is_undone(told: Sentence) -> bool:
    """Whether the first part of a sentence tells that something was not: "was seized, and did not arrive" tells a seizure.

    For when it had been planned is no part: "The walk, which had been fixed for May, has been put off" tells of none.
    """
    if _UNDOING.isdisjoint(told.words) or (found := _UNDONE.search(told.lower)) is None:
        return False
    return _PART.search(_PUT_IN.sub(" ", told.lower[: found.start()])) is None


_PART = re.compile(r"[;:]\s|,\s(?:and|but|while|whereas|(?:(?:for|of|in|at|on)\s)?which|who)\s")
_PUT_IN = re.compile(
    r",\s(?:(?:which|that)\s)?(?:[\w’'-]+\s){0,4}?"
    r"(?:planned|scheduled|fixed|pencilled|penciled|foreseen|set|announced|due|booked|expected|meant|intended|to)\s[^,;:]{0,80},\s"
)
"""What says only for when it had been planned."""
_UNDONE = re.compile(
    r"\b(?:not|never)\s+(?:yet\s+)?(?:been\s+)?(?:\w+ed|met|held|seen|done|gone|given|taken)\b(?![^.;,]{0,40}\b(?:until|till)\b)"
    r"|\b(?:was|were|been|is|are)\s+(?:cancelled|canceled|called off|shelved)\b"
    r"|^(?:postponed|cancelled|canceled|called off|put off|deferred)\b\s?[:.–—-]\s?"
    r"|\b(?:was|were|been|is|are)\s+(?:postponed|put off|deferred)\b(?! (?:to|until|till|for|from)\b)"
    r"|(?<!\bwhat )\b(?:did not|didn['’]t|failed to)\b"
    r"|\bno\s(?!fewer|less|longer|more|doubt|sooner|other|matter|\d)(?:[\w-]+\s){1,3}(?:was|were|has|have|had)\b|\((?:cancelled|canceled|postponed)\)"
    r"|,\s(?:put off|postponed|cancelled|canceled|called off|deferred)\s?(?:[;.]|$)"
)
_UNDOING = frozenset(("no", "not", "never", "cancelled", "canceled", "off", "postponed", "shelved", "deferred", "didn", "failed"))
"""A word of each of these."""
