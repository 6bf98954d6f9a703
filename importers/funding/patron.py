"""Who pays for all that a newsletter tells: the donor of its programme, named in the masthead or the imprint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from db.models import Donor, Kind, Level, Milestone, Reason
from importers.donorlexicon import lexicon
from importers.donors.cues import find_donors
from importers.donors.takes import is_hand
from importers.funding.boxes import is_beyond
from importers.funding.finding import OF_A_YEAR, finest, is_settled
from importers.funding.itself import Itself
from importers.funding.others import is_act_of_state, is_helped
from importers.funding.owners import LIFE, SAME_HANDS
from importers.issue.mastheads import issue_line
from importers.layout.repair import Passage
from importers.lexicon import A_MONTH, DEEDS_TOLD, one_line
from importers.sentences import read

_ISSUE = r"(?:newsletter|bulletin|issue|publication|update|edition|digest)"
_PROGRAMME = re.compile(r"\b(?:program(?:me)?|project)\b", re.IGNORECASE)
_IMPRINT = re.compile(
    r"\b(?:(?:views|opinions)\s(?:expressed|in)|responsibility of|reproduc(?:ed|tion)|not (?:necessarily )?reflect|editor(?:s|ial)?"
    r"|published (?:by|every|monthly|quarterly)|disclaimer|this (?:newsletter|bulletin|publication))\b",
    re.IGNORECASE,
)
"""What stands beside it in an imprint; the last article of a newsletter says who paid for that article."""
_OF_ITSELF = re.compile(
    r"(?:^|[.:\d]\s)(?:The|This|Our)\s(?:[\w()-]+\s){0,5}?(?:[Pp]rogram(?:me)?|[Pp]roject)\s(?:\([A-Z-]{2,12}\)\s)?(?:is|was"
    r"|has\sbeen)\s(?:\w+ly\s)?(?:co-)?(?:funded|financed)\b"
)
"""How a newsletter says above its news who pays for what it is about."""
_LAST = 4
"""Passages at the beginning and at the end of a newsletter among which its masthead and its imprint stand."""
_BELOW = 2
"""Passages below a masthead that may still introduce what the newsletter is named for."""
_LONGEST = 600
_OF_ISSUE = re.compile(
    rf"\b(?:[Aa]ll|[Tt]he)\s(?:[\w-]+\s){{0,2}}?{DEEDS_TOLD}\s(?:[\w-]+\s){{0,3}}?(?:(?:in|of|by)\sth(?:is|e\spresent)\s{_ISSUE}"
    rf"|(?:reported|described|presented|covered|mentioned)\shere(?:in)?)\b"
    rf"|^This\s{_ISSUE}\s(?:informs|reports|tells|is\sabout|covers|presents|describes)\b"
)
"""How a sentence speaks of all that a newsletter tells."""


def patrons(top: Sequence[Passage], passages: Sequence[Passage]) -> tuple[tuple[Donor, str], ...]:
    """The donors of the programme, and the words that say so, from the masthead `top` or the imprint below all other `passages`."""
    title = " ".join(passage.text for passage in _naming(top))
    named = _named_in(top)
    first = passages[:_LAST]
    above = [passage for passage in passages[: max(_LAST, len(top) + _BELOW)] if passage not in top]
    found: dict[Donor, str] = {}
    for passage in (*top, *above, *(one for one in passages[-_LAST:] if one not in above and one not in top)):
        if len(passage.text) > _LONGEST:
            continue
        imprint = passage not in above and (passage in top or _IMPRINT.search(passage.text) is not None)
        itself = passage in above and passage in first
        before = ""
        for sentence in passage.sentences:
            said = sentence.text
            if named is not None and _THE_DONORS.match(said) and named.search(before):
                found |= {donor: said for donor in finest(_givers_in(before)) if donor not in found}
            elif text := _of_the_whole(said, title, named, imprint=imprint, itself=itself):
                for mention in find_donors(text):
                    if mention.strong or _SUPPORTED.search(text, 0, mention.start) or _PRODUCED.match(text):
                        found.setdefault(mention.donor, said)
            before = said
    return tuple(found.items())


def _of_the_whole(said: str, title: str, named: re.Pattern[str] | None, *, imprint: bool, itself: bool) -> str:
    """A sentence as it is to be read, where it says who pays for all that is told; else nothing.

    One in an `imprint`, or a masthead, may speak of the programme by that word, one right below a masthead of it `itself`.
    """
    if OF_A_YEAR.match(said) is not None:
        return ""
    if named is not None and _is_of(named, said):
        return named.sub("the project", said)
    whole = _OF_ISSUE.search(said) is not None or _is_line_of_both(said) or (itself and _OF_ITSELF.search(said) is not None)
    produced = _PRODUCED.match(said) is not None and _PROGRAMME.search(title) is not None
    return said if whole or (imprint and (produced or _PROGRAMME.search(said) is not None)) else ""


def _givers_in(text: str) -> Iterator[Donor]:
    """Those named in a sentence who may give to a fund; who carries it out, and the bank that keeps it, do not."""
    for hit in lexicon().gazetteer.scan(text):
        if not is_hand(hit.value.donor.name) and _BANK.search(hit.value.donor.name) is None:
            yield hit.value.donor


_BANK = re.compile(r"\bBank\b")
_THE_DONORS = re.compile(
    r"(?:The|These|Its|All|Our)\s(?:[a-z]+\s)?(?:donors|contributors)\s(?:jointly\s|together\s)?(?:finance|fund|pay|cover|contribute)\b"
)
"""How a sentence says of those whom the one before named that they pay: "The three donors finance the trust fund"."""
_BOTH = re.compile(
    r"(?:.*\s)?(?:co-)?(?:funded|financed)\sby:?\s(?P<payers>.{2,90}?)[\s|,;·•–—-]+(?:and\s)?(?:[Pp]roject\s)?[Ii]mplemented\sby\b",
    re.IGNORECASE,
)
"""A line of a masthead or an imprint that says so of its project: "Funded by Norway | Implemented by UNDP"."""
_SUPPORTED = re.compile(r"\bsupported\sby\b")
"""What is said so of a programme is said of its money."""


def _is_line_of_both(text: str) -> bool:
    """Whether a line names who pays and who implements, and nobody else."""
    both = _BOTH.match(text)
    if both is None or text.endswith("."):
        return False
    line = f"Donor: {both['payers']}"
    named = find_donors(line)
    return bool(named) and named[-1].end >= len(line) - 1


def _named_in(top: Sequence[Passage]) -> re.Pattern[str] | None:
    """What a newsletter is named for, its programme and the programme's short name, as a pattern; no organisation."""
    names = []
    for line in (one.text for one in _naming(top) if len(one.text) <= _LINE and not one.text.endswith(".")):
        names += [re.escape(name) for name in _SHORT_NAME.findall(line) if not _is_organisation(name)]
        name = _GENERIC.sub("", line).strip(' .,:-–—|()“”"')
        if " " in name and _OFFICE.search(name) is None and not _is_organisation(name):
            names.append("(?i:" + r"\s".join(map(re.escape, name.split())) + ")")
    for short in (short for one in _naming(top) for short in _IN_BRACKETS.findall(one.text)):
        names += [] if _is_organisation(short) else [re.escape(short)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)") if names else None


