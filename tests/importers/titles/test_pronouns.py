"""Whom "it" and "they" stand for in a title."""

from __future__ import annotations

import pytest

from importers.titles.pronouns import with_its_name


@pytest.mark.parametrize(
    ("before", "sentence", "wanted"),
    [
        ("The boat yard in Osh took part twice.", "It received a certificate.", "The boat yard in Osh received a certificate."),
        ("The yard, which a storm had hit, opened again.", "It received a prize.", "The yard received a prize."),
        ("Forty rowers of five lakes met in Osh.", "They adopted a charter.", "Forty rowers of five lakes adopted a charter."),
        ("A second pier will be built in Osh.", "It will be opened in May.", "A second pier will be opened in May."),
        (
            "Forty rowers attended a training course on first aid.",
            "It was held in Entebbe.",
            "training course on first aid was held in Entebbe.",
        ),
        ("The guild built a pier.", "It was opened in May.", "It was opened in May."),
        ("The guild of rowers paid for a pier.", "It opened on the lake.", "It opened on the lake."),
        ("The guild of rowers drafted a law.", "It took effect in May.", "It took effect in May."),
        ("The guild of rowers built a pier.", "It has been in use ever since.", "It has been in use ever since."),
        ("The guild of rowers met in Osh.", "They adopted a charter.", "They adopted a charter."),
        ("The rowers met in Osh.", "It opened a pier.", "It opened a pier."),
        ("The guild met in Osh.", "It was decided that the pier is to stay.", "It was decided that the pier is to stay."),
        ("They met in Osh.", "They adopted a charter.", "They adopted a charter."),
        ("On 3 May Osh elected a mayor.", "It opened a pier.", "It opened a pier."),
        ("“The guild” met in Osh.", "It opened a pier.", "It opened a pier."),
        ("The guild met in Osh.", "Its mayor came.", "Its mayor came."),
        (
            "The guild of rowers held its first meeting after the storm;",
            "it took place in Osh.",
            "first meeting of the guild of rowers took place in Osh.",
        ),
        (
            "Ministers of five lakes met in Osh.",
            "Their deputies had met in Naryn.",
            "deputies of Ministers of five lakes had met in Naryn.",
        ),
        ("The guild of rowers held its breath;", "it took place in Osh.", "it took place in Osh."),
        ("The guild of rowers met.", "Its new roof was mended.", "new roof of the guild of rowers was mended."),
        (
            "She learned it from the Lake School Project.",
            "Its evaluation was finished.",
            "evaluation of the Lake School Project was finished.",
        ),
        ("She saw the Lake School and the Osh Bank.", "Its roof was mended.", "Its roof was mended."),
        ("The guild of rowers met.", "Their roof was mended.", "Their roof was mended."),
        ("", "It opened a pier.", "It opened a pier."),
    ],
)
def test_a_pronoun_gives_way_to_whom_the_sentence_before_tells_of(before: str, sentence: str, wanted: str) -> None:
    assert with_its_name(sentence, before) == wanted
