"""What a story says of money, before it is shared out."""

from __future__ import annotations

from importers.events.telling import told
from importers.funding.finding import Funding, funding
from importers.issue.period import last_day
from importers.money.amounts import US_DOLLAR
from importers.sentences import read
from tests.importers.conftest import ISSUE, TODAY, a_story


def found(text: str) -> Funding:
    story = a_story(text)
    return funding(story.flow.text, told(story, ISSUE, last_day(ISSUE, TODAY)), (), US_DOLLAR, ())


def test_nothing_paid() -> None:
    money = found("A post was opened in Osh.")
    assert (money.donors, money.amounts, money.silent) == ((), (), ())


def test_donors_and_currencies_are_silent_about_countries() -> None:
    money = found("A post was opened in Osh with 250,000 US dollars from the Government of Japan.")
    said = [money.text[start:end] for start, end in money.silent]
    assert any("Japan" in words for words in said)
    assert not any("Osh" in words for words in said)


def test_what_is_told_again_is_asked_only_for_what_is_said_of_all() -> None:
    text = (
        "A post was opened, funded by Japan with 500 euros. A post was opened, funded by Japan with 700 euros. "
        "All posts were funded by Norway."
    )
    sentences = read(text)
    again = [(sentences[1].start, len(text))]
    money = funding(text, sentences, (), US_DOLLAR, again)
    assert [(one.donor.name, one.start >= again[0][0]) for one in money.donors] == [("Japan", False), ("Norway", True)]
    assert [str(one.money) for one in money.amounts] == ["EUR 500"]
