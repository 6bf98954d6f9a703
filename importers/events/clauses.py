"""Which part of a sentence is a date's own: its clause, a deed put in behind a name, what somebody reports, a relative clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from db.models import Span
from importers.datelines import DAY_TOLD, DAYS_TOLD
from importers.events.dated import Dated
from importers.events.putin import deed_put_first, deed_put_last, deeds_put_in
from importers.events.telling import Told
from importers.sentences import SAID, Sentence
from importers.tense import DEED

_CLAUSE = re.compile(
    r"[;:]\s|,\s+(?=followed\s(?:by|in|on)\s)|,\s+(?=the\s(?:one|other|second|third|latter)s?\s(?:in|at|on|for|from)\s)"
    r"|,\s+(?=(?:(?:of|for|in|on)\swhich|whose)\s[^,;.]{3,60}?\s(?:was|were|had|has|have)\s)"
    r"|,\s+(?:and|while|whereas|but|which|where)\s|\sand,\s|\sand\s(?=that\s(?:the|its|their|an?|[A-Z])\b)|\s(?:and|while"
    r"|whereas|but)\s(?=(?:in|on|from|the)\s|[A-Z]\w+\s(?:was|were|is|will|has|had)\s"
    r"|(?:was|were|has|have|had|is|are|will|[a-z]+ed|held|took|came|began|met|went|follows?)\s)"
    r"|\sand\s(?=(?:[a-z-]+\s){0,2}(?:exercises?|courses?|sessions?|seminars?|workshops?|lectures?|trainings?|visits?|meetings?"
    r"|consultations?|conferences?)\s(?:in|on|from)\s(?:[A-Z]|\d))"
    r"|,\s+(?=in\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2},?\s(?:the|an?|its|their|some|two|three|four|\d+)\s[^,;.]{3,80}?\s"
    r"(?:was|were|has|have|had|is|are|will|[a-z]+ed|took|came|began|met|went)\s)"
)
_BARE = 6
"""What is left of a clause of so few letters without its date tells nothing: "from 3 to 5 May and from 8 to 9 June"."""


def _is_bare(sentence: Told, start: int, end: int) -> bool:
    inside = [dated for dated in sentence.dates if start <= dated.start and dated.end <= end]
    if not inside or letters(sentence, start, end) <= _BARE:
        return bool(inside)
    # the next one of a list: "and 12-13 August in Manila", "and in Manila (12-13 August)"
    before, behind = (
        sentence.text[first - sentence.start : last - sentence.start]
        for first, last in ((start, inside[0].start), (inside[-1].end, end))
    )
    if len(inside) == 1 and _THERE.fullmatch(before) is not None and before.endswith("(") and behind.strip(" ).,;") == "":
        return True
    return len(inside) == 1 and inside[0].start == start and _THERE.fullmatch(behind) is not None


_THERE = re.compile(r"[\s)]*(?:in|at)\s(?:the\s)?[A-ZÀ-Þ][\w’'-]*(?:[\s,]+(?:the\s)?[A-ZÀ-Þ][\w’'-]*){0,4}[\s.,;()]*")


def letters(sentence: Told, start: int, end: int) -> int:
    """How many letters a part of a sentence has besides its dates."""
    inside = [dated for dated in sentence.dates if start <= dated.start and dated.end <= end]
    said = sum(map(str.isalpha, sentence.text[start - sentence.start : end - sentence.start]))
    return said - sum(sum(map(str.isalpha, dated.text)) for dated in inside)


_HAD_BEEN = re.compile(r"\w:\s(?=(?:the|an?|its|their|[A-Z])\b[^.;:]{3,120}?\shad\s(?:\w+ly\s|first\s)?been\b)")
_REPORTS = re.compile(rf"\b{SAID}\s(?:[\w’'-]+\s){{0,4}}?that\s")


def reported_from(sentence: Told) -> int:
    """Where begins what somebody only says in a sentence, or what had been before, if all of its dates stand there; else its end.

    "The hall was opened in the presence of the mayor, who recalled that the plan was adopted in 2016" tells two events, and so
    does "The hall was opened after long talks: the plan had been adopted in 2016".
    """
    found = _REPORTS.search(sentence.text) if sentence.dates and "that" in sentence.words else None
    if found is None and sentence.dates and "had" in sentence.words:
        found = _HAD_BEEN.search(sentence.text)
    at = sentence.start + found.end() if found is not None else sentence.end
    return at if at <= sentence.dates[0].start else sentence.end


def own_part(sentence: Told, dated: Dated) -> Sentence | None:
    """The part of a sentence that is a date's own: a deed put in behind a name, or what a semicolon sets apart with no other."""
    if (deed := deed_put_in(sentence, dated)) is not None:
        return deed
    at, text = dated.start - sentence.start, sentence.text
    first, last = text.rfind("; ", 0, at), text.find("; ", at)
    if len(sentence.dates) > 1 or (first < 0 and last < 0):
        return None
    return Sentence.of(text, first + 2 if first >= 0 else 0, last + 1 if last >= 0 else len(text)).at(sentence.start)


