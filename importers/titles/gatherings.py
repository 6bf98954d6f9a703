"""The event before the people: "The Ministry therefore held a workshop on maps in Osh" has "workshop on maps in Osh" for title."""

from __future__ import annotations

import re
from functools import cache

from importers.lexicon import data, trie_pattern
from importers.places.finding import find_countries
from importers.sentences import lowered
from importers.titles.shortening import LONGEST, verb_of, whole
from importers.titles.subjects import PEOPLE

_THE = r"(?:(?:an?|the|its|their|this|another)\s)?"
_PLACE = r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,3}"
_HELD = re.compile(
    r"(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?:held|hosted|(?:co-)?organi[sz]ed|conducted|ran|convened|arranged|delivered|staged"
    rf"|facilitated|presided\sover|chaired|addressed)\s(?!by\b|in\b|at\b|on\b|for\b|with\b){_THE}(?=[\w“\"])"
)
"""What is said of those who make an event."""
_MET = re.compile(
    r"(?:met|gathered|came\stogether|assembled|sat\s(?:down\s)?together)\s"
    rf"(?:(?:in|at)\s(?P<place>{_PLACE}(?:,\s[A-ZÀ-Þ][\w’'-]+)?),?\s)?(?:for|at|in|during|to\s(?:attend|hold))\s{_THE}(?=[\w“\"])"
)
"""What is said of those who come to one."""
_BROUGHT = re.compile(rf"(?:gathered|brought\stogether|assembled|united)\s[^,;:\d]{{3,90}}?\s(?:for|at|in)\s{_THE}(?=[\w“\"])")
"""What is said of who brings them there."""
_ATTENDED = re.compile(
    rf"(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?:attended|joined|completed|took\spart\sin|participated\sin|went\sthrough)\s{_THE}(?=[\w“\"])"
)
"""The same of those for whom it is."""
_BEFORE_NOUN = r"(?:(?!(?:of|on|for|in|to|about|against|with|at|by|and|from)\s)[\w’'.&-]+,?\s){0,6}?"
"""What may stand in front of the noun of an event: "third high-level | meeting"."""
_ABOUT = re.compile(
    rf"(?:\s[\w-]+)?(?:\s(?:in|at)\s(?:the\s)?{_PLACE})?(?:\s(?:on|of|for|about|against|to|between)\s|\s(?:\w+\s){{0,2}}[“\"«])"
)
"""What is told right behind it: what it is about, or its name."""
_THING = re.compile(
    r"\s(?:cent(?:re|er)|college|school|institute|academy|facilit|room|hall|ground|unit|site|institution|equipment|material|department"
    r"|manual|need|programme|project|curricul|plan|module)"
)
_ENDS = re.compile(
    r"[;:.]\s|\s[–—-]\s|,?\s(?:which|who|where|when|while|whose|that|thus|because|so\sthat)\b"
    r"|,\s(?!(?:[\w’'-]+\s){1,4}?(?:and|or)\s|[\w’'-]+(?:\s[\w’'-]+)?,\s)"
    r"|,?\sand\s(?:\w+ed\b|held|met|took|gave|made|were|was|had|it\b|they\b|the\s\w+\s(?:was|were)\b)"
    r"|\s(?:organi[sz]ed|held|hosted|funded|financed|supported|convened|facilitated|conducted|delivered)\b"
)
"""Where an event's name is over, and all that belongs to it."""


