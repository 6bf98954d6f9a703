"""What a date tells that stands in a subordinate part of a sentence, in words of its own.

"It follows the law, which had been adopted in May" tells of May that the law had been adopted, and "since the pier was opened in
2010, fares have doubled" tells of 2010 that the pier was opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from db.models import Span
from importers.lexicon import DEEDS, SEVERAL, data, trie_pattern
from importers.sentences import SAID, lowered
from importers.tense import PARTICIPLE
from importers.titles.shortening import SMALL, verb_of
from importers.titles.subjects import is_many

_BE = r"(?:was|were|(?:had|has|have)\sbeen|is|are|(?:is|are)\s(?:being|to\sbe)|will\sbe)"
_CLAUSE = re.compile(
    r"(?:^|(?<=\s))(?:[Ss]ince|[Aa]fter|[Bb]efore|[Ww]hen|[Oo]nce|[Uu]ntil|[Aa]s\ssoon\sas|[Bb]ecause|[Aa]lthough|[Tt]hough|[Ww]here"
    rf"|(?:in|on|at|during|under|after|with|through|to|for|by|following)\swhich|whose|{SAID}\sthat)\s(?=\S)"
)
"""What leads to a clause with a subject of its own."""
_RELATIVE = re.compile(
    r"(?:,\s|\s)(?:(?P<part>(?:the|all|some|most|two|three|both)\s[^,;:.]{0,60}?\s?of)\s(?:which|whom)|which|that|who)\s"
    r"(?:\w+sel(?:f|ves)\s)?(?:"
    rf"(?P<did>{_BE}\s(?:\w+ly\s|also\s|first\s)?{PARTICIPLE}\b|(?:(?:had|has|have)\s)?(?:\w+ly\s|already\s|also\s)?{PARTICIPLE}\b)"
    r"|(?P<who>(?:(?:the|an?|its|their|two|three|four|five|six)\s[^\s,;:.]+|it|he|she|they|(?P<we>we)|(?=[A-ZÀ-Þ])\w+)\b"
    r"(?:(?!\b(?:was|were|is|are|been|be|had|has|have|will|would|should|shall|may|might|can|could|must)\b)[^,;:.]){0,70}?)\s"
    rf"(?P<made>(?:(?:had|has|have)\s)?(?:\w+ly\s|already\s|also\s)?(?:{PARTICIPLE}|gave|wrote|ran|drew)(?:\s(?:out|up|over))?)(?=\s))"
)
"""A relative clause: what the thing before it did or was, or what somebody did to it."""
_ONLY_WAS = re.compile(
    r"(?:(?:was|were|had been)\s)?(?:held|lasted|took|revolved|ran|met|seen|said|called|aimed|needed|focused|dealt|sat|stood)\b"
)
"""How a relative clause begins that tells no more than that the thing took place, or what it was about."""
_EARLIER = re.compile(r"\b(?:since|after|following|before|until|preceding|(?:in|as\sa)\sfollow-up\sto)\s$")
"""Before what took place at another time than what the sentence tells."""
_DEED = re.compile(
    r"(?:(?P<comma>,)\s(?:\w+ly\s|first\s|jointly\s)?(?P<beside>\w{3,}ed|built|rebuilt|begun|held|drawn\sup|set\sup)"
    rf"|\s(?:\w+ly\s|first\s|jointly\s)?(?P<done>{DEEDS}|begun))(?=\s)"
)
"""A participle beside a thing: "the law, adopted", "a plan endorsed"."""
_DONE = re.compile(
    r"(?:^|(?<=\s))(?:[Ss]ince|[Aa]fter|[Bb]efore|[Ff]ollowing|[Uu]ntil)\sthe\s(?:\w+\s)?(?=(?:adoption|approval|closure|creation|establishment"
    r"|foundation|founding|inauguration|introduction|launch|opening|publication|ratification|reopening|signing|signature)\sof\s)"
)
"""What leads to a deed that is told by a noun: "since the| adoption of the law in 2004"."""
_BEFORE_VERB = re.compile(
    r"(?:\b(?:was|were|is|are|be|been|being|has|have|had|will|not|and|or|who|which|that|to|also|they|it|he|she|we)|\w+ly)[\s,]*$",
    re.IGNORECASE,
)
"""Before a word that is no participle beside a thing."""
_STOP = re.compile(
    r"[;:]|,(?=\s)(?!\s[A-ZÀ-Þ][\w’'-]+(?:,\s[A-ZÀ-Þ][\w’'-]+){0,5}\sand\s[A-ZÀ-Þ][\w’'-]+\s(?:in|on|at|from|between|during|since|until)\s)"
)
"""Where a part of a sentence ends; no comma of a list of names before a date."""
_OVER = re.compile(
    r"\s(?:and\s(?=(?:has|have|is|are|was|were|will|had|now|\w{3,}ed)\b)|(?=(?:it|they|he|she|we|there)\s)"
    r"|(?=(?:has|have|had|is|are|was|were|will)\b|\w{3,}ed\s(?:the|an?|its|their|that)\b))"
)
"""Where a clause is over behind its date: " and has since then ...", " it has ..."."""
_SUBJECT = re.compile(
    r"(?:the|an?|its|their|this|these|those|it|they|he|she|we|no|all|some|[A-ZÀ-Þ]"
    r"|\w+\s(?:\w+\s){0,3}?(?:was|were|had|has|have)\b)"
)
_ANOTHER_VERB = re.compile(
    rf"\b(?:{_BE}\s(?:\w+ly\s)?{PARTICIPLE}|(?:had|has|have)\s{PARTICIPLE}|took|came|followed|began|started)\b"
)
_TOLD_BEHIND = re.compile(r",\s(?:has|have|had|is|are|was|were|will|([a-z]+))\b")
"""Where the sentence goes on behind the comma that ends what is told beside its subject."""
_REACH = 400
"""Characters before a date in which a clause of its own may begin."""


def aside(text: str, date: Span) -> tuple[Span, ...]:
    """The parts of a sentence that tell of its date at `text[slice(*date)]`, in the order of a title; none where all of it does."""
    at, end = date
    stop = _STOP.search(text, end)
    over = _OVER.search(text, end, stop.start() if stop else len(text))
    close = over.start() if over else stop.start() if stop else len(text)
    first = max((found.start() for found in _STOP.finditer(text, 0, at)), default=0)
    first = max(first, at - _REACH)
    found = [
        *((match, _clause) for match in _CLAUSE.finditer(text, first, at)),
        *((match, _relative) for match in _RELATIVE.finditer(text, first, at)),
        *((match, _deed) for match in _DEED.finditer(text, first, at)),
        *((match, _done) for match in _DONE.finditer(text, first, at)),
    ]
    for match, read in sorted(found, key=lambda one: one[0].start(), reverse=True):
        if parts := read(text, match, date, close):
            return parts
    return _second(text, at)


_FURTHER = re.compile(r"[;:]\s(?:and\s|but\s)?|,\s(?:and|but|while|whilst|whereas)\s(?=(?:the|an?|this|it|they|he|she)\s|[A-ZÀ-Þ])")
"""What leads to a further clause: a colon, ", and the"."""


def _second(text: str, at: int) -> tuple[Span, ...]:
    """ "No word was said of fares; the mayors met in May": what stands behind a colon, where it and what is before have a verb."""
    marks = list(_FURTHER.finditer(text, 0, at))
    if not marks:
        return ()
    mark = marks[-1]
    further = _FURTHER.search(text, at)
    end = further.start() if further else len(text)
    return ((mark.end(), end),) if verb_of(text[: mark.start()]) and verb_of(text[mark.end() : end]) else ()


def in_words(parts: Iterable[str]) -> str:
    """Parts of a sentence one behind the other; an article that began the sentence is small where it does so no longer."""
    first, *others = parts
    return " ".join((first, *(_ARTICLE.sub(lambda found: found[0].lower(), other) for other in others)))


_ARTICLE = re.compile(r"^(?:The|An?)\b")


def _clause(text: str, found: re.Match[str], date: Span, close: int) -> tuple[Span, ...]:
    """ "Since the pier was opened in 2010, ...": the clause."""
    begins = found.start() == 0
    if begins and (close == len(text) or _PRONOUN.match(text, found.end())):
        return ()
    if _SUBJECT.match(text, found.end()) is None:
        return ()
    verb = verb_of(text[found.end() : close])
    if found[0].startswith("whose") and verb is not None and _ONLY_WAS.match(verb[0]):
        return ()
    if verb is None or verb[0].startswith(_PRESENT) or _ANOTHER_VERB.search(text, found.end() + verb.end(), date[0]):
        return ()
    return ((found.end(), close),)


_PRONOUN = re.compile(r"(?:it|they|he|she|we|its|their|his|her)\b")
"""What stands for a name that comes only behind it: "Since it was opened in 2009, the pier"."""
_PRESENT = ("is ", "are ", "will ", "would ")
"""How the verb of the sentence itself begins behind "after the courses"."""


def _relative(text: str, found: re.Match[str], date: Span, close: int) -> tuple[Span, ...]:
    """ "the law, which had been adopted in May": the law, had been adopted; "the post that Japan built": Japan built, the post."""
    told = found["did"] or found["made"]
    name = _name(text, found.start(), told, nearest=not found[0].startswith(","))
    if (
        name is None
        or (_ONLY_WAS.match(told) and not _EARLIER.search(text, 0, name[0]))
        or _ANOTHER_VERB.search(text, found.end(), date[0])
    ):
        return ()
    if not found[0].startswith(",") and verb_of(text[: found.start()]) is None:
        # the verb of the sentence stands right behind the date
        close = min(close, date[1])
    if found["part"]:
        return (found.span("part"), name, (found.start("did"), close)) if found["did"] else ()
    if found["did"]:
        return name, (found.start("did"), close)
    if found["we"]:
        return name, (found.start("made"), close)
    return (found.start("who"), found.end("made")), name, (found.end("made"), close)


def _deed(text: str, found: re.Match[str], date: Span, close: int) -> tuple[Span, ...]:
    """ "the law, adopted in May, ...": the law, adopted."""
    relative = _IN_RELATIVE.search(text, 0, found.start())
    if _BEFORE_VERB.search(text, max(0, found.start() - _NEAR), found.start()) or (
        relative is not None and not _ANOTHER_VERB.search(text, relative.start(), found.start())
    ):
        return ()
    if verb_of(text[: found.start()]) is None and not (found["comma"] and _goes_on_behind(text, close)):
        # the verb of the sentence is not behind it, so it is this
        return ()
    name = _name(text, found.start(), found["beside"] or found["done"], nearest=not found["comma"])
    if name is None or not (found["comma"] or _WORDS.search(text, *name) or _nouns().search(lowered(text[slice(*name)]))):
        return ()
    return name, (found.start("beside" if found["comma"] else "done"), close)


def _done(text: str, found: re.Match[str], date: Span, close: int) -> tuple[Span, ...]:
    """ "Fares have doubled since the opening of the pier in 2010": the opening of the pier."""
    told = text[found.end() : date[0]]
    if "," in told or verb_of(told) or not (verb_of(text[: found.start()]) or verb_of(text[close:])):
        return ()
    return ((found.end(), min(close, date[1])),)


def _goes_on_behind(text: str, comma: int) -> bool:
    """Whether the sentence goes on behind a comma with its verb, or with the next of a list."""
    told = _TOLD_BEHIND.match(text, comma)
    return told is not None and told[1] not in SMALL - {"and"}


_WORDS = re.compile(r"\s\S+\s\S|[A-ZÀ-Þ]")
"""A name of more than one word behind its article: "the work begun in May" says too little."""
_NEAR = 24
"""Characters in which the word before another stands."""
_IN_RELATIVE = re.compile(r"\b(?:which|who|whom|that)\b[^,;:]*$")
"""Before a participle that is the verb of a relative clause: "the pact that the two towns signed"."""


@cache
def _nouns(kinds: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Nouns of events and of what is opened, adopted, handed over; of some `kinds`, or of all."""
    nouns = [noun for kind, sorts in data("kinds").items() if kind in kinds or not kinds for noun in sorts.get("nouns", {})]
    return re.compile(rf"(?<![\w-])(?:{trie_pattern(nouns)})(?!\w)")


