"""Which lines are titles: set in capitals, ended before their column's width, above a dateline; between the reader and `layout`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.lexicon import MONTH_SHORT, data
from importers.readers.calendars import DATE_LEAD

LOOSE_WORDS = frozenset(data("words")["loose"])
"""Words that no title and no sentence ends in, unless they belong to a verb or to a time."""
_ADVERB = re.compile(
    r"\b(?:(?:years?|months?|weeks?|days?|decades?|centur(?:y|ies))\s(?:on|in)"
    r"|(?:go|move|live|carr|pass|hand|switch|soldier|fight|march|work)\w*\s(?:it\s|them\s)?on|went\son|(?:check|move|sett|join"
    r"|chip)\w*\sin)$",
    re.IGNORECASE,
)
"""Such a word that does: "Ten years on", "The work goes on"."""
_ADVERB_LONG = 60
"""Characters of such words, at most."""
ENDED = re.compile(r"[.!?](?<!\b[A-Z].)(?<!\b(?:Mr|Ms|Dr|No).)(?<!\b(?:Mrs|Gen|Col).)[”\"’)]?$")
"""How a line ends that ends a sentence."""
_SMALL = b"abcdefghijklmnopqrstuvwxyz"
_STOPS = frozenset('.!?”"’)]')
_CREDIT = re.compile(r"^[^(\[]*[)\]]$|^[(\[][^()\[\]]*[)\]]$")
"""How a line ends that a story ends in without a full stop: "(Paid for by Norway)", or the last line of that."""
_WIDER = 2
_NAME = 4


def is_capital(text: str) -> bool:
    """Whether a line is set in capitals: at least three letters, nine in ten of them capital, or all behind a section's name."""
    # counted without a loop first, as hardly any line is
    plain = text.encode("ascii", "ignore")
    if len(plain) - len(plain.translate(None, _SMALL)) > 0.1 * len(text):
        return text[-1:].isupper() and _NAMED_CAPITALS.fullmatch(text) is not None
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= 3 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


_NAMED_CAPITALS = re.compile(
    r"[A-Z][a-z]{2,14}(?: (?:[A-Z][a-z]{2,14}|and|of)){0,2} (?=(?:[^ ]+ ){3})"
    r"(?=.* (?:A|AN|AND|AT|FOR|FROM|IN|OF|ON|THE|TO|WITH) )[^a-z,;]{12,120}"
)
"""The name of a section with a title right behind it: "Health 64 TEAMS AND ONE BALL"."""


def breaks_off(text: str) -> bool:
    """Whether a text breaks off in a word that no title and no sentence ends in."""
    last = text.rstrip()
    return last[last.rfind(" ") + 1 :].lower() in LOOSE_WORDS and _ADVERB.search(last, max(0, len(last) - _ADVERB_LONG)) is None


