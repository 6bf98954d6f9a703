"""Words that stand on lines of their own are put into lines."""

from __future__ import annotations

from datetime import date

import pytest

from importers.pipeline import read_newsletter
from importers.readers.wordlines import joined

PARAGRAPHS = [
    "The hatchery in the valley above Osh was opened on 3 May with the help of the union of the fishers.",
    "It has ninety members and two lorries, and was built in the four months since the ice on the river broke.",
    "In June the judges of the court in Naryn were at the pier for a course on the law of the river.",
]
TEXT = [
    f"{paragraph} And so it was in the year of the {flood} flood." for paragraph in PARAGRAPHS for flood in ("first", "last", "old")
]


@pytest.mark.parametrize(("gap", "between"), [("\n", "\n\n"), (" \n \n", " \n \n \n"), ("\n", "\n\n\n\n"), ("\r\n", "\r\n\r\n")])
def test_words_become_lines_and_paragraphs_stay(gap: str, between: str) -> None:
    assert joined(between.join(gap.join(paragraph.split()) for paragraph in TEXT)) == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(TEXT),
        "\n".join(TEXT[0].split()),
        "\n".join(f"Pier{number}" for number in range(400)),
        "the\n" * 400,
        "\n".join(" ".join(TEXT).split()) + "\nand a line of words" * 60,
    ],
    ids=["lines of words", "a short text", "a list of names", "one word", "many lines of words"],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert joined(text) is text


def test_such_a_newsletter_is_read_and_the_reader_is_told() -> None:
    text = "\n\n".join("\n".join(paragraph.split()) for paragraph in ("River News, April-June 2015", *TEXT))
    reading = read_newsletter(text.encode(), "news.txt", today=date(2015, 9, 1))
    assert "2015-05-03" in {milestone.when.edtf for milestone in reading.milestones}
    assert reading.notes == ("words that stood on lines of their own were put into lines",)
