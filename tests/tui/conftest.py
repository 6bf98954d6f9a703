"""An app over a store of the stories, and screens as text."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any

import pytest
from rich.cells import cell_len
from rich.style import Style
from textual.pilot import Pilot

from db.models import Donor, Kind
from tests.tui.stories import AUTUMN, SPRING, TWICE, L, Told, fill, reading
from tui import notices
from tui.app import MilepostApp
from tui.background.lane import Lane
from tui.keys import queue
from tui.notices import SaidLine
from tui.screens.main.screen import MainScreen

TODAY = date(2017, 11, 22)
GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters that follow one another make a word in the filters, however slowly a busy machine types them."""
    monkeypatch.setattr("tui.widgets.filters._AGAIN", 60.0)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirteen milestones of two sources."""
    return fill(
        tmp_path_factory.mktemp("small") / "small.db",
        reading("16q2.txt", "Milestones, Apr–Jun 2016", "2016-34", SPRING),
        reading("17q4.txt", "Milestones, Oct–Dec 2017", "2017-36", AUTUMN),
    )


@pytest.fixture(scope="session")
def make_store() -> Callable[..., Path]:
    """A store of one source, by its file name, whose openings have these texts."""

    def make(path: Path, file: str, *stories: dict[str, str]) -> Path:
        told = tuple(
            Told(one["title"], one["date"], one["words"], Kind.OPENING, (("UZ", L),), (Donor(one["donor"], one["donor"]),),
                 one["sentence"], {"place": one["place"], "partners": (one["place"],)})
            for one in stories
        )  # fmt: skip
        return fill(path, reading(file, file, "2016", told))

    return make


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five hundred milestones, so that pages have to be fetched."""
    told = tuple(
        Told(
            f"Training number {number} for officers",
            f"{2017 - number // 60}-{12 - number // 5 % 12:02d}-{1 + number % 5:02d}",
            "then",
            Kind.TRAINING,
            (("UZ" if number % 3 else "KG", L),),
            (),
            f"Training number {number} took place with {number} officers.",
        )
        for number in range(500)
    )
    return fill(tmp_path_factory.mktemp("large") / "large.db", reading("many.txt", "Many", "2017", told))


