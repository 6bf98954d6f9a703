"""A file to one reading."""

from __future__ import annotations

import codecs
import hashlib
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.models import Basis, CountryRole, Donor, Kind, Level, Money, Role, Series
from db.when import When
from importers.pipeline import IMPORTER, read_newsletter
from importers.quoting import QUOTE_LIMIT
from importers.readers.decode import LIMIT, ReadError, composed
from tests.importers.conftest import ISSUE, TODAY, assert_sound, dated, mains, newsletters, only, read, stories_told

NEWSLETTER = """# River News

April - June 2015

## New laboratory opened in Tashkent

A new forensic laboratory was opened in Tashkent on 14 May. It was funded by the Government of Japan through JICA with
250,000 US dollars. The agreement on it was signed in March 2013.

## Dogs at the airport

Ten dog handlers from Kyrgyzstan were trained in Osh on 3-5 June.

## Calendar

3 August  Conference on prisons in Astana

9 September  Training course for judges in Osh
"""


def test_a_newsletter_from_end_to_end() -> None:
    reading = read(NEWSLETTER, name="river.md", issue=None)
    assert_sound(reading, 5)
    assert reading.importer == IMPORTER
    assert reading.notes == ()
    assert reading.source.file == "river.md"
    assert reading.source.title == "River News, Q2 2015"
    assert reading.source.text == NEWSLETTER
    assert reading.source.sha256 == hashlib.sha256(NEWSLETTER.encode()).hexdigest()
    assert (str(reading.source.issue), reading.source.issue_basis) == ("2015-34", "heading")
    assert [article.heading for article in reading.articles] == [
        "New laboratory opened in Tashkent",
        "Dogs at the airport",
        "Calendar",
    ]
    assert [(each.when.edtf, each.kind, each.level, each.planned) for each in reading.milestones] == [
        ("2015-05-14", Kind.OPENING, Level.MAIN, False),
        ("2013-03", Kind.AGREEMENT, Level.MENTIONED, False),
        ("2015-06-03/2015-06-05", Kind.TRAINING, Level.MAIN, False),
        ("2015-08-03", Kind.MEETING, Level.MENTIONED, True),
        ("2015-09-09", Kind.TRAINING, Level.MENTIONED, True),
    ]


def test_a_milestone_has_all_its_fields() -> None:
    first = read(NEWSLETTER).milestones[0]
    assert first.title == "New laboratory opened in Tashkent"
    assert (first.date_text, first.basis) == ("14 May", Basis.RESOLVED)
    assert first.countries == (CountryRole("UZ", Role.LOCATION),)
    assert first.place == "Tashkent"
    assert first.donors == (Donor("Japan", "JICA"),)
    assert first.amounts == (Money("USD", first.amounts[0].value),)
    assert first.amounts[0].value == 250_000
    assert first.evidence is not None
    assert first.evidence.quote.startswith("A new forensic laboratory was opened in Tashkent on 14 May.")
    assert {reason.field for reason in first.reasons} >= {"date", "kind", "level", "countries", "donors", "amounts"}
    assert first.confidence > 0.7


def test_the_issue_that_a_person_gives_goes_first() -> None:
    reading = read(NEWSLETTER, issue=When("2011-34"))
    assert (str(reading.source.issue), reading.source.issue_basis) == ("2011-34", "given")
    assert reading.milestones[0].when.edtf == "2011-05-14"


def test_a_text_without_any_period() -> None:
    reading = read("# Notes\n\nA new post was opened in Osh.", issue=None)
    assert (reading.source.issue, reading.source.issue_basis, reading.milestones) == (None, "", ())


def test_numbered_events_have_their_series() -> None:
    assert only(read("# Meeting\n\nThe fourth regional meeting was held in Osh on 3 May 2015.")).series == Series(
        "regional meeting", 4
    )


def test_a_quote_leads_back_through_repair() -> None:
    raw = "# Post\n\nA new liaison of-\nfice was opened in\n**Osh** on 14 May\r\n2015 by two minis-\nters of the north."
    milestone = only(read(raw))
    assert milestone.evidence is not None
    assert milestone.evidence.quote == "A new liaison office was opened in Osh on 14 May 2015 by two ministers of the north."
    assert [raw[start:end] for start, end in milestone.evidence.spans] == [raw[raw.index("A new") :]]


def test_a_quote_may_stand_in_two_columns() -> None:
    head = "The four dogs that had come to the airport in the spring of the year were on 3 May 2015 trained by a woman who"
    tail = "had learned it in the mountains of the north."
    raw = f"# Dogs\n\n{head}\n\n# Post\n\nThe river was high and the boats stayed in the harbour for two weeks.\n\n{tail}\n\n# More"
    milestone = read(raw).milestones[0]
    assert milestone.evidence is not None
    assert milestone.evidence.quote == f"{head} {tail}"
    assert [raw[start:end] for start, end in milestone.evidence.spans] == [head, tail]


