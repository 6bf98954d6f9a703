"""What `milepost import` and `milepost demo` do: newsletters read into a store, and what became of each, printed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from shlex import quote
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from tui.cli.common import complain, opened, print_json, tell
from tui.render import clean

if TYPE_CHECKING:
    from db.connect import Store
    from db.when import When
    from tui.imports.outcome import Outcome
    from tui.imports.saving import Piped

_MANY = 300
"""More files than an office has newsletters: somebody may have named the wrong folder."""
_MAKING = ".making"
"""How the name of a folder ends in which a demo is made."""
_HELD_BY_THEN = 60.0
"""Seconds after which whoever makes a demo in a folder holds it."""


def print_imports(path: Path, paths: Sequence[Path], name: str | None, issue: When | None, *, as_json: bool) -> int:
    """Import each file, print what became of it, and give the exit code: 1 where any was not read.

    A store is made only where there is something to import.
    """
    from tui.imports.files import newsletters
    from tui.imports.outcome import Outcome
    from tui.imports.saving import Piped

    wanted: list[Path | Piped | Outcome] = []
    for one in paths:
        wanted += [Piped(str(name), sys.stdin.buffer.read())] if one == Path("-") else newsletters([one])
    done = [entry for entry in wanted if isinstance(entry, Outcome)]
    stopped = False
    if (count := len(wanted) - len(done)) > _MANY and sys.stdin.isatty() and sys.stderr.isatty():
        click.confirm(f"{count:,} files are to be read as newsletters. Go on?", abort=True, err=True)
    if len(done) < len(wanted):
        done = []
        with opened(path, create=True) as store:
            try:
                for outcome in _outcomes(store, wanted, issue):
                    done.append(outcome)
            except KeyboardInterrupt:
                stopped = True
    _print_outcomes(done, as_json=as_json)
    if stopped:
        tell("milepost: stopped; what is read by then stays")
    return int(stopped or any(outcome.error for outcome in done))


def _outcomes(store: Store, wanted: Sequence[Path | Piped | Outcome], issue: When | None) -> Iterator[Outcome]:
    from tui.imports.saving import import_all

    hidden = not sys.stderr.isatty() or len(wanted) < 2
    with click.progressbar(length=len(wanted), label="Reading", file=sys.stderr, hidden=hidden) as bar:
        for outcome in import_all(store, wanted, issue=issue):
            bar.update(1)
            yield outcome


def _print_outcomes(done: Sequence[Outcome], *, as_json: bool) -> None:
    from tui.imports.outcome import told

    for outcome in done:
        if said := outcome.error or outcome.note:
            click.echo(f"milepost: {clean(said)}", err=True)
    read = [(outcome.file, outcome.report) for outcome in done if outcome.report is not None]
    reports = [report for _, report in read]
    if as_json:
        print_json([asdict(report) for report in reports])
    else:
        for file, report in read:
            same = report.tells and not (report.new or report.changed or report.gone)
            click.echo(f"{clean(file)}: {told([report])}" + (" (nothing changed)" if same else ""))
            if not report.tells:
                remove = f"milepost sources remove {quote(report.file)}"
                click.echo(f"  note: kept as a source without milestones; `{clean(remove)}` takes it out again", err=True)
            for note in report.notes:
                click.echo(f"  note: {clean(note)}", err=True)
        if len(reports) > 1:
            broken = sum(bool(outcome.error) for outcome in done)
            lost = f"; {broken} could not be read, as said above" if broken else ""
            click.echo(f"{len(reports)} newsletters: {sum(r.new for r in reports)} new milestones{lost}")


def make_demo(path: Path) -> None:
    """Make the demo's store anew from the sample newsletters, through the importer; ends the program where that cannot be.

    It is made beside the one that is there and takes its place whole: another demo may be open, or be made at the same time.
    """
    from tui.imports.saving import Piped, import_all

    samples = sorted(files("importers").joinpath("samples").iterdir(), key=lambda sample: sample.name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _beside(path) as folder:
            fresh = folder / path.name
            with opened(fresh, create=True) as store:
                for outcome in import_all(store, (Piped(sample.name, sample.read_bytes()) for sample in samples)):
                    if outcome.error:
                        complain(outcome.error)
            # what a demo that was killed has left would be taken for the new one's
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
            fresh.replace(path)
    except OSError as error:
        complain(f"{path}: {error.strerror or error}; the demo needs a cache folder that it can write")


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A hidden folder beside `path`, held while it is there; those of demos that were killed are taken away."""
    for left in path.parent.iterdir():
        if left.name.startswith(f".{path.name}.") and left.name.endswith(_MAKING):
            with suppress(OSError), _held(left) as held:
                if held and time.time() - left.stat().st_mtime > _HELD_BY_THEN:
                    rmtree(left)
    with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.", suffix=_MAKING) as folder, _held(Path(folder)):
        yield Path(folder)


@contextmanager
def _held(folder: Path) -> Iterator[bool]:
    """Whether the folder could be held, which ends with the process at the latest; never where the system has no such locks."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        yield False
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            flock(handle, LOCK_EX | LOCK_NB)
        except OSError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)
