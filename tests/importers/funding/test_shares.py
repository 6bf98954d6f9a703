"""Who paid for which event of a story, and how much."""

from __future__ import annotations

import pytest

from db.models import Donor, Level, Money
from importers.events.event import Event
from importers.events.milestones import events
from importers.events.telling import told
from importers.funding.finding import Funding, funding
from importers.funding.shares import Shares
from importers.issue.period import last_day
from importers.money.amounts import US_DOLLAR
from tests.importers.conftest import ISSUE, TODAY, a_story


def paid(text: str, heading: str = "Notes") -> list[tuple[Level, list[str], list[str]]]:
    """Level, donors and amounts of each event of a story."""
    story = a_story(text, heading)
    sentences = told(story, ISSUE, last_day(ISSUE, TODAY))
    drafts = list(events(story, sentences, ISSUE, None))
    money = funding(story.flow.text, sentences, (), US_DOLLAR, ())
    shares = Shares(money, drafts, story.around)
    return [(event.level, *given(shares, money, event)) for event in drafts]


def given(shares: Shares, money: Funding, event: Event) -> tuple[list[str], list[str]]:
    made = shares.of(event)
    assert all(isinstance(donor, Donor) for donor in made.donors)
    assert all(isinstance(amount, Money) for amount in made.amounts)
    assert {reason.field for reason in made.reasons} == {*["donors"] * bool(made.donors), *["amounts"] * bool(made.amounts)}
    assert all(reason.text and reason.text in money.text for reason in made.reasons)
    assert [ground.of for ground in made.grounds] == [
        *(f"donor:{donor}" for donor in made.donors),
        *(f"amount:{one.key}" for one in made.amounts),
    ]
    assert all(ground.spans for ground in made.grounds)
    return [str(donor) for donor in made.donors], [str(amount) for amount in made.amounts]


MAIN, MENTIONED = Level.MAIN, Level.MENTIONED


def test_in_the_sentence_itself() -> None:
    assert paid("A post was opened in Osh on 3 May 2015 with a grant of 250,000 US dollars from the Government of Japan.") == [
        (MAIN, ["Japan"], ["USD 250,000"])
    ]


def test_in_a_sentence_behind() -> None:
    assert paid(
        "A post was opened in Osh on 3 May 2015. Dogs barked. The work was funded by the European Union with 2 million euros."
    ) == [(MAIN, ["European Union"], ["EUR 2,000,000"])]


def test_the_agency_says_more_than_its_government() -> None:
    text = "A post was opened in Osh on 3 May 2015. It was funded by the Government of Japan."
    made = paid(text + " The building was funded by JICA.")
    assert made == [(MAIN, ["Japan/JICA"], [])]


def test_what_another_event_has_is_its_own() -> None:
    text = (
        "A post was opened in Osh on 3 May 2015, funded by Sweden. "
        "A course for its officers was held in Dushanbe on 9 March 2013, funded by the European Union."
    )
    assert paid(text) == [(MAIN, ["Sweden"], []), (MENTIONED, ["European Union"], [])]


def test_what_is_told_in_passing_has_nothing_of_the_main_one() -> None:
    text = "A post was opened in Osh on 3 May 2015, funded by Sweden. The agreement on it was signed in March 2013."
    assert paid(text) == [(MAIN, ["Sweden"], []), (MENTIONED, [], [])]


def test_an_entry_of_a_list_has_its_own() -> None:
    text = (
        "- A new post was opened in Osh on 3 April 2015, funded by Sweden.\n"
        "- A conference on prisons was held on 7 May 2015, funded by Norway.\n"
        "- A course for judges was held on 9 May 2015 in Dushanbe."
    )
    assert paid(text) == [(MAIN, ["Sweden"], []), (MAIN, ["Norway"], []), (MAIN, [], [])]


def test_who_pays_for_the_list_pays_for_its_entries() -> None:
    text = (
        "Norway pays for the travelling course.\n"
        "- A course for judges was held on 3 April 2015 in Osh.\n"
        "- A course for nurses was held on 7 May 2015 in Dushanbe, funded by Sweden."
    )
    donors = [donors for _, donors, _ in paid(text)]
    assert donors[-2:] == [["Norway"], ["Sweden"]]


