"""Who pays for a project, told in one story, pays for what another tells of the same project."""

from __future__ import annotations

import pytest

from tests.importers.conftest import read

STORIES = """# Notes

## A letter

Dear readers, this issue tells of judges and of honey, of long roads and of short meetings, and of all that was said;
we hope that
you will read it at leisure, and that you will write to us what you missed in it.

## A course in Lomé

A course for judges was held in Lomé on 4 May 2015. {course}

## A fair in Lima

A fair on honey was held in Lima on 8 May 2015. {fair}
"""


@pytest.mark.parametrize(
    ("course", "fair", "expected"),
    [
        ("The EU-funded HIVE project began last year.", "It is part of the HIVE project.", ["European Union"]),
        (
            "The Japan-funded regional project “Clean Nets for All” goes on.",
            "It is part of the “Clean nets for all” project.",
            ["Japan"],
        ),
        (
            "It is part of the “Clean Nets for All” project, implemented by IOM and funded by Japan.",
            "It is part of the “Clean Nets for All” project.",
            ["Japan"],
        ),
        (
            "Under the European Union funded “Clean Nets for All” project judges meet.",
            "The “Clean Nets for All” project began.",
            ["European Union"],
        ),
        ("The HIVE programme is financed by Norway and Finland.", "It was held under the HIVE programme.", ["Finland", "Norway"]),
        ("Norway finances the HIVE initiative.", "It was held under the HIVE initiative.", ["Norway"]),
        ("Norway finances the HIVE program.", "It was held under the HIVE program.", ["Norway"]),
        (
            "The EU-funded Honey and Bees (HIVE) project began.",
            "It was held under the Honey and Bees (HIVE) project.",
            ["European Union"],
        ),
        ("The EU-funded HIVE project began.", "It is part of the HIVE project, paid for by Norway.", ["Norway"]),
        ("The EU-funded HIVE project began.", "It is part of the WAX project.", []),
        ("The EU-funded HIVE project began.", "Lima joined HIVE last.", ["European Union"]),
        ("The HIVE project (Honey, Industry and Villages of Europe) is funded by Norway.", "HIVE gave the spoons.", ["Norway"]),
        ("A van was paid for by Norway in the framework of the HIVE project.", "It is part of the HIVE project.", ["Norway"]),
        ("A van, funded by Norway under the WA4Bees Honey project, came.", "WA4Bees gave the spoons.", ["Norway"]),
        ("A van, funded by Norway under a roof of the HIVE project, came.", "It is part of the HIVE project.", []),
        ("The EU-funded HIVE project began.", "The HIVES stood in rows, and ARCHIVE was written on each.", []),
        ("The EU-funded HIVE project began.", "HIVE gave advice to the WAX project.", []),
        ("The EU-funded HIVE project began.", "The HIVE and its WAX project as well as the HIVE project gave advice.", []),
        ("The HIVE project began. Norway paid for the hall.", "It is part of the HIVE project.", []),
        # names with a dot or digits need no word for a project beside them
        (
            "AGRI.NET was launched last year by FAO and IOM, with a budget of 4 million euros provided by the EU.",
            "It was held under AGRI.NET.",
            ["European Union"],
        ),
        ("PADMA 3, which is funded by Japan, goes on.", "It is part of PADMA 3.", ["Japan"]),
        ("The EU-funded PADMA II goes on.", "PADMA II gave the spoons.", ["European Union"]),
        ("The K27 project is financed by Norway.", "It is part of the K27 project.", ["Norway"]),
        ("K27 was set up with money from Norway.", "It is the last fair of K27.", ["Norway"]),
        ("The HIVE project (2013 - 2016) was set up last year with funding from Norway.", "HIVE gave the spoons.", ["Norway"]),
        ("The PADMA II project is financed by Norway.", "It is part of PADMA III.", []),
        ("PADMA II began with a course paid for by Norway.", "PADMA II gave the spoons.", []),
        ("A film on PADMA II was launched with funding from Norway.", "PADMA II gave the spoons.", []),
        ("AGRI.NET gave away a book that was paid for by Norway.", "AGRI.NET gave the spoons.", []),
        ("The EU-funded UNODC project began.", "It is part of the UNODC project.", []),
        ("The EU-funded IOM programme began.", "It was held under the IOM programme.", []),
    ],
)
def test_the_payers_of_a_project(course: str, fair: str, expected: list[str]) -> None:
    made = read(STORIES.format(course=course, fair=fair), name="notes.md").milestones
    told = {one.when.edtf: sorted(str(donor) for donor in one.donors) for one in made}
    assert told["2015-05-08"] == expected


IMPRINT = "\n## Imprint\n\nOffice of the Bees, Main Street 4. Compiled by the staff. {}\n"


