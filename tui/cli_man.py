"""`milepost man`: the manual page of all commands."""

from __future__ import annotations

from importlib.metadata import version

import click


@click.command()
@click.pass_context
def man(context: click.Context) -> None:
    """Print the manual page, for `milepost man > milepost.1` or `milepost man | man -l -`."""
    from tui.manpage import manual

    root = context.find_root()
    assert isinstance(root.command, click.Group)
    click.echo(manual(root.command, "milepost", version("milepost")), nl=False)
