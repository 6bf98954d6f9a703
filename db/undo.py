"""Undo and redo on plain values: which step is next, and the changes that take it back.

Nothing is ever struck from the record: undo appends the inverse of a step, redo the inverse of an undo, anything newer of the same
person clears redo. One takes back one's own steps, each wholly or not at all: what somebody has changed again since is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from db.changes import ADD, REMOVE, SET, Change, winners


def inverse(changes: Sequence[Change], step: str, *, mine: str, who: str, at: str) -> tuple[Change, ...]:
    """The step called `mine` that takes `step` back, to be placed and recorded; of an undo it is the redo.

    `changes` are all those about the targets that the step touches. Empty if anything of the step was changed again since.
    """
    by_cid = {change.cid: change for change in changes}
    made: list[Change] = []
    for target in dict.fromkeys(change.target for change in changes if change.step == step):
        about = [change for change in changes if change.target == target]
        standing = winners(about)
        for change in winners(change for change in about if change.step == step).values():
            if _origin(standing[change.field], by_cid) != _origin(change, by_cid):
                return ()
            op, new = _before(change, by_cid)
            taken = f"{mine}<{own_name(step)}"
            made.append(Change(f"{mine}.{len(made)}", taken, 0, change.cid, target, change.field, op, change.new, new, who, at))
    return tuple(made)


def own_name(step: str) -> str:
    """The name of a step without that of the step it takes back."""
    return step.partition("<")[0]


def stacks(steps: Iterable[str]) -> tuple[list[str], list[str]]:
    """From all steps of one person, oldest first: those that undo and those that redo would take back, the next one last."""
    done: dict[str, str] = {}
    undone: dict[str, str] = {}
    for step in dict.fromkeys(steps):
        own, _, taken = step.partition("<")
        if taken in done:
            del done[taken]
            undone[own] = step
        elif taken in undone:
            del undone[taken]
            done[own] = step
        else:
            done[own] = step
            undone.clear()
    return list(done.values()), list(undone.values())


def _first(change: Change, by_cid: Mapping[str, Change]) -> Change:
    """The first change of the same step about the same field."""
    while change.base and (before := by_cid.get(change.base)) and before.step == change.step:
        change = before
    return change


def _before(change: Change, by_cid: Mapping[str, Change]) -> tuple[str, str | None]:
    """What stood in the field before the step of this change: op and value."""
    first = _first(change, by_cid)
    if first.base is None:
        return SET, None
    if before := by_cid.get(first.base):
        return before.op, before.new
    # The record of what stood before has not come along from the other office, but its value has.
    if ":" not in first.field:
        return SET, first.old
    return (REMOVE, None) if first.old is None else (ADD, first.old)


def _origin(change: Change, by_cid: Mapping[str, Change]) -> Change | None:
    """The decision in whose favour this one speaks: itself, or of an undo what stood before; None for the reading."""
    while "<" in change.step and change.base and (taken := by_cid.get(change.base)):
        first = _first(taken, by_cid)
        if first.base is None:
            return None
        before = by_cid.get(first.base)
        if before is None:
            return change
        change = before
    return change
