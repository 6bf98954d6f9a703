"""Who pays for all that a newsletter tells."""

from __future__ import annotations

import pytest

from db.models import Milestone
from tests.importers.conftest import read

STORIES = """
## A post on the river

A border post was opened in Osh on 3 May 2015. Two ministers came.

## A course for nurses

A course for nurses was held in Dushanbe on 9 May 2015 with funding from Sweden.

## A law on posts

The law on border posts was adopted by the parliament of Tajikistan on 12 May 2015.
"""
PAYS = "The River Programme is funded by the European Union."
PRODUCED = (
    "This publication was produced with the financial support of the European Union. Its contents do not reflect the views of the "
    "European Union."
)
ASSISTED = PRODUCED.replace("financial support", "assistance")
ALL_HERE = "All activities reported here are funded by the European Union."
PARTNERS = (
    " and carried out by the River Commission in partnership with the International Centre for the Development of Pilots, Lakes, "
    "Ponds and Canals, and with many towns of the lower valley."
)


def donors(text: str) -> list[list[str]]:
    made: list[Milestone] = list(read(text, name="x.md").milestones)
    return [[str(donor) for donor in one.donors] for one in made]


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("in the masthead", f"# River News\n\n{PAYS} April - June 2015\n{STORIES}"),
        ("right below the masthead", f"# River News\n\nApril - June 2015\n\n*{PAYS[:-1]}{PARTNERS}*\n{STORIES}"),
        ("behind the months", f"# River News\n\n*News of the months April - June 2015*\n\n{PAYS[:-1]}{PARTNERS}\n{STORIES}"),
        (
            "in the imprint",
            f"# River News\n\nApril - June 2015\n{STORIES}\n## Imprint\n\n{PAYS} This bulletin is published every quarter.",
        ),
        (
            "by the name of the newsletter",
            f"# RIMO News\n\nApril - June 2015\n\nRIMO 3 is funded by the European Union{PARTNERS}\n{STORIES}",
        ),
        (
            "of a programme's own newsletter, in the imprint",
            f"# News of the River Programme\n\nApril - June 2015\n{STORIES}\n## Imprint\n\n{PRODUCED}",
        ),
        (
            "so, by its assistance",
            f"# News of the River Programme\n\nApril - June 2015\n{STORIES}\n## Imprint\n\n{ASSISTED}",
        ),
        (
            "of all that is reported here",
            f"# River News\n\nApril - June 2015\n{STORIES}\n## Imprint\n\n{ALL_HERE}",
        ),
    ],
)
def test_the_donor_of_the_programme(what: str, text: str) -> None:
    assert donors(text) == [["European Union"], ["Sweden"], []], what


@pytest.mark.parametrize(
    "text",
    [
        f"# River News\n\nApril - June 2015\n\nRIMO 3 is funded by the European Union{PARTNERS}\n{STORIES}",
        f"# River News\n\nApril - June 2015\n{STORIES}\n## Imprint\n\n{PRODUCED}",
        f"# River News\n\n## April - June 2015\n\n## Dear friends of the project\n{STORIES}\n## Imprint\n\n{PRODUCED}",
    ],
    ids=["of another thing", "of an office's newsletter", "of a newsletter that greets those of a project"],
)
def test_who_pays_for_something_else(text: str) -> None:
    assert donors(text)[0] == []


