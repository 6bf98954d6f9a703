"""Finds who paid: donors that stand where a cue such as "funded by" says so; `shares` gives them to milestones.

The cues are rules in `importers/data/cues.toml`, tried only in sentences that hold their words. Hosts, organisers, guests and
the countries of experts stand at no cue and so are no donors.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import Any

from db.models import Span
from db.names import donor as known_donor
from importers.donorlexicon import Sort, lexicon
from importers.donors import names, subjects, takes
from importers.donors.denied import asserted, is_of_a_motion
from importers.donors.envoys import state_of_envoy
from importers.donors.hands import without_hands
from importers.donors.mention import About, DonorMention
from importers.donors.named import Join, Named
from importers.donors.offices import without_office
from importers.donors.payees import is_for_the_whole, payee
from importers.lexicon import data, spaced_pattern, trie_pattern, word_list, words
from importers.money.currencies import currency_codes, currency_words
from importers.sentences import Sentence, read

_AFTER = 420
"""How far from a cue the last donor may end."""
_VERB_NEXT = re.compile(
    r"(?:\s*\([^()]*\))?\s*,?\s+(?!(?:in|on|at|for|to|under|within|with|through|as|and|which|who|whose|during|from|by|via"
    r"|towards|amounting|worth|of|or|while|whereas|whilst|but|although|where|when|so)\b)[a-z]+"
)
_CLAUSE_END = re.compile(
    r"(?:\s*\([^()]*\)|\s\d{1,3}\s?(?:%|per\s?cent))?(?:,?\sand\s(?:[a-z]+\s)?others?\b(?:\s[a-z]+)?)?\s*(?:[.;:!?)\]\"”»]|\n\s*\n|\Z)"
)
_LAST_UNKNOWN = re.compile(
    r",?\s+and\s+(?:the\s+)?(?:[A-Z][a-z]+\s+(?=[a-z]))?(?:[a-z-]+\s+){0,4}[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}\s*(?:[.;:!?)\]]"
    r"|,\s(?:which|who|whose)\b|\Z)"
)
"""The last of several donors, in no list: "Norway, Sweden and the mobile operator Orange"."""
_SHORT_NAME = re.compile(r"\(([A-Z][A-Za-z]{2,11})\)")
_THROUGH = re.compile(r"\b(?:through|via|with|at)\s(?:the\s)?$")
_TRAILING_AGENCY = re.compile(
    r"\b(?:through|via)\s+(?=the\s|its\s|[A-Z])|\bwhose\s(?:[Gg]overnment|[Cc]ountry|[Ee]mbassy)\s\((?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    words: frozenset[str]
    """A sentence that it is tried in holds one of these."""
    further: tuple[frozenset[str], ...]
    """It holds one of each of these as well."""
    near: str
    """A pattern of what stands in such a sentence as well, where that is quickly seen."""
    pattern: str
    side: str
    strong: bool
    takes: str
    unknown: bool
    adverbial: bool
    as_list: bool
    help: bool
    """Whether what it tells of need not be money, so that those who only carry things out are no donors there."""


@dataclass(frozen=True, slots=True)
class _Rules:
    all: tuple[_Rule, ...]
    words: frozenset[str]
    """All words that a rule asks for first."""
    by_word: Mapping[str, tuple[int, ...]]
    """Which rules ask for a word first."""
    about: re.Pattern[str]
    about_of: Mapping[str, About]


def find_donors(text: str) -> list[DonorMention]:
    """Every donor in `text` that a cue speaks of, in order of appearance; each place in the text at most once.

    Where two cues give the same words, the one that names the agency wins, then the strong one.
    """
    return [mention for mention in donor_mentions(text, read(text)) if not mention.denied]


def donor_mentions(text: str, sentences: Iterable[Sentence]) -> list[DonorMention]:
    """The same in some `sentences` of a text, with those of whom it denies it."""
    rules = _rules()
    found: list[DonorMention] = []
    for sentence in sentences:
        if rules.words.isdisjoint(sentence.words):
            continue
        for rule in _asked(sentence.words, rules):
            if rule.near and _compiled(rule.near).search(text, sentence.start, sentence.end) is None:
                continue
            for cue in islice(_compiled(rule.pattern).finditer(text, sentence.start, sentence.end), _MOST_CUES):
                span = sentence.start, sentence.end
                named = list(_mentions(text, span, rule, cue.span(), rules))
                # "not by Togo but by Norway" names another one behind the cue
                if (not named and text.find("but", cue.end(), sentence.end) < 0) or is_of_a_motion(text, span, cue.span()):
                    continue
                told = asserted(text, span, cue.span())
                if told != cue.span():
                    found.extend(replace(one, denied=True) for one in named)
                    named = [] if told is None else list(_mentions(text, span, rule, told, rules))
                found.extend(without_office(text, span[0], named))
    return without_hands(text, _settled(found))


_MOST_CUES = 60
"""How many times one rule is followed in one sentence, or in one table without sentences."""
_NEAR_AGENCY = 90
"""How far behind a giver the agency that it acted through is looked for."""


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern, once a sentence asks for it; to make all of them takes longer than to read a newsletter."""
    return re.compile(pattern)