_FOUNDED, _NAMED = re.compile(r"\b(?:established|founded|created|set\sup|formed)\b"), re.compile(r"\w+\s[A-ZÀ-Þ]")
"""What is done to a body, and how one is called: of "with the help of the Lake Guild, which was founded in May" it is the guild."""
_NUMBER = re.compile(r"(?:(?:was|is|has)|(?P<many>were|are|have))\b")
_FITTING = (
    (
        ("training", "meeting", "review", "campaign", "visit", "operation"),
        re.compile(r"\b(?:held|convened|hosted|(?:co-)?organi[sz]ed|conducted|attended|ran)\b"),
    ),
    (("agreement", "road-map"), re.compile(r"\b(?:adopted|approved|enacted|endorsed|ratified|signed|concluded)\b")),
)
"""Kinds of things, and what is done to no other: of "a meeting on a law that the guild convened" it is the meeting."""
_JOINT = re.compile(r"\s(?:of|on|for|between|to|against|in|at|from|with|by|among|about|under|and)\s")


_DETERMINERS = frozenset(
    ("the", "a", "an", "its", "their", "his", "her", "this", "these", "those", "both", "all", "another", *SEVERAL)
)
_JOINED_BY = frozenset(("of", "on", "for", "between", "to", "against", "in", "at", "from", "with", "by", "among", "about", "under"))
"""Prepositions inside the name of a thing."""
_OVER_BEFORE = frozenset(("after", "before", "over", "that", "follow", "follows", "but", "may", "–", "—"))
_NOT_IN_NAME = (SMALL - _DETERMINERS - _JOINED_BY - {"and"}) | _OVER_BEFORE
_BESIDE = re.compile(
    r",\s(?:worth|valued|costing|called|named|with|without|estimated|now|then|\w+ed\s(?:by|of|from|with|in))\s(?:[^,;:]|,(?=\d))*,?$"
)
"""What is told of a name before something else is: "an ambulance, worth 41,000 dollars, which was ..."."""
_PAIR = 80
"""Characters before the second of two in which "between" stands."""
_ONE_OF_TWO = re.compile(r"(?<!,)\s(?:and|or)\s$")
"""Before a name that is the last of two: "the Prime Minister and| the Minister of Justice, who opened the court"."""
_TOKEN = re.compile(r"\S+")
_QUOTED = re.compile(r"[\"“«][^\"“”«»]+[\"”»]$")
"""A name between quotation marks, which is one word of the name that ends with it."""


