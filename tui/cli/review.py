"""`milepost review`: the new milestones one after the other, the least certain first, one key each."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Sequence
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
from tui.commands import BY_ID, key
from tui.commands.keynames import key_of, shown
from tui.config.person import who

if TYPE_CHECKING:
    from db.connect import Store
    from db.models import Status
    from db.selection import Selection

_SHORTS = {
    "review-accept": "accept",
    "review-reject": "reject",
    "review-correct": "correct",
    "review-skip": "skip",
    "review-source": "accept the rest of this newsletter",
    "review-note": "note",
    "review-undo": "undo",
    "review-redo": "",
    "review-before": "",
    "review-after": "",
    "review-help": "help",
    "review-leave": "leave",
}
"""What can be done here, by its id in the app's review, whose keys do it; and what the line of keys calls it, if it is there."""
_HELP = {
    "review-correct": "Put it right, field by field: date=3 May 2016, place=Osh, country+=KZ.",
    "review-help": "Say what these keys do.",
    "review-leave": "Stop here; what is decided stays decided.",
}
"""Where it is not done as in the app."""
_SENT = {"\x1b": "escape", " ": "space", "\r": "enter", "\n": "enter", "\t": "tab", "\x7f": "backspace"}
_SENT |= {f"\x1b{kind}{end}": name for kind in "[O" for end, name in zip("ABCD", ("up", "down", "right", "left"), strict=True)}
"""What a terminal sends for keys that are no characters."""
_KEY = re.compile(r"\x1b[\[O][0-9;]*[A-Za-z~]|.", re.DOTALL)


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
    if listed or as_json:
        with opened(path_of(context)) as store:
            _print_queue(store, selection, limit, as_json=as_json)
        return
    if not is_terminal():
        raise click.UsageError("a review needs a terminal; `milepost review --list` prints what waits")
    with opened(path_of(context), write=True) as store:
        _Review(store, selection, limit).run()


def _print_queue(store: Store, selection: Selection, limit: int | None, *, as_json: bool) -> None:
    from db.queries.records import records_of
    from db.queries.review import queue
    from db.when import When
    from tui.render import clean

    waiting = queue(store.connection, selection)
    uids = waiting[:limit]
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
    tell(_left(len(uids), len(waiting) - len(uids)))


def _left(count: int, beyond: int) -> str:
    """How many of those that were asked for are left, and of how many, where that are not all that wait."""
    return f"{count:,} of {count + beyond:,} left" if beyond else f"{count:,} left"


