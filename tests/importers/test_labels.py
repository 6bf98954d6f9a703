"""The labels of a newsletter's parts: what they say of the months of the stories below them."""

from __future__ import annotations

import pytest

from tests.importers.conftest import read
from tests.importers.test_articles import cut

PART = "# River News\n\nApril - June 2015\n\nDear readers.\n\n## {label}\n\n### A well\n\nA well was opened in Osh by the mayor.\n"


@pytest.mark.parametrize(
    ("label", "edtf"),
    [
        *((label, "2015-05") for label in ("May", "May 2015", "In May", "News of May", "Events in May", "May highlights")),
        *((label, "2015-05") for label in ("What happened in May", "May in brief")),
        *((label, "2015-34") for label in ("Mayors in May", "The May course", "May meetings of nurses")),
    ],
)
def test_the_label_of_a_months_part(label: str, edtf: str) -> None:
    told = read(PART.format(label=label), name="x.md", issue=None).milestones
    assert [one.when.edtf for one in told] == [edtf]


@pytest.mark.parametrize(
    ("told", "edtf"),
    [
        ("A well was opened in Osh on the 12th.", "2015-05-12"),
        ("On the 3rd, a well was opened in Osh.", "2015-05-03"),
        ("The 12th well of Osh was opened by the mayor.", "2015-05"),
    ],
)
def test_a_day_alone_below_the_heading_of_its_month(told: str, edtf: str) -> None:
    raw = PART.format(label="May").replace("A well was opened in Osh by the mayor.", told)
    assert [one.when.edtf for one in read(raw, name="x.md", issue=None).milestones] == [edtf]


@pytest.mark.parametrize("label", ["CÔTE D'IVOIRE. ", "CÔTE D’IVOIRE: ", "CÔTE D’IVOIRE "])
def test_a_country_with_an_apostrophe_is_a_label(label: str) -> None:
    behind = "46 boats were seized on 17 May." if label.endswith(". ") else "The customs seized 46 boats on 17 May."
    news = f"RIVER NEWS\n\nApril - June 2015\n\nIN SHORT\n\n- LIBERIA. A well was opened on 3 May.\n- {label}{behind}\n"
    told = read(news, name="x.txt", issue=None).milestones
    assert [[one.code for one in milestone.countries] for milestone in told] == [["LR"], ["CI"]]


LINES = "Two ministers opened the post on the\nriver, as they had said they would. Ten\nmen came with their dogs to look at it."
TITLES = ("POST", "DAY", "BEE", "SHIP", "LAMP", "BOOK", "LAW", "ROAD")


@pytest.mark.parametrize(("label", "code"), [("In the field. Kenya", "KE"), ("Its donor: Kenya.", "")])
def test_a_small_line_above_a_heading_in_capitals_may_be_the_label_of_a_country(label: str, code: str) -> None:
    above = "".join(f"A {title} OF OLD\n{LINES}\n{LINES}\n\n" for title in TITLES)
    found = cut(f"{above}{label}\n\nDOGS AT SCHOOL\n{LINES}\n\nA BOAT OF OLD\n{LINES}")
    assert [story.country for story in found][-3:] == ["", code, ""]
