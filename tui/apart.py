"""Work for a processor, in a process of its own: in a thread of the app's it would hold up the screen.

python -c "from tui.apart import answer; answer()"    reads a pickled question from standard input, writes its pickled answer
"""

from __future__ import annotations

import asyncio
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, cast

T = TypeVar("T")

_ROOT = str(Path(__file__).resolve().parent.parent)


def command(code: str, *words: str) -> tuple[str, ...]:
    """What starts a Python with the app's own modules. The folder that a person works in is no place to look for them, hence -P."""
    found = f"import sys; {_ROOT!r} in sys.path or sys.path.insert(0, {_ROOT!r}); {code}"
    return (sys.executable, "-P", "-c", found, *words)


async def apart(question: Callable[[], T]) -> T:
    """The answer to a question that can be pickled. Cancelling ends its process.

    Raises what the question raises, and OSError where no process can be started, or it ends without an answer.
    """
    pipe, words = asyncio.subprocess.PIPE, command("from tui.apart import answer; answer()")
    process = await asyncio.create_subprocess_exec(*words, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL)
    try:
        told, _ = await process.communicate(pickle.dumps(question))
    except BaseException:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        raise
    if not told:
        raise OSError("the process for it ended too early")
    found, error = await asyncio.to_thread(pickle.loads, told)
    if error is not None:
        raise error
    return cast("T", found)


def answer() -> None:
    """The process's own side."""
    from tui.cli_base import take_names

    take_names()
    question = pickle.load(sys.stdin.buffer)  # noqa: S301
    told: tuple[object, Exception | None]
    try:
        told = question(), None
    except Exception as error:
        told = None, error
    pickle.dump(told, sys.stdout.buffer)
