"""Whom a pronoun stands for: behind "The laboratory took part" a title says "laboratory received", not "it received"."""

from __future__ import annotations

import re

from importers.lexicon import DEEDS, DOINGS
from importers.titles.asides import in_words
from importers.titles.gatherings import event_name, first_event, last_event_noun
from importers.titles.shortening import verb_of
from importers.titles.subjects import is_many, without_aside
from importers.titles.title import lead_of

_PRONOUN = re.compile(r"(?:(?P<one>[Ii]t)|(?P<many>[Tt]hey))\b")
_TOOK_PLACE = re.compile(
    r"\s(?:was|were|is|are|has\sbeen|will\sbe|is\sto\sbe|had\sbeen)\s(?:also\s)?(?:held|attended|organi[sz]ed|hosted|opened\sby|followed)\b"
    r"|\s(?:took|takes|will\stake|had\staken)\splace\b|\s(?:ran|lasted|began|started|ended|will\srun)\b(?!\sto\s[a-z])"
)
"""What is said of an event, not of people."""
_IMPERSONAL = re.compile(r"[^.;]{0,60}?\b(?:that|whether|who|possible|necessary|important|likely|clear)\b")
"""What is said of nothing before it: "it was decided that"."""
_NO_NAME = re.compile(
    r"(?:on|in|at|during|since|until|from|by|after|before|with|under|for|as)\s|(?:it|they|he|she|we|i|you|this|these|those|that|there|here|who|what|which|one|some|many|most|all|both|others?|another|none|nobody"
    r"|each|every|such|his|her|its|their|our|my)\b|.*[\"“”«»():;!?]",
    re.IGNORECASE,
)
"""A subject that is itself unclear."""
_LONGEST = 64


def with_its_name(sentence: str, before: str) -> str:
    """A sentence that begins with "it" or "they", with the one that the sentence `before` it tells of; else as it is."""
    if whose := _WHOSE.match(sentence):
        name = before and (_subject(before, many=bool(whose["many"])) or _only_name(before))
        return f"{whose['what']}of {in_words(('', name)).strip()} {sentence[whose.end() :]}" if name else sentence
    found = _PRONOUN.match(sentence)
    if found is None or not before or (found["one"] and _IMPERSONAL.match(sentence, found.end())):
        return sentence
    if found["one"] and _TOOK_PLACE.match(sentence, found.end()):
        name = _its_event(before) or event_name(before) or first_event(before)
    elif _DONE_TO.match(sentence, found.end()) and not ((verb := verb_of(before)) and (verb["passive"] or verb["to_come"])):
        # "The Ministry built a store. It was opened" tells of the store
        name = ""
    else:
        name = _subject(before, many=bool(found["many"]))
    return f"{name}{sentence[found.end() :]}" if name else sentence


_WHOSE = re.compile(
    r"(?:[Ii]ts|(?P<many>[Tt]heir))\s(?P<what>(?!own\b)(?:(?!(?:has|have|had|will)\b)[\w’'-]+\s){1,4}?)"
    r"(?=(?:was|were|(?:has|have|had)\sbeen|will\sbe|(?:had\s|will\s)?(?:met|meet)|(?:had\s)?(?:took|taken)\splace)\b)"
)
"""What something has of which the sentence before tells: "Its roof was mended"."""
_NAME = re.compile(r"\bthe\s(?:[A-ZÀ-Þ][\w’'-]+\s)+[A-ZÀ-Þ][\w’'-]+")


def _only_name(sentence: str) -> str:
    """The one thing that a sentence calls by its name; empty where it names none or several."""
    names = {" ".join(found[0].split()) for found in _NAME.finditer(sentence)}
    return names.pop() if len(names) == 1 else ""


_HELD_ITS = re.compile(
    r"\s(?:held|convened|had|(?:co-)?organi[sz]ed|hosted)\s(?:its|their)\s(?P<event>(?:[\w-]+\s){0,3}?[a-z]+)(?=\s(?:in|on|at|after|before|with|under|since|for)\b|[,;.]|$)"
)


def _its_event(sentence: str) -> str:
    """ "The guild held its first meeting after the law had been adopted": first meeting of the guild."""
    held = _HELD_ITS.search(sentence)
    if held is None or not last_event_noun(held["event"]):
        return ""
    subject = _subject(sentence, many=False) or _subject(sentence, many=True)
    return f"{held['event']} of {in_words(('', subject)).strip()}" if subject else ""


_DONE_TO = re.compile(
    rf"\s(?:(?:was|were|is|are|has\sbeen|have\sbeen|will\sbe)\s(?:\w+ly\s|also\s|then\s)?(?:{DEEDS}|{DOINGS})\b"
    r"|(?:came|went|entered)\sinto\b|took\seffect\b|(?:is|are|has\sbeen|have\sbeen)\sin\b"
    r"|(?:re)?(?:opened|closed|graduated)\b(?=\s(?:on|in|at|for)\b|[.,]|$))"
)
"""What is done to things, or what they do."""


def _subject(sentence: str, *, many: bool) -> str:
    """Of whom a sentence tells; empty where it does not say so in few words, or where that are not as `many`."""
    text = sentence[len(lead_of(sentence)) :]
    verb = verb_of(text)
    subject = without_aside(text[: verb.start()]).strip(" ,") if verb is not None else ""
    if not 3 < len(subject) <= _LONGEST or "," in subject or _NO_NAME.match(subject):
        return ""
    return subject if is_many(subject) == many else ""
