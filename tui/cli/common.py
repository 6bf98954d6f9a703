"""What the commands share: options, opening the store, and how what a person can cause becomes one line."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from tui.config.places import STORE_VARIABLE, is_there, settings_file, store_path

if TYPE_CHECKING:
    from db.connect import Store
    from db.selection import Selection


def complain(message: str, code: int = 1) -> NoReturn:
    """One line on standard error, and out."""
    from tui.render import clean

    click.echo(f"milepost: {clean(message)}", err=True)
    sys.exit(code)


MANY = 50
"""Milestones that are changed at once without a question; more of them may come of a query that finds what nobody thought of."""
_NEGATED = re.compile(r"-[A-Za-z]+:")


class QueryCommand(click.Command):
    """A command that takes a query, in which a minus before a field negates as it does in the search line."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read `-kind:training` as a term, not as options."""
        return super().parse_args(ctx, [f"not {word[1:]}" if _NEGATED.match(word) else word for word in args])


def print_json(value: object) -> None:
    """A value as JSON on standard output, with nothing in it that a terminal would obey."""
    import json

    from db.export.escaping import json_safe

    click.echo(json_safe(json.dumps(value, ensure_ascii=False, indent=1, default=sorted)))


def tell(message: str) -> None:
    """One line of talk on standard error."""
    from tui.render import clean

    click.echo(clean(message), err=True)


def is_terminal() -> bool:
    """Whether a person sits there who sees what is shown and can answer; either stream may have been closed."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def take_settings(*, told: bool) -> None:
    """Take the user's own keys, and, where it is to be `told`, say what is wrong with the settings; nothing stops for it."""
    path = settings_file()
    if is_there(path):
        from tui.commands import take_keys
        from tui.config.settings import read_settings

        settings = read_settings(path)
        take_keys(settings.keys)
        for line in settings.wrong if told else ():
            tell(f"milepost: {line}")


@contextmanager
def opened(path: Path, *, create: bool = False, write: bool = False) -> Iterator[Store]:
    """The store, for reading unless `create` or `write`; what goes wrong inside ends the program with one line.

    Exit code 2 where a value was typed that cannot be, else 1.
    """
    import sqlite3

    from db.changes import ChangeError
    from db.connect import StoreError, explain, known_trouble, open_store
    from db.queries.details import Ambiguous, NotFound

    try:
        with open_store(path, readonly=not (create or write), create=create) as store:
            if store.notice:
                tell(f"milepost: {store.notice}")
            yield store
    except (StoreError, NotFound, Ambiguous, LookupError) as error:
        if isinstance(error, (KeyError, IndexError)):
            raise
        complain(str(error))
    except ChangeError as error:
        from db.editing import EditError

        complain(str(error), 2 if isinstance(error, EditError) else 1)
    except sqlite3.Error as error:
        if not known_trouble(error):
            raise
        complain(str(explain(error, path)))


def selection_of(words: tuple[str, ...]) -> Selection:
    """The selection that the words of QUERY say; exit code 2 where they cannot be understood."""
    from datetime import date

    from db.selection import parse
    from db.terms import QueryError

    try:
        return parse(" ".join(words), date.today())
    except QueryError as error:
        complain(str(error), 2)


def chosen_by(query: str | None) -> Selection | None:
    """What a query chooses to be changed; exit code 2 where it cannot be understood, or says nothing, which would be everything."""
    if query is None:
        return None
    selection = selection_of((query,))
    if not selection.terms:
        complain("the query is empty, which would take every milestone: say which ones, such as -q source:FILE or -q status:new", 2)
    return selection


def agreed(question: str, *, yes: bool) -> None:
    """Ask, where a person sits there to answer and has not said `yes` already; a no ends the program, and nothing is changed."""
    asks = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))
    if asks and not yes and not click.confirm(question, err=True):
        tell("nothing changed")
        sys.exit(1)


def uids_of(store: Store, ids: Iterable[str], selection: Selection | None = None) -> list[str]:
    """The whole uids of these IDs, and of what a selection shows. Raises NotFound and Ambiguous."""
    from db.queries.details import find
    from db.queries.sifting import uids_of as shown

    found = [find(store.connection, uid) for uid in ids]
    if selection is not None:
        found += sorted(shown(store.connection, selection))
    return list(dict.fromkeys(found))


def yes_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--yes`."""
    return click.option("-y", "--yes", is_flag=True, help=f"Do not ask, also where there are more than {MANY}.")(command)


def why_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--why`."""
    return click.option("--why", default="", metavar="TEXT", help="Why, for the log.")(command)


def _take_store(context: click.Context, _: click.Parameter, value: Path | None) -> Path | None:
    if value is not None:
        context.ensure_object(dict)["store"] = value
    return value


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--store`, before or after the command's name."""
    return store_option_that(f"The store to use (else ${STORE_VARIABLE}, else the user's data folder).")(command)


def store_option_that(does: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--store` of a command where something else is used without it; `does` is its help."""
    return click.option(
        "--store",
        type=click.Path(path_type=Path, readable=False),
        metavar="FILE",
        expose_value=False,
        is_eager=True,
        callback=_take_store,
        help=does,
    )


def path_of(context: click.Context) -> Path:
    """The store that was asked for."""
    return store_path(context.ensure_object(dict).get("store"))


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


QUERY_HELP = (
    'QUERY is what the search line takes: words, "phrases", country:uz donor:japan kind:opening after:2016 has:amount; '
    "`not ` before a term negates it."
)
