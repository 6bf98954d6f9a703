"""How a sentence begins that comes back from what was told in passing to what the story is about."""

from __future__ import annotations

import pytest

from importers.funding.again import comes_back


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("This {} is funded by Norway.", True),
        ("{} “Safe roads” has two donors.", True),
        ("Money for this {} comes from Norway.", True),
        ("The three-year {} was begun in May with money from Norway.", True),
        ("Norway pays for the {} with Malta.", True),
        ("The main donors of the Safe Roads {} are Norway and Malta.", True),
        ("They are held within a {} of the port.", True),
        ("A {} was shown in Osh.", False),
        ("The {}r was paid by Norway.", False),
    ],
)
@pytest.mark.parametrize("word", ["programme", "program", "project"])
def test_a_sentence_on_the_project(sentence: str, word: str, expected: bool) -> None:
    word = word.capitalize() if sentence.startswith("{") or "Roads" in sentence else word
    assert comes_back(sentence.format(word), 0, 1) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The series is made possible by Norway.", True),
        ("This training series is paid for by Norway.", True),
        ("The whole cycle was funded by Norway.", True),
        ("The seriousness of it is funded by Norway.", False),
        ("The cyclists were paid by Norway.", False),
    ],
)
def test_a_sentence_on_a_series(sentence: str, expected: bool) -> None:
    assert comes_back(sentence, 0, 1) is expected
