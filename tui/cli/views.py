"""`milepost views`: selections under names, kept in the store; and `--view NAME`, by which other commands take one."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.common import (
    QUERY_HELP,
    QueryCommand,
    complain,
    json_option,
    opened,
    path_of,
    print_json,
    selection_of,
    store_option,
    tell,
)
from tui.views.timeline import Face, Lanes, Unit

if TYPE_CHECKING:
    from db.connect import Store
    from db.queries.views import SavedView
    from db.selection import Selection

view_option = click.option("--view", metavar="NAME", help="Only what the saved view of this name shows.")


def view_named(store: Store, name: str) -> SavedView:
    """The saved view of this name; ends the program where there is none."""
    from db.names import nearest
    from db.queries.views import saved_views

    views = {view.name: view for view in saved_views(store.connection)}
    if name not in views:
        near = nearest(name, tuple(views)) if views else None
        complain(f"no view “{name}”" + (f": did you mean “{near}”?" if near else ": `milepost views list` names those there are"))
    return views[name]


def within_view(store: Store, name: str | None, selection: Selection) -> Selection:
    """The selection, and the saved view's too where one is named; ends the program where there is none, or it makes no sense."""
    if name is None:
        return selection
    from db.selection import parse
    from db.terms import QueryError

    try:
        return parse(view_named(store, name).query).also(selection)
    except QueryError as error:
        complain(f"the view “{name}” cannot be shown: {error.message}; save it anew with `milepost views save`")


@click.group(invoke_without_command=True)
@json_option
@store_option
@click.pass_context
def views(context: click.Context, as_json: bool) -> None:
    """List the selections that have names; save or remove one. They lie in the store."""
    if context.invoked_subcommand is None:
        _print_views(path_of(context), as_json=as_json)


@views.command("list")
@json_option
@store_option
@click.pass_context
def list_(context: click.Context, as_json: bool) -> None:
    """List the saved views with their queries."""
    _print_views(path_of(context), as_json=as_json)


def _print_views(path: Path, *, as_json: bool) -> None:
    from db.queries.views import saved_views
    from tui.render import clean

    with opened(path) as store:
        found = saved_views(store.connection)
    if as_json:
        print_json([asdict(view) for view in found])
        return
    for view in found:
        click.echo(clean(f"{view.name}: {view.query}"))
    if not found:
        tell("No saved views yet: milepost views save NAME QUERY")


@views.command(cls=QueryCommand, epilog=QUERY_HELP)
@click.argument("name")
@click.argument("query", nargs=-1)
@click.option("--face", type=click.Choice([str(one) for one in Face]), help="How the app shows it: as a list or a chart.")
@click.option("--lanes", type=click.Choice([str(one) for one in Lanes]), help="What the lanes of the chart are.")
@click.option("--unit", type=click.Choice([str(one) for one in Unit]), help="How near the chart is.")
@click.option("--group", type=click.Choice(["date", "country", "donor", "kind"]), help="What an export of it is grouped by.")
@store_option
@click.pass_context
def save(context: click.Context, /, name: str, query: tuple[str, ...], **looks: str | None) -> None:
    """Keep QUERY under NAME, with how it is looked at. A view of this name is replaced."""
    from db.queries.views import saved_views
    from db.store.views import save_view, view_name
    from tui.clock import now

    selection = selection_of(query)
    with opened(path_of(context), write=True) as store:
        name = view_name(name)
        before = {view.name: view.query for view in saved_views(store.connection)}.get(name)
        save_view(store, name, selection.text(), {key: str(value) for key, value in looks.items() if value}, at=now())
    tell(f"saved as “{name}”: {selection.words()}" + (f"; it was {before or 'all milestones'}" if before is not None else ""))


@views.command()
@click.argument("name")
@store_option
@click.pass_context
def remove(context: click.Context, name: str) -> None:
    """Forget the view of this name; its milestones stay."""
    from shlex import quote

    from db.queries.views import saved_views
    from db.store.views import remove_view

    with opened(path_of(context), write=True) as store:
        query = {view.name: view.query for view in saved_views(store.connection)}.get(name)
        if query is None or not remove_view(store, name):
            complain(f"no view “{name}”: `milepost views list` names those there are")
    tell(f"removed “{name}”; `milepost views save {quote(name)} {quote(query)}` brings it back")


COMMANDS = (views,)
