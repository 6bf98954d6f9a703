"""Who pays for one of several events of a sentence, for their price, for what came out of them, and out of what grant."""

from __future__ import annotations

import pytest

from tests.importers.funding.test_shares import paid

TWO = "Courses on kilns were held in Osh on 4 May 2015 and in Naryn on 9 June 2015. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one of several, by its place or its order
        pytest.param(TWO + "Norway was the sponsor of the course in Naryn.", [[], ["Norway"]], id="the place of one"),
        pytest.param(TWO + "The course in Osh was paid by Norway, that in Naryn by Spain.", [["Norway"], ["Spain"]], id="each"),
        pytest.param(TWO + "The latter was financed by Norway.", [[], ["Norway"]], id="the latter"),
        pytest.param(TWO + "The first of them was financed by Norway.", [["Norway"], []], id="the first"),
        pytest.param(TWO + "Norway was the donor of the second course.", [[], ["Norway"]], id="the second"),
        pytest.param(TWO + "They were financed by Norway.", [["Norway"], ["Norway"]], id="both"),
        pytest.param(TWO + "Norway financed both courses, in Osh and in Naryn.", [["Norway"], ["Norway"]], id="both places"),
        pytest.param(
            "Potters learned to glaze in Osh (4-8 May 2015) and in Naryn (2-6 June 2015). The Embassy of Norway in Osh paid for "
            "them.",
            [["Norway"], ["Norway"]],
            id="where a donor sits",
        ),
        pytest.param(
            "Potters visited Riga (4-6 May 2015) and Tallinn (5-7 June 2015). The trip to Tallinn was made possible by Norway.",
            [[], ["Norway"]],
            id="visits",
        ),
        # the price of what was told right before
        pytest.param(
            "A law on clay was adopted in Osh on 3 May 2015. A kiln was presented to the school on 9 May 2015. The price, USD "
            "3,500, was covered by Norway.",
            [[], ["Norway"]],
            id="the price",
        ),
        pytest.param(
            "A law on clay was adopted in Osh on 3 May 2015. A kiln was presented to the school on 9 May 2015. The bill was "
            "settled by Norway.",
            [[], ["Norway"]],
            id="the bill",
        ),
        # out of a larger grant
        pytest.param(
            "Kilns were delivered to the school in Osh on 3 May 2015. The money comes out of a larger grant: in March 2015 "
            "Norway had given EUR 2 million to the Clay project.",
            [["Norway"], ["Norway"]],
            id="out of a larger grant",
        ),
        pytest.param(
            "Kilns were delivered to the school in Osh on 3 May 2015. In all EUR 5,000 was set aside for them, from the EUR 2 "
            "million which Norway committed to the project in March 2015.",
            [["Norway"], ["Norway"]],
            id="from a sum given",
        ),
        pytest.param(
            "In March 2015 Norway gave EUR 2 million to the Clay project. Out of this money, kilns were delivered to the school "
            "in Osh on 3 May 2015.",
            [["Norway"], ["Norway"]],
            id="out of this money",
        ),
        # what nobody pays for yet
        pytest.param(
            "A course on kilns was held in Osh on 3 May 2015, funded by Norway. A next course, planned for 8 October 2015 in "
            "Naryn, remains without financing.",
            [["Norway"], []],
            id="without financing",
        ),
        pytest.param(
            "A course on kilns was held in Osh on 3 May 2015, funded by Norway. A next course is planned for October 2015 in "
            "Naryn, if funding can be found.",
            [["Norway"], []],
            id="if funding can be found",
        ),
        # what came out of it
        pytest.param(
            "Potters held their forum in Osh on 3-5 May 2015. A declaration was signed on 5 May 2015. The forum was funded by "
            "Norway.",
            [["Norway"], ["Norway"]],
            id="what was signed at a forum",
        ),
        pytest.param(
            "Potters held their forum in Osh on 3-5 May 2015. A declaration was signed on 9 March 2015. The forum was funded by "
            "Norway.",
            [["Norway"], []],
            id="what was signed before a forum",
        ),
        pytest.param(
            "The last kiln of the initiative was opened in Osh on 3 May 2015. It is the sixth of the initiative, for which "
            "Norway gave EUR 20,000. It had begun in Naryn in 2012 with a pilot.",
            [["Norway"], ["Norway"]],
            id="how it had begun",
        ),
        pytest.param(
            "The school held an open day in Osh on 3 May 2015. On 9 May 2015 it also presented the results of a survey of kilns, "
            "which had been carried out with funding from Norway between January and March 2015.",
            [[], ["Norway"], ["Norway"]],
            id="the results of a survey",
        ),
        pytest.param(
            "A study of kilns was released in Osh on 3 May 2015. The interviews, held in March 2015, were paid for by Norway.",
            [["Norway"], ["Norway"]],
            id="the work on a study",
        ),
    ],
)
def test_whose_payers(text: str, expected: list[list[str]]) -> None:
    assert [donors for _, donors, _ in paid(text)] == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Norway paid for the winter school.", [[], ["Norway"]]),
        ("The winter school was financed by Norway.", [[], ["Norway"]]),
        ("Norway paid for the scholarships.", [["Norway"], ["Norway"]]),
    ],
)
def test_one_gathering_by_its_name(said: str, expected: list[list[str]]) -> None:
    before = "A winter school on kilns had been held in Naryn in February 2015."
    text = f"Forty potters began a course on glazes in Osh on 4 May 2015. {before} {said}"
    assert [donors for _, donors, _ in paid(text)] == expected