def _asked(words: frozenset[str], rules: _Rules) -> list[_Rule]:
    """The rules whose words stand in a sentence."""
    first = rules.words & words
    places = {place for word in first for place in rules.by_word[word]}
    return [rule for rule in map(rules.all.__getitem__, sorted(places)) if not any(map(words.isdisjoint, rule.further))]


def _mentions(text: str, sentence: Span, rule: _Rule, cue: Span, rules: _Rules) -> Iterator[DonorMention]:
    start, end = sentence
    if rule.side == "person":
        named = _person(text, cue[1], min(end, cue[1] + _PERSON_REACH), rule.takes)
    elif rule.side == "after":
        announced = _ANNOUNCES.match(text, cue[1])
        as_list = rule.as_list or announced is not None
        limit = min(len(text) if as_list else end, cue[1] + _AFTER)
        first = announced.end() if announced is not None else cue[1]
        named = names.forward(text, first, limit, unknown=rule.unknown, as_list=as_list)
        named = _behind_the_name(text, named, limit)
        if not named and (envoys := state_of_envoy(text, first + text[first:limit][:1].isspace(), lexicon())) is not None:
            named = [envoys]
        if announced is not None:
            named = list(takewhile(lambda one: _ITEM_ENDS.match(text, one.end) is not None, named))
        elif text.endswith("?", 0, cue[1]):
            named = list(takewhile(lambda one: _ANSWER_ENDS.match(text, one.end) is not None, named))
        if not as_list:
            adverbial = rule.adverbial or cue[0] - start < 4
            named = _without_subject(text, named, adverbial and _GIFTS.match(text, cue[0]) is None)
        if len(named) == 1:
            named = [_through_agency(text, named[0], named[0].end, min(end, named[0].end + _NEAR_AGENCY))]
    elif rule.side == "before" and _IS.search(text, max(start, cue[0] - _SHORT), cue[0]) and _PARTICIPLE.match(text, cue[0]):
        # "Kenya was given a grant"
        return
    else:
        named = subjects.backward(text, max(start, cue[0] - _AFTER), cue[0], joined=rule.side == "joined", unknown=rule.unknown)
        if rule.side == "before":
            if len(named) > 1 and all(one.join is Join.FIRST for one in named) and _THROUGH.search(text, start, named[0].start):
                # "Working through the bank, Norway is the largest donor" has one subject
                named = named[-1:]
            named = [_through_agency(text, one, cue[1], end) for one in named]
    money = takes.speaks_of_money(text, cue, behind=rule.side == "before")
    taken = takes.taken(text, _without_titles(text, named), rule.takes, money=money and rule.unknown)
    if rule.help and not money:
        taken = takes.with_means(text, taken)
    about: About = "activity"
    if taken and rule.side == "joined" and _MANY_OF.match(text, cue[1]) and not _WITHIN.search(text, start, taken[0].start):
        about = "other"
    elif taken and rule.side == "after" and (not rule.adverbial or _RECEIVES.search(text, max(start, cue[0] - _SHORT), cue[0])):
        undertaking = _UNDERTAKING.match(text, cue[0])
        about = _about(text, start, undertaking.end() if undertaking is not None else cue[0], rules)
        if about == "activity" and is_for_the_whole(text, start, cue[0], taken[-1].end):
            about = "project"
    elif (
        taken
        and rule.side == "before"
        and (_A_PROJECT.match(text, cue[1]) is not None or _TO_WHICH.search(text, start, taken[0].start) is not None)
    ):
        about = "project"
    of = payee(text, start, cue) if taken and about != "other" else ""
    for one in taken:
        name = text[one.start : one.end]
        yield DonorMention(
            one.start,
            one.end,
            name,
            one.donor,
            cue,
            rule.name,
            "project" if of else about,
            rule.strong or bool(of and takes.is_taken(one, "backed")),
            one.national,
            of=of,
        )