def test_who_pays_for_all_entries_is_told_in_the_last() -> None:
    text = (
        "- A course for judges was held on 3 April 2015 in Osh.\n"
        "- A course for nurses was held on 7 May 2015 in Dushanbe. Both courses were funded by Sweden."
    )
    assert [donors for _, donors, _ in paid(text)] == [["Sweden"], ["Sweden"]]
    alone = text.replace("Both courses were", "The nurses were")
    assert [donors for _, donors, _ in paid(alone)] == [[], ["Sweden"]]


@pytest.mark.parametrize(
    ("payers", "of_the_first"),
    [
        ("Funds for the series come from the Government of the Netherlands.", ["Netherlands"]),
        ("Financial support for both courses was provided by the Netherlands.", ["Netherlands"]),
        ("The budget of the three courses is covered by the Netherlands.", ["Netherlands"]),
        ("Funds for the earlier course had come from the Netherlands.", []),
    ],
)
def test_money_for_a_series_pays_for_what_the_story_is_about(payers: str, of_the_first: list[str]) -> None:
    text = (
        "RANGERS LEARN\n\nRangers took part in a course on tracks in Osh, Kyrgyzstan, on 5 May 2016. An earlier course was given "
        f"to foresters in Naryn in November 2015. {payers}"
    )
    assert paid(text)[0][1] == of_the_first


def test_what_goes_on_from_a_milestone_has_its_donor() -> None:
    text = (
        "A border post was inaugurated and opened in Osh on 3 May 2015. Its officers attend a seminar in June 2015. "
        "The agreement on it was signed in March 2015. All this was funded by Sweden."
    )
    for payers in ("The activities in Osh are supported by Sweden.", "The work was financed by Sweden."):
        assert paid(text.replace("All this was funded by Sweden.", payers)) == paid(text)
    assert paid(text) == [(MAIN, ["Sweden"], []), (MENTIONED, ["Sweden"], []), (MENTIONED, [], [])]
    works = text.replace("All this was", "The works were")
    assert paid(works) == [(MAIN, ["Sweden"], []), (MENTIONED, [], []), (MENTIONED, [], [])]


def test_who_paid_for_what_came_first_did_not_pay_for_what_came_after() -> None:
    text = (
        "A post was opened in Osh on 3 May 2015. The works were funded by Sweden. "
        "A course for its officers was held in Dushanbe in June 2015 with funding from Norway."
    )
    assert paid(text) == [(MAIN, ["Sweden"], []), (MENTIONED, ["Norway"], [])]


def test_what_was_signed_on_the_day_of_a_milestone_tells_who_paid_for_it() -> None:
    text = (
        "Six trucks were handed over to the border service in Osh on 3 May 2015. "
        "The protocol of 3 May 2015 was signed by the colonel and the consul, as Denmark is the donor of the trucks."
    )
    assert paid(text)[0] == (MAIN, ["Denmark"], [])


def test_who_pays_for_the_project_pays_for_its_last_years() -> None:
    text = (
        "The fifth review of the project, which is funded by Norway, was held in Osh on 3 May 2015. "
        "An evaluation was carried out in March 2015. A memorandum was signed in 2006."
    )
    assert paid(text) == [(MAIN, ["Norway"], []), (MENTIONED, ["Norway"], []), (MENTIONED, [], [])]


def test_money_that_nobody_gives_is_an_amount_where_it_was_seized() -> None:
    assert paid("Goods worth 250,000 US dollars were seized in Osh on 3 May 2015.") == [(MAIN, [], ["USD 250,000"])]
    assert paid("A workshop on goods worth 250,000 US dollars was held in Osh on 3 May 2015.") == [(MAIN, [], [])]
    text = "A post was opened in Osh on 3 May 2015, funded by Sweden. A kilogram of opium costs 900 US dollars."
    assert paid(text) == [(MAIN, ["Sweden"], [])]


def test_what_it_cost_is_an_amount_whoever_paid() -> None:
    text = "A post was opened in Osh on 3 May 2015, funded by Sweden. For the cells alone 21,000 euros were spent."
    assert paid(text) == [(MAIN, ["Sweden"], ["EUR 21,000"])]
    assert paid(text.replace(", funded by Sweden", "")) == [(MAIN, [], ["EUR 21,000"])]
    assert paid(text.replace("21,000 euros were spent", "the total cost was 21,000 euros, or 90 euros per day")) == [
        (MAIN, ["Sweden"], ["EUR 21,000"])
    ]


def test_a_country_that_is_no_donor_pays_nothing() -> None:
    assert paid("Officers from Japan and Sweden visited the post in Osh on 3 May 2015.") == [(MAIN, [], [])]