def _name(text: str, end: int, told: str, *, nearest: bool) -> Span | None:
    """Where the name stands of the thing of which `told` is told at `end`, without whose it is where it is called by its name."""
    found = _whole_name(text, end, told, nearest=nearest)
    own = _OWN.match(text, found[0]) if found is not None else None
    return (own.end(), found[1]) if own is not None and found is not None else found


_OWN = re.compile(r"(?:its|their|his|her|our|your)\s(?=[A-ZÀ-Þ][\w’'-]*\s[A-ZÀ-Þ])")
"""Before a name that says enough alone: "their| Lake Partnership"."""


def _whole_name(text: str, end: int, told: str, *, nearest: bool) -> Span | None:
    """Where the name stands of the thing of which `told` is told at `end`.

    Of "the report of the Centre on boats" it is the part that a deed can be done to; else the `nearest` that begins with an article
    and its like, or the whole.
    """
    end = len(text[:end].rstrip(" ,"))
    if (beside := _BESIDE.search(text, 0, end)) is not None:
        end = beside.start()
    begins = [begin for begin in _begins(text, end) if begin < end]
    if (number := _NUMBER.match(told)) is not None:
        begins = [begin for begin in begins if is_many(text[begin:end]) == bool(number["many"])] or begins
    fixed = [begin for begin in begins if text[begin:end].split(" ", maxsplit=1)[0].lower() in _DETERMINERS]
    fitting = next((kinds for kinds, deeds in _FITTING if deeds.search(told)), ())
    for begin in sorted(begins, reverse=nearest) if fitting else ():
        head = _JOINT.split(text[begin:end], maxsplit=1)[0]
        if _nouns(fitting).search(lowered(head)):
            return begin, end
    for found in reversed(list(_NOUN_BEGINS.finditer(text, max(0, end - _REACH), end))) if fitting else ():
        # "a training on HIV and law enforcement, held in Osh"
        head = text[found.start() : end]
        if _NAME_OVER.search(head) is None and _nouns(fitting).search(lowered(head)):
            return found.start(), end
    called = [begin for begin in fixed if _NAMED.match(text, begin)] if _FOUNDED.search(told) else []
    if called:
        return called[0], end
    for begin in (*fixed, *begins):
        if _nouns().search(lowered(text[begin:end])):
            return begin, end
    if begins and _ONE_OF_TWO.search(text, 0, begins[-1]):
        return None
    chosen = (fixed or begins)[0 if nearest and fixed else -1 :][:1]
    return (chosen[0], end) if chosen else None


