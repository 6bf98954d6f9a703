"""Things called by their names: "the network was founded" says of which one, where the story has called it by more words before."""

from __future__ import annotations

import re

from importers.lexicon import data
from importers.titles.gatherings import last_event_noun
from importers.titles.shortening import verb_of
from importers.titles.subjects import is_many
from importers.titles.title import lead_of

_REACH = 1500
"""Characters before a sentence in which a thing is named."""
_LONGEST = 60
"""Characters of a name that still makes a subject."""
_BARE = re.compile(r"(?P<article>[Tt]he\s)(?P<noun>[A-Za-zÀ-ÿ][\w’'-]{3,})\s(?=(?:was|were|has|have|had)\s(?!followed\b))")
"""A thing that is called by one word."""
_ANY = frozenset(data("words")["no_name"])
"""What is no less clear than its name, or has none."""
_PREPOSITIONS = r"(?:of|for|on|to|against|between)"
_MORE = (
    rf"(?:\s{_PREPOSITIONS}\s[^\n,.;:()\"“”–—]{{3,45}}?)?(?=[,.;:()\n–—]|\s(?:in|at|by|with|from|during|under|which|that|who|was|were|is|are|has|have|had"
    r"|will|would|to|and|as|between|until|since|after|before)\b|$)"
)
"""What belongs to a name behind its noun: "network| of lake towns"."""
_SUCH = re.compile(r"\bsuch\s(?P<noun>[a-z]{4,})\b(?!\sas\b)")
_ONE_OF = re.compile(r"(?:[Tt]he\sone|[Tt]hat)(?=\s(?:of|for|in|at|on)\s(?:the\s)?\w)")
"""One of the things that the clause before tells of: "the one of Osh"."""
_ORDINAL = re.compile(
    r"([Tt]he\s(?:first|second|third|fourth|last|next|previous)(?:\sone)?)(?=\s(?:took\splace|was\sheld|was\sorgani[sz]ed|met)\b)"
)
_CLAUSE = re.compile(r"[.;:]\s+")
_HEAD = re.compile(r"[\w’'-]+(?:\s(?!(?:of|for|on|in|at|from|with|between|to)\b)[\w’'-]+)*")


def in_full(sentence: str, before: str, heading: str = "") -> str:
    """A sentence whose subject is called by its name, where the text `before` or the `heading` gives it one; else as it is."""
    before = before[-_REACH:]
    if (found := _BARE.match(sentence)) is not None and found["noun"].lower() not in _ANY:
        name = _name(found["noun"], before) or _name(found["noun"], heading)
        return f"{found['article']}{name} {sentence[found.end() :]}" if name else sentence
    if (found := _SUCH.search(sentence, 0, _LONGEST)) is not None:
        more = [one for one in re.finditer(rf"\b{found['noun']}(?P<more>{_MORE})", before) if one["more"]]
        return f"{sentence[: found.start()]}{more[-1][0]}{sentence[found.end() :]}" if more else sentence
    if (found := _ORDINAL.match(sentence)) is not None:
        noun = last_event_noun(before)
        return f"{found[1].removesuffix(' one')} {noun}{sentence[found.end() :]}" if noun else sentence
    if (found := _ONE_OF.match(sentence)) is not None:
        noun = _kind_of_thing(before)
        return f"The {noun}{sentence[found.end() :]}" if noun else sentence
    return sentence


def _name(noun: str, text: str) -> str:
    """The one name that a text has for what is called by the word `noun`; empty where it has none or several."""
    if noun.lower() not in text.lower():
        return ""
    word = re.escape(noun)
    proper = re.compile(rf"\b((?:[A-ZÀ-Þ][\w’'&-]+\s(?:and\s)?){{1,6}}(?:{re.escape(noun.capitalize())}))\b(?!\s[A-ZÀ-Þ])")
    common = re.compile(rf"\b[Aa]n?\s((?:(?!(?:of|for|on|in|and|or|to|as|at|new)\s)[\w’'-]+\s){{0,3}}{word}{_MORE})")
    for names in (proper, common):
        told = {" ".join(found[1].split()).removeprefix("The ") for found in names.finditer(text)}
        told = {name for name in told if " " in name and len(name) <= _LONGEST}
        if told:
            return told.pop() if len(told) == 1 else ""
    return ""


def _kind_of_thing(before: str) -> str:
    """What the last clause before tells of, as one of it: "strategy" behind "three strategies are being written;"."""
    text = _CLAUSE.split(before.strip(" ;.:\n"))[-1]
    text = text[len(lead_of(text)) :]
    verb = verb_of(text)
    head = _HEAD.match(text[: verb.start()].strip()) if verb is not None else None
    if head is None:
        return ""
    noun = head[0].split()[-1]
    if not noun.islower() or len(head[0].split()) < _WORDS:
        return ""
    return _one_of(noun) if is_many(noun) else noun


_WORDS = 2


def _one_of(many: str) -> str:
    """One of several: "strategies" is "strategy", "churches" is "church"."""
    if many.endswith("ies"):
        return f"{many[:-3]}y"
    return many[:-2] if many.endswith(("sses", "shes", "ches", "xes")) else many[:-1]