def test_the_same_project_has_the_same_donor_and_another_sum() -> None:
    assert paid(
        "A centre was opened in Osh on 3 May 2015. The work was funded by the European Union with EUR 96,500. "
        "Within the same project ten vehicles had been handed over to the police in December 2014."
    ) == [(MAIN, ["European Union"], ["EUR 96,500"]), (MENTIONED, ["European Union"], [])]


def test_what_works_cost_is_an_amount() -> None:
    text = "A post was opened in Osh on 3 May 2015, funded by Sweden. The works cost EUR 21,000. A night costs 90 dollars there."
    assert paid(text) == [(MAIN, ["Sweden"], ["EUR 21,000"])]
    assert paid(text.replace("The works cost", "A new car would cost")) == [(MAIN, ["Sweden"], [])]


@pytest.mark.parametrize(
    ("what", "text", "expected"),
    [
        (
            "what a story came to last has what the sentence behind says",
            (
                "A course for guards was held in Osh on 3 May 2015. On 9 May 2015, a workshop was opened in Naryn. "
                "Tools and benches were bought with funds of Sweden (9,000 euros)."
            ),
            [(MAIN, [], []), (MENTIONED, ["Sweden"], ["EUR 9,000"])],
        ),
        (
            "a sentence that takes up what the story is about does not",
            (
                "A course for guards was held in Osh on 3 May 2015. On 9 May 2015, a workshop was opened in Naryn. "
                "The course was held with funds of Sweden."
            ),
            [(MAIN, ["Sweden"], []), (MENTIONED, ["Sweden"], [])],
        ),
        (
            "nor one behind what came before",
            (
                "A course for guards was held in Osh on 3 May 2015. A workshop was opened in Naryn on 9 March 2015. "
                "Tools and benches were bought with funds of Sweden."
            ),
            [(MAIN, ["Sweden"], []), (MENTIONED, ["Sweden"], [])],
        ),
        (
            "words that every sentence has take up nothing",
            (
                "Four courses were held in Osh on 3 May 2015. The trainers were taught in Lyon in 2014. "
                "These courses were financed by Sweden."
            ),
            [(MAIN, ["Sweden"], []), (MENTIONED, ["Sweden"], [])],
        ),
        (
            "who pays for the whole pays for its part, and the whole has its own sum",
            (
                "A course for guards was held in Osh on 3 May 2015. The course is part of a project on health, "
                "which was launched in March 2015 with 2 million euros from Sweden."
            ),
            [(MAIN, ["Sweden"], []), (MENTIONED, ["Sweden"], ["EUR 2,000,000"])],
        ),
        (
            "and the part has its own",
            (
                "A bridge was opened in Osh on 3 May 2015. The works, budgeted at 40,000 euros, are part of a project, "
                "which was launched in March 2015 and which is funded by Sweden."
            ),
            [(MAIN, ["Sweden"], ["EUR 40,000"]), (MENTIONED, ["Sweden"], [])],
        ),
        (
            "who pays for the project pays for what is told before it as well",
            (
                "A law on rivers was adopted in Osh on 3 May 2015. The rivers were the topic of a meeting held on 9 May 2015. "
                "The Rivers Project is financed by Sweden."
            ),
            [(MAIN, ["Sweden"], []), (MENTIONED, ["Sweden"], [])],
        ),
        (
            "who paid for a film did not pay for the evening",
            "A report on rivers was presented in Osh on 3 May 2015. A film, shot with the financial support of Sweden, was shown.",
            [(MAIN, [], [])],
        ),
        (
            "but for that of the film",
            "A film on rivers was presented in Osh on 3 May 2015. The film was shot with the financial support of Sweden.",
            [(MAIN, ["Sweden"], [])],
        ),
        (
            "a device is no film, and to play a part no play",
            (
                "Two boats were handed over to the guard in Osh on 3 May 2015. The gift has a video recorder, which will play "
                "a part in rescues, and was funded by Sweden."
            ),
            [(MAIN, ["Sweden"], [])],
        ),
        (
            "the price of things is that of the opening, wherever it is told",
            (
                "A course for bakers was held in Osh on 3 May 2015. The bakery was opened in April 2014. Ten men passed. "
                "Sweden has spent 8,000 euros on the furniture."
            ),
            [(MAIN, ["Sweden"], []), (MENTIONED, ["Sweden"], ["EUR 8,000"])],
        ),
        (
            "and none of a law",
            "A law on prisons was adopted in Osh on 3 May 2015. The works on a roof cost 8,000 euros.",
            [(MAIN, [], [])],
        ),
        (
            "who pays for a programme still pays for what is told now, with a sum that was another time's",
            (
                "The annual meeting of the courts took place in Osh from 5 to 7 May 2015. The programme depends on funding from the"
                " Government of Norway, which renewed its grant of 90,000 dollars in December 2013."
            ),
            [(MAIN, ["Norway"], []), (MENTIONED, ["Norway"], ["USD 90,000"])],
        ),
        (
            "a project that is called by its donor is one, whatever came before",
            (
                "Judges were trained in Osh on 3 May 2015. It was the second course of a German-funded project, after the one held"
                " in Naryn in October 2014."
            ),
            [(MAIN, ["Germany"], []), (MENTIONED, ["Germany"], [])],
        ),
        (
            "what a clause tells of an earlier phase is no sum of it",
            (
                "A project on prisons was launched in Osh on 3 May 2015. With a budget of 2 million euros, it continues the work of"
                " a first phase, which was also financed by Finland and started in September 2014."
            ),
            [(MAIN, ["Finland"], ["EUR 2,000,000"]), (MENTIONED, ["Finland"], [])],
        ),
        (
            "the agreement on a grant has what was given",
            (
                "A laboratory was opened in Osh on 3 May 2015. Norway gave 90,000 dollars for it. "
                "The grant agreement was signed in Oslo in March 2014."
            ),
            [(MAIN, ["Norway"], ["USD 90,000"]), (MENTIONED, ["Norway"], ["USD 90,000"])],
        ),
        (
            "another agreement has nothing of it",
            (
                "A laboratory was opened in Osh on 3 May 2015. Norway gave 90,000 dollars for it. "
                "The agreement on extradition was signed in Oslo in March 2014."
            ),
            [(MAIN, ["Norway"], ["USD 90,000"]), (MENTIONED, [], [])],
        ),
        (
            "who paid for an earlier phase is not taken up by a word of both",
            (
                "The council of the centre met in Osh on 3 May 2015. The agreement on the centre was signed in March 2009. "
                "The pilot phase of the centre was funded by Sweden."
            ),
            [(MAIN, [], []), (MENTIONED, ["Sweden"], [])],
        ),
        (
            "the most that somebody can ask for was given to nobody",
            "Three centres were opened in Osh on 3 May 2015. Norway pays for it; groups can apply for up to 7,500 dollars.",
            [(MAIN, ["Norway"], [])],
        ),
    ],
)
def test_what_is_paid_for(what: str, text: str, expected: list[tuple[Level, list[str], list[str]]]) -> None:
    assert paid(text) == expected, what


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Sweden gives 150,000 euros to a clinic and 50,000 euros to a school.", ["EUR 200,000"]),
        ("This takes the grants of Sweden to 900,000 euros.", ["EUR 200,000"]),
        ("Norway gave 70,000 euros to the school.", ["EUR 200,000", "EUR 70,000"]),
        ("The grant of Sweden is 1.9 million kronor.", ["EUR 200,000", "SEK 1,900,000"]),
    ],
)
def test_parts_and_earlier_sums_are_no_further_amounts(behind: str, expected: list[str]) -> None:
    assert paid(f"Sweden gave 200,000 euros to victims of a storm in Osh on 3 May 2015. {behind}")[0][2] == expected


@pytest.mark.parametrize(
    ("last", "first", "second"),
    [
        (
            "Norway is the donor of the cards in Osh; in Lima the same cards were introduced in 2014 and paid for by Sweden.",
            ["Norway"],
            ["Sweden"],
        ),
        (
            "The card programme was launched in 2014 with money of Sweden; since this year it has been financed by Norway.",
            ["Norway"],
            ["Sweden"],
        ),
    ],
)
def test_who_pays_on_either_side_of_a_semicolon(last: str, first: list[str], second: list[str]) -> None:
    told = paid(f"New cards for prisoners were introduced in Osh on 3 May 2015. {last}")
    assert [(level, donors) for level, donors, _ in told] == [(MAIN, first), (MENTIONED, second)]


def test_the_grant_behind_it() -> None:
    told = paid(
        "Forty radios were handed over to the guards in Osh on 3 May 2015. The contribution of Norway that stands behind them was "
        "agreed in a grant agreement of 5 March 2014."
    )
    assert [donors for _, donors, _ in told] == [["Norway"], ["Norway"]]
