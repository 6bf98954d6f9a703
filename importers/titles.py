"""A title that a person would write: the heading where it says what happened, else the sentence without its trimmings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from db.models import Span
from importers.kinds import score_kinds
from importers.lexicon import data, word_list
from importers.readers.plain import is_capital

LONGEST, SHORTEST = 90, 10
"""How long a title may be, in characters."""
_LEAD = re.compile(
    r"(?:(?:In|On|At|From|Between|Within|During|By|Since|After|Before|Following|Throughout|Earlier|Later|Last|Only|Moreover|Furthermore|"
    r"Finally|Additionally|Meanwhile|Recently|Subsequently|As|To|Under|With|For|Through|Thanks|Prior|Also|Then|There)\b[^,;:]{0,110},\s+"
    r"|(?:Also|Then|Moreover|Finally|Meanwhile|Recently|Earlier|Later)\s+)+"
)
_CUT = re.compile(
    r"[;:]\s|,\s(?!(?:and|or)\b)|\s[–—-]\s|\s(?=and\s(?:\w+ly\s)?\w+ed\b)|\s(?=(?:which|who|where|when|while|within|under|aimed"
    r"|aiming|in order|designed|including|attended|as well as|as part|in the framework|in cooperation|in close cooperation"
    r"|on the basis|that|through|thanks|following|to discuss|to support|organi[sz]ed by|with the|so that|because|after|before"
    r"|during)\b)"
)
_DATELINE = re.compile(r"^[A-Z][A-Za-z’' ]{2,24}?(?:,\s[^–—-]{2,24})?,?\s[–—-]\s(?=[A-Z])")
"""Where and when a report was written, before it begins: "MAPUTO, 3 July – "."""
_TIME = re.compile(
    r"[\s,]*(?:\b(?:only|just|shortly)\s)?\b(?:on|in|from|during|since|between|at|for|by|as early as|throughout|until)"
    r"(?:\s+the)?(?:\s+(?:night|morning|evening|week|month|day|days|period|years?|course)\s+of)?\s*$",
    re.IGNORECASE,
)
_DATES_FROM = re.compile(r"\bdat(?:es?|ed|ing)(?:\sback)?$")
"""What makes no sense without its date: "the memorandum dates from 4 May 1996"."""
_ASIDE = re.compile(
    r"\b(?:the|a|an|its|their|this)\s(?P<what>(?:[\w’'-]+\s){0,5}[\w’'-]{4,}),\s"
    r"(?P<done>(?:held|opened|signed|adopted|launched|published|established|approved|set up)"
    r"(?:\s(?:in|at|by)\s[\w’'-]+(?:\s[\w’'-]+){0,3})?)$"
)
"""An event in an aside at a sentence's end: "... what they had promised at the fifth meeting, held in Almaty"."""
_NO_BEGINNING = frozenset(data("words")["no_beginning"])
_ED = re.compile(r"\b[a-z]{2,}ed\b")
_SHORT = 30
"""A cut before this leaves too little."""
_NAME_WORDS = 5
_SAID = 18
"""Characters of what was done that a title needs after its verb."""
_HELPED = re.compile(
    r",?\s(?:together with|jointly with|(?:in|with)\s(?:an?\s|the\s)?(?:\w+\s){0,2}(?:cooperation|co-operation|collaboration|"
    r"partnership|coordination|support|assistance|help|participation)\s(?:with|of|from|by))\b"
)
"""Where a subject goes over to who helped: ", in close cooperation with ...", " with the support of ..."."""
_BESIDE = re.compile(r",\s(?!and\b|or\b)[^,]{3,}(?:,\s(?!and\b|or\b)|,?$)")
"""What stands beside a subject: ", a shelter with forty beds, "."""
_ORIGIN = (
    re.compile(r",?\s(?:from|at|in|for|on|under|between|responsible|representing)\s"),
    re.compile(r",?\sof\s"),
)
"""Where a subject goes over to where it comes from; "of" last, since names hold it."""
_NO_SUBJECT = re.compile(
    r"[:;\"“”«»]|^\w+ed\b|^(?:[Oo]n|[Ii]n|[Aa]t|[Tt]o|[Ff]or|[Bb]y|[Ww]ith|[Uu]nder|[Tt]h[oe]se who)\b"
    r"|\b(?:which|who|that|where|is|are)\b"
)
_SHORTEST_OBJECT = 6
"""Characters after the verb, below which it was not said what was done to what."""
_HEAD = 10
"""The shortest subject, in characters."""
_VERB = re.compile(
    r"\b(?:(?:has|have|had|was|were)\s(?:been\s)?(?:\w+ly\s)?[a-z]+(?:ed|en|ne|wn|ld|de|ght|nt|rn|et|un)|(?:took|taken)\s(?:part|place|stock)"
    r"|came\stogether|brought\stogether|handed\sover|met|held|led|began|ran|gave|went"
    r"|(?:\w+ly\s)?[a-z]{2,}ed(?!\s(?:by|in|at|on|for|to|with|under|from|as)\b))\b"
)
_NOUN_GOES_ON = re.compile(
    r"\b(?:which|who|that|the|a|an|of|and|or|by|for|in|with|its|their|newly|recently|jointly|[\d]+)$", re.IGNORECASE
)
"""Before a participle that is no verb: "the one that opened", "newly established", "of interested"."""
_PAREN = re.compile(r"\s*\([^()]{1,60}\)")
_SPACE = re.compile(r"\s+")
_SMALL = frozenset(data("words")["small"])