class _Review:
    """The loop: what is shown, and what a key does to it."""

    def __init__(self, store: Store, selection: Selection, limit: int | None) -> None:
        from db.queries.review import queue
        from tui.background.reviewqueue import Queue

        waiting = queue(store.connection, selection)
        self.store = store
        self.selection = selection
        self.queue = Queue(list(waiting[:limit]), whole=True)
        self.beyond = len(waiting) - len(self.queue.uids)
        """How many wait beside those that were asked for."""
        self.does = _commands()
        self._ahead: list[str] = []
        """Keys that came together with the one that is carried out."""

    def run(self) -> None:
        """Until the queue is empty or the person has had enough."""
        from db.changes import ChangeError
        from db.queries.details import NotFound

        if not self.queue.uids:
            tell("Nothing waits for a review.")
            return
        while uid := self.queue.uid:
            try:
                self._show(uid)
                while not self._key(self._pressed()):
                    pass
            except NotFound:
                tell("this milestone is not there any more")
                self._ahead.clear()
                self.queue.decide([uid])
                self.queue.go_on()
            except ChangeError as error:
                tell(str(error))
                self._ahead.clear()
        tell(f"0 left; {self.beyond:,} more wait" if self.beyond else "0 left")

    @property
    def left(self) -> str:
        """How many are left."""
        return _left(self.queue.left, self.beyond)

    def _show(self, uid: str) -> None:
        """The milestone, and what can be done with it, within the screen where it is high enough for that."""
        from db.queries.details import detail
        from tui.cli.card import fitted
        from tui.render import clean

        size = shutil.get_terminal_size()
        found = detail(self.store.connection, uid)
        keys = _keys(size.columns)
        # the number left between two empty lines, another before the keys, and the line of the cursor
        height = size.lines - len(keys) - 5
        lines = fitted(found, size.columns, height)
        click.echo(f"\n{click.style(self.left, bold=True)}\n")
        click.echo("\n".join(lines))
        if len(lines) > height:
            # it has gone off the top
            click.echo(f"\n{click.style(clean(found.milestone.title), bold=True)}")
        click.echo("\n".join(("", *keys)))

    def _pressed(self) -> str:
        """Textual's name of the next key; the end of the input is one's wish to leave."""
        if not self._ahead:
            try:
                self._ahead = _KEY.findall(click.getchar(echo=False))
            except EOFError:
                self._ahead = ["\x1b"]
        sent = self._ahead.pop(0)
        return _SENT.get(sent) or (f"ctrl+{chr(ord(sent) + 96)}" if sent < "\x1b" else sent if len(sent) > 1 else key_of(sent))

    def _key(self, name: str) -> bool:
        """Whether another milestone is to be shown, or this one again."""
        from db.models import Status

        uid = self.queue.uid
        match self.does.get(name):
            case "review-accept" | "review-reject" as judged:
                self._judge([uid], Status.ACCEPTED if judged == "review-accept" else Status.REJECTED)
            case "review-skip":
                self.queue.skip()
                self.queue.go_on()
            case "review-before" | "review-after" as which:
                at, on = self.queue.at, which == "review-after"
                self.queue.step(1 if on else -1)
                if self.queue.at == at:
                    tell(f"this is the {'last' if on else 'first'} one")
                    return False
            case "review-source":
                self._accept_rest(uid)
            case "review-correct":
                self._correct(uid)
            case "review-note":
                self._note(uid)
            case "review-undo" | "review-redo" as which:
                self._take_back(redo=which == "review-redo")
            case "review-help":
                _print_help()
                return False
            case "review-leave":
                tell(self.left)
                sys.exit(0)
            case _:
                self._ahead.clear()
                what = shown(name) if name.isprintable() else "this key"
                for line in (f"{what} does nothing here. The keys are:", *_keys(shutil.get_terminal_size().columns)):
                    tell(line)
                return False
        return True

    def _judge(self, uids: Sequence[str], status: Status) -> None:
        from db.store.deciding import judge

        judge(self.store, uids, status, act())
        tell(f"{len(uids)} {status}" if len(uids) > 1 else status)
        self.queue.decide(uids)
        self.queue.go_on()

    def _accept_rest(self, uid: str) -> None:
        """All that waits of the same newsletter, as far as it was asked for."""
        from db.models import Status
        from tui.background.lookup import rest_of_source

        rest = rest_of_source(self.store.connection, uid, self.selection, self.queue.decided)
        if asked := [one for one in rest if one in self.queue.places]:
            self._judge(asked, Status.ACCEPTED)
        else:
            tell("nothing of this newsletter waits any more")

    def _correct(self, uid: str) -> None:
        from datetime import date

        from db.changes import ChangeError
        from db.changewords import summary
        from db.editing import parse_edit
        from db.queries.details import NotFound
        from db.queries.history import standing
        from db.queries.values import news
        from db.store import deciding

        self._ahead.clear()
        while text := click.prompt("field=value (nothing: done)", default="", show_default=False):
            found = standing(self.store.connection, uid)
            if found is None:
                raise NotFound(uid)
            try:
                edits = parse_edit(text, found.milestone, date.today())
                for line in news(self.store.connection, edits):
                    tell(f"note: {line}")
                made = deciding.edit(self.store, {uid: edits}, act(), seen={uid: found.milestone})
            except ChangeError as error:
                tell(str(error))
                continue
            tell(summary(made) or "it is so already")

    def _note(self, uid: str) -> None:
        from db.store.deciding import write_note

        self._ahead.clear()
        if text := click.prompt("note (nothing: as it is)", default="", show_default=False):
            tell("note written" if write_note(self.store, uid, text, act()) else "nothing changed")

    def _take_back(self, *, redo: bool) -> None:
        from db.changewords import summary, taken_back
        from db.queries.review import queue
        from db.store.deciding import take_back

        made = take_back(self.store, act(), redo=redo)
        if not made:
            tell(f"nothing to {'redo' if redo else 'undo'} for {who()}")
            return
        tell(f"redone: {summary(made)}" if redo else f"undone: {taken_back(made)}")
        uids = dict.fromkeys(change.target for change in made)
        self.queue.look_again(uids, queue(self.store.connection, self.selection, among=uids))


def _commands() -> dict[str, str]:
    """The ids of what can be done here, by the names of its keys: those of the app, a person's own among them."""
    there = {name: one for one in _SHORTS for name in BY_ID[one].names}
    return {"s": "review-skip", "q": "review-leave"} | there


def _keys(width: int | None) -> list[str]:
    """The line that says what the keys do, on as many lines as it needs."""
    told = [f"{key(one)} {short}" for one, short in _SHORTS.items() if short]
    lines = [told[0]]
    for one in told[1:]:
        if width is None or len(lines[-1]) + len(one) + 3 <= width:
            lines[-1] += f" · {one}"
        else:
            lines.append(one)
    return lines


def _print_help() -> None:
    """Every key with a sentence."""
    told = [BY_ID[one] for one in _SHORTS]
    widths = [max(len(text) for text in column) for column in zip(*((one.shown, one.title) for one in told), strict=True)]
    click.echo("")
    for one in told:
        click.echo(f"  {one.shown:<{widths[0]}}  {one.title:<{widths[1]}}  {_HELP.get(one.id, one.help)}")


COMMANDS = (review,)
