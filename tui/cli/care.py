"""The commands that care for a store: its newsletters (list, show, rename, remove, read again), backup and doctor."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.common import (
    MANY,
    agreed,
    complain,
    json_option,
    opened,
    path_of,
    print_json,
    store_option,
    tell,
    why_option,
    yes_option,
)
from tui.clock import act

if TYPE_CHECKING:
    from db.store.doctor import Finding, Health
    from tui.imports.rereading import Reread


@click.group(invoke_without_command=True)
@click.option("--datasette", is_flag=True, help="Print a datasette.yaml that shows the store's views with their full-text search.")
@json_option
@store_option
@click.pass_context
def sources(context: click.Context, datasette: bool, as_json: bool) -> None:
    """List the newsletters that were read; show, rename or remove one. Each is listed with its period, and how that was found."""
    if context.invoked_subcommand is not None:
        return
    path = path_of(context)
    if datasette:
        from db.export.datasette import to_datasette

        click.echo(to_datasette(path.stem), nl=False)
        return
    from tui.cli.printing import print_sources

    with opened(path) as store:
        print_sources(store, as_json=as_json)


@sources.command()
@click.argument("source")
@click.option("--text", is_flag=True, help="Print the newsletter's text.")
@json_option
@store_option
@click.pass_context
def show(context: click.Context, source: str, text: bool, as_json: bool) -> None:
    """Show one newsletter: its period and what it tells. It is named by title, file or ID."""
    from tui.cli.printing import print_source

    with opened(path_of(context)) as store:
        print_source(store, source, text=text, as_json=as_json)


@sources.command()
@click.argument("source")
@click.argument("title")
@why_option
@store_option
@click.pass_context
def rename(context: click.Context, source: str, title: str, why: str) -> None:
    """Call a newsletter otherwise. It is named by title, file or ID; an empty TITLE gives back the one that was read."""
    from db.queries.history import title_of
    from db.queries.sources import find_source
    from db.store.deciding import rename_source

    with opened(path_of(context), write=True) as store:
        found = find_source(store.connection, source)
        rename_source(store, found.uid, title, act(why))
        now = title_of(store.connection, found.uid)
        tell(f"{found.title} is called {now} now" if now != found.title else "nothing changed: it is called so already")


@sources.command()
@click.argument("names", nargs=-1, required=True, metavar="SOURCE...")
@yes_option
@why_option
@store_option
@click.pass_context
def remove(context: click.Context, names: tuple[str, ...], yes: bool, why: str) -> None:
    """Put newsletters and all that they tell out of sight; `undo` or another import returns them.

    Title, file or ID names one, a pattern such as "2016-*.txt" all whose files are called so.
    """
    from db.queries.sources import find_sources
    from db.store.deciding import remove_sources
    from db.wording import count_words

    with opened(path_of(context), write=True) as store:
        rows = [row for name in names for row in find_sources(store.connection, name)]
        there = {row.uid: row for row in rows}
        if len(there) > 1 and (count := sum(row.milestones for row in there.values())) > MANY:
            agreed(f"{len(there):,} newsletters with {count:,} milestones are to be removed. Go on?", yes=yes)
        remove_sources(store, there, act(why))
        for found in there.values():
            tell(f"removed {found.title} with {count_words(found.milestones, 'milestone')}; `milepost undo` returns it")


@click.command()
@click.argument("names", nargs=-1, metavar="[SOURCE...]")
@json_option
@store_option
@click.pass_context
def reread(context: click.Context, names: tuple[str, ...], as_json: bool) -> None:
    """Read the stored newsletters again and tell what that changed. The present importer reads them; corrections stay."""
    from db.queries.sources import find_source
    from tui.imports.rereading import reread as read_again

    with opened(path_of(context), write=True) as store:
        uids = [find_source(store.connection, name).uid for name in names] or None
        done = []
        for one in read_again(store, uids):
            done.append(one)
            if not as_json:
                _print_reread(one)
    if as_json:
        print_json([asdict(one) for one in done])
    elif not done:
        tell("No newsletters yet: milepost import FILE")
    sys.exit(1 if any(one.error for one in done) else 0)


def _print_reread(one: Reread) -> None:
    from tui.render import clean

    if one.report is None:
        tell(f"milepost: {one.error}")
        return
    report = one.report
    click.echo(clean(f"{one.title}: {report.new} new, {report.changed} changed, {report.unchanged} unchanged, {report.gone} gone"))
    for each in one.changed:
        click.echo(clean(f"    {each.uid}  {each.what}  {each.title}"))
        for each_field in each.differences:
            kept = "; the correction stands" if each_field.field in each.kept else ""
            click.echo(clean(f"        {each_field.field}: {each_field.before or '(none)'} → {each_field.after or '(none)'}{kept}"))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite FILE.")
@store_option
@click.pass_context
def backup(context: click.Context, file: Path, force: bool) -> None:
    """Write a copy of the store to FILE, whole and checked. Others may go on working in it meanwhile."""
    from db.copying import BackupError, backup

    path = path_of(context)
    with opened(path):
        try:
            size = backup(path, file, replace=force)
        except BackupError as error:
            complain(str(error))
    tell(f"Written to {file}, {size:,} bytes")


@click.command()
@click.option("--repair", "mend", is_flag=True, help="Rebuild what can be rebuilt; a copy of the store is kept beside it.")
@json_option
@store_option
@click.pass_context
def doctor(context: click.Context, mend: bool, as_json: bool) -> None:
    """Look the store over and say what is wrong in it.

    File, tables, links, full text, results, evidence, changes. Exit code 1 where something is wrong.
    """
    from db.connect import StoreError
    from db.store.doctor import examine, repair

    path = path_of(context)
    with opened(path, write=mend or _writable(path)) as store:
        health = examine(store, lambda name: None if as_json else _say(name))
        kept, before = "", health
        if mend and health.findings:
            try:
                health, kept = repair(store)
            except StoreError as error:
                _print_health(health, as_json=as_json)
                complain(str(error))
    _print_health(health, as_json=as_json, mended=before.findings if kept else ())
    if kept:
        tell(f"the store as it was is kept at {kept}")
    elif any(finding.mends for finding in health.findings):
        tell("`milepost doctor --repair` puts right what can be rebuilt")
    sys.exit(1 if health.findings else 0)


def _writable(path: Path) -> bool:
    """Whether the store can be opened for writing, which comparing the full-text index takes."""
    from db.connect import StoreError, open_store

    try:
        open_store(path).close()
    except StoreError:
        return False
    return True


def _say(name: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"looking at {name} ...", err=True)


def _print_health(health: Health, *, as_json: bool, mended: tuple[Finding, ...] = ()) -> None:
    from tui.render import clean

    if as_json:
        told = {
            "checks": health.checks,
            "findings": [asdict(finding) for finding in health.findings],
            "mended": [asdict(finding) for finding in mended if finding not in health.findings],
        }
        print_json(told)
        return
    for finding in mended:
        if finding not in health.findings:
            click.echo(clean(f"{finding.check}: put right: {finding.told}"))
    for finding in health.findings:
        click.echo(clean(f"{finding.check}: {finding.told}"))
    if not health.findings:
        click.echo(f"All is well: {', '.join(health.checks)}")


COMMANDS = (sources, reread, backup, doctor)
