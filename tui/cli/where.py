"""`milepost where`: where everything lies that Milepost reads or writes on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli.common import json_option, path_of, print_json, store_option
from tui.config.places import demo_store_path, here, is_there, names_file, settings_file, state_file


def places(store: Path) -> dict[str, tuple[Path, str]]:
    """Each path by its name, and what it is for."""
    return {
        "store": (store, "milestones, what people decided, saved views"),
        "settings": (settings_file(), "keys, colours, panes, your name"),
        "names": (names_file(), "your own names of places, countries and donors"),
        "state": (state_file(store), "how you left this store: the last view, widths of panes, searches"),
        "demo": (demo_store_path(), "the store of `milepost demo`, made anew each time"),
    }


@click.command()
@json_option
@store_option
@click.pass_context
def where(context: click.Context, as_json: bool) -> None:
    """Print where the store, the settings and all else lies. Each path is told to be there or not."""
    from tui.render import clean

    found = places((here() or Path()) / path_of(context))
    if as_json:
        rows = {name: {"path": str(path), "exists": is_there(path), "for": use} for name, (path, use) in found.items()}
        print_json(rows)
        return
    width = max(map(len, found))
    for name, (path, use) in found.items():
        there = "" if is_there(path) else " (not there yet)"
        click.echo(clean(f"{name:<{width}}  {path}{there}"))
        click.echo(f"{'':<{width}}  {use}")
