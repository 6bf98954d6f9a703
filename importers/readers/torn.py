"""Lines of another text right above those of a paragraph, without a blank line between: words of a picture, names of sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from importers.lexicon import data, trie_pattern
from importers.readers.headlines import ENDED, breaks_off, is_capital
from importers.readers.printed import Line

_GOES_ON = frozenset(data("words")["small"]) | frozenset(data("words")["loose"])
"""Words that a line which another goes on from may end in."""
LABEL = re.compile(r"[A-Z][\w’'-]*[a-z](?: [\w’'&-]+){0,4}(?<!ed)(?<!-)")
"""A line that may be the name of a section: "Regional cooperation"."""
_FEWEST = 3
"""Lines of a column that another text stands above, at least."""
_FILLED = 0.8
"""A line that was ended before the next word would have filled so much of its width was ended on purpose."""
_WIDER = 2
CREDIT = re.compile(
    r"\W*(?:photos?|pictures?|images?|captions?|(?:photo )?credits?|source)\b\W{0,3}(?::|©|by\b|courtesy\b)", re.IGNORECASE
)
"""How a line under a picture begins."""
CREDITED = re.compile(
    r"[A-Z](?=.{8,110}$).*(?:[.!)”\"] (?:(?:[A-Z]{2,10}|[A-Z][a-z]{2,12}) ?/ ?(?:[A-Z]\. ?)+[A-Z][\w’'-]+|©.{2,40})"
    r"|\W[Pp](?:hoto|icture)s?(?: credit)?: ?[A-Z][^.!?]{1,40}"
    r"| \([A-Z][\w.&-]{1,20} ?/ ?[A-Z][\w’'-]+(?: [A-Z][\w’'-]*\.?){1,2}\)| \([Cc]\) ?[A-Z][^.!?]{1,40})\.?"
)
"""Words of a picture that end in who took it: "Unloading in Osh. UNODC/A. Ito", "The new post. Photo: WHO", "(WHO/Ana R.)"."""


def cut_at_pictures(run: Sequence[Line]) -> Iterator[tuple[Sequence[Line], bool]]:
    """A run of lines cut around those that may be of another text, and whether each piece is words of a picture or an address."""
    begun = 0
    address = _address(run)
    for index, line in enumerate(run):
        text = line.text.rstrip()
        furniture = index in address
        if not furniture and index >= len(run) - 1:
            continue
        pictured = _MAY_PICTURE.search(text) is not None and (CREDIT.match(text) or CREDITED.fullmatch(text)) is not None
        if not furniture and index >= len(run) - _FEWEST and not (pictured and index and breaks_off(run[index - 1].text.rstrip())):
            # above the last lines of a text it may be one of them, but not where the line above breaks off
            continue
        if furniture or (
            (pictured or index == begun or ENDED.search(run[index - 1].text.rstrip()))
            and _stands_apart(text, run[index + 1 : index + 1 + _NEAR], pictured=pictured)
        ):
            if index > begun:
                yield run[begun:index], False
            yield run[index : index + 1], furniture or pictured
            begun = index + 1
    if begun < len(run) or not run:
        yield run[begun:], False


_TOWN = re.compile(r"(?:[A-Z]{1,3}-)?\d{4,6},? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}")
"""The last line of an address: "100100, Tashkent, Uzbekistan"."""
_STREET = re.compile(
    r"(?=.{8,60}$)(?=.*\d)[\w’'.,/ -]*\b(?:Street|Str|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Square|Lane|Prospekt)\b\.?[\w, -]{0,12}"
)
_OFFICE = re.compile(
    r"(?=.{8,60}$)[A-Z][\w’'&,() -]*\b(?:Office|Organi[sz]ation|Mission|Delegation|Programme|Centre|Headquarters)\b[\w’'&,() -]*"
)
_ABOVE = 6
"""Lines above the last of an address among which the others stand, perhaps between those of a text."""


def _address(run: Sequence[Line]) -> frozenset[int]:
    """Which lines of a run are those of a postal address: the town's, and above it the street's and the office's."""
    found: set[int] = set()
    for index, line in enumerate(run):
        if line.text[:1].isalnum() and _TOWN.fullmatch(line.text.strip()) is not None:
            above = range(max(0, index - _ABOVE), index)
            streets = [place for place in above if _STREET.fullmatch(run[place].text.strip()) is not None]
            if streets:
                found.update((index, *streets))
                found.update(place for place in above if _OFFICE.fullmatch(run[place].text.strip()) is not None)
    return frozenset(found)


