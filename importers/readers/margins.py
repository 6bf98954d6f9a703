"""The margin of blanks that extractors print left of a page whose layout they keep: without it, blanks mean what they always do."""

from __future__ import annotations

import re

_PAGE_END = re.compile(r"(\f)")
_INDENTED = re.compile(r"^[ \t]*(?=[^\s])", re.MULTILINE)
_FEWEST = 8
"""Lines of a page that has a margin, at least."""
_OUTSIDE = 0.1
"""The share of a page's lines that may stand in its margin, and at least one: running heads do."""


def without_margin(text: str) -> str:
    """The text without the margin of each page, as wide as all but a tenth of its lines have it; the same text where none has."""
    if "\n " not in text and "\n\t" not in text:
        return text
    pages = _PAGE_END.split(text)
    found = [_moved(page) for page in pages]
    return "".join(found) if found != pages else text


def _moved(page: str) -> str:
    indents = sorted(len(found[0]) for found in _INDENTED.finditer(page))
    margin = indents[max(1, int(_OUTSIDE * len(indents)))] if len(indents) >= _FEWEST else 0
    return re.sub(rf"^[ \t]{{1,{margin}}}", "", page, flags=re.MULTILINE) if margin else page
