"""`milepost man`: the manual page of all commands."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tui.cli.common import complain


@click.command()
@click.pass_context
def man(context: click.Context) -> None:
    """Show the manual page. Where the output goes elsewhere, print its source, for `milepost man > milepost.1`."""
    from tui.cli.roff import manual

    root = context.find_root()
    assert isinstance(root.command, click.Group)
    page = manual(root.command, "milepost", version("milepost"))
    if not sys.stdout.isatty():
        click.echo(page, nl=False)
    elif not _shown(page):
        complain(
            "there is no `man` here to show the manual: milepost man > milepost.1 keeps it; milepost COMMAND --help says the same"
        )


def _shown(page: str) -> bool:
    """Show the page by the machine's own `man`, if it has one; a path with a slash is a file to every one of them."""
    program = shutil.which("man")
    if program is None:
        return False
    with TemporaryDirectory() as folder:
        file = Path(folder) / "milepost.1"
        file.write_text(page, encoding="ascii")
        return subprocess.run([program, str(file)], check=False).returncode == 0  # noqa: S603 - the machine's own program
