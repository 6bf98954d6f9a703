"""The queue of a review: plain values."""

from __future__ import annotations

from tui.background.reviewqueue import Queue


def test_what_is_decided_or_skipped_waits_no_longer() -> None:
    queue = Queue(["a", "b", "c", "d"], whole=True)
    queue.decide(["a"])
    queue.go_on()
    queue.skip()
    queue.go_on()
    assert (queue.uid, queue.left, queue.decided, queue.skipped) == ("c", 2, {"a"}, {"b"})
    queue.decide(["c", "elsewhere"])
    queue.go_on()
    assert (queue.uid, queue.left) == ("d", 1)
    queue.decide(["d"])
    queue.go_on()
    assert (queue.uid, queue.left) == ("", 0) and queue.decided == {"a", "c", "d"}


def test_after_the_last_it_goes_on_with_what_waits_before_it() -> None:
    queue = Queue(["a", "b", "c"], at=2, whole=True)
    queue.decide(["c"])
    queue.go_on()
    assert queue.uid == "a"


def test_what_was_skipped_may_be_decided_after_all_and_counts_once() -> None:
    queue = Queue(["a", "b"], whole=True)
    queue.skip()
    queue.step(-1)
    queue.decide(["a"])
    queue.skip()
    assert (queue.left, queue.decided, queue.skipped) == (1, {"a"}, set())


def test_what_is_put_back_is_shown_wherever_it_comes_from() -> None:
    queue = Queue(["a", "b"], whole=True)
    queue.decide(["a", "b"])
    queue.go_on()
    queue.put_back(["b"])
    assert (queue.uid, queue.left) == ("b", 1)
    queue.put_back(["z"])
    assert (queue.uid, queue.left) == ("z", 2)


def test_the_others_come_behind_those_that_are_known() -> None:
    queue = Queue(["a", "b"])
    queue.decide(["a", "b"])
    queue.go_on()
    assert queue.uid == "" and not queue.whole
    queue.put_back(["z"])
    queue.decide(["z"])
    queue.go_on()
    queue.add(("c", "z", "d"), whole=True)
    assert (queue.uids, queue.uid, queue.left, queue.whole) == (["a", "b", "z", "c", "d"], "c", 2, True)


def test_a_step_does_not_look_through_all_that_waits() -> None:
    class Counted(str):
        """A name that counts how often it is compared."""

        compared = 0
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            Counted.compared += 1
            return str.__eq__(self, other)

    queue = Queue([Counted(number) for number in range(1000)], whole=True)
    queue.decide([str(number) for number in range(900, 1000)])
    queue.put_back([str(number) for number in range(990, 1000)])
    assert (queue.left, queue.uid) == (910, "990") and Counted.compared < 1000


def test_what_became_of_some_is_looked_at_again() -> None:
    queue = Queue(["a", "b", "c"], whole=True)
    queue.decide(["a"])
    queue.go_on()
    queue.look_again(["b", "z"], ())
    assert (queue.uid, queue.left) == ("c", 1)
    queue.look_again(["a", "b", "c"], ["b"])
    assert (queue.uid, queue.left, queue.decided) == ("b", 1, {"a", "c"})
