"""Ligatures of a PDF ("oﬃce", "ﬁnance") and the letters that they stand for: one place for what is searched and for what is sought.

Nothing that is stored changes by it. Other compatibility characters stay as they are: a superscript or a fraction means something
else than its digits. Accents need nothing: full text search knows them in composed and in decomposed form.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""Unicode, Alphabetic Presentation Forms, Latin ligatures: ff, fi, fl, ffi, ffl and both of st."""
_LIGATURE = re.compile("[\ufb00-\ufb06]")


def has_ligature(text: str) -> bool:
    """Whether there is one in it."""
    return not text.isascii() and _LIGATURE.search(text) is not None


def written_out(text: str) -> str:
    """The text with letters for ligatures."""
    return text.translate(_LETTERS) if has_ligature(text) else text


def places(text: str) -> list[int]:
    """For each character of `written_out` that of the text which it comes of."""
    return [at for at, char in enumerate(text) for _ in _LETTERS.get(ord(char), char)]


def searched_too(*cells: str) -> str:
    """What full text search goes through beside these cells: those with ligatures, written out, each on a line of its own."""
    return "\n".join(written_out(cell) for cell in cells if has_ligature(cell))
