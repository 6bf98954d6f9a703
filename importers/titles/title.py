"""A title that a person would write: the heading where it says what happened, else the sentence without its trimmings.

Several titles are made, each with its flaws; the one with the fewest stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from db.names import country
from importers.events.kinds import score_kinds
from importers.layout.headings import is_briefs
from importers.lexicon import DEEDS, DOINGS, SEVERAL, data, word_list
from importers.places.finding import find_countries
from importers.readers.headlines import is_capital
from importers.sentences import SAID
from importers.tense import looks_back
from importers.titles.casing import in_sentence_case
from importers.titles.gatherings import event_name, gathering, gathering_on_the_way
from importers.titles.headlines import as_headline, is_headline
from importers.titles.shortening import LONGEST, SHORTEST, SMALL, Short, best, shorts, verb_of

_WORDS = r"(?:(?:[^,;:\"“”«»]|,(?=\d)){1,110}+|\"[^\"]{1,80}\"|“[^”]{1,80}”|«[^»]{1,80}»){0,5}"
_LENGTH = (
    rf"(?:(?:Only|Just|Barely|Almost|Nearly|About|(?:Less|More)\sthan)\s)?(?:[Aa]n?|[Hh]alf|[Ss]ome|[Ss]everal|\d{{1,3}}|(?i:one|{'|'.join(SEVERAL)}))"
    r"\s(?:\w+\s){0,2}?(?:hours?|days?|weeks?|months?|years?|decades?)"
)
"""How long: "Only two short weeks"; a pattern."""
_LEAD = re.compile(
    r"(?:(?:(?:[Ii]n|[Oo]n|[Aa]t|From|Between|Within|During|By|Since|After|Before|Following|Throughout|Earlier|Later|Last|Only"
    r"|Moreover"
    r"|Furthermore|Finally|Additionally|[Mm]eanwhile|Recently|Subsequently|As|To|Under|With|For|Through|Thanks|Prior|Also|Then|There"
    r"|According|of|with|by|under|together with|as well as|Over|Upon|Among|Despite|Because|While|When|Once|[Hh]owever|Therefore"
    r"|Accordingly|Consequently|Nevertheless|Thus|Hence|Back|Based|Given|Faced|Having|Being|[Uu]sing|Taking|Building|Drawing"
    r"|Responding|Considering|Speaking|Recogni[sz]ing|Acknowledging|Noting|Reali[sz]ing"
    r"|[A-Z][a-z]+ed\sby"
    rf"|{_LENGTH}\s(?:before|after|later|earlier|ago)"
    r"|(?:(?:[Aa]\s(?:little|bit)|[Ss]hortly|[Jj]ust|[Ss]oon|[Ll]ong|[Ee]xactly|[Aa]lmost|[Nn]early)\s(?:after|before|past|on|in|at)))"
    rf"\b{_WORDS},\s+(?:(?:which|who|where|[a-z]{{3,}}ed\s(?:by|from|with|in|through|under|to)"
    r"|and\s(?:in|with|under|as|on|following))\s[^,;:]{3,110},\s+)*"
    r"|(?:Also|Then|Moreover|Finally|Meanwhile|Recently|Earlier|Later)\s+))+"
)
"""Circumstances in front of what happened."""
_NEXT_NAME = re.compile(
    rf"(?<=[\w”\")])\s(?=(?:the|an?|{'|'.join(SEVERAL)}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|several|some|(?!(?:19|20)\d\d\b)\d+)"
    r"\s(?!(?:hours|days|weeks|months|quarters|years)\b))"
)
"""Where one name ends and the next begins: "at the request of the Ministry| the Office carried out"."""
_LEADS_IN = re.compile(
    r"(?:In|On|At|After|Before|During|With|Under|Upon|Within|Following|By|For|From|Through|To|Together with|Jointly with)\s"
)
_TOGETHER = re.compile(
    r"(?:In\s(?:close\s)?(?:co-?operation|partnership|collaboration|coordination)|Together|Jointly)\swith\s"
    r"|(?:At|During)\s(?:an?|the|its|their)\s(?:[\w-]+\s){0,2}(?:ceremony|reception|gathering)\s"
)
"""What goes before a name even in a short sentence: "At a ceremony in Osh| a contract was signed"."""
_DATELINE = re.compile(
    r"[A-Z][A-Za-zÀ-ÿ’' ]{2,24}?(?:,\s[^–—-]{2,24})?,?\s[–—-]\s(?:(?=[^–—]{0,12}\d)[\w ,/.]{3,24}\s[–—-]\s)?(?=[A-Z])"
    r"|\([A-Z][^(),]{2,24}(?:,[^()]{0,24})?\)\s(?:[–—-]\s)?(?=[A-Z])"
)
"""Where and when a report was written, before it begins: "MAPUTO, 3 July – ", "Osh – 3 July 2016 – ", "(Osh, 3 July)"."""
_JUST_NOW = re.compile(
    r"(?<=\w)(?<!\b[Aa])(?<!\b[Aa]n)\s(?:(?:most|just)\s)?recently(?:\salso)?(?=\s[a-z])"
    r"|(?<=\w)(?<!\bof)(?<!\bfor)(?<!\band)(?<!\bto)(?<!\buntil)\stoday(?=\s[a-z]|[.,;]|$)(?!,?\s(?:and|or)\b)"
)
"""What was recent when the newsletter came out is not when somebody reads a timeline."""
_DONE = f"(?:{DEEDS}|{DOINGS})"
_DONE_FIRST = re.compile(
    rf"(?P<done>(?i:{_DONE})),?\s(?P<what>(?:the|a|an)\s[^,;:]{{3,80}}?)"
    r"(?:,\s|\s(?=(?:was|were|is|are|has|had|have|will|takes?|aims?|now|houses?|serves?|covers?|works?|unites?|brings?)\b))"
)
"""A sentence that begins with what was done: "Launched in 2003, the programme aims at ..."."""
_REPORTED = re.compile(rf"^[^,;:\"“”«»]{{2,80}}?\s{SAID}\s+that\s+")
_PRONOUN = re.compile(
    r"(?:(?:it|they|he|she)\s(?=(?P<being>was|were|had|has|have|is|will|took|came)\b|)"
    r"|(?:this|these|those)\s(?=(?:was|were|had|has|have|is|will|took|came)\b))",
    re.IGNORECASE,
)
_OUTLINE = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})+\.|\d{1,2}(?:\.\d{1,2}){2,}|\(?(?:\d{1,2}|[a-z])\))\s+(?=\S)"
    r"|(?:(?:[A-ZÀ-Þ]\.\s?){2,4}|[QA]):\s+(?:(?:Yes|No|Well|Indeed)[,.]\s+)?|(?:Yes|No|Well),?\s+(?=(?:we|I|they|it|he|she)\b)"
)
"""The number of a part of a report in front of its words: "2.3. Boats bought"."""
_NOTE = re.compile(r"\d(?:(?<=[a-z]{5}\d)|(?<=[”»]\d)|(?<=[^\s(\[]\"\d)|(?<=[a-z],\d)(?=\d?\s[A-Z]))\d?(?=[\s,;:)]|$)")
"""The mark of a footnote behind a word."""
_TWICE = re.compile(r"\b(the|of)(?:\s\1\b)+")
_FRONT = re.compile(
    r"(?:(?:And|But|Or|Yet|Nor|Thus|Hence|Today|Yesterday|So(?!\s(?:far|that|many|much|as)\b))\b,?\s"
    r"|Dear\s(?:\w+\s){0,4}\w+[,!]\s"
    r"|(?:(?:Exactly|Just|About|Almost|Nearly|Over|Some|More\sthan)\s)?(?:An?|[\w-]+)\s(?:year|month|week|day|decade)s?\sago,?\s"
    r"|(?:Some|Many|Most|All)\sof\s(?:you|us|our\sreaders)\s(?:may|might|will)\s(?:still\s)?(?:recall|remember)\s(?:that\s)?"
    r"|(?:Above|Below|Left|Right|Photo|Picture|Pictured|Caption)(?:\s\w+){0,2}:\s"
    r"|It\s(?:is|was|should\sbe|must\sbe|can\sbe)\s(?:\w+\s){0,3}?(?:noting|noted?|mention(?:ing|ed)?|stressing|stressed"
    r"|recall(?:ed)?|emphasi[sz]ed"
    r"|underlin(?:ing|ed)|add(?:ed)?|pointed\sout|announced|reported|agreed|decided|resolved)\sthat,?\s"
    r"|It\s(?:is|was|may\sbe)\s(?:no|hardly\sa|not\sa)\s(?:coincidence|accident|chance|secret|surprise|wonder)(?:,\s\w+,)?\sthat\s"
    r"){1,3}(?=\S)",
    re.IGNORECASE,
)
"""What a sentence begins with that its title does not: "And", "Above:", "It is worth noting that", "Dear friends,"."""
_EXPLAINED = re.compile(
    r"(?<=\w)\s(?:that|which)\s(?:[\w’'-]+\s){1,8}?(?:it|them)\s(?:[\w’'-]+\s){0,6}?"
    r"(?=(?:was|were|(?:has|have|had)\sbeen)\s)"
)
"""What says of a subject what it is to something told before: "The plan that puts it into practice was signed"."""
_THERE = re.compile(
    r"[Tt]here\s(?:was|were|is|are|has\sbeen|have\sbeen|will\sbe|is\sgoing\sto\sbe)\s(?=(?:an?|the|\d[\d,]*|two|three"
    r"|four)\s(?=\S{3}))"
)
"""What stands before a thing that was: "There was a march"."""
_SUBORDINATE = re.compile(
    r"^(?:(?:As|After|Before|Since|When|While|Because|Once|Having|Being|Given|Based|Although|Despite)\b"
    rf"|{_LENGTH}\s(?:before|after)\b)"
    r"|\b(?:which|who|that|where|whom|whose)\b|[\"“«]"
)
"""A verb of a circumstance that has one."""
_LABEL = re.compile(r"[A-ZÀ-Þ][\w’'&/-]*(?:\s[\w’'&/-]+){1,5}:\s(?=[A-ZÀ-Þ“\"«])")
"""The label of a paragraph: "Support to Ferries: The pier was opened"."""
_WHEN = re.compile(r",?\swhen\s(?=(?:the|an?|its|their|[A-Z][\w’'-]+|[a-z]+s\s(?:from|of|and))\s)")
"""Where a sentence goes over to what happened then: "It came up when the Director visited Tashkent"."""
_TO_COME = re.compile(r"\b(?:will|would|planned|scheduled|foreseen|expected)\b")
_BACK = re.compile(
    r"(?:it|they|he|she|this|these|those|such|its|their|his|her|the same|the latter|both|there|here)\b", re.IGNORECASE
)
"""A beginning that speaks of what was said before."""
_PASSIVE = re.compile(r"(?:was|were|has been|have been|had been|is|are)\s(?=(?:\w+ly\s)?\w+(?:ed|en|ne|wn|ld|de|nt)\b)")
_NO_BEGINNING = frozenset(data("words")["no_beginning"])
_SAID = re.compile(r"[\"“«‘']([^\"“”«»‘]+)[\"”»’']?|([^\"“”«»]+)[\"”»]")
"""A sentence between quotation marks, or with one that belongs to another."""
_EVENT_FIRST = 0.9
"""How much more a reader of a list learns from the event that comes first than from those who held it."""
_ROOM = 76
"""Characters of a sentence that is told whole."""
_ON_THE_WAY = 0.8
"""How far the name of an event is from what was done at it."""
_NAME_ALONE = 1.8
"""How far the name of an event alone is from what is said of it."""
_SILENT = 2.5
"""What a title lacks that does not say what happened."""
_BEFORE = 6
"""Characters of a circumstance that no comma ends, at least."""
_SHORT_TOPIC = 40
"""Characters of a topic behind which there is room for more than a verb."""
_EARLY = 110
"""Characters in which a subject ends."""
_FEW = 18
"""Characters that say too little."""


@cache
def _happened() -> re.Pattern[str]:
    return word_list(data("telling")["held"])


def _is_event(told: str) -> bool:
    """Whether what stands before a report names an event itself: "the evaluation mission visited Osh and noted that"."""
    return score_kinds(told).strength >= _STRONG


def says_what_happened(heading: str) -> bool:
    """Whether a heading tells an event: it holds a verb for one, or names an event strongly."""
    score = score_kinds(heading)
    return (score.verb or score.strength >= _STRONG or is_headline(heading)) and len(heading.split()) >= 3


_STRONG = 2.4
"""How strongly words name an event that they tell without a verb."""


def title_of(heading: str, sentence: str, names: frozenset[str], topic: str = "") -> str:
    """A title of 10 to 90 characters on one line.

    `heading` is empty where it does not speak of this event; `topic` is what the story is headed in any case; `names` are the words
    that keep their capitals.
    """
    heading, topic = (_headline(text, names) for text in (heading, topic))
    if says_what_happened(heading):
        made = best(shorts(heading))
        if len(made) >= SHORTEST:
            return made
    made = from_sentence(sentence, heading or topic)
    short = as_headline(made)
    return short if len(short) >= SHORTEST else made


def _names(topic: str) -> bool:
    """Whether a heading names what its story is about: no label of one word, no question, no head of a list."""
    return " " in topic and not topic.endswith("?") and not is_briefs(topic)


@lru_cache(maxsize=8)
def _headline(text: str, names: frozenset[str]) -> str:
    """A heading as a title writes it; the milestones of one story ask for it one after the other."""
    text = " ".join(text.split()).strip(" .:*")
    text = text[number.end() :] if (number := _OUTLINE.match(text)) else text
    if not is_capital(text):
        return text
    return in_sentence_case(text, names, [(place.start, place.end) for place in find_countries(text)])


def clause_of(sentence: str, start: int, end: int) -> tuple[str, int]:
    """What makes a whole of the part `sentence[start:end]`: the subject that goes before it, and where the part begins.

    "The ferry was repaired, and was put to sea in May" has "The ferry" before "was put to sea in May".
    """
    if (thing := _OF_WHICH.match(sentence, start, end)) is not None:
        return "", thing.end()
    if _OF_WHOLE.match(sentence, start, end):
        return "", 0
    found = _VERB_FIRST.match(sentence, start, end)
    verb = verb_of(sentence[:start])
    if found is None or verb is None:
        return "", start
    subject = sentence[: verb.start()].strip()
    lead = _LEAD.match(subject + " ")
    subject = subject[lead.end() :] if lead else subject
    whole_subject = 0 < len(subject) <= _SUBJECT and not any(map(str.isdigit, subject)) and "," not in subject
    return (subject, found.start("verb")) if whole_subject else ("", start)


_OF_WHICH = re.compile(r"(?:of|for|in|on)\swhich\s(?=(?:the|an?)\s)")
"""How a part begins that makes sense behind it: "of which | the last one was closed"."""
_OF_WHOLE = re.compile(r"(?:by|of|from)\s|(?:[a-z]+\s){1,4}(?:which|whom|whose)\b")
"""How a part begins that makes no sense alone: "by a study of boats"."""
_SUBJECT = 60
"""Characters of a subject that is said again."""
_VERB_FIRST = re.compile(
    r"(?:and|but|or|then|,|\s)*(?P<verb>(?:was|were|has|have|had|is|are|will|would|took|gave|held|made|led|ran|went|came|met"
    r"|(?:\w+ly\s)?[a-z]{2,}ed(?!\s(?:by|in|at|on|for|to|with|under|from|as)\b))\b)"
)


def from_sentence(sentence: str, topic: str = "") -> str:
    """The sentence without leading circumstances, brackets and tails; `topic` is what it goes on about."""
    text = _prepared(sentence)
    if (said := _SAID.fullmatch(text)) is not None:
        text = (said[1] or said[2]).strip(" ,;:.")
    made = _least_flawed(_flawed(text, topic))
    if len(made) < SHORTEST:
        told = made[:1].lower() + made[1:] if _BACK.match(made) else made
        made = best(shorts(f"{topic}: {told}".strip(" :") if topic else made)) if topic or made else made
    return made if len(made) >= SHORTEST else f"{made} (no more is said)".strip()


def _prepared(sentence: str) -> str:
    """A sentence on one line without what stands around it: its dateline or number, marks of notes, "And" and "There was"."""
    text = " ".join(sentence.split())
    if front := _OUTLINE.match(text) or _DATELINE.match(text):
        text = text[front.end() :]
    if front := _place_first(text):
        text = text[front.end() :]
    text = _TWICE.sub(r"\1", text) if " the the " in text or " of of " in text else text
    text = _JUST_NOW.sub("", text) if "recently" in text or "today" in text else text
    text = _NOTE.sub("", text)
    text = _EXPLAINED.sub(" ", text, count=1) if _EXPLAINED.search(text, 0, _EARLY) else text
    if front := _FRONT.match(text):
        text = text[front.end() :]
    return text.strip(" ,;:.")


def _place_first(text: str) -> re.Match[str] | None:
    """The place that a sentence stands behind: "Osh, Kyrgyzstan: A mentor came"."""
    found = _PLACE_FIRST.match(text)
    if found is None or not (looks_back(text[found.end() :].lower()) or score_kinds(text[found.end() :]).weights):
        return None
    places = find_countries(found["place"])
    return found if places and places[0].start == 0 and places[-1].end == found.end("place") else None


_PLACE_FIRST = re.compile(r"(?P<place>[A-ZÀ-Þ][\w’'-]+(?:(?:\s|,\s)(?:(?:and|of|the)\s)?[A-ZÀ-Þ][\w’'-]+){0,5}):\s(?=\w)")


def _flawed(text: str, topic: str) -> Iterator[tuple[Short, float]]:
    """Titles for a sentence, each with what it lacks, and what it lacks besides where it does not say what happened."""
    for bare, lost in _readings(text, topic):
        if name := gathering(bare):
            for short in shorts(name):
                yield Short(short.text, short.lost + lost - _EVENT_FIRST), 0.0
        if len(bare) > _ROOM and (name := gathering_on_the_way(bare)):
            for short in shorts(name):
                yield Short(short.text, short.lost + lost + _ON_THE_WAY), 0.0
        if len(bare) > LONGEST and (name := event_name(bare)):
            for short in shorts(name):
                yield Short(short.text, short.lost + lost + _NAME_ALONE), 0.0
        for short in shorts(bare):
            flaw = short.lost + lost + (3.5 if _BACK.match(short.text) else 0.0) + (1.0 if len(short.text) < _FEW else 0.0)
            yield Short(short.text, flaw), _SILENT


def _least_flawed(drafts: Iterable[tuple[Short, float]]) -> str:
    """The text of the best draft, with a capital; whether one says what happened is asked only where it can still be the best."""
    least: tuple[float, int, str] | None = None
    for flaw, place, text, silent in sorted((short.lost, place, short.text, lost) for place, (short, lost) in enumerate(drafts)):
        if least is not None and flaw > least[0]:
            break
        told = (flaw if not silent or _tells(text) else flaw + silent, place, text)
        least = told if least is None else min(least, told)
    assert least is not None
    return least[2][:1].upper() + least[2][1:]


def _readings(text: str, topic: str) -> Iterator[tuple[str, float]]:
    """What of a sentence may be its title, and how far each is from what it says."""
    if done := _DONE_FIRST.match(text):
        yield f"{done['what']} {done['done'].lower()}", 0.0
        return
    if ": " in text and (label := _LABEL.match(text)) and _tells(text[label.end() :]):
        text = text[label.end() :]
    if (reported := _REPORTED.match(text)) and not _is_event(reported[0]):
        text = text[reported.end() :]
    lead = lead_of(text)
    bare = text[len(lead) :]
    begins = bare[: bare.find(" ")].lower()
    if lead and begins not in _NO_BEGINNING and _tells(bare):
        text = bare
    if there := _THERE.match(text):
        text = text[there.end() :]
    when = _WHEN.search(text) if "when" in text else None
    if when and not says_what_happened(text[: when.start()]) and not _TO_COME.search(text, 0, when.start()):
        text = text[when.end() :]
    yield text, 0.0
    if topic and (pronoun := _PRONOUN.match(text)) and _names(topic) and (pronoun["being"] or len(topic) <= _SHORT_TOPIC):
        passive = _PASSIVE.match(text, pronoun.end())
        yield f"{topic}: {text[passive.end() :] if passive else text[:1].lower() + text[1:]}", 0.5


_STATE = re.compile(r"([A-Z][\w’'. -]{2,30}),\s(?=\w)(?!where\b|which\b|who\b)")


def lead_of(text: str) -> str:
    """The circumstances before what a sentence tells, whether a comma ends them or the next name does."""
    found = _LEAD.match(text)
    lead = found[0] if found else ""
    state = _STATE.match(text, len(lead)) if lead else None
    if state is not None and country(state[1]) and not country(lead.rstrip(" ,").rsplit(None, 1)[-1]):
        # "In Osh, Kyrgyzstan, the mayors signed"
        lead += state[0]
    if _tells_itself(lead):
        lead = ""
    if not lead and not (_TOGETHER if len(text) <= LONGEST else _LEADS_IN).match(text):
        return lead
    verb = verb_of(text[len(lead) :])
    if verb is not None and not lead and (bare := _BARE_MANY.search(text, 0, verb.start())) is not None:
        return text[: bare.start("many")]
    for gap in _NEXT_NAME.finditer(text, len(lead), len(lead) + verb.start()) if verb is not None else ():
        last = text[text.rfind(" ", 0, gap.start()) + 1 : gap.start()]
        if gap.start() - len(lead) >= _BEFORE and last.lower() not in SMALL:
            return text[: gap.end()]
    return lead


_BARE_MANY = re.compile(r"\s(?:in|at|near)\s[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?\s(?P<many>(?:[a-z]{4,}\s)?[a-z]{3,}(?<!s)s\s)$")
"""Several without an article before their verb: "At the station in Osh | volunteers gave out"."""


def _tells_itself(lead: str) -> bool:
    """Whether what stands before a comma is no circumstance: "In Osh the mayors signed, "; "after they had signed, " is one."""
    return _SUBORDINATE.search(lead) is None and verb_of(lead) is not None


def _tells(text: str) -> bool:
    return _happened().search(text.lower()) is not None or verb_of(text) is not None
