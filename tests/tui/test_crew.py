"""Reading ahead in other processes: the same readings in the same order, whatever becomes of the processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from datetime import date
from multiprocessing import active_children, get_context
from pathlib import Path
from time import monotonic, sleep

import pytest

from db.models import Reading
from importers.pipeline import read_newsletter
from importers.readers.decode import ReadError
from tui.imports.crew import AHEAD, FEW, Crew, in_order

DAY = date(2016, 7, 1)


def text(number: int) -> bytes:
    return b"" if number == 5 else b"On %d May 2016 an office of %d rooms was opened in Osh." % (number % 28 + 1, number)


def readings(crew: Crew, count: int) -> list[Reading | str]:
    def begin(number: int) -> Callable[[], Reading | str]:
        read = crew.begin(text(number), f"{number}.txt", issue=None, today=DAY)

        def one() -> Reading | str:
            try:
                return read()
            except ReadError as error:
                return str(error)

        return one

    return list(in_order(range(count), begin))


def expected(count: int) -> list[Reading | str]:
    with Crew(1) as alone:
        return readings(alone, count)


def test_many_are_read_elsewhere_as_here_and_in_order() -> None:
    with Crew(2) as crew:
        found = readings(crew, AHEAD + FEW)
        assert len(active_children()) == 2
    assert found == expected(AHEAD + FEW)
    assert found[0] == read_newsletter(text(0), "0.txt", today=DAY)
    assert isinstance(found[5], str), "what cannot be read says so from there too"


@pytest.mark.parametrize(("processors", "count"), [(2, FEW - 1), (1, AHEAD + FEW)])
def test_a_few_and_one_processor_need_no_other_process(processors: int, count: int) -> None:
    with Crew(processors) as crew:
        assert readings(crew, count) == expected(count)
        assert not active_children()


def test_processes_that_die_lose_nothing() -> None:
    with Crew(2) as crew:
        promised = [crew.begin(text(number), f"{number}.txt", issue=None, today=DAY) for number in range(6, 6 + FEW)]
        for process in active_children():
            assert process.pid is not None
            os.kill(process.pid, signal.SIGKILL)
        later = crew.begin(text(0), "0.txt", issue=None, today=DAY)
        assert [read() for read in promised] == [
            read_newsletter(text(number), f"{number}.txt", today=DAY) for number in range(6, 6 + FEW)
        ]
        assert later().source.file == "0.txt"


def test_stopped_half_way_no_process_stays() -> None:
    with pytest.raises(KeyboardInterrupt), Crew(2) as crew:
        for number in range(FEW):
            crew.begin(text(number), f"{number}.txt", issue=None, today=DAY)
        children = active_children()
        raise KeyboardInterrupt
    until = monotonic() + 30
    while any(process.is_alive() for process in children):
        # not joined here: the pool's own thread waits for them, and only one of two hears the end
        assert monotonic() < until
        sleep(0.05)


def test_stopped_half_way_a_process_of_another_goes_on() -> None:
    other = get_context("spawn").Process(target=sleep, args=(600,))
    other.start()
    try:
        with pytest.raises(KeyboardInterrupt), Crew(2) as crew:
            for number in range(FEW):
                crew.begin(text(number), f"{number}.txt", issue=None, today=DAY)
            own = [process for process in active_children() if process is not other]
            raise KeyboardInterrupt
        assert len(own) == 2
        until = monotonic() + 30
        while any(process.is_alive() for process in own):
            assert monotonic() < until
            sleep(0.05)
        assert other.is_alive()
    finally:
        other.terminate()
        other.join()


def test_names_of_the_user_are_known_there_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "milepost"
    folder.mkdir()
    (folder / "names.toml").write_text('[[donors]]\nname = "Elm Trust"\naliases = ["ET"]\n', encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    with Crew(2) as crew:
        told = b"On 3 May 2016 an office was opened in Osh. It was funded by ET."
        promised = [crew.begin(told, f"{number}.txt", issue=None, today=DAY) for number in range(FEW)]
        names = {donor.name for read in promised for milestone in read().milestones for donor in milestone.donors}
    assert names == {"Elm Trust"}
