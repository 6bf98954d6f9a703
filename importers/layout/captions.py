"""Lines beside a text that are none of it: words of a picture, of a box, and who said what stands above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from importers.layout.boxes import QUOTE
from importers.layout.fit import REFUSED, fit
from importers.layout.halves import BEGINS, HEADLESS, LONG, is_headless, is_open
from importers.lexicon import data
from importers.readers.blocks import Block, BlockKind
from importers.readers.headlines import breaks_off, is_capital


def interrupts(standing: Sequence[Block], index: int) -> bool:
    """Whether a capital line stands in the middle of a sentence: words of a picture, of a box or the name of a section."""
    if not 0 < index < len(standing) - 1 or not is_capital(standing[index].text):
        return False
    before, after = standing[index - 1], standing[index + 1]
    if not is_open(before) or after.kind is not BlockKind.PARAGRAPH:
        return False
    broken = len(before.text) > LONG or _HALF_WORD.search(before.text) is not None
    return (broken and HEADLESS.match(after.text) is not None) or _takes_up(standing, index)


def _takes_up(standing: Sequence[Block], index: int) -> bool:
    """Whether a name goes on below a line what breaks off above it, "built by the | Turkmen side"; no other half stands near."""
    before, after = standing[index - 1].text, standing[index + 1].text
    if not breaks_off(before) or _FRESH.match(after) is not None:
        return False
    near = pairwise(standing[index + 1 : index + 2 + _NEAR])
    return not any(is_headless(two) and not is_open(one) and fit(before, two.text, frozenset()) > REFUSED for one, two in near)


_FRESH = re.compile(
    rf"[\"“]?(?:(?:{BEGINS}|Those|To|With|Some|More|All|Both|Within|Under|Over|About|Mr|Mrs|Ms|Dr)\b"
    r"|\d{1,2}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{1,2})? [A-Z][a-z]{2,8}\b)"
)
"""How a text begins, and no second half of a sentence that breaks off in a small word."""
_HALF_WORD = re.compile(r"\b[a-z]+-$")


def is_signature(block: Block, before: Block | None) -> bool:
    """Whether a line right below what somebody said says who did."""
    if before is None or before.end != block.start or len(block.text) > _NAME or block.text.endswith((".", ":")):
        return False
    return QUOTE.fullmatch(before.text) is not None and not is_capital(block.text)


_NAME = 48
_SCENE = re.compile(r"[\"“(]?[A-ZÀ-Þ][^.!?:;]*\b(?:is|are)\s(?:seen\s)?(?:\w+ly\s)?\w{3,}ing\b[^.!?:;]*[^.!?:;,\s]")


def is_scene(block: Block, before: Block | None, after: Block | None) -> bool:
    """Whether a line below a heading says what a picture shows: in the present, without a stop; the text begins behind it."""
    if after is None or HEADLESS.match(after.text) or before is None or before.kind is not BlockKind.HEADING:
        return False
    return _SCENE.fullmatch(_TITLES.sub("", block.text).strip()) is not None


_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Eng|Prof|Gen|Col|Amb)\.|(?<=\b[A-Z])\.")


PICTURED = re.compile(
    r"(?:\b[A-Z][\w’'-]+, (?:\d{1,2}(?:[–-]\d{1,2})? [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}|[A-Z][a-z]{2,8})(?:,? \d{4})?"
    r"|\b[Pp]hoto\b(?:[^.]|\b[A-Z]\.){0,80})$"
)
"""How the words below a picture end, which no full stop does: with a place and a day, or with who took it."""


def is_caption(standing: Sequence[Block], index: int) -> bool:
    """Whether a line between paragraphs speaks of what stands above it, and of nothing below, as the words of a picture do.

    A title speaks of what stands below.
    """
    words = _WORD.findall(standing[index].text)
    if _SHOWN.match(standing[index].text):
        return True
    if len(words) < _FEWEST or any(map(standing[index].text.__contains__, ":?!|")) or _is_titled(words):
        return False
    below = _stems(standing, range(index + 1, index + 1 + _NEAR))
    if not below or any(_stem(word) in below for word in words):
        return False
    above = _stems(standing, range(index - 1, index - 1 - _NEAR, -1))
    told = [word for word in words if _stem(word) in above]
    return len(told) >= _TOLD or any(word[0].isupper() for word in told if word is not words[0])


_SHOWN = re.compile(
    r"(?:(?:Some of )?(?:[Tt]he )?(?:[Pp]articipants?|[Dd]elegates|[Tt]rainees|[Aa]ttendees)\s"
    r"(?:during|at|in|of|from|listen\w*|pos\w+)\s|(?:A )?(?:[Gg]roup|[Ff]amily)\s(?:photo|picture)\b|From (?:the )?left\b"
    r"|(?:Members|Officers|Officials|Experts|Students|Pupils|Judges|Prosecutors|Guards|Staff|Guests|Trainers|Graduates"
    r"|Volunteers)\s(?:of|from)\s"
    r"[^.!?:;]{3,80}\s(?:during|in\sfront\sof|on\sboard|at\swork|posing|with\stheir|examining|inspecting|practi[sc]ing|watching"
    r"|listening)\b"
    r"|(?:Photo|Picture|Image|Figure|Fig\.)\s?\d{1,2}\s?[:.–-]"
    r"|(?:Left|Right|Above|Below|Top|Bottom|Cover|In the)\s?(?:photo|picture)?:)"
)
"""How the words of a picture begin that say whom it shows."""
_NEAR, _LOOKED_AT = 3, 1_500
"""Paragraphs, and characters of each, that may speak of what a line says."""
_FEWEST, _TOLD = 2, 2
"""Words of a caption, and of them words that stand above."""
_STEM = 5
_COMMON = frozenset(word[:_STEM] for word in (*data("words")["common"], *data("words")["small"]))
_WORD = re.compile(r"[^\W\d_]{4,}")


def _stem(word: str) -> str:
    return word[:_STEM].lower()


def _stems(standing: Sequence[Block], places: range) -> set[str]:
    """What the paragraphs at these places speak of, up to the next heading; nothing where they begin with no text."""
    found: set[str] = set()
    for place in places:
        if not 0 <= place < len(standing) or standing[place].kind is not BlockKind.PARAGRAPH:
            break
        if not found and len(standing[place].text) < LONG:
            break
        found.update(map(_stem, _WORD.findall(standing[place].text[:_LOOKED_AT])))
    return found - _COMMON


def _is_titled(words: Sequence[str]) -> bool:
    return all(word[0].isupper() for word in words)
