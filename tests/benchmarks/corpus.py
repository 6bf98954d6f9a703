"""The texts that the benchmarks read: newsletters with other figures and names at every repetition, and hostile ones of any size.

All of it is made from a seed, so that two runs read the same and no reading can profit from what was read before.
"""

from __future__ import annotations

import calendar
import random
import re
import string
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from db import names

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "importers" / "samples", ROOT.parent / "shared" / "newsletters")
"""Newsletters that come with the project, and real ones that lie beside it on some machines."""

_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_CALENDAR = frozenset((*calendar.month_name, *calendar.day_name, "Sept"))
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"


def newsletters() -> list[tuple[str, str]]:
    """Name and text of every newsletter at hand."""
    paths = [path for folder in FOLDERS for path in sorted(folder.glob("*.*")) if path.suffix in {".txt", ".md"}]
    return [(path.name, path.read_text(encoding="utf-8")) for path in paths]


def repetitions(count: int) -> Iterator[tuple[str, bytes]]:
    """`count` newsletters, one after the other, each with other figures and names than all before it."""
    originals = newsletters()
    for number in range(count):
        name, text = originals[number % len(originals)]
        yield f"{number}-{name}", variant(text, number).encode("utf-8")


def variant(text: str, seed: int) -> str:
    """The text with other figures and names: days, years and sums stay such, countries become other countries.

    Words that the importers have in their lists stay, so that there is as much to find as before; equal names stay equal.
    """
    chance = random.Random(seed)
    countries = [country.name for country in names.countries() if country.name.isalpha()]
    known = set(countries)
    renamed: dict[str, str] = {}
    years = chance.randrange(-12, 9)

    def number(found: re.Match[str]) -> str:
        digits = found[0]
        value = int(digits)
        if len(digits) == 4 and 1980 <= value <= 2020:
            return str(value + years)
        if value <= 31 and not digits.startswith("0"):
            return str(chance.randrange(1, 10) if value < 10 else chance.randrange(10, 29))
        return digits[0] + "".join(str(chance.randrange(10)) for _ in digits[1:])

    def name(found: re.Match[str]) -> str:
        word = found[0]
        if word not in renamed:
            listed = word in _CALENDAR or word.lower() in _listed()
            renamed[word] = chance.choice(countries) if word in known else word if listed else _other_name(word, chance)
        return renamed[word]

    return _NAME.sub(name, _NUMBER.sub(number, text))


@cache
def _listed() -> frozenset[str]:
    """The words of the importers' and the store's lists, in lower case."""
    lists = [path for room in ("importers", "db") for path in (ROOT / room / "data").iterdir() if path.suffix in {".toml", ".tsv"}]
    return frozenset(word for path in lists for word in re.findall(r"\w{4,}", path.read_text(encoding="utf-8").lower()))


def _other_name(word: str, chance: random.Random) -> str:
    """A name of the same length with the first and the last two letters of the old one."""
    inner = (chance.choice(_VOWELS if letter in _VOWELS else _CONSONANTS) for letter in word[1:-2])
    return word[0] + "".join(inner) + word[-2:]


# Hostile ----------------------------------------------------------------------------------------------------------------------

_SYLLABLES = "ba ce di fo gu la me ni or pa que ra sti tur va xe zo lum pren dor vil sker aun thei"
_ENGLISH = (
    "the old house stood by the river and nobody had lived in it since the summer when she left He looked at the window for a "
    "long time without saying a word then he turned and walked slowly down the hill towards the village where the lamps were lit"
)
_HEBREW = "".join(map(chr, range(0x05D0, 0x05EB)))
_EMOJI = "😀🎉🚀🌍📅🏁👩‍👩‍👧🇺🇿🇯🇵✅❌🔥"
_CODE = """def total_{0}(rows: list[dict[str, int]], limit: int = {0}) -> int:
    \"\"\"Sum of the first {0} rows, see issue #{0}.\"\"\"
    return sum(row["value_{0}"] for row in rows[:limit] if row["year"] in (2016, 2017) and row["day"] < {0})  # May {0}


"""


def _words(chance: random.Random, count: int, pool: str = _ENGLISH) -> str:
    return " ".join(chance.choices(pool.split(), k=count))


def _sentences(chance: random.Random, pool: str = _ENGLISH) -> str:
    made = (_words(chance, chance.randrange(5, 25), pool).capitalize() for _ in range(chance.randrange(2, 8)))
    return ". ".join(made) + ".\n\n"


def _latin(chance: random.Random) -> str:
    """A language of our own: Latin letters with marks, no word that any list knows."""
    made = ("".join(chance.choices(_SYLLABLES.split(), k=chance.randrange(1, 4))) + chance.choice("  ãñö") for _ in range(60))
    return _sentences(chance, " ".join(made))


def _novel(chance: random.Random) -> str:
    told = _sentences(chance)
    speech = f"“{_words(chance, 12)},” said {chance.choice(['May', 'April', 'Mr. March', 'Augusta'])}. "
    return speech + told + (f"Chapter {chance.randrange(1, 90)}\n\n" if chance.random() < 0.05 else "")


def _table(chance: random.Random) -> str:
    day = f"{chance.randrange(1990, 2026)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
    return f"{chance.randrange(10**6)},{day},{_words(chance, 2)},{chance.random() * 1e5:.2f},USD,Uzbekistan\n"