def _naming(top: Sequence[Passage]) -> Sequence[Passage]:
    """The lines of a masthead down to the one that tells which issue it is; what stands below is no name, but a greeting."""
    return top[: 1 + (issue_line(top[:_NAMED]) or 0)]


_NAMED = 4
"""Lines that a name, and which issue it is, stand in at most."""
_LINE = 80
"""A longer line of a masthead is no name."""
_SHORT_NAME = re.compile(r"\b[A-Z][\w.@-]*[A-Z][\w-]*\b")
_IN_BRACKETS = re.compile(r"\b(?:Program(?:me)?|Project|Initiative|Action)\s\(([A-Z][\w-]*[A-Z][\w-]*)\)")
"""The short name of a programme behind its full one, in a line of any length."""
_GENERIC = re.compile(
    r"\b(?:(?:quarterly|monthly|electronic)\s)?(?:news\s?letter|news|bulletin|update|digest|gazette|review|project|program(?:me)?"
    r"|initiative)\b.*|^\W*the\s",
    re.IGNORECASE,
)
"""What a masthead says besides the name."""
_OFFICE = re.compile(r"\b(?:office|mission|delegation|embassy|centre|center|agency|bureau|organi[sz]ation)\b", re.IGNORECASE)


def _is_organisation(name: str) -> bool:
    return any(not one.value.donor.agency for one in lexicon().gazetteer.scan(name))


