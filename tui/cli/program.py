"""The program: its commands by name, opening the app, and the commands that read newsletters in and milestones out.

Exit codes: 0 done (nothing new and nothing found are done), 1 not all done, 2 wrong usage.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable
from datetime import date
from errno import EAGAIN, EBADF, EDQUOT, EFBIG, EINVAL, EIO, ENOSPC
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from tui.cli.common import (
    QUERY_HELP,
    QueryCommand,
    complain,
    is_terminal,
    json_option,
    opened,
    path_of,
    selection_of,
    store_option,
    store_option_that,
    take_settings,
    tell,
)
from tui.cli.views import view_named, view_option, within_view
from tui.config.names import take_names
from tui.config.places import DEMO_IS_MADE_ANEW, demo_store_path, is_there

_UNPRINTED = frozenset({EAGAIN, EBADF, EDQUOT, EFBIG, EINVAL, EIO, ENOSPC})
"""What a file, a device or a pipe answers that takes no more; of a pipe that nobody reads (EPIPE) nothing is said."""


class _Commands(click.Group):
    """All commands; those of other modules are imported where one is named or all are listed, not to open the app."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name."""
        if cmd_name not in self.commands:
            self._import()
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All their names."""
        self._import()
        return super().list_commands(ctx)

    def invoke(self, ctx: click.Context) -> Any:
        """Carry one out; what cannot be printed ends it with one line."""
        _open_streams()
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.filename is not None or error.errno not in _UNPRINTED:
                raise
            # nothing is to be tried again at the end
            sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115
            complain(f"standard output: {error.strerror}; not all was printed")

    def _import(self) -> None:
        from tui.cli import care, edit, keys, man, review, views, where

        own = (keys.keys, man.man, where.where)
        for command in (*edit.COMMANDS, *review.COMMANDS, *care.COMMANDS, *views.COMMANDS, *own):
            self.add_command(command)


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="milepost", prog_name="milepost")
@store_option
@click.pass_context
def main(context: click.Context) -> None:
    """Programme timelines from newsletters: what was done where, when, with whose money, and where it says so.

    Without a command, opens the app; without a terminal, prints the list.
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        context.color = False
    wrong = take_names()
    opens_app = context.invoked_subcommand in {None, "demo"} and is_terminal()
    take_settings(told=not opens_app)
    if wrong and not opens_app:
        tell(f"milepost: {wrong}")
    context.ensure_object(dict)["wrong"] = wrong
    if context.invoked_subcommand is None:
        _open_app(path_of(context), demo=False, wrong=wrong)