_MANY_OF = re.compile(r"\s(?:projects|programmes|programs|initiatives)\b")
"""Behind "EU-funded" it makes what is paid for many others' work, which an event only shows or looks at ..."""
_WITHIN = re.compile(
    r"\b(?:[Uu]nder|[Tt]hrough|[Ww]ithin|[Bb]y|framework\sof|part\sof|context\sof)\s(?:(?:the|of|its|our|[a-z]+)\s){0,3}\Z"
)
"""... unless it is done within them."""
_ANNOUNCES = re.compile(r"(?:\s?the\sfollowing(?:\s[a-z]+){0,2})?(?:(?<=:)|\s?:)\s*\n")
"""Behind a cue, above a list of those who paid: "contributions were received from:"."""
_ITEM_ENDS = re.compile(r"\s*(?:[;,.:()/–—-]|\Z)|[ \t]*\n|\s(?:and|through|via|for|with)\b")
"""Behind a name in such a list; a sentence goes on."""
_ANSWER_ENDS = re.compile(rf"{_ITEM_ENDS.pattern}|\s(?:does|do|did|pays?|paid|has|have)\b")
"""Behind a name that answers "Who pays?"."""
_GIFTS = re.compile(r"(?:Contributions?|Grants?|Gifts?|Donations?|Funds|Funding|Money|Support)\s(?:by|from|of)\b")
"""With these a sentence begins of which they are the subject themselves: "Gifts of Norway and Peru keep the school going"."""
_IS = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:[a-z]+ly\s+|also\s+|then\s+|later\s+|now\s+|once\s+)?\Z")
_PARTICIPLE = re.compile(r"(?:co-?)?[a-z]+(?:ed|en)\b|(?:made|lent|paid|borne|met|put|bought)\b")
_RECEIVES = re.compile(r"\b(?:receiv(?:es?|ed|ing)|gets?|got|draws?|drew|obtain(?:s|ed)?|has|had)\s(?:[a-z]+\s)?\Z")
"""Before "funding from" it makes that the object of what receives it, and nothing that belongs to the whole sentence."""
_SHORT = 24
_UNDERTAKING = re.compile(r"(?:[Pp]rojects?|[Pp]rogram(?:me)?s?|[Ii]nitiatives?|[Ss]chemes?|[Pp]hase)\b")
"""With this a cue begins that speaks of it: "the programme is supported by"."""


def _behind_the_name(text: str, named: list[Named], end: int) -> list[Named]:
    """With those who stand behind a programme in no list for its name: "ROMED, the joint programme of the EU and Norway"."""
    if not named or named[-1].sort is not Sort.UNKNOWN or not (made_up := _MADE_UP_OF.match(text, named[-1].end, end)):
        return named
    behind = names.forward(text, made_up.end(), end, unknown=False)
    return [*named[:-1], *behind] if behind else named


_MADE_UP_OF = re.compile(
    r"(?:\s\([^()]{1,20}\))?,\s+(?:the|an?)\s+(?:[a-z-]+\s+){0,3}?(?:program(?:me)?|project|initiative|facility|scheme|fund"
    r"|instrument)\s+"
    r"(?:of|by|between|(?:co-)?(?:financed|funded)\s+by)\s+"
)


def _person(text: str, start: int, end: int, sort: str) -> list[Named]:
    """The first donor named behind words for who speaks for it: "on behalf of the donor, Ms. Ito of the Japanese Embassy"."""
    for known in lexicon().gazetteer.scan(text, start, end):
        if (named := names.forward(text, known.start, end, unknown=False)) and takes.is_taken(named[0], sort):
            return named[:1]
    return []


_PERSON_REACH = 120
"""Within how many characters behind such words the donor is named."""


