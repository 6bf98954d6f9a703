"""The subject of a sentence made shorter: without those who helped, called by its letters, or the first of several alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAME_GOES_ON = re.compile(r"\s(?:of|and|for|on)\s(?:the\s)?[A-ZÀ-Ý“\"«]")
_LIST = (
    r"(?!(?:the|an?|its|their|his|her|now|then|with|both|all)\s)(?:[a-z][\w’'-]*\s){0,2}[a-z][\w’'-]*"
    r"(?:,\s(?:[\w’'-]+\s){0,2}[\w’'-]+){1,5}\s(?:and|or)\s"
)
"""The second of several that a list has: ", sailors, cooks and divers"."""
_BESIDE = re.compile(
    rf",\s(?!and\b|or\b)(?!{_LIST})[^,]{{3,}}(?:,\s(?!and\b|or\b)(?![A-ZÀ-Þ][^,]{{1,40}}(?:,\s[A-ZÀ-Þ][^,]{{1,40}}){{0,9}}\s(?:and|or)\s)|,$)"
)
"""What stands beside a subject: ", a shelter with forty beds, "; but no part of a list of names that goes on."""
_TITLED = re.compile(r",\s(?:Mr|Ms|Mrs|Dr|Prof|Gen|Col|Maj|Capt|Amb|Hon|H\.E)\b[^,]{3,50}(?=,|$)")
"""The name of who is told of by his office: ", Mr. Askar Toktogulov, "."""
_TOLD_BESIDE = re.compile(
    r",\s(?:\w+\s)?(?:who|whom|which|whose|where)\s(?:[^,]{3,40}(?:,\s[^,]{3,40}){1,4}?\s(?:and|or)\s(?!the\b|an?\b)[^,]{3,},$"
    r"|[^,]{3,}(?:,\s|,$))"
)
"""What a clause tells of a subject: ", who had come from Osh, "."""
_ORIGIN = (
    re.compile(r",?\s(?:from|at|in|for|on|under|between|with|worth|as|responsible|representing)\s"),
    re.compile(r",?\sof\s"),
)
"""Where a subject goes over to where it comes from; "of" last, since names hold it."""
_FIRST_OF = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[A-ZÀ-Þ0-9])[^,]{8,60}?(?:(?=,\s(?:and\s)?(?!Mr|Ms|Dr|Prof|Gen|Col)(?:(?:the|an?|its"
    r"|their|his|her)\s|[A-ZÀ-Þ]))"
    r"|(?=\sand\s(?:the|its|their|his|her)\s))"
)
"""The first of several that did something: "The Agency for Seeds, the Botanic Garden and the University signed"."""
_MOST_LOST = 2.2
"""A title without its verb loses more than one whose subject lost all that stood beside it."""
PEOPLE = re.compile(
    r"(?:\d[\d,.]*|[A-Za-z-]*(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven"
    r"|[Tt]welve|teen|ty)"
    r"|[Ss]ome|[Ss]everal|[Mm]any|[Oo]ver|[Mm]ore than|[Aa]bout|(?:[Tt]he\s)?(?:[\w-]+\s)?"
    r"(?i:officers|heads|experts|representatives|members|officials|prosecutors|judges|investigators|students|specialists"
    r"|employees|participants))\b"
)
"""How several are called that a list of bodies behind "of" or "from" says more of."""
_OF_BODY = re.compile(r",?\s(?:from\s|of\s(?=(?:the|its|their|all|various|both)\b))")
_AND_OTHERS = re.compile(r"\band\s(?:the|an?|its|their|his|her|Mrs?|Ms|Dr|H\.E|[A-ZÀ-Þ])")
_OF_ONE = re.compile(r"(?:was|is|has)\b")
_BETWEEN = re.compile(r"\b(?:between|among)\b")
"""What a first one alone is not in: "the match between the council"."""
_OTHERS = 1.2
"""What it costs to leave the others out."""
_JOINT = re.compile(r"\band (?:the|its|his|her|a|an) ")
"""Somebody else who did it too stands behind it: "the Agency of the north and the university"."""
_NO_SUBJECT = re.compile(
    r"[:;]|^\w+ed\b|^(?:[Oo]n|[Ii]n|[Aa]t|[Tt]o|[Ff]or|[Bb]y|[Ww]ith|[Uu]nder|[Tt]h[oe]se who)\b"
    r"|\b(?:which|who|that|where|is|are)\b"
)
_BROKEN_NAME = 1.0
"""What it costs to leave the end of a name out."""
_HEAD = 10
"""The shortest subject, in characters."""
_ACRONYM = re.compile(r"\s\(([A-Z][A-Za-z]{0,6}[A-Z])\)")


def by_acronyms(text: str) -> str:
    """The text with each name that its letters follow in brackets called by them alone: "the Union of Rowers (UR)"."""
    while (found := _ACRONYM.search(text)) is not None:
        words = text[: found.start()].split(" ")
        letters = [letter.lower() for letter in found[1] if letter.isupper()]
        count = 0
        for count in range(1, min(len(words), 2 * len(letters) + 3) + 1):
            word = words[-count]
            if word[:1].lower() == letters[-1]:
                letters.pop()
            if not letters:
                break
        if letters or not words[-count][:1].isupper():
            text = text[: found.start()] + text[found.end() :]
        else:
            text = " ".join([*words[:-count], found[1]]) + text[found.end() :]
    return text


def in_name(text: str, at: int) -> bool:
    """Whether a name goes on at the blank `at`: "Ministry| of Health"."""
    return text[text.rfind(" ", 0, at) + 1 : at][:1].isupper() and _NAME_GOES_ON.match(text, at) is not None


def without_aside(subject: str) -> str:
    """A subject without the name of who is told of by his office, and without what a clause tells of it."""
    return _TITLED.sub("", _TOLD_BESIDE.sub(" ", subject)).strip() if "," in subject else subject


def is_many(subject: str) -> bool:
    """Whether a subject is more than one: "forty officers of the Agency", "the Agency and the Guild"; by what it begins with."""
    head = _HEAD_OF.match(subject)
    return _SEVERAL.match(head[0] if head else subject) is not None


_HEAD_OF = re.compile(r".+?(?=\s(?:of|from|in|at|for|on|with|under|between)\s|$)")
"""What a name begins with, before what says more of it: "The head| of the islands"."""
_SEVERAL = re.compile(
    r".*(?:[a-z](?<![su])s|people|police|women|men|children)$|.*\s(?:and|or)\s|\d"
    r"|(?:[\w-]+-)?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b",
    re.IGNORECASE,
)


def _is_even(text: str) -> bool:
    """Whether each quotation that a text opens is closed in it."""
    return text.count("“") == text.count("”") and text.count("«") == text.count("»") and text.count('"') % 2 == 0


def shorter_subjects(text: str, verb: re.Match[str] | None) -> Iterator[tuple[str, float]]:
    """The text with less and less of its subject, and what each loses.

    Without those who helped, what stands beside it, where it comes from. `verb` is the verb of the text.
    """
    if verb is None or verb["being"]:
        return
    subject, told = text[: verb.start()].rstrip(), text[verb.start() :]
    bare = without_aside(subject)
    if _NO_SUBJECT.search(bare):
        return
    lost = 0.9

    def without(shorter: str) -> tuple[str, float]:
        return f"{shorter.strip(' ,')} {told}", lost + min(_MOST_LOST, (len(subject) - len(shorter)) / 45)

    kept = subject
    for alone in (bare, _BESIDE.sub(" ", bare)):
        if alone != kept:
            yield without(kept := alone)
    kept = kept.strip(" ,")
    first = _FIRST_OF.match(bare) if _OF_ONE.match(told) is None else None
    people = PEOPLE.match(kept)
    its_own = first is not None and not any(words.search(first[0], _HEAD) for words in (_OF_BODY, _BETWEEN))
    if first is not None and its_own and _AND_OTHERS.search(bare, first.end()):
        yield f"{first[0]} and others {told}", lost + _OTHERS
    body = _OF_BODY.search(kept, _HEAD) if people else None
    if body is not None:
        yield without(kept[: body.start()])
    for origin in _ORIGIN:
        for found in reversed(list(origin.finditer(kept))):
            if found.start() >= _HEAD and not _JOINT.search(kept, found.start()):
                lost += _BROKEN_NAME if in_name(kept, found.start()) else 0.0
                if not _is_even(kept[: found.start()]):
                    continue
                yield without(kept := kept[: found.start()])