@pytest.fixture
def mine(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small store, of one's own to write to; the person is called Aigul and always acts at the same moment."""
    monkeypatch.setenv("MILEPOST_USER", "Aigul")
    monkeypatch.setattr("tui.clock.now", lambda: "2017-11-22T10:00:00Z")
    return Path(shutil.copy(small, tmp_path / "mine.db"))


@pytest.fixture
def twice(mine: Path) -> Path:
    """The same, and one event of it told in a third newsletter too."""
    return fill(mine, reading("16q3.txt", "Milestones, Jul–Sep 2016", "2016-35", (TWICE,)))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store whose answers take their time, as a large one's do."""
    answer = Lane._answer

    def late(lane: Any, ticket: int, question: Any) -> Any:
        sleep(0.15)
        return answer(lane, ticket, question)

    monkeypatch.setattr(Lane, "_answer", late)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Whether the store answers: what is asked while this is clear waits until it is set."""
    allowed, answer = Event(), Lane._answer
    allowed.set()

    def held(lane: Any, ticket: int, question: Any) -> Any:
        allowed.wait(60)
        return answer(lane, ticket, question)

    monkeypatch.setattr(Lane, "_answer", held)
    yield allowed
    allowed.set()


@dataclass
class Session:
    """An app that is being driven."""

    app: MilepostApp
    pilot: Pilot[None]

    @property
    def screen(self) -> MainScreen:
        """The main screen."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, MainScreen))

    async def press(self, *keys: str) -> None:
        """Press keys and wait until all that follows has been answered."""
        await self.pilot.press(*keys)
        await self.settled()

    async def type(self, text: str) -> None:
        """Type characters."""
        await self.press(*("space" if char == " " else char for char in text))

    async def search(self, query: str, *keys: str) -> None:
        """Put a query into the search line as if it were pasted; then press keys."""
        self.screen.action_search()
        self.screen.search.input.value = query
        self.screen.search.input.cursor_position = len(query)
        await self.settled()
        if keys:
            await self.press(*keys)

    async def settled(self) -> None:
        """Wait until nothing is asked, timed or drawn any more."""
        quiet = 0
        for _ in range(3000):
            await self.pilot.pause(0.01)
            screen = self.screen
            busy = [f"{worker.group} {worker.state.name}" for worker in self.app.workers if not worker.is_finished]
            busy += [name for name, timer in (("cursor", screen._timer), ("search", screen.search._timer)) if timer is not None]
            quiet = 0 if busy else quiet + 1
            if quiet > 1:
                return
        raise AssertionError(f"the app did not come to rest: {', '.join(busy)}")

    async def until(self, there: Callable[[], bool]) -> None:
        """Wait for something that comes while others go on, however busy the machine is."""
        for _ in range(1500):
            if there():
                return
            await self.pilot.pause(0.02)
        raise AssertionError("\n".join(["it did not come", *self.said(), *self.text()]))

    def titles(self) -> list[str]:
        """What the list holds, as far as it is loaded."""
        timeline = self.screen.timeline
        return [row.title if row else "…" for row in map(timeline._row, range(timeline.map.rows))]

    def said(self) -> list[str]:
        """The notifications that are up; where a screen has a line for it, what it says."""
        lines = [str(line.content) for line in self.app.screen.query(SaidLine) if line.display]
        return lines or [notification.message for notification in self.app._notifications]

    def text(self) -> list[str]:
        """The rows of the terminal."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    async def still(self) -> str:
        """The picture, once it does not change any more and the detail is of what the cursor is on."""
        await self.settled()
        screen = self.screen
        await self.until(lambda: not screen.here or (screen.detail.detail is not None and screen.detail.detail.uid == screen.here))
        pictures = [self.picture()]
        while len(pictures) < 4 or len(set(pictures[-4:])) > 1:
            await self.pilot.pause(0.03)
            pictures.append(self.picture())
            assert len(pictures) < 100, "the screen does not come to rest"
        return pictures[-1]

    def picture(self) -> str:
        """The terminal as text, each row followed by a line that says what is reversed (r), underlined (u), bold (b) or dim (d)."""
        lines: list[str] = []
        for strip in self.app.screen._compositor.render_strips():
            lines.append(strip.text.rstrip())
            signs = ""
            for segment in strip:
                for char in segment.text:
                    style = segment.style or Style()
                    inked = "u" * bool(style.underline) or "b" * bool(style.bold) or "d" * bool(style.dim)
                    sign = "r" if style.reverse else inked if inked and char.strip() else " "
                    signs += sign * cell_len(char)
            if signs.strip():
                lines.append(f"~{signs.rstrip()}")
        return "\n".join(lines) + "\n"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Any]:
    """Open the app on a store: `async with opened(path, size=(120, 40)) as session`; `more` is for the app."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    # a busy machine may take its time, but a key whose screen has gone with it is waited for no longer than `until` waits
    monkeypatch.setattr(queue, "_PATIENCE", 8.0)
    monkeypatch.setattr(queue, "_LONGEST", 60.0)
    # what was said is asked for at leisure
    monkeypatch.setattr(notices, "_LEAST", 600.0)
    monkeypatch.setattr(notices, "_MOST", 600.0)
    monkeypatch.setattr(notices, "_GLIMPSE", 600.0)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)

    @asynccontextmanager
    async def start(path: Path, size: tuple[int, int] = (110, 24), **more: Any) -> AsyncIterator[Session]:
        app = MilepostApp(path, today=TODAY, **more)
        async with app.run_test(size=size) as pilot:
            session = Session(app, pilot)
            await pilot.pause()
            await session.until(lambda: bool(session.screen.seen))
            await session.settled()
            yield session

    return start


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a picture with the one on file; GOLDEN=write writes it anew."""

    def compare(name: str, picture: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if os.environ.get("GOLDEN") == "write":
            path.write_text(picture, encoding="utf-8")
        assert picture == path.read_text(encoding="utf-8"), f"{path} differs: GOLDEN=write pytest writes it anew"

    return compare
