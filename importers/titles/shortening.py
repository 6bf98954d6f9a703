"""A sentence made short enough for a title: cut only where a part of it ends, its subject shortened where it is long.

Nothing here knows events; `titles` chooses among what is made here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from importers.lexicon import DEEDS, data, trie_pattern
from importers.titles.subjects import by_acronyms, in_name, shorter_subjects

LONGEST, SHORTEST = 90, 10
"""How long a title may be, in characters."""
_EARLIEST = 24
"""A cut before this leaves too little."""
SMALL = frozenset(data("words")["small"])
"""Words that end no title."""
_PAREN = re.compile(r"\s*\([^()]{1,60}\)")

_PART = re.compile(
    # a class of all that one can begin with, so that `re` skips quickly; the beginning is looked back at
    r"[\s,;:](?:(?P<stop>(?<=[;:])(?=\s)|(?<=\s)[–—-](?=\s))|(?P<name>(?<=\s)(?=[\"“«]\w))"
    r"|(?P<comma>(?<=,)(?=\s))"
    r"|(?<=\s)(?:(?=(?P<tail>which|who|whom|whose|where|when|while|because|although|though|so that|in order|as well as|as part"
    r"|in the framework|in (?:close )?(?:co-?operation|partnership)|on the (?:basis|occasion)"
    r"|thanks|following|including|attended|organi[sz]ed by"
    r"|aim(?:ed|ing)|designed|entitled|titled|called|named|funded|financed|supported|sponsored|representing|responsible"
    r"|dedicated|devoted)\b)"
    r"|(?=(?P<of>of)\b)|(?=(?P<joined>and|or|that)\b)"
    r"|(?=(?P<light>in|on|at|for|to|with|by|from|under|within|between|during|against|through|among|into|about|over|along|across"
    r"|after"
    r"|before|since|until|towards?|than|as|via|worth|this (?:spring|summer|autumn|winter|year|month|week))\b)))"
)
"""Where a part of a sentence may end: at a stop, or before a word that leads to more."""
_COST = {"stop": 0.0, "tail": 0.0, "light": 0.3, "comma": 0.5, "name": 0.9, "of": 0.6, "joined": 0.9}
"""How much a cut there takes from what is said."""
_MEASURE = re.compile(
    r"\b(?:series|number|part|range|set|group|pair|lot|variety|majority|total|value|front|case|host|establishment|creation"
    r"|development|implementation"
    r"|provision|opening|launch|adoption|signing)$",
    re.IGNORECASE,
)
"""Before an "of" that tells what it is about: "a series of consultations", "the establishment of a centre"."""
_RELATIVE = re.compile(r"\s(?:which|who|where|when|while|that)\s")
_LEFT_OVER = re.compile(
    r"(?:,\s\w+(?:ed|en|eld|ing)|,\s(?!(?:etc|too)$)[a-z]{2,}|\s(?:in (?:order|accordance|line)|as (?:well|part)"
    r"|in order to\s[a-z]+(?:\s[a-z]+)?"
    r"|due|prior|according|based|aimed|related|responsible|amounting|totalling|ranging|relating|pertaining|aiming|consisting)"
    r"|,\s(?:(?:this|last|at a) time|(?:one|two|three|four|five|six|ten|\d+)\s(?:days?|weeks?|months?|years?))"
    r"|,?\s(?:and|or)\s(?:\w+ly\s)?(?:[a-z]+ed|sat|went|came|led|took|gave|held|met|put|got|ran|saw|made|then|thus|so))$"
)
"""What a cut leaves of a part that was beginning: "the fifth meeting, held", "in order", "repaired the gate and painted"."""
_NOUNS = data("words")["circumstances"]
_CIRCUMSTANCE = re.compile(
    r"(?:,?\s(?:(?:in|on|at|with|under|by|within|for|as)\s"
    r"(?:(?:an?|the|its|their|this|close|full|active|financial|technical|joint|general)\s)*"
    rf"(?:{trie_pattern([*_NOUNS, 'follow up'])})|together|jointly|the first|the last|one|some|most)"
    r"|(?:,?\sand)?(?:\s(?:is|was|are|were|became|has\sbecome|have\sbecome|forms?))?\s(?:an?\s)?(?:\w+\s)?part)$"
)
"""A circumstance whose words go on with "of", "to" or "with": "in the presence| of the minister"."""
_GOES_WITH = re.compile(r"\s*(?:of|to|with|from|by|for|between|that|at)\b")
_DONE_BESIDE = re.compile(
    r"(?<=[a-z”\"»)])\s(?:held|(?:co-)?organi[sz]ed|conducted|convened|hosted|signed|adopted|launched|opened|published"
    r"|established|approved"
    r"|created|founded|introduced|released|prepared|developed|produced|financed|funded|supported|implemented|designed|entitled"
    r"|installed|delivered|provided|presented|coordinated|facilitated|located|situated"
    r"|focused|aimed|dedicated|devoted|intended|attended|taken|given|made|drawn up|set up"
    r"|carried out)$"
)
"""What was done to the noun before it, which something else is told of: "spoke at the regional workshop held"."""
_OWN_SUBJECT = re.compile(r"\sand\s(?:the|an?|its|their|[A-ZÀ-Þ])|;\s")
_IS_DONE = re.compile(r"\b(?:was|were|been|be|is|are|has|have|had|being|and|or|to|not|also|\w+ly)$")
_MODIFIER = re.compile(r"\s(?:in|of|for|with|on|by|to|at)?\s?\b(?:an?|its|their)\s(?:\w+ly\s)?[a-z]+(?:-[a-z]+)?$")
_MODIFIED = re.compile(r"\s*(?:and|or)\s(?!(?:an?|the|its|their|his|her|some|two|three|to)\b)(?:\w+ly\s)?[a-z]+(?:-[a-z]+)?\s[a-z]")
"""Where one thing has two names: "a technical| and financial review"."""
_ENDING = 40
"""Characters at the end of a cut among which its last words stand."""
_NO_OBJECT = re.compile(r"\s(?:to\s[a-z]+|(?:by|of|for|in|and)\s[a-z]+ing|(?:was|were|been)\s(?:put|brought|taken|made|set))$")
"""A verb that a cut left without what is done: "marked the day by engaging"."""
_SOME_OF = r"(?<!\b(?i:one|two|six|ten|all|any)\sof\s.)(?<!\b(?i:four|five|nine|some|most|many|each|both|half)\sof\s.)"
_FIRST_ARTICLE = re.compile(r"^(?:The|A|An)\s")
_ARTICLE = re.compile(rf"[TtAa](?<=\b.){_SOME_OF}(?:(?<=[Tt])he|(?<=[Aa])n?)\s(?![A-Z])")
_INTRANSITIVE = (
    r"look(?:ed)(?=\s(?:at|for|to)\b)|participated|travell?ed|arrived|returned|talked|listened|walked|worked|competed|stayed|reflected"
    r"|collaborated|learn(?:ed|t)|belonged|responded|voted|sailed|marched|argued|graduated|followed(?=\s(?:in|at)\s[A-ZÀ-Þ])"
)
"""Verbs that are no participle beside a noun, whatever they lead to."""
_VERB = re.compile(
    r"(?<![\w-])(?:(?P<passive>(?:(?:has|have|had)\s(?:\w+ly|since|also|already|now|meanwhile)\s(?=been\s))?(?:was|were|been)\s(?:(?:\w+ly|also|therefore|then|thus|first|already|again|now)\s)?[a-z]+(?:ed"
    r"|en|ne|wn|ld|de|ght|nt|rn|et|un|ut|ad|se))"
    r"|(?:has|have|had)\s(?:\w+ly\s)?[a-z]+(?:ed|en|ne|wn|ld|de|ght|nt|rn|et|un)"
    r"|(?P<full>(?:took|taken)\splace|came\sout|(?:came|entered)\sinto\s(?:force|effect)|met|began|begun|started|ended|(?:is"
    r"|are)\s(?:planned|scheduled|foreseen|expected))"
    r"|(?:took|taken)\s(?:part|stock|note|steps|measures|action)|(?:brought|came)\stogether|handed\sover|held|led|ran|gave|went"
    r"|came|drew|set up|saw"
    r"|took(?=\s(?:the|an?|its|their|his|her|over|stock|\d+)\b)|wrote|spoke|sat|became|chose|grew|threw|(?:had|has)(?=\s(?:its"
    r"|their|his|her|an?)\s)"
    r"|(?:made|won|sent|brought|taught|learnt|heard|put|cut|spent|paid|bought|built|kept|left|found)"
    r"(?!\s(?:by|in|at|on|for|to|with|under|from|as|of|up|out)\b)"
    r"|(?:was|were)\s[a-z]{3,}ing|[a-z]{2,}ed(?=\s(?:in|at)\s(?:[A-ZÀ-Þ][\w’'-]+,?\s){1,4}(?:an?|the|its|their)\s)"
    r"|(?!hundred\b)(?:\w+ly\s)?[a-z]{2,}ed(?!\s(?:by|in|at|on|for|to|with|under|from|as)\b)"
    r"|(?:managed|agreed|decided|resolved|continued|pledged|offered|started|helped|learn(?:ed|t))(?=\sto\s[a-z])"
    rf"|(?:{_INTRANSITIVE})(?=\s(?:by|in|at|on|for|to|with|under|from|as)\s)"
    r"|(?:found|handed|gave|sent|set|signed|turned)\s(?:out|off|up|away|down)(?!\s(?:by|in|at|on|for|with)\b)"
    r"|(?P<to_come>(?:will|would)\s(?:be\s)?\w+)"
    r"|(?P<being>was|were|is|are|will be)\b)\b"
)
_NOUN_GOES_ON = re.compile(
    r"\b(?:which|who|that|the|a|an|of|and|or|by|for|in|with|its|their|newly|recently|jointly|[\d]+)$", re.IGNORECASE
)
"""Before a participle that is no verb: "the one that opened", "newly established", "of interested"."""
_BESIDE_TOLD = re.compile(r",\s(?:\w+\s)?(?:which|who|whom|whose|where)\b.")
"""Before a verb that a clause beside the subject has: "the pier, which a storm had damaged, "."""
_LEADS_ON = re.compile(r"(?:in|on|at|for|to|with|by|from|under|of|over|through|back|out|up)\b", re.IGNORECASE)
_OBJECT = 2
"""Characters of an object, at least."""


class Short(NamedTuple):
    """A text that fits, and how much was lost on the way: 0 nothing, 1 a part, 3 what it says."""

    text: str
    lost: float


def fits(text: str) -> bool:
    """Whether a text is no longer than a title may be."""
    return len(text) <= LONGEST


def whole(text: str) -> str:
    """The text without marks around it and small words left hanging at its end."""
    text = text.strip(_MARKS)
    while text[text.rfind(" ") + 1 :].lower().strip(",;") in SMALL and text.count(" ") >= _KEPT:
        text = text[: text.rfind(" ")]
    return text.strip(_MARKS)


_CALLED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)\s(?:[a-z][a-z-]*\s){0,2}(?!(?:of|on|for|in|at|to)\b)[a-z-]+\s(?=[\"“«]\w[^\"“”«»]{20,80}[\"”»])"
)
"""What a thing is that is also called by a long name: "the regional project| “Boats for the lakes of the north”"."""
_SHORTER: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str], float], ...] = (
    (re.compile(r"\b(?:(?P<a>[Aa])\s)?Memorandum\sof\sUnderstanding\b"), lambda found: "an MoU" if found["a"] else "MoU", 0.1),
    (_CALLED, "", 0.4),
    (re.compile(r"(?<=sat\sdown)\s(?:in|at)\s[A-ZÀ-Þ][\w’'-]+(?=\s(?:with|to)\s)"), "", 0.5),
)
"""What a title may say shorter, by what instead, and what that costs."""
_SHORT_NAME = 0.9
"""What it costs to call somebody by letters."""
_BEARABLE = 2.5
"""Where something loses no more, the text is not cut just anywhere."""
_MARKS = " .,;:–—-…"
_KEPT = 3
"""So many words are left in any case."""


@lru_cache(maxsize=8)
def verb_of(text: str) -> re.Match[str] | None:
    """The verb of the main clause: the first said to have happened that does not merely tell more of a noun; asked for often."""
    for found in _VERB.finditer(text):
        before = text[: found.start()].rstrip()
        if (
            before
            and not _NOUN_GOES_ON.search(before, before.rfind(" ") + 1)
            and not (before.endswith(",") and before.count(",") % 2)
            and not ("," in before and _BESIDE_TOLD.search(before, before.rfind(",")))
        ):
            return found
    return None


def shorts(text: str) -> list[Short]:
    """What a text can be made to at most 90 characters, from what loses least to what merely fits; never empty."""
    text = whole(" ".join(text.split()))
    texts = [(text, 0.0)]
    if "(" in text and not fits(text):
        called = whole(_PAREN.sub("", by_acronyms(text)))
        text = whole(_PAREN.sub("", text))
        texts = [(text, 0.0), (called, _SHORT_NAME)] if called != text else [(text, 0.0)]
    if fits(text):
        return [Short(_closed(_rounded(text)), 0.0)]
    for pattern, instead, cost in _SHORTER:
        if (shorter := pattern.sub(instead, text)) != text:
            texts.append((shorter, cost))
    made: list[Short] = []
    least = math.inf
    for one, lost in texts:
        if least <= lost:
            break
        verb = verb_of(one)
        made += _fitted(one, verb, lost)
        least = min([least, *(draft.lost for draft in made)])
        for shorter, further in shorter_subjects(one, verb):
            if least <= lost + further:
                # the further subjects lose more still
                break
            fitted = _fitted(shorter, verb_of(shorter), lost + further)
            least = min([least, *(draft.lost for draft in fitted)])
            made += fitted
    made += _passive(text, verb_of(text))
    if least > _BEARABLE:
        made.append(Short(_at_a_word(text), 5.0))
    return made


def _rounded(text: str) -> str:
    """The text without the participle that its date left behind: "spoke at the workshop held"."""
    if _DONE_BESIDE.search(text, max(0, len(text) - _ENDING)) and (verb := verb_of(text)) and (done := _done_beside(text, verb)):
        return whole(text[: done.start()])
    return text


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


def _passive(text: str, verb: re.Match[str] | None) -> list[Short]:
    """What was done to what, without who did it: "the ministers of both states signed the treaty" is "Treaty signed"."""
    done = _DONE_TO.match(text, verb.start()) if verb is not None else None
    if done is None:
        return []
    thing = text[done.end() :]
    over = _OBJECT_ENDS.search(thing)
    thing = thing[: over.start()] if over else thing
    room = LONGEST - len(done["done"]) - 1
    cuts = list(_PART.finditer(thing, _SHORTEST_THING, room + 1))
    for at, cost in ((len(thing), 0.0), *((found.start(), _COST[found.lastgroup or "light"]) for found in reversed(cuts))):
        cut = whole(thing[:at])
        if len(cut) <= room and " " in cut and not in_name(thing, at) and not _open(cut):
            return [Short(f"{cut} {done['done']}", _DOER + cost)]
    return []


_DONE_TO = re.compile(
    rf"(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?P<done>{DEEDS}|presented|discussed|reviewed)\s"
    r"(?:in\s[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?,?\s(?=(?:the|an?|two|three|its)\s))?"
    r"(?:(?:the|an?)\s)?(?!(?:in|on|at|by|for|to|with|from|under|before|after|near|again|that|it|them|its|their|as|together|and"
    r"|how|what|whether|who|where|when)\b)(?=\w)"
)
_OBJECT_ENDS = re.compile(
    r"[,;:]\s|\s(?:which|who|that|where|when|while|thus|and\s(?:\w+ed|the|its|their)|to\s[a-z]+\s(?:the|an?|its|their))\b"
)
_SHORTEST_THING = 12
_DOER = 2.6
"""What it costs not to say who did it."""


def _cuts(text: str, verb: re.Match[str] | None, before: float) -> list[Short]:
    """The text up to each place where a part ends; `before` is what it has lost already."""
    relative = _RELATIVE.search(text)
    told_from = relative.end() if relative else len(text) + 1
    paired = not _PAIRED.isdisjoint(text)
    made = []
    least = math.inf
    # the longest cuts lose least, so that many shorter ones need no closer look
    for found in reversed(list(_PART.finditer(text, _EARLIEST, LONGEST + 24))):
        at = found.start()
        sort = found.lastgroup or "light"
        at_least = 0.3 + _COST[sort] + (LONGEST - at) / (40 if verb else 20) + (3.0 if verb and verb.end() > at else 0.0)
        if at_least > least:
            continue
        if at > LONGEST or in_name(text, at):
            continue
        cut = _trimmed(text, at, verb)
        if len(cut) < _EARLIEST:
            continue
        lost = 0.3 + _COST[sort] + (LONGEST - len(cut)) / (40 if verb else 20) + (paired and _open(cut)) * 1.5
        lost += 1.0 if told_from <= len(cut) or _NO_OBJECT.search(cut, max(0, len(cut) - _ENDING)) else 0.0
        lost += 1.0 if sort == "of" and _MEASURE.search(cut, max(0, len(cut) - _ENDING)) else 0.0
        told = verb is not None and _says_what(text, verb, min(at, len(cut)))
        lost += 3.0 if verb and not told else 0.0
        least = min(least, lost + (0.0 if told else _BEARABLE))
        made.append(Short(_closed(cut) if paired else cut, lost + before))
    return made[::-1]


def _trimmed(text: str, at: int, verb: re.Match[str] | None) -> str:
    """The text up to `at` without what a cut there leaves hanging."""
    cut = whole(text[:at])
    behind = at
    if (
        text[at + 1 : at + 2] in _A_OR_O
        and _MODIFIED.match(text, at)
        and (modifier := _MODIFIER.search(cut, max(0, len(cut) - _ENDING)))
    ):
        cut, behind = whole(cut[: modifier.start()]), modifier.start()
    for _ in range(_TIMES):
        if not _may_hang(cut):
            break
        first = max(0, len(cut) - _ENDING)
        hanging = _LEFT_OVER.search(cut, first)
        if hanging is None and _GOES_WITH.match(text, behind):
            hanging = _CIRCUMSTANCE.search(cut, first)
        if hanging is None:
            hanging = _done_beside(cut, verb)
        if hanging is None:
            break
        cut, behind = whole(cut[: hanging.start()]), hanging.start()
    if (
        _GOES_ON.match(text, len(cut))
        and (subject := _NEW_SUBJECT.search(cut, verb.end() if verb and verb.end() < len(cut) else 0)) is not None
    ):
        cut = whole(cut[: subject.start()])
    return cut


_NEW_SUBJECT = re.compile(r"(?:(?<=[a-z]),\s(?:and|but|while)|\sand)\s(?:[\w’'-]+\s){0,5}[\w’'-]+$")
_GOES_ON = re.compile(r"\s(?:has|have|had|was|were|is|are|will|would|can|could)\b")
"""Behind a cut, what somebody did of whom only the name is left: "..., and two of its graduates| have"."""
_TIMES, _A_OR_O = 3, frozenset("ao")
_LAST = (
    "up out order accordance line well due prior responsible together jointly first last one some most part then thus so"
    " day days week weeks month months year years sat went came took gave met got ran saw made"
)
_HANGING = frozenset((*_NOUNS, *_LAST.split()))
_ENDINGS = frozenset(("ed", "ng", "en", "ld", "et", "ut"))


def _may_hang(cut: str) -> bool:
    """Whether a text's last word is one that may hang: most do not, and need no closer look."""
    at = cut.rfind(" ")
    last = cut[at + 1 :]
    return last[-2:] in _ENDINGS or last in _HANGING or cut[at - 1 : at] == ","


