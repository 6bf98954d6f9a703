"""The body or project that a donor pays for, by its name or as a whole: "CARPNET is funded by Norway"."""

from __future__ import annotations

import re

from db.models import Span
from importers.donorlexicon import lexicon

_NAME = r"(?:[Tt]he\s)?(?P<name>[A-Z]{2}[\w.-]*\w)\b"
_IS_PAID = re.compile(
    rf"{_NAME}(?:\s\([^()]{{1,60}}\))?(?:,\s(?:which|that))?\s"
    r"(?:(?!is\b|was\b)[^.;:,]{3,60}\sand\s)?(?:is|are|was|(?:has|have|had)\sbeen|remains)\s(?:(?:now|also|still|being|\w+ly)\s)*"
    r"(?:(?:launched|set\sup|established|created|founded|started|begun|run|implemented)\s[^.;:,]{0,60})?"
)
"""What stands before words such as "funded by", from the beginning of the sentence on."""
_PAYS_FOR = re.compile(
    r"\s?(?:(?:has\sbeen|have\sbeen|is|are)\s)?(?:co-?)?(?:(?:fund|sponsor|support|sustain)(?:s|ing)?|financ(?:es?|ing)|pay(?:s|ing)?\sfor|bears?|covers?|meets?)\s"
    r"(?:(?:most|half|all|part|much|the\s(?:bulk|greater\spart|larger\spart)|[a-z-]+\sthirds?)\sof\s)?"
    r"(?:(?:the|all)\s(?:[a-z]+\s)?(?:costs|expenses|work|activities|operations|budget)\sof\s)?"
    rf"{_NAME}(?=\s*(?:[.;,)]|\Z)|\s(?:and|with|since|together|jointly|through|while|from|until|in)\b)"
)
"""Words of paying in the present and what they are paid for."""
_FOR_ALL_WORK = re.compile(
    r"[^.;:]{0,90}?\s(?:for\s(?:its|their|the|all)\s(?:[a-z]+\s){0,3}?(?:support|assistance|help|contributions?)\s(?:to|of|for|in)"
    r"|for\ssupporting|to)\s(?:the|our|this|these|its|all)\s(?:[\w-]+\s){0,3}?"
    r"(?:activities|work|[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative|component)\b"
)
"""Behind a donor, for what he paid or is thanked: more than one event, "for its support to the activities in Togo"."""


IN_GENERAL = (
    r"(?:(?:The|All|Our|These)\s)?(?:[A-Z][\w’'-]*\s|of\s|for\s|the\s|and\s){1,7}(?<=s\s)are\s"
    r"(?:(?:all|now|also|mainly|\w+ly)\s){0,2}(?:co-)?"
)
"""How a sentence begins that speaks of many by their name, as they are; a pattern: "Innovation Labs are"."""
_IN_GENERAL = re.compile(rf"{IN_GENERAL}(?:[a-z]+ed\sand\s)?\Z")
"""What stands before words such as "funded by" that speaks of many by their name, as they are: "Innovation Labs are"."""


def is_for_the_whole(text: str, start: int, cue: int, at: int) -> bool:
    """Whether the words from a character on say that a donor gave for all that a project does, or the sentence up to its `cue`."""
    return _FOR_ALL_WORK.match(text, at) is not None or _IN_GENERAL.fullmatch(text, start, cue) is not None


def payee(text: str, start: int, cue: Span) -> str:
    """The abbreviated name of what is paid for, by the words of a sentence from `start` on around a `cue`; else nothing.

    Those who are donors themselves, or carry out what others pay for, are none.
    """
    found = _PAYS_FOR.match(text, cue[0]) or _IS_PAID.fullmatch(text, start, cue[0])
    if found is None or lexicon().gazetteer.at(text, found.start("name")) is not None:
        return ""
    return found["name"]
