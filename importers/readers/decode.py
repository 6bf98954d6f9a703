"""Bytes to text: every encoding that newsletters come in, and a plain word about what is no text."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

LIMIT = 20_000_000
"""The largest file that is read, in bytes."""


class ReadError(Exception):
    """A file that cannot be read; the message says in one line why and what to do."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, its line ends kept, and what a person should know of how it was decoded."""

    text: str
    notes: tuple[str, ...] = ()


_MAGIC = (
    (b"%PDF-", "PDF is not read yet; turn it into text first, for example with `pdftotext FILE.pdf`"),
    (b"PK\x03\x04", "a DOCX, ODT or zip file is not read yet; save it as plain text first"),
    (b"\xd0\xcf\x11\xe0", "an old Word file is not read yet; save it as plain text first"),
    (b"{\\rtf", "RTF is not read yet; save it as plain text first"),
    (b"SQLite format 3\x00", "it is a database, not a newsletter; give a store with `--store`"),
)
_STRANGE = bytes((*range(0x09), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)))
"""Control characters that no text has."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"))
_WIDE_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes) -> Decoded:
    """The text of `data`: by its byte-order mark, else UTF-8, else cp1252.

    Raises `ReadError` for what is empty, too large, binary, or a format that is not read.
    """
    if len(data) > LIMIT:
        raise ReadError(f"it is larger than the {LIMIT / 1e6:.0f} MB that are read; split it")
    for magic, advice in _MAGIC:
        if data.startswith(magic):
            raise ReadError(advice)
    for mark, encoding in (*_MARKS, *_WIDE_MARKS):
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                raise ReadError(
                    f"it says that it is {encoding.removesuffix('-sig').upper()}, but it is not; save it as UTF-8"
                ) from None
            return _checked(text, (f"read as {encoding.removesuffix('-sig').upper()}, by its byte-order mark",))
    try:
        return _checked(data.decode("utf-8"), ())
    except UnicodeDecodeError:
        if b"\x00" in data:
            raise ReadError("it is a binary file, not text") from None
        return _checked(
            data.decode("cp1252", errors="replace"), ("not UTF-8: read as cp1252, so look at accents and quotation marks",)
        )


def _checked(text: str, notes: tuple[str, ...]) -> Decoded:
    if "\x00" in text:
        raise ReadError("it is a binary file, not text")
    if not text.strip():
        raise ReadError("it is empty")
    if text.lstrip()[:15].lower().startswith(("<!doctype html", "<html")):
        raise ReadError("a web page is not read yet; open it in a browser and save it as plain text first")
    sample = text[:100_000].encode("ascii", "replace")
    if len(sample) - len(sample.translate(None, _STRANGE)) > len(sample) // 20:
        raise ReadError("it is a binary file, not text")
    plain = composed(text)
    return Decoded(plain, notes if plain == _BLANKS.sub(" ", text) else (*notes, _COMPOSED))


def composed(text: str) -> str:
    """The text in single letters and common blanks: some programs print "ﬁ" as one sign, or an accent behind its letter."""
    if _LIGATURE.search(text) is not None:
        text = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text))


_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
"""The blanks that are not the common one: those where no line may end, and those of other widths."""


_COMPOSED = "signs of several letters, and letters apart from their accents, were read as letters"


_LIGATURE = re.compile("[\ufb00-\ufb06]")