# each begins with a letter that `re` can look for
_MAY_PICTURE = re.compile(r"/|©|\([Cc]\)|hoto|icture|mage|aption|redit|ource|HOTO")
_NEAR = 6


def _stands_apart(text: str, below: Sequence[Line], *, pictured: bool) -> bool:
    """Whether a line is none of the text that it stands right above."""
    *_, width, longest = sorted((0, *(len(line.text) for line in below)))
    following = below[0].text.split(None, 1)[0]
    if pictured:
        return len(text) > longest + _WIDER or following[0].islower() or text.endswith((".", ")"))
    return (
        following[0].islower()
        and LABEL.fullmatch(text) is not None
        and len(text) + 1 + len(following) <= _FILLED * width
        and _GOES_ON.isdisjoint((text[: text.find(" ")].lower(), text[text.rfind(" ") + 1 :].lower()))
    )


_FIGURE = re.compile(r"[A-Z](?=[^:]{3,50}: ?\d|.{3,50} [–—-] ?\d)[^\n]{3,60}?(?::|[–—-]) ?\d[\d.,]*(?: ?%| [a-z]{1,12}){0,2}\.?")
"""A line of a box of figures: "Registered drug users, end of 2009: 8,600"."""
_WOVEN = 2
"""Lines of a box between those of a text, at least."""


def woven(run: Sequence[Line]) -> list[int]:
    """Which lines of a run are of a box of figures that stands between the lines of its text, one by one, its title among them."""
    if not run or sum(":" in line.text or "–" in line.text or " - " in line.text for line in run) < _WOVEN:
        return []
    texts = [line.text.strip() for line in run]
    found = [
        index
        for index in range(1, len(texts) - 1)
        if _FIGURE.fullmatch(texts[index]) and not ENDED.search(texts[index - 1]) and texts[index + 1][:1].islower()
    ]
    if len(found) < _WOVEN or any(right - left == 1 for left, right in pairwise(found)):
        return []
    title = found[0] - 2
    return [title, *found] if title > 0 and is_capital(texts[title]) else found


def inserted(run: Sequence[Line]) -> list[int]:
    """Which lines of a run are sentences of their own that stand between two lines of another, longer than all of its column."""
    if len(run) <= _FEWEST:
        return []
    lengths = [len(line.text.rstrip()) for line in run]
    longest = max(range(len(run)), key=lengths.__getitem__)
    if not 0 < longest < len(run) - 1 or lengths[longest] <= sorted(lengths)[-2] + _WIDER:
        return []
    text, above = run[longest].text.strip(), run[longest - 1].text.rstrip()
    own = text[:1].isupper() and text.endswith(".") and run[longest + 1].text[:1].islower()
    return [longest] if own and not above.endswith((",", "-", ";", ":")) and not ENDED.search(above) else []


_BOX = data("boxes")
FIELD = re.compile(
    rf"(?<![\w/“\"-])(?P<label>(?:(?:main|principal|sole|key|lead|current)\s)?(?P<payer>{trie_pattern(_BOX['payers'])})"
    r"(?:\s(?:to|for|of)\s(?:the|this|our|all)\s(?:[a-z]+\s)?[a-z]+)?"
    rf"|{trie_pattern([*_BOX['others'], *_BOX['events']])})"
    r"\s?(?:[:|]|[–—-]\s)\s*",
    re.IGNORECASE,
)
"""How a line of a fact box begins: "Donors: ", "Venue | "."""
_TITLES, _SHORT = 2, 0.85
"""Lines above the fields of such a box, at most, and how much of the width they are shorter than."""


def facts(run: Sequence[Line]) -> list[int]:
    """Which lines of a run are of a project's fact box that stands between two lines of its text: its title and its fields."""
    if not any(":" in line.text for line in run):
        return []
    texts = [line.text.strip() for line in run]
    fields = [FIELD.match(text) if text[:1].isupper() else None for text in texts]
    first = next((place for place, found in enumerate(fields) if found), 0)
    last = next((place for place in range(first, len(fields)) if not fields[place]), len(fields))
    if last - first < _WOVEN or not any(found and found["payer"] for found in fields[first:last]):
        return []
    width = max(map(len, texts))
    begin = first
    while first - begin < _TITLES and begin and _is_title(texts[begin - 1], width):
        begin -= 1
    torn = begin > 0 and last < len(texts) and ENDED.search(texts[begin - 1]) is None
    return list(range(begin, last)) if torn else []


def _is_title(text: str, width: int) -> bool:
    return text[:1].isupper() and len(text) < _SHORT * width and not text.endswith((",", ";", "-")) and ENDED.search(text) is None
