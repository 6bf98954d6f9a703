"""A sentence made short enough for a title: cut only where a part of it ends, its subject shortened where it is long.

Nothing here knows events; `titles` chooses among what is made here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from importers.lexicon import data

LONGEST, SHORTEST = 90, 10
"""How long a title may be, in characters."""
_EARLIEST = 24
"""A cut before this leaves too little."""
_SMALL = frozenset(data("words")["small"])
_PAREN = re.compile(r"\s*\([^()]{1,60}\)")

_PART = re.compile(
    # a class of all that one can begin with, so that `re` skips quickly; the beginning is looked back at
    r"[\s,;:](?:(?P<stop>(?<=[;:])(?=\s)|(?<=\s)[–—-](?=\s))|(?P<name>(?<=\s)(?=[\"“«]\w))"
    r"|(?P<comma>(?<=,)(?=\s))"
    r"|(?<=\s)(?:(?=(?P<tail>which|who|whom|whose|where|when|while|because|although|though|so that|in order|as well as|as part"
    r"|in the framework|in (?:close )?(?:co-?operation|partnership)|on the (?:basis|occasion)"
    r"|thanks|following|including|attended|organi[sz]ed by"
    r"|aim(?:ed|ing)|designed|entitled|titled|called|named|funded|financed|supported|sponsored|representing|responsible|dedicated|devoted)\b)"
    r"|(?=(?P<of>of)\b)|(?=(?P<joined>and|or|that)\b)"
    r"|(?=(?P<light>in|on|at|for|to|with|by|from|under|within|between|during|against|through|among|into|about|over|along|across|after"
    r"|before|since|until|towards?|than|as|via|worth|this (?:spring|summer|autumn|winter|year|month|week))\b)))"
)
"""Where a part of a sentence may end: at a stop, or before a word that leads to more."""
_COST = {"stop": 0.0, "tail": 0.0, "light": 0.3, "comma": 0.5, "name": 0.9, "of": 0.6, "joined": 0.9}
"""How much a cut there takes from what is said."""
_MEASURE = re.compile(
    r"\b(?:series|number|part|range|set|group|pair|lot|variety|majority|total|value|front|case|host|establishment|creation|development|implementation"
    r"|provision|opening|launch|adoption|signing)$",
    re.IGNORECASE,
)
"""Before an "of" that tells what it is about: "a series of consultations", "the establishment of a centre"."""
_RELATIVE = re.compile(r"\s(?:which|who|where|when|while|that)\s")
_LEFT_OVER = re.compile(
    r"(?:,\s\w+(?:ed|en|eld)|\s(?:in (?:order|accordance|line)|as (?:well|part)"
    r"|due|prior|according|based|aimed|related|responsible))$"
)
"""What a cut leaves of a part that was beginning: "the fifth meeting, held", "in order"."""
_ENDING = 40
"""Characters at the end of a cut among which its last words stand."""
_NO_OBJECT = re.compile(r"\s(?:to\s[a-z]+|(?:by|of|for|in|and)\s[a-z]+ing)$")
"""A verb that a cut left without what is done: "marked the day by engaging"."""
_FIRST_ARTICLE, _ARTICLE = re.compile(r"^(?:The|A|An)\s"), re.compile(r"\b(?:[Tt]he|[Aa]n?)\s(?![A-Z])")
_NAME_GOES_ON = re.compile(r"\s(?:of|and|for|on)\s(?:the\s)?[A-ZÀ-Ý“\"«]")

_VERB = re.compile(
    r"(?<![\w-])(?:(?P<passive>(?:was|were|been)\s(?:\w+ly\s)?[a-z]+(?:ed|en|ne|wn|ld|de|ght|nt|rn|et|un|ut|ad|se))"
    r"|(?:has|have|had)\s(?:\w+ly\s)?[a-z]+(?:ed|en|ne|wn|ld|de|ght|nt|rn|et|un)"
    r"|(?P<full>(?:took|taken)\splace|came\sout|came\sinto\s(?:force|effect)|met|began|begun|started|ended|(?:is|are)\s(?:planned|scheduled|foreseen|expected))"
    r"|(?:took|taken)\s(?:part|stock)|(?:brought|came)\stogether|handed\sover|held|led|ran|gave|went|came|drew|set up|saw"
    r"|(?:\w+ly\s)?[a-z]{2,}ed(?!\s(?:by|in|at|on|for|to|with|under|from|as)\b)"
    r"|(?P<to_come>(?:will|would)\s(?:be\s)?\w+)"
    r"|(?P<being>was|were|is|are|will be)\b)\b"
)
_NOUN_GOES_ON = re.compile(
    r"\b(?:which|who|that|the|a|an|of|and|or|by|for|in|with|its|their|newly|recently|jointly|[\d]+)$", re.IGNORECASE
)
"""Before a participle that is no verb: "the one that opened", "newly established", "of interested"."""
_LEADS_ON = re.compile(r"(?:in|on|at|for|to|with|by|from|under|of|over|through|back|out|up)\b", re.IGNORECASE)
_OBJECT = 2
"""Characters of an object, at least."""

_HELPED = re.compile(
    r",?\s(?:together with|jointly with|(?:in|with)\s(?:an?\s|the\s)?(?:\w+\s){0,2}(?:cooperation|co-operation|collaboration|"
    r"partnership|coordination|support|assistance|help|participation)\s(?:with|of|from|by))\b"
)
"""Where a subject goes over to who helped: ", in close cooperation with ...", " with the support of ..."."""
_BESIDE = re.compile(r",\s(?!and\b|or\b)[^,]{3,}(?:,\s(?!and\b|or\b)(?![A-ZÀ-Þ][^,]{1,40}\s(?:and|or)\s)|,$)")
"""What stands beside a subject: ", a shelter with forty beds, "; but no part of a list of names that goes on."""
_ORIGIN = (
    re.compile(r",?\s(?:from|at|in|for|on|under|between|with|worth|as|responsible|representing)\s"),
    re.compile(r",?\sof\s"),
)
"""Where a subject goes over to where it comes from; "of" last, since names hold it."""
_JOINT = re.compile(r"\band (?:the|its|his|her|a|an) ")
"""Somebody else who did it too stands behind it: "the Agency of the north and the university"."""
_NO_SUBJECT = re.compile(
    r"[:;\"“”«»]|^\w+ed\b|^(?:[Oo]n|[Ii]n|[Aa]t|[Tt]o|[Ff]or|[Bb]y|[Ww]ith|[Uu]nder|[Tt]h[oe]se who)\b"
    r"|\b(?:which|who|that|where|is|are)\b"
)
_BROKEN_NAME = 1.0
"""What it costs to leave the end of a name out."""
_HEAD = 10
"""The shortest subject, in characters."""


@dataclass(frozen=True, slots=True)
class Short:
    """A text that fits, and how much was lost on the way: 0 nothing, 1 a part, 3 what it says."""

    text: str
    lost: float


def fits(text: str) -> bool:
    """Whether a text is no longer than a title may be."""
    return len(text) <= LONGEST


def whole(text: str) -> str:
    """The text without marks around it and small words left hanging at its end."""
    text = text.strip(_MARKS)
    while text[text.rfind(" ") + 1 :].lower().strip(",;") in _SMALL and text.count(" ") >= _KEPT:
        text = text[: text.rfind(" ")]
    return text.strip(_MARKS)


_BEARABLE = 2.5
"""Where something loses no more, the text is not cut just anywhere."""
_MARKS = " .,;:–—-…"
_KEPT = 3
"""So many words are left in any case."""


def verb_of(text: str) -> re.Match[str] | None:
    """The verb of the main clause: the first that is said to have happened and does not merely tell more of a noun."""
    for found in _VERB.finditer(text):
        before = text[: found.start()].rstrip()
        if (
            before
            and not _NOUN_GOES_ON.search(before, before.rfind(" ") + 1)
            and not (before.endswith(",") and before.count(",") % 2)
        ):
            return found
    return None


def shorts(text: str) -> list[Short]:
    """What a text can be made to at most 90 characters, from what loses least to what merely fits; never empty."""
    text = whole(" ".join(text.split()))
    if not fits(text):
        text = whole(_PAREN.sub("", text))
    if fits(text):
        return [Short(_closed(text), 0.0)]
    verb = verb_of(text)
    made = _fitted(text, verb, 0.0)
    least = min([draft.lost for draft in made], default=math.inf)
    for nearer in _shorter_subjects(text, verb):
        if least <= nearer.lost:
            # the further subjects lose more still
            break
        fitted = _fitted(nearer.text, verb_of(nearer.text), nearer.lost)
        least = min([least, *(draft.lost for draft in fitted)])
        made += fitted
    if least > _BEARABLE:
        made.append(Short(_at_a_word(text), 5.0))
    return made


def best(drafts: Iterable[Short]) -> str:
    """The text of the draft that loses least, the first of equals, with a capital."""
    text = min(drafts, key=lambda draft: draft.lost).text
    return text[:1].upper() + text[1:]


def _fitted(text: str, verb: re.Match[str] | None, lost: float) -> list[Short]:
    """The text as it is where it fits, without its articles where it fits so, and cut; `verb` is its verb."""
    if fits(text):
        return [Short(_closed(text), lost)]
    made = _cuts(text, verb, lost)
    for pattern, cost in ((_FIRST_ARTICLE, 0.1), (_ARTICLE, 1.3)):
        bare = pattern.sub("", text)
        if fits(bare):
            made.append(Short(_closed(bare), lost + cost))
    return made


def _cuts(text: str, verb: re.Match[str] | None, before: float) -> list[Short]:
    """The text up to each place where a part ends; `before` is what it has lost already."""
    relative = _RELATIVE.search(text)
    told_from = relative.end() if relative else len(text) + 1
    paired = not _PAIRED.isdisjoint(text)
    made = []
    for found in _PART.finditer(text, _EARLIEST, LONGEST + 24):
        at = found.start()
        sort = found.lastgroup or "light"
        if at > LONGEST or (sort in {"of", "joined", "light"} and _in_name(text, at)):
            continue
        cut = whole(text[:at])
        if left_over := _LEFT_OVER.search(cut, max(0, len(cut) - _ENDING)):
            cut = whole(cut[: left_over.start()])
        if len(cut) < _EARLIEST:
            continue
        lost = 0.3 + _COST[sort] + (LONGEST - len(cut)) / (40 if verb else 20) + (paired and _open(cut)) * 1.5
        lost += 1.0 if told_from <= len(cut) or _NO_OBJECT.search(cut, max(0, len(cut) - _ENDING)) else 0.0
        lost += 1.0 if sort == "of" and _MEASURE.search(cut, max(0, len(cut) - _ENDING)) else 0.0
        if verb is not None:
            lost += 0.0 if _says_what(text, verb, min(at, len(cut))) else 3.0
        made.append(Short(_closed(cut) if paired else cut, lost + before))
    return made


def _in_name(text: str, at: int) -> bool:
    """Whether a name goes on at the blank `at`: "Ministry| of Health"."""
    return text[text.rfind(" ", 0, at) + 1 : at][:1].isupper() and _NAME_GOES_ON.match(text, at) is not None


def _says_what(text: str, verb: re.Match[str], end: int) -> bool:
    """Whether the text up to `end` says what was done to what."""
    if verb.end() > end:
        return False
    rest = text[verb.end() : end].strip(" ,")
    if verb["passive"] or verb["full"]:
        return True
    if led := _LEADS_ON.match(rest):
        rest = rest[led.end() :].strip()
    return len(rest) >= _OBJECT and not re.fullmatch(r"(?:and|or)\s\w+", rest)


_PAIRED = frozenset('"“”«»()')
"""Marks that open something, and close it."""


def _open(text: str) -> bool:
    return text.count('"') % 2 == 1 or any(text.count(a) > text.count(b) for a, b in (("“", "”"), ("«", "»"), ("(", ")")))


def _closed(text: str) -> str:
    """The text with each quotation and bracket closed that it opens, or without the mark that opens it."""
    for opening, closing in (("“", "”"), ("«", "»"), ("(", ")")):
        if text.count(opening) > text.count(closing):
            text = text + closing if len(text) < LONGEST else text.replace(opening, "", 1)
    if text.count('"') % 2:
        text = text + '"' if len(text) < LONGEST else text.replace('"', "", 1)
    return text.strip()


def _at_a_word(text: str) -> str:
    """As many words as fit, whatever they say; a name is not cut in two where there is more than the name."""
    words = text[: LONGEST + 1].split(" ")[:-1]
    behind = text[len(" ".join(words)) + 1 :][:1]
    while len(words) > 5 and behind[:1].isupper() and words[-1][:1].isupper():
        behind = words.pop()
    made = whole(" ".join(words))
    made = made if len(made) >= SHORTEST else text[:LONGEST]
    return _closed(made)[:LONGEST].strip()


def _shorter_subjects(text: str, verb: re.Match[str] | None) -> Iterator[Short]:
    """The text with less and less of its subject: without those who helped, what stands beside it, where it comes from."""
    if verb is None or verb["being"]:
        return
    subject, told = text[: verb.start()].rstrip(), text[verb.start() :]
    if _NO_SUBJECT.search(subject):
        return
    lost = 0.9

    def without(shorter: str) -> Short:
        return Short(f"{shorter.strip(' ,')} {told}", lost + (len(subject) - len(shorter)) / 45)

    kept = subject
    if helped := _HELPED.search(kept):
        yield without(kept := kept[: helped.start()])
    if (alone := _BESIDE.sub(" ", kept)) != kept:
        yield without(kept := alone)
    kept = kept.strip(" ,")
    for origin in _ORIGIN:
        for found in reversed(list(origin.finditer(kept))):
            if found.start() >= _HEAD and not _JOINT.search(kept, found.start()):
                lost += _BROKEN_NAME if _in_name(kept, found.start()) else 0.0
                yield without(kept := kept[: found.start()])
