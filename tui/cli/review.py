"""`milepost review`: the new milestones one after the other, the least certain first, one key each."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from tui.cli.common import (
    QUERY_HELP,
    QueryCommand,
    is_terminal,
    json_option,
    opened,
    path_of,
    print_json,
    selection_of,
    store_option,
    tell,
)
from tui.clock import act
from tui.config.person import who

if TYPE_CHECKING:
    from db.connect import Store

_KEYS = "a accept · x reject · c correct · s skip · A accept the rest of this newsletter · u undo · q quit"


@click.command(cls=QueryCommand, epilog=QUERY_HELP)
@click.argument("query", nargs=-1)
@click.option("--list", "listed", is_flag=True, help="Only print the queue, one milestone a line.")
@click.option("-n", "--limit", type=click.IntRange(min=1), metavar="N", help="At most N.")
@json_option
@store_option
@click.pass_context
def review(context: click.Context, query: tuple[str, ...], listed: bool, limit: int | None, as_json: bool) -> None:
    """Go through the milestones that nobody has judged. One key accepts, corrects, rejects or skips each.

    QUERY chooses among them, `source:FILE` one newsletter.
    """
    selection = selection_of(query)
    from db.queries.review import queue

    if listed or as_json:
        with opened(path_of(context)) as store:
            _print_queue(store, queue(store.connection, selection, limit=limit), as_json=as_json)
        return
    if not is_terminal():
        raise click.UsageError("a review needs a terminal; `milepost review --list` prints what waits")
    with opened(path_of(context), write=True) as store:
        _Review(store, list(queue(store.connection, selection, limit=limit))).run()


def _print_queue(store: Store, uids: tuple[str, ...], *, as_json: bool) -> None:
    from db.queries.records import records_of
    from db.when import When
    from tui.render import clean

    records = {record["id"]: record for record in records_of(store.connection, uids)}
    if as_json:
        print_json([records[uid] for uid in uids])
        return
    for uid in uids:
        record = records[uid]
        source = record["source"]["title"] if record["source"] else ""
        when = When(record["date"]).show()
        click.echo(
            clean(f"{uid}  {record['confidence']:.2f}  {when:<18}  {record['kind']:<11}  {record['title']}  {source}".rstrip())
        )
    tell(f"{len(uids)} left")


class _Review:
    """The loop: what is shown, and what a key does to it."""

    def __init__(self, store: Store, uids: list[str]) -> None:
        self.store = store
        self.uids = uids
        self.at = 0

    def run(self) -> None:
        """Until the queue is empty or the person has had enough."""
        while self.at < len(self.uids):
            self._show(self.uids[self.at])
            while not self._key(_pressed()):
                pass
        tell("0 left" if self.uids else "Nothing waits for a review.")

    def _show(self, uid: str) -> None:
        from tui.cli.printing import print_milestone

        click.echo(f"\n{click.style(f'{len(self.uids) - self.at} left', bold=True)}\n")
        print_milestone(self.store, uid, why=True, as_json=False)
        click.echo(f"\n{_KEYS}")

    def _key(self, key: str) -> bool:
        """Whether another milestone is to be shown, or this one again."""
        from db.models import Status

        uid = self.uids[self.at]
        if key in ("a", "x"):
            self._judge([uid], Status.ACCEPTED if key == "a" else Status.REJECTED)
            self.at += 1
        elif key in ("s", " "):
            self.at += 1
        elif key == "A":
            self._accept_rest(uid)
        elif key == "c":
            self._correct(uid)
        elif key == "u":
            self._undo()
        elif key in ("q", "\x1b"):
            tell(f"{len(self.uids) - self.at} left")
            sys.exit(0)
        else:
            return False
        return True

    def _judge(self, uids: list[str], status: str) -> None:
        from db.models import Status
        from db.store.deciding import judge

        judge(self.store, uids, Status(status), act())
        tell(f"{len(uids)} {status}" if len(uids) > 1 else status)

    def _accept_rest(self, uid: str) -> None:
        """All that waits of the same newsletter."""
        same = (
            "select uid from milestone where source_id is (select source_id from milestone where uid = ?) "
            "and uid in (select value from json_each(?))"
        )
        waiting = json.dumps(self.uids[self.at :])
        there = {found for (found,) in self.store.connection.execute(same, (uid, waiting))}
        rest = [one for one in self.uids[self.at :] if one in there]
        self._judge(rest, "accepted")
        self.uids = [*self.uids[: self.at], *rest, *(one for one in self.uids[self.at :] if one not in there)]
        self.at += len(rest)

    def _correct(self, uid: str) -> None:
        from datetime import date

        from db.changes import ChangeError
        from db.changewords import summary
        from db.editing import parse_edit
        from db.queries.history import standing
        from db.queries.values import news
        from db.store import deciding

        while text := click.prompt("field=value (nothing: done)", default="", show_default=False):
            found = standing(self.store.connection, uid)
            assert found is not None
            try:
                edits = parse_edit(text, found.milestone, date.today())
                for line in news(self.store.connection, edits):
                    tell(f"note: {line}")
                made = deciding.edit(self.store, {uid: edits}, act(), seen={uid: found.milestone})
            except ChangeError as error:
                tell(str(error))
                continue
            tell(summary(made) or "it is so already")

    def _undo(self) -> None:
        from db.changewords import summary
        from db.store.corrections import take_back

        step = act()
        made = take_back(self.store, who=step.who, name=step.step, at=step.at)
        tell(f"undone: {summary(made)}" if made else f"nothing to undo for {who()}")
        back = [self.uids.index(change.target) for change in made if change.target in self.uids]
        self.at = min([self.at, *back])


def _pressed() -> str:
    """The next key; the end of the input is one's wish to leave."""
    try:
        return click.getchar(echo=False)
    except EOFError:
        return "q"


COMMANDS = (review,)
