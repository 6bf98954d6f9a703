"""Titles in the form of headlines."""

from __future__ import annotations

import pytest

from importers.titles.headlines import as_headline, is_headline


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("A pier was opened in Osh", "Pier opened in Osh"),
        ("The pier has been officially opened", "Pier officially opened"),
        ("The draft had been discussed with the guild", "Draft discussed with the guild"),
        ("Two boats and a lamp were handed over", "Two boats and a lamp handed over"),
        ("An X-ray unit came to Osh", "X-ray unit came to Osh"),
        ("The guild signed a treaty", "Guild signed a treaty"),
        ("A second course was held", "Second course held"),
        ("The second was held in Osh", "The second was held in Osh"),
        ("The latter was signed in Osh", "The latter was signed in Osh"),
        ("The same teams met", "The same teams met"),
        ("A number of boats were built", "A number of boats built"),
        ("In May, it was opened in Osh", "In May, it was opened in Osh"),
        ("The map that would help was approved", "Map that would help was approved"),
        ("The mayor was received by the guild", "Mayor was received by the guild"),
        ("The guild was presented with a boat", "Guild was presented with a boat"),
        ("The guild met, and a pier was opened", "Guild met, and a pier was opened"),
        ("The guards were issued new boots", "Guards were issued new boots"),
        ("The law was adopted and is being printed", "Law was adopted and is being printed"),
        ("The Hague hosted the fair", "The Hague hosted the fair"),
        ("A dozen boats sank", "A dozen boats sank"),
        ("", ""),
    ],
)
def test_a_title_as_a_headline(title: str, wanted: str) -> None:
    assert as_headline(title) == wanted


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("Lake guards receive new boats", True),
        ("Osh opens a second pier", True),
        ("LAKE GUARDS RECEIVE NEW BOATS", True),
        ("Lake Guards Receive New Boats", True),
        ("The guild hands over boats", True),
        ("Piers: two mayors sign a treaty", True),
        ("Young people learn to row", True),
        ("The guild of rowers teaches swimming", True),
        ("Study visits to Vienna", False),
        ("Lake guard receive boats", False),
        ("Lake guards opens piers", False),
        ("Peer reviews completed", False),
        ("Rowers who meet mayors", False),
        ("Meet the rowers", False),
        ("Mayors meet", False),
        ("", False),
    ],
)
def test_a_heading_in_the_present_is_a_headline(heading: str, wanted: bool) -> None:
    assert is_headline(heading) is wanted