def _without_titles(text: str, named: list[Named]) -> list[Named]:
    """Without names in no list that are the title of what others pay for: "the Justice, Integrity and Trade project"."""
    if named and named[-1].sort is Sort.UNKNOWN and _OF_UNDERTAKING.match(text, named[-1].end):
        return [one for one in named if one.sort is not Sort.UNKNOWN]
    return named


_OF_UNDERTAKING = re.compile(r"\s+(?:[Pp]rojects?|[Pp]rogram(?:me)?s?|[Ii]nitiative|[Aa]ctivity|[Cc]ampaign)\b")


def _without_subject(text: str, named: list[Named], adverbial: bool) -> list[Named]:
    """Without names that belong to the next clause: "With funding from Japan, UNODC and WCO held ..." has one donor."""
    commas = [index for index, one in enumerate(named) if one.join is Join.COMMA]
    if not commas:
        return named
    last = named[-1].end
    if adverbial and _VERB_NEXT.match(text, last):
        return named[: commas[-1]]
    ended = _CLAUSE_END.match(text, last) or _LAST_UNKNOWN.match(text, last)
    listed = any(one.join is Join.ALSO for one in named[commas[0] :]) or ended
    return named if listed else named[: commas[0]]


def _through_agency(text: str, one: Named, start: int, end: int) -> Named:
    """With the agency that a giver acted through, named after what was given: "Japan provided 5,000 dollars through JICA"."""
    if one.donor.agency:
        return one
    for through in _TRAILING_AGENCY.finditer(text, start, end):
        named = [agency.donor for agency in names.forward(text, through.end(), end, unknown=False)[:1]]
        short = _SHORT_NAME.search(text, through.end(), min(end, through.end() + _NEAR_AGENCY))
        if not named and short and (known := known_donor(short[1])) is not None:
            named = [known]
        if named and named[0].name == one.donor.name and named[0].agency:
            return Named(one.start, one.end, named[0], one.sort, one.join)
    return one


def _about(text: str, start: int, at: int, rules: _Rules) -> About:
    """What a cue speaks of: the last word before it, in its sentence, that names one; else the activity."""
    if _IT.match(text, start) is not None and _ON_A_PROJECT.search(text, max(0, start - _SENTENCE_BEFORE), start) is not None:
        return "project"
    left = text[max(start, at - 160) : at]
    left = left[max(left.rfind(", while "), left.rfind(", whereas "), left.rfind("; ")) + 1 :]
    if _LOOKED_AT.search(left) or _EARLIER.search(left):
        return "other"
    if (agents := _DONE_BY.fullmatch(left)) is not None:
        left = agents[1]
    for found in reversed(list(rules.about.finditer(left.lower()))):
        # a centre or an office with a capital is part of somebody's name
        if (about := rules.about_of[found[0]]) == "project" or not left[slice(*found.span())].istitle():
            return about
    return "activity"