def _done_beside(text: str, verb: re.Match[str] | None) -> re.Match[str] | None:
    """The participle at a text's end that only says more of the noun before it, behind the `verb` of the sentence."""
    found = _DONE_BESIDE.search(text, max(0, len(text) - _ENDING))
    if found is None or (verb is not None and found.start() < verb.end()) or _IS_DONE.search(text, 0, found.start()):
        return None
    return None if _OWN_SUBJECT.search(text, verb.end() if verb else 0, found.start()) else found


def _says_what(text: str, verb: re.Match[str], end: int) -> bool:
    """Whether the text up to `end` says what was done to what."""
    if verb.end() > end:
        return False
    rest = text[verb.end() : end].strip(" ,")
    if _WITHOUT_OBJECT.fullmatch(text, verb.start(), verb.end() + len(text[verb.end() : end].rstrip(" ,"))):
        return False
    if verb["passive"] or verb["full"]:
        return True
    if led := _LEADS_ON.match(rest):
        rest = rest[led.end() :].strip()
    return len(rest) >= _OBJECT


_WITHOUT_OBJECT = re.compile(
    r"(?:sat\sdown|learn(?:ed|t)|looked|found\sout|(?:was|were)\staught)"
    r"(?:,?\s(?:in|at)\s(?:the\s)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2})?"
    r"|(?:came|sat)\stogether|participated\sin\sthe\s(?:event|activity)"
)
"""A verb that says nothing without what is to follow: "learned in Osh| how to swim"."""
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