def test_the_sentence_of_the_date_is_quoted_too() -> None:
    text = (
        "On 14 May the snow was gone from the pass above the village. The officers of both districts then opened a new post in Osh."
    )
    (milestone,) = read(f"# Notes\n\n{text}\n", name="x.md").milestones
    assert milestone.evidence is not None
    assert milestone.evidence.quote == text


def test_a_short_sentence_is_quoted_with_the_next() -> None:
    milestone = only(read("# Post\n\nIt was opened on 3 May 2015. The office stands in Osh. Dogs bark."))
    assert milestone.evidence is not None
    assert milestone.evidence.quote == "It was opened on 3 May 2015. The office stands in Osh."


LONG = "The team of the project went from village to village and spoke with the elders about water, land and the price of wheat, "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An office was opened in Osh on 3 May 2015, " + LONG * 6, "3 May 2015"),
        (LONG * 5 + "and an office was opened in Osh on 3 May 2015.", "3 May 2015"),
        (
            "A post was opened in Osh on 3 May 2015, " + LONG * 5 + "and a course for judges was held there on 9 June 2015.",
            "9 June 2015",
        ),
        (LONG * 3 + "and an office was opened in Osh on 3 May 2015, " + LONG * 3, "3 May 2015"),
    ],
)
def test_a_long_sentence_is_quoted_in_part_and_never_through_a_word(text: str, words: str) -> None:
    evidence = next(each.evidence for each in read(f"# Post\n\n{text}").milestones if each.date_text == words)
    assert evidence is not None
    assert len(evidence.quote) <= QUOTE_LIMIT
    assert words in evidence.quote
    assert f" {evidence.quote} " in f" {text.strip()} "


def test_what_the_quote_does_not_say_of_the_money_is_cited() -> None:
    long = NEWSLETTER.replace("forensic laboratory", "laboratory for the analysis of drugs and explosives")
    laboratory, agreement, dogs, *_ = read(long).milestones
    paid = "It was funded by the Government of Japan through JICA with 250,000 US dollars."
    assert [(one.of, one.evidence.quote) for one in laboratory.citations] == [
        ("donor:Japan/JICA", paid),
        ("amount:USD 250000", paid),
    ]
    assert (agreement.citations, dogs.citations) == ((), ())
    told = "A post was opened in Osh on 3 May 2015 with a grant of 250,000 US dollars from Japan."
    assert read(f"# Post\n\n{told}").milestones[0].citations == ()


def test_a_donor_far_from_the_date_of_a_long_sentence_is_cited() -> None:
    text = f"An office was opened in Osh on 3 May 2015, {LONG * 6}and all of it was funded by the Government of Norway."
    [citation] = read(f"# Post\n\n{text}").milestones[0].citations
    assert citation.of == "donor:Norway"
    assert "funded by the Government of Norway" in citation.evidence.quote
    assert len(citation.evidence.quote) <= QUOTE_LIMIT


def test_donors_of_a_list_far_below_their_label_are_cited_by_their_line() -> None:
    reading = read("# Post\n\nA post was opened in Osh on 3 May 2015.\n\nIt was funded by the following:\n\n- Norway\n\n- Sweden\n")
    assert_sound(reading, 1)
    post = only(reading)
    assert post.donors == (Donor("Norway"), Donor("Sweden"))
    assert [(one.of, one.evidence.quote) for one in post.citations] == [
        ("donor:Norway", "It was funded by the following: Norway"),
        ("donor:Sweden", "It was funded by the following: Norway Sweden"),
    ]


def test_what_makes_a_reading_less_sure_is_said() -> None:
    def doubts(text: str) -> list[str]:
        return [reason.rule for reason in read(text).milestones[0].reasons if reason.field == "doubt"]

    assert doubts("# Post\n\nA border liaison office was opened in Osh on 3 May 2015.") == []
    assert doubts("# Post\n\nA border liaison office was opened in Osh in May.") == ["date-worked-out"]
    assert "no-country-is-named" in doubts("# Post\n\nA new border liaison office was opened on 3 May 2015.")


def test_the_same_event_told_twice_is_one() -> None:
    told = "A course for judges was held in Osh on 5 May 2015."
    assert dated(read(f"# Course for judges\n\n{told}\n\n# Course for judges again\n\n{told}")) == ["2015-05-05"]
    other = told.replace("5 May", "6 May")
    assert dated(read(f"# Course for judges\n\n{told}\n\n# Course for judges again\n\n{other}")) == ["2015-05-05", "2015-05-06"]