_DONE_BY = re.compile(
    r"(.*)\b(?:[a-z]+(?:ed|wn)|held|run|built|led|made|begun)\sby\s(?:(?!\swh(?:ich|o|ose)\b)[^;])*\s(?:and|but)\s(?:was\s|were\s)?(?:\w+ly\s)?",
    re.DOTALL,
)
"""Those who did what somebody paid for are none for whom he paid: "organized by IOM and four NGOs and paid for by"."""
_IT = re.compile(r"(?:It|The latter)\s(?:is|was|has)\b")
_ON_A_PROJECT = re.compile(
    r"(?:(?:^|[.!?]\s|\n)(?:The|This)\s|\b(?:about|on|of)\s(?:the|our)\s)(?:[\w’'\"“”-]+\s){0,6}?(?:[Pp]roject|[Pp]rogram(?:me)?"
    r"|[Ii]nitiative|[Ss]cheme)\b[\"”]?[^.!?]*[.!?]\s+$"
)
"""The sentence before, on a project: "The Clean Ports Project unites ten towns. It is paid for by"."""
_SENTENCE_BEFORE = 320
_A_PROJECT = re.compile(
    r"\s*(?:(?:(?:the|all)\s(?:costs|expenses|budget)\s)?of\s)?(?:the|this|its|our|a)?\s?(?:(?!(?:it|them|under|within|through|by)\b)[\w’'\"“”-]+\s){0,5}?(?:[Pp]roject|[Pp]rogram(?:me)?"
    r"|[Ss]cheme|basket|[Tt]rust\s[Ff]und)\b(?!\s(?:staff|office|team)\b)"
)
"""What a donor that stands before its cue pays for: "Sweden funds the HIV in prisons project"."""
_TO_WHICH = re.compile(
    r"\b(?:[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative|[Ss]cheme)\b[^.;]{0,90}?,?\s(?:to|for|of)\swhich\s(?:\w+\s){0,5}\Z"
)
"""What stands before such a donor: "the programme for police in Osh, to which Norway is the sole contributor"."""
_LOOKED_AT = re.compile(
    r"\b(?:on|to|about|of|visit(?:s|ed|ing)?)\s(?:[a-z]+\s)?projects(?:\s(?:that|which))?(?:\s(?:is|are|were))?\s\Z"
)
"""Somebody else's projects, to an event that only looks at them: "a study tour on projects funded by"."""
_EARLIER = re.compile(
    r"\b(?:an|some|the)\s(?:older|earlier|previous|former|finished|unrelated|different)\s(?:[\w-]+\s)?(?:project|program(?:me)?|scheme|grant)s?,?\s"
    r"(?:which\s|that\s)?(?:(?:is|are|was|were|had\sbeen)\s)?\Z"
)
"""What was paid for before: "the boats are from an older programme, which"."""


def _settled(found: Iterable[DonorMention]) -> list[DonorMention]:
    """One mention for each place: the one that says most of the donor, then the strong one, then the earlier cue."""
    ranked = sorted(found, key=lambda one: (not one.donor.agency, not one.strong, one.start - one.end, one.cue))
    kept: list[DonorMention] = []
    for one in ranked:
        if not any(one.start < other.end and other.start < one.end for other in kept[-40:]):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.start, one.end))


@functools.cache
def _rules() -> _Rules:
    cues = dict(data("cues"))
    printed = (*currency_codes(), *currency_words())
    named = words(" ".join((*printed, *cues["currencies"]["words"])))
    patterns = {name: [rf"{spaced_pattern(phrases)}\b"] for name, phrases in cues["sets"].items()} | cues["lists"]
    cues["lists"] = patterns | {"CURRENCY": [*patterns["CURRENCY"], rf"\b{trie_pattern(printed)}\b"]}
    cues["sets"] = cues["sets"] | {"SUMS": [*cues["sets"]["SUMS"], *named]}
    rules = tuple(_rule(one, cues) for one in cues["rules"])
    by_word: dict[str, list[int]] = {}
    for place, rule in enumerate(rules):
        for word in rule.words:
            by_word.setdefault(word, []).append(place)
    about_of: dict[str, About] = {}
    kinds: tuple[About, ...] = ("project", "activity", "other")
    for kind in kinds:
        about_of.update({word.lower(): kind for word in cues["about"][kind]})
    return _Rules(
        rules,
        frozenset(by_word),
        {word: tuple(places) for word, places in by_word.items()},
        word_list(about_of),
        about_of,
    )


def _rule(one: Mapping[str, Any], cues: Mapping[str, Any]) -> _Rule:
    near, pattern = str(one.get("near", "")), str(one["pattern"])
    for name, listed in cues["lists"].items():
        near, pattern = (part.replace(name, f"(?:{'|'.join(listed)})") for part in (near, pattern))
    pattern = pattern.replace("[^.;:]", r"(?:[^.;:]|[.:](?=\w)|(?<=U\.S)\.)")
    first, *further = (
        frozenset(
            phrase.split()[0]
            for named in ([asked] if isinstance(asked, str) else asked)
            for phrase in cues["sets"].get(named, [named])
        )
        for asked in one["words"]
    )
    return _Rule(
        name=str(one["name"]),
        words=first,
        further=tuple(further),
        near=near,
        pattern=pattern,
        side=str(one["side"]),
        strong=bool(one["strong"]),
        takes=str(one.get("takes", "all")),
        unknown=bool(one.get("unknown")),
        adverbial=bool(one.get("adverbial")),
        as_list=bool(one.get("list")),
        help=bool(one.get("help")),
    )