def _event(chance: random.Random, end: str = ".") -> str:
    """A sentence that has all that a milestone has."""
    place, payer = chance.choice(["Termez", "Osh", "Dushanbe", "Almaty"]), chance.choice(["Japan", "the European Union", "Norway"])
    held = chance.choice(["was opened", "was signed", "training was held", "conference took place"])
    day, amount = f"{chance.randrange(1, 29)} May {chance.randrange(2010, 2020)}", f"USD {chance.randrange(10, 900)},000"
    return f"A regional {held} in {place} on {day}, funded by {payer} ({amount}){end}"


def _row(chance: random.Random) -> str:
    return f"| {chance.randrange(1, 29)} May 2016 | {_event(chance, '')} | {chance.randrange(999)} |\n"


def _broken(chance: random.Random) -> str:
    """A line that ends in the middle of a word."""
    return _words(chance, 9) + f" in 2016 {chance.choice(['bor', 'agree', 'semi', 'Octo'])}-\n"


def _of(text: str) -> Callable[[random.Random], str]:
    return lambda _: text


HOSTILE: Mapping[str, Callable[[random.Random], str]] = {
    "another language": _latin,
    "program code": lambda chance: _CODE.format(chance.randrange(10**6)),
    "a novel": _novel,
    "a CSV file": _table,
    "one line": lambda chance: _event(chance, ", and "),
    "one line of words": lambda chance: _words(chance, 40) + " ",
    "headings": lambda chance: f"# {_words(chance, 6).title()} {chance.randrange(10**5)}\n\n",
    "headings without marks": lambda chance: f"{_words(chance, 6).title()} {chance.randrange(10**5)}\n\n",
    "only digits": lambda chance: str(chance.randrange(10**60)),
    "digits and blanks": lambda chance: " ".join(str(chance.randrange(10 ** chance.randrange(1, 9))) for _ in range(20)) + "\n",
    "years only": lambda chance: f"{chance.randrange(1950, 2030)}-",
    "right to left": lambda chance: (
        " ".join("".join(chance.choices(_HEBREW, k=5)) for _ in range(9)) + f" {chance.randrange(1950, 2030)}. "
    ),
    "right to left among Latin": lambda chance: "".join(chance.choices(_HEBREW, k=5)) + f" {_words(chance, 2)} 2016 ",
    "emoji": lambda chance: "".join(chance.choices(_EMOJI, k=20)) + f" {_words(chance, 3)}\n",
    "May May May": _of("May "),
    "13 May 2016": _of("13 May 2016 "),
    "dates on lines": _of("13 May 2016\n"),
    "quotes unbalanced": lambda chance: f'“{_words(chance, 7)} "{_event(chance, " ")}',
    "all capitals": lambda chance: _sentences(chance).upper(),
    "capitals in mid-sentence": lambda chance: _words(chance, 30).title() + " ",
    "bullets": lambda chance: f"• {_event(chance)}\n",
    "lists of events": lambda chance: (
        f"These were held in {chance.randrange(2000, 2017)}:\n\n• {_event(chance)}\n• {_event(chance)}\n\n"
    ),
    "bullets without events": lambda chance: f"- {_words(chance, 6)}\n",
    "bullets of a letter": lambda chance: f"- {chance.choice(string.ascii_lowercase)}\n",
    "bullets of two words": lambda chance: f"- {_words(chance, 2).title()}.\n",
    "table rows": _row,
    "rows of cells": lambda chance: "".join(f"{_words(chance, 1):<20}{_words(chance, 1):<20}12 May\n" for _ in range(900)) + "\n",
    "words on lines": lambda chance: f"{_words(chance, 1)}\nof\n",
    "hyphens at line ends": _broken,
    "torn paragraphs": lambda chance: _words(chance, 12) + "\n\n",
    "sentences of events": lambda chance: _event(chance) + " ",
    "paragraphs of events": lambda chance: _event(chance) + "\n\n",
    "brackets": _of("(funded by ("),
    "full stops": _of("Mr. A. B. "),
    "commas": _of("Japan, Norway, "),
    "line ends": _of("a\n\n"),
    "tiny lines": _of("a1.\n"),
    "dots": _of("."),
    "dot leaders": lambda chance: f"{_words(chance, 3)} {' .' * chance.randrange(90, 500)}\n",
    "number signs": _of("# # ## "),
    "rules": _of("|:--- "),
    "countries as headings": lambda chance: (
        f"# {_words(chance, 3)}\n\n# Uzbekistan\n\nOfficers were there.\n\n# Japan\n\n{_event(chance)}\n\n"
    ),
    "entries of one event": lambda chance: (
        f"## {chance.choice(chance.choice(names.countries()).names)}\n\n"
        f"A seminar for {chance.randrange(10**6)} officers was held.\n\n"
    ),
    "one country over and over": lambda chance: f"## Uzbekistan\n\n{_event(chance)}\n\n",
}
"""What each hostile text is made of: pieces that are put one behind the other until it is long enough."""


def hostile(name: str, size: int) -> bytes:
    """A hostile text of `size` bytes, give or take one piece."""
    chance = random.Random(name)
    piece = HOSTILE[name]
    parts: list[bytes] = []
    length = 0
    while length < size:
        # a long run of pieces is made once and then again with another seed, as chance is slow
        block = "".join(piece(chance) for _ in range(200)).encode("utf-8")
        parts.append(block)
        length += len(block)
    return b"".join(parts)[:size].decode("utf-8", errors="ignore").encode("utf-8")