def deed_put_in(sentence: Told, dated: Dated) -> Sentence | None:
    """The deed put in behind a name that a date stands in, with the name: "the centre, opened in 2008,"."""
    at, text = dated.start - sentence.start, sentence.text
    for found in deeds_put_in(text):
        if found.start("deed") <= at < found.end("deed"):
            return Sentence.of(text, found.start("name"), found.end("deed") + 1).at(sentence.start)
    return None


def told_of_a_noun(sentence: Told, dated: Dated) -> Sentence | None:
    """The relative clause that a date stands in, with the noun that it tells of: "the shelter, which was opened in June"."""
    at, text = dated.start - sentence.start, sentence.text
    told = max((one.end - sentence.start for one in sentence.dates if one.end <= dated.start), default=0)
    last = all(one.start <= dated.start for one in sentence.dates)
    if last and (before := _FOLLOWED.search(text, told, at)) is not None:
        return Sentence.of(text, before.start("what"), len(text)).at(sentence.start)
    if (begun := _BEGUN.search(text, max(0, at - _NOUN_REACH), at)) is not None:
        return Sentence.of(text, begun.start(), dated.end - sentence.start).at(sentence.start)
    for found in _WHICH_WAS.finditer(text, 0, at):
        if _CLAUSE_ENDS.search(text, found.end(), at) is None:
            end = text.find(",", dated.end - sentence.start)
            # what was only held is told by its noun, however much stands behind that: "the review meeting of the memorandum on"
            reach = len(text) if _HELD.match(text, found.end()) else _NOUN_REACH
            verbs = list(_BEFORE_NOUN.finditer(text, max(0, found.start() - reach), found.start()))
            start = verbs[-1].end() if verbs else max(0, found.start() - reach)
            return Sentence.of(text, start, end if end >= 0 else len(text)).at(sentence.start)
    return None


_WHICH_WAS = re.compile(
    r",?\s(?:which|that)\s(?:(?:was|were|had been|has been|have been)\s"
    r"|(?:the\s|[A-Z])[^.;,]{2,60}?\s(?:had|have|has)\s(?=(?:\w{2,}ed|found|seen|taken|held|made|given)\b)"
    r"|(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}\s(?=(?:joined|ratified|signed|acceded)\s))"
)
_BEGUN = re.compile(
    r"\b(?:under|within|(?:part|framework) of)\s(?:an?|the|its|their)\s(?:[\w-]+\s){0,3}?"
    r"(?:project|programme|program|initiative|campaign|scheme)\s"
    r"(?:begun|started|launched|approved)\s(?:in|on)\s(?:the\s)?$"
)
"""What a sentence tells something to be a part of, up to since when that is: "under a project begun in April"."""
_FOLLOWED = re.compile(
    r"\b(?:follow(?:s|ed)?|was preceded by|grew out of|goes back to|went back to)\s(?=(?P<what>an?|the|its|their)\s)"
    r"(?:(?!\band\s(?:was|were|took|\w+ed)\b|\b(?:was|were|is|are|has|have|took)\b)[^,;:]){3,160}$"
)
"""What was before that which a sentence tells, up to its date: "The course followed a protocol concluded in Osh in May"."""
_CLAUSE_ENDS = re.compile(r"[,;:]")
_BEFORE_NOUN = re.compile(r"\b(?:\w{3,}ed|follows?|and|saw|met)\s")
_HELD = re.compile(r"(?:\w+ly\s)?(?:held|organi[sz]ed|conducted|convened|hosted|carried out)\b")
_NOUN_REACH = 60


def _is_after_verb(sentence: Told, cut: re.Match[str]) -> bool:
    """Whether a cut before the next noun stands behind a verb: "the court and the police signed" are one subject.

    A day that a colon stands behind is no clause either: "Osh, 3 May 2015: the mayors signed".
    """
    if cut[0].strip() == ":" and (day := DAY_TOLD.match(sentence.text)) is not None and day.end() == cut.end():
        return False
    if sentence.lower[cut.end() : cut.end() + 4] != "the " or cut[0].strip() != "and":
        return True
    return _VERB.search(sentence.lower, 0, cut.start()) is not None


_VERB = re.compile(rf"{DEED.pattern}|\b(?:is|are|was|were|has|have|had|will|would|can|begins?|starts?|opens?|follows?|put|set)\b")


