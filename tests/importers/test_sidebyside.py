"""Columns that stand side by side are put one below the other."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.pipeline import read_newsletter
from importers.readers.sidebyside import unfolded

LEFT = """A hatchery in the valley

A hatchery for trout was opened in Osh on
3 May. It was built by the union of the
fishers, which has ninety members and two
lorries, and was paid for by Norway.

"We have waited for this for years", said
the head of the union."""
RIGHT = """Judges on the river

Forty judges took part in a course on the
law of rivers that was held in Naryn from
9 to 11 June. They were taught by three of
their colleagues.

The course was held with the financial
support of Sweden. The next one will be
held in Talas in the autumn."""


def side_by_side(left: str, right: str, width: int = 48) -> str:
    return "\n".join(
        f"{one:<{width}}{other}".rstrip() for one, other in zip_longest(left.split("\n"), right.split("\n"), fillvalue="")
    )


def squeezed(text: str) -> list[str]:
    return sorted("".join(text.split()))


@pytest.mark.parametrize("width", [44, 48, 60])
def test_two_columns_become_one(width: int) -> None:
    assert unfolded(side_by_side(LEFT, RIGHT, width)).split() == f"{LEFT}\n{RIGHT}".split()


def test_what_stands_above_and_below_stays() -> None:
    head = "RIVER NEWS      No. 4      May - June 2015\n\n"
    foot = "\n\nThe next issue will tell of the lakes and of those who live by them, in the hills and in the towns below.\n"
    found = unfolded(head + side_by_side(LEFT, RIGHT) + foot)
    assert found.startswith(head)
    assert found.endswith(foot.lstrip("\n"))
    assert found.index("the head of the union") < found.index("Judges on the river") < found.index("The next issue")


def test_lines_spaced_out_to_one_width_print_no_columns() -> None:
    text = "\n".join(
        (
            "Old canals are open again for  boats in the valley",
            "March - The  second of the old canals was opened to the boats of the",
            "village, to its guests,  and to the men who had dug it in the winter.",
            "They were asked to come  by  boat, and most of them did so, with their",
            "children. It was attended  by the mayor, and by about ninety guests, who",
            "stayed  until the lamps were lit. The  canals were dug  in the days of  the",
            "grandfathers, and  have been dry for  as long as most  of them can  remember.",
            "The union of the fishers has bought two boats,  and will teach those who",
            "wish to learn how to  row, which  is harder than it looks from the bank.",
        )
    )
    assert unfolded(text) is text


def test_a_text_across_both_columns_ends_them_and_keeps_its_heading() -> None:
    across = "\n\nLakes\n\nThe next issue will tell of the lakes and of those who live by them, in the hills and in the towns.\n"
    found = unfolded(side_by_side(LEFT, RIGHT) + across)
    assert found.index("in the autumn") < found.index("Lakes")


@pytest.mark.parametrize(
    "text",
    [
        "Date            Event                          Place\n" + "11-13 July      Regional workshop on data      Pretoria\n" * 8,
        "Old typists put two blanks.  They did so behind each stop.\n" * 9,
        "The mayor opened the pier.\n\nThe judges met  on 3 May.\n",
        "name    value\n" * 9,
        f"{LEFT}\n\n{RIGHT}",
        "",
    ],
    ids=["a calendar", "two blanks behind a stop", "one gap", "two words", "one column", "nothing"],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert unfolded(text) == text


@given(
    st.lists(
        st.text(st.sampled_from("ab .,\t\f\n  "), max_size=60) | st.sampled_from(side_by_side(LEFT, RIGHT).split("\n")), max_size=40
    )
)
@settings(max_examples=150)
def test_no_letter_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert squeezed(unfolded(text)) == squeezed(text)


def test_the_milestones_of_both_columns_are_read() -> None:
    text = "RIVER NEWS\nApril - June 2015\n\n" + side_by_side(LEFT, RIGHT)
    reading = read_newsletter(text.encode(), "news.txt", today=date(2015, 9, 1))
    told = {milestone.when.edtf: [str(donor) for donor in milestone.donors] for milestone in reading.milestones}
    assert told["2015-05-03"] == ["Norway"]
    assert told["2015-06-09/2015-06-11"] == ["Sweden"]
    assert reading.notes == ("columns that stood side by side were put one below the other",)
