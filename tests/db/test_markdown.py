"""Exported Markdown: its shapes and groupings, what stands in front, footnotes, to GFM and pandoc."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import sqlite3
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.connect import open_store
from db.export.grouping import years
from db.export.markdown import to_markdown
from db.export.options import CHOICES, SWITCHES, ExportOptions, Format, Group, OptionError, Shape
from db.export.outgoing import Outgoing
from db.queries.records import Record, records, records_of, told_too
from db.queries.sources import sources
from db.selection import Selection, parse
from db.store import deciding
from tests.db.newsletters import AGAIN, BRIDGE, CAMP, act, ask, fill, uid_of
from tests.db.reports import TODAY, front, of, parsed, plain, rendered, told
from tests.db.story import story_store

EVERY = list(itertools.product(Shape, Group, (True, False)))


@pytest.fixture(scope="module")
def conn() -> Iterator[sqlite3.Connection]:
    conn = story_store()
    yield conn
    conn.close()


def export(conn: sqlite3.Connection, query: str, **wanted: Any) -> str:
    selection = parse(query)
    return to_markdown(
        Outgoing(records(conn, selection), selection, TODAY, sources(conn)), ExportOptions(**{"front": True, **wanted})
    )


def headings(text: str) -> list[str]:
    """The headings of groups."""
    return [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ") and line != "## Sources"]


def test_the_whole_text(conn: sqlite3.Connection) -> None:
    assert export(conn, "country:uz date:2016") == (
        "---\n"
        'selection: "Uzbekistan, 2016"\n'
        'query: "country:uz date:2016"\n'
        'as_of: "2020-06-02"\n'
        "grouped_by: date\n"
        "milestones: 2\n"
        "planned: 0\n"
        "unreviewed: 2\n"
        "inferred_date: 1\n"
        "doubtful: []\n"
        "dated_to_the_year_alone: []\n"
        "amounts:\n"
        '  - "EUR 5.50"\n'
        '  - "USD 1,380,000"\n'
        "sources:\n"
        '  - "Milestones, Apr-Jun 2016 (one.txt), 2nd quarter 2016: 1 milestone here"\n'
        '  - "Milestones, Apr-Jun 2016 (second) (two.txt): 1 milestone here"\n'
        "---\n"
        "\n"
        "# Milestones: Uzbekistan, 2016\n"
        "\n"
        "2 milestones, 2016, from 2 sources. 2 unreviewed, 1 with an inferred date. Amounts named: EUR 5.50, USD 1,380,00"
        "0; undivided: what is shared with other countries or donors counts in full. As of 2 June 2020.\n"
        "\n"
        "## 2016\n"
        "\n"
        "- **May 2016** (date worked out from context): Border post opened at Ayritom.[^1] Ayritom crossing. Uzbekistan. "
        "Beneficiary: Afghanistan. Funded by Japan through JICA (XM-DAC-701-8)[^2] and Japan (XM-DAC-701). USD 1,380,000;"
        " EUR 5.50[^3].\n"
        "- **May 2016**: Border crossing at the river.[^4] Uzbekistan.\n"
        "\n"
        "## Sources\n"
        "\n"
        "- Milestones, Apr-Jun 2016 (one.txt), 2nd quarter 2016: 1 milestone here\n"
        "- Milestones, Apr-Jun 2016 (second) (two.txt): 1 milestone here\n"
        "\n"
        "[^1]: “The first border post was handed over to the guards in May.” Milestones, Apr-Jun 2016 (one.txt), 2nd quar"
        "ter 2016, article “A river post”.\n"
        "\n"
        "[^2]: “JICA paid for the post.” Milestones, Apr-Jun 2016 (one.txt), 2nd quarter 2016, article “A river post”.\n"
        "\n"
        "[^3]: “It cost 5.50 euros more.” Milestones, Apr-Jun 2016 (one.txt), 2nd quarter 2016, article “A river post”.\n"
        "\n"
        "[^4]: “It is told that border crossing at the river.” Milestones, Apr-Jun 2016 (second) (two.txt).\n"
    )


def test_everything_and_nothing(conn: sqlite3.Connection) -> None:
    everything = export(conn, "")
    assert "\n# All milestones\n\n10 milestones, 2008 to 2017, from 2 sources. 9 unreviewed, 2 with an inferred date" in everything
    assert headings(everything) == ["2008", "2010", "2015", "2016", "2017"]
    assert "- **Q2 2016** (planned, unreviewed): Programme committee meets.[^" in everything
    by_hand = re.search(
        r"^- \*\*20 May 2016\*\* \(unreviewed\): Meeting entered by a person\.(\[\^\d+\]) USD 20\.$", everything, re.M
    )
    assert by_hand and f"\n{by_hand[1]}: Entered by hand; no newsletter tells it.\n" in everything
    assert "- **since 2008** (dated by the issue only, unreviewed): Therapy becomes available.[^" in everything
    nothing = export(conn, "country:tj")
    assert "# Milestones: Tajikistan\n\n0 milestones, from 0 of the 2 sources read. As of 2 June 2020.\n" in nothing
    assert front(nothing)["milestones"] == 0


def test_what_stands_in_front(conn: sqlite3.Connection) -> None:
    told = front(export(conn, "", group="country"))
    assert (told["selection"], told["query"], told["as_of"], told["grouped_by"]) == ("all milestones", "", "2020-06-02", "country")
    assert (told["milestones"], told["planned"], told["unreviewed"], told["inferred_date"]) == (10, 1, 9, 2)
    assert told["dated_to_the_year_alone"] == [
        "ffffffffff until 2010: Old agreement ends its term",
        "eeeeeeeeee since 2008: Therapy becomes available",
        "dddddddddd 2017: Road map agreed by ministers",
    ]
    assert told["amounts"] == ["EUR 5.50", "USD 1,380,020"]
    assert len(told["sources"]) == 2
    assert not set(told) & {"title", "subtitle", "author", "date", "abstract", "lang", "keywords", "description", "subject"}


def test_marked_ones_say_how_many_lie_outside(conn: sqlite3.Connection) -> None:
    marked = records_of(conn, ["aaaaaaaaaa", "eeeeeeeeee", "rrrrrrrrrr"])
    text = to_markdown(Outgoing(marked, parse("country:uz"), TODAY, sources(conn), outside=1), ExportOptions(front=True))
    assert "\n# Marked milestones\n" in text
    assert "1 of them lies outside the selection “Uzbekistan”." in text
    assert "rejected" in text
    assert (front(text)["marked"], front(text)["marked_outside_selection"]) == (3, 1)


def test_doubtful_ones_are_marked_until_somebody_accepts_them() -> None:
    assert "- **May 2016** (doubtful): a.[^1]\n" in of(told("a", confidence=0.4))
    assert "- **May 2016**: a.[^1]\n" in of(told("a", confidence=0.4, status="accepted"))
    both = of(told("a", status="accepted"), told("b"), told("c", confidence=0.4))
    assert "**May 2016**: a." in both and "(unreviewed): b." in both and "(doubtful): c." in both


def test_a_quote_stands_once_however_many_milestones_it_tells() -> None:
    source = {"file": "a.txt", "title": "A", "issue": "2016-34"}
    text = of(*(told(name, quote="Both.", source=source) for name in "ab"), told("c", quote="Both."))
    assert re.findall(r"^\[\^\d\]: .*", text, re.MULTILINE) == ["[^1]: “Both.” A (a.txt), 2nd quarter 2016.", "[^2]: “Both.”"]
    assert "a.[^1]\n" in text and "b.[^1]\n" in text and "c.[^2]\n" in text


def test_a_merged_milestone_cites_every_telling(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db", create=True) as store:
        fill(store)
        bridge, again, camp = (uid_of(store, quote) for quote in (BRIDGE, AGAIN, CAMP))
        deciding.merge(store, [again, camp], act())
        deciding.merge(store, [bridge, again], act())
        conn, found = store.connection, list(records(store.connection, parse("country:af")))
        others = told_too(conn, [record["id"] for record in found])
        assert {top: [one["id"] for one in some] for top, some in others.items()} == {bridge: [again, camp]}
        outgoing = Outgoing(found, Selection(), TODAY, sources(conn), told_too=others)
        for shape in Shape:
            text = to_markdown(outgoing, ExportOptions(shape=shape))
            assert "Checkpoint opened at the bridge[^1][^2][^3]" in text.replace("bridge.[", "bridge[")
            assert [line[:19] for line in text.splitlines() if line.startswith("[^")] == [
                f"[^{number}]: “{quote[:12]}" for number, quote in enumerate((BRIDGE, AGAIN, CAMP), 1)
            ]
            assert "from 2 sources" in text and all(f"{told} here" in text for told in ("1 milestone", "2 milestones"))
        [(source,)] = ask(store, "select s.uid from source s join milestone m on m.source_id = s.id where m.uid = ?", again)
        deciding.remove_sources(store, [source], act())
        assert told_too(conn, [bridge]) == {}, "what a removed newsletter told is no evidence"


def test_the_words_that_prove_a_donor_stand_where_it_is_told() -> None:
    japan = {"name": "Japan", "agency": None, "ref": None, "quote": "Japan paid."}
    amounts = [
        {"currency": "USD", "value": 1500000, "quote": "Japan paid.", "same_as": None},
        {"currency": "JPY", "value": 141000000, "quote": None, "same_as": "USD 1500000"},
        {"currency": "EUR", "value": 5, "quote": None, "same_as": None},
    ]
    record = told("It opened", quote="It opened.", donors=[japan], amounts=amounts)
    text = of(record)
    assert "It opened.[^1] Funded by Japan[^2]. USD 1,500,000[^2] = JPY 141,000,000; EUR 5.\n" in text
    assert text.endswith("\n[^1]: “It opened.”\n\n[^2]: “Japan paid.”\n")
    assert "Amounts named: EUR 5, USD 1,500,000; a sum told in two currencies counts in the first." in text
    assert "[^2]" not in of(record, shape="brief")
    assert "[^" not in of(record, evidence=False)


def test_roles_are_said_once_and_some_names_want_an_article() -> None:
    countries = [
        {"code": code, "name": name, "role": role}
        for code, name, role in (
            ("KZ", "Kazakhstan", "location"),
            ("GE", "Georgia", "participant"),
            ("PT", "Portugal", "participant"),
        )
    ]
    donors = [{"name": "United States", "agency": "State Department", "ref": None, "quote": None}]
    text = of(told("It met", countries=countries, donors=donors), evidence=False)
    assert (
        "It met. Kazakhstan. Participants: Georgia, Portugal. Funded by the United States through the State Department.\n" in text
    )


def test_a_milestone_with_two_countries_is_counted_once(conn: sqlite3.Connection) -> None:
    text = export(conn, "ayritom", group="country")
    assert headings(text) == ["Afghanistan", "Uzbekistan"]
    assert "\n1 milestone, 2016," in text and text.count("Border post opened at Ayritom") == 2
    assert front(text)["amounts"] == ["EUR 5.50", "USD 1,380,000"]
    assert "is counted once" in text


@pytest.mark.parametrize(
    ("group", "first", "last"),
    [
        ("date", "2008", "2017"),
        ("country", "Afghanistan", "No country"),
        ("donor", "Japan", "No donor named"),
        ("kind", "Opening", "Launch"),
    ],
)
def test_groups_stand_in_order(conn: sqlite3.Connection, group: str, first: str, last: str) -> None:
    there = headings(export(conn, "", group=group))
    assert there[0] == first and last in there and len(set(there)) == len(there)
    assert there[-1] == last or group == "kind"


@pytest.mark.parametrize(("shape", "group", "evidence"), EVERY)
def test_the_structure_is_as_intended(conn: sqlite3.Connection, shape: Shape, group: Group, evidence: bool) -> None:
    text = export(conn, "", shape=shape, group=group, evidence=evidence)
    tokens = parsed(text)
    count = Counter(token.type for token in tokens)
    inline = [child for token in tokens if token.type == "inline" for child in token.children]
    groups, rows_there = headings(text), sum(line.startswith("| ") for line in text.splitlines())
    entries = sum(line.startswith("- **") for line in text.splitlines())
    assert count["front_matter"] == 1
    assert count["heading_open"] == 1 + len(groups) + evidence
    assert count["list_item_open"] == entries + 2 * evidence
    assert count["table_open"] == (len(groups) if shape is Shape.TABLE else 0)
    assert count["tr_open"] == rows_there and count["td_open"] == 5 * (rows_there - count["table_open"])
    assert entries + rows_there - count["table_open"] >= 10
    references = [child.meta["id"] for child in inline if child.type == "footnote_ref"]
    assert set(references) == set(range(count["footnote_open"]))
    assert count["footnote_open"] == ((10 if shape is Shape.BRIEF else 12) if evidence else 0)
    assert "[^" not in plain(rendered(text))
    assert text == export(conn, "", shape=shape, group=group, evidence=evidence)


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")
@pytest.mark.parametrize(("shape", "group", "evidence"), EVERY)
def test_pandoc_reads_the_same_structure(conn: sqlite3.Connection, shape: Shape, group: Group, evidence: bool) -> None:
    text = export(conn, "", shape=shape, group=group, evidence=evidence)
    made = subprocess.run(["pandoc", "-f", "gfm", "-t", "json"], input=text, capture_output=True, text=True, check=True).stdout
    kinds = Counter(block["t"] for block in json.loads(made)["blocks"])
    assert kinds["Header"] == 1 + len(headings(text)) + evidence
    assert kinds["Table"] == (len(headings(text)) if shape is Shape.TABLE else 0)
    assert ('"t":"Note"' in made) is evidence and "[^" not in made


def test_options_are_checked_in_one_place() -> None:
    options = ExportOptions.of({"format": "csv", "shape": "brief", "group": "kind", "evidence": False, "front": True})
    assert options == ExportOptions(Format.CSV, Shape.BRIEF, Group.KIND, evidence=False, front=True)
    assert options.but(format="markdown").is_markdown and not options.is_markdown
    for name, near in {"format": "markdwon", "shape": "tabel", "group": "contry"}.items():
        with pytest.raises(OptionError, match=f"{name}: has no “{near}”: did you mean .*There are {next(iter(CHOICES[name]))}, "):
            ExportOptions.of({name: near})
    for name in SWITCHES:
        with pytest.raises(OptionError, match=f"{name}: is true or false"):
            ExportOptions.of({name: "perhaps"})


def test_what_stands_in_front_is_left_out_unless_it_is_wanted(conn: sqlite3.Connection) -> None:
    with_it, bare = export(conn, "country:uz"), export(conn, "country:uz", front=False)
    assert bare.startswith("# Milestones: Uzbekistan\n") and with_it.endswith(f"---\n\n{bare}")
    assert not ExportOptions().front


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([("2016-05-01", "2016-05-31")], "2016"),
        ([("2016-05-01", None), (None, "2017-12-31")], "2016 to 2017"),
        ([("0800-01-01", "1066-12-31")], "800 to 1066"),
        ([], ""),
    ],
)
def test_the_span_of_years(conn: sqlite3.Connection, days: list[tuple[str | None, str | None]], told: str) -> None:
    one = next(records(conn, Selection()))
    some: list[Record] = [{**one, "start": start, "end": end} for start, end in days]
    assert years(some) == told
