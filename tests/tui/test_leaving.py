"""What the command asks a store for when milestones leave it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tui.cli import main


def export(store: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["export", *words, "--store", str(store)])


@pytest.mark.parametrize("format", ["csv", "json", "jsonl"])
def test_what_no_program_is_told_is_not_asked_for(monkeypatch: pytest.MonkeyPatch, small: Path, format: str) -> None:
    told = export(small, "-f", format).stdout
    for question in ("db.queries.again.sums_again", "db.queries.sources.sources", "db.queries.records.told_too"):
        monkeypatch.setattr(question, None)
    assert told and export(small, "-f", format).stdout == told
    assert isinstance(export(small).exception, TypeError)
