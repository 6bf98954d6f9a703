"""What a date tells that stands in a subordinate part of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.titles.asides import aside, in_words

ASIDES = [
    (
        "what was held, to its end",
        "Nine divers took part in a training on knots and river law, held in Osh from 3 to 5 May.",
        "from 3 to 5 May",
        "a training on knots and river law held in Osh from 3 to 5 May",
    ),
    ("a relative clause", "The fares follow the law, which had been adopted in May.", "May", "the law had been adopted in May"),
    ("its subject", "The network, which began its work in 2012, has forty members.", "2012", "The network began its work in 2012"),
    ("its object", "He saw the pier that the guild had built in 2010.", "2010", "the guild had built the pier in 2010"),
    ("a subject that is said last", "The pier, which Japan built in 2010, is closed.", "2010", "Japan built the pier in 2010"),
    (
        "a part of the thing",
        "She saw the pier, the roof of which was repaired in May.",
        "May",
        "the roof of the pier was repaired in May",
    ),
    ("a deed between commas", "The law, adopted in May 2010, obliges both banks.", "May 2010", "The law adopted in May 2010"),
    (
        "a deed at the end",
        "They reviewed the action plan, adopted in Osh in 2018.",
        "2018",
        "the action plan adopted in Osh in 2018",
    ),
    ("a deed without commas", "It was founded upon the strategy approved in 2009.", "2009", "the strategy approved in 2009"),
    (
        "of a meeting on a law it is the meeting that is held",
        "She spoke at the last meeting on a law of the lakes which the guild convened in May.",
        "May",
        "the guild convened the last meeting on a law of the lakes in May",
    ),
    (
        "of amendments to a law it is they that are adopted",
        "Amendments to the Code of Lakes, adopted in May, lowered the tolls.",
        "May",
        "Amendments to the Code of Lakes adopted in May",
    ),
    (
        "many of which it is told",
        "The guild moved into new rooms in the old library, which were opened in May by the mayor.",
        "May",
        "new rooms in the old library were opened in May by the mayor",
    ),
    (
        "a name between quotation marks",
        'The project "Boats for the North", which was launched in May 2009, is at an end.',
        "May 2009",
        'The project "Boats for the North" was launched in May 2009',
    ),
    (
        "a body is founded, not its help",
        "It was done with the help of the Guild of Ferrymen, which was founded in 2010.",
        "2010",
        "the Guild of Ferrymen was founded in 2010",
    ),
    ("whose it is", "They spoke of their Lake Partnership, which was signed in May.", "May", "Lake Partnership was signed in May"),
    ("what we did", "The Lake Report, which we presented in May, says why.", "May", "The Lake Report presented in May"),
    (
        "adjectives of who did it",
        "He spoke of the lessons that two experienced sailors gave in May, two weeks before.",
        "May",
        "two experienced sailors gave the lessons in May",
    ),
    (
        "what was held earlier",
        "They looked at what was done since the first meeting, which was held in Osh in May.",
        "May",
        "the first meeting was held in Osh in May",
    ),
    (
        "what another made possible",
        "They spoke of the patrols, which had been made possible by the lake treaty signed in May.",
        "May",
        "the lake treaty signed in May",
    ),
    (
        "a deed told by a noun",
        "The guild has been at work since the adoption of the Law on Lakes in May 2004.",
        "May 2004",
        "adoption of the Law on Lakes in May 2004",
    ),
    (
        "the same before the sentence",
        "After the formal opening of the pier in May, boats came.",
        "May",
        "opening of the pier in May",
    ),
    (
        "a list of places before the date",
        "He spoke of the lessons that two sailors gave in Osh, Naryn and Talas in May, two weeks before.",
        "May",
        "two sailors gave the lessons in Osh, Naryn and Talas in May",
    ),
    ("since", "Since the pier was opened in 2010, fares have doubled.", "2010", "the pier was opened in 2010"),
    (
        "since, without a comma",
        "Since the pier opened its doors in 2010 it has served many.",
        "2010",
        "the pier opened its doors in 2010",
    ),
    ("when", "When twelve boats were given away in 2005, few believed it.", "2005", "twelve boats were given away in 2005"),
    ("where", "He was shown the hall where the guild had met in June.", "June", "the guild had met in June"),
    ("whose", "Togo, whose pier was rebuilt in 2011, joined.", "2011", "pier was rebuilt in 2011"),
    ("behind a semicolon", "Nobody spoke of fares; the guild met in May.", "May", "the guild met in May"),
    ("behind a colon", "No fare was fixed: the guild adopted a plan in May.", "May", "the guild adopted a plan in May"),
    ("a further clause", "The pier was painted, and the guild opened a school in May.", "May", "the guild opened a school in May"),
    (
        "a name of two names",
        "They praised the Treaty on Boats and Piers, signed in 2010.",
        "2010",
        "the Treaty on Boats and Piers signed in 2010",
    ),
    ("whom it is with", "The pact with Togo, which was signed in May, lapsed.", "May", "The pact with Togo was signed in May"),
    (
        "what it is by",
        "A show of paintings by pupils, opened in Osh in May, drew many.",
        "May",
        "A show of paintings by pupils opened in Osh in May",
    ),
    (
        "where the verb of the sentence follows",
        "The fair that the guild hosted in Osh in May brought many together.",
        "May",
        "the guild hosted the fair in Osh in May",
    ),
    (
        "the nearest of what is told without a comma",
        "The fairs are the first fruit of the gift which Togo made to the guild in May.",
        "May",
        "Togo made the gift to the guild in May",
    ),
    (
        "what is to be done is no part of a name",
        "Togo will use the gift to feed the otters, which were brought to Osh in May.",
        "May",
        "the otters were brought to Osh in May",
    ),
    (
        "what stands for somebody",
        "Three clerks who themselves had been taught in May led it.",
        "May",
        "Three clerks had been taught in May",
    ),
    (
        "the verb of a relative clause",
        "Many saw the films that the head of the guild launched in Osh in May.",
        "May",
        "the head of the guild launched the films in Osh in May",
    ),
    (
        "what is between two",
        "It rests on a treaty between Togo and the Union which was signed in 2013.",
        "2013",
        "a treaty between Togo and the Union was signed in 2013",
    ),
    ("beside a name", "A boat, worth 2,000 dollars, which was given in May, sank.", "May", "A boat was given in May"),
    (
        "the head that may be adopted",
        "They spoke of the report of the Centre, published in May.",
        "May",
        "the report of the Centre published in May",
    ),
    (
        "the whole of a name",
        "The Guild for Fair Weather in Naryn, set up in May by both towns, is old.",
        "May",
        "The Guild for Fair Weather in Naryn set up in May by both towns",
    ),
    (
        "the whole of a thing",
        "They got lamps out of a gift of 2 million crowns, which the Togo Guild announced on a visit in May.",
        "May",
        "the Togo Guild announced a gift of 2 million crowns on a visit in May",
    ),
    (
        "the whole of a thing told between commas",
        "The project on fares in the Lake Republic, launched in May, ended.",
        "May",
        "The project on fares in the Lake Republic launched in May",
    ),
    (
        "behind a name of letters",
        "The clerks come from the Guild of Lakes (GL), with which the Port signed a pact in May.",
        "May",
        "the Port signed a pact in May",
    ),
    ("a thing of two words", "It is a grand challenge launched in 2014.", "2014", "a grand challenge launched in 2014"),
    ("one of many", "She is one of 19 clerks who attended a course in May.", "May", "one of 19 clerks attended a course in May"),
    (
        "for which",
        "In its second phase, for which Togo signed a pact of 2 million last May, it went on.",
        "last May",
        "Togo signed a pact of 2 million last May",
    ),
    (
        "by whom, behind the date",
        "He praised the model pier that had been opened in May by the mayor of Osh.",
        "May",
        "the model pier had been opened in May by the mayor of Osh",
    ),
    (
        "a participle in a name",
        "They adopted a simplified form, which was printed in May.",
        "May",
        "a simplified form was printed in May",
    ),
    (
        "a name that goes on with to",
        "It follows a decision of the sixth Conference of the Parties to PIERS, hosted by Togo in May, that boats be counted.",
        "May",
        "the sixth Conference of the Parties to PIERS hosted by Togo in May",
    ),
    (
        "a deed behind its own subject",
        "He praised the book “Fares on the Lakes”, which the Guild of Ferrymen published in 2017.",
        "2017",
        "the Guild of Ferrymen published the book “Fares on the Lakes” in 2017",
    ),
    (
        "a name that goes on with regard to a thing",
        (
            "He praised the directive on boats of two ports with regard to the transport of goods by road, which "
            "entered into force in May."
        ),
        "May",
        "the directive on boats of two ports with regard to the transport of goods by road entered into force in May",
    ),
]
WHOLE = [
    ("the clause of the sentence", "The pier was opened in May.", "May"),
    ("its circumstances", "After long talks the pier was opened in May.", "May"),
    ("what only was", "The seminar, which was held in May, dealt with fares.", "May"),
    ("what took place", "Many came to the fair, which took place in May.", "May"),
    ("another verb", "The book which the guild read was published in May.", "May"),
    ("a verb like a participle", "The guild, led by its head, opened a pier in May.", "May"),
    ("one of two who did it", "The mayor and the head of the guild, who opened the pier in May, met.", "May"),
    ("a pronoun for what comes behind it", "Since it was founded in 2009, the guild has grown.", "2009"),
    ("what only lasted", "Many came to the course, which lasted until May.", "May"),
    ("words that go on behind a comma", "The adviser of the bank, opened in May, in Osh.", "May"),
    ("a thing in a word", "They go on with the work begun in May.", "May"),
    ("what is foreseen", "An enquiry after the courses is foreseen in May.", "May"),
    ("what stands behind the colon of a title", "They launched the report “Fares: past and present” in Osh in May.", "May"),
    ("where it was, before a colon", "Naryn, Osh: three piers were painted in May.", "May"),
    ("where, without an article", "It was hard, as was seen in Naryn, where clerks from eleven lakes sat together in May.", "May"),
    ("what we did", "The guild added maps to the list (LI) we launched in May.", "May"),
]


def told(sentence: str, date: str) -> str:
    at = sentence.index(date)
    parts = aside(sentence, (at, at + len(date)))
    return in_words(sentence[start:end].strip(" .") for start, end in parts) if parts else ""


@pytest.mark.parametrize(("what", "sentence", "date", "wanted"), ASIDES)
def test_what_a_date_tells_beside_the_sentence(what: str, sentence: str, date: str, wanted: str) -> None:
    assert told(sentence, date) == wanted


@pytest.mark.parametrize(("what", "sentence", "date"), WHOLE)
def test_a_date_of_the_whole_sentence(what: str, sentence: str, date: str) -> None:
    assert told(sentence, date) == ""


FRAGMENTS = [
    "the pier",
    "a law on boats",
    "Togo",
    ", which was opened",
    ", adopted",
    " that the guild had built",
    " in May",
    " in 2010",
    ", ",
]
FRAGMENTS += ["; ", " and ", "since ", " was painted", " sank", " by the guild", " of which", "when ", " whose roof was repaired"]


@given(st.lists(st.sampled_from(FRAGMENTS), min_size=2, max_size=9))
def test_parts_lie_inside_any_sentence_and_one_tells_the_date(fragments: list[str]) -> None:
    sentence = "".join(fragments)
    at = sentence.find("in May")
    parts = aside(sentence, (at, at + len("in May"))) if at >= 0 else ()
    assert all(0 <= start <= end <= len(sentence) for start, end in parts)
    assert not parts or any(start <= at < end for start, end in parts)
