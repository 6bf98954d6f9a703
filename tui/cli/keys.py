"""`milepost keys`: the keys of the app by place, from the same declarations that the app itself is made of."""

from __future__ import annotations

import click

from tui.cli.common import json_option, print_json
from tui.commands import COMMANDS, Where, commands


@click.command()
@click.option("--ids", is_flag=True, help="Also what each command is called in [keys] of the settings.")
@json_option
def keys(ids: bool, as_json: bool) -> None:
    """Print the keys of the app."""
    if as_json:
        print_json(
            [
                {
                    "id": command.id,
                    "place": command.where.value,
                    "keys": command.shown,
                    "title": command.title,
                    "help": command.help,
                }
                for command in COMMANDS
            ]
        )
        return
    click.echo("\n\n".join(sheet(where, ids=ids) for where in Where if commands(where)))


def sheet(where: Where, *, ids: bool) -> str:
    """The keys of one place: its name, then a line for each command."""
    told = [(one.shown, *([one.id] if ids else []), one.title, one.help) for one in commands(where)]
    widths = [max(map(len, column)) for column in zip(*told, strict=True)]
    lines = ("  " + "  ".join(f"{text:<{width}}" for text, width in zip(row, widths, strict=True)).rstrip() for row in told)
    return "\n".join((where.value.capitalize(), *lines))