@pytest.mark.parametrize(
    ("course", "fair", "imprint", "expected"),
    [
        (
            "It is part of the Tall Ships Programme.",
            "It was held under the Deep Wells project.",
            "The work of the Tall Ships Programme described here was financed by Norway; that of the Deep Wells project by Peru.",
            [["Norway"], ["Peru"]],
        ),
        (
            "It is part of the Tall Ships Programme.",
            "It was held under the Deep Wells project.",
            "Donors of the Tall Ships Programme are Norway and Peru. The donor of the Deep Wells project is Spain.",
            [["Norway", "Peru"], ["Spain"]],
        ),
        (
            "It is part of the Tall Ships Programme.",
            "It was held under the Deep Wells project.",
            "Funding for the Tall Ships Programme comes from Norway.",
            [["Norway"], []],
        ),
        ("They came from the project on school gardens.", "", "The school gardens project is funded by Norway.", [["Norway"], []]),
        (
            "They came from the project to reform prisons.",
            "",
            "INL and Peru share the costs of the prison reform project.",
            [["Peru", "United States/INL"], []],
        ),
        ("A trainer of the TSP spoke.", "", "The Tall Ships Programme (TSP) is supported by Norway.", [["Norway"], []]),
        # another of that name, in another country
        (
            "The spoons came from the project on school gardens.",
            "The forks came from the project on school gardens.",
            "The school gardens project in Togo is funded by Norway, that in Peru by nobody.",
            [["Norway"], []],
        ),
        # names that tell it from no other
        ("It is part of the Regional Programme.", "", "The Regional Programme for West Africa is funded by Norway.", [[], []]),
        ("It is part of the training project.", "", "The training project is funded by Norway.", [[], []]),
    ],
)
def test_the_payers_of_a_project_by_its_full_name(course: str, fair: str, imprint: str, expected: list[list[str]]) -> None:
    text = STORIES.format(course=course, fair=fair) + IMPRINT.format(imprint)
    told = {one.when.edtf: sorted(str(donor) for donor in one.donors) for one in read(text, name="notes.md").milestones}
    assert [told["2015-05-04"], told["2015-05-08"]] == expected


@pytest.mark.parametrize(
    ("fair", "expected"),
    [
        ("Under the same project, ten hives were weighed.", ["Norway"]),
        ("In the same Programme a second one will be held.", ["Norway"]),
        ("It was held in the framework of the above-mentioned project.", ["Norway"]),
        ("It was another activity of this project.", ["Norway"]),
        ("Also under this project, spoons were given.", ["Norway"]),
        ("The same project paid for it.", ["Norway"]),
        ("It was funded by the same donor.", ["Norway"]),
        ("(Same donor.)", ["Norway"]),
        # that of which the story itself told, or none
        ("It is part of the honey programme of the state. Under the same programme, roads are built.", []),
        ("It had nothing to do with the project.", []),
    ],
)
def test_the_payers_of_the_project_of_the_story_above(fair: str, expected: list[str]) -> None:
    text = STORIES.format(course="It is part of the project “Clean Nets for All”, funded by Norway.", fair=fair)
    told = {one.when.edtf: [str(donor) for donor in one.donors] for one in read(text, name="notes.md").milestones}
    assert told["2015-05-08"] == expected


def test_who_pays_for_a_project_pays_for_its_other_events_in_the_story() -> None:
    course = "It ended AGRI.NET. AGRI.NET was launched in January 2014 as a joint initiative of the EU and FAO, with a budget of "
    course += (
        "4 million euros provided by the EU. In Togo it helped the school at Kara, whose new kitchen was opened on 2 May 2015."
    )
    made = read(STORIES.format(course=course, fair="Nobody paid."), name="notes.md").milestones
    told = {one.when.edtf: [str(donor) for donor in one.donors] for one in made}
    assert told == {
        "2015-05-04": ["European Union"],
        "2014-01": ["European Union"],
        "2015-05-02": ["European Union"],
        "2015-05-08": [],
    }


def test_another_kind_of_doing_is_not_paid_for_by_the_project() -> None:
    text = STORIES.format(course="The EU-funded HIVE project began last year.", fair="")
    text = text.replace("A fair on honey was held in Lima on 8 May 2015.", "A law on the HIVE project was adopted on 8 May 2015.")
    assert [one.donors for one in read(text, name="notes.md").milestones if one.when.edtf == "2015-05-08"] == [()]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("A second course followed in Cusco on 12 May 2015.", ["European Union"]),
        ("A course was held in Cusco in May 2011.", []),
        ("The court of Cusco sentenced two thieves on 12 May 2015.", []),
    ],
)
def test_what_is_told_in_passing_of_a_project(told: str, expected: list[str]) -> None:
    text = STORIES.format(course="The EU-funded HIVE project began.", fair=f"It is part of HIVE. {told}")
    made = [one for one in read(text, name="notes.md").milestones if "Cusco" in (one.evidence.quote if one.evidence else "")]
    assert [[str(donor) for donor in one.donors] for one in made] == [expected]


ACTION = "The Action, which is funded by the European Union and co-funded by Norway, began last year."


@pytest.mark.parametrize(
    ("fair", "expected"),
    [
        ("The project paid for the spoons.", ["European Union", "Norway"]),
        ("Spoons were received from the project on 9 May.", ["European Union", "Norway"]),
        ("It was held with the assistance of the Action.", ["European Union", "Norway"]),
        ("A judge sent by our programme tasted it.", ["European Union", "Norway"]),
        ("It ended with a session of the Steering Committee.", ["European Union", "Norway"]),
        # another project, or none
        ("A law on the programme of the state was shown.", []),
        ("The project for beekeepers was shown.", []),
        ("The project “Wax for All” was shown.", []),
        ("Nobody paid for the spoons.", []),
        ("The project paid for the spoons; the fair was financed by Japan.", ["Japan"]),
    ],
)
@pytest.mark.parametrize("heading", ["A foreword", "Editorial", "Foreword"])
def test_the_one_project_of_a_newsletter(heading: str, fair: str, expected: list[str]) -> None:
    text = (
        STORIES.format(course="Nobody paid.", fair=fair)
        .replace("## A letter", f"## {heading}")
        .replace("Dear readers,", f"{ACTION} Dear readers,")
    )
    told = {one.when.edtf: sorted(str(donor) for donor in one.donors) for one in read(text, name="notes.md").milestones}
    assert told["2015-05-08"] == (expected if heading != "A foreword" or expected == ["Japan"] else [])
    assert told["2015-05-04"] == []
