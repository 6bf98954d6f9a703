"""The one door through which text of a newsletter, a file name or a store reaches a terminal.

Everything that prints, the app and the commands alike, sends such text through `clean` first. Nothing is imported here that
the commands would have to pay for.
"""

from __future__ import annotations

import re
from unicodedata import category

_GONE = "\N{REPLACEMENT CHARACTER}"
_JOINERS = "\u200c\u200d"
"""Zero-width joiners: printing Persian or an emoji needs them, and a terminal does nothing else with them."""


class _Harmless(dict[int, str]):
    """What stands for each character that is not printable, worked out when first met.

    C0 controls become their pictures (U+2400 and up), blanks of any width a blank, all else (C1, bidi overrides, tags, lone
    surrogates, private use) the replacement character.
    """

    def __missing__(self, point: int) -> str:
        char = chr(point)
        if char.isprintable() or char in _JOINERS:
            safe = char
        elif point < 0x20:
            safe = chr(0x2400 + point)
        elif point == 0x7F:
            safe = "\N{SYMBOL FOR DELETE}"
        elif category(char) in {"Zs", "Zl", "Zp"}:
            safe = " "
        elif point == 0xAD:
            safe = ""
        else:
            safe = _GONE
        self[point] = safe
        return safe


_harmless = _Harmless()
_harmless_lines = _Harmless({ord("\n"): "\n", ord("\t"): "    "})


_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[@-Z\\^_])")
"""What a terminal takes for a command (ECMA-48: a control sequence, or a string with its end)."""
_UNSEEN = re.compile(r"[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")
"""What web pages and word processors put between letters, without width: nobody means it."""


def pasted(text: str) -> str:
    """What a person means by a text that was copied elsewhere: one line, without a terminal's commands and unseen signs."""
    return " ".join(_UNSEEN.sub("", _SEQUENCE.sub(" ", text)).split())


def clean(text: str) -> str:
    """`text` on one line, with nothing in it that a terminal would obey; line feeds and tabs show as `␊` and `␉`."""
    return text if text.isprintable() else text.translate(_harmless)


def clean_lines(text: str) -> str:
    """The same for text of several lines: line feeds stay, a tab becomes four blanks."""
    return text if text.isprintable() else text.replace("\r\n", "\n").translate(_harmless_lines)