_NOUN_BEGINS = re.compile(r"\b(?:an?|the|its|their)\s")
_NAME_OVER = re.compile(r"[,;:.]\s|\b(?:was|were|is|are|has|had|and\s(?:the|an?|its|their))\s")
"""What no name holds."""


def _begins(text: str, end: int) -> list[int]:
    """Where a name that ends at `end` may begin, from the shortest to the longest."""
    first = max(0, text.rfind(" ", 0, max(0, end - _REACH)))
    called = _QUOTED.search(text, first, end)
    tokens = [(found.start(), found[0]) for found in _TOKEN.finditer(text, first, called.start() if called else end)]
    tokens += [(called.start(), called[0])] if called else []
    begins: list[int] = []
    start = end
    for place in range(len(tokens) - 1, -1, -1):
        at, word = tokens[place]
        before = tokens[place - 1][1] if place else ""
        if _is_over(text, at, word, before, start):
            break
        if word in _JOINED_BY:
            begins.append(start)
        start = at
        if word.lower() in _DETERMINERS:
            begins.append(at)
            if before not in _JOINED_BY and not _is_pair(text, at, before):
                return begins
    if text[start:end].split(" ", maxsplit=1)[0].lower() not in _JOINED_BY:
        begins.append(start)
    return begins


def _is_over(text: str, at: int, word: str, before: str, start: int) -> bool:
    """Whether the name whose rest begins at `start` has ended before a word at `at`, itself behind the word `before`."""
    following = text[start:].split(" ", maxsplit=1)[0] if start < len(text) else ""
    if word == "and":
        # a list of names goes on: "the Convention on Drugs and Substances"
        return not (_is_pair(text, at, word) or following[:1].isupper())
    if word.endswith(","):
        return not (following[:1].isupper() and word[:1].isupper())
    if word == "to":
        # what is to be done is no part of a name
        return following[:1].islower() and following not in _DETERMINERS
    adjective = before.lower() in _DETERMINERS
    ended = word.endswith((";", ":")) or word.strip("()\"“”«»'’") in _NOT_IN_NAME
    return ended or (word.islower() and word.endswith("ed") and not adjective)


def _is_pair(text: str, at: int, word: str) -> bool:
    """Whether an "and" at `at`, or before it, joins two between which something is: "between Nigeria and the Union"."""
    return word == "and" and "between " in text[max(0, at - _PAIR) : at]
