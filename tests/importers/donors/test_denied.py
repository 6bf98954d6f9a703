"""Who, as a text says, did not pay, or was only asked to, is no donor; and its country is none of the event's either."""

from __future__ import annotations

import pytest

from importers.donors.cues import find_donors
from tests.importers.conftest import read

CASES = [
    ("denied, and who did instead", "It was not funded by Japan but by Norway.", ["Norway"]),
    ("denied", "The course was never financed by Japan.", []),
    ("no longer", "The project is no longer funded by Denmark.", []),
    ("without", "The pier was built without funding from Japan.", []),
    ("asked for", "The town has applied for funding from Sweden.", []),
    ("asked for by the word before", "The mayors learnt how to apply for EU funding.", []),
    ("what there may be", "The mayors prepare projects for EU funds and attract Japanese grants.", []),
    ("what there was", "The mayors saw a bridge that was built with EU funds.", ["European Union"]),
    ("sought", "The mission is seeking funding from the European Union.", []),
    ("asked to pay", "The office has asked Norway to finance a second phase.", []),
    ("asked to pay, by its government", "The mayors invited the Government of Peru to pay for the pier.", []),
    ("refused", "The application for funding from Norway was rejected.", []),
    ("of another thing", "Unlike the pier in Osh, which was funded by Japan, this one has no donor.", []),
    ("like another time", "Unlike last year, the course was funded by Germany.", ["Germany"]),
    ("not only", "The course was funded not only by Japan but also by Norway.", ["Japan", "Norway"]),
    ("not only, before the verb", "The course was not only planned but funded by Japan.", ["Japan"]),
    ("a text before an assembly", "Norway sponsored a resolution on bees.", []),
    ("a text before an assembly, with others", "Peru has co-sponsored the bill.", []),
    ("by whom a text came before an assembly", "The two draft resolutions on bees were sponsored by Japan.", []),
    ("one of the texts before an assembly", "A motion on bees, co-sponsored by Norway and Peru, was adopted.", []),
    (
        "one of the co-sponsors of a text",
        "The Commission adopted new rules on bees in May. Norway was one of the co-sponsors, and Peru was not.",
        [],
    ),
    ("a co-sponsor of the fair", "The Commission adopted rules on bees. Norway was a co-sponsor of the honey fair.", ["Norway"]),
    ("a co-sponsor of nothing else", "A honey fair was held in Osh. Norway was one of the co-sponsors.", ["Norway"]),
    ("what is held on a text", "Norway sponsored a workshop on the draft resolution.", ["Norway"]),
    ("what a hospital owes", "Norway sponsored the hospital bills.", ["Norway"]),
    ("what is held on a text, by whom", "The workshop on the draft law was sponsored by Norway.", ["Norway"]),
    ("what its own newsletter cost", "Printing of this issue was sponsored by Norway.", []),
    ("what its own newsletter and another language cost", "The printing and translation of this bulletin was funded by Peru.", []),
    ("how it was printed", "This newsletter is printed thanks to a grant of the Swiss Confederation.", []),
    ("who paid for its pages", "Norway paid for the layout and printing costs of our digest.", []),
    ("and what else is paid", "Printing of this issue was sponsored by Norway; the bridge was funded by Japan.", ["Japan"]),
    ("what another work cost", "The printing of the atlas was financed by Norway.", ["Norway"]),
    ("asked for and given", "The request was granted: the course was funded by Japan.", ["Japan"]),
]


@pytest.mark.parametrize(("what", "text", "names"), CASES, ids=[case[0] for case in CASES])
def test_denied(what: str, text: str, names: list[str]) -> None:
    assert [mention.donor.name for mention in find_donors(text)] == names


def test_who_sponsored_a_resolution_takes_part() -> None:
    (one,) = read("# News\n\nAt a session in Vienna on 3 May 2015, Kyrgyzstan sponsored a resolution on bees.\n").milestones
    assert (one.donors, "KG" in [country.code for country in one.countries]) == ((), True)


def test_the_country_of_one_who_did_not_pay_is_not_involved() -> None:
    (one,) = read("# News\n\nA pier was opened in Osh on 3 May 2015 without funding from Japan.\n").milestones
    assert (one.donors, [country.code for country in one.countries]) == ((), ["KG"])