@pytest.mark.parametrize("issue", ["2015/..", "9999", "0001", "2150-34"])
def test_a_period_that_cannot_be_an_issue_is_refused(issue: str) -> None:
    with pytest.raises(ReadError, match="2016-Q2") as refused:
        read(NEWSLETTER, issue=When(issue))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("issue", "days"),
    [
        ("1900", ["2015-05-03", "1900-06-26"]),
        ("2015~", ["2015-05-03", "2015-06-26"]),
        ("1990/1999", ["2015-05-03", "1999-06-26"]),
        ("2015-24", ["2015-05-03"]),
    ],
)
def test_unusual_periods_are_read(issue: str, days: list[str]) -> None:
    text = "# Post\n\nA post was opened in Osh on 3 May 2015. The International Day against Drug Abuse was marked."
    reading = read(text, issue=When(issue))
    assert_sound(reading, 1)
    assert dated(reading) == days


DAY = """# Day against drugs marked in two countries

The day was marked on 26 June.

## Uzbekistan

A concert was held in Tashkent.

## Tajikistan

Three hundred people ran a marathon through Dushanbe.
"""


def test_one_main_milestone_for_each_country_heading() -> None:
    reading = read(DAY)
    assert mains(reading) == [("2015-06-26", Kind.CAMPAIGN)] * 3
    assert [[country.code for country in each.countries] for each in reading.milestones] == [[], ["UZ"], ["TJ"]]


def test_country_headings_share_the_day_of_the_text_above() -> None:
    assert dated(read(DAY.replace("Day against drugs", "Sports day"))) == ["2015-06-26"] * 3


def test_torn_text_is_less_sure() -> None:
    whole = "A new post was opened by two ministers who had come to Osh on 3 May 2015 with the"
    assert only(read(f"# Post\n\n{whole} governor.")).confidence - only(read(f"# Post\n\n{whole}\n\n# More")).confidence > 0.2


ENCODED = [
    ("UTF-16", codecs.BOM_UTF16_LE + NEWSLETTER.encode("utf-16-le"), "UTF-16"),
    ("UTF-8 mark", codecs.BOM_UTF8 + NEWSLETTER.encode(), "UTF-8"),
    ("cp1252", NEWSLETTER.replace("River", "Rivière").encode("cp1252"), "cp1252"),
]


@pytest.mark.parametrize(("what", "data", "note"), ENCODED)
def test_other_encodings_are_read_with_a_note(what: str, data: bytes, note: str) -> None:
    reading = read_newsletter(data, "river.txt", today=TODAY)
    assert len(reading.notes) == 1
    assert note in reading.notes[0]
    assert len(reading.milestones) == 5
    assert reading.source.sha256 == hashlib.sha256(data).hexdigest()
    assert_sound(reading, 5)


