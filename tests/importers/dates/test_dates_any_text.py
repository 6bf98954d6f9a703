"""Whatever the text, dates are found without an exception, inside it, in order and apart from each other."""

from __future__ import annotations

from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from importers.dates.finding import find_dates, scan

PIECES = (
    *("May", "may", "March", "Sept.", "October", "OCTOBER", "Oct-\nober", "spring", "the fall", "Monday,", "Q3", "H1"),
    *(
        "1",
        "3rd",
        "the 13th",
        "31",
        "42",
        "2016",
        "1540",
        "20102011",
        "'16",
        "2016-02-30",
        "13/04/2016",
        "31.12.99",
        "1990s",
        "٢٠١٦",
    ),
    *(
        "of",
        "in",
        "the",
        "to",
        "and",
        "between",
        "-",
        "–",
        "/",
        ",",
        ".",
        "(",
        ")",
        "\n",
        "\n\n",
        " ",
        "BC",
        "year",
        "month",
        "last",
    ),
    *(
        "next",
        "this",
        "two",
        "twenty",
        "first",
        "ago",
        "later",
        "early",
        "mid",
        "about",
        "century",
        "week",
        "quarter",
        "half",
        "kg",
    ),
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=24).flatmap(
    lambda words: st.sampled_from(("", " ", "  ")).map(lambda blank: blank.join(words))
)


@settings(max_examples=300)
@given(st.one_of(WORDS, st.text(max_size=200)), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_mentions_lie_in_the_text(text: str, reference: date) -> None:
    place = 0
    for mention in find_dates(text, reference):
        assert place <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert mention.when.start is None or mention.when.end is None or mention.when.start <= mention.when.end
        place = mention.end


@settings(max_examples=100)
@given(WORDS, WORDS)
def test_a_date_far_away_changes_nothing(text: str, other: str) -> None:
    numeric = "/" in text + other
    broken = text.rstrip().endswith(("-", "–", "—"))  # a word that the next line may end
    assume(not numeric and not broken)
    apart = "\n\n" + "x " * 100 + "\n\n"
    alone = [(expression.start, expression.text, expression.left) for expression in scan(text)]
    together = [(expression.start, expression.text, expression.left) for expression in scan(text + apart + other)]
    assert together[: len(alone)] == alone


def test_long_texts_are_read_in_pieces() -> None:
    line = "On 13 May 2016 and from 3 to 5 June 2015, we met. "
    read = find_dates(line * 500, date(2016, 7, 1))
    assert [mention.when.edtf for mention in read] == ["2016-05-13", "2015-06-03/2015-06-05"] * 500
