"""Who pays for what stands behind a milestone, and who only stands behind something else that its story tells."""

from __future__ import annotations

import pytest

from tests.importers.conftest import read
from tests.importers.funding.test_shares import paid

COURSE = "A course for divers was held in Osh on 3 May 2015."
SEARCH = "Customs officers searched two houses in Osh on 3 May 2015 and seized 20 kg of heroin"


@pytest.mark.parametrize(
    ("what", "text", "expected"),
    [
        ("who helped with a search", f"{SEARCH}, supported by the Spanish Guardia Civil.", [([], [])]),
        ("who paid for it", f"{SEARCH}. The operation was funded by Spain.", [(["Spain"], [])]),
        (
            "one of several that a loan pays for",
            (
                "A pier was opened in Osh on 3 May 2015. It is one of six covered by the $9 million ADB loan for ports, which the "
                "Parliament ratified in May 2013."
            ),
            [(["Asian Development Bank"], []), (["Asian Development Bank"], ["USD 9,000,000"])],
        ),
        (
            "one of a series under a project that began before",
            (
                f"{COURSE} The course is the second of a series of six for Peru and Chile under a project begun in March 2014 "
                "with a contribution of 2 million dollars by the Government of Japan."
            ),
            [(["Japan"], []), (["Japan"], ["USD 2,000,000"])],
        ),
        (
            "what was paid through a project that was approved before",
            (
                "The quay of Osh was handed over to the port on 3 May 2015. Works and cranes cost 4 million euros and were "
                "funded by Norway through the Quays project, approved by its board in March 2013."
            ),
            [(["Norway"], ["EUR 4,000,000"]), (["Norway"], [])],
        ),
        (
            "a project that a state funds, in the sentence that tells what was earlier",
            (
                "Nets were handed over to fishermen in Osh on 20 May 2015. In April 2015 they applied for a grant of the "
                "project for the widows of sailors that the Government of Norway funds."
            ),
            [(["Norway"], []), (["Norway"], [])],
        ),
        (
            "means that were made available before",
            f"{COURSE} The office arranged it with the means made available by Peru in 2013.",
            [(["Peru"], [])],
        ),
        ("what was paid before", f"{COURSE} The pool was built with money of Norway in 2013.", [([], []), (["Norway"], [])]),
        (
            "one after others",
            (
                "At Osh 300 sailors played through a shipwreck from 3 to 5 May 2015. The exercise was the third of its kind "
                "after those of Naryn and Talas in 2014. The exercise was funded by Norway."
            ),
            [(["Norway"], []), ([], [])],
        ),
        (
            "what another sentence on an acronym pays for",
            (
                "The Port Committee (PCC), which first met in Lima in August 2002, held a meeting on 3 May 2015 in Osh on the "
                "Cargo Forms System (CAFS). The CAFS work is paid by Norway."
            ),
            [(["Norway"], []), ([], [])],
        ),
        (
            "what keeps a centre going",
            (
                "The council of the centre met in Osh on 3 May 2015. The centre was inaugurated in Osh in December 2013. The "
                "costs of the meeting and the running costs of the centre are carried by Norway."
            ),
            [(["Norway"], []), ([], [])],
        ),
    ],
)
def test_who_pays(what: str, text: str, expected: list[tuple[list[str], list[str]]]) -> None:
    assert [(donors, amounts) for _, donors, amounts in paid(text)] == expected, what


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("The mission also supported a course in diving for nine clerks, held in Naryn with funds of Norway.", []),
        ("With UNDP it also held a workshop on nets, paid for by Norway.", []),
        ("The mission also held a second round of talks, paid for by Norway.", ["Norway"]),
        ("The mission was paid for by Norway.", ["Norway"]),
    ],
)
def test_what_was_done_besides(behind: str, expected: list[str]) -> None:
    text = f"The envoy visited the port of Osh on 3 to 5 May 2015. He spoke with pilots and sailors.\n\n{behind}"
    assert [donors for _, donors, _ in paid(text)] == [expected]


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("Donors to the Clean Ports Programme in 2015: Norway, Japan, Spain.", []),
        ("Our donors in 2014/15: Norway, Japan, Spain.", []),
        ("Contributors of 2015 were Norway, Japan and Spain.", []),
        ("Donors of all courses: Norway, Japan, Spain.", ["Norway", "Japan", "Spain"]),
    ],
)
def test_who_gave_in_a_year_gave_for_no_event(last: str, expected: list[str]) -> None:
    ahead = "## Ahead\n\n- 3 July 2015: course for divers, Osh\n- 9 July 2015: course for pilots, Naryn\n"
    made = read(f"# Port News\n\nApril - June 2015\n\n{ahead}\n{last}\n", name="notes.md").milestones
    assert [[str(donor) for donor in one.donors] for one in made] == [expected, expected]


@pytest.mark.parametrize("last", ["The EU-financed project has a budget of 2 million euros.", "The EU-funded programme goes on."])
def test_a_project_by_its_payer(last: str) -> None:
    text = (
        "# Port News\n\nApril - June 2015\n\n## Pilots\n\nA course for pilots was held in Osh on 3 May 2015. They learnt to "
        "swim.\n\nA boat was handed over to the divers of Naryn on 9 May 2015. It is red. Norway paid for the engine.\n\n"
        f"A visit of twelve sailors to Talas took place on 12 May 2015. They saw a lake.\n\n{last}\n"
    )
    made = {one.when.edtf: [str(donor) for donor in one.donors] for one in read(text, name="notes.md").milestones}
    assert made["2015-05-03"] == ["European Union"]
    assert "Norway" in made["2015-05-09"]