def titles(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Where titles of one or two lines begin and end among the lines of a run.

    They stand at its start, behind a paragraph's last line, and below the name of a section.
    """
    section = 0
    for first in range(len(texts) - 1):
        if first == len(texts) - 2 and (first or not _announces(texts[-1])):
            break
        before = texts[first - 1]
        begins = (
            section == first or is_capital(before) or (before[-1] in _STOPS and (ENDED.search(before) or _CREDIT.search(before)))
        )
        if begins and is_capital(texts[first]) and len(texts[first].split()) <= _FEW:
            section = first + 1
            continue
        if begins and not texts[first].endswith((".", ",", "-", ";", ":")):
            above = texts[max(0, first - _NEAR) : first] if section != first else []
            below = texts[first : first + _NEAR * 3]
            named = _SECTION.fullmatch(texts[first]) is not None
            count = next((count for count in ((1,) if named else (_LINES, 1)) if _is_titled(above, below, count)), 0)
            if count:
                section = first + 1 if named else section
                yield first, first + count


def _is_titled(above: list[str], texts: list[str], count: int) -> bool:
    """Whether so many lines are the title of those behind them: ended before the column's width, or wider, above a sentence.

    `above` are the lines before them, none where nothing of a story is; `texts` begin with the title.
    """
    announced = not above and len(texts) - count == 1 and _announces(texts[-1])
    if (len(texts) - count < (_BELOW if above else 2) and not announced) or not _SENTENCE.match(texts[count]):
        return False
    lines = [text.strip() for text in texts[:count]]
    if cuts_a_name(" ".join(lines), texts[count].lstrip()):
        return False
    placed = not above and PLACED.match(texts[count]) is not None
    whole = " ".join(lines)
    if (
        PLACED.match(whole) is not None
        or not _is_title(_COUNT.sub(_upper, whole) if placed else whole)
        or any(line.endswith(("-", ",")) or is_capital(line) or _NO_TITLE.match(line) for line in lines)
    ):
        return False
    if placed and (NUMBERED.match(whole) is not None or not breaks_off(lines[-1])):
        return True
    columns = [_width(near) for near in (texts[count : count + _NEAR], above) if near]
    # above a text, the longest of its lines tells how wide it is; between paragraphs, each may stand in a column of its own
    longest = max(map(len, texts[count : count + 2 * _NEAR]))
    narrow, wide = min(columns) if above else longest, max(columns)
    if (above and narrow < _NARROW) or (count == _LINES and _SHORT * wide <= len(lines[1]) <= wide + _WIDER):
        return False
    ended = [
        len(line) + 1 + len(after.split(None, 1)[0]) <= narrow or len(line) >= (wide + 1 if above else longest) + _WIDER
        for line, after in zip(lines, texts[1 : count + 1], strict=True)
    ]
    # where a story begins, the first of two lines may be filled
    return all(ended if above else ended[-1:])


def _announces(text: str) -> bool:
    """Whether a line right below a title announces a list: "Four events, one theme:"."""
    return text.endswith(":") and len(text.split()) <= _LABEL and ". " not in text


_LABEL = 6
"""Words of such a line, at most."""


def _upper(found: re.Match[str]) -> str:
    return found[1].upper()


def _width(near: list[str]) -> int:
    """How wide a column is, one line of which may be longer."""
    return sorted(map(len, near))[-2 if len(near) > 2 else -1]


_SENTENCE = re.compile(r"\s*[\"“«‘']?[A-ZÀ-Þ]")
_FEW = 4
"""Words of the name of a section, at most: "CRIMINAL JUSTICE"."""
_SECTION = re.compile(r"\s*[A-Z][\w ]{2,30}[.|/] [A-ZÀ-Þ][\w’'-]{3,}\s*")
"""The name of a section that ends in that of a country: "In the field. Kyrgyzstan"."""
_ORDINAL = rf"\s*\d{{1,3}}(?:st|nd|rd|th)\s(?!{MONTH_SHORT})[A-Z]"
_NO_TITLE = re.compile(
    rf"(?!{_ORDINAL}){DATE_LEAD.pattern}|(?:By|Text|Author|Photos?|Source|Editors?)\b|(?:Mr|Mrs|Ms|Dr|Prof)\.?\s[^,:]{{3,40}},"
    r"|.*(?:[.…]{3}|(?:\s\.){3})"
)
PLACED = re.compile(
    r"\s*(?:[A-ZÀ-Þ]{3,}(?:[ -][A-ZÀ-Þ]{2,}){0,3}|[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}(?=, \d))"
    r"(?:, [A-ZÀ-Þ\d][\w, –-]{2,30}?)? [–—-] [“\"]?[A-Z0-9]"
)
"""How the text of a story begins with its dateline: "OSH – The mayor", "Osh, 3-5 May - The mayor"; what stands above is a title."""
_NEAR = 6
"""Lines above and below a title that tell how wide its column is."""
_LINES = 2
"""A title has at most so many lines."""
_BELOW = 3
"""Lines that a title between paragraphs has below it, at least."""
_NARROW = 24
"""Lines of fewer characters are no column of text but a list."""
_SHORT = 0.6
"""A line of so much of the width was not filled."""


def is_tail(text: str) -> bool:
    """Whether a line in capitals is the end of a sentence: an acronym, and a full stop or a bracket."""
    text = text.strip()
    return len(text.split()) <= 2 and (text.endswith(".") or (text.startswith("(") and text.rstrip(".,;").endswith(")")))


def _is_title(text: str, most: int = 18) -> bool:
    words = text.split()
    return (
        (len(words) > 1 or len(text) >= _NAME)
        and len(words) <= most
        and (text.lstrip()[:1].isupper() or NUMBERED.match(text) is not None)
        and not text.endswith((".", ";", ":", ",", "!"))
        and TOLD.search(text) is None
    )


NUMBERED = re.compile(
    r"\s*(?:\d{1,3}(?:(?:\.\d{1,2}){1,3}\.?|(?:st|nd|rd|th))\s[A-Z]"
    r"|(?:#|№|No\.?\s|Nr\.?\s)?[\[(]?\d{1,2}[\])]?\s?[|/:·•–—-]\s[“\"]?[A-ZÀ-Þ])"
)
"""A number that a title begins with: "5.6 Events", "17th Forum on Rice", "3 | Rice in the hills"."""
_COUNT = re.compile(r"^[\[(]?\d{1,3}[.)\]]?\s[“\"]?(\w)")
"""The same above a dateline, where hardly anything else stands: "3. Rice in the hills", "12 dogs come home"."""
TOLD = re.compile(
    r"\w{3,}\. (?:The|An?|In|On|It|[A-Z]\w+ [a-z])|^(?:The|An?|This|These|It)\s[^:“\"]*\s(?:was|were|has been|have been)\s"
)
"""What is a sentence, or its end and the next one's beginning, and no title."""


def cuts_a_name(text: str, below: str = "") -> bool:
    """Whether a line ends inside a quotation, or before one that it introduces and that the line `below` begins with.

    "Under the motto “Clean rivers," and "As part of the project" above "“Safe Roads”, ..." are no titles.
    """
    if "“" in text or "”" in text:
        return text.count("“") != text.count("”")
    if text.count('"') % 2:
        return True
    return below[:1] in _QUOTES and _INTRODUCES.fullmatch(text) is not None


_QUOTES = frozenset('“"«‘')
_INTRODUCES = re.compile(
    r"(?:Within|Under|In|As part|As a part|Through|During|At|On|With|For|By|From|To|Over|Following|Thanks)\s.*?"
    r"\b(?:projects?|programmes?|programs?|themes?|titles?|slogans?|mottos?|campaigns?|initiatives?|grants?|names?|topics?"
    r"|subjects?|series"
    r"|courses?|workshops?|seminars?|conferences?|entitled|titled|called|named)"
)


def is_dated_title(text: str) -> bool:
    """Whether what stands right above a dateline is the title of the story that is dated so."""
    text = text.strip()
    return (
        len(text) <= _DATED_TITLE
        and not breaks_off(text)
        and _is_title(text.rstrip("!"), _DATED_WORDS)
        and _NO_TITLE.match(text) is None
    )


_DATED_TITLE, _DATED_WORDS = 180, 26
"""Characters and words of a title above a dateline."""
