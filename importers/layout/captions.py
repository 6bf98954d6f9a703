"""Lines beside a text that are none of it: words of a picture, of a box, and who said what stands above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.layout.boxes import QUOTE
from importers.layout.seams import HEADLESS, LONG, is_open
from importers.lexicon import data
from importers.readers.blocks import Block, BlockKind
from importers.readers.headlines import is_capital


def interrupts(block: Block, before: Block | None, after: Block | None) -> bool:
    """Whether a capital line stands in the middle of a sentence: words of a picture or a box."""
    if before is None or after is None or not is_capital(block.text):
        return False
    broken = len(before.text) > LONG or _HALF_WORD.search(before.text) is not None
    return is_open(before) and broken and after.kind is BlockKind.PARAGRAPH and bool(HEADLESS.match(after.text))


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
    r"(?:\b[A-Z][\w’'-]+, (?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}|[A-Z][a-z]{2,8})(?:,? \d{4})?"
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
