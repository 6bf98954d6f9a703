"""`milepost keys`: the keys of the app by place, from the same declarations that the app itself is made of."""

from __future__ import annotations

import click

from tui.cli_base import json_option, print_json
from tui.commands import COMMANDS, Where, commands


@click.command()
@json_option
def keys(as_json: bool) -> None:
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
    click.echo("\n\n".join(sheet(where) for where in Where if commands(where)))


def sheet(where: Where) -> str:
    """The keys of one place: its name, then a line for each command."""
    found = commands(where)
    key, title = (max(len(text) for text in column) for column in zip(*((one.shown, one.title) for one in found), strict=True))
    lines = (f"  {one.shown:<{key}}  {one.title:<{title}}  {one.help}" for one in found)
    return "\n".join((where.value.capitalize(), *lines))
