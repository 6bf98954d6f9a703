"""What no programme did: when an office is closed, which post is vacant, who joined it, what a storm destroyed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from importers.lexicon import MONTH_NAMES
from importers.sentences import Sentence


def is_notice(told: Sentence) -> bool:
    """Whether a sentence is of use to readers but tells nothing that the programme did."""
    if "day" in told.words and _WHICH_DAY.match(told.lower) is not None:
        return True
    asked = {notice for word in told.words & _BY_WORD.keys() for notice in _BY_WORD[word]}
    return any(notice.search(told.lower) is not None for notice in asked)


_WHICH_DAY = re.compile(
    r"(?:(?:this|every|each)\s(?:year\W{1,3})?|on\s)?(?:the\s)?\d{0,2}(?:st|nd|rd|th)?\W?\s?(?:of\s)?"
    rf"(?:{MONTH_NAMES})?\W?\s?\d{{0,2}}\W?\s?(?:is|was|marks|fell on|falls on)\s"
    r"(?:(?:the|a|an|our|this|celebrated|observed|known|marked|as|world|international|united|nations|european|global|national"
    r"|annual)\s)*"
    r"(?:[\w’'-]+\s){0,3}?day\b(?:\s(?:against|of|for|to|on|without|in)\s[^.;,]{3,60})?[.,;:!]?$"
)
"""What day it is, and no more: "22 March is World Water Day"."""


def _of(words: str, pattern: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """A notice, and words of which each that holds it has one."""
    return frozenset(words.split()), re.compile(pattern)


_POST = (
    r"(?:officers?|assistants?|co-?ordinators?|representatives?|advis[eo]rs?|consultants?|associates?|accountants?|drivers?|interns?"
    r"|(?:deputy )?head of (?:the )?(?:office|mission|section|programme|project)|(?:project|programme|country|office) managers?)"
)
"""What somebody becomes in an office."""
_NOTICES = (
    _of(
        "closed",
        r"\boffices?\s(?:will\s(?:be|remain)\s|is\s|are\s|remains?\s)?closed(?=\s\d|\sfrom\s\d|\s(?:over|between|for the)\b)",
    ),
    _of("closed", r"\b(?:is|are|will be|remains?) closed for (?:repairs?|renovation|works?|maintenance|the holidays?|lunch)\b"),
    _of(
        "printed published issued",
        rf"^(?:printed\b[^.;,]{{0,60}}|(?:published|issued)\s(?:(?:in|on)\s[^.;,]{{0,40}}|(?:\d{{1,2}}\s)?(?:{MONTH_NAMES})[\s\d,]{{2,9}}))\.?$",
    ),
    _of(
        "publication newsletter bulletin magazine",
        r"^(?!.*\b(?:was|were|has|had|launched|presented|released|published|issued)\b).{0,80}?\ba (?:[a-z]+ly )?"
        r"(?:publication|newsletter|bulletin|magazine) of (?:the|our)\b",
    ),
    _of(
        "closed",
        r"^(?:(?:(?:the|this)\s)?(?:text|copy|issue|edition|number|editing|news)\s(?:was\s|were\s)?)?closed (?:on|at)\b"
        r"[^,;]{0,40}$",
    ),
    _of("press print", r"\b(?:went|gone|goes|going|sent) to (?:press|print)\b"),
    _of(
        "issue bulletin newsletter number edition digest",
        r"^(?:but\s|and\s)?(?:this|our|the (?:present|last|previous))\s(?:\w+\s)?"
        r"(?:issue|bulletin|newsletter|number|edition|digest)\s"
        r"(?:of\s(?:the|our)\s\w+\s)?(?:also\s)?"
        r"(?:brings|gives|tells|covers|reports|presents|looks|is about|contains|focuses|informs|describes|takes)\b",
    ),
    _of("printed copies", r"\bprinted in [\d,. ]+ copies\b"),
    _of(
        "reproduction reproduced reprinted quoted",
        r"\b(?:reproduction|reproduced|reprinted|quoted)\b[^.;]{0,80}?\b(?:authori[sz]ed|permitted|allowed|provided|acknowledge[sd]?"
        r"|acknowledgement)\b",
    ),
    _of(
        "appointed",
        r"\b(?:was|were|has been|have been) appointed (?:as )?(?:the |an? )?(?:new )?(?:[\w-]+ ){0,4}?"
        rf"{_POST}\b",
    ),
    _of(
        "new", rf"^[^,;:]{{2,60}}? (?:has|have) (?:got )?a new (?:[\w-]+ ){{0,5}}?{_POST}(?: (?:in|since|for) [^,;:]{{2,30}})?\.?$"
    ),
    _of(
        "moved came",
        r"^(?:mr|ms|mrs|dr)\b[^;:,]{3,40}? (?:came|moved) to (?:[\w-]+ ){1,3}?(?:(?:in|on) [\w ]{3,12} )?from [\w -]{3,30}\.?$",
    ),
    _of("vacancy vacancies", r"^(?:\w+\s)?vacanc(?:y|ies)\b"),
    _of("published edited printed compiled", r"^(?:published|edited|printed|compiled) by\b[^.;]{0,120}$"),
    _of(
        "published printed issued produced",
        r"^(?:published|printed|issued|produced) (?:in|on) [\w ]{3,25} by (?:the )?(?:[\w&.-]+ ){0,8}?"
        r"(?:office|programme|project|centre|center|mission|unit|delegation|secretariat)\b",
    ),
    _of("closing deadline", r"\b(?:closing date|deadline)(?:\sfor\s[^.;:]{3,60}?)?(?:\s(?:is|has been|was|will be)\b|:|\s\d)"),
    _of("application applications", r"\bapplications?\s(?:are|must|should|can|may|will)\sbe\b"),
    _of("apply", r"\bapply\s(?:by|before|until|at|to|online)\b"),
    _of("registration", r"\bregistration\s(?:closes|ends|is open|opens)\b"),
    _of("issue", r"\bnext issue\b"),
    _of(
        "newsletter bulletin digest gazette magazine brochure",
        r"\b(?:newsletter|bulletin|digest|gazette|magazine|brochure)\s(?:(?:is|was|has been)\s)?"
        r"(?:printed|compiled|edited|designed|laid out|put together)\b",
    ),
    _of(
        "newsletter bulletin digest gazette magazine brochure publication update",
        r"\b(?:this|our|the present) (?:newsletter|bulletin|digest|gazette|magazine|brochure|publication|update) "
        r"(?:(?:is|was|has been) (?:\w+ly )?(?:issued|published|compiled|produced|prepared|funded|financed|sponsored|supported"
        r"|made possible)|appears|goes out)\b",
    ),
    _of(
        "wife husband children daughters daughter sons son family kids",
        r"\b(?:i|he|she)\s(?:had\s|then\s|finally\s)?(?:flew|returned|came|went|moved|emigrated|left|travel+ed|fled|settled)\b"
        r"[^.;:]{0,60}?\bwith\s(?:his|her|my)\s(?:\w+\s){0,2}(?:wife|husband|children|daughters?|sons?|family|kids)\b",
    ),
    _of("graduated", r"\b(?:he|she|who)\s(?:had\s|has\s|then\s|first\s)?graduated\b"),
    _of("born", r"\bborn\sin\b"),
    _of(
        "joined rejoined",
        r"\b(?:mr|ms|mrs|dr|mx|colleagues?)\b[^;]{3,60}?\b(?:has\s|have\s)?(?:re)?joined\s(?:[^.;]{2,60}?\bas\b|(?:us|our)\b)",
    ),
    _of("joined", r"\bjoined (?:the|our) (?:[\w-]+ ){0,2}(?:office|team|staff) (?:as|in|on)\b"),
    _of("retired left moved", r"\bcolleagues?\b[^;]{3,60}?\b(?:retired|left us|moved on)\b"),
    _of(
        "retire retires retired retirement",
        r"\bwill retire\b|\b(?:he|she|who|mr|ms|mrs|dr)\b[^.;:]{0,50}?\b(?:retire[sd]?|(?:goes|went|will go) into retirement)\b",
    ),
    _of(
        "left leaves moved moves",
        r"^(?:mr|ms|mrs|dr|he|she|our colleagues?|[a-z]+ [a-z]+)\b[^;:,]{0,40}? (?:left|leaves|moved|moves)\b[^.;:]{0,60}?"
        r"\s(?:for|to) "
        r"(?:a|his|her|their) (?:new|next) (?:posts?|positions?|jobs?|assignments?|duty stations?)(?: in [\w -]{3,30})?"
        r"(?: (?:in|on) [\w ]{3,12})?\.?$",
    ),
    _of("goodbye farewell", r"\b(?:said|says|bade|bid|bids) (?:goodbye|farewell)\b"),
    _of(
        "left leaves leaving",
        r"\b(?:mr|ms|mrs|dr|he|she|who|colleagues?)\b[^;:]{0,60}?\b(?:left|leaves|(?:is|are) leaving)"
        r" (?:us|(?:our|the) (?:[\w-]+ )?(?:office|team))\b",
    ),
    _of(
        "keys desk badge duties files uniform",
        r"\b(?:i|he|she) (?:\w+ly )?(?:handed (?:over|in|back)|gave (?:back|up)|turned in|cleared) (?:his|her|my) (?:[a-z]+ )?"
        r"(?:keys|desk|badge|duties|files|uniform)\b",
    ),
    _of(
        "sentenced convicted arrested imprisoned jailed hired promoted married divorced widowed",
        r"\b(?:i|he|she) (?:was|had been|got) (?:\w+ly )?(?:sentenced|convicted|arrested|imprisoned|jailed|hired"
        r"|promoted|married|divorced|widowed)\b",
    ),
    _of(
        "application applications call calls bid bids entries nominations submission submissions tender tenders",
        r"\b(?:applications?|calls?|bids?|entries|nominations|submissions?|tenders?)(?: for [^.;:,]{3,50})?"
        r" (?:closes?|(?:is|are) due|(?:must|should) (?:reach|be (?:received|sent|submitted)))\b",
    ),
    _of(
        "year annually yearly",
        r"\b(?:is|are) (?:\w+ly )?(?:celebrated|observed|marked|commemorated|held) (?:(?:every|each) year|annually|yearly)\b",
    ),
    _of(
        "following",
        r"\bfollowing (?:events?|activities|reports?|news|stories|pages|pictures)\b"
        r"(?:(?! (?:was|were|took|followed)\b)[^.;:])*[.:]?$",
    ),
    _of("theme motto slogan", r"\bday\b(?: \([^()]*\))? (?:has|had) (?:this year )?(?:the|as its|as the) (?:theme|motto|slogan)\b"),
    _of("motto slogan", r"\b(?:was|is) the (?:motto|slogan) of\b"),
    _of("theme", r"\b(?:was|is) the theme of [^.;:]{1,80}?\b(?:day|week|month|year)\b"),
    _of("theme motto slogan", r"^(?:the|its|this year['’]s) (?:theme|motto|slogan)\b[^.;:]{0,80}\b(?:is|was)\b"),
    _of("follows", r"\bas follows:?$"),
    _of("below above overleaf", r"\b(?:listed|shown|described|named) (?:below|above|overleaf)\b"),
    _of("stood stands", r"\b(?:stood|stands) at (?:\w+ )?\d"),
    _of("duties functions post position office", r"\btook (?:up|over) (?:his|her) (?:duties|functions|post|position|office)\b"),
    _of(
        "proclaimed declared designated", r"\b(?:proclaimed|declared|designated)\b[^.;]{0,60}\bas (?:the |an? )?[^.;]{0,50}\bday\b"
    ),
    _of(
        "cyclone hurricane typhoon tsunami earthquake eruption hail hailstorm landslide mudslide mudflow flood floods drought "
        "storm avalanche",
        r"^(?:(?:on|in)\s[^,]{3,30}?,?\s|\d{1,2}\s\w{3,9}\s(?:\W\s)?)?(?:(?:the|an?|severe|heavy|tropical|strong)\s){0,3}"
        r"(?:cyclone|hurricane|typhoon|tsunami|earthquake|eruption|hail|hailstorm|landslide|mudslide|mudflow|floods?|drought|storm(?!\sof)"
        r"|avalanche)\b"
        r"(?:\s[\w.’'-]+){0,8}?\s(?:hits?|struck|strikes?|sent an?|took away|cut off"
        r"|ma(?:de|kes) landfall|destroyed|damaged|killed|swept"
        r"|devastated|flooded|washed|buried|injured|covered (?:the|all|most|many|whole) (?:\w+ )?(?:fields|roads|villages)"
        r"|(?:took|claimed) [^.;,]{0,20}?lives)\b",
    ),
    _of("fell", r"\bfell on an? (?:sun|mon|tues|wednes|thurs|fri|satur)day\b"),
    _of(
        "cost costs bill bills expenses fares",
        r"^[^,;:.]{2,60}? (?:met|meets|bore|bears|covered|covers|carried|shouldered|footed|paid|pays|shared|split)"
        r" (?:(?:the|all|half|most|part|their|its|own|full|travel|of) ){1,4}(?:\w+ )?(?:costs?|bills?|expenses|fares)\b",
    ),
)
_BY_WORD: Mapping[str, Sequence[re.Pattern[str]]] = {
    word: [notice for words, notice in _NOTICES if word in words] for word in frozenset().union(*(words for words, _ in _NOTICES))
}
"""Which notices ask for a word."""
