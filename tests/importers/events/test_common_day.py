"""What each country did on a day that all observe: the first thing told is what its entry is about, the others stand beside it."""

from __future__ import annotations

from datetime import date

import pytest

from db.models import Level
from importers.pipeline import read_newsletter

HEAD = "# Ferry News\n\nApril - June 2016\n\n## World Drug Day in Central Asia\n\n"
ENTRIES = [
    (
        "the first one in few words",
        "Over 40 ferrymen took part in a race across the lake in Osh.\n\nA choir sang songs and a film was screened.",
        "Over 40 ferrymen took part",
        ["a film was screened"],
    ),
    (
        "another one in its paragraph",
        "A press conference was held in Osh. A competition on the best raft was conducted among pupils in Talas.",
        "A press conference was held",
        ["A competition on the best raft"],
    ),
    (
        "another one with its place",
        "Pupils met with rowers at the town hall of Osh.\n\nIn Talas, an exhibition of oars was opened in the library.",
        "Pupils met with rowers",
        ["exhibition of oars"],
    ),
    (
        "people of another place who took part in something",
        "Pupils met with rowers at the town hall of Osh. In Talas, students of the college took part in a quiz.",
        "Pupils met with rowers",
        ["took part in a quiz"],
    ),
    (
        "a report with a year in its name",
        "The presentation of the Report on Rivers 2014 was held in Osh. In the evening, a film was screened.",
        "The presentation of the Report",
        ["a film was screened"],
    ),
    (
        "what came after it",
        "A report on rivers was presented in Osh. After the presentation, 2.4 tons of drugs were burned at the plant.",
        "A report on rivers",
        ["drugs were burned"],
    ),
    (
        "others in a paragraph of their own",
        "Pupils met with rowers at the town hall of Osh.\n\nStudents of the college presented a film on the dangers of the lake.",
        "Pupils met with rowers",
        ["presented a film"],
    ),
    (
        "what the first one was for",
        "Pupils met with rowers at the town hall of Osh. The meeting aimed at raising awareness of deep water.",
        "Pupils met with rowers",
        [],
    ),
    (
        "much was done, and then what",
        "A number of activities were held in Osh. Popular singers posted songs of the campaign on the internet.",
        "Popular singers posted",
        [],
    ),
]


@pytest.mark.parametrize(("what", "entry", "main", "beside"), ENTRIES, ids=[case[0] for case in ENTRIES])
def test_an_entry_is_about(what: str, entry: str, main: str, beside: list[str]) -> None:
    text = f"{HEAD}### KAZAKHSTAN\n\nA march was held in Astana on 26 June.\n\n### KYRGYZ REPUBLIC\n\n{entry}\n"
    read = read_newsletter(text.encode(), "x.md", today=date(2026, 11, 1)).milestones
    there = [one for one in read if "KG" in [country.code for country in one.countries]]
    assert all(one.when.edtf == "2016-06-26" for one in there)
    quotes = {level: [one.evidence.quote for one in there if one.evidence and one.level is level] for level in Level}
    assert [main in quote for quote in quotes[Level.MAIN]] == [True]
    mentioned = quotes[Level.MENTIONED]
    assert [words in quote for words, quote in zip(beside, mentioned, strict=True)] == [True] * len(beside)


PLACES = (
    "# Ferry News\n\nApril - June 2016\n\n## World Drug Day in Central Asia\n\n{}\n\n"
    "In Kazakhstan, a race of rowers was organized in Almaty. The winners received oars.\n\n"
    "In Kyrgyzstan, a report on rivers was presented in Bishkek. On the same day the guild burnt 90 rafts at the town's pier.\n\n"
    "In Tajikistan, a concert was held in Dushanbe. The concert was sponsored by Japan.\n"
)


def by_country(above: str) -> dict[tuple[str, str], list[str]]:
    """What a row of places tells, by its countries and level: who paid for each."""
    read = read_newsletter(PLACES.format(above).encode(), "x.md", today=date(2026, 11, 1)).milestones
    assert all(one.when.edtf == "2016-06-26" for one in read)
    found: dict[tuple[str, str], list[str]] = {}
    for one in read:
        where = " ".join(country.code for country in one.countries)
        found.setdefault((where, one.level.value), []).extend(str(donor) for donor in one.donors)
    return found


def test_each_place_of_a_row_has_its_own_below_what_says_that_much_was_done() -> None:
    assert by_country("The guild and its partners conducted a number of events on 26 June.") == {
        ("", "mentioned"): [],
        ("KZ", "main"): [],
        ("KG", "main"): [],
        ("KG", "mentioned"): [],
        ("TJ", "main"): ["Japan"],
    }


