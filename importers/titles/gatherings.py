"""The event before the people: "The Ministry therefore held a workshop on maps in Osh" has "workshop on maps in Osh" for title."""

from __future__ import annotations

import re
from functools import cache

from importers.lexicon import data, trie_pattern
from importers.places.finding import find_countries
from importers.sentences import lowered
from importers.titles.shortening import LONGEST, verb_of, whole
from importers.titles.subjects import PEOPLE, without_aside

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
    r"\s(?:cent(?:re|er)|college|school|institute|academy|facilit|room|hall|ground|unit|site|institution|equipment|material|department|command"
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


_SERIES = r"(?:a\s(?:series|set|round|cycle)\sof\s)"
_ON_THE_WAY = re.compile(
    r"\s(?:during|at|through|in(?:\sthe\scourse\sof)?)\s"
    rf"(?:{_SERIES}|(?:an?|the|its|their|another|two|three|four|five|several)\s)(?=[\w“\"])"
)
"""What leads to the event at which something is done: "learned to swim during| a course"."""
_MATTER = re.compile(
    r"\s(?:was|were)\s(?:the|an?)\s(?:main\s|central\s)?(?:subject|topic|theme|message|focus|aim|purpose|matter|business|point)\s(?:of|at)\s"
    rf"(?:{_SERIES}|{_THE})(?=[\w“\"])"
)
"""What is said of what an event is about: "Tolls were the subject of a conference"."""
_TALKED = re.compile(
    r"(?:discussed|debated|reviewed|examined|considered|assessed|explored|studied|analy[sz]ed|looked\s(?:at|into)|talked\sabout|reflected\son)"
    r"\s(?=(?:the|an?|its|their|how|what|[a-z]+s)\s)"
)
"""What people do with what their event is about."""
_GONE = re.compile(
    r"\s(?:being\s)?(?:held|hosted|(?:co-)?organi[sz]ed|conducted|convened|given|run)(?:\sby\s[^,;:]{3,60}?)?(?=\s(?:in|at)\s(?:the\s)?[A-ZÀ-Þ])"
)
"""What stands between an event and its place: "a course held by the guild| in Osh"."""
_CAME = re.compile(
    r"(?:learn(?:ed|t)|looked|took\spart|participated|sat|gathered|convened|practi[sc]ed|rehearsed|worked|spent|compared|exchanged|shared|heard"
    r"|(?P<taught>(?:was|were|(?:has|have|had)\sbeen)\s(?:\w+ly\s)?(?:taught|instructed|coached)))\b"
)
"""What people do who come to an event, and what is done to them."""
_TAUGHT = re.compile(r"\b(?:training|course|workshop|seminar|lesson|session|class|internship)", re.IGNORECASE)
"""Events that are for somebody."""


def gathering_on_the_way(sentence: str) -> str:
    """The event at which people did what a sentence says of them, and what it was about or for whom; empty where it names none."""
    sentence = _GONE.sub("", sentence[:_REACH])
    if matter := _MATTER.search(sentence):
        about = sentence[: matter.start()]
        name = _named(sentence[matter.end() :])
        if name and len(about) <= _TOPIC and _PLAIN.match(about):
            return _with_topic(name, about)
        return name if len(_LONG_WORD.findall(name)) >= _SAYS_ENOUGH else ""
    verb = verb_of(sentence)
    if verb is None:
        return ""
    talked, came = _TALKED.match(sentence, verb.start()), _CAME.match(sentence, verb.start())
    for found in _ON_THE_WAY.finditer(sentence, verb.start()) if talked or came else ():
        name = _named(sentence[found.end() :])
        if not name:
            continue
        about = sentence[talked.end() : found.start()] if talked else ""
        if about and "," not in about and len(with_topic := _with_topic(name, about)) <= LONGEST:
            return with_topic
        people = _inside(without_aside(sentence[: verb.start()]).strip(" ,"))
        if _TAUGHT.search(name) and " for " not in name and PEOPLE.match(people):
            for whom in (people, _WHENCE.split(people, maxsplit=1)[0]):
                if len(for_them := f"{name} for {whom}") <= LONGEST:
                    return for_them
        enough = _ON.search(name) or (came and not came["taught"] and not came[0].startswith("learn"))
        return name if enough and len(_LONG_WORD.findall(name)) >= _SAYS_ENOUGH else ""
    return ""


_WHENCE = re.compile(r"\s(?:of|from|in|for|at)\s")
"""What goes before where people come from."""
_REACH = 400
"""Characters of a sentence in which the event is looked for."""
_ON = re.compile(r"\s(?:on|about)\s")
_TOPIC = 60
"""Characters of what an event is about, before it is named."""
_PLAIN = re.compile(r"(?!(?:it|that|this|these|what|they|he|she|how|there|which)\b)[^,;:]+$", re.IGNORECASE)


def _with_topic(name: str, about: str) -> str:
    about = about.strip()
    about = about if about[1:2].isupper() else about[:1].lower() + about[1:]
    return name if _ON.search(name) else f"{name} on {about}"


def _named(rest: str) -> str:
    """The name of the event that a text begins with, and all that belongs to it; empty where it begins with none."""
    noun = _held_nouns().match(lowered(rest))
    if noun is None or _THING.match(rest, noun.end()):
        return ""
    called = _QUOTED_NAME.match(rest, noun.end())
    ends = _ENDS.search(rest, called.end() if called else noun.end())
    return whole(rest[: ends.start()] if ends else rest)


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


def first_event(text: str) -> str:
    """The first event of which a text says what it is about; empty where there is none."""
    names = (_named(text[found.end() : found.end() + _REACH]) for found in _ARTICLE.finditer(text, 0, _REACH))
    return next((name for name in names if _ABOUT_IT.search(name)), "")


_ARTICLE = re.compile(r"\b(?:an?|the)\s(?=\w)")
_ABOUT_IT = re.compile(r"\s(?:on|for|of|about|to)\s")


def last_event_noun(text: str) -> str:
    """The noun of the event that a text names last: "course"; empty where it names none, or several."""
    found = [one[0] for one in _all_nouns().finditer(lowered(text))][-1:]
    return found[0] if found and not found[0].endswith("s") else ""


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
def _all_nouns() -> re.Pattern[str]:
    return re.compile(_nouns(1.7))


@cache
def _strong_nouns() -> re.Pattern[str]:
    return re.compile(_nouns(2.4))
