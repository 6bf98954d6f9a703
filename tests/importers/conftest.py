"""What the tests of the importers share: how to read a short newsletter, and what a careful reader would say of the outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import strategies as st

from db.models import Kind, Level, Milestone, Reading, Span
from db.when import When
from importers.articles import stories
from importers.flow import Flow, squeeze
from importers.layout.repair import Layout, Passage, read_layout
from importers.readers.blocks import Block, BlockKind
from importers.story import Story

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted(path for path in (ROOT / "importers" / "samples").iterdir() if path.suffix in {".txt", ".md"})
TODAY = date(2018, 3, 1)
ISSUE = When("2015-34")
"""The second quarter of 2015, which the tests' own newsletters cover unless they say otherwise."""


@pytest.fixture(scope="session")
def shared_newsletters() -> list[Path]:
    """The real newsletters, which lie beside the repository on some machines and are no part of it."""
    found = sorted((ROOT.parent / "shared" / "newsletters").glob("*.txt"))
    if not found:
        pytest.skip("no newsletters beside the repository")
    return found


def read(text: str, *, name: str = "notes.txt", issue: When | None = ISSUE, today: date = TODAY) -> Reading:
    """Read a newsletter given as text."""
    from importers.pipeline import read_newsletter

    return read_newsletter(text.encode("utf-8"), name, issue=issue, today=today)


def only(reading: Reading) -> Milestone:
    """The one milestone of a reading."""
    assert len(reading.milestones) == 1, [(each.title, each.when.edtf) for each in reading.milestones]
    return reading.milestones[0]


def mains(reading: Reading) -> list[tuple[str, Kind]]:
    """Date and kind of each main milestone."""
    return [(each.when.edtf, each.kind) for each in reading.milestones if each.level is Level.MAIN]


def dated(reading: Reading) -> list[str]:
    """The dates of all milestones in the order of the text."""
    return [each.when.edtf for each in reading.milestones]


def layout(text: str) -> Layout:
    """A layout that is known to have kept every letter."""
    made = read_layout(text)
    assert letters_outside(text, made.blocks) == []
    return made


def letters_outside(raw: str, blocks: Iterable[Block]) -> list[int]:
    """Where letters or digits of a text stand that lie in no block, or in more than one."""
    count = [0] * len(raw)
    for block in blocks:
        for at in range(block.start, block.end):
            count[at] += 1
    return [at for at, character in enumerate(raw) if character.isalnum() and count[at] != 1]


def shown(passages: Sequence[Passage]) -> list[tuple[str, str]]:
    """Kind and words of each passage."""
    return [(passage.kind.name.lower(), passage.text) for passage in passages]


def of_kind(made: Layout, kind: BlockKind) -> list[str]:
    """The words of the blocks of one kind."""
    return [block.text for block in made.blocks if block.kind is kind]


def under(raw: str, spans: Iterable[Span]) -> str:
    """What the characters of some spans say, squeezed."""
    return squeeze("".join(raw[start:end] for start, end in spans))


def assert_faithful(flow: Flow, raw: str) -> None:
    """A flow says what its spans say, and any part of it is found again."""
    assert squeeze(flow.text) == under(raw, flow.spans)
    assert squeeze(flow.text) == under(raw, flow.raw_spans(raw, 0, len(flow.text)))


def assert_sound(reading: Reading, least: int = 0) -> None:
    """What holds for every milestone of every text, of which there are so many at least: verbatim evidence, a fitting title."""
    assert len(reading.milestones) >= least
    raw = reading.source.text
    for each in reading.milestones:
        assert each.evidence is not None
        for evidence in (each.evidence, *(citation.evidence for citation in each.citations)):
            assert evidence.article == each.evidence.article
            assert 0 < len(evidence.quote) <= 600
            assert all(0 <= start < end <= len(raw) for start, end in evidence.spans)
            assert squeeze(evidence.quote) == under(raw, evidence.spans) != ""
            start, end = evidence.at
            assert " ".join(reading.articles[evidence.article].text[start:end].split()) == evidence.quote
        proved = [*(f"donor:{donor}" for donor in each.donors), *(f"amount:{money.key}" for money in each.amounts)]
        assert [citation.of for citation in each.citations] == [of for of in proved if of in {one.of for one in each.citations}]
        assert all(again in each.amounts and first in each.amounts for again, first in each.restated)
        assert_title(each.title)
        assert 0 <= each.confidence <= 1
        assert each.when.start is not None
        assert each.when.end is not None
        assert "\n" not in each.date_text