@cache
def _happened() -> re.Pattern[str]:
    return word_list(data("telling")["held"])


def says_what_happened(heading: str) -> bool:
    """Whether a heading tells an event: it holds a verb for one, or names an event strongly."""
    score = score_kinds(heading)
    return (score.verb or score.strength >= 2.4) and len(heading.split()) >= 3


def title_of(heading: str, sentence: str, names: frozenset[str]) -> str:
    """A title of 10 to 90 characters on one line.

    `heading` is empty where it does not speak of this event; `names` are the words that keep their capitals.
    """
    heading = _SPACE.sub(" ", heading).strip(" .:*")
    if heading and says_what_happened(heading):
        made = shortened(in_sentence_case(heading, names) if is_capital(heading) else heading)
        if len(made) >= SHORTEST:
            return made
    return from_sentence(sentence, heading)


def without_times(sentence: str, dates: Sequence[Span]) -> str:
    """The sentence without its dates, which a title need not say again, and the words that lead to them.

    A date that no such word leads to stays, unless it begins the sentence: "the 2011 survey";
    so does one that something dates from.
    """
    parts = []
    at = 0
    sentence = sentence.replace(" | ", ",  ")
    for start, end in dates:
        before = sentence[at:start]
        lead = _TIME.search(before)
        if lead is not None and _DATES_FROM.search(before[: lead.start()]):
            continue
        if lead is None and before.strip(" ,|") and not before.rstrip().endswith((",", "|")):
            continue
        parts.append(before[: lead.start()] if lead else before)
        at = end
    parts.append(sentence[at:])
    text = " ".join(part.strip() for part in parts if part.strip(" ,"))
    text = re.sub(r"(?:,?\s(?:and|or|to))?\s+respectively\b", "", text).replace(" | ", ", ")
    return re.sub(r"\s+([,.;:)])", r"\1", re.sub(r",(?:\s*,)+", ",", text)).strip(" ,;:|–-")


def from_sentence(sentence: str, heading: str = "") -> str:
    """The sentence without leading circumstances, brackets and tails."""
    text = _DATELINE.sub("", _SPACE.sub(" ", sentence)).strip(" \"“”«»'‘’,;:.")
    if aside := _ASIDE.search(text):
        text = f"{aside['what']} {aside['done']}"
    bare = _LEAD.sub("", text, count=1) if _LEAD.match(text) else text
    if len(bare) >= 25 and bare.split()[0].lower() not in _NO_BEGINNING and _tells(bare):
        text = bare
    text = text[:1].upper() + text[1:]
    made = shortened(text)
    if len(made) < SHORTEST:
        made = shortened(f"{heading}: {made}" if heading else f"{made} (no more is said)")
    return made


def _tells(text: str) -> bool:
    return _happened().search(text.lower()) is not None or _ED.search(text) is not None