def _open_streams() -> None:
    """Data leaves as UTF-8 wherever it goes; a terminal shows signs that it has not as question marks."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115 - it was closed by whoever started the program
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower() != "utf-8":
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8")


def _open_app(path: Path, *, demo: bool, wrong: str) -> None:
    if not is_terminal():
        _print_list(path, (), as_json=False, limit=None)
        return
    # thousands of modules' objects are made, and none of them becomes garbage
    gc.disable()
    from tui.startup import open_app

    open_app(path, demo=demo, wrong=wrong)


@main.command("import")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True, readable=False), required=True)
@click.option("--name", metavar="NAME", help="What to call the newsletter that comes on standard input.")
@click.option("--issue-date", "issue", metavar="DATE", help="The period that the issue covers: 2016-Q2, April-June 2016, 2016-05.")
@json_option
@store_option
@click.pass_context
def import_(context: click.Context, paths: tuple[Path, ...], name: str | None, issue: str | None, as_json: bool) -> None:
    """Read newsletters into the store. PATHS are files, folders, or - for standard input (with --name).

    Importing the same newsletter again changes nothing; a corrected one is matched with what is there.
    """
    if Path("-") in paths and not name:
        raise click.UsageError("standard input needs a name: milepost import - --name NAME")
    if name and Path("-") not in paths:
        raise click.UsageError("--name goes with standard input: milepost import - --name NAME")
    from tui.cli.imports import print_imports

    path = path_of(context)
    if path == demo_store_path():
        tell(f"milepost: {DEMO_IS_MADE_ANEW}")
    sys.exit(print_imports(path, paths, name, _issue(issue), as_json=as_json))


def _issue(text: str | None) -> Any:
    if text is None:
        return None
    from db.typed import read_when
    from db.when import When, WhenError

    try:
        when = read_when(text, date.today())
        return When.of(when.start, when.end) if when.start and when.end else when
    except WhenError as error:
        raise click.BadParameter(str(error), param_hint="--issue-date") from None


@main.command("list", cls=QueryCommand, epilog=QUERY_HELP)
@click.argument("query", nargs=-1)
@click.option("-n", "--limit", type=click.IntRange(min=1), metavar="N", help="At most N, the newest.")
@view_option
@json_option
@store_option
@click.pass_context
def list_(context: click.Context, query: tuple[str, ...], limit: int | None, view: str | None, as_json: bool) -> None:
    """List milestones, the newest first. Where the output is piped, each has one line."""
    _print_list(path_of(context), query, as_json=as_json, limit=limit, view=view)


def _print_list(path: Path, query: tuple[str, ...], *, as_json: bool, limit: int | None, view: str | None = None) -> None:
    from tui.cli.printing import print_list

    selection = selection_of(query)
    with opened(path) as store:
        print_list(store, within_view(store, view, selection), as_json=as_json, limit=limit)


@main.command()
@click.argument("uid", metavar="ID")
@click.option("--why", is_flag=True, help="The rule behind each field and the words that it was made from.")
@json_option
@store_option
@click.pass_context
def show(context: click.Context, uid: str, why: bool, as_json: bool) -> None:
    """Show one milestone with its evidence. A unique beginning of its ID will do."""
    from tui.cli.printing import print_milestone

    with opened(path_of(context)) as store:
        print_milestone(store, uid, why=why, as_json=as_json)


@main.command(cls=QueryCommand, epilog=QUERY_HELP)
@click.argument("query", nargs=-1)
@click.option(
    "-f", "--format", type=click.Choice(["markdown", "csv", "json", "jsonl"]), help="What kind (as FILE ends, else markdown)."
)
@click.option("--shape", type=click.Choice(["list", "table", "brief"]), help="How Markdown tells a milestone (list).")
@click.option("--group", type=click.Choice(["date", "country", "donor", "kind"]), help="What the headings of Markdown are (date).")
@click.option("--evidence/--no-evidence", default=None, help="With or without quotes as footnotes, in Markdown (with).")
@click.option(
    "--front/--no-front",
    default=None,
    help="Begin Markdown with YAML for programs: what was chosen, read and to be careful with (without).",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE, which must not exist.")
@click.option("--force", is_flag=True, help="Overwrite FILE.")
@view_option
@store_option
@click.pass_context
def export(
    context: click.Context, /, query: tuple[str, ...], output: Path | None, force: bool, view: str | None, **wanted: Any
) -> None:
    """Export milestones for a report or for other programs. Formats are Markdown, CSV, JSON and JSON Lines."""
    from db.export.options import ExportOptions, Format
    from tui.exports.file import refusal, write_file
    from tui.exports.leaving import leaving
    from tui.views.view import group_of

    given = {name: value for name, value in wanted.items() if value is not None}
    if output is not None and "format" not in given and (ending := Format.of_ending(output.suffix)) is not None:
        given["format"] = ending
    options = ExportOptions.of(given)
    if not options.is_markdown and given.keys() - {"format"}:
        called = options.format.called
        raise click.UsageError(f"--shape, --group, --no-evidence and --front go with Markdown: {called} holds everything")
    if force and output is None:
        raise click.UsageError("--force goes with --output FILE")
    selection = selection_of(query)
    with opened(path_of(context)) as store:
        selection = within_view(store, view, selection)
        if view is not None and options.is_markdown and "group" not in given:
            options = options.but(group=group_of(view_named(store, view).looks))
        ask = partial(leaving, store.connection, selection, frozenset(), date.today(), options)
        if output is None:
            ask(write=_print)
            return
        try:
            ask(write=partial(write_file, output, force=force, encoding=options.format.encoding))
        except FileExistsError:
            complain(f"{output}: it is there already; --force overwrites it")
        except OSError as error:
            complain(refusal(error, output))
    tell(f"Written to {output}")


def _print(pieces: Iterable[str]) -> None:
    for part in pieces:
        click.echo(part, nl=False)


@main.command(cls=QueryCommand, epilog=QUERY_HELP)
@click.argument("query", nargs=-1)
@click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="FIELD",
    help="Only this facet: country, donor, kind, year, source, status or series.",
)
@click.option("--money", is_flag=True, help="Also what the amounts of each value come to, by currency.")
@json_option
@store_option
@click.pass_context
def facets(context: click.Context, query: tuple[str, ...], fields: tuple[str, ...], money: bool, as_json: bool) -> None:
    """Count milestones by country, donor, kind, year and the like. The others are source, status and series.

    Conditions on a field do not narrow its own values, so that what else could be chosen is seen. With --money, an amount that
    several countries or donors share counts in full for each of them, and is said to be undivided.
    """
    from db.queries.facets import FIELDS
    from tui.cli.facets import print_facets

    for field in fields:
        if field not in FIELDS:
            raise click.BadParameter(f"“{field}” is no facet; there are {', '.join(FIELDS)}", param_hint="--field")
    selection = selection_of(query)
    with opened(path_of(context)) as store:
        print_facets(store, selection, fields or FIELDS, money=money, as_json=as_json)


@main.command()
@store_option_that("A new file to make the demo's store in (else one in the cache folder, which is made anew each time).")
@click.pass_context
def demo(context: click.Context) -> None:
    """Open the app on sample newsletters. They are read by the real importer, into a store of their own."""
    from tui.cli.imports import make_demo

    given = context.ensure_object(dict)
    path = given.get("store") or demo_store_path()
    if "store" in given and is_there(path):
        complain(f"{path} is there already, and the demo would take its place: name another file, or leave --store out")
    make_demo(path)
    _open_app(path, demo=True, wrong=given["wrong"])
