"""Cue words as data, found the longest first."""

from __future__ import annotations

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import importers
from importers import lexicon
from importers.lexicon import DATA, Lexicon, Phrase, data, trie_pattern, word_list, words
from tests.importers.allowed import allowed

CUES = {
    "open": (1,),
    "open day*": (2,),
    "opened": (3,),
    "train*": (4,),
    "training course*": (5, 6),
    "e-learning": (7,),
    "day": (8,),
    "u.s.": (9,),
}

CASES = [
    ("a word", "they open it", [("open", (1,))]),
    ("the longest wins", "an open day in may", [("open day", (2,))]),
    ("an open end", "two open days", [("open days", (2,))]),
    ("another word", "it was opened", [("opened", (3,))]),
    ("no part of a word", "it reopened, an opener", []),
    ("open end, no letters", "the train came", [("train", (4,))]),
    ("open end, many letters", "trainers train trainees", [("trainers", (4,)), ("train", (4,)), ("trainees", (4,))]),
    ("a phrase and its first word", "training courses and training", [("training courses", (5, 6)), ("training", (4,))]),
    ("a phrase broken off", "training of cooks", [("training", (4,))]),
    ("a hyphen", "by e-learning", [("e-learning", (7,))]),
    ("stops are plain", "in the uxsx and the u.s. too", [("u.s.", (9,))]),
    ("none overlaps", "open day day", [("open day", (2,)), ("day", (8,))]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_cues_are_found_with_what_they_stand_for(text: str, wanted: list[tuple[str, tuple[int, ...]]]) -> None:
    assert [(text[start:end], payloads) for start, end, payloads in Lexicon(CUES).find(text)] == wanted


def test_word_list_finds_whole_words() -> None:
    pattern = word_list(["held", "took place", "took*"])
    assert [found[0] for found in pattern.finditer("held, upheld, took place, tooken")] == ["held", "took place", "tooken"]


vocabulary = st.text(st.sampled_from("ab .-+("), min_size=1, max_size=5).filter(lambda word: word == word.strip())


@given(st.sets(vocabulary, min_size=1, max_size=12))
@settings(max_examples=80)
def test_a_trie_matches_its_words_and_no_others(words: set[str]) -> None:
    pattern = re.compile(trie_pattern(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert not any(pattern.fullmatch(word + "c") for word in words)
    longest = max(words, key=len)
    found = pattern.match(longest + "c")
    assert found is not None
    assert found[0] == longest


def test_a_cue_without_payloads_hides_the_words_in_it() -> None:
    lexicon = Lexicon({"law": (1,), "law enforcement*": (), "rule of law": ()})
    assert [payloads for _, _, payloads in lexicon.find("law enforcement and the rule of law, law")] == [(), (), (1,)]


@pytest.mark.parametrize("name", ["telling", "kinds"])
def test_data_files_are_read_once(name: str) -> None:
    assert data(name) is data(name)
    assert data(name) == tomllib.loads((Path(lexicon.__file__).parent / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def words_in(value: object) -> Iterator[str]:
    """The cues of a data file: the items of its lists, and the names of its weights."""
    if isinstance(value, list):
        yield from value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, int | float):
                yield name
            else:
                yield from words_in(inner)


@pytest.mark.parametrize("name", ["telling", "kinds"])
def test_cues_are_lower_case_without_blanks_around(name: str) -> None:
    words = list(words_in(data(name)))
    assert len(words) > 100
    assert [word for word in words if word != word.lower().strip() or not word.strip("*")] == []
    assert [word for word in words if "*" in word[:-1]] == []


def _lists(found: object, place: str) -> Iterator[tuple[str, list[str]]]:
    """The lists of words in a table, each with its place."""
    if isinstance(found, dict):
        for name, inner in found.items():
            yield from _lists(inner, f"{place} {name}")
    elif isinstance(found, list) and all(isinstance(one, str) for one in found):
        yield place, found
    elif isinstance(found, list):
        for number, inner in enumerate(found):
            yield from _lists(inner, f"{place} {number}")


@pytest.mark.parametrize("name", sorted(path.stem for path in DATA.glob("*.toml")))
def test_no_list_names_a_word_twice(name: str) -> None:
    assert not [(place, word) for place, words in _lists(data(name), name) for word in set(words) if words.count(word) > 1]


PHRASES = {
    f"{module.name}.{name}": found
    for module in pkgutil.walk_packages(importers.__path__, "importers.")
    for name, found in vars(importlib.import_module(module.name)).items()
    if isinstance(found, Phrase)
}


@pytest.mark.parametrize("phrase", PHRASES.values(), ids=PHRASES)
def test_the_words_of_a_phrase_shut_out_no_text_of_its_pattern(phrase: Phrase) -> None:
    texts = list(allowed(phrase.pattern.pattern))
    assert texts
    assert [text for text in texts if phrase.words.isdisjoint(words(text))] == []