def _is_of(named: re.Pattern[str], sentence: str) -> bool:
    """Whether a sentence says who pays for what the newsletter is named for: "BOMCA 10 is funded by", "Norway finances CLEAN"."""
    if A_MONTH.search(sentence) is not None:
        return False
    for name in named.finditer(sentence):
        subject = _BEFORE.fullmatch(sentence, 0, name.start()) is not None and _IS.match(sentence, name.end()) is not None
        if subject or _PAYS_FOR.search(sentence, 0, name.start()) is not None:
            return True
    return False


_BEFORE = re.compile(r"(?:[^.:]{0,30}[.:]\s)?(?:(?:[Tt]he|[Oo]ur)\s)?(?:[\w-]+\s){0,3}[(“\"]?")
"""What stands before a name as the subject of a sentence."""
_IS = re.compile(
    r"[)”\"]?(?:\s(?:\d{1,2}|[IVX]{1,4}))?(?:\s(?:[A-Z][\w-]+|\([A-Z][\w.-]+\)|[Pp]rogram(?:me)?|[Pp]roject|[Ii]nitiative)){0,3},?\s"
    r"(?:[^.;:]{0,60}?,\s)?(?:is|was|has\sbeen)\s(?:\w+ly\s)?(?:(?:co-)?(?:funded|financed|supported|sponsored|paid)|an?|the|carried|"
    r"implemented|run)\b"
)
"""What such a sentence says of it."""
_PAYS_FOR = re.compile(r"\b(?:(?:co-)?(?:funds?|finances?|sponsors?)|pays?\sfor)\s(?:the\s)?(?:[A-Z]\w+\s){0,2}\Z")


_PRODUCED = re.compile(
    r"This\s(?:publication|newsletter|bulletin|document)\s(?:is|was|has\sbeen)\s(?:produced|prepared|published|made\spossible|developed)\s"
    r"with\s(?:the\s)?(?:(?:financial|kind|generous)\s)*(?:support|assistance|contribution)\b"
)
"""How the newsletter of a programme says in its imprint whose money the programme spends."""


def under_patrons(
    milestones: Sequence[Milestone],
    paying: Sequence[tuple[Donor, str]],
    top: Sequence[Passage],
    stories: Sequence[tuple[str, str]],
    reference: date,
) -> list[Milestone]:
    """The milestones, those of the programme's own doing with its donors where nothing says who paid for them.

    And what the programme is told to have paid for itself, beside whoever else did. `top` is the masthead, `stories` are those
    of the newsletter by heading and text.
    """
    named = _named_in(top)
    headings = [heading for heading, _ in stories]
    itself = Itself(named, [text for _, text in stories], milestones)
    milestones = [itself.pay(one, paying) for one in milestones]
    donors = tuple(donor for donor, _ in paying)
    reasons = tuple(Reason("donors", "donor-of-the-programme", one_line(words)) for _, words in paying)
    return [
        replace(one, donors=tuple(dict.fromkeys((*one.donors, *donors))), reasons=(*one.reasons, *reasons))
        if not is_settled(one.donors, one.reasons)
        and not (one.evidence and is_beyond(headings[one.evidence.article]))
        and (_is_its_own(one, reference) or (named and one.evidence and is_helped(one.evidence.quote, named)))
        else one
        for one in milestones
    ]


def _is_its_own(milestone: Milestone, reference: date) -> bool:
    """Whether a milestone is of a programme's own doing; what is told in passing is, where it is not long ago or speaks of it."""
    if milestone.evidence is not None and any(is_act_of_state(told) for told in read(milestone.evidence.quote)):
        return False
    if milestone.level is Level.MAIN or milestone.planned:
        return milestone.kind in SAME_HANDS or milestone.kind is Kind.PUBLICATION
    if milestone.evidence is not None and _ITSELF.search(milestone.evidence.quote) is not None:
        return True
    start = milestone.when.start
    return milestone.kind in SAME_HANDS and start is not None and reference - start <= LIFE


_ITSELF = re.compile(r"\b(?:The|the|by|this)\s(?:Program(?:me)?|Project)\b(?!\s(?:for|of|on)\b)")
