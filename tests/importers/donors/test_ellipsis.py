"""Who paid, where words are left out, where a capital or a ministry stands for its state, and where work has backing."""

from __future__ import annotations

import pytest

from importers.donors.cues import find_donors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shelves were financed by a private benefactor; the classes, two a week, by Luxembourg.", ["Luxembourg"]),
        (
            "The work on ships was financed by Sweden; that of the Wells project by Norway, and that of Pears by Japan.",
            ["Sweden", "Norway", "Japan"],
        ),
        ("The Tall Ships Programme is funded by Sweden, the Deep Wells project by Norway and Peru.", ["Sweden", "Norway", "Peru"]),
        ("The Tall Ships Programme was visited by Sweden, the Deep Wells project by Norway and Peru.", []),
        ("The shelves were carved by a private benefactor; the classes held by Luxembourg.", []),
        ("Half of the cost is carried by Poland, the other half by Lithuania.", ["Poland", "Lithuania"]),
        ("The trainers came from Germany and the guests from Italy.", []),
        ("The course was offered by Germany and the visit by Italy.", []),
        ("Sweden pays the trainers and Denmark knows the interpreters.", ["Sweden"]),
        ("It was possible thanks to a contribution of Spain and a smaller one from Monaco.", ["Spain", "Monaco"]),
        ("The race was won by Spain and a smaller one by Monaco.", []),
        ("It was funded by Austria, with an additional contribution from Liechtenstein.", ["Austria", "Liechtenstein"]),
        ("Norway pays.", ["Norway"]),
        ("Norway pays through the country office of UNDP.", ["Norway"]),
        ("Crime pays, say youths in Norway.", []),
        ("Norway is paying more attention to this route.", []),
        ("They come from the Government of Germany.", ["Germany"]),
        ("They come from Germany and Kenya.", []),
        ("They come from the German Government.", ["Germany"]),
        ("The printing was offered by the Embassy of France.", ["France"]),
        ("A course was offered by the Embassy of France.", []),
        ("The rest is added by USAID.", ["United States/USAID"]),
        ("A word of warning is added by USAID.", []),
        ("The idea enjoys the backing of Finland.", []),
        ("With funds channelled through the Embassy of Norway, the school bought desks.", ["Norway"]),
        ("Requests are channelled through the Embassy of Norway.", []),
        ("A second ward, paid from the same Norwegian contribution, opens in May.", ["Norway"]),
        ("The seminar was held with the Norwegian budget office.", []),
        ("The exercise is paid by Berlin.", ["Germany"]),
        ("The exercise is paid by Berlin Water Works.", ["Berlin Water Works"]),
        ("The exercise is run by Berlin.", []),
        ("It was funded by the Embassy of Japan, Berlin.", ["Japan"]),
        ("With a top-up of 75,000 Canadian dollars from Ottawa it will last.", ["Canada"]),
        ("Poland's Ministry of Foreign Affairs granted EUR 80,000 to the shelter.", ["Poland/Ministry of Foreign Affairs"]),
        ("An officer from Poland's Ministry of Foreign Affairs granted an interview.", []),
        ("The Ambassadors of Finland and Sweden praised the two countries' contribution to peace.", []),
        ("Our thanks go to New Zealand, whose contribution allowed the course to take place.", ["New Zealand"]),
        ("Our thanks go to New Zealand, whose contribution was witty.", []),
        ("The Swiss Agency for Development and Cooperation put up USD 200,000.", ["Switzerland/SDC"]),
        ("The last instalment of the Swedish grant arrived in March.", ["Sweden"]),
        ("The hall was fitted out by the Government of China.", ["China"]),
        ("It was financed to 80 per cent by the European Union and to 20 per cent by Germany.", ["European Union", "Germany"]),
        ("The project is worth 1.5 million dollars, all of it from Japan.", ["Japan"]),
        ("KOICA is going to pay for the second floor.", ["Republic of Korea/KOICA"]),
        ("KOICA is going to pay a visit to the second floor.", []),
        ("The local costs were borne by the host country, China.", ["China"]),
        ("The caravan was sponsored by the Embassy of Canada and Orange Mali.", ["Canada", "Orange Mali"]),
        ("The caravan was sponsored by the Embassy of Canada and Western Mali saw it.", ["Canada"]),
        ("UNODC is indebted to Spain for its financial support.", ["Spain"]),
        ("The tour was funded out of the Canadian envelope.", ["Canada"]),
        ("Norway handed over four vehicles under the same project.", ["Norway"]),
        ("Norway handed over four suspects under the same treaty.", []),
        ("The funds were mobilized through the National Budget.", []),
        ("It is the PRIDE project (EUR 2.2 million, 2016-2019, Norway and Denmark).", ["Norway", "Denmark"]),
    ],
)
def test_who_paid(text: str, expected: list[str]) -> None:
    assert [str(one.donor) for one in find_donors(text)] == expected