def gathering(sentence: str) -> str:
    """The event that a sentence says its subject held or came to, and what it was about; empty where it tells neither."""
    verb = verb_of(sentence)
    found = verb and next((one for told in (_HELD, _MET, _BROUGHT, _ATTENDED) if (one := told.match(sentence, verb.start()))), None)
    if verb is None or found is None:
        return ""
    rest = sentence[found.end() :]
    noun = _held_nouns().match(lowered(rest))
    if noun is None or _ABOUT.match(rest, noun.end()) is None or _THING.match(rest, noun.end()):
        return ""
    ends = _ENDS.search(rest, noun.end())
    name = whole(rest[: ends.start()] if ends else rest)
    place = found["place"] if found.re is _MET else None
    if place and place not in name:
        name = f"{name} in {place}"
    elif found.re is _ATTENDED and " for " not in name and PEOPLE.match(sentence):
        people = _inside(sentence[: verb.start()].strip())
        with_people = f"{name} for {people}"
        name = with_people if len(with_people) <= LONGEST and "," not in people else name
    said = len(_LONG_WORD.findall(name))
    return name if said >= (_SAYS_LEAST if len(sentence) > LONGEST else _SAYS_ENOUGH) else ""


def _inside(people: str) -> str:
    """A subject inside a sentence: "Forty officers" is "forty officers", "UNODC staff" and "Tajik officers" stay."""
    named = not people[1:2].islower() or any(not place.start for place in find_countries(people))
    return people if named else people[:1].lower() + people[1:]


_LONG_WORD = re.compile(r"[\w’'-]{4,}|\d+|[A-Z]{2,}")
_SAYS_LEAST, _SAYS_ENOUGH = 3, 4
"""Words of an event that says enough without those who held it, where there is no room for both, and where there is."""


def event_name(text: str) -> str:
    """The name of the event that a sentence speaks of: "International Conference on Migration in Osh"; empty where it has none.

    It begins behind an article, a preposition or a verb and ends where something is said of it.
    """
    noun = _strong_nouns().search(lowered(text))
    if noun is None:
        return ""
    quoted = _QUOTED_NAME.match(text, noun.end())
    ends = _EVENT_ENDS.search(text, quoted.end() if quoted else noun.end())
    end = ends.start() if ends else len(text)
    begin = max(found.end() for found in _EVENT_BEGINS.finditer(text, 0, noun.start()))
    if _OF.search(text, begin, noun.start()) or _THING.match(text, noun.end()):
        return ""
    name = whole(text[begin:end])
    verb = verb_of(name)
    adjective = verb is not None and verb.end() < noun.start() - begin and verb[0].endswith("ed") and " " not in verb[0]
    return name if len(name.split()) > _NAMED and (verb is None or adjective) else ""


_EVENT_ENDS = re.compile(
    r"[.;:()]|,\s|\s[–—-]\s|\s(?:was|were|is|are|has|had|have|took|which|who|that|where|when|brought|held|will|would|by|with"
    r"|under|as|to|there"
    r"|(?:co-?)?(?:organi[sz]|host|fund|financ|support|attend|entitl|titl|dedicat|focus|aim|designed|conduct|conven)\w*)\b"
)
"""Where the name of an event is over."""
_QUOTED_NAME = re.compile(r"(?:\s\w+){0,3}\s(?:\"[^\"]+(?:\"|$)|“[^”]+(?:”|$)|«[^»]+(?:»|$))")
_EVENT_BEGINS = re.compile(r"(?:^|[,;:(]\s|\b(?:the|an?|its|their|this|another)\s)", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|on|for|in|to|about|against)\s")
_NAMED = 3
"""The name of an event has so many words at least."""


@cache
def _nouns(least: float) -> str:
    """Nouns that name something that takes place at least so strongly, in lower case, as a pattern."""
    kinds = (data("kinds")[kind] for kind in ("training", "meeting", "review", "campaign", "visit", "operation"))
    nouns = [noun for sorts in kinds for noun, weight in sorts.get("nouns", {}).items() if weight >= least]
    return rf"(?<![\w-])(?:{trie_pattern(nouns)})(?!\w)"


@cache
def _held_nouns() -> re.Pattern[str]:
    """Nouns of what people hold or come to, behind what stands in front of them."""
    return re.compile(rf"{_BEFORE_NOUN}(?:{_nouns(1.7)}|(?:opening|inauguration|launch|signing|hand-?over)(?=\sof\b))")


@cache
def _strong_nouns() -> re.Pattern[str]:
    return re.compile(_nouns(2.4))
