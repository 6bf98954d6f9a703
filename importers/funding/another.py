"""Who pays for another thing than the main milestone, in a sentence that tells of no event: a separate grant, earlier editions."""

from __future__ import annotations

import re

from importers.donors.mention import DonorMention
from importers.events.event import Event
from importers.events.kinds import GATHERED
from importers.funding.finding import Funding, between
from importers.funding.others import is_act_of_state, speaks_of_norms
from importers.funding.owners import nouns
from importers.units import PARAGRAPH_GLUE

_SEPARATE = re.compile(r"\ban?\s(?:separate|different|parallel|distinct)\s(?:[\w-]+\s){0,2}?(?:grant|contribution)\b")
"""What pays for something else: "covered by a separate grant"."""
_EARLIER_ONES = re.compile(
    r"\b(?:[Tt]he|[Bb]oth|[Aa]ll|[Tt]wo|[Tt]hree)\s(?:previous|earlier|former|preceding|older|last)\s(?:[\w-]+\s){0,2}?(?:was|were|had|have)\b"
)
"""How a clause begins that says who paid for what came before: "the previous ones were funded by"."""
_SO_FAR = re.compile(
    r"(?:Since\s(?:the|its|their|then|(?:19|20)\d\d|[A-Z]\w+\s(?:19|20)\d\d)\b|(?:In\stotal|Altogether|Overall|To\sdate|So\sfar|Until\snow"
    r"|(?:Over|In|During)\sthe\s(?:last|past)\s[\w-]+\syears)\b)"
)
"""How a sentence begins that tells what was given over years, by whomever."""


_ALSO_HELD = re.compile(
    r"\balso\s(?:supported|organi[sz]ed|co-organi[sz]ed|held|conducted|ran|hosted|financed|funded|sponsored|delivered|arranged)\san?(?:other)?\s"
    r"(?P<what>(?:[a-z-]+\s){0,3}?(?:courses?|trainings?|workshops?|seminars?|conferences?|round\stables?|camps?|competitions?|contests?|exhibitions?"
    r"|exercises?|tours?|visits?|surveys?|stud(?:y|ies)))\b"
)
"""What was done besides, told in a paragraph of its own: "The Centre also supported a course, with resources of"."""


_HANDED_OVER = re.compile(
    r"\b(?:was|were)\s(?:also\s)?(?:handed\sover|presented|delivered|given|passed\son)\s(?:to\s[^.;,]{2,60}?\s)?(?:during|at|on\sthe\s(?:margins|sidelines)"
    r"\sof)\s(?:the|this)\s(?:meeting|event|conference|workshop|training|course|seminar|session|gathering|round\stable)\b"
)
"""What was handed over at a gathering was given for itself."""


def is_of_another(funding: Funding, mention: DonorMention, event: Event) -> bool:
    """Whether a donor pays for something else than a main milestone."""
    (start, end), text = funding.sentence(mention.start), funding.text
    if start > event.sentence.end and PARAGRAPH_GLUE in text[event.sentence.end : start]:
        besides = _ALSO_HELD.search(text, start, mention.start)
        if besides is not None and nouns(besides["what"]).isdisjoint(nouns(event.sentence.text)):
            return True
    if (
        event.kind in GATHERED
        and (start, end) != (event.sentence.start, event.sentence.end)
        and _HANDED_OVER.search(text, max(start, mention.end), end)
    ):
        return True
    if is_act_of_state(event.sentence) and not speaks_of_norms(text, start, end):
        return True
    at = max(mention.start, mention.cue[1])
    if (other := _SEPARATE.search(text, start, at)) is not None:
        # what it pays for is no word of what is told
        said = nouns(text[start : other.start()])
        return bool(said) and said.isdisjoint(nouns(event.sentence.text))
    part = max(start, text.rfind("; ", start, mention.start) + 2)
    if part > start and _EARLIER_ONES.match(text, part, end) is not None:
        return True
    told = between(funding.donors, event.unit.start, event.unit.end)
    return _SO_FAR.match(text, start, end) is not None and any(not start <= one.start < end for one in told)