def test_a_row_of_countries_is_told_each_beside_what_was_done_before() -> None:
    told = by_country("A march of ferrymen was held in Ashgabat on 26 June.")
    assert [where for where, level in told if level == "main"] == ["TM", "KZ", "KG", "TJ"]


def test_a_row_may_tell_days_of_its_own() -> None:
    text = (
        "# Ferry News\n\nApril - June 2016\n\n## World Drug Day\n\nIn Senegal, a race was organized on 25 June in Dakar.\n\n"
        "In Togo, the guild held a debate in Lomé on 26 June.\n\nIn Ghana, a law on nets of May 2013 was praised in Accra.\n"
    )
    read = read_newsletter(text.encode(), "x.md", today=date(2026, 11, 1)).milestones
    assert [(one.when.edtf, one.countries[0].code) for one in read if one.level is Level.MAIN] == [
        ("2016-06-25", "SN"),
        ("2016-06-26", "TG"),
    ]


def test_a_row_of_towns_stands_beside_what_was_done_before() -> None:
    text = (
        "# Ferry News\n\nApril - June 2016\n\n## World Drug Day\n\nA march of ferrymen was held in Bishkek on 26 June.\n\n"
        "In Osh, a race of rowers was organized.\n\nIn Talas, a concert was held.\n"
    )
    read = read_newsletter(text.encode(), "x.md", today=date(2026, 11, 1)).milestones
    assert [(one.level, one.place) for one in read] == [
        (Level.MAIN, "Bishkek"),
        (Level.MENTIONED, "Osh"),
        (Level.MENTIONED, "Talas"),
    ]


def test_an_entry_may_tell_what_was_done_days_later() -> None:
    entry = (
        "On 28 June, a press conference was held in Osh. Passengers reached 3 million in 2016. In the evening, a film was screened."
    )
    text = f"{HEAD}### KAZAKHSTAN\n\nA march was held in Astana on 26 June.\n\n### KYRGYZ REPUBLIC\n\n{entry}\n"
    read = read_newsletter(text.encode(), "x.md", today=date(2026, 11, 1)).milestones
    there = [(one.when.edtf, one.level) for one in read if "KG" in [country.code for country in one.countries]]
    assert there == [("2016-06-28", Level.MAIN), ("2016-06-28", Level.MENTIONED)]


def test_a_row_of_places_may_name_the_day() -> None:
    text = (
        "# Ferry News\n\nApril - June 2016\n\n## World Drug Day\n\nThe day was celebrated in many countries of the region.\n\n"
        "In Senegal, a race of rowers was organized on 25 June in Dakar.\n\nIn Togo, the guild held a debate in Lomé on the day.\n"
    )
    read = read_newsletter(text.encode(), "x.md", today=date(2026, 11, 1)).milestones
    assert [(one.when.edtf, one.countries[0].code) for one in read] == [("2016-06-25", "SN"), ("2016-06-26", "TG")]


def test_towns_stand_as_countries_do_over_what_was_done_there() -> None:
    told = "### Osh\n\nA race was held on the lake.\n\n### Dakar\n\nA film was screened for the ferrymen.\n"
    read = read_newsletter((HEAD + told).encode(), "news.md", today=date(2016, 8, 1))
    assert [(m.when.edtf, [country.code for country in m.countries], m.level) for m in read.milestones] == [
        ("2016-06-26", ["KG"], Level.MAIN),
        ("2016-06-26", ["SN"], Level.MAIN),
    ]


def test_towns_of_several_countries_below_a_day_are_what_its_story_is_about() -> None:
    news = (
        "# Ferry News\n\nApril - June 2016\n\n## 26 June in the region\n\nIn Osh, the findings of a survey were presented. "
        "In Dakar, a race was held on the lake. In Lima, a mural was unveiled on 24 June.\n"
    )
    read = read_newsletter(news.encode(), "news.md", today=date(2016, 8, 1))
    told = [(m.when.edtf, m.countries[0].code, m.level) for m in read.milestones]
    assert told == [("2016-06-26", "KG", Level.MAIN), ("2016-06-26", "SN", Level.MAIN), ("2016-06-24", "PE", Level.MAIN)]


def test_what_people_did_first_is_what_an_entry_is_about() -> None:
    told = "### Osh\n\nFerrymen were wearing blue hats. A film was screened for them.\n\n### Dakar\n\nA race was held.\n"
    read = read_newsletter((HEAD + told).encode(), "news.md", today=date(2016, 8, 1))
    assert [m.title for m in read.milestones if m.level is Level.MAIN] == ["Ferrymen were wearing blue hats", "A race was held"]