def clauses(sentence: Told) -> Iterator[tuple[Dated, int, int, Sequence[Span]]]:
    """Each date of a sentence with the part of the sentence that is its own, and what in it was put in and tells of another time.

    Dates of one clause share it.
    """
    if (headed := DAYS_TOLD.match(sentence.text)) is not None:
        # "3 May, Osh; 6 May, Naryn: The office met" tells of each day what stands behind the colon
        yield from ((dated, sentence.start + headed.end(), sentence.end, ()) for dated in sentence.dates)
        return
    cuts = [sentence.start]
    several = len(sentence.dates) > 1
    if (reported := reported_from(sentence)) < sentence.end:
        cuts.append(reported)
    elif several and (lead := deed_put_first(sentence.text)) is not None:
        # "Founded in 2002, the Fund approved two grants in May"
        cuts.append(sentence.start + lead.end())
    elif several and (begins := _behind_what_was_before(sentence)):
        cuts.append(begins)
    if several:
        said_from = reported - sentence.start if reported < sentence.end else 0
        found = [sentence.start + cut.end() for cut in _CLAUSE.finditer(sentence.text, said_from) if _is_after_verb(sentence, cut)]
        cuts += [cut for cut, end in pairwise((*found, sentence.end)) if not _is_bare(sentence, cut, end)]
        cuts = sorted(set(cuts))
    places = [bisect_right(cuts, dated.start) - 1 for dated in sentence.dates]
    used = list(dict.fromkeys(places))
    ends = dict(zip(used, (*(cuts[place] for place in used[1:]), sentence.end), strict=True))
    put_in = deeds_put_in(sentence.text) if several else []
    if several and not put_in and (behind := deed_put_last(sentence.text)) is not None:
        put_in = [behind]
        ends = {place: min(end, sentence.start + behind.end("name")) for place, end in ends.items()}
    told = [(sentence.start + found.start("deed"), sentence.start + found.end("deed")) for found in put_in]
    dated_in = [any(start <= dated.start < end for dated in sentence.dates) for start, end in told]
    for dated, place in zip(sentence.dates, places, strict=True):
        own = next((found for found, (start, end) in zip(put_in, told, strict=True) if start <= dated.start < end), None)
        if own is not None:
            first, last = sentence.start + own.start("deed"), sentence.start + own.end("deed")
            within = [cut for cut in cuts if any(first < one.start < cut for one in sentence.dates) and cut < last]
            # "the plan, drafted in May and signed on 3 June, ..." tells two deeds
            at = bisect_right(within, dated.start)
            begin, end = within[at - 1] if at else sentence.start + own.start("name"), within[at] if at < len(within) else last
            yield dated, begin, end, ()
            continue
        opens = reported == sentence.end and place == places[0] and ";" not in sentence.text[: cuts[place] - sentence.start]
        start, end = sentence.start if opens else cuts[place], ends[place]
        yield dated, start, end, [span for span, known in zip(told, dated_in, strict=True) if known and start <= span[0] < end]


def _behind_what_was_before(sentence: Told) -> int:
    """Where what a sentence tells begins behind that which was before it: "Two weeks after the post opened on 3 May, both met"."""
    if _AFTER.match(sentence.text) is None:
        return 0
    lead = sentence.dates[0].end - sentence.start
    comma = sentence.text.find(", ", lead, lead + _YEAR_BEHIND)
    told = DEED.search(sentence.lower, 0, lead) is not None
    return sentence.start + comma + 2 if comma > 0 and told and sentence.dates[1].start >= sentence.start + comma else 0


_AFTER = re.compile(r"(?:(?:[\w-]+\s){1,3}(?:days?|weeks?|months?|years?)\s(?:after|before)|After|Before|Since|Once|When)\s(?!\d)")
_YEAR_BEHIND = 8
"""Characters behind a date in which the part of a sentence ends that it stands in."""


def has_no_verb(sentence: Told, start: int, dated: Dated) -> bool:
    """Whether a clause says nothing but what and where before its date, so that the verb before it goes for it too."""
    at = start - sentence.start
    return (
        start < dated.start
        and _AND.search(sentence.lower, max(0, at - 5), at) is not None
        and _WHERE.fullmatch(sentence.text, at, dated.start - sentence.start) is not None
    )


_AND = re.compile(r"(?:\band|:)\s$")
_WHERE = re.compile(
    r"(?:(?:the|an?|in|on|at|from|between)\s)(?:(?!\b(?:is|are|was|were|has|have|had|will|\w+ed|(?:19|20)\d\d)\b)"
    r"(?:[^().,;:]|\([A-ZÀ-Þ][^().,;:]{2,30}\)|,\s(?=[A-ZÀ-Þ]|(?:in|on)\s))){0,70}"
)


def is_of_the_other(sentence: Told, start: int) -> bool:
    """Whether a clause tells another of what the one before told, without saying again what that is: "the second in June"."""
    at = start - sentence.start
    return _THE_OTHER.match(sentence.lower, at) is not None or _THE_ONE.match(sentence.lower, at) is not None


_THE_ONE = re.compile(
    r"the\s(?:one|other|second|third|latter)s?\s(?:in|at|on|for|from)\s(?:(?!\b(?:is|are|was|were|has|have|had|will"
    r"|\w+ed)\b)[^.;]){3,60}$"
)
"""How a clause begins that tells another of what the clause before told, without a verb: "the one in Osh a year later"."""
_THE_OTHER = re.compile(
    r"(?:(?:while|whereas|and|but|which)\s)?the\s(?:first|second|third|fourth|other|latter|former|next|last)(?:\sone)?\s"
    r"(?:was|were|is|are|will|had|has|took|came|followed|starts?|started|begins?|began|ended|ends|finished|runs?|ran|in|on|at)\b"
)
"""How a clause begins that tells another of what the clause before told."""