@pytest.mark.parametrize("where", ["above", "below"])
@pytest.mark.parametrize(
    ("title", "said", "expected"),
    [
        ("RIMO NEWS", "RIMO is funded by Norway.", ["Norway"]),
        ("RIMO NEWS", "RIMO is financed by Norway and carried out by UNDP in five countries.", ["Norway"]),
        ("RIMO NEWS", "RIMO is supported by Norway.", ["Norway"]),
        ("RIMO NEWS", "Norway finances RIMO, which UNDP carries out in five countries.", ["Norway"]),
        ("RIMO NEWS", "The RIMO Trust Fund is financed by Norway.", ["Norway"]),
        ("River Monitor Project Bulletin", "The River Monitor is a five-year initiative funded by Norway.", ["Norway"]),
        ("River News", "All activities reported in this issue were financed by Norway.", ["Norway"]),
        ("River News", "This bulletin informs about the activities of the Clean Nets project, funded by Norway.", ["Norway"]),
        ("River News", "Funded by Norway | Implemented by UNDP", ["Norway"]),
        (
            "RIMO NEWS",
            "RIMO is a partnership of the World Bank, UNDP, Norway and Sweden (Sida). The donors finance its fund.",
            ["Norway", "Sweden/Sida"],
        ),
        ("RIMO NEWS", "RIMO is a partnership of the World Bank, UNDP, Norway and Sweden. The two donors are its friends.", []),
        ("River News", "RIMO is funded by Norway.", []),
        ("RIMO NEWS", "RIMO works in Osh, in a house financed by Norway.", []),
        ("UNDP NEWS", "UNDP is funded by Norway.", []),
        ("News of the River Office", "The River Office is financed by Norway.", []),
    ],
)
def test_what_the_newsletter_is_named_for(title: str, said: str, expected: list[str], where: str) -> None:
    above, below = (said, "") if where == "above" else ("", said)
    assert donors(f"# {title}\n\nApril - June 2015\n\n{above}\n{STORIES}\n{below}\n")[:2] == [expected, ["Sweden"]]


def test_a_story_names_no_newsletter() -> None:
    story = "## RIMO project launched\n\nRIMO was launched in Naryn on 1 June 2015. RIMO is funded by Japan.\n"
    assert donors(f"# River News\n\nApril - June 2015\n\n{story}{STORIES}") == [["Japan"], [], ["Sweden"], []]


@pytest.mark.parametrize("line", ["Donor: Norway", "Funded by: the Government of Norway", "Financed by Norway"])
def test_a_credit_in_the_masthead(line: str) -> None:
    assert donors(f"# River News\nIssue 4 | April - June 2015\n\n{line}\n{STORIES}")[:2] == [["Norway"], ["Sweden"]]


def test_what_a_programme_did_before_and_long_ago() -> None:
    before = (
        "\n## A pier\n\nOn 5 June 2015 boatmen met in Naryn. They had met in Talas on 3 June 2014, and in Batken in March 2009.\n"
    )
    text = f"# River News\n\nThe River Programme is funded by the European Union. April - June 2015\n{before}"
    assert donors(text) == [["European Union"], ["European Union"], []]


def test_the_last_article_speaks_for_itself() -> None:
    last = "\n## A market\n\nA market was opened in Naryn on 20 May 2015. The market programme is funded by Japan.\n"
    assert donors(f"# River News\n\nApril - June 2015\n{STORIES}{last}") == [[], ["Sweden"], [], ["Japan"]]


def test_a_masthead_that_names_a_partner() -> None:
    assert donors(f"# River News\n\nThe River Programme works with the European Union. April - June 2015\n{STORIES}")[0] == []


ITSELF = """# River News

The newsletter of the River and Lakes Programme (RILA)

April - June 2015

## A raid

Customs searched forty boats in Osh on 3 May 2015 and seized ten tonnes of tea. {said}

## A choir

A choir sang in Naryn on 9 May 2015. It was paid for by Sweden.

## Imprint

This bulletin is published every quarter. RILA is funded by the European Union.
"""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Fuel and per diem: RILA.", ["European Union"]),
        ("Financing: the Danish Embassy and RILA, half and half.", ["Denmark", "European Union"]),
        ("The programme has paid for the tyres.", ["European Union"]),
        ("RILA bought the nets, and Denmark paid for the tyres.", ["Denmark", "European Union"]),
        ("The costs were borne by the programme.", ["European Union"]),
        ("The fuel was bought with funds of the programme.", ["European Union"]),
        ("It was financed jointly by Denmark and RILA.", ["Denmark", "European Union"]),
        ("Fuel and per diem: the police.", []),
        ("RILA was told of it.", []),
        ("The programme of the day was paid for by Denmark.", ["Denmark"]),
    ],
)
def test_what_a_programme_pays_for_itself(said: str, expected: list[str]) -> None:
    assert donors(ITSELF.format(said=said)) == [expected, ["Sweden"]]


def test_what_a_programme_paid_for_in_passing() -> None:
    said = "Denmark paid for the radio. The programme had paid for a course on boats in Talas on 2 April 2015."
    made = read(ITSELF.format(said=said), name="x.md").milestones
    assert [[str(donor) for donor in one.donors] for one in made if one.when.edtf == "2015-04-02"] == [["European Union"]]
