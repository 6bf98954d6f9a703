"""Bytes to text: encodings with a note, and a plain word about what is no text."""

from __future__ import annotations

import codecs
import io
import unicodedata
import zipfile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from importers.readers.decode import LIMIT, ReadError, decode

TEXT = "Le café ouvrit à Genève le 3 mai – “enfin”.\r\nPrix : 5 €\n"

ENCODINGS = [
    ("plain", TEXT.encode("utf-8"), None),
    ("UTF-8 mark", codecs.BOM_UTF8 + TEXT.encode("utf-8"), "UTF-8"),
    ("UTF-16, small end first", codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "UTF-16"),
    ("UTF-16, big end first", codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16"),
    ("UTF-32, small end first", codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "UTF-32"),
    ("UTF-32, big end first", codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "UTF-32"),
    ("cp1252", TEXT.encode("cp1252"), "cp1252"),
]


@pytest.mark.parametrize(("data", "noted"), [case[1:] for case in ENCODINGS], ids=[case[0] for case in ENCODINGS])
def test_encodings_are_read_with_a_note(data: bytes, noted: str | None) -> None:
    decoded = decode(data)
    assert decoded.text == TEXT
    if noted is None:
        assert decoded.notes == ()
    else:
        assert len(decoded.notes) == 1
        assert noted in decoded.notes[0]


def test_bytes_that_cp1252_does_not_know_are_no_reason_to_stop() -> None:
    assert decode(b"caf\xe9 \x81 noir").text == "café \ufffd noir"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\f", "\n\r\n"])
def test_line_ends_are_kept(ends: str) -> None:
    assert decode(f"one{ends}two".encode()).text == f"one{ends}two"


def test_terminal_escapes_and_markup_are_text() -> None:
    text = "\x1b[31mOpened\x1b[0m [bold]in May[/bold]"
    assert decode(text.encode()).text == text


def docx() -> bytes:
    """The beginning of what a word processor saves."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<w:t>Opened in May</w:t>")
    return made.getvalue()


REFUSED = [
    ("nothing", b"", "empty"),
    ("blanks", b" \r\n\t\n", "empty"),
    ("only a mark", codecs.BOM_UTF8, "empty"),
    ("only a wide mark", codecs.BOM_UTF16_LE, "empty"),
    ("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "pdftotext"),
    ("DOCX", docx(), "DOCX"),
    ("web page", b"\xef\xbb\xbf\n<!DOCTYPE HTML>\n<p>An office opened.</p>", "web page"),
    ("DOC", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "Word"),
    ("RTF", b"{\\rtf1\\ansi Opened in May}", "RTF"),
    ("a store", b"SQLite format 3\x00" + bytes(84), "database"),
    ("picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "binary"),
    ("NUL in text", b"Opened in\x00 May", "binary"),
    ("NUL in cp1252", b"caf\xe9\x00", "binary"),
    ("control characters", bytes(range(1, 32)) * 20 + b"ELF", "binary"),
    ("control characters in cp1252", b"\xff\x01\x02\x03" * 50, "binary"),
    ("half a character", codecs.BOM_UTF16_LE + b"O\x00p", "UTF-16"),
    ("half a pair", codecs.BOM_UTF16_LE + b"\x00\xd8O\x00", "UTF-16"),
    ("UTF-8 mark before other bytes", codecs.BOM_UTF8 + b"caf\xe9", "UTF-8"),
    ("too large", b"x" * (LIMIT + 1_000_000), "20 MB"),
]


@pytest.mark.parametrize(("data", "word"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_is_no_text_is_refused_in_one_line(data: bytes, word: str) -> None:
    with pytest.raises(ReadError) as refused:
        decode(data)
    assert word in str(refused.value)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 160


def test_the_largest_file_is_read() -> None:
    assert len(decode(b"x" * LIMIT).text) == LIMIT


@pytest.mark.parametrize("text", ["Отдел открыт в мае.", "افتتح المكتب", "事務所が開設された", "🎉 in May"])
def test_other_scripts_are_text_here(text: str) -> None:
    assert decode(text.encode()).text == text


@given(st.binary(max_size=200))
@settings(max_examples=150)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except ReadError as refused:
        assert "\n" not in str(refused)
    else:
        assert decoded.text.strip()
        assert "\x00" not in decoded.text
        decoded.text.encode("utf-8")


@given(
    st.text(
        st.characters(min_codepoint=9, exclude_categories=["Cs", "Cc", "Zs"], include_characters=" ", exclude_characters="ﬀﬁﬂﬃﬄﬅﬆ"),
        min_size=1,
    )
)
@settings(max_examples=60)
@example("豈")
def test_composed_text_in_utf_8_is_read_as_it_is(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    data = text.encode("utf-8")
    page = text.lstrip().lower().startswith(("<!doctype html", "<html"))
    if text.strip() and not page and not text.startswith(("\ufeff", "%PDF-", "{\\rtf")):
        assert decode(data).text == text


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u202f", "\u3000"])
def test_blanks_of_any_width_are_blanks(blank: str) -> None:
    found = decode(f"On 3{blank}May 2015 a{blank}pier was opened.".encode())
    assert (found.text, found.notes) == ("On 3 May 2015 a pier was opened.", ())


def test_signs_of_several_letters_and_split_accents_are_letters() -> None:
    told = decode("An o\ufb03ce was \ufb01nanced in Yaounde\u0301.".encode())
    assert told.text == "An office was financed in Yaoundé."
    assert "read as letters" in told.notes[0]
    assert decode("An office in Yaoundé.".encode()).notes == ()
