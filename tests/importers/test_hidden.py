"""What a Markdown file keeps from those who read it is furniture; its title and its day are those of a masthead."""

from __future__ import annotations

import pytest

from importers.readers.blocks import BlockKind
from tests.importers.conftest import dated, layout, of_kind, read

POST = "A new post was opened in Osh on 14 May."


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- 3 June 2015 meeting was held in Almaty -->\n\n",
        "<!--\nA meeting was held in Almaty on 3 June.\n\nAnother was held in Naryn on 4 June.\n-->\n",
        "  <!-- A meeting was held in Almaty\non 3 June. -->  \n",
        "A dog barked. <!-- A meeting was held\n\nin Almaty on 3 June. --> ",
        "A dog <!-- was trained on 3 June --> barked. ",
    ],
)
def test_comments_are_not_read(comment: str) -> None:
    assert dated(read(f"# Post\n\n{comment}{POST}\n", name="x.md")) == ["2015-05-14"]


def test_what_stands_around_a_comment_is() -> None:
    made = layout("A dog\n<!-- no --> barked <!-- nor\nthis --> at the cat.\n\n<!-- never closed")
    assert of_kind(made, BlockKind.FURNITURE) == ["<!-- nor this -->"]
    assert of_kind(made, BlockKind.PARAGRAPH) == ["A dog barked", "at the cat.", "<!-- never closed"]


@pytest.mark.parametrize(
    "above",
    [
        '---\ntitle: "Border News"\ndate: 2015-06-30\nauthor: X\ntags:\n  - post\n---\n',
        "---\nDate: 2015-06-30\nTitle: Border News\n...\n",
        "+++\ntitle = 'Border News'\ndate = 2015-06-30\n\n# by hand\ndraft = false\n+++\n",
    ],
)
def test_keys_and_values_above_a_text_may_name_it(above: str) -> None:
    reading = read(f"{above}\n# Post\n\n{POST}\n\n# Dogs\n\nTen dogs were trained in Osh on 3 June.\n", name="x.md", issue=None)
    assert (reading.source.title, str(reading.source.issue)) == ("Border News, Jun 2015", "2015-06")
    assert [article.heading for article in reading.articles] == ["Post", "Dogs"]
    assert dated(reading) == ["2015-05-14", "2015-06-03"]


@pytest.mark.parametrize("text", ["---\nThe post: it was opened.\n---\n", "---\n---\n", "---\ntitle: never closed\n", "---"])
def test_rules_alone_hide_nothing(text: str) -> None:
    assert "".join(of_kind(layout(text), BlockKind.FURNITURE)).strip("-") == ""
