"""Text that is not ours, made harmless for where it goes: a terminal, a Markdown reader, a spreadsheet."""

from __future__ import annotations

import re
import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MARKS = re.compile(
    r"""[\\`*_\[\]<>|~^${}"'@#]"""
    r"|&(?=[#A-Za-z])|!(?=\[)"
    # pandoc makes dashes and an ellipsis of these
    r"|-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\."
    # GitHub makes links and emoji of these
    r"|:(?=//|[A-Za-z+-][\w+-]*:)|(?<=[Ww]{3})\."
)
_STARTS = re.compile(r"^(?:[-+=:%]|\d+(?=[.)]))")
_FORMULA = frozenset("=+-@\t\r＝＋－＠")


def harmless(text: str) -> str:
    """`text` on one line: white space as single blanks, what steers a terminal or turns the reading order as visible signs."""
    plain = text if text.isprintable() else "".join(map(_shown, text))
    return " ".join(plain.split())


def _shown(char: str) -> str:
    if char.isspace() and char not in "\x1c\x1d\x1e\x1f":
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))
    tag = "\U000e0000" <= char <= "\U000e007f"
    return "\ufffd" if char in _BIDI or tag or char == "\x7f" or unicodedata.category(char) in {"Cc", "Cs"} else char


def markdown(text: str) -> str:
    """`text` as Markdown that reads as itself, the same to GitHub and to pandoc: no markup, no links, no smart punctuation."""
    escaped = _MARKS.sub(lambda found: "\\" + found[0], harmless(text))
    start = _STARTS.match(escaped)
    if start:
        number = start[0].isdigit()
        escaped = f"{start[0]}\\{escaped[start.end() :]}" if number else "\\" + escaped
    return escaped


def code(text: str) -> str:
    """`text` as a Markdown code span."""
    plain = harmless(text)
    fence = "`" * (max((len(run) for run in re.findall("`+", plain)), default=0) + 1)
    pad = " " if plain.startswith("`") or plain.endswith("`") else ""
    return f"{fence}{pad}{plain}{pad}{fence}"


def quoted(text: str) -> str:
    """`text` as a YAML string in double quotation marks: what is not printable as its number."""
    plain = harmless(text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in plain) + '"'


def cell(text: str) -> str:
    """`text` as a spreadsheet cell: what a spreadsheet would take for a formula begins with an apostrophe."""
    plain = harmless(text)
    return "'" + plain if plain and (plain[0] in _FORMULA or text.lstrip(" ")[0] in _FORMULA) else plain


def json_safe(encoded: str) -> str:
    """JSON text whose strings show a terminal no control or bidi character; it means the same."""
    if encoded.isascii() and "\x7f" not in encoded:
        return encoded
    return "".join(_escaped(char) for char in encoded)


def _escaped(char: str) -> str:
    if char in _BIDI or (
        char > "~" and (unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or "\U000e0000" <= char <= "\U000e007f")
    ):
        code_units = char.encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{code_units[at : at + 2].hex()}" for at in range(0, len(code_units), 2))
    return char