def assert_title(title: str) -> None:
    """10 to 90 characters on one line that end in no ellipsis."""
    assert 10 <= len(title) <= 90, title
    assert title.splitlines() == [title], title
    assert not title.endswith("..."), title
    assert title == title.strip(), title


FRAGMENTS = (
    *(
        "# ",
        "## ",
        "**",
        "- ",
        "• ",
        "1. ",
        "| ",
        " | ",
        "---\n",
        "<!-- ",
        " -->",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "\f",
        "\r\n",
        "-\n",
        "\u00ad\n",
        " ",
        " ",
        " ",
    ),
    *(
        "OPENING OF AN OFFICE",
        "In brief",
        "April - June 2015",
        "MAY",
        "Uzbekistan",
        "REPUBLIC OF TAJIKISTAN",
        "Page 3",
        "3",
        "www.example.org",
    ),
    *("A new laboratory opened in Tashkent on 14 May 2015. ", "The second meeting was held in Osh last year. ", "funded by Japan "),
    *("The strategy was adopted in December 2014, and the law follows in 2016. ", "respectively", "On 3-5 June", "in autumn 2014"),
    *(
        "Officers of Kyrgyzstan and Kazakhstan",
        "trained",
        "signed a memorandum",
        "said",
        "“It is",
        "”",
        "(",
        ")",
        ".",
        ",",
        "…",
        "!",
        ";",
        ":",
    ),
    *(
        "border offi-\ncers",
        "USD 1,200",
        "2",
        "2015",
        "May",
        "<b>",
        "[link](http://example.org)",
        "_",
        "`",
        "é",
        "İ",
        "ß",
        "Ж",
        "中",
        "🎉",
        "\t",
    ),
    *("\u00a0", "\u200b", "\x1b[31m", "[bold]", "\x85", "\u2028", "\x0b", "Σ", "ﬁ", "٣", "²"),
)
"""Pieces of newsletters, of their marks and of what goes wrong in them."""
SENTENCES = (
    "A new laboratory opened in Tashkent on 14 May 2015. ",
    "The second meeting was held in Osh last year. ",
    "The strategy was adopted in December 2014, and the law follows in 2016. ",
    "Courses for judges were held in Termez and Osh on 3 and 5 June respectively.\n",
    "- On 4 April, officers from Kyrgyzstan, Peru and Kenya were trained in Vienna.\n",
    "3 August  Conference on prisons in Astana\n",
    "It was opened in May. ",
    "The pro-\nject was launched on\n16 June with USD 1,200 from Japan.\n\n",
    "In autumn 2014 a “memorandum” was signed (in Lima) by the two ministers… ",
    "# World day marked on 26 June\n\n",
    "## Uzbekistan\n\n",
    "\n\nA concert was held in Tashkent and then the people of the town went to the river to\n\n",
    "OPENING OF A POST\n",
)
"""Lines that tell milestones."""


newsletters = st.lists(
    st.one_of(
        st.sampled_from(FRAGMENTS),
        st.sampled_from(FRAGMENTS),
        st.sampled_from(FRAGMENTS),
        st.text(max_size=4),
    ),
    max_size=60,
).map("".join)
"""Texts that look enough like newsletters for every rule to be met."""

stories_told = st.lists(
    st.one_of(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES), st.sampled_from(FRAGMENTS)), min_size=1, max_size=30
).map("".join)
"""Texts that tell milestones in most of their sentences, in any order and through any marks."""


def a_story(text: str, heading: str = "Notes") -> Story:
    """One story under a heading, as it comes out of a newsletter whose headings are all marked."""
    return stories_of(f"# {heading}\n\n{text}\n\n# Further\n\n# Notes")[0]


def stories_of(
    raw: str,
    country_of: Callable[[str], str] = lambda text: "",
    month_of: Callable[[Passage], When | None] = lambda heading: None,
    day_of: Callable[[str], When | None] = lambda text: None,
) -> tuple[Story, ...]:
    """The stories of a text, in which no datelines and no towns are known."""
    return stories(read_layout(raw).passages, country_of, month_of, day_of, lambda text: None, lambda text: "")
