"""What the commands print: plain lines for people, and for pipes one record a line."""

from __future__ import annotations

import shutil
import sys
import textwrap
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from tui.cli.common import print_json, tell
from tui.render import clean

if TYPE_CHECKING:
    from db.connect import Store
    from db.queries.listing import Row
    from db.queries.sources import SourceRow
    from db.selection import Selection

_PAGE = 500
_ACROSS = 21
"""Cells of a line of the list before its title."""


def print_list(store: Store, selection: Selection, *, as_json: bool, limit: int | None) -> None:
    """The milestones of a selection, the newest first; says on standard error what is near where nothing is found."""
    from db.queries.listing import list_keys, rows_of, totals

    conn = store.connection
    if as_json:
        from db.export.jsonfile import to_json
        from db.queries.records import records, records_of

        found = records(conn, selection)
        if limit is not None:
            found = records_of(conn, (row.uid for row in rows_of(conn, list_keys(conn, selection, limit))))
        for part in to_json(found):
            click.echo(part, nl=False)
        return
    keys, wide = list_keys(conn, selection, limit), sys.stdout.isatty()
    for first in range(0, len(keys), _PAGE):
        for row in rows_of(conn, keys[first : first + _PAGE]):
            click.echo(_line(row, wide=wide))
    if keys:
        from db.wording import count_words

        total = totals(conn, selection)
        tell(f"{len(keys):,} of {count_words(total.stored, 'milestone')} · {count_words(total.sources, 'source')}")
    else:
        from db.queries.where import near

        tell(" ".join((f"Nothing found for {selection.words()}.", *near(conn, selection))))


def _line(row: Row, *, wide: bool) -> str:
    """A milestone on one line for pipes, on two for a terminal."""
    from db.models import DOUBTFUL, Status
    from db.names import kind_info
    from db.when import When

    when = When(row.date).show()
    title = clean(row.title) + " (planned)" * row.planned + " ?" * (row.confidence < DOUBTFUL and row.status is Status.NEW)
    rest = clean(" · ".join(part for part in (row.countries, row.donors, row.amounts) if part))
    if not wide:
        return f"{row.uid}  {when:<18}  {row.kind:<11}  {title}{'  ' if rest else ''}{rest}"
    info = kind_info(row.kind)
    below = f"{row.kind}{' · ' if rest else ''}{rest}  {row.uid}"
    above = f"{click.style(f'{when:<18}', bold=True)} {click.style(info.glyph, fg=info.color)} {_folded(title, _ACROSS)}"
    return f"{above}\n{'':{_ACROSS}}{click.style(_folded(below, _ACROSS), dim=True)}"


def _folded(text: str, indent: int) -> str:
    """`text` as lines of the terminal, all but the first indented; as it is where the output is piped."""
    if not sys.stdout.isatty():
        return text
    lines = textwrap.wrap(text, max(20, shutil.get_terminal_size().columns - indent), break_on_hyphens=False)
    return f"\n{'':{indent}}".join(lines)


def print_milestone(store: Store, uid: str, *, why: bool, as_json: bool) -> None:
    """All that is known of one milestone. Raises `NotFound` and `Ambiguous`."""
    from db.queries.details import detail
    from db.queries.records import records_of
    from tui.cli.card import whole

    found = detail(store.connection, uid)
    if as_json:
        print_json(next(iter(records_of(store.connection, [found.uid]))))
        return
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for line in whole(found, why=why, width=width):
        click.echo(line)


def print_sources(store: Store, *, as_json: bool) -> None:
    """The newsletter issues of a store."""
    from db.queries.sources import sources
    from db.wording import source_names

    found = sources(store.connection)
    if as_json:
        print_json([asdict(source) for source in found])
        return
    for source in found:
        first, *more = source_names(source.title, source.file)
        click.echo(f"{clean(first)}\n    {' · '.join((*map(clean, more), _period(source), _counts(source)))}")
        for note in source.notes:
            click.echo(f"    note: {clean(note)}")
    if not found:
        click.echo("No newsletters yet: milepost import FILE", err=True)


def print_source(store: Store, name: str, *, text: bool, as_json: bool) -> None:
    """All that is known of one source, or its text. Raises LookupError, whose message is one line, where none is called so."""
    from db.queries.sources import find_source, source_detail
    from db.wording import source_names

    found = source_detail(store.connection, find_source(store.connection, name))
    source = found.source
    if text:
        for line in found.text.splitlines():
            click.echo(clean(line))
    elif as_json:
        print_json(
            asdict(source)
            | {"importer": found.importer, "sha256": found.sha256, "articles": found.articles}
            | {"statuses": dict(found.statuses)}
        )
    else:
        click.echo(click.style(clean(source_names(source.title, source.file)[0]), bold=True))
        judged = ", ".join(f"{count} {status}" for status, count in found.statuses)
        rows = [
            ("file", source.file),
            ("period", _period(source)),
            ("read", f"{source.read_at} by importer {found.importer}"),
            ("articles", str(found.articles)),
            ("milestones", _counts(source) + (f" ({judged})" if judged else "")),
            *(("note", note) for note in source.notes),
            ("id", source.uid),
        ]  # fmt: skip
        for label, value in rows:
            click.echo(f"{label:<12} {clean(value)}")


def _period(source: SourceRow) -> str:
    from db.when import When

    return clean(f"{When(source.issue).show()} (from {source.issue_basis})") if source.issue else "period unknown"


def _counts(source: SourceRow) -> str:
    from db.wording import count_words

    return count_words(source.milestones, "milestone") + (f", {source.doubtful:,} doubtful" if source.doubtful else "")
