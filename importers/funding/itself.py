"""What a programme is told to pay for itself, so that its donors have paid: "Costs: the Danish Embassy and BRIDGE"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from db.models import Donor, Level, Milestone, Reason
from importers.lexicon import one_line
from importers.sentences import read

_PAYS = (
    r"(?:paid(?:\sfor)?|pays(?:\sfor)?|(?:co-?)?(?:financed|finances|funded|funds|sponsored|sponsors)|bore|bears|covered|covers|met\sthe"
    r"|meets\sthe|bought|footed)"
)
_PAID_BY = r"(?:(?:co-?)?(?:funded|financed|sponsored)|paid(?:\sfor)?|covered|borne|bought|met|shared)"
_COST = (
    r"(?:[Ff]inancing|[Ff]unding|[Ff]inanced\sby|[Ff]unded\sby|[Pp]aid\sby|[Ss]ponsors?|[Dd]onors?|[Cc]osts?|[Ff]uel|[Pp]er\s[Dd]iems?|[Mm]eals|[Ll]unch"
    r"|[Tt]ransport|[Cc]atering|[Ii]nterpretation|[Tt]ravel|[Bb]udget|[Mm]oney|[Pp]rinting|[Tt]ents)"
)


def _paying(named: re.Pattern[str] | None) -> re.Pattern[str]:
    """How a sentence says that a programme pays, by its name or by that word."""
    generic = r"[Tt]he\s(?:[Pp]rogram(?:me)?|[Pp]roject)\b(?!\s(?:of|for|on|in)\b)"
    name = rf"(?:{generic}|(?:[Tt]he\s)?{named.pattern})" if named is not None else f"(?:{generic})"
    return re.compile(
        rf"(?:\A|[;,]\s(?:and\s|while\s)?)\W?{name}\s(?:(?:has|have|had|also|itself|alone)\s)*{_PAYS}\b"
        rf"|\b{_PAID_BY}\s(?:jointly\s|in\sequal\sparts\s|half\sand\shalf\s)?(?:by|between)\s(?:[^.;:]{{2,80}}?\sand\s(?:by\s)?)?{name}"
        rf"|\b{_COST}(?:,?\s(?:and\s)?[\w-]+){{0,5}}:\s(?:[^.;:\n]{{2,90}}?\sand\s)?{name}"
        rf"|\b(?:with|from|out\sof|on)\s(?:the\s)?(?:money|funds|means|budget)\s(?:of|from)\s{name}(?=\s*(?:[.,;)]|\Z|and\b))"
    )


class Itself:
    """The stories of a programme's newsletter, asked what it pays for itself."""

    def __init__(self, named: re.Pattern[str] | None, texts: Sequence[str], milestones: Sequence[Milestone]) -> None:
        """`named` is what the programme is called, `texts` are those of the stories that tell the `milestones`."""
        self._named = named
        self._paying = _paying(named)
        self._said: dict[int, str] = {}
        """The first sentence of a story that says so, by the story's number."""
        self._of: dict[int, Milestone] = {}
        """The main milestone that it speaks of, the last one before it or else the only one, by the same."""
        mains: dict[int, list[Milestone]] = {}
        for one in milestones:
            if one.evidence is not None and one.level is Level.MAIN:
                mains.setdefault(one.evidence.article, []).append(one)
        for number, told in mains.items():
            said = next((one for one in read(texts[number]) if self._paying.search(one.text)), None)
            if said is not None:
                self._said[number] = said.text
                before = [one for one in told if _begins(texts[number], one) < said.end]
                if before or len(told) == 1:
                    self._of[number] = max(before, key=lambda one: _begins(texts[number], one)) if before else told[0]

    def pay(self, milestone: Milestone, paying: Sequence[tuple[Donor, str]]) -> Milestone:
        """A milestone, with those `paying` for the programme where its story says that the programme paid.

        One told in passing only where its own sentence says so, and then without who paid for another thing beside it.
        """
        if milestone.evidence is None or (number := milestone.evidence.article) not in self._said:
            return milestone
        own = next((one.text for one in read(milestone.evidence.quote) if self._paying.search(one.text)), "")
        if not own and self._of.get(number) is not milestone:
            return milestone
        kept = [one for one in milestone.donors if self._named is None or self._named.fullmatch(one.name) is None]
        kept = kept if milestone.level is Level.MAIN or not own else []
        known = {donor.name for donor in kept}
        donors = tuple(dict.fromkeys((*kept, *(donor for donor, _ in paying if donor.name not in known))))
        reasons = [one for one in milestone.reasons if one.field != "donors" or kept]
        words = one_line(own or self._said[number])
        return replace(milestone, donors=donors, reasons=(*reasons, Reason("donors", "programme-pays-itself", words)))


_BEGINNING = 40


def _begins(text: str, milestone: Milestone) -> int:
    """Where a story begins to tell a milestone; behind its end where that is not known."""
    quote = milestone.evidence.quote[:_BEGINNING] if milestone.evidence is not None else ""
    at = text.find(quote)
    return at if at >= 0 else len(text)