REFUSED = [
    ("nothing", b"", "empty"),
    ("PDF", b"%PDF-1.4\nA post was opened.", "pdftotext"),
    ("DOCX", b"PK\x03\x04" + bytes(30), "DOCX"),
    ("binary", bytes(range(256)) * 8, "binary"),
    ("NUL", NEWSLETTER.encode() + b"\x00", "binary"),
    ("too large", b"A post was opened. " * (LIMIT // 19 + 1), "MB"),
    ("Russian", "Новая лаборатория была открыта в Ташкенте 14 мая 2015 года.".encode(), "English"),
    ("Arabic", "افتتح المكتب في مايو ٢٠١٥.".encode(), "English"),
    ("Chinese", "办公室于2015年5月开设。".encode(), "English"),
]


@pytest.mark.parametrize(("what", "data", "word"), REFUSED)
def test_what_cannot_be_read_is_said_in_one_line(what: str, data: bytes, word: str) -> None:
    with pytest.raises(ReadError, match=word) as refused:
        read_newsletter(data, "x.txt", today=TODAY)
    assert "\n" not in str(refused.value)


def test_names_in_other_letters_are_no_reason_to_stop() -> None:
    reading = read(NEWSLETTER + "\nЛаборатория судебной экспертизы, Ташкент.\n")
    assert len(reading.milestones) == 5


ODD = [
    (
        "one line of 300 kB",
        ("A post was opened in Osh on 3 May 2015. It rained" + " for a week in the valley" * 18 + " and nobody came. ") * 580,
    ),
    ("one line without a stop", "and the post was there by the river in the valley of the north " * 4700),
    ("20,000 headings", "".join(f"# Head {number}\n" for number in range(20_000))),
    ("20,000 capital lines", "".join(f"HEAD {number:X} OF\n\n" for number in range(20_000))),
    ("digits", "0123456789" * 30_000),
    ("figures", "12 2015 7 " * 3_000),
    ("emoji", "🎉🙂👩‍🚀" * 10_000),
    ("emoji in text", "The 🎉 post 🙂 was opened in Osh. " * 300),
    ("a table of figures", "2015-05-14,Osh,12.5\n" * 1_000),
    ("code", "def f(x):\n    return x[1:2] + {'a': 3}\n\n" * 2_000),
    ("letters alone", "a\n" * 20_000),
    ("hyphens", "a-\n" * 20_000),
    ("blanks", "a" + " " * 300_000 + "b"),
    ("line ends", "a" + "\n" * 100_000 + "b"),
    ("pipes", "|" * 300_000 + "x"),
    ("stars", "*" * 300_000 + "x"),
    ("brackets", "[(<" * 20_000),
    ("comments", "<!--" * 20_000 + "x" + "-->" * 20_000),
    ("comments of many lines", "<!--\n" * 20_000 + "x" + "\n-->" * 20_000),
    ("quotation marks", '“a” «b» "c" ' * 5_000),
    ("markup", "[bold]A post was opened in Osh[/bold] on \x1b[1m3 May 2015\x1b[0m."),
    ("right to left in English", "A post (\u202eنقطة\u202c) was opened in Osh on 3 May 2015."),
]


@pytest.mark.parametrize(("what", "text"), ODD, ids=[case[0] for case in ODD])
def test_any_text_is_read(what: str, text: str) -> None:
    reading = read(text, issue=None)
    assert reading.source.text == composed(text)
    assert_sound(reading, 1 if "3 May 2015" in text else 0)
    assert len(reading.milestones) < 5


@given(newsletters | stories_told | stories_told, st.sampled_from((None, ISSUE, When("2014-12/2015-01"), When("2016"))))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_any_newsletter_has_sound_milestones(text: str, issue: When | None) -> None:
    try:
        reading = read(text, issue=issue)
    except ReadError as refused:
        assert "\n" not in str(refused)
        return
    assert reading.source.text == composed(text)
    assert_sound(reading)


@given(st.binary(max_size=120))
@settings(max_examples=60)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        assert_sound(read_newsletter(data, "x.txt", today=TODAY))
    except ReadError as refused:
        assert "\n" not in str(refused)


@given(stories_told)
@settings(max_examples=25)
def test_reading_twice_is_the_same(text: str) -> None:
    try:
        assert read(text) == read(text)
    except ReadError:
        return


def test_a_story_is_told_from_the_day_of_its_writing() -> None:
    text = (
        "# River News\n\nJanuary - June 2015\n\n## New rules\n\nMarch 23rd 2015\n\nThis month Samoa launched a register.\n\n"
        "## New tools\n\nMarch 4th 2015\n\nA handbook for harbour masters was released by the ministry of Samoa."
    )
    reading = read(text, issue=None)
    assert [(each.when.edtf, each.reasons[0].rule) for each in reading.milestones] == [
        ("2015-03", "relative-to-article"),
        ("2015-03~", "month-of-writing"),
    ]


def test_the_months_that_an_issue_says_it_covers() -> None:
    covers = "Issue covers the period September - December 2014"
    reading = read(
        f"# River News #6\n\n*{covers}*\n\n## A post\n\nA post was opened in Osh on 3 October.\n", name="x-2012.md", issue=None
    )
    assert reading.source.issue is not None
    assert reading.source.issue.edtf == "2014-09/2014-12"


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("RIVERDESK OFFICE FOR EELS, OSH\nQUARTERLY NEWSLETTER No. 23\nApril-June 2015", "RIVERDESK Office For Eels, Osh, Q2 2015"),
        ("River News\n\nApril-June 2015", "River News, Q2 2015"),
    ],
)
def test_a_newsletter_is_called_by_the_first_line_of_its_masthead(top: str, expected: str) -> None:
    body = "\n\nEELS COUNTED IN OSH\n\nA course on eels was held by RIVERDESK in Osh on 3 May 2015. The people of RIVERDESK sang."
    assert read_newsletter((top + body).encode(), "n.txt", today=date(2016, 1, 1)).source.title == expected


def test_what_was_generations_ago_is_doubtful() -> None:
    text = "River News\n\nApril-June 2015\n\nA school was opened in Osh on 3 May 2015. The one in Lagos, opened in 1872, is a park."
    new, old = read_newsletter(text.encode(), "n.txt", today=date(2016, 1, 1)).milestones
    assert (str(new.when), str(old.when)) == ("2015-05-03", "1872")
    assert old.confidence < 0.5 < new.confidence
    assert "long-before-the-issue" in {reason.rule for reason in old.reasons}
