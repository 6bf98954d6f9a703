"""Work for a processor, in a process of its own: in a thread of the app's it would hold up the screen.

    python -c "from tui.background.processes import answer; answer()"

reads a pickled question from standard input and writes its pickled answer; before that come lines with numbers, how far it is,
and an empty line.
"""

from __future__ import annotations

import asyncio
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, TypeVar, cast

T = TypeVar("T")

_TO_TIDY = 10.0
"""Seconds that a process has to remove what it has half done."""
_ROOT = str(Path(__file__).resolve().parents[2])


def command(code: str, *words: str) -> tuple[str, ...]:
    """What starts a Python with the app's own modules. The folder that a person works in is no place to look for them, hence -P."""
    found = f"import sys; {_ROOT!r} in sys.path or sys.path.insert(0, {_ROOT!r}); {code}"
    return (sys.executable, "-P", "-c", found, *words)


async def apart(question: Callable[[], T], told: Callable[[int], None] | None = None) -> T:
    """The answer to a question that can be pickled; `told` hears each number that it gives to `so_far`.

    Cancelling ends its process, which first undoes what it has half done.

    Raises what the question raises, and OSError where no process can be started, or it ends without an answer.
    """
    pipe, words = asyncio.subprocess.PIPE, command("from tui.background.processes import answer; answer()")
    process = await asyncio.create_subprocess_exec(*words, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL)
    try:
        answered = await _heard(process, pickle.dumps(question), told)
    except BaseException:
        await _end(process)
        raise
    if not answered:
        raise OSError("the process for it ended too early")
    found, error = await asyncio.to_thread(pickle.loads, answered)
    if error is not None:
        raise error
    return cast("T", found)


async def _heard(process: asyncio.subprocess.Process, question: bytes, told: Callable[[int], None] | None) -> bytes:
    assert process.stdin is not None and process.stdout is not None
    with suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(question)
        await process.stdin.drain()
    process.stdin.close()
    while (line := await process.stdout.readline()).strip():
        if told is not None:
            told(int(line))
    answered = await process.stdout.read()
    await process.wait()
    return answered


async def _end(process: asyncio.subprocess.Process) -> None:
    """Also where it is cancelled again, as by an app that ends: the loop kills what has not ended before it."""
    loop = asyncio.get_running_loop()
    until = loop.time() + _TO_TIDY
    with suppress(ProcessLookupError):
        process.terminate()
    while process.returncode is None:
        try:
            async with asyncio.timeout_at(until):
                await process.wait()
        except TimeoutError:
            until += _TO_TIDY
            with suppress(ProcessLookupError):
                process.kill()
        except asyncio.CancelledError:
            continue


def so_far(number: int) -> None:
    """In the process: tell who waits for the answer how far it is."""
    sys.stdout.buffer.write(b"%d\n" % number)
    sys.stdout.buffer.flush()


def answer() -> None:
    """The process's own side."""
    from tui.config.names import take_names

    take_names()
    question = pickle.load(sys.stdin.buffer)  # noqa: S301
    signal.signal(signal.SIGTERM, _stop)
    told: tuple[object, Exception | None]
    try:
        told = question(), None
    except Exception as error:
        told = None, error
    # nothing is half done any more, and who has ended it does not read
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    sys.stdout.buffer.write(b"\n")
    pickle.dump(told, sys.stdout.buffer)


def _stop(*_: object) -> NoReturn:
    """End by an exception, so that what is half done is undone."""
    raise SystemExit
