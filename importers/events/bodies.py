"""Nouns of bodies that do not sit where they are named: one that is set up, that writes, or that somebody is of."""

from __future__ import annotations

import re

_OBJECT = 48
"""How far from a verb its object is looked for, in characters."""


def is_of_body(lower: str, start: int, end: int, *, beside: bool) -> bool:
    """Whether a noun names a body that does not sit: one that is set up, or `beside` what is told the one of somebody's office.

    "A working group was formed", "the president of the steering committee gave a lecture".
    """
    if _BODY.search(lower, start, end) is None:
        return False
    first = max(0, start - _OBJECT)
    founded = _FOUNDED.match(lower, end) is not None or _FOUNDING.search(lower, first, start) is not None
    if founded or (beside and _OFFICE.search(lower, first, start) is not None):
        return True
    return beside and lower.startswith("group", end - len("group")) and _WROTE.match(lower, end) is not None


_WROTE = re.compile(
    r"(?![^.;:]{0,80}\b(?:met|meeting|session)\b)(?:\s[\w’'-]+){0,9}?\s(?:has\s|had\s|have\s)?"
    r"(?:completed|finali[sz]ed|finished|drafted|drew\sup|prepared|approved|adopted|endorsed|submitted|wrote|revised|elaborated)\s"
)
"""Behind a group that wrote or passed a paper, however it sat: "the working group on prisons finalised the rules"."""


_OFFICE = re.compile(
    r"\b(?:president|chair|chairman|chairwoman|chairperson|co-chair|member|secretary|head|director|coordinator"
    r"|rapporteur|experts?|representatives?|envoys?|delegates?)\s(?:of|to)\s"
    r"(?:(?:the|its|their|a|an|this)\s)?(?:[\w-]+\s){0,2}$"
    r"|\b(?:together|jointly|in (?:co-?operation|partnership|consultation)) with (?:the\s|its\s|their\s)?(?:[\w-]+\s){0,2}$"
)
"""Before a body whose chair, member or partner somebody is."""


_BODY = re.compile(r"group|committee|council|board|forum|commission|assembly")
_FOUNDED = re.compile(
    r"[^.;:]{0,60}?(?:\b(?:was|were|has been|have been|will be)\s(?:\w+ly\s)?"
    r"|,?\s(?:which|that)\s(?:the\s|its\s|an?\s)?(?:[\w’'-]+\s){1,3}?(?:had\s|has\s)?)"
    r"(?:formed|created|established|set up|founded)\b"
)
_FOUNDING = re.compile(
    r"\b(?:(?:form|creat|establish|found|constitut)(?:ed|es|ing)|set(?:ting)? up)\s(?:an?|the|its|their)\s(?:[\w-]+\s){0,4}$"
)
