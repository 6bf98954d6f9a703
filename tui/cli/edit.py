"""The commands by which people put milestones right: edit, add, accept, reject, note, merge, unmerge, undo, redo, log."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import click

from tui.cli.common import (
    MANY,
    agreed,
    chosen_by,
    complain,
    is_terminal,
    json_option,
    opened,
    path_of,
    print_json,
    store_option,
    tell,
    uids_of,
    why_option,
    yes_option,
)
from tui.clock import act
from tui.config.person import who

if TYPE_CHECKING:
    from db.changes import Change
    from db.connect import Store
    from db.editing import Edit
    from db.models import Milestone
    from db.queries.history import Step

_QUERY = click.option("-q", "--query", metavar="QUERY", help="Also all that this query finds.")
_FIELDS_HELP = (
    "FIELD is title, date, kind, level, planned, place, countries, donors, amounts, partners, series, status or note. "
    "`=` sets it; `+=` and `-=` add to and take from countries, donors, amounts and partners. "
    'Examples: date="mid May 2016", country+=KZ:beneficiary, donor-=Japan/JICA, amount+="USD 1380000", series="talks #10".'
)


@click.command(epilog=_FIELDS_HELP)
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--set", "sets", multiple=True, metavar="FIELD=VALUE", help="What to correct; may be given several times.")
@click.option("--as-read", "returned", multiple=True, metavar="FIELD", help="Drop the corrections of a field.")
@why_option
@json_option
@store_option
@click.pass_context
def edit(
    context: click.Context, ids: tuple[str, ...], sets: tuple[str, ...], returned: tuple[str, ...], why: str, as_json: bool
) -> None:
    """Correct milestones. The correction stays when the newsletter is imported again; `milepost undo` takes it back."""
    from db.editing import field_name
    from db.store import deciding

    if bool(sets) == bool(returned):
        raise click.UsageError("say what to correct: --set FIELD=VALUE, or --as-read FIELD")
    with opened(path_of(context), write=True) as store:
        uids = uids_of(store, ids)
        if returned:
            fields = [field_name(field) for field in returned]
            made = list(deciding.as_read(store, uids, fields, act(why)))
        else:
            seen = {uid: _standing(store, uid) for uid in uids}
            edits = {uid: _edits(sets, milestone) for uid, milestone in seen.items()}
            _tell_news(store, [one for some in edits.values() for one in some])
            made = list(deciding.edit(store, edits, act(why), seen=seen))
        _print_changes(store, made, uids, as_json=as_json)


@click.command(epilog=_FIELDS_HELP)
@click.argument("title")
@click.option("--date", "when", required=True, metavar="DATE", help='When: 13 May 2016, "Q2 2016", 2016-05, "13-15 April 2016".')
@click.option("--kind", required=True, metavar="KIND", help="What sort of milestone: opening, agreement, training ...")
@click.option("--set", "sets", multiple=True, metavar="FIELD=VALUE", help="Any other field; may be given several times.")
@why_option
@json_option
@store_option
@click.pass_context
def add(context: click.Context, title: str, when: str, kind: str, sets: tuple[str, ...], why: str, as_json: bool) -> None:
    """Enter a milestone by hand. It is marked as entered by a person; its ID is printed."""
    from db.editing import edit_field
    from db.store import deciding

    with opened(path_of(context), create=True) as store:
        needed = (("title", title), ("date", when), ("kind", kind))
        edits = [*(one for name, text in needed for one in edit_field(None, name, text, date.today())), *_edits(sets, None)]
        _tell_news(store, edits)
        uid = deciding.enter(store, edits, act(why))
        if as_json:
            _print_records(store, [uid])
        else:
            click.echo(uid)


@click.command()
@click.argument("ids", nargs=-1, metavar="ID...")
@_QUERY
@yes_option
@why_option
@store_option
@click.pass_context
def accept(context: click.Context, ids: tuple[str, ...], query: str | None, yes: bool, why: str) -> None:
    """Accept milestones: somebody has looked, and they are right. `-q source:FILE` takes a whole newsletter."""
    _judge(context, ids, query, why, "accepted", yes=yes)


@click.command()
@click.argument("ids", nargs=-1, metavar="ID...")
@_QUERY
@yes_option
@why_option
@store_option
@click.pass_context
def reject(context: click.Context, ids: tuple[str, ...], query: str | None, yes: bool, why: str) -> None:
    """Reject milestones: they leave every list and export. No import brings them back."""
    _judge(context, ids, query, why, "rejected", yes=yes)


def _judge(context: click.Context, ids: Sequence[str], query: str | None, why: str, status: str, *, yes: bool) -> None:
    from db.changewords import so_already
    from db.models import Status
    from db.store import deciding

    if not ids and query is None:
        raise click.UsageError("name milestones by their IDs, or find them with --query")
    selection = chosen_by(query)
    with opened(path_of(context), write=True) as store:
        uids = uids_of(store, ids, selection)
        if selection is not None and len(uids) > MANY:
            agreed(f"{len(uids):,} milestones are to be {status}: {selection.words()}. Go on?", yes=yes)
        made = deciding.judge(store, uids, Status(status), act(why))
        left = len(uids) - len(made)
        tell(f"{len(made):,} {status}" + (f", {so_already(left)}" if left else ""))


@click.command()
@click.argument("uid", metavar="ID")
@click.argument("text", required=False)
@why_option
@store_option
@click.pass_context
def note(context: click.Context, uid: str, text: str | None, why: str) -> None:
    """Write a note on a milestone. It is TEXT, - for standard input, or else written in $EDITOR. An empty text removes it."""
    from db.store import deciding

    if text is None and not is_terminal():
        complain("there is no terminal to write a note in: give its text, or - to read it from standard input", 2)
    with opened(path_of(context), write=True) as store:
        [uid] = uids_of(store, [uid])
        if text == "-":
            text = sys.stdin.read()
        elif text is None:
            text = click.edit(_standing(store, uid).note, extension=".txt", require_save=True)
        if text is None:
            tell("nothing changed: the note was not saved")
            return
        made = deciding.write_note(store, uid, text, act(why))
        tell("nothing changed" if not made else "note written" if text.strip() else "note removed")


@click.command()
@click.argument("ids", nargs=-1, metavar="ID ID...")
@click.option("--different", is_flag=True, help="Declare that they tell different events, so that they are not proposed again.")
@click.option("--list", "listed", is_flag=True, help="List milestones of two newsletters that may tell the same event.")
@_QUERY
@why_option
@json_option
@store_option
@click.pass_context
def merge(
    context: click.Context, ids: tuple[str, ...], different: bool, listed: bool, query: str | None, why: str, as_json: bool
) -> None:
    """Make one of milestones that tell the same event. The first stands for the others. Nothing is merged by itself."""
    from db.store import deciding

    if listed == bool(ids) or (query is not None and not listed):
        raise click.UsageError("name the milestones to merge, the one that stands first; or --list, where --query may choose")
    if listed:
        _print_duplicates(context, query, as_json=as_json)
        return
    with opened(path_of(context), write=True) as store:
        uids = uids_of(store, ids)
        if different:
            deciding.set_apart(store, uids, act(why))
            tell("declared different")
        else:
            stands = deciding.merge(store, uids, act(why))
            tell(f"{stands} stands for {len({*uids} - {stands}) or len(uids)}")
            if as_json:
                _print_records(store, [stands])


def _print_duplicates(context: click.Context, query: str | None, *, as_json: bool) -> None:
    from db.queries.duplicates import duplicates
    from tui.cli.common import selection_of
    from tui.render import clean

    selection = selection_of((query or "",))
    with opened(path_of(context)) as store:
        pairs = duplicates(store.connection, selection)
    if as_json:
        print_json([asdict(pair) for pair in pairs])
        return
    for pair in pairs:
        click.echo(f"{pair.one.uid} {pair.other.uid}  {pair.alike:.0%} alike: {clean('; '.join(pair.why))}")
        for one in (pair.one, pair.other):
            click.echo(f"    {one.uid}  {one.date}  {clean(one.title)}\n        {clean(one.source)}: “{clean(one.quote)}”")
    if not pairs:
        tell("No milestones of two newsletters seem to tell the same event.")


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@why_option
@store_option
@click.pass_context
def unmerge(context: click.Context, ids: tuple[str, ...], why: str) -> None:
    """Let merged milestones stand for themselves again. The ID of one that others are merged into frees them all."""
    from db.store import deciding

    with opened(path_of(context), write=True) as store:
        made = deciding.unmerge(store, uids_of(store, ids), act(why))
        tell(f"{len(made)} {'stands' if len(made) == 1 else 'stand'} alone again: {', '.join(change.target for change in made)}")


@click.command()
@click.option("-n", "--times", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="So many steps.")
@store_option
@click.pass_context
def undo(context: click.Context, times: int) -> None:
    """Take back your last step, then the one before it. There is no limit; `milepost log` lists the steps."""
    _take_back(context, times, redo=False)


@click.command()
@click.option("-n", "--times", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="So many steps.")
@store_option
@click.pass_context
def redo(context: click.Context, times: int) -> None:
    """Do again what you took back last, until you do something else."""
    _take_back(context, times, redo=True)


def _take_back(context: click.Context, times: int, *, redo: bool) -> None:
    from db.store.deciding import take_back

    with opened(path_of(context), write=True) as store:
        for _ in range(times):
            made = take_back(store, act(), redo=redo)
            if not made:
                instead = "" if redo else "; what an import brought goes with `milepost sources remove FILE`"
                tell(f"nothing {'to redo' if redo else 'to undo'} for {who()}{instead}")
                return
            _print_changes(store, made, [], as_json=False, before="redone: " if redo else "undone: ", undone=not redo)


@click.command()
@click.argument("uid", metavar="[ID]", required=False)
@click.option("-n", "--limit", type=click.IntRange(min=1), metavar="N", help="At most N steps, the latest.")
@json_option
@store_option
@click.pass_context
def log(context: click.Context, uid: str | None, limit: int | None, as_json: bool) -> None:
    """Print what people decided, the latest first. ID is that of one milestone or newsletter; without it, all is printed."""
    from db.queries import history

    with opened(path_of(context)) as store:
        steps = (
            history.log(store.connection, limit)
            if uid is None
            else iter(history.history(store.connection, _target(store, uid))[:limit])
        )
        if as_json:
            print_json([asdict(step) for step in steps])
            return
        shown = 0
        for shown, step in enumerate(steps, 1):  # noqa: B007
            _print_step(step)
    if not shown:
        tell("Nobody has decided anything yet.")


def _target(store: Store, uid: str) -> str:
    from db.queries.details import NotFound, find
    from db.queries.history import title_of
    from db.queries.sources import find_source

    try:
        return find(store.connection, uid)
    except NotFound:
        if title_of(store.connection, uid) is not None:
            return uid
        try:
            return find_source(store.connection, uid).uid
        except LookupError:
            pass
        raise


def _print_step(step: Step) -> None:
    from db.changewords import summary
    from tui.render import clean

    done = "" if step.what == "changed" else f"{step.what}: "
    why = f"  ({step.why})" if step.why else ""
    for target in dict.fromkeys(change.target for change in step.changes):
        some = [change for change in step.changes if change.target == target]
        title = step.titles.get(target, "(no longer there)")
        click.echo(clean(f"{step.at}  {step.who:<10}  {target}  {title}: {done}{summary(some, step.titles)}{why}"))


# What the commands share


def _standing(store: Store, uid: str) -> Milestone:
    from db.queries.history import standing

    found = standing(store.connection, uid)
    if found is None:
        complain(f"there is no milestone {uid} any more: look it up in the list")
    return found.milestone


def _edits(sets: Sequence[str], milestone: Milestone | None) -> list[Edit]:
    from db.editing import parse_edit

    wanted = {one.field: one for text in sets for one in parse_edit(text, milestone, date.today())}
    return list(wanted.values())


def _tell_news(store: Store, edits: Sequence[Edit]) -> None:
    from db.queries.values import news

    for line in dict.fromkeys(news(store.connection, edits)):
        tell(f"note: {line}")


def _print_changes(
    store: Store, made: Sequence[Change], uids: Sequence[str], *, as_json: bool, before: str = "", undone: bool = False
) -> None:
    from db.changewords import summary, taken_back
    from db.queries.history import standing, title_of
    from tui.render import clean

    if as_json:
        _print_records(store, uids)
        return
    for target in dict.fromkeys(change.target for change in made):
        some = [change for change in made if change.target == target]
        title, stands = title_of(store.connection, target), standing(store.connection, target)
        told = (taken_back if undone else summary)(some, stands=stands.milestone if stands else None)
        click.echo(clean(f"{before}{target}  {title or '(no longer there)'}: {told}"))
    if not made:
        tell("nothing changed: it is so already")


def _print_records(store: Store, uids: Sequence[str]) -> None:
    from db.queries.records import records_of

    print_json(list(records_of(store.connection, uids)))


COMMANDS = (edit, add, accept, reject, note, merge, unmerge, undo, redo, log)
