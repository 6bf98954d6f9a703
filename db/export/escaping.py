"""Text that is not ours, made harmless for where it goes: a terminal, a Markdown reader, a spreadsheet."""

from __future__ import annotations

import re
import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MARKS = re.compile(
    # with each opening bracket escaped, a closing one closes nothing
    r"[\\`^\[{]"
    r"|(?<!\s)\*|\*(?!\s)"
    # inside a word they are letters
    r"|(?<!\w)_+|_++(?!\w)"
    # what may begin a tag or a link of its own, or an entity
    r"|<(?![\s\d])|&(?=#?\w+(?:;|$))"
    # struck out; `~50` opens and never closes
    r"|(?<![^\s(])~(?!\d)|(?<=[^\s(])~"
    # a formula, which no sign before a digit can close
    r"|\$(?!\d)"
    # an address, a citation
    r"|@(?=[\w{])"
    # what would close a heading
    r"|#(?=#*$)"
    # GitHub makes links and emoji of these
    r"|:(?=//|[A-Za-z+-][\w+-]*:)|(?<=[Ww]{3})\."
)
"""What Markdown, as GitHub or pandoc reads it, takes for markup anywhere on a line; each sign in a match is escaped."""
_STARTS = re.compile(
    r"[-+*](?=[\s-]|$)|#+(?=\s|$)|[>|]|=(?==*$)|[:%](?=\s|$)|\(?(?:\d+|[A-Za-z]|[IVXLCDMivxlcdm]+|#|@)[.)](?=\s|$)"
)
"""What it takes for a block, such as an item of a list, where a block begins."""
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


def markdown(text: str, *, begins: bool = False) -> str:
    """`text` as Markdown that reads as itself, to GitHub and to pandoc: no markup and no links. A cell takes `in_cell` too.

    It `begins` a block, such as an item of a list, or else something stands before it. Only what would be markup is escaped, for
    people also read Markdown as it is; that pandoc turns straight quotes and several hyphens or stops into others is none.
    """
    plain = harmless(text)
    escaped = _MARKS.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), plain)
    start = _STARTS.match(plain) if begins else None
    if start and not escaped.startswith("\\"):
        # a letter or a digit cannot be escaped, only the sign behind it
        at = start.end() - 1 if start[0][0].isalnum() else 0
        escaped = f"{escaped[:at]}\\{escaped[at:]}"
    return escaped


def in_cell(text: str) -> str:
    """Markdown on one line as a cell of a table, which no vertical line in it ends."""
    return text.replace("|", "\\|")


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
