"""Sentences of repaired text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.sentences import sentences

CASES = [
    ("a short month", "They met on 9 Nov. A test is booked.", ["They met on 9 Nov.", "A test is booked."]),
    ("a short month and its year", "They met on 9 Nov. 2017 in Osh.", ["They met on 9 Nov. 2017 in Osh."]),
    ("a short month alone", "They met in Nov. Osh was cold.", ["They met in Nov. Osh was cold."]),
    ("two", "The post opened. Dogs came later.", ["The post opened.", "Dogs came later."]),
    ("question and exclamation", "Why so late? Nobody knew! It rained.", ["Why so late?", "Nobody knew!", "It rained."]),
    ("currency before a sum", "It cost Rs. 310 million. It is new.", ["It cost Rs. 310 million.", "It is new."]),
    ("title before a name", "Mr. Karim and Dr. Olga met. They spoke.", ["Mr. Karim and Dr. Olga met.", "They spoke."]),
    ("initials", "The judge B. K. Aliev opened it. He left.", ["The judge B. K. Aliev opened it.", "He left."]),
    ("country in initials", "Aid from the U.S. Government came. It helped.", ["Aid from the U.S. Government came.", "It helped."]),
    ("short month", "They met on 3 Sept. 2015 in Oslo. It rained.", ["They met on 3 Sept. 2015 in Oslo.", "It rained."]),
    ("short month and year", "It came by Nov. The boat left.", ["It came by Nov. The boat left."]),
    ("number", "Order No. 15 was signed. It holds.", ["Order No. 15 was signed.", "It holds."]),
    (
        "number in small letters",
        "By decision no. 15/B it was built. It holds.",
        ["By decision no. 15/B it was built.", "It holds."],
    ),
    ("numbers", "See nos. 3 and 4, para. 12 of art. 7. It holds.", ["See nos. 3 and 4, para. 12 of art. 7.", "It holds."]),
    ("no at the end", "They said no. 15 boats left.", ["They said no. 15 boats left."]),
    ("no before a word", "They said no. Boats left.", ["They said no.", "Boats left."]),
    ("art at the end", "She loves art. 15 boats left.", ["She loves art.", "15 boats left."]),
    ("decimal", "They burned 1.4 tonnes. Nobody was hurt.", ["They burned 1.4 tonnes.", "Nobody was hurt."]),
    ("quotation", "“It works.” She smiled.", ["“It works.”", "She smiled."]),
    ("bracket", "(It was the first.) The second came soon.", ["(It was the first.)", "The second came soon."]),
    ("quotation behind", "It opened. “At last,” he said.", ["It opened.", "“At last,” he said."]),
    ("footnote mark", "It opened in May.1 The next came in June.", ["It opened in May.1", "The next came in June."]),
    ("no blank behind the stop", "It opened in May.The next came later.", ["It opened in May.", "The next came later."]),
    ("address", "See example.org for more. Write soon.", ["See example.org for more.", "Write soon."]),
    ("small letter goes on", "It cost approx. five dollars. Cheap.", ["It cost approx. five dollars.", "Cheap."]),
    ("three dots", "They waited... Then it opened.", ["They waited...", "Then it opened."]),
    ("day begins", "It opened. 14 officers came.", ["It opened.", "14 officers came."]),
    ("accent begins", "It opened. École is near.", ["It opened.", "École is near."]),
    ("no stop", "Opening of the post", ["Opening of the post"]),
    ("blanks around", "  It opened.   Dogs came.  ", ["It opened.", "Dogs came."]),
    ("blank line ends one", "A heading\n\nIt opened.", ["A heading", "It opened."]),
    pytest.param(
        "blank line behind an abbreviation",
        "It came from the U.S.\n\nDogs came later.",
        ["It came from the U.S.", "Dogs came later."],
    ),
    ("nothing", "", []),
    ("only blanks", " \n\n ", []),
]


@pytest.mark.parametrize(("what", "text", "wanted"), CASES)
def test_where_sentences_end(what: str, text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == wanted


def test_a_part_of_a_text_is_read_by_its_own_offsets() -> None:
    text = "One came. Two came. Three came."
    assert [text[start:end] for start, end in sentences(text, 10, 19)] == ["Two came."]
    assert [text[start:end] for start, end in sentences(text, 4, 14)] == ["came.", "Two"]


pieces = st.lists(
    st.one_of(
        st.sampled_from(("Dr. ", "It opened. ", "in May", ".", "!", "?”", "…", "\n\n", " ", "U.S. ", "3", "A", "z", ")")),
        st.text(max_size=4),
    )
).map("".join)


@given(pieces)
@settings(max_examples=120)
def test_sentences_cover_a_text_without_overlap(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()
