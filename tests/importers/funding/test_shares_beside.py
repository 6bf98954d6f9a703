"""Who paid for an event, where another sentence of its story tells it."""

from __future__ import annotations

import pytest

from db.models import Level
from tests.importers.funding.test_shares import MAIN, MENTIONED, paid


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A bridge was opened in Osh on 3 May 2015. A survey of the river was completed in June 2014; Ireland had given "
            "EUR 20,000 for it. For the bridge itself Norway made available 6 million kroner.",
            [(MAIN, ["Norway"], ["NOK 6,000,000"]), (MENTIONED, ["Ireland"], ["EUR 20,000"])],
            id="back to the main one",
        ),
        pytest.param(
            "A house of books was opened in Osh on 3 May 2015. The town gave the land on a lease that was agreed in May 2014; "
            "the house itself cost EUR 20,000 and is a gift of the people of Japan.",
            [(MAIN, ["Japan"], ["EUR 20,000"]), (MENTIONED, [], [])],
            id="back to the main one behind a semicolon",
        ),
        pytest.param(
            "A course on prisons was held in Osh on 3 May 2015. The next one is to be held in Osh in July 2015. Funding: Japan.",
            [(MAIN, ["Japan"], []), (MENTIONED, [], [])],
            id="a line of credit below all",
        ),
        pytest.param(
            "Twenty teachers were certified in Osh on 3 May 2015. They taught pupils in Naryn on 5 June 2015. Japan "
            "made both possible.",
            [(MAIN, ["Japan"], []), (MENTIONED, ["Japan"], [])],
            id="both made possible",
        ),
        pytest.param(
            "A strategy on bees was adopted in Osh on 3 May 2015. A manual on hives is planned for February 2016. Japan bore the "
            "expenses of both.",
            [(MAIN, ["Japan"], []), (MENTIONED, ["Japan"], [])],
            id="the expenses of both",
        ),
        pytest.param(
            "A strategy on bees was adopted in Osh on 3 May 2015. A manual on hives is planned for February 2016. Japan bore the "
            "expenses of bees.",
            [(MAIN, ["Japan"], []), (MENTIONED, [], [])],
            id="the expenses of one",
        ),
        pytest.param(
            "A song on bees was released in Osh on 3 May 2015. The Kyrgyz edition of the book had come out in March "
            "2015. All three "
            "editions the Government of Japan has financed.",
            [(MAIN, ["Japan"], []), (MENTIONED, ["Japan"], [])],
            id="all three, the object first",
        ),
        pytest.param(
            "A course on bees was held in Osh on 3 May 2015. Similar courses are to be held in Naryn on 22 July 2015. "
            "Japan carries "
            "the cost.",
            [(MAIN, ["Japan"], []), (MENTIONED, ["Japan"], [])],
            id="who carries the cost of what is to come",
        ),
        pytest.param(
            "A course on bees was held in Osh on 3 May 2015. Similar courses are to be held in Naryn on 22 July 2015. "
            "Japan carried "
            "the cost.",
            [(MAIN, ["Japan"], []), (MENTIONED, [], [])],
            id="who carried it",
        ),
        pytest.param(
            "A course on prisons was held in Osh on 3 May 2015. The next one is to be held in Osh in July 2015. (Funded by Japan)",
            [(MAIN, ["Japan"], []), (MENTIONED, [], [])],
            id="one in brackets",
        ),
        pytest.param(
            "A course on prisons was held in Osh on 3 May 2015. The guards used the scanners which had been donated by Japan.",
            [(MAIN, [], [])],
            id="things that had been given",
        ),
        pytest.param(
            "Scanners were handed over in Osh on 3 May 2015. The guards took the devices, which had been donated by Japan.",
            [(MAIN, ["Japan"], [])],
            id="things that are handed over",
        ),
        pytest.param(
            "An evaluation of the project on glue was carried out in Osh on 3 to 9 May 2015. Project H70 was launched in 2013 with "
            "the money of Japan.",
            [(MAIN, ["Japan"], []), (MENTIONED, ["Japan"], [])],
            id="a project by its number",
        ),
        pytest.param(
            "The offer was turned into a Grant Funding Arrangement, signed in Osh on 3 May 2015. At a round table on 4 February "
            "2015 Japan pledged EUR 20,000.",
            [(MAIN, ["Japan"], []), (MENTIONED, ["Japan"], ["EUR 20,000"])],
            id="what became of a pledge",
        ),
        pytest.param(
            "A survey of wells was carried out in Osh on 3 to 9 May 2015. The survey is the first of five with a grant of "
            "EUR 20,000 from Japan; a survey in Jizzakh follows in July 2015.",
            [(MAIN, ["Japan"], ["EUR 20,000"]), (MENTIONED, ["Japan"], [])],
            id="a sum before what follows",
        ),
        pytest.param(
            "A study tour took eleven judges to Vienna from 3 to 7 May 2015. In April 2015 they had attended a seminar in Osh. "
            "The tour was covered by Austria; the seminar was paid by Japan.",
            [(MAIN, ["Austria"], []), (MENTIONED, ["Japan"], [])],
            id="each part of a sentence",
        ),
        pytest.param(
            "A campaign against glue was held in Osh on 3 May 2015. Posters were printed with the money of Japan. In 2014 the "
            "campaign had been sponsored by Canada.",
            [(MAIN, ["Japan"], []), (MENTIONED, ["Canada"], [])],
            id="who had paid in another year",
        ),
        pytest.param(
            "An agreement on the second phase was signed in Osh on 3 May 2015. The first phase, funded by Canada, ended in "
            "December 2014. Norway will fund the second.",
            [(MAIN, ["Norway"], []), (MENTIONED, ["Canada"], [])],
            id="an earlier phase",
        ),
        pytest.param(
            "A conference on prisons was held in Osh on 3 May 2015. Forty wardens took part in the conference on prisons. On 4 May "
            "the rector and UNODC signed a cost-sharing agreement. Oslo undertakes to pay 6 million kroner.",
            [(MAIN, [], []), (MENTIONED, ["Norway"], ["NOK 6,000,000"])],
            id="the sum of an agreement in the next sentence",
        ),
        pytest.param(
            "A workshop on glue was held in Osh on 3 May 2015. An exhibition of glue was opened on 20 April 2015. "
            "Japan contributes to the Glue Programme, under which both the exhibition and the workshop were prepared.",
            [(MAIN, ["Japan"], []), (MENTIONED, ["Japan"], [])],
            id="both of two events",
        ),
        pytest.param(
            "A workshop on glue was held in Osh on 3 May 2015. An exhibition of glue was opened on 20 April 2013. "
            "Japan contributes to the Glue Programme, under which both the exhibition and the workshop were prepared.",
            [(MAIN, ["Japan"], []), (MENTIONED, [], [])],
            id="not an earlier one",
        ),
        pytest.param(
            "A course for guards was held in Osh on 3 May 2015. Construction of a kennel began in March 2014 with a grant of "
            "USD 90,000 from Canada. The kennel will be opened on 2 July 2015.",
            [(MAIN, [], []), (MENTIONED, ["Canada"], ["USD 90,000"]), (MENTIONED, ["Canada"], [])],
            id="the opening of what was built",
        ),
        pytest.param(
            "A course for guards was held in Osh on 3 May 2015. Construction of a kennel began in March 2014 with a grant of "
            "USD 90,000 from Canada. An archive will be opened on 2 July 2015.",
            [(MAIN, [], []), (MENTIONED, ["Canada"], ["USD 90,000"]), (MENTIONED, [], [])],
            id="the opening of something else",
        ),
        pytest.param(
            "The yearly report was published on 3 May 2015. A handbook on maps, financed by Canada, was published on 7 June 2015.",
            [(MAIN, [], []), (MENTIONED, ["Canada"], [])],
            id="another work",
        ),
        pytest.param(
            "A workshop on glue was held in Osh on 3 May 2015. The first took place in Dushanbe in March 2015. "
            "The workshops are paid for by Japan.",
            [(MAIN, ["Japan"], []), (MENTIONED, ["Japan"], [])],
            id="all of a series",
        ),
        pytest.param(
            "A workshop on glue was held in Osh on 3 May 2015. A law on boats was adopted in March 2015. "
            "The workshops are paid for by Japan.",
            [(MAIN, ["Japan"], []), (MENTIONED, [], [])],
            id="not what is of another kind",
        ),
        pytest.param(
            "A minister visited prisons in Osh on 3 May 2015. The harbour was opened in April 2015. It was financed by Japan.",
            [(MAIN, [], []), (MENTIONED, ["Japan"], [])],
            id="the subject of the sentence before",
        ),
        pytest.param(
            "A harbour was opened in Osh on 3 May 2015. Work on the building began in May 2014 and cost 196,000 US dollars.",
            [(MAIN, [], ["USD 196,000"]), (MENTIONED, [], ["USD 196,000"])],
            id="what the building cost",
        ),
        pytest.param(
            "A kennel was handed over to the customs of Osh on 3 May 2015. Its construction began in May 2014 and the costs "
            "amounted to EUR 165,000.",
            [(MAIN, [], ["EUR 165,000"]), (MENTIONED, [], ["EUR 165,000"])],
            id="what the building of a gift cost",
        ),
        pytest.param(
            "Seven courts, which were opened in March 2014, received furniture worth USD 185,000. The furniture was delivered to "
            "Osh on 3 May 2015.",
            [(MENTIONED, [], []), (MAIN, [], ["USD 185,000"])],
            id="what is told behind an aside",
        ),
        pytest.param(
            "A harbour was opened in Osh on 3 May 2015. Dogs barked. The cost of the pier was USD 9,000.",
            [(MAIN, [], ["USD 9,000"])],
            id="what a part cost",
        ),
        pytest.param(
            "A protocol on eels was initialled in Osh in March 2015 and signed in Dushanbe on 3 May 2015. Dogs barked. "
            "The talks were funded by Denmark.",
            [(MENTIONED, ["Denmark"], []), (MAIN, ["Denmark"], [])],
            id="one paper",
        ),
        pytest.param(
            "A pier was opened in Osh on 3 May 2015. A course for pilots was held on 20 April 2015. "
            "The curriculum and the scholarships are borne by Japan with 40,000 euros.",
            [(MAIN, ["Japan"], ["EUR 40,000"]), (MENTIONED, ["Japan"], [])],
            id="parts of one event",
        ),
        pytest.param(
            "A minister visited prisons in Osh on 3 May 2015. The vans, worth 40,000 euros, had been delivered in April 2015.",
            [(MAIN, [], []), (MENTIONED, [], ["EUR 40,000"])],
            id="the worth of goods",
        ),
        pytest.param(
            "A pier was opened in Osh on 3 May 2015. Activities of UNDP in the region are supported by Norway, Italy and Japan.",
            [(MAIN, [], [])],
            id="who pays for an office",
        ),
        pytest.param(
            "A course for pilots, funded by Japan, was held in Osh on 3 May 2015. "
            "An earlier course was held in Naryn in May 2014 and was paid for by the same donor.",
            [(MAIN, ["Japan"], []), (MENTIONED, ["Japan"], [])],
            id="the same donor",
        ),
        pytest.param(
            "The scheme for pilots was opened in Osh on 3 May 2015. The first certificates were handed over on 9 May 2015. "
            "Sweden has been the donor of the scheme from its beginning.",
            [(MAIN, ["Sweden"], []), (MENTIONED, ["Sweden"], [])],
            id="the donor of the whole",
        ),
        pytest.param(
            "A survey of pilots was finished in Osh on 3 May 2015. The European Union gave, under a fund of its own, 2 million "
            "euros to the project, which was launched on 9 January 2013.",
            [(MAIN, ["European Union"], []), (MENTIONED, ["European Union"], ["EUR 2,000,000"])],
            id="what is given to the project",
        ),
        pytest.param(
            "The course for pilots was held in Osh on 3 May 2015. "
            "The course, the second after that of July 2014, was made possible with the generous support of the Government "
            "of Denmark.",
            [(MAIN, ["Denmark"], []), (MENTIONED, ["Denmark"], [])],
            id="an event named in an aside",
        ),
        pytest.param(
            "A ward was opened in Osh on 3 May 2015. Wards in Naryn were covered in the year 2013 with money of Sweden.",
            [(MAIN, [], [])],
            id="what was paid in another year",
        ),
        pytest.param(
            "The new Law on Pilots entered into force in Kyrgyzstan on 3 May 2015. Sweden finances the project on pilots.",
            [(MAIN, [], [])],
            id="what the state puts into force",
        ),
        pytest.param(
            "A course for pilots was held in Osh on 3 May 2015. A pier was opened in Naryn in March 2015. "
            "Sweden funds the pilots and piers project, while the maps were a donation of Denmark.",
            [(MAIN, ["Sweden", "Denmark"], []), (MENTIONED, ["Sweden"], [])],
            id="who funds a project, and who gave a part",
        ),
        pytest.param(
            "A meeting of mayors was held in Osh on 3 May 2015. The Joint Water Cell (JWC) was opened in April 2015. "
            "Boats came. Funds for the JWC come from Japan.",
            [(MAIN, [], []), (MENTIONED, ["Japan"], [])],
            id="funds for what has a short name",
        ),
        pytest.param(
            "A plan for eels was adopted in Osh on 3 May 2015. It rests on a $3 million five-year pledge.",
            [(MAIN, [], ["USD 3,000,000"])],
            id="a pledge behind its sum",
        ),
        pytest.param(
            "A course for pilots was held in Osh on 3 May 2015. A first one was held in Naryn in March 2015. "
            "The Clean Piers Project unites ten towns. It is being bankrolled by Sweden with EUR 5 million.",
            [(MAIN, ["Sweden"], ["EUR 5,000,000"]), (MENTIONED, ["Sweden"], [])],
            id="the project of the sentence before",
        ),
        pytest.param(
            "Two boats were delivered to Osh in May 2015. Sweden paid for them under its pilots scheme. A pier will open in July.",
            [(MAIN, ["Sweden"], []), (MENTIONED, [], [])],
            id="who paid for goods by way of a programme",
        ),
        pytest.param(
            "A course for pilots was held in Osh on 3 May 2015. The first one was held in Naryn in March 2015. "
            "They are conducted within the project on pilots with the financial support of Sweden and Denmark.",
            [(MAIN, ["Sweden", "Denmark"], []), (MENTIONED, ["Sweden", "Denmark"], [])],
            id="the project that all of them are of",
        ),
        pytest.param(
            "A pier was opened in Osh on 3 May 2015. Norway finances the project, as well as the school that opened in March 2014.",
            [(MAIN, ["Norway"], []), (MENTIONED, ["Norway"], [])],
            id="who pays now, beside what was before",
        ),
        pytest.param(
            "A course for pilots was held in Osh on 3 May 2015. It is the second in a series, opened in October 2014 in Naryn, "
            "and is carried out with the financial participation of Norway.",
            [(MAIN, ["Norway"], []), (MENTIONED, ["Norway"], [])],
            id="what is carried out now with somebody's money",
        ),
        pytest.param(
            "Radios were handed over in Osh on 3 May 2015. Norway, which in 2014 had paid for a pier, gave EUR 20,000 for it.",
            [(MAIN, ["Norway"], ["EUR 20,000"]), (MENTIONED, ["Norway"], [])],
            id="who paid earlier for another thing, aside",
        ),
        pytest.param(
            "Readers were handed over in Osh on 3 May 2015. The first computers were delivered in March 2005 and were, like the "
            "present ones, bought with means of the Italian Government.",
            [(MAIN, ["Italy"], []), (MENTIONED, ["Italy"], [])],
            id="the present ones like the first",
        ),
        pytest.param(
            "Radios were handed over in Osh on 3 May 2015. The post was set up in March 2014. The donor of the UN Border Programme "
            "in Osh is Norway.",
            [(MAIN, ["Norway"], []), (MENTIONED, ["Norway"], [])],
            id="the donor of a programme by name",
        ),
        pytest.param(
            "A course was held in Osh on 3 May 2015. The course was made possible by Norway, with which the town signed a "
            "contribution agreement in March 2014.",
            [(MAIN, ["Norway"], []), (MENTIONED, ["Norway"], [])],
            id="with whom an agreement was signed",
        ),
        pytest.param(
            "A course was held in Osh on 3 May 2015. A survey of posts was presented in March 2014. All the costs of the books and "
            "of the teachers are borne by Norway.",
            [(MAIN, ["Norway"], []), (MENTIONED, [], [])],
            id="all the costs",
        ),
        pytest.param(
            "A fair was held in Osh on 3 May 2015. A plan was signed on 19 March 2015, by which Norway contributes EUR 20,000.",
            [(MAIN, [], []), (MENTIONED, ["Norway"], ["EUR 20,000"])],
            id="what is given under an agreement",
        ),
        pytest.param(
            "A boat day was held in Osh on 3 May 2015. A plan began in March 2014. The Government of Norway supported the event.",
            [(MAIN, ["Norway"], []), (MENTIONED, ["Norway"], [])],
            id="back to the event",
        ),
    ],
)
def test_payers_told_in_another_sentence(text: str, expected: list[tuple[Level, list[str], list[str]]]) -> None:
    assert paid(text) == expected


def test_notes_on_a_project_pay_for_what_it_does() -> None:
    text = (
        "The kick-off meeting of the project was held in Osh on 3 May 2015. The Notes between the Government of Japan and UNDP in "
        "respect of this project, which carries a grant of up to 9 million Japanese Yen, had been exchanged on 10 March 2015."
    )
    assert paid(text, "A project begins") == [(MAIN, ["Japan"], []), (MENTIONED, ["Japan"], ["JPY 9,000,000"])]