def shortened(text: str) -> str:
    """At most 90 characters, cut where a part of the sentence ends and never in a word."""
    text = _whole(text.strip(" .,;:"))
    if len(text) <= LONGEST:
        return text
    text = _PAREN.sub("", text).strip(" .,;:")
    if len(text) <= LONGEST:
        return text
    cuts = [found.start() for found in _CUT.finditer(text, 0, LONGEST + 2) if found.start() <= LONGEST]
    told = [cut for cut in cuts if cut >= _SHORT and _tells(text[:cut])]
    if not told and not _says_enough(text[:LONGEST]) and (nearer := _with_a_short_subject(text)) != text:
        return shortened(nearer)
    if told:
        text = text[: told[-1]]
    else:
        words = text[: LONGEST + 1].split(" ")[:-1]
        behind = text[len(" ".join(words)) + 1 :][:1]
        while len(words) > _NAME_WORDS and behind[:1].isupper() and words[-1][:1].isupper():
            # a name is not cut in two
            behind = words.pop()
        text = " ".join(words) if words else text[:LONGEST]
    text = _whole(text) if len(_whole(text)) >= SHORTEST else text[:LONGEST]
    for opening, closing in (("“", "”"), ("«", "»"), ("(", ")")):
        if text.count(opening) > text.count(closing):
            text = text + closing if len(text) < LONGEST else text.replace(opening, "", 1)
    if text.count('"') % 2:
        text = text + '"' if len(text) < LONGEST else text.replace('"', "", 1)
    return text[:LONGEST].strip()


def _with_a_short_subject(text: str) -> str:
    """The text with as much of a long subject left out as it takes for what was done to fit in: helpers first, then origins.

    Unchanged where the verb comes early enough, where there is none, or where no shorter subject brings it near.
    """
    verb = _verb(text)
    if verb is None or len(text) - verb.end() < _SHORTEST_OBJECT:
        return text
    subject, told = text[: verb.start()].rstrip(" ,"), text[verb.start() :]
    room = LONGEST - 1 - min(len(told), verb.end() - verb.start() + _SAID)
    if _NO_SUBJECT.search(subject):
        return text
    if helped := _HELPED.search(subject):
        subject = subject[: helped.start()]
    if len(subject) > room:
        subject = _BESIDE.sub(" ", subject).strip(" ,")
    for origin in _ORIGIN:
        while len(subject) > room and (more := [found.start() for found in origin.finditer(subject) if found.start() >= _HEAD]):
            subject = subject[: more[-1]]
    return f"{subject} {told}" if _HEAD <= len(subject) <= room else text


def _says_enough(text: str) -> bool:
    """Whether the beginning of a sentence names an event, or says what was done and to what."""
    verb = _verb(text)
    return score_kinds(text[: verb.start()] if verb else text).strength >= 4 or (
        verb is not None and verb.end() + _SAID <= len(text)
    )


def _verb(text: str) -> re.Match[str] | None:
    """The verb of the main clause: the first that is said to have happened and does not merely tell more of a noun."""
    for found in _VERB.finditer(text):
        before = text[: found.start()].rstrip()
        if not _NOUN_GOES_ON.search(before) and not (before.endswith(",") and before.count(",") % 2):
            return found
    return None


def _whole(text: str) -> str:
    """The text without small words left hanging at its end."""
    words = text.strip(" .,;:–—-…").split(" ")
    while len(words) > 3 and words[-1].lower().strip(",;") in _SMALL:
        words.pop()
    return " ".join(words).strip(" .,;:–—-…")


def in_sentence_case(heading: str, names: frozenset[str]) -> str:
    """A heading in capitals as a sentence: words that the text writes with a capital, and acronyms, keep theirs."""
    known = {name.lower(): name for name in names}

    def recased(word: str) -> str:
        return re.sub(r"[^\W\d_]+", lambda part: known.get(part[0].lower(), part[0].lower()), word)

    text = " ".join(known.get(word.lower()) or recased(word) for word in heading.split())
    return text[:1].upper() + text[1:]


def names_in(text: str) -> frozenset[str]:
    """The words that a text writes with a capital in mid-sentence and nowhere small: names and acronyms."""
    capital = set(re.findall(r"(?<=[a-z,;] )[\"“(]?([A-ZÀ-Ý][\w'’]*)", text))
    # each word is looked at once, however often it stands in the text
    words = " ".join(set(re.findall(r"[\w'’-]+", text)))
    small = set(re.findall(r"\b[a-zà-ÿ][\w'’-]*", words))
    return frozenset(word for word in capital if word.lower() not in small)
